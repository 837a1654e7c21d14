"""What needs something done, and what to begin with: the same on the page, in the list and on the terminal."""

from collections.abc import Mapping, Sequence

from auditor.checklist import Layer, Requirement
from auditor.findings import WORST_FIRST, Verdict
from auditor.render.cards import rule_of
from auditor.result import RequirementOut, Result

NEEDS_ATTENTION = tuple(each for each in WORST_FIRST if each not in {Verdict.MET, Verdict.NOT_APPLICABLE})


def urgent(result: Result) -> list[RequirementOut]:
    """The requirements that need something done: law before the rest, worst first, else in the result's order."""
    layers = list(Layer)
    todo = [each for each in result.requirements if Verdict(each.verdict) in NEEDS_ATTENTION]
    todo.sort(key=lambda each: (layers.index(Layer(each.layer)), NEEDS_ATTENTION.index(Verdict(each.verdict))))
    return todo


def causes(todo: Sequence[RequirementOut], entries: Mapping[str, Requirement]) -> list[RequirementOut]:
    """Those of `todo` to begin with: not what is derived from others, nor what waits for a code to be adopted first."""
    rules = {each.id: rule_of(entries[each.id]) if each.id in entries else "" for each in todo}
    adopting = {each.would_be_met_if for each in todo if rules[each.id] == "policy_in_force"} - {""}
    found = [
        each
        for each in todo
        if rules[each.id] == "policy_in_force" or (rules[each.id] != "derived" and each.would_be_met_if not in adopting)
    ]
    return found or list(todo)
