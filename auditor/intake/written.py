"""The grammar of written days: words and signs to a day, or to why it is none.

A text is cut into words, numbers and signs; each is a letter of a shape, such as `2M4` for "12 dec 2018" or `2-2-4` for
"12-03-2018", and the shape decides. The words are how days are written, in Dutch and in English; no user reads them here.
"""

import re
from datetime import date, timedelta
from functools import cache

import msgspec

from auditor.days import FIRST_YEAR, LAST_YEAR

FIRST_SERIAL, LAST_SERIAL = 20_000, 60_000
_DAY_ZERO = date(1899, 12, 30)
_LAST_OF_TWO_DIGITS = 79
_MONTHS_A_YEAR = 12
_NO_END = {(9999, 12, 31), (2999, 12, 31)}

_MONTHS = (
    "jan januari january", "feb febr februari february", "mrt maart mar march", "apr april", "mei may",
    "jun juni june", "jul juli july", "aug augustus august", "sep sept september", "okt oktober oct october",
    "nov november", "dec december",
)  # fmt: skip
_KINDS = {
    "W": "ma di wo do vr za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag mon tue tues wed thu thur "
    "thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday",
    "L": "per op vanaf sinds on from",
    "O": "e ste de st nd rd th of van",
    "A": "begin medio half eind einde in early mid late",
    "E": "om elke every",
    "U": "jaar jaren jr maanden maand mnd mndn weken week dagen dag jaarlijks maandelijks "
    "year years yrs yr months month mths weeks days",
    "S": "schooljaar cursusjaar sj school",
    "Q": "q k kw kwartaal quarter",
}
_OPEN_ENDED = (
    "onbepaald|onbepaalde tijd|voor onbepaalde tijd|onbepaalde duur|levenslang|onbeperkt|onbeperkt geldig|permanent|"
    "blijvend|geen einddatum|geen vervaldatum|verloopt niet|indefinite|indefinitely|lifetime|no expiry|no end date"
)
_PERIODS = (
    "jaarlijks|halfjaarlijks|tweejaarlijks|driejaarlijks|vierjaarlijks|vijfjaarlijks|maandelijks|doorlopend|"
    "yearly|annually|annual|monthly"
)
NOT_A_DAY = dict.fromkeys(_OPEN_ENDED.split("|"), "date.open_ended") | dict.fromkeys(_PERIODS.split("|"), "date.period")
"""Whole texts that speak of time and are no day, with the trouble that they are."""

_LOOSE = str.maketrans("", "", "-/.,'OL")
_MONTH_ONLY = frozenset({"M", "M2", "M4", "AM", "AM2", "AM4", "4M"})
_QUARTERS = frozenset({"Q12", "Q14", "4Q1", "1Q4", "1Q2"})
_SCHOOL_YEARS = frozenset({"S44", "S42", "S22", "S4"})
_YEARS = frozenset({"4", "A4", "U4", "AU4"})
_PERIOD = frozenset({"1U", "2U", "3U", "E1U", "E2U", "E3U"})


class Found(msgspec.Struct, frozen=True):
    """A day; or why the text is no day although it speaks of time (`trouble`); `note` is an assumption that was made."""

    day: date | None = None
    trouble: str = ""
    note: str = ""


def day_of(year: int, month: int, day: int) -> Found:
    """The day, if it exists and is in 1900-2199; the last day of 9999 or 2999 is how systems write "no end"."""
    if FIRST_YEAR <= year <= LAST_YEAR:
        try:
            return Found(date(year, month, day))
        except ValueError:
            return Found(trouble="date.impossible")
    return Found(trouble="date.open_ended" if (year, month, day) in _NO_END else "date.unreadable")


def serial_day(number: int) -> Found | None:
    """The day that a spreadsheet's count of days means, from 1954 up to and including April 2064."""
    if FIRST_SERIAL <= number <= LAST_SERIAL:
        return Found(_DAY_ZERO + timedelta(days=number), note="date.serial")
    return None


