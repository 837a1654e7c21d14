"""Collects what is wrong with the inputs: one problem for all cells of a column that are wrong in the same way."""

from collections.abc import Callable

import msgspec

from auditor.evidence import CellRef, Fact, Problem, Severity, Word
from auditor.intake.addresses import column_number

HIDDEN_VALUE = Word("intake.hidden_value")
ABOUT_PEOPLE = frozenset({"staff", "training", "officers", "cases", "acceptances", "actions"})
"""The registers where a cell in the wrong column may be somebody's name."""


NAMELESS = frozenset({"present.undecided", "answer.mark", "answer.undecided", "number.fraction", "number.years"})
"""Codes of values that were understood well enough to be no name; so are those about dates but `date.unreadable`."""


class Spot(msgspec.Struct, frozen=True):
    """Where cells are read: a file, a sheet, and the register it holds."""

    file: str
    sheet: str
    register: str


class Flaw(msgspec.Struct, frozen=True):
    """What is wrong with a cell: a problem code, how much it matters, the facts of its sentence, and in how many cells.

    `alone`: every such cell is a problem of its own, rather than one of many that are alike.
    """

    code: str
    severity: Severity = Severity.WARNING
    facts: dict[str, Fact] = {}
    count: int = 1
    alone: bool = False


class _Group(msgspec.Struct):
    flaw: Flaw
    register: str
    column: str
    row: int
    count: int


class Problems:
    """Problems in the making, grouped by file, sheet, what the column is, and code.

    A fact `value` is what somebody typed: whether it may be shown is decided at the end, when all names are known.
    """

    def __init__(self) -> None:
        self._groups: dict[tuple[str, str, str, str, int], _Group] = {}
        self._given: list[Problem] = []
        self._values: list[Problem] = []

    def give(self, problem: Problem) -> None:
        """Take over a problem that is whole already, such as one that a reader found."""
        self._given.append(problem)

    def sheet(self, flaw: Flaw, at: CellRef) -> None:
        """Something about a sheet, a row or a column as a whole."""
        self._given.append(Problem(code=flaw.code, severity=flaw.severity, at=at, facts=flaw.facts))

    def about(self, flaw: Flaw, at: CellRef) -> None:
        """Something about a typed value that stands in many cells, of which `at` is the first."""
        self._values.append(Problem(code=flaw.code, severity=flaw.severity, at=at, facts=flaw.facts, count=flaw.count))

    def cell(self, spot: Spot, letter: str, row: int, field: str, flaw: Flaw) -> None:
        """Something about one cell of a field; the lowest row stands for all cells that are like it.

        `field` is a field's name, or the title of a training that has columns of its own.
        """
        key = (spot.file, spot.sheet, field, flaw.code, row if flaw.alone else 0)
        group = self._groups.get(key)
        if group is None:
            self._groups[key] = _Group(flaw, spot.register, letter, row, flaw.count)
            return
        group.count += flaw.count
        if (row, column_number(letter)) < (group.row, column_number(group.column)):
            group.row, group.column, group.flaw = row, letter, flaw

    def settled(self, may_show: Callable[[str, bool], bool]) -> tuple[Problem, ...]:
        """All problems in the order of file, sheet, column, row and code.

        `may_show` is asked whether a typed value, in a register about people or not, may be shown.
        """
        found = list(self._given)
        found += (_hidden(each) if _hides(each, may_show, about_people=False) else each for each in self._values)
        for (file, sheet, field, code, _), group in self._groups.items():
            about = field_word(group.register, field) if field.isidentifier() else field
            facts = {"field": about, **group.flaw.facts}
            at = CellRef(file, sheet, f"{group.column}{group.row}")
            problem = Problem(code=code, severity=group.flaw.severity, at=at, facts=facts, count=group.count)
            hides = _may_be_name(code) and _hides(problem, may_show, about_people=group.register in ABOUT_PEOPLE)
            found.append(_hidden(problem) if hides else problem)
        return tuple(sorted(found, key=_order))


def _hides(problem: Problem, may_show: Callable[[str, bool], bool], *, about_people: bool) -> bool:
    value = problem.facts.get("value")
    return isinstance(value, str) and not may_show(value, about_people)


def _hidden(problem: Problem) -> Problem:
    return msgspec.structs.replace(problem, facts={**problem.facts, "value": HIDDEN_VALUE})


def _may_be_name(code: str) -> bool:
    return code == "date.unreadable" or not (code in NAMELESS or code.startswith("date."))


def field_word(register: str, field: str) -> Word:
    """A field's name, to be put into words."""
    return Word(f"field.{register}.{field}")


def register_word(register: str) -> Word:
    """A register's name, to be put into words."""
    return Word(f"register.{register}")


def _order(problem: Problem) -> tuple[str, str, int, int, str, str]:
    first = problem.at.cell.partition(":")[0]
    letters = first.rstrip("0123456789")
    row = int(first[len(letters) :] or 0)
    facts = repr(sorted(problem.facts.items(), key=lambda fact: fact[0]))
    return (problem.at.file, problem.at.sheet, column_number(letters), row, problem.code, facts)
