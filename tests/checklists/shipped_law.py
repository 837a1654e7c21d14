"""The shipped checklist as read from its YAML, and what the law tests ask of it."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from auditor.checklist import Checklist, Layer, Requirement, Sector, Source, Text
from auditor.compile import compile_library, yaml_files
from auditor.layouts import Library
from auditor.resources import shipped

NOW = date(2026, 11, 22)


@cache
def library() -> Library:
    """Checklist and vocabulary, from the YAML itself."""
    return compile_library(yaml_files(shipped("checklists")))


def checklist() -> Checklist:
    """The shipped checklist."""
    return library().checklist


def is_of_the_law(entry: Requirement) -> bool:
    """Whether the entry is about the duty itself: the law, and the professional standards about what the code holds."""
    return entry.id.startswith(("MC-1.", "MC-2.", "MC-3.", "MC-H.")) and entry.layer in {
        Layer.LAW,
        Layer.PROFESSIONAL_NORM,
    }


def requirement(requirement_id: str) -> Requirement:
    """The requirement with this id."""
    return next(each for each in checklist().requirements if each.id == requirement_id)


def sector(code: str) -> Sector:
    """The sector with this code."""
    return next(each for each in checklist().sectors if each.id == code)


def bound(requirement_id: str, code: str, day: date) -> bool:
    """Whether the requirement binds the sector on the day: a statute binds the sector, and a source holds."""
    entry = requirement(requirement_id)
    return entry.in_force(day) and bool(entry.sectors_on(day, checklist().bound(day, [code])))


def binding(code: str, day: date) -> set[str]:
    """The ids of all requirements of the law that bind the sector on the day."""
    return {each.id for each in checklist().requirements if is_of_the_law(each) and bound(each.id, code, day)}


def sources_for(entry: Requirement, code: str, day: date | None = None) -> list[Source]:
    """The sources of a requirement for a sector, in force on the day where one is given."""
    return [each for each in entry.sources if code in each.sectors and (day is None or each.holds(day))]


def cited(requirement_id: str, code: str, day: date) -> list[tuple[str, str]]:
    """Law and article of the sources of a requirement for a sector on a day."""
    return [(each.law, each.article) for each in sources_for(requirement(requirement_id), code, day)]


def edges(spans: Iterable[tuple[date | None, date | None]]) -> list[date]:
    """The days on which something may change: every first day, and every day after a last day."""
    days = {start for start, _ in spans if start} | {end + timedelta(days=1) for _, end in spans if end}
    return sorted(days)


def texts(entry: Requirement) -> Iterator[tuple[str, Text]]:
    """Every text of a requirement, with where it stands."""
    for field in ("title", "asks", "question", "advice", "shortfall"):
        if text := getattr(entry, field):
            yield f"{entry.id} {field}", text
    for excluded in entry.excluded:
        yield f"{entry.id} excluded", excluded.reason
    if entry.condition:
        yield f"{entry.id} condition", entry.condition.reason_no
    for source in entry.sources:
        if source.remark:
            yield f"{entry.id} {source.law} {source.article}", source.remark


def all_texts() -> Iterator[tuple[str, Text]]:
    """Every text of the checklist, with where it stands."""
    for entry in checklist().requirements:
        yield from texts(entry)
    for each in checklist().sectors:
        yield f"{each.id} name", each.name
        yield f"{each.id} supervisor", each.supervisor
        for base in each.bases:
            if base.remark:
                yield f"{each.id} {base.law}", base.remark
    for law in checklist().laws:
        yield f"{law.id} name", law.name
