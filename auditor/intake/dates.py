"""The day that a text or a number means, in every way that registers write days. Never a guess.

Day comes before month: 03-04-2024 is 3 April. The words of the grammar of dates are here: they are how days are written,
in Dutch and in English, not what a user reads.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

import msgspec

FIRST_YEAR, LAST_YEAR = 1900, 2199
FIRST_SERIAL, LAST_SERIAL = 20_000, 60_000
_LONGEST = 80
_DAY_ZERO = date(1899, 12, 30)
_LAST_OF_TWO_DIGITS = 79
_MONTHS_A_YEAR = 12
_NO_END = {(9999, 12, 31), (2999, 12, 31)}
_MONTHS = (
    "jan januari january", "feb febr februari february", "mrt maart mar march", "apr april", "mei may",
    "jun juni june", "jul juli july", "aug augustus august", "sep sept september", "okt oktober oct october",
    "nov november", "dec december",
)  # fmt: skip
_WEEKDAYS = (
    "ma di wo do vr za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday"
)
_OPEN_ENDED = frozenset(
    "onbepaald|onbepaalde tijd|voor onbepaalde tijd|onbepaalde duur|levenslang|onbeperkt|onbeperkt geldig|permanent|"
    "blijvend|geen einddatum|geen vervaldatum|verloopt niet|indefinite|indefinitely|lifetime|no expiry|no end date".split(
        "|"
    )
)
_PERIODS = frozenset(
    "jaarlijks|halfjaarlijks|tweejaarlijks|driejaarlijks|vierjaarlijks|vijfjaarlijks|maandelijks|doorlopend|"
    "yearly|annually|annual|monthly".split("|")
)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("’‘`´ʼ", "'"))


_Meaning = Callable[[re.Match[str]], "Found | None"]
_Form = tuple[re.Pattern[str], _Meaning]


class Found(msgspec.Struct, frozen=True):
    """A day; or why the text is no day although it speaks of time (`trouble`); `note` is an assumption that was made."""

    day: date | None = None
    trouble: str = ""
    note: str = ""


def find_day(text: str) -> Found | None:
    """What a cleaned text says about a day, or `None` where it says nothing about time.

    `trouble` is one of `date.impossible`, `date.month_only`, `date.quarter_only`, `date.year_only`,
    `date.school_year`, `date.period`, `date.open_ended`, and `date.unreadable` for a day outside 1900-2199.
    """
    if len(text) == len("dd-mm-jjjj") and text.isascii():
        if text[2] == text[5] and text[2] in "-/." and (text[:2] + text[3:5] + text[6:]).isdecimal():
            return _day(int(text[6:]), int(text[3:5]), int(text[:2]))
        if text[4] == text[7] and text[4] in "-/." and (text[:4] + text[5:7] + text[8:]).isdecimal():
            return _day(int(text[:4]), int(text[5:7]), int(text[8:]))
    if len(text) > _LONGEST:
        return None
    *before, last = _after().split(text.lower().translate(_DASHES).rstrip(" .,;"))
    found = _plain(last)
    return found if found is None or all(_agrees(part, found) for part in before) else None


def find_day_of_number(number: float) -> Found | None:
    """What a number in a date column says: `20240312`, a year, or a serial day of a spreadsheet (with a note)."""
    whole = int(number) if abs(number) < 1e9 else 0  # noqa: PLR2004  (NaN and infinity compare false)
    if FIRST_SERIAL <= whole <= LAST_SERIAL:
        return Found(_DAY_ZERO + timedelta(days=whole), note="date.serial")
    return _digits(str(whole)) if whole == number else None


def day_in_range(day: date) -> Found:
    """A day as it stands, unless it is outside 1900-2199."""
    return _day(day.year, day.month, day.day)


def _day(year: int, month: int, day: int) -> Found:
    if (year, month, day) in _NO_END:
        return Found(trouble="date.open_ended")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Found(trouble="date.unreadable")
    try:
        return Found(date(year, month, day))
    except ValueError:
        return Found(trouble="date.impossible")


def _year(digits: str) -> int:
    digits = digits.lstrip("'")
    if len(digits) > len("jj"):
        return int(digits)
    return int(digits) + (2000 if int(digits) <= _LAST_OF_TWO_DIGITS else 1900)


def _digits(text: str) -> Found | None:
    if len(text) == len("jjjjmmdd"):
        found = _day(int(text[:4]), int(text[4:6]), int(text[6:]))
        return None if found.trouble == "date.unreadable" else found
    number = int(text)
    if len(text) == len("45292") and FIRST_SERIAL <= number <= LAST_SERIAL:
        return find_day_of_number(number)
    return Found(trouble="date.year_only") if FIRST_YEAR <= number <= LAST_YEAR and len(text) == len("jjjj") else None


def _plain(text: str) -> Found | None:
    if text.isascii() and text.isdecimal():
        return _digits(text)
    if text in _OPEN_ENDED:
        return Found(trouble="date.open_ended")
    if text in _PERIODS:
        return Found(trouble="date.period")
    for pattern, meaning in _forms():
        if match := pattern.fullmatch(text):
            found = meaning(match)
            if found is not None:
                return found
    return None


def _agrees(head: str, found: Found) -> bool:
    """Whether no other day than the one found stands in the head of the text."""
    others = (_plain(word.strip(",;/()")) for word in head.split())
    return all(other is None or other.day is None or other.note != "" or other == found for other in others)


def _numeric(match: re.Match[str]) -> Found:
    return _day(_year(match["y"]), int(match["m"]), int(match["d"]))


def _named(match: re.Match[str]) -> Found:
    return _day(_year(match["y"]), _months()[match["m"]], int(match["d"]))


def _month(match: re.Match[str]) -> Found | None:
    return Found(trouble="date.month_only") if 1 <= int(match["m"]) <= _MONTHS_A_YEAR else None


def _school_year(match: re.Match[str]) -> Found | None:
    follows = (int(match["a"]) + 1) % 100 == int(match["b"]) % 100
    is_day_and_month = not match["word"] and len(match["a"]) == len("jj") and int(match["b"]) <= _MONTHS_A_YEAR
    return Found(trouble="date.school_year") if follows and not is_day_and_month else None


def _always(trouble: str) -> Callable[[re.Match[str]], Found]:
    found = Found(trouble=trouble)
    return lambda _match: found


@cache
def _months() -> dict[str, int]:
    return {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}


@cache
def _after() -> re.Pattern[str]:
    return re.compile(r"(?:^|\s)(?:d\.d\.\s*|d\.?d\.?\s+)")


@cache
def _forms() -> tuple[_Form, ...]:
    """Compiled when the first text comes that is not a plain dd-mm-jjjj or jjjj-mm-dd."""
    month = f"(?P<m>{_either(' '.join(_MONTHS))})"
    year = r"(?P<y>\d{4}|'?\d{2})"
    before = rf"(?:(?:per|op|t/m|tot en met|vanaf|sinds|on|from)\s+)?(?:(?:{_either(_WEEKDAYS)})\b\.?,?\s*)?"
    clock = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?"
    zone = r"(?:lokaal|lokale tijd|local(?: time)?|utc|gmt|z|cet|cest|[-+]\d{2}(?::?\d{2})?)"
    after = rf"(?:(?:t|,?\s+(?:(?:om|at)\s+)?|,\s*){clock}\s*(?:uur|u|h|[ap]\.?m\.?)?\s*{zone}?)?"
    around = r"(?:begin|medio|half|eind|einde|in|sinds|vanaf|early|mid|late|end of)\s+"
    unit = "jaar jaren jr maanden maand mnd mndn weken week dagen dag years year yrs yr months month mths weeks days"
    quarter = r"(?:q|k|kw|kwartaal|quarter)\.?\s*[1-4]"

    def form(pattern: str, meaning: _Meaning) -> _Form:
        return re.compile(pattern, re.ASCII), meaning

    return (
        form(rf"{before}(?P<d>\d{{1,2}})\s*(?P<s>[-/.])\s*(?P<m>\d{{1,2}})\s*(?P=s)\s*{year}{after}", _numeric),
        form(rf"{before}(?P<d>\d{{1,2}}) (?P<m>\d{{1,2}}) (?P<y>\d{{4}}){after}", _numeric),
        form(rf"{before}(?P<y>\d{{4}})(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?:{zone}|{after})", _numeric),
        form(
            rf"{before}(?P<d>\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?[-/.,\s]*(?:of\s+)?{month}\.?[-/.,\s]*{year}{after}",
            _named,
        ),
        form(rf"{before}{month}\.?\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}}){after}", _named),
        form(rf"(?:{around})?{month}\.?[-/.\s]*(?:'?\d{{2}}|\d{{4}})?", _always("date.month_only")),
        form(r"(?P<m>\d{1,2})[-/.](?:19|20|21)\d{2}", _month),
        form(r"(?:19|20|21)\d{2}[-/.](?P<m>\d{1,2})", _month),
        form(
            rf"{quarter}[-/.\s]*(?:\d{{4}}|'?\d{{2}})|(?:19|20|21)\d{{2}}[-/.\s]*{quarter}",
            _always("date.quarter_only"),
        ),
        form(
            r"[1-4](?:e|ste|de|st|nd|rd|th)?\s*(?:kwartaal|kw|quarter)\.?(?: van)?\s*(?:\d{4}|'?\d{2})",
            _always("date.quarter_only"),
        ),
        form(rf"(?:{around})?(?:jaar\s+|year\s+)?(?:19|20|21)\d{{2}}", _always("date.year_only")),
        form(
            r"(?P<word>(?:schooljaar|cursusjaar|sj|school year)\.?\s*)?'?(?P<a>\d{4}|\d{2})\s*[-/]\s*'?(?P<b>\d{4}|\d{2})",
            _school_year,
        ),
        form(
            rf"(?:om de\s+|elke\s+|every\s+)?\d{{1,3}}\s*-?(?:jaarlijks|maandelijks|{_either(unit)})\.?",
            _always("date.period"),
        ),
    )


def _either(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))
