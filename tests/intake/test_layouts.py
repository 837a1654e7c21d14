"""The same organisation, laid out as different programs and people would, in files of every kind: the same result."""

import csv
import re
from collections.abc import Callable, Mapping
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from auditor.api import audit
from tests.intake import binaries, test_ods, test_old_xml, test_xls, test_xlsb
from tests.tables import lines

Table = list[list[str]]
Book = dict[str, Table]
AS_OF = date(2026, 11, 22)


def table(drawn: str) -> Table:
    """The cells of a drawn table."""
    return lines(drawn)


ORGANISATION = table("""
    Naam organisatie | De Regenboog
    Sectoren         | bso
""")
POLICIES = table("""
    Documenttitel                                   | Versie | Status      | Vastgesteld op | Voor wie         | Evaluatiedatum
    Meldcode huiselijk geweld en kindermishandeling | 2.0    | vastgesteld | 01-02-2025     | alle medewerkers | 01-02-2027
    Huisregels                                      | 1.0    | vastgesteld | 01-02-2024     | iedereen         |
""")
ELEMENTS = table("""
    Onderdeel | Aanwezig | Vindplaats
    Stap 1    | ja       | blz. 4
    Stap 2    | ja       |
    MC-2.2.d  | nee      |
""")
STAFF = table("""
    Personeelsnummer | Naam        | Functie | Locatie | Datum in dienst
    101              | Anna Bakker | pm'er   | Oost    | 01-01-2020
    102              | Bert Smit   | pm'er   | Oost    | 01-01-2021
    103              | Carla Kok   | kok     | West    | 01-01-2022
""")
TRAINING = table("""
    Personeelsnummer | Scholing | Behaald op
    101              | Meldcode | 12-03-2025
    102              | Meldcode | gepland
    103              | Kindcheck | 03-04-2025
    101              | BHV      | 03-04-2026
""")
OFFICERS = table("""
    Naam        | Locatie | Aangesteld op
    Anna Bakker | Oost    | 01-01-2023
""")
ACTIVITIES = table("""
    Datum      | Soort       | Onderwerp
    10-01-2026 | teamoverleg | meldcode
""")
PLAIN: Book = {
    "Organisatie": ORGANISATION,
    "Beleidsregister": POLICIES,
    "Meldcode-inhoud": ELEMENTS,
    "Personeel": STAFF,
    "Scholing": TRAINING,
    "Aandachtsfunctionarissen": OFFICERS,
    "Borging": ACTIVITIES,
}


def plain() -> Book:
    """A sheet for each register."""
    return dict(PLAIN)


def with_titles() -> Book:
    """Titles, the reference date, totals and remarks around the tables."""
    return {
        name: [
            ["Kinderopvang De Regenboog"],
            [f"Overzicht {name}"],
            ["Peildatum: 22-11-2026"],
            [],
            *rows,
            [],
            ["* bron: HR"],
        ]
        if name != "Organisatie"
        else rows
        for name, rows in PLAIN.items()
    }


def turned_about() -> Book:
    """Other columns first, from column C on; rows the other way round; headers as other systems write them."""
    other = {
        "Documenttitel": "DOCUMENT-TITEL",
        "Vastgesteld op": "vastgesteld d.d.",
        "Personeelsnummer": "Pers.nr.",
        "Datum in dienst": "Datum\nin dienst (dd-mm-jjjj)",
        "Scholing": "Cursusnaam",
        "Behaald op": "datumBehaald",
    }
    book = {
        name: [
            ["", "", *[other.get(cell, cell) for cell in rows[0]][::-1]],
            *[["", "", *padded(row, rows)] for row in rows[:0:-1]],
        ]
        for name, rows in PLAIN.items()
        if name != "Organisatie"
    }
    return {"Organisatie": ORGANISATION, **book}


def padded(row: list[str], rows: Table) -> list[str]:
    """A row as wide as its header, the last column first."""
    return [*row, *[""] * (len(rows[0]) - len(row))][::-1]


def matrix() -> Book:
    """A column for each training, with what was done in its cells."""
    return {
        **PLAIN,
        "Scholing": table("""
            Personeelsnummer | Meldcode   | Kindcheck  | BHV
            101              | 12-03-2025 |            | 03-04-2026
            102              | gepland    |            |
            103              |            | 03-04-2025 |
        """),
    }


