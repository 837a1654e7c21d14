"""Every hostile file has the outcome that it must have, and what is told of it holds nothing of its cells."""

from pathlib import Path

import pytest

from auditor.errors import InputError
from auditor.intake.oddities import oddities
from auditor.intake.read import read_book
from auditor.library import load_texts
from tests.hostile.inputs import ANY, CANARY, HOSTILE, Hostile

TEXTS = load_texts("nl")


def test_every_file_has_a_name_of_its_own() -> None:
    assert len({each.name for each in HOSTILE}) == len(HOSTILE) > 150


def read(path: Path) -> tuple[int, set[str]] | InputError:
    """How many rows the sheets of a file have, and what is said about it; or why it is refused."""
    try:
        book = read_book(str(path), path.name)
        rows = sum(1 for sheet in book.sheets for _ in sheet.rows())
    except InputError as error:
        return error
    return rows, {each.code for each in (*book.problems, *oddities(book))}


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda each: each.id)
def test_a_hostile_file_has_its_outcome(tmp_path: Path, hostile: Hostile) -> None:
    path = tmp_path / hostile.name
    path.write_bytes(hostile.make())
    found = read(path)
    if isinstance(found, InputError):
        assert {found.says.id.removeprefix("error."), "*"} & set(hostile.refused), found.says.id
        assert CANARY not in TEXTS.say(found.says)
        assert found.at is not None
    else:
        rows, said = found
        assert "" in hostile.refused or not hostile.refused
        assert set(hostile.says) <= said
        assert hostile.rows in {rows, ANY}
