"""The requirements as a table of plain texts, the same in every spreadsheet that we write."""

from collections.abc import Iterator
from datetime import date

from auditor.evidence import CellRef
from auditor.render.citation import citation
from auditor.render.edition import Edition
from auditor.render.words import Say, plain
from auditor.report import place
from auditor.result import RequirementOut

COLUMNS = (
    "requirement", "layer", "sectors", "title", "verdict", "reason", "repair", "advice", "covered", "population",
    "sources", "cells", "action", "owner", "due", "done_on", "accepted_until",
)  # fmt: skip
"""The columns; their headings are `table.<column>` in `templates/texts/`."""
MOST_PLACES = 25
"""Places that are listed in one cell; of the others it is said how many there are."""


def heads(say: Say) -> list[str]:
    """The headings."""
    return [say.word(f"table.{column}") for column in COLUMNS]


def rows(edition: Edition, say: Say) -> Iterator[list[str]]:
    """A row for each requirement, in the order of the result. Nobody is named: people are labels, as in the result."""
    for each in edition.result.requirements:
        yield [plain_lines(text) for text in _row(each, say)]


def _row(each: RequirementOut, say: Say) -> list[str]:
    measure, action, accepted = each.measure, each.action, each.acceptance
    sources = dict.fromkeys(f"{source.law}, {citation(source.article, say)}" for source in each.sources)
    return [
        each.id,
        say.layer(each.layer),
        ", ".join(each.sectors),
        each.title,
        say.verdict(each.verdict),
        each.reason,
        each.would_be_met_if,
        each.advice,
        str(measure.covered) if measure else "",
        str(measure.population) if measure else "",
        "; ".join(sources),
        places(((seen.file, seen.sheet, seen.cell) for seen in each.evidence), len(each.evidence), say),
        action.action if action else "",
        action.owner if action else "",
        short_day(action.due, say) if action else "",
        short_day(action.done_on, say) if action else "",
        short_day(accepted.until, say) if accepted else "",
    ]


def places(found: Iterator[tuple[str, str, str]], count: int, say: Say) -> str:
    """Some places, as a reader writes them: file, sheet and cell."""
    named = [place(CellRef(*at)) for at, _ in zip(found, range(MOST_PLACES), strict=False)]
    more = [say.texts.word("table.more", n=count - MOST_PLACES)] if count > MOST_PLACES else []
    return "; ".join([*dict.fromkeys(named), *more])


def short_day(day: date | None, say: Say) -> str:
    """A day in digits: `22-11-2026` in Dutch, `2026-11-22` in English; nothing for no day."""
    if day is None:
        return ""
    return f"{day.day:02}-{day.month:02}-{day.year}" if say.lang == "nl" else day.isoformat()


def plain_lines(text: str) -> str:
    """Foreign text on one line, without what could hide or reorder the words around it."""
    return plain(text)
