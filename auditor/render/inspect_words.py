"""What the pages of an inspection say of a sheet: the same on a terminal and in a browser."""

from collections.abc import Iterator

from auditor.inspection import ChosenOut, ColumnOut, SheetLook, UnusedOut, register_name
from auditor.texts import Texts


def sheet_lines(sheet: SheetLook, texts: Texts) -> Iterator[str]:
    """What became of the rows of a sheet, and why its header is where it is."""
    left = sheet.rows_read - sheet.rows_used
    yield texts.word("inspect.rows", read=sheet.rows_read, used=sheet.rows_used, left=left)
    for each in sheet.left_out:
        yield texts.word("inspect.left_out", n=each.count, why=each.says, cell=each.cell)
    if sheet.hidden_rows:
        yield texts.word("inspect.hidden_rows", n=sheet.hidden_rows)
    if sheet.header_row:
        yield _header(sheet.header_row, sheet.chosen, texts)


def _header(row: int, chosen: ChosenOut | None, texts: Texts) -> str:
    if chosen is None:
        return texts.word("inspect.header", row=row)
    score = _points(chosen.score, texts)
    if chosen.runner_up is None:
        return texts.word("inspect.header_alone", row=row, score=score)
    other = chosen.runner_up
    registers = tuple(register_name(each, texts) for each in other.registers)
    points = _points(other.score, texts)
    return texts.word("inspect.header_best", row=row, score=score, other=other.row, points=points, registers=registers)


def _points(score: float, texts: Texts) -> str:
    points = f"{score:.1f}".removesuffix(".0")
    return points.replace(".", ",") if texts.lang == "nl" else points


def column_words(column: ColumnOut, texts: Texts) -> str:
    """What a column was read as, and whether a mapping said so."""
    return f"{column.says} ({texts.word('inspect.by_mapping')})" if column.by_mapping else column.says


def unused_words(column: UnusedOut, texts: Texts) -> str:
    """A column that was not read, with the question what it may be meant for."""
    name = f"{column.letter} ({column.header})" if column.header else column.letter
    meant = tuple(each.says for each in column.perhaps)
    return f"{name} {texts.word('suggest.meant', meant=meant)}" if meant else name
