"""The organisation's sheet of keys and values, in one file or several, becomes one `Organisation`."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

from auditor.evidence import Cell, CellRef, Fact, Severity
from auditor.intake.addresses import column_number
from auditor.intake.cells import Tools, decided, flaw_of
from auditor.intake.headers import Columns
from auditor.intake.problems import Flaw, Spot
from auditor.intake.sheets import RawRow, Value
from auditor.intake.values import Reading, as_text
from auditor.intake.words import clean
from auditor.registers import Organisation

T = TypeVar("T")

MOST_INDUCTION_MONTHS = 12


class Given(msgspec.Struct, frozen=True):
    """A value, and where it stands."""

    spot: Spot
    letter: str
    row: int
    value: Value

    @property
    def at(self) -> CellRef:
        """Its address."""
        return CellRef(self.spot.file, self.spot.sheet, f"{self.letter}{self.row}")

    @property
    def text(self) -> str:
        """The value as text."""
        return as_text(self.value)

    @property
    def order(self) -> tuple[str, str, int, int]:
        """Where it comes among other values: by file, sheet, row and column."""
        return (self.spot.file, self.spot.sheet, self.row, column_number(self.letter))


class OrganisationStore:
    """Gathers what the sheets say of the organisation, and settles it when all is read."""

    def __init__(self, tools: Tools) -> None:
        self.is_given = False
        self._tools = tools
        self._values: dict[str, list[Given]] = defaultdict(list)

    def give(self, field: str, given: Given) -> None:
        """Take a value of a field."""
        if given.text:
            self._values[field].append(given)

    def settle(self) -> Organisation | None:
        """The organisation, if there is a sheet about it. Values that contradict each other leave a fact unknown."""
        if not self.is_given:
            return None
        reader = self._tools.reader
        return Organisation(
            name=self._name(),
            sectors=tuple(self._sectors()),
            adult_clients=self._one("adult_clients", lambda value: decided(reader.read_answer(value))),
            vir_authorised=self._one("vir_authorised", lambda value: decided(reader.read_answer(value))),
            solo=self._one("solo", lambda value: decided(reader.read_answer(value))),
            client_groups=self._one("client_groups", reader.read_text),
            training_norm_percent=self._one("training_norm_percent", self._percentage),
            training_valid_months=self._one("training_valid_months", reader.read_months),
            review_months=self._one("review_months", reader.read_months),
            induction_months=self._one("induction_months", self._induction),
        )

    def _percentage(self, value: Value) -> Reading[int]:
        """A share of people. 1 is 100%, as a spreadsheet program stores it: a norm of one percent is none; nor is one of less."""
        reading = self._tools.reader.read_number(value)
        if reading.value == 1 and "%" not in reading.typed:
            return Reading(100, reading.typed, note="number.fraction", facts={"value": reading.typed, "number": 100})
        if reading.value == 0 and reading.note:
            return Reading(typed=reading.typed, trouble="number.unreadable", facts={"value": reading.typed})
        return reading

    def _induction(self, value: Value) -> Reading[int]:
        """At most `MOST_INDUCTION_MONTHS`: with a longer term nearly everybody would be a newcomer, and nobody judged."""
        reading = self._tools.reader.read_months(value)
        if reading.value is not None and reading.value > MOST_INDUCTION_MONTHS:
            facts: dict[str, Fact] = {"value": reading.typed, "most": MOST_INDUCTION_MONTHS}
            return Reading(typed=reading.typed, trouble="number.too_long_induction", facts=facts)
        return reading

    def _name(self) -> Cell[str]:
        """The name that is given first, by file, sheet and row; another one elsewhere is reported."""
        named = sorted(self._values["name"], key=lambda each: each.order)
        if not named:
            return Cell(None, "", CellRef(""))
        if len({each.text for each in named}) > 1:
            self._flaw(named[1], "name", Flaw("organisation.two_names"))
        return Cell(named[0].text, named[0].text, named[0].at)

    def _sectors(self) -> Iterable[Cell[str]]:
        """Every sector that is named anywhere; a name that we do not know is a cell that cannot be read."""
        known: dict[str, Cell[str]] = {}
        for each in sorted(self._values["sectors"], key=lambda each: each.order):
            lines = each.value if isinstance(each.value, str) else each.text
            codes, unknown = self._tools.known.sectors_of(lines)
            for code in codes:
                known.setdefault(code, Cell(code, each.text, each.at))
            for name in unknown:
                known.setdefault(f"?{name}", Cell(None, clean(name), each.at))
                self._tools.problems.about(Flaw("sector.unknown", Severity.ERROR, {"value": clean(name)}), each.at)
        return known.values()

    def _one(self, field: str, read: Callable[[Value], Reading[T]]) -> Cell[T]:
        """The one value of a field; two that differ contradict each other, and tell nothing."""
        read_all = [(each, read(each.value)) for each in sorted(self._values[field], key=lambda each: each.order)]
        if not read_all:
            return Cell(None, "", CellRef(""))
        for each, reading in read_all:
            if flaw := flaw_of(reading):
                self._flaw(each, field, flaw)
        first, reading = read_all[0]
        if any(other.value != reading.value for _, other in read_all):
            typed = " / ".join(sorted({other.typed for _, other in read_all}))
            self._flaw(first, field, Flaw("organisation.contradiction", facts={"value": typed}))
            return Cell(None, typed, first.at)
        return Cell(reading.value, reading.typed, first.at)

    def _flaw(self, given: Given, field: str, flaw: Flaw) -> None:
        self._tools.problems.cell(given.spot, given.letter, given.row, field, flaw)


class PairRows:
    """Rows of keys and values: the value is the first filled cell to the right of its key; sectors may fill several, and
    run on in rows without a key.
    """

    def __init__(self, spot: Spot, columns: Columns, keys: str, store: OrganisationStore) -> None:
        store.is_given = True
        self._spot = spot
        self._store = store
        self._keys = keys
        self._fields = {int(row): field for field, rows in columns.fields.items() for row in rows}
        self._current = ""
        self.columns: dict[str, str] = {}

    def add(self, row: RawRow) -> str:
        """Take a row; why it is left out, or nothing."""
        right = [letter for letter in row.cells if column_number(letter) > column_number(self._keys)]
        if row.number in self._fields:
            self._current = self._fields[row.number]
        elif self._current != "sectors" or self._keys in row.cells or not right:
            self._current = ""
            return "unknown_key"
        if not right:
            return "no_value"
        for letter in right if self._current == "sectors" else right[:1]:
            self._store.give(self._current, Given(self._spot, letter, row.number, row.cells[letter]))
            self.columns.setdefault(self._current, letter)
        return ""


class TableRows:
    """The organisation as a table: a header row, and below it a row of values."""

    def __init__(self, spot: Spot, columns: dict[str, str], store: OrganisationStore) -> None:
        store.is_given = True
        self._spot = spot
        self._store = store
        self._columns = columns

    def add(self, row: RawRow) -> str:
        """Take a row; why it is left out, or nothing."""
        filled = {field: letter for field, letter in self._columns.items() if letter in row.cells}
        for field, letter in filled.items():
            self._store.give(field, Given(self._spot, letter, row.number, row.cells[letter]))
        return "" if filled else "no_value"
