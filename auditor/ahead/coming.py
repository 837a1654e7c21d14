"""What is coming after the reference date: what lapses, what falls due, and which verdicts turn if nothing is done."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

import msgspec

from auditor.ahead.actions import ActionState, state_of
from auditor.ahead.calendar import Calendar
from auditor.ahead.sources import uses
from auditor.ahead.turns import Turn
from auditor.checklist import Requirement
from auditor.days import add_months
from auditor.evidence import Sentence, Word, sentence
from auditor.findings import Finding, Verdict
from auditor.registers import Acceptance, Agreement, Case, Person
from auditor.rules import shapes
from auditor.rules.agreed import is_named
from auditor.rules.codes import find_codes

MOST_DAYS = 200
"""So many entries of one kind are kept by the day; where there are more, they are counted by the month."""


class Coming(msgspec.Struct, frozen=True, kw_only=True):
    """On `on` something lapses, for `count` people, rows or documents; `requirement` is empty where it is about none.

    A last day is named as it stands in the register: what lapses still counts on it. A turn, and newcomers who begin to count,
    are named on their first day.
    """

    on: date
    what: Sentence
    requirement: str = ""
    count: int = 1


Lapses = Iterator[tuple[date, str, dict[str, object]]]
"""A day, what lapses on it, and facts for the words: those that are the same are one entry with their count."""


def find_coming(
    calendar: Calendar,
    findings: Mapping[str, Finding],
    accepted: Mapping[str, Acceptance],
    turns: Iterable[Turn],
) -> tuple[Coming, ...]:
    """Everything after the reference date, in no particular order."""
    found = [_turned(turn) for turn in turns]
    served: set[str] = set()
    asked: list[shapes.Agreed] = []
    for requirement in calendar.checklist.on(calendar.as_of):
        finding = findings.get(requirement.id)
        if finding is None or finding.judgement.verdict is Verdict.NOT_APPLICABLE:
            continue
        if isinstance(requirement.evidence, shapes.Agreed):
            asked.append(requirement.evidence)
        for name in _kinds_of(requirement):
            served.add(name)
            found += _gathered(_LAPSES[name](calendar, requirement.evidence), requirement.id, calendar.as_of)
    for name, lapses in _LAPSES.items():
        if name in _ALWAYS and name not in served:
            found += _gathered(lapses(calendar, None), "", calendar.as_of)
    found += _gathered(_other_agreements(calendar, asked), "", calendar.as_of)
    return (*found, *_acceptances(accepted), *_actions(calendar, findings))


def _turned(turn: Turn) -> Coming:
    facts = {"verdict": Word(f"verdict.{turn.verdict}"), "now": Word(f"verdict.{turn.now}")}
    says = "turn_begins" if turn.now is Verdict.NOT_APPLICABLE else "turn"
    return Coming(on=turn.on, what=sentence(f"coming.{says}", **facts), requirement=turn.requirement)


def _gathered(lapses: Lapses, requirement: str, as_of: date) -> list[Coming]:
    """One entry for all that are alike; by the month, on the first of their days, where there are too many."""
    counted: Counter[tuple[date, str, tuple[tuple[str, object], ...]]] = Counter()
    for day, says, facts in lapses:
        if day > as_of:
            counted[day, says, tuple(sorted(facts.items()))] += 1
    if len(counted) <= MOST_DAYS:
        return [
            Coming(on=day, what=sentence(f"coming.{says}", n=n, **dict(facts)), requirement=requirement, count=n)
            for (day, says, facts), n in counted.items()
        ]
    by_month: dict[tuple[int, int, str, tuple[tuple[str, object], ...]], list[tuple[date, int]]] = defaultdict(list)
    for (day, says, alike), n in counted.items():
        by_month[day.year, day.month, says, alike].append((day, n))
    return [
        Coming(
            on=min(days)[0],
            what=sentence(f"coming.{says}_month", n=sum(n for _, n in days), **dict(facts)),
            requirement=requirement,
            count=sum(n for _, n in days),
        )
        for (_, _, says, facts), days in by_month.items()
    ]


def _newcomers(calendar: Calendar, rule: shapes.Reached) -> Lapses:
    """The first day on which somebody counts who has not been reached, by location."""
    if not calendar.has_trainings:
        return
    reached = calendar.reached(frozenset(rule.topics))
    for person, first in calendar.newcomers:
        if person.key not in reached:
            yield first, *_where("newcomer", person)


def _validity(calendar: Calendar, rule: Any) -> Lapses:  # noqa: ANN401 -- has topics and months
    """The last day on which somebody's latest training is valid, of those who count then, by location."""
    last = calendar.last_days(frozenset(rule.topics), calendar.own("training_valid_months", rule.months))
    for person in calendar.counting:
        day, end = last.get(person.key), person.end.value
        if day is not None and (end is None or end > day):
            yield day, *_where("training", person)


