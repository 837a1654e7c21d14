"""The share of the codes in force whose review is not overdue."""

from datetime import date

from auditor.days import add_months
from auditor.findings import Judgement, Measure, Observation, Verdict
from auditor.registers import Policy
from auditor.rules.case import Case, repair, seen, verdict
from auditor.rules.norms import Counted, Norm
from auditor.rules.shapes import Indicator


def reviewed(_: Indicator, case: Case, months: Norm) -> Counted | Judgement:
    """The planned day of review is not past; else the newest of adoption and review is at most so many months ago.

    A planned day that is past counts against it, unless the code was reviewed on or after that day.
    """
    codes, as_of = case.situation.codes, case.situation.as_of
    if not codes.given:
        return verdict(Verdict.NOT_SHOWN, "no_policies", repairs=(repair("give_policies"),))
    if not codes.in_force:
        return verdict(Verdict.NOT_SHOWN, "no_code_in_force", repairs=(repair("adopt_code"),))
    good = [code for code in codes.in_force if _is_current(code, months.value, as_of)]
    return Counted(
        measure=Measure(covered=len(good), population=len(codes.in_force)),
        facts={"months": months.value, "whose_months": months.whose},
        evidence=tuple(_saw(code, as_of) for code in codes.in_force),
        repairs=(repair("review_code_by"),),
        doubtful=any(code.review_by.is_unreadable for code in good),
    )


def _is_current(code: Policy, months: int, as_of: date) -> bool:
    planned, last = code.review_by.value, _last(code, as_of)
    if planned is not None and planned >= as_of:
        return True
    if planned is not None and last < planned:
        return False
    return add_months(last, months) >= as_of


def _last(code: Policy, as_of: date) -> date:
    """The later of adoption and review; what lies after the day does not exist yet."""
    days = (code.adopted_on.value, code.reviewed_on.value)
    return max((day for day in days if day is not None and day <= as_of), default=date.min)


def _saw(code: Policy, as_of: date) -> Observation:
    title = code.title.typed
    if code.review_by.value is not None:
        return seen("policies", code.review_by.at, "review_by", day=code.review_by.value, title=title)
    if code.review_by.is_unreadable:
        return seen("policies", code.review_by.at, "review_by_unreadable", title=title)
    last = _last(code, as_of)
    cell = code.reviewed_on if code.reviewed_on.value == last else code.adopted_on
    return seen("policies", cell.at, "adopted", day=last, title=title)
