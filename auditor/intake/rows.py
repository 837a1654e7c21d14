"""The rows of a table, one after another: which are data, and why the others are not."""

from collections.abc import Iterator, Mapping
from itertools import chain

from auditor.evidence import CellRef
from auditor.intake.account import LeftOut
from auditor.intake.headers import Headers
from auditor.intake.sheets import Contradiction, RawRow, Value
from auditor.intake.tables import Found
from auditor.intake.understand import Part
from auditor.intake.values import as_text
from auditor.intake.words import normal
from auditor.layouts import Kind

NAMING = ("person_id", "name", "last_name", "title", "document_id", "element", "partner", "case", "requirement")
_BEGINNING = 3
_LEAST_HEADERS = 2


class Tally:
    """Counts what became of the rows of one sheet, for one register."""

    def __init__(self, file: str, sheet: str) -> None:
        self._file = file
        self._sheet = sheet
        self._left_out: dict[str, int] = {}
        self._first: dict[str, RawRow] = {}

    def leave_out(self, reason: str, row: RawRow) -> None:
        """Count a row that is not used."""
        self._left_out[reason] = self._left_out.get(reason, 0) + 1
        self._first.setdefault(reason, row)

    @property
    def count(self) -> int:
        """How many rows were left out."""
        return sum(self._left_out.values())

    def reasons(self) -> tuple[LeftOut, ...]:
        """How many rows were left out for which reason, by reason."""
        return tuple(
            LeftOut(reason, count, _begin(self._file, self._sheet, self._first[reason]))
            for reason, count in sorted(self._left_out.items())
        )


def _begin(file: str, sheet: str, row: RawRow) -> CellRef:
    return CellRef(file, sheet, f"{next(iter(row.cells), 'A')}{row.number}")


class Rows:
    """The rows below the header of a table; what is read, hidden, and left out before a builder sees it is counted.

    After a blank row there may come another table: its rows are left out, for nobody would know what they mean here.
    """

    def __init__(self, found: Found, totals: frozenset[str], headers: Headers) -> None:
        self._found = found
        self._headers = headers
        self._totals = totals
        self._beginnings = frozenset(word[:_BEGINNING] for word in totals)
        self._names = () if found.keys else tuple({letter for part in found.parts for letter in _naming(part)})
        self._twins = [twins for part in found.parts for twins in _twins(part)]
        self.tally = Tally(found.file, found.sheet.name)
        self.read = 0
        self.hidden = 0

    def __iter__(self) -> Iterator[RawRow]:
        header = self._header()
        before, is_other = self._found.last, False
        for row in chain(self._found.head, self._found.rest):
            is_other = (
                is_other
                or (row.number > before + 1 and self._begins_other(row, header))
                or (row.number > self._found.last and self._heads_again(row, header))
            )
            before = row.number
            if self._found.first and self._found.first <= row.number <= self._found.last:
                continue
            self.read += 1
            self.hidden += row.hidden
            if row.number <= self._found.last:
                self.tally.leave_out("above_header", row)
            elif is_other:
                self.tally.leave_out("second_table", row)
            elif reason := self._why_not(row, header):
                self.tally.leave_out(reason, row)
            else:
                yield self._merged(row) if self._twins else row

    def _header(self) -> Mapping[str, Value]:
        return next((row.cells for row in self._found.head if row.number == self._found.last and self._found.first), {})

    def _begins_other(self, row: RawRow, header: Mapping[str, Value]) -> bool:
        """Whether a row is the header of another table: two or more texts, all of them headers of ours."""
        if not header or row.number <= self._found.last or len(row.cells) < _LEAST_HEADERS or row.cells == header:
            return False
        return all(
            isinstance(value, str) and any(not claim.weak for claim in self._headers.claims(value))
            for value in row.cells.values()
        )

    def _heads_again(self, row: RawRow, header: Mapping[str, Value]) -> bool:
        """Whether a column that names what a row is about holds its own heading, in a row that is not the header again."""
        return row.cells != header and any(
            letter in header and row.cells.get(letter) == header[letter] for letter in self._names
        )

    def _why_not(self, row: RawRow, header: Mapping[str, Value]) -> str:
        if row.cells == header:
            return "header_again"
        for letter in self._names:
            value = row.cells.get(letter)
            if (
                isinstance(value, str)
                and value[:_BEGINNING].lower() in self._beginnings
                and self._is_totals(value, row.cells)
            ):
                return "totals"
        return ""

    def _is_totals(self, value: str, cells: Mapping[str, Value]) -> bool:
        """A word for totals by itself, or one that begins a text with nothing but numbers beside it."""
        words = normal(value)
        if words in self._totals:
            return True
        others = (each for each in cells.values() if each is not value)
        return any(words.startswith(f"{word} ") for word in self._totals) and all(
            isinstance(each, int | float) for each in others
        )

    def _merged(self, row: RawRow) -> RawRow:
        """A row in which columns with the same header are one; where they contradict each other it cannot be read."""
        cells = dict(row.cells)
        for letters, is_strict in self._twins:
            values = [row.cells[letter] for letter in letters if letter in row.cells]
            texts = sorted({as_text(value) for value in values})
            if len(texts) > 1 or (is_strict and 0 < len(values) < len(letters)):
                cells[letters[0]] = Contradiction(" / ".join(texts))
            elif values:
                cells[letters[0]] = values[0]
        return RawRow(row.number, cells, row.hidden)


def _naming(part: Part) -> Iterator[str]:
    """The columns that name what a row is about, where a row of totals says so."""
    return (letter for field in NAMING if field in part.columns.fields for letter in part.columns.fields[field])


def _twins(part: Part) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The columns with the same header, and whether they must all be filled: two dates of which one is empty differ."""
    dates = {field.name for field in part.columns.layout.fields if field.kind is Kind.DATE}
    for field, letters in part.columns.fields.items():
        if len(letters) > 1:
            yield letters, field in dates
