"""Who is who: rows of the staff register become persons, and rows of other registers find theirs.

By number, else by e-mail address, else by name. A name that fits two people counts for neither.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from auditor.evidence import CellRef, Severity
from auditor.intake.identity import Identity
from auditor.intake.masking import is_role
from auditor.intake.names import SHARED_WORDS
from auditor.intake.problems import Flaw, Problems, Spot
from auditor.intake.somebody import Somebody, StaffRow, in_order, labels_of, name_words_of, person_of
from auditor.intake.words import normal
from auditor.registers import Person

NOBODY = -1
"""The number of a reference that means no person but a function."""


class Reference(msgspec.Struct, frozen=True):
    """Where somebody is named outside the staff register: the table, and the first cell.

    `answers`: it says who answers for something, who may be in no register, or be named by function. `staff_only`: of one
    who answers it is asked only which member of staff it is; whoever is none is nobody, and is given no pseudonym.
    """

    identity: Identity
    table: int
    spot: Spot
    letter: str
    row: int
    answers: bool = False
    staff_only: bool = False


class Settled(msgspec.Struct, frozen=True):
    """Everybody: the staff, and for each reference the number of the person it means and whether that is staff.

    `is_one`: it means one person, on the staff or not; a name that fits two means nobody.
    `labels` name those who are in no staff register. `name_words` are the words of all names, never to be shown. A reference
    to a function rather than to a person has the number `NOBODY`; `role_words` are the words of functions, and of the
    places where people work.
    """

    staff: tuple[Person, ...]
    key_of: list[int]
    is_staff: list[bool]
    is_one: list[bool]
    labels: dict[int, str]
    name_words: frozenset[str]
    role_words: frozenset[str]


class People:
    """Gathers staff rows and references to people, and settles who is who when all is read.

    `key` is the secret of the pseudonyms; `roles` are words with which somebody is named by function.
    """

    def __init__(self, problems: Problems, key: bytes = b"", roles: Iterable[str] = ()) -> None:
        self._problems = problems
        self._key = key
        self._roles = frozenset(roles)
        self._rows: list[StaffRow] = []
        self._references: list[Reference] = []
        self._tables = 0
        self.identities: dict[Hashable, Identity] = {}
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
        is_one = [not (isinstance(who, tuple) and who[0] in _DOUBTFUL) for who in found]
        role_words = self._role_words()
        found = [
            None if self._is_nobody(reference, who, role_words, staff) else who
            for reference, who in zip(self._references, found, strict=True)
        ]
        everybody = in_order(staff) + self._strangers(found)
        labels = labels_of(everybody, self._key)
        keys = {id(each): key for key, each in enumerate(everybody)}
        return Settled(
            staff=_spelled(
                tuple(person_of(each, keys[id(each)], labels[id(each)]) for each in everybody[: len(staff)])
            ),
            key_of=[keys[id(each)] if isinstance(each, Somebody) else NOBODY for each in found],
            is_staff=[isinstance(each, Somebody) and bool(each.rows) for each in found],
            is_one=is_one,
            labels={keys[id(each)]: labels[id(each)] for each in everybody[len(staff) :]},
            name_words=name_words_of(everybody),
            role_words=role_words,
        )

    def _role_words(self) -> frozenset[str]:
        if not any(each.answers and not each.staff_only for each in self._references):
            return self._roles
        texts = {text for row in self._rows for text in (row.function, row.location, row.team)}
        return self._roles.union(*(normal(text).split() for text in texts))

    @staticmethod
    def _is_nobody(reference: Reference, who: object, roles: frozenset[str], staff: Iterable[Somebody]) -> bool:
        """Whether the one who answers is a function rather than a person, or no staff where only staff is asked for."""
        if not reference.answers or isinstance(who, Somebody):
            return False
        names = (each.typed_name for somebody in staff for each in somebody.identities)
        return reference.staff_only or is_role(reference.identity.typed_name, roles, names)

    def _strangers(self, found: list[object]) -> list[Somebody]:
        """Those who are in no staff register, put into `found` in the place of their keys; who only answers comes last."""
        strangers: dict[object, Somebody] = {}
        listed = {who for reference, who in zip(self._references, found, strict=True) if not reference.answers}
        for i, (reference, who) in enumerate(zip(self._references, found, strict=True)):
            if who is not None and not isinstance(who, Somebody):
                found[i] = strangers.setdefault(who, Somebody())
                strangers[who].know(_without_doubt(reference.identity, who))
        only_answer = {id(somebody) for who, somebody in strangers.items() if who not in listed}
        return sorted(in_order(strangers.values()), key=lambda each: id(each) in only_answer)

    def _staff(self) -> list[Somebody]:
        by_number: dict[str, Somebody] = {}
        rows = sorted(self._rows, key=lambda row: row.order)
        for row in rows:
            if number := row.identity.number:
                by_number.setdefault(number, Somebody()).add(row)
        numbered: list[Somebody] = []
        for somebody in by_number.values():
            self._report_two_names(somebody)
            numbered += _apart(somebody)
        nameless = [row for row in rows if not row.identity.number]
        return [*numbered, *self._nameless_numbers(nameless, numbered)]

    def _nameless_numbers(self, rows: Sequence[StaffRow], numbered: Iterable[Somebody]) -> list[Somebody]:
        """The people of rows without a number. Such a row is about somebody of another sheet with that name, or is another
        contract of somebody of this one; else it is somebody else.
        """
        by_name: dict[str, list[Somebody]] = defaultdict(list)
        for somebody in numbered:
            for name in somebody.names:
                by_name[name].append(somebody)
        new: list[Somebody] = []
        for row in sorted(rows, key=lambda row: (row.identity.names, repr(row.says), row.order)):
            known = {id(each): each for name in row.identity.names for each in by_name.get(name, [])[-_MOST_SHARERS:]}
            same = [each for each in known.values() if _is_same(row, each)]
            if len(same) == 1:
                same[0].add(row)
                continue
            if known:
                self._problems.cell(row.spot, row.letter, row.row, "name", Flaw("person.same_name"))
            somebody = Somebody()
            somebody.add(row)
            new.append(somebody)
            for name in row.identity.names:
                by_name[name].append(somebody)
        return new

    def _report_two_names(self, somebody: Somebody) -> None:
        """Say once of a person that two of their rows have nothing of a name in common."""
        if len(somebody.rows) == 1:
            return
        named = [row for row in somebody.rows if row.identity.names]
        other = next((row for row in named if not set(row.identity.names) & set(named[0].identity.names)), None)
        if other is not None:
            self._problems.cell(other.spot, other.letter, other.row, "name", Flaw("person.names_differ"))

    def _report(self, found: Sequence[object], matcher: "_Matcher", uses: Mapping[int, int]) -> None:
        if not self.has_staff:
            return
        tables: dict[int, list[int]] = defaultdict(list)
        for i, reference in enumerate(self._references):
            if not reference.answers:
                tables[reference.table].append(i)
        for numbers in tables.values():
            if not any(isinstance(found[i], Somebody) for i in numbers) and not matcher.has_common_key(
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
        if isinstance(who, Somebody):
            return
        doubt = who[0] if isinstance(who, tuple) else ""
        flaw = Flaw(f"person.{doubt}") if doubt in _DOUBTFUL else Flaw("person.not_in_staff", Severity.NOTE)
        flaw = msgspec.structs.replace(flaw, count=uses)
        self._problems.cell(reference.spot, reference.letter, reference.row, "name", flaw)


def _spelled(staff: tuple[Person, ...]) -> tuple[Person, ...]:
    """The staff with one spelling of each function, location and team: `leraar` and `Leraar` are one function."""
    spellings = tuple(_one_spelling(getattr(person, field) for person in staff) for field in _GROUPS)
    if not any(spellings):
        return staff
    return tuple(
        replace(
            person,
            **{
                field: known.get(name := getattr(person, field), name)
                for field, known in zip(_GROUPS, spellings, strict=True)
            },
        )
        for person in staff
    )


_GROUPS = ("function", "location", "team")
_MOST_SHARERS = 50
"""People of one number or one name that a row is compared with: where more share it, it is nobody's, and all would take too long."""


