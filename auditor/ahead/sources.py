"""For each evidence rule the days on which its judgement may change, if nothing is done.

There may be more days than change anything, never fewer. A rule that is not named here is taken to look at every date in every
register, and at every span of months that it or the organisation names: that is right, and slow.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain as together
from typing import Any, Final

from auditor.ahead.calendar import Calendar, Effect, Event, chain, next_day
from auditor.days import add_months
from auditor.evidence import Cell
from auditor.intake.words import normal
from auditor.registers import Activity, Person, Registers, Trainings

DEFAULT_VALID_MONTHS, DEFAULT_REVIEW_MONTHS = 36, 24


def events_of_rule(calendar: Calendar, rule: Any) -> Iterator[Event]:  # noqa: ANN401 -- one of the shapes
    """Every day on which the judgement of `rule` may change, with what may happen to a share; in no order."""
    yield from _SOURCES.get(rule.__struct_config__.tag, everything)(calendar, rule)
    if calendar.works_alone:
        yield from employment(calendar)


def on(days: Iterable[date | None]) -> Iterator[Event]:
    """Anything may happen on these days."""
    return ((day, Effect.ANY) for day in days if day is not None)


def after(days: Iterable[date | None]) -> Iterator[Event]:
    """Anything may happen on these days, and on the day after each."""
    for day in days:
        if day is not None:
            yield day, Effect.ANY
            yield next_day(day), Effect.ANY


def between(first: date | None, last: date | None) -> Iterator[Event]:
    """Anything may happen on the first day of a span, and on the day after its last one."""
    if first is not None:
        yield first, Effect.ANY
    if last is not None:
        yield next_day(last), Effect.ANY


def documents(calendar: Calendar, _: object = None) -> Iterator[Event]:
    """A document begins to count, or is reviewed."""
    return on(calendar.document_days)


def reviews(calendar: Calendar, _: object = None) -> Iterator[Event]:
    """The review of a code was due the day before, by its own day or by the months since the last one."""
    yield from documents(calendar)
    months = {calendar.own("review_months", DEFAULT_REVIEW_MONTHS), DEFAULT_REVIEW_MONTHS}
    for policy in calendar.registers.policies or ():
        if not policy.is_code:
            continue
        last = [day for day in (policy.adopted_on.value, policy.reviewed_on.value) if day is not None]
        due = (policy.review_by.value, *(add_months(day, n) for day in last for n in months))
        yield from on(next_day(day) for day in due if day is not None)


def employment(calendar: Calendar) -> Iterator[Event]:
    """Somebody begins, or has gone."""
    for person in calendar.registers.staff or ():
        yield from after((person.start.value, person.end.value))


def people(calendar: Calendar, rule: Any) -> Iterator[Event]:  # noqa: ANN401 -- has topics
    """Somebody who was not reached begins to count, or somebody has gone; and trainings dated in the future."""
    if calendar.has_trainings:
        reached = calendar.reached(frozenset(rule.topics))
        yield from on(calendar.later_trainings)
        yield from comes_and_goes(calendar, lambda person, _: person.key not in reached)


def comes_and_goes(calendar: Calendar, is_gap: Callable[[Person, date], bool]) -> Iterator[Event]:
    """The first days on which somebody counts, of those who are a gap on that day; and the first on which somebody is gone, of
    those who are none on the reference date. Where trainings lie in the future anybody may be either.
    """
    unsure = bool(calendar.later_trainings)
    for person, first in calendar.newcomers:
        if unsure or is_gap(person, first):
            yield first, Effect.ENTERS
    for person, day in calendar.leaving:
        if unsure or not is_gap(person, calendar.as_of):
            yield day, Effect.LEAVES


def since_code(calendar: Calendar, rule: Any) -> Iterator[Event]:  # noqa: ANN401 -- has topics
    """As for people; who is a gap depends on the code, so everybody who comes may be one, and nobody who leaves."""
    if calendar.has_trainings:
        reached = calendar.reached(frozenset(rule.topics))
        yield from documents(calendar)
        yield from on(calendar.later_trainings)
        yield from ((first, Effect.ENTERS) for _, first in calendar.newcomers)
        unsure = bool(calendar.later_trainings)
        yield from ((day, Effect.LEAVES) for person, day in calendar.leaving if unsure or person.key in reached)


def started(calendar: Calendar, rule: Any) -> Iterator[Event]:  # noqa: ANN401 -- has topics and months
    """Who started of late: they begin to count, are gone, or started too long ago to be counted here."""
    if not calendar.has_trainings:
        return
    reached, unsure = calendar.reached(frozenset(rule.topics)), bool(calendar.later_trainings)
    yield from on(calendar.later_trainings)
    yield from ((first, Effect.ENTERS) for _, first in calendar.newcomers)
    for person in calendar.counting:
        start, end = person.start.value, person.end.value
        if start is None or not (unsure or person.key in reached):
            continue
        last = add_months(start, rule.months)
        if last >= calendar.as_of:
            yield next_day(last if end is None else min(last, end)), Effect.LEAVES


def validity(calendar: Calendar, rule: Any) -> Iterator[Event]:  # noqa: ANN401 -- has topics and months
    """Somebody's latest training lapses; else as for people."""
    if not calendar.has_trainings:
        return
    months = calendar.own("training_valid_months", rule.months)
    last = calendar.last_days(frozenset(rule.topics), months)
    yield from ((next_day(day), Effect.LAPSES) for day in last.values())
    if calendar.later_trainings:
        yield from on(calendar.later_trainings)
        yield from after(_ends_of_later(calendar, months))
    yield from comes_and_goes(calendar, lambda person, day: last.get(person.key, date.min) < day)


