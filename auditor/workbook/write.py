"""A workbook as bytes. Equal workbooks give equal bytes: no clock, no names of the machine, fixed times in the archive."""

import io
import re
from collections.abc import Iterator, Sequence
from datetime import date

from auditor.workbook.looks import Look, number_of, styles, wraps
from auditor.workbook.parts import (
    Anything,
    Book,
    Choice,
    Column,
    DayOnly,
    Entry,
    Plain,
    Row,
    Rule,
    Sheet,
    Styled,
    letters,
)
from auditor.workbook.safe import is_like_a_formula

MOST_ROWS = 1_048_576
"""What one sheet can hold."""
LONGEST_TEXT = 32_767
"""Signs that one cell can hold; what is longer is cut."""

_TITLE, _MESSAGE, _CHOICES = 32, 255, 255
_LINE, _TITLE_LINE, _HIGHEST = 15, 26, 400
_FIRST_DAY = 41_275  # 1 January 2013; no register of ours is about earlier days
_LAST_DAY = 73_415  # the end of 2100
_EPOCH = date(1899, 12, 30).toordinal()
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_PLAIN_TEXT = re.compile(r"[^\x00-\x1f\x7f&<>\"_\ud800-\udfff\ufffe\uffff]*")
_EASY = re.compile(
    r"[A-Za-z0-9](?:[^\x00-\x1f\x7f&<>\"\ud800-\udfff\ufffe\uffff]{0,998}[^\x00-\x20\x7f&<>\"\ud800-\udfff\ufffe\uffff])?"
)
"""A text that is written as it is, if no two spaces and nothing like an escape of Excel's is in it: it looks like no formula."""
_BLOCK = 2000
_LEVEL = 1  # a third larger than the smallest, in a quarter of the time


def to_bytes(book: Book) -> bytes:
    """The workbook as an .xlsx file."""
    archive = _Archive()
    archive.add("[Content_Types].xml", _content_types(book))
    archive.add("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")]))
    archive.add("xl/workbook.xml", _workbook(book))
    targets = [("worksheet", f"worksheets/sheet{i}.xml") for i, _ in enumerate(book.sheets, 1)]
    parts = [*targets, ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]
    archive.add("xl/_rels/workbook.xml.rels", _relations(parts))
    archive.add("xl/styles.xml", styles(book.day))
    shared = _Shared()
    for i, sheet in enumerate(book.sheets, 1):
        archive.stream(f"xl/worksheets/sheet{i}.xml", _sheet(sheet, shared, is_first=i == 1))
    archive.add("xl/sharedStrings.xml", shared.xml())
    return archive.bytes()


def escaped(text: str) -> str:
    """Text as it stands in XML; what XML cannot hold becomes a mark, and what looks like an escape of Excel's stays text."""
    if _PLAIN_TEXT.fullmatch(text):
        return text
    text = _LIKE_AN_ESCAPE.sub("_x005F_", _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text))
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _content_types(book: Book) -> str:
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for i, _ in enumerate(book.sheets, 1)
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/>{parts}</Types>'
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="rId{i}" Type="{_REL}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{each}</Relationships>'


def _workbook(book: Book) -> str:
    sheets = "".join(
        f'<sheet name="{escaped(sheet.name)}" sheetId="{i}"{" state=" + chr(34) + "hidden" + chr(34) if sheet.hidden else ""} '
        f'r:id="rId{i}"/>'
        for i, sheet in enumerate(book.sheets, 1)
    )
    names = "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{i}">{escaped(quoted_name(sheet.name))}!'
        f"${sheet.head}:${sheet.head}</definedName>"
        for i, sheet in enumerate(book.sheets)
        if sheet.head
    )
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><bookViews><workbookView activeTab="0"/></bookViews>'
        f"<sheets>{sheets}</sheets>{f'<definedNames>{names}</definedNames>' if names else ''}</workbook>"
    )


def quoted_name(sheet: str) -> str:
    """A sheet's name as it stands in a reference."""
    return "'" + sheet.replace("'", "''") + "'"


def _sheet(sheet: Sheet, shared: "_Shared", *, is_first: bool) -> Iterator[str]:
    fits = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
    yield f'<worksheet xmlns="{_MAIN}">{fits}<sheetViews>{_view(sheet, is_first=is_first)}</sheetViews>'
    yield '<sheetFormatPr defaultRowHeight="15"/>'
    yield f"<cols>{''.join(_column(i, column) for i, column in enumerate(sheet.columns, 1))}</cols><sheetData>"
    writer = _Rows(sheet, shared)
    yield from writer.all()
    yield "</sheetData>"
    last = letters(len(sheet.columns))
    if sheet.filtered and sheet.head:
        yield f'<autoFilter ref="A{sheet.head}:{last}{max(writer.count, sheet.head + 1)}"/>'
    if sheet.entries:
        entries = "".join(map(_entry, sheet.entries))
        yield f'<dataValidations count="{len(sheet.entries)}">{entries}</dataValidations>'
    orientation = "landscape" if sheet.landscape else "portrait"
    yield '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
    yield f'<pageSetup paperSize="9" orientation="{orientation}" fitToWidth="1" fitToHeight="0"/>'
    if sheet.foot:
        yield f"<headerFooter><oddFooter>{escaped('&L' + sheet.foot.replace('&', '&&') + '&R&P / &N')}</oddFooter></headerFooter>"
    yield "</worksheet>"


