"""The page's own words: each is there in both languages, each is used."""

import re
from importlib import resources
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from auditor.checklist import Layer
from auditor.evidence import Severity
from auditor.findings import Conclusion, Verdict
from auditor.library import load_library
from auditor.render.account import CONFIDENCE_CODES, NUMBERS
from auditor.render.sources import read_sources, templates
from auditor.texts import LANGUAGES

ROOT = Path(__file__).parents[2]
OVERVIEW = "overview.html.j2"  # the page of many organisations has words of its own


def defined(lang: str) -> dict[str, str]:
    """The words of the page and of its front, by their ids without `page.`."""
    flat: dict[str, str] = {}
    for file in ("page.yaml", "front.yaml"):
        data = YAML(typ="safe", pure=True).load((ROOT / "templates" / "texts" / lang / file).read_text("utf-8"))
        assert list(data) == ["page"]
        for key, value in data["page"].items():
            flat |= (
                {key: value} if isinstance(value, str) else {f"{key}.{name}": words for name, words in value.items()}
            )
    return flat


FACTS = (
    "adult_clients",
    "vir_authorised",
    "solo",
    "training_norm_percent",
    "training_valid_months",
    "review_months",
    "induction_months",
)
BUILT = (
    {f"verdict_means.{each}" for each in Verdict}
    | {f"counted.{each}" for each in Verdict if each is not Verdict.NOT_APPLICABLE}
    | {f"layer_means.{each}" for each in Layer}
    | {f"conclusion.{each}{means}" for each in (*Conclusion, "none") for means in ("", "_means")}
    | {f"confidence.{each}" for each in CONFIDENCE_CODES}
    | {f"words.{each}{means}" for each in NUMBERS for means in ("", "_means")}
    | {f"problems.{each}{means}" for each in Severity for means in ("", "_means")}
    | {f"measure.{by}{part}" for by in ("", "by_") for part in ("location", "team", "function")}
    | {f"ordinal.{n}" for n in range(1, 13)}
    | {f"month.{n}" for n in range(1, 13)}
    | {f"soon.{window}" for window in ("d30", "d60", "d90")}
    | {f"first.{state}{who}" for state in ("by", "late") for who in ("", "_somebody")}
    | {f"facts.{each}" for each in FACTS}
    | {f"norm.{each.norm}" for each in load_library().checklist.requirements}
    | {f"group.{each.group}" for each in load_library().checklist.requirements}
)


def used() -> set[str]:
    """The ids that templates and code name, and those the code builds."""
    named = [
        re.findall(r'\bt\("([\w.]+)"', text) for name, text in templates(read_sources()).items() if name != OVERVIEW
    ]
    code = [path.read_text(encoding="utf-8") for path in (ROOT / "auditor" / "render").glob("*.py")]
    named += [[quoted for quoted in re.findall(r'"([\w.]+)"', text) if quoted in defined("nl")] for text in code]
    return {each for each in BUILT.union(*named) if not each.startswith("portfolio.")}  # those have a file of their own


def test_both_languages_have_the_same_words_with_the_same_holes() -> None:
    dutch, english = (defined(lang) for lang in LANGUAGES)
    assert dutch.keys() == english.keys()
    for word_id, words in dutch.items():
        assert _holes(words) == _holes(english[word_id]), word_id


def _holes(words: str) -> set[str]:
    return set(re.findall(r"\{(\w+)", words)) | set(re.findall(r"%[nm]", words))


def test_every_word_of_the_page_is_used_and_every_word_used_is_there() -> None:
    assert used() == defined("nl").keys()


def test_dutch_speaks_to_the_reader_as_u() -> None:
    assert not [words for words in defined("nl").values() if re.search(r"\b(?:je|jij|jouw|jullie)\b", words)]


def test_no_sentence_is_longer_than_people_read() -> None:
    for lang in LANGUAGES:
        for words in defined(lang).values():
            assert all(len(sentence.split()) <= 25 for sentence in re.split(r"(?<=[.?!:;])\s", words)), words


MANY = "mensen teams functies eisen activiteiten people functions requirements activities"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_speaks_of_one_people(lang: str) -> None:
    """A plural behind a number that may be one has its singular beside it."""
    plural = re.compile(rf"\{{\w+\}} (?:{'|'.join(MANY.split())})\b")
    texts = resources.files("auditor").joinpath("compiled", f"{lang}.json").read_text("utf-8")
    assert [found[0] for found in plural.finditer(texts)] == []
