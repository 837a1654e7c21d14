"""Every scenario gets the verdicts that it draws; every requirement has one that meets it and one that does not."""

from collections import defaultdict
from pathlib import Path

import pytest

from auditor.checklist import Layer
from auditor.findings import Verdict
from auditor.library import load_library

from .scenario import HERE, cells_of, judge, read_scenario, scenario_files


@pytest.mark.parametrize("path", scenario_files(), ids=lambda path: str(path.relative_to(HERE).with_suffix("")))
def test_a_scenario_gets_the_verdicts_it_draws(path: Path) -> None:
    scenario = read_scenario(path.read_text(encoding="utf-8"))
    outcome, _ = judge(scenario)
    found = {each.requirement: str(each.judgement.verdict) for each in outcome.findings}
    assert {each.requirement: found.get(each.requirement) for each in scenario.expected} == {
        each.requirement: each.verdict for each in scenario.expected
    }
    for each in scenario.expected:
        if each.cell:
            assert each.cell in cells_of(outcome, each.requirement), each.requirement
    if scenario.conclusion:
        assert outcome.conclusion == scenario.conclusion


def test_every_legal_requirement_has_a_scenario_that_meets_it_and_one_that_does_not() -> None:
    drawn: dict[str, set[str]] = defaultdict(set)
    for path in scenario_files():
        for each in read_scenario(path.read_text(encoding="utf-8")).expected:
            drawn[each.requirement].add(each.verdict)
    short_of = {Verdict.NOT_MET, Verdict.PARTLY_MET, Verdict.NOT_SHOWN}
    law = [each for each in load_library().checklist.requirements if each.layer is Layer.LAW]
    bare = [each.id for each in law if each.evidence.__class__.__name__ != "ForAPerson"
            and not (Verdict.MET in drawn[each.id] and short_of & drawn[each.id])]
    assert bare == []
