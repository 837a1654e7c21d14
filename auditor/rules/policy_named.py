"""A document that is no meldcode: neighbouring duties (NB-*), and tools that an organisation may have in use."""

from msgspec.structs import replace

from auditor.findings import Judgement, Observation, Verdict, distinct
from auditor.intake.known import DENIALS
from auditor.intake.phrases import holds_any, prepared, without
from auditor.intake.words import normal
from auditor.registers import Policy
from auditor.rules.case import Case, repair, seen, verdict
from auditor.rules.codes import CodeRow, Standing, stable, stand
from auditor.rules.element import declared
from auditor.rules.shapes import PolicyNamed


def judge(rule: PolicyNamed, case: Case) -> Judgement:
    """`met` by a document in force that names it; else `for_a_person`, or where an elements row may show it, what that says."""
    rows = find_named(rule, case)
    in_force = tuple(row for row in rows if row.standing is Standing.IN_FORCE)
    if in_force:
        evidence = tuple(
            seen("policies", row.at, "adopted", day=row.policy.adopted_on.value, title=row.policy.title.typed)
            for row in in_force
        )
        return verdict(Verdict.MET, "policy_named", evidence=evidence, n=len(evidence))
    evidence = tuple(_why_not(row) for row in rows)
    if rule.element:
        return _declared(case, evidence)
    says = "policy_not_in_force" if rows else "policy_not_named" if case.situation.codes.given else "no_policies_ask"
    return verdict(Verdict.FOR_A_PERSON, says, evidence=evidence, repairs=(repair("record_policy"),))


def find_named(rule: PolicyNamed, case: Case) -> tuple[CodeRow, ...]:
    """The policies that name it and are no meldcode, with where each stands on the day."""
    policies = case.situation.registers.policies or ()
    named = (stand(each, case.situation.as_of) for each in policies if not each.is_code and _names(each, rule))
    return tuple(sorted(named, key=stable))


def _names(policy: Policy, rule: PolicyNamed) -> bool:
    """By its title, its kind, or both in a row ("Protocol", "Seksueel misbruik"); a kind that is something else is none, whatever the title."""
    title, kind = policy.title.value or "", policy.kind.value or ""
    if normal(title).partition(" ")[0] in DENIALS:
        return False
    sort = prepared(kind)
    if sort.words and not without(sort, rule.unless).words:
        return False
    texts = (without(prepared(text), rule.unless) for text in (title, kind, f"{kind} {title}"))
    return any(holds_any(text, rule.phrases) for text in texts)


def _why_not(row: CodeRow) -> Observation:
    return seen("policies", row.at, f"code.{row.standing}", title=row.policy.title.typed)


def _declared(case: Case, evidence: tuple[Observation, ...]) -> Judgement:
    """What the elements register says; where it says nothing, a document in force would do as well."""
    if not case.rows:
        repairs = (repair("record_policy"), repair("or_declare"))
        return verdict(Verdict.NOT_SHOWN, "policy_or_element", evidence=evidence, repairs=repairs)
    judged = declared(case)
    return replace(judged, evidence=distinct((*judged.evidence, *evidence)))
