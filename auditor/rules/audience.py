"""MC-1.2: does every code say for whom it is, and does it name those it must be for?"""

from collections.abc import Collection, Iterable

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
    needed = {sector: names for sector, names in rule.must_name.items() if sector in case.sectors}
    texts = [set(normal(_text(code)).split()) for code in codes.in_force]
    sure = {word for words in texts if not words & set(rule.doubt) for word in words}
    lacking = [names for _, names in sorted(needed.items()) if not _names(sure, names)]
    if lacking and all(_names(set().union(*texts), names) for names in lacking):
        return verdict(Verdict.NOT_SHOWN, "doubtful_text", evidence=evidence, repairs=(repair("say_plainly"),))
    if lacking:
        missing = tuple(names[0] for names in lacking)
        fix = repair("name_audience", missing=missing)
        return verdict(Verdict.NOT_MET, "audience_lacks", evidence=evidence, missing=missing, repairs=(fix,))
    return verdict(Verdict.MET, "audience", evidence=evidence)


def _names(words: Collection[str], names: Iterable[str]) -> bool:
    """Whether one of the names stands among the words, in the singular or with an s."""
    return any(form in words for name in names for form in (name, f"{name}s"))


def _text(code: Policy) -> str:
    """What audience and scope say, together; a cell that cannot be read says nothing."""
    return "; ".join(dict.fromkeys(cell.value for cell in (code.audience, code.scope) if cell.value))


def _at(code: Policy) -> CellRef:
    return code.audience.at if code.audience.value or not code.scope.value else code.scope.at
