"""Text with separators: its encoding and separator are found, its rows are numbered as a spreadsheet program shows them."""

import csv
import io

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import InputError
from auditor.evidence import CellRef, Severity
from auditor.intake.delimited import read_delimited
from auditor.intake.limits import NORMAL, Limits
from auditor.intake.sheets import RawBook, RawRow, Value


def read(data: str | bytes, limits: Limits = NORMAL) -> RawBook:
    content = data.encode() if isinstance(data, str) else data
    return read_delimited(content, "map/register.csv", "hash", limits)


def rows_of(data: str | bytes) -> list[RawRow]:
    return list(read(data).sheets[0].rows())


def grid(data: str | bytes) -> list[list[Value]]:
    return [list(row.cells.values()) for row in rows_of(data)]


def refused(data: str | bytes, limits: Limits = NORMAL) -> InputError:
    with pytest.raises(InputError) as caught:
        list(read(data, limits).sheets[0].rows())
    return caught.value


def test_a_csv_is_one_sheet_named_after_its_file() -> None:
    book = read("naam;datum\n")
    assert (book.file, book.sha256, [sheet.name for sheet in book.sheets]) == ("map/register.csv", "hash", ["register"])
    assert not book.problems


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("a;b\n1;2\n", {1: ["a", "b"], 2: ["1", "2"]}, id="as programs write it"),
        pytest.param("a;b\r\n1;2\r\n", {1: ["a", "b"], 2: ["1", "2"]}, id="Windows lines"),
        pytest.param("a;b\r1;2", {1: ["a", "b"], 2: ["1", "2"]}, id="old Mac lines and no last one"),
        pytest.param("a;b\n\n\n1;2\n", {1: ["a", "b"], 4: ["1", "2"]}, id="blank lines count"),
        pytest.param("a;b\n;;\n1;2\n", {1: ["a", "b"], 3: ["1", "2"]}, id="empty cells count"),
        pytest.param(
            'a;b\n"1\n1";2\n3;4\n', {1: ["a", "b"], 2: ["1\n1", "2"], 3: ["3", "4"]}, id="a line end in quotes"
        ),
        pytest.param('a;b\n"zeg ""ja""";2\n', {1: ["a", "b"], 2: ['zeg "ja"', "2"]}, id="quotes in quotes"),
        pytest.param('a;b\n5" pijp;2\n', {1: ["a", "b"], 2: ['5" pijp', "2"]}, id="a quote within a text"),
        pytest.param("a;b\n00123;1,5\n", {1: ["a", "b"], 2: ["00123", "1,5"]}, id="values stay text"),
        pytest.param("a;b\n=1+1;NA\n", {1: ["a", "b"], 2: ["=1+1", "NA"]}, id="nothing is a formula or missing"),
        pytest.param("a\x0b;b\u2028\n1;2\n", {1: ["a\x0b", "b\u2028"], 2: ["1", "2"]}, id="other line ends are text"),
        pytest.param("\n", {}, id="nothing"),
    ],
)
def test_each_record_is_the_row_that_a_spreadsheet_shows(text: str, rows: dict[int, list[str]]) -> None:
    assert {row.number: list(row.cells.values()) for row in rows_of(text)} == rows


def test_values_stand_under_the_letters_of_their_columns() -> None:
    record = ";".join(str(n) if n in {1, 2, 28, 703} else "" for n in range(1, 704))
    assert rows_of(f"{record}\n")[0].cells == {"A": "1", "B": "2", "AB": "28", "AAA": "703"}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("a;b;c\n1;2;3\n", ["a", "b", "c"], id="semicolon"),
        pytest.param("a,b,c\n1,2,3\n", ["a", "b", "c"], id="comma"),
        pytest.param("a\tb\tc\n1\t2\t3\n", ["a", "b", "c"], id="tab"),
        pytest.param("a|b|c\n1|2|3\n", ["a", "b", "c"], id="bar"),
        pytest.param("a b c\n1\n", ["a b c"], id="none"),
        pytest.param("a;b;c\n1,5;2,5;3\n4;5;6\n", ["a", "b", "c"], id="commas within numbers"),
        pytest.param(
            "naam;dag;uren\nBakker, A.;1;2\nDirks, C.;3;4\n", ["naam", "dag", "uren"], id="a comma in each name"
        ),
        pytest.param("a;b, c;d\n" + "Bakker, A.;1;2\n" * 9 + "Haan, G.\n", ["a", "b, c", "d"], id="an uneven record"),
        pytest.param('a,b\n"x;y;z",1\n"x;y;z",2\n', ["a", "b"], id="semicolons within quotes"),
        pytest.param("Register, 2026\n\na;b;c\n1;2;3\n4;5;6\n7;8;9\n", ["Register, 2026"], id="a title before it"),
        pytest.param("sep=,\na,b;c\n", ["a", "b;c"], id="declared"),
        pytest.param("SEP=\t\r\na\tb;c\r\n", ["a", "b;c"], id="declared with a tab"),
        pytest.param('"sep=|"\na|b;c\n', ["a", "b;c"], id="declared in quotes"),
    ],
)
def test_the_separator_is_the_one_that_splits_most_evenly(text: str, first: list[str]) -> None:
    assert grid(text)[0] == first


def test_the_line_that_declares_the_separator_is_no_row() -> None:
    assert [row.number for row in rows_of("sep=;\na;b\n1;2\n")] == [1, 2]