def _view(sheet: Sheet, *, is_first: bool) -> str:
    view = f'<sheetView {"tabSelected=" + chr(34) + "1" + chr(34) + " " if is_first else ""}showGridLines="0" workbookViewId="0"'
    if not (sheet.head or sheet.still):
        return f"{view}/>"
    corner = f"{letters(sheet.still + 1)}{sheet.head + 1}"
    split = (f'xSplit="{sheet.still}" ' if sheet.still else "") + (f'ySplit="{sheet.head}" ' if sheet.head else "")
    pane = "bottomRight" if sheet.still and sheet.head else "bottomLeft" if sheet.head else "topRight"
    return (
        f'{view}><pane {split}topLeftCell="{corner}" activePane="{pane}" state="frozen"/>'
        f'<selection pane="{pane}" activeCell="{corner}" sqref="{corner}"/></sheetView>'
    )


def _column(number: int, column: Column) -> str:
    return f'<col min="{number}" max="{number}" width="{column.width}" customWidth="1" style="{number_of(column.look if column.whole else Look.PLAIN)}"/>'


def _entry(entry: Entry) -> str:
    rule = entry.rule
    kind, formulas = _rule(rule)
    is_free = isinstance(rule, Anything) or (isinstance(rule, Choice) and rule.free)
    said = ' showInputMessage="1"' if entry.says else ""
    said += f' promptTitle="{escaped(entry.title[:_TITLE])}"' if entry.title and entry.says else ""
    said += f' prompt="{escaped(_cut(entry.says))}"' if entry.says else ""
    refused = "" if is_free else ' showErrorMessage="1"'
    refused += f' error="{escaped(_cut(entry.refuses))}"' if entry.refuses and not is_free else ""
    return f'<dataValidation{kind} allowBlank="1"{said}{refused} sqref="{entry.cells}">{formulas}</dataValidation>'


def _rule(rule: Rule) -> tuple[str, str]:
    """The kind of a rule, and its formulas."""
    if isinstance(rule, Choice):
        listed = ",".join(rule.words)
        if len(listed) > _CHOICES or any("," in word for word in rule.words):
            message = f"too long for a list in a cell: {listed}"
            raise ValueError(message)
        return ' type="list"', f"<formula1>{escaped(rule.cells or f'{chr(34)}{listed}{chr(34)}')}</formula1>"
    if isinstance(rule, DayOnly):
        return ' type="date" operator="between"', _between(_FIRST_DAY, _LAST_DAY)
    if isinstance(rule, Anything):
        return "", ""
    return ' type="whole" operator="between"', _between(rule.least, rule.most)


def _between(least: int, most: int) -> str:
    return f"<formula1>{least}</formula1><formula2>{most}</formula2>"


def _cut(message: str) -> str:
    return message if len(message) <= _MESSAGE else message[: _MESSAGE - 1] + "\N{HORIZONTAL ELLIPSIS}"


class _Shared:
    """The texts that stand in more than one cell: each is written once, and the cells say which one it is."""

    def __init__(self) -> None:
        self._items: dict[str, int] = {}

    def number(self, item: str) -> int:
        """Which one of the shared texts it is, as XML."""
        return self._items.setdefault(item, len(self._items))

    def xml(self) -> str:
        """The part that holds them."""
        items = "".join(f"<si>{item}</si>" for item in self._items)
        return f'<sst xmlns="{_MAIN}" uniqueCount="{len(self._items)}">{items}</sst>'


