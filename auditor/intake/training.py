"""Rows of training registers, long and matrix, become `Trainings`. Nothing here is done for a row that can be done once
for a value: a register may have a million rows.
"""

from collections import defaultdict
from datetime import date
from typing import Self

import msgspec

from auditor.days import add_months
from auditor.evidence import CellRef, Fact, Severity
from auditor.intake.cells import Tools, flaw_of
from auditor.intake.identity import IdentityReader
from auditor.intake.matrix import Course
from auditor.intake.meaning import smells, topics_of
from auditor.intake.people import People, Reference
from auditor.intake.periods import period_months
from auditor.intake.problems import Flaw, Spot
from auditor.intake.sheets import RawRow, Value
from auditor.intake.shown import Shown, show
from auditor.intake.tables import Found
from auditor.intake.values import as_text, read_text, without_zero_day
from auditor.intake.words import normal
from auditor.layouts import Vocabulary
from auditor.registers import SourceTable, Trainings, TrainingState

_NOBODY = -1
_PERCENT = 100
_PERIODS = frozenset({"date.period", "date.unreadable"})
"""What is wrong with a day where a period may stand."""


class Known(msgspec.Struct, frozen=True):
    """A training's title, by its number in `Trainings`; or why a row cannot be used."""

    number: int = _NOBODY
    flaw: Flaw | None = None


class Until(msgspec.Struct, frozen=True):
    """The end of a training's validity, or for how many months it holds, and what is wrong with its cell."""

    day: date | None = None
    months: int = 0
    flaw: Flaw | None = None


class TrainingStore:
    """The training register in the making: all its tables fill one `Trainings`.

    `person` holds numbers of references until `settle` puts the persons in their place.
    """

    def __init__(self, tools: Tools, people: People) -> None:
        self.trainings = Trainings()
        self.tools = tools
        self.people = people
        self.is_given = False
        self._titles: dict[tuple[str, str], int] = {}

    def new_table(self, spot: Spot, columns: dict[str, str]) -> int:
        """Take note of a table; its number in `Trainings.tables`."""
        self.is_given = True
        self.trainings.tables.append(SourceTable(spot.file, spot.sheet, columns))
        return len(self.trainings.tables) - 1

    def title(self, title: str, topic: str) -> int:
        """The number of a title, which with another topic is another title."""
        number = self._titles.get((title, topic))
        if number is None:
            number = self._titles[title, topic] = len(self.trainings.titles)
            self.trainings.titles.append(title or topic)
            self.trainings.topics.append(topics_of(topic, title, self.tools.vocabulary))
        return number

    def unrecognised(self) -> dict[str, int]:
        """Titles without a topic that may be about the code after all, with how many rows have them; by title."""
        return {title: rows for title, (rows, _) in sorted(self._unrecognised().items())}

    def report_unrecognised(self) -> None:
        """Say of each such title that it does not count, at the first cell that has it."""
        for title, (rows, first) in sorted(self._unrecognised().items()):
            facts: dict[str, Fact] = {"value": title}
            flaw = Flaw("training.unrecognised", Severity.WARNING, facts, rows)
            self.tools.problems.about(flaw, first)

    def _unrecognised(self) -> dict[str, tuple[int, CellRef]]:
        vocabulary = self.tools.vocabulary
        asked = {
            number
            for number, (title, topics) in enumerate(zip(self.trainings.titles, self.trainings.topics, strict=True))
            if not topics and smells(title, vocabulary)
        }
        found: dict[str, tuple[int, CellRef]] = {}
        for i, number in enumerate(self.trainings.title if asked else ()):
            if number in asked:
                title, at = self.trainings.titles[number], self.trainings.at(i)
                rows, first = found.get(title, (0, at))
                found[title] = (rows + 1, min(first, at, key=_place))
        return found


def _place(at: CellRef) -> tuple[str, str, int, str]:
    letters = at.cell.rstrip("0123456789")
    return (at.file, at.sheet, int(at.cell[len(letters) :] or 0), letters)


