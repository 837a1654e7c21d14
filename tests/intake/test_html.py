"""Web pages under the name of a workbook: what stands in which cell, and that no page brings the reader down."""

from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from auditor.errors import InputError
from auditor.intake.html import read_page
from auditor.intake.limits import NORMAL
from tests.intake.given import Cells, given, refusal

REGISTER = """<html><head><meta charset="utf-8"><style>td > b {}</style><script>"<table><tr><td>x"</script></head><body>
<h1>Uitdraai</h1><table border=0><thead><tr><th>Naam</th><th>Behaald&nbsp;op</th></tr></thead>
<tbody><tr><td>A.
  Bakker</td><td>10-01-2024</td></tr><tr style="display: none"><td>C. Dirks</td><td></td></tr></tbody></table></body></html>"""


def test_a_page_under_the_name_of_a_workbook_is_read_and_that_is_said(tmp_path: Path) -> None:
    page = given(tmp_path, "uitdraai.xls", REGISTER)
    assert page.cells == {
        "uitdraai": {"A1": "Naam", "B1": "Behaald op", "A2": "A. Bakker", "B2": "10-01-2024", "A3": "C. Dirks"}
    }
    assert page.hidden_rows == {"uitdraai": [3]}
    assert page.said() == ["input.named_otherwise", "html.numbered"]
    assert given(tmp_path, "uitdraai.html", REGISTER).said() == ["html.numbered"]


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        pytest.param("<tr><td>a<td>b<tr><td>c", {"A1": "a", "B1": "b", "A2": "c"}, id="no end tags"),
        pytest.param("<TR><TD>a</TD><TH>b</TH></TR>", {"A1": "a", "B1": "b"}, id="capitals"),
        pytest.param("<td>a</td><td>b</td>", {"A1": "a", "B1": "b"}, id="cells without a row"),
        pytest.param("<tr><td colspan=3>a<td>b", {"A1": "a", "D1": "b"}, id="a cell over three columns"),
        pytest.param("<tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d", {"A1": "a", "B1": "b", "B2": "c", "A3": "d"}, id="over two rows"),
        pytest.param("<tr><td rowspan='2' colspan=\"2\">a<tr><td>c", {"A1": "a", "C2": "c"}, id="over both"),
        pytest.param("<tr><td colspan=x rowspan=-1>a<td>b", {"A1": "a", "B1": "b"}, id="spans that are no number"),
        pytest.param("<tr></tr><tr><td></td></tr><tr><td>a", {"A3": "a"}, id="empty rows are counted"),
        pytest.param("<tr><td>1 &lt; 2 &amp; caf&eacute;&#8217;s", {"A1": "1 < 2 & café’s"}, id="entities"),
        pytest.param("<tr><td>a < b<td>c <3", {"A1": "a < b", "B1": "c <3"}, id="loose signs"),
        pytest.param("<tr><td>een<br>twee<br/>drie", {"A1": "een\ntwee\ndrie"}, id="lines in a cell"),
        pytest.param("<tr><td><p>een</p><p>twee</p>", {"A1": "een twee"}, id="paragraphs"),
        pytest.param("<tr><td><span style='display:none'>20240110<span>x</span></span>10-01-2024", {"A1": "10-01-2024"}, id="a concealed key"),
        pytest.param("<tr><td title='a > b'>c", {"A1": "c"}, id="a sign in an attribute"),
        pytest.param("<tr><td>a<!-- <td>b --><td>c", {"A1": "a", "B1": "c"}, id="a comment"),
        pytest.param("<tr><td>a<!-- <td>b", {"A1": "a"}, id="a comment without end"),
        pytest.param("<tr><td>a<script>'</td><td>b'</script><td>c", {"A1": "a", "B1": "c"}, id="a script"),
        pytest.param("<tr><td>a<td", {"A1": "a"}, id="cut off in a tag"),
        pytest.param("<tr><td>0012<td>=1+1", {"A1": "0012", "B1": "=1+1"}, id="everything is text"),
    ],
)  # fmt: skip
def test_where_a_cell_stands_and_what_it_says(tmp_path: Path, table: str, cells: Cells) -> None:
    assert given(tmp_path, "a.html", f"<html><table>{table}").only() == cells


