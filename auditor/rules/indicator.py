"""MC-3.3: how far knowledge of the code has got, as shares. No law sets a number; every norm says whose it is."""

from collections.abc import Callable, Mapping
from typing import Final

from msgspec.structs import replace

from auditor.findings import Judgement, Verdict
from auditor.rules import counts_documents, counts_groups, counts_people
from auditor.rules.case import Case, verdict
from auditor.rules.for_a_person import ask
from auditor.rules.norms import (
    Counted,
    Norm,
    held_against,
    induction_norm,
    layer_of,
    own_or,
    percent_norm,
    set_by,
    unread,
)
from auditor.rules.shapes import Indicator

_OWN_MONTHS: Final = {"valid": "training_valid_months", "reviewed": "review_months"}
"""Which field of the organisation sheet holds the organisation's own number of months."""

_COUNTERS: Final[Mapping[str, Callable[[Indicator, Case, Norm], Counted | Judgement]]] = {
    "newcomers": counts_people.newcomers,
    "functions": counts_groups.functions,
    "since_code": counts_people.since_code,
    "valid": counts_people.valid,
    "officers": counts_groups.officers,
    "trained": counts_people.trained,
    "reviewed": counts_documents.reviewed,
}


def judge(rule: Indicator, case: Case) -> Judgement:
    """The share against the norm; `not_shown` without the registers, or where there is nothing to count."""
    if rule.only_where and (elsewhere := _where(rule.only_where, case)):
        return elsewhere
    percent, months = percent_norm(case, rule.percent), _months(rule, case)
    norms = (percent, months)
    judgement = unread(norms) or _count(rule, case, percent, months)
    return replace(judgement, layer=layer_of(norms))


def _count(rule: Indicator, case: Case, percent: Norm, months: Norm) -> Judgement:
    counted = _COUNTERS[rule.counts](rule, case, months)
    return counted if isinstance(counted, Judgement) else held_against(counted, percent, f"share.{rule.counts}")


def _months(rule: Indicator, case: Case) -> Norm:
    """The number of months that this share is counted with; one of ours that plays no part where it has none."""
    if rule.counts == "newcomers":
        return induction_norm(case)
    field = _OWN_MONTHS.get(rule.counts)
    return own_or(case, field, rule.months) if field else Norm(rule.months, set_by(case))


def _where(requirement: str, case: Case) -> Judgement | None:
    """Nothing where the other requirement applies; else that this does not apply either, or has the same question."""
    judged = case.judged(requirement)
    if judged is None or judged.verdict is Verdict.NOT_APPLICABLE:
        return verdict(Verdict.NOT_APPLICABLE, "follows_other", other=requirement)
    if judged.verdict is Verdict.FOR_A_PERSON:
        return replace(ask(), reason=verdict(Verdict.FOR_A_PERSON, "ask_other", other=requirement).reason)
    return None
