"""The records of an old workbook: which sheets there are, what their cells share, and the cells themselves."""

import struct
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

import msgspec

from auditor.errors import InputError
from auditor.evidence import CellRef
from auditor.intake.binary import error_value, number_of, packed_number
from auditor.intake.gathered import Gathered, unique
from auditor.intake.limits import Limits
from auditor.intake.oddities import book_notes
from auditor.intake.sheets import RawBook, Uncalculated, Value
from auditor.intake.xls.compound import Compound
from auditor.intake.xls.records import CONTINUE, Record, Texts, broken, records, unpack
from auditor.intake.xlsx.formats import Shown, shown_by
from auditor.intake.xlsx.values import EPOCH_1900, EPOCH_1904

_SEVERAL = 0x00BD
_BEGIN, _END, _SHEET, _PASSWORD, _LETTERS, _FROM_1904 = 0x0809, 0x000A, 0x0085, 0x002F, 0x0042, 0x0022
_TEXTS, _FORMAT, _STYLE = 0x00FC, 0x041E, 0x00E0
_ROW, _COLUMNS, _MERGED, _FILTERED, _RESULT = 0x0208, 0x007D, 0x00E5, 0x009B, 0x0207
_FORMULA: Final = frozenset({0x0006, 0x0206, 0x0406})
_EXCEL_97, _EXCEL_5 = 0x0600, 0x0500
_WITH_CELLS: Final = frozenset({0, 1})
_ROW_HIDDEN, _COLUMN_HIDDEN, _ON_OPENING = 0x20, 0x01, 0x02
_KIND_OF_SHEET = struct.Struct("<IBB")
_PLACE, _ONE, _LAST, _TWO, _FOUR = (struct.Struct(shape) for shape in ("<3H", "<H", "<I", "<2H", "<4H"))
_CODE_PAGES = {1200: "utf-16-le", 10000: "mac_roman", 32768: "mac_roman", 32769: "cp1252"}
_UNCALCULATED = Uncalculated()
_TEXT_FOLLOWS, _ANSWER, _ERROR, _EMPTY = range(4)


def read_old_workbook(data: bytes, file: str, sha256: str, limits: Limits) -> RawBook:
    """The sheets of an .xls, in order; charts have no rows.

    Raises `InputError` for a password, for what is damaged or older than Excel 5, and at the limits.
    """
    compound = Compound(data)
    name = next((each for each in ("Workbook", "Book") if each in compound), "")
    if not name:
        raise InputError("workbook.no_workbook")
    stream = compound.stream(name)
    book = _Book(stream)
    if not book.sheets:
        raise InputError("workbook.no_sheets")
    if len(book.sheets) > limits.sheets:
        raise InputError("workbook.too_many_sheets", limit=limits.sheets)
    sheets: list[Gathered] = []
    left = len(stream)
    for each in book.sheets:
        at = CellRef(file, unique(each.name, [sheet.at.sheet for sheet in sheets]))
        sheets.append(Gathered(at=at, limits=limits, hidden=each.hidden))
        if each.kind in _WITH_CELLS:
            left -= _Cells(book, sheets[-1]).read(stream, each.start)
            if left < 0:
                raise broken()  # sheets that lie over each other
    notes = book_notes(file, from_1904=book.epoch is EPOCH_1904, macros="_VBA_PROJECT_CUR" in compound)
    return RawBook(file=file, sha256=sha256, sheets=tuple(each.sheet() for each in sheets), problems=notes)


class _Listed(msgspec.Struct, frozen=True):
    """A sheet as the workbook lists it: where its records start, and what kind of sheet it is."""

    name: str
    start: int
    kind: int
    hidden: bool


