"""`portfolio`: a folder a client in, a report each and one overview out."""

import os
import sys
from collections.abc import Iterator, Sequence
from functools import partial

import click
import msgspec

from auditor.api import chosen_sectors
from auditor.cli import options
from auditor.cli.auditing import fails
from auditor.cli.portfolio_summary import portfolio_summary
from auditor.cli.screen import say
from auditor.cli.typed import reference_date, secret_key
from auditor.errors import InputError
from auditor.intake.known import KnownAs
from auditor.layouts import Library
from auditor.library import load_library, load_texts
from auditor.outputs import write_all
from auditor.portfolio.clients import Client, find_clients, mark_of
from auditor.portfolio.overview import Audited, OverviewOut, make_overview
from auditor.portfolio.run import Workers, audit_all, cluster, local
from auditor.portfolio.shelf import OVERVIEW, REPORT, RESULT, Shelf
from auditor.portfolio.to_files import OVERVIEWS
from auditor.portfolio.work import Done, Terms
from auditor.report import TOOL
from auditor.result import Result, ToolOut
from auditor.texts import Texts
from auditor.version import VERSION

_FAILED, _INTERRUPTED = 1, 130


@click.command("portfolio", short_help="Keurt veel organisaties, een map per organisatie.")
@click.argument("folder", metavar="MAP")
@click.option(
    "-o",
    "--output",
    "target",
    default="meldcode-portfolio",
    show_default=True,
    metavar="MAP",
    help="Waar de rapporten en het overzicht komen.",
)
@options.sector
@options.on
@options.language
@options.checklists
@options.fail_on
@options.pseudonym_key
@click.option(
    "--workers",
    type=click.IntRange(1, 256),
    help="Hoeveel processen tegelijk werken; anders één per processorkern.",
)
@click.option("--scheduler", metavar="ADRES", help="Werk op het Dask-cluster op dit adres, zoals tcp://10.0.0.1:8786.")
@options.force
def command(  # noqa: PLR0913, PLR0917 -- one parameter an option
    folder: str,
    target: str,
    sectors: Sequence[str],
    on: str | None,
    lang: str,
    checklists: Sequence[str],
    fail_on: str,
    key_file: str | None,
    workers: int | None,
    scheduler: str | None,
    *,
    force: bool,
) -> int:
    """Keurt elke map in MAP als een eigen organisatie en maakt een rapport voor elk en een overzicht van allemaal.

    Een tweede keer worden alleen de organisaties opnieuw gekeurd waarvan iets is veranderd.
    """
    texts = load_texts(lang)
    library = load_library(checklists)
    terms = Terms(
        as_of=reference_date(on),
        sectors=chosen_sectors(sectors, KnownAs.of(library.checklist), library.checklist),
        lang=lang,
        checklists=tuple(map(os.path.abspath, checklists)),
        pseudonym_key=secret_key(key_file),
    )
    shelf = Shelf(target)
    shelf.check(force=force)
    clients = find_clients(folder, but_not=target)
    pool = partial(cluster, scheduler) if scheduler else partial(local, _size(workers, len(clients)))
    desk = _Desk(shelf, terms, library, texts)
    interrupted = desk.work(clients, pool)
    overview = desk.overview()
    if not interrupted and not any(each.conclusion for each in overview.clients):
        raise InputError("input.no_client_read", folder=folder, first=overview.clients[0].error)
    desk.write({f"{OVERVIEW}{suffix}": make(overview, library.checklist, texts) for suffix, make in OVERVIEWS.items()})
    say(portfolio_summary(overview, desk.anew, [shelf.path(f"{OVERVIEW}{each}") for each in OVERVIEWS], texts))
    if interrupted:
        return _INTERRUPTED
    return _FAILED if desk.fails(fail_on) else 0


def _size(asked: int | None, clients: int) -> int:
    return min(asked or os.cpu_count() or 1, clients)


class _Desk:
    """Where the clients' outcomes come together."""

    def __init__(self, shelf: Shelf, terms: Terms, library: Library, texts: Texts) -> None:
        self._shelf = shelf
        self._terms = terms
        self._library = library
        self._texts = texts
        self._marks: dict[str, str] = {}
        self._audited: dict[str, Audited] = {}
        self.anew = 0

    def work(self, clients: Sequence[Client], workers: Workers) -> bool:
        """Audit every client that a former run has no sound outcome of, and write each as it comes; whether the user
        broke it off, after which the others are told to be not audited yet.
        """
        terms = msgspec.json.encode([VERSION, self._library.checklist.sha256, self._added(), self._terms])
        for client in clients:
            mark = self._marks[client.name] = mark_of(client, terms)
            if kept := self._shelf.kept(client.name, mark):
                self._audited[client.name] = kept
        todo = [client for client in clients if client.name not in self._audited]
        try:
            for number, done in enumerate(self._outcomes(todo, workers), 1):
                self._take(done)
                _progress(number, len(todo))
        except KeyboardInterrupt:
            sentence = self._texts.word("portfolio.interrupted")
            for client in todo:
                if client.name not in self._audited:
                    self._audited[client.name] = Audited(client=client.name, mark="", result=None, error=sentence)
            return True
        return False

    def _outcomes(self, todo: Sequence[Client], workers: Workers) -> Iterator[Done]:
        if todo:
            yield from audit_all(todo, self._terms, workers, self._texts.word("portfolio.lost"))

    def _added(self) -> list[str]:
        return [each.sha256 for each in self._library.checklist.added]

    def _take(self, done: Done) -> None:
        mark = self._marks[done.client]
        if done.error:
            self._audited[done.client] = Audited(client=done.client, mark=mark, result=None, error=done.error)
            return
        report, result = f"{done.client}/{REPORT}", f"{done.client}/{RESULT}"
        self.write({report: done.page, result: done.result})
        self.anew += 1
        self._audited[done.client] = Audited(
            client=done.client,
            mark=mark,
            result=msgspec.json.decode(done.result, type=Result),
            report=report,
            result_file=result,
        )

    def write(self, files: dict[str, bytes]) -> None:
        """Write files of the output folder, all or nothing."""
        whole = {self._shelf.path(name): content for name, content in files.items()}
        write_all(whole, force=True, make_folders=True)

    def overview(self) -> OverviewOut:
        """All clients side by side."""
        return make_overview(
            self._audited.values(),
            self._library.checklist,
            ToolOut(name=TOOL, version=VERSION),
            self._terms.as_of,
            self._terms.lang,
        )

    def fails(self, fail_on: str) -> bool:
        """Whether `--fail-on` is met at any client; one that could not be audited does not show that it complies."""
        results = [each.result for each in self._audited.values()]
        return fail_on != "never" and any(result is None or fails(result, fail_on) for result in results)


def _progress(number: int, of: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if number == of else ""
        click.echo(f"\r{number}/{of}{end}", err=True, nl=False)
