"""Cells that hold for several rows: merged ones, and a location that stands in the first row of its block only. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from auditor.intake.addresses import column_number
from auditor.intake.sheets import RawRow, Value
from auditor.intake.values import as_text


class Carrier:
    """Fills what stands further up in the same column into row after row, and counts these cells.

    `merged` are the ranges of merged cells, of which those within one of `letters` count. `blocks` are columns where a value
    holds until the next one.
    """

    def __init__(self, merged: Iterable[str], letters: frozenset[str], blocks: Sequence[str]) -> None:
        self._ends: dict[tuple[str, int], int] = {}
        for found in filter(None, map(_vertical().fullmatch, merged)):
            if found[1] in letters:
                self._ends[found[1], int(found[2])] = int(found[3])
        self._blocks = tuple(blocks)
        self._held: dict[str, tuple[int, Value]] = {}
        self._columns = sorted({letter for letter, _ in self._ends} | set(blocks), key=column_number)
        self.count: dict[str, int] = {}

    def carry(self, row: RawRow) -> RawRow:
        """The row with the cells that others hold for it."""
        if not self._columns:
            return row
        added = {}
        for letter in self._columns:
            value = row.cells.get(letter)
            if value is not None:
                self._hold(letter, row.number, value)
            elif letter in self._held and row.number <= self._held[letter][0] and len(row.cells) > 1:
                added[letter] = self._held[letter][1]
                self.count[letter] = self.count.get(letter, 0) + 1
        if not added:
            return row
        cells = dict(sorted((row.cells | added).items(), key=lambda item: column_number(item[0])))
        return RawRow(row.number, cells, row.hidden)

    def _hold(self, letter: str, row: int, value: Value) -> None:
        self._held.pop(letter, None)
        end = self._ends.get((letter, row))
        if letter in self._blocks:
            self._held[letter] = (1 << 30, value)
        elif end is not None:
            self._held[letter] = (end, value)


@cache
def _vertical() -> re.Pattern[str]:
    return re.compile(r"([A-Z]+)([0-9]+):\1([0-9]+)")


def is_in_blocks(letter: str, rows: Iterable[Mapping[str, Value]]) -> bool:
    """Whether a column has its value in the first row of each block only: the first row has one, there are two at least, none
    stands twice, and no fewer rows are empty.
    """
    values = [as_text(cells.get(letter)) for cells in rows if len(cells) > 1]
    filled = [value for value in values if value]
    return bool(values and values[0]) and 1 < len(filled) == len(set(filled)) <= len(values) - len(filled)
