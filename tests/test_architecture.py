"""What the import contract in pyproject.toml cannot say: who may open files, how big a module gets, what a run imports."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from auditor.resources import shipped

ROOT = Path(__file__).resolve().parent.parent
GENERATED = ROOT / "auditor" / "render" / "compiled"
MODULES = sorted(path for path in (ROOT / "auditor").rglob("*.py") if not path.is_relative_to(GENERATED))

# The edges of the program: only here are files, the clock, the environment and the screen touched.
EDGES = (
    "auditor/api.py",
    "auditor/brandfile.py",
    "auditor/cli/",
    "auditor/compile.py",  # run by a developer, or when somebody edited the YAML
    "auditor/intake/read",
    "auditor/library.py",
    "auditor/outputs.py",
    "auditor/portfolio/clients.py",
    "auditor/portfolio/shelf.py",
    "auditor/render/build.py",  # run by a developer
    "auditor/render/sources.py",
    "auditor/resources.py",
)
EDGE_ONLY = {"locale", "os", "pathlib", "random", "secrets", "shutil", "socket", "subprocess", "tempfile", "time"}
MOST_LINES = 400  # what can be read in one sitting


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(tree: ast.AST) -> Iterator[str]:
    """The top-level packages that a module imports, inside its functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def called(tree: ast.AST) -> Iterator[str]:
    """The plain names that a module calls."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


@pytest.mark.parametrize("path", [path for path in MODULES if not name_of(path).startswith(EDGES)], ids=name_of)
def test_the_middle_touches_no_file_clock_environment_or_screen(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert not EDGE_ONLY & set(imported(tree))
    assert not {"open", "print", "input"} & set(called(tree))


def test_every_edge_that_is_allowed_exists() -> None:
    assert [edge for edge in EDGES if not any(name_of(path).startswith(edge) for path in MODULES)] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


# What a run would pay for at every start. Which of them a command may import is counted, never timed.
HEAVY = {
    "csv",
    "dataclasses",
    "importlib.metadata",
    "jinja2",
    "json",
    "logging",
    "markupsafe",
    "numpy",
    "openpyxl",
    "pandas",
    "pathlib",
    "pydantic",
    "python_calamine",
    "rapidfuzz",
    "ruamel",
    "ruamel.yaml",
    "shutil",
    "tempfile",
    "zipfile",
}
OF_CLICK = {"shutil"}  # it measures the terminal with it before it prints help
OURS_AT_WORK = {"auditor.evaluate", "auditor.library", "auditor.report"}

RUN = """
import sys
from auditor.cli import main
sys.argv = ["meldcode-proof", *sys.argv[2:]]
try:
    main()
except SystemExit as left:
    assert not left.code, left.code
finally:
    with open(sys.orig_argv[-len(sys.argv)], "w") as file:
        file.write("\\n".join(sys.modules))
"""


def loaded_by(folder: Path, *arguments: str) -> set[str]:
    """The modules that are loaded when the program is run with these arguments has ended."""
    seen = folder / "modules.txt"
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(seen), *arguments],
        cwd=folder,
        env=surroundings | {"PYTHONPATH": str(ROOT)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return set(seen.read_text("utf-8").split())


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_click_and_nothing_else_of_weight(tmp_path: Path, option: str) -> None:
    loaded = loaded_by(tmp_path, option)
    assert "click" in loaded
    assert not loaded & (HEAVY - OF_CLICK | OURS_AT_WORK)


SAMPLE = Path(shipped("sample_data"))


def test_a_plain_audit_waits_for_no_click(tmp_path: Path) -> None:
    loaded = loaded_by(tmp_path, "audit", str(SAMPLE / "kinderopvang-de-klimboom"), "-o", "a.html")
    assert loaded >= OURS_AT_WORK
    assert "click" not in loaded


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("demo", "out"), id="demo"),
        pytest.param(("audit", str(SAMPLE / "kinderopvang-de-klimboom"), "-o", "a.html", "-o", "a.json"), id="audit"),
    ],
)
def test_an_audit_loads_no_library_that_it_does_not_need(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    loaded = loaded_by(tmp_path, *arguments)
    assert loaded >= OURS_AT_WORK
    assert not loaded & HEAVY
