"""Workbooks in one XML file, of Excel 2003 and of the many systems that still write them."""

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from auditor.errors import InputError
from auditor.intake.limits import NORMAL
from auditor.intake.old_xml import read_old_xml
from auditor.intake.sheets import ErrorValue, Uncalculated, Value
from tests.intake.given import Cells, given, refusal

SPACE = "urn:schemas-microsoft-com:office:spreadsheet"
EXCEL = "urn:schemas-microsoft-com:office:excel"
STYLES = "".join(
    f'<Style ss:ID="{name}"><NumberFormat ss:Format="{code}"/></Style>'
    for name, code in (("dag", "Short Date"), ("eigen", "dd\\-mm\\-yyyy"), ("tijd", "Short Time"), ("getal", "0.00"))
)


def book(*sheets: str, settings: str = "") -> str:
    return (
        f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="{SPACE}" xmlns:ss="{SPACE}" '
        f'xmlns:x="{EXCEL}" xmlns:html="http://www.w3.org/TR/REC-html40">{settings}<Styles>{STYLES}</Styles>{"".join(sheets)}</Workbook>'
    )


def sheet(rows: str, name: str = "Blad", after: str = "") -> str:
    return f'<Worksheet ss:Name="{name}"><Table>{rows}</Table>{after}</Worksheet>'


def cell(kind: str, text: str, attributes: str = "") -> str:
    return f'<Cell {attributes}><Data ss:Type="{kind}">{text}</Data></Cell>'


@pytest.mark.parametrize(
    ("markup", "value"),
    [
        pytest.param(cell("String", "A. Bakker &amp; zn"), "A. Bakker & zn", id="text"),
        pytest.param(cell("String", "0012"), "0012", id="digits as text"),
        pytest.param(cell("String", "half <html:B>vet</html:B>"), "half vet", id="rich text"),
        pytest.param(cell("String", "a") .replace("</Cell>", "<Comment><ss:Data>opmerking</ss:Data></Comment></Cell>"), "a", id="a remark is no text"),
        pytest.param(cell("Number", "12"), 12, id="a whole number"),
        pytest.param(cell("Number", "1.5E3", 'ss:StyleID="getal"'), 1500.0, id="a number"),
        pytest.param(cell("Number", "45301", 'ss:StyleID="dag"'), date(2024, 1, 10), id="a number that is shown as a day"),
        pytest.param(cell("Number", "45301.5", 'ss:StyleID="eigen"'), datetime(2024, 1, 10, 12), id="or as a moment"),  # noqa: DTZ001
        pytest.param(cell("Number", "twaalf"), "twaalf", id="no number"),
        pytest.param(cell("DateTime", "2024-01-10T00:00:00.000", 'ss:StyleID="dag"'), date(2024, 1, 10), id="a day"),
        pytest.param(cell("DateTime", "2024-01-10T14:30:00.000"), datetime(2024, 1, 10, 14, 30), id="a moment"),  # noqa: DTZ001
        pytest.param(cell("DateTime", "1899-12-31T13:45:00.000", 'ss:StyleID="tijd"'), "13:45", id="a time"),
        pytest.param(cell("DateTime", "10-01-2024"), "10-01-2024", id="a day in another spelling stays text"),
        pytest.param(cell("Boolean", "1"), True, id="yes"),
        pytest.param(cell("Boolean", "misschien"), "misschien", id="neither yes nor no"),
        pytest.param(cell("Error", "#N/A", 'ss:Formula="=NA()"'), ErrorValue("#N/A"), id="an error"),
        pytest.param('<Cell ss:Formula="=RC[1]"/>', Uncalculated(), id="a formula without a result"),
        pytest.param(cell("String", "", 'ss:Formula="=RC[1]"') + cell("String", "b", 'ss:Index="1"'), None, id="two cells in one place"),
    ],
)  # fmt: skip
def test_what_a_cell_holds(tmp_path: Path, markup: str, value: Value | None) -> None:
    made = book(sheet(f"<Row>{markup}</Row>"))
    if value is None:
        assert refusal(tmp_path, "a.xls", made) == "workbook.damaged"
    else:
        assert given(tmp_path, "a.xls", made).only() == {"A1": value}


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        pytest.param('<Row ss:Index="3">' + cell("String", "a", 'ss:Index="4"') + cell("String", "b") + "</Row>", {"D3": "a", "E3": "b"}, id="places given"),
        pytest.param("<Row/><Row>" + cell("String", "a") + "</Row>", {"A2": "a"}, id="an empty row"),
        pytest.param('<Row ss:Span="4"/><Row>' + cell("String", "a") + "</Row>", {"A6": "a"}, id="a row that stands for five"),
        pytest.param("<Row>" + cell("String", "a", 'ss:MergeAcross="2"') + cell("String", "d", 'ss:Index="4"') + "</Row>", {"A1": "a", "D1": "d"}, id="merged, with the next place given"),
    ],
)  # fmt: skip
def test_where_a_cell_stands(tmp_path: Path, rows: str, cells: Cells) -> None:
    assert given(tmp_path, "a.xls", book(sheet(rows))).only() == cells


