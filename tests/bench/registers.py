"""Lifelike registers of any size: the same seed gives the same bytes.

A person has five trainings. Twelve columns, eight of text and four of dates; in one row of 25 something is typed as people
type it: a date as text, in words or not at all, a name in capitals, a remark for a result. The workbook is written straight
as SpreadsheetML, row by row, for a library that builds it would need minutes and gigabytes for a million rows.
"""

import csv
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

Cell = str | int | date
Row = Sequence[Cell]
Sheets = dict[str, Callable[[], Iterator[Row]]]

AS_OF = date(2026, 11, 22)
ROWS_A_PERSON = 5
_MESS_IN = 25
_EPOCH = date(1899, 12, 30).toordinal()
_FIRST_NAMES = "Anna Bram Chantal Daan Els Fatima Gijs Hanneke Ibrahim Jolien Kees Lotte Mo Noor Oscar Petra".split()
_LAST_NAMES = "Jansen Vries Bakker Visser Smit Meijer Boer Mulder Bos Vos Peters Hendriks Dekker Brouwer Dijk".split()
_FUNCTIONS = "Pedagogisch medewerker,Teamleider,Verpleegkundige,Begeleider,Locatiemanager,Jeugdprofessional".split(",")
_PLACES = "Noord Zuid Oost West Centrum Haven Park Molen".split()
_TITLES = (
    "E-learning Meldcode",
    "Werken met de meldcode",
    "Signaleren en handelen bij kindermishandeling",
    "Afwegingskader in de praktijk",
    "Kindcheck",
    "BHV basis",
    "Agressietraining",
    "EHBO aan kinderen",
    "Scholing aandachtsfunctionaris",
    "Privacy en AVG",
)
_PROVIDERS = ("Augeo", "GGZ Ecademy", "Intern", "Rode Kruis", "LVAK")
_HEADERS = (
    *("Personeelsnummer", "Naam", "Functie", "Locatie", "Training", "Aanbieder", "Resultaat", "Certificaatnummer"),
    *("Behaald op", "Geldig tot", "Ingeschreven op", "Ingevoerd op"),
)
_STAFF_HEADERS = ("Personeelsnummer", "Naam", "Functie", "Locatie", "Team", "In dienst", "Uit dienst")


def people(rows: int) -> int:
    """How many people a training register of so many rows is about."""
    return max(1, rows // ROWS_A_PERSON)


def sheets(rows: int) -> Sheets:
    """The registers of one organisation with `rows` trainings, by the name of their sheet."""
    return {
        "Organisatie": lambda: iter([("Naam", "Kinderopvang De Maat"), ("Sector", "dagopvang")]),
        "Beleidsregister": lambda: iter(_policies()),
        "Personeel": lambda: _staff(people(rows)),
        "Scholing": lambda: _trainings(rows),
    }


def write_workbook(path: Path, rows: int, *, shared: bool) -> Path:
    """The registers as one workbook: its texts shared, as Excel writes them, or inline, as many exports do."""
    made = sheets(rows)
    texts: dict[str, int] | None = {} if shared else None
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for number, of_sheet in enumerate(made.values(), 1):
            with archive.open(_part(f"xl/worksheets/sheet{number}.xml"), "w", force_zip64=True) as part:
                for piece in _sheet(of_sheet(), texts):
                    part.write(piece.encode())
        if texts is not None:
            items = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
            archive.writestr(_part("xl/sharedStrings.xml"), f'{_XML}<sst xmlns="{_MAIN}">{items}</sst>')
        for name, content in _frame(list(made), shared=shared).items():
            archive.writestr(_part(name), content)
    return path


def _part(name: str) -> ZipInfo:
    """A part of a workbook, of no particular moment."""
    part = ZipInfo(name)
    part.compress_type = ZIP_DEFLATED
    return part


def write_csv(folder: Path, rows: int) -> Path:
    """The registers as a folder of csv files, as a Dutch Excel saves them."""
    folder.mkdir(exist_ok=True)
    for name, of_sheet in sheets(rows).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";").writerows([_as_typed(cell) for cell in row] for row in of_sheet())
    return folder


def _as_typed(cell: Cell) -> str:
    return f"{cell:%d-%m-%Y}" if isinstance(cell, date) else str(cell)


