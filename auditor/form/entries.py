"""What may be typed in which column, and what is said there."""

from collections.abc import Sequence

import msgspec

from auditor.checklist import Requirement
from auditor.form.asked import Order, may_not_apply, named
from auditor.intake.words import normal
from auditor.layouts import Field, Kind
from auditor.texts import Texts
from auditor.workbook.parts import Anything, Choice, DayOnly, Entry, Rule, WholeNumber

ROOM = 5000
"""Rows below the headings that are ready to be filled in."""
_MOST = {"training_norm_percent": 100, "induction_months": 12}
_MOST_MONTHS = 120
_STATUSES = ("adopted", "draft", "withdrawn")
_RESULTS = ("passed", "planned", "failed")


class Lists(msgspec.Struct, frozen=True, kw_only=True):
    """The lists to choose from that are too long for a cell: one column of a hidden sheet, one after another."""

    sheet: str
    words: tuple[str, ...]
    cells: dict[str, str]


def make_lists(order: Order) -> Lists:
    """Sectors, requirements and topics of the checklist."""
    texts, library = order.texts, order.library
    lists = {
        "sectors": [sector.id for sector in library.checklist.sectors],
        "requirements": named(order.bound, texts.lang),
        "acceptable": named((each for each in order.bound if each.layer_for(order.sectors) != "law"), texts.lang),
        "topics": [texts.word(f"form.topic.{each.id}") for each in library.vocabulary.topics],
    }
    sheet, words, cells = texts.word("form.lists"), [texts.word("form.lists_intro")], {}
    for name, values in lists.items():
        cells[name] = f"'{sheet}'!$A${len(words) + 1}:$A${len(words) + max(len(values), 1)}"
        words += values or [""]
    return Lists(sheet=sheet, words=tuple(words), cells=cells)


def entry(register: str, field: Field, cells: str, order: Order, lists: Lists) -> Entry | None:
    """What may be typed in `cells` of a field; nothing where anything may and there is nothing to say."""
    rule = rule_of(register, field, order, lists)
    says = f"form.says.{register}.{field.name}"
    if isinstance(rule, Anything) and says not in order.texts:
        return None
    return Entry(
        cells=cells,
        rule=rule,
        title=heading(register, field, order.texts),
        says=order.texts.word(says) if says in order.texts else "",
        refuses=_refusal(rule, order.texts),
    )


def heading(register: str, field: Field, texts: Texts) -> str:
    """What a column is headed: the layout's own first header in Dutch; in English what we call the field, if that is one of
    its headers, else the last of them.
    """
    word = texts.word(f"field.{register}.{field.name}")
    if texts.lang == "nl":
        return field.headers[0]
    return word if normal(word) in map(normal, (*field.headers, *field.weak)) else field.headers[-1].capitalize()


def answers(order: Order, *, conditional: bool) -> tuple[str, ...]:
    """What may be answered about an element of the code."""
    words = ("yes", "partly", "no", "not_applicable") if conditional else ("yes", "partly", "no")
    return tuple(order.texts.word(f"form.answer.{word}") for word in words)


def of_elements(first: int, letter: str, requirements: Sequence[Requirement], order: Order) -> list[Entry]:
    """The answers that may be given: n.v.t. only where the law knows it."""
    made = []
    for conditional in (False, True):
        rows = [i for i, each in enumerate(requirements, first) if may_not_apply(each) is conditional]
        if rows:
            made.append(
                Entry(
                    cells=" ".join(f"{letter}{row}" for row in rows),
                    rule=Choice(answers(order, conditional=conditional)),
                    title=order.texts.word("form.answer_title"),
                    says=order.texts.word("form.says_conditional" if conditional else "form.says_unconditional"),
                    refuses=order.texts.word("form.refuses.choice"),
                )
            )
    return made


def rule_of(register: str, field: Field, order: Order, lists: Lists) -> Rule:
    """What may be typed in a field."""
    words, texts = lists.cells, order.texts
    staff = f"'{texts.word('register.staff')}'!$A$6:$A${ROOM}"
    own: dict[tuple[str, str], Rule] = {
        ("policies", "status"): Choice(tuple(texts.word(f"form.status.{each}") for each in _STATUSES)),
        ("elements", "document"): Choice(cells=f"'{texts.word('register.policies')}'!$A$6:$A$200", free=True),
        ("training", "result"): Choice(tuple(texts.word(f"form.result.{each}") for each in _RESULTS)),
        ("training", "topic"): Choice(cells=words["topics"], free=True),
        ("training", "person_id"): Choice(cells=staff, free=True),
        ("officers", "person_id"): Choice(cells=staff, free=True),
        ("activities", "kind"): Choice(
            tuple(texts.word(f"activity.{each.id}") for each in order.library.vocabulary.activities)
        ),
        ("acceptances", "requirement"): Choice(cells=words["acceptable"]),
        ("actions", "requirement"): Choice(cells=words["requirements"]),
    }
    return own.get((register, field.name)) or _by_kind(field, texts)


def _by_kind(field: Field, texts: Texts) -> Rule:
    if field.kind is Kind.DATE:
        return DayOnly()
    if field.kind is Kind.ANSWER:
        return Choice((texts.word("form.answer.yes"), texts.word("form.answer.no")))
    if field.kind is Kind.NUMBER:
        return WholeNumber(1, _MOST.get(field.name, _MOST_MONTHS))
    return Anything()


def _refusal(rule: Rule, texts: Texts) -> str:
    if isinstance(rule, DayOnly):
        return texts.word("form.refuses.day")
    if isinstance(rule, WholeNumber):
        return texts.word("form.refuses.number", least=rule.least, most=rule.most)
    return texts.word("form.refuses.choice")