def _ends_of_later(calendar: Calendar, months: int) -> Iterator[date | None]:
    """The last days of trainings that are dated in the future."""
    trainings = calendar.registers.trainings
    if trainings is None:
        return
    for day, until in zip(trainings.completed_on, trainings.valid_until, strict=True):
        if day is not None and day > calendar.as_of:
            yield until or add_months(day, months)


def functions(calendar: Calendar, rule: Any) -> Iterator[Event]:  # noqa: ANN401 -- has topics
    """Only where nobody who stays was reached can a function be lost; somebody without a function may be of such a one."""
    if calendar.has_trainings:
        reached = calendar.reached(frozenset(rule.topics))
        safe = {person.function for person in calendar.staying if person.key in reached}
        yield from on(calendar.later_trainings)
        yield from passing(calendar, lambda person: not person.function or person.function not in safe)


def officers(calendar: Calendar, _: object) -> Iterator[Event]:
    """Officers come and go; and locations that have nobody who stays may come and go with their people."""
    if calendar.has_trainings:
        lasting = {person.location for person in calendar.staying}
        yield from terms(calendar)
        yield from on(calendar.later_trainings)
        yield from passing(calendar, lambda person: person.location not in lasting)


def skills(calendar: Calendar, rule: Any) -> Iterator[Event]:  # noqa: ANN401 -- has topics
    """A team comes or goes with its people, or loses the only one who can do something."""
    if not calendar.has_trainings:
        return
    yield from on(calendar.later_trainings)
    yield from joining(calendar)
    yield from passing(calendar, _has_no_lasting_team(calendar))
    for topic in rule.topics:
        yield from passing(calendar, _only_one_able(calendar, topic))


def _only_one_able(calendar: Calendar, topic: str) -> Callable[[Person], bool]:
    """Whether somebody was trained on a topic, in a team in which nobody who stays was."""
    able = calendar.reached(frozenset({topic}))
    kept = {_team(person) for person in calendar.staying if person.key in able}
    return lambda person: person.key in able and _team(person) not in kept


def passing(calendar: Calendar, matters: Callable[[Person], bool]) -> Iterator[Event]:
    """The days on which people who matter begin to count, and those on which they are gone."""
    moving = together(calendar.newcomers, calendar.leaving)
    return ((day, Effect.ANY) for person, day in moving if matters(person))


def joining(calendar: Calendar) -> Iterator[Event]:
    """The first days of people who are still to come: a team may begin with them."""
    starts = (person.start.value for person in calendar.counting)
    return on(day for day in starts if day is not None and day > calendar.as_of)


def _has_no_lasting_team(calendar: Calendar) -> Callable[[Person], bool]:
    lasting = {_team(person) for person in calendar.staying}
    return lambda person: _team(person) not in lasting


def _team(person: Person) -> tuple[str, str]:
    """The team at its location; those without one are alike, wherever they work."""
    return (person.team, person.location) if person.team else ("", "")


def use(calendar: Calendar, rule: Any) -> Iterator[Event]:  # noqa: ANN401 -- has kinds and months
    """Something is done with the code in the future; and the days after which none of it is recent any more."""
    yield from on(chain(uses(calendar.registers, rule), rule.months))
    yield from terms(calendar)


