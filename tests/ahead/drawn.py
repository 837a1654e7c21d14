"""An organisation drawn as tables, judged, with all that is said beside the verdicts."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from auditor.ahead.outlook import Outlook, look_ahead
from auditor.ahead.turns import Turn
from auditor.evaluate import Judged, evaluate
from auditor.evidence import Problem
from auditor.findings import Outcome
from auditor.intake.known import KnownAs
from auditor.intake.records import Intake, take_in
from auditor.layouts import Library
from auditor.library import load_library, load_texts
from auditor.report import Material, problem_words, write_report
from auditor.result import Result
from tests.tables import book, sheet

AS_OF = date(2026, 11, 22)
CODE = """
    Titel                                           | Status      | Vastgesteld op | Voor wie
    Meldcode huiselijk geweld en kindermishandeling | vastgesteld | 2024-02-01     | al het personeel
"""
STAFF = """
    Personeelsnummer | Naam        | Functie        | Locatie | In dienst
    101              | Anna Bakker | groepsleider   | Noord   | 2020-01-01
    102              | Piet Smit   | Locatiemanager | Oost    | 2020-01-01
"""


@cache
def library() -> Library:
    """The shipped checklist and vocabulary."""
    return load_library()


@cache
def known() -> KnownAs:
    """What the shipped checklist calls its requirements and sectors."""
    return KnownAs.of(library().checklist)


class Drawn:
    """Registers drawn as tables, in one file or in two, judged on a day for some sectors."""

    def __init__(
        self,
        tables: Mapping[str, str],
        as_of: date = AS_OF,
        sectors: tuple[str, ...] = ("dagopvang",),
        second: Mapping[str, str] | None = None,
    ) -> None:
        files = {"registers.xlsx": tables} | ({"tweede.xlsx": second} if second else {})
        books = [
            book(*(sheet(tab, table) for tab, table in sheets.items()), file=name) for name, sheets in files.items()
        ]
        self.intake: Intake = take_in(books, library().vocabulary, known())
        self.outcome: Outcome = evaluate(library().checklist, self.intake.registers, as_of, sectors)
        self.outlook: Outlook = look_ahead(library().checklist, self.outcome, self.intake.registers)

    @property
    def judged(self) -> Judged:
        """The organisation, to be judged on other days."""
        return Judged(library().checklist, self.intake.registers, self.outcome.sectors)

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Which verdicts turn worse, and when."""
        return self.outlook.turns

    @property
    def problems(self) -> list[tuple[str, str]]:
        """What is said about acceptances and actions: code and cell, of intake and outlook together."""
        return sorted((each.code, each.at.cell) for each in self._all() if each.code.split(".")[0] in _OURS)

    def words(self, code: str) -> str:
        """What the first problem of a code says in Dutch."""
        return problem_words(next(each for each in self._all() if each.code == code), load_texts("nl"))

    def severity(self, code: str) -> str:
        """How much the first problem of a code matters."""
        return str(next(each.severity for each in self._all() if each.code == code))

    def _all(self) -> tuple[Problem, ...]:
        return self.intake.problems + self.outlook.problems

    def result(self, lang: str = "nl") -> Result:
        """The result file."""
        material = Material(
            outcome=self.outcome,
            checklist=library().checklist,
            organisation=self.intake.registers.organisation,
            problems=self.intake.problems,
            inputs=self.intake.inputs,
            outlook=self.outlook,
        )
        return write_report(material, load_texts(lang))


_OURS = {"acceptance", "action", "requirement", "xray"}
