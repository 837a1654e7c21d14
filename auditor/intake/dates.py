"""The day that a text or a number means, in every way that registers write days. Never a guess.

Day comes before month: 03-04-2024 is 3 April. How the words and signs of a written day fit together is
`auditor.intake.written`; here is what they come to.
"""

import re
from datetime import date
from functools import cache

from auditor.days import FIRST_YEAR, LAST_YEAR
from auditor.intake.written import NOT_A_DAY, Found, day_of, digits_day, read_written, serial_day

_LONGEST = 80
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("’‘`´ʼ", "'"))
_ISO_DAY = len("jjjj-mm-dd")
_WITH_ZONE = (len("jjjj-mm-ddZ"), len("jjjj-mm-dd+hh:mm"))


def find_day(text: str) -> Found | None:
    """What a cleaned text says about a day, or `None` where it says nothing about time.

    `trouble` is one of `date.impossible`, `date.month_only`, `date.quarter_only`, `date.year_only`,
    `date.school_year`, `date.period`, `date.open_ended`, and `date.unreadable` for a day outside 1900-2199.
    A time of day and a time zone are left out: the day is as written. Of `2.0 d.d. 16-11-2009` it is the day after
    `d.d.`, unless another day stands before it.
    """
    if len(text) == _ISO_DAY and (day := _common(text)):
        return day_in_range(day)
    if len(text) > _LONGEST:
        return None
    return _find(text.lower().translate(_DASHES).rstrip(" .,;"))


def find_day_of_number(number: float) -> Found | None:
    """What a number in a date column says: `20240312`, a year, or a serial day of a spreadsheet (with a note)."""
    whole = int(number) if abs(number) < 1e9 else 0  # noqa: PLR2004  (NaN and infinity compare false)
    return serial_day(whole) or (digits_day(str(whole)) if whole == number else None)


def day_in_range(day: date) -> Found:
    """A day as it stands, unless it is outside 1900-2199."""
    return Found(day) if FIRST_YEAR <= day.year <= LAST_YEAR else day_of(day.year, day.month, day.day)


def _common(text: str) -> date | None:
    """The day of a plain dd-mm-jjjj or jjjj-mm-dd: most dates there are, so no time is lost on the grammar."""
    if text[2] == text[5] and text[2] in "-/.":
        text = f"{text[6:]}-{text[3:5]}-{text[:2]}"
    try:
        return date.fromisoformat(text) if text.isascii() and text[4] == text[7] == "-" else None
    except ValueError:
        return None


def _find(text: str) -> Found | None:
    if "dd" not in text and "d.d" not in text:
        return _plain(text)
    *before, last = _after().split(text)
    found = _plain(last)
    return found if found is None or all(_agrees(part, found) for part in before) else None


def _plain(text: str) -> Found | None:
    if text.isascii() and text.isdecimal():
        return digits_day(text)
    if trouble := NOT_A_DAY.get(text):
        return Found(trouble=trouble)
    if len(text) in _WITH_ZONE and text[4] == "-" and text[_ISO_DAY] in "z+-":
        text = text[:_ISO_DAY]
    if ":" in text or text.endswith("uur"):
        text = _clock().sub("", text)
    return read_written(text)


def _agrees(head: str, found: Found) -> bool:
    """Whether no other day than the one found stands in the head of the text."""
    others = (_plain(word.strip(",;/()")) for word in head.split())
    return all(other is None or other.day is None or other.note != "" or other == found for other in others)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(r"(?:^|\s)(?:d\.d\.\s*|d\.?d\.?\s+)")


@cache
def _clock() -> re.Pattern[str]:
    time = r"[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:[.,][0-9]+)?)?"
    zone = r"(?:lokaal|lokale tijd|local(?: time)?|utc|gmt|z|cet|cest|[-+][0-9]{2}(?::?[0-9]{2})?)"
    return re.compile(rf"(?:t|,?\s+(?:(?:om|at)\s+)?|,\s*){time}\s*(?:uur|u|h|[ap]\.?m\.?)?\s*{zone}?$")
