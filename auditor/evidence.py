"""Where a value stands, what was typed there, and what is wrong with it.

Every value that enters the domain is a `Cell` or can name its `CellRef`: a claim without a place is half a claim.
Words come last: what the core has to say is a `Sentence`, an id of `templates/texts/` with facts.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")


class Word(msgspec.Struct, frozen=True, tag=True, order=True):
    """A fact that is itself a word to be translated, such as a field's or a register's name."""

    id: str


Fact = str | int | date | Word | tuple["Fact", ...]


class Sentence(msgspec.Struct, frozen=True):
    """What is to be said: a sentence id of `templates/texts/`, and the facts that fill it."""

    id: str
    facts: Mapping[str, Fact] = {}


def sentence(sentence_id: str, /, **facts: object) -> Sentence:
    """Build a sentence; facts that are not text, a number, a date, a word or a tuple of these are refused."""
    return Sentence(sentence_id, {name: _fact(value) for name, value in facts.items()})


def _fact(value: object) -> Fact:
    if isinstance(value, tuple | list):
        return tuple(_fact(each) for each in value)
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, str | int | date | Word):
        return value
    message = f"not a fact: {type(value).__name__}"
    raise TypeError(message)


class CellRef(msgspec.Struct, frozen=True, order=True):
    """One place, named the way a reader would look it up.

    `cell` is A1 style (`F132`), a range (`F2:F40`), or empty for a whole sheet; `sheet` is empty for a whole file.
    """

    file: str
    sheet: str = ""
    cell: str = ""


class Cell(msgspec.Struct, Generic[T], frozen=True):
    """A parsed value that remembers what was typed, and where.

    `typed` is empty for an empty cell. A cell with something typed and no value could not be read.
    """

    value: T | None
    typed: str
    at: CellRef

    @property
    def is_empty(self) -> bool:
        """Nothing stands in the cell, or the register has no such column."""
        return not self.typed

    @property
    def is_unreadable(self) -> bool:
        """Something stands in the cell that could not be understood."""
        return self.value is None and bool(self.typed)


class Severity(StrEnum):
    """How much a problem matters: an error changes what could be judged, a warning may, a note explains."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something about an input that the reader must know; the audit goes on.

    `code` is stable and dotted (`date.unreadable`); its words are `problem.<code>` in `templates/texts/`.
    `count` is how many cells are like this one; `at` is the first of them. Facts never hold a person's name.
    """

    code: str
    severity: Severity
    at: CellRef
    facts: Mapping[str, Fact] = {}
    count: int = 1


def problem(code: str, severity: Severity, at: CellRef, /, count: int = 1, **facts: object) -> Problem:
    """Build a problem, with the same care for facts as `sentence`."""
    return Problem(code=code, severity=severity, at=at, facts=sentence(code, **facts).facts, count=count)
