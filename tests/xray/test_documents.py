from datetime import date

import pytest

from auditor.xray.documents import MANY_PLACES, SEVERAL
from tests.ahead.drawn import AS_OF, CODE, Drawn

ACTIVITIES = "Datum | Activiteit | Onderwerp"


def activities(*days: str, as_of: date = AS_OF) -> list[tuple[str, str]]:
    rows = (f"{day} | teamoverleg | meldcode" for day in days)
    return Drawn({"Beleidsregister": CODE, "Borging": "\n".join((ACTIVITIES, *rows))}, as_of).problems


@pytest.mark.parametrize(
    ("days", "asks"),
    [
        pytest.param(("2026-03-02",) * SEVERAL, True, id="all on one day"),
        pytest.param(("2026-03-02",) * (SEVERAL - 1), False, id="too few to be odd"),
        pytest.param((*("2026-03-02",) * SEVERAL, "2026-03-03"), False, id="all but one"),
    ],
)
def test_one_day_for_all_rows_of_a_register_is_a_question(days: tuple[str, ...], asks: bool) -> None:
    assert activities(*days) == ([("xray.copied_day", "A2")] if asks else [])


@pytest.mark.parametrize(
    ("day", "asks"), [pytest.param("2026-11-22", False, id="today"), pytest.param("2026-11-23", True, id="tomorrow")]
)
def test_an_activity_in_the_future_is_a_question(day: str, asks: bool) -> None:
    assert activities("2026-03-02", day) == ([("xray.later", "A3")] if asks else [])


@pytest.mark.parametrize(
    ("as_of", "asks"),
    [
        pytest.param(date(2026, 3, 2), False, id="a year old to the day"),
        pytest.param(date(2026, 3, 3), True, id="a day older"),
    ],
)
def test_a_register_in_which_nothing_is_newer_than_a_year_is_a_question(as_of: date, asks: bool) -> None:
    assert activities("2024-03-02", "2025-03-02", as_of=as_of) == ([("xray.old", "A3")] if asks else [])


def elements(*rows: str) -> list[tuple[str, str]]:
    table = "\n".join(("Onderdeel | Aanwezig | Vindplaats | Gecontroleerd op", *rows))
    return Drawn({"Beleidsregister": CODE, "Meldcode-inhoud": table}).problems


def test_a_yes_that_nobody_checked_is_a_question_where_others_were_checked() -> None:
    assert elements("MC-2.1.g | ja | blz. 1 | 2026-03-02", "MC-2.1.b | ja | blz. 2 |") == [("xray.unchecked", "D3")]


def test_where_no_check_is_recorded_at_all_there_is_no_question() -> None:
    assert elements("MC-2.1.g | ja | blz. 1 |", "MC-2.1.b | ja | blz. 2 |") == []


def test_a_no_needs_no_check() -> None:
    assert elements("MC-2.1.g | ja | blz. 1 | 2026-03-02", "MC-2.1.b | nee | |") == []


NAMES = ("MC-2.1.b", "MC-2.1.c", "MC-2.1.d", "MC-2.1.g", "MC-2.2.a", "MC-2.2.b", "MC-2.2.d", "MC-2.2.e.1")


@pytest.mark.parametrize(
    ("n", "last", "asks"),
    [
        pytest.param(MANY_PLACES, "blz. 1", True, id="one place for all"),
        pytest.param(MANY_PLACES, "blz. 2", False, id="another place for one"),
        pytest.param(MANY_PLACES - 1, "blz. 1", False, id="too few to be odd"),
    ],
)
def test_one_place_for_everything_is_a_question(n: int, last: str, asks: bool) -> None:
    rows = [f"{name} | ja | blz. 1 |" for name in NAMES[: n - 1]]
    found = elements(*rows, f"{NAMES[n - 1]} | ja | {last} |")
    assert found == ([("xray.one_place", "C2")] if asks else [])


@pytest.mark.parametrize(
    ("day", "asks"),
    [pytest.param("2007-12-31", True, id="the last day"), pytest.param("2008-01-01", False, id="the first day after")],
)
def test_an_adoption_of_before_2008_is_a_question(day: str, asks: bool) -> None:
    table = f"Titel | Status | Vastgesteld op\nMeldcode | vastgesteld | {day}"
    assert (("xray.long_ago", "C2") in Drawn({"Beleidsregister": table}).problems) is asks


def test_an_adoption_in_the_future_is_a_question() -> None:
    table = "Titel | Status | Vastgesteld op\nMeldcode | vastgesteld | 2026-11-23"
    assert Drawn({"Beleidsregister": table}).problems == [("xray.later", "C2")]


@pytest.mark.parametrize(
    ("row", "asks"),
    [
        pytest.param("Stap 5 | ja | blz. 3", True, id="the whole step"),
        pytest.param("Beslissen | ja | blz. 3", True, id="by its verb"),
        pytest.param("Stap 5: beslissen over melden en hulp | ja | blz. 3", False, id="both are named"),
        pytest.param("Stap 5: wel of niet melden | ja | blz. 3", False, id="one of them"),
        pytest.param("Stap 5 | nee | ", False, id="a no"),
        pytest.param("Stap 4 | ja | blz. 3", False, id="another step"),
    ],
)
def test_one_yes_for_both_decisions_of_step_5_is_a_question(row: str, asks: bool) -> None:
    assert elements(f"{row} |") == ([("xray.both_decisions", "A2")] if asks else [])


@pytest.mark.parametrize(
    ("day", "found"),
    [
        pytest.param("2025-11-22", [], id="a year ago to the day"),
        pytest.param("2025-11-21", [("xray.old", "D3")], id="a day longer"),
        pytest.param("2026-11-23", [("xray.later", "D3")], id="tomorrow"),
    ],
)
def test_a_check_of_long_ago_or_of_tomorrow_is_a_question(day: str, found: list[tuple[str, str]]) -> None:
    assert elements("MC-2.1.g | ja | blz. 1 | 2025-01-01", f"MC-2.1.b | ja | blz. 2 | {day}") == found


def test_that_all_was_checked_on_one_day_is_no_question() -> None:
    assert elements(*(f"{name} | ja | blz. {i} | 2026-03-02" for i, name in enumerate(NAMES))) == []


@pytest.mark.parametrize(
    ("first", "second", "asks"),
    [
        pytest.param("2026-03-02 | verslag", "2026-04-02 | ", True, id="one without"),
        pytest.param("2026-03-02 | verslag", "2026-04-02 | n.v.t.", True, id="one that says nothing"),
        pytest.param("2026-03-02 | verslag", "2026-04-02 | notulen 2 april", False, id="both with"),
        pytest.param("2026-03-02 | ", "2026-04-02 | ", False, id="nobody writes it down"),
    ],
)
def test_an_activity_without_evidence_is_a_question_where_others_have_it(first: str, second: str, asks: bool) -> None:
    rows = (f"teamoverleg | meldcode | {row}" for row in (first, second))
    table = "\n".join(("Activiteit | Onderwerp | Datum | Verslag", *rows))
    assert Drawn({"Beleidsregister": CODE, "Borging": table}).problems == ([("xray.no_evidence", "D3")] if asks else [])
