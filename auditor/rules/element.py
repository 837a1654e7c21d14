"""What the organisation declares about an element of its code (judgement, part 2)."""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from auditor.evidence import Cell, Problem, Severity, problem
from auditor.findings import Judgement, Observation, Verdict, distinct, worst
from auditor.registers import Element, Policy, Present
from auditor.rules.case import Case, repair, seen, verdict
from auditor.rules.codes import names_document
from auditor.rules.shapes import Element as Rule


def judge(rule: Rule, case: Case) -> Judgement:
    """One judgement per code in force, of which the worst counts; `not_shown` without rows, codes or registers."""
    if rule.solo_meets and case.situation.solo and case.situation.codes.in_force and not case.rows:
        at = case.situation.solo_at
        alone = (seen("organisation", at, "solo"),) if at is not None else ()
        codes = tuple(
            seen("policies", code.adopted_on.at, "adopted", day=code.adopted_on.value, title=code.title.typed)
            for code in case.situation.codes.in_force
        )
        return verdict(Verdict.MET, "solo", evidence=(*alone, *codes))
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
    problems = list(_unplaced(case))
    judgements = [_judge_rows(_rows_about(code, case), code, case, conditional=conditional) for code in codes]
    bad = worst(judgements)
    short = [each for each in judgements if each.verdict is not Verdict.MET]
    evidence = tuple(seen for each in (bad if short else judgements) for seen in each.evidence)
    repairs = distinct(fix for each in short for fix in each.repairs)
    problems += [trouble for each in judgements for trouble in each.problems]
    if problems and bad[0].verdict in {Verdict.MET, Verdict.NOT_APPLICABLE}:
        unsure = verdict(Verdict.NOT_SHOWN, "unplaced_row", evidence=evidence, repairs=(repair("say_which_code"),))
        return replace(unsure, problems=tuple(problems))
    return replace(bad[0], evidence=evidence, repairs=repairs, problems=tuple(problems))


def no_code(case: Case) -> Judgement:
    """There is a policies register, but no code is in force, so nothing is in it."""
    evidence = tuple(
        seen("policies", row.at, f"code.{row.standing}", title=row.policy.title.typed)
        for row in case.situation.codes.rows
    )
    return verdict(Verdict.NOT_MET, "no_code_in_force", evidence=evidence, repairs=(repair("adopt_code"),))


def _rows_about(code: Policy, case: Case) -> tuple[Element, ...]:
    """The rows that are about this code: those that name it, and where it is the only one, those that name none."""
    only_one = len(case.situation.codes.in_force) == 1
    return tuple(
        row for row in case.rows if (only_one if row.document.is_empty else names_document(row.document, code))
    )


def _unplaced(case: Case) -> Iterator[Problem]:
    """A row that says not which of several codes it is about, or names no code we know, or an older version."""
    codes = case.situation.codes
    for row in case.rows:
        if row.document.is_empty:
            if len(codes.in_force) > 1:
                yield problem("element.which_code", Severity.WARNING, row.at, codes=len(codes.in_force))
        elif not any(names_document(row.document, code) for code in codes.in_force):
            old = any(names_document(row.document, each.policy) for each in codes.rows)
            says = "element.old_document" if old else "element.unknown_document"
            yield problem(says, Severity.WARNING, row.document.at, typed=row.document.typed)


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
        adopted = seen("policies", too_old.at, "adopted", day=too_old.value, title=code.title.typed)
        return verdict(
            Verdict.NOT_SHOWN,
            "too_old",
            evidence=(*evidence, adopted),
            since=case.requirement.since,
            day=too_old.value,
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


def _too_old(code: Policy, case: Case) -> Cell[date] | None:
    """The cell of the day on which the code was adopted or last reviewed, where that is before the requirement's law began."""
    since, as_of = case.requirement.since, case.situation.as_of
    days = [cell for cell in (code.adopted_on, code.reviewed_on) if cell.value is not None and cell.value <= as_of]
    newest = max(days, key=lambda cell: cell.value or date.min, default=None)
    too_old = since is not None and newest is not None and newest.value is not None and newest.value < since
    return newest if too_old else None


def _says(row: Element) -> Observation:
    if row.present.value is None:
        return seen("elements", row.present.at, "element.unreadable", typed=row.present.typed)
    if row.present.value is Present.YES and row.place.value:
        return seen("elements", row.present.at, "element.yes_at", place=row.place.value)
    return seen("elements", row.present.at, f"element.{row.present.value}")
