"""What stands in a workbook's markup, and what the reader makes of it; both ways of reading give the same."""

from datetime import date, datetime
from typing import Any
from unittest.mock import patch

import pytest

from auditor.errors import InputError
from auditor.intake.sheets import ErrorValue, RawBook, RawRow, Uncalculated, Value
from auditor.intake.xlsx import fast
from auditor.intake.xlsx.formats import Shown, shown_as
from tests.intake.workbooks import (
    DECLARATION,
    MAIN,
    OFFICE,
    STRICT,
    Cells,
    cells_of,
    is_read_fast,
    parts_of,
    read,
    relation,
    relations,
    rows_of,
    sheet_markup,
    zipped,
)

DATE_STYLES = (
    '<numFmts count="3"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/><numFmt numFmtId="165" formatCode="0000000"/>'
    '<numFmt numFmtId="166" formatCode="[$-413]d mmmm yyyy;@"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/>'
    '<xf numFmtId="20"/><xf numFmtId="46"/><xf numFmtId="166"/></cellXfs>'
    '<dxfs><dxf><numFmt numFmtId="165" formatCode="yyyy"/></dxf></dxfs>'
)
PLAIN, DAY, MOMENT, DUTCH, DIGITS, CLOCK, ELAPSED, LONG_DUTCH = range(8)


def cell(markup: str, **parts: str) -> Value | None:
    """What the reader makes of one cell in A1, whose attributes and content are given."""
    return cells_of(zipped(parts_of(f'<row r="1"><c r="A1" {markup}</c></row>', **parts))).get("A1")


def refusal(parts: dict[str, Any]) -> InputError:
    """The error that a workbook ends in, at opening or while its rows are read."""
    with pytest.raises(InputError) as caught:
        consume(read(zipped(parts)))
    return caught.value


def consume(book: RawBook) -> None:
    for sheet in book.sheets:
        list(sheet.rows())


