"""Whatever becomes of the terminal: what a command wrote stands there, and its exit code is that of the work."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

REGISTERS = "sample_data/kinderopvang-de-klimboom"
HERE = Path(__file__).parents[1]
FULL = "/dev/full"


def audit(redirected: str, to: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = f'"{sys.executable}" -m auditor audit {REGISTERS} --on 2026-11-22 -o "{to}" {redirected}'
    given = {**os.environ, **environment}
    return subprocess.run(
        ["/bin/sh", "-c", command], cwd=HERE, env=given, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.mark.skipif(not Path(FULL).exists(), reason="no shell or no full device here")
@pytest.mark.parametrize("redirected", ["", ">&-", ">&- 2>&-", f"> {FULL}", f"> {FULL} 2> {FULL}", "| true"])
def test_the_report_is_written_wherever_the_summary_goes(redirected: str, tmp_path: Path) -> None:
    report = tmp_path / "rapport.html"
    done = audit(redirected, report)
    assert (done.returncode, done.stderr) == (0, "")
    assert report.read_text("utf-8").rstrip().endswith("</html>")


@pytest.mark.skipif(os.name == "nt", reason="no such shell there")
def test_a_character_that_the_terminal_does_not_know_is_a_question_mark(tmp_path: Path) -> None:
    report = tmp_path / "rapport.html"
    done = audit("", report, PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", LC_ALL="C")
    assert (done.returncode, done.stderr) == (0, "")
    assert "??n wettelijke eis" in done.stdout
    assert report.exists()
