"""The reader and openpyxl read every workbook alike, cell by cell; known differences are named where they are tested."""

import io
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from tests.intake.workbooks import (
    calculated,
    cells_of,
    is_read_fast,
    made_by_openpyxl,
    openpyxl_cells,
    parts_of,
    read,
    rows_of,
    saved,
    zipped,
)

SAMPLES = sorted((Path(__file__).parents[2] / "sample_data").rglob("*.xlsx"))


def first_sheet(book: Workbook) -> Worksheet:
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return sheet


def dates(book: Workbook) -> None:
    sheet = first_sheet(book)
    formats = "yyyy-mm-dd dd-mm-yyyy d/m/yy [$-413]d\\ mmmm\\ yyyy;@ mm-yyyy dd-mm-yyyy\\ hh:mm h:mm mmm-yy General 0.00".split()
    moment = datetime(2024, 2, 29, 13, 45)  # noqa: DTZ001 - workbooks know no time zones
    for row, number_format in enumerate(formats, start=1):
        for column, value in enumerate((date(2024, 2, 29), moment, 45351, 45351.25, 61), start=1):
            cell = sheet.cell(row, column, value)
            cell.number_format = number_format


def times(book: Workbook) -> None:
    sheet = first_sheet(book)
    sheet.append([time(9, 30), time(23, 59, 59), time(0, 0), timedelta(hours=26, minutes=30), timedelta(minutes=5)])


def dates_of_1904(book: Workbook) -> None:
    book.epoch = CALENDAR_MAC_1904
    first_sheet(book).append([date(2024, 2, 29), datetime(1904, 1, 2, 12), date(1999, 12, 31)])  # noqa: DTZ001


def texts(book: Workbook) -> None:
    sheet = first_sheet(book)
    sheet.append(
        ["00123", " ja ", "a & b <c> \"d\" 'e'", "regel 1\nregel 2", "tab\ttab", "été 東京 😀", "=geen formule", "#N/A"]
    )
    sheet["G1"].data_type = "s"
    sheet["A2"] = CellRichText("half ", TextBlock(InlineFont(b=True), "vet"), " en gewoon")


def numbers(book: Workbook) -> None:
    first_sheet(book).append([0, 1, -1, 0.1, 1e-9, 1e300, 123456789012345678, 3.0, True, False, 2**53 + 1])


def formulas(book: Workbook) -> None:
    first_sheet(book).append([1, "=A1+1", '=IF(A1=1,"ja","")', 4, "=TODAY()"])


def errors(book: Workbook) -> None:
    first_sheet(book).append(["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "geen fout"])


def far_cells(book: Workbook) -> None:
    sheet = first_sheet(book)
    sheet["A1"] = "eerste"
    sheet["XFD1048576"] = "laatste"
    sheet["AA27"] = "midden"


def styled_empty_cells(book: Workbook) -> None:
    sheet = first_sheet(book)
    sheet.append(["a", "b"])
    for row in range(2, 400):
        for column in range(1, 9):
            sheet.cell(row, column).fill = PatternFill("solid", fgColor="FFFF00")
    sheet.append([None, None, "onder"])


def hidden_and_merged(book: Workbook) -> None:
    sheet = first_sheet(book)
    for row in range(1, 6):
        sheet.append([row, row * 2, row * 3])
    sheet.merge_cells("A1:B1")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    book.create_sheet("Verborgen").sheet_state = "hidden"


def several_sheets(book: Workbook) -> None:
    for name in ("Zorg & co", "<Zuid>", "O'Neill", "Blad met spaties", "été"):
        book.create_sheet(name).append([name, 1])


def a_chart_sheet(book: Workbook) -> None:
    sheet = first_sheet(book)
    sheet.append([1, 2, 3])
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=1, max_col=3, min_row=1))
    book.create_chartsheet("Grafiek", 0).add_chart(chart)


def nothing(_: Workbook) -> None:
    pass


ZOO = (
    dates,
    times,
    dates_of_1904,
    texts,
    numbers,
    formulas,
    errors,
    far_cells,
    styled_empty_cells,
    hidden_and_merged,
    several_sheets,
    a_chart_sheet,
    nothing,
)


