"""What stands where a file should be: loops, pipes, devices, folders, and a file that may not be read."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.errors import InputError
from auditor.intake.read import collect, read_book
from tests.hostile.inputs import BOOK

DEEP = 200


def outcome(path: Path) -> list[str] | str:
    """The names of the files that are read, or the code of the error."""
    try:
        found = collect([str(path)])
        return [read_book(each.path, each.name).file for each in found]
    except InputError as error:
        return error.says.id.removeprefix("error.input.")


def loop(folder: Path) -> Path:
    (folder / "a").symlink_to(folder / "b")
    (folder / "b").symlink_to(folder / "a")
    return folder / "a"


def folder_with_loop(folder: Path) -> Path:
    (folder / "diep").mkdir()
    (folder / "diep" / "terug").symlink_to(folder, target_is_directory=True)
    (folder / "lus.xlsx").symlink_to(folder / "lus.xlsx")
    (folder / "echt.xlsx").write_bytes(BOOK)
    return folder


def folder_named_as_file(folder: Path) -> Path:
    (folder / "register.xlsx").mkdir()
    (folder / "register.xlsx" / "echt.xlsx").write_bytes(BOOK)
    return folder


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pijp.xlsx")
    return folder / "pijp.xlsx"


def folder_with_pipe(folder: Path) -> Path:
    (folder / "echt.xlsx").write_bytes(BOOK)
    return pipe(folder).parent


def broken_link(folder: Path) -> Path:
    (folder / "echt.xlsx").write_bytes(BOOK)
    (folder / "weg.xlsx").symlink_to(folder / "nergens.xlsx")
    return folder


def deep(folder: Path) -> Path:
    here = Path.cwd()
    try:
        os.chdir(folder)
        for _ in range(DEEP):
            os.mkdir("d")  # noqa: PTH102 - the whole path would be too long to make at once
            os.chdir("d")
        Path("echt.xlsx").write_bytes(BOOK)
    finally:
        os.chdir(here)
    return folder


@pytest.mark.skipif(os.name != "posix", reason="links and pipes are made otherwise here")
@pytest.mark.parametrize(
    ("make", "expected"),
    [
        pytest.param(loop, "not_readable", id="a link in a circle"),
        pytest.param(folder_with_loop, ["echt.xlsx"], id="a folder with links in a circle"),
        pytest.param(folder_named_as_file, ["register.xlsx/echt.xlsx"], id="a folder named as a workbook"),
        pytest.param(pipe, "not_a_file", id="a pipe"),
        pytest.param(folder_with_pipe, ["echt.xlsx"], id="a pipe in a folder"),
        pytest.param(broken_link, ["echt.xlsx"], id="a link to nothing in a folder"),
        pytest.param(deep, ["d/" * DEEP + "echt.xlsx"], id="a deep folder"),
        pytest.param(lambda _: Path("/dev/zero"), "not_a_file", id="a device without end"),
        pytest.param(lambda _: Path("/dev/stdin"), "not_a_file", id="the keyboard"),
    ],
)
def test_what_is_no_plain_file_is_passed_by_or_refused(
    tmp_path: Path, make: Callable[[Path], Path], expected: list[str] | str
) -> None:
    assert outcome(make(tmp_path)) == expected


def test_a_file_that_grows_while_it_is_read_has_the_hash_of_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"Naam;Datum\nA;B\n")
    book = read_book(str(path), "a.csv")
    path.write_bytes(b"Naam;Datum\nC;D\nE;F\n")
    assert [row.cells for row in book.sheets[0].rows()] == [{"A": "Naam", "B": "Datum"}, {"A": "A", "B": "B"}]
