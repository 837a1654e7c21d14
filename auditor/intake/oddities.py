"""What is odd about a sheet that was read: it is said, so that nothing is quietly read otherwise than it looks."""

from collections.abc import Iterator

from auditor.evidence import CellRef, Problem, Severity, problem
from auditor.intake.sheets import RawBook, RawSheet, Spots


def oddities(book: RawBook) -> Iterator[Problem]:
    """Everything about the sheets of a book, once their rows were read to the end."""
    for sheet in book.sheets:
        yield from _of(sheet, book.file)


def _of(sheet: RawSheet, file: str) -> Iterator[Problem]:
    seen = sheet.seen
    if seen.errors.n:
        yield _spots("cells.error", Severity.WARNING, file, sheet.name, seen.errors)
    if seen.uncalculated.n:
        yield _spots("cells.uncalculated", Severity.WARNING, file, sheet.name, seen.uncalculated)
    if seen.far.n:
        yield _spots("cells.far", Severity.NOTE, file, sheet.name, seen.far)
    if sheet.filtered:
        yield problem("rows.filtered", Severity.NOTE, CellRef(file, sheet.name))
    if high := [each for each in sheet.merged if _is_high(each)]:
        yield _spots("cells.merged", Severity.NOTE, file, sheet.name, Spots(len(high), high[0]))


def book_notes(file: str, *, from_1904: bool, macros: bool) -> tuple[Problem, ...]:
    """What must be known of a workbook as a whole: from where it counts days, and that its macros are not run."""
    notes = []
    if from_1904:
        notes.append(problem("dates.from_1904", Severity.NOTE, CellRef(file)))
    if macros:
        notes.append(problem("workbook.macros", Severity.NOTE, CellRef(file)))
    return tuple(notes)


def _spots(code: str, severity: Severity, file: str, sheet: str, spots: Spots) -> Problem:
    return problem(code, severity, CellRef(file, sheet, spots.first), count=spots.n)


def _is_high(merged: str) -> bool:
    """Whether a range reaches over more than one row."""
    first, _, last = merged.partition(":")
    return bool(last) and first.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != last.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
