"""Columns that write the month first, and periods where a day could stand."""

from datetime import date

import pytest

from auditor.intake.orders import Order, day_first, order_of
from auditor.intake.periods import period_months
from auditor.intake.records import Intake, take_in
from auditor.intake.tables import HEAD
from auditor.intake.watch import Watch
from tests.intake.taken import codes_of, known, problems_of, shown, take, words
from tests.tables import book, sheet


@pytest.mark.parametrize(
    ("header", "values", "order"),
    [
        pytest.param("Completion date", ["03/14/2025", "04/02/2025"], Order.MONTH_FIRST, id="one that can only be so"),
        pytest.param("Completion date", ["03/04/2025", "04/02/2025"], Order.ASSUMED, id="nothing proves it"),
        pytest.param("Completion date", ["14/03/2025", "04/02/2025"], Order.DAY_FIRST, id="proven day first"),
        pytest.param("Completion date", ["03/14/2025", "14/03/2025"], Order.BOTH, id="some so and some so"),
        pytest.param("Completion date", ["14/15/2025"], Order.DAY_FIRST, id="no day at all"),
        pytest.param("Completion date", ["3/14/25 4:58 PM"], Order.MONTH_FIRST, id="with a time of day"),
        pytest.param("Completion date", ["2025-03-14", "14 mrt 2025", "", "x"], Order.DAY_FIRST, id="nothing to tell"),
        pytest.param("Behaald op", ["03-14-2025", "04-02-2025"], Order.DAY_FIRST, id="a slip under a Dutch header"),
        pytest.param(
            "Behaald op", ["03-14-2025", "04-15-2025", "05-16-2025"], Order.MONTH_FIRST, id="three are no slip"
        ),
        pytest.param("Datum", ["03-14-2025"], Order.DAY_FIRST, id="a Dutch header, once"),
    ],
)
def test_a_column_is_read_month_first_only_where_all_of_it_can_be(header: str, values: list[str], order: Order) -> None:
    assert order_of(header, values) is order
    assert order_of(header, values[::-1]) is order


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("03/14/2025", "14/03/2025"),
        ("3-4-25", "4-3-25"),
        ("14/03/2025", "14/03/2025"),
        ("2025-03-14", "2025-03-14"),
        ("03/14-2025", "03/14-2025"),
        ("12/25/2024 10:00", "25/12/2024 10:00"),
    ],
)
def test_a_value_with_the_month_first_is_turned(typed: str, plain: str) -> None:
    assert day_first(typed) == plain


def test_an_export_with_the_month_first_is_read_so_and_said() -> None:
    table = """
        User ID | Course name | Completion date | Completion status
        1       | Meldcode    | 03/14/2025      | Completed
        2       | Meldcode    | 04/02/2025      | Completed
    """
    intake = take({"Completions": table})
    assert [(who, day) for who, _, _, day in shown(intake)] == [("1", "2025-03-14"), ("2", "2025-04-02")]
    assert ("column.month_first", "C1") in problems_of(intake)


def test_a_column_with_both_orders_is_read_day_first_and_doubted() -> None:
    intake = take({"Scholing": "Personeelsnummer|Scholing|Behaald op\n1|Meldcode|03-14-2025\n2|Meldcode|25-04-2025"})
    assert [(who, state) for who, _, state, _ in shown(intake)] == [("1", "unreadable"), ("2", "completed")]
    assert {"column.both_orders", "date.impossible"} <= codes_of(intake)


@pytest.mark.parametrize(
    ("typed", "header", "months"),
    [
        ("3 jaar", "Geldig tot", 36),
        ("24 mnd", "Geldig tot", 24),
        ("24 mnd.", "Geldig tot", 24),
        ("36 maanden", "Geldig tot", 36),
        ("2 jr", "Geldig tot", 24),
        ("drie jaar", "Geldig tot", 36),
        ("1x per 3 jaar", "Herhaalfrequentie", 36),
        ("om de 2 jaar", "Herhaaltermijn", 24),
        ("jaarlijks", "Frequentie", 12),
        ("driejaarlijks", "Frequentie", 36),
        ("5 jaar geldig", "Geldig tot", 60),
        ("36", "Geldig tot", 36),
        ("36", "Geldigheid (mnd)", 36),
        ("3", "Geldigheid (jaar)", 3 * 12),
        ("3", "Geldigheid (maanden)", 3),
        ("3", "Geldig tot", None),
        ("0 jaar", "Geldig tot", None),
        ("999 jaar", "Geldig tot", None),
        ("onbepaald", "Geldig tot", None),
        ("zomer 2023", "Geldig tot", None),
        ("2 weken", "Geldig tot", None),
    ],
)
def test_a_period_is_so_many_months(typed: str, header: str, months: int | None) -> None:
    assert period_months(typed, header) == months


