"""The action list as a workbook: to be filled in, and read back by the next audit. The one output of an audit that names people."""

from collections.abc import Iterable, Iterator
from itertools import islice

from auditor.intake.ours import MARK
from auditor.render import table
from auditor.render.action_lines import Line, lines
from auditor.render.edition import Edition
from auditor.render.urgent import NEEDS_ATTENTION
from auditor.render.words import Say, plain
from auditor.workbook.looks import Look
from auditor.workbook.parts import (
    Anything,
    Book,
    Choice,
    Column,
    DayOnly,
    Entry,
    Plain,
    Row,
    Rule,
    Sheet,
    Styled,
    letters,
)
from auditor.workbook.write import MOST_ROWS, to_bytes

COLUMNS = (
    ("requirement", 12, Look.STRONG),
    ("title", 26, Look.TEXT),
    ("layer", 14, Look.TEXT),
    ("verdict", 14, Look.TEXT),
    ("why", 36, Look.TEXT),
    ("repair", 36, Look.TEXT),
    ("where", 30, Look.TEXT),
    ("who", 24, Look.TEXT),
    ("function", 20, Look.TEXT),
    ("location", 18, Look.TEXT),
    ("action", 40, Look.INPUT),
    ("owner", 20, Look.INPUT),
    ("due", 13, Look.INPUT_DAY),
    ("done_on", 13, Look.INPUT_DAY),
    ("remark", 28, Look.INPUT),
)
"""The columns, how wide, and how they look. Those of the register of actions are headed as it is; the others by `list.*`."""
REGISTER = ("requirement", "action", "owner", "due", "done_on", "remark")
"""What the next audit reads back."""
CELLS = {"requirement": 12, "verdict": 18, "register": 22, "file": 34, "in_sheet": 22, "cell": 12, "says": 60}
"""The columns of the sheet of cells, and how wide; they are headed `list.cells.*`."""
HEAD = 5
ROOM = 300
"""Rows below the list in which something may be added."""

_MOST_OWNERS = 500


def to_xlsx(edition: Edition) -> bytes:
    """What must be done, what each column means, and all requirements and all cells as tables. Equal input gives equal bytes."""
    say = Say(edition.texts)
    listed = list(islice(lines(edition, say), MOST_ROWS - HEAD - ROOM))
    owners = _owners(edition, listed)
    words = (say.word("list.owners_intro"), *owners)
    lists = say.word("list.lists")
    return to_bytes(
        Book(
            day="dd-mm-yyyy" if say.lang == "nl" else "yyyy-mm-dd",
            sheets=(
                _actions(edition, listed, f"'{lists}'!$A$2:$A${max(2, len(words))}", say),
                _meaning(edition, len(listed), say),
                _table(edition, say),
                _cells(edition, say),
                Sheet(
                    name=lists,
                    columns=(Column(40, Look.PLAIN),),
                    rows=tuple((plain(word),) for word in words),
                    hidden=True,
                ),
            ),
        )
    )


def _actions(edition: Edition, listed: list[Line], owners: str, say: Say) -> Sheet:
    last = HEAD + len(listed) + ROOM
    return Sheet(
        name=say.register("actions"),
        columns=tuple(Column(width, look) for _, width, look in COLUMNS),
        rows=_rows(edition, listed, say),
        head=HEAD,
        still=1,
        filtered=True,
        entries=tuple(_entries(last, owners, say)),
        foot=say.word("list.foot"),
    )


def _rows(edition: Edition, listed: list[Line], say: Say) -> Iterator[Row]:
    blank = [Styled(None, Look.PLAIN)] * (len(COLUMNS) - 1)
    name = say.cut(edition.result.organisation.name).strip() or say("nameless")
    day = say.texts.day(edition.result.as_of)
    intro = "list.intro" if listed else "list.nothing"
    yield [Styled(say.texts.word("list.title", organisation=name, day=day), Look.TITLE), *blank]
    yield [Styled(_warning(edition, say), Look.WARNING), *blank]
    yield [Styled(say.word(intro), Look.NOTE), *blank]
    yield [Styled(None, Look.PLAIN), *blank]
    yield [
        Styled(head(column, say), Look.HEAD_INPUT if column in REGISTER[1:] else Look.HEAD) for column, _, _ in COLUMNS
    ]
    yield from map(_row, listed)


