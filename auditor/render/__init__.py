"""Results to bytes, one module an output; `RENDERERS` is also the list of what `-o` takes."""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Final

import msgspec

from auditor.hashing import sha256
from auditor.render.edition import Edition
from auditor.result import OutputOut
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


def render_all(edition: Edition, targets: Iterable[str]) -> dict[str, bytes]:
    """Every output in memory, by its path, whose suffix must be one of `RENDERERS`; the result files come last and name the
    others with their hashes.
    """
    made: dict[str, bytes] = {}
    for target in sorted(targets, key=_is_result):
        of = _naming(edition, made) if _is_result(target) else edition
        made[target] = renderer(suffix_of(target))(of)
    return made


def suffix_of(target: str) -> str:
    """The suffix of a path, in lower case: `.html`."""
    stem, dot, suffix = _name(target).rpartition(".")
    return f"{dot}{suffix}".lower() if stem.strip(".") else ""


def _name(target: str) -> str:
    return target.replace("\\", "/").rpartition("/")[2]


def _is_result(target: str) -> bool:
    return suffix_of(target) == ".json"


def _naming(edition: Edition, made: dict[str, bytes]) -> Edition:
    others = {_name(target): data for target, data in made.items() if not _is_result(target)}
    if not others:
        return edition
    outputs = [OutputOut(file=file, sha256=sha256(data).hex()) for file, data in sorted(others.items())]
    return msgspec.structs.replace(edition, result=msgspec.structs.replace(edition.result, outputs=outputs))


INSPECTION_RENDERERS: Final = {".html": "inspect_html", ".json": "inspect_json"}


def inspection_renderer(suffix: str) -> InspectionRenderer:
    """The function that makes a page of an inspection; `suffix` must be one of `INSPECTION_RENDERERS`."""
    name = INSPECTION_RENDERERS[suffix]
    function: InspectionRenderer = getattr(import_module(f"auditor.render.{name}"), name)
    return function
