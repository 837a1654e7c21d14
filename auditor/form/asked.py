"""Which requirements the intake workbook asks about, one row each."""

from collections.abc import Iterable
from datetime import date

import msgspec

from auditor.checklist import Fact, Requirement
from auditor.layouts import Library
from auditor.rules.shapes import Element
from auditor.texts import Texts


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """For whom an intake workbook is made: the codes of the sectors, the day, the language, and the checklist."""

    library: Library
    texts: Texts
    day: date
    sectors: tuple[str, ...]

    @property
    def bound(self) -> tuple[Requirement, ...]:
        """The requirements that bind the sectors on the day, in the checklist's order."""
        checklist = self.library.checklist
        sectors = checklist.bound(self.day, self.sectors)
        return tuple(each for each in checklist.on(self.day) if each.sectors_on(self.day, sectors))


def asked(order: Order) -> tuple[Requirement, ...]:
    """The requirements that a row of the elements register answers, and nothing else does."""
    return tuple(each for each in order.bound if _is_answered_by_a_row(each))


def facts(order: Order) -> frozenset[Fact]:
    """The facts about the organisation on which a requirement depends."""
    return frozenset(each.condition.fact for each in order.bound if each.condition is not None)


def may_not_apply(requirement: Requirement) -> bool:
    """Whether `n.v.t.` can be the answer: the law itself says "where applicable", or it depends on a fact."""
    rule = requirement.evidence
    return requirement.condition is not None or (isinstance(rule, Element) and rule.conditional)


def named(requirements: Iterable[Requirement], lang: str) -> list[str]:
    """The requirements as a list to choose from: id and title."""
    return [f"{each.id} {each.title.in_(lang)}" for each in requirements]


def _is_answered_by_a_row(requirement: Requirement) -> bool:
    rule = msgspec.to_builtins(requirement.evidence)
    by_kind = {"element": True, "for_a_person": rule.get("answerable", True)}
    return bool(by_kind.get(rule["rule"], rule.get("element", False)))
