"""Options that several commands share."""

import click

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
    "--checklist",
    "checklists",
    multiple=True,
    metavar="BESTAND",
    help="Eigen eisen (YAML of .xlsx), bovenop de meegeleverde.",
)
fail_on = click.option(
    "--fail-on",
    type=click.Choice(["never", "law", "any"]),
    default="never",
    show_default=True,
    help="Sluit af met code 1: law als de wet niet aantoonbaar voldaan is, any als enige eis dat niet is.",
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
large = click.option(
    "--large", is_flag=True, help="Lees ook heel grote bestanden: tot 512 MiB, en 50 miljoen gevulde cellen per blad."
)
brand = click.option(
    "--brand", metavar="BESTAND", help="Uw huisstijl (YAML): naam, logo en kleuren van wie het rapport overhandigt."
)
force = click.option("--force", is_flag=True, help="Overschrijf bestanden die er al zijn.")
