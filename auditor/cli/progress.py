"""That a run is still at work: a line on stderr, where that is a terminal, from the second second on."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from auditor.intake.pace import Pace
from auditor.library import load_texts

PATIENCE, BEAT = 1.0, 0.5
"""Seconds before the first line, and between one and the next."""


@contextmanager
def progress(lang: str) -> Iterator[Pace | None]:
    """What a run tells its pace to, while lines are shown of it; nothing where nobody would see them."""
    if not sys.stderr.isatty():
        yield None
        return
    pace = Pace()
    texts = load_texts(lang)
    with shown(lambda: texts.fill("progress.rows", {"n": pace.rows}), sys.stderr):
        yield pace


@contextmanager
def shown(line: Callable[[], str], stream: TextIO, patience: float = PATIENCE, beat: float = BEAT) -> Iterator[None]:
    """Show a line again and again until the work is over, then take it away."""
    from threading import Event, Thread

    over = Event()

    def tell() -> None:
        width = 0
        wait = patience
        while not over.wait(wait):
            text, wait = line(), beat
            stream.write("\r" + text.ljust(width))
            stream.flush()
            width = max(width, len(text))
        if width:
            stream.write("\r" + " " * width + "\r")
            stream.flush()

    teller = Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        over.set()
        teller.join()
