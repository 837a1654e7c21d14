"""What every reader's rows pass through on their way out."""

from collections.abc import Iterator

from auditor.errors import InputError
from auditor.evidence import CellRef
from auditor.intake.limits import Limits
from auditor.intake.sheets import RawRow


def guarded(rows: Iterator[RawRow], at: CellRef, limits: Limits) -> Iterator[RawRow]:
    """The same rows; their errors name the sheet, and more filled cells than `limits` allow are an error."""
    try:
        yield from _counted(rows, limits)
    except InputError as error:
        error.at = error.at or at
        raise


def _counted(rows: Iterator[RawRow], limits: Limits) -> Iterator[RawRow]:
    filled = 0
    for row in rows:
        filled += len(row.cells)
        if filled > limits.cells:
            raise InputError("workbook.too_many_cells", limit=limits.cells)
        yield row
