"""Requirements and registers to an outcome: who is bound, what applies, which rule judges it, and what it comes to.

Pure: the day is an argument. The meaning of every verdict is in the rules; here is only what holds for all of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from msgspec.structs import replace

from auditor.checklist import Checklist, FactCondition, Layer, Requirement
from auditor.evidence import Cell, CellRef, Severity, problem
from auditor.findings import Conclusion, Finding, Judgement, Outcome, Verdict, distinct
from auditor.registers import Element, Organisation, Registers
from auditor.rules.case import Case, Situation, repair, seen, verdict
from auditor.rules.codes import find_codes
from auditor.rules.for_a_person import ask
from auditor.rules.judges import judge
from auditor.rules.scope import induction_months


def evaluate(checklist: Checklist, registers: Registers, as_of: date, sectors: Iterable[str]) -> Outcome:
    """Judge every requirement in force on `as_of` for an organisation in `sectors` (codes of the checklist)."""
    organisation = Judged(checklist, registers, sectors)
    findings = organisation.on(as_of).findings()
    problems = distinct(trouble for finding in findings for trouble in finding.judgement.problems)
    return Outcome(
        as_of=as_of,
        sectors=organisation.named,
        conclusion=conclude(findings),
        findings=findings,
        totals=totals(findings),
        problems=problems,
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


class Judged:
    """One organisation with its registers, to be judged on any day; what does not depend on the day is found once.

    `named` are its sectors, in the checklist's order.
    """

    def __init__(self, checklist: Checklist, registers: Registers, sectors: Iterable[str]) -> None:
        wanted = set(sectors)
        self.checklist = checklist
        self.registers = registers
        self.named = tuple(sector.id for sector in checklist.sectors if sector.id in wanted)
        self.entries: dict[str, list[Requirement]] = defaultdict(list)
        for each in checklist.requirements:
            self.entries[each.id].append(each)
        self._elements: dict[str, list[Element]] = defaultdict(list)
        for row in registers.elements or ():
            for requirement in row.requirements:
                self._elements[requirement].append(row)

    def on(self, as_of: date) -> "OneDay":
        """The organisation on `as_of`."""
        return OneDay(self, self._situation(as_of))

    def _situation(self, as_of: date) -> Situation:
        organisation, registers = self.registers.organisation, self.registers
        solo_sectors = {sector.id for sector in self.checklist.sectors if sector.solo}
        by_fact = organisation.solo if organisation is not None and organisation.solo.value else None
        return Situation(
            registers=registers,
            as_of=as_of,
            sectors=self.checklist.bound(as_of, self.named),
            solo_by_sector=bool(self.named) and set(self.named) <= solo_sectors,
            solo_by_fact=by_fact is not None,
            solo_at=by_fact.at if by_fact is not None else _sector_at(organisation),
            codes=find_codes(registers.policies, as_of),
            elements={key: tuple(rows) for key, rows in self._elements.items()},
            induction_months=induction_months(organisation),
        )


def _sector_at(organisation: Organisation | None) -> CellRef | None:
    return organisation.sectors[0].at if organisation is not None and organisation.sectors else None


class OneDay:
    """One organisation on one day. Judges each requirement once, in whatever order derived ones ask for them."""

    def __init__(self, organisation: Judged, situation: Situation) -> None:
        self._situation = situation
        self._organisation = organisation
        self._named = organisation.named
        self._judged: dict[str, Judgement] = {}

    def findings(self) -> tuple[Finding, ...]:
        """On every requirement in force on the day, in the checklist's order."""
        return tuple(self._finding(each) for each in self._organisation.checklist.on(self._situation.as_of))

    def finding(self, requirement_id: str) -> Finding | None:
        """On one requirement; nothing where it is not in force on the day."""
        requirement = self._entry(requirement_id)
        return None if requirement is None else self._finding(requirement)

    def _entry(self, requirement_id: str) -> Requirement | None:
        entries = self._organisation.entries.get(requirement_id, ())
        return next((each for each in entries if each.in_force(self._situation.as_of)), None)

    def _finding(self, requirement: Requirement) -> Finding:
        bound = self._bound(requirement)
        judgement = self._judge(requirement, bound)
        return Finding(
            requirement=requirement.id,
            layer=judgement.layer or requirement.layer_for(bound or self._named),
            sectors=bound,
            judgement=judgement,
        )

    def _bound(self, requirement: Requirement) -> tuple[str, ...]:
        return requirement.sectors_on(self._situation.as_of, self._situation.sectors)

    def _judge(self, requirement: Requirement, bound: tuple[str, ...]) -> Judgement:
        if requirement.id not in self._judged:
            self._judged[requirement.id] = self._decide(requirement, bound)
        return self._judged[requirement.id]

    def _decide(self, requirement: Requirement, bound: tuple[str, ...]) -> Judgement:
        if not bound:
            return verdict(Verdict.NOT_APPLICABLE, self._why_not(requirement))
        case = Case(situation=self._situation, requirement=requirement, sectors=bound, judged=self._of)
        if requirement.condition is None:
            return judge(case)
        return _by_fact(requirement.condition, case) or _against_fact(requirement.condition, case, judge(case))

    def _why_not(self, requirement: Requirement) -> str:
        if any(set(each.sectors) & set(self._named) for each in requirement.excluded):
            return "excluded"
        sometime = {sector for source in requirement.sources for sector in source.sectors}
        return "not_yet_or_no_longer" if sometime & set(self._named) else "other_sectors"

    def _of(self, requirement_id: str) -> Judgement | None:
        """The judgement on another requirement; nothing where it is not in force or binds none of the sectors."""
        requirement = self._entry(requirement_id)
        if requirement is None or not (bound := self._bound(requirement)):
            return None
        return self._judge(requirement, bound)


def _by_fact(condition: FactCondition, case: Case) -> Judgement | None:
    """What the organisation's own fact decides before any rule; nothing where the rule must judge."""
    cell = _fact(condition, case)
    if cell is not None and cell.value is False:
        return verdict(
            Verdict.NOT_APPLICABLE, "fact_no", evidence=(seen("organisation", cell.at, f"fact.{condition.fact}.no"),)
        )
    if cell is not None and cell.value is True:
        return None
    if case.rows or set(case.sectors) & set(condition.presumed):
        return None
    return ask()


def _against_fact(condition: FactCondition, case: Case, judged: Judgement) -> Judgement:
    """A row that says n.v.t. contradicts an organisation sheet that says that it does apply."""
    cell = _fact(condition, case)
    if judged.verdict is not Verdict.NOT_APPLICABLE or cell is None or cell.value is not True:
        return judged
    fact = seen("organisation", cell.at, f"fact.{condition.fact}.yes")
    return replace(
        verdict(Verdict.NOT_SHOWN, "fact_yes", evidence=(fact, *judged.evidence), repairs=(repair("one_answer"),)),
        problems=(problem("element.against_fact", Severity.ERROR, case.rows[0].present.at),),
    )


def _fact(condition: FactCondition, case: Case) -> Cell[bool] | None:
    organisation = case.situation.registers.organisation
    cell: Cell[bool] | None = getattr(organisation, condition.fact) if organisation is not None else None
    return cell
