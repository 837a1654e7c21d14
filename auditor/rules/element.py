"""What the organisation declares about an element of its code (judgement, part 2)."""

from datetime import date

from msgspec.structs import replace

from auditor.evidence import Problem, Severity, problem
from auditor.findings import Judgement, Observation, Verdict, worst
from auditor.registers import Element, Policy, Present
from auditor.rules.case import Case, repair, seen, verdict
from auditor.rules.codes import names_document
from auditor.rules.shapes import Element as Rule


def judge(rule: Rule, case: Case) -> Judgement:
    """One judgement per code in force, of which the worst counts; `not_shown` without rows, codes or registers."""
    if rule.solo_meets and case.situation.solo:
        return verdict(Verdict.MET, "solo")
    return declared(case, conditional=rule.conditional)


def declared(case: Case, *, conditional: bool = False) -> Judgement:
    """What the elements register says of the requirement, whatever its own rule is."""
    if not case.situation.codes.given:
        return verdict(Verdict.NOT_SHOWN, "no_policies", repairs=(repair("give_policies"),))
    codes = case.situation.codes.in_force
    if not codes:
        return no_code(case)
    if case.situation.registers.elements is None:
        return verdict(Verdict.NOT_SHOWN, "no_elements", repairs=(repair("give_elements"),))
    judgements = []
    problems: list[Problem] = []
    for code in codes:
        rows, troubles = _rows_about(code, case)
        problems += troubles
        judgements.append(_judge_rows(rows, code, case, conditional=conditional))
    bad = worst(judgements)
    evidence = tuple(seen for each in judgements for seen in each.evidence)
    if bad[0].verdict is not Verdict.MET:
        evidence = tuple(seen for each in bad for seen in each.evidence)
    problems += [trouble for each in judgements for trouble in each.problems]
    return replace(bad[0], evidence=evidence, problems=tuple(problems))


def no_code(case: Case) -> Judgement:
    """There is a policies register, but no code is in force, so nothing is in it."""
    evidence = tuple(
        seen("policies", row.at, f"code.{row.standing}", title=row.policy.title.typed)
        for row in case.situation.codes.rows
    )
    return verdict(Verdict.NOT_MET, "no_code_in_force", evidence=evidence, repairs=(repair("adopt_code"),))


def _rows_about(code: Policy, case: Case) -> tuple[tuple[Element, ...], tuple[Problem, ...]]:
    """The rows that are about this code; a row that does not say which, of several codes, counts for none."""
    rows, problems = [], []
    codes = case.situation.codes
    only_one = len(codes.in_force) == 1
    for row in case.rows:
        if row.document.is_empty:
            if only_one:
                rows.append(row)
            else:
                problems.append(problem("element.which_code", Severity.WARNING, row.at, codes=len(codes.in_force)))
        elif row.document.is_unreadable or not any(names_document(row.document, each.policy) for each in codes.rows):
            problems.append(
                problem("element.unknown_document", Severity.WARNING, row.document.at, typed=row.document.typed)
            )
        elif names_document(row.document, code):
            rows.append(row)
    return tuple(rows), tuple(problems)


def _judge_rows(rows: tuple[Element, ...], code: Policy, case: Case, *, conditional: bool) -> Judgement:
    declare = (repair("declare", title=code.title.typed),)
    if not rows:
        return verdict(Verdict.NOT_SHOWN, "no_row", repairs=declare)
    evidence = tuple(_says(row) for row in rows)
    if any(row.present.value is None for row in rows):
        return verdict(Verdict.NOT_SHOWN, "element_unreadable", evidence=evidence, repairs=declare)
    answers = {row.present.value for row in rows}
    if len(answers) > 1:
        unsure = verdict(Verdict.NOT_SHOWN, "contradiction", evidence=evidence, repairs=(repair("one_answer"),))
        first = min(row.present.at for row in rows)
        return replace(unsure, problems=(problem("element.contradiction", Severity.ERROR, first, count=len(rows)),))
    if answers == {Present.NO}:
        return verdict(Verdict.NOT_MET, "element_no", evidence=evidence, repairs=(repair("add_to_code"), *declare))
    if answers == {Present.NOT_APPLICABLE}:
        return _judge_not_applicable(rows, evidence, conditional=conditional)
    return _judge_present(rows, evidence, code, case)


def _judge_present(rows: tuple[Element, ...], evidence: tuple[Observation, ...], code: Policy, case: Case) -> Judgement:
    """All rows say ja, or all say deels: true only of a code that is not older than the law, and whole only with a place."""
    if too_old := _too_old(code, case):
        adopted = seen("policies", code.adopted_on.at, "adopted", day=too_old, title=code.title.typed)
        return verdict(
            Verdict.NOT_SHOWN,
            "too_old",
            evidence=(*evidence, adopted),
            since=case.requirement.since,
            day=too_old,
            repairs=(repair("review_code"),),
        )
    if rows[0].present.value is Present.PARTLY:
        return verdict(Verdict.PARTLY_MET, "element_partly", evidence=evidence, repairs=(repair("complete_element"),))
    placed = tuple(row for row in rows if row.place.value)
    if not placed:
        empty = tuple(seen("elements", row.place.at, "element.no_place") for row in rows)
        return verdict(Verdict.PARTLY_MET, "no_place", evidence=(*evidence, *empty), repairs=(repair("give_place"),))
    return verdict(Verdict.MET, "element_yes", evidence=tuple(_says(row) for row in placed))


def _judge_not_applicable(
    rows: tuple[Element, ...], evidence: tuple[Observation, ...], *, conditional: bool
) -> Judgement:
    if not conditional:
        return verdict(Verdict.NOT_SHOWN, "unconditional", evidence=evidence, repairs=(repair("not_optional"),))
    if not any(row.reason.value for row in rows):
        empty = tuple(seen("elements", row.reason.at, "element.no_reason") for row in rows)
        return verdict(Verdict.NOT_SHOWN, "no_reason", evidence=(*evidence, *empty), repairs=(repair("give_reason"),))
    return verdict(Verdict.NOT_APPLICABLE, "element_not_applicable", evidence=evidence)


def _too_old(code: Policy, case: Case) -> date | None:
    """The day the code was adopted or last reviewed, where that is before the requirement's own law began."""
    since, adopted = case.requirement.since, code.adopted_on.value
    reviewed = code.reviewed_on.value
    if reviewed is not None and reviewed > case.situation.as_of:
        reviewed = None
    newest = max((day for day in (adopted, reviewed) if day is not None), default=None)
    return newest if since is not None and newest is not None and newest < since else None


def _says(row: Element) -> Observation:
    if row.present.value is None:
        return seen("elements", row.present.at, "element.unreadable", typed=row.present.typed)
    if row.present.value is Present.YES and row.place.value:
        return seen("elements", row.present.at, "element.yes_at", place=row.place.value)
    return seen("elements", row.present.at, f"element.{row.present.value}")
