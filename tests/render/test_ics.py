from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from auditor.render.to_ics import to_ics
from auditor.result import UpcomingOut
from tests.render.fixtures import DAY, edition, report

LAPSES = UpcomingOut(
    on=date(2027, 1, 31), what="Scholing verloopt; 2 mensen, op Noord\\Zuid", requirement="MC-3.1", count=2
)
TURNS = UpcomingOut(on=date(2027, 2, 28), what="Zonder actie ‘deels voldaan’.", requirement="MC-3.1", count=1)


def calendar(*upcoming: UpcomingOut, lang: str = "nl", generated_at: str | None = None) -> bytes:
    result = report(upcoming=list(upcoming))
    if generated_at is not None:
        result = msgspec.structs.replace(result, generated_at=generated_at)
    return to_ics(edition(result, lang=lang))


def events(made: bytes, kind: str = "VEVENT") -> list[Any]:
    """What a calendar program reads: the entries, each with its fields by name."""
    read: Any = Calendar.from_ical(made)
    return list(read.walk(kind))


def test_every_entry_is_a_whole_day_in_nobodys_way() -> None:
    lapses, turns = events(calendar(LAPSES, TURNS))
    assert lapses["DTSTART"].dt == date(2027, 1, 31)
    assert lapses["DTEND"].dt == date(2027, 2, 1)
    assert turns["DTSTART"].dt == date(2027, 2, 28)
    assert lapses["TRANSP"] == "TRANSPARENT"
    assert not lapses.walk("VALARM")


def test_what_is_coming_is_read_back_as_it_was_written() -> None:
    (event,) = events(calendar(LAPSES))
    assert event["SUMMARY"] == "MC-3.1: Scholing verloopt; 2 mensen, op Noord\\Zuid"
    assert event["DESCRIPTION"].startswith("MC-3.1 ")


def test_an_entry_keeps_its_identity_whatever_is_counted_and_in_both_languages() -> None:
    more = msgspec.structs.replace(LAPSES, what="Scholing verloopt; 3 mensen", count=3)
    uids = [
        [event["UID"] for event in events(made)]
        for made in (calendar(LAPSES, TURNS), calendar(more, TURNS), calendar(LAPSES, TURNS, lang="en"))
    ]
    assert uids[0] == uids[1] == uids[2]
    assert len(set(uids[0])) == 2


def test_two_entries_of_one_requirement_on_one_day_are_two() -> None:
    again = msgspec.structs.replace(TURNS, on=LAPSES.on)
    uids = {event["UID"] for event in events(calendar(LAPSES, again))}
    assert len(uids) == 2


@pytest.mark.parametrize(
    ("generated_at", "stamp"),
    [
        pytest.param("2026-11-23T09:30:00Z", datetime(2026, 11, 23, 9, 30, tzinfo=UTC), id="when it was made"),
        pytest.param(None, datetime(DAY.year, DAY.month, DAY.day, tzinfo=UTC), id="else the reference date"),
    ],
)
def test_the_stamp_never_asks_the_clock(generated_at: str | None, stamp: datetime) -> None:
    (event,) = events(calendar(LAPSES, generated_at=generated_at))
    assert event["DTSTAMP"].dt == stamp


def test_where_nothing_is_coming_the_calendar_says_so() -> None:
    (event,) = events(calendar())
    assert event["DTSTART"].dt == DAY
    assert "niets" in event["SUMMARY"]


def test_the_last_day_of_the_calendar_has_no_day_after_it() -> None:
    (event,) = events(calendar(msgspec.structs.replace(LAPSES, on=date.max)))
    assert event["DTSTART"].dt == date.max
    assert "DTEND" not in event


@given(st.text(st.characters(codec="utf-8"), max_size=300), st.integers(0, 1000))
def test_whatever_the_text_lines_are_short_and_nothing_is_lost(what: str, later: int) -> None:
    on = DAY + timedelta(days=later)
    made = calendar(UpcomingOut(on=on, what=what, requirement="", count=1))
    lines = made.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert made.decode()
    (event,) = events(made)
    assert event["DTSTART"].dt == on
    shown = "".join(
        each if each.isprintable() else " " if each.isspace() else "\N{REPLACEMENT CHARACTER}" for each in what
    )
    assert str(event["SUMMARY"]).strip() == shown.strip()


def test_no_text_can_end_its_line_and_begin_another() -> None:
    hostile = msgspec.structs.replace(LAPSES, what="x\r\nEND:VEVENT\r\nBEGIN:VALARM\nATTACH:http://x")
    assert len(events(calendar(hostile))) == 1
    assert not events(calendar(hostile), "VALARM")
