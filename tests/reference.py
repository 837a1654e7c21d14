"""The reference of the commands in README.md, made from the commands themselves: `python tests/reference.py` renews it."""

import os
from collections.abc import Iterator
from pathlib import Path

import click

from auditor.cli import group

README = Path(__file__).resolve().parent.parent / "README.md"
START = "<!-- commands: written by `python tests/reference.py`, compared by a test -->\n"
END = "<!-- /commands -->\n"
WIDTH = 100


def helps(command: click.Command, name: str, parent: click.Context | None = None) -> Iterator[tuple[str, str]]:
    """The name and the help text of a command and all below it, as they stand in a terminal of 100 columns."""
    settings = {**command.context_settings, "terminal_width": WIDTH, "max_content_width": WIDTH}
    context = click.Context(command, parent=parent, info_name=name, **settings)
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            below = command.get_command(context, each)
            if below is not None and not below.hidden:
                yield from helps(below, each, context)


def reference() -> str:
    """The block between the two marks of README.md."""
    os.environ.pop("COLUMNS", None)
    parts = [f"### `{name}`\n\n```text\n{text}\n```\n" for name, text in helps(group, "meldcode-proof")]
    return f"{START}\n" + "\n".join(parts) + f"\n{END}"


def standing() -> str:
    """The block as it stands in README.md."""
    text = README.read_text("utf-8")
    return text[text.index(START) : text.index(END) + len(END)]


if __name__ == "__main__":
    README.write_text(README.read_text("utf-8").replace(standing(), reference()), "utf-8", newline="\n")
    print(f"{README.name}: {reference().count('###')} commands")
