"""If nothing is done: the first day within two years on which a verdict gets worse.

Exact by judging again: on that day the requirement gets the worse verdict, on every day before it does not. Only the days on
which a verdict can change are looked at, and of those only the ones on which it can get worse.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from auditor.ahead.calendar import Calendar, Effect
from auditor.ahead.events import events
from auditor.checklist import Requirement
from auditor.evaluate import Judged
from auditor.findings import WORST_FIRST, Finding, Measure, Outcome, Verdict

_WHOLE = 100


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """On `on` the verdict on a requirement becomes `verdict`, which is worse than it is `now`."""

    requirement: str
    on: date
    now: Verdict
    verdict: Verdict


def is_worse(verdict: Verdict, now: Verdict) -> bool:
    """Whether a verdict is worse than another; that something begins to apply and is met, is not."""
    good = {Verdict.MET, Verdict.NOT_APPLICABLE}
    return WORST_FIRST.index(verdict) < WORST_FIRST.index(now) and not {verdict, now} <= good


class _Watch:
    """One requirement as the days go by, and whether it may have become worse since it was last judged."""

    def __init__(self, requirement: str, finding: Finding | None, percent: int) -> None:
        self.requirement = requirement
        self._percent = percent
        self.now = finding.judgement.verdict if finding is not None else Verdict.NOT_APPLICABLE
        self._saw(finding)

    def _saw(self, finding: Finding | None) -> None:
        self._measure: Measure | None = finding.judgement.measure if finding is not None else None
        self._since: dict[Effect, int] = dict.fromkeys(Effect, 0)

    def take(self, effect: Effect) -> None:
        """Something happens on the day that is looked at."""
        self._since[effect] += 1

    def may_be_worse(self) -> bool:
        """Whether what happened since the last judgement can have made it worse.

        Each event but `Effect.ANY` moves a share by at most one. A share that is partly met stays so while anybody may be
        covered; one that is met while all are covered stays so when people leave, and any stays so while the norm is reached
        at worst.
        """
        measure, since = self._measure, self._since
        if measure is None or since[Effect.ANY]:
            return True
        lost = since[Effect.LAPSES] + since[Effect.LEAVES]
        if self.now is Verdict.PARTLY_MET:
            return measure.covered <= lost
        if self.now is not Verdict.MET:
            return True
        unmoved = not (since[Effect.LAPSES] or since[Effect.ENTERS])
        if unmoved and measure.covered == measure.population > lost:
            return False
        at_worst, of = measure.covered - lost, measure.population + since[Effect.ENTERS]
        return at_worst <= 0 or at_worst * _WHOLE < self._percent * of

    def judge(self, finding: Finding | None, on: date) -> Turn | None:
        """The turn, if the verdict of `on` is worse than the one of the reference date."""
        verdict = finding.judgement.verdict if finding is not None else Verdict.NOT_APPLICABLE
        if is_worse(verdict, self.now):
            return Turn(requirement=self.requirement, on=on, now=self.now, verdict=verdict)
        self._saw(finding)
        return None


def find_turns(organisation: Judged, calendar: Calendar, outcome: Outcome) -> tuple[Turn, ...]:
    """For every requirement the first day, up to and including the horizon, with a worse verdict."""
    happens: dict[date, list[tuple[_Watch, Effect]]] = defaultdict(list)
    for watch, requirement in _watches(organisation, calendar, outcome):
        for day, effect in events(calendar, requirement):
            if day <= calendar.horizon and (effect is Effect.ANY or watch.now is not Verdict.NOT_APPLICABLE):
                happens[day].append((watch, effect))
    turned: dict[str, Turn] = {}
    for on in sorted(happens):
        for turn in _turns_on(on, [each for each in happens[on] if each[0].requirement not in turned], organisation):
            turned[turn.requirement] = turn
    return tuple(sorted(turned.values(), key=lambda turn: (turn.on, turn.requirement)))


def _watches(organisation: Judged, calendar: Calendar, outcome: Outcome) -> Iterator[tuple[_Watch, Requirement]]:
    """Every requirement whose verdict can get worse, with its entry in the checklist."""
    findings = {each.requirement: each for each in outcome.findings}
    for name, entries in organisation.entries.items():
        finding = findings.get(name)
        if finding is None or finding.judgement.verdict is not WORST_FIRST[0]:
            percent = getattr(entries[0].evidence, "percent", _WHOLE)
            yield _Watch(name, finding, calendar.own("training_norm_percent", percent)), entries[0]


def _turns_on(on: date, happens: Iterable[tuple[_Watch, Effect]], organisation: Judged) -> list[Turn]:
    watches = {}
    for watch, effect in happens:
        watch.take(effect)
        watches[watch.requirement] = watch
    looked_at = [watch for watch in watches.values() if watch.may_be_worse()]
    if not looked_at:
        return []
    day = organisation.on(on)
    judged = [watch.judge(day.finding(watch.requirement), on) for watch in looked_at]
    return [turn for turn in judged if turn is not None]
