"""Binary workbooks made by hand, record by record: old ones (.xls) in their file of streams, and new ones (.xlsb)."""

import struct
from collections.abc import Sequence

from tests.intake.workbooks import DECLARATION, relation, relations, zipped

SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def record(kind: int, content: bytes = b"") -> bytes:
    """One record of an old workbook."""
    return struct.pack("<2H", kind, len(content)) + content


def wide(text: str, *, short: bool = False) -> bytes:
    """A text with two bytes a letter."""
    return struct.pack("<BB" if short else "<HB", len(text), 1) + text.encode("utf-16-le")


def narrow(text: str, *, short: bool = False) -> bytes:
    """A text with one byte a letter."""
    return struct.pack("<BB" if short else "<HB", len(text), 0) + text.encode("latin-1")


def place(row: int, column: int, style: int = 0) -> bytes:
    """Where a cell stands, counted from 0, and its style."""
    return struct.pack("<3H", row, column, style)


def stream_of(
    *sheets: bytes,
    before: bytes = b"",
    names: Sequence[str] = ("Blad", "Blad2", "Blad3"),
    states: Sequence[int] = (0, 0, 0),
) -> bytes:
    """The stream of a workbook of Excel 97 with these sheets."""
    begin, end = record(0x0809, struct.pack("<HHI", 0x0600, 5, 0)), record(0x000A)
    named = list(zip(names, states, sheets, strict=False))
    sizes = sum(len(_listed(name, state, 0)) for name, state, _ in named)
    start = len(begin) + len(before) + sizes + len(end)
    listed, bodies = b"", b""
    for name, state, sheet in named:
        listed += _listed(name, state, start + len(bodies))
        bodies += record(0x0809, struct.pack("<HHI", 0x0600, 0x10, 0)) + sheet + end
    return begin + before + listed + end + bodies


def _listed(name: str, state: int, start: int) -> bytes:
    return record(0x0085, struct.pack("<IBB", start, state, 0) + wide(name, short=True))


def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    """One line of the folder of a file of streams."""
    raw = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBB3I36xIQ", raw, len(raw) + 2, kind, 1, _FREE, _FREE, child, start, size
    )  # fmt: skip


def compound(stream: bytes, name: str = "Workbook") -> bytes:
    """A file of streams that holds this one."""
    content = stream.ljust(max(4096, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    sectors = len(content) // SECTOR
    tables = -(-(sectors + 2) // (SECTOR // 4 - 1))
    chain = [*range(1, sectors), _END, _END, *[_TABLE] * tables]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(tables * SECTOR, b"\xff")
    folder = entry("Root Entry", 5, 1, _END, 0) + entry(name, 2, _FREE, 0, len(content))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0") + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, tables, sectors, 0, 4096, _END, 0, _END, 0)
    header += struct.pack(f"<{tables}I", *range(sectors + 1, sectors + 1 + tables))
    return header.ljust(SECTOR, b"\xff") + content + folder.ljust(SECTOR, b"\0") + table


def old(*cells: bytes, before: bytes = b"") -> bytes:
    """An old workbook of one sheet, `Blad`, with these records."""
    return compound(stream_of(b"".join(cells), before=before))


def part(*records: tuple[int, bytes]) -> bytes:
    """The records of a part of a binary workbook."""
    made = b""
    for kind, content in records:
        made += bytes([kind & 0x7F | 0x80, kind >> 7]) if kind > 0x7F else bytes([kind])
        size = len(content)
        while size > 0x7F:
            made += bytes([size & 0x7F | 0x80])
            size >>= 7
        made += bytes([size]) + content
    return made


def counted(text: str) -> bytes:
    """A text of a binary workbook."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def at(column: int, style: int = 0) -> bytes:
    """Where a cell of a binary workbook stands in its row, counted from 0, and its style."""
    return struct.pack("<2I", column, style)


def row(number: int, *, hidden: bool = False) -> tuple[int, bytes]:
    """The record that begins a row, counted from 0."""
    return 0, struct.pack("<IIHBB", number, 0, 300, 0, 0x10 if hidden else 0) + bytes(5)


def new(
    *records: tuple[int, bytes],
    around: Sequence[tuple[int, bytes]] = (),
    state: int = 0,
    settings: int = 0,
    texts: Sequence[str] = (),
    styles: Sequence[tuple[int, bytes]] = (),
) -> bytes:
    """A binary workbook of one sheet, `Blad`, with these records between its rows."""
    return zipped(new_parts(*records, around=around, state=state, settings=settings, texts=texts, styles=styles))


def new_parts(
    *records: tuple[int, bytes],
    around: Sequence[tuple[int, bytes]] = (),
    state: int = 0,
    settings: int = 0,
    texts: Sequence[str] = (),
    styles: Sequence[tuple[int, bytes]] = (),
) -> dict[str, str | bytes]:
    """The parts of such a workbook."""
    listed = struct.pack("<2I", state, 1) + counted("rId1") + counted("Blad")
    kinds = (
        '<Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    )
    return {
        "[Content_Types].xml": f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{kinds}</Types>',
        "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": part(
            (131, b""), (153, struct.pack("<2I", settings, 0)), (143, b""), (156, listed), (144, b""), (132, b"")
        ),
        "xl/_rels/workbook.bin.rels": relations(relation("rId1", "worksheet", "worksheets/sheet1.bin")),
        "xl/sharedStrings.bin": part((159, bytes(8)), *((19, b"\0" + counted(text)) for text in texts), (160, b"")),
        "xl/styles.bin": part(*styles),
        "xl/worksheets/sheet1.bin": part((129, b""), *around, (145, b""), *records, (146, b""), (130, b"")),
    }
