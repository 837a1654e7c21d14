"""Every scenario gets the verdicts that it draws; every requirement has one that meets it and one that does not."""

from collections import defaultdict

import pytest

from auditor.checklist import Requirement
from auditor.findings import Verdict
from auditor.library import load_library
from auditor.rules.shapes import ForAPerson, PolicyNamed

from .scenario import HERE, Scenario, found_in, judge, problem_cells, read_scenarios, scenario_files

DRAWN = [
    pytest.param(scenario, id=f"{path.relative_to(HERE).with_suffix('')}{scenario.case and f': {scenario.case}'}")
    for path in scenario_files()
    for scenario in read_scenarios(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("scenario", DRAWN)
def test_a_scenario_gets_the_verdicts_it_draws(scenario: Scenario) -> None:
    outcome, intake = judge(scenario)
    assert [found_in(outcome, each) for each in scenario.expected] == list(scenario.expected)
    assert scenario.conclusion in {"", str(outcome.conclusion)}
    assert set(scenario.problems) <= problem_cells(outcome, intake)
    met = [each for each in outcome.findings if each.judgement.verdict is Verdict.MET]
    assert [each.requirement for each in met if not any(seen.at.cell for seen in each.judgement.evidence)] == []


def test_every_requirement_has_a_scenario_that_meets_it_and_one_that_does_not() -> None:
    drawn: dict[str, set[frozenset[str]]] = defaultdict(set)
    for path in scenario_files():
        for scenario in read_scenarios(path.read_text(encoding="utf-8")):
            for each in scenario.expected:
                drawn[each.requirement].add(each.verdicts)
    met = frozenset({str(Verdict.MET)})
    judged = [each for each in load_library().checklist.requirements if not isinstance(each.evidence, ForAPerson)]
    assert [each.id for each in judged if met not in drawn[each.id] or not short_of(each) & drawn[each.id]] == []


def short_of(requirement: Requirement) -> set[frozenset[str]]:
    """The verdicts of a requirement that is not met; a neighbouring duty without a document is asked of a person."""
    short = (Verdict.NOT_MET, Verdict.PARTLY_MET, Verdict.NOT_SHOWN)
    asked = isinstance(requirement.evidence, PolicyNamed) and not requirement.evidence.element
    return {frozenset({str(verdict)}) for verdict in ((Verdict.FOR_A_PERSON,) if asked else short)}
