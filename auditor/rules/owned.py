"""Whether every code has an owner and a next review (MC-5.11)."""

from datetime import date

from auditor.findings import Judgement, Observation, Verdict
from auditor.registers import Policy
from auditor.rules.case import Case, repair, seen, verdict
from auditor.rules.shapes import Owned


def judge(_: Owned, case: Case) -> Judgement:
    """Both, for every code in force: `met`; some of it: `partly_met`; nothing: `not_met`. An unreadable day is not shown."""
    codes, as_of = case.situation.codes, case.situation.as_of
    if not codes.given:
        return verdict(Verdict.NOT_SHOWN, "no_policies", repairs=(repair("give_policies"),))
    if not codes.in_force:
        return verdict(Verdict.NOT_SHOWN, "no_code_in_force", repairs=(repair("adopt_code"),))
    owners = [bool(code.has_owner.value) for code in codes.in_force]
    planned = [_is_planned(code, as_of) for code in codes.in_force]
    evidence = tuple(saw for code in codes.in_force for saw in (_owner(code), _review(code)))
    parts = [*owners, *planned]
    unread = any(code.review_by.is_unreadable for code in codes.in_force)
    value = Verdict.MET if all(parts) else Verdict.PARTLY_MET if any(parts) else Verdict.NOT_MET
    if unread and (all(owners) or not any(parts)):
        value = Verdict.NOT_SHOWN
    repairs = (repair("name_owner"),) * (not all(owners)) + (repair("plan_review"),) * (not all(planned))
    facts = {"n": len(owners), "owners": sum(owners), "planned": sum(planned)}
    return verdict(value, "owned", evidence=evidence, repairs=repairs, more=facts)


def _is_planned(code: Policy, as_of: date) -> bool:
    return code.review_by.value is not None and code.review_by.value >= as_of


def _owner(code: Policy) -> Observation:
    says = "owner" if code.has_owner.value else "owner.none"
    return seen("policies", code.has_owner.at, says, title=code.title.typed)


def _review(code: Policy) -> Observation:
    cell, title = code.review_by, code.title.typed
    if cell.value is not None:
        return seen("policies", cell.at, "review_by", day=cell.value, title=title)
    return seen("policies", cell.at, "review_by_unreadable" if cell.is_unreadable else "review_by_none", title=title)
