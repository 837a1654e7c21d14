"""An outcome in words: chosen, sorted and counted, as the result file holds it. No markup, no files, no clock.

Lists are sorted by what they say and not by where it stands, so that rows and sheets in another order change nothing but
the cells.
"""

import re
from collections.abc import Iterable, Mapping

import msgspec

from auditor.ahead.actions import Plan
from auditor.ahead.coming import Coming
from auditor.ahead.outlook import Outlook
from auditor.checklist import Checklist, Requirement, Source
from auditor.errors import AuditorError
from auditor.evidence import CellRef, Fact, Problem
from auditor.findings import Finding, Measure, Observation, Outcome, Verdict
from auditor.intake.account import FileAccount, SheetAccount
from auditor.registers import Acceptance, Organisation
from auditor.result import (
    AcceptanceOut,
    ActionOut,
    ChecklistOut,
    CountsOut,
    EvidenceOut,
    FunctionShareOut,
    InputOut,
    LocationShareOut,
    MeasureOut,
    OrganisationOut,
    ProblemOut,
    RequirementOut,
    Result,
    SheetOut,
    SourceOut,
    ToolOut,
    TotalsOut,
    UpcomingOut,
)
from auditor.texts import Texts
from auditor.version import VERSION

TOOL = "meldcode-proof"
_SILENT = frozenset({Verdict.MET, Verdict.NOT_APPLICABLE})
_OWN_NUMBERS = ("training_norm_percent", "training_valid_months", "review_months", "induction_months")


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """What a report is made of."""

    outcome: Outcome
    checklist: Checklist
    organisation: Organisation | None
    problems: tuple[Problem, ...]
    inputs: tuple[FileAccount, ...]
    outlook: Outlook = Outlook()


def write_report(material: Material, texts: Texts) -> Result:
    """The result file of an outcome, in the language of `texts`."""
    outcome, checklist = material.outcome, material.checklist
    requirements = {each.id: each for each in checklist.requirements}
    return Result(
        report_format=1,
        tool=ToolOut(name=TOOL, version=VERSION),
        checklists=[
            ChecklistOut(id=checklist.id, version=checklist.version, sha256=checklist.sha256),
            *sorted(
                (ChecklistOut(id=each.id, version=each.version, sha256=each.sha256) for each in checklist.added),
                key=lambda each: (each.id, each.version, each.sha256),
            ),
        ],
        as_of=outcome.as_of,
        organisation=_organisation(material.organisation, outcome),
        conclusion=outcome.conclusion.value,
        totals=TotalsOut(**{layer: CountsOut(**counts) for layer, counts in outcome.totals.items()}),
        requirements=[
            _requirement(finding, requirements[finding.requirement], material, texts)
            for finding in sorted(outcome.findings, key=lambda finding: natural(finding.requirement))
        ],
        problems=written_problems((*material.problems, *outcome.problems, *material.outlook.problems), texts),
        inputs=[_input(each) for each in sorted(material.inputs, key=lambda each: (each.file, each.sha256))],
        upcoming=_upcoming(material.outlook.coming, texts),
    )


def natural(text: str) -> tuple[tuple[int, int | str], ...]:
    """A key that sorts numbers in a text by their value: `MC-2` before `MC-10`, `F9` before `F10`."""
    return tuple((0, int(part)) if part.isdigit() else (1, part) for part in re.findall(r"[0-9]+|[^0-9]+", text))


def _organisation(organisation: Organisation | None, outcome: Outcome) -> OrganisationOut:
    facts: dict[str, bool | int | None] = dict.fromkeys(("adult_clients", "vir_authorised", "solo", *_OWN_NUMBERS))
    if organisation is not None:
        facts = {name: getattr(organisation, name).value for name in facts}
    name = organisation.name.value if organisation is not None else None
    return OrganisationOut(name=name or "", sectors=list(outcome.sectors), facts=facts)


def _requirement(finding: Finding, requirement: Requirement, material: Material, texts: Texts) -> RequirementOut:
    judgement = finding.judgement
    advice = requirement.question if judgement.verdict is Verdict.FOR_A_PERSON else requirement.advice
    excluded = (each.reason for each in requirement.excluded if set(each.sectors) & set(material.outcome.sectors))
    reason = texts.say(judgement.reason)
    if judgement.reason.id == "reason.excluded":
        reason = " ".join(each.in_(texts.lang) for each in excluded)
    elif judgement.reason.id == "reason.fact_no" and requirement.condition is not None:
        reason = requirement.condition.reason_no.in_(texts.lang)
    return RequirementOut(
        id=requirement.id,
        layer=finding.layer,  # type: ignore[arg-type]  # a Layer's value is one of the names, which a test holds
        sectors=list(finding.sectors),
        title=requirement.title.in_(texts.lang),
        verdict=judgement.verdict.value,
        reason=reason,
        advice="" if judgement.verdict in _SILENT else advice.in_(texts.lang),
        would_be_met_if=" ".join(texts.say(fix) for fix in judgement.repairs),
        sources=_sources(finding, requirement, material, texts),
        evidence=_evidence(judgement.evidence, texts),
        measure=_measure(judgement.measure),
        acceptance=_acceptance(material.outlook.acceptances.get(finding.requirement)),
        action=_action(material.outlook.plans.get(finding.requirement)),
    )


