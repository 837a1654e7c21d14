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
    """The filled cells of one row: column letters to values, in the order of the columns. Empty cells are left out."""

    number: int
    cells: dict[str, Value]
    hidden: bool = False


class RawSheet(msgspec.Struct, frozen=True, kw_only=True):
    """One sheet; `rows` starts reading it anew at every call, in the order of the rows, and skips rows without a value.

    `merged` are the merged ranges (`A1:C1`), `hidden_columns` column letters; both may be known only to some readers.
    """

    name: str
    rows: Callable[[], Iterator[RawRow]]
    hidden: bool = False
    hidden_columns: frozenset[str] = frozenset()
    merged: tuple[str, ...] = ()


class RawBook(msgspec.Struct, frozen=True, kw_only=True):
    """One file: its name inside the given path, the hash of its bytes, its sheets, and what reading it brought up."""

    file: str
    sha256: str
    sheets: tuple[RawSheet, ...]
    problems: tuple[Problem, ...] = ()
