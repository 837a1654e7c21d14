"""Rows of the registers of acceptances and actions: what an organisation says it will do about its gaps, or leave for a while."""

from collections.abc import Sequence
from datetime import date

import msgspec

from auditor.evidence import Cell, CellRef, Severity
from auditor.intake.cells import Cells, Tools
from auditor.intake.identity import identity_of
from auditor.intake.masking import Masker
from auditor.intake.names import may_be_one
from auditor.intake.people import NOBODY, People, Reference, Settled
from auditor.intake.problems import Flaw
from auditor.intake.sheets import RawRow
from auditor.intake.words import normal
from auditor.registers import Acceptance, Action, Named, Person


class NamedRow(msgspec.Struct, frozen=True):
    """Somebody who answers for something, and of whom it is still to be settled who it is; no reference if the cell is empty."""

    cell: Cell[str]
    reference: int | None


class AcceptanceRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the register of acceptances."""

    at: CellRef
    requirement: Cell[str]
    requirements: tuple[str, ...]
    reason: Cell[str]
    owner: NamedRow
    approver: NamedRow
    until: Cell[date]


class ActionRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the register of actions. `suggested`: the action is what our own list proposes, word for word."""

    at: CellRef
    requirement: Cell[str]
    requirements: tuple[str, ...]
    action: Cell[str]
    suggested: bool
    owner: NamedRow
    due: Cell[date]
    done_on: Cell[date]
    remark: Cell[str]


class _PlanRows:
    """What both registers have in common: each row names requirements, and people or functions."""

    def __init__(self, cells: Cells, people: People) -> None:
        self._cells = cells
        self._people = people
        self._table = people.new_table()

    def _requirements(self, row: RawRow, requirement: Cell[str]) -> tuple[str, ...]:
        """The ids that the row names; where it names none that we know, that is an error."""
        if requirement.value is None:
            return ()
        known = self._cells.tools.known
        found = known.requirements_of(requirement.value)
        if not found:
            nearest = known.nearest(requirement.value)
            code = "requirement.unknown_nearest" if nearest else "requirement.unknown"
            facts = {"value": requirement.value} | ({"nearest": nearest} if nearest else {})
            self._cells.flaw(row, "requirement", Flaw(code, Severity.ERROR, dict(facts), alone=True))
        return found

    def _named(self, row: RawRow, field: str) -> NamedRow:
        cell = self._cells.content(row, field)
        if cell.value is None:
            return NamedRow(cell, None)
        letter = self._cells.columns[field]
        identity = identity_of(cell.value)
        if not identity:
            return NamedRow(Cell(None, cell.typed, cell.at), None)
        reference = Reference(identity, self._table, self._cells.spot, letter, row.number, answers=True)
        return NamedRow(cell, self._people.refer(reference))


class AcceptanceRows(_PlanRows):
    """The register of acceptances. A row that lacks something is kept: what it lacks is why it is not accepted."""

    def __init__(self, cells: Cells, people: People) -> None:
        super().__init__(cells, people)
        self.made: list[AcceptanceRow] = []

    def add(self, row: RawRow) -> str:
        """Take a row; why it is left out, or nothing."""
        cells = self._cells
        requirement = cells.text(row, "requirement")
        requirements = self._requirements(row, requirement)
        if not requirements:
            return "no_requirement" if requirement.value is None else "unknown_requirement"
        self.made.append(
            AcceptanceRow(
                at=cells.at(row),
                requirement=requirement,
                requirements=requirements,
                reason=cells.read(row, "reason", cells.tools.reader.read_said),
                owner=self._named(row, "owner"),
                approver=self._named(row, "approver"),
                until=cells.date(row, "until"),
            )
        )
        return ""


class ActionRows(_PlanRows):
    """The register of actions. A row that says nothing but a requirement is no action yet, nor is an untouched line of our list."""

    def __init__(self, cells: Cells, people: People) -> None:
        super().__init__(cells, people)
        self.made: list[ActionRow] = []
        self._suggestions = _Suggestions(cells.tools)

    def add(self, row: RawRow) -> str:
        """Take a row; why it is left out, or nothing."""
        cells = self._cells
        requirement, action = cells.text(row, "requirement"), cells.text(row, "action")
        is_filled_in = any(cells.value(row, field) is not None for field in ("owner", "due", "done_on", "remark"))
        if not is_filled_in and cells.value(row, "action") is None:
            return "no_action"
        requirements = self._requirements(row, requirement)
        if not requirements:
            return "no_requirement" if requirement.value is None else "unknown_requirement"
        if not is_filled_in and self._suggestions.begin(action.typed):
            return "untouched"
        self.made.append(
            ActionRow(
                at=cells.at(row),
                requirement=requirement,
                requirements=requirements,
                action=action,
                suggested=self._suggestions.hold(action.typed),
                owner=self._named(row, "owner"),
                due=cells.date(row, "due"),
                done_on=cells.date(row, "done_on"),
                remark=cells.text(row, "remark"),
            )
        )
        return ""


