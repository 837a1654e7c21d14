"""MC-1.1: is there a code, and is it in force?"""

from auditor.findings import Judgement, Verdict
from auditor.rules.case import Case, repair, seen, verdict
from auditor.rules.codes import SURELY_NOT, Standing
from auditor.rules.shapes import PolicyInForce


def judge(_: PolicyInForce, case: Case) -> Judgement:
    """`met` with a code in force; `not_shown` without a register, or where a row may be in force but does not show it."""
    codes = case.situation.codes
    if not codes.given:
        return verdict(Verdict.NOT_SHOWN, "no_policies", repairs=(repair("give_policies"),))
    if not codes.rows:
        return verdict(Verdict.NOT_MET, "no_code", repairs=(repair("adopt_code"),))
    if codes.in_force:
        evidence = tuple(
            seen("policies", each.adopted_on.at, "adopted", day=each.adopted_on.value, title=each.title.typed)
            for each in codes.in_force
        )
        return verdict(Verdict.MET, "code_in_force", evidence=evidence, n=len(codes.in_force))
    evidence = tuple(
        seen("policies", row.at, f"code.{row.standing}", title=row.policy.title.typed) for row in codes.rows
    )
    doubtful = [row for row in codes.rows if row.standing not in SURELY_NOT]
    if not doubtful:
        return verdict(Verdict.NOT_MET, "no_code_in_force", evidence=evidence, repairs=(repair("adopt_code"),))
    row = doubtful[0]
    fix = "give_status" if row.standing is Standing.UNKNOWN_STATUS else "give_date"
    return verdict(Verdict.NOT_SHOWN, "code_not_shown", evidence=evidence, repairs=(repair(fix),))
