"""Results to bytes, one module an output; `RENDERERS` is also the list of what `-o` takes."""

from collections.abc import Callable
from importlib import import_module
from typing import Final

from auditor.render.edition import Edition

Renderer = Callable[[Edition], bytes]

RENDERERS: Final = {".html": "to_html", ".json": "to_json", ".ics": "to_ics"}


def renderer(suffix: str) -> Renderer:
    """The function that makes the output with this suffix (`.html`), which must be one of `RENDERERS`."""
    name = RENDERERS[suffix]
    function: Renderer = getattr(import_module(f"auditor.render.{name}"), name)
    return function
