"""Continuous attention: no long silence between two activities on the code (MC-5.13)."""

from datetime import date
from itertools import pairwise

from auditor.days import add_months, within_months
from auditor.findings import Judgement, Observation, Verdict
from auditor.registers import Activity
from auditor.rules.case import Case, repair, seen, verdict
from auditor.rules.norms import set_by
from auditor.rules.shapes import Continuous


def judge(rule: Continuous, case: Case) -> Judgement:
    """`met` without a silence of more than `gap` months; with one, or with a single activity, `partly_met`; none: `not_met`.

    A silence runs between two activities, or from the last one to the day; it counts where its end lies in the last
    `months`. Exactly `gap` months is no silence. What came before the first activity is not held against it.
    """
    as_of, listed = case.situation.as_of, case.situation.registers.activities
    if not listed:
        return verdict(Verdict.NOT_SHOWN, "no_activities", repairs=(repair("give_activities"),))
    about = [each for each in listed if each.about_code]
    by_day = {each.date.value: each for each in sorted(about, key=_place, reverse=True) if each.date.value is not None}
    days = sorted(day for day in by_day if day <= as_of)
    recent = [day for day in days if within_months(day, rule.months, as_of)]
    facts = {"gap": rule.gap, "months": rule.months, "whose": set_by(case), "n": len(recent)}
    repairs = (repair("keep_at_it", gap=rule.gap, whose=set_by(case)),)
    undated = tuple(seen("activities", each.date.at, "undated_activity") for each in about if each.date.is_unreadable)
    if not recent:
        value = Verdict.NOT_SHOWN if undated else Verdict.NOT_MET
        return verdict(value, "no_attention", evidence=undated, repairs=repairs, more=facts)
    silences = [(start, end) for start, end in pairwise([*days, as_of]) if _is_long(rule, start, end, as_of)]
    evidence = tuple(_saw(by_day[day]) for day in recent)
    if silences:
        start, end = max(silences, key=lambda each: (each[1] - each[0], each[1]))
        evidence += (seen("activities", by_day[start].date.at, "silence", start=start, end=end),)
        return verdict(
            Verdict.PARTLY_MET, "silence", evidence=evidence, start=start, end=end, repairs=repairs, more=facts
        )
    if len(days) == 1:
        return verdict(Verdict.PARTLY_MET, "one_activity", evidence=evidence, day=days[0], repairs=repairs, more=facts)
    return verdict(Verdict.MET, "no_silence", evidence=evidence, more=facts)


def _is_long(rule: Continuous, start: date, end: date, as_of: date) -> bool:
    return add_months(start, rule.gap) < end and within_months(end, rule.months, as_of)


def _place(activity: Activity) -> tuple[date, object]:
    return (activity.date.value or date.min, activity.date.at)


def _saw(activity: Activity) -> Observation:
    return seen("activities", activity.date.at, "attention", day=activity.date.value)