@pytest.mark.parametrize(
    ("markup", "value"),
    [
        pytest.param("><v>12</v>", 12, id="a whole number"),
        pytest.param(' t="n"><v>-12</v>', -12, id="a negative number"),
        pytest.param("><v>0.5</v>", 0.5, id="a fraction"),
        pytest.param("><v>1E3</v>", 1000.0, id="an exponent"),
        pytest.param("><v>12345678901234567</v>", 12345678901234567, id="seventeen digits stay exact"),
        pytest.param("><v>1e999</v>", "1e999", id="no number that can be held"),
        pytest.param("><v>1_000</v>", "1_000", id="no number at all"),
        pytest.param("><v>nan</v>", "nan", id="a word that Python would take for a number"),
        pytest.param(' t="b"><v>1</v>', True, id="yes"),
        pytest.param(' t="b"><v>0</v>', False, id="no"),
        pytest.param(' t="e"><v>#N/A</v>', ErrorValue("#N/A"), id="an error is not empty"),
        pytest.param(' t="e"><f>1/0</f><v>#DIV/0!</v>', ErrorValue("#DIV/0!"), id="an error from a formula"),
        pytest.param(' t="str"><v>ja</v>', "ja", id="a text"),
        pytest.param(' t="str"><v xml:space="preserve"> ja </v>', " ja ", id="a text that keeps its spaces"),
        pytest.param(' t="inlineStr"><is><t>ja</t></is>', "ja", id="an inline text"),
        pytest.param(
            ' t="inlineStr"><is><t xml:space="preserve"> ja</t></is>', " ja", id="an inline text with a space"
        ),
        pytest.param(
            ' t="inlineStr"><is><r><t>j</t></r><r><rPr><b/><color rgb="0"/></rPr><t>a</t></r></is>',
            "ja",
            id="rich text",
        ),
        pytest.param(
            ' t="inlineStr"><is><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is>', "東京", id="pronunciation"
        ),
        pytest.param(' t="inlineStr"><is><t>a &amp; b &lt;c&gt; &#233;&#xEB;</t></is>', "a & b <c> éë", id="entities"),
        pytest.param(' t="inlineStr"><is><t>een\r\ntwee\rdrie</t></is>', "een\ntwee\ndrie", id="ends of lines"),
        pytest.param(' t="str"><v>een_x000D_twee_x005F_</v>', "een\rtwee_", id="escaped characters"),
        pytest.param(' t="str"><v>_xD83D__xDE00_</v>', "😀", id="a character escaped in two halves"),
        pytest.param(' t="str"><v>_xD83D_</v>', "�", id="half a character"),
        pytest.param(' t="d"><v>2024-01-10</v>', date(2024, 1, 10), id="an ISO day"),
        pytest.param(' t="d"><v>2024-01-10T09:30:00</v>', datetime(2024, 1, 10, 9, 30), id="an ISO moment"),  # noqa: DTZ001
        pytest.param(' t="d"><v>2024-01-10T00:00:00Z</v>', date(2024, 1, 10), id="an ISO midnight"),
        pytest.param(' t="d"><v>2024-W02</v>', "2024-W02", id="no ISO day stays text"),
        pytest.param(' t="d"><v>2024-02-30</v>', "2024-02-30", id="a day that does not exist stays text"),
        pytest.param(' t="odd"><v>ja</v>', "ja", id="an unknown type is text"),
        pytest.param("><f>1+1</f><v>2</v>", 2, id="a formula with its result"),
        pytest.param('><f t="shared" si="0"/><v>2</v>', 2, id="a shared formula with its result"),
        pytest.param(' t="str"><f>A2&amp;""</f><v>ja</v>', "ja", id="a formula with a text"),
        pytest.param("><f>1+1</f>", Uncalculated(), id="a formula without a result"),
        pytest.param("><f>1+1</f><v></v>", Uncalculated(), id="a formula with an empty result"),
        pytest.param("><f>1+1</f><v/>", Uncalculated(), id="a formula with no result at all"),
        pytest.param('><f t="shared" si="0"/>', Uncalculated(), id="a shared formula without a result"),
        pytest.param(' t="str"><f>""</f><v></v>', None, id="a formula whose result is an empty text"),
        pytest.param(' t="str"><f>""</f>', Uncalculated(), id="a formula that should give text, without a result"),
        pytest.param(' s="1">', None, id="only a style"),
        pytest.param("><v></v>", None, id="an empty value"),
        pytest.param(' t="inlineStr"><is><t></t></is>', None, id="an empty text"),
        pytest.param(' t="inlineStr"><is><t> </t></is>', " ", id="a space is a value"),
    ],
)
def test_a_cell_holds_what_its_markup_says(markup: str, value: Value | None) -> None:
    found = cell(markup)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("style", "serial", "value"),
    [
        pytest.param(DAY, "45301", date(2024, 1, 10), id="a day"),
        pytest.param(DAY, "45301.0", date(2024, 1, 10), id="a day as a fraction"),
        pytest.param(DUTCH, "45301", date(2024, 1, 10), id="a day in a format of one's own"),
        pytest.param(LONG_DUTCH, "45301", date(2024, 1, 10), id="a day in a format with a locale"),
        pytest.param(MOMENT, "45301.5", datetime(2024, 1, 10, 12), id="a moment"),  # noqa: DTZ001
        pytest.param(DAY, "45301.999999999", date(2024, 1, 11), id="rounded up to midnight"),
        pytest.param(DAY, "1", date(1900, 1, 1), id="the first day"),
        pytest.param(DAY, "59", date(1900, 2, 28), id="the day before the one that never was"),
        pytest.param(DAY, "60", date(1900, 2, 28), id="the day that never was"),
        pytest.param(DAY, "61", date(1900, 3, 1), id="the day after the one that never was"),
        pytest.param(DAY, "0", 0, id="no day at all"),
        pytest.param(DAY, "0.25", 0.25, id="a part of no day"),
        pytest.param(DAY, "-1", -1, id="before all days"),
        pytest.param(DAY, "2958465", date(9999, 12, 31), id="the last day"),
        pytest.param(DAY, "2958466", 2958466, id="after all days"),
        pytest.param(DAY, "1" * 30, int("1" * 30), id="far after all days"),
        pytest.param(DAY, "voorjaar", "voorjaar", id="no number"),
        pytest.param(CLOCK, "0.375", "09:00", id="a time of day"),
        pytest.param(CLOCK, "0", "00:00", id="midnight"),
        pytest.param(CLOCK, "0.5001157407", "12:00:10", id="a time of day with seconds"),
        pytest.param(CLOCK, "45301.375", datetime(2024, 1, 10, 9), id="a moment that shows its time"),  # noqa: DTZ001
        pytest.param(ELAPSED, "1.5", "36:00", id="a length of time"),
        pytest.param(CLOCK, "-0.25", -0.25, id="no time of day"),
        pytest.param(ELAPSED, "-1.5", -1.5, id="no length of time"),
        pytest.param(DIGITS, "123", 123, id="a number with leading zeros shown"),
        pytest.param(PLAIN, "45301", 45301, id="a number without a format"),
        pytest.param(99, "45301", 45301, id="a style that does not exist"),
    ],
)
def test_a_number_is_a_date_when_its_format_shows_one(style: int, serial: str, value: Value) -> None:
    found = cell(f' s="{style}"><v>{serial}</v>', styles=DATE_STYLES)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("General", Shown.NUMBER),
        ("0.00", Shown.NUMBER),
        ('#,##0.00 "dagen"', Shown.NUMBER),
        ("0\\d", Shown.NUMBER),
        ("[Red]0", Shown.NUMBER),
        ("[$€-413] #,##0", Shown.NUMBER),
        ("_-* #,##0_d", Shown.NUMBER),
        ("0;dd-mm-yyyy", Shown.NUMBER),
        ("@", Shown.NUMBER),
        ("", Shown.NUMBER),
        ("dd-mm-yyyy", Shown.DAY),
        ("DD-MM-JJJJ", Shown.DAY),
        ("mmm", Shown.DAY),
        ('d "de dag";@', Shown.DAY),
        ("dd-mm-yy hh:mm", Shown.DAY),
        ("h:mm AM/PM", Shown.CLOCK),
        ("mm:ss", Shown.CLOCK),
        ("[h]:mm", Shown.ELAPSED),
        ("[mm]:ss", Shown.ELAPSED),
    ],
)
def test_a_format_shows_a_number_as_a_day_a_time_or_a_number(code: str, shown: Shown) -> None:
    assert shown_as(code) is shown


