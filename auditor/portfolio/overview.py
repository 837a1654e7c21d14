"""The results of many clients side by side: who stands how, which gaps many share, what lapses soon, what failed."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

import msgspec

from auditor.checklist import Checklist, Layer
from auditor.report import natural
from auditor.result import ChecklistOut, CountsOut, Out, Result, ToolOut, UpcomingOut, VerdictName

if TYPE_CHECKING:
    import pandas as pd

WORST_FIRST = ("not_met", "partly_met", "not_shown", "for_a_person", "met", "not_applicable")
_OPEN = ("not_met", "partly_met", "not_shown", "for_a_person")
_GAP = frozenset({"not_met", "partly_met", "not_shown"})
_CONCLUSIONS = {"gaps": 0, "not_shown": 1, "proof": 2}


class ClientOut(Out, frozen=True, kw_only=True):
    """One client. One that failed has an `error` and no conclusion, verdicts or outputs."""

    client: str
    organisation: str
    sectors: list[str]
    conclusion: Literal["proof", "gaps", "not_shown"] | None
    law: CountsOut
    verdicts: dict[str, VerdictName]
    problems: int
    report: str
    result: str
    mark: str
    error: str


class GapOut(Out, frozen=True, kw_only=True):
    """A requirement that is not met, partly met or not shown at `clients`, of `applies` to whom it applies."""

    requirement: str
    title: str
    layer: str
    clients: list[str]
    applies: int


class ComingOut(Out, frozen=True, kw_only=True):
    """Something that lapses at a client."""

    client: str
    on: date
    what: str
    requirement: str
    count: int


class OverviewOut(Out, frozen=True, kw_only=True):
    """The whole portfolio, the worst client first."""

    portfolio_format: Literal[1]
    tool: ToolOut
    checklists: list[ChecklistOut]
    as_of: date
    lang: str
    clients: list[ClientOut]
    gaps: list[GapOut]
    upcoming: list[ComingOut]


class Audited(msgspec.Struct, frozen=True, kw_only=True):
    """A client with its result, or with the sentence that says why there is none."""

    client: str
    mark: str
    result: Result | None
    error: str = ""
    report: str = ""
    result_file: str = ""


def make_overview(
    audited: Iterable[Audited], checklist: Checklist, tool: ToolOut, as_of: date, lang: str
) -> OverviewOut:
    """Lay the clients side by side, the worst first; the order of `audited` plays no part."""
    every = sorted(audited, key=lambda each: each.client)
    frame = _frame(every)
    return OverviewOut(
        portfolio_format=1,
        tool=tool,
        checklists=[ChecklistOut(id=checklist.id, version=checklist.version, sha256=checklist.sha256)]
        + [ChecklistOut(id=each.id, version=each.version, sha256=each.sha256) for each in checklist.added],
        as_of=as_of,
        lang=lang,
        clients=sorted((_client(each) for each in every), key=_badness),
        gaps=_gaps(frame),
        upcoming=_upcoming(every),
    )


def _client(each: Audited) -> ClientOut:
    result = each.result
    return ClientOut(
        client=each.client,
        organisation=result.organisation.name if result else "",
        sectors=result.organisation.sectors if result else [],
        conclusion=result.conclusion if result else None,
        law=result.totals.law if result else CountsOut(),
        verdicts={judged.id: judged.verdict for judged in result.requirements} if result else {},
        problems=sum(found.count for found in result.problems if found.severity != "note") if result else 0,
        report=each.report,
        result=each.result_file,
        mark=each.mark,
        error=each.error,
    )


def _badness(client: ClientOut) -> tuple[object, ...]:
    """What failed comes first, for nobody knows how it stands; then by conclusion and by how much of the law is open."""
    if client.conclusion is None:
        return (0, client.client)
    counts = [-getattr(client.law, verdict) for verdict in _OPEN]
    return (1, _CONCLUSIONS[client.conclusion], *counts, client.client)


def _frame(audited: Sequence[Audited]) -> "pd.DataFrame":
    """A row for every requirement of every client."""
    import pandas as pd

    rows = [
        (each.client, judged.id, judged.title, judged.layer, judged.verdict)
        for each in audited
        if each.result is not None
        for judged in each.result.requirements
    ]
    return pd.DataFrame(rows, columns=["client", "requirement", "title", "layer", "verdict"])


def _gaps(frame: "pd.DataFrame") -> list[GapOut]:
    """The gaps, law before the rest, and those that most share first."""
    applies = frame[frame["verdict"] != "not_applicable"].groupby("requirement")["client"].nunique()
    open_ = frame[frame["verdict"].isin(_GAP)]
    found = [
        GapOut(
            requirement=str(requirement),
            title=str(rows["title"].iloc[0]),
            layer=str(rows["layer"].iloc[0]),
            clients=sorted(rows["client"]),
            applies=int(applies[requirement]),
        )
        for requirement, rows in open_.groupby("requirement", sort=True)
    ]
    layers = list(Layer)
    return sorted(found, key=lambda gap: (layers.index(Layer(gap.layer)), -len(gap.clients), natural(gap.requirement)))


def _upcoming(audited: Sequence[Audited]) -> list[ComingOut]:
    coming = [
        (found.on, each.client, found) for each in audited if each.result is not None for found in each.result.upcoming
    ]
    coming.sort(key=lambda each: (each[0], each[1], natural(each[2].requirement), each[2].what))
    return [_coming(client, found) for _, client, found in coming]


def _coming(client: str, found: UpcomingOut) -> ComingOut:
    return ComingOut(client=client, on=found.on, what=found.what, requirement=found.requirement, count=found.count)
