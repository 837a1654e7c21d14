"""Files of any kind put on disk, and what the program's door makes of them: sheets by name, cells by address."""

from pathlib import Path

import msgspec

from auditor.errors import InputError
from auditor.evidence import Problem
from auditor.intake.limits import NORMAL, Limits
from auditor.intake.oddities import oddities
from auditor.intake.read import read_book
from auditor.intake.sheets import RawSheet, Value

Cells = dict[str, Value]


class Given(msgspec.Struct):
    """A file as it was read: its sheets, the cells of each, the rows that are hidden, and the codes of what was said."""

    sheets: dict[str, RawSheet]
    cells: dict[str, Cells]
    hidden_rows: dict[str, list[int]]
    problems: list[Problem]

    def only(self) -> Cells:
        """The cells of the one sheet that there is."""
        (cells,) = self.cells.values()
        return cells

    def said(self) -> list[str]:
        """The codes of all problems."""
        return [each.code for each in self.problems]


def given(folder: Path, name: str, content: bytes | str, **limits: int) -> Given:
    """Put this file in the folder and read it to the last row of its last sheet."""
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    kept: Limits = msgspec.structs.replace(NORMAL, **limits)
    book = read_book(str(folder / name), name, kept)
    rows = {sheet.name: list(sheet.rows()) for sheet in book.sheets}
    return Given(
        sheets={sheet.name: sheet for sheet in book.sheets},
        cells={
            sheet: {f"{letter}{row.number}": value for row in found for letter, value in row.cells.items()}
            for sheet, found in rows.items()
        },
        hidden_rows={sheet: [row.number for row in found if row.hidden] for sheet, found in rows.items()},
        problems=[*book.problems, *oddities(book)],
    )


def refusal(folder: Path, name: str, content: bytes | str, **limits: int) -> str:
    """The code with which this file is refused; empty when it is read."""
    try:
        given(folder, name, content, **limits)
    except InputError as error:
        where = error.at.file if error.at else ""
        return error.says.id.removeprefix("error.") if where == name else f"not at the file but at {where!r}"
    return ""
