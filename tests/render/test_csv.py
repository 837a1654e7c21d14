"""The table of requirements, as a spreadsheet opens it."""

import csv
import io

import msgspec
import pytest

from auditor.render.to_csv import to_csv
from auditor.result import Result
from auditor.texts import LANGUAGES
from tests.render.fixtures import REQUIREMENTS, edition, judged, report, seen


def read(result: Result | None = None, lang: str = "nl") -> list[list[str]]:
    text = to_csv(edition(result, lang=lang)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_is_a_row_for_every_requirement_in_the_order_of_the_result(lang: str) -> None:
    heads, *rows = read(lang=lang)
    assert [row[0] for row in rows] == [each.id for each in REQUIREMENTS]
    assert {len(row) for row in rows} == {len(heads)}


def test_a_row_says_what_the_report_says() -> None:
    heads, *rows = read()
    row = dict(zip(heads, next(row for row in rows if row[0] == "MC-2.1.b"), strict=True))
    assert (row["Laag"], row["Oordeel"]) == ("Wet", "deels voldaan")
    assert row["Gezien in"] == "Beleid en meldcode.xlsx › Meldcode-inhoud › B9"
    assert row["Bronnen"].startswith("Besluit kwaliteit kinderopvang, artikel 5, eerste lid, onder b; ")


def test_it_opens_as_a_dutch_excel_expects() -> None:
    made = to_csv(edition())
    assert made.startswith(b'\xef\xbb\xbf"Nummer";"Laag";')
    assert made.endswith(b'"\r\n')
    assert made.replace(b"\r\n", b"").count(b"\n") == 0


@pytest.mark.parametrize("text", ["=1+1", "+x", "-x", "@x", " =1", '"; =1'])
def test_foreign_text_is_no_formula_and_stays_in_its_cell(text: str) -> None:
    hostile = report(requirements=[msgspec.structs.replace(judged("MC-1.1", "met", text), title=text)])
    row = read(hostile)[1]
    assert row[3].lstrip("'") == text
    assert row[3][0] == '"' or row[3][0] == "'"


def test_a_line_break_does_not_break_the_table() -> None:
    assert read(report(requirements=[judged("MC-1.1", "met", "een\ntwee\r\ndrie")]))[1][5] == "een twee  drie"


def test_of_many_places_it_is_said_how_many_more_there_are() -> None:
    many = [seen("training", "a.xlsx", "Scholing", f"F{n}", "x") for n in range(1, 101)]
    cells = read(report(requirements=[judged("MC-1.1", "met", "x", many)]))[1][11].split("; ")
    assert (len(cells), cells[-1]) == (26, "en nog 75 plaatsen")


def test_without_requirements_there_are_headings() -> None:
    assert len(read(report(requirements=[]))) == 1
