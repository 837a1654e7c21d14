"""Turns the templates into the Python that runs: `python -m auditor.render.build` after a change in `templates/`.

Importing jinja2 costs more than a whole audit, so jinja2 translates the templates here, once, and the outcome is kept in
`compiled/`, stamped with the hash of every template. Nobody edits it; a test holds it equal to what this module makes.
"""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from auditor.render.jinja_run import module_name
from auditor.render.sources import fingerprints, read_sources, templates

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "compiled")
_HEADER = '"""{about} Made by `python -m auditor.render.build`; not to be edited."""\n\n# mypy: ignore-errors\n'
_NAMES = "from auditor.render.jinja_run import Macro, Markup, Undefined, environment, escape, missing\n"


def jinja(sources: Mapping[str, str]) -> "Environment":
    """jinja2 itself, with the settings that the compiled templates were made with."""
    from jinja2 import DictLoader, Environment, StrictUndefined

    return Environment(
        loader=DictLoader(templates(sources)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def compiled(sources: Mapping[str, str]) -> dict[str, str]:
    """The file names of `compiled/` with their content, for these sources."""
    environment = jinja(sources)
    made = {
        f"{module_name(name)}.py": _module(environment.compile(text, name, name, raw=True, defer_init=True), name)
        for name, text in templates(sources).items()
    }
    hashes = "".join(f'    "{name}": "{digest}",\n' for name, digest in fingerprints(sources).items())
    about = _HEADER.format(about="The hashes of the templates that this folder was made from.")
    return {"__init__.py": f"{about}MADE_FROM = {{\n{hashes}}}\n", **made}


def _module(code: str, name: str) -> str:
    imports, rest = code.split("\n", 1)
    if not imports.startswith("from jinja2.runtime import "):
        message = f"{name}: this jinja2 writes its imports in another way"
        raise RuntimeError(message)
    tidy = "\n".join(line.rstrip() for line in _tightened(rest).splitlines())
    return f"{_HEADER.format(about=f'`{name}`, compiled.')}{_NAMES}{tidy}\n"


def _tightened(code: str) -> str:
    """The same code, shorter: our runtime refuses a missing name when it is looked up, and views have attributes only."""
    import re

    code = re.sub(r"\(undefined\(name='\w+'\) if (\w+) is missing else \1\)", r"\1", code)
    changed = 1
    while changed:
        code, changed = re.subn(r"environment\.getattr\(([\w.]+), '(\w+)'\)", r"\1.\2", code)
    return code


def regenerate(folder: str = FOLDER) -> None:
    """Write `compiled/` anew from `templates/`; modules of templates that are gone are removed."""
    files = compiled(read_sources())
    os.makedirs(folder, exist_ok=True)
    for name in os.listdir(folder):
        if name.endswith(".py") and name not in files:
            os.remove(os.path.join(folder, name))
    for name, content in files.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:
            file.write(content)


if __name__ == "__main__":
    regenerate()
