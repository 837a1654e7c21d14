"""`demo`: the main job on the sample organisation that comes with the program."""

import os
from datetime import date

import click

from auditor.api import audit
from auditor.cli import options
from auditor.cli.screen import screen, show
from auditor.cli.summary import summary
from auditor.outputs import write_all
from auditor.render import render_all
from auditor.resources import shipped

SAMPLE = "kinderopvang-de-klimboom"
SAMPLE_DAY = date(2026, 11, 22)


@click.command("demo", short_help="Keurt de voorbeeldorganisatie.")
@click.argument("folder", default="meldcode-demo", metavar="[MAP]")
@options.language
def command(folder: str, lang: str) -> int:
    """Keurt de voorbeeldorganisatie en zet rapport en resultaat in MAP (anders `meldcode-demo`).

    Een rapport van een vorige demo in die map wordt vervangen.
    """
    edition = audit([os.path.join(shipped("sample_data"), SAMPLE)], SAMPLE_DAY).edition(lang)
    targets = [os.path.join(folder, f"meldcode-demo{suffix}") for suffix in (".html", ".json")]
    write_all(render_all(edition, targets), force=True, make_folders=True)
    show(summary(edition, targets, screen()))
    return 0
