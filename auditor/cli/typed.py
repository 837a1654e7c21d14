"""What was typed, as what it means: a day, and what stands in a key file. The only place where the clock is read."""

from datetime import date

from auditor.days import FIRST_YEAR, LAST_YEAR
from auditor.errors import UsageError

_LEAST_KEY, _MOST_KEY = 16, 65_536  # bytes


def secret_key(path: str | None) -> bytes:
    """What stands in the key file, without the white space around it; nothing where none was given."""
    if path is None:
        return b""
    try:
        with open(path, "rb") as file:
            key = file.read(_MOST_KEY).strip()
    except OSError:
        raise UsageError("key_unreadable", file=path) from None
    if len(key) < _LEAST_KEY:
        raise UsageError("key_short", file=path, least=_LEAST_KEY)
    return key


def reference_date(text: str | None) -> date:
    """The day of `--on`, written as year, month and day; without it today. Raises `UsageError`."""
    return date.today() if text is None else _day(text)


def last_day(text: str | None, as_of: date) -> date | None:
    """The day of `--retain-until`; nothing where none was given. Raises `UsageError` for one before `as_of`."""
    if text is None:
        return None
    day = _day(text)
    if day < as_of:
        raise UsageError("retain_until", day=day, as_of=as_of)
    return day


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise UsageError("date", typed=text) from None
    if text != day.isoformat():
        raise UsageError("date", typed=text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UsageError("date_far", typed=text, first=str(FIRST_YEAR), last=str(LAST_YEAR))
    return day