def _sources(finding: Finding, requirement: Requirement, material: Material, texts: Texts) -> list[SourceOut]:
    laws = {law.id: law for law in material.checklist.laws}
    day = material.outcome.as_of
    out = []
    for source in sources_on(finding.sectors, requirement, material):
        law = laws[source.law]
        out.append(
            SourceOut(
                law=law.name.in_(texts.lang),
                bwb=law.bwb,
                article=source.article,
                url=law.link(day),
                confidence=source.confidence,
            )
        )
    return [each for i, each in enumerate(out) if each not in out[:i]]


def sources_on(sectors: Iterable[str], requirement: Requirement, material: Material) -> list[Source]:
    """The sources that bind `sectors` on the day; all that are in force where none binds them."""
    wanted = set(sectors)
    in_force = [source for source in requirement.sources if source.holds(material.outcome.as_of)]
    return [source for source in in_force if not wanted or wanted & set(source.sectors)]


def _evidence(observations: Iterable[Observation], texts: Texts) -> list[EvidenceOut]:
    said = {
        (seen.register, seen.at.file, seen.at.sheet, texts.say(seen.says), natural(seen.at.cell), seen.at.cell)
        for seen in observations
    }
    return [
        EvidenceOut(register=register, file=file, sheet=sheet, cell=cell, says=says)
        for register, file, sheet, says, _, cell in sorted(said)
    ]


def _measure(measure: Measure | None) -> MeasureOut | None:
    if measure is None:
        return None
    return MeasureOut(
        covered=measure.covered,
        population=measure.population,
        by_location=[
            LocationShareOut(location=each.name, covered=each.covered, population=each.population)
            for each in measure.by_location
        ],
        by_function=[
            FunctionShareOut(function=each.name, covered=each.covered, population=each.population)
            for each in measure.by_function
        ],
    )


def _acceptance(row: Acceptance | None) -> AcceptanceOut | None:
    if row is None or row.until.value is None:
        return None
    at = row.until.at
    return AcceptanceOut(
        reason=row.shown,
        owner=row.owner.label,
        approver=row.approver.label,
        until=row.until.value,
        file=at.file,
        sheet=at.sheet,
        cell=at.cell,
    )


def _action(plan: Plan | None) -> ActionOut | None:
    if plan is None:
        return None
    row = plan.first
    at = row.at if row.action.is_empty else row.action.at
    return ActionOut(
        action=row.shown,
        owner=row.owner.label,
        due=row.due.value,
        done_on=row.done_on.value,
        remark=row.shown_remark,
        state=plan.state.value,
        count=plan.count,
        done=plan.done,
        file=at.file,
        sheet=at.sheet,
        cell=at.cell,
    )


def _upcoming(coming: Iterable[Coming], texts: Texts) -> list[UpcomingOut]:
    out = [
        UpcomingOut(on=each.on, what=texts.say(each.what), requirement=each.requirement, count=each.count)
        for each in coming
    ]
    return sorted(out, key=lambda each: (each.on, natural(each.requirement), each.what, each.count))


def written_problems(problems: Iterable[Problem], texts: Texts) -> list[ProblemOut]:
    """The problems in words, by file, sheet, what they are about, and cell."""
    out = [
        ProblemOut(
            code=each.code,
            severity=each.severity.value,
            file=each.at.file,
            sheet=each.at.sheet,
            cell=each.at.cell,
            message=problem_words(each, texts),
            count=each.count,
        )
        for each in problems
    ]
    return sorted(out, key=lambda each: (each.file, each.sheet, each.code, each.message, natural(each.cell)))


def problem_words(problem: Problem, texts: Texts) -> str:
    """What a problem says; its words may name how many cells are like it as `count`. A fact `meant` asks whether that was."""
    said = texts.fill(f"problem.{problem.code}", {"count": problem.count, **problem.facts})
    return f"{said}{meant(problem.facts, texts)}"


def meant(facts: Mapping[str, Fact], texts: Texts) -> str:
    """The question whether something that is known was meant, with a space before it; empty where there is nothing to ask."""
    return f" {texts.fill('suggest.meant', facts)}" if facts.get("meant") else ""


def _input(account: FileAccount) -> InputOut:
    sheets = sorted((_sheet(each) for each in account.sheets), key=lambda each: (each.name, each.register or ""))
    return InputOut(file=account.file, sha256=account.sha256, sheets=sheets)


def _sheet(sheet: SheetAccount) -> SheetOut:
    return SheetOut(
        name=sheet.name,
        register=sheet.register,
        header_row=sheet.header_row,
        rows_read=sheet.rows_read,
        rows_used=sheet.rows_used,
        columns=dict(sorted(sheet.columns.items())),
        unused_columns=sorted(each.header or each.letter for each in sheet.unused),
        hidden=sheet.hidden,
    )


def place(at: CellRef) -> str:
    """A place as a reader writes it: file, sheet and cell, as far as it goes."""
    return place_of(at.file, at.sheet, at.cell)


def place_of(*parts: str) -> str:
    """The parts of a place as a reader writes it; empty parts are left out."""
    return " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} ".join(part for part in parts if part)


def error_words(error: AuditorError, texts: Texts) -> str:
    """What stopped a run, and where, in one sentence."""
    where = f"{place(error.at)}: " if error.at is not None else ""
    return f"{where}{texts.say(error.says)}{meant(error.says.facts, texts)}"


def defect_words(error: BaseException, texts: Texts) -> str:
    """What to say of an error that is nobody's but ours: its kind and the line it came from, nothing of the data."""
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    file = re.split(r"[/\\]", step.tb_frame.f_code.co_filename)[-1] if step else ""
    return texts.word("error.internal", kind=type(error).__name__, at=f"{file}:{step.tb_lineno}" if step else "")
