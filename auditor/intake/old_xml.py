"""Workbooks in one XML file, as Excel 2003 knew them and many systems still write them under the name `.xls`."""

import msgspec

from auditor.errors import InputError
from auditor.evidence import CellRef
from auditor.intake.addresses import MAX_COLUMN, MAX_ROW
from auditor.intake.archive import STEP
from auditor.intake.gathered import Gathered, unique
from auditor.intake.guard import Effort
from auditor.intake.limits import Limits
from auditor.intake.oddities import book_notes
from auditor.intake.sheets import ErrorValue, RawBook, Uncalculated, Value
from auditor.intake.xlsx.formats import Shown, shown_as
from auditor.intake.xlsx.markup import Attributes, damaged, local_attributes, new_parser, parse
from auditor.intake.xlsx.values import EPOCH_1900, EPOCH_1904, as_shown, iso_value, number_value

_MAIN = "urn:schemas-microsoft-com:office:spreadsheet|"
_EXCEL = "urn:schemas-microsoft-com:office:excel|"
_DEEPEST = 64
_STEPS = 2
_NAMED_FORMATS = {
    "general date": Shown.DAY,
    "long date": Shown.DAY,
    "medium date": Shown.DAY,
    "short date": Shown.DAY,
    "long time": Shown.CLOCK,
    "medium time": Shown.CLOCK,
    "short time": Shown.CLOCK,
}
_TRUE = {"1": True, "true": True, "0": False, "false": False}
_UNCALCULATED = Uncalculated()
_CLOCK_DAY = "1899-12-31T"


def read_old_xml(data: bytes, file: str, sha256: str, limits: Limits) -> RawBook:
    """The sheets of such a workbook, in order. Raises `InputError` for broken XML, a document type, and at the limits."""
    name = file.rpartition("/")[2]
    book = _Book(file, name, limits)
    parser = new_parser(name)
    parser.StartElementHandler = book.start
    parser.EndElementHandler = book.end
    parser.CharacterDataHandler = book.characters
    parse(parser, (data[at : at + STEP] for at in range(0, len(data), STEP)), name, Effort(limits), _STEPS)
    if not book.sheets:
        raise InputError("workbook.no_sheets")
    notes = book_notes(file, from_1904=book.epoch is EPOCH_1904, macros=False)
    return RawBook(file=file, sha256=sha256, sheets=tuple(each.sheet() for each in book.sheets), problems=notes)


class _Cell(msgspec.Struct):
    """A cell being read; `text` is what stands in its `Data`, of the kind `kind`."""

    column: int
    style: str
    has_formula: bool
    kind: str = ""
    text: list[str] = []