def _one_spelling(names: Iterable[str]) -> dict[str, str]:
    """What to write for a name that is spelled in several ways: the way that most do, of those the first in the alphabet."""
    ways: dict[str, list[str]] = defaultdict(list)
    counts = Counter(names)
    for name in counts:
        ways[normal(name)].append(name)
    return {
        name: min(several, key=lambda each: (-counts[each], each))
        for several in ways.values()
        if len(several) > 1
        for name in several
    }


def _apart(somebody: Somebody) -> list[Somebody]:
    """Who shares one number: one person, or, where names differ wholly and contracts run at the same time, each of them."""
    if len(somebody.rows) == 1:
        return [somebody]
    people: list[Somebody] = []
    for row in sorted(somebody.rows, key=lambda row: (row.identity.names, repr(row.says), row.order)):
        same = next((each for each in people[-_MOST_SHARERS:] if _may_be_one(row, each)), None)
        if same is None:
            same = Somebody()
            people.append(same)
        same.add(row)
    return people


def _may_be_one(row: StaffRow, somebody: Somebody) -> bool:
    names = row.identity.names
    return (
        not names
        or not somebody.name_keys
        or not somebody.name_keys.isdisjoint(names)
        or all(row.is_apart_from(other) for other in somebody.rows)
    )


def _is_same(row: StaffRow, somebody: Somebody) -> bool:
    if row.table not in somebody.tables:
        return bool(somebody.number)
    return row.says in somebody.said or all(row.is_apart_from(other) for other in somebody.rows)


