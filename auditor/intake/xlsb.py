"""Binary workbooks (.xlsb): the parts of an .xlsx, with records for markup.

Read here and not by a library, for the same reasons as old workbooks: errors, hidden rows and cells far away are told.
"""

import posixpath
import struct
from collections.abc import Callable, Iterator
from typing import Final

from auditor.errors import InputError
from auditor.evidence import CellRef
from auditor.intake.archive import Archive
from auditor.intake.binary import error_value, number_of, packed_number
from auditor.intake.gathered import Gathered
from auditor.intake.limits import Limits
from auditor.intake.oddities import book_notes
from auditor.intake.sheets import RawBook, RawSheet, Value
from auditor.intake.xlsx.formats import Shown, shown_by
from auditor.intake.xlsx.markup import damaged
from auditor.intake.xlsx.values import EPOCH_1900, EPOCH_1904
from auditor.intake.xlsx.workbook import Relation, has_macros, relations

_WORKBOOK = "xl/workbook.bin"
_SETTINGS, _SHEET = 153, 156
_TEXT, _FORMAT, _STYLES, _STYLE, _STYLES_END = 19, 44, 617, 47, 618
_ROW, _COLUMNS, _MERGED, _FILTERED, _ROWS, _ROWS_END = 0, 60, 176, 163, 145, 146
_WITH_CELLS: Final = frozenset({"worksheet", "xlmacrosheet", "xlintlmacrosheet"})
_ROW_HIDDEN, _COLUMN_HIDDEN, _IS_1904 = 0x10, 0x01, 0x01
_HEAD, _COLUMN_SPAN, _MERGE, _FOUR, _TWO = (struct.Struct(shape) for shape in ("<II", "<4IH", "<4I", "<I", "<2H"))
_HIDDEN_AT = 11
_MOST_SIZE_BYTES = 4
_LARGEST = 1 << 24
_NO_TEXT = 0xFFFFFFFF

Record = tuple[int, bytes]


def read_binary_workbook(archive: Archive, file: str, sha256: str, limits: Limits) -> RawBook:
    """The sheets of an .xlsb, in order; charts have no rows. Raises `InputError` for what is damaged, and at the limits."""
    if _WORKBOOK not in archive:
        raise InputError("workbook.no_workbook")
    book = _Book(archive)
    if not book.sheets:
        raise InputError("workbook.no_sheets")
    if len(book.sheets) > limits.sheets:
        raise InputError("workbook.too_many_sheets", limit=limits.sheets)
    sheets: list[RawSheet] = []
    read: set[str] = set()
    for name, relation_id, hidden in book.sheets:
        sheet = Gathered(at=CellRef(file, name), limits=limits, hidden=hidden)
        relation = book.relations.get(relation_id)
        if relation is None or relation.part not in archive:
            raise InputError("workbook.sheet_missing", sheet.at)
        if relation.part in read:
            raise damaged(relation.part)  # two sheets cannot be one
        read.add(relation.part)
        if relation.kind in _WITH_CELLS:
            _Cells(book, sheet, relation.part).read(archive)
        sheets.append(sheet.sheet())
    notes = book_notes(file, from_1904=book.epoch is EPOCH_1904, macros=has_macros(archive))
    return RawBook(file=file, sha256=sha256, sheets=tuple(sheets), problems=notes)


def _records(archive: Archive, part: str) -> Iterator[Record]:
    """The records of a part, as (type, content)."""
    rest = b""
    for chunk in archive.chunks(part):
        data = rest + chunk
        at = steps = 0
        while (head := _head(data, at, part)) is not None:
            kind, size, start = head
            if start + size > len(data):
                if size > _LARGEST:
                    raise damaged(part)
                break
            yield kind, data[start : start + size]
            at = start + size
            steps += 1
        rest = data[at:]
        archive.effort.take(steps)
    if rest:
        raise damaged(part)


def _head(data: bytes, at: int, part: str) -> tuple[int, int, int] | None:
    """The type and size of the record that begins here, and where its content starts; nothing when it is cut off."""
    if at + 1 >= len(data):
        return None
    kind = data[at]
    at += 1
    if kind & 0x80:
        kind = (kind & 0x7F) | (data[at] & 0x7F) << 7
        at += 1
    size = 0
    for step in range(_MOST_SIZE_BYTES):
        if at >= len(data):
            return None
        byte = data[at]
        at += 1
        size |= (byte & 0x7F) << (7 * step)
        if not byte & 0x80:
            return kind, size, at
    raise damaged(part)


class _Content:
    """The content of one record, read from left to right."""

    def __init__(self, content: bytes, part: str, at: int = 0) -> None:
        self._content = content
        self._part = part
        self._at = at

    def numbers(self, shape: struct.Struct) -> tuple[int, ...]:
        return shape.unpack(self.take(shape.size))

    def take(self, size: int) -> bytes:
        raw = self._content[self._at : self._at + size]
        if len(raw) < size:
            raise damaged(self._part)
        self._at += size
        return raw

    def text(self) -> str:
        (length,) = self.numbers(_FOUR)
        return "" if length == _NO_TEXT else self.take(length * 2).decode("utf-16-le", "replace")


