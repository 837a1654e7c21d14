"""The rows of a sheet by expressions over its markup: for what spreadsheet programs write, and loud about all else.

Every row must match an expression wholly, from its first character to its last, and every cell must stand in its own row;
what differs in any way raises `NotPlainError`, and the exact reader takes over. So no cell can be lost or shifted.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise, zip_longest

import msgspec

from auditor.intake.addresses import MAX_COLUMN, MAX_ROW, column_number
from auditor.intake.guard import is_odd
from auditor.intake.sheets import RawRow, Uncalculated, Value
from auditor.intake.xlsx.markup import NotPlainError, attributes_of, is_on, unescape
from auditor.intake.xlsx.values import Reader, Values

Texts = tuple[str, ...]

_ROW = r'<row r="([1-9][0-9]{0,6})"([^<>/]*)>'
_ROWS_WITHOUT_CELLS = r"\s*(?:<row [^<>]*/>\s*)*"
_CELL = r'<c r="([A-Z]+)([0-9]+)"([^<>/]*)'
# What follows a cell's attributes, with what is stored in it as a group: without a formula, and with one and its result.
_PLAIN = r"(?:>(?:<v>([^<]*)</v></c>|</c>)|/>)"
_INLINE = r"(?:>(?:<is><t>([^<]*)</t></is></c>|</c>)|/>)"
_PLAIN_OR_INLINE = r"(?:>(?:<v>|<is><t>)([^<]*)(?:</v></c>|</t></is></c>)|/>|></c>)"
_CALCULATED = r"><f(?: [^<>]*)?(?:/>|>[^<]*</f>)<v>([^<]+)</v></c>"
# All forms that are known; the groups are what is stored, the mark of a formula, and what that stored.
_ANY = (
    r"(?:/>|>(?:<v(?: [^<>/]*)?>([^<]*)</v>|<is><t(?: [^<>/]*)?>([^<]*)</t></is>|<v/>)?</c>|"
    r">(<f)(?: [^<>]*)?(?:/>|>[^<]*</f>)(?:<v(?: [^<>/]*)?>([^<]*)</v>|<v/>)?</c>)"
)

_LONGEST_ROW = 1 << 24
_MOST_REMEMBERED = 1 << 15
_MOST_DIGITS = 10  # of the number of a shared text
_USUAL_FROM = 16
_MOST_USUAL = 8
_PRICE = 150  # making the expression for a kind of row costs about what it saves on so many rows
_FORMULA = "<f"
_ERROR = '"e"'
_UNCALCULATED = Uncalculated()


def fast_rows(body: Iterable[bytes], values: Values) -> Iterator[RawRow]:
    """The rows with a value in the inside of `<sheetData>`, whose rows and cells are in order; else `NotPlainError`."""
    sheet = _Sheet(values)
    for block in _blocks(body):
        *pieces, rest = block.split("</row>")
        if not re.fullmatch(_ROWS_WITHOUT_CELLS, rest):
            raise NotPlainError
        sheet.expect(len(pieces))
        for piece in pieces:
            row = sheet.row(piece)
            if row is not None and row.cells:
                yield row


def _blocks(body: Iterable[bytes]) -> Iterator[str]:
    """The markup in blocks of whole rows."""
    rest = b""
    try:
        for chunk in body:
            rest += chunk
            cut = rest.rfind(b"<row")
            if cut > 0:
                yield rest[:cut].decode()
                rest = rest[cut:]
            elif len(rest) > _LONGEST_ROW:
                raise NotPlainError
        yield rest.decode()
    except UnicodeDecodeError:
        raise NotPlainError from None


class _Remembered(dict[str, Value]):
    """What each stored text of cells with the same attributes stands for; registers repeat themselves.

    `empties` gets an entry when a stored text turns out to stand for nothing.
    """

    def __init__(self, read: Reader, kind: str, empties: list[str]) -> None:
        super().__init__()
        self._read = read
        self._empties = empties
        self.is_text = kind == "str"
        self.is_error = kind == "e"

    def __missing__(self, raw: str) -> Value:
        value = self._read(unescape(raw))
        if value == "":
            self._empties.append(raw)
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[raw] = value
        return value


class _Shared(_Remembered):
    """The shared texts by their numbers. The first ones are known at once: they stand in the order in which a program met
    them, so what a register repeats is among them. The others are looked up, which is cheaper than remembering each.
    """

    def __init__(self, read: Reader, strings: Sequence[str], empties: list[str]) -> None:
        super().__init__(read, "s", empties)
        self._strings = strings
        self.update(zip(map(str, range(_MOST_REMEMBERED)), strings, strict=False))
        empties += [text for text in strings if not text]

    def __missing__(self, raw: str) -> Value:
        if raw.isdecimal() and raw.isascii() and len(raw) < _MOST_DIGITS and int(raw) < len(self._strings):
            return self._strings[int(raw)]
        return super().__missing__(raw)


class _Hidden(dict[str, bool]):
    """Whether a row with these attributes is hidden."""

    def __missing__(self, attributes: str) -> bool:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        hidden = self[attributes] = is_on(attributes_of(attributes), "hidden")
        return hidden


class _Shape(msgspec.Struct):
    """A kind of row: its columns, and for each column what its stored texts stand for.

    `match` matches a whole row of this kind at once, many times faster than cell by cell, where rows enough are like it.
    """

    columns: Texts
    tables: list[_Remembered]
    has_errors: bool
    seen: int = 0
    match: Callable[[str], re.Match[str] | None] | None = None

    def values(self, stored: Iterable[str | None]) -> dict[str, Value]:
        """The filled cells of a row that stores this."""
        return {column: table[raw] for column, table, raw in zip(self.columns, self.tables, stored, strict=True) if raw}


class _Sheet:
    """Reads the rows of one sheet in turn, and remembers the kinds of row and cell that it has met."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self._match_row = _any_row()
        self._tables: dict[str, _Remembered] = {}
        self._shapes: dict[tuple[Texts, Texts], _Shape] = {}
        self._usual: list[_Shape] = []
        self._hidden = _Hidden()
        self._empties: list[str] = []
        self._last = 0
        self._credit = 0

    def expect(self, rows: int) -> None:
        """So many rows are about to be read."""
        self._credit += rows

    def row(self, piece: str) -> RawRow | None:
        """One row; `piece` is its markup without the end tag, with perhaps rows without cells before it."""
        for shape in self._usual:
            if shape.match and (found := shape.match(piece)):
                if shape is not self._usual[0]:
                    self._usual.remove(shape)
                    self._usual.insert(0, shape)
                digits, attributes, *stored = found.groups()
                return self._row(digits, attributes, shape.values(stored), perhaps_odd=shape.has_errors)
        if "</" not in piece:  # cells with a value have an end tag
            return None
        tag = self._match_row(piece)
        if tag is None:
            raise NotPlainError
        digits, attributes = tag.groups()
        cells = self._cells(piece, digits)
        return self._row(digits, attributes, cells, perhaps_odd=_FORMULA in piece or _ERROR in piece)

    def _row(self, digits: str, attributes: str, found: dict[str, Value], *, perhaps_odd: bool) -> RawRow:
        number = int(digits)
        if not self._last < number <= MAX_ROW:
            raise NotPlainError
        self._last = number
        if self._empties:
            found = {column: value for column, value in found.items() if value != ""}
        return RawRow(number, found, self._hidden[attributes], perhaps_odd and is_odd(found.values()))

    def _cells(self, piece: str, digits: str) -> dict[str, Value]:
        if _FORMULA not in piece:
            cells = _plain_cells()(piece)
            if len(cells) == piece.count("<c"):
                columns, rows, attributes, stored = zip(*cells, strict=True)
                return self._shape(columns, rows, attributes, digits, ()).values(stored)
        columns, rows, attributes, plain, inline, marks, results = zip(*_any_cells()(piece), strict=True)
        stored = tuple(first or second or third for first, second, third in zip(plain, inline, results, strict=True))
        shape = self._shape(columns, rows, attributes, digits, marks)
        found = shape.values(stored)
        open_ones = {column for column, mark, raw in zip(columns, marks, stored, strict=True) if mark and not raw}
        return _with_uncalculated(found, shape, open_ones, piece, digits) if open_ones else found

    def _shape(self, columns: Texts, rows: Texts, attributes: Texts, digits: str, formulas: Texts) -> _Shape:
        """The kind of a row whose cells have these columns, row numbers, attributes and perhaps marks of formulas."""
        if rows.count(digits) != len(rows):
            raise NotPlainError
        try:
            shape = self._shapes[columns, attributes]
        except KeyError:
            shape = self._shapes[columns, attributes] = self._new_shape(columns, attributes)
        shape.seen += 1
        if shape.seen >= _USUAL_FROM and self._credit >= _PRICE and shape.match is None:
            self._learn(shape, attributes, formulas)
        return shape

    def _learn(self, shape: _Shape, attributes: Texts, formulas: Texts) -> None:
        """Rows like this are usual here: read the next ones at once."""
        self._credit -= _PRICE
        shape.match = _whole_row(shape.columns, attributes, formulas)
        self._usual = [shape, *self._usual[: _MOST_USUAL - 1]]

    def _new_shape(self, columns: Texts, attributes: Texts) -> _Shape:
        """Check and remember a kind of row; its columns must come from left to right, each once."""
        numbers = [0, *map(column_number, columns), MAX_COLUMN + 1]
        if any(left >= right for left, right in pairwise(numbers)):
            raise NotPlainError
        if len(self._shapes) >= _MOST_REMEMBERED:
            self._shapes.clear()
            self._tables.clear()
        tables = [self._table(each) for each in attributes]
        return _Shape(columns, tables, any(table.is_error for table in tables))

    def _table(self, attributes: str) -> _Remembered:
        if attributes not in self._tables:
            known = attributes_of(attributes)
            kind = known.get("t", "")
            reader = self._values.reader(kind, known.get("s", ""))
            self._tables[attributes] = (
                _Shared(reader, self._values.strings(), self._empties)
                if kind == "s"
                else _Remembered(reader, kind, self._empties)
            )
        return self._tables[attributes]


