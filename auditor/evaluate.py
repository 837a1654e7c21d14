"""Requirements and registers to an outcome: who is bound, what applies, which rule judges it, and what it comes to.

Pure: the day is an argument. The meaning of every verdict is in the rules; here is only what holds for all of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from auditor.checklist import Checklist, FactCondition, Layer, Requirement
from auditor.evidence import Problem
from auditor.findings import Conclusion, Finding, Judgement, Outcome, Verdict
from auditor.registers import Element, Registers
from auditor.rules.case import Case, Situation, seen, verdict
from auditor.rules.codes import find_codes
from auditor.rules.for_a_person import ask
from auditor.rules.judges import judge
from auditor.rules.scope import DEFAULT_INDUCTION_MONTHS, find_scope


def evaluate(checklist: Checklist, registers: Registers, as_of: date, sectors: Iterable[str]) -> Outcome:
    """Judge every requirement in force on `as_of` for an organisation in `sectors` (codes of the checklist)."""
    named = tuple(sector.id for sector in checklist.sectors if sector.id in set(sectors))
    situation = _situation(checklist, registers, as_of, named)
    findings = _Findings(checklist, situation, named).all()
    problems: list[Problem] = []
    for finding in findings:
        problems += [trouble for trouble in finding.judgement.problems if trouble not in problems]
    return Outcome(
        as_of=as_of,
        sectors=named,
        conclusion=conclude(findings),
        findings=findings,
        totals=totals(findings),
        problems=tuple(problems),
    )


def conclude(findings: Iterable[Finding]) -> Conclusion:
    """`proof`: every law requirement that applies is met, and at least one does; `gaps`: one is not or partly met."""
    verdicts = {each.judgement.verdict for each in findings if each.layer == Layer.LAW}
    if verdicts & {Verdict.NOT_MET, Verdict.PARTLY_MET}:
        return Conclusion.GAPS
    if verdicts - {Verdict.NOT_APPLICABLE} == {Verdict.MET}:
        return Conclusion.PROOF
    return Conclusion.NOT_SHOWN


def totals(findings: Iterable[Finding]) -> Mapping[str, Mapping[str, int]]:
    """How many findings of each layer have each verdict; every layer and every verdict is there."""
    counts: dict[str, dict[str, int]] = {layer: dict.fromkeys(Verdict, 0) for layer in Layer}
    for each in findings:
        counts[each.layer][each.judgement.verdict] += 1
    return counts


def _situation(checklist: Checklist, registers: Registers, as_of: date, sectors: tuple[str, ...]) -> Situation:
    organisation = registers.organisation
    solo_sectors = {sector.id for sector in checklist.sectors if sector.solo}
    own_months = organisation.induction_months.value if organisation else None
    months = DEFAULT_INDUCTION_MONTHS if own_months is None else own_months
    elements: dict[str, list[Element]] = defaultdict(list)
    for row in registers.elements or ():
        for requirement in row.requirements:
            elements[requirement].append(row)
    return Situation(
        registers=registers,
        as_of=as_of,
        sectors=checklist.bound(as_of, sectors),
        solo=bool(sectors) and (set(sectors) <= solo_sectors or bool(organisation and organisation.solo.value)),
        codes=find_codes(registers.policies, as_of),
        scope=None if registers.staff is None else find_scope(registers.staff, as_of, months),
        elements={key: tuple(rows) for key, rows in elements.items()},
        induction_months=months,
    )


class _Findings:
    """Judges each requirement once, in whatever order derived ones ask for them."""

    def __init__(self, checklist: Checklist, situation: Situation, named: tuple[str, ...]) -> None:
        self._situation = situation
        self._named = named
        self._requirements = {each.id: each for each in checklist.on(situation.as_of)}
        self._judged: dict[str, Judgement] = {}

    def all(self) -> tuple[Finding, ...]:
        return tuple(self._finding(each) for each in self._requirements.values())

    def _finding(self, requirement: Requirement) -> Finding:
        bound = self._bound(requirement)
        return Finding(
            requirement=requirement.id,
            layer=requirement.layer_for(bound or self._named),
            sectors=bound,
            judgement=self._judge(requirement, bound),
        )

    def _bound(self, requirement: Requirement) -> tuple[str, ...]:
        return requirement.sectors_on(self._situation.as_of, self._situation.sectors)

    def _judge(self, requirement: Requirement, bound: tuple[str, ...]) -> Judgement:
        if requirement.id not in self._judged:
            self._judged[requirement.id] = self._decide(requirement, bound)
        return self._judged[requirement.id]

    def _decide(self, requirement: Requirement, bound: tuple[str, ...]) -> Judgement:
        if not bound:
            says = (
                "excluded"
                if any(set(each.sectors) & set(self._named) for each in requirement.excluded)
                else "other_sectors"
            )
            return verdict(Verdict.NOT_APPLICABLE, says)
        case = Case(situation=self._situation, requirement=requirement, sectors=bound, judged=self._of)
        if requirement.condition is not None and (decided := _by_fact(requirement.condition, case)):
            return decided
        return judge(case)

    def _of(self, requirement_id: str) -> Judgement | None:
        """The judgement on another requirement; nothing where it is not in force or binds none of the sectors."""
        requirement = self._requirements.get(requirement_id)
        if requirement is None or not (bound := self._bound(requirement)):
            return None
        return self._judge(requirement, bound)


def _by_fact(condition: FactCondition, case: Case) -> Judgement | None:
    """What the organisation's own fact decides before any rule; nothing where the rule must judge."""
    organisation = case.situation.registers.organisation
    cell = getattr(organisation, condition.fact) if organisation else None
    if cell is not None and cell.value is False:
        return verdict(
            Verdict.NOT_APPLICABLE, "fact_no", evidence=(seen("organisation", cell.at, f"fact.{condition.fact}.no"),)
        )
    if cell is not None and cell.value is True:
        return None
    if case.rows or set(case.sectors) & set(condition.presumed):
        return None
    return ask()
