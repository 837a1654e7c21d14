"""The result file: the shape of `-o result.json`, from which its JSON Schema is generated. A change here is a contract's.

Texts are in the report's language; people appear by label only; lists have a stable order (see `auditor.report`).
"""

from datetime import date
from typing import Literal

import msgspec

VerdictName = Literal["met", "partly_met", "not_met", "not_shown", "for_a_person", "not_applicable"]
LayerName = Literal["law", "neighbour", "professional_norm", "supervisor_norm", "own_norm", "good_practice"]


class Out(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the result file; its fields are its keys, in this order."""


class ToolOut(Out, frozen=True, kw_only=True):
    """The program that made the file."""

    name: str
    version: str


class ChecklistOut(Out, frozen=True, kw_only=True):
    """A checklist that was judged by, and the hash of its content."""

    id: str
    version: str
    sha256: str


class OrganisationOut(Out, frozen=True, kw_only=True):
    """Who was judged; a fact that was not given is null."""

    name: str
    sectors: list[str]
    facts: dict[str, bool | int | None]


class CountsOut(Out, frozen=True, kw_only=True):
    """How many requirements of a layer have each verdict."""

    met: int = 0
    partly_met: int = 0
    not_met: int = 0
    not_shown: int = 0
    for_a_person: int = 0
    not_applicable: int = 0


class TotalsOut(Out, frozen=True, kw_only=True):
    """The counts of every layer, side by side; never added up."""

    law: CountsOut
    neighbour: CountsOut
    professional_norm: CountsOut
    supervisor_norm: CountsOut
    own_norm: CountsOut
    good_practice: CountsOut


class SourceOut(Out, frozen=True, kw_only=True):
    """Where a requirement stands. `bwb` and `url` are empty for a source outside the official database."""

    law: str
    bwb: str
    article: str
    url: str
    confidence: str


class EvidenceOut(Out, frozen=True, kw_only=True):
    """What was seen, and in which cell (A1 style), range, or whole sheet (empty)."""

    register: str
    file: str
    sheet: str
    cell: str
    says: str


class LocationShareOut(Out, frozen=True, kw_only=True):
    """Coverage of one location."""

    location: str
    covered: int
    population: int


class FunctionShareOut(Out, frozen=True, kw_only=True):
    """Coverage of one function."""

    function: str
    covered: int
    population: int


class MeasureOut(Out, frozen=True, kw_only=True):
    """How many of those who count are covered."""

    covered: int
    population: int
    by_location: list[LocationShareOut]
    by_function: list[FunctionShareOut]


class AcceptanceOut(Out, frozen=True, kw_only=True):
    """A gap that the organisation accepts for a while, in the cell that says until when; the verdict is what it was.

    `owner` and `approver` are labels: a person id, a pseudonym, or a function. What is not accepted (expired, without a
    readable end, by one person, on the layer law) is not here but among the problems.
    """

    reason: str
    owner: str
    approver: str
    until: date
    file: str
    sheet: str
    cell: str


class ActionOut(Out, frozen=True, kw_only=True):
    """What will be done about it: the open action that is due first, and how many of all are `done`.

    `owner` is a label: a person id, a pseudonym, a function, or empty. `count` actions name this requirement, this one
    included. `overdue`: due before the reference date, and not done on it.
    """

    action: str
    owner: str
    due: date | None
    done_on: date | None
    remark: str
    state: Literal["overdue", "open", "done"]
    count: int
    done: int
    file: str
    sheet: str
    cell: str


class RequirementOut(Out, frozen=True, kw_only=True):
    """One requirement, judged."""

    id: str
    layer: LayerName
    sectors: list[str]
    title: str
    verdict: VerdictName
    reason: str
    advice: str
    would_be_met_if: str
    sources: list[SourceOut]
    evidence: list[EvidenceOut]
    measure: MeasureOut | None
    acceptance: AcceptanceOut | None
    action: ActionOut | None


class ProblemOut(Out, frozen=True, kw_only=True):
    """Something about an input that matters; `count` cells are like the one named."""

    code: str
    severity: Literal["error", "warning", "note"]
    file: str
    sheet: str
    cell: str
    message: str
    count: int


class SheetOut(Out, frozen=True, kw_only=True):
    """How a sheet was understood. A sheet that holds two registers is listed once for each."""

    name: str
    register: str | None
    header_row: int | None
    rows_read: int
    rows_used: int
    columns: dict[str, str]
    unused_columns: list[str]
    hidden: bool


class InputOut(Out, frozen=True, kw_only=True):
    """A file that was read; `file` is its name inside the given path."""

    file: str
    sha256: str
    sheets: list[SheetOut]


class UpcomingOut(Out, frozen=True, kw_only=True):
    """Something that lapses after the reference date: `on` is the last day on which it still counts.

    Or the verdict on a requirement that turns worse if nothing is done: `on` is the first day with the worse verdict.
    `count` is how many people, rows or documents it is about; `requirement` is empty where it is about none.
    """

    on: date
    what: str
    requirement: str
    count: int


class OutputOut(Out, frozen=True, kw_only=True):
    """A file that the same run wrote beside this one; `file` is its name without its folder."""

    file: str
    sha256: str


class Result(Out, frozen=True, kw_only=True, omit_defaults=False):
    """The whole result file. `outputs` are the files that were written with it, where there were any."""

    report_format: Literal[1]
    tool: ToolOut
    checklists: list[ChecklistOut]
    as_of: date
    organisation: OrganisationOut
    conclusion: Literal["proof", "gaps", "not_shown"]
    totals: TotalsOut
    requirements: list[RequirementOut]
    problems: list[ProblemOut]
    inputs: list[InputOut]
    upcoming: list[UpcomingOut]
    generated_at: str | msgspec.UnsetType = msgspec.UNSET
    outputs: list[OutputOut] | msgspec.UnsetType = msgspec.UNSET
