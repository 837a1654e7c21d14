"""From what stands in a cell's markup to its value: numbers, dates, texts, answers and errors. Never a guess."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta

from auditor.errors import InputError
from auditor.intake.sheets import ErrorValue, Value
from auditor.intake.xlsx.formats import Shown

Reader = Callable[[str], Value]

_NUMBER = r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
_ISO = r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?Z?)?"
_MOST_DIGITS = 400  # no number in a workbook is longer, and Python refuses to convert very long ones
EPOCH_1900 = date(1899, 12, 30)
EPOCH_1904 = date(1904, 1, 1)
_PHANTOM_DAY = 60  # 29 February 1900, which never was, pushes the days before it one further
_SECONDS = 86_400
_DAYS = 2_958_466  # up to and including 31 December 9999; a number beyond them is no day and no length of time


class Values:
    """The readers of one workbook's cells.

    `strings` and `formats` are asked for when the first cell needs them. A shared text that does not exist is an
    `InputError`: it may never become somebody else's name. An empty text comes back as an empty text.
    """

    def __init__(
        self, strings: Callable[[], Sequence[str]], formats: Callable[[], Sequence[Shown]], *, from_1904: bool
    ) -> None:
        self.strings = strings
        self._formats = formats
        self._epoch = EPOCH_1904 if from_1904 else EPOCH_1900

    def reader(self, kind: str, style: str) -> Reader:
        """The function that reads cells of this type (`t`) and style (`s`), as the attributes stand in the markup."""
        if kind in {"", "n"}:
            return self._number_reader(self._shown(style))
        if kind == "s":
            return self._shared_reader()
        return _READERS.get(kind, text_value)

    def _shown(self, style: str) -> Shown:
        formats = self._formats() if style else ()
        index = int(style) if style.isascii() and style.isdigit() and len(style) < _MOST_DIGITS else len(formats)
        return formats[index] if index < len(formats) else Shown.NUMBER

    def _number_reader(self, shown: Shown) -> Reader:
        if shown is Shown.NUMBER:
            return number_value
        epoch = self._epoch

        def read(raw: str) -> Value:
            number = number_value(raw)
            return number if isinstance(number, str) else as_shown(number, shown, epoch)

        return read

    def _shared_reader(self) -> Reader:
        strings = self.strings()

        def read(raw: str) -> Value:
            text = raw.strip()
            index = int(text) if text.isdigit() and text.isascii() and len(text) < _MOST_DIGITS else len(strings)
            if index < len(strings):
                return strings[index]
            raise InputError("workbook.string_missing")

        return read


def as_shown(number: float, shown: Shown, epoch: date) -> Value:
    """A number as its cell shows it: itself, a day counted from `epoch`, a time of day, or a length of time."""
    if shown is Shown.NUMBER or not 0 <= number < _DAYS:
        return number
    if shown is Shown.ELAPSED or (shown is Shown.CLOCK and number < 1):
        return as_clock(number)
    return _moment(number, epoch)


def number_value(raw: str) -> int | float | str:
    """A number: whole as an exact int, else a float; what is no finite number stays the text it is."""
    text = raw.strip()
    if text.isascii() and text.isdigit() and len(text) < _MOST_DIGITS:
        return int(text)
    if len(text) >= _MOST_DIGITS or not re.fullmatch(_NUMBER, text):
        return raw
    if text.lstrip("+-").isdigit():
        return int(text)
    number = float(text)
    return raw if number in (float("inf"), float("-inf")) else number


def text_value(raw: str) -> str:
    """A text; `_x000D_` and its like become the characters that they stand for."""
    if "_x" not in raw:
        return raw
    text = re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), raw)
    if any("\ud800" <= each <= "\udfff" for each in text):  # two halves of one character, written as two escapes
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _answer(raw: str) -> Value:
    return {"1": True, "true": True, "0": False, "false": False}.get(raw.strip().lower(), raw)


def _error(raw: str) -> Value:
    return ErrorValue(raw)


def iso_value(raw: str) -> Value:
    """A day, with its time if there is one, in the form `2024-01-10T13:45:00`; what is none stays the text it is."""
    text = raw.strip()
    if not re.fullmatch(_ISO, text):
        return raw
    try:
        moment = datetime.fromisoformat(text.removesuffix("Z"))
    except ValueError:
        return raw
    return _day_or_moment(moment)


def _moment(number: float, epoch: date) -> Value:
    """The day, with its time if there is one, of a serial number; one that stands for no day stays a number."""
    if number < 1:
        return number
    days = number + 1 if epoch is EPOCH_1900 and number < _PHANTOM_DAY else number
    whole = int(days)
    try:
        day = date.fromordinal(epoch.toordinal() + whole)
        if whole == days:
            return day
        moment = datetime.combine(day, time.min) + timedelta(milliseconds=round((days - whole) * _SECONDS * 1000))
    except (OverflowError, ValueError):
        return number
    return _day_or_moment(moment)


def as_clock(number: float) -> str:
    """A time of day as `13:45` or `13:45:10`, a length of time as `26:30`."""
    minutes, seconds = divmod(round(number * _SECONDS), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}" if seconds else f"{hours:02}:{minutes:02}"


def _day_or_moment(moment: datetime) -> date | datetime:
    return moment.date() if moment.time() == time.min else moment


_READERS: dict[str, Reader] = {"b": _answer, "e": _error, "d": iso_value, "str": text_value, "inlineStr": text_value}
