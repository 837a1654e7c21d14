"""Outputs are written all or nothing, and never over something that nobody said could go."""

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.errors import AuditorError, OutputError, UsageError
from auditor.outputs import check_targets, write_all

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="permission bits and links work otherwise on Windows")


def standing(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too, and what is in it; of a link, where it points."""
    return {
        path.relative_to(folder).as_posix(): b"-> " + str(path.readlink()).encode()
        if path.is_symlink()
        else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def refusal(error: type[AuditorError], attempt: Callable[[], None]) -> tuple[str, int]:
    """The sentence id and the exit code with which an attempt is refused."""
    with pytest.raises(error) as caught:
        attempt()
    return caught.value.says.id.removeprefix("error.output."), caught.value.exit_code


def test_every_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    write_all({str(tmp_path / "a.html"): b"<p>", str(tmp_path / "a.json"): b"{}", str(tmp_path / "empty.csv"): b""})
    assert standing(tmp_path) == {"a.html": b"<p>", "a.json": b"{}", "empty.csv": b""}


def test_a_name_without_a_folder_is_written_where_the_user_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_all({"a.html": b"<p>"})
    assert standing(tmp_path) == {"a.html": b"<p>"}


@pytest.mark.parametrize("force", [False, True])
def test_the_result_file_comes_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, force: bool) -> None:
    moved: list[str] = []
    names = ("A.JSON", "z.html", "b.xlsx")
    if force:
        for name in names:
            (tmp_path / name).write_bytes(b"former")

    def recorded(works: Callable[..., None]) -> Callable[..., None]:
        def record(source: str, target: str, **options: object) -> None:
            if Path(target).name in names:
                moved.append(Path(target).name)
            works(source, target, **options)

        return record

    for call in ("replace", "link"):
        monkeypatch.setattr(os, call, recorded(getattr(os, call)))
    write_all({str(tmp_path / name): b"" for name in names}, force=force)
    assert moved == ["z.html", "b.xlsx", "A.JSON"]


@pytest.mark.parametrize("target", ["a.html", "a.json"])
def test_an_existing_file_is_refused_before_anything_is_written(tmp_path: Path, target: str) -> None:
    (tmp_path / target).write_bytes(b"former")
    files = {str(tmp_path / name): b"new" for name in ("a.html", "a.json")}
    assert refusal(OutputError, lambda: write_all(files)) == ("exists", 5)
    assert standing(tmp_path) == {target: b"former"}


def test_an_existing_file_is_replaced_by_force_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"former")
    write_all({str(tmp_path / "a.html"): b"new", str(tmp_path / "a.json"): b"{}"}, force=True)
    assert standing(tmp_path) == {"a.html": b"new", "a.json": b"{}"}


@POSIX
@pytest.mark.parametrize("points_at", ["elsewhere.txt", "nothing.txt"], ids=["a file", "nothing"])
def test_a_link_is_refused_and_by_force_replaced_but_never_followed(tmp_path: Path, points_at: str) -> None:
    (tmp_path / "elsewhere.txt").write_bytes(b"not ours")
    link = tmp_path / "a.html"
    link.symlink_to(tmp_path / points_at)
    assert refusal(OutputError, lambda: write_all({str(link): b"new"})) == ("exists", 5)
    write_all({str(link): b"new"}, force=True)
    assert not link.is_symlink()
    assert standing(tmp_path) == {"a.html": b"new", "elsewhere.txt": b"not ours"}


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_with_the_name_of_a_target_is_refused_even_by_force(tmp_path: Path, force: bool) -> None:
    (tmp_path / "a.html").mkdir()
    files = {str(tmp_path / "a.html"): b"new"}
    assert refusal(OutputError, lambda: write_all(files, force=force)) == ("not_a_file", 5)


@POSIX
def test_something_that_is_not_a_plain_file_is_refused_even_by_force(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.html")
    files = {str(tmp_path / "a.html"): b"new"}
    assert refusal(OutputError, lambda: write_all(files, force=True)) == ("not_a_file", 5)


@pytest.mark.parametrize("spelling", ["register.xlsx", "./register.xlsx"])
def test_an_input_is_never_replaced_not_even_by_force(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spelling: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("register.xlsx").write_bytes(b"the only copy")
    inputs = ["gone.xlsx", "register.xlsx"]
    assert refusal(OutputError, lambda: write_all({spelling: b"x"}, force=True, inputs=inputs)) == ("is_input", 5)
    assert standing(tmp_path) == {"register.xlsx": b"the only copy"}


@pytest.mark.parametrize("second", ["a.html", "./a.html", "sub/../a.html"])
def test_one_file_asked_for_twice_is_a_usage_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, second: str
) -> None:
    monkeypatch.chdir(tmp_path)
    first = str(tmp_path / "a.html")
    assert refusal(UsageError, lambda: check_targets([first, second])) == ("twice", 2)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        write_all({str(tmp_path / "gone" / "a.html"): b""})
    assert caught.value.says.id == "error.output.no_folder"
    assert caught.value.says.facts["folder"] == str(tmp_path / "gone")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("make_folders", [False, True])
def test_a_file_where_a_folder_should_be_is_refused(tmp_path: Path, make_folders: bool) -> None:
    (tmp_path / "file").write_bytes(b"former")
    files = {str(tmp_path / "file" / "a.html"): b""}
    assert refusal(OutputError, lambda: write_all(files, make_folders=make_folders)) == ("no_folder", 5)


def test_missing_folders_are_made_when_asked(tmp_path: Path) -> None:
    write_all({str(tmp_path / "new" / "deep" / name): b"" for name in ("a.html", "a.json")}, make_folders=True)
    assert standing(tmp_path / "new" / "deep") == {"a.html": b"", "a.json": b""}


@POSIX
def test_a_new_file_gets_the_rights_of_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_all({str(tmp_path / "a.html"): b""})
        assert os.umask(0o027) == 0o027, "the user's umask is left as it was"
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.html").stat().st_mode) == 0o640


@POSIX
def test_a_replaced_file_keeps_its_own_rights(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"former")
    (tmp_path / "a.html").chmod(0o600)
    write_all({str(tmp_path / "a.html"): b"new"}, force=True)
    assert stat.S_IMODE((tmp_path / "a.html").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("number", "says"),
    [
        pytest.param(errno.ENOSPC, "no_space", id="the disk is full"),
        pytest.param(errno.EACCES, "not_allowed", id="no rights, or open in a spreadsheet program"),
        pytest.param(errno.EROFS, "not_allowed", id="a read-only disk"),
        pytest.param(errno.EIO, "failed", id="anything else"),
    ],
)
def test_what_the_system_refuses_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, says: str
) -> None:
    def refused(*_: object) -> int:
        raise OSError(number, "what the system says")

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refused)
        assert refusal(OutputError, lambda: write_all({str(tmp_path / "a.html"): b""})) == (says, 5)


@POSIX
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        attempt = {str(tmp_path / "a.html"): b""}
        assert refusal(OutputError, lambda: write_all(attempt)) == ("not_allowed", 5)
    finally:
        tmp_path.chmod(0o700)


CALLS = ("open", "write", "fsync", "close", "chmod", "link", "rename", "replace", "mkdir")


def failing(monkeypatch: pytest.MonkeyPatch, call: str, at: int, error: BaseException) -> list[int]:
    """Let the system call fail at its `at`-th use; the list holds how often it was used."""
    works = getattr(os, call)
    used = [0]

    def once(*args: object, **options: object) -> object:
        used[0] += 1
        if used[0] == at:
            if call == "close":
                works(*args)  # the handle is gone, yet the system says that the bytes are not
            raise error
        return works(*args, **options)

    monkeypatch.setattr(os, call, once)
    return used


# Where files without a name are to be had, the handle is let go when all is done: nothing depends on it any more.
WAYS = [(way, call) for way in ("nameless", "hidden") for call in CALLS if (way, call) != ("nameless", "close")]


@pytest.mark.parametrize("at", [1, 2, 3, 4, 5])
@pytest.mark.parametrize(("way", "call"), WAYS)
@pytest.mark.parametrize("error", [OSError(errno.EIO, "broken"), KeyboardInterrupt()], ids=["error", "interrupt"])
def test_whichever_step_fails_everything_stands_as_it_stood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str, call: str, at: int, error: BaseException
) -> None:
    if way == "hidden":
        monkeypatch.setattr("auditor.outputs._NAMELESS", 0)
    (tmp_path / "a.html").write_bytes(b"former page")
    (tmp_path / "target.txt").write_bytes(b"behind a link")
    if sys.platform != "win32":
        (tmp_path / "b.csv").symlink_to("target.txt")
    before = standing(tmp_path)
    written = ("a.html", "b.csv", "new/deep/c.html", "d.json")
    files = {str(tmp_path / name): b"new" for name in written}
    with monkeypatch.context() as patch:
        used = failing(patch, call, at, error)
        try:
            write_all(files, force=True, make_folders=True)
        except (OutputError, KeyboardInterrupt):
            assert standing(tmp_path) == before
            assert not (tmp_path / "new").exists()
            return
    assert used[0] < at or call == "link", "a step that fails is told, unless there is another way to do it"
    assert standing(tmp_path) == dict.fromkeys(written, b"new") | {"target.txt": b"behind a link"}


@pytest.mark.parametrize("name", ["Personeel.xlsx", "2026/Scholing.CSV"])
def test_a_register_in_a_folder_that_is_read_is_never_replaced(tmp_path: Path, name: str) -> None:
    register = tmp_path / "registers" / name
    register.parent.mkdir(parents=True, exist_ok=True)
    register.write_bytes(b"mine")
    folder = str(tmp_path / "registers")
    assert refusal(OutputError, lambda: write_all({str(register): b"x"}, force=True, inputs=[folder])) == (
        "is_input",
        5,
    )
    assert register.read_bytes() == b"mine"


def test_a_report_in_a_folder_that_is_read_can_be_made_anew(tmp_path: Path) -> None:
    (tmp_path / "rapport.html").write_bytes(b"old")
    write_all(
        {str(tmp_path / "rapport.html"): b"new", str(tmp_path / "acties.xlsx"): b"x"},
        force=True,
        inputs=[str(tmp_path)],
    )
    assert (tmp_path / "rapport.html").read_bytes() == b"new"
