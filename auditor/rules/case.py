"""What a rule is given: the organisation on the day, and the requirement at hand. All of it is computed once."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property

import msgspec

from auditor.checklist import Requirement
from auditor.evidence import CellRef, Sentence, sentence
from auditor.findings import Judgement, Observation, Verdict
from auditor.registers import Element, Registers
from auditor.rules.codes import Codes
from auditor.rules.scope import Scope, find_scope


class Situation(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One organisation on one day. `sectors` are those that a statute binds on that day.

    `solo_by_sector` and `solo_by_fact`: all sectors are of people who work alone, or the organisation says that it is one
    person; `solo_at` is the cell that says so, if one does.
    """

    registers: Registers
    as_of: date
    sectors: tuple[str, ...]
    solo_by_sector: bool
    solo_by_fact: bool
    solo_at: CellRef | None
    codes: Codes
    elements: Mapping[str, tuple[Element, ...]]
    induction_months: int

    @cached_property
    def scope(self) -> Scope | None:
        """The staff register on the day, found when a rule asks for it; nothing where none was given."""
        staff = self.registers.staff
        return None if staff is None else find_scope(staff, self.as_of, self.induction_months)

    @cached_property
    def perhaps_left(self) -> frozenset[int]:
        """Who left before the day by the staff register, or on a day that cannot be read."""
        ends = ((each.key, each.end) for each in self.registers.staff or ())
        return frozenset(
            key for key, end in ends if end.is_unreadable or (end.value is not None and end.value < self.as_of)
        )

    @property
    def solo(self) -> bool:
        """Whether one person works alone, by sector or by its own word, and the staff register does not say otherwise."""
        return (self.solo_by_sector or self.solo_by_fact) and self._is_alone

    @property
    def solo_sector(self) -> bool:
        """Whether one person works alone, by sector."""
        return self.solo_by_sector and self._is_alone

    @property
    def _is_alone(self) -> bool:
        return self.scope is None or self.scope.employed <= 1


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """A requirement that applies, for the `sectors` it binds; `judged` gives the judgement on another one, if it applies."""

    situation: Situation
    requirement: Requirement
    sectors: tuple[str, ...]
    judged: Callable[[str], Judgement | None]

    @property
    def rows(self) -> tuple[Element, ...]:
        """The elements rows that name this requirement."""
        return self.situation.elements.get(self.requirement.id, ())


def verdict(
    value: Verdict,
    says: str,
    /,
    *,
    evidence: tuple[Observation, ...] = (),
    repairs: tuple[Sentence, ...] = (),
    more: Mapping[str, object] | None = None,
    **facts: object,
) -> Judgement:
    """A judgement whose reason is `reason.<says>` with `facts` and `more`."""
    reason = sentence(f"reason.{says}", **facts, **(more or {}))
    return Judgement(verdict=value, reason=reason, evidence=evidence, repairs=repairs)


def seen(register: str, at: CellRef, says: str, /, **facts: object) -> Observation:
    """Something seen in a register: `seen.<says>` with `facts`."""
    return Observation(register, at, sentence(f"seen.{says}", **facts))


def repair(says: str, /, **facts: object) -> Sentence:
    """A repair: `repair.<says>` with `facts`."""
    return sentence(f"repair.{says}", **facts)