def test_only_the_first_fifty_records_decide() -> None:
    text = "a;b;c\n" * 50 + "1,2,3,4,5,6,7,8,9\n" * 500
    assert grid(text)[0] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("encoding", "mark", "guessed"),
    [
        pytest.param("utf-8", b"", "", id="UTF-8"),
        pytest.param("utf-8", b"\xef\xbb\xbf", "", id="UTF-8 with its mark"),
        pytest.param("utf-16-le", b"\xff\xfe", "", id="UTF-16 with its mark"),
        pytest.param("utf-16-be", b"\xfe\xff", "", id="UTF-16 the other way round"),
        pytest.param("utf-16-le", b"", "UTF-16", id="UTF-16 without a mark"),
        pytest.param("utf-16-be", b"", "UTF-16", id="UTF-16 the other way round without a mark"),
        pytest.param("utf-32-le", b"\xff\xfe\0\0", "", id="UTF-32 with its mark"),
        pytest.param("utf-32-be", b"\0\0\xfe\xff", "", id="UTF-32 the other way round"),
        pytest.param("cp1252", b"", "Windows-1252", id="Windows-1252"),
    ],
)
def test_a_guessed_encoding_is_noted(encoding: str, mark: bytes, guessed: str) -> None:
    book = read(mark + "naam;reden\nZoë;“één” € 5\n".encode(encoding))
    assert [list(row.cells.values()) for row in book.sheets[0].rows()] == [["naam", "reden"], ["Zoë", "“één” € 5"]]
    assert [each.facts["encoding"] for each in book.problems] == ([guessed] if guessed else [])
    for each in book.problems:
        assert (each.code, each.severity, each.at) == (
            "csv.encoding_guessed",
            Severity.NOTE,
            CellRef("map/register.csv"),
        )


def test_a_letter_that_is_cut_in_two_by_reading_in_pieces_stays_whole() -> None:
    text = "a;b\n" + "éé;2\n" * 400_000  # seven bytes a line, so that every cut falls within a letter sooner or later
    book = read(text)
    assert not book.problems
    assert {row.cells["A"] for row in book.sheets[0].rows()} == {"a", "éé"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param('a;b\n1;"2\n3;4\n', 2, id="never closed"),
        pytest.param('a;b\n"1\n1";2\n\n3;"4\n5;6\n', 5, id="after lines that belong together"),
        pytest.param('sep=;\na;b\n1;"2\n', 3, id="after a declared separator"),
        pytest.param('a;b\n"1"x;2\n', 2, id="closed too early"),
        pytest.param('a;b\n"1;2\n"3";4\n', 2, id="closed by the next one"),
    ],
)
def test_a_quote_that_is_not_closed_well_is_told_with_its_line(text: str, line: int) -> None:
    error = refused(text)
    assert (error.says.id, error.says.facts) == ("error.csv.quote_open", {"line": line})
    assert error.at == CellRef("map/register.csv", "register")


@pytest.mark.parametrize(
    "field", ['"' + "1;2\n" * 50_000, "x" * 200_000], ids=["a quote without end", "no quote at all"]
)
def test_a_field_longer_than_any_cell_is_told_with_its_line(field: str) -> None:
    error = refused(f"a;b\n1;2\n{field};3\n")
    assert (error.says.id, error.says.facts) == ("error.csv.field_too_long", {"line": 3, "limit": 131_072})


@pytest.mark.parametrize(
    ("data", "limits", "code"),
    [
        pytest.param(b"a;b\n\x81\x8d;\n", {}, "csv.encoding_unknown", id="no encoding fits"),
        pytest.param(b"\xef\xbb\xbfa;\xff\n", {}, "csv.encoding_unknown", id="not the encoding of its mark"),
        pytest.param(b"\xff\xfea\0\0\xd8", {}, "csv.encoding_unknown", id="half a character"),
        pytest.param(b";" * 16_384, {}, "csv.too_wide", id="a column too many"),
        pytest.param(b"x" * (8 << 20) + b"\n", {}, "csv.line_too_long", id="a line without end"),
        pytest.param(b"a;b\n1;2\n", {"cells": 3}, "workbook.too_many_cells", id="a cell too many"),
    ],
)
def test_what_cannot_be_a_register_is_refused(data: bytes, limits: dict[str, int], code: str) -> None:
    assert refused(data, msgspec.structs.replace(NORMAL, **limits)).says.id == f"error.{code}"


def test_rows_can_be_read_again_from_the_start() -> None:
    sheet = read("a;b\n1;2\n").sheets[0]
    first = sheet.rows()
    next(first)
    assert list(sheet.rows()) == list(sheet.rows())
    assert next(first).number == 2


fields = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)


@given(
    table=st.lists(st.lists(fields, min_size=3, max_size=3).filter(any), min_size=1), separator=st.sampled_from(";,\t|")
)
def test_any_table_that_is_written_reads_back(table: list[list[str]], separator: str) -> None:
    made = io.StringIO(newline="")
    made.write(f"sep={separator}\n")
    csv.writer(made, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(table)
    assert [[row.cells.get(column, "") for column in "ABC"] for row in rows_of(made.getvalue())] == table


@given(st.binary(max_size=200))
def test_any_bytes_end_in_rows_or_one_error(data: bytes) -> None:
    try:
        numbers = [row.number for row in read(data).sheets[0].rows()]
    except InputError:
        return
    assert numbers == sorted(set(numbers))
