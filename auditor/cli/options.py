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
pseudonym_key = click.option(
    "--pseudonym-key",
    "key_file",
    metavar="BESTAND",
    help="Geheime sleutel: wie geen personeelsnummer heeft, krijgt er elk jaar hetzelfde pseudoniem mee.",
)
mapping = click.option(
    "--mapping", metavar="BESTAND", help="Uw koppelbestand (YAML): wat bladen, kolommen en woorden zijn."
)
force = click.option("--force", is_flag=True, help="Overschrijf bestanden die er al zijn.")


_LEAST_KEY, _MOST_KEY = 16, 65_536  # bytes


def secret_key(path: str | None) -> bytes:
    """What stands in the key file, without the white space around it; nothing where none was given."""
    if path is None:
        return b""
    try:
        with open(path, "rb") as file:
            key = file.read(_MOST_KEY).strip()
    except OSError:
        raise UsageError("key_unreadable", file=path) from None
    if len(key) < _LEAST_KEY:
        raise UsageError("key_short", file=path, least=_LEAST_KEY)
    return key


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
