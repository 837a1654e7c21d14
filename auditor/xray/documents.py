"""What is odd in the small registers: one day or one place for everything, days still to come or of long ago, nothing of
late, no check.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from auditor.days import add_months
from auditor.evidence import Cell, Problem, Severity, Word, problem
from auditor.registers import Activity, Element, Present, Registers
from auditor.xray.trainings import LONG_AGO, OLD_MONTHS

_KEPT_UP = ("activities", "cases", "elements")
"""Registers that grow, or are looked through, as long as somebody keeps them."""
_AT_ONCE = ("elements",)
"""Registers whose rows may well have one day: all were checked on it."""
_BOTH_DECISIONS = frozenset({"MC-2.2.e.1", "MC-2.2.e.2", "MC-H.2.2.e"})
"""What words name that may mean step 5 of before 2019, one decision, as well as that of now, which is two."""
SEVERAL = 5
"""From so many rows on, one day for all of them is worth a question."""
MANY_PLACES = 8
"""From so many elements on, one place for all of them is worth a question."""


def odd_documents(registers: Registers, as_of: date) -> Iterator[Problem]:
    """Questions about days and places; only about rows that say something."""
    for register, cells in _days(registers).items():
        filled = sorted((cell for cell in cells if cell.value is not None), key=lambda cell: cell.at)
        if register not in _AT_ONCE:
            yield from _one_day(register, filled)
        yield from _later(register, filled, as_of)
        yield from _long_ago(register, filled)
        if register in _KEPT_UP:
            yield from _old(register, filled, as_of)
    yield from _claims(tuple(registers.elements or ()))
    yield from _unproven(tuple(registers.activities or ()), as_of)


def _days(registers: Registers) -> dict[str, list[Cell[date]]]:
    """By register the day of each of its rows."""
    return {
        "policies": [each.adopted_on for each in registers.policies or ()],
        "activities": [each.date for each in registers.activities or ()],
        "elements": [each.checked_on for each in registers.elements or ()],
        "agreements": [each.agreed_on for each in registers.agreements or ()],
        "cases": [each.signal_date for each in registers.cases or ()],
    }


def _one_day(register: str, filled: Sequence[Cell[date]]) -> Iterator[Problem]:
    """All of at least `SEVERAL` rows have one day."""
    if len(filled) >= SEVERAL and len({cell.value for cell in filled}) == 1:
        word, day = Word(f"register.{register}"), filled[0].value
        yield problem("xray.copied_day", Severity.NOTE, filled[0].at, count=len(filled), register=word, day=day)


def _later(register: str, filled: Sequence[Cell[date]], as_of: date) -> Iterator[Problem]:
    later = [cell for cell in filled if cell.value is not None and cell.value > as_of]
    if later:
        word = Word(f"register.{register}")
        yield problem("xray.later", Severity.NOTE, later[0].at, count=len(later), register=word)


def _long_ago(register: str, filled: Sequence[Cell[date]]) -> Iterator[Problem]:
    early = [cell for cell in filled if cell.value is not None and cell.value < LONG_AGO]
    if early:
        word, day = Word(f"register.{register}"), early[0].value
        yield problem("xray.long_ago", Severity.NOTE, early[0].at, count=len(early), register=word, day=day)


def _old(register: str, filled: Sequence[Cell[date]], as_of: date) -> Iterator[Problem]:
    """Nothing in the register is newer than `OLD_MONTHS`."""
    newest = max(filled, key=lambda cell: cell.value or date.min, default=None)
    if newest is not None and newest.value is not None and add_months(newest.value, OLD_MONTHS) < as_of:
        word, day = Word(f"register.{register}"), newest.value
        yield problem("xray.old", Severity.NOTE, newest.at, register=word, day=day, months=OLD_MONTHS)


def _claims(rows: Sequence[Element]) -> Iterator[Problem]:
    """A yes that nobody says to have checked, where others are; one place for all that is there; one yes for two decisions."""
    claims = [row for row in rows if row.present.value is Present.YES]
    unchecked = [row for row in claims if row.checked_on.is_empty]
    if unchecked and len(unchecked) < len(claims):
        at = min(row.checked_on.at for row in unchecked)
        yield problem("xray.unchecked", Severity.NOTE, at, count=len(unchecked))
    places = Counter(row.place.value for row in claims if row.place.value)
    if places.total() >= MANY_PLACES and len(places) == 1:
        at = min(row.place.at for row in claims if row.place.value)
        yield problem("xray.one_place", Severity.NOTE, at, count=places.total(), place=next(iter(places)))
    both = [row for row in claims if set(row.requirements) >= _BOTH_DECISIONS]
    if both:
        yield problem("xray.both_decisions", Severity.NOTE, min(row.element.at for row in both))


def _unproven(activities: Sequence[Activity], as_of: date) -> Iterator[Problem]:
    """An activity that took place and of which nothing is said to be kept, where of others it is."""
    held = [each for each in activities if each.date.value is not None and each.date.value <= as_of]
    without = [each for each in held if not each.evidence.value]
    if without and len(without) < len(held):
        yield problem("xray.no_evidence", Severity.NOTE, min(each.evidence.at for each in without), count=len(without))
