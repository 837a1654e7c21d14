"""Agreements with partners, and a shared way of working (MC-5.4, MC-5.5, MC-5.6)."""

from datetime import date

from msgspec.structs import replace

from auditor.findings import Judgement, Observation, Verdict, distinct
from auditor.intake.phrases import holds_any, prepared
from auditor.registers import Agreement
from auditor.rules.case import Case, repair, seen, verdict
from auditor.rules.element import declared
from auditor.rules.shapes import Agreed


def judge(rule: Agreed, case: Case) -> Judgement:
    """`met` by an agreement that holds; only ones whose review is past: `partly_met`; none: `not_met`.

    Without a day of agreement, or with a day that cannot be read, it is not shown, be its review past or not: nobody can see
    that it was made. An agreement of after the day does not exist yet. A review on the day itself is not past.
    """
    as_of, listed = case.situation.as_of, case.situation.registers.agreements
    found = [each for each in listed or () if is_named(rule, each) and not _is_later(each, as_of)]
    standings = {each.at: _standing(each, as_of) for each in found}
    evidence = tuple(_saw(each, standings[each.at]) for each in found)
    repairs = (repair("agree"),)
    if "holds" in standings.values():
        holding = tuple(saw for each, saw in zip(found, evidence, strict=True) if standings[each.at] == "holds")
        return verdict(Verdict.MET, "agreed", evidence=holding, n=len(holding))
    if rule.element and case.rows:
        judged = declared(case)
        return replace(judged, evidence=distinct((*judged.evidence, *evidence)))
    if found and "past" not in standings.values():
        return verdict(Verdict.NOT_SHOWN, "agreement_undated", evidence=evidence, repairs=(repair("date_agreement"),))
    if found:
        unsure = any(standing != "past" for standing in standings.values())
        value = Verdict.NOT_SHOWN if unsure else Verdict.PARTLY_MET
        return verdict(value, "agreement_past", evidence=evidence, repairs=(repair("review_agreement"),))
    if rule.element or not listed:
        says = "no_agreement_or_element" if rule.element else "no_agreements"
        return verdict(Verdict.NOT_SHOWN, says, repairs=(repair("give_agreements"),))
    return verdict(Verdict.NOT_MET, "not_agreed", repairs=repairs)


def is_named(rule: Agreed, agreement: Agreement) -> bool:
    """Whether an agreement is one that the rule asks for, by its partner or its kind."""
    partner, kind = prepared(agreement.partner.value or ""), prepared(agreement.kind.value or "")
    return holds_any(partner, rule.partners) or holds_any(kind, rule.kinds)


def _is_later(agreement: Agreement, as_of: date) -> bool:
    return agreement.agreed_on.value is not None and agreement.agreed_on.value > as_of


def _standing(agreement: Agreement, as_of: date) -> str:
    """Whether it holds, its review is past, or a day of it is missing or cannot be read."""
    if agreement.agreed_on.value is None:
        return "undated"
    if agreement.review_by.value is not None and agreement.review_by.value < as_of:
        return "past"
    return "unreadable" if agreement.review_by.is_unreadable else "holds"


def _saw(agreement: Agreement, standing: str) -> Observation:
    cell = agreement.agreed_on if standing in {"holds", "undated"} else agreement.review_by
    facts = {"day": cell.value} if cell.value is not None else {}
    return seen("agreements", cell.at, f"agreement.{standing}", partner=agreement.partner.typed, **facts)
