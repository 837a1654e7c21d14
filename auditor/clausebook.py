"""The checklist as a workbook, for people: the requirements to read, and a sheet to write one's own in.

`auditor.clausesheet` reads that sheet back. Pure: it gives bytes, and equal input gives equal bytes.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any, Final

from auditor.checklist import Checklist, Requirement
from auditor.clausesheet import COLUMNS, LAYERS, RULES
from auditor.evidence import Word
from auditor.render.repair_zip import finished
from auditor.report import natural
from auditor.texts import Texts

_EMPTY_ROWS: Final = 200
_HEADER_ROW: Final = 3
_WIDE: Final = frozenset({"asks.nl", "question.nl", "advice.nl", "asks.en", "question.en", "advice.en"})
_SHIPPED: Final = ("id", "layer", "title", "asks", "question", "advice", "sectors", "sources", "how", "known_as")


def checklist_book(checklist: Checklist, day: date, texts: Texts) -> bytes:
    """An xlsx with the requirements in force on `day` in the language of `texts`, and an empty sheet for one's own."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.created = datetime(1980, 1, 1, tzinfo=UTC)
    own = book.active
    own.title = texts.word("checklist_book.own")
    _own(own, texts)
    _shipped(book.create_sheet(texts.word("checklist_book.shipped")), checklist, day, texts)
    data = BytesIO()
    book.save(data)
    return finished(data.getvalue(), book.sheetnames, {})


def _own(sheet: Any, texts: Texts) -> None:  # noqa: ANN401 -- openpyxl has no types
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet["A1"] = texts.word("checklist_book.explained")
    for number, column in enumerate(COLUMNS, 1):
        letter = get_column_letter(number)
        sheet[f"{letter}{_HEADER_ROW}"] = column.en if texts.lang == "en" else column.nl
        sheet.column_dimensions[letter].width = 45 if column.part in _WIDE else 22
        if choices := {"layer": _choices(LAYERS, texts), "rule": _choices(RULES, texts)}.get(column.part):
            listed = DataValidation(type="list", formula1=f'"{choices}"', allow_blank=True)
            sheet.add_data_validation(listed)
            listed.add(f"{letter}{_HEADER_ROW + 1}:{letter}{_HEADER_ROW + _EMPTY_ROWS}")
    _headed(sheet, _HEADER_ROW)


def _choices(words: Iterable[str], texts: Texts) -> str:
    """The words of a drop-down in the language: of both lists the Dutch ones come first."""
    every = list(words)
    half = {"nl": every[: _DUTCH[len(every)]], "en": every[_DUTCH[len(every)] :]}
    return ",".join(half[texts.lang])


_DUTCH = {len(LAYERS): 4, len(RULES): 6}


def _shipped(sheet: Any, checklist: Checklist, day: date, texts: Texts) -> None:  # noqa: ANN401
    from openpyxl.utils import get_column_letter

    for number, name in enumerate(_SHIPPED, 1):
        sheet.cell(1, number, texts.word(f"checklist_book.{name}"))
        sheet.column_dimensions[get_column_letter(number)].width = 45 if name in {"asks", "question", "advice"} else 22
    requirements = sorted(checklist.on(day), key=lambda each: natural(each.id))
    for row, requirement in enumerate(requirements, 2):
        for column, text in enumerate(_cells(requirement, checklist, day, texts), 1):
            cell = sheet.cell(row, column)
            cell.value, cell.data_type = text, "s"  # text, whatever it begins with
    _headed(sheet, 1)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_SHIPPED))}{len(requirements) + 1}"


def _cells(requirement: Requirement, checklist: Checklist, day: date, texts: Texts) -> tuple[str, ...]:
    lang, laws = texts.lang, {law.id: law for law in checklist.laws}
    bound = requirement.sectors_on(day, [sector.id for sector in checklist.sectors])
    sources = (
        f"{laws[source.law].name.in_(lang)} {source.article} ({source.confidence})".replace("  ", " ")
        for source in requirement.sources
        if source.holds(day)
    )
    rule = str(type(requirement.evidence).__struct_config__.tag)
    return (
        requirement.id,
        texts.show(Word(f"layer.{requirement.layer}")),
        requirement.title.in_(lang),
        requirement.asks.in_(lang),
        requirement.question.in_(lang),
        requirement.advice.in_(lang),
        "; ".join(bound),
        "; ".join(dict.fromkeys(sources)),
        texts.word(f"how.{rule}"),
        "; ".join(requirement.known_as),
    )


def _headed(sheet: Any, row: int) -> None:  # noqa: ANN401
    """Bold heads that stay in view, and lines that wrap."""
    from openpyxl.styles import Alignment, Font

    for cells in sheet.iter_rows(min_row=row):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if cell.row == row:
                cell.font = Font(bold=True)
    sheet.freeze_panes = f"B{row + 1}"
