from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.days import add_months, within_months

DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        pytest.param("2024-02-29", 24, "2026-02-28", id="a leap day two years on"),
        pytest.param("2024-02-29", 48, "2028-02-29", id="a leap day four years on"),
        pytest.param("2024-01-31", 1, "2024-02-29", id="the last day of a shorter month"),
        pytest.param("2024-12-31", 2, "2025-02-28", id="over the year's end"),
        pytest.param("2026-11-22", -12, "2025-11-22", id="backwards"),
        pytest.param("2026-03-31", -1, "2026-02-28", id="backwards to a shorter month"),
        pytest.param("2024-01-28", 1, "2024-02-28", id="a day that every month has"),
        pytest.param("9998-03-05", 12, "9999-03-05", id="in the calendar's last year"),
        pytest.param("0002-03-05", -12, "0001-03-05", id="in the calendar's first year"),
        pytest.param("9999-12-31", 12, "9999-12-31", id="not past the calendar"),
        pytest.param("0001-01-01", -1, "0001-01-01", id="not before the calendar"),
    ],
)
def test_adding_months_keeps_the_day_or_takes_the_last_one(day: str, months: int, expected: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(expected)


@given(DAYS, st.integers(-600, 600))
def test_months_added_land_in_that_month_on_that_day_or_its_last(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(1)).day == 1)


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        pytest.param("2025-11-22", True, id="exactly twelve months ago"),
        pytest.param("2025-11-21", False, id="a day more"),
        pytest.param("2026-11-22", True, id="the day itself"),
        pytest.param("2026-11-23", False, id="tomorrow"),
    ],
)
def test_a_day_counts_within_twelve_months_on_both_ends(day: str, *, counts: bool) -> None:
    assert within_months(date.fromisoformat(day), 12, date(2026, 11, 22)) is counts
