r"""A scenario: registers drawn as tables in Markdown, and the verdicts they must get. Drop a file in, and it is a test.

    # What it shows

    Sectoren: dagopvang, bso
    Peildatum: 2026-11-22
    Conclusie: gaps

    ## Beleidsregister            <- a sheet; its first table row is row 1
    | Titel | Status | ...
    |---|---|...
    | Meldcode ... | {status} | ...

    ## Gevallen                   <- may be left out; each row is a test, named by its first column, and fills the {names}
    | geval | status | oordeel |
    |---|---|---|
    | een concept | concept | niet voldaan |

    ## Oordeel                    <- what must come out; every column but the first two may be left out
    | eis | oordeel | cel | bereikt | soort eis | voor |
    |---|---|---|---|---|---|
    | MC-1.1 | {oordeel} | Beleidsregister!B2 | | Wet | dagopvang |

    ## Meldingen                  <- cells that a problem must point at
    | cel |
    |---|
    | Beleidsregister!B2 |

`Sectoren` may be left out where an Organisatie sheet gives them. In a cell, `\n` is a line break. A column `zonder` among
the cases names sheets that are not given in that case (with `;` between them). `bereikt` is `2 van 3`. A verdict may be
several with ` of ` between them where the text leaves it open, and `geldt niet` where the requirement does not bind: it is
absent, or `niet van toepassing`. `reden` is a part of the sentence that says why, in Dutch; so are `bewijs` of what was seen in one
of the cells, and `wat helpt` of what would turn it. Several cells stand with `;` between them.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from string import ascii_uppercase

import msgspec

from auditor.api import chosen_sectors
from auditor.evaluate import evaluate
from auditor.evidence import CellRef
from auditor.findings import Finding, Outcome, Verdict
from auditor.intake.known import KnownAs
from auditor.intake.records import Intake, take_in
from auditor.intake.sheets import RawBook, RawRow, RawSheet
from auditor.layouts import Library
from auditor.library import load_library, load_texts
from auditor.texts import Texts

HERE = Path(__file__).parent
_CASES, _EXPECTED, _PROBLEMS = "Gevallen", "Oordeel", "Meldingen"
ABSENT = "absent"
_DOES_NOT_BIND = "geldt niet"


class Expected(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the table of verdicts: `verdicts` are the JSON words that are right; what else is empty was not said."""

    requirement: str
    verdicts: frozenset[str]
    cell: str = ""
    measure: str = ""
    layer: str = ""
    sectors: str = ""
    reason: str = ""
    seen: str = ""
    repair: str = ""


class Scenario(msgspec.Struct, frozen=True, kw_only=True):
    """One case of a scenario file. `case` is empty where the file draws only one."""

    title: str
    case: str
    sectors: tuple[str, ...]
    as_of: date
    conclusion: str
    sheets: dict[str, list[list[str]]]
    expected: tuple[Expected, ...]
    problems: tuple[str, ...]


def read_scenarios(text: str) -> tuple[Scenario, ...]:
    """Every case that one file's text draws."""
    names, *rows = _tables(text).get(_CASES, [[]])
    return tuple(_read_case(text, dict(zip(names, row, strict=True))) for row in rows or [[]])


def _read_case(text: str, facts: Mapping[str, str]) -> Scenario:
    for name, fact in facts.items():
        text = text.replace(f"{{{name}}}", fact.replace("\n", r"\n"))
    if unfilled := re.search(r"\{.+?\}", text):
        message = f"nothing fills {unfilled[0]}"
        raise ValueError(message)
    head = re.split(r"^## ", text, maxsplit=1, flags=re.MULTILINE)[0]
    settings = dict(re.findall(r"^(Sectoren|Peildatum|Conclusie): *(.*?) *$", head, flags=re.MULTILINE))
    tables = _tables(text)
    tables.pop(_CASES, None)
    expected, problems = tables.pop(_EXPECTED, []), tables.pop(_PROBLEMS, [])
    left_out = _split(facts.get("zonder", ""), ";")
    return Scenario(
        title=head.splitlines()[0].lstrip("# ").strip(),
        case=next(iter(facts.values()), ""),
        sectors=_split(settings.get("Sectoren", ""), ","),
        as_of=date.fromisoformat(settings["Peildatum"]),
        conclusion=settings.get("Conclusie", ""),
        sheets={name: rows for name, rows in tables.items() if name not in left_out},
        expected=tuple(_expected(dict(zip(expected[0], row, strict=True))) for row in expected[1:]),
        problems=tuple(cell for (cell,) in problems[1:]),
    )


def _split(text: str, between: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(between) if part.strip())


_COLUMNS = {"eis", "oordeel", "cel", "bereikt", "soort eis", "voor", "reden", "bewijs", "wat helpt"}


