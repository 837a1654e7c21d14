"""MC-1.4: is the code about domestic violence and about child abuse?"""

from collections.abc import Iterable

from auditor.evidence import Word
from auditor.findings import Judgement, Verdict
from auditor.intake.words import has_phrase, normal
from auditor.rules.case import Case, repair, seen, verdict
from auditor.rules.element import declared, no_code
from auditor.rules.shapes import BothSubjects


def judge(rule: BothSubjects, case: Case) -> Judgement:
    """`met` when titles, kinds and scopes of the codes in force together name every subject; an elements row if they name none."""
    codes = case.situation.codes
    if not codes.given:
        return verdict(Verdict.NOT_SHOWN, "no_policies", repairs=(repair("give_policies"),))
    if not codes.in_force:
        return no_code(case)
    texts = [
        normal(cell.value.replace("&", " "))
        for code in codes.in_force
        for cell in (code.title, code.kind, code.scope)
        if cell.value
    ]
    sure = [text for text in texts if not set(text.split()) & set(rule.doubt)]
    named = _named(rule, sure)
    evidence = tuple(seen("policies", code.title.at, "title", title=code.title.typed) for code in codes.in_force)
    if named != _named(rule, texts):
        return verdict(Verdict.NOT_SHOWN, "doubtful_text", evidence=evidence, repairs=(repair("say_plainly"),))
    if not named:
        return (
            declared(case)
            if case.rows
            else verdict(Verdict.NOT_SHOWN, "no_subject", evidence=evidence, repairs=(repair("name_subjects"),))
        )
    missing = tuple(Word(f"subject.{subject}") for subject in rule.subjects if subject not in named)
    if missing:
        return verdict(
            Verdict.NOT_MET,
            "one_subject",
            evidence=evidence,
            missing=missing,
            repairs=(repair("add_subject", missing=missing),),
        )
    return verdict(Verdict.MET, "both_subjects", evidence=evidence)


def _named(rule: BothSubjects, texts: Iterable[str]) -> list[str]:
    """The subjects of which a phrase stands in one of the texts."""
    every = tuple(texts)
    return [
        subject
        for subject, phrases in rule.subjects.items()
        if any(has_phrase(text, phrase) for text in every for phrase in phrases)
    ]
