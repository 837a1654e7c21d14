"""Sheets that are gathered in memory while a file is gone through once; their limits are held as they grow."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from auditor.errors import InputError
from auditor.evidence import CellRef
from auditor.intake.addresses import MAX_COLUMN, MAX_ROW, column_letters
from auditor.intake.guard import guarded, is_odd
from auditor.intake.limits import Limits
from auditor.intake.sheets import RawRow, RawSheet, Seen, Value

_STEPS_OF_A_MERGE = 4


class Gathered(msgspec.Struct, kw_only=True):
    """One sheet in the making. Columns and rows are counted from 1; rows are added from top to bottom.

    Raises `InputError` for more filled cells than `limits` allow, and for a filled cell that no spreadsheet has room for.
    """

    at: CellRef
    limits: Limits
    hidden: bool = False
    filtered: bool = False
    hidden_columns: list[tuple[int, int]] = []
    merged: list[str] = []
    rows: list[RawRow] = []
    filled: int = 0

    def add(self, number: int, cells: Mapping[int, Value], *, hidden: bool = False, times: int = 1) -> None:
        """The filled cells of a row, and of the rows below it that are the same, `times` rows in all."""
        self.count(len(cells) * times)
        if not cells:
            return
        if number + times - 1 > MAX_ROW or max(cells) > MAX_COLUMN:
            raise InputError("workbook.beyond_the_sheet", self.at)
        lettered = {column_letters(column): cells[column] for column in sorted(cells)}
        odd = is_odd(lettered.values())
        self.rows += [RawRow(number + step, lettered, hidden, odd) for step in range(times)]

    def count(self, cells: int) -> None:
        """So many filled cells more."""
        self.filled += cells
        if self.filled > self.limits.cells:
            raise InputError("workbook.too_many_cells", self.at, limit=self.limits.cells)

    def merge(self, row: int, column: int, rows: int, columns: int) -> None:
        """The cell in this place reaches over so many rows and columns."""
        last_row, last_column = min(row + rows - 1, MAX_ROW), min(column + columns - 1, MAX_COLUMN)
        if row <= MAX_ROW and column <= MAX_COLUMN and (last_row, last_column) > (row, column):
            if len(self.merged) * _STEPS_OF_A_MERGE >= self.limits.steps:
                raise InputError("workbook.too_intricate", self.at, limit=self.limits.steps)
            self.merged.append(f"{column_letters(column)}{row}:{column_letters(last_column)}{last_row}")

    def hide_columns(self, first: int, last: int) -> None:
        """These columns are hidden."""
        self.hidden_columns.append((first, min(last, MAX_COLUMN)))

    def sheet(self) -> RawSheet:
        """The sheet, now that it is whole."""
        seen = Seen()

        def rows() -> Iterator[RawRow]:
            return guarded(iter(self.rows), self.at, self.limits, seen)

        return RawSheet(
            name=self.at.sheet,
            rows=rows,
            hidden=self.hidden,
            filtered=self.filtered,
            hidden_columns=letters_of(self.hidden_columns),
            merged=tuple(self.merged),
            seen=seen,
        )


def letters_of(spans: Sequence[tuple[int, int]]) -> frozenset[str]:
    """The letters of all columns in these spans, which may lie over each other."""
    letters: list[str] = []
    reached = 0
    for first, last in sorted(spans):
        letters += map(column_letters, range(max(first, reached + 1), last + 1))
        reached = max(reached, last)
    return frozenset(letters)


def unique(name: str, taken: Sequence[str]) -> str:
    """A sheet's name, with a number where the file gives the same one twice."""
    number, wanted = 1, name
    known = {each.casefold() for each in taken}
    while wanted.casefold() in known:
        number += 1
        wanted = f"{name} ({number})"
    return wanted
