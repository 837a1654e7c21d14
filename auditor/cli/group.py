"""All commands together, as click knows them; each is imported when it is called."""

from importlib import import_module

import click

from auditor.cli import COMMANDS
from auditor.cli.dutch import DutchFormatter
from auditor.version import VERSION

click.Context.formatter_class = DutchFormatter  # of every command, also of those that are imported when they are called


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
