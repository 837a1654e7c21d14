"""The days after the reference date on which the verdict on a requirement may change, if nothing is done.

They come from the dates in the registers and the spans of its rule, and from the days on which law begins or ends.
"""

from collections.abc import Iterator
from datetime import date

from auditor.ahead.calendar import Calendar, Effect, Event, next_day
from auditor.ahead.sources import events_of_rule
from auditor.checklist import Requirement


def events(calendar: Calendar, requirement: Requirement) -> list[Event]:
    """Every day on which the verdict on `requirement` may change, with what may happen, in their order.

    What changes the verdict on another requirement that it looks at, may do anything to its own.
    """
    found: list[Event] = []
    for entry in _looked_at(calendar, requirement):
        own = [*events_of_rule(calendar, entry.evidence), *((day, Effect.ANY) for day in _law(calendar, entry))]
        found += own if entry.id == requirement.id else [(day, Effect.ANY) for day, _ in own]
    return sorted(each for each in found if each[0] > calendar.as_of)


def _looked_at(calendar: Calendar, requirement: Requirement) -> list[Requirement]:
    """The requirement's entries of all days, and those of the requirements that its rule names, and of what these name."""
    names, done = [requirement.id], set()
    entries: list[Requirement] = []
    while names:
        name = names.pop()
        if name in done:
            continue
        done.add(name)
        same = calendar.entries.get(name, [])
        entries += same
        names += [other for each in same for other in _others(each.evidence)]
    return entries


def _others(rule: object) -> tuple[str, ...]:
    """The requirements that a rule looks at."""
    named = getattr(rule, "only_where", "")
    return (*getattr(rule, "of", ()), *((named,) if named else ()))


def _law(calendar: Calendar, requirement: Requirement) -> Iterator[date]:
    """The days on which the law on it begins, and those after it ended."""
    mine = set(calendar.sectors)
    spans = [(requirement.since, requirement.until)]
    spans += [(each.start, each.end) for each in requirement.sources if set(each.sectors) & mine]
    own = (sector for sector in calendar.checklist.sectors if sector.id in mine)
    spans += [(base.start, base.end) for sector in own for base in sector.bases]
    for start, end in spans:
        if start is not None:
            yield start
        if end is not None:
            yield next_day(end)