def uses(registers: Registers, rule: Any) -> list[date]:  # noqa: ANN401 -- has kinds
    """The days on which the code was, or will be, put to use, in their order."""
    activities = (each for each in registers.activities or () if each.about_code and each.kind.value in rule.kinds)
    days = {each.date.value for each in activities} | {each.signal_date.value for each in registers.cases or ()}
    return sorted(day for day in days if day is not None)


def held(calendar: Calendar, rule: Any) -> Iterator[Event]:  # noqa: ANN401 -- has kinds and months
    """An activity is held; and the days after which none of its team is recent any more."""
    groups: dict[tuple[str, str, bool, bool], list[date | None]] = defaultdict(list)
    for each in calendar.registers.activities or ():
        if each.kind.value in rule.kinds:
            groups[_held_by(each, per_team=rule.per_team)].append(each.date.value)
    for days in groups.values():
        yield from on(chain(days, rule.months) if rule.months else days)
    if rule.per_team:
        yield from joining(calendar)
        yield from passing(calendar, _has_no_lasting_team(calendar))


def _held_by(activity: Activity, *, per_team: bool) -> tuple[str, str, bool, bool]:
    """What makes activities alike, so that only the latest of them matters."""
    team = (normal(activity.team), normal(activity.location)) if per_team else ("", "")
    return (*team, activity.about_code, activity.says_topic)


def attention(calendar: Calendar, rule: Any) -> Iterator[Event]:  # noqa: ANN401 -- has gap and months
    """A silence begins to be too long, or nothing is recent any more."""
    days = [each.date.value for each in calendar.registers.activities or () if each.about_code]
    yield from on(chain(days, rule.gap))
    yield from on(chain(days, rule.months))
    yield from on(next_day(add_months(day, rule.months)) for day in days if day is not None)


def terms(calendar: Calendar) -> Iterator[Event]:
    """An officer is appointed, is in office no longer, or has left."""
    ends = {person.key: person.end.value for person in calendar.registers.staff or ()}
    for officer in calendar.registers.officers or ():
        yield from between(officer.appointed_on.value, officer.until.value)
        yield from between(None, ends.get(officer.person) if officer.person is not None else None)


def agreements(calendar: Calendar, _: object) -> Iterator[Event]:
    """An agreement is made, or its review is past."""
    yield from documents(calendar)
    for each in calendar.registers.agreements or ():
        yield from between(each.agreed_on.value, each.review_by.value)


def cases(calendar: Calendar, rule: object) -> Iterator[Event]:
    """Something happens in a case; only the step that looks at them minds when the next monitoring is."""
    yield from documents(calendar)
    yield from after(calendar.case_days if getattr(rule, "step", "") == "monitored" else calendar.case_days_but_plans)


def trainings(calendar: Calendar, _: object) -> Iterator[Event]:
    """A training that is dated in the future."""
    return on(calendar.later_trainings)


def everything(calendar: Calendar, rule: object) -> Iterator[Event]:
    """Every date in every register, the day after it, and both again after each span that the rule or the organisation names."""
    months = _spans(calendar, rule)
    for day in _all_days(calendar):
        yield from after((day, *(add_months(day, span) for span in months)))


def _spans(calendar: Calendar, rule: object) -> set[int]:
    fields = [name for name in getattr(rule, "__struct_fields__", ()) if "months" in name]
    own = (calendar.own(each, 0) for each in ("training_valid_months", "review_months"))
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


def indicator(calendar: Calendar, rule: Any) -> Iterator[Event]:  # noqa: ANN401 -- says what it counts
    """By what is counted."""
    return _COUNTED.get(rule.counts, everything)(calendar, rule)


_COUNTED: Final[Mapping[str, Callable[[Calendar, Any], Iterator[Event]]]] = {
    "newcomers": started,
    "functions": functions,
    "since_code": since_code,
    "valid": validity,
    "officers": officers,
    "trained": people,
    "reviewed": reviews,
}
_SOURCES: Final[Mapping[str, Callable[[Calendar, Any], Iterator[Event]]]] = {
    "policy_in_force": documents,
    "audience": documents,
    "element": documents,
    "derived": documents,
    "both_subjects": documents,
    "for_a_person": documents,
    "policy_named": documents,
    "reached": people,
    "used": use,
    "indicator": indicator,
    "cases": cases,
    "agreed": agreements,
    "held": held,
    "continuous": attention,
    "skills": skills,
    "somebody": trainings,
    "owned": reviews,
    "early_signals": cases,
    "figures": cases,
}
