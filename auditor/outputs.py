"""The only place where results reach the disk: all of them, whole, or none.

Everything is rendered before this module is called. Each file is first written to the end without a name (where the
system knows no such files, under a hidden name) in its own folder, then put into place in one step; the result file
(`.json`) comes last, so where it stands, the others do.

What is promised when a run fails half-way: no target is half written, former files stand as they were, and hidden files
and new folders are gone. When the process is killed: every target is the former or the new file, whole; what may stay
behind are whole files under a hidden name (`.meldcode-proof-….tmp`), and between two targets one may be new and the
other still the former.
"""

import errno
import os
import stat
from collections.abc import Collection, Mapping
from contextlib import suppress

import msgspec

from auditor.errors import AuditorError, OutputError, UsageError

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


_NO_NAMELESS = {errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL, errno.ENOENT}
_NAMELESS = getattr(os, "O_TMPFILE", 0)
_HANDLES = "/proc/self/fd"


class _Draft(msgspec.Struct):
    """One target on its way. Its new bytes wait in the open file `handle`, which has no name, or in the file `temp`; the
    former file is kept as `former` until all is done.
    """

    target: str
    handle: int = -1
    temp: str = ""
    former: str = ""
    placed: bool = False


def write_all(
    files: Mapping[str, bytes], *, force: bool = False, make_folders: bool = False, inputs: Collection[str] = ()
) -> None:
    """Write every file of `files` (path to content), or none of them.

    `force` allows replacing a file or a link; of a link the link itself is replaced, never what it points at.
    `make_folders` makes the folders that are missing. A file of `inputs`, or a register in a folder of them, is
    never replaced. A new file gets the rights
    that the user's umask gives, a replaced one keeps its own. Raises what `check_targets` does, and `OutputError` when
    writing fails.
    """
    check_targets(files, force=force, make_folders=make_folders, inputs=inputs)
    ordered = sorted(files, key=lambda path: path.lower().endswith(".json"))
    drafts: list[_Draft] = []
    folders: list[str] = []
    target = ""
    try:
        for target in ordered:
            _make_folder(os.path.dirname(target), folders)
            drafts.append(_Draft(target))
            _write(drafts[-1], files[target], _rights(target))
        for draft in drafts:
            target = draft.target
            _place(draft, force=force, is_last=draft is drafts[-1])
    except BaseException as error:
        _undo(drafts, folders)
        if isinstance(error, OSError):
            raise _explained(error, target) from None
        raise
    for draft in drafts:
        _let_go(draft)
        _remove(draft.former)


def check_targets(
    paths: Collection[str], *, force: bool = False, make_folders: bool = False, inputs: Collection[str] = ()
) -> None:
    """Refuse what can be seen not to work before any work is done; touches nothing.

    Raises `UsageError` when two paths are the same file, and `OutputError` when a folder is missing, a target exists
    and `force` is not given, a target is not a plain file, or is one of the `inputs`.
    """
    seen = set()
    for path in paths:
        whole = os.path.normcase(os.path.abspath(path))
        if whole in seen:
            raise UsageError("output.twice", file=path)
        seen.add(whole)
        _check_folder(path, make_folders=make_folders)
        if os.path.lexists(path):
            _check_existing(path, force=force, inputs=inputs)


def _check_folder(path: str, *, make_folders: bool) -> None:
    folder = os.path.dirname(path) or "."
    missing_is_fine = make_folders and not os.path.lexists(folder)
    if not (os.path.isdir(folder) or missing_is_fine):
        raise OutputError("output.no_folder", file=path, folder=folder)


def _check_existing(path: str, *, force: bool, inputs: Collection[str]) -> None:
    mode = os.lstat(path).st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISLNK(mode)):
        raise OutputError("output.not_a_file", file=path)
    if os.path.exists(path) and any(os.path.exists(each) and _is_read(path, each) for each in inputs):
        raise OutputError("output.is_input", file=path)
    if not force:
        raise OutputError("output.exists", file=path)


def _is_read(path: str, given: str) -> bool:
    """Whether a file is what was given to be read, or stands in a folder that was given and would be read there."""
    if not os.path.isdir(given):
        return os.path.samefile(given, path)
    from auditor.intake.read import IN_FOLDERS

    folder = os.path.join(os.path.realpath(given), "")
    return path.lower().endswith(IN_FOLDERS) and os.path.realpath(path).startswith(folder)


