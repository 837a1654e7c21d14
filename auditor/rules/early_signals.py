"""Whether risks and early signs are recorded, below the level of a suspicion (MC-5.7)."""

from auditor.findings import Judgement, Verdict
from auditor.intake.phrases import holds_any, prepared
from auditor.registers import Case as Row
from auditor.rules.case import Case, repair, seen, verdict
from auditor.rules.element import declared
from auditor.rules.shapes import EarlySignals


def judge(rule: EarlySignals, case: Case) -> Judgement:
    """`met` by a dated row at such a level; else what an elements row says; else `not_met` where only other levels are used.

    Without levels in the step register, and without an elements row, it is not shown.
    """
    as_of = case.situation.as_of
    rows = [
        row
        for row in case.situation.registers.cases or ()
        if row.signal_date.value is not None and row.signal_date.value <= as_of
    ]
    early = tuple(row for row in rows if _is_early(rule, row))
    if early:
        evidence = tuple(
            seen("cases", row.level.at, "early_signal", case=row.case.typed, day=row.signal_date.value) for row in early
        )
        return verdict(Verdict.MET, "early_signals", evidence=evidence, n=len(early))
    if case.rows:
        return declared(case)
    levels = [row for row in rows if row.level.value]
    repairs = (repair("record_early"), repair("or_declare"))
    if levels:
        evidence = tuple(seen("cases", row.level.at, "other_level", case=row.case.typed) for row in levels)
        return verdict(Verdict.NOT_MET, "no_early_signals", evidence=evidence, repairs=repairs)
    return verdict(Verdict.NOT_SHOWN, "no_levels", repairs=repairs)


def _is_early(rule: EarlySignals, row: Row) -> bool:
    text = prepared(row.level.value or "")
    return holds_any(text, rule.levels) and not holds_any(text, rule.unless)
