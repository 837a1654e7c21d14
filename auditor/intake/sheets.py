"""What a reader hands over: workbooks as raw sheets of addressed values, before anybody knows what they mean."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

import msgspec

from auditor.evidence import Problem


class ErrorValue(msgspec.Struct, frozen=True):
    """An error cell as it shows: `#N/B`, `#N/A`, `#REF!` … It is never the same as an empty cell."""

    shows: str


class Contradiction(ErrorValue, frozen=True):
    """What columns with one header say that do not say the same; nobody can tell which of them holds."""


class Uncalculated(msgspec.Struct, frozen=True):
    """A formula whose result is not stored in the file, so nobody can read it without a spreadsheet program."""


Value = str | int | float | bool | date | datetime | ErrorValue | Uncalculated


class RawRow(msgspec.Struct, frozen=True):
    """The filled cells of one row: column letters to values, in the order of the columns. Empty cells are left out.

    `odd` says that an error or a formula without a result is among them.
    """

    number: int
    cells: dict[str, Value]
    hidden: bool = False
    odd: bool = False


class Spots(msgspec.Struct):
    """How many cells are like each other, and the first of them."""

    n: int = 0
    first: str = ""

    def count(self, cell: str) -> None:
        """One more."""
        self.n += 1
        self.first = self.first or cell


class Seen(msgspec.Struct):
    """What the last pass over a sheet's rows came by: cells with errors, formulas without a result, cells far from the
    others (10,000 empty rows before them, or in a column from AAA on).
    """

    errors: Spots = msgspec.field(default_factory=Spots)
    uncalculated: Spots = msgspec.field(default_factory=Spots)
    far: Spots = msgspec.field(default_factory=Spots)

    def forget(self) -> None:
        """A new pass begins."""
        self.errors, self.uncalculated, self.far = Spots(), Spots(), Spots()


class RawSheet(msgspec.Struct, frozen=True, kw_only=True):
    """One sheet; `rows` starts reading it anew at every call, in the order of the rows, and skips rows without a value.

    `merged` are the merged ranges (`A1:C1`), `hidden_columns` column letters; `filtered` says that a filter is on the
    sheet, which may be why rows are hidden. `seen` is complete when a pass over the rows has come to its end.
    """

    name: str
    rows: Callable[[], Iterator[RawRow]]
    hidden: bool = False
    filtered: bool = False
    hidden_columns: frozenset[str] = frozenset()
    merged: tuple[str, ...] = ()
    seen: Seen = msgspec.field(default_factory=Seen)


class RawBook(msgspec.Struct, frozen=True, kw_only=True):
    """One file: its name inside the given path, the hash of its bytes, its sheets, and what reading it brought up."""

    file: str
    sha256: str
    sheets: tuple[RawSheet, ...]
    problems: tuple[Problem, ...] = ()
