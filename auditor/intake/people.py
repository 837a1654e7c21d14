"""Who is who: rows of the staff register become persons, and rows of other registers find theirs.

By number, else by e-mail address, else by name. A name that fits two people counts for neither.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

import msgspec

from auditor.evidence import Cell, CellRef, Severity
from auditor.intake.identity import Identity, is_code_like
from auditor.intake.problems import Flaw, Problems, Spot
from auditor.intake.pseudonyms import pseudonyms
from auditor.intake.words import normal
from auditor.registers import Contact, Person

_LEAST_NAME_WORD = 3
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


class _Somebody:
    """A person in the making, with all that is known of them."""

    def __init__(self) -> None:
        self.rows: list[StaffRow] = []
        self.identities: list[Identity] = []

    def add(self, row: StaffRow) -> None:
        self.rows.append(row)
        self.identities.append(row.identity)

    @property
    def number(self) -> str:
        return min((each.number for each in self.identities if each.number), default="")

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(sorted({name for each in self.identities for name in each.names}))

    @property
    def order(self) -> tuple[object, ...]:
        """A place among all people that does not depend on where the rows stand, if their content can tell."""
        emails = sorted(each.email for each in self.identities)
        told = sorted(repr(row.says) for row in self.rows)
        return (self.names, self.number, emails, told, min((row.order for row in self.rows), default=("", "", 0)))

    @property
    def known_by(self) -> str:
        """By what the person is known in every register and every year; never shown."""
        emails = min((each.email for each in self.identities if each.email), default="")
        return "|".join(self.names) or emails or self.number

    @property
    def typed_number(self) -> str:
        return min((each.typed_number for each in self.identities if each.typed_number), default="")


class Reference(msgspec.Struct, frozen=True):
    """Where somebody is named outside the staff register: the table, and the first cell."""

    identity: Identity
    table: int
    spot: Spot
    letter: str
    row: int


class Settled(msgspec.Struct, frozen=True):
    """Everybody: the staff, and for each reference the number of the person it means and whether that is staff.

    `labels` name those who are in no staff register. `name_words` are the words of all names, never to be shown.
    """

    staff: tuple[Person, ...]
    key_of: list[int]
    is_staff: list[bool]
    labels: dict[int, str]
    name_words: frozenset[str]


class People:
    """Gathers staff rows and references to people, and settles who is who when all is read."""

    def __init__(self, problems: Problems, key: bytes = b"") -> None:
        self._problems = problems
        self._key = key
        self._rows: list[StaffRow] = []
        self._references: list[Reference] = []
        self._tables = 0
        self.has_staff = False

    def new_table(self) -> int:
        """A number for a table whose rows name people."""
        self._tables += 1
        return self._tables

    def add_staff(self, row: StaffRow) -> None:
        """Take a row of a staff register."""
        self._rows.append(row)

    def refer(self, reference: Reference) -> int:
        """Take note of somebody named in another register; the number by which `Settled` knows the reference."""
        self._references.append(reference)
        return len(self._references) - 1

    def settle(self, uses: Iterable[int]) -> Settled:
        """Decide who is who; `uses` are the references, once for every row that has them."""
        staff = self._staff()
        matcher = _Matcher(staff, self._references)
        found = [matcher.find(reference) for reference in self._references]
        self._report(found, matcher, Counter(uses))
        strangers: dict[object, _Somebody] = {}
        for reference, who in zip(self._references, found, strict=True):
            if not isinstance(who, _Somebody):
                strangers.setdefault(who, _Somebody()).identities.append(reference.identity)
        everybody = sorted(staff, key=lambda each: each.order) + sorted(strangers.values(), key=lambda each: each.order)
        labels = _labels(everybody, self._key)
        keys = {id(each): key for key, each in enumerate(everybody)}
        people = [who if isinstance(who, _Somebody) else strangers[who] for who in found]
        return Settled(
            staff=tuple(_person(each, keys[id(each)], labels[id(each)]) for each in everybody[: len(staff)]),
            key_of=[keys[id(each)] for each in people],
            is_staff=[bool(each.rows) for each in people],
            labels={keys[id(each)]: labels[id(each)] for each in everybody[len(staff) :]},
            name_words=_name_words(everybody),
        )

    def _staff(self) -> list[_Somebody]:
        by_number: dict[str, _Somebody] = {}
        rows = sorted(self._rows, key=lambda row: row.order)
        for row in rows:
            if number := row.identity.number:
                by_number.setdefault(number, _Somebody()).add(row)
        numbered: list[_Somebody] = []
        for somebody in by_number.values():
            self._report_two_names(somebody)
            numbered += _apart(somebody)
        nameless = [row for row in rows if not row.identity.number]
        return [*numbered, *self._nameless_numbers(nameless, numbered)]

    def _nameless_numbers(self, rows: Sequence[StaffRow], numbered: Iterable[_Somebody]) -> list[_Somebody]:
        """The people of rows without a number. Such a row is about somebody of another sheet with that name, or is another
        contract of somebody of this one; else it is somebody else.
        """
        by_name: dict[str, list[_Somebody]] = defaultdict(list)
        for somebody in numbered:
            for name in somebody.names:
                by_name[name].append(somebody)
        new: list[_Somebody] = []
        for row in sorted(rows, key=lambda row: (row.identity.names, repr(row.says), row.order)):
            known = {id(each): each for name in row.identity.names for each in by_name.get(name, ())}
            same = [each for each in known.values() if _is_same(row, each)]
            if len(same) == 1:
                same[0].add(row)
                continue
            if known:
                self._problems.cell(row.spot, row.letter, row.row, "name", Flaw("person.same_name"))
            somebody = _Somebody()
            somebody.add(row)
            new.append(somebody)
            for name in row.identity.names:
                by_name[name].append(somebody)
        return new

    def _report_two_names(self, somebody: _Somebody) -> None:
        """Say once of a person that two of their rows have nothing of a name in common."""
        named = [row for row in somebody.rows if row.identity.names]
        other = next((row for row in named if not set(row.identity.names) & set(named[0].identity.names)), None)
        if other is not None:
            self._problems.cell(other.spot, other.letter, other.row, "name", Flaw("person.names_differ"))

    def _report(self, found: Sequence[object], matcher: "_Matcher", uses: Mapping[int, int]) -> None:
        if not self.has_staff:
            return
        tables: dict[int, list[int]] = defaultdict(list)
        for i, reference in enumerate(self._references):
            tables[reference.table].append(i)
        for numbers in tables.values():
            if not any(isinstance(found[i], _Somebody) for i in numbers) and not matcher.has_common_key(
                [self._references[i].identity for i in numbers]
            ):
                first = self._references[numbers[0]]
                self._problems.sheet(
                    Flaw("person.no_common_key", Severity.ERROR), CellRef(first.spot.file, first.spot.sheet)
                )
                continue
            for i in numbers:
                self._report_reference(self._references[i], found[i], uses.get(i, 1))

    def _report_reference(self, reference: Reference, who: object, uses: int) -> None:
        if isinstance(who, _Somebody):
            return
        is_ambiguous = isinstance(who, tuple) and who[0] == _AMBIGUOUS
        flaw = Flaw("person.ambiguous") if is_ambiguous else Flaw("person.not_in_staff", Severity.NOTE)
        flaw = msgspec.structs.replace(flaw, count=uses)
        self._problems.cell(reference.spot, reference.letter, reference.row, "name", flaw)


def _apart(somebody: _Somebody) -> list[_Somebody]:
    """Who shares one number: one person, or, where names differ wholly and contracts run at the same time, each of them."""
    people: list[_Somebody] = []
    for row in sorted(somebody.rows, key=lambda row: (row.identity.names, repr(row.says), row.order)):
        same = next((each for each in people if _may_be_one(row, each)), None)
        if same is None:
            same = _Somebody()
            people.append(same)
        same.add(row)
    return people


def _may_be_one(row: StaffRow, somebody: _Somebody) -> bool:
    names = set(row.identity.names)
    return (
        not names
        or not somebody.names
        or bool(names & set(somebody.names))
        or all(row.is_apart_from(other) for other in somebody.rows)
    )


def _is_same(row: StaffRow, somebody: _Somebody) -> bool:
    if all(row.table != other.table for other in somebody.rows):
        return bool(somebody.number)
    return any(row.says == other.says for other in somebody.rows) or all(
        row.is_apart_from(other) for other in somebody.rows
    )


_AMBIGUOUS = "ambiguous"


class _Matcher:
    """Finds the member of staff that a reference means."""

    def __init__(self, staff: Iterable[_Somebody], references: Iterable[Reference]) -> None:
        self._by_number: dict[str, dict[int, _Somebody]] = defaultdict(dict)
        self._by_email: dict[str, dict[int, _Somebody]] = defaultdict(dict)
        self._by_name: dict[str, dict[int, _Somebody]] = defaultdict(dict)
        for somebody in staff:
            for each in somebody.identities:
                if each.number:
                    self._by_number[each.number][id(somebody)] = somebody
                if each.email:
                    self._by_email[each.email][id(somebody)] = somebody
                for name in each.names:
                    self._by_name[name][id(somebody)] = somebody
        self._shares_numbers = {each.table for each in references if each.identity.number in self._by_number}

    def find(self, reference: Reference) -> object:
        """The member of staff, or a key for somebody who is not, or of whom it cannot be told."""
        identity = reference.identity
        if identity.number in self._by_number:
            return self._of_number(identity)
        for email in (identity.email, identity.number):
            if email and len(who := self._by_email.get(email, {})) == 1:
                return next(iter(who.values()))
        if identity.number and reference.table in self._shares_numbers:
            return ("number", identity.number)
        fits = {key: who for name in identity.names for key, who in self._by_name.get(name, {}).items()}
        if len(fits) == 1:
            return next(iter(fits.values()))
        if fits:
            return (_AMBIGUOUS, identity.names)
        return ("number", identity.number) if identity.number else ("name", identity.names or identity.email)

    def _of_number(self, identity: Identity) -> object:
        """Whose number it is; of several who share it, the one with that name."""
        sharers = self._by_number[identity.number]
        named = {key: who for key, who in sharers.items() if set(who.names) & set(identity.names)} or sharers
        return next(iter(named.values())) if len(named) == 1 else (_AMBIGUOUS, identity.number)

    def has_common_key(self, identities: Iterable[Identity]) -> bool:
        """Whether the staff and these people are known by something that both have."""
        has_number, has_name, has_email = bool(self._by_number), bool(self._by_name), bool(self._by_email)
        return any(
            (has_number and each.number)
            or (has_name and each.names)
            or (has_email and (each.email or "@" in each.number))
            for each in identities
        )


def _person(somebody: _Somebody, key: int, label: str) -> Person:
    """One person of all their rows, with what the latest contract says of their work."""
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


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")


def _outermost(cells: Sequence[Cell[date]], pick: Callable[[Iterable[date]], date]) -> Cell[date]:
    """The earliest start or the latest end; a cell that gives no day leaves the contract open, and so is outermost."""
    days = [cell.value for cell in cells if cell.value is not None]
    wanted = pick(days) if len(days) == len(cells) else None
    return min((cell for cell in cells if cell.value == wanted), key=lambda cell: (not cell.typed, cell.typed))


def _left_in_first(cell: Cell[Contact]) -> tuple[int, bool, str]:
    return (_CONTACT_ORDER.index(cell.value or Contact.UNKNOWN), not cell.typed, cell.typed)


def _labels(everybody: Sequence[_Somebody], key: bytes) -> dict[int, str]:
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


def _name_words(everybody: Iterable[_Somebody]) -> frozenset[str]:
    names = (each.typed_name for somebody in everybody for each in somebody.identities)
    return frozenset(
        word for name in names for word in normal(name).split() if len(word) >= _LEAST_NAME_WORD and word.isalpha()
    )