def _warning(edition: Edition, say: Say) -> str:
    """That it is about people, and until when it may be kept."""
    until = edition.retain_until
    kept = [say.texts.word("list.keep_until", day=say.texts.day(until))] if until else []
    return " ".join([say.word("list.warning"), *kept])


def head(column: str, say: Say) -> str:
    """The heading of a column."""
    return say.word(f"field.actions.{column}" if column in REGISTER else f"list.head.{column}")


def _row(line: Line) -> Row:
    late = line.is_late
    return (
        line.requirement, line.title, line.layer, line.verdict, line.why, line.repair, line.where, line.who,
        line.function, line.location, line.action, line.owner,
        Styled(line.due, Look.LATE_DAY) if late else line.due, line.done_on, line.remark,
    )  # fmt: skip


def _entries(last: int, owners: str, say: Say) -> Iterator[Entry]:
    rules: dict[str, Rule] = {
        "owner": Choice(cells=owners, free=True),
        "due": DayOnly(),
        "done_on": DayOnly(),
        "action": Anything(),
    }
    for i, (name, _, _) in enumerate(COLUMNS, 1):
        if name in rules:
            yield Entry(
                cells=f"{letters(i)}{HEAD + 1}:{letters(i)}{last}",
                rule=rules[name],
                title=head(name, say),
                says=say.word(f"list.says.{name}"),
                refuses=say.word("form.refuses.day"),
            )


def _owners(edition: Edition, listed: Iterable[Line]) -> list[str]:
    """Who may be chosen as owner: the functions of the staff, and whoever owns an action already."""
    staff = (edition.registers.staff if edition.registers else None) or ()
    found = {person.function for person in staff} | {line.owner for line in listed}
    return sorted(found - {""})[:_MOST_OWNERS]


def _meaning(edition: Edition, count: int, say: Say) -> Sheet:
    """What the list is, how to fill it in, what the verdicts mean, and what to be careful with."""
    rows: list[Row] = [(Styled(say.word("list.meaning.title"), Look.TITLE),)]
    rows += [(line,) for line in say.texts.word("list.meaning.how", n=count).split("\n") if line]
    rows += [("",), (Styled(say.word("list.meaning.verdicts"), Look.STRONG),)]
    rows += [(f"{say.verdict(each)}: {say.word(f'page.verdict_means.{each}')}",) for each in NEEDS_ATTENTION]
    rows += [("",), (Styled(say.word("list.meaning.privacy_head"), Look.STRONG),), (say.word("list.meaning.privacy"),)]
    rows += [
        ("",),
        (say.texts.word("list.meaning.made_by", tool=edition.result.tool.name, version=edition.result.tool.version),),
    ]
    return Sheet(
        name=say.word("list.meaning.sheet"), columns=(Column(110, Look.PLAIN),), rows=tuple(rows), landscape=False
    )


def _cells(edition: Edition, say: Say) -> Sheet:
    """Every cell that was seen, and what it says, by requirement: the page draws the first of them only."""
    rows: Iterator[Row] = (
        (
            each.id,
            say.verdict(each.verdict),
            say.register(seen.register),
            plain(seen.file),
            plain(seen.sheet),
            seen.cell,
            plain(seen.says),
        )
        for each in edition.result.requirements
        for seen in each.evidence
    )
    heads = tuple(Styled(say.word(f"list.cells.{name}"), Look.HEAD) for name in CELLS)
    return Sheet(
        name=say.word("list.cells.sheet"),
        columns=tuple(Column(width, Look.TEXT if name == "says" else Look.PLAIN) for name, width in CELLS.items()),
        rows=((Styled(f"{MARK} {say.word('list.cells.title')}", Look.TITLE),), heads, *islice(rows, MOST_ROWS - 2)),
        head=2,
        still=1,
        filtered=True,
        foot=say.word("list.cells.sheet"),
    )


def _table(edition: Edition, say: Say) -> Sheet:
    widths: dict[str, float] = {"title": 30, "reason": 46, "repair": 46, "advice": 46, "sources": 40, "cells": 40}
    heads = tuple(Styled(text, Look.HEAD) for text in table.heads(say))
    rows: Iterator[tuple[Plain, ...]] = (tuple(row) for row in table.rows(edition, say))
    return Sheet(
        name=say.word("list.table"),
        columns=tuple(Column(widths.get(name, 16)) for name in table.COLUMNS),
        rows=((Styled(f"{MARK} {say.word('list.table_title')}", Look.TITLE),), heads, *rows),
        head=2,
        still=1,
        filtered=True,
        foot=say.word("list.table"),
    )
