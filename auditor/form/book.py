"""The sheets of the intake workbook, in the order in which people fill them in."""

from collections.abc import Iterator

from auditor.form.asked import Order, asked, facts
from auditor.form.entries import ROOM, Lists, answers, entry, heading, make_lists, of_elements
from auditor.layouts import Field, Kind, Layout
from auditor.workbook.looks import Look
from auditor.workbook.parts import Book, Choice, Column, Entry, Plain, Row, Sheet, Styled, letters

FIELDS = {
    "policies": "title kind version status adopted_on adopted_by valid_from review_by reviewed_on owner scope audience",
    "staff": "person_id name function location team client_contact employment_type start_date end_date",
    "training": "person_id name training_name topic completed_on valid_until result provider certificate",
    "officers": "name person_id location appointed_on until deputy register_no",
    "activities": "date kind topic location team evidence",
    "agreements": "partner kind agreed_on review_by contact",
    "cases": "case signal_date consult_date vt_advice_date talk_date no_talk_reason weighed_date decided_on"
    " decision_report decision_help report_date next_monitoring closed_on location",
    "acceptances": "requirement reason owner approver until",
    "actions": "requirement action owner due done_on remark",
}
"""The columns of each sheet, as names of the register's fields, in the order in which they are filled in."""
HEAD = 5
"""The row with the headings: above it the title, what the sheet is for, an example that is never read, and a blank row."""

_ELEMENTS = ("place", "document", "reason", "checked_on", "checked_by")
_BEFORE_ELEMENTS = ("policies",)
_OWN_FACTS = ("adult_clients", "vir_authorised")
_LABEL, _VALUE, _MORE_SECTORS = 44, 30, 4
_WIDTHS = {
    Kind.DATE: 14.0, Kind.ANSWER: 14.0, Kind.NUMBER: 14.0, Kind.STATUS: 16.0, Kind.IDENTIFIER: 18.0,
    Kind.NAME: 26.0, Kind.TEXT: 26.0,
}  # fmt: skip
_WIDE = {
    "title": 40.0,
    "training_name": 34.0,
    "requirement": 36.0,
    "action": 40.0,
    "reason": 36.0,
    "remark": 30.0,
    "topic": 26.0,
}
_GAP = 6.0


def make_form(order: Order) -> Book:
    """The intake workbook for the sectors of `order`, in its language. Equal orders give equal workbooks."""
    lists = make_lists(order)
    layouts = {layout.register: layout for layout in order.library.vocabulary.layouts}
    before = [name for name in FIELDS if name in _BEFORE_ELEMENTS]
    return Book(
        day="dd-mm-yyyy" if order.texts.lang == "nl" else "yyyy-mm-dd",
        sheets=(
            _guide(order),
            _organisation(layouts["organisation"], order, lists),
            *(_register(layouts[name], order, lists) for name in before),
            _elements(layouts["elements"], order, lists),
            *(_register(layouts[name], order, lists) for name in FIELDS if name not in before),
            Sheet(
                name=lists.sheet,
                columns=(Column(60, Look.PLAIN),),
                rows=tuple((word,) for word in lists.words),
                hidden=True,
            ),
        ),
    )


def _guide(order: Order) -> Sheet:
    texts, checklist = order.texts, order.library.checklist
    names = tuple(sector.name.in_(texts.lang) for sector in checklist.sectors if sector.id in order.sectors)
    lines: list[Row] = [(Styled(texts.word("form.guide.title"), Look.TITLE),)]
    lines.append(
        (texts.word("form.guide.for", sectors=names, day=order.day, id=checklist.id, version=checklist.version),)
    )
    for part in ("how", "order", "after", "privacy"):
        lines += [("",), (Styled(texts.word(f"form.guide.{part}_head"), Look.STRONG),)]
        lines += [(line,) for line in texts.word(f"form.guide.{part}").split("\n") if line]
    return Sheet(
        name=texts.word("form.guide.sheet"), columns=(Column(90, Look.PLAIN),), rows=tuple(lines), landscape=False
    )


def _organisation(layout: Layout, order: Order, lists: Lists) -> Sheet:
    """Keys and values: the first row is not a key, so it is never read. Several sectors stand side by side."""
    asks = facts(order)
    fields = [each for each in layout.fields if each.name not in _OWN_FACTS or each.name in asks]
    blanks = (None,) * _MORE_SECTORS
    rows: list[Row] = [
        (
            Styled(order.texts.word("form.title.organisation"), Look.TITLE),
            *(Styled(None, Look.PLAIN) for _ in (0, *blanks)),
        )
    ]
    entries = []
    for row, field in enumerate(fields, 2):
        given: tuple[Plain, ...] = order.sectors if field.name == "sectors" else (None,)
        filled = [Styled(value, Look.INPUT) for value in given]
        rest = [Styled(None, Look.PLAIN)] * max(0, 1 + _MORE_SECTORS - len(filled))
        rows.append((Styled(heading("organisation", field, order.texts), Look.STRONG), *filled, *rest))
        cells = f"B{row}"
        if field.name == "sectors":
            cells = f"B{row}:{letters(1 + max(len(given), 1 + _MORE_SECTORS))}{row}"
        entries.append(_of_organisation(field, cells, order, lists))
    wide = max(len(order.sectors), 1 + _MORE_SECTORS)
    return Sheet(
        name=order.texts.word("register.organisation"),
        columns=(Column(_LABEL, Look.PLAIN), *(Column(_VALUE, Look.PLAIN) for _ in range(wide))),
        rows=tuple(rows),
        entries=tuple(each for each in entries if each),
        still=1,
    )


