"""How files were understood, in words: the shape of `inspect -o FILE.json`, of which the other pages are made too.

Its JSON Schema is generated from these types. Texts are in the chosen language; nobody's name is in it; lists have a stable
order. It judges nothing.
"""

from collections.abc import Iterable
from typing import Literal

import msgspec

from auditor.evidence import Word
from auditor.intake.account import FileAccount, LeftOut, SheetAccount
from auditor.intake.headers import Headers
from auditor.intake.known import KnownAs
from auditor.intake.mapping import MappingFile
from auditor.intake.problems import field_word
from auditor.intake.records import Intake
from auditor.intake.suggest import Guesser, Meanings, Perhaps
from auditor.intake.tables import Found
from auditor.intake.watch import UnknownWord, Watch
from auditor.layouts import Vocabulary
from auditor.report import TOOL, written_problems
from auditor.result import Out, ProblemOut, ToolOut
from auditor.texts import Texts
from auditor.version import VERSION

_COURSE_PARTS = " / "
_REGISTERS = {"trainings": "training"}
"""Registers that the domain calls otherwise than files do."""


class MappingOut(Out, frozen=True, kw_only=True):
    """The mapping file that was used."""

    file: str
    sha256: str


class RunnerUpOut(Out, frozen=True, kw_only=True):
    """The row that was the next best for a header, and what it would have been."""

    row: int
    registers: list[str]
    score: float


class ChosenOut(Out, frozen=True, kw_only=True):
    """How much spoke for the header row, and for the next best; null where no other row came near or a mapping chose it."""

    score: float
    runner_up: RunnerUpOut | None


class ColumnOut(Out, frozen=True, kw_only=True):
    """A column that was read: `field` is its field's name, or the title of a training that has columns of its own."""

    letter: str
    header: str
    field: str
    says: str
    by_mapping: bool


class PerhapsOut(Out, frozen=True, kw_only=True):
    """A field that a column may be meant for; never used by itself."""

    register: str
    field: str
    says: str


class UnusedOut(Out, frozen=True, kw_only=True):
    """A column that was not read."""

    letter: str
    header: str
    perhaps: list[PerhapsOut]


class LeftOutOut(Out, frozen=True, kw_only=True):
    """So many rows were not used, for one reason; `cell` is where the first of them begins."""

    reason: str
    says: str
    count: int
    cell: str


class SheetLook(Out, frozen=True, kw_only=True):
    """How a sheet was understood; a sheet that holds two registers is listed once for each."""

    name: str
    register: str | None
    header_row: int | None
    two_rows: bool
    pairs: bool
    chosen: ChosenOut | None
    rows_read: int
    rows_used: int
    left_out: list[LeftOutOut]
    columns: list[ColumnOut]
    unused_columns: list[UnusedOut]
    hidden: bool
    hidden_rows: int


class FileLook(Out, frozen=True, kw_only=True):
    """A file that was read; `file` is its name inside the given path."""

    file: str
    sha256: str
    sheets: list[SheetLook]


class MissingOut(Out, frozen=True, kw_only=True):
    """A register that was not given, and what that means."""

    register: str
    says: str


class WordOut(Out, frozen=True, kw_only=True):
    """A word that is not known, in how many cells; `table` is where a mapping file can say what it means."""

    table: Literal["topics", "answers", "statuses", "activities", "elements", "sectors"]
    value: str
    count: int
    perhaps: list[str]


class Inspection(Out, frozen=True, kw_only=True):
    """Everything that was understood."""

    inspect_format: Literal[1]
    tool: ToolOut
    mapping: MappingOut | None
    inputs: list[FileLook]
    missing: list[MissingOut]
    words: list[WordOut]
    problems: list[ProblemOut]


class Looked(msgspec.Struct, frozen=True):
    """What an inspection is made of."""

    intake: Intake
    watch: Watch
    mapping: MappingFile | None
    vocabulary: Vocabulary
    known: KnownAs


def write_inspection(looked: Looked, texts: Texts) -> Inspection:
    """How files were understood, in the language of `texts`."""
    mapping = looked.mapping
    writer = _Writer(looked, texts)
    given = {_REGISTERS.get(each, each) for each in looked.intake.registers.given()}
    registers = [_REGISTERS.get(each, each) for each in type(looked.intake.registers).__struct_fields__]
    return Inspection(
        inspect_format=1,
        tool=ToolOut(name=TOOL, version=VERSION),
        mapping=MappingOut(file=mapping.name, sha256=mapping.sha256) if mapping else None,
        inputs=[writer.file(each) for each in sorted(looked.intake.inputs, key=lambda each: (each.file, each.sha256))],
        missing=[
            MissingOut(register=each, says=texts.word(f"missing.{each}"))
            for each in registers
            if each not in given and f"missing.{each}" in texts
        ],
        words=[writer.word(each) for each in looked.watch.words],
        problems=written_problems(looked.intake.problems, texts),
    )


