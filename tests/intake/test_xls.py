"""Old workbooks (.xls): every kind of cell, texts cut between records, what is hidden, passwords, and damage."""

import struct
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from auditor.errors import InputError
from auditor.intake.limits import NORMAL
from auditor.intake.sheets import ErrorValue, Uncalculated, Value
from auditor.intake.xls import read_old_workbook
from tests.intake.binaries import compound, narrow, old, place, record, stream_of, wide
from tests.intake.given import given, refusal

LABEL, SHARED, NUMBER, PACKED, SEVERAL, ANSWER, FORMULA, RESULT = (
    0x0204,
    0x00FD,
    0x0203,
    0x027E,
    0x00BD,
    0x0205,
    0x0006,
    0x0207,
)
STYLES = (
    record(0x041E, struct.pack("<H", 164) + wide("dd-mm-yyyy"))
    + b"".join(record(0x00E0, struct.pack("<2H", 0, index) + bytes(16)) for index in (0, 14, 164, 20, 46))
)  # fmt: skip
PLAIN, DAY, OWN_DAY, CLOCK, ELAPSED = range(5)


def shared(*texts: bytes) -> bytes:
    return record(0x00FC, struct.pack("<2I", len(texts), len(texts)) + b"".join(texts))


def number(value: float, style: int = PLAIN, row: int = 0, column: int = 0) -> bytes:
    return record(NUMBER, place(row, column, style) + struct.pack("<d", value))


def formula(result: bytes, options: int = 0) -> bytes:
    return record(FORMULA, place(0, 0) + result + struct.pack("<HI", options, 0) + struct.pack("<H", 0))


def special(kind: int, value: int = 0) -> bytes:
    return bytes([kind, 0, value, 0, 0, 0, 0xFF, 0xFF])


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        pytest.param(record(LABEL, place(0, 0) + narrow("café")), "café", id="text"),
        pytest.param(record(LABEL, place(0, 0) + wide("Łódź")), "Łódź", id="text with two bytes a letter"),
        pytest.param(record(0x00D6, place(0, 0) + narrow("vet") + bytes(6)), "vet", id="rich text"),
        pytest.param(record(SHARED, place(0, 0) + struct.pack("<I", 1)), "B. Jansen", id="a shared text"),
        pytest.param(number(12), 12, id="a whole number"),
        pytest.param(number(0.5), 0.5, id="a fraction"),
        pytest.param(number(float("nan")), ErrorValue("#NUM!"), id="no number"),
        pytest.param(number(45301, DAY), date(2024, 1, 10), id="a day"),
        pytest.param(number(45301.5, OWN_DAY), datetime(2024, 1, 10, 12), id="a moment, in a format of their own"),  # noqa: DTZ001
        pytest.param(number(0.5, CLOCK), "12:00", id="a time"),
        pytest.param(number(1.25, ELAPSED), "30:00", id="a length of time"),
        pytest.param(number(7, 99), 7, id="a style that does not exist"),
        pytest.param(record(PACKED, place(0, 0) + struct.pack("<I", 12 << 2 | 2)), 12, id="packed, whole"),
        pytest.param(record(PACKED, place(0, 0) + struct.pack("<I", (-12 & 0x3FFFFFFF) << 2 | 2)), -12, id="packed, negative"),
        pytest.param(record(PACKED, place(0, 0) + struct.pack("<I", 1250 << 2 | 3)), 12.5, id="packed, in hundredths"),
        pytest.param(record(PACKED, place(0, 0) + struct.pack("<I", 0x3FF80000)), 1.5, id="packed, a fraction"),
        pytest.param(record(ANSWER, place(0, 0) + b"\1\0"), True, id="yes"),
        pytest.param(record(ANSWER, place(0, 0) + b"\x2a\1"), ErrorValue("#N/A"), id="an error"),
        pytest.param(record(ANSWER, place(0, 0) + b"\x63\1"), ErrorValue("#99"), id="an unknown error"),
        pytest.param(formula(struct.pack("<d", 3)), 3, id="a formula"),
        pytest.param(formula(special(0)) + record(RESULT, wide("ja")), "ja", id="a formula with a text"),
        pytest.param(formula(special(0)) + record(0x0221, b"") + record(RESULT, wide("ja")), "ja", id="a text after the rest of the formula"),
        pytest.param(formula(special(1, 1)), True, id="a formula with an answer"),
        pytest.param(formula(special(2, 0x17)), ErrorValue("#REF!"), id="a formula with an error"),
        pytest.param(formula(special(3), 2), Uncalculated(), id="a formula without a result"),
        pytest.param(formula(bytes(8), 2), Uncalculated(), id="a nothing that is still to be calculated"),
        pytest.param(formula(bytes(8)), 0, id="a zero"),
    ],
)  # fmt: skip
def test_what_a_cell_holds(tmp_path: Path, cell: bytes, value: Value) -> None:
    before = STYLES + shared(narrow("A. Bakker"), wide("B. Jansen"))
    assert given(tmp_path, "a.xls", old(cell, before=before)).only() == {"A1": value}


