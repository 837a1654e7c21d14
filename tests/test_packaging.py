"""A wheel, an editable install and a checkout are the same program with the same data; the pins are whole."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from auditor import resources
from auditor.resources import shipped
from auditor.version import VERSION

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DATA = ("checklists", "templates", "sample_data")
MAKERS = {".py", ".pyc"}  # scripts that make data stay in the checkout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built offline by the build backend itself."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's files as an installer lays them down."""
    folder = tmp_path_factory.mktemp("site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run_elsewhere(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in `folder`, with the program as it stands in `installed` and nothing of the checkout."""
    path = os.environ | {"PYTHONPATH": str(installed), "PYTHONUTF8": "1"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=folder, env=path, check=False, capture_output=True, text=True, encoding="utf-8")


def expected_files() -> set[str]:
    """What must be in the wheel: the package, and the data folders inside it."""
    package = {path.relative_to(ROOT).as_posix() for path in (ROOT / "auditor").rglob("*.py")}
    data = {
        f"auditor/{path.relative_to(ROOT).as_posix()}"
        for folder in DATA
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix not in MAKERS and not path.is_relative_to(ROOT / "sample_data" / "tables")
    }
    compiled = {path.relative_to(ROOT).as_posix() for path in (ROOT / "auditor" / "compiled").glob("*.json")}
    return package | data | compiled | {"auditor/py.typed"}


def test_the_wheel_holds_the_package_and_its_data_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == expected_files()


def test_the_wheel_carries_its_licence_its_command_and_its_version(wheel: Path) -> None:
    info = f"meldcode_proof-{VERSION}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        assert archive.read(f"{info}/licenses/LICENSE") == (ROOT / "LICENSE").read_bytes()
        assert b"meldcode-proof = auditor.cli:main" in archive.read(f"{info}/entry_points.txt")
        assert f"\nVersion: {VERSION}\n".encode() in archive.read(f"{info}/METADATA")


@pytest.mark.parametrize("folder", DATA)
def test_an_installed_program_finds_its_own_data_from_anywhere(unpacked: Path, tmp_path: Path, folder: str) -> None:
    asked = run_elsewhere(
        unpacked, tmp_path, "-c", f"from auditor.resources import shipped; print(shipped({folder!r}))"
    )
    assert asked.stdout.strip() == str(unpacked / "auditor" / folder), asked.stderr


def test_an_installed_program_judges_its_sample_from_anywhere(unpacked: Path, tmp_path: Path) -> None:
    ran = run_elsewhere(unpacked, tmp_path, "-m", "auditor", "demo")
    assert ran.returncode == 0, ran.stderr
    assert sorted(path.suffix for path in (tmp_path / "meldcode-demo").iterdir()) == [".html", ".json"]


def test_the_program_says_its_version(unpacked: Path, tmp_path: Path) -> None:
    assert run_elsewhere(unpacked, tmp_path, "-m", "auditor", "--version").stdout == f"meldcode-proof {VERSION}\n"


@pytest.mark.parametrize("folder", DATA)
def test_a_checkout_finds_its_data_beside_the_package(folder: str) -> None:
    assert Path(shipped(folder)) == ROOT / folder


def test_data_that_is_beside_the_package_by_accident_is_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "auditor").mkdir()
    (tmp_path / "templates").mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", str(tmp_path / "auditor"))
    with pytest.raises(FileNotFoundError, match="templates"):
        shipped("templates")


def pins() -> dict[str, str]:
    """The constraints: package to version."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in pinned), "only pins: no hosts, no ranges"
    return {canonicalize_name(name): version for name, version in (line.split("==") for line in pinned)}


def declared() -> list[Requirement]:
    """What pyproject.toml asks for, to run and to develop."""
    project = PROJECT["project"]
    return [Requirement(line) for line in (*project["dependencies"], *project["optional-dependencies"]["dev"])]


def needed(requirements: list[Requirement]) -> Iterator[str]:
    """The packages that these requirements bring, theirs included, on any system."""
    waiting, seen = [canonicalize_name(each.name) for each in requirements], set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        yield name
        asks = [Requirement(line) for line in metadata.requires(name) or ()]
        waiting += [
            canonicalize_name(each.name) for each in asks if not each.marker or each.marker.evaluate({"extra": ""})
        ]


def test_every_package_that_is_asked_for_is_pinned_within_its_range() -> None:
    versions = pins()
    outside = [str(each) for each in declared() if not each.specifier.contains(versions[canonicalize_name(each.name)])]
    assert not outside


def test_every_package_that_comes_along_is_pinned_too() -> None:
    assert set(needed(declared())) <= set(pins())


def test_no_pin_is_left_over() -> None:
    only_on_windows = {"colorama", "tzdata"}
    assert set(pins()) - set(needed(declared())) <= only_on_windows
