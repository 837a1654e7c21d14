"""Counting in months, the one way the whole program does it."""

from calendar import monthrange
from datetime import date


def add_months(day: date, months: int) -> date:
    """The same day of the month, `months` later (or earlier), or the last day of a shorter month.

    29 February 2024 + 24 months = 28 February 2026. Clipped to the calendar's first and last day.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    month += 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def within_months(day: date, months: int, as_of: date) -> bool:
    """Whether `day` lies in the `months` up to `as_of`: both the day it turns that old and `as_of` itself count."""
    return day <= as_of <= add_months(day, months)
