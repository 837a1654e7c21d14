"""Everything that is said beside an outcome: what is accepted, what will be done, and what comes after the reference date."""

from collections.abc import Mapping

import msgspec

from auditor.ahead.acceptances import accept
from auditor.ahead.actions import Plan, plan
from auditor.ahead.calendar import Calendar
from auditor.ahead.coming import Coming, find_coming
from auditor.ahead.turns import Turn, find_turns
from auditor.checklist import Checklist
from auditor.evaluate import Judged
from auditor.evidence import Problem
from auditor.findings import Outcome
from auditor.registers import Acceptance, Registers
from auditor.xray.look import look_at


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """By requirement the acceptance that counts and the actions; which verdicts turn and what else is coming; what is wrong or odd in the registers."""

    acceptances: Mapping[str, Acceptance] = {}
    plans: Mapping[str, Plan] = {}
    turns: tuple[Turn, ...] = ()
    coming: tuple[Coming, ...] = ()
    problems: tuple[Problem, ...] = ()


def look_ahead(checklist: Checklist, outcome: Outcome, registers: Registers) -> Outlook:
    """What the registers say about the findings of `outcome`, and about the days after it."""
    organisation = Judged(checklist, registers, outcome.sectors)
    calendar = Calendar(checklist=checklist, registers=registers, sectors=outcome.sectors, as_of=outcome.as_of)
    findings = {each.requirement: each for each in outcome.findings}
    acceptances, not_accepted = accept(registers.acceptances or (), findings, outcome.as_of)
    plans, odd = plan(registers.actions or (), findings, outcome.as_of)
    turns = find_turns(organisation, calendar, outcome)
    return Outlook(
        acceptances=acceptances,
        plans=plans,
        turns=turns,
        coming=find_coming(calendar, findings, acceptances, turns),
        problems=not_accepted + odd + look_at(registers, checklist.on(outcome.as_of), outcome.as_of),
    )