def test_a_formula_with_an_empty_text_is_an_empty_cell(tmp_path: Path) -> None:
    assert given(tmp_path, "a.xls", old(formula(special(3)), number(1, column=1))).only() == {"B1": 1}


def test_packed_numbers_beside_each_other(tmp_path: Path) -> None:
    several = (
        struct.pack("<2H", 4, 2)
        + b"".join(struct.pack("<HI", DAY, day << 2 | 2) for day in (45301, 45302))
        + struct.pack("<H", 3)
    )
    made = given(tmp_path, "a.xls", old(record(SEVERAL, several), before=STYLES))
    assert made.only() == {"C5": date(2024, 1, 10), "D5": date(2024, 1, 11)}


@pytest.mark.parametrize("cut", range(1, 21))
def test_a_shared_text_that_is_cut_between_records_is_whole(tmp_path: Path, cut: int) -> None:
    """At the cut the second record says again how wide its letters are, here the other way than before."""
    first, second = "A. Bakker-de Vries"[: cut - 1], "A. Bakker-de Vries"[cut - 1 :]
    head = struct.pack("<2I", 2, 2) + narrow("eerst") + struct.pack("<HB", 18, 0) + first.encode()
    rest = (b"\1" + second.encode("utf-16-le") if second else b"") + narrow("laatst")
    before = record(0x00FC, head) + record(0x003C, rest)
    cells = [record(SHARED, place(0, index) + struct.pack("<I", index)) for index in range(3)]
    made = given(tmp_path, "a.xls", old(*cells, before=before))
    assert made.only() == {"A1": "eerst", "B1": "A. Bakker-de Vries", "C1": "laatst"}


def test_formats_and_pronunciation_of_a_shared_text_are_passed_by(tmp_path: Path) -> None:
    rich = struct.pack("<HBHI", 3, 0x0C, 2, 5) + b"vet" + bytes(8) + bytes(5)
    before = shared(rich, narrow("na"))
    cells = [record(SHARED, place(0, index) + struct.pack("<I", index)) for index in range(2)]
    assert given(tmp_path, "a.xls", old(*cells, before=before)).only() == {"A1": "vet", "B1": "na"}


def test_hidden_sheets_rows_and_columns_filters_and_merged_cells_are_known(tmp_path: Path) -> None:
    sheet = (
        record(0x0208, struct.pack("<6HI", 0, 0, 3, 255, 0, 0, 0x0100))
        + record(0x0208, struct.pack("<6HI", 1, 0, 3, 255, 0, 0, 0x0120))
        + record(0x007D, struct.pack("<6H", 1, 2, 0, 0, 1, 0))
        + record(0x00E5, struct.pack("<5H", 1, 0, 1, 0, 0))
        + record(0x009B)
        + number(1)
        + number(2, row=1)
    )
    made = given(tmp_path, "a.xls", compound(stream_of(sheet, number(3), number(4), states=(0, 1, 2))))
    found = made.sheets["Blad"]
    assert (found.hidden_columns, found.filtered, found.merged) == (frozenset("BC"), True, ("A1:A2",))
    assert made.hidden_rows["Blad"] == [2]
    assert [each.hidden for each in made.sheets.values()] == [False, True, True]
    assert made.said() == ["rows.filtered", "cells.merged"]


def test_days_may_be_counted_from_1904(tmp_path: Path) -> None:
    made = old(number(43839, DAY), before=STYLES + record(0x0022, b"\1\0"))
    assert given(tmp_path, "a.xls", made).only() == {"A1": date(2024, 1, 10)}


def test_a_chart_in_a_sheet_is_passed_by(tmp_path: Path) -> None:
    chart = record(0x0809, struct.pack("<HHI", 0x0600, 0x20, 0)) + number(9, column=5) + record(0x000A)
    assert given(tmp_path, "a.xls", old(number(1), chart, number(2, row=1))).only() == {"A1": 1, "A2": 2}