class _Book:
    """The parser's handlers: where we are, and the sheets so far."""

    def __init__(self, file: str, part: str, limits: Limits) -> None:
        self.sheets: list[Gathered] = []
        self._file = file
        self._part = part
        self._limits = limits
        self._path: list[str] = []
        self._style = ""
        self._formats: dict[str, Shown] = {}
        self.epoch = EPOCH_1900
        self._row = self._column = self._reach = 0
        self._hidden = False
        self._cells: dict[int, Value] = {}
        self._cell: _Cell | None = None
        self._setting: list[str] = []

    def start(self, full: str, raw: Attributes) -> None:
        """An element begins."""
        name = full.removeprefix(_MAIN)
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        if len(self._path) > _DEEPEST:
            raise damaged(self._part)
        self._setting = []
        if name == "Worksheet":
            self._start_sheet(local_attributes(raw))
        elif name == "Style":
            self._style = local_attributes(raw).get("ID", "")
        elif name == "NumberFormat" and parent == "Style":
            self._formats[self._style] = _shown(local_attributes(raw).get("Format", ""))
        elif self.sheets:
            self._start_in_sheet(self.sheets[-1], name, parent, raw)

    def _start_sheet(self, attributes: Attributes) -> None:
        if len(self.sheets) >= self._limits.sheets:
            raise InputError("workbook.too_many_sheets", limit=self._limits.sheets)
        name = unique(attributes.get("Name", ""), [each.at.sheet for each in self.sheets])
        self.sheets.append(Gathered(at=CellRef(self._file, name), limits=self._limits))
        self._row = self._column = 0

    def _start_in_sheet(self, sheet: Gathered, name: str, parent: str, raw: Attributes) -> None:
        attributes = local_attributes(raw)
        if (name, parent) == ("Column", "Table"):
            first = self._index(attributes, self._column + 1)
            self._column = first + self._number(attributes, "Span", 0)
            if attributes.get("Hidden") == "1":
                sheet.hide_columns(first, self._column)
        elif (name, parent) == ("Row", "Table"):
            self._row = self._index(attributes, self._row + 1, after=self._row)
            self._reach = self._row + self._number(attributes, "Span", 0)
            self._column = 0
            self._hidden = attributes.get("Hidden") == "1"
            self._cells = {}
        elif (name, parent) == ("Cell", "Row"):
            self._column = self._index(attributes, self._column + 1, after=self._column)
            self._cell = _Cell(self._column, attributes.get("StyleID", ""), "Formula" in attributes)
            wide, high = (self._number(attributes, each, 0) + 1 for each in ("MergeAcross", "MergeDown"))
            sheet.merge(self._row, self._column, high, wide)
            self._column += wide - 1
        elif (name, parent) == ("Data", "Cell") and self._cell is not None:
            self._cell.kind = attributes.get("Type", "String")
        elif name == f"{_EXCEL}AutoFilter":
            sheet.filtered = True

    def end(self, _: str) -> None:
        """An element ends."""
        name = self._path.pop()
        if name == "Cell" and self._cell is not None:
            value = self._value(self._cell)
            if value != "":
                self._cells[self._cell.column] = value
            self._cell = None
        elif name == "Row" and self.sheets:
            self.sheets[-1].add(self._row, self._cells, hidden=self._hidden)
            self._row = max(self._row, self._reach)
            self._cells = {}
        elif name == f"{_EXCEL}Date1904":
            self.epoch = EPOCH_1904
        elif name == f"{_EXCEL}Visible" and self.sheets:
            self.sheets[-1].hidden = "".join(self._setting) in {"SheetHidden", "SheetVeryHidden"}

    def characters(self, text: str) -> None:
        """Text within an element."""
        if self._cell is None:
            self._setting.append(text)
        elif "Data" in self._path[-_DEEPEST:] and "Comment" not in self._path:
            self._cell.text.append(text)

    def _index(self, attributes: Attributes, usual: int, after: int = 0) -> int:
        """The place that an element gives itself, which must come after the one before it, or else the next one."""
        place = self._number(attributes, "Index", usual)
        if place <= after:
            raise damaged(self._part)
        return place

    def _number(self, attributes: Attributes, name: str, usual: int) -> int:
        text = attributes.get(name, "")
        if not text:
            return usual
        if not (text.isascii() and text.isdigit() and len(text) <= len(str(MAX_ROW))):
            raise damaged(self._part)
        return min(int(text), MAX_ROW + 1 if name != "MergeAcross" else MAX_COLUMN)

    def _value(self, cell: _Cell) -> Value:
        """What a cell holds; an empty text for nothing."""
        text = "".join(cell.text)
        if not cell.kind:
            return _UNCALCULATED if cell.has_formula else ""
        if cell.kind == "Error":
            return ErrorValue(text)
        if cell.kind == "Boolean":
            return _TRUE.get(text.strip().lower(), text)
        if cell.kind == "Number":
            number = number_value(text)
            shown = self._formats.get(cell.style, Shown.NUMBER)
            return number if isinstance(number, str) else as_shown(number, shown, self.epoch)
        if cell.kind == "DateTime":
            return _day_or_clock(text.strip(), self._formats.get(cell.style, Shown.DAY))
        return text


def _shown(code: str) -> Shown:
    return _NAMED_FORMATS.get(code.lower(), shown_as(code) if code else Shown.NUMBER)


def _day_or_clock(text: str, shown: Shown) -> Value:
    """A day, or the time that a cell shows when its day is the one that stands for none."""
    if shown in {Shown.CLOCK, Shown.ELAPSED} and text.startswith(_CLOCK_DAY):
        return text.removeprefix(_CLOCK_DAY)[: len("13:45")]
    return iso_value(text)