class _Table:
    """What both shapes of a training register share: who a row is about, and how an entry is written down."""

    def __init__(self, spot: Spot, columns: dict[str, str], table: Found, store: TrainingStore) -> None:
        self.spot = spot
        self.table = table
        self.store = store
        self.reader = store.tools.reader
        self._trainings = store.trainings
        self.number = store.new_table(spot, columns)
        self._identity = IdentityReader(columns, store.people.identities)
        self._of_people = store.people.new_table()
        self._references: dict[tuple[Value | None, ...], int] = {}
        self._untils: dict[str, dict[Value | None, Until]] = defaultdict(dict)

    def person(self, row: RawRow) -> int:
        """The reference to who the row is about, or `_NOBODY`."""
        values = self._identity.values(row)
        reference = self._references.get(values)
        if reference is None:
            reference = self._references[values] = self._refer(values, row)
        return reference

    def _refer(self, values: tuple[Value | None, ...], row: RawRow) -> int:
        for letter, trouble in self._identity.unreadable(values):
            self.flaw(row, letter, "name", Flaw(trouble, facts={"value": as_text(row.cells[letter])}))
        identity = self._identity.read(values)
        if not identity:
            return _NOBODY
        letter = self._identity.first_letter
        return self.store.people.refer(Reference(identity, self._of_people, self.spot, letter, row.number))

    def until(self, row: RawRow, letter: str, field: str, completed: date | None) -> date | None:
        """The day in the cell, if it is one, or the end of the period in it; else a problem, unless the cell is empty."""
        value = row.cells.get(letter)
        until = self._untils[letter].get(value) or self._read_until(letter, value)
        if until.flaw is not None:
            self.flaw(row, letter, field, until.flaw)
        return add_months(completed, until.months) if until.months and completed is not None else until.day

    def _read_until(self, letter: str, value: Value | None) -> Until:
        reading = without_zero_day(
            self.reader.read_month_first(value) if letter in self.table.month_first else self.reader.read_date(value)
        )
        months = (
            period_months(reading.typed, self.table.headers.get(letter, "")) if reading.trouble in _PERIODS else None
        )
        if months:
            facts: dict[str, Fact] = {"value": reading.typed, "months": months}
            until = Until(None, months, Flaw("date.period_read", Severity.NOTE, facts))
        else:
            until = Until(reading.value, flaw=flaw_of(reading))
        self._untils[letter][value] = until
        return until

    def flaw(self, row: RawRow, letter: str, field: str, flaw: Flaw) -> None:
        """Report what is wrong with a cell."""
        self.store.tools.problems.cell(self.spot, letter, row.number, field, flaw)

    def write(self, row: RawRow, letter: str, person: int, title: int, shown: Shown, until: date | None) -> None:  # noqa: PLR0913, PLR0917 -- the columns of the register
        """One entry of `Trainings`."""
        trainings = self._trainings
        trainings.table.append(self.number)
        trainings.row.append(row.number)
        trainings.column.append(letter)
        trainings.person.append(person)
        trainings.title.append(title)
        trainings.state.append(shown.state or TrainingState.PENDING)
        trainings.completed_on.append(shown.day)
        trainings.valid_until.append(until)


class Numbers(msgspec.Struct, frozen=True):
    """What a number in a column of results is: a mark, where `graded`; a part of `whole`, where that is not 0."""

    graded: bool = False
    whole: int = 0

    @classmethod
    def of(cls, table: Found, letter: str, vocabulary: Vocabulary) -> Self:
        """By the column's header; percentages are parts of 1 where none of the first rows has more, as in cells that a spreadsheet
        program shows as a percentage.
        """
        header = normal(table.headers.get(letter, ""))
        if header not in vocabulary.shares:
            return cls(graded=header in vocabulary.graded)
        below = (_number(row.cells.get(letter)) for row in table.head if row.number > table.last)
        most = max((number for number in below if number is not None), default=0)
        return cls(whole=1 if most <= 1 else _PERCENT)

    def is_mark(self, value: Value | None) -> bool:
        """Whether a value is a mark: all of it (100%) is none, for more there is not."""
        text = as_text(value)
        return self.graded and text != "100%" and text.rstrip("%").replace(",", "").replace(".", "").isdecimal()

    def as_share(self, value: Value) -> Value:
        """A number as the percentage that it is, as text; any other value as it stands."""
        number = _number(value) if self.whole else None
        return value if number is None else f"{number * _PERCENT / self.whole:g}%"


def _number(value: Value | None) -> float | None:
    """A number of zero or more, also where it is written as a text."""
    text = as_text(value).replace(",", ".")
    return float(text) if text.isascii() and text.replace(".", "", 1).isdecimal() else None


