"""Web pages with tables, which many systems send under the name of a workbook: each table becomes a sheet of texts.

Pages are seldom well-formed, so nothing is refused but what has no table; the reader goes once over the text, and what it
does for a tag does not grow with the page.
"""

import re
from collections.abc import Iterator

import msgspec

from auditor.errors import InputError
from auditor.evidence import CellRef, Severity, problem
from auditor.intake.addresses import MAX_COLUMN, MAX_ROW
from auditor.intake.encoding import decoded
from auditor.intake.gathered import Gathered, unique
from auditor.intake.guard import Effort
from auditor.intake.limits import Limits
from auditor.intake.sheets import RawBook, RawSheet, Value

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_META_WITHIN = 4096
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]{0,30}|(?=[!?/]))")
_ATTRIBUTE = re.compile(r"""(?<![\w:-])([a-z][\w:-]*+)\s*+=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_NUMBERED = re.compile("&#0*([0-9]{1,8})[0-9]*")
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_RAW = frozenset({"script", "style", "textarea", "title"})
_VOID = frozenset({"br", "img", "hr", "input", "col", "meta", "link", "wbr"})
_BREAKS = frozenset({"br", "p", "div", "li"})
_MOST_TABLES = 64
_STEPS = 2
_MOST_ATTRIBUTES = 4096
_MOST_SPANS = 256


def _unescaped(text: str) -> str:
    """The text that markup stands for; of a numbered character with more digits than any has, the first ones tell enough."""
    from html import unescape

    return unescape(_NUMBERED.sub(r"&#\1", text))


class _Tag(msgspec.Struct):
    name: str
    closes: bool
    rest: str

    def attributes(self) -> dict[str, str]:
        """The attributes by name in small letters; of two with one name the first counts."""
        found: dict[str, str] = {}
        for name, double, single, bare in _ATTRIBUTE.findall(self.rest[:_MOST_ATTRIBUTES]):
            found.setdefault(name.lower(), _unescaped(double or single or bare))
        return found


class _Table(msgspec.Struct):
    """A table in the making: where we are, and `below`, the last row that a cell above reaches in a column.

    `text` is what stands in the open cell, which begins in column `cell`.
    """

    sheet: Gathered
    row: int = 0
    column: int = 0
    cell: int = 0
    cells: dict[int, Value] = {}
    hidden: bool = False
    in_row: bool = False
    text: list[str] | None = None
    below: dict[int, int] = {}


def read_page(data: bytes, file: str, sha256: str, limits: Limits) -> RawBook:
    """The tables of a web page that hold something, in the order in which they begin; every value stays text.

    Row 1 of a sheet is the first row of its table, and that is noted. Raises `InputError` for a page without any table.
    """
    found = _META.search(data[:_META_WITHIN])
    text, notes = decoded(data, file, found[1].decode("ascii") if found else "")
    page = _Page(file, limits)
    effort = Effort(limits)
    for piece in _pieces(text):
        effort.take(_STEPS)
        if isinstance(piece, str):
            page.text(piece.replace("\n", " "))
        elif piece.closes:
            page.end(piece.name)
        else:
            page.start(piece)
    sheets = page.filled()
    if not sheets:
        raise InputError("html.no_table")
    numbered = problem("html.numbered", Severity.NOTE, CellRef(file))
    return RawBook(file=file, sha256=sha256, sheets=tuple(sheets), problems=(*notes, numbered))


def _pieces(text: str) -> Iterator[str | _Tag]:
    """The texts and tags of a page in turn; comments, declarations, scripts and styles are left out."""
    at = 0
    while (begin := text.find("<", at)) >= 0:
        if begin > at:
            yield text[at:begin]
        if text.startswith("<!--", begin):
            at = _after(text, "-->", begin + 4)
            continue
        found = _TAG.match(text, begin)
        if found is None:  # a loose sign, as in "a < b"
            yield "<"
            at = begin + 1
            continue
        end = _tag_end(text, begin)
        at = end + 1
        tag = _Tag(found[2].lower(), bool(found[1]), text[found.end() : end])
        if tag.name in _RAW and not tag.closes:
            at = _after_raw(text, tag.name, at)
        elif tag.name:
            yield tag
    if at < len(text):
        yield text[at:]


def _tag_end(text: str, begin: int) -> int:
    """Where the tag that begins here ends: at the first `>`, or the next one where that stands between quotes."""
    end = text.find(">", begin)
    if end < 0:
        return len(text)
    tag = text[begin:end]
    if tag.count('"') % 2 or (tag.count("'") % 2 and '"' not in tag):
        later = text.find(">", end + 1, end + _MOST_ATTRIBUTES)
        end = later if later >= 0 else end
    return end


def _after(text: str, sign: str, at: int) -> int:
    found = text.find(sign, at)
    return found + len(sign) if found >= 0 else len(text)


def _after_raw(text: str, name: str, at: int) -> int:
    """Past the end tag of an element that holds no markup."""
    found = re.compile(f"</{name}", re.IGNORECASE).search(text, at)
    return _after(text, ">", found.end()) if found else len(text)


class _Page:
    """Takes the texts and tags of a page in turn, and fills its tables."""

    def __init__(self, file: str, limits: Limits) -> None:
        self.sheets: list[Gathered] = []
        self._file = file
        self._limits = limits
        name = file.rpartition("/")[2]
        self._name = name.rpartition(".")[0] or name
        self._open: list[_Table] = []
        self._concealing = ""
        self._concealed = 0

    def start(self, tag: _Tag) -> None:
        """A tag that begins an element."""
        if self._concealed:
            self._concealed += tag.name == self._concealing
        elif tag.name == "table":
            self._start_table()
        elif not self._open:
            return
        elif tag.name == "tr":
            self._start_row(self._open[-1], tag)
        elif tag.name in {"td", "th"}:
            self._start_cell(self._open[-1], tag)
        elif tag.name in _BREAKS:
            self.text("\n" if tag.name == "br" else " ")
        elif tag.name not in _VOID and "style" in tag.rest and _HIDDEN.search(tag.attributes().get("style", "")):
            self._concealing, self._concealed = tag.name, 1

    def end(self, name: str) -> None:
        """A tag that ends an element."""
        if self._concealed:
            self._concealed -= name == self._concealing
        elif not self._open:
            return
        elif name in {"td", "th"}:
            _end_cell(self._open[-1])
        elif name == "tr":
            _end_row(self._open[-1])
        elif name == "table":
            _end_row(self._open.pop())
        elif name in _BREAKS:
            self.text(" ")

    def text(self, text: str) -> None:
        """Text; it belongs to the cell that is open in the innermost table."""
        if self._open and not self._concealed and self._open[-1].text is not None:
            self._open[-1].text.append(text)

    def filled(self) -> list[RawSheet]:
        """The page is over, whether or not its elements ended: its tables that hold something, named after the file."""
        while self._open:
            _end_row(self._open.pop())
        sheets: list[RawSheet] = []
        for each in self.sheets:
            if each.rows:
                each.at = CellRef(self._file, unique(self._name, [sheet.name for sheet in sheets]))
                sheets.append(each.sheet())
        return sheets

    def _start_table(self) -> None:
        if len(self._open) >= _MOST_TABLES or len(self.sheets) >= self._limits.sheets:
            raise InputError("html.too_intricate")
        sheet = Gathered(at=CellRef(self._file, self._name), limits=self._limits)
        self.sheets.append(sheet)
        self._open.append(_Table(sheet))

    def _start_row(self, table: _Table, tag: _Tag) -> None:
        _end_row(table)
        table.row += 1
        table.column = 0
        table.in_row = True
        table.hidden = "style" in tag.rest and bool(_HIDDEN.search(tag.attributes().get("style", "")))
        if table.row > MAX_ROW:
            raise InputError("workbook.beyond_the_sheet", table.sheet.at)
        if len(table.below) > _MOST_SPANS // 2:
            table.below = {column: last for column, last in table.below.items() if last >= table.row}

    def _start_cell(self, table: _Table, tag: _Tag) -> None:
        _end_cell(table)
        if not table.in_row:
            self._start_row(table, _Tag("tr", closes=False, rest=""))
        column = table.column + 1
        while table.below.get(column, 0) >= table.row:
            column += 1
        attributes = tag.attributes() if "span" in tag.rest.lower() else {}
        wide, high = (_span(attributes.get(name, "")) for name in ("colspan", "rowspan"))
        table.cell, table.column, table.text = column, column + wide - 1, []
        if table.column > MAX_COLUMN:
            raise InputError("workbook.beyond_the_sheet", table.sheet.at)
        table.sheet.merge(table.row, column, high, wide)
        if high > 1:
            table.below |= dict.fromkeys(range(column, column + wide), table.row + high - 1)
            if len(table.below) > _MOST_SPANS:
                raise InputError("html.too_intricate")


def _span(text: str) -> int:
    """Over how many columns or rows a cell reaches."""
    digits = text.strip()
    return max(1, int(digits)) if digits.isascii() and digits.isdigit() and len(digits) < len(str(MAX_ROW)) else 1


def _end_cell(table: _Table) -> None:
    if table.text is None:
        return
    raw = "".join(table.text)
    table.text = None
    if "&" in raw:
        raw = _unescaped(raw)
    lines = (" ".join(line.split()) for line in raw.split("\n"))
    text = "\n".join(lines).strip()
    if text:
        table.cells[table.cell] = text


def _end_row(table: _Table) -> None:
    _end_cell(table)
    if table.in_row:
        table.sheet.add(table.row, table.cells, hidden=table.hidden)
    table.cells = {}
    table.in_row = False
