import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from auditor.cli.progress import progress, shown
from auditor.intake.pace import Pace
from tests.bench.registers import write_workbook

ROOT = Path(__file__).resolve().parent.parent


class Counted:
    read = 0


class Terminal(io.StringIO):
    """A terminal that tells when enough was written to it."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.enough = Event()

    def write(self, text: str) -> int:
        written = super().write(text)
        if self.getvalue().count("\r") >= self._lines:
            self.enough.set()
        return written

    def isatty(self) -> bool:
        return True


def test_the_pace_counts_the_rows_of_all_tables() -> None:
    pace, first, second = Pace(), Counted(), Counted()
    assert pace.rows == 0
    pace.begin(first)
    first.read = 12
    pace.begin(second)
    second.read = 3
    assert pace.rows == 15


def test_a_long_run_shows_how_far_it_is_and_takes_the_line_away() -> None:
    rows = iter(["Bezig: 1000", "Bezig: 9"])
    terminal = Terminal(lines=2)
    with shown(lambda: next(rows, "Bezig: 9"), terminal, patience=0, beat=0.001):
        assert terminal.enough.wait(10)
    said = terminal.getvalue()
    assert said.startswith("\rBezig: 1000\rBezig: 9   ")
    assert said.endswith("\r" + " " * len("Bezig: 1000") + "\r")


def test_a_short_run_shows_nothing() -> None:
    terminal = Terminal(lines=1)
    with shown(lambda: "Bezig", terminal, patience=60):
        pass
    assert not terminal.getvalue()


def test_the_line_is_gone_before_an_error_is_told() -> None:
    terminal = Terminal(lines=1)
    with pytest.raises(ValueError, match="wrong"), shown(lambda: "Bezig", terminal, patience=0, beat=0.001):  # noqa: PT012
        terminal.enough.wait(10)
        message = "wrong"
        raise ValueError(message)
    assert terminal.getvalue().endswith("\r     \r")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_nobody_is_told_where_stderr_is_no_terminal(monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    nowhere = io.StringIO()
    monkeypatch.setattr(sys, "stderr", nowhere)
    with progress(lang) as pace:
        assert pace is None
    assert not nowhere.getvalue()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="how much it has worked is read from /proc")
@pytest.mark.parametrize("command", ["audit", "inspect"])
def test_who_breaks_off_a_run_gets_one_sentence_and_no_file(tmp_path: Path, command: str) -> None:
    """The signal comes when the run is at work on the rows: it has opened the workbook, of which reading takes seconds."""
    book = write_workbook(tmp_path / "groot.xlsx", 60_000, shared=True)
    run = subprocess.Popen(
        [sys.executable, "-m", "auditor", command, str(book), "-o", "uit.html"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    wait_until(lambda: run.poll() is not None or has_worked(run.pid))
    run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=120)
    assert (run.returncode, out) == (130, "")
    assert len(err.strip().splitlines()) == 1
    assert "Traceback" not in err
    assert [each.name for each in tmp_path.iterdir()] == ["groot.xlsx"]


def has_worked(pid: int) -> bool:
    """Whether a process has done so much work that it is beyond its start; a run over this workbook takes many times that."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return int(fields[11]) / os.sysconf("SC_CLK_TCK") > 1.0


def wait_until(done: Callable[[], bool]) -> None:
    for _ in range(12_000):
        if done():
            return
        time.sleep(0.01)
