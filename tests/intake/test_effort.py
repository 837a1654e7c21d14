"""Files of very many elements that are no cells: they end in one sentence, whatever the kind of file."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.intake import binaries, test_ods, test_old_xml
from tests.intake.given import refusal
from tests.intake.workbooks import parts_of, sheet_markup, zipped

STEPS = 200
ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'
SHARED = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'


def binary(*records: tuple[int, bytes]) -> bytes:
    """A binary workbook with these records around its rows."""
    return binaries.new(binaries.row(0), (6, binaries.at(0) + binaries.counted("x")), around=records)


FILES: dict[str, Callable[[int], bytes]] = {
    "empty.xlsx": lambda n: zipped(parts_of(sheet=sheet_markup(ROW, before="<x>" + "<a/>" * n + "</x>"))),
    "among rows.xlsx": lambda n: zipped(parts_of(f'<row r="1"><!-- -->{"<a/>" * n}<c r="A1"><v>1</v></c></row>')),
    "merged.xlsx": lambda n: zipped(
        parts_of(sheet=sheet_markup(ROW, after="<mergeCells>" + '<mergeCell ref="A1:B2"/>' * n + "</mergeCells>"))
    ),
    "texts.xlsx": lambda n: zipped(parts_of(SHARED, shared="<si><t>a</t></si>" * n)),
    "empty texts.xlsx": lambda n: zipped(parts_of(SHARED, shared="<si><t>a</t></si>" + "<si/>" * n)),
    "settings.xlsx": lambda n: zipped(parts_of(ROW, properties="<a/>" * n)),
    "rows.ods": lambda n: test_ods.ods(test_ods.table("<table:table-row/>" * n + test_ods.row(test_ods.cell("x")))),
    "cells.ods": lambda n: test_ods.ods(
        test_ods.table(test_ods.row("<table:table-cell/>" * n) + test_ods.row(test_ods.cell("x")))
    ),
    "merged.ods": lambda n: test_ods.ods(
        test_ods.table(test_ods.row(test_ods.cell("x", 'table:number-columns-spanned="2"') * n))
    ),
    "rows.xml": lambda n: test_old_xml.book(
        test_old_xml.sheet("<Row/>" * n + f"<Row>{test_old_xml.cell('String', 'x')}</Row>")
    ).encode(),
    "records.xlsb": lambda n: binary(*((5, b"") for _ in range(n))),
    "merged.xlsb": lambda n: binary(*((176, struct.pack("<4I", 0, 1, 0, 1)) for _ in range(n))),
    "tags.html": lambda n: f"<table><tr>{'<b>' * n}<td>x</td></tr></table>".encode(),
    "blank.csv": lambda n: b"Naam;Functie\n" + b"\n" * n + b"Anna;pm\n",
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_very_many_elements_is_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    assert refusal(tmp_path, name, FILES[name](STEPS + 1), steps=STEPS) == "workbook.too_intricate"


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_a_few_is_read(name: str, tmp_path: Path) -> None:
    assert refusal(tmp_path, name, FILES[name](4), steps=STEPS) == ""


def test_exactly_the_limit_passes(tmp_path: Path) -> None:
    blanks = b"Naam;Functie\n" + b"\n" * STEPS + b"Anna;pm\n"
    assert refusal(tmp_path, "blank.csv", blanks, steps=STEPS) == ""
    assert refusal(tmp_path, "blank.csv", blanks + b"\n", steps=STEPS) == "workbook.too_intricate"
