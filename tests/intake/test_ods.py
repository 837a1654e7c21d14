"""OpenDocument workbooks: every type of cell, what repeats, what is hidden, what is no cell; and how much of it is taken."""

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from auditor.errors import InputError
from auditor.intake.limits import NORMAL
from auditor.intake.ods import read_content
from auditor.intake.sheets import ErrorValue, Uncalculated, Value
from tests.intake.given import Cells, given, refusal
from tests.intake.workbooks import zipped

SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text", "style")
) + ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'  # fmt: skip
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
STYLES = (
    '<office:automatic-styles><style:style style:name="weg" style:family="table">'
    '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
)


def content(*tables: str, root: str = "document-content", before: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:{root} {SPACES} office:mimetype="{MIMETYPE}">{STYLES}'
        f"<office:body><office:spreadsheet>{before}{''.join(tables)}</office:spreadsheet></office:body></office:{root}>"
    )


def table(rows: str, name: str = "Blad", attributes: str = "") -> str:
    return f'<table:table table:name="{name}" {attributes}>{rows}</table:table>'


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def cell(text: str = "", attributes: str = "", kind: str = "table-cell") -> str:
    inside = f"<text:p>{text}</text:p>" if text else ""
    return f"<table:{kind} {attributes}>{inside}</table:{kind}>"


def typed(kind: str, value: str, shown: str = "") -> str:
    name = {"date": "date-value", "time": "time-value", "boolean": "boolean-value", "string": "string-value"}.get(
        kind, "value"
    )
    return cell(shown, f'office:value-type="{kind}" office:{name}="{value}"')


def ods(*tables: str, **parts: str) -> bytes:
    return zipped({"mimetype": MIMETYPE, "content.xml": content(*tables), **parts})


