"""`portfolio` as a consultant uses it: folders in, reports and one overview out, and only what changed the next time."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest
from openpyxl import load_workbook

from auditor.portfolio.overview import OverviewOut
from auditor.resources import shipped
from auditor.result import Result

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES = Path(shipped("sample_data"))
DAY = ("--on", "2026-11-22")


class Run(msgspec.Struct):
    code: int
    out: str
    err: str


def portfolio(folder: Path, *arguments: str) -> Run:
    done = subprocess.run(
        [sys.executable, "-m", "auditor", "portfolio", "klanten", *DAY, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr)


def overview(folder: Path, target: str = "meldcode-portfolio") -> OverviewOut:
    return msgspec.json.decode((folder / target / "overzicht.json").read_bytes(), type=OverviewOut)


def standing(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two organisations that come along, and three folders from which nothing can be read."""
    inside = tmp_path / "klanten"
    shutil.copytree(SAMPLES / "kinderopvang-de-klimboom", inside / "Klimboom")
    shutil.copytree(SAMPLES / "zorggroep-morgenlicht", inside / "Morgenlicht & co")
    (inside / "Leeg").mkdir()
    (inside / "<b>Tekst").mkdir()
    (inside / "<b>Tekst" / "personeel.xlsx").write_text("geen werkmap", "utf-8")
    (inside / "Kapot").mkdir()
    (inside / "Kapot" / "scholing.xlsx").write_bytes(b"PK\x03\x04" + b"?" * 200)
    (inside / ".verborgen").mkdir()
    return tmp_path


def test_one_bad_client_stops_nobody(folder: Path) -> None:
    done = portfolio(folder)
    assert (done.code, done.err) == (0, "")
    every = overview(folder).clients
    assert [(each.client, each.conclusion) for each in every] == [
        ("<b>Tekst", None),
        ("Kapot", None),
        ("Leeg", None),
        ("Morgenlicht & co", "gaps"),
        ("Klimboom", "gaps"),
    ], "who cannot be read comes first, then who has most to do"
    assert all(bool(each.error) == (each.conclusion is None) for each in every)
    assert {path.name for path in (folder / "meldcode-portfolio").iterdir()} == {
        "overzicht.html",
        "overzicht.json",
        "overzicht.xlsx",
        "Klimboom",
        "Morgenlicht & co",
    }
    assert "personeel.xlsx" in done.out
    page = (folder / "meldcode-portfolio" / "overzicht.html").read_text("utf-8")
    assert "&lt;b&gt;Tekst" in page
    assert 'href="./Morgenlicht%20%26%20co/rapport.html"' in page


def test_a_client_is_judged_as_it_would_be_by_itself(folder: Path) -> None:
    portfolio(folder)
    subprocess.run(
        [
            sys.executable,
            "-m",
            "auditor",
            "audit",
            "klanten/Klimboom",
            *DAY,
            "-o",
            "rapport.html",
            "-o",
            "resultaat.json",
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )
    made = folder / "meldcode-portfolio" / "Klimboom"
    assert (made / "resultaat.json").read_bytes() == (folder / "resultaat.json").read_bytes()
    assert (made / "rapport.html").read_bytes() == (folder / "rapport.html").read_bytes()
    result = msgspec.json.decode((folder / "resultaat.json").read_bytes(), type=Result)
    (row,) = [each for each in overview(folder).clients if each.client == "Klimboom"]
    assert row.verdicts == {each.id: each.verdict for each in result.requirements}
    assert row.law == result.totals.law
    for gap in overview(folder).gaps:
        verdict = row.verdicts.get(gap.requirement)
        assert ("Klimboom" in gap.clients) == (verdict in {"not_met", "partly_met", "not_shown"})


def test_the_workbook_holds_all_of_it_and_nothing_as_a_formula(folder: Path) -> None:
    shutil.copytree(folder / "klanten" / "Klimboom", folder / "klanten" / "=1+1")
    portfolio(folder)
    every = overview(folder)
    book = load_workbook(folder / "meldcode-portfolio" / "overzicht.xlsx")
    assert book.sheetnames == ["Organisaties", "Wat ontbreekt", "Alle eisen", "Wat verloopt", "Niet te keuren"]
    clients, gaps, matrix, upcoming, failed = (list(sheet.iter_rows(min_row=2, values_only=True)) for sheet in book)
    assert [row[0] for row in clients] == [each.client for each in every.clients if each.conclusion]
    assert len(gaps) == len(every.gaps)
    assert len(upcoming) == len(every.upcoming)
    assert [row[0] for row in failed] == [each.client for each in every.clients if each.error]
    row = next(row for row in matrix if row[0] == "=1+1")
    (client,) = [each for each in every.clients if each.client == "=1+1"]
    assert len([value for value in row[1:] if value]) == len(client.verdicts)
    assert not [cell.coordinate for sheet in book for cells in sheet for cell in cells if cell.data_type == "f"]


def test_a_second_run_audits_only_what_changed_and_gives_the_same(folder: Path) -> None:
    assert "2 opnieuw gekeurd" in portfolio(folder).out
    first = standing(folder / "meldcode-portfolio")
    again = portfolio(folder)
    assert "0 opnieuw gekeurd" in again.out
    assert standing(folder / "meldcode-portfolio") == first
    shutil.copy(next((SAMPLES / "zorggroep-morgenlicht").glob("*.xlsx")), folder / "klanten" / "Leeg" / "nieuw.xlsx")
    assert "1 opnieuw gekeurd" in portfolio(folder).out
    assert "3 opnieuw gekeurd" in portfolio(folder, "--lang", "nl", "--on", "2026-11-23").out, (
        "another day is another question"
    )
    (folder / "meldcode-portfolio" / "Klimboom" / "rapport.html").unlink()
    assert "1 opnieuw gekeurd" in portfolio(folder, "--on", "2026-11-23").out, "a report that is gone is made again"


def test_a_client_may_have_a_mapping_of_its_own(folder: Path) -> None:
    mapping = folder / "klanten" / "Klimboom" / "koppelbestand.yaml"
    mapping.write_text("sheets:\n  bestaat niet: {}\n", "utf-8")
    portfolio(folder)
    (row,) = [each for each in overview(folder).clients if each.client == "Klimboom"]
    assert "koppelbestand.yaml" in row.error
    mapping.unlink()
    assert "1 opnieuw gekeurd" in portfolio(folder).out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(("--fail-on", "never"), 0, id="never"),
        pytest.param(("--fail-on", "law"), 1, id="law"),
        pytest.param(("--workers", "1"), 0, id="one process"),
        pytest.param(("--workers", "0"), 2, id="no process"),
        pytest.param(("--sector", "bestaat niet"), 2, id="unknown sector"),
        pytest.param(("-o", "klanten/Leeg/x/y"), 0, id="a folder to make"),
        pytest.param(("-o", "bezet"), 5, id="a folder of somebody else"),
        pytest.param(("-o", "bezet", "--force"), 0, id="which may be used"),
    ],
)
def test_what_may_be_asked(folder: Path, arguments: tuple[str, ...], code: int) -> None:
    (folder / "bezet").mkdir()
    (folder / "bezet" / "brief.txt").write_text("van mij", "utf-8")
    done = portfolio(folder, *arguments)
    assert done.code == code, done.err
    assert "Traceback" not in done.err
    assert (folder / "bezet" / "brief.txt").read_text("utf-8") == "van mij"
    if code not in {0, 1}:
        assert not (folder / "meldcode-portfolio").exists()


