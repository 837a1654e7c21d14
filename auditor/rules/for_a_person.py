"""What no register can show: the report asks the question."""

from auditor.findings import Judgement, Verdict
from auditor.rules.case import Case, repair, verdict
from auditor.rules.element import declared
from auditor.rules.shapes import ForAPerson


def judge(rule: ForAPerson, case: Case) -> Judgement:
    """`for_a_person`, unless the elements register answers it."""
    if not rule.answerable:
        return verdict(Verdict.FOR_A_PERSON, "ask_only")
    return declared(case) if case.rows else ask()


def ask() -> Judgement:
    """The judgement that leaves it to a person."""
    return verdict(Verdict.FOR_A_PERSON, "ask", repairs=(repair("answer_in_elements"),))
