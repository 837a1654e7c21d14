"""What somebody says in a mapping file that their sheets, columns and words are; and which sheet each of it is about.

A mapping says what something *is* and nothing else: it cannot change how that is judged. What it settled is reported, as
notes. Pure: `auditor.mappingfile` reads the file and refuses what contradicts the vocabulary.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from auditor.checklist import Data
from auditor.errors import ChecklistError
from auditor.evidence import CellRef, Fact, Problem, Severity, Word
from auditor.intake.headers import Claim, Headers
from auditor.intake.marked import Marked
from auditor.intake.ours import is_ours
from auditor.intake.problems import field_word, register_word
from auditor.intake.sheets import RawSheet
from auditor.intake.tables import Found, TableFinder
from auditor.intake.words import clean, normal
from auditor.layouts import Kind
from auditor.registers import Registers

WORD_TABLES = ("topics", "answers", "statuses", "activities", "elements", "sectors")
"""The parts of a mapping that say what words mean."""


class SheetRule(Data, frozen=True, kw_only=True):
    """What a sheet is. `sheet` may hold `*` and `?`. With `register`, one or several, the sheet is those and no other;
    `columns` are then fields by the text of their header. `header_row` is the row that the header stands in, where it is
    not found by itself; `location` is that of every row, where no column says so.
    """

    sheet: str = "*"
    register: str | tuple[str, ...] = ()
    columns: Mapping[str, str] = {}
    header_row: int | None = None
    location: str = ""
    leave_out: bool = False

    @property
    def registers(self) -> tuple[str, ...]:
        """The registers by their JSON names."""
        return (self.register,) if isinstance(self.register, str) else self.register


class FileRule(Data, frozen=True, kw_only=True):
    """What the sheets of a file are; `file` may hold `*` and `?`, and is compared with the name without its folders too."""

    file: str
    sheets: tuple[SheetRule, ...] = ()


class MappingData(Data, frozen=True, kw_only=True):
    """A mapping file as it is written. `mapping` is the version of its form."""

    mapping: int
    files: tuple[FileRule, ...] = ()
    topics: Mapping[str, str | tuple[str, ...]] = {}
    answers: Mapping[str, str] = {}
    statuses: Mapping[str, str] = {}
    activities: Mapping[str, str] = {}
    elements: Mapping[str, str | tuple[str, ...]] = {}
    sectors: Mapping[str, str] = {}


class MappingFile(msgspec.Struct, frozen=True, kw_only=True):
    """A mapping with the name and hash of its file, and the line of each of its keys, by the keys that lead there."""

    name: str
    sha256: str
    said: MappingData
    lines: Mapping[tuple[str | int, ...], int] = {}

    def error(self, code: str, at: tuple[str | int, ...], /, **facts: Fact) -> ChecklistError:
        """The error about the part at `at`."""
        line = next((self.lines[at[:n]] for n in range(len(at), 0, -1) if at[:n] in self.lines), 1)
        return ChecklistError(f"mapping.{code}", None, file=self.name, line=line, **facts)


class _Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule about a sheet, and where it stands in the mapping."""

    rule: SheetRule
    at: tuple[str | int, ...]


