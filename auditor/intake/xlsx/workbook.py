"""The workbook part: which sheets there are, where they stand, and what all their cells share."""

import posixpath
from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from auditor.errors import InputError
from auditor.evidence import CellRef
from auditor.intake.archive import Archive
from auditor.intake.guard import guarded
from auditor.intake.limits import MIB, Limits
from auditor.intake.oddities import book_notes
from auditor.intake.sheets import RawBook, RawRow, RawSheet, Seen
from auditor.intake.xlsx.formats import Shown, cell_formats
from auditor.intake.xlsx.markup import Attributes, damaged, elements, is_on
from auditor.intake.xlsx.sheet import survey
from auditor.intake.xlsx.strings import shared_strings
from auditor.intake.xlsx.values import Values

_USUAL_WORKBOOK = "xl/workbook.xml"
_SHEETS_WITH_CELLS = frozenset({"worksheet", "xlmacrosheet", "xlintlmacrosheet"})
_SHEETS_WITHOUT_CELLS = frozenset({"chartsheet", "dialogsheet"})
_KEPT = 8 * MIB


class Relation(msgspec.Struct, frozen=True):
    """What one part says of another: the last word of the kind of relation, in small letters, and the part."""

    kind: str
    part: str


def read_workbook(archive: Archive, file: str, sha256: str, limits: Limits) -> RawBook:
    """The sheets of an .xlsx or .xlsm, in order; sheets without cells, such as charts, have no rows.

    Every sheet is gone through once to check it; its rows are read when they are asked for. Raises `InputError` for
    what cannot be read for certain; the rows do so too.
    """
    book = _Workbook(archive)
    sheets = book.sheets()
    if not sheets:
        raise InputError("workbook.no_sheets")
    if len(sheets) > limits.sheets:
        raise InputError("workbook.too_many_sheets", limit=limits.sheets)
    raw = tuple(book.raw_sheet(each, file, limits) for each in sheets)
    notes = book_notes(file, from_1904=book.from_1904, macros=has_macros(archive))
    return RawBook(file=file, sha256=sha256, sheets=raw, problems=notes)


class _Workbook:
    """One workbook; its texts and styles are read when the first cell needs them."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._part = _workbook_part(archive)
        self._relations = relations(archive, self._part)
        self._elements = elements(archive.read(self._part), self._part, archive.effort)
        properties = next((found for _, name, found in self._elements if name == "workbookPr"), {})
        self.from_1904 = is_on(properties, "date1904")
        self._values = Values(lambda: self._strings, lambda: self._formats, from_1904=self.from_1904)
        self._keep = _KEPT
        self._read: set[str] = set()

    def sheets(self) -> list[Attributes]:
        """The attributes of every sheet that the workbook lists; two of one name are an error."""
        found = [attributes for parent, name, attributes in self._elements if (parent, name) == ("sheets", "sheet")]
        names = [attributes.get("name", "").casefold() for attributes in found]
        if "" in names or len(set(names)) < len(names):
            raise damaged(self._part)
        return found

    def raw_sheet(self, attributes: Attributes, file: str, limits: Limits) -> RawSheet:
        """One sheet, surveyed."""
        name = attributes["name"]
        at = CellRef(file, name)
        hidden = attributes.get("state", "visible").lower() in {"hidden", "veryhidden"}
        relation = self._relations.get(attributes.get("id", ""))
        if relation is None or relation.part not in self._archive:
            raise InputError("workbook.sheet_missing", at)
        if relation.part in self._read:
            raise damaged(relation.part)  # two sheets cannot be one
        self._read.add(relation.part)
        if relation.kind in _SHEETS_WITHOUT_CELLS:
            if any(_CELLS in chunk for chunk in self._archive.chunks(relation.part)):
                raise damaged(relation.part)  # it would be passed over as a chart, with its rows
            return RawSheet(name=name, rows=_no_rows, hidden=hidden)
        if relation.kind not in _SHEETS_WITH_CELLS:
            raise InputError("workbook.sheet_missing", at)
        sheet = survey(self._archive, relation.part, self._keep)
        self._keep -= len(sheet.kept or b"")
        seen = Seen()
        return RawSheet(
            name=name,
            rows=lambda: guarded(sheet.rows(self._values), at, limits, seen),
            hidden=hidden,
            filtered=sheet.around.filtered,
            seen=seen,
            hidden_columns=sheet.hidden_columns(),
            merged=sheet.merged(),
        )

    @cached_property
    def _strings(self) -> list[str]:
        part = self._shared_part("sharedstrings", "sharedStrings.xml")
        return shared_strings(self._archive, part) if part else []

    @cached_property
    def _formats(self) -> Sequence[Shown]:
        part = self._shared_part("styles", "styles.xml")
        return cell_formats(self._archive.read(part), part, self._archive.effort) if part else []

    def _shared_part(self, kind: str, usual: str) -> str:
        """The part that the workbook names for this, or the usual one; empty where there is none."""
        named = [relation.part for relation in self._relations.values() if relation.kind == kind]
        parts = [*named, posixpath.join(posixpath.dirname(self._part), usual)]
        return next((part for part in parts if part in self._archive), "")


_CELLS = b"sheetData"


def has_macros(archive: Archive) -> bool:
    """Whether a workbook carries macros along."""
    return any(name.lower().endswith("vbaproject.bin") for name in archive.names())


def _no_rows() -> Iterator[RawRow]:
    return iter(())


def _workbook_part(archive: Archive) -> str:
    """The part that the package names as its workbook, or the usual one."""
    for relation in relations(archive, "").values():
        if relation.kind == "officedocument" and relation.part in archive:
            return relation.part
    if _USUAL_WORKBOOK in archive:
        return _USUAL_WORKBOOK
    raise InputError("workbook.no_workbook")


def relations(archive: Archive, part: str) -> dict[str, Relation]:
    """What a part, or the package itself, says of other parts, by id."""
    folder, base = posixpath.split(part)
    listed = posixpath.join(folder, "_rels", f"{base}.rels")
    if listed not in archive:
        return {}
    return {
        attributes.get("Id", ""): Relation(
            attributes.get("Type", "").rpartition("/")[2].lower(), _resolved(folder, attributes.get("Target", ""))
        )
        for _, name, attributes in elements(archive.read(listed), listed, archive.effort)
        if name == "Relationship" and attributes.get("TargetMode", "") != "External"
    }


def _resolved(folder: str, target: str) -> str:
    """A target as the name of a part: those from the root begin with `/`, others start in the folder of their part."""
    path = target.replace("\\", "/")
    whole = path if path.startswith("/") else posixpath.join("/", folder, path)
    return posixpath.normpath(whole).lstrip("/")
