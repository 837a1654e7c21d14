"""Counting in months, the one way the whole program does it."""

from datetime import date

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years of every day that a register may hold, or that an audit may be of."""
_DECEMBER = 12
_DAYS_IN_ANY_MONTH = 28


def add_months(day: date, months: int) -> date:
    """The same day of the month, `months` later (or earlier), or the last day of a shorter month.

    29 February 2024 + 24 months = 28 February 2026. Clipped to the calendar's first and last day.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    if day.day <= _DAYS_IN_ANY_MONTH:
        return day.replace(year, month + 1)
    return date(year, month + 1, min(day.day, _days_in(year, month + 1)))


def _days_in(year: int, month: int) -> int:
    """How many days the month has; the calendar module would cost more than the audit's arithmetic."""
    if month == _DECEMBER:
        return 31
    return (date(year, month + 1, 1) - date(year, month, 1)).days


def within_months(day: date, months: int, as_of: date) -> bool:
    """Whether `day` lies in the `months` up to `as_of`: both the day it turns that old and `as_of` itself count."""
    return day <= as_of <= add_months(day, months)
