"""Cases are known by pseudonym only: a case that may be called by somebody's name gets a number."""

from collections.abc import Sequence

import msgspec

from auditor.evidence import Cell, Severity
from auditor.intake.identity import is_code_like
from auditor.intake.problems import Flaw, Problems, Spot
from auditor.intake.words import normal
from auditor.registers import Case

_SHORT = 2


def pseudonymous(cases: Sequence[Case], problems: Problems, words: frozenset[str]) -> tuple[Case, ...]:
    """The cases, with a number (`C-001`) for every one whose own text is no number, code or letter.

    `words` are words that may stand beside a number, such as those of the column's headers. The same text is the same
    case; the numbers do not depend on the order of the rows.
    """
    suspect = sorted({normal(case.case.typed) for case in cases if not _is_pseudonym(case.case.typed, words)})
    taken = {case.case.typed for case in cases}
    numbers = (name for i in range(1, len(suspect) + len(taken) + 1) if (name := f"C-{i:03}") not in taken)
    given = dict(zip(suspect, numbers, strict=False))
    return tuple(_renamed(case, given, problems) for case in cases)


def _renamed(case: Case, given: dict[str, str], problems: Problems) -> Case:
    number = given.get(normal(case.case.typed))
    if number is None:
        return case
    at = case.case.at
    letter = at.cell.rstrip("0123456789")
    problems.cell(
        Spot(at.file, at.sheet, "cases"),
        letter,
        int(at.cell[len(letter) :]),
        "case",
        Flaw("case.name", Severity.WARNING),
    )
    return msgspec.structs.replace(case, case=Cell(number, number, at))


def _is_pseudonym(text: str, words: frozenset[str]) -> bool:
    rest = [word for word in text.replace("_", " ").split() if normal(word) not in words]
    return all(len(word) <= _SHORT or is_code_like(word) for word in rest)
