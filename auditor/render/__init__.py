"""Results to bytes, one module an output; `RENDERERS` is also the list of what `-o` takes."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final

from auditor.render.edition import Edition
from auditor.texts import Texts

if TYPE_CHECKING:
    from auditor.inspection import Inspection

Renderer = Callable[[Edition], bytes]
InspectionRenderer = Callable[["Inspection", Texts], bytes]

RENDERERS: Final = {".html": "to_html", ".json": "to_json", ".xlsx": "to_xlsx", ".csv": "to_csv", ".ics": "to_ics"}


def renderer(suffix: str) -> Renderer:
    """The function that makes the output with this suffix (`.html`), which must be one of `RENDERERS`."""
    name = RENDERERS[suffix]
    function: Renderer = getattr(import_module(f"auditor.render.{name}"), name)
    return function


INSPECTION_RENDERERS: Final = {".html": "inspect_html", ".json": "inspect_json"}


def inspection_renderer(suffix: str) -> InspectionRenderer:
    """The function that makes a page of an inspection; `suffix` must be one of `INSPECTION_RENDERERS`."""
    name = INSPECTION_RENDERERS[suffix]
    function: InspectionRenderer = getattr(import_module(f"auditor.render.{name}"), name)
    return function