def _expected(line: Mapping[str, str]) -> Expected:
    if unknown := line.keys() - _COLUMNS:
        message = f"no such columns in {_EXPECTED}: {unknown}"
        raise ValueError(message)
    words = _words()
    means = {words.word(f"verdict.{verdict}"): frozenset({str(verdict)}) for verdict in Verdict}
    means[_DOES_NOT_BIND] = frozenset({ABSENT, str(Verdict.NOT_APPLICABLE)})
    return Expected(
        requirement=line["eis"],
        verdicts=frozenset().union(*(means[word] for word in line["oordeel"].split(" of "))),
        cell=line.get("cel", ""),
        measure=line.get("bereikt", ""),
        layer=line.get("soort eis", ""),
        sectors=line.get("voor", ""),
        reason=line.get("reden", ""),
        seen=line.get("bewijs", ""),
        repair=line.get("wat helpt", ""),
    )


def _tables(text: str) -> dict[str, list[list[str]]]:
    parts = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    return {part.splitlines()[0].strip(): _table(part) for part in parts}


def _table(part: str) -> list[list[str]]:
    lines = [line.strip() for line in part.splitlines() if line.strip().startswith("|")]
    rows = [[cell.strip().replace("\\n", "\n") for cell in line[1:-1].split("|")] for line in lines]
    return [row for row in rows if not all(re.fullmatch(r":?-{3,}:?", cell) for cell in row)]


def as_book(sheets: dict[str, list[list[str]]], file: str = "registers.xlsx") -> RawBook:
    """The tables as a workbook of text cells; the first row of a table is row 1."""
    return RawBook(
        file=file,
        sha256=sha256(file.encode()).hexdigest(),
        sheets=tuple(as_sheet(name, rows) for name, rows in sheets.items()),
    )


def as_sheet(name: str, rows: list[list[str]]) -> RawSheet:
    """One table as a sheet."""
    raw = [
        RawRow(number, {ascii_uppercase[i]: text for i, text in enumerate(row) if text})
        for number, row in enumerate(rows, 1)
    ]
    return RawSheet(name=name, rows=lambda: iter([row for row in raw if row.cells]))


@cache
def _library() -> tuple[Library, KnownAs]:
    library = load_library()
    return library, KnownAs.of(library.checklist)


@cache
def _words() -> Texts:
    return load_texts("nl")


def judge(scenario: Scenario) -> tuple[Outcome, Intake]:
    """Run a scenario through intake and judgement."""
    library, known = _library()
    intake = take_in([as_book(scenario.sheets)], library.vocabulary, known)
    organisation = intake.registers.organisation
    own = tuple(cell.value for cell in organisation.sectors if cell.value) if organisation else ()
    sectors = chosen_sectors(scenario.sectors, known, library.checklist) or own
    return evaluate(library.checklist, intake.registers, scenario.as_of, sectors), intake


def found_in(outcome: Outcome, wanted: Expected) -> Expected:
    """What the outcome says where `wanted` says something; equal to `wanted` when all of it is so."""
    finding = next((each for each in outcome.findings if each.requirement == wanted.requirement), None)
    if finding is None:
        return Expected(requirement=wanted.requirement, verdicts=_same({ABSENT}, wanted.verdicts))
    cells = {_address(seen.at) for seen in finding.judgement.evidence}
    say = _words().say
    reason = say(finding.judgement.reason)
    seen = "; ".join(say(each.says) for each in finding.judgement.evidence)
    repairs = "; ".join(map(say, finding.judgement.repairs))
    return Expected(
        requirement=wanted.requirement,
        verdicts=_same({str(finding.judgement.verdict)}, wanted.verdicts),
        cell=wanted.cell if cells.issuperset(_split(wanted.cell, ";")) else "; ".join(sorted(cells)),
        measure=_measure(finding) * bool(wanted.measure),
        layer=_words().word(f"layer.{finding.layer}") * bool(wanted.layer),
        sectors=", ".join(finding.sectors) * bool(wanted.sectors),
        reason=wanted.reason if wanted.reason in reason else reason,
        seen=wanted.seen if wanted.seen in seen else seen,
        repair=wanted.repair if wanted.repair in repairs else repairs,
    )


def _same(found: set[str], wanted: frozenset[str]) -> frozenset[str]:
    return wanted if found <= wanted else frozenset(found)


def _measure(finding: Finding) -> str:
    measure = finding.judgement.measure
    return f"{measure.covered} van {measure.population}" if measure else "geen telling"


def problem_cells(outcome: Outcome, intake: Intake) -> set[str]:
    """The cells that a problem points at, as `Sheet!A1`."""
    judged = [problem for finding in outcome.findings for problem in finding.judgement.problems]
    return {_address(problem.at) for problem in (*intake.problems, *outcome.problems, *judged)}


def _address(at: CellRef) -> str:
    return f"{at.sheet}!{at.cell}"


def scenario_files() -> list[Path]:
    """Every scenario beside this module."""
    return sorted(HERE.glob("**/*.md"))
