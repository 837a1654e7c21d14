"""One sheet, written as every kind of workbook: whatever the kind, the same cells are read."""

import struct
from collections.abc import Callable, Mapping
from datetime import date
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.intake.addresses import column_letters
from auditor.intake.archive import Archive
from auditor.intake.limits import NORMAL
from auditor.intake.ods import read_opendocument
from auditor.intake.old_xml import read_old_xml
from auditor.intake.sheets import ErrorValue, RawBook, Value
from auditor.intake.xls import read_old_workbook
from auditor.intake.xlsb import read_binary_workbook
from auditor.intake.xlsx import read_workbook
from tests.intake import binaries
from tests.intake.test_ods import ods
from tests.intake.test_old_xml import book as old_xml_of
from tests.intake.test_old_xml import sheet as old_xml_sheet
from tests.intake.test_xls import DAY, STYLES
from tests.intake.test_xlsb import STYLES as BINARY_STYLES
from tests.intake.workbooks import parts_of, zipped

Grid = Mapping[tuple[int, int], Value]
"""Values by row and column, counted from 1."""

ERRORS = {"#NULL!": 0x00, "#DIV/0!": 0x07, "#VALUE!": 0x0F, "#REF!": 0x17, "#NAME?": 0x1D, "#NUM!": 0x24, "#N/A": 0x2A}
FIRST = date(1899, 12, 30)


def lines(grid: Grid) -> list[tuple[int, list[tuple[int, Value]]]]:
    """The filled cells row by row."""
    numbers = sorted({row for row, _ in grid})
    return [
        (number, sorted((column, grid[row, column]) for row, column in grid if row == number)) for number in numbers
    ]


def serial(day: date) -> int:
    return (day - FIRST).days


def as_xlsx(grid: Grid) -> RawBook:
    def cell(row: int, column: int, value: Value) -> str:
        at = f'<c r="{column_letters(column)}{row}"'
        if isinstance(value, ErrorValue):
            return f'{at} t="e"><v>{value.shows}</v></c>'
        if isinstance(value, bool):
            return f'{at} t="b"><v>{value:d}</v></c>'
        if isinstance(value, date):
            return f'{at} s="1"><v>{serial(value)}</v></c>'
        if isinstance(value, str):
            return f'{at} t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        return f"{at}><v>{value!r}</v></c>"

    rows = "".join(
        f'<row r="{row}">{"".join(cell(row, column, value) for column, value in cells)}</row>'
        for row, cells in lines(grid)
    )
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    return read_workbook(Archive(zipped(parts_of(rows, styles=styles)), NORMAL), "a.xlsx", "", NORMAL)


