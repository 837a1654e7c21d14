"""What `inspect` wants to know of taking in and an audit does not: every table that was found, and every word that was not known."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

import msgspec

from auditor.evidence import CellRef, Fact, Problem
from auditor.intake.problems import ABOUT_PEOPLE, Flaw, Problems, Spot, field_word
from auditor.intake.tables import Found, TableFinder
from auditor.registers import Registers

UNKNOWN = {
    "answer.unreadable": "answers",
    "status.unknown": "statuses",
    "activity.unknown_kind": "activities",
    "element.unknown": "elements",
    "sector.unknown": "sectors",
}
"""Problems about a word that is not known, and the table of a mapping that can say what it means."""


class UnknownWord(msgspec.Struct, frozen=True):
    """A word that is not known, in how many cells; `table` is the part of a mapping that can say what it means."""

    table: str
    value: str
    count: int


class Weighed(msgspec.Struct, frozen=True):
    """What a row would be as the header: its number, the registers, and how much speaks for that."""

    row: int
    registers: tuple[str, ...]
    score: float


class WatchedProblems(Problems):
    """Problems that remember every word that is not known, and every cell.

    `all` has a problem for each cell, where others have one for all that are alike, with what was typed: it is for the
    organisation's own copy of its workbook and for nothing else, for that may be anybody's name.
    """

    def __init__(self) -> None:
        super().__init__()
        self.words: Counter[tuple[str, str, bool]] = Counter()
        self.all: list[Problem] = []

    def cell(self, spot: Spot, letter: str, row: int, field: str, flaw: Flaw) -> None:
        """As for all problems; a word that is not known is counted."""
        self._hear(flaw, about_people=spot.register in ABOUT_PEOPLE)
        about = field_word(spot.register, field) if field.isidentifier() else field
        at = CellRef(spot.file, spot.sheet, f"{letter}{row}")
        facts: dict[str, Fact] = {"field": about, **flaw.facts}
        self.all.append(Problem(code=flaw.code, severity=flaw.severity, at=at, facts=facts, count=flaw.count))
        super().cell(spot, letter, row, field, flaw)

    def sheet(self, flaw: Flaw, at: CellRef) -> None:
        """As for all problems; a word that is not known is counted."""
        self._hear(flaw, about_people=False)
        self.all.append(Problem(code=flaw.code, severity=flaw.severity, at=at, facts=flaw.facts, count=flaw.count))
        super().sheet(flaw, at)

    def give(self, problem: Problem) -> None:
        """As for all problems."""
        self.all.append(problem)
        super().give(problem)

    def _hear(self, flaw: Flaw, *, about_people: bool) -> None:
        value = flaw.facts.get("value")
        if flaw.code in UNKNOWN and isinstance(value, str):
            self.words[UNKNOWN[flaw.code], value, about_people] += flaw.count


class Watch:
    """Looks on while workbooks are taken in."""

    def __init__(self) -> None:
        self.problems = WatchedProblems()
        self.tables: list[Found] = []
        self.words: tuple[UnknownWord, ...] = ()
        self.files: Mapping[str, str] = {}
        self._finder: TableFinder | None = None

    def forget(self) -> None:
        """All is taken in once more, from the start."""
        self.problems = WatchedProblems()
        self.tables = []

    def table(self, found: Found, finder: TableFinder) -> None:
        """Take note of a table, or of a sheet without one."""
        self.tables.append(found)
        self._finder = finder

    def settle(
        self,
        registers: Registers,
        may_show: Callable[[str, bool], bool],
        may_name: Callable[[str], bool],
        files: Mapping[str, str],
    ) -> None:
        """All words that are not known and are nobody's name, and the titles of trainings that have no topic; a title that may be
        somebody's name is left out. `files` has the own name of each file that is shown under another.
        """
        self.files = files
        words = [
            UnknownWord(table, value, count)
            for (table, value, about_people), count in self.problems.words.items()
            if may_show(value, about_people)
        ]
        titles: Counter[str] = Counter()
        if registers.trainings is not None:
            rows = Counter(registers.trainings.title)
            for number, title in enumerate(registers.trainings.titles):
                if not registers.trainings.topics[number]:
                    titles[title] += rows[number]
        words += [UnknownWord("topics", title, count) for title, count in titles.items() if not may_name(title)]
        self.words = tuple(sorted(words, key=lambda each: (each.table, -each.count, each.value)))

    def weighed(self, found: Found) -> Iterator[Weighed]:
        """Every row of a sheet for which something speaks as the header, the best first."""
        candidates = self._finder.weighed(found) if self._finder is not None else ()
        made = [
            Weighed(number, tuple(dict.fromkeys(part.register for part in each.parts)), each.score)
            for number, each in candidates
        ]
        yield from sorted(made, key=lambda each: (-each.score, each.row))
