"""The repair workbooks of `inspect -o FILE.xlsx`: a copy for each file, with the cells at fault marked."""

import os
from collections.abc import Sequence

import msgspec

from auditor.evidence import CellRef, Problem
from auditor.intake.limits import Limits
from auditor.intake.read import Found, read_book
from auditor.intake.sheets import RawBook
from auditor.intake.watch import Watch
from auditor.render.repair import COLOURS, Fault, repaired, values_at
from auditor.texts import Texts

_ZIP = b"PK\x03\x04"


class Copied(msgspec.Struct, frozen=True):
    """The files to copy, what was seen in them, and the limits within which they are read."""

    files: Sequence[Found]
    watch: Watch
    limits: Limits


def repairs(target: str, copied: Copied, texts: Texts) -> dict[str, bytes]:
    """The copies, by their paths: of one file at `target` itself; of several each beside it, with the file's name added, and
    only those with something to repair.
    """
    files = copied.files
    faults: dict[str, list[Problem]] = {each.name: [] for each in files}
    for each in copied.watch.problems.all:
        own = copied.watch.files.get(each.at.file, each.at.file)
        if each.severity in COLOURS and own in faults:
            faults[own].append(each)
    if len(files) == 1:
        return {target: _repaired(files[0], faults[files[0].name], copied.limits, texts)}
    named = _names(target, [each.name for each in files])
    return {
        named[each.name]: _repaired(each, faults[each.name], copied.limits, texts)
        for each in files
        if faults[each.name]
    }


def _repaired(file: Found, problems: Sequence[Problem], limits: Limits, texts: Texts) -> bytes:
    with open(file.path, "rb") as opened:
        data = opened.read()
    book = read_book(file.path, file.name, limits)
    own = [msgspec.structs.replace(each, at=_own_place(each.at, book)) for each in problems]
    cells: dict[str, set[str]] = {}
    for each in own:
        cells.setdefault(each.at.sheet, set()).add(each.at.cell)
    values = values_at(book, cells)
    faults = [Fault(each, values.get((each.at.sheet, each.at.cell), "")) for each in own]
    return repaired(data if data.startswith(_ZIP) else None, book, faults, texts)


def _own_place(at: CellRef, book: RawBook) -> CellRef:
    """A place with the sheet's own name, where that was kept out of sight (`#3`)."""
    number = at.sheet.removeprefix("#")
    names = [each.name for each in book.sheets]
    if at.sheet in names or not number.isdecimal() or not 0 < int(number) <= len(names):
        return at
    return CellRef(at.file, names[int(number) - 1], at.cell)


def _names(target: str, files: Sequence[str]) -> dict[str, str]:
    """For each file a path beside `target`: `herstel - Personeel 2026.xlsx`; with its suffix where two would be the same."""
    stem, suffix = os.path.splitext(target)
    flat = {file: file.replace("/", " - ") for file in files}
    short = {file: os.path.splitext(name)[0] for file, name in flat.items()}
    often = [name.casefold() for name in short.values()]
    return {
        file: f"{stem} - {name if often.count(name.casefold()) == 1 else flat[file]}{suffix}"
        for file, name in short.items()
    }
