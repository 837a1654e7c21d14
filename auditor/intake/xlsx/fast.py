"""The rows of a sheet by expressions over its markup: for what spreadsheet programs write, and loud about all else.

In each row the number of cell tags must equal the number of cells that the expression matched wholly; what differs in any
way raises `NotPlainError`, and the exact reader takes over. So no cell can be lost or shifted.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise

from auditor.intake.addresses import MAX_ROW, column_number
from auditor.intake.sheets import RawRow, Uncalculated, Value
from auditor.intake.xlsx.markup import NotPlainError, attributes_of, is_on, unescape
from auditor.intake.xlsx.values import Reader, Values

Cell = tuple[str, str, str, str, str]

# Groups: column, row, attributes, the mark of a formula, what is stored (in `v`, or in the `t` of an inline text).
_CELL = (
    r'<c r="([A-Z]{1,2}|[A-W][A-Z]{2}|X[A-E][A-Z]|XF[A-D])([0-9]+)"((?: [^>/]*)?)'
    r"(?:/>|>(?:(<f)(?: [^>]*)?(?:/>|>[^<]*</f>))?"
    r"(?:<(?:v|is><t)(?: [^>]*)?>([^<]*)</(?:v|t></is)>|<v/>)?</c>)"
)
_ROW = r'<row r="([1-9][0-9]{0,6})"((?: [^>/]*)?)>'

_LONGEST_ROW = 1 << 24
_MOST_REMEMBERED = 1 << 15
_FORMULA = "<f"
_UNCALCULATED = Uncalculated()


def fast_rows(body: Iterable[bytes], values: Values) -> Iterator[RawRow]:
    """The rows with a value in the inside of `<sheetData>`, whose rows and cells must be in order; else `NotPlainError`."""
    sheet = _Sheet(values)
    for block in _blocks(body):
        if not _may_hold_values(block):
            continue
        *pieces, rest = block.split("</row>")
        if "<c" in rest:
            raise NotPlainError
        for piece in pieces:
            if _may_hold_values(piece) and (row := sheet.row(piece)).cells:
                yield row


def _may_hold_values(markup: str) -> bool:
    return "<v" in markup or "<is" in markup or _FORMULA in markup


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
    """What each stored text of cells with the same attributes stands for; registers repeat themselves."""

    def __init__(self, read: Reader, kind: str) -> None:
        super().__init__()
        self.read = read
        self.is_text = kind == "str"
        self.had_empty = False

    def __missing__(self, raw: str) -> Value:
        value = self.read(unescape(raw))
        if value == "":
            self.had_empty = True
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[raw] = value
        return value


class _Sheet:
    """Reads the rows of one sheet in turn, and remembers the kinds of row and cell that it has met."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self._find: Callable[[str], list[Cell]] = _expressions()[0].findall
        self._match_row = _expressions()[1].match
        self._tables: dict[str, _Remembered] = {}
        self._columns: set[tuple[str, ...]] = set()
        self._hidden: dict[str, bool] = {}
        self._last = 0

    def row(self, piece: str) -> RawRow:
        """One row; `piece` is its markup without the end tag, with perhaps rows without cells before it."""
        at = piece.rfind("<row")
        tag = self._match_row(piece, at) if at >= 0 else None
        if tag is None or (at > 0 and "<c" in piece[:at]):
            raise NotPlainError
        digits, attributes = tag.groups()
        number = int(digits)
        cells = self._find(piece)
        if not (self._last < number <= MAX_ROW and len(cells) == piece.count("<c")):
            raise NotPlainError
        self._last = number
        hidden = self._hidden.get(attributes)
        if hidden is None:
            hidden = self._hidden[attributes] = is_on(attributes_of(attributes), "hidden")
        return RawRow(number, self._row_values(piece, digits, cells), hidden)

    def _row_values(self, piece: str, digits: str, cells: list[Cell]) -> dict[str, Value]:
        columns, rows, attributes, formulas, stored = zip(*cells, strict=True)
        if columns not in self._columns:
            self._check_order(columns)
        if rows.count(digits) != len(cells):
            raise NotPlainError
        try:
            tables = [self._tables[each] for each in attributes]
        except KeyError:
            tables = [self._table(each) for each in attributes]
        found = {column: table[raw] for column, table, raw in zip(columns, tables, stored, strict=True) if raw}
        if _FORMULA in formulas:
            found = self._with_uncalculated(piece, digits, cells, found)
        if any(table.had_empty for table in tables):
            found = {column: value for column, value in found.items() if value != ""}
        return found

    def _check_order(self, columns: tuple[str, ...]) -> None:
        """Cells must come from left to right, each once."""
        if any(left >= right for left, right in pairwise(map(column_number, columns))):
            raise NotPlainError
        if len(self._columns) < _MOST_REMEMBERED:
            self._columns.add(columns)

    def _table(self, attributes: str) -> _Remembered:
        if attributes not in self._tables:
            if len(self._tables) >= _MOST_REMEMBERED:
                self._tables.clear()
            known = attributes_of(attributes)
            kind = known.get("t", "")
            self._tables[attributes] = _Remembered(self._values.reader(kind, known.get("s", "")), kind)
        return self._tables[attributes]

    def _with_uncalculated(
        self, piece: str, digits: str, cells: list[Cell], found: dict[str, Value]
    ) -> dict[str, Value]:
        """The same cells, with those whose formula has no stored result; a stored empty text is a result."""
        everything: dict[str, Value] = {}
        for column, _, attributes, formula, raw in cells:
            if raw:
                everything[column] = found[column]
            elif formula and not (self._tables[attributes].is_text and _stores_text(piece, column + digits)):
                everything[column] = _UNCALCULATED
        return everything


def _stores_text(piece: str, address: str) -> bool:
    cell = piece.partition(f'<c r="{address}"')[2].partition("</c>")[0]
    return "<v" in cell


@cache
def _expressions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_CELL), re.compile(_ROW)