def _with_uncalculated(
    found: dict[str, Value], shape: _Shape, open_ones: set[str], piece: str, digits: str
) -> dict[str, Value]:
    """The same cells, and those of the `open_ones` whose formula has no stored result; an empty text is a result."""
    with_result = _with_result(piece)
    everything: dict[str, Value] = {}
    for column, table in zip(shape.columns, shape.tables, strict=True):
        if column in found:
            everything[column] = found[column]
        elif column in open_ones and not (table.is_text and column + digits in with_result):
            everything[column] = _UNCALCULATED
    return everything


def _with_result(piece: str) -> set[str]:
    """The addresses of the cells of a row that store a result, be it an empty one."""
    cells = piece.split('<c r="')[1:]
    return {cell.partition('"')[0] for cell in cells if "<v" in cell}


def _whole_row(columns: Texts, attributes: Texts, formulas: Texts) -> Callable[[str], re.Match[str] | None]:
    """An expression for whole rows of these cells; each must stand in its own row, and a formula must have a result."""
    cells = zip_longest(columns, attributes, formulas)
    return re.compile(r"\s*" + _ROW + "".join(_one_cell(*cell) for cell in cells)).fullmatch


def _one_cell(column: str, attributes: str, formula: str | None) -> str:
    rest = _CALCULATED if formula else _INLINE if '"inlineStr"' in attributes else _PLAIN
    return rf'<c r="{column}\1"{re.escape(attributes)}{rest}'


@cache
def _any_row() -> Callable[[str], re.Match[str] | None]:
    cell = re.sub(r"\((?!\?)", "(?:", _CELL + _ANY)  # the cell's groups are no groups of the row
    return re.compile(f"{_ROWS_WITHOUT_CELLS}{_ROW}(?:{cell})++").fullmatch


@cache
def _plain_cells() -> Callable[[str], list[Texts]]:
    return re.compile(_CELL + _PLAIN_OR_INLINE).findall


@cache
def _any_cells() -> Callable[[str], list[Texts]]:
    return re.compile(_CELL + _ANY).findall
