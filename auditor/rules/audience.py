"""MC-1.2: does every code say for whom it is, and does it name those it must be for?"""

from auditor.evidence import CellRef
from auditor.findings import Judgement, Verdict
from auditor.intake.words import normal
from auditor.registers import Policy
from auditor.rules.case import Case, repair, seen, verdict
from auditor.rules.element import no_code
from auditor.rules.shapes import Audience


def judge(rule: Audience, case: Case) -> Judgement:
    """`met` when audience or scope of every code in force is filled, and together they name whom the sector's law names."""
    codes = case.situation.codes
    if not codes.given:
        return verdict(Verdict.NOT_SHOWN, "no_policies", repairs=(repair("give_policies"),))
    if not codes.in_force:
        return no_code(case)
    evidence = tuple(
        seen(
            "policies",
            _at(code),
            "audience" if _text(code) else "audience.empty",
            text=_text(code),
            title=code.title.typed,
        )
        for code in codes.in_force
    )
    if not all(_text(code) for code in codes.in_force):
        return verdict(Verdict.NOT_SHOWN, "no_audience", evidence=evidence, repairs=(repair("give_audience"),))
    words = {word for code in codes.in_force for word in normal(_text(code)).split()}
    missing = [
        names[0]
        for sector, names in sorted(rule.must_name.items())
        if sector in case.sectors and not words & {form for name in names for form in (name, f"{name}s")}
    ]
    if missing:
        return verdict(
            Verdict.NOT_MET,
            "audience_lacks",
            evidence=evidence,
            missing=tuple(missing),
            repairs=(repair("name_audience", missing=tuple(missing)),),
        )
    return verdict(Verdict.MET, "audience", evidence=evidence)


def _text(code: Policy) -> str:
    """What audience and scope say, together; a cell that cannot be read says nothing."""
    return "; ".join(dict.fromkeys(cell.value for cell in (code.audience, code.scope) if cell.value))


def _at(code: Policy) -> CellRef:
    return code.audience.at if code.audience.value or not code.scope.value else code.scope.at