@pytest.mark.parametrize("switch", ["1", "true"])
def test_a_workbook_may_count_its_days_from_1904(switch: str) -> None:
    properties = f'<workbookPr date1904="{switch}"/>'
    found = cell(f' s="{DAY}"><v>43839</v>', styles=DATE_STYLES, properties=properties)
    assert found == date(2024, 1, 10)


@pytest.mark.parametrize(
    ("shared", "texts"),
    [
        pytest.param("<si><t>een</t></si><si><t>twee</t></si>", ("een", "twee"), id="plain"),
        pytest.param(
            '<si><t xml:space="preserve"> een</t></si><si><t>a &amp; b_x000D_</t></si>',
            (" een", "a & b\r"),
            id="escaped",
        ),
        pytest.param("<si/><si><t>twee</t></si>", (None, "twee"), id="an item without a text still counts"),
        pytest.param("<si><t/></si><si><t>twee</t></si>", (None, "twee"), id="an empty text still counts"),
        pytest.param("<si><t></t></si><si><t>twee</t></si>", (None, "twee"), id="another empty text"),
        pytest.param(
            "<si><r><rPr><b/></rPr><t>e</t></r><r><t>en</t></r></si><si><t>twee</t></si>",
            ("een", "twee"),
            id="rich text",
        ),
        pytest.param(
            "<si><t>東</t><rPh sb='0' eb='1'><t>ひがし</t></rPh><phoneticPr/></si><si><t>b</t></si>",
            ("東", "b"),
            id="spoken",
        ),
        pytest.param(
            "<!-- <si><t>nul</t></si> --><si><t>een</t></si><si><t>twee</t></si>", ("een", "twee"), id="comment"
        ),
        pytest.param("<si><t><![CDATA[<een>]]></t></si><si><t>twee</t></si>", ("<een>", "twee"), id="CDATA"),
        pytest.param("\n <si>\n <t>een</t>\n</si>\n<si><t>twee</t></si>", ("een", "twee"), id="with layout"),
    ],
)
def test_cells_share_texts_by_their_number(shared: str, texts: tuple[str | None, str | None]) -> None:
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    found = cells_of(zipped(parts_of(rows, shared=shared)))
    assert (found.get("A1"), found.get("B1")) == texts


