"""What must be done, line by line, most urgent first, with the people it is about: for the action list alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec

from auditor.ahead.actions import ActionState, state_of, told_once
from auditor.findings import Observation
from auditor.registers import Action, Person
from auditor.render.cards import entries_on
from auditor.render.edition import Edition
from auditor.render.table import places, plain_lines
from auditor.render.urgent import causes, urgent
from auditor.render.words import Say, plain
from auditor.report import place
from auditor.result import RequirementOut

_PEOPLE = ("staff", "training")
"""The registers in which somebody of whom something is missing is seen."""


_WHO = "\0"
"""Stands in a sentence for somebody's name, which is put there without looking the sentence up again."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the list. `who` holds names. `is_late`: due before the reference date, and not done."""

    requirement: str
    title: str
    layer: str
    verdict: str
    why: str = ""
    repair: str = ""
    where: str = ""
    action: str = ""
    who: str = ""
    function: str = ""
    location: str = ""
    owner: str = ""
    due: date | None = None
    done_on: date | None = None
    remark: str = ""
    is_late: bool = False


def lines(edition: Edition, say: Say) -> Iterator[Line]:
    """Every requirement that needs something done: law before the rest, the worst verdict first, late actions first.

    What is derived from others, or waits for a code to be adopted, is left to those. Under a requirement stand the people
    of whom something is missing, and what else the organisation planned. An action on a requirement that needs nothing
    any more comes last, until it is done.
    """
    return _Lister(edition, say).all()


class _Missing(msgspec.Struct, frozen=True):
    """Somebody of whom something is missing, or a location where it is; and the cell that shows it."""

    seen: Observation
    person: Person | None
    location: str

    @property
    def order(self) -> tuple[str, str, str, str]:
        """By location, function and name."""
        if self.person is None:
            return (self.location, "", "", self.seen.at.cell)
        return (self.person.location, self.person.function, self.person.name, self.person.label)

    @property
    def who(self) -> str:
        """The name with the number, as far as they are known: two people may share a name."""
        if self.person is None:
            return ""
        return f"{self.person.name} ({self.person.label})" if self.person.name else self.person.label


class _Lister:
    """Writes the lines of one edition."""

    def __init__(self, edition: Edition, say: Say) -> None:
        self._edition = edition
        self._say = say
        self._as_of = edition.result.as_of
        self._planned = _Planned(edition, say)
        findings = edition.outcome.findings if edition.outcome else ()
        self._seen = {each.requirement: each.judgement.evidence for each in findings}
        staff = (edition.registers.staff if edition.registers else None) or ()
        self._train = say.texts.word("list.train", who=_WHO)
        self._people = {person.label: person for person in staff}

    def all(self) -> Iterator[Line]:
        result = self._edition.result
        entries = entries_on(self._edition.checklist, self._as_of)
        todo = causes(urgent(result, entries, self._planned.late), entries)
        for each in todo:
            yield from self._of_requirement(each)
        for each in result.requirements:
            yield from self._own(each.id, self._base(each))

    def _base(self, each: RequirementOut) -> Line:
        say = self._say
        return Line(
            requirement=each.id, title=plain(each.title), layer=say.layer(each.layer), verdict=say.verdict(each.verdict)
        )

    def _of_requirement(self, each: RequirementOut) -> Iterator[Line]:
        missing = self._missing(each.id)
        base = self._base(each)
        of_people = {(who.seen.at.file, who.seen.at.sheet, who.seen.at.cell) for who in missing}
        others = [at for out in each.evidence if (at := (out.file, out.sheet, out.cell)) not in of_people]
        main = msgspec.structs.replace(
            base,
            why=plain(each.reason),
            repair=plain(each.would_be_met_if),
            where=places(iter(others), len(others), self._say),
            action=plain(each.advice),
        )
        yield self._with(main, self._planned.main(each.id, each.advice))
        yield from self._own(each.id, base)
        for one in missing:
            yield self._of_person(base, one)

    def _own(self, requirement: str, base: Line) -> Iterator[Line]:
        """What else the organisation planned and has not done yet."""
        for action in self._planned.others(requirement):
            yield self._with(base, action)

    def _of_person(self, base: Line, missing: _Missing) -> Line:
        texts, person = self._say.texts, missing.person
        who = plain(missing.who)
        action = self._train.replace(_WHO, who) if person else texts.word("list.place", location=missing.location)
        line = Line(
            requirement=base.requirement,
            title=base.title,
            layer=base.layer,
            verdict=base.verdict,
            why=plain(texts.say(missing.seen.says)),
            where=plain_lines(place(missing.seen.at)),
            action=plain(action),
            who=who,
            function=plain(person.function) if person else "",
            location=plain(person.location if person else missing.location),
        )
        return self._with(line, self._planned.of_person(base.requirement, line.action))

    def _with(self, line: Line, action: Action | None) -> Line:
        """The line with what the organisation planned."""
        if action is None:
            return line
        return msgspec.structs.replace(
            line,
            action=plain(action.action.typed) or line.action,
            owner=plain(action.owner.cell.typed),
            due=action.due.value,
            done_on=action.done_on.value,
            remark=plain(action.remark.typed),
            is_late=state_of(action, self._as_of) is ActionState.OVERDUE,
        )

    def _missing(self, requirement: str) -> list[_Missing]:
        """The people, and the locations, of which something is missing, by location and name."""
        found = []
        for each in self._seen.get(requirement, ()):
            facts = each.says.facts
            if each.register not in _PEOPLE:
                continue
            person = self._people.get(str(facts.get("person", "")))
            if person or facts.get("location"):
                found.append(_Missing(each, person, "" if person else str(facts["location"])))
        return sorted(found, key=lambda each: each.order)


