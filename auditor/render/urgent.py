"""What needs something done, and what to begin with: the same on the page, in the list and on the terminal."""

from collections.abc import Container, Mapping, Sequence

from auditor.checklist import Layer, Requirement
from auditor.findings import WORST_FIRST, Verdict
from auditor.render.cards import rule_of
from auditor.result import RequirementOut, Result
from auditor.rules.shapes import ForAPerson

NEEDS_ATTENTION = tuple(each for each in WORST_FIRST if each not in {Verdict.MET, Verdict.NOT_APPLICABLE})

_LAYERS = {layer: i for i, layer in enumerate(Layer)}


def urgent(result: Result, entries: Mapping[str, Requirement], late: Container[str] = ()) -> list[RequirementOut]:
    """The requirements that need something done; last what only informs, for nobody can ever be done with that.

    Law before the rest, the worst verdict first, then those of `late`, then what touches most: a gap in the code itself
    touches everybody, one in a measure those who are not covered. What is equal stays in the result's order.
    """

    def order(each: RequirementOut) -> tuple[bool, int, int, bool, bool, int]:
        left = _left(each)
        return (
            _only_informs(entries.get(each.id)),
            _LAYERS[Layer(each.layer)],
            NEEDS_ATTENTION.index(Verdict(each.verdict)),
            each.id not in late,
            left is not None,
            -(left or 0),
        )

    return sorted((each for each in result.requirements if Verdict(each.verdict) in NEEDS_ATTENTION), key=order)


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


def _left(judged: RequirementOut) -> int | None:
    """How many are not covered; nothing where nothing is counted."""
    return judged.measure.population - judged.measure.covered if judged.measure else None


def _only_informs(entry: Requirement | None) -> bool:
    """Whether a requirement tells of a right or a duty of others, and no register can answer it."""
    return entry is not None and isinstance(entry.evidence, ForAPerson) and not entry.evidence.answerable
