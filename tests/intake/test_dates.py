"""What stands in a date column, and the day it means: every form that registers use."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.intake.dates import find_day
from auditor.intake.sheets import ErrorValue, Uncalculated, Value
from auditor.intake.values import Reader
from auditor.intake.written import Found
from tests.intake.shipped_words import reader, vocabulary

FIRST, LAST = date(1950, 1, 1), date(2100, 12, 31)
DAYS = st.dates(FIRST, LAST)
DUTCH = "januari februari maart april mei juni juli augustus september oktober november december".split()
DUTCH_SHORT = "jan feb mrt apr mei jun jul aug sept okt nov dec".split()
ENGLISH = "January February March April May June July August September October November December".split()
ENGLISH_SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
WEEKDAYS = "ma di wo do vr za zo".split()
FORMS: dict[str, Callable[[date], str]] = {
    "dd-mm-jjjj": lambda d: f"{d:%d-%m-%Y}",
    "d-m-jjjj": lambda d: f"{d.day}-{d.month}-{d.year}",
    "dd/mm/jjjj": lambda d: f"{d:%d/%m/%Y}",
    "dd.mm.jjjj": lambda d: f"{d:%d.%m.%Y}",
    "d.m.jjjj": lambda d: f"{d.day}.{d.month}.{d.year}",
    "dd mm jjjj": lambda d: f"{d:%d %m %Y}",
    "dd - mm - jjjj": lambda d: f"{d:%d - %m - %Y}",
    "ISO": lambda d: f"{d:%Y-%m-%d}",
    "ISO with slashes": lambda d: f"{d:%Y/%m/%d}",
    "ISO with time": lambda d: f"{d:%Y-%m-%d} 06:21:07",
    "ISO with zone": lambda d: f"{d:%Y-%m-%d}T23:30:00+02:00",
    "ISO in Zulu time": lambda d: f"{d:%Y-%m-%d}T23:30:00.000Z",
    "ISO day with zone": lambda d: f"{d:%Y-%m-%d}+01:00",
    "jjjjmmdd": lambda d: f"{d:%Y%m%d}",
    "12 dec 2018": lambda d: f"{d.day} {DUTCH_SHORT[d.month - 1]} {d.year}",
    "12 december 2018": lambda d: f"{d.day} {DUTCH[d.month - 1]} {d.year}",
    "12-dec-2018": lambda d: f"{d.day}-{DUTCH_SHORT[d.month - 1]}-{d.year}",
    "12 dec. 2018": lambda d: f"{d.day} {DUTCH_SHORT[d.month - 1]}. {d.year}",
    "12dec2018": lambda d: f"{d.day}{DUTCH_SHORT[d.month - 1]}{d.year}",
    "1e mei 2020": lambda d: f"{d.day}e {DUTCH[d.month - 1]} {d.year}",
    "at an hour, local": lambda d: f"{d.day} {DUTCH[d.month - 1]} {d.year} om 06:21 lokaal",
    "weekday, English month, PM": lambda d: (
        f"{WEEKDAYS[d.weekday()].title()}, {d.day} {ENGLISH_SHORT[d.month - 1]}, {d.year} om 4:58 PM"
    ),
    "January 17, 2020": lambda d: f"{ENGLISH[d.month - 1]} {d.day}, {d.year}",
    "17th of January 2020": lambda d: f"{d.day}th of {ENGLISH[d.month - 1]} {d.year}",
    "weekday": lambda d: f"{WEEKDAYS[d.weekday()]} {d:%d-%m-%Y}",
    "d.d.": lambda d: f"2.0 d.d. {d:%d-%m-%Y}",
    "twice": lambda d: f"{d:%d-%m-%Y} / 2.0 d.d. {d:%d-%m-%Y}",
    "per": lambda d: f"per {d.day} {DUTCH[d.month - 1]} {d.year}",
    "up to and including": lambda d: f"t/m {d:%d-%m-%Y}",
    "spaces around": lambda d: f"  {d:%d-%m-%Y}\N{NO-BREAK SPACE} ",
    "capitals": lambda d: f"{d.day} {DUTCH[d.month - 1]} {d.year}".upper(),
    "en dash": lambda d: f"{d:%d–%m–%Y}",
    "with a time": lambda d: f"{d:%d-%m-%Y} 14:05",
    "with hours": lambda d: f"{d:%d-%m-%Y}, 14.05 uur",
}


@pytest.mark.parametrize("form", FORMS)
def test_days_of_every_year_and_month_are_read_back_from_every_form(form: str) -> None:
    fresh = Reader(vocabulary())
    for day in (FIRST + timedelta(days) for days in range(0, (LAST - FIRST).days + 1, 61)):
        reading = fresh.read_date(FORMS[form](day))
        assert (reading.value, reading.trouble, reading.note) == (day, "", "")


@pytest.mark.parametrize("form", ["dd-mm-jjjj", "ISO", "12 dec 2018"])
def test_every_single_day_is_read_back(form: str) -> None:
    for day in (FIRST + timedelta(days) for days in range((LAST - FIRST).days + 1)):
        assert find_day(FORMS[form](day)) == Found(day)


@pytest.mark.parametrize(
    "form", ["{:%d-%m-%y}", "{0.day}-{0.month}-{0:%y}", "{:%d/%m/%y}", "{:%d.%m.%y}", "{:%d-%m-'%y}"]
)
@given(day=st.dates(date(1980, 1, 1), date(2079, 12, 31)))
def test_two_digits_of_a_year_up_to_79_are_this_century(form: str, day: date) -> None:
    assert reader().read_date(form.format(day)).value == day


@given(day=DAYS)
def test_a_date_cell_and_a_cell_with_a_time_give_their_day(day: date) -> None:
    late = datetime(day.year, day.month, day.day, 23, 59, tzinfo=timezone(timedelta(hours=2)))
    assert reader().read_date(day).value == day
    assert reader().read_date(late).value == day
    assert reader().read_date(int(f"{day:%Y%m%d}")).value == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        pytest.param("03-04-2024", "2024-04-03", id="day before month"),
        pytest.param("12 dec 2018", "2018-12-12", id="short month"),
        pytest.param("12 december 2018 om 06:21 lokaal", "2018-12-12", id="learning platform, Dutch"),
        pytest.param("Vr, 17 Jan, 2020 om 4:58 PM", "2020-01-17", id="learning platform, mixed"),
        pytest.param("2.0 d.d. 16-11-2009", "2009-11-16", id="version and date"),
        pytest.param("16-11-2009 / 2.0 d.d. 16-11-2009", "2009-11-16", id="date, version and date"),
        pytest.param("3 mrt '24", "2024-03-03", id="apostrophe"),
        pytest.param("31-12-79", "2079-12-31", id="last of the new century"),
        pytest.param("1-1-80", "1980-01-01", id="first of the old century"),
        pytest.param("29-02-2024", "2024-02-29", id="leap day"),
        pytest.param("01-01-1900", "1900-01-01", id="first day there is"),
        pytest.param("31-12-2199", "2199-12-31", id="last day there is"),
        pytest.param("5 mei 2021", "2021-05-05", id="mei"),
        pytest.param("5 okt. 2021", "2021-10-05", id="okt"),
        pytest.param("5 sep 2021", "2021-09-05", id="sep"),
        pytest.param("2024-03-12T06:21:00+02:00", "2024-03-12", id="the day as written"),
        pytest.param("12-03-2024.", "2024-03-12", id="a full stop"),
        pytest.param("1 januari 1900", "1900-01-01", id="first day there is, in words"),
        pytest.param("31 december 2199", "2199-12-31", id="last day there is, in words"),
        pytest.param("2024 mrt 1", "2024-03-01", id="year first, in words"),
        pytest.param("2024-mrt-12", "2024-03-12", id="year first, with hyphens"),
        pytest.param("Jan 7 2020", "2020-01-07", id="month first, in words"),
    ],
)
def test_a_day_is_found(typed: str, day: str) -> None:
    reading = reader().read_date(typed)
    assert (reading.value, reading.trouble, reading.note) == (date.fromisoformat(day), "", "")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        pytest.param(45292, "2024-01-01", id="number"),
        pytest.param(45292.75, "2024-01-01", id="with a time of day"),
        pytest.param("45292", "2024-01-01", id="text"),
        pytest.param(20_000, "1954-10-03", id="the first plausible"),
        pytest.param(60_000, "2064-04-08", id="the last plausible"),
    ],
)
def test_a_spreadsheets_count_of_days_is_read_with_a_note(typed: Value, day: str) -> None:
    reading = reader().read_date(typed)
    assert (reading.value, reading.note) == (date.fromisoformat(day), "date.serial")
    assert reading.facts["day"] == date.fromisoformat(day)


# Texts between bars; other values apart.
NO_DAY = {
    "date.month_only": """okt-23|oktober '12|oktober 2023|10-2023|1-2024|01-2024|12-2024|2024-1|2024-12|10/2023|2023-10|mei|
        begin maart 2024|medio mrt 2024|2024 maart""",
    "date.quarter_only": "Q3 2024|2024-Q3|3e kwartaal 2024|kwartaal 3 2024|K3-24|Q1 '24|Q2 2024|Q4 2024|1Q24",
    "date.year_only": "2023|jaar 2023|medio 2023|in 2023|1900|2199",
    "date.school_year": "2023/2024|2023-2024|2023/24|schooljaar 2023-2024|schooljaar 2023|sj 23/24|23/24|1999/2000|99/00",
    "date.impossible": """29-02-2023|31-04-2024|31-02-2024|32-01-2024|03-13-2024|2024-13-01|20240231|31 april 2024|29 feb 2023|
        0-1-24|12-25-2024 4:58 PM|30-02-24""",
    "date.unknown": "?|onbekend|ntb|n.t.b.|n.b.|volgt|Volgt.|#N/B|volgt, in mei",
    "date.not_applicable": "n.v.t.|nvt|N.v.t|niet van toepassing|vrijgesteld|vrijstelling",
    "date.yes_without_date": "x|X|ja|Ja|behaald|✓|v|ok|ja, zie map|1|100%",
    "date.period": "3 jaar|24 mnd|24 maanden|2-jaarlijks|jaarlijks|om de 2 jaar|6 weken|120 maanden",
    "date.open_ended": "onbepaald|levenslang|Onbepaalde tijd|31-12-9999|31-12-2999|9999-12-31",
    "date.unreadable": """voorjaar|12/13 maart 2024|12-03-2024 - 14-03-2024|12 mei|11/12|12-03-2024?|ca. 12-03-2024|week 12|nee|gepland|
        36|12-03-2024 (verlopen)|01-01-2009 / 2.0 d.d. 16-11-2009|12032024|12-03/2024|31-12-1899|01-01-2200|1-1-1|00-00-0000|
        19999|60001|123456789012 2024|10:15|t/m|d.d.|١٢-٠٣-٢٠٢٤|13-2024|2024-13|0-2024|Q5 2024|1899|2200|2023/2025|2024/2023|
        1 2 3|12 mei 2024 3|mei mei 2024|30-12-2999|31-12-2998|12-2200""",
}
NO_DAY_VALUES: list[tuple[str, Value]] = [
    *(("date.year_only", value) for value in (2023, 2023.0)),
    ("date.impossible", 20240231),
    *(("date.yes_without_date", value) for value in (True, 1)),
    ("date.open_ended", date(9999, 12, 31)),
    *(
        ("date.unreadable", value)
        for value in (36, 0, -3, 19_999, 60_001, 0.5, 2023.5, 1e300, float("nan"), float("inf"), False)
    ),
    *(("date.unreadable", value) for value in (date(1899, 12, 31), datetime(2200, 1, 1, tzinfo=UTC), "a" * 200)),
    *(("error_cell", ErrorValue(shows)) for shows in ("#N/B", "#REF!")),
    ("uncalculated", Uncalculated()),
]
NO_DAY_TEXTS: list[tuple[str, Value]] = [
    (why, text.strip()) for why, texts in NO_DAY.items() for text in texts.split("|")
]


@pytest.mark.parametrize(("trouble", "typed"), NO_DAY_TEXTS + NO_DAY_VALUES, ids=repr)
def test_what_is_no_day_says_why(trouble: str, typed: Value) -> None:
    reading = reader().read_date(typed)
    assert (reading.value, reading.trouble) == (None, trouble)
    assert reading.typed
    assert reading.facts == {"value": reading.typed}


@pytest.mark.parametrize("typed", [None, "", "   ", "-", "–", "leeg", "\N{NO-BREAK SPACE}"], ids=repr)
def test_nothing_typed_is_nothing_read(typed: Value | None) -> None:
    reading = reader().read_date(typed)
    assert (reading.value, reading.typed, reading.trouble, reading.note) == (None, "", "", "")


def test_a_true_and_a_one_keep_their_own_text() -> None:
    fresh = Reader(vocabulary())
    assert [fresh.read_date(value).typed for value in (1, True, 1.0)] == ["1", "WAAR", "1"]


@given(st.text())
def test_no_text_raises(text: str) -> None:
    reading = reader().read_date(text)
    assert (reading.value is None) == bool(reading.trouble) or not reading.typed


@given(st.text(alphabet="0123456789-/. :,'+tzTZjanfebmrtapqoksdijul", max_size=24))
def test_no_near_date_raises(text: str) -> None:
    reading = reader().read_date(text)
    assert (reading.value is None) == bool(reading.trouble) or not reading.typed


@given(st.one_of(st.integers(), st.floats(), st.datetimes(), st.dates(), st.booleans()))
def test_no_other_value_raises(value: Value) -> None:
    reading = reader().read_date(value)
    assert (reading.value is None) == bool(reading.trouble)


@given(DAYS)
def test_reading_twice_gives_the_same(day: date) -> None:
    fresh = Reader(vocabulary())
    typed = f"{day:%d-%m-%Y}"
    assert fresh.read_date(typed) is fresh.read_date(typed)