def _policies() -> list[Row]:
    title = "Meldcode huiselijk geweld en kindermishandeling"
    return [
        ("Titel", "Status", "Vastgesteld op", "Voor wie"),
        (title, "vastgesteld", date(2024, 2, 1), "alle medewerkers"),
    ]


def _person(number: int) -> tuple[str, str, str, str]:
    chance = random.Random(number)
    name = f"{chance.choice(_FIRST_NAMES)} {chance.choice(_LAST_NAMES)}-{chance.choice(_LAST_NAMES)}"
    place = f"{chance.choice(_PLACES)} {number % 5 + 1}"
    return f"P{100_000 + number}", name, chance.choice(_FUNCTIONS), place


def _staff(count: int) -> Iterator[Row]:
    yield _STAFF_HEADERS
    for number in range(count):
        chance = random.Random(-number - 1)
        start = AS_OF - timedelta(days=chance.randrange(30, 4000))
        gone = start + timedelta(days=400) if chance.random() < 0.05 and start < AS_OF - timedelta(days=500) else ""
        yield (*_person(number), f"Team {number % 7}", start, gone)


def _trainings(count: int) -> Iterator[Row]:
    yield _HEADERS
    chance = random.Random(count)
    members = people(count)
    for row in range(count):
        done = AS_OF - timedelta(days=chance.randrange(1, 2200))
        cells: list[Cell] = [
            *_person(row % members),
            chance.choice(_TITLES),
            chance.choice(_PROVIDERS),
            "behaald" if chance.random() < 0.9 else "niet behaald",
            f"C-{row:07}",
            done,
            done + timedelta(days=1095),
            done - timedelta(days=30),
            done + timedelta(days=7),
        ]
        if chance.randrange(_MESS_IN) == 0:
            _mess(cells, done, chance)
        yield cells


def _mess(cells: list[Cell], done: date, chance: random.Random) -> None:
    kind = chance.randrange(6)
    if kind == 0:
        cells[8] = f"{done:%d-%m-%Y}"
    elif kind == 1:
        cells[8] = f"voorjaar {done.year}"
    elif kind == 2:
        cells[8] = ""
    elif kind == 3:
        cells[1] = str(cells[1]).upper()
    elif kind == 4:
        cells[6] = "ja, zie map"
    else:
        cells[9] = "n.v.t."


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _sheet(rows: Iterable[Row], texts: dict[str, int] | None) -> Iterator[str]:
    yield f'{_XML}<worksheet xmlns="{_MAIN}"><sheetData>'
    for number, row in enumerate(rows, 1):
        cells = (_cell(f"{_LETTERS[i]}{number}", cell, texts) for i, cell in enumerate(row) if cell != "")
        yield f'<row r="{number}">{"".join(cells)}</row>'
    yield "</sheetData></worksheet>"


def _cell(address: str, cell: Cell, texts: dict[str, int] | None) -> str:
    if isinstance(cell, date):
        return f'<c r="{address}" s="1"><v>{cell.toordinal() - _EPOCH}</v></c>'
    if isinstance(cell, int):
        return f'<c r="{address}"><v>{cell}</v></c>'
    if texts is None:
        return f'<c r="{address}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
    return f'<c r="{address}" t="s"><v>{texts.setdefault(cell, len(texts))}</v></c>'


def _frame(names: Sequence[str], *, shared: bool) -> dict[str, str]:
    """The parts that make sheets a workbook."""
    numbers = range(1, len(names) + 1)
    kinds = {f"worksheets/sheet{n}.xml": "worksheet" for n in numbers} | {"styles.xml": "styles"}
    kinds |= {"sharedStrings.xml": "sharedStrings"} if shared else {}
    of_main = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    overrides = "".join(
        f'<Override PartName="/xl/{part}" ContentType="{of_main}{kind}+xml"/>' for part, kind in kinds.items()
    )
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in zip(numbers, names, strict=True)
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{part}"/>'
        for n, (part, kind) in enumerate(kinds.items(), 1)
    )
    return {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{of_main}sheet.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>',
        "xl/styles.xml": f'{_XML}<styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill/></fill></fills>'
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
        '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    }
