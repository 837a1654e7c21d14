"""OpenDocument workbooks (.ods, and .fods in one file): their sheets, in one pass over the content by an XML parser.

Read here and not by a library, for error cells, hidden rows and what repeats: one cell may stand for a million.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

import msgspec

from auditor.errors import InputError
from auditor.evidence import CellRef
from auditor.intake.addresses import MAX_COLUMN, MAX_ROW
from auditor.intake.archive import Archive
from auditor.intake.gathered import Gathered, unique
from auditor.intake.guard import Effort
from auditor.intake.limits import Limits
from auditor.intake.sheets import ErrorValue, RawBook, Uncalculated, Value
from auditor.intake.xlsx.markup import Attributes, damaged, elements, new_parser, parse
from auditor.intake.xlsx.values import as_clock, iso_value, number_value

_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES: Final = {
    f"{_OASIS}office:1.0": "office:",
    f"{_OASIS}table:1.0": "table:",
    f"{_OASIS}text:1.0": "text:",
    f"{_OASIS}style:1.0": "style:",
    f"{_OASIS}manifest:1.0": "manifest:",
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext:",
}
_DEEPEST = 256
_STEPS = 3
_MOST_SPACES = 100
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_TEXTS = frozenset({"text:p", "text:h"})
_INLINE = frozenset({"text:span", "text:a", "text:meta", "text:bookmark"})
_NO_TEXT = frozenset({"office:annotation", "table:shapes", "text:note", "text:ruby-text"})
_GAPS = {"text:tab": "\t", "text:line-break": "\n"}
_ERROR = re.compile(r"#(?:N/[AB]|[A-Z]+[!?]|[A-Z]+/0!)|(?:Err|Fout|Error):[0-9]{3}")
_DURATION = re.compile(r"(-?)P(?:([0-9]{1,9})D)?T(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9}(?:\.[0-9]+)?)S)?")
_UNCALCULATED = Uncalculated()


def read_opendocument(archive: Archive, file: str, sha256: str, limits: Limits) -> RawBook:
    """The sheets of an .ods, in order. Raises `InputError` for a protected or damaged file, and at the limits."""
    if _is_encrypted(archive):
        raise InputError("zip.encrypted")
    if _CONTENT not in archive:
        raise damaged(_CONTENT)
    return read_content(archive.chunks(_CONTENT), file, sha256, limits)


def read_content(chunks: Iterable[bytes], file: str, sha256: str, limits: Limits) -> RawBook:
    """The sheets in this XML: the content part of an .ods, or a whole .fods. An element takes long here."""
    content = _Content(file, limits)
    parser = new_parser(_CONTENT)
    parser.StartElementHandler = content.start
    parser.EndElementHandler = content.end
    parser.CharacterDataHandler = content.characters
    parse(parser, chunks, _CONTENT, Effort(limits), _STEPS)
    if not content.sheets:
        raise InputError("workbook.no_sheets")
    return RawBook(file=file, sha256=sha256, sheets=tuple(each.sheet() for each in content.sheets))


def _is_encrypted(archive: Archive) -> bool:
    if _MANIFEST not in archive:
        return False
    return any(name == "encryption-data" for _, name, _ in elements(archive.read(_MANIFEST), _MANIFEST, archive.effort))


class _Cell(msgspec.Struct):
    """A cell whose text is being gathered."""

    attributes: Attributes
    texts: list[list[str]] = []


class _Content:
    """The parser's handlers: where we are, and the sheets so far. What stands outside of cells and their text is skipped."""

    def __init__(self, file: str, limits: Limits) -> None:
        self.sheets: list[Gathered] = []
        self._file = file
        self._limits = limits
        self._depth = 0
        self._skipped_from = 0
        self._sheet: Gathered | None = None
        self._style = ""
        self._hidden_styles: set[str] = set()
        self._row = 0
        self._row_attributes: Attributes = {}
        self._column = 0
        self._columns = 0
        self._cells: dict[int, Value] = {}
        self._cell: _Cell | None = None
        self._in_text = 0

    def start(self, full: str, raw: Attributes) -> None:
        """An element begins."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise damaged(_CONTENT)
        name = _prefixed(full)
        if self._skipped_from or name in _NO_TEXT:
            self._skipped_from = self._skipped_from or self._depth
        elif self._cell is not None:
            self._start_in_cell(self._cell, name, raw)
        elif self._sheet is not None:
            self._start_in_sheet(self._sheet, name, {_prefixed(key): value for key, value in raw.items()})
        else:
            self._start_around(name, {_prefixed(key): value for key, value in raw.items()})

    def _start_around(self, name: str, attributes: Attributes) -> None:
        if name == "style:style":
            self._style = attributes.get("style:name", "")
        elif name == "style:table-properties" and attributes.get("table:display") == "false":
            self._hidden_styles.add(self._style)
        elif name in {"table:dde-links", "table:tracked-changes"}:
            self._skipped_from = self._depth
        elif name == "table:table":
            self._start_sheet(attributes)

    def _start_sheet(self, attributes: Attributes) -> None:
        if len(self.sheets) >= self._limits.sheets:
            raise InputError("workbook.too_many_sheets", limit=self._limits.sheets)
        name = unique(attributes.get("table:name", ""), [each.at.sheet for each in self.sheets])
        hidden = attributes.get("table:style-name", "") in self._hidden_styles
        self._sheet = Gathered(at=CellRef(self._file, name), limits=self._limits, hidden=hidden)
        self.sheets.append(self._sheet)
        self._row = self._columns = 0

    def _start_in_sheet(self, sheet: Gathered, name: str, attributes: Attributes) -> None:
        if name in _CELLS:
            self._cell = _Cell(attributes)
        elif name == "table:table-row":
            self._row += 1
            self._row_attributes = attributes
            self._column = 0
            self._cells = {}
        elif name == "table:table-column":
            first, self._columns = (
                self._columns + 1,
                self._columns + _times(attributes, "table:number-columns-repeated"),
            )
            if _is_hidden(attributes):
                sheet.hide_columns(first, self._columns)
            sheet.filtered = sheet.filtered or attributes.get("table:visibility") == "filter"
        elif name == "table:table-source":  # a copy of another file's sheet, kept for the formulas that refer to it
            self.sheets.pop()
            self._skipped_from = self._depth - 1
            self._sheet = None

    def _start_in_cell(self, cell: _Cell, name: str, raw: Attributes) -> None:
        if name in _TEXTS and not self._in_text:
            cell.texts.append([])
            self._in_text = self._depth
        elif not self._in_text or name not in _INLINE | _GAPS.keys() | {"text:s"}:
            self._skipped_from = self._depth
        elif name in _GAPS:
            cell.texts[-1].append(_GAPS[name])
        elif name == "text:s":
            times = _times({_prefixed(key): value for key, value in raw.items()}, "text:c")
            cell.texts[-1].append(" " * min(times, _MOST_SPACES))

    def end(self, full: str) -> None:
        """An element ends."""
        if self._skipped_from:
            if self._skipped_from == self._depth:
                self._skipped_from = 0
        elif self._in_text:
            self._in_text = 0 if self._in_text == self._depth else self._in_text
        elif self._sheet is not None:
            self._end_in_sheet(self._sheet, _prefixed(full))
        self._depth -= 1

    def _end_in_sheet(self, sheet: Gathered, name: str) -> None:
        if name in _CELLS and self._cell is not None:
            self._end_cell(sheet, self._cell)
            self._cell = None
        elif name == "table:table-row":
            times = _times(self._row_attributes, "table:number-rows-repeated")
            filtered = self._row_attributes.get("table:visibility") == "filter"
            sheet.filtered = sheet.filtered or (filtered and bool(self._cells))
            sheet.add(self._row, self._cells, hidden=_is_hidden(self._row_attributes), times=times)
            self._row = min(self._row + times - 1, MAX_ROW + 1)
        elif name == "table:table":
            self._sheet = None

    def _end_cell(self, sheet: Gathered, cell: _Cell) -> None:
        times = _times(cell.attributes, "table:number-columns-repeated")
        value = _value(cell)
        if value != "":
            if self._column + times > MAX_COLUMN:
                raise InputError("workbook.beyond_the_sheet", sheet.at)
            self._cells |= dict.fromkeys(range(self._column + 1, self._column + times + 1), value)
        wide = _times(cell.attributes, "table:number-columns-spanned")
        high = _times(cell.attributes, "table:number-rows-spanned")
        sheet.merge(self._row, self._column + 1, high, wide)
        self._column = min(self._column + times, MAX_COLUMN + 1)

    def characters(self, text: str) -> None:
        """Text within an element."""
        if self._in_text and not self._skipped_from and self._cell is not None:
            self._cell.texts[-1].append(text)


@lru_cache(maxsize=1024)
def _prefixed(name: str) -> str:
    """A name with the usual prefix of its vocabulary; of one that is not known here the bare name."""
    namespace, _, local = name.rpartition("|")
    return _PREFIXES.get(namespace, "") + local


def _times(attributes: Attributes, name: str) -> int:
    text = attributes.get(name, "1")
    if not (text.isascii() and text.isdigit() and len(text) < len(str(MAX_ROW)) * 2):
        raise damaged(_CONTENT)
    return max(1, int(text))


def _is_hidden(attributes: Attributes) -> bool:
    return attributes.get("table:visibility") in {"collapse", "filter"}


def _value(cell: _Cell) -> Value:
    """What a cell holds; an empty text for nothing."""
    attributes = cell.attributes
    kind = attributes.get("office:value-type", "")
    text = "\n".join("".join(pieces) for pieces in cell.texts)
    formula = "table:formula" in attributes
    if attributes.get("calcext:value-type") == "error" or (formula and _ERROR.fullmatch(text.strip())):
        return ErrorValue(text.strip() or attributes.get("office:string-value", ""))
    if kind in _READERS:
        attribute, reader = _READERS[kind]
        return reader(attributes.get(attribute, text), text)
    return text or (_UNCALCULATED if formula and not (kind or cell.texts) else "")


def _clock(duration: str, shown: str) -> str:
    """A time or a length of time as `13:45`, from `PT13H45M00S`."""
    found = _DURATION.fullmatch(duration)
    if found is None or found[1]:
        return shown or duration
    days, hours, minutes, seconds = (float(each or 0) for each in found.groups()[1:])
    return as_clock(days + (hours * 60 + minutes) / 1440 + seconds / 86_400)


def _boolean(raw: str, shown: str) -> Value:
    return {"true": True, "false": False}.get(raw, shown)


_NUMBER = ("office:value", lambda raw, _: number_value(raw))
# Where a value of each type stands, and what reads it; what it shows is there for when it cannot be read.
_READERS: Final[dict[str, tuple[str, Callable[[str, str], Value]]]] = {
    "float": _NUMBER,
    "percentage": _NUMBER,
    "currency": _NUMBER,
    "date": ("office:date-value", lambda raw, _: iso_value(raw)),
    "time": ("office:time-value", _clock),
    "boolean": ("office:boolean-value", _boolean),
    "string": ("office:string-value", lambda raw, _: raw),
}
