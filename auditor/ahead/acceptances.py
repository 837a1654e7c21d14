"""Which gaps the organisation accepts for a while, and why a row of that register is not such an acceptance.

An acceptance changes no verdict: it is shown beside it. On the layer law there is none: a legal gap is planned, not accepted.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from auditor.checklist import Layer
from auditor.evidence import CellRef, Problem, Severity, Word, problem
from auditor.findings import Finding, Verdict
from auditor.registers import Acceptance

_COMPULSORY = ("reason", "owner", "approver", "until")
_NO_GAP = frozenset({Verdict.MET, Verdict.NOT_APPLICABLE})


def accept(
    rows: Iterable[Acceptance], findings: Mapping[str, Finding], as_of: date
) -> tuple[dict[str, Acceptance], tuple[Problem, ...]]:
    """The acceptance that counts for each requirement, and what is wrong with the others.

    A row counts with a reason, an owner, an approver who is another person, and a last day that is not before `as_of`, for
    a requirement that was judged and is not of the layer law. Of several the one that ends first counts.
    """
    problems: list[Problem] = []
    sound: dict[str, list[Acceptance]] = defaultdict(list)
    for row in rows:
        accepted, troubles = _look(row, findings, as_of)
        problems += troubles
        for requirement in accepted:
            sound[requirement].append(row)
    for requirement, several in sound.items():
        several.sort(key=_first_to_end)
        problems += _twice(requirement, several)
        if findings[requirement].judgement.verdict in _NO_GAP:
            problems.append(problem("acceptance.no_gap", Severity.NOTE, several[0].at, requirement=requirement))
    return {requirement: several[0] for requirement, several in sound.items()}, tuple(problems)


def _look(row: Acceptance, findings: Mapping[str, Finding], as_of: date) -> tuple[tuple[str, ...], list[Problem]]:
    """For which requirements a row counts, and what is wrong with it."""
    law = tuple(each for each in row.requirements if each in findings and findings[each].layer == Layer.LAW)
    other = tuple(each for each in row.requirements if each in findings and each not in law)
    problems = []
    if law:
        problems.append(problem("acceptance.law", Severity.ERROR, row.requirement.at, requirements=law))
    if not law and not other:
        names = row.requirements
        problems.append(problem("acceptance.not_judged", Severity.WARNING, row.requirement.at, requirements=names))
    troubles = list(_troubles(row, as_of)) if other else []
    return (() if troubles else other), problems + troubles


def _troubles(row: Acceptance, as_of: date) -> Iterator[Problem]:
    """Why a row cannot count for any requirement."""
    at = {"reason": row.reason.at, "owner": row.owner.cell.at, "approver": row.approver.cell.at, "until": row.until.at}
    missing = [each for each in _COMPULSORY if not _is_given(row, each)]
    if missing:
        fields = tuple(Word(f"field.acceptances.{each}") for each in missing)
        yield problem("acceptance.incomplete", Severity.ERROR, at[missing[0]], fields=fields)
    if row.until.is_unreadable:
        yield problem("acceptance.no_day", Severity.ERROR, row.until.at)
    if row.same_person:
        yield problem("acceptance.same_person", Severity.ERROR, row.approver.cell.at)
    if row.until.value is not None and row.until.value < as_of:
        names = row.requirements
        yield problem("acceptance.expired", Severity.ERROR, row.until.at, day=row.until.value, requirements=names)


def _is_given(row: Acceptance, field: str) -> bool:
    """Whether a compulsory field says something; a last day that cannot be read is a trouble of its own."""
    if field == "until":
        return not row.until.is_empty
    cell = row.reason if field == "reason" else getattr(row, field).cell
    return cell.value is not None


def _first_to_end(row: Acceptance) -> tuple[date, str, str, str, CellRef]:
    return (row.until.value or date.max, row.shown, row.owner.label, row.approver.label, row.at)


def _twice(requirement: str, several: list[Acceptance]) -> Iterator[Problem]:
    """Rows that say something else than the one that counts."""
    first = several[0]
    others = [row for row in several[1:] if _says(row) != _says(first)]
    if others:
        facts = {"requirement": requirement, "day": first.until.value}
        yield problem("acceptance.twice", Severity.WARNING, others[0].at, count=len(others), **facts)


def _says(row: Acceptance) -> tuple[object, ...]:
    return (row.until.value, row.reason.typed, row.owner.label, row.approver.label)
