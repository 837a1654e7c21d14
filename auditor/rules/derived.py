"""The worst of other requirements, unless the elements register answers it itself (MC-1.3, MC-2.1.a)."""

from auditor.evidence import Word
from auditor.findings import Judgement, Verdict, distinct, worst
from auditor.rules.case import Case, verdict
from auditor.rules.element import declared
from auditor.rules.shapes import Derived


def judge(rule: Derived, case: Case) -> Judgement:
    """An elements row that names it comes first; else the worst of those in `of` that apply; `not_shown` if none does."""
    if case.rows:
        return declared(case)
    parts = {each: judgement for each in rule.of if (judgement := case.judged(each)) is not None}
    applying = {each: part for each, part in parts.items() if part.verdict is not Verdict.NOT_APPLICABLE}
    bad = worst(applying.values())
    if not bad:
        return verdict(Verdict.NOT_SHOWN, "derived_nothing")
    names = tuple(each for each, part in applying.items() if part.verdict is bad[0].verdict)
    word = Word(f"verdict.{bad[0].verdict}")
    return verdict(
        bad[0].verdict,
        "derived",
        evidence=distinct(seen for part in bad for seen in part.evidence),
        repairs=distinct(fix for part in bad for fix in part.repairs),
        more={"parts": names, "n": len(names), "verdict": word},
    )