@pytest.mark.parametrize("fill", ZOO, ids=lambda fill: fill.__name__)
def test_every_sheet_holds_what_openpyxl_finds_in_it(fill: Callable[[Workbook], None]) -> None:
    book = Workbook()
    fill(book)
    assert_alike(saved(book))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_holds_what_openpyxl_finds_in_it(path: Path) -> None:
    assert_alike(path.read_bytes())


def assert_alike(data: bytes) -> None:
    """The names, states and cells of all sheets are those that openpyxl reads."""
    known = load_workbook(io.BytesIO(data))
    ours = read(data)
    assert [sheet.name for sheet in ours.sheets] == known.sheetnames
    for index, (sheet, name) in enumerate(zip(ours.sheets, known.sheetnames, strict=True)):
        theirs = known[name]
        assert sheet.hidden == (theirs.sheet_state != "visible")
        if isinstance(theirs, Worksheet):
            assert calculated(cells_of(data, index)) == openpyxl_cells(data, name)
            assert set(sheet.merged) == {str(merged) for merged in theirs.merged_cells.ranges}
            hidden = {row for row, dimension in theirs.row_dimensions.items() if dimension.hidden}
            assert {row.number for row in rows_of(data, index) if row.hidden} <= hidden
        else:
            assert list(sheet.rows()) == []


def test_hidden_rows_and_columns_are_those_of_openpyxl() -> None:
    book = Workbook()
    hidden_and_merged(book)
    data = saved(book)
    assert [row.number for row in rows_of(data) if row.hidden] == [3]
    assert read(data).sheets[0].hidden_columns == {"B"}


def test_what_openpyxl_writes_is_read_the_fast_way() -> None:
    assert is_read_fast(made_by_openpyxl(["Naam", "Datum"], ["A. Bakker", date(2024, 1, 10)], [1.5, True]))


def test_a_hundred_thousand_styled_empty_rows_hold_nothing() -> None:
    rows = "".join(f'<row r="{n}" s="1" customFormat="1"><c r="A{n}" s="1"/></row>' for n in range(2, 100_002))
    data = zipped(parts_of(rows + '<row r="100003"><c r="B100003"><v>1</v></c></row>'))
    assert cells_of(data) == {"B100003": 1}
    assert is_read_fast(data)


def test_a_million_rows_without_cells_hold_nothing() -> None:
    rows = "".join(f'<row r="{n}" ht="15"/>' for n in range(1, 1_000_001))
    data = zipped(parts_of(rows + '<row r="1000001"><c r="A1000001"><v>1</v></c></row>'))
    assert [row.number for row in read(data).sheets[0].rows()] == [1_000_001]


# What openpyxl itself refuses to write is left out; "_x" would be an escape to us and plain text to openpyxl.
plain_text = st.text(
    st.characters(min_codepoint=32, exclude_categories=["Cs", "Cn"], exclude_characters="\x7f"), max_size=12
).filter(lambda text: not text.startswith(("=", "#")) and "_x" not in text)
moments = st.datetimes(datetime(1900, 3, 1), datetime(9999, 12, 31)).map(lambda moment: moment.replace(microsecond=0))  # noqa: DTZ001
values = st.one_of(
    st.none(),
    plain_text,
    st.integers(-(10**17), 10**17),
    st.floats(-1e300, 1e300),
    st.booleans(),
    moments,
)


@settings(max_examples=40)
@given(st.lists(st.lists(values, max_size=6), max_size=12))
def test_any_table_that_openpyxl_writes_reads_back(table: list[list[object]]) -> None:
    data = made_by_openpyxl(*table)
    assert calculated(cells_of(data)) == openpyxl_cells(data, "Blad")


@settings(max_examples=15)
@given(st.lists(st.lists(values, min_size=4, max_size=4), min_size=1, max_size=5), st.integers(40, 60))
def test_any_table_that_repeats_itself_reads_back(table: list[list[object]], times: int) -> None:
    data = made_by_openpyxl(*(table * times))
    assert calculated(cells_of(data)) == openpyxl_cells(data, "Blad")
