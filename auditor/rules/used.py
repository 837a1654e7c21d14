"""MC-3.2: is the code put to use?"""

from auditor.days import within_months
from auditor.evidence import Word
from auditor.findings import Judgement, Observation, Verdict
from auditor.registers import Activity, Officer
from auditor.rules.case import Case, repair, seen, verdict
from auditor.rules.norms import set_by
from auditor.rules.shapes import Used


def judge(rule: Used, case: Case) -> Judgement:
    """`met` by an activity on the code or a case in the `months` up to the day; only older ones, or only an officer: `partly_met`."""
    registers, as_of = case.situation.registers, case.situation.as_of
    if registers.activities is None and registers.cases is None and registers.officers is None:
        return verdict(Verdict.NOT_SHOWN, "no_use_registers", repairs=(repair("give_activities"),))
    activities = tuple(each for each in registers.activities or () if _counts(each, rule))
    happened = [(each.date.value, _did(each)) for each in activities if each.date.value is not None] + [
        (
            each.signal_date.value,
            seen("cases", each.signal_date.at, "case", day=each.signal_date.value, case=each.case.typed),
        )
        for each in registers.cases or ()
        if each.signal_date.value is not None
    ]
    past = [(day, saw) for day, saw in happened if day <= as_of]
    recent = tuple(saw for day, saw in past if within_months(day, rule.months, as_of))
    facts = {"months": rule.months, "whose": set_by(case)}
    repairs = (repair("do_activity", **facts),)
    if recent:
        return verdict(Verdict.MET, "used", evidence=recent, n=len(recent), more=facts)
    if past:
        evidence = tuple(saw for _, saw in past)
        return verdict(
            Verdict.PARTLY_MET,
            "used_long_ago",
            evidence=evidence,
            day=max(day for day, _ in past),
            more=facts,
            repairs=repairs,
        )
    officers = tuple(each for each in registers.officers or () if in_office(each, case))
    if officers:
        evidence = tuple(seen("officers", each.at, "officer", person=each.label) for each in officers)
        return verdict(Verdict.PARTLY_MET, "only_officer", evidence=evidence, more=facts, repairs=repairs)
    undated = tuple(
        seen("activities", each.date.at, "undated_activity") for each in activities if each.date.is_unreadable
    ) + tuple(
        seen("cases", each.signal_date.at, "undated_case", case=each.case.typed)
        for each in registers.cases or ()
        if each.signal_date.is_unreadable
    )
    if undated:
        return verdict(Verdict.NOT_SHOWN, "use_undated", evidence=undated, repairs=repairs)
    return verdict(Verdict.NOT_MET, "not_used", repairs=repairs)


def _counts(activity: Activity, rule: Used) -> bool:
    return activity.about_code and activity.kind.value in rule.kinds


def _did(activity: Activity) -> Observation:
    return seen(
        "activities",
        activity.date.at,
        "activity",
        day=activity.date.value,
        kind=Word(f"activity.{activity.kind.value}"),
    )


def in_office(officer: Officer, case: Case) -> bool:
    """Appointed no later than the day, not yet gone, and still there by the staff register; without dates the register itself says
    that the officer is one.
    """
    as_of = case.situation.as_of
    if officer.person in case.situation.perhaps_left:
        return False
    appointed, until = officer.appointed_on, officer.until
    started = appointed.is_empty or (appointed.value is not None and appointed.value <= as_of)
    return started and (until.is_empty or (until.value is not None and until.value >= as_of))
