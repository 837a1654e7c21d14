"""What the organisation will do about its gaps: the action that is to be looked at first, and how many are done.

An action that is done changes no verdict: the registers do.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

import msgspec

from auditor.evidence import CellRef, Problem, Severity, problem
from auditor.findings import Finding
from auditor.registers import Action


class ActionState(StrEnum):
    """Where an action stands on the reference date; done after it is not done yet."""

    OVERDUE = "overdue"
    OPEN = "open"
    DONE = "done"


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """All `count` actions on one requirement, of which `done` are done; `first` is the open one that is due first.

    Where none is open it is the one that was done last.
    """

    first: Action
    state: ActionState
    count: int
    done: int


def plan(
    rows: Iterable[Action], findings: Mapping[str, Finding], as_of: date
) -> tuple[dict[str, Plan], tuple[Problem, ...]]:
    """The actions on each requirement that was judged, and what is odd about them."""
    actions: dict[str, list[Action]] = defaultdict(list)
    rows = tuple(rows)
    problems = [each for row in rows for each in _oddities(row, findings, as_of)]
    for row in told_once(rows, as_of):
        for requirement in row.requirements:
            if requirement in findings:
                actions[requirement].append(row)
    return {requirement: _plan(several, as_of) for requirement, several in actions.items()}, tuple(problems)


def told_once(rows: Iterable[Action], as_of: date) -> list[Action]:
    """The actions, of which one that stands in several files counts once: as done where one of them says so, else as due first.

    It is the same where requirement, action and owner are. Of what stands in one file several times each is an action by
    itself.
    """
    twins: dict[tuple[tuple[str, ...], str, str, int], list[Action]] = defaultdict(list)
    in_file: dict[tuple[str, tuple[str, ...], str, str], int] = defaultdict(int)
    alone = []
    for row in sorted(rows, key=lambda row: (row.at.file, row.at.sheet, len(row.at.cell), row.at.cell)):
        says = " ".join(row.action.typed.split()).casefold()
        if not says:
            alone.append(row)
            continue
        what = (row.requirements, says, row.owner.label)
        here = in_file[row.at.file, *what]
        in_file[row.at.file, *what] += 1
        twins[*what, here].append(row)
    return [*alone, *(min(same, key=lambda row: _most_telling(row, as_of)) for same in twins.values())]


def _most_telling(row: Action, as_of: date) -> tuple[bool, date, bool, CellRef]:
    is_open = state_of(row, as_of) is not ActionState.DONE
    return (is_open, row.due.value or date.max, not row.remark.typed, row.at)


def state_of(row: Action, as_of: date) -> ActionState:
    """Done on or before `as_of`; else overdue where it was due before that day; else open."""
    if row.done_on.value is not None and row.done_on.value <= as_of:
        return ActionState.DONE
    return ActionState.OVERDUE if row.due.value is not None and row.due.value < as_of else ActionState.OPEN


def _plan(several: list[Action], as_of: date) -> Plan:
    open_ = [row for row in several if state_of(row, as_of) is not ActionState.DONE]
    first = min(open_, key=_soonest) if open_ else min(several, key=_latest_done)
    return Plan(first=first, state=state_of(first, as_of), count=len(several), done=len(several) - len(open_))


def _soonest(row: Action) -> tuple[date, str, str, CellRef]:
    return (row.due.value or date.max, row.shown, row.owner.label, row.at)


def _latest_done(row: Action) -> tuple[int, str, str, CellRef]:
    return (-(row.done_on.value or date.min).toordinal(), row.shown, row.owner.label, row.at)


def _oddities(row: Action, findings: Mapping[str, Finding], as_of: date) -> Iterator[Problem]:
    if not any(each in findings for each in row.requirements):
        yield problem("action.not_judged", Severity.NOTE, row.requirement.at, requirements=row.requirements)
    if row.done_on.value is not None and row.done_on.value > as_of:
        yield problem("action.done_later", Severity.NOTE, row.done_on.at, day=row.done_on.value)
