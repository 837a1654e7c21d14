"""Where on a sheet one table ends and another begins: below it, or beside it. Pure.

A new table begins at a row of headings that does not stand among the rows of the table above it: after an empty row, below
a title, or where a column is headed anew. Beside each other stand tables with an empty column between them.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from auditor.intake.addresses import MAX_COLUMN, column_number
from auditor.intake.sheets import RawRow

MOST_BESIDE = 6
"""Tables beside each other that are looked for; with more groups of columns a sheet is read as one table."""
MOST_TITLES = 4
"""Lines above a header that can be titles of its table."""
_LEAST_COLUMNS = 2

Columns = tuple[int, int]
"""The first and the last of some columns, counted from 1."""


def is_line(row: RawRow) -> bool:
    """Whether a row is a single text, as titles, headings of blocks and notes are."""
    return len(row.cells) == 1 and isinstance(next(iter(row.cells.values())), str)


def beginnings(
    rows: Sequence[RawRow],
    is_heading: Callable[[RawRow], bool],
    is_title: Callable[[RawRow], bool],
    is_anew: Callable[[RawRow, RawRow], bool],
) -> list[int]:
    """Where the second table and those after it begin, as places among `rows`; the titles above a heading belong to it.

    `is_anew` tells of a header and a row below it whether that row heads the columns anew.
    """
    starts: list[int] = []
    header: RawRow | None = None
    filled = False
    for i, row in enumerate(rows):
        anew = header is not None and row.cells != header.cells and is_anew(header, row)
        if not (anew or is_heading(row)):
            filled = filled or (header is not None and len(row.cells) > 1)
        elif header is None or not (filled or anew):
            header = row
        elif parts(header, row, anew=anew, titled=(begin := with_titles(rows, i, is_title)) < i, above=rows[i - 1]):
            starts.append(begin)
            header, filled = row, False
    return starts


def parts(header: RawRow, row: RawRow, *, anew: bool, titled: bool, above: RawRow) -> bool:
    """Whether a row of headings begins another table than that of `header`: the same headings do so below a title only."""
    if row.cells == header.cells:
        return titled
    return titled or anew or row.number > above.number + 1


def with_titles(rows: Sequence[RawRow], heading: int, is_title: Callable[[RawRow], bool]) -> int:
    """Where the titles above a heading begin: after an empty row, or one line just above it."""
    begin = heading
    for i in range(heading - 1, max(heading - MOST_TITLES, 0) - 1, -1):
        if not is_title(rows[i]):
            break
        if i == 0 or rows[i].number > rows[i - 1].number + 1 or i == heading - 1:
            begin = i
    return begin


def groups_of_columns(rows: Sequence[RawRow]) -> list[Columns]:
    """The columns that have an empty one between them, as groups; together the groups are all columns."""
    used = sorted(_used(rows))
    first = [used[0]] if used else []
    first += [number for before, number in pairwise(used) if number > before + 1]
    ends = [number - 1 for number in first[1:]]
    return list(zip(first, [*ends, MAX_COLUMN], strict=True)) if first else []


def _used(rows: Sequence[RawRow]) -> set[int]:
    letters: set[str] = set()
    for row in rows:
        letters.update(row.cells)
    return {column_number(letter) for letter in letters}


def are_wide(groups: Sequence[Columns], rows: Sequence[RawRow]) -> bool:
    """Whether at least two of the groups could each be a table."""
    used = _used(rows)
    wide = sum(len([each for each in used if first <= each <= last]) >= _LEAST_COLUMNS for first, last in groups)
    return wide > 1


def within(rows: Iterator[RawRow], columns: Columns) -> Iterator[RawRow]:
    """The rows with only the cells of these columns; those without any are left out."""
    first, last = columns
    for row in rows:
        cells = {letter: value for letter, value in row.cells.items() if first <= column_number(letter) <= last}
        if cells:
            yield RawRow(row.number, cells, row.hidden)
