"""What a command says on the terminal when it is done."""

from collections.abc import Sequence

from auditor.evidence import Word
from auditor.result import RequirementOut, Result
from auditor.texts import Texts

_URGENT = ("not_met", "partly_met", "not_shown", "for_a_person")
_FIRST = 3


def summary(result: Result, targets: Sequence[str], texts: Texts) -> str:
    """Conclusion, counts per layer, the first things to do, problems, and where the files are."""
    name = result.organisation.name or texts.word("summary.no_name")
    lines = [
        texts.word("summary.head", name=name, day=result.as_of),
        texts.word(f"summary.conclusion.{conclusion(result)}"),
        "",
        *_counts(result, texts),
    ]
    if first := urgent(result)[:_FIRST]:
        lines += ["", texts.word("summary.first")]
        lines += [
            f"  {i}. {each.id} {each.title}: {each.would_be_met_if or each.advice}" for i, each in enumerate(first, 1)
        ]
    serious = sum(each.count for each in result.problems if each.severity != "note")
    if serious:
        lines += ["", texts.word("summary.problems", n=serious)]
    lines += ["", *(texts.word("summary.written", file=target) for target in targets)]
    return "\n".join(lines)


def conclusion(result: Result) -> str:
    """The conclusion; `no_law` where on that day no law asked anything of these sectors, so that nothing could be shown."""
    law = result.totals.law
    applies = any(getattr(law, verdict) for verdict in type(law).__struct_fields__ if verdict != "not_applicable")
    return result.conclusion if applies else "no_law"


def urgent(result: Result) -> list[RequirementOut]:
    """What is to be done on the law, worst verdict first."""
    law = [each for each in result.requirements if each.layer == "law" and each.verdict in _URGENT]
    return sorted(law, key=lambda each: _URGENT.index(each.verdict))


def _counts(result: Result, texts: Texts) -> list[str]:
    lines = []
    for layer in type(result.totals).__struct_fields__:
        counts = getattr(result.totals, layer)
        shown = [
            f"{texts.show(Word(f'verdict.{verdict}'))} {texts.number(n)}"
            for verdict in type(counts).__struct_fields__
            if (n := getattr(counts, verdict))
        ]
        if shown:
            lines.append(f"{texts.show(Word(f'layer.{layer}'))}: {', '.join(shown)}")
    return lines