class _Writer:
    """Puts what was found beside the account of it."""

    def __init__(self, looked: Looked, texts: Texts) -> None:
        self._texts = texts
        self._watch = looked.watch
        self._guesser = Guesser(Headers(looked.vocabulary))
        self._meanings = Meanings(looked.vocabulary, looked.known)
        self._mapped = {
            (each.at.file, each.at.sheet, each.at.cell)
            for each in looked.intake.problems
            if each.code == "mapping.column"
        }
        self._read_as = {(p.at.file, p.at.sheet) for p in looked.intake.problems if p.code == "mapping.sheet"}

    def file(self, account: FileAccount) -> FileLook:
        """One file."""
        sheets = [self._sheet(account.file, each) for each in account.sheets]
        sheets.sort(key=lambda each: (each.name, each.header_row or 0, each.register or ""))
        return FileLook(file=account.file, sha256=account.sha256, sheets=sheets)

    def word(self, word: UnknownWord) -> WordOut:
        """A word that is not known, with those it may be meant to be."""
        near = list(self._meanings.near(word.table, word.value))
        return WordOut(table=word.table, value=word.value, count=word.count, perhaps=near)  # type: ignore[arg-type]  # one of UNKNOWN's

    def _sheet(self, file: str, account: SheetAccount) -> SheetLook:
        found = self._found(file, account)
        perhaps = self._perhaps(found, account) if found is not None else {}
        return SheetLook(
            name=account.name,
            register=account.register,
            header_row=account.header_row,
            two_rows=found is not None and 0 < found.first < found.last,
            pairs=found is not None and bool(found.keys),
            chosen=self._chosen(file, account, found),
            rows_read=account.rows_read,
            rows_used=account.rows_used,
            left_out=[self._left_out(each) for each in account.left_out],
            columns=self._columns(file, account, found),
            unused_columns=[
                UnusedOut(letter=each.letter, header=each.header, perhaps=self._fields(perhaps.get(each.letter, ())))
                for each in account.unused
            ],
            hidden=account.hidden,
            hidden_rows=account.hidden_rows,
        )

    def _found(self, file: str, account: SheetAccount) -> Found | None:
        """The table that an account is of."""
        return next(
            (
                each
                for each in self._watch.tables
                if (each.file, each.sheet.name) == (file, account.name)
                and (each.last if each.first else None) == account.header_row
                and (account.register is None or account.register in {part.register for part in each.parts})
            ),
            None,
        )

    def _perhaps(self, found: Found, account: SheetAccount) -> dict[str, tuple[Perhaps, ...]]:
        return self._guesser.columns(found) if account.unused else {}

    def _chosen(self, file: str, account: SheetAccount, found: Found | None) -> ChosenOut | None:
        if found is None or account.header_row is None or (file, account.name) in self._read_as:
            return None
        weighed = list(self._watch.weighed(found))
        own = next((each for each in weighed if each.row == account.header_row), None)
        other = next((each for each in weighed if not found.first <= each.row <= found.last), None)
        if own is None:
            return None
        runner_up = RunnerUpOut(row=other.row, registers=list(other.registers), score=other.score) if other else None
        return ChosenOut(score=own.score, runner_up=runner_up)

    def _left_out(self, each: LeftOut) -> LeftOutOut:
        says = self._texts.word(f"left_out.{each.reason}")
        return LeftOutOut(reason=each.reason, says=says, count=each.count, cell=each.first.cell)

    def _columns(self, file: str, account: SheetAccount, found: Found | None) -> list[ColumnOut]:
        headers = found.headers if found is not None else {}
        columns = [
            ColumnOut(
                letter=letter,
                header=headers.get(letter, ""),
                field=field,
                says=self._says(account.register or "", field),
                by_mapping=(file, account.name, f"{letter}{account.header_row or ''}") in self._mapped,
            )
            for field, letter in account.columns.items()
        ]
        return sorted(columns, key=lambda each: (natural_column(each.letter), each.field))

    def _says(self, register: str, field: str) -> str:
        title, part, role = field.partition(_COURSE_PARTS)
        word = f"field.{register}.{field}"
        if word in self._texts:
            return self._texts.word(word)
        role_word = f"field.training.{role.partition(' ')[0]}"
        return f"{title}{part}{self._texts.word(role_word)}" if part and role_word in self._texts else field

    def _fields(self, perhaps: Iterable[Perhaps]) -> list[PerhapsOut]:
        return [
            PerhapsOut(
                register=each.register,
                field=each.field,
                says=self._texts.show(field_word(each.register, each.field)),
            )
            for each in perhaps
        ]


def natural_column(letter: str) -> tuple[int, str]:
    """A key that sorts columns as they stand: `B` before `AA`."""
    return (len(letter), letter)


def register_name(register: str, texts: Texts) -> str:
    """What people call a register."""
    return texts.show(Word(f"register.{register}"))
