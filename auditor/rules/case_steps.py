"""What each step of the code looks at in the step register, and when a case holds (MC-4.1 to MC-4.6). Pure, one step a function.

A day after the reference date does not exist yet. A cell that cannot be read neither holds nor fails: it is unclear.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Final

import msgspec

from auditor.evidence import Cell, CellRef
from auditor.intake.words import normal
from auditor.registers import Case as Row


class State(StrEnum):
    """What a case shows of a step."""

    HOLDS = "holds"
    FAILS = "fails"
    UNCLEAR = "unclear"


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """A case that was looked at: what it shows, in which cell, on which day, and the signal that decides which code it is under."""

    row: Row
    state: State
    at: CellRef
    signal: Cell[date]
    day: date | None = None


def consulted(rows: Iterable[Row], as_of: date) -> Iterator[Looked]:
    """Decided cases: a colleague was consulted, or Veilig Thuis was asked, no later than the decision."""
    for row, decided in _that(rows, "decided_on", as_of):
        yield _by(row, decided, (row.consult_date, row.vt_advice_date))


def talked(rows: Iterable[Row], as_of: date) -> Iterator[Looked]:
    """Reported cases: there was a talk no later than the report, or a reason why not is recorded."""
    for row, reported in _that(rows, "report_date", as_of):
        seen = _by(row, reported, (row.talk_date,))
        if seen.state is not State.HOLDS and row.no_talk_reason.value:
            seen = Looked(row=row, state=State.HOLDS, at=row.no_talk_reason.at, signal=row.signal_date)
        elif seen.state is State.FAILS and row.no_talk_reason.is_unreadable:
            seen = Looked(row=row, state=State.UNCLEAR, at=row.no_talk_reason.at, signal=row.signal_date)
        yield seen


def weighed(rows: Iterable[Row], as_of: date) -> Iterator[Looked]:
    """Decided cases: it was weighed no later than the decision."""
    for row, decided in _that(rows, "decided_on", as_of):
        yield _by(row, decided, (row.weighed_date,))


def decided(rows: Iterable[Row], as_of: date) -> Iterator[Looked]:
    """Decided cases: both decisions are recorded, about a report and about help."""
    for row, day in _that(rows, "decided_on", as_of):
        answers = (row.decision_report, row.decision_help)
        short = next((cell for cell in answers if cell.value is None), None)
        state = State.HOLDS if short is None else State.UNCLEAR if short.is_unreadable else State.FAILS
        if day is None:
            state = State.UNCLEAR
        yield Looked(row=row, state=state, at=(short or row.decision_help).at, signal=row.signal_date, day=day)


def monitored(rows: Iterable[Row], as_of: date) -> Iterator[Looked]:
    """Open cases: the next monitoring is on the day or after it."""
    for row in rows:
        closed = row.closed_on
        if closed.value is not None and closed.value <= as_of:
            continue
        planned = row.next_monitoring
        state = State.UNCLEAR if planned.is_unreadable else State.FAILS
        if planned.value is not None and planned.value >= as_of:
            state = State.HOLDS
        at, state = (closed.at, State.UNCLEAR) if closed.is_unreadable else (planned.at, state)
        yield Looked(row=row, state=state, at=at, signal=row.signal_date, day=planned.value)


def accumulated(rows: Iterable[Row], as_of: date) -> Iterator[Looked]:
    """Pseudonyms with two signals or more: a consultation, or advice of Veilig Thuis, followed on or after the second.

    The norm asks it after the second signal, the first on which an accumulation shows; a later signal is not held against
    whoever consulted then. A signal that cannot be read may be a second one, or two in one cell, and so may a second row
    without a day: with fewer than two that can be read it is unclear. With two it is judged by the readable second, which is
    never before the true one, so that a consultation after it holds; one before it may have come after the true second.
    """
    for group in _by_pseudonym(rows).values():
        dated = sorted(
            (row for row in group if row.signal_date.value is not None),
            key=lambda row: (row.signal_date.value or as_of, row.at),
        )
        unread = [row for row in group if row.signal_date.is_unreadable]
        if len(dated) < _TWO:
            undated = [row for row in group if row.signal_date.value is None] if len(group) >= _TWO else unread
            yield from (_unclear(row) for row in undated)
            continue
        first, second = dated[0], dated[1]
        consults = [cell for row in group for cell in (row.consult_date, row.vt_advice_date)]
        after = [cell for cell in consults if _between(cell, second.signal_date.value, as_of)]
        found = min(after, key=lambda cell: (cell.value or as_of, cell.at), default=None)
        unplaced = [cell for cell in consults if cell.is_unreadable]
        if unread:
            unplaced += [cell for cell in consults if _between(cell, first.signal_date.value, as_of)]
        doubt = next(iter(unplaced), None)
        state = State.HOLDS if found else State.UNCLEAR if doubt else State.FAILS
        at = (found or doubt or second.signal_date).at
        yield Looked(row=second, state=state, at=at, signal=second.signal_date, day=found.value if found else None)


_TWO = 2

STEPS: Final[Mapping[str, Callable[[Iterable[Row], date], Iterator[Looked]]]] = {
    "consulted": consulted,
    "talked": talked,
    "weighed": weighed,
    "decided": decided,
    "monitored": monitored,
    "accumulated": accumulated,
}


def _that(rows: Iterable[Row], field: str, as_of: date) -> Iterator[tuple[Row, date | None]]:
    """The rows whose `field` holds a day up to `as_of`, with that day; those in which it cannot be read, without one."""
    for row in rows:
        cell: Cell[date] = getattr(row, field)
        if cell.is_unreadable or (cell.value is not None and cell.value <= as_of):
            yield row, cell.value


def _by(row: Row, limit: date | None, steps: tuple[Cell[date], ...]) -> Looked:
    """Whether one of the steps was taken no later than `limit`; nothing is clear without a limit."""
    in_time = [cell for cell in steps if limit is not None and cell.value is not None and cell.value <= limit]
    unread = next((cell for cell in steps if cell.is_unreadable), None)
    state = State.HOLDS if in_time else State.UNCLEAR if unread or limit is None else State.FAILS
    first = min(in_time, key=lambda cell: (cell.value or date.max, cell.at), default=None)
    at = (first or unread or steps[0]).at
    return Looked(row=row, state=state, at=at, signal=row.signal_date, day=first.value if first else None)


def _unclear(row: Row) -> Looked:
    return Looked(row=row, state=State.UNCLEAR, at=row.signal_date.at, signal=row.signal_date)


def _between(cell: Cell[date], first: date | None, last: date) -> bool:
    return cell.value is not None and first is not None and first <= cell.value <= last


def _by_pseudonym(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows of each pseudonym, in the order of the pseudonyms."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[normal(row.case.typed)].append(row)
    return {name: groups[name] for name in sorted(groups)}
