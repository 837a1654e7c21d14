"""Nothing leaves the machine, and nothing is kept: no connection, no name looked up, no file but the outputs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.render import RENDERERS
from auditor.resources import shipped

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = Path(shipped("sample_data")) / "kinderopvang-de-klimboom"

WATCHED = """
import os, sys
seen = []
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
def watch(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        seen.append(f"network {event}")
    elif event in {"subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "webbrowser.open"}:
        seen.append(f"program {event} {arguments[:1]}")
    elif event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITES:
        seen.append(f"file {arguments[0]}")
    elif event in {"os.mkdir", "os.remove", "os.truncate"}:
        seen.append(f"file {arguments[0]}")
    elif event in {"os.rename", "os.link", "os.symlink"}:
        seen.append(f"file {arguments[1]}")
sys.dont_write_bytecode = True
sys.addaudithook(watch)
from auditor.cli import main
log = sys.argv.pop(1)
try:
    main()
except SystemExit as left:
    assert not left.code, left.code
found = list(seen)
with open(log, "w", encoding="utf-8") as file:
    file.write("\\n".join(found))
"""


def watched(folder: Path, *arguments: str) -> list[str]:
    """What a run did that may touch the world, in `folder`, which is empty but for its inputs."""
    log = folder.parent / "log.txt"
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(log), *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "HOME": str(folder.parent / "home")},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return log.read_text("utf-8").splitlines()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "work"
    inside.mkdir()
    shutil.copytree(SAMPLE, inside / "registers")
    return inside


def outputs() -> list[str]:
    return [part for suffix in RENDERERS for part in ("-o", f"out/rapport{suffix}")]


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("audit", "registers", *outputs()), id="audit"),
        pytest.param(("demo", "out"), id="demo"),
        pytest.param(("inspect", "registers"), id="inspect"),
        pytest.param(("checklist", "list"), id="checklist"),
    ],
)
def test_a_run_reaches_no_network_starts_no_program_and_writes_its_outputs_only(
    folder: Path, arguments: tuple[str, ...]
) -> None:
    (folder / "out").mkdir()
    before = {path: path.read_bytes() for path in folder.glob("registers/*")}
    did = watched(folder, *arguments)
    assert any(each.startswith("file ") for each in did) == (arguments[0] in {"audit", "demo"})
    places = [Path(folder, each.removeprefix("file ")) for each in did if each.startswith("file ")]
    assert len(places) == len(did), f"neither network nor other programs: {did}"
    assert [place for place in places if not place.is_relative_to(folder / "out")] == []
    assert {path: path.read_bytes() for path in folder.glob("registers/*")} == before
    assert {path.name for path in folder.iterdir()} == {"registers", "out"}
    assert not (folder.parent / "home").exists()


def test_the_watch_sees_a_connection(tmp_path: Path) -> None:
    script = WATCHED.replace("from auditor.cli import main", "import socket; main = lambda: socket.socket().close()")
    log = tmp_path / "log.txt"
    subprocess.run([sys.executable, "-c", script, str(log)], check=True)
    assert "network socket.__new__" in log.read_text("utf-8").splitlines()


def test_an_audit_works_where_there_is_no_network_at_all(folder: Path) -> None:
    unshare = shutil.which("unshare")
    alone = [str(unshare), "--net", "--map-root-user"]
    if unshare is None or subprocess.run([*alone, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this system has no network namespaces to be alone in")
    done = subprocess.run(
        [*alone, sys.executable, "-m", "auditor", "audit", "registers", "-o", "a.html", "-o", "a.json"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert (folder / "a.html").exists()
