"""Everything that is odd in the registers, from the modules beside this one."""

from collections.abc import Iterable
from datetime import date

from auditor.checklist import Requirement
from auditor.evidence import Problem
from auditor.registers import Registers
from auditor.rules.shapes import Reached
from auditor.xray.documents import odd_documents
from auditor.xray.people import odd_people
from auditor.xray.trainings import odd_trainings


def look_at(registers: Registers, requirements: Iterable[Requirement], as_of: date) -> tuple[Problem, ...]:
    """Questions about the registers; the trainings that `requirements` ask of everybody are those that are looked at."""
    rules = (each.evidence for each in requirements)
    topics = frozenset(topic for rule in rules if isinstance(rule, Reached) for topic in rule.topics)
    return (
        *odd_trainings(registers, topics, as_of),
        *odd_people(registers, as_of),
        *odd_documents(registers, as_of),
    )
