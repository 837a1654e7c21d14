"""Whatever a workbook's bytes are: rows, or one error with words; the fast way and the exact way agree on what they both read."""

import io
import zipfile
from collections.abc import Iterator
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import InputError
from auditor.intake.archive import Archive
from auditor.intake.limits import NORMAL, Limits
from auditor.intake.sheets import RawBook, RawRow
from auditor.intake.xlsx import read_workbook
from auditor.intake.xlsx.markup import NotPlainError
from auditor.library import load_texts
from tests.intake.workbooks import exact_rows_of, parts_of, read, relation, sheet_markup, zipped

STYLES = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
SHARED = "<si><t>Naam</t></si><si><r><t>half </t></r><r><t>vet</t></r></si>"
ROWS = "".join(
    f'<row r="{n}" spans="1:4"><c r="A{n}" t="s"><v>{n % 2}</v></c><c r="B{n}" s="1"><v>{45000 + n}</v></c>'
    f'<c r="C{n}" t="inlineStr"><is><t>é &amp; {n}</t></is></c><c r="D{n}"><f>A{n}</f><v>{n}.5</v></c></row>'
    for n in range(1, 31)
)
WORKBOOK = parts_of(
    sheet=sheet_markup(
        ROWS, '<cols><col min="2" max="2" hidden="1"/></cols>', '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    ),
    shared=SHARED,
    styles=STYLES,
)
WHOLE = zipped(WORKBOOK)
LISTED = "xl/_rels/workbook.xml.rels"
SHEET = "xl/worksheets/sheet1.xml"
NAMES = sorted(WORKBOOK)
TEXTS = load_texts("nl")


def outcome(data: bytes) -> list[RawRow] | str:
    """The rows of all sheets, or the id of the error; an error must have words."""
    try:
        book = read(data)
        return [row for sheet in book.sheets for row in sheet.rows()]
    except InputError as error:
        return error.says.id if TEXTS.say(error.says) else ""


@given(st.integers(0, len(WHOLE) - 1), st.binary(max_size=6), st.integers(0, 6))
def test_any_change_of_the_bytes_ends_in_rows_or_an_error(at: int, change: bytes, gone: int) -> None:
    assert outcome(WHOLE[:at] + change + WHOLE[at + gone :]) != ""


def bytes_of(part: str) -> bytes:
    content = WORKBOOK[part]
    return content.encode() if isinstance(content, str) else content


PIECES = [
    *(piece.encode() for piece in "< > / \" ' & ; <!-- --> <![CDATA[ ]]> <? ?> &lt; &#0; _x000D_ <row <c <v> </v> </c> </row> <c/> <row/>".split()),
    *(piece.encode() for piece in 'r="A1"|t="s"|t="e"|s="9"|xmlns="x"|xmlns:x="y"|x:|</sheetData>|<sheetData>|<f>1</f>|<f/>|-1|1e9|\x00|é'.split("|")),
    b"\xff",
    b"\xed\xa0\x80",
]  # fmt: skip


@st.composite
def changed_parts(draw: st.DrawFn) -> bytes:
    """The workbook with some pieces of markup put in, or taken out, somewhere in one of its parts."""
    part = draw(st.sampled_from(NAMES))
    content = bytes_of(part)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(content)))
        gone = draw(st.integers(0, 12))
        content = content[:at] + draw(st.sampled_from([b"", *PIECES])) + content[at + gone :]
    return zipped({**WORKBOOK, part: content}, zipfile.ZIP_STORED)


@settings(max_examples=300)
@given(changed_parts())
def test_any_change_of_the_markup_ends_in_rows_or_an_error(data: bytes) -> None:
    assert outcome(data) != ""


@settings(max_examples=300)
@given(changed_parts())
def test_what_both_ways_of_reading_accept_they_read_alike(data: bytes) -> None:
    fast = outcome(data)
    try:
        exact = exact_rows_of(data)
    except InputError:
        return  # the fast way does not look for all that is broken
    assert fast == exact


@pytest.mark.parametrize("part", NAMES)
def test_a_workbook_without_one_of_its_parts_ends_in_rows_or_an_error(part: str) -> None:
    found = outcome(zipped({name: content for name, content in WORKBOOK.items() if name != part}))
    assert isinstance(found, list if part in {"_rels/.rels", "xl/styles.xml"} else str)


def limited(data: bytes, **limits: int) -> RawBook:
    kept: Limits = msgspec.structs.replace(NORMAL, **limits)
    return read_workbook(Archive(data, kept), "boek.xlsx", "", kept)


def test_filled_cells_have_a_limit() -> None:
    assert len(list(limited(WHOLE, cells=120).sheets[0].rows())) == 30
    with pytest.raises(InputError) as caught:
        list(limited(WHOLE, cells=119).sheets[0].rows())
    assert (caught.value.says.id, caught.value.says.facts) == ("error.workbook.too_many_cells", {"limit": 119})


