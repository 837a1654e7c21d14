from datetime import date

import pytest

from auditor.xray.trainings import MANY
from tests.ahead.drawn import CODE, Drawn

HEAD = "Personeelsnummer | Scholing | Behaald op"
STAFF = "Personeelsnummer | Functie | In dienst\n" + "\n".join(f"{n} | groep | 2015-01-01" for n in range(101, 125))


def questions(*rows: str, as_of: date = date(2026, 11, 22), staff: str = STAFF) -> list[tuple[str, str]]:
    drawn = Drawn({"Beleidsregister": CODE, "Personeel": staff, "Scholing": "\n".join((HEAD, *rows))}, as_of)
    return drawn.problems


def completions(n: int, day: str = "2026-03-02", *, first: int = 101) -> list[str]:
    return [f"{person} | Meldcode | {day}" for person in range(first, first + n)]


@pytest.mark.parametrize(
    ("same", "other", "asks"),
    [
        pytest.param(MANY, 0, True, id="everybody on one day"),
        pytest.param(MANY - 1, 0, False, id="too few to be odd"),
        pytest.param(9, 1, True, id="nine in ten on one day"),
        pytest.param(17, 2, False, id="just under nine in ten"),
    ],
)
def test_one_day_for_nearly_everybody_is_a_question(same: int, other: int, asks: bool) -> None:
    others = [f"{120 + i} | Meldcode | 2026-0{4 + i}-01" for i in range(other)]
    assert questions(*completions(same), *others) == ([("xray.one_day", "C2")] if asks else [])


def test_days_spread_over_the_year_are_no_question() -> None:
    assert questions(*(f"{101 + i} | Meldcode | 2026-{1 + i % 9:02}-10" for i in range(12))) == []


def test_other_trainings_on_one_day_are_no_question() -> None:
    assert questions(*(f"{101 + i} | BHV | 2026-03-02" for i in range(12))) == []


@pytest.mark.parametrize(
    ("day", "asks"), [pytest.param("2026-11-22", False, id="today"), pytest.param("2026-11-23", True, id="tomorrow")]
)
def test_a_training_in_the_future_is_a_question(day: str, asks: bool) -> None:
    found = questions("101 | Meldcode | 2026-01-10", f"102 | Meldcode | {day}")
    assert found == ([("xray.training_later", "C3")] if asks else [])


@pytest.mark.parametrize(
    ("day", "asks"),
    [pytest.param("2025-12-31", True, id="the day before"), pytest.param("2026-01-01", False, id="the first day")],
)
def test_a_training_before_employment_is_a_question(day: str, asks: bool) -> None:
    staff = "Personeelsnummer | Functie | In dienst\n101 | groep | 2026-01-01\n102 | groep | "
    found = questions(f"101 | Meldcode | {day}", "102 | Meldcode | 2026-01-01", staff=staff)
    assert found == ([("xray.before_employment", "C2")] if asks else [])


@pytest.mark.parametrize(
    ("as_of", "asks"),
    [
        pytest.param(date(2026, 3, 2), False, id="a year old to the day"),
        pytest.param(date(2026, 3, 3), True, id="a day older"),
    ],
)
def test_a_register_in_which_nothing_is_newer_than_a_year_is_a_question(as_of: date, asks: bool) -> None:
    found = questions("101 | Meldcode | 2024-03-02", "102 | Meldcode | 2025-03-02", as_of=as_of)
    assert found == ([("xray.old_trainings", "C3")] if asks else [])


def test_no_register_no_question() -> None:
    assert Drawn({"Beleidsregister": CODE}).problems == []


def test_the_order_of_rows_moves_nothing_but_the_cell() -> None:
    rows = [*completions(MANY), "120 | Meldcode | 2027-01-10"]
    assert [code for code, _ in questions(*rows)] == [code for code, _ in questions(*rows[::-1])]


@pytest.mark.parametrize(
    ("day", "asks"),
    [pytest.param("2007-12-31", True, id="the last day"), pytest.param("2008-01-01", False, id="the first day after")],
)
def test_a_training_of_before_2008_is_a_question(day: str, asks: bool) -> None:
    staff = "Personeelsnummer | Functie | In dienst\n101 | groep | 2000-01-01\n102 | groep | 2000-01-01"
    found = questions(f"101 | Meldcode | {day}", "102 | Meldcode | 2026-01-01", staff=staff)
    assert found == ([("xray.training_long_ago", "C2")] if asks else [])
