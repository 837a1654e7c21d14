"""Fills in an intake workbook the way a person would: looks for the headings, and types below them."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from auditor.api import Audit, audit
from auditor.form.asked import Order
from auditor.form.book import HEAD, make_form
from auditor.library import load_library, load_texts
from auditor.workbook.write import to_bytes

DAY = date(2026, 11, 22)
LIBRARY = load_library()
SECTORS = tuple(sector.id for sector in LIBRARY.checklist.sectors)


def order(*sectors: str, lang: str = "nl", day: date = DAY) -> Order:
    return Order(library=LIBRARY, texts=load_texts(lang), day=day, sectors=sectors)


def written(where: Path, *sectors: str, lang: str = "nl") -> Path:
    """The empty workbook for some sectors, as a file."""
    path = where / "intake.xlsx"
    path.write_bytes(to_bytes(make_form(order(*sectors, lang=lang))))
    return path


def judged(path: Path) -> Audit:
    return audit([path], DAY)


class Filler:
    """Types into the workbook, by what the headings say."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.book = openpyxl.load_workbook(path)

    def save(self) -> Path:
        self.book.save(self._path)
        return self._path

    def pairs(self, values: Mapping[str, Any]) -> None:
        """Type a value beside its key, where the sheet asks for it."""
        sheet = self.book.worksheets[1]
        for row in sheet.iter_rows():
            if row[0].value in values:
                row[1].value = values[str(row[0].value)]

    def rows(self, sheet: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Type rows below the headings; a column that the sheet does not have is a mistake in the test."""
        page = self.book[sheet]
        letters = {cell.value: cell.column_letter for cell in page[HEAD]}
        number = HEAD
        for row in rows:
            number += 1
            for head, value in row.items():
                page[f"{letters[head]}{number}"].value = value

    def elements(self, answer: str = "ja") -> None:
        """Answer every question the same way, each on a page of the code."""
        page = self.book["Meldcode-inhoud"]
        for number, row in enumerate(page.iter_rows(min_row=HEAD + 1)):
            if row[0].value:
                row[2].value, row[3].value = answer, f"blz. {2 + number // 2}"


def filled(path: Path, **facts: str) -> Path:
    """All of it filled in well: a code adopted this year, and everybody trained."""
    filler = Filler(path)
    audience = "alle medewerkers, gastouders, ouders, stagiairs en vrijwilligers"
    filler.pairs(
        {"Naam organisatie": "Stichting De Brug", "Volwassen cliënten": "ja", "Meldingsbevoegd verwijsindex": "ja"}
        | facts
    )
    filler.rows(
        "Beleidsregister",
        [
            {
                "Documenttitel": "Meldcode huiselijk geweld en kindermishandeling",
                "Documenttype": "meldcode",
                "Documentstatus": "vastgesteld",
                "Vaststellingsdatum": date(2026, 1, 12),
                "Evaluatiedatum": date(2028, 1, 12),
                "Eigenaar": "directeur",
                "Toepassingsgebied": "alle locaties",
                "Voor wie": audience,
            }
        ],
    )
    filler.elements()
    filler.rows(
        "Personeel",
        [
            {
                "Personeelsnummer": f"{n}",
                "Medewerker": f"Medewerker Nummer{n}",
                "Functie": "begeleider",
                "Locatie": "Oost",
                "Team": "Team 1",
                "Cliëntcontact": "ja",
                "Datum in dienst": date(2024, 1, n),
            }
            for n in STAFF
        ],
    )
    filler.rows(
        "Scholing",
        [
            {
                "Personeelsnummer": f"{n}",
                "Naam scholing": name,
                "Behaald op": date(2026, month, n),
                "Resultaat": "behaald",
            }
            for n in STAFF
            for month, name in enumerate((*TRAININGS, *(OF_OFFICER if n == 1 else ())), 2)
        ],
    )
    filler.rows(
        "Aandachtsfunctionarissen",
        [{"Personeelsnummer": "1", "Aangesteld op": date(2025, 1, 1), "Vervanger": "Medewerker Nummer2"}],
    )
    filler.rows(
        "Borging",
        [
            {"Datum": date(2026, 6, 3), "Soort": kind, "Team": "Team 1", "Onderwerp": "meldcode"}
            for kind in ("teamoverleg", "evaluatie", "reflectie")
        ],
    )
    filler.rows(
        "Samenwerking",
        [
            {
                "Partner": partner,
                "Soort": "werkafspraken",
                "Overeengekomen op": date(2026, 1, 10),
                "Evaluatiedatum": date(2028, 1, 10),
            }
            for partner in ("Veilig Thuis", "Wijkteam Oost")
        ],
    )
    filler.rows(
        "Stappenregistratie",
        [
            {
                "Casus": "2026-01",
                "Datum signaal": date(2026, 3, 2),
                "Datum consultatie": date(2026, 3, 3),
                "Datum gesprek": date(2026, 3, 4),
                "Datum weging": date(2026, 3, 5),
                "Datum besluit": date(2026, 3, 5),
                "Melden ja/nee": "nee",
                "Hulp ja/nee": "ja",
                "Afgesloten op": date(2026, 5, 1),
            }
        ],
    )
    return filler.save()  # fmt: skip


STAFF = range(1, 5)
OF_OFFICER = ("Opleiding aandachtsfunctionaris huiselijk geweld en kindermishandeling",)
TRAININGS = ("Basisscholing meldcode", "Vermoeden tegen een medewerker", "Kindcheck", "Afwegingskader")