def test_the_cell_after_a_merged_one_stands_after_all_of_it(tmp_path: Path) -> None:
    rows = "<Row>" + cell("String", "a", 'ss:MergeAcross="2"') + cell("String", "d") + "</Row>"
    assert given(tmp_path, "a.xls", book(sheet(rows))).only() == {"A1": "a", "D1": "d"}


def test_hidden_sheets_rows_and_columns_filters_and_merged_cells_are_known(tmp_path: Path) -> None:
    rows = (
        '<Column/><Column ss:Hidden="1" ss:Span="1"/>'
        "<Row>" + cell("String", "kop", 'ss:MergeDown="1"') + '</Row><Row ss:Hidden="1">' + cell("Number", "1", 'ss:Index="2"') + "</Row>"
    )  # fmt: skip
    filtered = f'<AutoFilter x:Range="R1C1:R2C2" xmlns="{EXCEL}"/>'
    hidden = f'<WorksheetOptions xmlns="{EXCEL}"><Visible>SheetHidden</Visible></WorksheetOptions>'
    made = given(tmp_path, "a.xls", book(sheet(rows, after=filtered), sheet("", "Geheim", hidden)))
    found = made.sheets["Blad"]
    assert (found.hidden, found.hidden_columns, found.filtered, found.merged) == (
        False,
        frozenset("BC"),
        True,
        ("A1:A2",),
    )
    assert made.hidden_rows["Blad"] == [2]
    assert made.sheets["Geheim"].hidden
    assert made.said() == ["input.named_otherwise", "rows.filtered", "cells.merged"]


def test_days_may_be_counted_from_1904(tmp_path: Path) -> None:
    settings = f'<ExcelWorkbook xmlns="{EXCEL}"><Date1904/></ExcelWorkbook>'
    made = book(sheet("<Row>" + cell("Number", "43839", 'ss:StyleID="dag"') + "</Row>"), settings=settings)
    assert given(tmp_path, "a.xml", made).only() == {"A1": date(2024, 1, 10)}


@pytest.mark.parametrize(
    ("made", "code"),
    [
        pytest.param(book(), "workbook.no_sheets", id="no sheets"),
        pytest.param(book(sheet(""))[:-20], "workbook.damaged", id="cut off"),
        pytest.param(book(sheet("<Row>" + cell("String", "Jansen & zn") + "</Row>")), "workbook.damaged", id="no sound XML"),
        pytest.param(book(sheet("")).replace("?>", '?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>', 1), "workbook.doctype", id="a document type"),
        pytest.param(book(sheet('<Row ss:Index="2"/><Row ss:Index="1"/>')), "workbook.damaged", id="rows out of order"),
        pytest.param(book(sheet('<Row ss:Index="0"/>')), "workbook.damaged", id="row 0"),
        pytest.param(book(sheet('<Row ss:Index="-5"/>')), "workbook.damaged", id="a negative row"),
        pytest.param(book(sheet(f'<Row ss:Index="{"9" * 6000}"/>')), "workbook.damaged", id="a monstrous row"),
        pytest.param(book(sheet('<Row ss:Index="1048577">' + cell("String", "a") + "</Row>")), "workbook.beyond_the_sheet", id="a row too many"),
        pytest.param(book(sheet("<Row>" + cell("String", "a", 'ss:Index="16385"') + "</Row>")), "workbook.beyond_the_sheet", id="a column too many"),
        pytest.param(book(*(sheet("", str(n)) for n in range(4))), "workbook.too_many_sheets", id="a sheet too many"),
        pytest.param(book(sheet("<Row>" + cell("String", "a") * 21 + "</Row>")), "workbook.too_many_cells", id="a cell too many"),
        pytest.param(book("<a>" * 70 + "</a>" * 70), "workbook.damaged", id="too deep"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_for_certain_is_refused(tmp_path: Path, made: str, code: str) -> None:
    assert refusal(tmp_path, "a.xls", made, sheets=3, cells=20) == code


def test_exactly_the_limits_pass(tmp_path: Path) -> None:
    made = book(*(sheet("<Row>" + cell("String", "a") * 20 + "</Row>", str(n)) for n in range(3)))
    assert refusal(tmp_path, "a.xls", made, sheets=3, cells=20) == ""


CONTENT = book(
    sheet('<Row ss:Index="2">' + cell("String", "A") + cell("Number", "45301", 'ss:StyleID="dag"') + "</Row>")
)
PIECES = ["", "<", ">", '"', "<Row>", "</Cell>", "<Data>", "<!--", "]]>", "&amp;", "&x;", "-1", "9" * 30]


@for_all(st.integers(0, len(CONTENT) - 1), st.sampled_from(PIECES), st.integers(0, 40))
def test_any_change_of_the_markup_ends_in_rows_or_an_error(at: int, piece: str, gone: int) -> None:
    try:
        for each in read_old_xml((CONTENT[:at] + piece + CONTENT[at + gone :]).encode(), "a.xls", "", NORMAL).sheets:
            list(each.rows())
    except InputError:
        pass