class _Book:
    """What the sheets of one workbook share: the texts, the styles, and from where days are counted."""

    def __init__(self, archive: Archive) -> None:
        self.relations: dict[str, Relation] = relations(archive, _WORKBOOK)
        self.sheets: list[tuple[str, str, bool]] = []
        self.epoch = EPOCH_1900
        for kind, raw in _records(archive, _WORKBOOK):
            content = _Content(raw, _WORKBOOK)
            if kind == _SETTINGS and content.numbers(_FOUR)[0] & _IS_1904:
                self.epoch = EPOCH_1904
            elif kind == _SHEET:
                state, _ = content.numbers(_HEAD)
                relation, name = content.text(), content.text()
                self.sheets.append((name, relation, bool(state & 3)))
        names = [name.casefold() for name, _, _ in self.sheets]
        if "" in names or len(set(names)) < len(names):
            raise damaged(_WORKBOOK)
        self.texts = list(self._texts(archive))
        self._shown = list(self._styles(archive))

    def shown(self, style: int) -> Shown:
        """How cells of this style show a number."""
        return self._shown[style] if style < len(self._shown) else Shown.NUMBER

    def _part(self, archive: Archive, kind: str, usual: str) -> str:
        named = [relation.part for relation in self.relations.values() if relation.kind == kind]
        return next((part for part in (*named, posixpath.join("xl", usual)) if part in archive), "")

    def _texts(self, archive: Archive) -> Iterator[str]:
        part = self._part(archive, "sharedstrings", "sharedStrings.bin")
        for kind, raw in _records(archive, part) if part else ():
            if kind == _TEXT:
                yield _Content(raw, part, 1).text()

    def _styles(self, archive: Archive) -> Iterator[Shown]:
        part = self._part(archive, "styles", "styles.bin")
        formats: dict[str, str] = {}
        of_cells = False
        for kind, raw in _records(archive, part) if part else ():
            content = _Content(raw, part)
            if kind == _FORMAT:
                index = int.from_bytes(content.take(2), "little")
                formats[str(index)] = content.text()
            elif kind in {_STYLES, _STYLES_END}:
                of_cells = kind == _STYLES
            elif kind == _STYLE and of_cells:
                yield shown_by(str(content.numbers(_TWO)[1]), formats)


class _Cells:
    """Reads the records of one sheet."""

    def __init__(self, book: _Book, sheet: Gathered, part: str) -> None:
        self._book = book
        self._sheet = sheet
        self._part = part
        self._row = 0
        self._hidden = False
        self._cells: dict[int, Value] = {}
        self._last = 0
        packed, error, answer, number, text = self._packed, self._error, self._answer, self._number, self._text
        self._readers: dict[int, Callable[[_Content, Shown], Value]] = {
            2: packed, 3: error, 4: answer, 5: number, 6: text, 7: self._shared, 8: text, 9: number, 10: answer, 11: error,
            62: self._rich,
        }  # fmt: skip

    def read(self, archive: Archive) -> None:
        """All cells, and what stands around them."""
        in_rows = whole = False
        for kind, raw in _records(archive, self._part):
            if kind == _ROWS:
                in_rows = True
            elif kind == _ROWS_END:
                in_rows, whole = False, True
            elif in_rows and kind == _ROW:
                self._start_row(raw)
            elif in_rows and kind in self._readers:
                self._cell(kind, raw)
            elif not in_rows:
                self._around(kind, raw)
        if not whole:
            raise damaged(self._part)
        self._end_row()

    def _start_row(self, raw: bytes) -> None:
        self._end_row()
        row = _Content(raw, self._part).numbers(_FOUR)[0] + 1
        if row <= self._row:
            raise damaged(self._part)
        self._row, self._last, self._cells = row, 0, {}
        self._hidden = len(raw) > _HIDDEN_AT and bool(raw[_HIDDEN_AT] & _ROW_HIDDEN)

    def _end_row(self) -> None:
        self._sheet.add(self._row, self._cells, hidden=self._hidden)
        self._cells = {}

    def _cell(self, kind: int, raw: bytes) -> None:
        content = _Content(raw, self._part)
        column, style = content.numbers(_HEAD)
        if not self._row or column + 1 <= self._last:
            raise damaged(self._part)
        self._last = column + 1
        value = self._readers[kind](content, self._book.shown(style & 0xFFFFFF))
        if value != "":
            self._cells[column + 1] = value

    def _around(self, kind: int, raw: bytes) -> None:
        content = _Content(raw, self._part)
        if kind == _COLUMNS:
            first, last, _, _, options = content.numbers(_COLUMN_SPAN)
            if options & _COLUMN_HIDDEN:
                self._sheet.hide_columns(first + 1, last + 1)
        elif kind == _MERGED:
            top, bottom, left, right = content.numbers(_MERGE)
            self._sheet.merge(top + 1, left + 1, bottom - top + 1, right - left + 1)
        elif kind == _FILTERED:
            self._sheet.filtered = True

    def _packed(self, content: _Content, shown: Shown) -> Value:
        return packed_number(content.numbers(_FOUR)[0], shown, self._book.epoch)

    def _number(self, content: _Content, shown: Shown) -> Value:
        return number_of(content.take(8), shown, self._book.epoch)

    def _error(self, content: _Content, _: Shown) -> Value:
        return error_value(content.take(1)[0])

    def _answer(self, content: _Content, _: Shown) -> Value:
        return bool(content.take(1)[0])

    def _text(self, content: _Content, _: Shown) -> Value:
        return content.text()

    def _rich(self, content: _Content, _: Shown) -> Value:
        content.take(1)
        return content.text()

    def _shared(self, content: _Content, _: Shown) -> Value:
        (index,) = content.numbers(_FOUR)
        if index >= len(self._book.texts):
            raise InputError("workbook.string_missing", self._sheet.at)
        return self._book.texts[index]
