"""Which files are read, by what their bytes are, and in which words the others are refused."""

import hashlib
import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest

from auditor.errors import InputError
from auditor.evidence import CellRef
from auditor.intake.limits import LARGE, NORMAL, Limits
from auditor.intake.nature import READ, Nature
from auditor.intake.read import collect, read_book
from auditor.library import load_texts
from tests.intake.workbooks import made_by_openpyxl, parts_of, zipped

BOOK = made_by_openpyxl(["Naam", "Behaald op"], ["A. Bakker", date(2024, 1, 10)])


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Makes a folder with these files in it, by their names."""

    def make(*names: str, under: str = "registers") -> Path:
        root = tmp_path / under
        root.mkdir(parents=True, exist_ok=True)
        for name in names:
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(BOOK)
        return root

    return make


def names_of(*paths: Path) -> list[str]:
    return [found.name for found in collect([str(path) for path in paths])]


def refused(path: Path, limits: Limits = NORMAL) -> InputError:
    with pytest.raises(InputError) as caught:
        read_book(str(path), path.name, limits)
    return caught.value


def test_a_folder_stands_for_its_workbooks_and_those_in_its_sub_folders(folder: Callable[..., Path]) -> None:
    root = folder("b.xlsx", "a.XLSM", "noord/c.csv", "noord/diep/d.tsv", "oud.xls", "e.xlsb", "f.ods")
    assert names_of(root) == ["a.XLSM", "b.xlsx", "e.xlsb", "f.ods", "noord/c.csv", "noord/diep/d.tsv", "oud.xls"]


def test_lock_files_hidden_files_and_other_files_are_left_out(folder: Callable[..., Path]) -> None:
    root = folder("a.xlsx", "~$a.xlsx", ".b.xlsx", ".git/c.xlsx", "~$map/d.xlsx", "lees.txt", "rapport.html", "xlsx")
    assert names_of(root) == ["a.xlsx"]


def test_a_file_that_is_given_is_taken_whatever_its_name(folder: Callable[..., Path]) -> None:
    root = folder(".verborgen.xlsx", "lees.txt")
    assert names_of(root / ".verborgen.xlsx", root / "lees.txt") == [".verborgen.xlsx", "lees.txt"]


def test_one_file_is_taken_once(folder: Callable[..., Path]) -> None:
    root = folder("a.xlsx", "noord/b.xlsx")
    (root / "kopie.xlsx").symlink_to(root / "a.xlsx")
    assert names_of(root / "a.xlsx", root, root / "noord" / ".." / "a.xlsx") == ["a.xlsx", "noord/b.xlsx"]
    assert names_of(root / "noord", root) == names_of(root, root / "noord") == ["a.xlsx", "noord/b.xlsx"]


def test_a_link_to_a_folder_is_not_followed(folder: Callable[..., Path]) -> None:
    root = folder("noord/a.xlsx")
    (root / "noord" / "rond").symlink_to(root, target_is_directory=True)
    assert names_of(root) == ["noord/a.xlsx"]


def test_two_files_with_one_name_are_told_apart_by_their_folders(folder: Callable[..., Path]) -> None:
    noord, zuid = folder("a.xlsx", "b.xlsx", under="noord"), folder("a.xlsx", under="zuid")
    assert names_of(noord / "a.xlsx", zuid / "a.xlsx", noord / "b.xlsx") == ["b.xlsx", "noord/a.xlsx", "zuid/a.xlsx"]


def test_two_folders_with_equal_insides_are_told_apart(folder: Callable[..., Path]) -> None:
    for where in ("noord/2026", "zuid/2026"):
        folder("hr/a.xlsx", under=where)
    root = folder() / ".."
    assert names_of(root / "noord" / "2026", root / "zuid" / "2026") == ["noord/2026/hr/a.xlsx", "zuid/2026/hr/a.xlsx"]


def test_the_order_of_the_paths_does_not_matter(folder: Callable[..., Path]) -> None:
    root = folder("c.xlsx", "a.xlsx", "b/d.xlsx")
    paths = [root / "c.xlsx", root / "a.xlsx", root / "b"]
    assert names_of(*paths) == names_of(*reversed(paths)) == ["a.xlsx", "c.xlsx", "d.xlsx"]


def test_a_name_that_cannot_be_written_is_made_so(folder: Callable[..., Path]) -> None:
    root = folder("a.xlsx")
    (root / "a.xlsx").rename(root / os.fsdecode(b"caf\xe9.xlsx"))
    assert names_of(root) == ["caf�.xlsx"]


@pytest.mark.parametrize(
    ("path", "limits", "code"),
    [
        pytest.param("er-niet", {}, "input.missing", id="nothing there"),
        pytest.param("a.xlsx/b.xlsx", {}, "input.missing", id="below a file"),
        pytest.param("leeg", {}, "input.no_workbooks", id="a folder without workbooks"),
        pytest.param("nul\0.xlsx", {}, "input.not_readable", id="no path at all"),
        pytest.param(".", {"files": 1}, "input.too_many_files", id="a file too many"),
        pytest.param(".", {"run_bytes": 2 * len(BOOK) - 1}, "input.too_much", id="a byte too many"),
    ],
)
def test_a_path_that_gives_no_files_is_refused(
    folder: Callable[..., Path], path: str, limits: dict[str, int], code: str
) -> None:
    root = folder("a.xlsx", "b.xlsx")
    (root / "leeg").mkdir()
    with pytest.raises(InputError) as caught:
        collect([f"{root}/{path}"], msgspec.structs.replace(NORMAL, **limits))
    assert caught.value.says.id == f"error.{code}"


def test_exactly_as_many_files_and_bytes_as_the_limits_pass(folder: Callable[..., Path]) -> None:
    root = folder("a.xlsx", "b.xlsx")
    limits = msgspec.structs.replace(NORMAL, files=2, run_bytes=2 * len(BOOK), file_bytes=len(BOOK))
    twice = [str(root), str(root)]
    assert [read_book(found.path, found.name, limits).file for found in collect(twice, limits)] == [
        "a.xlsx",
        "b.xlsx",
    ]


@pytest.mark.parametrize("name", ["register.xlsx", "register.xlsm", "register.csv", "register"])
def test_a_workbook_is_one_by_its_content(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BOOK)
    book = read_book(str(tmp_path / name), f"map/{name}")
    assert (book.file, book.sha256) == (f"map/{name}", hashlib.sha256(BOOK).hexdigest())
    assert [row.cells for row in book.sheets[0].rows()] == [
        {"A": "Naam", "B": "Behaald op"},
        {"A": "A. Bakker", "B": date(2024, 1, 10)},
    ]


def test_a_name_that_says_otherwise_and_raised_limits_are_told(tmp_path: Path) -> None:
    (tmp_path / "register.csv").write_bytes(BOOK)
    book = read_book(str(tmp_path / "register.csv"), "register.csv", LARGE)
    assert [(each.code, each.at) for each in book.problems] == [
        ("input.named_otherwise", CellRef("register.csv")),
        ("input.large", CellRef("register.csv")),
    ]


def test_large_raises_every_limit_that_an_honest_big_file_meets() -> None:
    raised = ("run_bytes", "file_bytes", "inflated_bytes", "cells")
    assert all(getattr(LARGE, limit) > getattr(NORMAL, limit) for limit in raised)
    assert LARGE.inflated_bytes >= 400 << 20
    assert LARGE.cells >= 12_000_000


@pytest.mark.parametrize("name", ["register.csv", "register.TSV", "register.txt"])
def test_a_text_is_a_register_when_its_name_says_so(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"Naam;Behaald op\nA. Bakker;2024-01-10\n")
    book = read_book(str(tmp_path / name), name)
    assert book.sha256 == hashlib.sha256(b"Naam;Behaald op\nA. Bakker;2024-01-10\n").hexdigest()
    assert [row.cells for row in book.sheets[0].rows()][1] == {"A": "A. Bakker", "B": "2024-01-10"}


OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        pytest.param("a.xlsx", b"", "is_empty", id="nothing"),
        pytest.param("a.xlsx", b"Naam;Datum\n", "is_text_as_workbook", id="a text named a workbook"),
        pytest.param("a.xls", b"Geachte heer,\ntot ziens\n", "is_text_as_workbook", id="a letter named an old workbook"),
        pytest.param("a.docx", b"Naam;Datum\n", "is_other_text", id="a text with another name"),
        pytest.param("a.xls", b"\x09\x02\x06\x00" + bytes(90), "is_ancient", id="a very old workbook"),
        pytest.param("a.xlsx", OLE2 + "EncryptedPackage".encode("utf-16-le"), "is_password", id="with a password"),
        pytest.param("a.doc", OLE2 + "WordDocument".encode("utf-16-le"), "is_document", id="an old document"),
        pytest.param("a.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "is_document", id="a text of it"),
        pytest.param("a.xlsx", zipped({"word/document.xml": b""}), "is_document", id="a document named a workbook"),
        pytest.param("a.numbers", zipped({"Index/Document.iwa": b""}), "is_numbers", id="Numbers"),
        pytest.param("a.zip", zipped({"register.xlsx": BOOK}), "is_zip", id="a zip"),
        pytest.param("a.zip", zipped({}), "is_zip", id="an empty zip"),
        pytest.param("a.xlsx", b"%PDF-1.7\n", "is_pdf", id="a pdf"),
        pytest.param("a.xls", b"MIME-Version: 1.0\n", "is_mail", id="a web page in one file"),
        pytest.param("a.csv", b'<?xml version="1.0"?><a/>', "is_xml", id="XML"),
        pytest.param("a.gz", b"\x1f\x8b\x08\x00", "is_packed", id="gzip"),
        pytest.param("a.xlsx", b"\x89PNG\r\n\x1a\n", "is_image", id="a picture"),
        pytest.param("a.csv", b"a;b\n\0\0\0\0\0", "is_binary", id="zero bytes"),
        pytest.param("a.csv", bytes(range(1, 9)) * 9, "is_binary", id="control characters"),
    ],
)  # fmt: skip
def test_what_is_no_workbook_is_named(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    error = refused(tmp_path / name)
    assert (error.says.id, error.at, error.exit_code) == (f"error.input.{code}", CellRef(name), 3)


def test_a_package_that_names_no_workbook_is_refused(tmp_path: Path) -> None:
    parts = parts_of()
    del parts["xl/workbook.xml"]
    (tmp_path / "a.xlsx").write_bytes(zipped(parts))
    assert refused(tmp_path / "a.xlsx").says.id == "error.workbook.no_workbook"


def test_a_damaged_workbook_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(BOOK[:-40])
    error = refused(tmp_path / "a.xlsx")
    assert (error.says.id, error.at) == ("error.zip.damaged", CellRef("a.xlsx"))


def test_a_file_of_exactly_the_limit_passes_and_a_byte_more_does_not(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(BOOK)
    book = read_book(str(tmp_path / "a.xlsx"), "a.xlsx", msgspec.structs.replace(NORMAL, file_bytes=len(BOOK)))
    assert len(book.sheets) == 1
    assert (
        refused(tmp_path / "a.xlsx", msgspec.structs.replace(NORMAL, file_bytes=len(BOOK) - 1)).says.id
        == "error.input.too_big"
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.xlsx")
    assert refused(tmp_path / "a.xlsx").says.id == "error.input.not_a_file"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_a_device_is_not_read() -> None:
    assert refused(Path("/dev/zero")).says.id == "error.input.not_a_file"


def test_a_folder_is_no_book(tmp_path: Path) -> None:
    assert refused(tmp_path).says.id == "error.input.not_a_file"


def test_a_file_that_is_gone_by_now_is_missing(tmp_path: Path) -> None:
    error = refused(tmp_path / "weg.xlsx")
    assert (error.says.id, error.at) == ("error.input.missing", None)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(BOOK)
    (tmp_path / "a.xlsx").chmod(0)
    assert refused(tmp_path / "a.xlsx").says.id == "error.input.not_readable"


SAID = {
    "cells.error",
    "cells.far",
    "cells.merged",
    "cells.uncalculated",
    "csv.encoding_guessed",
    "dates.from_1904",
    "html.numbered",
    "input.large",
    "input.named_otherwise",
    "rows.filtered",
    "workbook.macros",
}
"""What is a problem, and no reason to stop."""


def raised_codes() -> set[str]:
    """The id of every sentence that the readers' own source names."""
    root = Path(__file__).parents[2] / "auditor" / "intake"
    names = "archive delimited encoding gathered guard html ods old_xml oddities read xlsb".split()
    modules = [root / f"{name}.py" for name in names]
    source = "".join(
        path.read_text("utf-8")
        for path in [*modules, *sorted((root / "xlsx").glob("*.py")), *sorted((root / "xls").glob("*.py"))]
    )
    codes = set(re.findall(r'"((?:input|zip|workbook|csv|html|cells|rows|dates)\.[a-z_0-9]+)"', source))
    raised = {f"error.{code}" for code in codes - SAID} | {f"problem.{code}" for code in SAID}
    return (
        raised | {f"error.input.is_{nature}" for nature in set(Nature) - READ} | {f"nature.{nature}" for nature in READ}
    )


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_refusal_has_words(lang: str) -> None:
    texts = load_texts(lang)
    assert not {code for code in raised_codes() if code not in texts}
    assert len(raised_codes()) > 40
