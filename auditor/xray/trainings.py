"""What is odd in the training register: one day for everybody, days still to come, before employment, long ago."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from auditor.days import add_months
from auditor.evidence import CellRef, Problem, Severity, problem
from auditor.registers import Registers, Trainings, TrainingState

MANY = 10
"""From so many completions on, one day for nearly all of them is worth a question."""
NEARLY_ALL_PERCENT = 90
OLD_MONTHS = 12
"""A register in which nothing is newer than this may be one that nobody keeps."""


class _Seen(msgspec.Struct):
    """What one walk through the completions found; each cell is the one that says it first, by place."""

    total: int = 0
    by_day: Counter[date] = msgspec.field(default_factory=Counter)
    first_of_day: dict[date, int] = {}
    later: list[int] = []
    before: list[int] = []
    newest: int | None = None


def odd_trainings(registers: Registers, topics: frozenset[str], as_of: date) -> Iterator[Problem]:
    """Questions about the completions on any of `topics`, those that are dated after `as_of` among them."""
    trainings = registers.trainings
    if trainings is None:
        return
    starts = {each.key: each.start.value for each in registers.staff or () if each.start.value is not None}
    seen = _walk(trainings, topics, starts, as_of)
    yield from _one_day(trainings, seen)
    if seen.later:
        yield _note("xray.training_later", trainings, seen.later)
    if seen.before:
        yield _note("xray.before_employment", trainings, seen.before)
    if seen.newest is not None:
        day = trainings.completed_on[seen.newest]
        if day is not None and add_months(day, OLD_MONTHS) < as_of:
            yield problem("xray.old_trainings", Severity.NOTE, trainings.at(seen.newest), day=day, months=OLD_MONTHS)


def _walk(trainings: Trainings, topics: frozenset[str], starts: Mapping[int, date], as_of: date) -> _Seen:
    seen = _Seen()
    titles = {i for i, has in enumerate(trainings.topics) if has & topics}
    for i, title in enumerate(trainings.title):
        day = trainings.completed_on[i]
        if day is None or title not in titles or trainings.state[i] is not TrainingState.COMPLETED:
            continue
        if day > as_of:
            seen.later.append(i)
            continue
        seen.total += 1
        seen.by_day[day] += 1
        seen.first_of_day.setdefault(day, i)
        if seen.newest is None or day > (trainings.completed_on[seen.newest] or date.min):
            seen.newest = i
        start = starts.get(trainings.person[i])
        if start is not None and day < start:
            seen.before.append(i)
    return seen


def _one_day(trainings: Trainings, seen: _Seen) -> Iterator[Problem]:
    """At least `MANY` completions, of which `NEARLY_ALL_PERCENT` or more have one day."""
    if seen.total < MANY:
        return
    n, day = max((n, day) for day, n in seen.by_day.items())
    if n * 100 >= NEARLY_ALL_PERCENT * seen.total:
        at = trainings.at(seen.first_of_day[day])
        yield problem("xray.one_day", Severity.NOTE, at, count=n, day=day, total=seen.total)


def _note(code: str, trainings: Trainings, rows: list[int]) -> Problem:
    return problem(code, Severity.NOTE, min((trainings.at(i) for i in rows), key=_by_place), count=len(rows))


def _by_place(at: CellRef) -> tuple[str, str, int, str]:
    """By file and sheet, then row by row."""
    letters = at.cell.rstrip("0123456789")
    return (at.file, at.sheet, int(at.cell[len(letters) :] or 0), letters)
