"""What a rule is given: the organisation on the day, and the requirement at hand. All of it is computed once."""

from collections.abc import Callable, Mapping
from datetime import date

import msgspec

from auditor.checklist import Requirement
from auditor.evidence import CellRef, Sentence, sentence
from auditor.findings import Judgement, Observation, Verdict
from auditor.registers import Element, Registers
from auditor.rules.codes import Codes
from auditor.rules.scope import Scope


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """One organisation on one day. `sectors` are those that a statute binds on that day.

    `solo`: one person works alone, by sector or by the organisation's own word, and the staff register does not say
    otherwise; `solo_sector`: by sector. `solo_at` is the cell that says so, if one does.
    """

    registers: Registers
    as_of: date
    sectors: tuple[str, ...]
    solo: bool
    solo_sector: bool
    solo_at: CellRef | None
    codes: Codes
    scope: Scope | None
    elements: Mapping[str, tuple[Element, ...]]
    induction_months: int


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
