"""Binary workbooks (.xlsb): every kind of cell, what is hidden, and damage."""

import struct
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from auditor.errors import InputError
from auditor.intake.archive import Archive
from auditor.intake.limits import NORMAL
from auditor.intake.sheets import ErrorValue, Value
from auditor.intake.xlsb import read_binary_workbook
from tests.intake.binaries import at, counted, new, new_parts, part, row
from tests.intake.given import given, refusal
from tests.intake.workbooks import zipped

STYLES = [
    (44, struct.pack("<H", 164) + counted("dd-mm-yyyy")),
    (626, b""), (47, struct.pack("<2H", 0xFFFF, 22) + bytes(12)), (627, b""),
    (617, struct.pack("<I", 3)), *((47, struct.pack("<2H", 0, index) + bytes(12)) for index in (0, 14, 164)), (618, b""),
]  # fmt: skip
PLAIN, DAY, OWN_DAY = range(3)


def real(value: float) -> bytes:
    return struct.pack("<d", value)


@pytest.mark.parametrize(
    ("kind", "content", "value"),
    [
        pytest.param(2, at(0) + struct.pack("<I", 12 << 2 | 2), 12, id="packed"),
        pytest.param(2, at(0, DAY) + struct.pack("<I", 45301 << 2 | 2), date(2024, 1, 10), id="a packed day"),
        pytest.param(3, at(0) + b"\x2a", ErrorValue("#N/A"), id="an error"),
        pytest.param(4, at(0) + b"\1", True, id="yes"),
        pytest.param(5, at(0) + real(0.5), 0.5, id="a number"),
        pytest.param(5, at(0, OWN_DAY) + real(45301), date(2024, 1, 10), id="a day"),
        pytest.param(6, at(0) + counted("Łódź"), "Łódź", id="a text"),
        pytest.param(7, at(0) + struct.pack("<I", 1), "B. Jansen", id="a shared text"),
        pytest.param(8, at(0) + counted("ja") + bytes(10), "ja", id="a formula with a text"),
        pytest.param(9, at(0) + real(3) + bytes(10), 3, id="a formula"),
        pytest.param(10, at(0) + b"\0" + bytes(10), False, id="a formula with an answer"),
        pytest.param(11, at(0) + b"\x17" + bytes(10), ErrorValue("#REF!"), id="a formula with an error"),
        pytest.param(62, at(0) + b"\1" + counted("vet") + bytes(8), "vet", id="rich text"),
    ],
)
def test_what_a_cell_holds(tmp_path: Path, kind: int, content: bytes, value: Value) -> None:
    made = new(row(0), (kind, content), texts=["A. Bakker", "B. Jansen"], styles=STYLES)
    assert given(tmp_path, "a.xlsb", made).only() == {"A1": value}


def test_where_cells_stand_and_what_is_hidden(tmp_path: Path) -> None:
    around = [
        (60, struct.pack("<4IH", 1, 2, 0, 0, 1)),
        (161, bytes(16)),
        (163, bytes(6)),
        (176, struct.pack("<4I", 0, 1, 0, 0)),
    ]
    rows = [
        row(0),
        (1, at(0)),
        (6, at(2) + counted("kop")),
        row(4, hidden=True),
        (6, at(16383) + counted("ver")),
        row(1048575),
        (6, at(0) + counted("z")),
    ]
    made = given(tmp_path, "a.xlsb", new(*rows, around=around, state=2))
    sheet = made.sheets["Blad"]
    assert made.only() == {"C1": "kop", "XFD5": "ver", "A1048576": "z"}
    assert (sheet.hidden, sheet.hidden_columns, sheet.filtered, sheet.merged) == (
        True,
        frozenset("BC"),
        True,
        ("A1:A2",),
    )
    assert made.hidden_rows["Blad"] == [5]
    assert made.said() == ["cells.far", "rows.filtered", "cells.merged"]


def test_days_may_be_counted_from_1904(tmp_path: Path) -> None:
    made = new(row(0), (5, at(0, DAY) + real(43839)), settings=1, styles=STYLES)
    assert given(tmp_path, "a.xlsb", made).only() == {"A1": date(2024, 1, 10)}


def without(name: str) -> bytes:
    parts = new_parts(row(0), (6, at(0) + counted("a")))
    return zipped({each: content for each, content in parts.items() if each != name})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(new(row(0), (7, at(0) + struct.pack("<I", 0))), "workbook.string_missing", id="a text that is not there"),
        pytest.param(new(row(1), row(1)), "workbook.damaged", id="a row twice"),
        pytest.param(new(row(0), (6, at(0) + counted("a")), (6, at(0) + counted("b"))), "workbook.damaged", id="a cell twice"),
        pytest.param(new((6, at(0) + counted("a"))), "workbook.damaged", id="a cell without a row"),
        pytest.param(new(row(0), (5, at(0) + bytes(3))), "workbook.damaged", id="half a number"),
        pytest.param(new(row(0), (6, at(0) + struct.pack("<I", 99))), "workbook.damaged", id="a text that is not whole"),
        pytest.param(new(row(0), (6, at(16384) + counted("a"))), "workbook.beyond_the_sheet", id="a column too many"),
        pytest.param(new(row(1048576), (6, at(0) + counted("a"))), "workbook.beyond_the_sheet", id="a row too many"),
        pytest.param(new(row(0), *((4, at(n) + b"\1") for n in range(21))), "workbook.too_many_cells", id="a cell too many"),
        pytest.param(without("xl/worksheets/sheet1.bin"), "workbook.sheet_missing", id="no sheet"),
        pytest.param(without("xl/_rels/workbook.bin.rels"), "workbook.sheet_missing", id="no list of parts"),
        pytest.param(zipped({**new_parts(), "xl/worksheets/sheet1.bin": part((129, b""), (145, b""))}), "workbook.damaged", id="rows without end"),
        pytest.param(zipped({**new_parts(), "xl/worksheets/sheet1.bin": b"\x01\xff\xff\xff\xff"}), "workbook.damaged", id="a size that does not end"),
        pytest.param(zipped({**new_parts(), "xl/worksheets/sheet1.bin": b"\x01\xff\xff\xff\x7fab"}), "workbook.damaged", id="a size beyond the part"),
        pytest.param(zipped({**new_parts(), "xl/workbook.bin": part((131, b""))}), "workbook.no_sheets", id="no sheets"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_for_certain_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    assert refusal(tmp_path, "a.xlsb", data, cells=20) == code


def test_exactly_the_limit_passes(tmp_path: Path) -> None:
    assert refusal(tmp_path, "a.xlsb", new(row(0), *((4, at(n) + b"\1") for n in range(20))), cells=20) == ""


SHEET = part(
    (129, b""),
    (145, b""),
    row(0),
    (7, at(0) + bytes(4)),
    (3, at(1) + b"\x2a"),
    row(9),
    (5, at(0, 1) + real(45301)),
    (146, b""),
    (130, b""),
)


@for_all(st.integers(0, len(SHEET) - 1), st.binary(max_size=6), st.integers(0, 6))
def test_any_change_of_the_records_ends_in_rows_or_an_error(place: int, change: bytes, gone: int) -> None:
    parts = {
        **new_parts(texts=["A"], styles=STYLES),
        "xl/worksheets/sheet1.bin": SHEET[:place] + change + SHEET[place + gone :],
    }
    try:
        for sheet in read_binary_workbook(Archive(zipped(parts), NORMAL), "a.xlsb", "", NORMAL).sheets:
            list(sheet.rows())
    except InputError:
        pass