@pytest.mark.parametrize("index", ["2", "-1", "1.0", "x", "9" * 5000, "١"])
def test_a_text_that_does_not_exist_is_never_somebody_elses(index: str) -> None:
    rows = f'<row r="1"><c r="A1" t="s"><v>{index}</v></c></row>'
    error = refusal(parts_of(rows, shared="<si><t>een</t></si><si><t>twee</t></si>"))
    assert error.says.id == "error.workbook.string_missing"
    assert error.at is not None
    assert (error.at.file, error.at.sheet) == ("boek.xlsx", "Blad")


FILLED = "<v>1</v></c>"

ODD_MARKUP = [
    pytest.param(f'<row r="2"><c r="B2">{FILLED}</row>', {"B2": 1}, True, id="as programs write it"),
    pytest.param(f'<row r="2"><c r="B2" s="3" t="n">{FILLED}</row>', {"B2": 1}, True, id="with attributes"),
    pytest.param(f"<row><c>{FILLED}<c>{FILLED}</row><row><c>{FILLED}</row>", {"A1": 1, "B1": 1, "A2": 1}, False, id="no r"),
    pytest.param(f'<row r="4"><c r="C4">{FILLED}<c>{FILLED}</row><row><c>{FILLED}</row>', {"C4": 1, "D4": 1, "A5": 1}, False, id="r now and then"),
    pytest.param(f'<row r="1"><c r="$B$1">{FILLED}</row>', {"B1": 1}, False, id="an absolute reference"),
    pytest.param(f"<row r='1'><c r='B1'>{FILLED}</row>", {"B1": 1}, False, id="single quotes"),
    pytest.param(f'<row spans="1:2" r="3"><c s="0" r="B3">{FILLED}</row>', {"B3": 1}, False, id="attributes in another order"),
    pytest.param(f'<row r="1">\n <c r="B1">\n  {FILLED}\n</row>', {"B1": 1}, False, id="layout"),
    pytest.param(f'<row r="1"><c r="C1">{FILLED}<c r="A1">{FILLED}</row>', {"A1": 1, "C1": 1}, False, id="columns out of order"),
    pytest.param(f'<row r="1"><!-- <c r="A1">{FILLED} --><c r="B1">{FILLED}</row>', {"B1": 1}, False, id="a comment"),
    pytest.param('<row r="1"><c r="A1" t="str"><v><![CDATA[<c r="B1"/>]]></v></c></row>', {"A1": '<c r="B1"/>'}, False, id="CDATA"),
    pytest.param(f'<row r="1"><?odd <c r="A1">{FILLED} ?><c r="B1">{FILLED}</row>', {"B1": 1}, False, id="an instruction"),
    pytest.param(f'<row r="1"><x:c xmlns:x="{MAIN}" r="A1"><x:v>1</x:v></x:c><c r="B1">{FILLED}</row>', {"A1": 1, "B1": 1}, False, id="a prefix for one cell"),
    pytest.param(f'<row r="1"><x:c xmlns:x="urn:other" r="A1"><x:v>1</x:v></x:c><c r="B1">{FILLED}</row>', {"B1": 1}, False, id="another vocabulary"),
    pytest.param(f'<row r="1"><c r="A1">{FILLED[:-4]}<extLst/></c><c r="B1">{FILLED}</row>', {"A1": 1, "B1": 1}, False, id="an extension"),
    pytest.param(f'<row r="1"/><row r="2"/><row r="3"><c r="A3">{FILLED}</row><row r="4"/>', {"A3": 1}, True, id="rows without cells"),
    pytest.param(f'<row r="1"><c r="A1" s="1"/><c r="B1"></c><c r="C1">{FILLED}</row>', {"C1": 1}, True, id="cells without a value"),
    pytest.param(f'<row r="1048576"><c r="XFD1048576">{FILLED}</row>', {"XFD1048576": 1}, True, id="the last cell"),
    pytest.param(f'<row r="1"><c r="A1">{FILLED}</row><!--</sheetData>--><row r="2"><c r="A2">{FILLED}</row>', {"A1": 1, "A2": 1}, False, id="an end in a comment"),
    pytest.param(f'<row r="1"><c r="A1">{FILLED}</row><?x </sheetData>?><row r="2"><c r="A2">{FILLED}</row>', {"A1": 1, "A2": 1}, False, id="an end in an instruction"),
    pytest.param('<row r="1"><c r="A1" t="str"><v><![CDATA[</sheetData>]]></v></c></row>', {"A1": "</sheetData>"}, False, id="an end in CDATA"),
    pytest.param(f'<row r="1" xmlns="urn:other"><c r="A1">{FILLED}</row>', {}, False, id="a row of another vocabulary"),
    pytest.param(f'<row r="1"><c r="A1">{FILLED}</row>\n <row r="2"/>\n <row r="3"><c r="A3">{FILLED}</row>\n', {"A1": 1, "A3": 1}, True, id="layout between rows"),
    pytest.param('<row r="1"><v>1</v></row>', {}, False, id="a value outside a cell"),
    pytest.param('<row r="1"><f>1</f></row>', {}, False, id="a formula outside a cell"),
    pytest.param('<row r="1"><c r="A1" t="s"/></row>', {}, True, id="nothing"),
    pytest.param("", {}, True, id="no rows"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "cells", "fast"), ODD_MARKUP)
