"""A run that is killed at any moment, or meets another run, leaves whole files only."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")

FORMER = {"a.html": b"former page" * 500, "d.json": b"former result" * 500}
NEW = {"a.html": b"new page" * 500, "c.xlsx": b"new list" * 500, "d.json": b"new result" * 500}
CALLS = ("open", "write", "fsync", "close", "chmod", "link", "rename", "replace", "remove")

# Writes two files over former ones and one anew, and is killed before or after the so-maniest step on the disk.
KILLED = f"""
import os, signal, sys
from auditor import outputs
folder, way, moment, at = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
if way == "hidden":
    outputs._NAMELESS = 0
write = os.write
left = [at]
def fatal(works):
    def call(*args, **options):
        left[0] -= 1
        if left[0] == 0 and moment == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        if left[0] == 0 and works is write:
            write(args[0], args[1][:100])  # a part reached the disk
            os.kill(os.getpid(), signal.SIGKILL)
        done = works(*args, **options)
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return done
    return call
files = {{os.path.join(folder, name): content for name, content in {NEW!r}.items()}}
for name in {CALLS!r}:
    setattr(os, name, fatal(getattr(os, name)))
outputs.write_all(files, force=True)
"""
STEPS = 40


def run(*arguments: object) -> int:
    return subprocess.run(
        [sys.executable, "-c", KILLED, *map(str, arguments)], cwd=ROOT, check=False, capture_output=True
    ).returncode


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("way", ["nameless", "hidden"])
def test_a_run_that_is_killed_leaves_whole_targets(tmp_path: Path, way: str, moment: str) -> None:
    for at in range(1, STEPS):
        folder = tmp_path / str(at)
        folder.mkdir()
        for name, content in FORMER.items():
            (folder / name).write_bytes(content)
        code = run(folder, way, moment, at)
        assert code in {0, -signal.SIGKILL}
        left = {path.name: path.read_bytes() for path in folder.iterdir()}
        for name, former in FORMER.items():
            assert left[name] in {former, NEW[name]}, "a former file is itself, or the new one as a whole"
        assert left.get("c.xlsx", NEW["c.xlsx"]) == NEW["c.xlsx"]
        if left["d.json"] == NEW["d.json"]:
            assert all(left[name] == content for name, content in NEW.items()), "the result file comes last"
        hidden = {name: content for name, content in left.items() if name not in NEW}
        assert all(name.startswith(".meldcode-proof-") for name in hidden)
        if way == "nameless":
            assert set(hidden.values()) <= {*FORMER.values(), *NEW.values()}, "nor is anything half under a hidden name"
        if code == 0:
            assert at > len(NEW), "it was killed at every step before"
            return
    pytest.fail("there are more steps than were tried")


def test_of_two_runs_at_once_one_writes_and_the_other_is_refused(tmp_path: Path) -> None:
    script = """
import sys
from auditor.errors import OutputError
from auditor.outputs import check_targets, write_all
target, mark = sys.argv[1], sys.argv[2]
check_targets([target])
print("ready", flush=True)
sys.stdin.readline()
try:
    write_all({target: mark.encode() * 100_000})
except OutputError as error:
    sys.exit(error.exit_code)
"""
    target = tmp_path / "a.html"
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(target), mark],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for mark in "xy"
    ]
    for each in runs:
        assert each.stdout is not None
        assert each.stdout.readline() == "ready\n"
    for each in runs:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    for each in runs:
        each.communicate()
    assert sorted(each.returncode for each in runs) == [0, 5]
    winner = "xy"[[each.returncode for each in runs].index(0)]
    assert target.read_bytes() == winner.encode() * 100_000
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