def _hidden_beside(target: str) -> str:
    return os.path.join(os.path.dirname(target), f".meldcode-proof-{os.urandom(8).hex()}.tmp")


def _rights(target: str) -> int:
    """The permission bits that the file must end up with."""
    if os.path.isfile(target) and not os.path.islink(target):
        return stat.S_IMODE(os.stat(target).st_mode)
    umask = os.umask(0o077)  # it can only be read by setting it; the strict value is safe for other threads
    os.umask(umask)
    return 0o666 & ~umask


def _write(draft: _Draft, content: bytes, rights: int) -> None:
    """Write to a new file that nobody else can open until it is whole."""
    draft.handle = _nameless(os.path.dirname(draft.target) or ".")
    if draft.handle < 0:
        draft.temp = _hidden_beside(draft.target)
        draft.handle = os.open(draft.temp, _CREATE, 0o600)
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(draft.handle, rest) :]
    os.fsync(draft.handle)
    if draft.temp:
        handle, draft.handle = draft.handle, -1
        os.close(handle)
    os.chmod(draft.temp or draft.handle, rights)


def _nameless(folder: str) -> int:
    """A new file in `folder` that has no name and is gone when the process is; -1 where the system has no such files."""
    if not (_NAMELESS and os.path.isdir(_HANDLES)):
        return -1
    try:
        return os.open(folder, os.O_WRONLY | _NAMELESS, 0o600)
    except OSError as error:
        if error.errno in _NO_NAMELESS:
            return -1
        raise


def _place(draft: _Draft, *, force: bool, is_last: bool) -> None:
    """Put the new file into place; the former one keeps existing under a hidden name, unless nothing can fail any more.

    Without `force`, a file that somebody else put there since it was looked at is not replaced.
    """
    if not (force and os.path.lexists(draft.target)):
        try:
            _put(draft)
        except FileExistsError:
            if not force:
                raise
        else:
            draft.placed = True
            return
    if not is_last:
        draft.former = _hidden_beside(draft.target)
        _keep(draft.target, draft.former)
    if not draft.temp:
        temp = _hidden_beside(draft.target)
        _name(draft.handle, temp)
        draft.temp = temp
    os.replace(draft.temp, draft.target)
    draft.placed = True


def _put(draft: _Draft) -> None:
    """Give the new file its name. Raises `FileExistsError` where that is taken."""
    if not draft.temp:
        _name(draft.handle, draft.target)
    elif os.path.lexists(draft.target):
        raise FileExistsError
    else:
        os.replace(draft.temp, draft.target)


def _name(handle: int, path: str) -> None:
    """Give a file without a name this one."""
    # The system follows the link that stands for the handle only when it is asked about a folder as well.
    os.link(f"{_HANDLES}/{handle}", path, src_dir_fd=handle, follow_symlinks=True)


def _let_go(draft: _Draft) -> None:
    if draft.handle >= 0:
        with suppress(OSError):
            os.close(draft.handle)
        draft.handle = -1


def _keep(target: str, former: str) -> None:
    """Give the former file a second name; where that cannot be (a link, some file systems), move it there."""
    if not os.path.islink(target):
        with suppress(OSError):
            os.link(target, former)
            return
    os.rename(target, former)


def _make_folder(folder: str, made: list[str]) -> None:
    if not folder or os.path.isdir(folder):
        return
    _make_folder(os.path.dirname(folder), made)
    os.mkdir(folder)
    made.append(folder)


def _undo(drafts: list[_Draft], folders: list[str]) -> None:
    """Put everything back as it was, as far as the disk allows."""
    for draft in reversed(drafts):
        _let_go(draft)
        if draft.former:
            with suppress(OSError):  # where even this fails, the former file at least keeps its hidden name
                os.replace(draft.former, draft.target)
                _remove(draft.former)  # two names of one file: replacing was nothing to the system
        elif draft.placed:
            _remove(draft.target)
        _remove(draft.temp)
    for folder in reversed(folders):
        with suppress(OSError):
            os.rmdir(folder)


def _remove(path: str) -> None:
    if path:
        with suppress(OSError):
            os.remove(path)


def _explained(error: OSError, target: str) -> AuditorError:
    if isinstance(error, FileExistsError):
        return OutputError("output.exists", file=target)
    if error.errno in _NO_SPACE:
        return OutputError("output.no_space", file=target)
    if error.errno in _NOT_ALLOWED:
        return OutputError("output.not_allowed", file=target)
    return OutputError("output.failed", file=target, detail=error.strerror or type(error).__name__)
