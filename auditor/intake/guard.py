"""What every reader's rows pass through on their way out: limits are held, and what is odd about a sheet is counted."""

from collections.abc import Iterable, Iterator

from auditor.errors import InputError
from auditor.evidence import CellRef
from auditor.intake.limits import Limits
from auditor.intake.sheets import ErrorValue, RawRow, Seen, Uncalculated, Value

_FAR_ROWS = 10_000
_FAR_LETTERS = len("AAA")
_ODD = (ErrorValue, Uncalculated)


class Effort:
    """Counts the elements, records and tags of one file that were gone through; more than `limits.steps` are an error.

    Steps that take a reader longer are counted for several.
    """

    def __init__(self, limits: Limits) -> None:
        self._limit = limits.steps
        self._left = limits.steps

    def take(self, steps: int) -> None:
        """So many steps more."""
        self._left -= steps
        if self._left < 0:
            raise InputError("workbook.too_intricate", limit=self._limit)


def guarded(rows: Iterator[RawRow], at: CellRef, limits: Limits, seen: Seen) -> Iterator[RawRow]:
    """The same rows; their errors name the sheet, and more filled cells than `limits` allow are an error.

    `seen` counts anew what this pass comes by.
    """
    seen.forget()
    try:
        yield from _counted(rows, limits, seen)
    except InputError as error:
        error.at = error.at or at
        raise


def is_odd(values: Iterable[Value]) -> bool:
    """Whether a row with these values belongs to the odd ones: an error, or a formula without a result."""
    return any(isinstance(value, _ODD) for value in values)


def _counted(rows: Iterator[RawRow], limits: Limits, seen: Seen) -> Iterator[RawRow]:
    filled = last = 0
    for row in rows:
        filled += len(row.cells)
        if filled > limits.cells:
            raise InputError("workbook.too_many_cells", limit=limits.cells)
        if row.odd:
            _count_odd(row, seen)
        if row.number - last > _FAR_ROWS or len(next(reversed(row.cells))) == _FAR_LETTERS:
            seen.far.count(f"{next(reversed(row.cells))}{row.number}")
        last = row.number
        yield row


def _count_odd(row: RawRow, seen: Seen) -> None:
    for letter, value in row.cells.items():
        if isinstance(value, ErrorValue):
            seen.errors.count(f"{letter}{row.number}")
        elif isinstance(value, Uncalculated):
            seen.uncalculated.count(f"{letter}{row.number}")
