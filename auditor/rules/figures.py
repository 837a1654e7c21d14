"""The figures that an annual report may mirror, from the step register; small numbers are not shown (MC-5.15)."""

from collections.abc import Iterable
from datetime import date

import msgspec

from auditor.evidence import Cell, CellRef, Fact, Word
from auditor.findings import Judgement, Observation, Verdict
from auditor.registers import Case as Row
from auditor.rules.case import Case, repair, seen, verdict
from auditor.rules.cases import distinct_rows
from auditor.rules.shapes import Figures

_DATED = {
    "signals": "signal_date",
    "advice": "vt_advice_date",
    "talks": "talk_date",
    "reports": "report_date",
}
_OPEN = "open"


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One number, where its cells stand, and whether it can be made: there is such a column, and every cell can be read."""

    name: str
    number: int
    cells: tuple[CellRef, ...]
    has_column: bool
    unread: tuple[CellRef, ...]


def judge(rule: Figures, case: Case) -> Judgement:
    """All figures can be made: `met`; some of them: `partly_met`; none: `not_met`; without a register, or a case: `not_shown`.

    The year is the last one that is over on the day. Open cases are those open on the day.
    """
    as_of, cases = case.situation.as_of, case.situation.registers.cases
    if not cases:
        return verdict(Verdict.NOT_SHOWN, "no_cases", repairs=(repair("give_cases"),))
    rows = distinct_rows(cases)
    year = as_of.year if (as_of.month, as_of.day) == (12, 31) else as_of.year - 1
    figures = [_of_year(name, field, rows, year) for name, field in _DATED.items()]
    figures.append(_open(rows, as_of))
    lacking = tuple(Word(f"figure.{each.name}") for each in figures if not each.has_column or each.unread)
    value = Verdict.MET if not lacking else Verdict.PARTLY_MET if len(lacking) < len(figures) else Verdict.NOT_MET
    return verdict(
        value,
        "figures",
        evidence=tuple(saw for each in figures for saw in _saw(rule, each, year)),
        repairs=(repair("complete_figures", lacking=lacking),) if lacking else (),
        year=str(year),
        least=rule.least,
        lacking=lacking,
    )


def _of_year(name: str, field: str, rows: Iterable[Row], year: int) -> Figure:
    cells: list[tuple[Row, Cell[date]]] = [(row, getattr(row, field)) for row in rows]
    return _figure(name, cells, sum(cell.value is not None and cell.value.year == year for _, cell in cells))


def _open(rows: Iterable[Row], as_of: date) -> Figure:
    cells = [(row, row.closed_on) for row in rows if row.signal_date.value is None or row.signal_date.value <= as_of]
    return _figure(_OPEN, cells, sum(cell.value is None or cell.value > as_of for _, cell in cells))


def _figure(name: str, cells: list[tuple[Row, Cell[date]]], number: int) -> Figure:
    """A field without a column has the place of another cell of its row: that of the pseudonym."""
    return Figure(
        name=name,
        number=number,
        cells=tuple(cell.at for _, cell in cells),
        has_column=any(cell.at != row.case.at for row, cell in cells),
        unread=tuple(cell.at for _, cell in cells if cell.is_unreadable),
    )


def _saw(rule: Figures, figure: Figure, year: int) -> Iterable[Observation]:
    name = Word(f"figure.{figure.name}")
    if not figure.has_column:
        first = min(figure.cells, default=CellRef(""))
        yield seen("cases", CellRef(first.file, first.sheet), "figure.no_column", figure=name)
        return
    for at in figure.unread:
        yield seen("cases", at, "figure.unreadable", figure=name)
    few = figure.number < rule.least
    number: Fact = Word("figure.few") if few else figure.number
    says = "figure.open" if figure.name == _OPEN else "figure.of_year"
    for at in _ranges(figure.cells):
        yield seen("cases", at, says, figure=name, number=number, year=str(year))


def _ranges(cells: Iterable[CellRef]) -> Iterable[CellRef]:
    """The cells of each sheet as a range, from the first to the last of a column."""
    by_sheet: dict[tuple[str, str], list[str]] = {}
    for at in cells:
        by_sheet.setdefault((at.file, at.sheet), []).append(at.cell)
    for (file, sheet), names in sorted(by_sheet.items()):
        ordered = sorted(names, key=lambda name: int(name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") or 0))
        first, last = ordered[0], ordered[-1]
        yield CellRef(file, sheet, first if first == last else f"{first}:{last}")
