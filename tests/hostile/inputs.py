"""Files that were made to break a reader, each with the outcome that it must have.

An outcome is the number of rows that are read, with the codes of what must be said about them, or the code of the error.
"""

import gzip
import io
import random
import struct
import zipfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import msgspec
from openpyxl import Workbook

from auditor.intake.addresses import column_letters
from tests.intake import binaries
from tests.intake.workbooks import (
    DECLARATION,
    MAIN,
    STRICT,
    made_by_openpyxl,
    parts_of,
    relation,
    relations,
    saved,
    sheet_markup,
    zipped,
)

CANARY = "KANARIE-4711"
"""Stands in cells of every file; what is told of a file that is refused may not hold it."""
ANY = -2
"""As many rows as there happen to be."""
SHEET = "xl/worksheets/sheet1.xml"
BOOK = made_by_openpyxl(["Naam", "Behaald op"], [CANARY, "10-01-2024"], ["B. Jansen", "11-01-2024"])
ODS = "application/vnd.oasis.opendocument.spreadsheet"


class Hostile(msgspec.Struct, frozen=True):
    """One such file: `rows` are read from all its sheets, and `says` is said; or it is refused with a code of `refused`.

    Of a file that may be refused or not, `refused` holds an empty code too; `*` stands for any code.
    """

    name: str
    make: Callable[[], bytes]
    rows: int = -1
    says: Sequence[str] = ()
    refused: Sequence[str] = ()

    @property
    def id(self) -> str:
        """Its name in a list of tests."""
        return self.name


def cell(address: str, text: str = CANARY) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


def row(number: int, *cells: str, attributes: str = "") -> str:
    return f'<row r="{number}" {attributes}>{"".join(cells)}</row>'


TWO_ROWS = row(1, cell("A1")) + row(2, cell("A2"))


def xlsx(sheet_rows: str = TWO_ROWS, **given: str) -> Callable[[], bytes]:
    return lambda: zipped(parts_of(sheet_rows, **given))


def sheet(markup: str | bytes) -> Callable[[], bytes]:
    return lambda: zipped(parts_of(sheet=markup))


def changed(part: str, old: str, new: str) -> Callable[[], bytes]:
    def make() -> bytes:
        parts = parts_of(TWO_ROWS, shared=f"<si><t>{CANARY}</t></si>", styles="<cellXfs><xf numFmtId='0'/></cellXfs>")
        content = str(parts[part])
        assert old in content
        return zipped({**parts, part: content.replace(old, new, 1)})

    return make


def bomb(size: int) -> bytes:
    """A workbook whose sheet is a few kilobytes packed and so many MiB unpacked."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts_of().items():
            if name != SHEET:
                archive.writestr(name, content)
        with archive.open(SHEET, "w") as part:
            for _ in range(size):
                part.write(b" " * (1 << 20))
    return made.getvalue()


def twice(name: str) -> bytes:
    """A zip with one part twice, the second perhaps in other letters."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for part, content in parts_of(TWO_ROWS).items():
            archive.writestr(part, content)
        if name in archive.namelist():
            archive.writestr(f"{name[:-1]}?", str(parts_of(row(1, cell("A1", "ander")))[SHEET]))
            return _renamed(archive, made, name)
        archive.writestr(name, str(parts_of(row(1, cell("A1", "ander")))[SHEET]))
    return made.getvalue()


def _renamed(archive: zipfile.ZipFile, made: io.BytesIO, name: str) -> bytes:
    archive.close()
    return made.getvalue().replace(f"{name[:-1]}?".encode(), name.encode())


def patched(pattern: bytes, at: int, change: bytes, *, last: bool = False) -> Callable[[], bytes]:
    """The usual workbook with some bytes changed in a header of its zip."""

    def make() -> bytes:
        place = (BOOK.rfind(pattern) if last else BOOK.find(pattern)) + at
        return BOOK[:place] + change + BOOK[place + len(change) :]

    return make


def without_results(number: int) -> str:
    """A row full of formulas that store no result, not even an empty one."""
    return row(number, *(f'<c r="{column_letters(each)}{number}" t="str"><f>A</f></c>' for each in range(1, 16_385)))


