"""What a workbook of ours holds: sheets of rows, how wide and how they look, and what may be typed where. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from auditor.workbook.looks import Look

Plain = str | int | date | None
"""What a cell holds. Text is text, whatever sign it begins with: it never becomes a formula."""


class Styled(msgspec.Struct, frozen=True):
    """A value with a look of its own, where that of its column does not fit."""

    value: Plain
    look: Look


Row = Sequence[Plain | Styled]


class Column(msgspec.Struct, frozen=True):
    """A column: how wide, in characters, and how its cells look; `whole`: also those below what is written."""

    width: float
    look: Look = Look.TEXT
    whole: bool = False


class Choice(msgspec.Struct, frozen=True):
    """One of these may be chosen: the `words` themselves, or those in the `cells` of some sheet (`Lijsten!$A$2:$A$9`).

    Where `free` is true something else may be typed as well.
    """

    words: tuple[str, ...] = ()
    cells: str = ""
    free: bool = False


class DayOnly(msgspec.Struct, frozen=True):
    """Only a day may be typed."""


class WholeNumber(msgspec.Struct, frozen=True):
    """Only a whole number from `least` up to and including `most` may be typed."""

    least: int
    most: int


class Anything(msgspec.Struct, frozen=True):
    """Whatever is typed is fine; there is only something to say about it."""


Rule = Choice | DayOnly | WholeNumber | Anything


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What may be typed in some cells (`B4:B900`, or several such ranges), what is said there, and what when it may not be.

    Spreadsheets show at most 32 signs of a title and 255 of a message; what is longer is cut.
    """

    cells: str
    rule: Rule
    title: str = ""
    says: str = ""
    refuses: str = ""


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """One sheet. `head` is the row with the headings, counted from 1: it stays in sight, is repeated on every page, and has
    filter buttons if `filtered`; 0: there is none. `still` columns at the left stay in sight too. `rows` are written as
    they come. `heights` are those of some rows, in points.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]
    head: int = 0
    still: int = 0
    filtered: bool = False
    entries: tuple[Entry, ...] = ()
    heights: dict[int, float] = {}
    landscape: bool = True
    hidden: bool = False
    foot: str = ""


class Book(msgspec.Struct, frozen=True, kw_only=True):
    """A workbook. `day` is how days are shown, in the notation of spreadsheets (`dd-mm-yyyy`)."""

    sheets: tuple[Sheet, ...]
    day: str


def letters(number: int) -> str:
    """The letters of a column, counted from 1: A, B … Z, AA."""
    text = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
