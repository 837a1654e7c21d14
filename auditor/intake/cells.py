"""From the raw cells of a row to typed cells with an address; what cannot be read becomes a problem."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

import msgspec

from auditor.evidence import Cell, CellRef, Severity
from auditor.intake.known import KnownAs
from auditor.intake.privacy import may_show
from auditor.intake.problems import ABOUT_PEOPLE, Flaw, Problems, Spot
from auditor.intake.sheets import RawRow, Value
from auditor.intake.standing import Standing
from auditor.intake.values import Answer, Reader, Reading, without_zero_day
from auditor.intake.words import clean, normal
from auditor.layouts import Vocabulary

T = TypeVar("T")

UNSHOWN = "…"
"""What stands for a typed text that may be somebody's name."""
_ONLY_NOTED = frozenset({"date.open_ended", "date.not_applicable"})


class Tools(msgspec.Struct, frozen=True):
    """What every builder of records needs."""

    vocabulary: Vocabulary
    known: KnownAs
    reader: Reader
    problems: Problems


def flaw_of(reading: Reading[T]) -> Flaw | None:
    """What is wrong with a reading: its trouble is a warning, an assumption that was made a note."""
    if reading.trouble:
        severity = Severity.NOTE if reading.trouble in _ONLY_NOTED else Severity.WARNING
        return Flaw(reading.trouble, severity, reading.facts)
    return Flaw(reading.note, Severity.NOTE, reading.facts) if reading.note else None


class Cells:
    """Reads the cells of one table by field. A field without a column has empty cells."""

    def __init__(
        self, spot: Spot, columns: Mapping[str, str], tools: Tools, standing: Standing, month_first: frozenset[str]
    ) -> None:
        self.spot = spot
        self._month_first = month_first
        self.standing = standing
        self.columns = columns
        self.tools = tools
        self._letters = frozenset(columns.values())
        self._row: RawRow | None = None
        self._of_row = CellRef("")

    def at(self, row: RawRow, field: str = "") -> CellRef:
        """The cell of `field`; without such a column, the row's first cell that is used."""
        letter = self.columns.get(field)
        if letter:
            return CellRef(self.spot.file, self.spot.sheet, f"{letter}{row.number}")
        if self._row is not row:  # one reference for all fields that have no column
            letter = next((letter for letter in row.cells if letter in self._letters), "A")
            self._row, self._of_row = row, CellRef(self.spot.file, self.spot.sheet, f"{letter}{row.number}")
        return self._of_row

    def value(self, row: RawRow, field: str) -> Value | None:
        """The raw value of `field`."""
        letter = self.columns.get(field)
        return None if letter is None else row.cells.get(letter)

    def flaw(self, row: RawRow, field: str, flaw: Flaw) -> None:
        """Report what is wrong with the cell of `field`."""
        self.tools.problems.cell(self.spot, self.columns[field], row.number, field, flaw)

    def read(self, row: RawRow, field: str, read: Callable[[Value | None], Reading[T]]) -> Cell[T]:
        """The cell of `field`, read with `read`."""
        reading = read(self.value(row, field))
        flaw = flaw_of(reading)
        if flaw is not None:
            self.flaw(row, field, flaw)
        return Cell(reading.value, self._typed(reading), self.at(row, field))

    def _typed(self, reading: Reading[T]) -> str:
        if reading.value is None and reading.typed and self.spot.register in ABOUT_PEOPLE:
            return reading.typed if may_show(reading.typed, frozenset(), about_people=True) else UNSHOWN
        return reading.typed

    def text(self, row: RawRow, field: str) -> Cell[str]:
        """A cell of text; a location or a team may stand above the rows instead."""
        place = self.standing.places.get(field)
        if place is not None and self.value(row, field) is None:
            return Cell(place.name, place.name, place.at)
        return self.read(row, field, self.tools.reader.read_text)

    def content(self, row: RawRow, field: str) -> Cell[str]:
        """A cell of text that says something; one that only fills the cell cannot be read."""
        return self.read(row, field, self.tools.reader.read_content)

    def plain(self, row: RawRow, field: str) -> str:
        """The text of a cell whose address does not matter, or of what stands above the rows; empty where it cannot be read."""
        value = self.value(row, field)
        if value is None:
            place = self.standing.places.get(field)
            return "" if place is None else place.name
        if isinstance(value, str):  # nothing can be wrong with it
            return clean(value)
        reading = self.tools.reader.read_text(value)
        flaw = flaw_of(reading)
        if flaw is not None:
            self.flaw(row, field, flaw)
        return reading.value or ""

    def day_of(self, field: str) -> Callable[[Value | None], Reading[date]]:
        """How the days of a field are read."""
        reader = self.tools.reader
        is_month_first = self.columns.get(field) in self._month_first
        read = reader.read_month_first if is_month_first else reader.read_date
        return lambda value: without_zero_day(read(value))

    def date(self, row: RawRow, field: str) -> Cell[date]:
        """A cell with a day."""
        return self.read(row, field, self.day_of(field))

    def decision(self, row: RawRow, field: str) -> Cell[bool]:
        """A cell that records a decision: a yes, or a no in so many words. A mark for an empty cell records none, and anything else
        that is typed there is a problem.
        """
        return self.read(row, field, self._decision)

    def _decision(self, value: Value | None) -> Reading[bool]:
        said = self.tools.reader.read_answer(value)
        words = normal(said.typed)
        if said.value is not Answer.NO:
            return decided(said)
        if not words:
            return Reading()
        is_plain = (words.partition(" ")[0] if said.note else words) in self.tools.vocabulary.plain_no
        return decided(said if is_plain else Reading(typed=said.typed))


def decided(said: Reading[Answer]) -> Reading[bool]:
    """An answer as yes or no; one that is neither cannot be read."""
    if said.value in {Answer.YES, Answer.NO}:
        return Reading(said.value is Answer.YES, said.typed, note=said.note, facts=said.facts)
    trouble = said.trouble or ("answer.undecided" if said.typed else "")
    return Reading(typed=said.typed, trouble=trouble, facts={"value": said.typed} if trouble else {})