def test_no_cell_is_lost_or_shifted_however_it_is_written(rows: str, cells: Cells, fast: bool) -> None:
    data = zipped(parts_of(rows))
    assert cells_of(data) == cells
    assert is_read_fast(data) is fast


def test_cells_come_in_the_order_of_their_columns() -> None:
    row = f'<row r="1"><c r="AA1">{FILLED}<c r="Z1">{FILLED}<c r="B1">{FILLED}</row>'
    assert list(rows_of(zipped(parts_of(row)))[0].cells) == ["B", "Z", "AA"]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(f'<row r="2"><c r="A2">{FILLED}</row><row r="1"><c r="A1">{FILLED}</row>', id="rows out of order"),
        pytest.param(f'<row r="1"><c r="A1">{FILLED}</row><row r="1"><c r="B1">{FILLED}</row>', id="a row twice"),
        pytest.param(f'<row r="1"><c r="A1">{FILLED}<c r="A1">{FILLED}</row>', id="a cell twice"),
        pytest.param(f'<row r="1"><c r="A2">{FILLED}</row>', id="a cell of another row"),
        pytest.param(f'<row r="0"><c r="A0">{FILLED}</row>', id="row 0"),
        pytest.param(f'<row r="1048577"><c r="A1048577">{FILLED}</row>', id="after the last row"),
        pytest.param(f'<row r="1"><c r="XFE1">{FILLED}</row>', id="after the last column"),
        pytest.param(f'<row r="1"><c r="1">{FILLED}</row>', id="a cell without a column"),
        pytest.param(f'<row r="een"><c r="A1">{FILLED}</row>', id="a row that is no number"),
        pytest.param(f'<c r="A1">{FILLED}', id="a cell outside a row"),
        pytest.param(f'<c r="A1">{FILLED}<row r="1"><c r="B1">{FILLED}</row>', id="a cell before a row"),
        pytest.param(f'<row r="1"/><c r="A1">{FILLED}<row r="2"/>', id="a cell between rows"),
        pytest.param('<row r="1"><c r="A1"><v>1</c></row>', id="broken markup"),
        pytest.param('<row r="1"><c r="A1" t="str"><v>&unknown;</v></c></row>', id="an unknown entity"),
        pytest.param('<row r="1"><c r="A1" t="str"><v>&#0;</v></c></row>', id="a character that XML forbids"),
        pytest.param('<row r="1"><c r="A1" t="str"><v>&#x110000;</v></c></row>', id="no character at all"),
        pytest.param('<row r="1"><c r="A1" t="str"><v>&#xD800;</v></c></row>', id="half a character"),
        pytest.param('<row r="1"><c r="A1" t="str"><v>a]]>b</v></c></row>', id="the end of no CDATA"),
        pytest.param('<row r="1"><c r="A1" t="str"><v>a\x01b</v></c></row>', id="a control character"),
        pytest.param(f'<row r="1"><c r="A1" s="0" s="1">{FILLED}</row>', id="an attribute twice"),
        pytest.param(f'<row r="1"><c r="A1" 3="0">{FILLED}</row>', id="no name of an attribute"),
        pytest.param(f'<row r="1"><c r="A1">{FILLED}<x r="B1">{FILLED}</row>', id="a tag that is no cell's"),
        pytest.param(f'<row r="1"><c r="A1">{FILLED}</row><row r="2" 9</v></c></row>', id="half a row"),
        pytest.param(
            f'<row r="1"><c r="A1">{FILLED}</row></sheetData><row r="2"><c r="A2">{FILLED}</row>', id="two ends"
        ),
        pytest.param("<!---->" + "<a>" * 100_000 + "</a>" * 100_000, id="nested without end"),
    ],
)
def test_where_a_cell_belongs_is_never_guessed(rows: str) -> None:
    assert refusal(parts_of(rows)).says.id == "error.workbook.damaged"


