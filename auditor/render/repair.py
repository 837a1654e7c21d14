"""A copy of somebody's own workbook with the cells at fault marked, and a sheet that lists them: to send back to who keeps it.

Names and everything else in it are their own. Formulas stay formulas, with the results that were stored; what we write is
text, whatever it begins with. What only an office program keeps (charts, pictures, macros) may be gone from the copy.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

import msgspec

from auditor.evidence import Problem, Severity
from auditor.intake.ours import LIST_NAMES, MARK
from auditor.intake.sheets import ErrorValue, RawBook, Uncalculated, Value
from auditor.render.repair_zip import finished
from auditor.report import natural, problem_words
from auditor.texts import Texts

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

AUTHOR = "Meldcode Proof"
COLOURS = {Severity.ERROR: "FFF8CBAD", Severity.WARNING: "FFFFF2CC"}
_WIDTHS = (6, 10, 26, 10, 30, 90, 14)
_LONGEST_NAME = 31
_LONGEST_TEXT = 32_000
_AT_ROW = 5


class Fault(msgspec.Struct, frozen=True):
    """Something to repair in a workbook: a problem at one cell, or about a sheet as a whole."""

    problem: Problem
    value: str = ""


def repaired(data: bytes | None, book: RawBook, faults: Sequence[Fault], texts: Texts) -> bytes:
    """The workbook (`data`; `None` for a file of another kind, whose values `book` has) with its faults marked, as .xlsx.

    Equal input gives equal bytes. A workbook that cannot be copied with its formatting is copied by its values, which the
    list then says.
    """
    workbook = _copied(data)
    plain = workbook is None
    if workbook is None:
        workbook = _of_values(book)
    cached = {} if plain or data is None else _results(data, workbook)
    _clean(workbook)
    shown = sorted((each for each in faults if each.problem.severity in COLOURS), key=_order)
    _mark(workbook, shown, texts)
    _list(workbook, shown, texts, plain=plain)
    out = BytesIO()
    workbook.save(out)
    return finished(out.getvalue(), [sheet.title for sheet in workbook.worksheets], cached)


def _order(fault: Fault) -> tuple[object, ...]:
    at = fault.problem.at
    return (at.sheet, natural(at.cell), list(Severity).index(fault.problem.severity), fault.problem.code)


def _copied(data: bytes | None) -> "Workbook | None":
    """The workbook as openpyxl understands it, macros apart; `None` where it does not."""
    if data is None:
        return None
    import warnings

    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts of a workbook that are not copied
            return load_workbook(BytesIO(data))
    except Exception:  # noqa: BLE001 -- it raises whatever it stumbles over, and then the values are copied
        return None


def _results(data: bytes, workbook: "Workbook") -> dict[tuple[str, str], Any]:
    """The stored results of the formulas, by sheet and cell: else nobody could read the copy before it was calculated."""
    import warnings

    from openpyxl import load_workbook

    formulas = {
        (sheet.title, cell.coordinate)
        for sheet in workbook.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
    if not formulas:
        return {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        stored = load_workbook(BytesIO(data), data_only=True)
    return {(name, at): stored[name][at] for name, at in formulas if stored[name][at].value is not None}


def _of_values(book: RawBook) -> "Workbook":
    """A new workbook with the values of a file."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.active)
    for raw in book.sheets:
        sheet = workbook.create_sheet(_sheet_name(raw.name, workbook.sheetnames))
        for row in raw.rows():
            for letter, value in row.cells.items():
                _put(sheet[f"{letter}{row.number}"], value)
        if raw.hidden:
            sheet.sheet_state = "hidden"
    return workbook


def _put(cell: Any, value: Value) -> None:  # noqa: ANN401 -- openpyxl has no types
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if isinstance(value, Uncalculated):
        return
    if isinstance(value, ErrorValue):
        value = value.shows
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", value)[:_LONGEST_TEXT]
        cell.data_type = "s"
        return
    cell.value = value


def _sheet_name(name: str, taken: Iterable[str]) -> str:
    """A name that a sheet may have, near to `name`."""
    plain = "".join(" " if sign in "[]:*?/\\" else sign for sign in name).strip("' ")[:_LONGEST_NAME] or "1"
    names = {each.casefold() for each in taken}
    free = (plain, *(f"{plain[: _LONGEST_NAME - 4]} {n}" for n in range(2, 1000)))
    return next(each for each in free if each.casefold() not in names)


def _clean(workbook: "Workbook") -> None:
    """Take away what an earlier copy of ours left behind: its list, its comments and its colours. Other comments stay."""
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    for sheet in list(workbook.worksheets):
        if sheet.title.startswith(LIST_NAMES) and str(sheet["A1"].value or "").startswith(MARK):
            workbook.remove(sheet)
            continue
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment is None or MARK not in cell.comment.text:
                    continue
                own = cell.comment.text.partition(MARK)[0].strip()
                cell.comment = Comment(own, cell.comment.author) if own else None
                if cell.fill.fgColor.rgb in COLOURS.values():
                    cell.fill = PatternFill()


