"""Which function judges which shape: the one list of rules. A new rule adds its name here and its shape in `shapes`."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from auditor.findings import Judgement
from auditor.rules import (
    agreed,
    audience,
    both_subjects,
    cases,
    continuous,
    derived,
    early_signals,
    element,
    figures,
    for_a_person,
    held,
    indicator,
    owned,
    policy_in_force,
    policy_named,
    reached,
    shapes,
    skills,
    somebody,
    used,
)
from auditor.rules.case import Case

JUDGES: Final[Mapping[type[Any], Callable[[Any, Case], Judgement]]] = {
    shapes.PolicyInForce: policy_in_force.judge,
    shapes.Audience: audience.judge,
    shapes.Element: element.judge,
    shapes.Derived: derived.judge,
    shapes.BothSubjects: both_subjects.judge,
    shapes.Reached: reached.judge,
    shapes.Used: used.judge,
    shapes.PolicyNamed: policy_named.judge,
    shapes.Indicator: indicator.judge,
    shapes.Cases: cases.judge,
    shapes.Agreed: agreed.judge,
    shapes.Held: held.judge,
    shapes.Continuous: continuous.judge,
    shapes.Skills: skills.judge,
    shapes.Somebody: somebody.judge,
    shapes.Owned: owned.judge,
    shapes.EarlySignals: early_signals.judge,
    shapes.Figures: figures.judge,
    shapes.ForAPerson: for_a_person.judge,
}


def judge(case: Case) -> Judgement:
    """The judgement on a requirement that applies."""
    rule = case.requirement.evidence
    return JUDGES[type(rule)](rule, case)