@pytest.mark.parametrize(
    ("make", "says"),
    [
        pytest.param([], "klanten", id="no folder"),
        pytest.param(["klanten/"], "geen mappen", id="no clients"),
        pytest.param(["klanten/een/"], "geen enkele", id="nothing in any"),
        pytest.param(["klanten"], "geen map", id="a file"),
    ],
)
def test_nothing_to_audit_is_told_and_nothing_is_written(tmp_path: Path, make: Sequence[str], says: str) -> None:
    for name in make:
        if name.endswith("/"):
            (tmp_path / name).mkdir(parents=True)
        else:
            (tmp_path / name).write_text("", "utf-8")
    done = portfolio(tmp_path)
    assert (done.code, done.out) == (3, "")
    assert says in done.err
    assert not (tmp_path / "meldcode-portfolio").exists()


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[tuple[str, list["subprocess.Popen[bytes]"]]]:
    """A real scheduler with two workers on this machine."""
    pytest.importorskip("distributed")
    file = tmp_path / "scheduler.json"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "3"}

    def start(kind: str, *options: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.dask_{kind}", "--scheduler-file", str(file), *options],
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    started = [start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")]
    started += [
        start("worker", "--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(tmp_path / f"w{i}"))
        for i in range(2)
    ]
    deadline = time.monotonic() + 60
    while not file.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    address = msgspec.json.decode(file.read_bytes())["address"]
    from distributed import Client

    with Client(address, timeout="60s", set_as_default=False) as client:  # type: ignore[no-untyped-call]
        client.wait_for_workers(2, timeout=60)
    yield address, started[1:]
    for process in reversed(started):
        process.kill()
        process.wait()


def test_on_a_cluster_the_same_also_when_a_worker_is_killed(
    folder: Path, scheduler: tuple[str, list["subprocess.Popen[bytes]"]]
) -> None:
    address, workers = scheduler
    for i in range(10):
        shutil.copytree(SAMPLES / "kinderopvang-de-klimboom", folder / "klanten" / f"Klimboom {i}")
    here = portfolio(folder, "-o", "hier")
    there = subprocess.Popen(
        [sys.executable, "-m", "auditor", "portfolio", "klanten", *DAY, "-o", "daar", "--scheduler", address],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    while there.poll() is None and not any(folder.glob("daar/*/rapport.html")):
        time.sleep(0.02)
    workers[0].kill()
    _, err = there.communicate(timeout=120)
    assert (here.code, there.returncode) == (0, 0), err
    assert b"Traceback" not in err
    one, other = standing(folder / "hier"), standing(folder / "daar")
    assert other == one


def test_a_cluster_that_does_not_answer_is_told(folder: Path) -> None:
    done = portfolio(folder, "--scheduler", "tcp://127.0.0.1:9")
    assert done.code == 2
    assert len(done.err.splitlines()) == 1
    assert not (folder / "meldcode-portfolio").exists()
