"""How long something holds, where an organisation writes a period instead of a day: `3 jaar`, `24 mnd`, `36`. Pure."""

import re
from functools import cache

_YEAR = 12
_LEAST_BARE = 12
"""A bare number below this may be years or months: nobody can tell."""
_MOST = 600
_NUMBERS = {"een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "tien": 10, "one": 1, "two": 2, "three": 3, "five": 5}
_WORDS = {
    "jaarlijks": 12, "halfjaarlijks": 6, "tweejaarlijks": 24, "driejaarlijks": 36, "vierjaarlijks": 48, "vijfjaarlijks": 60,
    "yearly": 12, "annual": 12, "annually": 12,
}  # fmt: skip


def period_months(text: str, header: str = "") -> int | None:
    """The months that a text means, `None` where it means none; a bare number counts by the unit in the column's header.

    Without a unit anywhere a bare number of 12 or more is in months; a smaller one is not read, for it may be years.
    """
    words = text.casefold().strip().rstrip(".")
    if months := _WORDS.get(words):
        return months
    found = _form().fullmatch(words)
    if found is None:
        return None
    number = int(found["number"]) if found["number"].isdecimal() else _NUMBERS.get(found["number"], 0)
    months = number * (_YEAR if (unit := _unit(found["unit"] or "", header)) == "year" else 1)
    readable = unit or number >= _LEAST_BARE
    return months if readable and 0 < months <= _MOST else None


def _unit(written: str, header: str) -> str:
    for text in (written, header.casefold()):
        if _years().search(text):
            return "year"
        if _months().search(text):
            return "month"
    return ""


@cache
def _form() -> re.Pattern[str]:
    every = r"(?:om de |elke |iedere |per |(?:1|een) ?(?:x|keer|maal) (?:per|in de) |eens (?:per|in de) |every )?"
    unit = r"(?P<unit>jaar|jaren|jr|maanden|maand|mnd|mndn|years?|yrs?|months?|mths?)?"
    return re.compile(rf"{every}(?P<number>[0-9]{{1,3}}|[a-z]+) ?{unit}\.?(?: geldig| valid)?")


@cache
def _years() -> re.Pattern[str]:
    return re.compile(r"\b(?:jaar|jaren|jr|years?|yrs?)\b")


@cache
def _months() -> re.Pattern[str]:
    return re.compile(r"\b(?:maanden|maand|mnd|mndn|months?|mths?)\b")
