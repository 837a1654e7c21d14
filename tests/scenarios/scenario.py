"""A scenario: registers drawn as tables in Markdown, and the verdicts they must get. Drop a file in, and it is a test.

    # What it shows

    Sectoren: dagopvang, bso
    Peildatum: 2026-11-22
    Conclusie: gaps

    ## Beleidsregister            <- a sheet; its first table row is row 1
    | Titel | Status | ...
    |---|---|...
    | Meldcode ... | concept | ...

    ## Oordeel                    <- what must come out; the cell may be left out
    | eis | oordeel | cel |
    |---|---|---|
    | MC-1.1 | niet voldaan | Beleidsregister!B2 |

`Sectoren` may be left out where an Organisatie sheet gives them. In a cell, `\\n` is a line break.
"""

import re
from datetime import date
from pathlib import Path
from string import ascii_uppercase

import msgspec

from auditor.api import chosen_sectors
from auditor.evaluate import evaluate
from auditor.evidence import CellRef
from auditor.findings import Outcome
from auditor.intake.known import KnownAs
from auditor.intake.records import Intake, take_in
from auditor.intake.sheets import RawBook, RawRow, RawSheet
from auditor.library import load_library, load_texts

HERE = Path(__file__).parent
_EXPECTED = "Oordeel"


class Expected(msgspec.Struct, frozen=True):
    """One line of the table of verdicts; `verdict` is the JSON word, `cell` may be empty."""

    requirement: str
    verdict: str
    cell: str = ""


class Scenario(msgspec.Struct, frozen=True, kw_only=True):
    """A parsed scenario file."""

    title: str
    sectors: tuple[str, ...]
    as_of: date
    conclusion: str
    sheets: dict[str, list[list[str]]]
    expected: tuple[Expected, ...]


def read_scenario(text: str) -> Scenario:
    """Parse one file's text."""
    head, *parts = re.split(r"^## ", text, flags=re.MULTILINE)
    settings = dict(re.findall(r"^(Sectoren|Peildatum|Conclusie): *(.+?) *$", head, flags=re.MULTILINE))
    tables = {part.splitlines()[0].strip(): _table(part) for part in parts}
    verdicts = {load_texts("nl").word(f"verdict.{word}"): word for word in _VERDICTS}
    expected = [(*row, "", "")[:3] for row in tables.pop(_EXPECTED, [])[1:]]
    return Scenario(
        title=head.splitlines()[0].lstrip("# ").strip(),
        sectors=tuple(name.strip() for name in settings.get("Sectoren", "").split(",") if name.strip()),
        as_of=date.fromisoformat(settings["Peildatum"]),
        conclusion=settings.get("Conclusie", ""),
        sheets=tables,
        expected=tuple(Expected(requirement, verdicts[verdict], cell) for requirement, verdict, cell in expected),
    )


_VERDICTS = ("met", "partly_met", "not_met", "not_shown", "for_a_person", "not_applicable")


def _table(part: str) -> list[list[str]]:
    lines = [line.strip() for line in part.splitlines() if line.strip().startswith("|")]
    rows = [[cell.strip().replace("\\n", "\n") for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in rows if not all(re.fullmatch(r":?-{3,}:?", cell) for cell in row)]


def as_book(sheets: dict[str, list[list[str]]], file: str = "registers.xlsx") -> RawBook:
    """The tables as a workbook of text cells; the first row of a table is row 1."""
    return RawBook(file=file, sha256="0" * 64, sheets=tuple(as_sheet(name, rows) for name, rows in sheets.items()))


def as_sheet(name: str, rows: list[list[str]]) -> RawSheet:
    """One table as a sheet."""
    raw = [
        RawRow(number, {ascii_uppercase[i]: text for i, text in enumerate(row) if text})
        for number, row in enumerate(rows, 1)
    ]
    return RawSheet(name=name, rows=lambda: iter([row for row in raw if row.cells]))


def judge(scenario: Scenario) -> tuple[Outcome, Intake]:
    """Run a scenario through intake and judgement."""
    library = load_library()
    known = KnownAs.of(library.checklist)
    intake = take_in([as_book(scenario.sheets)], library.vocabulary, known)
    organisation = intake.registers.organisation
    own = tuple(cell.value for cell in organisation.sectors if cell.value) if organisation else ()
    sectors = chosen_sectors(scenario.sectors, known, library.checklist) or own
    return evaluate(library.checklist, intake.registers, scenario.as_of, sectors), intake


def cells_of(outcome: Outcome, requirement: str) -> set[str]:
    """The cells behind a verdict, as `Sheet!A1`."""
    finding = next(each for each in outcome.findings if each.requirement == requirement)
    return {_address(seen.at) for seen in finding.judgement.evidence}


def _address(at: CellRef) -> str:
    return f"{at.sheet}!{at.cell}"


def scenario_files() -> list[Path]:
    """Every scenario beside this module."""
    return sorted(HERE.glob("**/*.md"))
