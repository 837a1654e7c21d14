"""Registers drawn as text: a table with `|` between its columns becomes a raw sheet, as a reader would hand it over.

    row | naam      | onderwerp | behaald op
    4   | A. Bakker | meldcode  | 2024-01-10

Where the first column is called `row` it gives the rows' numbers, and the header stands just above the first of them; else
rows are counted from 1, and a blank line is an empty row. Everything is text, but that a date written 2024-01-10 becomes a
real date, and `#N/B` an error cell.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from hashlib import sha256

from auditor.intake.addresses import column_letters
from auditor.intake.sheets import ErrorValue, RawBook, RawRow, RawSheet, Value

Lines = list[list[str]]


def sheet(name: str, table: str, *, hidden: bool = False, first_column: int = 1) -> RawSheet:
    """A sheet of a drawn table, which begins in column `first_column` (1 is A)."""
    rows = [
        RawRow(number, {column_letters(first_column + i): value(text) for i, text in enumerate(line) if text})
        for number, line in numbered(lines(table))
    ]
    return of_rows(name, rows, hidden=hidden)


def of_rows(name: str, rows: Sequence[RawRow], *, hidden: bool = False) -> RawSheet:
    """A sheet of raw rows; those without a value are left out, as readers do."""
    return RawSheet(name=name, rows=lambda: iter([row for row in rows if row.cells]), hidden=hidden)


def book(*sheets: RawSheet, file: str = "registers.xlsx") -> RawBook:
    """A workbook of sheets."""
    return RawBook(file=file, sha256=sha256(file.encode()).hexdigest(), sheets=sheets)


def lines(table: str) -> Lines:
    """The cells of a drawn table; blank lines before and after it are no rows of it."""
    return [[cell.strip() for cell in line.strip().split("|")] for line in table.strip("\n ").splitlines()]


def numbered(drawn: Lines) -> Iterable[tuple[int, list[str]]]:
    """Every line with its row number."""
    if not drawn or drawn[0][0] != "row":
        return enumerate(drawn, 1)
    first = int(drawn[1][0]) - 1 if len(drawn) > 1 else 1
    return [(first, drawn[0][1:]), *((int(line[0]), line[1:]) for line in drawn[1:])]


def value(text: str) -> Value:
    """What a drawn cell holds."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        day = date.fromisoformat(text)
        return datetime(day.year, day.month, day.day)  # noqa: DTZ001 -- a cell has no time zone
    return ErrorValue(text) if text.startswith("#") else text
