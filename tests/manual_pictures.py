"""The pictures of README.nl.md, made from real outputs: `python tests/manual_pictures.py`; needs LibreOffice and poppler."""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
SAMPLE = ROOT / "sample_data" / "kinderopvang-de-klimboom"
DAY = ("--on", "2026-11-22")
WIDTH = 1100
PAGES = {"manual-intake": ("meldcode", 4, 0.40), "manual-actions": ("acties", 1, 0.62)}
"""For each picture the workbook, its page, and how much of the page's height is shown."""


def run(folder: Path, *command: str | Path) -> None:
    subprocess.run([str(each) for each in command], cwd=folder, check=True, capture_output=True)


def make(folder: Path) -> None:
    program = (sys.executable, "-m", "auditor")
    run(folder, *program, "init", "meldcode.xlsx", "--sector", "dagopvang", "--sector", "bso", *DAY)
    run(folder, *program, "audit", SAMPLE, *DAY, "-o", "acties.xlsx")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    run(folder, "soffice", profile, "--headless", "--convert-to", "pdf", "meldcode.xlsx", "acties.xlsx")
    for name, (book, page, share) in PAGES.items():
        height = round(WIDTH / 1.414 * share)
        size = (
            "-scale-to-x",
            str(WIDTH),
            "-scale-to-y",
            "-1",
            "-x",
            "0",
            "-y",
            "0",
            "-W",
            str(WIDTH),
            "-H",
            str(height),
        )
        one = ("-f", str(page), "-l", str(page), "-singlefile")
        run(folder, "pdftoppm", "-png", *one, *size, f"{book}.pdf", GOLDEN / name)
        print(f"{name}.png")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        make(Path(made))