def test_sheets_have_a_limit() -> None:
    names = "".join(f'<sheet name="{n}" r:id="more{n}"/>' for n in range(3))
    more = "".join(relation(f"more{n}", "worksheet", f"worksheets/more{n}.xml") for n in range(3))
    parts = {
        **WORKBOOK,
        "xl/workbook.xml": str(WORKBOOK["xl/workbook.xml"]).replace("<sheets>", f"<sheets>{names}"),
        LISTED: str(WORKBOOK[LISTED]).replace("</Relationships>", f"{more}</Relationships>"),
        **{f"xl/worksheets/more{n}.xml": WORKBOOK[SHEET] for n in range(3)},
    }
    assert len(limited(zipped(parts), sheets=4).sheets) == 4
    with pytest.raises(InputError) as caught:
        limited(zipped(parts), sheets=3)
    assert caught.value.says.id == "error.workbook.too_many_sheets"


def test_two_sheets_cannot_be_one() -> None:
    again = '<sheet name="Blad2" r:id="rId1"/>'
    parts = {**WORKBOOK, "xl/workbook.xml": str(WORKBOOK["xl/workbook.xml"]).replace("<sheets>", f"<sheets>{again}")}
    assert outcome(zipped(parts)) == "error.workbook.damaged"


def test_what_comes_out_of_all_parts_together_has_a_limit() -> None:
    size = sum(len(bytes_of(part)) for part in NAMES)
    book = limited(WHOLE, inflated_bytes=size)
    assert [len(list(book.sheets[0].rows())) for _ in range(3)] == [30, 30, 30]
    with pytest.raises(InputError) as caught:
        list(limited(WHOLE, inflated_bytes=size - 1).sheets[0].rows())
    assert caught.value.says.id == "error.zip.too_large"


@pytest.mark.parametrize("step", [1, 2, 3, 5, 13, 64, 1000])
def test_where_the_pieces_of_a_sheet_are_cut_does_not_matter(step: int) -> None:
    whole = Archive.chunks

    def in_pieces(archive: Archive, name: str) -> Iterator[bytes]:
        content = b"".join(whole(archive, name))
        return (content[at : at + step] for at in range(0, len(content), step))

    def all_of_it() -> tuple[object, ...]:
        return outcome(WHOLE), *((sheet.hidden_columns, sheet.merged) for sheet in read(WHOLE).sheets)

    expected = all_of_it()
    in_need = patch("auditor.intake.xlsx.sheet.exact_rows", side_effect=NotPlainError)
    with patch("auditor.intake.xlsx.workbook._KEPT", 0), patch.object(Archive, "chunks", in_pieces), in_need:
        assert all_of_it() == expected


def test_a_row_without_end_is_read_the_exact_way() -> None:
    with patch("auditor.intake.xlsx.fast._LONGEST_ROW", 100), patch("auditor.intake.archive._STEP_IN", 50):
        assert outcome(WHOLE) == exact_rows_of(WHOLE)


def test_many_kinds_of_rows_and_texts_are_not_all_remembered() -> None:
    with patch("auditor.intake.xlsx.fast._MOST_REMEMBERED", 2):
        assert outcome(WHOLE) == exact_rows_of(WHOLE)


def test_the_fast_way_is_not_given_up_halfway_without_need() -> None:
    with patch("auditor.intake.xlsx.sheet.exact_rows", side_effect=NotPlainError):
        assert len(outcome(WHOLE)) == 30


def test_a_bomb_is_refused_before_it_fills_the_memory() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in NAMES:
            if name != SHEET:
                archive.writestr(name, WORKBOOK[name])
        with archive.open(SHEET, "w") as part:
            for _ in range(80):
                part.write(b" " * (1 << 20))
    assert outcome(made.getvalue()) == "error.zip.grows_too_much"


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(sheet_markup(ROWS).replace("spreadsheetml/2006/main", "other"), id="markup of something else"),
        pytest.param(sheet_markup(ROWS, after=f"<sheetData>{ROWS}</sheetData>"), id="rows in a second place"),
        pytest.param(
            sheet_markup(ROWS, before=f"<!-- --><sheetData>{ROWS}</sheetData>"),
            id="rows in a second place, the exact way",
        ),
    ],
)
def test_rows_where_no_program_writes_them_are_never_silently_lost(sheet: str) -> None:
    assert outcome(zipped(parts_of(sheet=sheet, shared=SHARED, styles=STYLES))) == "error.workbook.damaged"


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        pytest.param("chartsheet", "worksheets/sheet1.xml", id="a filled sheet called a chart"),
        pytest.param("dialogsheet", "worksheets/sheet1.xml", id="a filled sheet called a dialog"),
        pytest.param("worksheet", "workbook.xml", id="the workbook itself for a sheet"),
        pytest.param("worksheet", "sharedStrings.xml", id="its texts for a sheet"),
    ],
)
def test_a_sheet_is_what_it_is_and_not_what_it_is_called(kind: str, target: str) -> None:
    changed = str(WORKBOOK[LISTED]).replace(
        relation("rId1", "worksheet", "worksheets/sheet1.xml"), relation("rId1", kind, target)
    )
    assert changed != WORKBOOK[LISTED]
    assert outcome(zipped({**WORKBOOK, LISTED: changed})) == "error.workbook.damaged"