def valid_until(header: str, typed: str, completed: str = "29-02-2024") -> date | None:
    """The end of the validity that a register gives."""
    intake = take({"Scholing": f"Personeelsnummer|Scholing|Behaald op|{header}\n1|Meldcode|{completed}|{typed}"})
    assert intake.registers.trainings is not None
    return intake.registers.trainings.valid_until[0]


@pytest.mark.parametrize(
    ("header", "typed", "day"),
    [
        ("Geldig t/m", "3 jaar", date(2027, 2, 28)),
        ("Geldig tot", "36", date(2027, 2, 28)),
        ("Geldigheid (jaar)", "4", date(2028, 2, 29)),
        ("Geldigheidsduur", "24 maanden", date(2026, 2, 28)),
        ("Geldig t/m", "01-01-2027", date(2027, 1, 1)),
        ("Geldig t/m", "onbepaald", None),
        ("Geldig t/m", "levenslang", None),
        ("Geldig t/m", "2027", None),
        ("Geldig t/m", "3", None),
    ],
)
def test_a_period_counts_from_the_day_of_completion(header: str, typed: str, day: date | None) -> None:
    assert valid_until(header, typed) == day


def test_a_period_after_no_day_is_no_day() -> None:
    assert valid_until("Geldig t/m", "3 jaar", completed="gepland") is None


EITHER = "03/04/2025"
"""A day whichever way it is read."""


def completions(*days: str, header: str = "Completion date") -> Intake:
    rows = "\n".join(f"{number} | Meldcode | {day}" for number, day in enumerate(days, 1))
    return take({"Completions": f"User ID | Course name | {header}\n{rows}"})


@pytest.mark.parametrize("at", [0, HEAD - 2, HEAD, 3 * HEAD], ids=["first", "looked at", "just below", "last"])
def test_a_day_far_down_decides_the_order_of_the_whole_column(at: int) -> None:
    days = [EITHER] * (3 * HEAD + 1)
    intake = completions(*days[:at], "03/14/2025", *days[at + 1 :])
    assert {day for *_, day in shown(intake)} == {"2025-03-04", "2025-03-14"}
    assert problems_of(intake) == [("column.month_first", "C1")]


def test_a_day_far_down_takes_back_that_the_month_comes_first() -> None:
    intake = completions("03/14/2025", *[EITHER] * HEAD, "25/03/2025")
    assert {day for _, _, state, day in shown(intake) if state == "completed"} == {"2025-04-03", "2025-03-25"}
    assert codes_of(intake) == {"column.both_orders", "date.impossible"}


def test_an_english_column_that_proves_nothing_is_read_day_first_and_asked_about() -> None:
    intake = completions(EITHER, "04/04/2025")
    assert [day for *_, day in shown(intake)] == ["2025-04-03", "2025-04-04"]
    assert problems_of(intake) == [("column.day_assumed", "C1")]
    assert problems_of(completions("04/04/2025", "2025-03-14")) == []


def test_a_dutch_column_that_proves_nothing_is_read_day_first() -> None:
    assert problems_of(completions("03-04-2025", header="Datum behaald")) == []


def test_what_is_watched_is_what_was_taken_in_at_last() -> None:
    watch = Watch()
    rows = "\n".join(f"{number} | Meldcode | {EITHER}" for number in range(HEAD))
    table = f"User ID | Course name | Completion date\n{rows}\n1 | Meldcode | 03/14/2025"
    take_in([book(sheet("Completions", table))], words(), known(), watch=watch)
    assert [each.orders for each in watch.tables] == [{"C": Order.MONTH_FIRST}]
    assert [each.code for each in watch.problems.all] == ["column.month_first"]


def test_a_column_that_proves_nothing_follows_another_of_the_same_export() -> None:
    table = f"User ID|Course name|Completion date|Valid until\n1|Meldcode|{EITHER}|03/14/2027\n2|Meldcode|{EITHER}|"
    intake = take({"Completions": table})
    assert {day for *_, day in shown(intake)} == {"2025-03-04"}
    assert problems_of(intake) == [("column.month_first", "C1"), ("column.month_first", "D1")]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        pytest.param("2025-03-04", None, id="day and month may have been turned about"),
        pytest.param("2025-04-04", "2025-04-04", id="the same either way"),
        pytest.param("2025-03-14", "2025-03-14", id="only to be read one way"),
    ],
)
def test_a_real_date_among_texts_with_the_month_first_is_not_believed(typed: str, day: str | None) -> None:
    intake = completions("03/14/2025", typed)
    found = [day for who, _, state, day in shown(intake) if who == "2" and state == "completed"]
    assert found == ([day] if day else [])
    assert (("date.turned", "C3") in problems_of(intake)) is (day is None)


def test_a_real_date_in_a_column_that_does_not_write_the_month_first_is_believed() -> None:
    assert [day for *_, day in shown(completions("14/03/2025", "2025-03-04"))] == ["2025-03-14", "2025-03-04"]
