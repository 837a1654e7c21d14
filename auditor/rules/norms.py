"""Norms that no law sets: the organisation's own where it gave one, else ours; and what they make of a share."""

from collections.abc import Iterable

import msgspec

from auditor.checklist import Layer
from auditor.evidence import Cell, CellRef, Sentence, Word
from auditor.findings import Judgement, Measure, Observation, Verdict
from auditor.rules.case import Case, repair, seen, verdict

_WHOLE = 100


class Norm(msgspec.Struct, frozen=True):
    """A number to hold something against, and whose it is. `at` is the cell of a norm that cannot be read."""

    value: int
    by: Word
    is_own: bool = False
    at: CellRef | None = None
    typed: str = ""

    @property
    def whose(self) -> Word:
        """Who set it, in words."""
        return Word("norm.own") if self.is_own else self.by


_BY = {
    Layer.OWN_NORM: Word("norm.own"),
    Layer.SUPERVISOR_NORM: Word("norm.supervisor"),
    Layer.PROFESSIONAL_NORM: Word("norm.profession"),
}


def set_by(case: Case) -> Word:
    """Who sets the numbers of a requirement: we do in what we call good practice, else who asks it."""
    return _BY.get(case.requirement.layer, Word("norm.ours"))


def own_or(case: Case, field: str, default: int, most: int | None = None) -> Norm:
    """The organisation's own number in `field` of its sheet, else `default`; more than `most` cannot be read."""
    organisation = case.situation.registers.organisation
    cell: Cell[int] | None = getattr(organisation, field) if organisation is not None else None
    if cell is None or cell.is_empty:
        return Norm(default, set_by(case))
    if cell.value is None or (most is not None and cell.value > most):
        return Norm(default, set_by(case), is_own=True, at=cell.at, typed=cell.typed)
    return Norm(cell.value, set_by(case), is_own=True)


def percent_norm(case: Case, default: int = _WHOLE) -> Norm:
    """The share that must be reached, in percent."""
    return own_or(case, "training_norm_percent", default, most=_WHOLE)


def induction_norm(case: Case) -> Norm:
    """How many months somebody counts as new: the same number that decides who counts. One that cannot be read is no norm."""
    organisation, months = case.situation.registers.organisation, case.situation.induction_months
    cell: Cell[int] | None = organisation.induction_months if organisation is not None else None
    if cell is None or cell.is_empty:
        return Norm(months, Word("norm.ours"))
    if cell.value is None:
        return Norm(months, Word("norm.ours"), is_own=True, at=cell.at, typed=cell.typed)
    return Norm(months, Word("norm.ours"), is_own=True)


def newcomer_facts(case: Case) -> dict[str, object]:
    """For how long somebody is a newcomer, and who says so: what a reason tells beside the number of them."""
    norm = induction_norm(case)
    return {"term": norm.value, "whose_term": norm.whose if norm.at is None else norm.by}


def layer_of(norms: Iterable[Norm]) -> str:
    """`own_norm` where one of the norms is the organisation's own; empty where all of them are ours."""
    return str(Layer.OWN_NORM) if any(norm.is_own for norm in norms) else ""


def unread(norms: Iterable[Norm]) -> Judgement | None:
    """Not shown, where a norm of the organisation's own cannot be read: ours might be the easier one."""
    at = next((norm for norm in norms if norm.at is not None), None)
    if at is None or at.at is None:
        return None
    evidence = (seen("organisation", at.at, "norm_unreadable", typed=at.typed),)
    return verdict(Verdict.NOT_SHOWN, "norm_unreadable", evidence=evidence, repairs=(repair("write_norm"),))


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """What was counted: the measure, the facts of its reason, the cells, and what would make it more.

    `doubtful`: something that cannot be read may have kept a gap out of the count, so that all of it is no proof.
    """

    measure: Measure
    facts: dict[str, object] = {}
    evidence: tuple[Observation, ...] = ()
    repairs: tuple[Sentence, ...] = ()
    doubtful: bool = False


def held_against(counted: Counted, norm: Norm, says: str) -> Judgement:
    """`met` where the share reaches the norm, `partly_met` above nothing, `not_met` at nothing."""
    covered, population = counted.measure.covered, counted.measure.population
    reached = covered > 0 and covered * _WHOLE >= norm.value * population
    value = Verdict.MET if reached else Verdict.PARTLY_MET if covered else Verdict.NOT_MET
    if reached and counted.doubtful:
        value = Verdict.NOT_SHOWN
    facts = {
        "covered": covered,
        "population": population,
        "percent": covered * _WHOLE // population,
        "norm": norm.value,
        "whose": norm.whose,
        **counted.facts,
    }
    repairs = () if value is Verdict.MET else counted.repairs
    return msgspec.structs.replace(
        verdict(value, says, evidence=counted.evidence, repairs=repairs, more=facts), measure=counted.measure
    )
