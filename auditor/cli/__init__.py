"""The command line: click only, one module a command, imported when it is called.

Help is in Dutch, for those who type it read Dutch; everything a command says comes from `templates/texts/`. The only
place that catches errors and turns them into one sentence and an exit code.
"""

import gc

# One short run makes no cyclic garbage worth looking for; looking costs a tenth of an audit, most of it in the imports.
gc.disable()

import sys  # noqa: E402
from importlib import import_module  # noqa: E402
from typing import Final  # noqa: E402

import click  # noqa: E402

from auditor.version import VERSION  # noqa: E402

COMMANDS: Final = {
    "demo": "Keurt de voorbeeldorganisatie en maakt haar rapport.",
    "audit": "Keurt registers en maakt het rapport.",
    "inspect": "Laat zien hoe bestanden worden gelezen; oordeelt niet.",
    "checklist": "Toont en controleert de eisen.",
}


class Lazy(click.Group):
    """A group whose commands are imported when they are called; `--help` needs only their names."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which a user meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the one that is called."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"auditor.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Names and one line each, without importing any."""
        with formatter.section("Opdrachten"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="meldcode-proof", message="%(prog)s %(version)s")
def group() -> None:
    """Leest de registers van een organisatie uit spreadsheets, toetst ze aan de wet over de meldcode huiselijk geweld en
    kindermishandeling, en maakt een rapport waarin elk oordeel de cel aanwijst.
    """


def main() -> None:
    """Run, and leave with the exit code of the contract; never with a traceback."""
    if len(sys.argv) == 1:
        sys.argv.append("--help")
    try:
        code = group(standalone_mode=False)
    except Exception as error:  # noqa: BLE001 -- the one place that turns any error into a sentence
        from auditor.cli.failure import explain

        code = explain(error, sys.argv[1:])
    except KeyboardInterrupt:
        from auditor.cli.failure import explain

        code = explain(KeyboardInterrupt(), sys.argv[1:])
    sys.exit(code if isinstance(code, int) else 0)
