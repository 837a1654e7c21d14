"""The table of requirements for a spreadsheet: one row each, as a Dutch Excel opens it."""

from auditor.render.edition import Edition
from auditor.render.table import heads, rows
from auditor.render.words import Say
from auditor.workbook.safe import is_like_a_formula


def to_csv(edition: Edition) -> bytes:
    """UTF-8 with its mark, `;` between the cells, every cell in quotes, CRLF; `'` before what might be a formula."""
    say = Say(edition.texts)
    lines = [";".join(map(_cell, row)) for row in (heads(say), *rows(edition, say))]
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode()


def _cell(text: str) -> str:
    safe = f"'{text}" if is_like_a_formula(text) else text
    return '"' + safe.replace('"', '""') + '"'
