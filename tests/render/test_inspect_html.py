"""The page of an inspection: everything that was understood, safe, and the same by both template engines."""

from pathlib import Path

import msgspec
import pytest

from auditor.api import read_registers
from auditor.inspection import Inspection, Looked, write_inspection
from auditor.intake.known import KnownAs
from auditor.intake.watch import Watch
from auditor.library import load_library, load_texts
from auditor.render.inspect_html import DRAWN, PAGE, inspect_html
from auditor.render.sources import read_sources
from auditor.render.to_html import render_by_jinja
from auditor.resources import shipped
from auditor.texts import LANGUAGES
from tests.render.reading import read

PAYLOAD = '<script>alert(1)</script><b a="\'">&\u202e'


def sample(lang: str = "nl") -> Inspection:
    library, watch = load_library(), Watch()
    known = KnownAs.of(library.checklist)
    intake = read_registers([Path(shipped("sample_data")) / "zorggroep-morgenlicht"], library, known, watch=watch)
    return write_inspection(Looked(intake, watch, None, library.vocabulary, known), load_texts(lang))


def hostile(inspection: Inspection) -> Inspection:
    """The inspection with foreign text in every place where a file can put some."""
    sheet = inspection.inputs[0].sheets[0]
    column = msgspec.structs.replace(sheet.columns[0], header=PAYLOAD, field=PAYLOAD, says=PAYLOAD, letter=PAYLOAD)
    unused = msgspec.structs.replace(inspection.inputs[0].sheets[5].unused_columns[0], header=PAYLOAD, letter=PAYLOAD)
    odd = msgspec.structs.replace(sheet, name=PAYLOAD, columns=[column], unused_columns=[unused])
    file = msgspec.structs.replace(inspection.inputs[0], file=PAYLOAD, sheets=[odd])
    problem = msgspec.structs.replace(
        inspection.problems[0], file=PAYLOAD, sheet=PAYLOAD, cell=PAYLOAD, message=PAYLOAD
    )
    return msgspec.structs.replace(inspection, inputs=[file], problems=[problem])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_shows_every_sheet_column_and_problem(lang: str) -> None:
    inspection = sample(lang)
    words = read(inspect_html(inspection, load_texts(lang))).words
    for file in inspection.inputs:
        assert file.file in words
        assert file.sha256 in words
        for sheet in file.sheets:
            assert sheet.name in words
            assert all(each.header in words and each.says in words for each in sheet.columns)
            assert all(each.header in words for each in sheet.unused_columns)
    assert all(" ".join(each.message.split()) in words for each in inspection.problems)
    assert all(each.says in words for each in inspection.missing)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_in_one_language_and_has_one_heading(lang: str) -> None:
    page = read(inspect_html(sample(lang), load_texts(lang)))
    assert page.one("html")["lang"] == lang
    assert len(list(page.every("h1"))) == 1
    anchors = {each["id"] for each in page.every() if each.attributes.get("id")}
    assert {each["href"].removeprefix("#") for each in page.every("a")} <= anchors


def test_foreign_text_is_never_markup() -> None:
    made = inspect_html(hostile(sample()), load_texts("nl"))
    page = read(made)
    assert not list(page.every("script"))
    assert not list(page.every("b"))
    assert "\u202e" not in made.decode()
    assert "<script>alert(1)</script>" in page.words


def test_the_page_asks_for_nothing() -> None:
    page = read(inspect_html(sample(), load_texts("nl")))
    policy = next(each["content"] for each in page.every("meta") if each.attributes.get("http-equiv"))
    assert policy.startswith("default-src 'none';")
    assert not [each for each in page.every() if {"src", "style", "onclick"} & set(each.attributes)]


def test_what_is_not_drawn_is_counted() -> None:
    inspection = sample()
    many = msgspec.structs.replace(inspection, problems=[inspection.problems[0]] * (DRAWN + 1))
    page = read(inspect_html(many, load_texts("nl")))
    assert [each.words for each in page.every("p", class_="cut-off")] == [
        f"{DRAWN} van {DRAWN + 1} rijen getoond. Alle rijen staan in het resultaatbestand (.json)."
    ]


def test_both_engines_make_the_same_page(monkeypatch: pytest.MonkeyPatch) -> None:
    inspection = sample()
    monkeypatch.setattr("auditor.render.inspect_html.render", render_by_jinja)
    by_jinja = inspect_html(inspection, load_texts("nl"))
    monkeypatch.undo()
    assert inspect_html(inspection, load_texts("nl")) == by_jinja
    assert PAGE in read_sources()
