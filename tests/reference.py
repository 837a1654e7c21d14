"""What is made from the commands themselves: their reference in README.md, and how `audit` is spelt for the short way in.

`python tests/reference.py` renews both.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from auditor.cli.audit import command as audit
from auditor.cli.group import group
from auditor.cli.quick import COMPILED, Spelling

README = Path(__file__).resolve().parent.parent / "README.md"
START = "<!-- commands: written by `python tests/reference.py`, compared by a test -->\n"
END = "<!-- /commands -->\n"
WIDTH = 100


def helps(command: click.Command, name: str, parent: click.Context | None = None) -> Iterator[tuple[str, str]]:
    """The name and the help text of a command and all below it, as they stand in a terminal of 100 columns."""
    settings = {**command.context_settings, "terminal_width": WIDTH, "max_content_width": WIDTH}
    command._help_option = None  # noqa: SLF001 -- click keeps the spelling of whoever asked first, maybe without a parent
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


def spellings() -> bytes:
    """Every way to write an option of `audit`, as `compiled/audit.json` has it."""
    found = {
        name: Spelling(
            field=str(option.name),
            flag=option.is_flag,
            many=option.multiple,
            choices=tuple(option.type.choices) if isinstance(option.type, click.Choice) else (),
        )
        for option in audit.params
        if isinstance(option, click.Option)
        for name in option.opts
    }
    return msgspec.json.format(msgspec.json.encode(found, order="sorted"), indent=1) + b"\n"


if __name__ == "__main__":
    README.write_text(README.read_text("utf-8").replace(standing(), reference()), "utf-8", newline="\n")
    print(f"{README.name}: {reference().count('###')} commands")
    Path(COMPILED).write_bytes(spellings())
