"""Somebody in the making: all rows and cells that are about one person, and what the person is called in results."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

import msgspec

from auditor.evidence import Cell, CellRef
from auditor.intake.identity import Identity, is_code_like, name_words
from auditor.intake.problems import Spot
from auditor.intake.pseudonyms import pseudonyms
from auditor.registers import Contact, Person

_CONTACT_ORDER = (Contact.YES, Contact.UNKNOWN, Contact.EXEMPT, Contact.NO)
"""What counts of two contracts: the one that leaves the person in."""


class StaffRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a staff register: a person, or one of a person's contracts. `table` is the number of the table."""

    identity: Identity
    table: int
    spot: Spot
    letter: str
    row: int
    at: CellRef
    function: str
    location: str
    team: str
    contact: Cell[Contact]
    start: Cell[date]
    end: Cell[date]

    @property
    def order(self) -> tuple[str, str, int]:
        """Where it stands."""
        return (self.spot.file, self.spot.sheet, self.row)

    @property
    def says(self) -> tuple[object, ...]:
        """Everything it tells of the person's work: two rows that tell the same are one row typed twice."""
        cells = (self.contact, self.start, self.end)
        return (self.function, self.location, self.team, *((cell.value, cell.typed) for cell in cells))

    def is_apart_from(self, other: "StaffRow") -> bool:
        """Whether one contract ended before the other began, or on that day."""
        return _before(self, other) or _before(other, self)


def _before(one: StaffRow, other: StaffRow) -> bool:
    return one.end.value is not None and other.start.value is not None and one.end.value <= other.start.value


class Somebody:
    """A person in the making, with all that is known of them."""

    def __init__(self) -> None:
        self.rows: list[StaffRow] = []
        self.identities: list[Identity] = []
        self.name_keys: set[str] = set()
        self.tables: set[int] = set()
        self.said: set[tuple[object, ...]] = set()

    def add(self, row: StaffRow) -> None:
        """Take a row of the staff register that is about this person."""
        self.rows.append(row)
        self.tables.add(row.table)
        self.said.add(row.says)
        self.know(row.identity)

    def know(self, identity: Identity) -> None:
        """Take what a row of any register knows this person by."""
        self.identities.append(identity)
        self.name_keys.update(identity.names)

    @property
    def number(self) -> str:
        """The number as it is compared."""
        if len(self.identities) == 1:
            return self.identities[0].number
        return min((each.number for each in self.identities if each.number), default="")

    @property
    def names(self) -> tuple[str, ...]:
        """Every key of a name, in order."""
        if len(self.identities) == 1 and len(self.identities[0].names) <= 1:
            return self.identities[0].names
        return tuple(sorted(self.name_keys))

    @property
    def order(self) -> tuple[object, ...]:
        """A place among those with the same names and number that does not depend on where the rows stand, if their
        content can tell.
        """
        emails = sorted(each.email for each in self.identities)
        told = sorted(repr(row.says) for row in self.rows)
        return (emails, told, min((row.order for row in self.rows), default=("", "", 0)))

    @property
    def known_by(self) -> str:
        """By what the person is known in every register and every year; never shown."""
        emails = min((each.email for each in self.identities if each.email), default="")
        return "|".join(self.names) or emails or self.number

    @property
    def typed_number(self) -> str:
        """The number as it was typed."""
        if len(self.identities) == 1:
            return self.identities[0].typed_number
        return min((each.typed_number for each in self.identities if each.typed_number), default="")


def in_order(people: Iterable[Somebody]) -> list[Somebody]:
    """By names, then by number, then by `order`, which costs ten times as much and is seldom needed."""
    same: dict[tuple[tuple[str, ...], str], list[Somebody]] = {}
    for each in people:
        same.setdefault((each.names, each.number), []).append(each)
    ordered: list[Somebody] = []
    for key in sorted(same):
        ordered += same[key] if len(same[key]) == 1 else sorted(same[key], key=lambda each: each.order)
    return ordered


def person_of(somebody: Somebody, key: int, label: str) -> Person:
    """One person of all their rows, with what the latest contract says of their work."""
    if len(somebody.rows) == 1:
        return _person_of_row(somebody.rows[0], key, label)
    rows = sorted(somebody.rows, key=lambda row: row.order)
    latest = sorted(
        rows, key=lambda row: (-(row.start.value or date.min).toordinal(), row.function, row.location, row.team)
    )
    return Person(
        at=rows[0].at,
        key=key,
        label=label,
        name=min((row.identity.typed_name for row in rows if row.identity.typed_name), default=""),
        function=_first(row.function for row in latest),
        location=_first(row.location for row in latest),
        team=_first(row.team for row in latest),
        contact=min((row.contact for row in rows), key=_left_in_first),
        start=_outermost([row.start for row in rows], min),
        end=_outermost([row.end for row in rows], max),
    )


def _person_of_row(row: StaffRow, key: int, label: str) -> Person:
    """One person of one row, as nearly everybody is: nothing to choose from."""
    return Person(
        at=row.at,
        key=key,
        label=label,
        name=row.identity.typed_name,
        function=row.function,
        location=row.location,
        team=row.team,
        contact=row.contact,
        start=row.start,
        end=row.end,
    )


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")


def _outermost(cells: Sequence[Cell[date]], pick: Callable[[Iterable[date]], date]) -> Cell[date]:
    """The earliest start or the latest end; a cell that gives no day leaves the contract open, and so is outermost."""
    days = [cell.value for cell in cells if cell.value is not None]
    wanted = pick(days) if len(days) == len(cells) else None
    return min((cell for cell in cells if cell.value == wanted), key=lambda cell: (not cell.typed, cell.typed))


def _left_in_first(cell: Cell[Contact]) -> tuple[int, bool, str]:
    return (_CONTACT_ORDER.index(cell.value or Contact.UNKNOWN), not cell.typed, cell.typed)


def labels_of(everybody: Sequence[Somebody], key: bytes) -> dict[int, str]:
    """What each is called in results: the number, where it is a number or a code and nobody else's; else a pseudonym."""
    uses = Counter(each.typed_number for each in everybody)
    labels = {
        id(each): each.typed_number
        for each in everybody
        if uses[each.typed_number] == 1 and is_code_like(each.typed_number, each.names)
    }
    nameless = [each for each in everybody if id(each) not in labels]
    given = pseudonyms([each.known_by for each in nameless], frozenset(labels.values()), key)
    return labels | {id(each): name for each, name in zip(nameless, given, strict=True)}


def name_words_of(everybody: Iterable[Somebody]) -> frozenset[str]:
    """The words of all names; short ones, such as initials, are left out."""
    return name_words({each.typed_name for somebody in everybody for each in somebody.identities})
