"""From an overview to its page: what is shown, in which order, in which words."""

from collections import Counter
from collections.abc import Mapping, Sequence

from auditor.checklist import Checklist
from auditor.portfolio.overview import ClientOut, ComingOut, GapOut, OverviewOut
from auditor.render.picture_views import Named, View
from auditor.render.views import Badge, Bar, ChecklistView, Count
from auditor.render.words import Say, plain, sector_name

COUNTED = ("met", "not_met", "partly_met", "not_shown", "for_a_person")
LEGEND = (*COUNTED, "not_applicable")
_CONCLUSIONS = ("gaps", "not_shown", "proof", "failed")
_SHAPES = {"gaps": "not_met", "not_shown": "not_shown", "proof": "met", "failed": "not_applicable"}
DRAWN = 500
"""Rows of a table that are drawn; all of them are in the workbook."""
_NAMED = 10
"""Clients that are named in one cell."""


class ClientRow(View, frozen=True):
    """One client that was audited."""

    name: str
    href: str
    organisation: str
    sectors: str
    conclusion: Badge
    counts: tuple[int, ...]
    problems: int
    next: str


class GapRow(View, frozen=True):
    """One requirement that is lacking at some."""

    id: str
    title: str
    layer: str
    bar: Bar
    clients: str


class MatrixRow(View, frozen=True):
    """One client's verdicts on the requirements of law; `None` where the checklist asks nothing of it."""

    name: str
    badges: tuple[Badge | None, ...]


class ComingRow(View, frozen=True):
    """Something that lapses."""

    on: str
    client: str
    what: str
    requirement: str


class OverviewPage(View, frozen=True):
    """The whole page. Texts that say how much of a table is drawn are empty where all of it is."""

    lang: str
    title: str
    headline: str
    as_of: str
    checklists: tuple[ChecklistView, ...]
    tally: tuple[Count, ...]
    failed: tuple[Named, ...]
    verdicts: tuple[Badge, ...]
    clients: tuple[ClientRow, ...]
    clients_shown: str
    gaps: tuple[GapRow, ...]
    legend: tuple[Badge, ...]
    matrix_heads: tuple[Named, ...]
    matrix: tuple[MatrixRow, ...]
    matrix_shown: str
    upcoming: tuple[ComingRow, ...]
    upcoming_shown: str
    tool: str


def make_overview_page(overview: OverviewOut, checklist: Checklist, say: Say) -> OverviewPage:
    """Everything that the page shows of an overview."""
    audited = [each for each in overview.clients if each.conclusion]
    day = say.texts.day(overview.as_of)
    n = len(overview.clients)
    heads = _matrix_heads(audited, checklist, overview, say)
    return OverviewPage(
        lang=say.lang,
        title=say("portfolio.title", n=n, day=day),
        headline=say("portfolio.headline", n=n),
        as_of=day,
        checklists=tuple(
            ChecklistView(id=plain(each.id), version=plain(each.version), sha256=plain(each.sha256))
            for each in overview.checklists
        ),
        tally=_tally(overview.clients, say),
        failed=tuple(
            Named(name=plain(each.client), value=say.cut(each.error))
            for each in overview.clients
            if not each.conclusion
        ),
        verdicts=tuple(_badge(each, say) for each in COUNTED),
        clients=_clients(audited[:DRAWN], overview, checklist, say),
        clients_shown=_shown(len(audited), say),
        gaps=tuple(_gap(each, say) for each in overview.gaps[:DRAWN]),
        legend=tuple(_badge(each, say) for each in LEGEND),
        matrix_heads=heads,
        matrix=_matrix(audited[:DRAWN], [each.name for each in heads], say),
        matrix_shown=_shown(len(audited), say),
        upcoming=tuple(_coming(each, say) for each in overview.upcoming[:DRAWN]),
        upcoming_shown=_shown(len(overview.upcoming), say),
        tool=plain(f"{overview.tool.name} {overview.tool.version}"),
    )


def conclusion_of(client: ClientOut) -> str:
    """A client's conclusion, or `failed`."""
    return client.conclusion or "failed"


def _badge(verdict: str, say: Say) -> Badge:
    return Badge(verdict, say.verdict(verdict))


def _concluded(conclusion: str, say: Say) -> Badge:
    return Badge(_SHAPES[conclusion], say(f"portfolio.conclusions.{conclusion}"))


def _tally(clients: Sequence[ClientOut], say: Say) -> tuple[Count, ...]:
    counts = Counter(map(conclusion_of, clients))
    return tuple(Count(badge=_concluded(each, say), number=counts[each]) for each in _CONCLUSIONS if counts[each])


def _clients(
    clients: Sequence[ClientOut], overview: OverviewOut, checklist: Checklist, say: Say
) -> tuple[ClientRow, ...]:
    first: dict[str, ComingOut] = {}
    for each in overview.upcoming:
        first.setdefault(each.client, each)
    return tuple(
        ClientRow(
            name=plain(each.client),
            href=_address(each.report),
            organisation=say.cut(each.organisation),
            sectors=", ".join(sector_name(checklist, code, say) for code in each.sectors),
            conclusion=_concluded(conclusion_of(each), say),
            counts=tuple(getattr(each.law, verdict) for verdict in COUNTED),
            problems=each.problems,
            next=_next(first.get(each.client), say),
        )
        for each in clients
    )


def _next(coming: ComingOut | None, say: Say) -> str:
    return f"{say.texts.day(coming.on)}: {say.cut(coming.what)}" if coming else ""


def _address(path: str) -> str:
    """A path below the overview's folder as an address: it never leaves that folder, whatever a client's folder is called."""
    from urllib.parse import quote

    return f"./{quote(path)}"


def _gap(gap: GapOut, say: Say) -> GapRow:
    n = len(gap.clients)
    named = [plain(each) for each in gap.clients[:_NAMED]]
    more = [say("portfolio.more", n=n - _NAMED)] if n > _NAMED else []
    return GapRow(
        id=plain(gap.requirement),
        title=say.cut(gap.title),
        layer=say.layer(gap.layer),
        bar=Bar(name="", of=say("portfolio.share_of", n=n, of=gap.applies), percent=100 * n // max(gap.applies, 1)),
        clients=", ".join([*named, *more]),
    )


def _matrix_heads(
    audited: Sequence[ClientOut], checklist: Checklist, overview: OverviewOut, say: Say
) -> tuple[Named, ...]:
    """The requirements of law that were judged anywhere, in the checklist's order, with their titles."""
    judged = {requirement for each in audited for requirement in each.verdicts}
    return tuple(
        Named(name=plain(each.id), value=say.of(each.title))
        for each in checklist.on(overview.as_of)
        if each.id in judged and each.layer == "law"
    )


def _matrix(audited: Sequence[ClientOut], heads: Sequence[str], say: Say) -> tuple[MatrixRow, ...]:
    badges: Mapping[str, Badge] = {each: _badge(each, say) for each in LEGEND}

    def badge(verdict: str | None) -> Badge | None:
        return badges[verdict] if verdict else None

    return tuple(
        MatrixRow(name=plain(each.client), badges=tuple(badge(each.verdicts.get(head)) for head in heads))
        for each in audited
    )


def _coming(each: ComingOut, say: Say) -> ComingRow:
    return ComingRow(
        on=say.texts.day(each.on),
        client=plain(each.client),
        what=say.cut(each.what),
        requirement=plain(each.requirement),
    )


def _shown(total: int, say: Say) -> str:
    return say("portfolio.shown_of", shown=DRAWN, total=total) if total > DRAWN else ""