def digits_day(digits: str) -> Found | None:
    """What nothing but digits says: jjjjmmdd, a year, a spreadsheet's count of days."""
    if len(digits) == len("jjjjmmdd"):
        found = day_of(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        return None if found.trouble == "date.unreadable" else found
    if len(digits) == len("jjjj"):
        return _year_only(digits)
    return serial_day(int(digits)) if len(digits) == len("45292") else None


def read_written(text: str) -> Found | None:
    """What a text in lower case, without a time of day, says about a day; `None` for anything else."""
    text = text.removeprefix("t/m ").removeprefix("tot en met ")
    shape, numbers, month = "", [], 0
    for each in _tokens().findall(text):
        if each.isdecimal() and len(each) <= len("jjjj"):
            shape += str(len(each))
            numbers.append(each)
        elif each in _words():
            kind, number = _words()[each]
            shape += kind
            month = number or month
        elif each in "-/.,'":
            shape += each
        else:
            return None
    shape = shape.lstrip("L")
    if shape[:1] == "W":
        shape = shape[1:].lstrip(".,")
    return _by_words(shape, numbers, month) or _by_signs(shape.replace("'", ""), numbers)


def _by_words(shape: str, numbers: list[str], month: int) -> Found | None:
    bare = shape.translate(_LOOSE)
    if "M" in bare:
        return _with_month(bare, numbers, month)
    trouble = ""
    if bare in _QUARTERS and min(numbers, key=len) in {"1", "2", "3", "4"}:
        trouble = "date.quarter_only"
    elif bare.replace("U", "") in _SCHOOL_YEARS:
        trouble = "date.school_year"
    elif bare in _PERIOD:
        trouble = "date.period"
    elif bare in _YEARS and shape.isalnum():
        return _year_only(numbers[0])
    return Found(trouble=trouble) if trouble else None


def _with_month(bare: str, numbers: list[str], month: int) -> Found | None:
    if bare in _MONTH_ONLY:
        return Found(trouble="date.month_only")
    if bare in {"1M2", "2M2", "1M4", "2M4"}:
        return day_of(_year(numbers[1]), month, int(numbers[0]))
    if bare in {"M14", "M24"}:
        return day_of(int(numbers[1]), month, int(numbers[0]))
    return day_of(int(numbers[0]), month, int(numbers[1])) if bare in {"4M1", "4M2"} else None


def _by_signs(shape: str, numbers: list[str]) -> Found | None:
    sizes = "".join(str(len(number)) for number in numbers)
    signs = shape.translate(str.maketrans("", "", "124"))
    spaced = not signs and len(sizes) == len("dmj") and sizes.endswith("4")
    if not spaced and (signs not in {"-", "/", ".", "--", "//", ".."} or shape != signs[0].join(sizes)):
        return None
    if sizes in {"112", "122", "212", "222", "114", "124", "214", "224"}:
        return day_of(_year(numbers[2]), int(numbers[1]), int(numbers[0]))
    if sizes in {"411", "412", "421", "422"}:
        return day_of(int(numbers[0]), int(numbers[1]), int(numbers[2]))
    return _of_two(sizes, *numbers) if len(numbers) == len("mj") else None


def _of_two(sizes: str, first: str, second: str) -> Found | None:
    if sizes in {"14", "24"} and 1 <= int(first) <= _MONTHS_A_YEAR:
        return Found(trouble="date.month_only") if _year_only(second) else None
    if sizes in {"41", "42"} and 1 <= int(second) <= _MONTHS_A_YEAR:
        return Found(trouble="date.month_only") if _year_only(first) else None
    follows = (int(first) + 1) % 100 == int(second) % 100
    is_day_and_month = sizes == "22" and 1 <= int(second) <= _MONTHS_A_YEAR
    is_school_year = sizes in {"44", "42", "22"} and follows and not is_day_and_month
    return Found(trouble="date.school_year") if is_school_year else None


def _year(digits: str) -> int:
    if len(digits) > len("jj"):
        return int(digits)
    return int(digits) + (2000 if int(digits) <= _LAST_OF_TWO_DIGITS else 1900)


def _year_only(digits: str) -> Found | None:
    return Found(trouble="date.year_only") if FIRST_YEAR <= int(digits) <= LAST_YEAR else None


@cache
def _words() -> dict[str, tuple[str, int]]:
    words = {word: (kind, 0) for kind, of_kind in _KINDS.items() for word in of_kind.split()}
    return words | {name: ("M", number) for number, names in enumerate(_MONTHS, 1) for name in names.split()}


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(r"[a-z]+|[0-9]+|\S")