def as_xls(grid: Grid) -> RawBook:
    def cell(row: int, column: int, value: Value) -> bytes:
        place = binaries.place(row - 1, column - 1, DAY if isinstance(value, date) else 0)
        if isinstance(value, ErrorValue):
            return binaries.record(0x0205, place + bytes([ERRORS[value.shows], 1]))
        if isinstance(value, bool):
            return binaries.record(0x0205, place + bytes([value, 0]))
        if isinstance(value, str):
            raw = value.encode("utf-16-le")
            return binaries.record(0x0204, place + struct.pack("<HB", len(raw) // 2, 1) + raw)
        number = serial(value) if isinstance(value, date) else value
        assert isinstance(number, int | float)
        return binaries.record(0x0203, place + struct.pack("<d", number))

    records = [cell(row, column, value) for (row, column), value in grid.items()]
    return read_old_workbook(binaries.old(*records, before=STYLES), "a.xls", "", NORMAL)


def as_xlsb(grid: Grid) -> RawBook:
    def cell(column: int, value: Value) -> tuple[int, bytes]:
        place = binaries.at(column - 1, 1 if isinstance(value, date) else 0)
        if isinstance(value, ErrorValue):
            return 3, place + bytes([ERRORS[value.shows]])
        if isinstance(value, bool):
            return 4, place + bytes([value])
        if isinstance(value, str):
            raw = value.encode("utf-16-le")
            return 6, place + struct.pack("<I", len(raw) // 2) + raw
        number = serial(value) if isinstance(value, date) else value
        assert isinstance(number, int | float)
        return 5, place + struct.pack("<d", number)

    records = [
        each for row, cells in lines(grid) for each in (binaries.row(row - 1), *(cell(*filled) for filled in cells))
    ]
    return read_binary_workbook(Archive(binaries.new(*records, styles=BINARY_STYLES), NORMAL), "a.xlsb", "", NORMAL)


def as_ods(grid: Grid) -> RawBook:
    def cell(value: Value | None) -> str:
        if value is None:
            return "<table:table-cell/>"
        if isinstance(value, ErrorValue):
            inside = 'office:value-type="string" calcext:value-type="error"'
            return f"<table:table-cell {inside}><text:p>{value.shows}</text:p></table:table-cell>"
        if isinstance(value, bool):
            inside = f'office:value-type="boolean" office:boolean-value="{str(value).lower()}"'
        elif isinstance(value, date):
            inside = f'office:value-type="date" office:date-value="{value}"'
        elif isinstance(value, str):
            inside = f'office:value-type="string" office:string-value={quoteattr(value)}'
        else:
            inside = f'office:value-type="float" office:value="{value!r}"'
        return f"<table:table-cell {inside}/>"

    rows = "".join(
        f"<table:table-row>{''.join(cell(grid.get((row, column))) for column in range(1, 7))}</table:table-row>"
        for row in range(1, 7)
    )
    data = ods(f'<table:table table:name="Blad">{rows}</table:table>')
    return read_opendocument(Archive(data, NORMAL), "a.ods", "", NORMAL)


def as_old_xml(grid: Grid) -> RawBook:
    def cell(column: int, value: Value) -> str:
        if isinstance(value, ErrorValue):
            kind, text = "Error", value.shows
        elif isinstance(value, bool):
            kind, text = "Boolean", f"{value:d}"
        elif isinstance(value, date):
            kind, text = "DateTime", f"{value}T00:00:00.000"
        elif isinstance(value, str):
            kind, text = "String", escape(value)
        else:
            kind, text = "Number", repr(value)
        return f'<Cell ss:Index="{column}"><Data ss:Type="{kind}">{text}</Data></Cell>'

    rows = "".join(
        f'<Row ss:Index="{row}">{"".join(cell(*filled) for filled in cells)}</Row>' for row, cells in lines(grid)
    )
    return read_old_xml(old_xml_of(old_xml_sheet(rows)).encode(), "a.xls", "", NORMAL)


TEXT = st.text(
    st.characters(min_codepoint=33, exclude_categories=("Cs", "Cc", "Cn", "Zs", "Zl", "Zp")), min_size=1, max_size=12
)
VALUES = st.one_of(
    TEXT.filter(lambda text: "_x" not in text),
    st.integers(-(10**9), 10**9),
    st.floats(allow_nan=False, allow_infinity=False, min_value=-1e9, max_value=1e9).filter(lambda number: not number.is_integer()),
    st.booleans(),
    st.dates(date(1901, 1, 1), date(2199, 12, 31)),
    st.sampled_from([ErrorValue(shows) for shows in ERRORS]),
)  # fmt: skip
GRIDS = st.dictionaries(st.tuples(st.integers(1, 6), st.integers(1, 6)), VALUES, max_size=12)


@pytest.mark.parametrize("written", [as_xlsx, as_xls, as_xlsb, as_ods, as_old_xml], ids=lambda each: each.__name__)
@given(grid=GRIDS)
def test_every_kind_of_workbook_gives_the_same_cells(written: Callable[[Grid], RawBook], grid: Grid) -> None:
    (sheet,) = written(grid).sheets
    expected = [(row, {column_letters(column): value for column, value in cells}) for row, cells in lines(grid)]
    assert [(row.number, row.cells) for row in sheet.rows()] == expected
    assert sheet.seen.errors.n == sum(isinstance(value, ErrorValue) for value in grid.values())
