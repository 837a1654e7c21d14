"""The generated form equals the YAML, an edited law is never run over, and a broken checklist says where."""

from pathlib import Path

import msgspec
import pytest

from auditor import compile as compiling
from auditor import library
from auditor.errors import ChecklistError
from auditor.library import load_library, load_texts
from auditor.resources import shipped
from auditor.texts import LANGUAGES

ADDED = """
checklist: gemeente-voorbeeld
version: "2026.1"
laws:
  - id: inkoop
    name: {nl: Inkoopvoorwaarden, en: Purchase conditions}
requirements:
  - id: GV-1
    layer: supervisor_norm
    norm: INKOOP
    group: own
    title: {nl: Eigenaar, en: Owner}
    asks: {nl: De code heeft een eigenaar., en: The code has an owner.}
    question: {nl: Wie is de eigenaar?, en: Who is the owner?}
    advice: {nl: Wijs een eigenaar aan., en: Appoint an owner.}
    sources:
      - {law: inkoop, article: "4", sectors: [wmo], confidence: S26}
    evidence: {rule: for_a_person}
"""


def test_the_generated_form_equals_what_the_yaml_gives() -> None:
    folder = Path(compiling.__file__).parent / "compiled"
    stale = [name for name, content in compiling.generated().items() if (folder / name).read_bytes() != content]
    assert stale == [], "run: python -m auditor.compile"


def test_the_generated_form_is_what_runs() -> None:
    root = shipped("checklists")
    assert load_library() == compiling.compile_library(compiling.yaml_files(root))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_languages_have_the_same_sentences_with_the_same_facts(lang: str) -> None:
    other = LANGUAGES[1 - LANGUAGES.index(lang)]
    words, others = (
        compiling.compile_texts(compiling.yaml_files(f"{shipped('templates')}/texts/{each}")) for each in (lang, other)
    )
    holes = compiling.holes
    assert {key: holes(text) for key, text in words.items()} == {key: holes(text) for key, text in others.items()}


def test_an_edited_law_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "checklists"
    for name, text in compiling.yaml_files(shipped("checklists")).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text.replace("2026.", "2099."), encoding="utf-8")
    monkeypatch.setattr(library, "shipped", lambda folder: str(tmp_path / folder))
    assert load_library().checklist.version.startswith("2099.")


def test_a_file_added_beside_the_law_is_read_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "checklists"
    texts = compiling.yaml_files(shipped("checklists"))
    for name, text in texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    extra = texts["meldcode/professional.yaml"].replace("MC-2.1.b.2", "MC-9.9.a").replace("MC-2.1.b.3", "MC-9.9.b")
    (root / "meldcode" / "extra.yaml").write_text(extra, encoding="utf-8")
    monkeypatch.setattr(library, "shipped", lambda folder: str(tmp_path / folder))
    assert {"MC-9.9.a", "MC-9.9.b"} <= {each.id for each in load_library().checklist.requirements}


def test_a_checklist_adds_its_requirements_and_is_named_with_its_hash(tmp_path: Path) -> None:
    path = tmp_path / "gemeente.yaml"
    path.write_text(ADDED, encoding="utf-8")
    checklist = load_library([str(path)]).checklist
    assert checklist.requirements[-1].id == "GV-1"
    assert [(each.id, each.version, len(each.sha256)) for each in checklist.added] == [
        ("gemeente-voorbeeld", "2026.1", 64)
    ]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        pytest.param("layer: supervisor_norm", "layer: law", "law_layer", 8, id="a law of one's own"),
        pytest.param("id: GV-1", "id: MC-1.1", "duplicate_id", 8, id="an id that is shipped"),
        pytest.param('article: "4"', "article: 3.41", "wrong_type", 17, id="an article without quotes"),
        pytest.param("group: own", "groep: own", "unknown_key", 8, id="an unknown key"),
        pytest.param("    group: own\n", "", "missing_key", 8, id="a missing key"),
        pytest.param("rule: for_a_person", "rule: guess", "not_a_choice", 18, id="an unknown rule"),
        pytest.param("sectors: [wmo]", "sectors: [wnb]", "unknown_sector", 16, id="an unknown sector"),
        pytest.param("law: inkoop", "law: inkoo", "unknown_law", 16, id="an unknown law"),
        pytest.param("layer: supervisor_norm", "layer: supervisor_norm\n    layer: law", "yaml", 10, id="a key twice"),
        pytest.param("requirements:", "eisen:", "unknown_key", 7, id="an unknown part"),
        pytest.param("nl: Eigenaar,", "nl: {", "yaml", 12, id="no YAML at all"),
    ],
)
def test_a_broken_checklist_is_refused_with_its_line(tmp_path: Path, old: str, new: str, code: str, line: int) -> None:
    assert old in ADDED
    path = tmp_path / "gemeente.yaml"
    path.write_text(ADDED.replace(old, new), encoding="utf-8")
    with pytest.raises(ChecklistError) as raised:
        load_library([str(path)])
    assert raised.value.says.id == f"error.checklist.{code}"
    assert raised.value.says.facts["file"] == "gemeente.yaml"
    said = raised.value.says.facts["line"]
    assert isinstance(said, int)
    assert abs(said - line) <= 1
    for lang in LANGUAGES:
        assert load_texts(lang).say(raised.value.says)


def test_the_schema_that_is_shipped_is_the_types_own() -> None:
    shipped_schema = (Path(compiling.__file__).parent / "compiled" / "result.schema.json").read_bytes()
    assert msgspec.json.decode(shipped_schema) == msgspec.to_builtins(compiling.result_schema())