class LongRows(_Table):
    """A row for each person and training; `title` is the training where the sheet itself names it. `doubts` are columns
    that may be about the result too. `numbers` tells what a number in the result is.
    """

    def __init__(  # noqa: PLR0913, PLR0917 -- what a table of trainings may have
        self,
        spot: Spot,
        columns: dict[str, str],
        title: str,
        doubts: tuple[str, ...],
        table: Found,
        store: TrainingStore,
        numbers: Numbers,
    ) -> None:
        super().__init__(spot, columns, table, store)
        self._title = columns.get("training_name", "")
        self._topic = columns.get("topic", "")
        self._done = columns.get("completed_on", "")
        self._result = columns.get("result", "")
        self._until = columns.get("valid_until", "")
        self._at = self._done or self._result
        self._doubts = doubts
        self._numbers = numbers
        own = Known(store.title(title, "")) if title else None
        self._known: dict[tuple[Value | None, Value | None], Known] = {(None, None): own or Known()}
        self._shown: dict[tuple[Value | None, ...], Shown] = {}

    def add(self, row: RawRow) -> str:
        """Take a row; why it is left out, or nothing."""
        cells = row.cells
        person = self.person(row)
        if person == _NOBODY:
            return "no_person"
        named = (cells.get(self._title), cells.get(self._topic))
        known = self._known.get(named)
        if known is None:
            known = self._known[named] = self._read_title(*named)
        if known.number == _NOBODY:
            if known.flaw is not None:
                self.flaw(row, self._title or self._topic, "training_name", known.flaw)
            return "no_training"
        told = (cells.get(self._done), cells.get(self._result), *[cells.get(letter) for letter in self._doubts])
        shown = self._shown.get(told)
        if shown is None:
            shown = self._shown[told] = self._show(told[0], told[1], told[2:])
        if shown.of_date is not None or shown.of_result is not None:
            self._report(row, shown)
        if shown.state is None:
            self.store.trainings.blank += 1
            return "no_completion"
        until = self.until(row, self._until, "valid_until", shown.day) if self._until else None
        self.write(row, self._at, person, known.number, shown, until)
        return ""

    def _show(self, done: Value | None, result: Value | None, doubts: tuple[Value | None, ...]) -> Shown:
        if self._numbers.is_mark(result):
            return _marked(result)
        results = () if result is None else (self._numbers.as_share(result),)
        filled = tuple(value for value in doubts if value is not None)
        return show(done, results, self.reader, doubts=filled, month_first=self._done in self.table.month_first)

    def _report(self, row: RawRow, shown: Shown) -> None:
        if shown.of_date is not None:
            self.flaw(row, self._at, "completed_on", shown.of_date)
        if shown.of_result is not None:
            self.flaw(row, self._result, "result", shown.of_result)

    def _read_title(self, title: Value | None, topic: Value | None) -> Known:
        named, said = read_text(title), read_text(topic)
        if named.value or said.value:
            return Known(self.store.title(named.value or "", said.value or ""))
        return Known(flaw=flaw_of(named) or flaw_of(said))


def _marked(mark: Value | None) -> Shown:
    """A mark is no yes: it is not known from which one the training was passed."""
    return Shown(TrainingState.UNREADABLE, None, None, Flaw("answer.mark", facts={"value": as_text(mark)}))


class MatrixRows(_Table):
    """A row for each person, with columns for each training."""

    def __init__(
        self, spot: Spot, columns: dict[str, str], courses: tuple[Course, ...], table: Found, store: TrainingStore
    ) -> None:
        super().__init__(spot, columns, table, store)
        self._courses = [(course, store.title(course.title, "")) for course in courses]
        self._shown: dict[tuple[Value | None, ...], Shown] = {}

    def add(self, row: RawRow) -> str:
        """Take a row; why it is left out, or nothing. A person without any training is a row that was used."""
        person = self.person(row)
        if person == _NOBODY:
            return "no_person"
        shows_any = False
        for course, title in self._courses:
            told = tuple([row.cells.get(letter) for letter in (course.done, *course.results)])
            month_first = course.done in self.table.month_first
            shown = self._shown.get((month_first, *told))
            if shown is None:
                results = tuple(value for value in told[1:] if value is not None)
                shown = show(told[0], results, self.reader, month_first=month_first)
                self._shown[month_first, *told] = shown
            self._report(row, course, shown)
            if shown.state is not None:
                until = self.until(row, course.until, course.title, shown.day) if course.until else None
                self.write(row, course.done, person, title, shown, until)
                shows_any = True
        self.store.trainings.blank += not shows_any
        return ""

    def _report(self, row: RawRow, course: Course, shown: Shown) -> None:
        if shown.of_date is not None:
            self.flaw(row, course.done, course.title, shown.of_date)
        if shown.of_result is not None:
            self.flaw(row, course.results[0], course.title, shown.of_result)