def _mark(workbook: "Workbook", faults: Sequence[Fault], texts: Texts) -> None:
    at: dict[tuple[str, str], list[Fault]] = {}
    for each in faults:
        if each.problem.at.cell and each.problem.at.sheet in workbook.sheetnames:
            at.setdefault((each.problem.at.sheet, each.problem.at.cell.partition(":")[0]), []).append(each)
    for (name, cell), here in at.items():
        _comment(workbook[name], cell, here, texts)


def _comment(sheet: "Worksheet", at: str, faults: Sequence[Fault], texts: Texts) -> None:
    """Colour one cell by its worst fault and say what is wrong; a comment that stands there stays above ours."""
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    merged = next((each for each in sheet.merged_cells.ranges if at in each), None)
    cell = sheet.cell(merged.min_row, merged.min_col) if merged is not None else sheet[at]
    worst = min((each.problem.severity for each in faults), key=list(Severity).index)
    author, lines = AUTHOR, [MARK, *dict.fromkeys(problem_words(each.problem, texts) for each in faults)]
    if cell.comment is not None:
        author = cell.comment.author or AUTHOR
        lines.insert(0, f"{cell.comment.text}\n")
    height = 40 + 18 * sum(1 + len(line) // 48 for line in lines)
    cell.comment = Comment("\n".join(lines)[:_LONGEST_TEXT], author, height=min(height, 400), width=340)
    cell.fill = PatternFill("solid", fgColor=COLOURS[worst])


def _list(workbook: "Workbook", faults: Sequence[Fault], texts: Texts, *, plain: bool) -> None:
    """The first sheet: every fault with a link to its cell."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet = workbook.create_sheet(_sheet_name(texts.word("repair.sheet"), workbook.sheetnames), 0)
    heads = [
        f"{MARK} {texts.word('repair.title')}",
        texts.word("repair.intro"),
        texts.word("repair.count", n=len(faults)),
    ]
    if plain:
        heads[2] += f" {texts.word('repair.plain')}"
    for number, text in enumerate(heads, 1):
        _put(sheet.cell(number, 1), text)
    sheet["A1"].font = Font(bold=True, size=14)
    for column, word in enumerate(("number", "severity", "sheet_column", "cell", "value", "says", "done"), 1):
        head = sheet.cell(_AT_ROW - 1, column)
        _put(head, texts.word(f"repair.{word}"))
        head.font = Font(bold=True)
        sheet.column_dimensions[head.column_letter].width = _WIDTHS[column - 1]
    for row, values in enumerate(_rows(faults, texts), _AT_ROW):
        for column, value in enumerate(values, 1):
            cell = sheet.cell(row, column)
            _put(cell, value)
            cell.alignment = Alignment(vertical="top", wrap_text=column in {3, 5, 6}, horizontal="left")
        says = str(values[5])
        sheet.row_dimensions[row].height = 15 * max(1 + len(says) // _WIDTHS[5], 1 + len(str(values[4])) // _WIDTHS[4])
        _link(sheet.cell(row, 4), faults[row - _AT_ROW], workbook.sheetnames)
    sheet.freeze_panes = f"A{_AT_ROW}"
    sheet.auto_filter.ref = f"A{_AT_ROW - 1}:G{max(_AT_ROW - 1, _AT_ROW + len(faults) - 1)}"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    workbook.active = 0
    for each in workbook.worksheets:
        each.sheet_view.tabSelected = each is sheet


def _rows(faults: Sequence[Fault], texts: Texts) -> Iterator[tuple[Value, ...]]:
    for number, each in enumerate(faults, 1):
        at = each.problem.at
        severity = texts.word(f"repair.{each.problem.severity}")
        yield (number, severity, at.sheet, at.cell, each.value, problem_words(each.problem, texts), "")


def _link(cell: Any, fault: Fault, names: Sequence[str]) -> None:  # noqa: ANN401 -- openpyxl has no types
    from openpyxl.styles import Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    at = fault.problem.at
    if at.sheet not in names or not at.cell:
        return
    quoted = at.sheet.replace("'", "''")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{at.cell.partition(':')[0]}")
    cell.font = Font(color="FF0563C1", underline="single")


def values_at(book: RawBook, cells: Mapping[str, set[str]]) -> dict[tuple[str, str], str]:
    """What stands in some cells, as text, by sheet and cell."""
    from auditor.intake.values import as_text

    return {
        (sheet.name, f"{letter}{row.number}"): as_text(value)
        for sheet in book.sheets
        if sheet.name in cells
        for row in sheet.rows()
        for letter, value in row.cells.items()
        if f"{letter}{row.number}" in cells[sheet.name]
    }