class _Planned:
    """What the organisation planned, by requirement; every action is put on one line."""

    def __init__(self, edition: Edition, say: Say) -> None:
        self._as_of = edition.result.as_of
        texts = say.texts
        begins = (texts.word("list.train", who=""), texts.word("list.place", location=""))
        self._begins = tuple(_key(plain(begin)) for begin in begins)
        self._by_text: dict[tuple[str, str], list[Action]] = defaultdict(list)
        self._of: Mapping[str, list[Action]] = defaultdict(list)
        actions = (edition.registers.actions if edition.registers else None) or ()
        for action in sorted(told_once(actions, self._as_of), key=self._order):
            for requirement in action.requirements:
                self._of[requirement].append(action)
                self._by_text[requirement, _key(action.action.typed)].append(action)
        self.late = {
            requirement
            for requirement, planned in self._of.items()
            if any(state_of(each, self._as_of) is ActionState.OVERDUE for each in planned)
        }
        self._used: set[int] = set()

    def _order(self, action: Action) -> tuple[object, ...]:
        """Late and open ones before those that are done, the first due first; equal ones by what they say."""
        state = (ActionState.OVERDUE, ActionState.OPEN, ActionState.DONE).index(state_of(action, self._as_of))
        told = (action.action.typed, action.owner.cell.typed, action.remark.typed)
        return (state, action.due.value or date.max, told, action.at)

    def _take(self, found: Iterable[Action]) -> Action | None:
        action = next((each for each in found if id(each) not in self._used), None)
        if action is not None:
            self._used.add(id(action))
        return action

    def main(self, requirement: str, advice: str) -> Action | None:
        """The action on the requirement as a whole: the one in our own words, else the first of the organisation's own."""
        ours = self._take(self._by_text.get((requirement, _key(plain(advice))), ()))
        return ours or self._take(each for each in self._of.get(requirement, ()) if not self._is_of_person(each))

    def of_person(self, requirement: str, action: str) -> Action | None:
        """The action about one person, in our words."""
        return self._take(self._by_text.get((requirement, _key(action)), ())) if self._by_text else None

    def others(self, requirement: str) -> Iterator[Action]:
        """What else is planned for a requirement, is on no line yet, and is not done."""
        for action in self._of.get(requirement, ()):
            is_open = state_of(action, self._as_of) is not ActionState.DONE
            if is_open and not self._is_of_person(action) and self._take((action,)):
                yield action

    def _is_of_person(self, action: Action) -> bool:
        """An action that this list once made of somebody or a location: where nothing is missing there, nobody waits for it."""
        return _key(action.action.typed).startswith(self._begins)


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()