class _Book:
    """What the sheets of one workbook share."""

    def __init__(self, stream: bytes) -> None:
        self.sheets: list[_Listed] = []
        self.epoch = EPOCH_1900
        self.texts: list[str] = []
        self._formats: dict[str, str] = {}
        self._styles: list[int] = []
        self._codec = "cp1252"
        found = records(stream)
        kind, content = next(found, (0, b""))
        self.is_97 = kind == _BEGIN and unpack(_ONE, content)[0] == _EXCEL_97
        if not self.is_97 and (kind != _BEGIN or unpack(_ONE, content)[0] != _EXCEL_5):
            raise InputError("input.is_ancient")
        self._read(found)
        self._shown = [shown_by(str(each), self._formats) for each in self._styles]

    def _read(self, found: Iterator[Record]) -> None:
        readers: dict[int, Callable[[bytes], None]] = {
            _FROM_1904: self._days,
            _LETTERS: self._letters,
            _FORMAT: self._format,
            _STYLE: lambda content: self._styles.append(unpack(_TWO, content)[1]),
            _SHEET: self._sheet,
        }
        texts: list[bytes] = []
        last = 0
        for kind, content in found:
            if kind == _PASSWORD:
                raise InputError("input.is_password")
            if kind == _TEXTS or (kind == CONTINUE and last == _TEXTS):
                texts.append(content)
                kind = _TEXTS  # noqa: PLW2901 - what continues it belongs to it
            elif kind == _END:
                break
            elif kind in readers:
                readers[kind](content)
            last = kind
        if texts:
            self.texts = list(_shared(texts))

    def _days(self, content: bytes) -> None:
        if unpack(_ONE, content)[0]:
            self.epoch = EPOCH_1904

    def _letters(self, content: bytes) -> None:
        import codecs

        (page,) = unpack(_ONE, content)
        try:
            self._codec = codecs.lookup(_CODE_PAGES.get(page, f"cp{page}")).name
        except LookupError:
            self._codec = "cp1252"

    def _format(self, content: bytes) -> None:
        (index,) = unpack(_ONE, content)
        self._formats[str(index)] = self.text(content[_ONE.size :], short=not self.is_97)

    def _sheet(self, content: bytes) -> None:
        start, state, kind = unpack(_KIND_OF_SHEET, content)
        name = self.text(content[_KIND_OF_SHEET.size :], short=True)
        self.sheets.append(_Listed(name, start, kind, bool(state & 3)))

    def text(self, content: bytes, *, short: bool = False) -> str:
        """The text that stands here; in Excel 5 its letters are those of a code page."""
        if self.is_97:
            return Texts([content]).text(short=short)
        size = 1 if short else 2
        length = int.from_bytes(content[:size], "little")
        raw = content[size : size + length]
        if len(raw) < length or len(content) < size:
            raise broken()
        return raw.decode(self._codec, "replace")

    def shown(self, style: int) -> Shown:
        """How cells of this style show a number."""
        return self._shown[style] if style < len(self._shown) else Shown.NUMBER


def _shared(pieces: list[bytes]) -> Iterator[str]:
    """The shared texts; the eight bytes before them only say how many there should be."""
    texts = Texts([pieces[0][8:], *pieces[1:]])
    while not texts.is_at_end():
        yield texts.text()


