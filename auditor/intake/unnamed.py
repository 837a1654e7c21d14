"""Files and sheets that are called by somebody's name, shown without it: `Scholing Anna de Vries.xlsx` as `Scholing ….xlsx`.

A sheet is called by its number in its file instead (`#3`). Pure.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

import msgspec

from auditor.evidence import CellRef, Problem, Severity
from auditor.intake.cells import UNSHOWN
from auditor.intake.identity import Identity, IdentityReader, name_words
from auditor.intake.privacy import may_be_person, without_bsns
from auditor.intake.problems import Flaw, Problems
from auditor.intake.sheets import RawBook
from auditor.intake.standing import Lines
from auditor.intake.tables import Found, TableFinder
from auditor.intake.understand import Part, SheetNames
from auditor.intake.words import PREFIXES, normal

Tables = tuple[Found, ...]
Identities = dict[Hashable, Identity]

_WORD = re.compile(r"[^\W\d_]+")
_APART = re.compile(r"[\w;:()\[\]{}]")
_SHORTEST = 3
_LEAST_WORDS = 2


class Unnamer:
    """Gives files and sheets another name where theirs is somebody's. `files` has the own name of each file by the shown one.

    `known` are the words of headers and sheets, which are nobody's name there. `further` are words of names that stand further down
    than the rows that are looked at first.
    """

    def __init__(
        self,
        finder: TableFinder,
        lines: Lines,
        problems: Problems,
        known: frozenset[str],
        further: frozenset[str] = frozenset(),
    ) -> None:
        self._finder = finder
        self._lines = lines
        self._problems = problems
        self._known = known
        self._further = further
        self._doubtful: frozenset[str] = frozenset()
        self._names: frozenset[str] = frozenset()
        self._own: frozenset[str] = frozenset()
        self.files: dict[str, str] = {}

    def shown(
        self, books: Sequence[RawBook], found: Sequence[Sequence[Tables]], identities: Identities
    ) -> tuple[list[RawBook], list[list[Tables]]]:
        """The books and their tables as they may be called; `identities` are what is known of the people in them."""
        if not any(self._is_doubtful(book) for book in books):
            return list(books), [list(sheets) for sheets in found]
        self._doubtful = frozenset(word for book in books for text in _texts(book) for word in self._telling(text))
        self._own = frozenset(book.file for book in books)
        names = self._further | name_words(
            name for sheets in found for tables in sheets for each in tables for name in _names_in(each, identities)
        )
        self._names = names
        made: list[RawBook] = []
        tables_of: list[list[Tables]] = []
        for book, sheets in zip(books, found, strict=True):
            file = self._file(book.file, names)
            shown = [self._sheet(book, file, tables, names) for tables in sheets]
            names_of = {old[0].sheet.name: new[0].sheet.name for old, new in zip(sheets, shown, strict=True)}
            made.append(_called(book, file, names_of))
            tables_of.append(shown)
        return made, tables_of

    def missed(self, identities: Identities) -> frozenset[str]:
        """The words of names in the files' and sheets' names that came to light when all rows were read; `identities` are of all of them."""
        if not self._doubtful:
            return frozenset()
        names = name_words(each.typed_name for each in identities.values())
        return (names & self._doubtful) - self._names

    def placed(self, problem: Problem) -> Problem:
        """A problem that was found under a file's own name, under the one that may be shown."""
        shown = next((shown for shown, own in self.files.items() if own == problem.at.file), problem.at.file)
        return msgspec.structs.replace(problem, at=CellRef(shown, problem.at.sheet, problem.at.cell))

    def _is_doubtful(self, book: RawBook) -> bool:
        """Whether the name of a file may have somebody's in it, or that of one of its sheets."""
        return any(
            not self._known & set(normal(text).split()) or len(self._telling(text)) > 1 or without_bsns(text) != text
            for text in _texts(book)
        )

    def _telling(self, text: str) -> list[str]:
        """The words of a text that might be of a name."""
        return [
            word
            for word in normal(text).split()
            if word.isalpha() and len(word) >= _SHORTEST and word not in self._known and word not in PREFIXES
        ]

    def _file(self, file: str, names: frozenset[str]) -> str:
        """The name of a file as it may be shown, which no other file has."""
        folder, slash, last = file.rpartition("/")
        stem, dot, suffix = last.rpartition(".")
        begin = "/".join(self._without(part, names) for part in folder.split("/"))
        shown = free = f"{begin}{slash}{self._without(stem, names)}{dot}{suffix}"
        number = 1
        while shown != file and (free in self.files or free in self._own):
            number += 1
            free = f"{shown.removesuffix(dot + suffix)} ({number}){dot}{suffix}"
        self.files[free] = file
        if shown != file:
            self._problems.sheet(Flaw("privacy.file_name", Severity.NOTE), CellRef(free))
        return free

    def _without(self, text: str, names: frozenset[str]) -> str:
        """A name without a BSN, and without the words of somebody's name in it: two at least beside each other, or all there is. An
        initial counts as one of them.
        """
        text = without_bsns(text, UNSHOWN)
        words = [
            (found.start(), found.end(), "initial" if _is_initial(found, text) else self._kind(found[0], names))
            for found in _WORD.finditer(text)
        ]
        if words and any(kind == "name" for *_, kind in words) and all(kind != "other" for *_, kind in words):
            return UNSHOWN
        for first, last in reversed(list(_runs(text, words))):
            text = text[:first] + UNSHOWN + text[last:]
        return text

    def _kind(self, word: str, names: frozenset[str]) -> str:
        plain = normal(word)
        if plain in PREFIXES:
            return "prefix"
        return "name" if plain in names and plain not in self._known else "other"

    def _sheet(self, book: RawBook, file: str, tables: Tables, names: frozenset[str]) -> Tables:
        """The tables of a sheet in a file that may be called so; the sheet by its number where it has somebody's name."""
        name = tables[0].sheet.name
        shown, called = self._without(name, names), name
        if name == _stem(book.file):  # a text file's only sheet is called as the file is
            shown = called = _stem(file)
        elif not self._finder.names_training(name) and may_be_person(name, names, self._known):
            shown = self._state(name)
        if shown == name:
            return tuple(msgspec.structs.replace(each, file=file) for each in tables)
        if called == name:
            number = 1 + [each.name for each in book.sheets].index(name)
            called = f"#{number}"
            self._problems.sheet(Flaw("privacy.sheet_name", facts={"number": number}), CellRef(file, called))
        sheet_names = msgspec.structs.replace(tables[0].names, sheet=shown, file="") if shown else SheetNames("")
        return tuple(
            msgspec.structs.replace(
                each,
                file=file,
                sheet=msgspec.structs.replace(each.sheet, name=called),
                names=sheet_names,
                parts=tuple(self._titled(part, names) for part in each.parts),
            )
            for each in tables
        )

    def _state(self, name: str) -> str:
        """The word of a name that says whether the rows hold: what is `Archief Anna de Vries` stays an archive."""
        state = self._lines.state(name)
        return next((word for word in name.split() if state is not None and self._lines.state(word) is state), "")

    def _titled(self, part: Part, names: frozenset[str]) -> Part:
        """A part whose training has its name of the sheet or the file."""
        return msgspec.structs.replace(part, title=self._without(part.title, names)) if part.title else part


