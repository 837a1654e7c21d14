"""What the days after the reference date are made of: the law, the registers, and what they say about people, found once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

import msgspec

from auditor.checklist import Checklist, Requirement
from auditor.days import add_months
from auditor.evidence import Cell
from auditor.registers import Contact, Organisation, Person, Registers, TrainingState
from auditor.rules.scope import excused, induction_months

HORIZON_MONTHS = 24
"""So far ahead it is said on which day a verdict gets worse."""
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
    """One organisation's registers and the law for its sectors, as they lie before the days after `as_of`."""

    checklist: Checklist
    registers: Registers
    sectors: tuple[str, ...]
    as_of: date

    @cached_property
    def entries(self) -> dict[str, list[Requirement]]:
        """The checklist's requirements of all days, by id."""
        entries: dict[str, list[Requirement]] = defaultdict(list)
        for each in self.checklist.requirements:
            entries[each.id].append(each)
        return entries

    @property
    def horizon(self) -> date:
        """The last day on which a turn is looked for."""
        return add_months(self.as_of, HORIZON_MONTHS)

    @property
    def organisation(self) -> Organisation | None:
        """What the organisation sheet says, if there is one."""
        return self.registers.organisation

    @property
    def induction_months(self) -> int:
        """For how long somebody is a newcomer."""
        return induction_months(self.organisation)

    def own(self, field: str, default: int) -> int:
        """The organisation's own number in `field` of its sheet, else `default`."""
        cell: Cell[int] | None = getattr(self.organisation, field) if self.organisation is not None else None
        return default if cell is None or cell.value is None else cell.value

    @property
    def works_alone(self) -> bool:
        """Whether it may be one person, so that who is employed decides more than who counts."""
        solo = {sector.id for sector in self.checklist.sectors if sector.solo}
        by_fact = self.organisation is not None and self.organisation.solo.value is True
        return by_fact or bool(set(self.sectors) & solo)

    @cached_property
    def has_trainings(self) -> bool:
        """Whether a training register was given that says anything."""
        trainings = self.registers.trainings
        return trainings is not None and bool(len(trainings) or trainings.blank)

    @cached_property
    def later_trainings(self) -> tuple[date, ...]:
        """The days after the reference date on which a training is said to be completed."""
        trainings = self.registers.trainings
        days = () if trainings is None else trainings.completed_on
        return tuple(sorted({day for day in days if day is not None and day > self.as_of}))

    @cached_property
    def document_days(self) -> tuple[date, ...]:
        """The days after the reference date on which a document begins to count, or is reviewed."""
        policies = self.registers.policies or ()
        days = {cell.value for each in policies for cell in (each.adopted_on, each.valid_from, each.reviewed_on)}
        return tuple(sorted(day for day in days if day is not None and day > self.as_of))

    @cached_property
    def case_days(self) -> tuple[date, ...]:
        """The days in the step register from the reference date on."""
        return self._days_of_cases(without="")

    @cached_property
    def case_days_but_plans(self) -> tuple[date, ...]:
        """The same without the days of the next monitoring."""
        return self._days_of_cases(without="next_monitoring")

    def _days_of_cases(self, without: str) -> tuple[date, ...]:
        rows = self.registers.cases or ()
        cells = (getattr(row, field) for row in rows for field in row.__struct_fields__ if field != without)
        days = {cell.value for cell in cells if isinstance(cell, Cell) and isinstance(cell.value, date)}
        return tuple(sorted(day for day in days if day >= self.as_of))

    @cached_property
    def counting(self) -> tuple[Person, ...]:
        """Those who meet clients, as far as the staff register says, whenever they are employed."""
        staff = self.registers.staff or ()
        return tuple(each for each in staff if each.contact.value not in {Contact.NO, Contact.EXEMPT})

    @cached_property
    def newcomers(self) -> tuple[tuple[Person, date], ...]:
        """Those who come to count after the reference date, each with the first day, if they are still there."""
        months = self.induction_months
        surely_counts = add_months(self.as_of, -months).toordinal() - 3  # a shorter month takes up to three days off
        found = []
        for person in self.counting:
            start, end = person.start.value, person.end.value
            if start is not None and start.toordinal() > surely_counts:
                first = add_months(start, months)
                if first > self.as_of and (end is None or end >= first):
                    found.append((person, first))
        return tuple(found)

    @cached_property
    def leaving(self) -> tuple[tuple[Person, date], ...]:
        """Those who are still there, each with the first day on which they are gone."""
        ends = ((person, person.end.value) for person in self.counting)
        return tuple((person, next_day(end)) for person, end in ends if end is not None and end >= self.as_of)

    @cached_property
    def staying(self) -> tuple[Person, ...]:
        """Those who count on the reference date and on every day until the horizon."""
        passing = {person.key for person, _ in self.newcomers}
        passing |= {person.key for person, day in self.leaving if day <= self.horizon}
        return tuple(
            person
            for person in self.counting
            if person.key not in passing and (person.end.value is None or person.end.value >= self.as_of)
        )

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

    def excused(self, topics: frozenset[str]) -> frozenset[int]:
        """Those whom the training register leaves out, for these topics."""
        trainings = self.registers.trainings
        return frozenset() if trainings is None else frozenset(excused(trainings, topics))

    def last_days(self, topics: frozenset[str], months: int) -> dict[int, date]:
        """By person the last day on which the latest completed training on `topics` is still valid."""
        trainings = self.registers.trainings
        latest: dict[int, tuple[date, date]] = {}
        if trainings is None:
            return {}
        for i in trainings.about(topics):
            day = trainings.completed_on[i]
            if trainings.state[i] is not TrainingState.COMPLETED:
                continue
            if day is not None and day <= self.as_of:
                until = trainings.valid_until[i] or add_months(day, months)
                person = trainings.person[i]
                latest[person] = max((day, until), latest.get(person, (day, until)))
        return {person: until for person, (_, until) in latest.items()}


def chain(days: Iterable[date | None], months: int) -> Iterator[date]:
    """The days in their order, and after each row of them the first day on which none lies in the last `months` any more."""
    known = sorted({day for day in days if day is not None})
    for i, day in enumerate(known):
        yield day
        old = next_day(add_months(day, months))
        if i + 1 == len(known) or known[i + 1] >= old:
            yield old