MANY = 1_000


def many_rows(odd: str = "") -> str:
    """A thousand rows of one kind, and an odd one after them."""
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}" t="inlineStr"><is><t>ja</t></is></c>'
        f'<c r="C{n}"><f>A{n}*2</f><v>{2 * n}</v></c></row>'
        for n in range(1, MANY + 1)
    )
    return rows + odd


def test_rows_of_one_kind_are_read_at_once_and_alike() -> None:
    data = zipped(parts_of(many_rows()))
    assert rows_of(data) == [RawRow(n, {"A": n, "B": "ja", "C": 2 * n}) for n in range(1, MANY + 1)]
    assert is_read_fast(data)
    with patch("auditor.intake.xlsx.fast._any_cells", wraps=fast._any_cells) as one_by_one:  # noqa: SLF001 - how often it is used
        assert len(list(read(data).sheets[0].rows())) == MANY
    assert 0 < one_by_one.call_count < 50


@pytest.mark.parametrize(
    ("odd", "cells"),
    [
        pytest.param('<row r="1001" hidden="1"><c r="A1001"><v>7</v></c></row>', {"A": 7}, id="fewer cells"),
        pytest.param(
            '<row r="1001" hidden="1"><c r="A1001"><v>7</v></c><c r="B1001" t="inlineStr"/><c r="C1001"><f>1</f></c></row>',
            {"A": 7, "C": Uncalculated()},
            id="an empty cell and a formula without a result",
        ),
        pytest.param("<row hidden='1'><c><v>7</v></c></row>", {"A": 7}, id="other markup"),
        pytest.param('<row r="1001" hidden="true"><!----><c r="A1001"><v>7</v></c></row>', {"A": 7}, id="a comment"),
    ],
)
def test_an_odd_row_after_many_usual_ones_is_read_too(odd: str, cells: dict[str, Value]) -> None:
    rows = rows_of(zipped(parts_of(many_rows(odd))))
    assert len(rows) == MANY + 1
    assert rows[-1] == RawRow(1001, cells, hidden=True, odd=Uncalculated() in cells.values())


