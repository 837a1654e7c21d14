"""The door: which files are read, and from a file's bytes to its raw sheets. The only module of intake that touches files."""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from auditor.errors import InputError
from auditor.evidence import CellRef, Problem, Severity, Word, problem
from auditor.hashing import sha256
from auditor.intake.limits import MIB, NORMAL, Limits
from auditor.intake.nature import READ, Nature, fits_name, nature_of, package_nature
from auditor.intake.sheets import RawBook

if TYPE_CHECKING:
    from auditor.intake.archive import Archive

IN_FOLDERS = (".xlsx", ".xlsm", ".csv", ".tsv", ".xls", ".xlsb", ".ods", ".fods")
"""How the files end that a folder stands for."""
_WORKBOOKS_OF_PARTS = (".xlsx", ".xlsm", ".xlsb", ".ods")
_LOCK_FILE = "~$"
_OPEN = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_HIDDEN_ON_WINDOWS = 2
_STEP = MIB


class Found(msgspec.Struct, frozen=True, order=True, kw_only=True):
    """A file to read; `name` is its name inside the given path, with `/` between folders, and is unique in a run."""

    name: str
    path: str


def collect(paths: Sequence[str], limits: Limits = NORMAL) -> list[Found]:
    """The files that these paths stand for, sorted by name.

    A file stands for itself, whatever its suffix; a folder for all workbooks and csv files in it and its sub-folders,
    without hidden ones and the lock files of open workbooks. One file given twice is taken once, by its longest name; two files with one
    name get the names of their folders before it. Raises `InputError` for a path that does not exist, a folder without
    any such file, and more files or bytes than `limits` allow.
    """
    found: dict[tuple[int, int], tuple[int, str]] = {}  # a file's longest name first
    size = 0
    for path in paths:
        for depth, file in _files(path):
            state = _state(file)
            key = (state.st_dev, state.st_ino)
            candidate = (-depth, os.path.abspath(file))
            size += 0 if key in found else state.st_size
            found[key] = min(candidate, found.get(key, candidate))
    if len(found) > limits.files:
        raise InputError("input.too_many_files", limit=limits.files)
    if size > limits.run_bytes:
        raise InputError("input.too_much", limit=limits.run_bytes // MIB)
    return sorted(_named(list(found.values())))


def read_book(path: str, name: str, limits: Limits = NORMAL) -> RawBook:
    """One file as raw sheets; `name` is how problems, errors and the result call it.

    Raises `InputError`, whose `at` names the file and where it can the sheet, for what is no plain file, larger than
    `limits.file_bytes`, nothing that is read here, damaged, or hostile. The rows of the sheets raise it too.
    """
    try:
        return _book(content(path, limits), name, limits)
    except InputError as error:
        if error.at is None and "path" not in error.says.facts:  # else the sentence names the file itself
            error.at = CellRef(name)
        raise


def _book(data: bytes, name: str, limits: Limits) -> RawBook:
    nature = nature_of(data)
    suffix = os.path.splitext(name)[1].lower()
    archive = None
    if nature is Nature.ZIP:
        from auditor.intake.archive import Archive

        archive = Archive(data, limits)
        nature = package_nature(archive.names(), archive.read("mimetype") if "mimetype" in archive else b"")
    if nature not in READ:
        code = f"input.is_{nature}"
        raise InputError(code)
    book = _of_parts(archive, nature, data, name, limits) if archive else _of_bytes(nature, data, name, limits)
    notes = tuple(_notes(nature, suffix, CellRef(name), limits))
    return msgspec.structs.replace(book, problems=(*notes, *book.problems)) if notes else book


def _notes(nature: Nature, suffix: str, at: CellRef, limits: Limits) -> Iterator[Problem]:
    """What must be known of how a file was read: that its name says otherwise, and that the limits were raised."""
    if not fits_name(nature, suffix):
        yield problem("input.named_otherwise", Severity.NOTE, at, suffix=suffix, kind=Word(f"nature.{nature}"))
    if limits.large:
        yield problem("input.large", Severity.NOTE, at, limit=limits.cells)


def _of_parts(archive: "Archive", nature: Nature, data: bytes, name: str, limits: Limits) -> RawBook:
    """A workbook that is a zip of parts."""
    if nature is Nature.ODS:
        from auditor.intake.ods import read_opendocument

        return read_opendocument(archive, name, sha256(data).hex(), limits)
    if nature is Nature.XLSB:
        from auditor.intake.xlsb import read_binary_workbook

        return read_binary_workbook(archive, name, sha256(data).hex(), limits)
    from auditor.intake.xlsx import read_workbook

    return read_workbook(archive, name, sha256(data).hex(), limits)


def _of_bytes(nature: Nature, data: bytes, name: str, limits: Limits) -> RawBook:
    """A workbook or a text that is no zip."""
    if nature is Nature.XLS:
        from auditor.intake.xls import read_old_workbook

        return read_old_workbook(data, name, sha256(data).hex(), limits)
    if nature is Nature.HTML:
        from auditor.intake.html import read_page

        return read_page(data, name, sha256(data).hex(), limits)
    if nature is Nature.OLD_XML:
        from auditor.intake.old_xml import read_old_xml

        return read_old_xml(data, name, sha256(data).hex(), limits)
    if nature is Nature.FLAT_ODS:
        from auditor.intake.ods import read_content

        return read_content((data,), name, sha256(data).hex(), limits)
    return _text(data, name, limits)


def _text(data: bytes, name: str, limits: Limits) -> RawBook:
    """A text with separators; under the name of a workbook of parts, or where nothing is separated, it is refused."""
    from auditor.intake.delimited import is_table, read_delimited

    suffix = os.path.splitext(name)[1].lower()
    if suffix in _WORKBOOKS_OF_PARTS:
        raise InputError("input.is_text_as_workbook")
    if not fits_name(Nature.TEXT, suffix or ".") and not is_table(data):
        raise InputError("input.is_text_as_workbook" if suffix == ".xls" else "input.is_other_text")
    return read_delimited(data, name, sha256(data).hex(), limits)


def content(path: str, limits: Limits = NORMAL) -> bytes:
    """The bytes of a plain file, read once; a device or a pipe is never waited for."""
    if not stat.S_ISREG(_state(path).st_mode):
        raise InputError("input.not_a_file")
    try:
        handle = os.open(path, _OPEN)
        try:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise InputError("input.not_a_file")
            data = b"".join(_pieces(handle, limits.file_bytes + 1))
        finally:
            os.close(handle)
    except OSError:
        raise InputError("input.not_readable", path=path) from None
    if len(data) > limits.file_bytes:
        raise InputError("input.too_big", limit=limits.file_bytes // MIB)
    return data


def _pieces(handle: int, most: int) -> Iterator[bytes]:
    while most > 0 and (piece := os.read(handle, min(most, _STEP))):
        most -= len(piece)
        yield piece


def _state(path: str) -> os.stat_result:
    try:
        return os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        raise InputError("input.missing", path=path) from None
    except (OSError, ValueError):
        raise InputError("input.not_readable", path=path) from None


def _files(path: str) -> list[tuple[int, str]]:
    """The files that one path stands for, each with how many of its last parts make its name."""
    if not stat.S_ISDIR(_state(path).st_mode):
        return [(1, path)]
    files = list(_walk(path))
    if not files:
        raise InputError("input.no_workbooks", path=path)
    return files


def _walk(top: str) -> Iterator[tuple[int, str]]:
    """The workbooks in a folder and its sub-folders; links to folders are not followed, for they may go round."""
    waiting = [(1, top)]
    while waiting:
        depth, folder = waiting.pop()
        try:
            with os.scandir(folder) as scan:
                entries = list(scan)
        except OSError:
            raise InputError("input.not_readable", path=folder) from None
        for entry in entries:
            if entry.name.startswith((".", _LOCK_FILE)) or _is_hidden_on_windows(entry):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append((depth + 1, entry.path))
            elif entry.name.lower().endswith(IN_FOLDERS) and _is_file(entry):
                yield depth, entry.path


def _is_file(entry: "os.DirEntry[str]") -> bool:
    """Whether it is a plain file, or a link that leads to one; a link in a circle leads nowhere."""
    try:
        return entry.is_file()
    except OSError:
        return False


def _is_hidden_on_windows(entry: "os.DirEntry[str]") -> bool:
    attributes: int = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0) if os.name == "nt" else 0
    return bool(attributes & _HIDDEN_ON_WINDOWS)


def _named(files: Sequence[tuple[int, str]]) -> Iterable[Found]:
    """Name each file by the last parts of its path; where two names are equal, both get one folder more, and so on."""
    parts = [_parts(path) for _, path in files]
    depths = [-depth for depth, _ in files]
    while True:
        names = ["/".join(part[-depth:]) for part, depth in zip(parts, depths, strict=True)]
        twice = [
            index for index, name in enumerate(names) if names.count(name) > 1 and depths[index] < len(parts[index])
        ]
        if not twice:
            return [Found(name=name, path=path) for name, (_, path) in zip(names, files, strict=True)]
        for index in twice:
            depths[index] += 1


def _parts(path: str) -> list[str]:
    """The parts of a path, as text that can always be written."""
    text = os.fsencode(path).decode("utf-8", "replace")
    return [part for part in text.replace(os.sep, "/").split("/") if part]