def listing_itself() -> bytes:
    """An old workbook whose list of sectors goes on in itself, as often as there are sectors."""
    content = bytearray(8 << 20)
    struct.pack_into("<8s", content, 0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    struct.pack_into("<H2x2H", content, 26, 3, 9, 6)
    struct.pack_into("<7I", content, 48, 1, 0, 4096, 0xFFFFFFFE, 0, 0, len(content) // 512)
    struct.pack_into("<109I", content, 76, *[1] * 109)
    struct.pack_into("<128I", content, 512, *[1] * 127, 0)
    return bytes(content)


def many(count: int, make: Callable[[int], str]) -> str:
    return "".join(make(number) for number in range(1, count + 1))


def truncated(data: bytes, tenths: int) -> bytes:
    return data[: len(data) * tenths // 10]


def flipped(data: bytes, seed: int) -> bytes:
    chance = random.Random(seed)  # noqa: S311 - the same at every run
    changed_data = bytearray(data)
    for _ in range(8):
        changed_data[chance.randrange(len(changed_data))] ^= 1 << chance.randrange(8)
    return bytes(changed_data)


def hidden_book() -> bytes:
    book = Workbook()
    first = book.active
    assert first is not None
    first.append(["Naam"])
    first.append([CANARY])
    first.row_dimensions[2].hidden = True
    book.create_sheet("Geheim").append([CANARY])
    book["Geheim"].sheet_state = "veryHidden"
    return saved(book)


def content_xml(tables: str, before: str = "") -> str:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    return f"{DECLARATION}{before}<office:document-content {spaces}>{body}</office:document-content>"


def ods(tables: str, before: str = "") -> Callable[[], bytes]:
    return lambda: zipped({"mimetype": ODS, "content.xml": content_xml(tables, before)})


def ods_table(markup: str) -> str:
    return f'<table:table table:name="Blad">{markup}</table:table>'


def ods_row(times: int, cells: int) -> str:
    text = f'<table:table-cell table:number-columns-repeated="{cells}"><text:p>{CANARY}</text:p></table:table-cell>'
    return f'<table:table-row table:number-rows-repeated="{times}">{text}</table:table-row>'


def old_xml(markup: str, before: str = "") -> Callable[[], bytes]:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    whole = f'<?xml version="1.0"?>{before}<Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="Blad"><Table>{markup}</Table></Worksheet></Workbook>'
    return whole.encode


def number(value: float, place: tuple[int, int]) -> bytes:
    return binaries.record(0x0203, binaries.place(*place) + struct.pack("<d", value))


LAUGHS = (
    "<!DOCTYPE a [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
REMOTE = '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">'
DAMAGED = ("workbook.damaged",)
BROKEN_ZIP = ("zip.damaged", "zip.part_damaged")


def zips() -> Iterator[Hostile]:
    """What is wrong with the package."""
    yield Hostile("bom-300.xlsx", lambda: bomb(300), refused=["zip.grows_too_much", "zip.too_large"])
    yield Hostile("bom-65.xlsx", lambda: bomb(65), refused=["zip.grows_too_much"])
    yield Hostile("zip-in-zip.xlsx", lambda: zipped({"a.zip": zipped({"b.zip": BOOK})}), refused=["input.is_zip"])
    yield Hostile("zip-met-werkmap.zip", lambda: zipped({"register.xlsx": BOOK}), refused=["input.is_zip"])
    yield Hostile("twee-keer.xlsx", lambda: twice(SHEET), refused=["zip.name_twice"])
    yield Hostile("twee-keer-anders.xlsx", lambda: twice(SHEET.upper()), refused=["zip.name_twice"])
    yield Hostile("twee-keer-schuin.xlsx", lambda: twice(SHEET.replace("/", "\\")), refused=["zip.name_twice"])
    yield Hostile("omhoog.xlsx", lambda: zipped({**parts_of(TWO_ROWS), "../../etc/passwd": "x"}), rows=2)
    yield Hostile(
        "veel-delen.xlsx",
        lambda: zipped({**parts_of(TWO_ROWS), **{f"a{n}": "" for n in range(2000)}}),
        refused=["zip.too_many_parts"],
    )
    yield Hostile(
        "genoeg-delen.xlsx",
        lambda: zipped({**parts_of(TWO_ROWS), **{f"a{n}": "" for n in range(1995)}}),
        refused=[],
        rows=2,
    )
    yield Hostile("bzip2.xlsx", lambda: zipped(parts_of(TWO_ROWS), zipfile.ZIP_BZIP2), refused=["zip.unknown_packing"])
    yield Hostile("versleuteld.xlsx", patched(b"PK\1\2", 8, b"\1"), refused=["zip.encrypted"])
    yield Hostile("crc.xlsx", patched(b"PK\1\2", 16, b"\0\0\0\0"), rows=ANY, refused=["", *BROKEN_ZIP])
    yield Hostile("grootte-liegt.xlsx", patched(b"PK\1\2", 24, b"\1\0\0\0"), rows=ANY, refused=["", *BROKEN_ZIP])
    yield Hostile("aantal-liegt.xlsx", patched(b"PK\5\6", 10, b"\1\0", last=True), refused=BROKEN_ZIP)
    yield Hostile("plaats-liegt.xlsx", patched(b"PK\5\6", 16, b"\xff\xff\xff\x7f", last=True), refused=BROKEN_ZIP)
    yield Hostile("overlap.xlsx", patched(b"PK\1\2", 42, b"\1\0\0\0", last=True), refused=[*BROKEN_ZIP, "zip.overlap"])
    yield Hostile("rommel-ervoor.xlsx", lambda: b"rommel" + BOOK, refused=["*"])
    yield Hostile("rommel-erna.xlsx", lambda: BOOK + b"rommel", rows=ANY, refused=["", *BROKEN_ZIP])
    yield Hostile("leeg.zip", lambda: zipped({}), refused=["input.is_zip"])
    for tenths in range(1, 10):
        yield Hostile(f"afgekapt-{tenths}0.xlsx", partial(truncated, BOOK, tenths), refused=BROKEN_ZIP)
    for seed in range(20):
        yield Hostile(f"omgevallen-{seed}.xlsx", partial(flipped, BOOK, seed), rows=ANY, refused=["", "*"])


def markup() -> Iterator[Hostile]:
    """What is wrong with, or odd about, the XML of an .xlsx."""
    for name, doctype in (("lachen", LAUGHS), ("buiten", OUTSIDE), ("ver", REMOTE)):
        for part in (SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "_rels/.rels"):
            used = part in {"xl/sharedStrings.xml", "xl/styles.xml"}
            outcome = ["workbook.doctype", ""] if used else ["workbook.doctype"]
            yield Hostile(
                f"{name}-{part.rpartition('/')[2]}.xlsx",
                changed(part, DECLARATION, DECLARATION + doctype),
                rows=ANY,
                refused=outcome,
            )
    markup_16 = sheet_markup(TWO_ROWS).replace(DECLARATION, '<?xml version="1.0" encoding="UTF-16"?>')
    yield Hostile("utf16.xlsx", sheet(markup_16.encode("utf-16")), rows=2)
    yield Hostile(
        "utf16-doctype.xlsx",
        sheet(markup_16.replace("?>", f"?>{OUTSIDE}", 1).encode("utf-16")),
        refused=["workbook.doctype"],
    )
    utf7 = sheet_markup(TWO_ROWS).replace("UTF-8", "UTF-7")
    yield Hostile("utf7.xlsx", sheet(utf7), refused=DAMAGED)
    yield Hostile(
        "latin1.xlsx",
        sheet(sheet_markup(row(1, cell("A1", "é"))).replace("UTF-8", "ISO-8859-1").encode("latin-1")),
        rows=1,
    )
    yield Hostile("geen-xml.xlsx", sheet("dit is geen xml"), refused=DAMAGED)
    yield Hostile("leeg-blad.xlsx", sheet(" "), refused=DAMAGED)
    yield Hostile("half-blad.xlsx", sheet(sheet_markup(TWO_ROWS)[:-40]), refused=DAMAGED)
    yield Hostile("diep.xlsx", sheet(sheet_markup("<a>" * 100_000)), refused=DAMAGED)
    yield Hostile(
        "voorvoegsel.xlsx",
        sheet(
            sheet_markup(TWO_ROWS)
            .replace("<", "<x:")
            .replace("<x:/", "</x:")
            .replace("<x:?", "<?")
            .replace("xmlns=", "xmlns:x=")
        ),
        rows=2,
    )
    yield Hostile("strikt.xlsx", sheet(sheet_markup(TWO_ROWS).replace(MAIN, STRICT)), rows=2)
    yield Hostile("opmerking.xlsx", xlsx(row(1, "<!-- <c r='B1'><v>1</v></c> -->", cell("A1"))), rows=1)
    yield Hostile("opmerking-in-cel.xlsx", xlsx(row(1, cell("A1", f"<!--x-->{CANARY}"))), rows=1)
    yield Hostile("cdata.xlsx", xlsx(row(1, cell("A1", "<![CDATA[</t></is></c><c r='B1'>]]>"))), rows=1)
    yield Hostile("opdracht.xlsx", xlsx(row(1, "<?php echo 1 ?>", cell("A1"))), rows=1)
    yield Hostile("zonder-r.xlsx", xlsx("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"), rows=2)
    yield Hostile("rij-nul.xlsx", xlsx(row(0, cell("A0"))), refused=DAMAGED)
    yield Hostile("rij-min.xlsx", xlsx(row(-1, cell("A1"))), refused=DAMAGED)
    yield Hostile("rij-te-ver.xlsx", xlsx(row(1_048_577, cell("A1048577"))), refused=DAMAGED)
    yield Hostile(
        "rij-laatste.xlsx", xlsx(row(1, cell("A1")) + row(1_048_576, cell("A1048576"))), rows=2, says=["cells.far"]
    )
    yield Hostile("rij-miljard.xlsx", xlsx(row(10**30, cell(f"A{10**30}"))), refused=DAMAGED)
    yield Hostile("kolom-te-ver.xlsx", xlsx(row(1, cell("XFE1"))), refused=DAMAGED)
    yield Hostile(
        "verdwaald.xlsx", xlsx(TWO_ROWS + row(1_048_576, cell("XFD1048576", " "))), rows=3, says=["cells.far"]
    )
    yield Hostile("rijen-door-elkaar.xlsx", xlsx(row(2, cell("A2")) + row(1, cell("A1"))), refused=DAMAGED)
    yield Hostile("rij-dubbel.xlsx", xlsx(row(1, cell("A1")) + row(1, cell("B1"))), refused=DAMAGED)
    yield Hostile("cel-dubbel.xlsx", xlsx(row(1, cell("A1"), cell("A1", "ander"))), refused=DAMAGED)
    yield Hostile("cel-elders.xlsx", xlsx(row(1, cell("A2"))), refused=DAMAGED)
    yield Hostile("cel-buiten-rij.xlsx", xlsx(cell("A1")), refused=DAMAGED)
    yield Hostile("maat-liegt.xlsx", sheet(sheet_markup(TWO_ROWS, '<dimension ref="A1:XFD1048576"/>')), rows=2)
    yield Hostile("maat-te-klein.xlsx", sheet(sheet_markup(TWO_ROWS, '<dimension ref="A1:A1"/>')), rows=2)
    yield Hostile(
        "lege-rijen.xlsx",
        xlsx(TWO_ROWS + many(200_000, lambda n: f'<row r="{n + 2}" s="1" customFormat="1"/>')),
        rows=2,
    )
    yield Hostile(
        "opgemaakte-cellen.xlsx",
        xlsx(
            TWO_ROWS + many(100_000, lambda n: f'<row r="{n + 2}"><c r="A{n + 2}" s="1"/><c r="B{n + 2}" s="1"/></row>')
        ),
        rows=2,
    )
    yield Hostile(
        "rijke-tekst.xlsx",
        xlsx(
            row(
                1,
                '<c r="A1" t="inlineStr"><is><r><t>half</t></r><r><t>vet</t></r><rPh sb="0" eb="1"><t>uitspraak</t></rPh></is></c>',
            )
        ),
        rows=1,
    )
    yield Hostile("ontsnapt.xlsx", xlsx(row(1, cell("A1", "a_x000D_b_xFFFF__xD800_"))), rows=1)
    yield Hostile("besturing.xlsx", xlsx(row(1, cell("A1", "a&#0;b"))), refused=DAMAGED)
    yield Hostile("verborgen.xlsx", hidden_book, rows=3)
    yield Hostile("fout.xlsx", xlsx(row(1, '<c r="A1" t="e"><v>#N/A</v></c>')), rows=1, says=["cells.error"])
    yield Hostile("onberekend.xlsx", xlsx(row(1, '<c r="A1"><f>NOW()</f></c>')), rows=1, says=["cells.uncalculated"])
    yield Hostile(
        "dde.xlsx", xlsx(row(1, "<c r='A1' t='str'><f>cmd|'/c calc'!A0</f><v>=cmd|'/c calc'!A0</v></c>")), rows=1
    )
    yield Hostile(
        "tekst-weg.xlsx",
        xlsx(row(1, '<c r="A1" t="s"><v>5</v></c>'), shared=f"<si><t>{CANARY}</t></si>"),
        refused=["workbook.string_missing"],
    )
    yield Hostile(
        "tekst-min.xlsx",
        xlsx(row(1, '<c r="A1" t="s"><v>-1</v></c>'), shared=f"<si><t>{CANARY}</t></si>"),
        refused=["workbook.string_missing"],
    )
    yield Hostile(
        "aantal-teksten-liegt.xlsx",
        changed("xl/sharedStrings.xml", "<sst ", '<sst count="4294967295" uniqueCount="4294967295" '),
        rows=2,
    )
    yield Hostile("lang-getal.xlsx", xlsx(row(1, f'<c r="A1"><v>{"9" * 100_000}</v></c>')), rows=1)
    yield Hostile("lange-tekst.xlsx", xlsx(row(1, cell("A1", "x" * 5_000_000))), rows=1)
    yield Hostile("vreemd-soort.xlsx", xlsx(row(1, '<c r="A1" t="raar"><v>1</v></c>')), rows=1)


def endless() -> Iterator[Hostile]:
    """What is small, and long to read."""
    yield Hostile("zonder-uitkomst.xlsx", xlsx(many(12, without_results)), rows=12, says=["cells.uncalculated"])
    yield Hostile("lange-opmerking.xlsx", xlsx(f"<!--{'a' * (12 << 20)}-->{TWO_ROWS}"), refused=DAMAGED)
    yield Hostile(
        "verborgen-kolommen.xlsx",
        sheet(sheet_markup(TWO_ROWS, "<cols>" + '<col min="1" max="16384" hidden="1"/>' * 16_385 + "</cols>")),
        refused=DAMAGED,
    )
    hours = '<numFmts><numFmt numFmtId="200" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>'
    yield Hostile("lange-tijd.xlsx", xlsx(row(1, '<c r="A1" s="0"><v>1e305</v></c>'), styles=hours), rows=1)
    long_number = f'<cellXfs><xf numFmtId="{"9" * 5000}"/></cellXfs>'
    yield Hostile("opmaak.xlsx", xlsx(row(1, '<c r="A1" s="0"><v>1</v></c>'), styles=long_number), rows=1)
    yield Hostile("script-zonder-eind.html", lambda: b"<table><tr><td>a<script>" + b"</script " * 400_000, rows=1)
    yield Hostile(
        "lange-attributen.html",
        lambda: b"<table>" + b"".join([b"<tr><td span " + b"a" * 4000 + b">x"] * 2_000),
        rows=2_000,
    )
    long_sign = b"&#" + b"9" * 5000 + b";"
    yield Hostile("lang-teken.html", lambda: b"<table><tr><td>" + long_sign + b"<tr><td>a", rows=2)
    yield Hostile("vicieus.xls", listing_itself, refused=["zip.damaged"])


def books() -> Iterator[Hostile]:
    """What is wrong with the workbook as a whole."""
    yield Hostile(
        "zonder-blad.xlsx",
        lambda: zipped({name: part for name, part in parts_of().items() if name != SHEET}),
        refused=["workbook.sheet_missing"],
    )
    yield Hostile(
        "zonder-boek.xlsx",
        lambda: zipped({name: part for name, part in parts_of().items() if name != "xl/workbook.xml"}),
        refused=["workbook.no_workbook"],
    )
    yield Hostile(
        "geen-bladen.xlsx",
        changed("xl/workbook.xml", '<sheet name="Blad" sheetId="1" r:id="rId1"/>', ""),
        refused=["workbook.no_sheets"],
    )
    again = '<sheet name="Blad" sheetId="2" r:id="rId1"/></sheets>'
    yield Hostile("blad-dubbel.xlsx", changed("xl/workbook.xml", "</sheets>", again), refused=DAMAGED)
    many_sheets = "".join(f'<sheet name="B{n}" sheetId="{n + 2}" r:id="rId1"/>' for n in range(1000)) + "</sheets>"
    yield Hostile(
        "veel-bladen.xlsx", changed("xl/workbook.xml", "</sheets>", many_sheets), refused=["workbook.too_many_sheets"]
    )
    links = relations(relation("rId1", "worksheet", "http://127.0.0.1:9/blad.xml"))
    yield Hostile(
        "buitenblad.xlsx",
        lambda: zipped({**parts_of(TWO_ROWS), "xl/_rels/workbook.xml.rels": links}),
        refused=["workbook.sheet_missing"],
    )
    yield Hostile(
        "macro.xlsm",
        lambda: zipped({**parts_of(TWO_ROWS), "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"}),
        rows=2,
        says=["workbook.macros"],
    )
    yield Hostile(
        "1904.xlsx", xlsx(TWO_ROWS, properties='<workbookPr date1904="1"/>'), rows=2, says=["dates.from_1904"]
    )


def others() -> Iterator[Hostile]:
    """Other kinds of workbooks."""
    yield Hostile(
        "verdwaald.ods",
        ods(
            ods_table(
                '<table:table-row table:number-rows-repeated="1048575"/><table:table-row><table:table-cell table:number-columns-repeated="16383"/><table:table-cell><text:p>z</text:p></table:table-cell></table:table-row>'
            )
        ),
        rows=1,
        says=["cells.far"],
    )
    yield Hostile("miljard.ods", ods(ods_table(ods_row(1_000_000, 16_384))), refused=["workbook.too_many_cells"])
    yield Hostile("miljoen-rijen.ods", ods(ods_table(ods_row(1_048_576, 1))), rows=1_048_576)
    yield Hostile(
        "eindeloos.ods",
        ods(ods_table(ods_row(10**9, 1))),
        refused=["workbook.beyond_the_sheet", "workbook.too_many_cells"],
    )
    yield Hostile("monster.ods", ods(ods_table(ods_row(10**40, 1))), refused=DAMAGED)
    yield Hostile("lachen.ods", ods(ods_table(ods_row(1, 1)), LAUGHS), refused=["workbook.doctype"])
    yield Hostile("buiten.ods", ods(ods_table(ods_row(1, 1)), OUTSIDE), refused=["workbook.doctype"])
    yield Hostile(
        "spaties.ods", ods(ods_table(ods_row(1, 1)).replace("KANARIE", '<text:s text:c="999999999"/>')), rows=1
    )
    yield Hostile("lachen.xml", old_xml("", LAUGHS), refused=["workbook.doctype"])
    yield Hostile(
        "ver.xls",
        old_xml('<Row ss:Index="1048576"><Cell ss:Index="16384"><Data ss:Type="String">z</Data></Cell></Row>'),
        rows=1,
        says=["cells.far"],
    )
    yield Hostile(
        "te-ver.xls",
        old_xml('<Row ss:Index="9999999"><Cell><Data ss:Type="String">z</Data></Cell></Row>'),
        refused=["workbook.beyond_the_sheet"],
    )
    yield Hostile("pagina.xls", f"<table><tr><td>{CANARY}".encode, rows=1, says=["input.named_otherwise"])
    yield Hostile("breed.html", lambda: b"<table>" + b"<tr><td colspan=16384>a" * 50_000, rows=50_000)
    yield Hostile("diep.html", lambda: b"<table><tr><td>" * 5_000, refused=["html.too_intricate", "html.no_table"])
    yield Hostile(
        "omlaag.html", lambda: b"<table><tr>" + b"<td rowspan=65534>a" * 9_999, refused=["html.too_intricate"]
    )
    yield Hostile("haakjes.html", lambda: b"<table><tr><td>a" + b"<" * 1_000_000, rows=1)
    yield Hostile("open-tags.html", lambda: b"<table><tr><td>a" + b"<a b='" * 200_000, rows=1)
    yield Hostile("open-opmerking.html", lambda: b"<table><tr><td>a" + b"<!--" * 200_000, rows=1)
    yield Hostile("open-scripts.html", lambda: b"<table><tr><td>a" + b"<script>" * 100_000, rows=1)
    yield Hostile(
        "verdwaald.xls", lambda: binaries.old(number(1, (0, 0)), number(2, (65535, 255))), rows=2, says=["cells.far"]
    )
    yield Hostile(
        "wachtwoord.xls",
        lambda: binaries.old(number(1, (0, 0)), before=binaries.record(0x2F, bytes(6))),
        refused=["input.is_password"],
    )
    yield Hostile(
        "wachtwoord.xlsx",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        refused=["input.is_password"],
    )
    whole = binaries.old(number(1, (0, 0)))
    for tenths in range(1, 10):
        yield Hostile(f"afgekapt-{tenths}0.xls", partial(truncated, whole, tenths), refused=["zip.damaged"])
    for seed in range(20):
        yield Hostile(f"omgevallen-{seed}.xls", partial(flipped, whole, seed), rows=ANY, refused=["", "*"])
    binary = binaries.new(
        binaries.row(0),
        (6, binaries.at(0) + binaries.counted(CANARY)),
        binaries.row(1_048_575),
        (4, binaries.at(16_383) + b"\1"),
    )
    yield Hostile("verdwaald.xlsb", lambda: binary, rows=2, says=["cells.far"])
    for seed in range(20):
        yield Hostile(f"omgevallen-{seed}.xlsb", partial(flipped, binary, seed), rows=ANY, refused=["", "*"])


def texts() -> Iterator[Hostile]:
    """What stands in a text with separators, or in its place."""
    yield Hostile("nullen.csv", lambda: b"a;b\n" + bytes(100), refused=["input.is_binary"])
    yield Hostile("nul-in-cel.csv", lambda: b"a;b\nx\0y;z\n", refused=["input.is_binary"])
    yield Hostile(
        "open-aanhaling.csv",
        lambda: f'Naam;Datum\n{CANARY};"10-01-2024\n'.encode() + b"x;y\n" * 1000,
        refused=["csv.quote_open"],
    )
    yield Hostile(
        "aanhalingen.csv", lambda: b'"' * 1_000_000, refused=["", "csv.quote_open", "csv.field_too_long"], rows=ANY
    )
    yield Hostile("lange-regel.csv", lambda: b"a;b\n" + b"x" * (10 << 20), refused=["csv.line_too_long"])
    yield Hostile(
        "lange-cel-over-regels.csv", lambda: b'a;b\n"' + b"x\n" * 300_000 + b'";z\n', rows=ANY, refused=["", "*"]
    )
    yield Hostile("breed.csv", lambda: b";".join([b"a"] * 100_000), refused=["csv.too_wide"])
    yield Hostile("breed-genoeg.csv", lambda: b";".join([b"a"] * 16_384), rows=1, says=["cells.far"])
    yield Hostile("leeg.csv", bytes, refused=["input.is_empty"])
    yield Hostile("wit.csv", lambda: b"\n \n\n", rows=ANY, refused=["", "*"])
    yield Hostile("bom.csv", lambda: b"\xef\xbb\xbfNaam;Datum\nA;B\n", rows=2)
    yield Hostile("utf16.csv", lambda: "Naam;Datum\nA;B\n".encode("utf-16"), rows=2)
    yield Hostile(
        "utf16-zonder-bom.csv",
        lambda: ("Naam;Datum\n" * 20).encode("utf-16-be"),
        rows=20,
        says=["csv.encoding_guessed"],
    )
    yield Hostile("utf16-half.csv", lambda: "Naam;Datum\nA;B\n".encode("utf-16")[:-1], refused=["csv.encoding_unknown"])
    yield Hostile("windows.csv", lambda: "Naam;Café\nA;B\n".encode("cp1252"), rows=2, says=["csv.encoding_guessed"])
    yield Hostile("sep.csv", lambda: b"sep=|\nNaam|Datum\nA|B\n", rows=2)
    yield Hostile("cr.csv", lambda: b"Naam;Datum\rA;B\r", rows=2)
    yield Hostile("formule.csv", lambda: b"Naam;Datum\n=cmd|'/c calc'!A0;@SUM(1)\n", rows=2)
    yield Hostile("tabel.xls", lambda: b"Naam\tDatum\nA\t1\nB\t2\n", rows=3, says=["input.named_otherwise"])
    yield Hostile("brief.xls", lambda: b"Geachte heer,\n\nMet groet\n", refused=["input.is_text_as_workbook"])
    yield Hostile("tekst.xlsx", lambda: b"Naam;Datum\nA;B\nC;D\n", refused=["input.is_text_as_workbook"])
    yield Hostile("ingepakt.csv", lambda: gzip.compress(b"Naam;Datum\n"), refused=["input.is_packed"])
    yield Hostile("pdf.xlsx", lambda: b"%PDF-1.7\n" + bytes(100), refused=["input.is_pdf"])
    yield Hostile(
        "mail.xls", lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related\n", refused=["input.is_mail"]
    )
    yield Hostile("svg.csv", lambda: b'<?xml version="1.0"?><svg/>', refused=["input.is_xml"])


HOSTILE = (*zips(), *markup(), *endless(), *books(), *others(), *texts())
