"""What is coming as a calendar (RFC 5545), to be opened in Outlook or a telephone: an all-day entry for each, without alarm."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from auditor.hashing import sha256
from auditor.render.edition import Edition
from auditor.render.words import plain
from auditor.result import Result, UpcomingOut
from auditor.texts import Texts

_MOST_OCTETS = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def to_ics(edition: Edition) -> bytes:
    """UTF-8 with lines of at most 75 octets that end in CRLF. Equal results give equal bytes: the stamp of every entry is
    `generated_at`, or else the reference date.

    A calendar must have an entry: where nothing is coming it says so on the reference date.
    """
    return "".join(f"{_folded(line)}\r\n" for line in _lines(edition.result, edition.texts)).encode()


def _lines(result: Result, texts: Texts) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//{result.tool.name}//{result.tool.version}//{texts.lang.upper()}"
    yield "CALSCALE:GREGORIAN"
    name = texts.word("calendar.name", organisation=plain(result.organisation.name)).strip()
    yield f"X-WR-CALNAME:{_text(name)}"
    titles = {each.id: each.title for each in result.requirements}
    nothing = UpcomingOut(on=result.as_of, what=texts.word("calendar.nothing"), requirement="", count=0)
    for each, uid in _identified(result.upcoming or [nothing], result.organisation.name):
        yield from _event(each, uid, titles.get(each.requirement, ""), result)
    yield "END:VCALENDAR"


def _identified(upcoming: Iterable[UpcomingOut], organisation: str) -> Iterator[tuple[UpcomingOut, str]]:
    """Every entry with its identity: the same in each audit and in both languages, as long as its day does not change."""
    seen: Counter[tuple[date, str]] = Counter()
    for each in upcoming:
        seen[each.on, each.requirement] += 1
        parts = (organisation, each.requirement, each.on.isoformat(), str(seen[each.on, each.requirement]))
        yield each, sha256("\n".join(parts).encode()).hex()[:32]


def _event(each: UpcomingOut, uid: str, title: str, result: Result) -> Iterator[str]:
    about = " ".join(part for part in (each.requirement, title) if part)
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}@{result.tool.name}"
    yield f"DTSTAMP:{_stamp(result)}"
    yield f"DTSTART;VALUE=DATE:{_day(each.on)}"
    if each.on < date.max:
        yield f"DTEND;VALUE=DATE:{_day(each.on + timedelta(days=1))}"
    yield f"SUMMARY:{_text(': '.join(part for part in (each.requirement, each.what) if part))}"
    if about:
        yield f"DESCRIPTION:{_text(about)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _stamp(result: Result) -> str:
    """When it was made, in UTC: `20261122T093000Z`; midnight of the reference date where that is not said."""
    if isinstance(result.generated_at, str):
        return result.generated_at.replace("-", "").replace(":", "")
    return f"{_day(result.as_of)}T000000Z"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    return plain(text).translate(_ESCAPED)


def _folded(line: str) -> str:
    """A line as lines of at most 75 octets, each but the first with a space before it; no character is cut in two."""
    parts, size = [""], 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > _MOST_OCTETS:
            parts.append("")
            size = 1
        parts[-1] += sign
        size += octets
    return "\r\n ".join(parts)