def sheet_for_each_training() -> Book:
    """A sheet for each training, with names."""
    return {
        **{name: rows for name, rows in PLAIN.items() if name != "Scholing"},
        "Meldcode": table("Naam|Behaald op|Geslaagd\nBakker, Anna|12-03-2025|ja\nSmit, Bert||gepland"),
        "Kindcheck": table("Naam|Behaald op|Geslaagd\nKok, Carla|03-04-2025|ja"),
    }


def staff_by_location() -> Book:
    """A sheet of staff for each location, without a column for it."""
    header = [cell for cell in STAFF[0] if cell != "Locatie"]
    of = {place: [header, *[[*row[:3], row[4]] for row in STAFF[1:] if row[3] == place]] for place in ("Oost", "West")}
    return {
        **{name: rows for name, rows in PLAIN.items() if name != "Personeel"},
        "Personeel Oost": of["Oost"],
        "Personeel West": of["West"],
    }


def in_blocks() -> Book:
    """Locations as lines above blocks of rows, and the two small registers below each other on one sheet."""
    header = [cell for cell in STAFF[0] if cell != "Locatie"]
    blocks = [
        line
        for place in ("Oost", "West")
        for line in ([f"Locatie: {place}"], *([*row[:3], row[4]] for row in STAFF[1:] if row[3] == place))
    ]
    rest = {
        name: rows for name, rows in PLAIN.items() if name not in {"Personeel", "Aandachtsfunctionarissen", "Borging"}
    }
    both = [["Aandachtsfunctionarissen"], *OFFICERS, [], ["Borging"], *ACTIVITIES]
    return {**rest, "Personeel": [header, *blocks, ["Totaal", "3"]], "Overig": both}


LAYOUTS: Mapping[str, Callable[[], Book]] = {
    "plain": plain,
    "with titles": with_titles,
    "turned about": turned_about,
    "matrix": matrix,
    "sheet for each training": sheet_for_each_training,
    "staff by location": staff_by_location,
    "in blocks": in_blocks,
}


def to_xlsx(book: Book, folder: Path) -> None:
    """One workbook."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, rows in book.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append([cell or None for cell in row])
    workbook.save(folder / "registers.xlsx")


def to_csv(delimiter: str, encoding: str, ends: str = "\r\n") -> Callable[[Book, Path], None]:
    """A text file for each sheet."""

    def write(book: Book, folder: Path) -> None:
        for name, rows in book.items():
            with (folder / f"{name}.csv").open("w", encoding=encoding, newline="") as file:
                csv.writer(file, delimiter=delimiter, lineterminator=ends).writerows(rows)

    return write


def to_html(book: Book, folder: Path) -> None:
    """A page with a table for each sheet, called a workbook, as some systems export."""
    for name, rows in book.items():
        cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
        page = "".join(f"<tr>{row}</tr>" for row in cells)
        (folder / f"{name}.xls").write_text(f"<html><body><table>{page}</table></body></html>", encoding="utf-8")


def typed(cell: str) -> str | int | date:
    """A cell as somebody types it into a workbook: days are days there, and numbers numbers."""
    if re.fullmatch(r"[0-9]{2}-[0-9]{2}-[0-9]{4}", cell):
        return date(int(cell[6:]), int(cell[3:5]), int(cell[:2]))
    return int(cell) if cell.isdecimal() else cell


def cells(rows: Table) -> list[tuple[int, list[tuple[int, str | int | date]]]]:
    """The filled cells, typed, by row and column, both counted from 0."""
    return [(i, [(j, typed(cell)) for j, cell in enumerate(row) if cell]) for i, row in enumerate(rows)]


def serial(value: int | date) -> float:
    return float((value - date(1899, 12, 30)).days if isinstance(value, date) else value)


def to_typed_xlsx(book: Book, folder: Path) -> None:
    """One workbook, with days as days."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, rows in book.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append([typed(cell) if cell else None for cell in row])
    workbook.save(folder / "registers.xlsx")