@pytest.mark.parametrize(
    ("markup", "value"),
    [
        pytest.param(cell("A. Bakker", 'office:value-type="string"'), "A. Bakker", id="text"),
        pytest.param(cell("A. Bakker"), "A. Bakker", id="text without a type"),
        pytest.param(typed("string", "echt", "getoond"), "echt", id="text with a value of its own"),
        pytest.param(typed("float", "45000", "45.000"), 45000, id="a whole number"),
        pytest.param(typed("float", "1.5E3", "1500"), 1500.0, id="a number with a power"),
        pytest.param(typed("percentage", "0.85", "85%"), 0.85, id="a percentage"),
        pytest.param(typed("currency", "12.50", "€ 12,50"), 12.5, id="an amount"),
        pytest.param(typed("float", "x", "12"), "x", id="no number"),
        pytest.param(typed("boolean", "true", "WAAR"), True, id="yes"),
        pytest.param(typed("boolean", "misschien", "?"), "?", id="neither yes nor no"),
        pytest.param(typed("date", "2024-01-10", "10-01-24"), date(2024, 1, 10), id="a day"),
        pytest.param(typed("date", "2024-01-10T14:30:00", "x"), datetime(2024, 1, 10, 14, 30), id="a moment"),  # noqa: DTZ001
        pytest.param(typed("date", "2024-02-30", "x"), "2024-02-30", id="a day that never was"),
        pytest.param(typed("time", "PT13H45M00S", "13:45"), "13:45", id="a time"),
        pytest.param(typed("time", "PT30H05M10S", "30:05:10"), "30:05:10", id="a length of time"),
        pytest.param(typed("time", "-PT1H", "-1:00"), "-1:00", id="a negative one"),
        pytest.param(cell("#N/B", 'table:formula="of:=NA()" office:value-type="string" calcext:value-type="error"'), ErrorValue("#N/B"), id="an error"),
        pytest.param(cell("Err:502", 'table:formula="of:=X()" office:value-type="float" office:value="0"'), ErrorValue("Err:502"), id="an error by what it shows"),
        pytest.param(cell("#1", 'table:formula="of:=A1"'), "#1", id="no error"),
        pytest.param(cell("", 'table:formula="of:=A1"'), Uncalculated(), id="a formula without a result"),
        pytest.param(typed("float", "7").replace("office:value-type", 'table:formula="of:=A1" office:value-type'), 7, id="a formula"),
        pytest.param(cell("a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d"), "a   b\tc\nd", id="white space"),
        pytest.param(cell("half <text:span>vet</text:span> <text:a>link</text:a>"), "half vet link", id="parts of a text"),
        pytest.param(cell("een</text:p><text:p>twee"), "een\ntwee", id="two lines"),
        pytest.param(cell("a</text:p><office:annotation><text:p>opmerking</text:p></office:annotation><text:p>b"), "a\nb", id="a remark is no text"),
        pytest.param(cell("a").replace("<text:p>", "<draw><text:p>vorm</text:p></draw><text:p>"), "a", id="a drawing is no text"),
        pytest.param(cell("a", kind="covered-table-cell"), "a", id="under a merged cell"),
    ],
)  # fmt: skip
def test_what_a_cell_holds(tmp_path: Path, markup: str, value: Value) -> None:
    assert given(tmp_path, "a.ods", ods(table(row(markup)))).only() == {"A1": value}


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        pytest.param(row(cell(), cell("b")), {"B1": "b"}, id="an empty cell"),
        pytest.param(row(cell("", 'table:number-columns-repeated="3"'), cell("d")), {"D1": "d"}, id="empty cells that repeat"),
        pytest.param(row(cell("a", 'table:number-columns-repeated="2"'), cell("c")), {"A1": "a", "B1": "a", "C1": "c"}, id="a cell that repeats"),
        pytest.param(row(attributes='table:number-rows-repeated="9"') + row(cell("a")), {"A10": "a"}, id="empty rows that repeat"),
        pytest.param(row(cell("a"), attributes='table:number-rows-repeated="2"') + row(cell("b")), {"A1": "a", "A2": "a", "A3": "b"}, id="a row that repeats"),
        pytest.param(row(cell("", 'table:number-columns-repeated="16383"'), cell("z")), {"XFD1": "z"}, id="the last column"),
        pytest.param(row(attributes='table:number-rows-repeated="1048575"') + row(cell("z")), {"A1048576": "z"}, id="the last row"),
        pytest.param(row(cell("a")) + row(cell("", 'table:number-columns-repeated="16384"'), attributes='table:number-rows-repeated="1048575"'), {"A1": "a"}, id="the rest of the sheet"),
        pytest.param(f"<table:table-header-rows>{row(cell('a'))}</table:table-header-rows><table:table-row-group>{row(cell('b'))}</table:table-row-group>", {"A1": "a", "A2": "b"}, id="groups"),
        pytest.param("<table:shapes><text:p>vorm</text:p></table:shapes>" + row(cell("a")), {"A1": "a"}, id="shapes"),
        pytest.param(row(cell("a").replace("<text:p>", f"{table(row(cell('x')))}<text:p>")), {"A1": "a"}, id="a table in a cell"),
    ],
)  # fmt: skip
def test_where_a_cell_stands(tmp_path: Path, rows: str, cells: Cells) -> None:
    assert given(tmp_path, "a.ods", ods(table(rows))).only() == cells


def test_hidden_sheets_rows_and_columns_filters_and_merged_cells_are_known(tmp_path: Path) -> None:
    columns = '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>'
    rows = (
        row(cell("kop", 'table:number-columns-spanned="2" table:number-rows-spanned="2"'), cell("c"))
        + row(cell("a"), attributes='table:visibility="collapse"')
        + row(cell("b"), attributes='table:visibility="filter"')
    )
    book = given(
        tmp_path, "a.ods", ods(table(columns + rows), table(row(cell("x")), "Geheim", 'table:style-name="weg"'))
    )
    sheet = book.sheets["Blad"]
    assert (sheet.hidden, sheet.hidden_columns, sheet.filtered, sheet.merged) == (
        False,
        frozenset("C"),
        True,
        ("A1:B2",),
    )
    assert book.sheets["Geheim"].hidden
    assert book.hidden_rows["Blad"] == [2, 3]
    assert book.said() == ["rows.filtered", "cells.merged"]