def _where(says: str, person: Person) -> tuple[str, dict[str, object]]:
    return (f"{says}_at", {"location": person.location}) if person.location else (says, {})


def _use(calendar: Calendar, rule: shapes.Used) -> Lapses:
    """The last day on which the latest use of the code is recent, with what is planned before that day."""
    last = None
    for day in uses(calendar.registers, rule):
        if day <= calendar.as_of or (last is not None and day <= add_months(last, rule.months)):
            last = day
    if last is not None:
        yield add_months(last, rule.months), "use", {"months": rule.months, "whose": Word("norm.ours")}


def _reviews(calendar: Calendar, _: object) -> Lapses:
    """The day on which a code in force is to be reviewed, as the register says."""
    for code in find_codes(calendar.registers.policies, calendar.as_of).in_force:
        if code.review_by.value is not None:
            yield code.review_by.value, "review", {"title": code.title.typed}


def _agreements(calendar: Calendar, rule: shapes.Agreed) -> Lapses:
    """The day on which an agreement that the rule asks for is to be reviewed."""
    return _review_of(each for each in calendar.registers.agreements or () if is_named(rule, each))


def _other_agreements(calendar: Calendar, asked: Iterable[shapes.Agreed]) -> Lapses:
    """As for agreements, those that no requirement asks for."""
    rules = tuple(asked)
    listed = calendar.registers.agreements or ()
    return _review_of(each for each in listed if not any(is_named(rule, each) for rule in rules))


def _review_of(agreements: Iterable[Agreement]) -> Lapses:
    for each in agreements:
        if each.review_by.value is not None:
            yield each.review_by.value, "agreement", {"partner": each.partner.typed}


def _officers(calendar: Calendar, _: object) -> Lapses:
    """The last day of an officer in office."""
    for each in calendar.registers.officers or ():
        if each.until.value is not None:
            yield each.until.value, "officer", {"person": each.label}


def _monitoring(calendar: Calendar, _: object) -> Lapses:
    """The day on which an open case is looked at next."""
    for each in calendar.registers.cases or ():
        if each.next_monitoring.value is not None and _is_open(each, calendar.as_of):
            yield each.next_monitoring.value, "monitoring", {}


def _is_open(case: Case, as_of: date) -> bool:
    return case.closed_on.value is None or case.closed_on.value > as_of


def _acceptances(accepted: Mapping[str, Acceptance]) -> Iterator[Coming]:
    for requirement, row in accepted.items():
        if row.until.value is not None:
            yield Coming(on=row.until.value, what=sentence("coming.acceptance"), requirement=requirement)


def _actions(calendar: Calendar, findings: Mapping[str, Finding]) -> Iterator[Coming]:
    """What is to be done, by the day on which it is due."""
    counted: Counter[tuple[date, str, str]] = Counter()
    for row in calendar.registers.actions or ():
        if (
            row.due.value is None
            or row.due.value <= calendar.as_of
            or state_of(row, calendar.as_of) is ActionState.DONE
        ):
            continue
        for requirement in row.requirements:
            if requirement in findings:
                counted[row.due.value, requirement, row.shown] += 1
    for (day, requirement, shown), n in counted.items():
        what = sentence("coming.action", action=shown) if shown else sentence("coming.action_plain")
        yield Coming(on=day, what=what, requirement=requirement, count=n)


def _kinds_of(requirement: Requirement) -> tuple[str, ...]:
    """What lapses for a requirement, by its rule."""
    rule = requirement.evidence
    tag = str(rule.__struct_config__.tag)
    return _KINDS.get(f"{tag}.{getattr(rule, 'counts', '') or getattr(rule, 'step', '')}", _KINDS.get(tag, ()))


_LAPSES: Final[Mapping[str, Callable[[Calendar, Any], Lapses]]] = {
    "newcomers": _newcomers,
    "validity": _validity,
    "use": _use,
    "reviews": _reviews,
    "agreements": _agreements,
    "officers": _officers,
    "monitoring": _monitoring,
}
_ALWAYS = frozenset({"reviews", "officers", "monitoring"})
"""What is said though no requirement asks it."""
_KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "reached": ("newcomers",),
    "used": ("use",),
    "indicator.valid": ("validity",),
    "indicator.reviewed": ("reviews",),
    "indicator.officers": ("officers",),
    "cases.monitored": ("monitoring",),
    "agreed": ("agreements",),
}
