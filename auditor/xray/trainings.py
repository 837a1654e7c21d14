"""What is odd in the training register: one day for everybody, days still to come, before employment, long ago."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from auditor.days import add_months
from auditor.evidence import CellRef, Problem, Severity, problem
from auditor.registers import Registers, Trainings, TrainingState

MANY = 10
"""From so many completions on, one day for nearly all of them is worth a question."""
NEARLY_ALL_PERCENT = 90
OLD_MONTHS = 12
"""A register in which nothing is newer than this may be one that nobody keeps."""
LONG_AGO = date(2008, 1, 1)
"""A day before this one is more often a slip, such as 2004 for 2024, than a day on which something was done about the code."""


def odd_trainings(registers: Registers, topics: frozenset[str], as_of: date) -> Iterator[Problem]:
    """Questions about the completions on any of `topics`, those that are dated after `as_of` among them."""
    trainings = registers.trainings
    if trainings is None:
        return
    completed = _completed(trainings, topics)
    later = [i for i, day in completed.items() if day > as_of]
    for i in later:
        del completed[i]
    starts = {each.key: each.start.value for each in registers.staff or () if each.start.value is not None}
    person = trainings.person
    before = [i for i, day in completed.items() if (start := starts.get(person[i])) is not None and day < start]
    yield from _one_day(trainings, completed)
    if later:
        yield _note("xray.training_later", trainings, later)
    if early := [i for i, day in completed.items() if day < LONG_AGO]:
        yield _note("xray.training_long_ago", trainings, early)
    if before:
        yield _note("xray.before_employment", trainings, before)
    newest = max(completed.values(), default=as_of)
    if add_months(newest, OLD_MONTHS) < as_of:
        at = _first(trainings, [i for i, day in completed.items() if day == newest])
        yield problem("xray.old_trainings", Severity.NOTE, at, day=newest, months=OLD_MONTHS)


def _completed(trainings: Trainings, topics: frozenset[str]) -> dict[int, date]:
    """The completions on the topics, whatever their day, by their number; there may be very many."""
    titles = {i for i, has in enumerate(trainings.topics) if has & topics}
    rows = zip(trainings.title, trainings.state, trainings.completed_on, strict=True)
    return {
        i: day
        for i, (title, state, day) in enumerate(rows)
        if title in titles and day is not None and state is TrainingState.COMPLETED
    }


def _one_day(trainings: Trainings, completed: Mapping[int, date]) -> Iterator[Problem]:
    """At least `MANY` completions, of which `NEARLY_ALL_PERCENT` or more have one day."""
    if len(completed) < MANY:
        return
    n, day = max((n, day) for day, n in Counter(completed.values()).items())
    if n * 100 >= NEARLY_ALL_PERCENT * len(completed):
        at = _first(trainings, [i for i, each in completed.items() if each == day])
        yield problem("xray.one_day", Severity.NOTE, at, count=n, day=day, total=len(completed))


def _note(code: str, trainings: Trainings, rows: list[int]) -> Problem:
    return problem(code, Severity.NOTE, _first(trainings, rows), count=len(rows))


def _first(trainings: Trainings, rows: list[int]) -> CellRef:
    """The cell of the first of these, by file and sheet and then row by row."""
    tables = [(table.file, table.sheet) for table in trainings.tables]
    return trainings.at(min(rows, key=lambda i: (tables[trainings.table[i]], trainings.row[i], trainings.column[i])))