def _called(book: RawBook, file: str, sheets: Mapping[str, str]) -> RawBook:
    """A book under these names, also in what its reader said of it."""
    if file == book.file and all(old == new for old, new in sheets.items()):
        return book
    return msgspec.structs.replace(
        book,
        file=file,
        sheets=tuple(msgspec.structs.replace(each, name=sheets.get(each.name, each.name)) for each in book.sheets),
        problems=tuple(
            msgspec.structs.replace(each, at=CellRef(file, sheets.get(each.at.sheet, each.at.sheet), each.at.cell))
            for each in book.problems
        ),
    )


def _texts(book: RawBook) -> tuple[str, ...]:
    """The names of a file, of its folders and of its sheets."""
    return (*book.file.rpartition(".")[0].split("/"), *(each.name for each in book.sheets))


def _is_initial(word: re.Match[str], text: str) -> bool:
    return len(word[0]) == 1 and text[word.end() : word.end() + 1] == "."


def _runs(text: str, words: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    """Where words of names stand beside each other, with nothing but prefixes, spaces, dots and dashes between them."""
    run: list[tuple[int, int]] = []
    before, has_name = 0, False
    for first, last, kind in (*words, (len(text), len(text), "other")):
        if run and (kind == "other" or _APART.search(text[before:first].replace("_", " "))):
            if len(run) >= _LEAST_WORDS and has_name:
                yield run[0][0], run[-1][1]
            run, has_name = [], False
        if kind in {"name", "initial"}:
            run.append((first, last))
            has_name = has_name or kind == "name"
        before = last


def _names_in(found: Found, identities: Identities) -> Iterator[str]:
    """The names of people in the first rows of a table."""
    for part in found.parts if found.is_read and not found.keys else ():
        reader = IdentityReader({field: letters[0] for field, letters in part.columns.fields.items()}, identities)
        yield from (reader.read(reader.values(row)).typed_name for row in found.head if row.number > found.last)


def _stem(file: str) -> str:
    return file.rpartition("/")[2].rpartition(".")[0]
