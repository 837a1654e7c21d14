"""Everything that is said beside an outcome: what is accepted, what will be done, and what comes after the reference date."""

from collections.abc import Mapping

import msgspec

from auditor.ahead.acceptances import accept
from auditor.ahead.actions import Plan, plan
from auditor.evidence import Problem
from auditor.findings import Outcome
from auditor.registers import Acceptance, Registers


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """By requirement the acceptance that counts and the actions; and what is wrong or odd in those registers."""

    acceptances: Mapping[str, Acceptance] = {}
    plans: Mapping[str, Plan] = {}
    problems: tuple[Problem, ...] = ()


def look_ahead(outcome: Outcome, registers: Registers) -> Outlook:
    """What the registers say about the findings of `outcome`, and about the days after it."""
    findings = {each.requirement: each for each in outcome.findings}
    acceptances, not_accepted = accept(registers.acceptances or (), findings, outcome.as_of)
    plans, odd = plan(registers.actions or (), findings, outcome.as_of)
    return Outlook(acceptances=acceptances, plans=plans, problems=not_accepted + odd)