def test_each_table_that_holds_something_is_a_sheet(tmp_path: Path) -> None:
    page = "<table><tr><td>menu</td></tr></table><table></table><table><tr><td><table><tr><td>binnen</table><td>buiten</table>"
    assert given(tmp_path, "a.html", page).cells == {
        "a": {"A1": "menu"},
        "a (2)": {"B1": "buiten"},
        "a (3)": {"A1": "binnen"},
    }


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param("<table><td>é".encode(), [], id="UTF-8"),
        pytest.param("<meta charset=iso-8859-1><table><td>é".encode("latin-1"), [], id="as it says"),
        pytest.param("<meta charset='utf-8'><table><td>é".encode("latin-1"), ["csv.encoding_guessed"], id="not as it says"),
        pytest.param("<table><td>é".encode("cp1252"), ["csv.encoding_guessed"], id="not said"),
        pytest.param("\ufeff<table><td>é".encode("utf-16-le"), [], id="UTF-16"),
        pytest.param(b"<meta charset=utf-7><table><td>\xc3\xa9", [], id="an encoding that no page may have"),
    ],
)  # fmt: skip
def test_the_letters_of_a_page_are_found(tmp_path: Path, content: bytes, said: list[str]) -> None:
    page = given(tmp_path, "a.html", content)
    assert page.only() == {"A1": "é"}
    assert page.said() == [*said, "html.numbered"]


def test_merged_cells_are_known(tmp_path: Path) -> None:
    page = given(tmp_path, "a.html", "<table><tr><td rowspan=3>a<td colspan=2>b")
    assert page.sheets["a"].merged == ("A1:A3", "B1:C1")
    assert "cells.merged" in page.said()


@pytest.mark.parametrize(
    ("page", "code"),
    [
        pytest.param("<html><form>Log in</form></html>", "html.no_table", id="a login page"),
        pytest.param("<html><table><tr><td> </td></tr></table>", "html.no_table", id="an empty table"),
        pytest.param("<table><tr><td>a" * 65, "html.too_intricate", id="tables in tables in tables"),
        pytest.param(
            "<table><tr>" + "<td rowspan=2>a" * 257, "html.too_intricate", id="too many cells that reach down"
        ),
        pytest.param("<table><tr><td colspan=16384>a<td>b", "workbook.beyond_the_sheet", id="a column too many"),
        pytest.param("<table>" + "<tr><td>a<td>b" * 51, "workbook.too_many_cells", id="a cell too many"),
    ],
)
def test_a_page_that_gives_no_sheet_is_refused(tmp_path: Path, page: str, code: str) -> None:
    assert refusal(tmp_path, "a.html", page, cells=100) == code


def test_exactly_the_limits_pass(tmp_path: Path) -> None:
    assert refusal(tmp_path, "a.html", "<table>" + "<tr><td>a<td>b" * 50, cells=100) == ""
    assert refusal(tmp_path, "a.html", "<table><tr><td>a" * 64) == ""
    assert refusal(tmp_path, "a.html", "<table><tr>" + "<td rowspan=2>a" * 256) == ""
    assert refusal(tmp_path, "a.html", "<table><tr><td colspan=16383>a<td>b") == ""
    assert refusal(tmp_path, "a.html", "<table><td>a</table>" * 3, sheets=3) == ""
    assert refusal(tmp_path, "a.html", "<table><td>a</table>" * 4, sheets=3) == "html.too_intricate"


PIECES = [
    *"<table> </table> <tr> </tr> <td> </td> <td/> <th <td&nbsp; <td\trowspan=3> <!-- --> <! <? </ < > \" ' = &lt; &#0; &#x110000; &bogus;".split(),
    "<td colspan=16384>", "<td rowspan=1000000>", "<span style='display:none'>", "</span>", "<script>", "</script>", "a", "é", " ", "\n", "\0",
]  # fmt: skip


@for_all(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_soup_of_tags_is_rows_or_an_error(pieces: list[str]) -> None:
    try:
        book = read_page("".join(["<table>", *pieces]).encode(), "a.html", "", NORMAL)
        numbers = [[row.number for row in sheet.rows()] for sheet in book.sheets]
        assert all(sheet == sorted(set(sheet)) for sheet in numbers)
    except InputError:
        pass
