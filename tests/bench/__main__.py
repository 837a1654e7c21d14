"""How fast the program is, beside what others need only to read the same files: `python -m tests.bench`.

Everything is measured as a whole process, in one run, in turn; what counts are the ratios, for seconds differ by machine.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from auditor.resources import shipped
from tests.bench import measure
from tests.bench.registers import AS_OF, people, write_csv, write_workbook
from tests.bench.stages import STAGES

READERS = {
    "python-calamine to lists": """
import sys
from python_calamine import CalamineWorkbook
for path in sys.argv[1:]:
    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)
""",
    "pandas + calamine": """
import sys, pandas
for path in sys.argv[1:]:
    pandas.read_excel(path, sheet_name=None, engine="calamine")
""",
    "pandas + openpyxl": """
import sys, pandas
for path in sys.argv[1:]:
    pandas.read_excel(path, sheet_name=None, engine="openpyxl")
""",
}
CSV_READERS = {
    "csv module to lists": """
import csv, sys
for path in sys.argv[1:]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        list(csv.reader(file, delimiter=";"))
""",
    "pandas.read_csv": """
import sys, pandas
for path in sys.argv[1:]:
    pandas.read_csv(path, sep=";", encoding="utf-8-sig")
""",
}
SAMPLE = "kinderopvang-de-klimboom"
_ANEW = """
import shutil, sys
shutil.rmtree(sys.argv[2], ignore_errors=True)
sys.argv = ["", "portfolio", sys.argv[1], "-o", sys.argv[2], "--on", sys.argv[3], "--workers", sys.argv[4]]
from auditor.cli import main
main()
"""
_BROKEN_EVERY, _ROWS_OF_A_CLIENT = 50, 250
_SLOW_FROM = 200_000  # rows from which pandas with openpyxl would take minutes


def main(arguments: Sequence[str]) -> None:
    """Measure what was asked for, and print one table in Markdown."""
    asked = _asked(arguments)
    print("| what | CPU s | peak MiB | x the first | clock s |\n|---|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for title, commands in _subjects(Path(folder), asked):
            _print(title, measure.in_turn(commands, asked.runs))


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--rows", type=int, nargs="*", default=[1_000, 10_000, 100_000], help="training rows")
    parser.add_argument("--kinds", nargs="*", default=["shared"], choices=["shared", "inline", "csv"])
    parser.add_argument(
        "--clients", type=int, default=0, help="organisations of a portfolio, one in fifty of them broken"
    )
    parser.add_argument("--runs", type=int, default=5, help="counted rounds; the median is shown")
    return parser.parse_args(arguments)


def _subjects(folder: Path, asked: argparse.Namespace) -> Iterator[tuple[str, dict[str, list[str]]]]:
    python = sys.executable
    start = {"python -c 'import click'": [python, "-c", "import click"], "--help": [python, "-m", "auditor", "--help"]}
    yield "start-up", start
    sample = Path(shipped("sample_data")) / SAMPLE
    yield f"the sample, {SAMPLE}", _beside(READERS, sorted(map(str, sample.glob("*.xlsx"))), sample, folder)
    for kind in asked.kinds:
        for rows in asked.rows:
            title = f"{rows:,} training rows, {people(rows):,} people ({kind})"
            if kind == "csv":
                registers = write_csv(folder / "csv", rows)
                yield title, _beside(CSV_READERS, sorted(map(str, registers.glob("*.csv"))), registers, folder)
                continue
            book = write_workbook(folder / "registers.xlsx", rows, shared=kind == "shared")
            readers = {name: READERS[name] for name in READERS if rows < _SLOW_FROM or "openpyxl" not in name}
            yield title, _beside(readers, [str(book)], book, folder)
    if asked.clients:
        title = f"{asked.clients} organisations of {_ROWS_OF_A_CLIENT} training rows, one in {_BROKEN_EVERY} broken"
        yield title, _portfolio(folder, asked.clients)


def _portfolio(folder: Path, clients: int) -> dict[str, list[str]]:
    """An audit of many organisations on one core and on two; each time all of them anew."""
    for number in range(clients):
        client = folder / "clients" / f"client {number:03}"
        client.mkdir(parents=True)
        if number % _BROKEN_EVERY:
            write_workbook(client / "registers.xlsx", _ROWS_OF_A_CLIENT, shared=True)
        else:
            (client / "registers.xlsx").write_bytes(b"no workbook")
    command = [sys.executable, "-c", _ANEW, str(folder / "clients"), str(folder / "portfolio"), AS_OF.isoformat()]
    return {f"{workers} at a time": [*command, str(workers)] for workers in (1, 2)}


def _beside(readers: dict[str, str], files: list[str], registers: Path, folder: Path) -> dict[str, list[str]]:
    """The audit of `registers` to html and json, whole and up to each stage, beside bare readers of its `files`."""
    commands = {name: [sys.executable, "-c", code, *files] for name, code in readers.items()}
    targets = [part for suffix in ("html", "json") for part in ("-o", str(folder / f"bench.{suffix}"))]
    audit = [sys.executable, "-m", "auditor", "audit", str(registers), "--on", AS_OF.isoformat(), "--force", "--large"]
    commands["**the whole audit**"] = [*audit, *targets]
    for stage in STAGES:
        commands[stage] = [sys.executable, "-m", "tests.bench.stages", stage, str(registers)]
    return commands


def _print(title: str, found: dict[str, measure.Figures]) -> None:
    print(f"| *{title}* | | | | |")
    first, before = next(iter(found.values())).cpu, 0.0
    for name, figures in found.items():
        cpu = figures.cpu - before if name in STAGES else figures.cpu
        before = figures.cpu if name in STAGES else 0.0
        label = f"… of which {name}" if name in STAGES else name
        print(f"| {label} | {cpu:.3f} | {figures.peak:.0f} | {cpu / first:.2f} | {figures.clock:.2f} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
