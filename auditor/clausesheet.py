"""A checklist of one's own in a workbook, for people who do not write YAML: a row of the sheet is a requirement.

What a row says becomes the same data as YAML gives, and is checked by the same code; an error names sheet and cell.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

import msgspec

from auditor.checklist import Layer
from auditor.errors import ChecklistError
from auditor.intake.known import KnownAs
from auditor.intake.read import read_book
from auditor.intake.sheets import RawSheet, Value
from auditor.intake.values import Reader, as_text
from auditor.intake.words import normal
from auditor.layouts import Library
from auditor.yamlfile import YamlFile

SHEETS: Final = frozenset({"eigen eisen", "own requirements"})
"""The normalised names of the sheet that is read; other sheets of the workbook are for people."""


class Column(msgspec.Struct, frozen=True):
    """A column of the sheet: the part of a requirement that it fills, and its header in Dutch and in English."""

    part: str
    nl: str
    en: str
    needed: bool = False


COLUMNS: Final = (
    Column("id", "Nummer", "Number", needed=True),
    Column("layer", "Soort eis", "Kind of requirement", needed=True),
    Column("title.nl", "Titel", "Title", needed=True),
    Column("asks.nl", "Wat wordt gevraagd", "What is asked", needed=True),
    Column("question.nl", "Vraag", "Question", needed=True),
    Column("advice.nl", "Advies", "Advice", needed=True),
    Column("sectors", "Sectoren", "Sectors", needed=True),
    Column("law", "Bron", "Source", needed=True),
    Column("article", "Artikel", "Article"),
    Column("rule", "Hoe beoordeeld", "How judged", needed=True),
    Column("words", "Woorden", "Words"),
    Column("months", "Maanden", "Months"),
    Column("known_as", "Bekend als", "Known as"),
    Column("since", "Geldt vanaf", "Valid from"),
    Column("until", "Geldt tot en met", "Valid until"),
    Column("title.en", "Titel (Engels)", "Title (English)"),
    Column("asks.en", "Wat wordt gevraagd (Engels)", "What is asked (English)"),
    Column("question.en", "Vraag (Engels)", "Question (English)"),
    Column("advice.en", "Advies (Engels)", "Advice (English)"),
)

LAYERS: Final = {
    "norm van de toezichthouder": Layer.SUPERVISOR_NORM,
    "eigen norm": Layer.OWN_NORM,
    "beroepsnorm": Layer.PROFESSIONAL_NORM,
    "goede praktijk": Layer.GOOD_PRACTICE,
    "norm of the supervisor": Layer.SUPERVISOR_NORM,
    "supervisor norm": Layer.SUPERVISOR_NORM,
    "own norm": Layer.OWN_NORM,
    "professional standard": Layer.PROFESSIONAL_NORM,
    "good practice": Layer.GOOD_PRACTICE,
}

# How a requirement may be judged from a sheet: the words for it, the rule, and what `Woorden` fills in it.
RULES: Final = {
    "vraag": ("for_a_person", ""),
    "onderdeel van de meldcode": ("element", ""),
    "document": ("policy_named", "phrases"),
    "activiteit": ("held", "kinds"),
    "scholing": ("reached", "topics"),
    "afspraak": ("agreed", "partners"),
    "question": ("for_a_person", ""),
    "element of the code": ("element", ""),
    "document in the register": ("policy_named", "phrases"),
    "activity": ("held", "kinds"),
    "training": ("reached", "topics"),
    "agreement": ("agreed", "partners"),
}
_NORMS = {Layer.PROFESSIONAL_NORM: "BEROEPSNORM", Layer.GOOD_PRACTICE: "GOOD-PRACTICE"}
_SEEN = "SEC"
"""How sure we are of a source in a sheet: somebody other than the law gave it."""


class SheetFile(YamlFile):
    """What a sheet holds, as the data that YAML would give; `places` says in which cell each part of it stands."""

    def __init__(self, name: str, sheet: str, data: object, places: Mapping[str, str]) -> None:
        self.name = name
        self.data = data
        self._sheet = sheet
        self._places = places

    def error(self, code: str, path: str, *, key: str = "", got: str = "", detail: str = "") -> ChecklistError:
        """An error about the part at `path`, at its own cell, else at the cell of the row that it belongs to."""
        at = path
        while at and at not in self._places:
            at = at[: max(at.rfind("."), at.rfind("["), 0)]
        cell = self._places.get(at, "A1")
        return ChecklistError(
            f"clauses.{code}", file=self.name, sheet=self._sheet, cell=cell, key=key, got=got, detail=detail
        )


def read_clauses(path: str, name: str, library: Library) -> tuple[SheetFile, str]:
    """The requirements of the workbook at `path`, which errors call `name`, and the hash of its bytes."""
    book = read_book(path, name)
    sheet = next((each for each in book.sheets if normal(each.name) in SHEETS), None)
    if sheet is None:
        raise ChecklistError("clauses.no_sheet", file=name, sheet="Eigen eisen")
    return _Rows(sheet, name, library).file(), book.sha256


class _Rows:
    """Reads one sheet."""

    def __init__(self, sheet: RawSheet, name: str, library: Library) -> None:
        self._sheet = sheet
        self._name = name
        self._known = KnownAs.of(library.checklist)
        self._reader = Reader(library.vocabulary)
        self._sectors_known = tuple(sector.id for sector in library.checklist.sectors)
        self._laws = {each.id for each in library.checklist.laws}
        self._own: dict[str, dict[str, Any]] = {}
        self._places: dict[str, str] = {}
        self._letters: dict[str, str] = {}

    def file(self) -> SheetFile:
        """The whole sheet; a row of which only the number is empty is still a row."""
        entries: list[dict[str, Any]] = []
        for row in self._sheet.rows():
            if not self._letters:
                self._letters = self._header(row.number, row.cells)
                continue
            values = {part: row.cells[letter] for part, letter in self._letters.items() if letter in row.cells}
            if values:
                entries.append(self._entry(f"$.requirements[{len(entries)}]", row.number, values))
        if not entries:
            raise self._error("no_rows", "$")
        stem = self._name.rpartition(".")[0] or self._name
        data = {"checklist": stem, "version": "1", "laws": list(self._own.values()), "requirements": entries}
        return SheetFile(self._name, self._sheet.name, data, self._places)

    def _header(self, number: int, cells: Mapping[str, Value]) -> dict[str, str]:
        """The letter of each part, where this row is the header row; nothing where it is a title above it."""
        headers = {normal(as_text(value)): letter for letter, value in cells.items()}
        found = {
            column.part: headers[header]
            for column in COLUMNS
            for header in (normal(column.nl), normal(column.en))
            if header in headers
        }
        if "id" not in found:
            return {}
        if missing := next((each for each in COLUMNS if each.needed and each.part not in found), None):
            raise ChecklistError(
                "clauses.no_column", file=self._name, sheet=self._sheet.name, cell=f"A{number}", key=missing.nl
            )
        return found

    def _entry(self, path: str, number: int, values: Mapping[str, Value]) -> dict[str, Any]:
        self._places[path] = f"{self._letters['id']}{number}"
        for part, letter in self._letters.items():
            self._places[f"{path}.{_IN_DATA.get(part, part)}"] = f"{letter}{number}"
        text = {part: as_text(value).strip() for part, value in values.items()}
        if empty := next((each for each in COLUMNS if each.needed and not text.get(each.part)), None):
            raise self._error("missing", f"{path}.{_IN_DATA.get(empty.part, empty.part)}", key=empty.nl)
        layer = self._layer(path, text["layer"])
        entry: dict[str, Any] = {
            "id": text["id"],
            "layer": str(layer),
            "norm": _NORMS.get(layer, "NORM"),
            "group": self._sheet.name,
            "sources": [self._source(path, text)],
            "evidence": self._evidence(path, text),
            "known_as": _parts(text.get("known_as", "")),
        }
        for field in ("title", "asks", "question", "advice"):
            if dutch := text.get(f"{field}.nl"):
                entry[field] = {"nl": dutch, "en": text.get(f"{field}.en") or dutch}
        for field in ("since", "until"):
            if field in values:
                entry[field] = self._day(f"{path}.{field}", values[field])
        return {key: value for key, value in entry.items() if value not in ("", [])}

    def _layer(self, path: str, typed: str) -> Layer:
        known = LAYERS | {normal(each): each for each in Layer}
        layer = known.get(normal(typed))
        if layer is None:
            raise self._error("unknown_layer", f"{path}.layer", key=typed, got=", ".join(list(LAYERS)[:4]))
        return layer

    def _source(self, path: str, text: Mapping[str, str]) -> dict[str, Any]:
        law = text["law"]
        if law not in self._laws:
            law_id = f"{self._name}:{normal(law)}"
            self._own.setdefault(law_id, {"id": law_id, "name": {"nl": law, "en": law}})
            law = law_id
        return {
            "law": law,
            "article": text.get("article", ""),
            "sectors": list(self._sectors(path, text["sectors"])),
            "confidence": _SEEN,
        }

    def _sectors(self, path: str, typed: str) -> Iterator[str]:
        if normal(typed) in {"alle", "all"}:
            yield "@all"
            return
        codes, unknown = self._known.sectors_of(typed)
        if unknown or not codes:
            raise self._error(
                "unknown_sector",
                f"{path}.sectors",
                key=unknown[0] if unknown else typed,
                got=", ".join(("alle", *self._sectors_known)),
            )
        yield from codes

    def _evidence(self, path: str, text: Mapping[str, str]) -> dict[str, Any]:
        if (found := RULES.get(normal(text["rule"]))) is None:
            raise self._error("unknown_rule", f"{path}.evidence", key=text["rule"], got=", ".join(list(RULES)[:6]))
        rule, field = found
        evidence: dict[str, Any] = {"rule": rule}
        if field:
            words = _parts(text.get("words", ""))
            evidence[field] = (
                [_id(each) for each in words] if field in {"kinds", "topics"} else list(map(normal, words))
            )
        if rule == "held" and text.get("months"):
            months = self._reader.read_months(text["months"])
            if months.value is None:
                raise self._error("wrong_type", f"{path}.months", key=text["months"])
            evidence["months"] = months.value
        return evidence

    def _day(self, path: str, value: Value) -> date:
        read = self._reader.read_date(value.date() if isinstance(value, datetime) else value)
        if read.value is None:
            raise self._error("wrong_type", path, key=as_text(value))
        return read.value

    def _error(self, code: str, path: str, *, key: str = "", got: str = "") -> ChecklistError:
        return SheetFile(self._name, self._sheet.name, None, self._places).error(code, path, key=key, got=got)


# Where a column's part stands in the data of a requirement, if it has another name there.
_IN_DATA = {"law": "sources", "rule": "evidence", "title.nl": "title", "asks.nl": "asks", "question.nl": "question"}
_IN_DATA |= {"advice.nl": "advice"}


def _id(words: str) -> str:
    """An id of the vocabulary, however it is typed."""
    return normal(words).replace(" ", "_")


def _parts(text: str) -> list[str]:
    """A list as people type it: with `;`, `,` or line breaks between."""
    return [part.strip() for part in text.replace("\n", ";").replace(",", ";").split(";") if part.strip()]