def test_a_copy_of_another_files_sheet_and_what_was_deleted_are_no_sheets(tmp_path: Path) -> None:
    copy = table("<table:table-source/>" + row(cell("elders")), "'file:///x.ods'#$Blad")
    before = f"<table:tracked-changes>{table(row(cell('gewist')), 'Oud')}</table:tracked-changes>"
    made = zipped({"mimetype": MIMETYPE, "content.xml": content(table(row(cell("a"))), copy, before=before)})
    assert given(tmp_path, "a.ods", made).cells == {"Blad": {"A1": "a"}}


def test_a_workbook_in_one_file_is_read_alike(tmp_path: Path) -> None:
    assert given(tmp_path, "a.fods", content(table(row(cell("a"))), root="document")).only() == {"A1": "a"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(ods(**{"META-INF/manifest.xml": '<m xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><encryption-data/></m>'}), "zip.encrypted", id="a password"),
        pytest.param(zipped({"mimetype": MIMETYPE}), "workbook.damaged", id="no content"),
        pytest.param(ods(), "workbook.no_sheets", id="no sheets"),
        pytest.param(zipped({"mimetype": MIMETYPE, "content.xml": content(table("")).replace("?>", "?><!DOCTYPE a [<!ENTITY b 'c'>]>", 1)}), "workbook.doctype", id="a document type"),
        pytest.param(zipped({"mimetype": MIMETYPE, "content.xml": content(table(row(cell("a"))))[:-30]}), "workbook.damaged", id="cut off"),
        pytest.param(ods(table(row(cell("a", 'table:number-columns-repeated="16385"')))), "workbook.beyond_the_sheet", id="a column too many"),
        pytest.param(ods(table(row(attributes='table:number-rows-repeated="1048576"') + row(cell("a")))), "workbook.beyond_the_sheet", id="a row too many"),
        pytest.param(ods(table(row(cell("a", 'table:number-columns-repeated="-1"')))), "workbook.damaged", id="a negative number"),
        pytest.param(ods(table(row(cell("a", f'table:number-columns-repeated="{"9" * 5000}"')))), "workbook.damaged", id="a monstrous number"),
        pytest.param(ods(table(row(cell("a", 'table:number-columns-repeated="1000"'), attributes='table:number-rows-repeated="1000000"'))), "workbook.too_many_cells", id="one cell that stands for a milliard"),
        pytest.param(ods(table(row(cell("a"))), table(row(cell("a")), "B"), table("", "C"), table("", "D")), "workbook.too_many_sheets", id="a sheet too many"),
        pytest.param(ods(table("<table:a>" * 300 + "</table:a>" * 300)), "workbook.damaged", id="too deep"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_for_certain_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    assert refusal(tmp_path, "a.ods", data, sheets=3) == code


def test_exactly_the_limits_pass(tmp_path: Path) -> None:
    rows = row(cell("a", 'table:number-columns-repeated="10"'), attributes='table:number-rows-repeated="5"')
    assert refusal(tmp_path, "a.ods", ods(table(rows)), cells=50) == ""
    assert refusal(tmp_path, "a.ods", ods(table(rows)), cells=49) == "workbook.too_many_cells"


CONTENT = content(table(row(cell("A", 'table:number-columns-repeated="2"'), typed("date", "2024-01-10"))))
PIECES = [
    "",
    "<",
    ">",
    '"',
    "<text:p>",
    "</table:table-cell>",
    "<table:table-row>",
    "<!--",
    "]]>",
    "&amp;",
    "&x;",
    "-1",
    "9" * 30,
]


@for_all(st.integers(0, len(CONTENT) - 1), st.sampled_from(PIECES), st.integers(0, 40))
def test_any_change_of_the_markup_ends_in_rows_or_an_error(at: int, piece: str, gone: int) -> None:
    try:
        for sheet in read_content([(CONTENT[:at] + piece + CONTENT[at + gone :]).encode()], "a.ods", "", NORMAL).sheets:
            list(sheet.rows())
    except InputError:
        pass
