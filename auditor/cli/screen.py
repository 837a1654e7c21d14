"""What a command says on the terminal, without anything that could steer it."""

import os
import sys

_UNHEARD = 1


def printable(text: str) -> str:
    """The text without anything that could steer a terminal: every such character becomes a mark."""
    return "".join(sign if sign.isprintable() or sign == "\n" else "\N{REPLACEMENT CHARACTER}" for sign in text)


def say(text: str, *, as_error: bool = False) -> None:
    """Write the text and end its line: on stdout, or where it is an error on stderr."""
    stream = sys.stderr if as_error else sys.stdout
    stream.write(f"{printable(text)}\n")
    stream.flush()


def hush() -> int:
    """Nobody reads stdout any more: let what is still to be written go nowhere. Gives the exit code for it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return _UNHEARD