_AMBIGUOUS = "ambiguous"
_CONTRADICTED = "contradicted"
_DOUBTFUL = frozenset({_AMBIGUOUS, _CONTRADICTED})
"""How the key begins of somebody of whom it cannot be told who it is."""


def _contradict(identity: Identity, somebody: Somebody) -> bool:
    """Whether the name beside a number is of somebody else: no word of it is in a name of the one who has that number.

    Somebody may be called by another first name, or have another last name by now; not both at once.
    """
    given = _telling_words(identity.names)
    own = _telling_words(somebody.names)
    return bool(given and own) and not given & own


def _telling_words(names: Iterable[str]) -> set[str]:
    """The words of keys of names, but for initials, prefixes and numbers that stand where a name should."""
    words = {word for name in names for word in name.split()}
    return {word for word in words if word.isalpha()} - SHARED_WORDS


def _without_doubt(identity: Identity, who: object) -> Identity:
    """The identity of a stranger, without a number that is another's."""
    if isinstance(who, tuple) and who[0] == _CONTRADICTED:
        return msgspec.structs.replace(identity, number="", typed_number="")
    return identity


class _Matcher:
    """Finds the member of staff that a reference means."""

    def __init__(self, staff: Iterable[Somebody], references: Iterable[Reference]) -> None:
        self._by_number: dict[str, dict[int, Somebody]] = defaultdict(dict)
        self._by_email: dict[str, dict[int, Somebody]] = defaultdict(dict)
        self._by_name: dict[str, dict[int, Somebody]] = defaultdict(dict)
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
        if len(sharers) == 1:
            only = next(iter(sharers.values()))
            return (_CONTRADICTED, identity.number, identity.names) if _contradict(identity, only) else only
        of_name = {key: who for name in identity.names for key, who in self._by_name.get(name, {}).items()}
        named = {key: who for key, who in of_name.items() if key in sharers} or sharers
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