class _Cells:
    """Reads the records of one sheet."""

    def __init__(self, book: _Book, sheet: Gathered) -> None:
        self._book = book
        self._sheet = sheet
        self._epoch: date = book.epoch
        self._rows: dict[int, dict[int, Value]] = {}
        self._hidden: set[int] = set()
        self._awaits: tuple[int, int] | None = None
        self._readers: dict[int, Callable[[bytes], Value]] = {
            0x00FD: self._shared,
            0x0204: self._text,
            0x00D6: self._text,
            0x0203: self._number,
            0x027E: self._packed,
            0x0205: self._answer,
        }

    def read(self, stream: bytes, start: int) -> int:
        """All cells, and what stands around them; sheets in this one, such as charts, are passed by. Gives its size."""
        found = records(stream, start)
        if next(found, (0, b""))[0] != _BEGIN:
            raise broken()
        depth, size = 1, 0
        for kind, content in found:
            size += len(content)
            depth += (kind == _BEGIN) - (kind == _END)
            if not depth:
                break
            if depth == 1:
                self._record(kind, content)
        else:
            raise broken()
        self._sheet.filled = 0  # they were counted as they came, and are again as they are added
        for row in sorted(self._rows):
            self._sheet.add(row, self._rows[row], hidden=row in self._hidden)
        return size

    def _record(self, kind: int, content: bytes) -> None:
        if kind in self._readers:
            self._put(content, self._readers[kind](content))
        elif kind == _SEVERAL:
            self._several(content)
        elif kind in _FORMULA:
            self._formula(content)
        elif kind == _RESULT and self._awaits is not None:
            row, column = self._awaits
            self._set(row, column, self._book.text(content))
            self._awaits = None
        else:
            self._around(kind, content)

    def _around(self, kind: int, content: bytes) -> None:
        if kind == _ROW:
            if len(content) > 12 and content[12] & _ROW_HIDDEN:  # noqa: PLR2004 - where its options stand
                self._hidden.add(unpack(_ONE, content)[0] + 1)
        elif kind == _COLUMNS:
            first, last, _, _, options = unpack(struct.Struct("<5H"), content)
            if options & _COLUMN_HIDDEN:
                self._sheet.hide_columns(first + 1, last + 1)
        elif kind == _MERGED:
            for at in range(_ONE.size, len(content) - _FOUR.size + 1, _FOUR.size):
                top, bottom, left, right = unpack(_FOUR, content, at)
                self._sheet.merge(top + 1, left + 1, bottom - top + 1, right - left + 1)
        elif kind == _FILTERED:
            self._sheet.filtered = True

    def _put(self, content: bytes, value: Value) -> None:
        row, column, _ = unpack(_PLACE, content)
        self._set(row, column, value)

    def _set(self, row: int, column: int, value: Value) -> None:
        """Put a value in its cell; a cell that is filled twice is damage, for nobody can tell which holds."""
        if value == "":
            return
        cells = self._rows.setdefault(row + 1, {})
        if column + 1 in cells:
            raise broken()
        cells[column + 1] = value
        self._sheet.count(1)

    def _shown(self, content: bytes) -> Shown:
        return self._book.shown(unpack(_PLACE, content)[2])

    def _shared(self, content: bytes) -> Value:
        (index,) = unpack(_LAST, content, _PLACE.size)
        if index >= len(self._book.texts):
            raise InputError("workbook.string_missing", self._sheet.at)
        return self._book.texts[index]

    def _text(self, content: bytes) -> Value:
        return self._book.text(content[_PLACE.size :])

    def _number(self, content: bytes) -> Value:
        return number_of(_eight(content), self._shown(content), self._epoch)

    def _packed(self, content: bytes) -> Value:
        return packed_number(unpack(_LAST, content, _PLACE.size)[0], self._shown(content), self._epoch)

    def _answer(self, content: bytes) -> Value:
        if len(content) < _PLACE.size + 2:
            raise broken()
        value, is_error = content[_PLACE.size], content[_PLACE.size + 1]
        return error_value(value) if is_error else bool(value)

    def _several(self, content: bytes) -> None:
        """Packed numbers in cells beside each other."""
        row, first = unpack(_TWO, content)
        packed = struct.Struct("<HI")
        for step, at in enumerate(range(_TWO.size, len(content) - packed.size - 1, packed.size)):
            style, number = unpack(packed, content, at)
            self._set(row, first + step, packed_number(number, self._book.shown(style), self._epoch))

    def _formula(self, content: bytes) -> None:
        """A formula with its stored result; of one that is to be calculated on opening, nothing is no result."""
        row, column, _ = unpack(_PLACE, content)
        result = _eight(content)
        (options,) = unpack(_ONE, content, _PLACE.size + 8)
        self._awaits = None
        if result[6:] != b"\xff\xff":
            value = number_of(result, self._shown(content), self._epoch)
            if not any(result) and options & _ON_OPENING:
                value = _UNCALCULATED
        elif result[0] == _TEXT_FOLLOWS:
            self._awaits = (row, column)
            return
        elif result[0] == _ERROR:
            value = error_value(result[2])
        else:
            value = bool(result[2]) if result[0] == _ANSWER else ""
            if result[0] == _EMPTY and options & _ON_OPENING:
                value = _UNCALCULATED
        self._set(row, column, value)


def _eight(content: bytes) -> bytes:
    raw = content[_PLACE.size : _PLACE.size + 8]
    if len(raw) < 8:  # noqa: PLR2004 - the bytes of a number
        raise broken()
    return raw
