"""Names that are nobody's: for people without a number, and for cases that may be called by somebody's name."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import count

import msgspec

from auditor.evidence import Cell, Severity
from auditor.intake.dates import find_day
from auditor.intake.identity import is_code_like
from auditor.intake.problems import Flaw, Problems, Spot
from auditor.intake.words import normal
from auditor.registers import Case

_SHORT = 2
_SIGNS = (
    10  # 40 bits: among 100,000 people two have the same once in 200 times, and then tell themselves apart by a number
)


def pseudonyms(known_by: Sequence[str], taken: frozenset[str], key: bytes = b"") -> list[str]:
    """A pseudonym for each of these people, by what they are known by; none is one of `taken`.

    With a secret `key` a person has the same one in every run (`P-9F0C…`, HMAC-SHA256), and without it nobody can tell
    who it is. Without a key they are numbers (`P-001`) in the order given, which hold for one run.
    """
    if not key:
        free = (name for i in count(1) if (name := f"P-{i:03}") not in taken)
        return [next(free) for _ in known_by]
    import hmac  # needed for a key only

    uses: Counter[str] = Counter(taken)
    return [_once(f"P-{hmac.digest(key, each.encode(), 'sha256').hex().upper()[:_SIGNS]}", uses) for each in known_by]


def _once(name: str, uses: Counter[str]) -> str:
    uses[name] += 1
    return name if uses[name] == 1 else f"{name}-{uses[name]}"


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
    found = find_day(text)
    tells = (found is not None and found.day is not None) or _telling().search(text) is not None
    return not tells and all(len(word) <= _SHORT or is_code_like(word) for word in rest)


@cache
def _telling() -> re.Pattern[str]:
    """A number of a telephone, or a postal code."""
    return re.compile(
        r"(?<![0-9])(?:\+31|0031|0)[ -]?[1-9](?:[ -]?[0-9]){8}(?![0-9])|(?<![0-9A-Za-z])[1-9][0-9]{3} ?[A-Za-z]{2}(?![A-Za-z])"
    )