def test_a_usual_row_whose_cell_belongs_elsewhere_is_refused() -> None:
    odd = '<row r="1001"><c r="A1001"><v>1</v></c><c r="B1000" t="inlineStr"><is><t>x</t></is></c><c r="C1001"><f>1</f><v>1</v></c></row>'
    assert refusal(parts_of(many_rows(odd))).says.id == "error.workbook.damaged"


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>', id="a prefix everywhere"),
        pytest.param(f'<worksheet xmlns="{STRICT}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>', id="strict"),
        pytest.param('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>', id="no namespace"),
        pytest.param(sheet_markup('<row r="1"><c r="A1"><v>1</v></c></row>').replace("UTF-8", "UTF-16").encode("utf-16"), id="UTF-16"),
        pytest.param(sheet_markup('<row r="1"><c r="A1"><v>1</v></c></row>').replace("UTF-8", "ISO-8859-1").encode("latin-1"), id="Latin-1"),
        pytest.param(b"\xef\xbb\xbf" + sheet_markup('<row r="1"><c r="A1"><v>1</v></c></row>').encode(), id="a mark before it"),
        pytest.param(sheet_markup('<row r="1"><c r="A1"><v>1</v></c></row>', before=f'<x xmlns:y="{MAIN}"/>'), id="a prefix declared in passing"),
    ],
)  # fmt: skip
def test_a_sheet_part_may_be_written_in_many_ways(sheet: str | bytes) -> None:
    assert cells_of(zipped(parts_of(sheet=sheet))) == {"A1": 1}


def test_the_declared_encoding_of_a_part_counts() -> None:
    sheet = sheet_markup('<row r="1"><c r="A1" t="str"><v>Ã©</v></c></row>').replace("UTF-8", "ISO-8859-1")
    assert cells_of(zipped(parts_of(sheet=sheet.encode("latin-1")))) == {"A1": "Ã©"}


@pytest.mark.parametrize("quote", ['"', "'"])
def test_hidden_rows_hidden_columns_and_merged_ranges_are_told(quote: str) -> None:
    rows = f'<row r="1"><c r="A1">{FILLED}</row><row r="2" hidden="1"><c r="A2">{FILLED}</row>'
    before = '<cols><col min="1" max="1" width="9"/><col min="2" max="3" hidden="1"/><col min="3" max="4" hidden="true"/></cols>'
    after = '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="$b$4:D5"/></mergeCells>'
    data = zipped(parts_of(sheet=sheet_markup(rows, before, after).replace('"', quote)))
    assert [row.hidden for row in rows_of(data)] == [False, True]
    sheet = read(data).sheets[0]
    assert sheet.hidden_columns == {"B", "C", "D"}
    assert sheet.merged == ("A1:C1", "B4:D5")


def test_a_column_hidden_to_the_end_of_the_sheet_costs_nothing_special() -> None:
    before = '<cols><col min="3" max="16384" hidden="1"/></cols>' + '<col min="1" max="16384" hidden="1"/>' * 50
    assert len(read(zipped(parts_of(sheet=sheet_markup("", before)))).sheets[0].hidden_columns) == 16_384


def book_parts(sheets: str, *lines: str, **more: str) -> dict[str, str | bytes]:
    parts = parts_of('<row r="1"><c r="A1"><v>1</v></c></row>')
    parts["xl/workbook.xml"] = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>'
    parts["xl/_rels/workbook.xml.rels"] = relations(*lines)
    return parts | more


def test_sheets_come_in_the_order_of_the_workbook_with_their_names_and_states() -> None:
    parts = book_parts(
        '<sheet name="&lt;&quot;Zorg &amp; co&quot;&gt;" sheetId="9" r:id="b"/><sheet name="O\'Neill" sheetId="2" state="hidden" r:id="a"/>'
        '<sheet name="Grafiek" sheetId="3" r:id="c"/><sheet name="Diep" sheetId="4" state="veryHidden" r:id="d"/>',
        relation("a", "worksheet", "/xl/worksheets/sheet1.xml"),
        relation("b", "worksheet", "../xl/worksheets/SHEET2.xml"),
        relation("c", "chartsheet", "chartsheets/sheet1.xml"),
        relation("d", "worksheet", "worksheets\\sheet3.xml"),
    )
    parts["xl/worksheets/sheet2.xml"] = parts["xl/worksheets/sheet3.xml"] = parts["xl/worksheets/sheet1.xml"]
    parts["xl/chartsheets/sheet1.xml"] = f'<chartsheet xmlns="{MAIN}"/>'
    book = read(zipped(parts))
    assert [(each.name, each.hidden, len(list(each.rows()))) for each in book.sheets] == [
        ('<"Zorg & co">', False, 1),
        ("O'Neill", True, 1),
        ("Grafiek", False, 0),
        ("Diep", True, 1),
    ]