def _of_organisation(field: Field, cells: str, order: Order, lists: Lists) -> Entry | None:
    if field.name != "sectors":
        return entry("organisation", field, cells, order, lists)
    return Entry(
        cells=cells,
        rule=Choice(cells=lists.cells["sectors"]),
        title=heading("organisation", field, order.texts),
        says=order.texts.word("form.says.organisation.sectors"),
        refuses=order.texts.word("form.refuses.choice"),
    )


def _register(layout: Layout, order: Order, lists: Lists) -> Sheet:
    register = layout.register
    by_name = {field.name: field for field in layout.fields}
    fields = [by_name[name] for name in FIELDS[register].split()]
    made = [
        entry(register, field, f"{letters(i)}{HEAD + 1}:{letters(i)}{HEAD + ROOM}", order, lists)
        for i, field in enumerate(fields, 1)
    ]
    heads = [heading(register, field, order.texts) for field in fields]
    example = [_example(register, field, order) for field in fields]
    return Sheet(
        name=order.texts.word(f"register.{register}"),
        columns=tuple(_column(field) for field in fields),
        rows=tuple(_top(register, heads, example, order)),
        head=HEAD,
        still=1,
        filtered=True,
        entries=tuple(each for each in made if each),
        heights={HEAD - 1: _GAP},
        foot=order.texts.word("form.foot", register=order.texts.word(f"register.{register}")),
    )


def _column(field: Field) -> Column:
    looks = {Kind.DATE: Look.DAY, Kind.IDENTIFIER: Look.CODE}
    return Column(_WIDE.get(field.name, _WIDTHS[field.kind]), looks.get(field.kind, Look.TEXT), whole=True)


def _example(register: str, field: Field, order: Order) -> str:
    words = f"form.example.{register}.{field.name}"
    return order.texts.word(words) if words in order.texts else ""


def _top(register: str, heads: list[str], example: list[str], order: Order) -> Iterator[Row]:
    """Everything down to the headings."""
    empty = [Styled(None, Look.PLAIN)] * (len(heads) - 1)
    yield [Styled(order.texts.word(f"form.title.{register}"), Look.TITLE), *empty]
    yield [Styled(order.texts.word(f"form.about.{register}"), Look.NOTE), *empty]
    yield [Styled(text, Look.EXAMPLE) for text in example]
    yield [Styled(None, Look.PLAIN), *empty]
    yield [Styled(head, Look.HEAD) for head in heads]


def _elements(layout: Layout, order: Order, lists: Lists) -> Sheet:
    """One row for each requirement that a row answers: what it is, the question in plain words, and room for the answer."""
    texts, requirements = order.texts, asked(order)
    by_name = {field.name: field for field in layout.fields}
    fields = [by_name[name] for name in _ELEMENTS]
    element, present = by_name["element"], by_name["present"]
    heads = [heading("elements", element, texts), texts.word("form.question")]
    heads += [heading("elements", each, texts) for each in (present, *fields)]
    example = ["", "", answers(order, conditional=False)[0], *(_example("elements", each, order) for each in fields)]
    first, last = HEAD + 1, HEAD + max(len(requirements), 1)
    made = [
        entry("elements", field, f"{letters(i)}{first}:{letters(i)}{last}", order, lists)
        for i, field in enumerate(fields, 4)
    ]
    blank = (None,) * len(fields)
    rows: list[Row] = list(_top("elements", heads, example, order))
    rows += [
        (f"{each.id} {each.title.in_(texts.lang)}", each.question.in_(texts.lang), None, *blank)
        for each in requirements
    ]
    inputs = (Column(14, Look.INPUT), *(Column(_column(each).width, _input(each)) for each in fields))
    return Sheet(
        name=texts.word("register.elements"),
        columns=(Column(40, Look.STRONG), Column(60, Look.TEXT), *inputs),
        rows=tuple(rows),
        head=HEAD,
        still=1,
        filtered=True,
        entries=(*of_elements(first, "C", requirements, order), *(each for each in made if each)),
        heights={HEAD - 1: _GAP},
        foot=texts.word("form.foot", register=texts.word("register.elements")),
    )


def _input(field: Field) -> Look:
    return Look.INPUT_DAY if field.kind is Kind.DATE else Look.INPUT
