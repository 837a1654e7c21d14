"""Help in Dutch throughout: what click itself says in English is put into Dutch where the page is written."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

import click

_WORDS: Final = {
    "[OPTIONS]": "[OPTIES]",
    "COMMAND [ARGS]...": "OPDRACHT [ARGUMENTEN]...",
    "Options": "Opties",
    "Commands": "Opdrachten",
    "Show this message and exit.": "Toon deze uitleg en stop.",
    "Show the version and exit.": "Toon de versie en stop.",
    "[default: ": "[standaard: ",
    "[required]": "[verplicht]",
}


class DutchFormatter(click.HelpFormatter):
    """Writes the help of every command; it replaces click's own words and no others."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how a command is typed."""
        super().write_usage(prog, _dutch(args), "Gebruik: " if prefix is None else prefix)

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """A part of the page with a heading."""
        with super().section(_WORDS.get(name, name)):
            yield

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """A list of options or commands with what each does."""
        super().write_dl([(name, _dutch(says)) for name, says in rows], col_max, col_spacing)


def _dutch(text: str) -> str:
    for english, dutch in _WORDS.items():
        text = text.replace(english, dutch)
    return text
