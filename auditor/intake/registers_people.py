"""Rows of the registers that list people, staff and officers, for `People` to settle who is who."""

from collections.abc import Iterable
from datetime import date

import msgspec

from auditor.evidence import Cell, CellRef
from auditor.intake.cells import Cells
from auditor.intake.identity import Identity, IdentityReader
from auditor.intake.people import People, Reference, Settled
from auditor.intake.problems import Flaw
from auditor.intake.sheets import RawRow, Value
from auditor.intake.somebody import StaffRow
from auditor.intake.values import Answer, Reading, as_text
from auditor.registers import Contact, Officer

_CONTACT = {
    Answer.YES: Contact.YES,
    Answer.PARTLY: Contact.YES,
    Answer.NO: Contact.NO,
    Answer.EXEMPT: Contact.EXEMPT,
}


def read_identity(reader: IdentityReader, cells: Cells, row: RawRow) -> Identity:
    """Who the row is about; a cell that shows an error is a problem."""
    values = reader.values(row)
    for letter, trouble in reader.unreadable(values):
        flaw = Flaw(trouble, facts={"value": as_text(row.cells[letter])})
        cells.tools.problems.cell(cells.spot, letter, row.number, "name", flaw)
    return reader.read(values)


class StaffRows:
    """The staff register. Only a readable no or a mark of exemption takes somebody out of scope, never a doubt."""

    def __init__(self, cells: Cells, people: People) -> None:
        people.has_staff = True
        self._cells = cells
        self._people = people
        self._identity = IdentityReader(cells.columns, people.identities)
        self._table = people.new_table()
        self._groups: dict[str, str] = {"": ""}

    def add(self, row: RawRow) -> str:
        """Take a row; why it is left out, or nothing."""
        identity = read_identity(self._identity, self._cells, row)
        if not identity:
            return "no_person"
        cells = self._cells
        self._people.add_staff(
            StaffRow(
                identity=identity,
                table=self._table,
                spot=cells.spot,
                letter=self._identity.first_letter,
                row=row.number,
                at=cells.at(row),
                function=self._group(row, "function"),
                location=self._group(row, "location"),
                team=self._group(row, "team"),
                contact=cells.read(row, "client_contact", self._contact),
                start=cells.date(row, "start_date"),
                end=cells.read(row, "end_date", self._end),
            )
        )
        return ""

    def _group(self, row: RawRow, field: str) -> str:
        """What somebody belongs to; a text that names nothing, such as `-` or `n.v.t.`, is no group."""
        name = self._cells.plain(row, field)
        if name not in self._groups:
            self._groups[name] = "" if self._cells.tools.reader.names_nothing(name) else name
        return self._groups[name]

    def _end(self, value: Value | None) -> Reading[date]:
        """The last day of employment; a column that says no to having left has none, and a yes without a day is a problem."""
        reading = self._cells.day_of("end_date")(value)
        if reading.value is not None or not reading.typed:
            return reading
        answer = self._cells.tools.reader.read_answer(value).value
        if answer is Answer.NO:
            return Reading()
        if answer is Answer.YES:
            return Reading(typed=reading.typed, trouble="date.left_undated", facts={"value": reading.typed})
        return reading

    def _contact(self, value: Value | None) -> Reading[Contact]:
        said = self._cells.tools.reader.read_answer(value)
        contact = _CONTACT.get(said.value) if said.value is not None else None
        if contact is not None:
            return Reading(contact, said.typed, note=said.note, facts=said.facts)
        trouble = said.trouble or ("answer.undecided" if said.typed else "")
        return Reading(typed=said.typed, trouble=trouble, facts={"value": said.typed} if trouble else {})


class OfficerRow(msgspec.Struct, frozen=True, kw_only=True):
    """An officer of whom it is still to be settled who it is."""

    reference: int
    at: CellRef
    location: Cell[str]
    appointed_on: Cell[date]
    until: Cell[date]
    has_deputy: bool


class OfficerRows:
    """The register of officers."""

    def __init__(self, cells: Cells, people: People) -> None:
        self.made: list[OfficerRow] = []
        self._cells = cells
        self._people = people
        self._identity = IdentityReader(cells.columns, people.identities)
        self._table = people.new_table()

    def add(self, row: RawRow) -> str:
        """Take a row; why it is left out, or nothing."""
        identity = read_identity(self._identity, self._cells, row)
        if not identity:
            return "no_person"
        cells = self._cells
        letter = self._identity.first_letter
        self.made.append(
            OfficerRow(
                reference=self._people.refer(Reference(identity, self._table, cells.spot, letter, row.number)),
                at=cells.at(row),
                location=cells.text(row, "location"),
                appointed_on=cells.date(row, "appointed_on"),
                until=cells.date(row, "until"),
                has_deputy=self._has_deputy(row),
            )
        )
        return ""

    def _has_deputy(self, row: RawRow) -> bool:
        """Whether a deputy is named: any text but one that says that there is none."""
        said = self._cells.tools.reader.read_answer(self._cells.value(row, "deputy"))
        if not said.typed or said.trouble in {"error_cell", "uncalculated"}:
            return False
        return said.value is None or said.value is Answer.YES


def settle_officers(rows: Iterable[OfficerRow], settled: Settled) -> tuple[Officer, ...]:
    """The officers with the person that each is, on the staff or not; one whose name fits two people is nobody."""
    labels = settled.labels | {person.key: person.label for person in settled.staff}
    return tuple(
        Officer(
            at=row.at,
            label=labels[settled.key_of[row.reference]],
            person=settled.key_of[row.reference] if settled.is_one[row.reference] else None,
            location=row.location,
            appointed_on=row.appointed_on,
            until=row.until,
            has_deputy=row.has_deputy,
        )
        for row in rows
    )