class _Suggestions:
    """What our action list proposes to do. It is read back with what somebody filled in, or untouched."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._whole: frozenset[str] = frozenset()
        self._begins = tuple(map(_key, tools.vocabulary.suggested))

    def hold(self, text: str) -> bool:
        """Whether a text is the advice or the question of a requirement: nobody's name is in it."""
        if not self._whole:  # a register of actions is there in few audits
            self._whole = frozenset(map(_key, self._tools.known.suggested))
        return _key(text) in self._whole

    def begin(self, text: str) -> bool:
        """Whether a text is of our list, also where it ends in a person or a location."""
        return self.hold(text) or _key(text).startswith(self._begins)


def _key(text: str) -> str:
    """A text as it is compared with one that we wrote: a spreadsheet may have changed its white space."""
    return " ".join(text.split()).casefold()


def _function(text: str) -> str:
    """A function as it is compared: without an article."""
    return normal(text).removeprefix("de ").removeprefix("the ")


class PlanSettler:
    """Makes records of the rows when all people are known; nothing that may be a name is in what they show."""

    def __init__(self, settled: Settled, tools: Tools) -> None:
        self._settled = settled
        self._tools = tools
        self._labels = settled.labels | {person.key: person.label for person in settled.staff}
        self._known_masker: Masker | None = None

    def acceptances(self, rows: Sequence[AcceptanceRow] | None) -> tuple[Acceptance, ...] | None:
        """The acceptances; nothing where no such register was given."""
        if rows is None:
            return None
        return tuple(
            Acceptance(
                at=row.at,
                requirement=row.requirement,
                requirements=row.requirements,
                reason=row.reason,
                shown=self._masked(row.reason),
                owner=self._named(row.owner),
                approver=self._named(row.approver),
                same_person=self._is_one(row.owner, row.approver),
                until=row.until,
            )
            for row in rows
        )

    def actions(self, rows: Sequence[ActionRow] | None) -> tuple[Action, ...] | None:
        """The actions; nothing where no such register was given."""
        if rows is None:
            return None
        return tuple(
            Action(
                at=row.at,
                requirement=row.requirement,
                requirements=row.requirements,
                action=row.action,
                shown=row.action.typed if row.suggested else self._masked(row.action),
                owner=self._named(row.owner),
                due=row.due,
                done_on=row.done_on,
                remark=row.remark,
                shown_remark=self._masked(row.remark),
            )
            for row in rows
        )

    def _named(self, row: NamedRow) -> Named:
        if row.reference is None:
            return Named(cell=row.cell, label="", person=None)
        key = self._settled.key_of[row.reference]
        label = row.cell.typed if key == NOBODY else self._labels[key]
        return Named(cell=row.cell, label=label, person=key if self._settled.is_staff[row.reference] else None)

    def _is_one(self, one: NamedRow, other: NamedRow) -> bool:
        """Whether both are one person, or may be: by the staff register, by a name, or by a function that one of them has."""
        if one.reference is None or other.reference is None:
            return False
        if any(normal(row.cell.typed) in self._tools.vocabulary.ditto for row in (one, other)):
            return True
        first, second = self._settled.key_of[one.reference], self._settled.key_of[other.reference]
        if normal(one.cell.typed) == normal(other.cell.typed) or (first == second and first != NOBODY):
            return True
        if NOBODY in {first, second}:
            return self._has_function(first, other) or self._has_function(second, one)
        if self._settled.is_staff[one.reference] and self._settled.is_staff[other.reference]:
            return False
        return any(
            may_be_one(name, other_name)
            for name in self._names(one, first)
            for other_name in self._names(other, second)
        )

    def _names(self, row: NamedRow, key: int) -> tuple[str, ...]:
        """All that somebody is called: as typed, of an e-mail address what stands before the @, and in the staff register."""
        person = self._person(key)
        return (row.cell.typed.partition("@")[0], *((person.name,) if person and person.name else ()))

    def _has_function(self, key: int, role: NamedRow) -> bool:
        """Whether the staff register gives somebody the function with which the other one is named."""
        person = self._person(key)
        return person is not None and _function(person.function) == _function(role.cell.typed)

    def _person(self, key: int) -> Person | None:
        """The member of staff of that number: these come first."""
        return self._settled.staff[key] if 0 <= key < len(self._settled.staff) else None

    def _masked(self, cell: Cell[str]) -> str:
        return self._masker().masked(cell.value) if cell.value else ""

    def _masker(self) -> Masker:
        if self._known_masker is None:
            phrases = (word for phrase in self._tools.known.phrases for word in phrase.split())
            self._known_masker = Masker(
                names=self._settled.name_words,
                roles=self._settled.role_words,
                ordinary=frozenset(self._tools.vocabulary.ordinary).union(phrases),
            )
        return self._known_masker