def to_xls(book: Book, folder: Path) -> None:
    """One workbook of Excel 97."""

    def cell(row: int, column: int, value: str | int | date) -> bytes:
        if isinstance(value, str):
            return binaries.record(test_xls.LABEL, binaries.place(row, column) + binaries.wide(value))
        return test_xls.number(serial(value), test_xls.DAY if isinstance(value, date) else test_xls.PLAIN, row, column)

    sheets = [b"".join(cell(i, j, value) for i, row in cells(rows) for j, value in row) for rows in book.values()]
    states = [0] * len(book)
    stream = binaries.stream_of(*sheets, before=test_xls.STYLES, names=list(book), states=states)
    (folder / "registers.xls").write_bytes(binaries.compound(stream))


def to_xlsb(book: Book, folder: Path) -> None:
    """A binary workbook for each sheet."""

    def cell(column: int, value: str | int | date) -> tuple[int, bytes]:
        if isinstance(value, str):
            return 6, binaries.at(column) + binaries.counted(value)
        style = test_xlsb.DAY if isinstance(value, date) else test_xlsb.PLAIN
        return 5, binaries.at(column, style) + test_xlsb.real(serial(value))

    for name, rows in book.items():
        records = [each for i, row in cells(rows) for each in (binaries.row(i), *(cell(*filled) for filled in row))]
        (folder / f"{name}.xlsb").write_bytes(binaries.new(*records, styles=test_xlsb.STYLES))


def to_ods(book: Book, folder: Path) -> None:
    """One OpenDocument workbook."""

    def cell(text: str) -> str:
        value = typed(text)
        if isinstance(value, str):
            return test_ods.cell(escape(value), 'office:value-type="string"') if value else test_ods.cell()
        return test_ods.typed("date" if isinstance(value, date) else "float", str(value), text)

    sheets = [
        test_ods.table("".join(test_ods.row(*map(cell, row)) for row in rows), name) for name, rows in book.items()
    ]
    (folder / "registers.ods").write_bytes(test_ods.ods(*sheets))


def to_old_xml(book: Book, folder: Path) -> None:
    """One workbook of Excel 2003 in XML, called as Excel calls its own."""

    def cell(column: int, value: str | int | date) -> str:
        kind = "String" if isinstance(value, str) else "DateTime" if isinstance(value, date) else "Number"
        text = f"{value}T00:00:00.000" if isinstance(value, date) else escape(str(value))
        return test_old_xml.cell(kind, text, f'ss:Index="{column + 1}"')

    sheets = [
        test_old_xml.sheet(
            "".join(f'<Row ss:Index="{i + 1}">{"".join(cell(*each) for each in row)}</Row>' for i, row in cells(rows)),
            name,
        )
        for name, rows in book.items()
    ]
    (folder / "registers.xls").write_text(test_old_xml.book(*sheets), encoding="utf-8")


KINDS: Mapping[str, Callable[[Book, Path], None]] = {
    "xlsx": to_xlsx,
    "csv with a mark": to_csv(";", "utf-8-sig"),
    "csv": to_csv(",", "utf-8", "\n"),
    "csv of Windows": to_csv(";", "cp1252"),
    "csv in UTF-16": to_csv("\t", "utf-16"),
    "a page called .xls": to_html,
    "xlsx with days and numbers": to_typed_xlsx,
    "xls": to_xls,
    "xlsb": to_xlsb,
    "ods": to_ods,
    "XML called .xls": to_old_xml,
}


def judged(book: Book, write: Callable[[Book, Path], None], folder: Path) -> dict[str, Any]:
    """The result, without what says where something stood and how it was read."""
    write(book, folder)
    result: dict[str, Any] = audit([folder], AS_OF).to_dict()
    for part in ("inputs", "problems"):
        del result[part]
    for requirement in result["requirements"]:
        requirement["evidence"] = sorted((seen["register"], seen["says"]) for seen in requirement["evidence"])
    return result


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The result of the plain workbook."""
    return judged(plain(), to_xlsx, tmp_path_factory.mktemp("plain"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_layout_and_the_kind_of_file_change_nothing(
    layout: str, kind: str, tmp_path: Path, expected: dict[str, Any]
) -> None:
    assert judged(LAYOUTS[layout](), KINDS[kind], tmp_path) == expected


def test_the_plain_organisation_shows_some_of_everything(expected: dict[str, Any]) -> None:
    verdicts = {each["verdict"] for each in expected["requirements"]}
    assert {"met", "partly_met", "not_met", "not_shown"} <= verdicts
    assert expected["organisation"]["sectors"] == ["bso"]
