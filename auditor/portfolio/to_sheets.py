"""An overview as a workbook: all of it, to sort and to filter."""

from collections.abc import Iterable, Sequence

from auditor.checklist import Checklist
from auditor.portfolio.overview import ClientOut, OverviewOut
from auditor.portfolio.page import COUNTED, conclusion_of
from auditor.render.words import Say, plain, sector_name
from auditor.texts import Texts
from auditor.workbook.looks import Look
from auditor.workbook.parts import Book, Column, Row, Sheet, Styled
from auditor.workbook.write import to_bytes

_WIDTH = 22


def to_workbook(overview: OverviewOut, checklist: Checklist, texts: Texts) -> bytes:
    """Clients, gaps, every verdict on every requirement, what lapses, and what could not be audited: a sheet each."""
    say = Say(texts)
    audited = [each for each in overview.clients if each.conclusion]
    sheets = (
        _sheet("clients", _client_heads(say), _clients(audited, checklist, say), say),
        _sheet("gaps", ("requirement", "title_head", "layer", "share", "of", "at"), _gaps(overview, say), say),
        _sheet("matrix", _matrix_heads(audited), _matrix(audited, say), say),
        _sheet("upcoming", ("on", "client", "what", "requirement", "count"), _upcoming(overview), say),
        _sheet("failed", ("client", "error"), _failed(overview), say),
    )
    return to_bytes(Book(sheets=sheets, day="dd-mm-yyyy" if say.lang == "nl" else "yyyy-mm-dd"))


def _sheet(name: str, heads: Sequence[str | Styled], rows: Iterable[Row], say: Say) -> Sheet:
    head = [Styled(say.word(f"page.portfolio.{each}"), Look.HEAD) if isinstance(each, str) else each for each in heads]
    return Sheet(
        name=say(f"portfolio.sheets.{name}"),
        columns=tuple(Column(_WIDTH, Look.DAY if each == "on" else Look.TEXT) for each in heads),
        rows=(head, *rows),
        head=1,
        still=1,
        filtered=True,
    )


def _client_heads(say: Say) -> list[str | Styled]:
    counts = [Styled(say.verdict(each), Look.HEAD) for each in COUNTED]
    return ["client", "organisation", "sectors", "conclusion", *counts, "problems"]


def _clients(audited: Sequence[ClientOut], checklist: Checklist, say: Say) -> Iterable[Row]:
    for each in audited:
        yield (
            plain(each.client),
            plain(each.organisation),
            ", ".join(sector_name(checklist, code, say) for code in each.sectors),
            say(f"portfolio.conclusions.{conclusion_of(each)}"),
            *(getattr(each.law, verdict) for verdict in COUNTED),
            each.problems,
        )


def _gaps(overview: OverviewOut, say: Say) -> Iterable[Row]:
    for gap in overview.gaps:
        where = ", ".join(map(plain, gap.clients))
        yield (plain(gap.requirement), plain(gap.title), say.layer(gap.layer), len(gap.clients), gap.applies, where)


def _matrix_heads(audited: Sequence[ClientOut]) -> list[str | Styled]:
    return ["client", *(Styled(each, Look.HEAD) for each in _requirements(audited))]


def _requirements(audited: Sequence[ClientOut]) -> list[str]:
    """Every requirement that was judged anywhere, in the order of the results."""
    return list(dict.fromkeys(each for client in audited for each in client.verdicts))


def _matrix(audited: Sequence[ClientOut], say: Say) -> Iterable[Row]:
    requirements = _requirements(audited)
    for each in audited:
        verdicts = (each.verdicts.get(requirement) for requirement in requirements)
        yield (plain(each.client), *(say.verdict(verdict) if verdict else None for verdict in verdicts))


def _upcoming(overview: OverviewOut) -> Iterable[Row]:
    for each in overview.upcoming:
        yield (each.on, plain(each.client), plain(each.what), plain(each.requirement), each.count)


def _failed(overview: OverviewOut) -> Iterable[Row]:
    for each in overview.clients:
        if not each.conclusion:
            yield (plain(each.client), plain(each.error))
