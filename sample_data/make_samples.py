#!/usr/bin/env python3
"""Write the sample organisations: the workbooks that fictitious organisations would send to an auditor.

What stands in the cells is in `tables/`, one text file per sheet, readable side by side with the workbook; which files
and sheets an organisation has is in its `workbooks.yaml`. This script adds what people add: titles above the table, widths, colours, filters, frozen panes, a hidden column, a note below.
The same tables give the same bytes, whatever the day and the machine (for one version of openpyxl and zlib).

Run it from anywhere: `python sample_data/make_samples.py [FOLDER]`; without a folder it rewrites the committed files.
"""

import csv
import io
import re
import sys
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import msgspec
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from ruamel.yaml import YAML

HERE = Path(__file__).resolve().parent

Row = tuple[str, ...]
Value = str | int | float | date | None


class Band(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A heading above several columns of the header row, in merged cells."""

    label: str
    first: str
    last: str


class Sheet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One sheet: the text file in `tables/` that it shows, and how somebody laid it out.

    `lines` stand above the table, from row 1 on; an empty line is an empty row. `headed`: the table's first row is a
    header. `numbers` are the columns with real numbers; everywhere else digits are text.
    """

    name: str
    table: str = ""
    lines: tuple[str, ...] = ()
    bands: tuple[Band, ...] = ()
    headed: bool = True
    merged_title: bool = False
    numbers: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    frozen_columns: int = 1
    note: str = ""


class Book(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file of an organisation; a csv has one sheet and only its table."""

    file: str
    author: str
    sheets: tuple[Sheet, ...]
    theme: str = "1F4E78"


MADE_ON = datetime(2026, 11, 20, 9, 30)  # noqa: DTZ001 (a workbook's own dates have no time zone)
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
NUMBER = re.compile(r"(?:0|[1-9]\d*)(?:,\d+)?")
COLOURS = {
    "C6EFCE": {"behaald", "afgerond", "ja", "vastgesteld", "actueel"},
    "FFEB9C": {
        "gepland",
        "ingeschreven",
        "deels",
        "concept",
        "in review",
        "ter vaststelling",
        "in behandeling",
        "volgt",
    },
    "FFC7CE": {"niet behaald", "nee", "?"},
    "D9D9D9": {"n.v.t.", "vervangen", "vervallen", "archief", "verlopen"},
}
COLOURED = {"Status", "Fase", "Aanwezig", "Aanwezig ja/nee"}
WIDEST = 48


def read_books() -> dict[str, tuple[Book, ...]]:
    """The files of every organisation, by the name of its folder in `tables/`, in alphabetical order.

    Raises `msgspec.ValidationError` where a `workbooks.yaml` has a field that `Book` or `Sheet` has not, or misses one.
    """
    paths = sorted((HERE / "tables").glob("*/workbooks.yaml"))
    return {path.parent.name: msgspec.convert(YAML(typ="safe").load(path), tuple[Book, ...]) for path in paths}


def read_table(organisation: str, table: str) -> list[Row]:
    """The rows of `tables/<organisation>/<table>.txt`: cells between bars, the header first where there is one.

    Raises `ValueError` where a row has another number of cells than the first.
    """
    text = (HERE / "tables" / organisation / f"{table}.txt").read_text("utf-8")
    rows = [tuple(cell.strip() for cell in line.split("|")) for line in text.splitlines()]
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            message = f"{organisation}/{table}.txt, line {number}: {len(row)} cells, expected {len(rows[0])}"
            raise ValueError(message)
    return rows


def value(typed: str, *, numeric: bool) -> Value:
    """What goes into the cell: 2026-11-22 becomes a real date, a number only where asked for; the rest stays text."""
    if not typed:
        return None
    if ISO_DAY.fullmatch(typed):
        return date.fromisoformat(typed)
    if numeric and NUMBER.fullmatch(typed):
        return float(typed.replace(",", ".")) if "," in typed else int(typed)
    return typed


def fill_sheet(sheet: Worksheet, spec: Sheet, rows: list[Row], theme: str) -> None:
    """Put the lines, bands, table and note of `spec` on an empty sheet."""
    columns = len(rows[0]) if rows else 1
    write_lines(sheet, spec, columns)
    if not rows:
        return
    top = len(spec.lines) + (2 if spec.bands else 1)
    for band in spec.bands:
        write_band(sheet, band, rows[0], top - 1)
    write_table(sheet, spec, rows, top, theme)
    set_widths(sheet, rows)
    for name in spec.hidden:
        sheet.column_dimensions[get_column_letter(rows[0].index(name) + 1)].hidden = True
    bottom = top + len(rows) - 1
    if spec.headed:
        sheet.freeze_panes = sheet.cell(top + 1, spec.frozen_columns + 1)
        sheet.auto_filter.ref = f"A{top}:{get_column_letter(columns)}{bottom}"
    if spec.note:
        sheet.cell(bottom + 2, 1, spec.note).font = Font(italic=True, size=9)


def write_lines(sheet: Worksheet, spec: Sheet, columns: int) -> None:
    """Write the title and the lines under it, merged over the table where the sheet is laid out so."""
    for number, line in enumerate(spec.lines, 1):
        sheet.cell(number, 1, line or None).font = Font(bold=number == 1, size=14 if number == 1 else 10)
        if spec.merged_title and line:
            sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=columns)


def write_table(sheet: Worksheet, spec: Sheet, rows: list[Row], top: int, theme: str) -> None:
    """Write the rows from row `top` on, the header styled where there is one."""
    names = rows[0] if spec.headed else ("",) * len(rows[0])
    for number, row in enumerate(rows, top):
        for column, (name, typed) in enumerate(zip(names, row, strict=True), 1):
            cell = sheet.cell(number, column, value(typed, numeric=name in spec.numbers))
            if spec.headed and number == top:
                style_header(cell, theme)
            else:
                style_body(cell, name, total=row[0] == "Totaal", key=not spec.headed and column == 1)


def write_band(sheet: Worksheet, band: Band, header: Row, row: int) -> None:
    """Write a band above its columns, merged and centred."""
    first, last = header.index(band.first) + 1, header.index(band.last) + 1
    cell = sheet.cell(row, first, band.label)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(horizontal="center")
    cell.fill = PatternFill("solid", fgColor="DDDDDD")
    sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)


def style_header(cell: Cell, theme: str) -> None:
    """Bold white on the workbook's own colour."""
    cell.font = Font(bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor=theme)
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def style_body(cell: Cell, name: str, *, total: bool, key: bool) -> None:
    """Number formats, the colour of a status, and a line above the totals."""
    if isinstance(cell.value, date):
        cell.number_format = "dd-mm-yyyy"
    elif isinstance(cell.value, float):
        cell.number_format = "0.00"
    elif isinstance(cell.value, str) and cell.value.isdigit():
        cell.number_format = "@"
    if total:
        cell.border = Border(top=Side(style="thin"))
    if total or key:
        cell.font = Font(bold=True)
    if name in COLOURED:
        for colour, words in COLOURS.items():
            if str(cell.value).lower() in words:
                cell.fill = PatternFill("solid", fgColor=colour)


def set_widths(sheet: Worksheet, rows: list[Row]) -> None:
    """As wide as the longest text, within reason."""
    for column, cells in enumerate(zip(*rows, strict=True), 1):
        sheet.column_dimensions[get_column_letter(column)].width = min(max(map(len, cells)) + 3, WIDEST)


def make_workbook(organisation: str, book: Book) -> bytes:
    """The bytes of a workbook, the same at every run."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    workbook.properties.creator = book.author
    workbook.properties.created = MADE_ON
    for spec in book.sheets:
        rows = read_table(organisation, spec.table) if spec.table else []
        fill_sheet(workbook.create_sheet(spec.name), spec, rows, book.theme)
    out = io.BytesIO()
    workbook.save(out)
    return without_clock(out.getvalue())


def without_clock(workbook: bytes) -> bytes:
    """The same workbook, with `MADE_ON` wherever openpyxl and zip wrote the time of saving."""
    stamp = f"{MADE_ON.isoformat()}Z".encode()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename == "docProps/core.xml":
                part = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, part)
            fixed = zipfile.ZipInfo(entry.filename, MADE_ON.timetuple()[:6])
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.create_system = 0
            new.writestr(fixed, part)
    return out.getvalue()


def make_csv(rows: Iterable[Row]) -> bytes:
    """As a Dutch spreadsheet program saves it: UTF-8 with a byte order mark, semicolons, CRLF."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def make_file(organisation: str, book: Book) -> bytes:
    """The bytes of one file, by its suffix."""
    if book.file.endswith(".csv"):
        return make_csv(read_table(organisation, book.sheets[0].table))
    return make_workbook(organisation, book)


ORGANISATIONS = read_books()


def main(target: Path) -> None:
    """Write every file of every organisation below `target`, and say which."""
    for organisation, books in ORGANISATIONS.items():
        folder = target / organisation
        folder.mkdir(parents=True, exist_ok=True)
        for book in books:
            (folder / book.file).write_bytes(make_file(organisation, book))
            print(f"{organisation}/{book.file}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
