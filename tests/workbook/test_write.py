"""Workbooks that we write, as others read them."""

import io
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.workbook.looks import Look
from auditor.workbook.parts import (
    Anything,
    Book,
    Choice,
    Column,
    DayOnly,
    Entry,
    Row,
    Sheet,
    Styled,
    WholeNumber,
    letters,
)
from auditor.workbook.safe import is_like_a_formula
from auditor.workbook.write import escaped, to_bytes

DAY = date(2026, 11, 22)


def book(*rows: Row, **more: object) -> Book:
    columns = tuple(Column(12) for _ in range(max(map(len, rows), default=1)))
    return Book(sheets=(Sheet(name="Blad", columns=columns, rows=rows, **more),), day="dd-mm-yyyy")  # type: ignore[arg-type]


def opened(made: Book) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(to_bytes(made)))


def values(made: Book) -> list[list[object]]:
    return [[cell.value for cell in row] for row in opened(made)["Blad"].iter_rows()]


def test_text_numbers_and_days_are_what_they_were() -> None:
    sheet = opened(book(("Eis", 12, DAY, None, Styled("x", Look.HEAD))))["Blad"]
    assert [cell.value for cell in sheet[1]][:2] == ["Eis", 12]
    assert (sheet["D1"].value, sheet["E1"].value) == (None, "x")
    styled = opened(book((Styled(DAY, Look.DAY),)))["Blad"]["A1"]
    assert (styled.value.date(), styled.is_date, styled.number_format) == (DAY, True, "dd-mm-yyyy")


@pytest.mark.parametrize(
    "text", ["=1+1", "+31 6", "-", "@SUM(A1)", "\t=1", " =1", '=HYPERLINK("http://x","y")', "\r=1"]
)
def test_a_text_that_looks_like_a_formula_stays_text_also_when_it_is_edited(text: str) -> None:
    cell = opened(book((text,)))["Blad"]["A1"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert is_like_a_formula(text)


@pytest.mark.parametrize("text", ["Eis", "1+1", "a=b", "", "P-001", "3-4-2026", "\N{EN DASH} streep"])
def test_other_text_is_not_marked(text: str) -> None:
    assert not is_like_a_formula(text)
    assert not opened(book((text or "x",)))["Blad"]["A1"].quotePrefix


@given(st.text(st.characters(exclude_characters="\r\ufffe\uffff", exclude_categories=["Cs", "Cc"]), max_size=40))
def test_any_text_reads_back_as_it_was(text: str) -> None:
    assert values(book((text, "x"))) == [[text or None, "x"]]


def test_what_no_workbook_can_hold_becomes_a_mark_and_an_escape_stays_text() -> None:
    assert values(book(("a\x00b\x1fc\ud800", "<b>&amp;"))) == [["a\ufffdb\ufffdc\ufffd", "<b>&amp;"]]
    assert escaped("_x000D_ en _x12") == "_x005F_x000D_ en _x12"


def test_a_text_longer_than_a_cell_can_hold_is_cut() -> None:
    assert len(str(values(book(("x" * 40_000,)))[0][0])) == 32_767


def test_heads_stay_in_sight_are_printed_on_every_page_and_filter() -> None:
    sheet = opened(book(("titel", ""), ("Eis", "Actie"), ("MC-1.1", "x"), head=2, still=1, filtered=True))["Blad"]
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.auto_filter.ref) == ("B3", "$2:$2", "A2:B3")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight, sheet.page_setup.paperSize) == (
        "landscape",
        0,
        9,
    )


def test_a_list_without_rows_has_a_filter_too() -> None:
    assert opened(book(("Eis",), head=1, filtered=True))["Blad"].auto_filter.ref == "A1:A2"


def test_what_may_be_typed() -> None:
    entries = (
        Entry(cells="A2:A9", rule=Choice(("ja", "nee")), title="t" * 40, says="s" * 300, refuses="kies"),
        Entry(cells="B2:B9", rule=Choice(cells="Lijsten!$A$1:$A$4", free=True)),
        Entry(cells="C2:C9", rule=DayOnly(), refuses="een dag"),
        Entry(cells="D2:D9", rule=WholeNumber(1, 100)),
        Entry(cells="E2:E9", rule=Anything(), says="uitleg"),
    )
    made = opened(book(("Eis",), entries=entries))["Blad"].data_validations.dataValidation
    assert [(each.type, each.formula1, bool(each.showErrorMessage)) for each in made] == [
        ("list", '"ja,nee"', True),
        ("list", "Lijsten!$A$1:$A$4", False),
        ("date", "41275", True),
        ("whole", "1", True),
        (None, None, False),
    ]
    assert (len(made[0].promptTitle), len(made[0].prompt)) == (32, 255)


@pytest.mark.parametrize("words", [("a,b",), ("x" * 200, "y" * 100)])
def test_choices_that_a_cell_cannot_list_are_a_defect(words: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="too long"):
        to_bytes(book(("x",), entries=(Entry(cells="A1", rule=Choice(words)),)))


def test_equal_workbooks_give_equal_bytes() -> None:
    assert to_bytes(book(("Eis", DAY))) == to_bytes(book(("Eis", DAY)))


def test_columns_are_lettered_as_in_a_spreadsheet() -> None:
    assert [letters(n) for n in (1, 26, 27, 52, 702, 703, 16_384)] == ["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"]


def test_a_foot_is_text_whatever_stands_in_it() -> None:
    sheet = opened(book(("x",), foot="Zorg & Zo"))["Blad"]
    assert sheet.oddFooter.left.text == "Zorg && Zo"
    assert sheet.oddFooter.right.text == "&P / &N"


def test_a_row_is_as_high_as_its_longest_text() -> None:
    sheet = opened(book(("kort",), ("woord " * 10,), ("x" * 100_000,), ("een\ntwee",)))["Blad"]
    heights = [sheet.row_dimensions[row].height for row in (1, 2, 3, 4)]
    assert heights == [None, 90, 400, 30]


def test_a_workbook_is_compressed_as_little_as_it_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = tuple((f"Medewerker {n * n} van locatie {n % 7}", n) for n in range(500))
    quick = len(to_bytes(book(*rows)))
    monkeypatch.setattr("auditor.workbook.write._LEVEL", 9)
    assert len(to_bytes(book(*rows))) < quick


def test_a_text_that_stands_twice_is_the_same_text_in_both_cells() -> None:
    words = ("een & ander", "=1+1", " a  b ", "Jan_x0041_", "gewoon", "")
    rows = [(word, word) for word in words for _ in range(3)]
    assert values(book(*rows)) == [[word or None, word or None] for word in words for _ in range(3)]
