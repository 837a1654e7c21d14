"""The rows of a sheet by an XML parser: slower, and right about any markup that is well-formed."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from auditor.intake.addresses import MAX_COLUMN, MAX_ROW, column_letters, column_number
from auditor.intake.guard import Effort, is_odd
from auditor.intake.sheets import RawRow, Uncalculated, Value
from auditor.intake.xlsx.markup import (
    Attributes,
    damaged,
    feed,
    is_on,
    local_attributes,
    local_name,
    main_name,
    new_parser,
    parse,
)
from auditor.intake.xlsx.strings import RichText
from auditor.intake.xlsx.values import Values

_ROOTS = frozenset({"worksheet", "macrosheet", "dialogsheet"})
_MOST_DIGITS = 7
_DEEPEST = 64
_STEPS_OF_A_MERGE = 3
_UNCALCULATED = Uncalculated()


class Surroundings(msgspec.Struct):
    """What stands around the rows: the hidden columns as (first, last), the merged ranges, and whether there is a filter."""

    hidden_columns: list[tuple[int, int]] = []
    merged: list[str] = []
    filtered: bool = False


def exact_rows(chunks: Iterable[bytes], values: Values, part: str, effort: Effort) -> Iterator[RawRow]:
    """The rows with a value of a whole sheet part.

    A row or cell without a reference comes after the one before it, as programs agree. Rows out of order, a cell twice
    and a cell that names another row than the one it stands in are an `InputError`: nobody can say where they belong.
    """
    sheet = _Sheet(values, part)
    parser = new_parser(part)
    parser.StartElementHandler = sheet.start
    parser.EndElementHandler = sheet.end
    parser.CharacterDataHandler = sheet.characters
    for _ in feed(parser, chunks, part, effort):
        done, sheet.done = sheet.done, []
        yield from done


def exact_surroundings(chunks: Iterable[bytes], part: str, effort: Effort) -> Surroundings:
    """The hidden columns and merged ranges of a whole sheet part.

    A part that is no sheet, or one in a namespace that is not a workbook's, and rows in two places, are an `InputError`: rows would
    be lost.
    """
    found = Surroundings()
    places, is_root = 0, True

    def start(name: str, attributes: Attributes) -> None:
        nonlocal places, is_root
        if is_root and local_name(name) not in _ROOTS:
            raise damaged(part)
        is_root = False
        local = main_name(name)
        places += local == "sheetData"
        if places > 1 or (local_name(name) == "worksheet" and not local):
            raise damaged(part)
        if local == "col" and is_on(attributes, "hidden"):
            found.hidden_columns.append(_column_span(attributes, part))
            if len(found.hidden_columns) > MAX_COLUMN:
                raise damaged(part)
        elif local == "mergeCell":
            effort.take(_STEPS_OF_A_MERGE)
            found.merged.append(attributes.get("ref", ""))
        elif local == "filterColumn":
            found.filtered = True

    parser = new_parser(part)
    parser.StartElementHandler = start
    parse(parser, chunks, part, effort)
    return found


def _column_span(attributes: Attributes, part: str) -> tuple[int, int]:
    """The first and the last column that a `col` element is about."""
    first, last = attributes.get("min", ""), attributes.get("max", "")
    if not (_is_number(first) and _is_number(last)):
        raise damaged(part)
    return int(first), min(int(last), MAX_COLUMN)


def merged_range(reference: str, part: str) -> str:
    """A merged range as it is written in addresses, `A1:C1`."""
    text = reference.replace("$", "").upper()
    if not re.fullmatch("[A-Z]{1,3}[0-9]{1,7}(?::[A-Z]{1,3}[0-9]{1,7})?", text):
        raise damaged(part)
    return text


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS


class _Sheet:
    """The parser's handlers: where we are in the sheet, and the rows that are done."""

    def __init__(self, values: Values, part: str) -> None:
        self.done: list[RawRow] = []
        self._values = values
        self._part = part
        self._path: list[str] = []
        self._row = 0
        self._hidden = False
        self._column = 0
        self._cells: dict[int, Value] = {}
        self._attributes: Attributes = {}
        self._has_formula = False
        self._stored: list[str] | None = None
        self._inline = RichText()
        self._is_inline = False

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        local = main_name(name)
        parent = self._path[-1] if self._path else ""
        self._path.append(local)
        if len(self._path) > _DEEPEST:
            raise damaged(self._part)
        if local == "row" and parent == "sheetData":
            self._start_row(local_attributes(attributes))
        elif local == "c":
            if parent != "row":
                raise damaged(self._part)
            self._start_cell(local_attributes(attributes))
        elif parent == "c" and local == "v":
            self._stored = []
        elif parent == "c" and local == "f":
            self._has_formula = True
        elif parent == "c" and local == "is":
            self._is_inline = True
        elif self._is_inline:
            self._inline.start(local)

    def end(self, _: str) -> None:
        """An element ends."""
        local = self._path.pop()
        parent = self._path[-1] if self._path else ""
        if local == "c":
            self._end_cell()
        elif local == "row" and parent == "sheetData":
            self._end_row()
        elif local == "is":
            self._is_inline = False
        elif self._is_inline:
            self._inline.end(local)

    def characters(self, text: str) -> None:
        """Text within an element."""
        if self._path[-1] == "v" and self._stored is not None:
            self._stored.append(text)
        else:
            self._inline.add(text)

    def _start_row(self, attributes: Attributes) -> None:
        number = attributes.get("r", str(self._row + 1))
        if not _is_number(number) or not self._row < int(number) <= MAX_ROW:
            raise damaged(self._part)
        self._row = int(number)
        self._hidden = is_on(attributes, "hidden")
        self._column = 0
        self._cells = {}

    def _start_cell(self, attributes: Attributes) -> None:
        self._column = self._place(attributes["r"]) if "r" in attributes else self._column + 1
        if self._column > MAX_COLUMN or self._column in self._cells:
            raise damaged(self._part)
        self._attributes = attributes
        self._has_formula = False
        self._stored = None
        self._is_inline = False
        self._inline.begin()

    def _place(self, reference: str) -> int:
        """The column of a cell's reference, which must be in the row that it stands in."""
        address = reference.replace("$", "").upper()
        letters = address.rstrip("0123456789")
        row = address[len(letters) :]
        known = letters.isascii() and letters.isalpha() and len(letters) <= len("XFD") and _is_number(row)
        if not known or int(row) != self._row:
            raise damaged(self._part)
        return column_number(letters)

    def _end_cell(self) -> None:
        kind = self._attributes.get("t", "")
        raw = "".join(self._stored or ()) or self._inline.text()
        if raw:
            value = self._values.reader(kind, self._attributes.get("s", ""))(raw)
            if value != "":
                self._cells[self._column] = value
        elif self._has_formula and not (kind == "str" and self._stored is not None):
            self._cells[self._column] = _UNCALCULATED

    def _end_row(self) -> None:
        if self._cells:
            cells = {column_letters(column): self._cells[column] for column in sorted(self._cells)}
            self.done.append(RawRow(self._row, cells, self._hidden, is_odd(cells.values())))
