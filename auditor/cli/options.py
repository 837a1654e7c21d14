"""Options that several commands share."""

from datetime import date

import click

from auditor.errors import UsageError

language = click.option(
    "--lang", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="Taal van het rapport."
)
sector = click.option(
    "--sector",
    "sectors",
    multiple=True,
    metavar="SECTOR",
    help="Sector van de organisatie; anders uit het blad Organisatie.",
)
on = click.option("--on", metavar="JJJJ-MM-DD", help="Peildatum; anders vandaag.")
checklists = click.option(
    "--checklist", "checklists", multiple=True, metavar="BESTAND", help="Eigen eisen (YAML), bovenop de meegeleverde."
)
force = click.option("--force", is_flag=True, help="Overschrijf bestanden die er al zijn.")


def reference_date(text: str | None) -> date:
    """The day that was asked for, or today: the only place where the clock is read."""
    if text is None:
        return date.today()
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise UsageError("date", typed=text) from None
    if text != day.isoformat():
        raise UsageError("date", typed=text)
    return day
