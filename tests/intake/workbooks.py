"""Workbooks for the readers' tests: made by hand to the letter, or by openpyxl; and what a reader made of them."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from unittest.mock import patch

from openpyxl import Workbook, load_workbook

from auditor.intake.archive import Archive
from auditor.intake.limits import NORMAL
from auditor.intake.sheets import ErrorValue, RawBook, RawRow, Uncalculated, Value
from auditor.intake.xlsx import read_workbook
from auditor.intake.xlsx.markup import NotPlainError

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

Cells = dict[str, Value]


def zipped(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def sheet_markup(rows: str, before: str = "", after: str = "") -> str:
    """A sheet part around these rows."""
    return f'{DECLARATION}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def relation(index: str, kind: str, target: str) -> str:
    """One line of a list of relations."""
    return f'<Relationship Id="{index}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def relations(*lines: str) -> str:
    """A list of relations."""
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}">{"".join(lines)}</Relationships>'


def parts_of(
    rows: str = "", *, sheet: str | bytes = "", shared: str = "", styles: str = "", properties: str = ""
) -> dict[str, str | bytes]:
    """The parts of a workbook with one sheet, `Blad`: these rows, or this whole sheet part."""
    lines = [relation("rId1", "worksheet", "worksheets/sheet1.xml")]
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}'
        '<sheets><sheet name="Blad" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": sheet or sheet_markup(rows),
    }
    if shared:
        parts["xl/sharedStrings.xml"] = f'{DECLARATION}<sst xmlns="{MAIN}">{shared}</sst>'
        lines.append(relation("rId2", "sharedStrings", "sharedStrings.xml"))
    if styles:
        parts["xl/styles.xml"] = f'{DECLARATION}<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
        lines.append(relation("rId3", "styles", "styles.xml"))
    parts["xl/_rels/workbook.xml.rels"] = relations(*lines)
    return parts


def made_by_openpyxl(*rows: list[Any]) -> bytes:
    """A workbook of one sheet, `Blad`, with these rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Blad"
    for row in rows:
        sheet.append(row)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The bytes of an openpyxl workbook."""
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def read(data: bytes) -> RawBook:
    """The workbook as the reader gives it."""
    return read_workbook(Archive(data, NORMAL), "boek.xlsx", "", NORMAL)


def rows_of(data: bytes, sheet: int = 0) -> list[RawRow]:
    """The rows of one sheet, which both ways of reading must give alike where the fast one knows the markup."""
    rows = list(read(data).sheets[sheet].rows())
    assert rows == exact_rows_of(data, sheet)
    return rows


def cells_of(data: bytes, sheet: int = 0) -> Cells:
    """The filled cells of one sheet by address."""
    return {f"{column}{row.number}": value for row in rows_of(data, sheet) for column, value in row.cells.items()}


def exact_rows_of(data: bytes, sheet: int = 0) -> list[RawRow]:
    """The rows of one sheet by the exact way alone."""
    with patch("auditor.intake.xlsx.sheet.fast_rows", side_effect=NotPlainError):
        return list(read(data).sheets[sheet].rows())


def is_read_fast(data: bytes) -> bool:
    """Whether the fast way reads the first sheet wholly."""
    with patch("auditor.intake.xlsx.sheet.exact_rows", return_value=iter(())) as exact:
        list(read(data).sheets[0].rows())
        return not exact.called


def openpyxl_cells(data: bytes, sheet: str) -> Cells:
    """The filled cells of one sheet as openpyxl reads them, in our types."""
    book = load_workbook(io.BytesIO(data), data_only=True)
    cells = book[sheet]._cells  # noqa: SLF001 - walking the sheet would walk every cell up to a stray one in its last corner
    return {
        cell.coordinate: in_our_types(cell.value, cell.data_type)
        for cell in cells.values()
        if cell.value not in (None, "")
    }


def in_our_types(value: Any, kind: str) -> Value:  # noqa: ANN401 - openpyxl's values are of many types
    """A value of openpyxl as our reader gives it: whole days as dates, times as the text that is shown, errors as errors."""
    if kind == "e":
        return ErrorValue(str(value))
    if isinstance(value, datetime):
        return value.date() if value.time() == time.min else value
    if isinstance(value, time):
        return f"{value:%H:%M:%S}" if value.second else f"{value:%H:%M}"
    if isinstance(value, timedelta):
        hours, rest = divmod(round(value.total_seconds()), 3600)
        return f"{hours:02}:{rest // 60:02}:{rest % 60:02}" if rest % 60 else f"{hours:02}:{rest // 60:02}"
    assert isinstance(value, str | int | float | bool | date)
    return value


def calculated(cells: Cells) -> Cells:
    """The cells without those whose formula was never calculated, which openpyxl shows as empty."""
    return {address: value for address, value in cells.items() if not isinstance(value, Uncalculated)}
