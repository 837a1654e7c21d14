"""What an audit says: verdicts, and why."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

import msgspec

from auditor.evidence import CellRef, Problem, Sentence

T = TypeVar("T")


class Verdict(StrEnum):
    """The six verdicts; their order of badness is `WORST_FIRST`."""

    MET = "met"
    PARTLY_MET = "partly_met"
    NOT_MET = "not_met"
    NOT_SHOWN = "not_shown"
    FOR_A_PERSON = "for_a_person"
    NOT_APPLICABLE = "not_applicable"


WORST_FIRST = (
    Verdict.NOT_MET,
    Verdict.PARTLY_MET,
    Verdict.NOT_SHOWN,
    Verdict.FOR_A_PERSON,
    Verdict.MET,
    Verdict.NOT_APPLICABLE,
)


class Conclusion(StrEnum):
    """Decided by the layer `law` alone: see `auditor.evaluate.conclude`."""

    PROOF = "proof"
    GAPS = "gaps"
    NOT_SHOWN = "not_shown"


class Observation(msgspec.Struct, frozen=True):
    """One thing that was seen, in one place of one register."""

    register: str
    at: CellRef
    says: Sentence


class Share(msgspec.Struct, frozen=True):
    """So many of so many, in one location or function (`name` is empty where the register names none)."""

    name: str
    covered: int
    population: int


class Crossing(msgspec.Struct, frozen=True):
    """So many of so many with one function in one location; both may be empty, for those of whom it is not known."""

    location: str
    function: str
    covered: int
    population: int


class Skill(msgspec.Struct, frozen=True):
    """How many of the `people` of a team are trained in a topic."""

    team: str
    topic: str
    able: int
    people: int


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """How many of the people who count are covered, in all, by location, by function, and where these two cross.

    `crossed` is empty where the register does not name both. `skills` is there where teams are looked at by topic.
    """

    covered: int
    population: int
    by_location: tuple[Share, ...] = ()
    by_function: tuple[Share, ...] = ()
    crossed: tuple[Crossing, ...] = ()
    skills: tuple[Skill, ...] = ()


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule decided: the verdict, why, on which cells, and what would turn it.

    `repairs` is the smallest set of repairs that would make it `met`; empty where it is `met` or cannot become so.
    `layer` is empty but where the rule decides it: a norm is the organisation's own where the organisation gave it.
    """

    verdict: Verdict
    reason: Sentence
    evidence: tuple[Observation, ...] = ()
    repairs: tuple[Sentence, ...] = ()
    measure: Measure | None = None
    problems: tuple[Problem, ...] = ()
    layer: str = ""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """The judgement on one requirement, for the sectors it binds here.

    `layer` and `sectors` are those of this organisation on this day: one requirement may be law for one sector and good
    practice for another.
    """

    requirement: str
    layer: str
    sectors: tuple[str, ...]
    judgement: Judgement


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """The whole judgement of one organisation on one day."""

    as_of: date
    sectors: tuple[str, ...]
    conclusion: Conclusion
    findings: tuple[Finding, ...]
    totals: Mapping[str, Mapping[str, int]]
    problems: tuple[Problem, ...]


def worst(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those judgements that have the worst verdict among them; none of none."""
    found = tuple(judgements)
    bad = next((verdict for verdict in WORST_FIRST if any(each.verdict is verdict for each in found)), None)
    return tuple(each for each in found if each.verdict is bad)


def distinct(things: Iterable[T]) -> tuple[T, ...]:
    """Each thing once, in order; sentences hold facts and so have no hash."""
    out: list[T] = []
    for thing in things:
        if thing not in out:
            out.append(thing)
    return tuple(out)
