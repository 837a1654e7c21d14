"""The days after the reference date on which the verdict on a requirement may change, if nothing is done.

They come from the dates in the registers and the spans of its rule, and from the days on which law begins or ends. There may
be more of them than change anything, never fewer: what a rule that is not known here reads is taken to be everything.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import zip_longest
from typing import Any, Final

import msgspec

from auditor.checklist import Checklist, Requirement
from auditor.days import add_months
from auditor.evidence import Cell
from auditor.registers import Contact, Organisation, Person, Registers, Trainings, TrainingState
from auditor.rules import shapes
from auditor.rules.scope import DEFAULT_INDUCTION_MONTHS

_DAY = timedelta(days=1)


class Effect(StrEnum):
    """What a day may do to a share: anything; one more who counts and is not covered; one fewer who counts; one fewer who is
    covered. That somebody comes to count who is covered makes no share less.
    """

    ANY = "any"
    ENTERS = "enters"
    LEAVES = "leaves"
    LAPSES = "lapses"


Event = tuple[date, Effect]


def next_day(day: date) -> date:
    """The day after `day`; after the calendar's last day there is none, and that day itself is given."""
    return day if day == date.max else day + _DAY


class Calendar(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What the days are made of: the law, the registers, and whose they are. Days up to and including `as_of` are left out."""

    checklist: Checklist
    registers: Registers
    sectors: tuple[str, ...]
    as_of: date

    @property
    def organisation(self) -> Organisation | None:
        """What the organisation sheet says, if there is one."""
        return self.registers.organisation

    @property
    def induction_months(self) -> int:
        """For how long somebody is a newcomer."""
        return self.own_months("induction_months", DEFAULT_INDUCTION_MONTHS)

    def own_months(self, field: str, default: int) -> int:
        """The organisation's own number of months in `field` of its sheet, else `default`."""
        cell: Cell[int] | None = getattr(self.organisation, field) if self.organisation is not None else None
        return default if cell is None or cell.value is None else cell.value

    @cached_property
    def later_trainings(self) -> tuple[date, ...]:
        """The days after the reference date on which a training is said to be completed."""
        trainings = self.registers.trainings
        days = () if trainings is None else trainings.completed_on
        return tuple(sorted({day for day in days if day is not None and day > self.as_of}))

    @cached_property
    def newcomers(self) -> tuple[tuple[Person, date], ...]:
        """Those who come to count after the reference date, each with the first day, if they are still there."""
        months = self.induction_months
        surely_counts = add_months(self.as_of, -months).toordinal() - 3  # a shorter month takes up to three days off
        found = []
        for person in counting(self.registers.staff or ()):
            start, end = person.start.value, person.end.value
            if start is not None and start.toordinal() > surely_counts:
                first = add_months(start, months)
                if first > self.as_of and (end is None or end >= first):
                    found.append((person, first))
        return tuple(found)

    @cached_property
    def leaving(self) -> tuple[date, ...]:
        """The first days on which somebody who counts is gone, after the reference date."""
        ends = [person.end.value for person in counting(self.registers.staff or ())]
        return tuple(next_day(end) for end in ends if end is not None and end >= self.as_of)

    @cached_property
    def has_trainings(self) -> bool:
        """Whether a training register was given that says anything."""
        trainings = self.registers.trainings
        return trainings is not None and bool(len(trainings) or trainings.blank)

    def reached(self, topics: frozenset[str]) -> frozenset[int]:
        """Everybody who completed a training on the topics, up to and including the reference date; found once."""
        trainings = self.registers.trainings
        if topics not in self._reached:
            done = () if trainings is None else trainings.completed(topics, self.as_of)
            self._reached[topics] = (
                frozenset(trainings.person[i] for i in done) if trainings is not None else frozenset()
            )
        return self._reached[topics]

    @cached_property
    def _reached(self) -> dict[frozenset[str], frozenset[int]]:
        return {}

    def events(self, requirement: Requirement) -> list[Event]:
        """Every day on which the verdict on `requirement` may change, with what may happen; those of other requirements that
        it looks at are among them.
        """
        found = (each for entry in self._looked_at(requirement) for each in self._own(entry))
        return sorted(each for each in found if each[0] > self.as_of)

    def _looked_at(self, requirement: Requirement) -> list[Requirement]:
        """The requirement's entries of all days, and those of the requirements that its rule names."""
        names, done = [requirement.id], set()
        entries: list[Requirement] = []
        while names:
            name = names.pop()
            if name in done:
                continue
            done.add(name)
            same = [each for each in self.checklist.requirements if each.id == name]
            entries += same
            names += [other for each in same for other in _others(each.evidence)]
        return entries

    def _own(self, requirement: Requirement) -> Iterator[Event]:
        rule = requirement.evidence
        for day in self._law(requirement):
            yield day, Effect.ANY
        yield from _SOURCES.get(type(rule), everything)(self, rule)
        if self._works_alone():
            yield from employment(self)

    def _law(self, requirement: Requirement) -> Iterator[date]:
        """The days on which the law on it begins, and those after it ended."""
        spans = [(requirement.since, requirement.until)]
        spans += [(each.start, each.end) for each in requirement.sources if set(each.sectors) & set(self.sectors)]
        own = (sector for sector in self.checklist.sectors if sector.id in self.sectors)
        spans += [(base.start, base.end) for sector in own for base in sector.bases]
        for start, end in spans:
            if start is not None:
                yield start
            if end is not None:
                yield next_day(end)

    def _works_alone(self) -> bool:
        solo = {sector.id for sector in self.checklist.sectors if sector.solo}
        by_fact = self.organisation is not None and self.organisation.solo.value is True
        return by_fact or bool(set(self.sectors) & solo)


def _others(rule: object) -> tuple[str, ...]:
    """The requirements that a rule looks at."""
    named = getattr(rule, "only_where", "")
    return (*getattr(rule, "of", ()), *((named,) if named else ()))


def documents(calendar: Calendar, _: object) -> Iterator[Event]:
    """A document begins to count, or is reviewed."""
    for policy in calendar.registers.policies or ():
        for cell in (policy.adopted_on, policy.valid_from, policy.reviewed_on):
            if cell.value is not None:
                yield cell.value, Effect.ANY


def employment(calendar: Calendar) -> Iterator[Event]:
    """Somebody begins, or has gone."""
    for person in calendar.registers.staff or ():
        if person.start.value is not None:
            yield person.start.value, Effect.ANY
        if person.end.value is not None:
            yield next_day(person.end.value), Effect.ANY


def people(calendar: Calendar, rule: shapes.Reached) -> Iterator[Event]:
    """Somebody who was not reached is no newcomer any more, or somebody has gone; and trainings dated in the future."""
    if not calendar.has_trainings:
        return
    reached = calendar.reached(frozenset(rule.topics))
    yield from comes_and_goes(calendar, lambda person, _: person.key not in reached)
    for day in calendar.later_trainings:
        yield day, Effect.ANY


def comes_and_goes(calendar: Calendar, is_gap: Callable[[Person, date], bool]) -> Iterator[Event]:
    """The first days on which somebody counts, of those who are a gap on that day, and the first on which somebody is gone."""
    yield from ((first, Effect.ENTERS) for person, first in calendar.newcomers if is_gap(person, first))
    yield from ((day, Effect.LEAVES) for day in calendar.leaving)


def counting(staff: Iterable[Person]) -> Iterator[Person]:
    """Those who meet clients, as far as the register says."""
    return (each for each in staff if each.contact.value not in {Contact.NO, Contact.EXEMPT})


def use(calendar: Calendar, rule: shapes.Used) -> Iterator[Event]:
    """Something is done with the code in the future; and the days after which none of it is recent any more."""
    known = uses(calendar.registers, rule)
    for day, later in zip_longest(known, known[1:]):
        old = next_day(add_months(day, rule.months))
        yield day, Effect.ANY
        if later is None or later >= old:
            yield old, Effect.ANY
    yield from terms(calendar, rule)


def uses(registers: Registers, rule: shapes.Used) -> list[date]:
    """The days on which the code was, or will be, put to use, in their order."""
    activities = (each for each in registers.activities or () if each.about_code and each.kind.value in rule.kinds)
    days = {each.date.value for each in activities} | {each.signal_date.value for each in registers.cases or ()}
    return sorted(day for day in days if day is not None)


def terms(calendar: Calendar, _: object) -> Iterator[Event]:
    """An officer is appointed, or is in office no longer."""
    for officer in calendar.registers.officers or ():
        if officer.appointed_on.value is not None:
            yield officer.appointed_on.value, Effect.ANY
        if officer.until.value is not None:
            yield next_day(officer.until.value), Effect.ANY


def everything(calendar: Calendar, rule: object) -> Iterator[Event]:
    """Every date in every register, the day after it, and both again after each span that the rule or the organisation names."""
    months = _spans(calendar, rule)
    for day in _all_days(calendar):
        for each in (day, *(add_months(day, span) for span in months)):
            yield each, Effect.ANY
            yield next_day(each), Effect.ANY


def _spans(calendar: Calendar, rule: object) -> set[int]:
    fields = [name for name in getattr(rule, "__struct_fields__", ()) if "months" in name]
    own = (calendar.own_months(each, 0) for each in ("training_valid_months", "review_months"))
    return {getattr(rule, name) for name in fields} | {*own, calendar.induction_months} - {0}


def _all_days(calendar: Calendar) -> Iterator[date]:
    registers = calendar.registers
    for name in registers.__struct_fields__:
        rows: Any = getattr(registers, name)
        if isinstance(rows, Trainings):
            yield from (day for day in (*rows.completed_on, *rows.valid_until) if day is not None)
        elif isinstance(rows, tuple):
            for row in rows:
                cells = (getattr(row, field) for field in row.__struct_fields__)
                yield from (cell.value for cell in cells if isinstance(cell, Cell) and isinstance(cell.value, date))


def last_days(calendar: Calendar, topics: frozenset[str], months: int) -> dict[int, date]:
    """By person the last day on which the latest completed training on `topics` is still valid."""
    trainings = calendar.registers.trainings
    latest: dict[int, tuple[date, date]] = {}
    if trainings is None:
        return {}
    titles = {i for i, has in enumerate(trainings.topics) if has & topics}
    for i, title in enumerate(trainings.title):
        day = trainings.completed_on[i]
        if (
            title in titles
            and trainings.state[i] is TrainingState.COMPLETED
            and day is not None
            and day <= calendar.as_of
        ):
            until = trainings.valid_until[i] or add_months(day, months)
            person = trainings.person[i]
            latest[person] = max((day, until), latest.get(person, (day, until)))
    return {person: until for person, (_, until) in latest.items()}


_SOURCES: Final[Mapping[type[Any], Callable[[Calendar, Any], Iterator[Event]]]] = {
    shapes.PolicyInForce: documents,
    shapes.Audience: documents,
    shapes.Element: documents,
    shapes.Derived: documents,
    shapes.BothSubjects: documents,
    shapes.ForAPerson: documents,
    shapes.Reached: people,
    shapes.Used: use,
}