def test_a_stray_cell_in_the_last_corner_costs_no_more_than_a_cell(tmp_path: Path) -> None:
    made = given(tmp_path, "a.xls", old(number(1), number(2, row=65535, column=255)))
    assert made.only() == {"A1": 1, "IV65536": 2}
    assert made.said() == ["cells.far"]


def test_a_workbook_of_excel_5_has_letters_of_a_code_page(tmp_path: Path) -> None:
    begin, end = record(0x0809, struct.pack("<HH", 0x0500, 5)), record(0x000A)
    text = "café".encode("cp1252")
    before = begin + record(0x0042, struct.pack("<H", 1252))
    size = len(before) + len(record(0x0085, bytes(7) + b"Blad")) + len(end)
    listed = record(0x0085, struct.pack("<IBBB", size, 0, 0, 4) + b"Blad")
    sheet = (
        record(0x0809, struct.pack("<HH", 0x0500, 0x10))
        + record(LABEL, place(0, 0) + struct.pack("<H", 4) + text)
        + end
    )
    assert given(tmp_path, "a.xls", compound(before + listed + end + sheet, "Book")).cells == {"Blad": {"A1": "café"}}


TWICE = number(1) + number(2)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(old(number(1), before=record(0x002F, bytes(6))), "input.is_password", id="a password"),
        pytest.param(compound(record(0x0809, struct.pack("<HH", 0x0400, 5))), "input.is_ancient", id="too old"),
        pytest.param(compound(stream_of(number(1)), "Boek"), "workbook.no_workbook", id="no workbook in it"),
        pytest.param(compound(stream_of()), "workbook.no_sheets", id="no sheets"),
        pytest.param(old(TWICE), "workbook.damaged", id="a cell twice"),
        pytest.param(old(record(SHARED, place(0, 0) + struct.pack("<I", 1)), before=shared(narrow("a"))), "workbook.string_missing", id="a text that is not there"),
        pytest.param(old(record(NUMBER, place(0, 0) + bytes(4))), "workbook.damaged", id="half a number"),
        pytest.param(old(record(LABEL, place(0, 0) + struct.pack("<HB", 400, 0) + b"kort")), "workbook.damaged", id="a text that is not whole"),
        pytest.param(old(number(1), before=record(0x00FC, struct.pack("<2IHB", 1, 1, 900, 0))), "workbook.damaged", id="a shared text that is not whole"),
        pytest.param(old(number(1))[:1000], "zip.damaged", id="cut off"),
        pytest.param(old(number(1))[:100], "zip.damaged", id="cut off in its head"),
        pytest.param(old(*(number(1, row=n) for n in range(21))), "workbook.too_many_cells", id="a cell too many"),
        pytest.param(compound(stream_of(number(1), number(1), number(1), number(1), names="abcd", states=bytes(4))), "workbook.too_many_sheets", id="a sheet too many"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_for_certain_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    assert refusal(tmp_path, "a.xls", data, cells=20, sheets=3) == code


def test_exactly_the_limits_pass(tmp_path: Path) -> None:
    sheet = b"".join(number(1, row=n) for n in range(20))
    assert refusal(tmp_path, "a.xls", compound(stream_of(sheet, sheet, sheet)), cells=20, sheets=3) == ""


def test_two_sheets_in_one_place_are_refused(tmp_path: Path) -> None:
    stream = stream_of(b"".join(number(1, row=n) for n in range(500)), number(1))
    first, second = (stream.index(wide(name, short=True)) - 6 for name in ("Blad", "Blad2"))
    made = stream[:second] + stream[first : first + 4] + stream[second + 4 :]
    assert refusal(tmp_path, "a.xls", compound(made)) == "workbook.damaged"


def test_a_chain_that_comes_back_on_itself_is_damage(tmp_path: Path) -> None:
    made = bytearray(old(number(1)))
    table = len(made) - 512
    struct.pack_into("<I", made, table, 0)
    assert refusal(tmp_path, "a.xls", bytes(made)) == "zip.damaged"


WHOLE = old(
    record(SHARED, place(0, 0) + bytes(4)),
    number(45301, DAY, column=1),
    formula(special(2, 7)),
    before=STYLES + shared(narrow("A")),
)


@for_all(st.integers(0, len(WHOLE) - 1), st.binary(max_size=6), st.integers(0, 6))
def test_any_change_of_the_bytes_ends_in_rows_or_an_error(at: int, change: bytes, gone: int) -> None:
    data = WHOLE[:at] + change + WHOLE[at + gone :]
    try:
        for sheet in read_old_workbook(data, "a.xls", "", NORMAL).sheets:
            list(sheet.rows())
    except InputError:
        pass
