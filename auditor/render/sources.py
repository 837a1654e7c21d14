"""The page's templates, style and script as they stand in `templates/`: the only place in `render` that reads files."""

import os
from collections.abc import Mapping

from auditor.hashing import sha256
from auditor.resources import shipped

STYLE = "style.css"
SCRIPT = "report.js"
START = "report.html.j2"
ENDINGS = (".html.j2", ".css", ".js")


def read_sources() -> dict[str, str]:
    """Every template, style and script by its name below `templates/`, with line ends of one character; sorted by name."""
    root = shipped("templates")
    return {name: _read(os.path.join(root, name)) for folder in ("", "parts/") for name in _names(root, folder)}


def _names(root: str, folder: str) -> list[str]:
    return sorted(folder + name for name in os.listdir(os.path.join(root, folder)) if name.endswith(ENDINGS))


def _read(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()


def templates(sources: Mapping[str, str]) -> dict[str, str]:
    """Those of `sources` that are templates."""
    return {name: text for name, text in sources.items() if name.endswith(".j2")}


def fingerprints(sources: Mapping[str, str]) -> dict[str, str]:
    """The sha256 of every template in `sources`, in hexadecimal."""
    return {name: sha256(text.encode()).hex() for name, text in templates(sources).items()}
