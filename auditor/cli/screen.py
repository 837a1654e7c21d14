"""What a command says on the terminal, without anything that could steer it."""

import io
import os
import sys
from typing import TextIO

import msgspec

_UNHEARD = 1
NARROWEST, WIDEST, USUAL = 36, 120, 80
_LONGEST = 5


class Screen(msgspec.Struct, frozen=True):
    """How wide lines may be, in characters, and whether colours may be used."""

    width: int = USUAL
    colour: bool = False

    def style(self, text: str, code: str) -> str:
        """The text in a style of terminals (`1` is bold, `31` red), where that may be. It must be printable already."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code and text else text


def screen() -> Screen:
    """What standard output is written to. Nothing is coloured that is not a terminal, nor where `NO_COLOR` is set; nor in a
    window of Windows that may not know colours.
    """
    is_terminal = sys.stdout.isatty()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    knows = os.name != "nt" or bool(os.environ.get("WT_SESSION"))
    return Screen(width=_width(is_terminal=is_terminal), colour=is_terminal and knows and not plain)


def _width(*, is_terminal: bool) -> int:
    """What `COLUMNS` says, else what the terminal says, else the usual; within what can be read."""
    said = os.environ.get("COLUMNS", "")
    columns = int(said) if said.isascii() and said.isdigit() and len(said) <= _LONGEST else 0
    if not columns and is_terminal:
        try:
            columns = os.get_terminal_size(sys.stdout.fileno()).columns
        except (OSError, ValueError):
            columns = 0
    return min(max(columns or USUAL, NARROWEST), WIDEST)


def printable(text: str) -> str:
    """The text without anything that could steer a terminal: every such character becomes a mark."""
    return "".join(sign if sign.isprintable() or sign == "\n" else "\N{REPLACEMENT CHARACTER}" for sign in text)


def say(text: str, *, as_error: bool = False) -> None:
    """Write the text and end its line: on stdout, or where it is an error on stderr."""
    _put(f"{printable(text)}\n", sys.stderr if as_error else sys.stdout)


def show(text: str) -> None:
    """Write text whose parts are printable already, but for the styles between them, and end its line."""
    _put(f"{text}\n", sys.stdout)


def _put(text: str, stream: TextIO) -> None:
    """Write it at once. Where nobody reads any more, or there is no room, it goes nowhere: what a command did is done all the same."""
    try:
        stream.write(text)
        stream.flush()
    except OSError:
        _silence(stream)


def steady() -> None:
    """Let no character and no closed stream stop a command: what a terminal cannot show is a question mark there."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 -- as long as the process
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def hush() -> int:
    """Nobody reads stdout any more: let what is still to be written go nowhere. Gives the exit code for it."""
    _silence(sys.stdout)
    return _UNHEARD


def _silence(stream: TextIO) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
