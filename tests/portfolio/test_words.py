"""The words of the overview: each is there in both languages, each is used."""

import re
from pathlib import Path

from ruamel.yaml import YAML

from auditor.texts import LANGUAGES

ROOT = Path(__file__).parents[2]


def defined(lang: str) -> dict[str, str]:
    """The words of `portfolio.yaml`, by their ids."""
    text = (ROOT / "templates" / "texts" / lang / "portfolio.yaml").read_text("utf-8")
    return dict(_flat("", YAML(typ="safe", pure=True).load(text)))


def _flat(above: str, data: dict[str, object]) -> list[tuple[str, str]]:
    flat: list[tuple[str, str]] = []
    for key, value in data.items():
        flat += _flat(f"{above}{key}.", value) if isinstance(value, dict) else [(above + key, str(value))]
    return flat


def used() -> set[str]:
    """The ids that the page and the code name; a list of conclusions and of sheets names its own."""
    page = (ROOT / "templates" / "overview.html.j2").read_text("utf-8")
    code = [path.read_text("utf-8") for path in (ROOT / "auditor").glob("portfolio/*.py")]
    code += [path.read_text("utf-8") for path in (ROOT / "auditor" / "cli").glob("portfolio*.py")]
    ids = {f"page.{each}" for each in re.findall(r'\bt\("(portfolio\.[\w.]+)"', page)}
    for text in code:
        ids |= {f"page.{each}" for each in re.findall(r'\bsay\("(portfolio\.[\w.]+)"', text)}
        ids |= set(re.findall(r'"((?:page\.)?portfolio\.[\w.]+)"', text))
        ids |= {
            f"page.portfolio.{each}"
            for names in re.findall(r'_sheet\("\w+", \(([^)]*)\)', text)
            for each in re.findall(r'"(\w+)"', names)
        }
        ids |= {f"page.portfolio.sheets.{each}" for each in re.findall(r'_sheet\("(\w+)"', text)}
    return ids | {f"page.portfolio.conclusions.{each}" for each in ("proof", "gaps", "not_shown", "failed")}


def test_both_languages_have_the_same_words_with_the_same_holes() -> None:
    dutch, english = (defined(lang) for lang in LANGUAGES)
    assert dutch.keys() == english.keys()
    for word_id, words in dutch.items():
        assert set(re.findall(r"\{(\w+)", words)) == set(re.findall(r"\{(\w+)", english[word_id])), word_id


def test_every_word_of_the_overview_is_used_and_every_word_used_is_there() -> None:
    known = defined("nl").keys()
    assert {each for each in used() if each in known or each.startswith("page.")} == known
