"""`audit`: registers in, gap report out. What may be typed; what is then done stands in `auditing`."""

import click
import msgspec

from auditor.cli import options
from auditor.cli.auditing import Request, run


@click.command("audit", short_help="Registers in, rapport uit.")
@click.argument("paths", nargs=-1, required=True, metavar="PAD...")
@options.sector
@options.on
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="BESTAND",
    help="Waar de uitkomst komt: .html (rapport), .xlsx (actielijst, met namen), .csv (eisen), .ics (agenda) of .json "
    "(gegevens). Mag vaker. Anders één .html in deze map.",
)
@options.language
@options.mapping
@options.checklists
@options.fail_on
@options.pseudonym_key
@options.large
@options.brand
@click.option(
    "--retain-until",
    "retain_until",
    metavar="JJJJ-MM-DD",
    help="Tot en met welke dag de uitvoer bewaard wordt; het rapport en de actielijst zeggen het.",
)
@options.force
@click.option("--reproducible", is_flag=True, help="Laat het tijdstip uit SOURCE_DATE_EPOCH weg.")
def command(**typed: object) -> int:
    """Keurt de registers in PAD (bestanden of mappen) en maakt het rapport."""
    return run(msgspec.convert(typed, Request))