class _Known(dict[Plain | Styled, tuple[str, int]]):
    """The cells of one column by their value: the XML from behind a cell's row number to before that of the next cell, and
    how high the row must be. What stands there once is written where it stands, if it can be; else it is shared.

    It is a dictionary because a call for each of millions of cells costs more than all the rest.
    """

    def __init__(self, column: Column, shared: _Shared, then: str) -> None:
        self.then = then
        self._column = column
        self._shared = shared
        self._once: set[Plain | Styled] = set()
        self._room = _room(column)
        self._wraps = wraps(column.look)
        self._begin = f'" s="{number_of(column.look)}" t="inlineStr"><is><t>'
        self._end = f"</t></is></c>{then}"

    def __missing__(self, value: Plain | Styled) -> tuple[str, int]:
        if value in self._once or not isinstance(value, str) or not _is_easy(value):
            return self._keep(value)
        self._once.add(value)
        lines = -(-len(value) // self._room) if self._wraps else 1
        return f"{self._begin}{value}{self._end}", min(lines * _LINE, _HIGHEST)

    def _keep(self, value: Plain | Styled) -> tuple[str, int]:
        """What stands there again, or cannot be written as it is."""
        plain, look = (value.value, value.look) if isinstance(value, Styled) else (value, self._column.look)
        height = _height(plain, look, self._column)
        if isinstance(plain, str) and plain:
            cut = plain[:LONGEST_TEXT]
            style = number_of(look, quoted=is_like_a_formula(cut))
            cell = f'" s="{style}" t="s"><v>{self._shared.number(_item(cut))}</v></c>{self.then}'
        else:
            cell = _unworded(plain, look) + self.then
        self[value] = (cell, height)
        return cell, height

    def forget(self) -> None:
        """Keep no more than a block of values: most of what stands once stands nowhere else."""
        if len(self._once) >= _BLOCK:
            self._once.clear()
        if len(self) >= _BLOCK:
            self.clear()


class _Rows:
    """The rows of a sheet as XML, in blocks."""

    def __init__(self, sheet: Sheet, shared: _Shared) -> None:
        self.count = 0
        self._sheet = sheet
        width = len(sheet.columns)
        begins = [f'<c r="{letters(i)}' for i in range(1, width + 1)]
        self._first = f"{begins[0] if begins else ''}"
        self._columns = [
            _Known(column, shared, then) for column, then in zip(sheet.columns, [*begins[1:], ""], strict=True)
        ]

    def all(self) -> Iterator[str]:
        """Everything, some rows at a time; more than a sheet can hold is a defect of the caller."""
        block: list[str] = []
        for row in self._sheet.rows:
            self.count += 1
            block.append(self._row(row))
            if len(block) >= _BLOCK:
                yield "".join(block)
                block.clear()
                for known in self._columns:
                    known.forget()
        if self.count > MOST_ROWS:
            message = f"more rows than a sheet can hold: {self.count}"
            raise ValueError(message)
        yield "".join(block)

    def _row(self, row: Row) -> str:
        """One row: between the pieces of XML stands its number, again and again."""
        number = str(self.count)
        cells = [known[value] for known, value in zip(self._columns, row, strict=False)]
        own = self._sheet.heights.get(self.count)
        most = max([cell[1] for cell in cells], default=_LINE)
        height = f' ht="{own}" customHeight="1"' if own else f' ht="{most}"' if most > _LINE else ""
        if not cells:
            return f'<row r="{number}"{height}/>'
        pieces = [cell[0] for cell in cells]
        if len(cells) < len(self._columns):
            pieces[-1] = pieces[-1].removesuffix(self._columns[len(cells) - 1].then)
        return f'<row r="{number}"{height}>{self._first}{number}{number.join(pieces)}</row>'


def _is_easy(text: str) -> bool:
    return _EASY.fullmatch(text) is not None and "  " not in text and "_x" not in text


def _room(column: Column) -> int:
    """How many characters fit on a line of a column."""
    return max(1, int(column.width) - 1)


def _height(value: Plain, look: Look, column: Column) -> int:
    """How high a row must be for a cell, in points: not every spreadsheet finds that out by itself."""
    if not isinstance(value, str) or not wraps(look):
        return _TITLE_LINE if look is Look.TITLE else _LINE
    lines = sum(-(-max(len(line), 1) // _room(column)) for line in value.split("\n"))
    return min(lines * _LINE, _HIGHEST)


def _unworded(value: int | date | str | None, look: Look) -> str:
    """A cell without text, but for its address."""
    if value is None or value == "":
        return f'" s="{number_of(look)}"/>'
    n = value.toordinal() - _EPOCH if isinstance(value, date) else value
    return f'" s="{number_of(look)}"><v>{n}</v></c>'


def _item(text: str) -> str:
    """A text as it stands in a cell, or among the shared ones."""
    keeps = ' xml:space="preserve"' if text != text.strip() or "\n" in text or "  " in text else ""
    return f"<t{keeps}>{escaped(text)}</t>"


class _Archive:
    """A zip in memory, of parts with fixed times and the same marks on every system."""

    def __init__(self) -> None:
        from zipfile import ZIP_DEFLATED, ZipFile

        self._memory = io.BytesIO()
        self._zip = ZipFile(self._memory, "w", ZIP_DEFLATED)

    def add(self, name: str, content: str) -> None:
        """A small part."""
        self.stream(name, iter((content,)))

    def stream(self, name: str, content: Iterator[str]) -> None:
        """A part that is made while it is written."""
        from zipfile import ZIP_DEFLATED, ZipInfo

        info = ZipInfo(name)
        info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, 3, 0o600 << 16
        info._compresslevel = _LEVEL  # type: ignore[attr-defined]  # noqa: SLF001 -- that of the archive is not used for a part that is made beforehand
        with self._zip.open(info, "w") as part:
            part.write(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n')
            for text in content:
                part.write(text.encode())

    def bytes(self) -> bytes:
        """The whole archive."""
        self._zip.close()
        return self._memory.getvalue()
