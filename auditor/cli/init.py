"""`init`: the intake workbook for an organisation's sectors."""

import os
from collections.abc import Sequence

import click

from auditor.api import chosen_sectors
from auditor.cli import options
from auditor.cli.screen import say
from auditor.cli.typed import reference_date
from auditor.errors import UsageError
from auditor.form.asked import Order, asked
from auditor.form.book import make_form
from auditor.intake.known import KnownAs
from auditor.library import load_library, load_texts
from auditor.outputs import check_targets, write_all
from auditor.workbook.write import to_bytes


@click.command("init", short_help="Maakt een werkmap om in te vullen.")
@click.argument("file", metavar="BESTAND.xlsx")
@options.sector
@options.on
@options.language
@options.checklists
@options.force
def command(  # noqa: PLR0913 -- one parameter an option
    file: str, sectors: Sequence[str], on: str | None, lang: str, checklists: Sequence[str], *, force: bool
) -> int:
    """Maakt een werkmap met alle registers om in te vullen: koppen, keuzelijsten, voorbeelden, en een rij voor elk onderdeel
    van de meldcode dat voor uw sector geldt. Noem elke sector met --sector.
    """
    texts = load_texts(lang)
    if os.path.splitext(file)[1].lower() != ".xlsx":
        raise UsageError("form.suffix", file=file)
    library = load_library(checklists)
    chosen = chosen_sectors(sectors, KnownAs.of(library.checklist), library.checklist)
    if not chosen:
        raise UsageError("form.no_sector", known=tuple(sector.id for sector in library.checklist.sectors))
    check_targets([file], force=force)
    order = Order(library=library, texts=texts, day=reference_date(on), sectors=chosen)
    if not order.bound:
        raise UsageError("form.not_bound", day=order.day)
    write_all({file: to_bytes(make_form(order))}, force=force)
    say(texts.word("form.written", file=file, n=len(asked(order))))
    return 0