class Mapper:
    """Applies the rules of a mapping to one sheet after another, and remembers which of them were about something."""

    def __init__(self, mapping: MappingFile | None, finder: TableFinder) -> None:
        self._mapping = mapping
        self._finder = finder
        self._seen: set[tuple[str | int, ...]] = set()
        self._files: set[str] = set()
        self._sheets: dict[int, set[str]] = {}
        self._headers: dict[tuple[str | int, ...], set[str]] = {}
        self._notes: list[Problem] = []

    def find(self, file: str, sheet: RawSheet, *, only_sheet: bool) -> tuple[Found, ...]:
        """The tables of `sheet`, as the mapping says, and else as they are found by themselves."""
        if is_ours(sheet):
            return (Found(file=file, sheet=sheet, head=(), rest=sheet.rows(), left_out="ours"),)
        rule = self._rule_of(file, sheet.name) if self._mapping is not None else None
        if rule is None:
            return self._finder.find(file, sheet, only_sheet=only_sheet)
        if rule.rule.leave_out:
            self._note("left_out", Severity.WARNING, CellRef(file, sheet.name))
            return (Found(file=file, sheet=sheet, head=(), rest=sheet.rows(), left_out="by_mapping"),)
        if rule.rule.registers:
            found = self._read_as(rule, file, sheet, only_sheet=only_sheet)
        else:
            found = self._finder.find(file, sheet, only_sheet=only_sheet)
        location = clean(rule.rule.location)
        if not location:
            return found
        self._note("location", Severity.NOTE, CellRef(file, sheet.name), value=location)
        return tuple(msgspec.structs.replace(each, place=location, place_is_given=True) for each in found)

    def check(self) -> None:
        """Raise `ChecklistError` for the first file, sheet or column of the mapping that no input has."""
        if self._mapping is None:
            return
        for i, file in enumerate(self._mapping.said.files):
            if ("files", i) not in self._seen:
                raise self._mapping.error("no_file", ("files", i), key=file.file, known=tuple(sorted(self._files)))
            for j, sheet in enumerate(file.sheets):
                at = ("files", i, "sheets", j)
                if at not in self._seen:
                    known = tuple(sorted(self._sheets[i]))
                    raise self._mapping.error("no_sheet", at, key=sheet.sheet, known=known)
                self._check_columns(sheet, at)

    def _check_columns(self, sheet: SheetRule, at: tuple[str | int, ...]) -> None:
        there = {normal(header): header for header in self._headers.get(at, ())}
        for header in sheet.columns:
            if self._mapping is not None and normal(header) not in there:
                known = tuple(sorted(there.values()))
                raise self._mapping.error("no_column", (*at, "columns", header), key=header, known=known)

    def notes(self, registers: Registers) -> Iterator[Problem]:
        """What the mapping did, where it did something; `registers` are those that were read with it."""
        if self._mapping is None:
            return
        from auditor.intake.mapping_words import notes_of_use

        yield Problem(
            code="mapping.used",
            severity=Severity.NOTE,
            at=CellRef(self._mapping.name),
            facts={"sha256": self._mapping.sha256},
        )
        yield from self._notes
        yield from notes_of_use(self._mapping.said, registers)

    def _rule_of(self, file: str, sheet: str) -> _Rule | None:
        """The first rule that is about a sheet."""
        self._files.add(file)
        for i, of_file in enumerate(self._mapping.said.files if self._mapping else ()):
            if not fits(of_file.file, file):
                continue
            self._seen.add(("files", i))
            self._sheets.setdefault(i, set()).add(sheet)
            for j, rule in enumerate(of_file.sheets):
                if fits(rule.sheet, sheet):
                    self._seen.add(("files", i, "sheets", j))
                    return _Rule(rule=rule, at=("files", i, "sheets", j))
        return None

    def _read_as(self, rule: _Rule, file: str, sheet: RawSheet, *, only_sheet: bool) -> tuple[Found, ...]:
        """The sheet as the registers that the rule names, with its columns as the rule says."""
        registers = frozenset(rule.rule.registers)
        tokens = {normal(header): self._token(registers, field) for header, field in rule.rule.columns.items()}
        marked = Marked(sheet, tokens, rule.rule.header_row)
        tables = self._finder.find(file, marked.sheet, only_sheet=only_sheet, only=registers)
        restored = tuple(marked.restored(each, registers) for each in tables)
        first, row = restored[0], rule.rule.header_row
        if self._mapping is not None and row and (first.keys or first.last != row):
            raise self._mapping.error("no_header", (*rule.at, "header_row"), row=row, sheet=sheet.name)
        self._note("sheet", Severity.NOTE, CellRef(file, sheet.name), registers=_words(registers))
        for found in restored:
            texts = found.headers if not found.keys else _keys(found)
            self._headers.setdefault(rule.at, set()).update(texts.values())
            self._note_columns(found, texts, rule.rule)
        return restored

    def _token(self, registers: Iterable[str], field: str) -> str:
        """A text that stands for a field, as its header would."""
        register, _, name = field.rpartition(".")
        meant = [
            each for each in sorted(registers) if register in {"", each} and _has(self._finder.headers, each, name)
        ]
        token = f"\N{LEFTWARDS ARROW} {' '.join(meant)} {name}"
        self._finder.headers.teach(token, [Claim(False, -1, name, each) for each in meant])  # noqa: FBT003 -- a Claim's own order
        return token

    def _note_columns(self, found: Found, texts: Mapping[str, str], rule: SheetRule) -> None:
        """A note for every column that would not have been read this way by itself."""
        wanted = {normal(header): field.rpartition(".")[2] for header, field in rule.columns.items()}
        for at, text in texts.items():
            field = wanted.get(normal(text))
            register = next((each for each in rule.registers if field and _has(self._finder.headers, each, field)), "")
            if not field or self._is_plain(register, field, text):
                continue
            cell = at if found.keys else f"{at}{found.last}"
            where = CellRef(found.file, found.sheet.name, cell)
            self._note("column", Severity.NOTE, where, header=text, field=field_word(register, field))

    def _is_plain(self, register: str, field: str, header: str) -> bool:
        """Whether a header is this field by itself: surely so where it is a date, for those are never assumed in silence."""
        claims = [
            each for each in self._finder.headers.claims(header) if (each.register, each.field) == (register, field)
        ]
        kinds = {each.name: each.kind for each in self._finder.headers.layouts[register].fields}
        return any(not each.weak for each in claims) or (bool(claims) and kinds[field] is not Kind.DATE)

    def _note(self, code: str, severity: Severity, at: CellRef, /, **facts: Fact) -> None:
        self._notes.append(Problem(code=f"mapping.{code}", severity=severity, at=at, facts=facts))


def fits(pattern: str, name: str) -> bool:
    """Whether a name, or the last part of it, is what a pattern with `*` and `?` stands for; case plays no part.

    >>> fits("Personeel 20??.xlsx", "HR/personeel 2027.xlsx")
    True
    """
    from fnmatch import fnmatchcase

    wanted = pattern.casefold()
    whole = name.casefold()
    return any(each == wanted or fnmatchcase(each, wanted) for each in (whole, whole.rpartition("/")[2]))


def _keys(found: Found) -> dict[str, str]:
    """The keys of a sheet of keys and values, by their cell."""
    column = ((row.number, row.cells.get(found.keys)) for row in found.head)
    return {f"{found.keys}{number}": clean(value) for number, value in column if isinstance(value, str)}


def _has(headers: Headers, register: str, field: str) -> bool:
    return any(each.name == field for each in headers.layouts[register].fields)


def _words(registers: Iterable[str]) -> tuple[Word, ...]:
    return tuple(register_word(each) for each in sorted(registers))