def test_the_workbook_part_is_found_where_the_package_says() -> None:
    parts = parts_of('<row r="1"><c r="A1"><v>1</v></c></row>')
    parts["map/boek.xml"] = str(parts.pop("xl/workbook.xml")).replace("rId1", "r9")
    parts["map/_rels/boek.xml.rels"] = relations(relation("r9", "worksheet", "/xl/worksheets/sheet1.xml"))
    parts["_rels/.rels"] = relations(relation("rId7", "officeDocument", "map/boek.xml"))
    assert cells_of(zipped(parts)) == {"A1": 1}


@pytest.mark.parametrize(
    ("sheets", "lines", "code"),
    [
        pytest.param("", (), "workbook.no_sheets", id="no sheets"),
        pytest.param('<sheet name="A" r:id="x"/>', (), "workbook.sheet_missing", id="a sheet that is not related"),
        pytest.param(
            '<sheet name="A" r:id="a"/>',
            (relation("a", "worksheet", "er-niet.xml"),),
            "workbook.sheet_missing",
            id="not there",
        ),
        pytest.param(
            '<sheet name="A" r:id="a"/>',
            (relation("a", "image", "workbook.xml"),),
            "workbook.sheet_missing",
            id="no sheet at all",
        ),
        pytest.param(
            '<sheet name="A" r:id="a"/><sheet name="a" r:id="a"/>', (), "workbook.damaged", id="one name twice"
        ),
        pytest.param('<sheet r:id="a"/>', (), "workbook.damaged", id="no name"),
        pytest.param(
            '<sheet name="A" r:id="a"/>',
            (relation("a", "worksheet", "worksheets/sheet1.xml").replace("/>", ' TargetMode="External"/>'),),
            "workbook.sheet_missing",
            id="a sheet elsewhere",
        ),
    ],
)
def test_a_sheet_is_never_dropped_in_silence(sheets: str, lines: tuple[str, ...], code: str) -> None:
    assert refusal(book_parts(sheets, *lines)).says.id == f"error.{code}"


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_every_part_and_encoding(part: str, encoding: str) -> None:
    rows = f'<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="{DAY}"><v>1</v></c></row>'
    parts = parts_of(rows, shared="<si><t>een</t></si>", styles=DATE_STYLES)
    content = str(parts[part]).removeprefix(DECLARATION)
    parts[part] = f'<!DOCTYPE x [<!ENTITY a "b">]>{content}'.encode(encoding)
    error = refusal(parts)
    assert (error.says.id, error.says.facts["part"]) == ("error.workbook.doctype", part)


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
)
@pytest.mark.parametrize("content", [b"", b"<", b"\0\0\0", b"<x/><y/>", b'<?xml version="1.0" encoding="idna"?><x/>'])
def test_a_broken_part_is_named(part: str, content: bytes) -> None:
    rows = f'<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="{DAY}"><v>1</v></c></row>'
    parts = parts_of(rows, shared="<si><t>een</t></si>", styles=DATE_STYLES)
    parts[part] = content
    assert refusal(parts).says.facts.get("part", part) == part


def test_rows_can_be_read_again_from_the_start() -> None:
    sheet = read(zipped(parts_of(many_rows()))).sheets[0]
    first = sheet.rows()
    next(first)
    assert list(sheet.rows()) == list(sheet.rows())
    assert next(first).number == 2


def test_texts_and_styles_that_no_cell_uses_are_not_read() -> None:
    parts = parts_of('<row r="1"><c r="A1"><v>1</v></c></row>', shared="broken <", styles="broken <")
    consume(read(zipped(parts)))
