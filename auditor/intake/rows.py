"""The rows of a table, one after another: which are data, and why the others are not."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from auditor.evidence import CellRef
from auditor.intake.account import LeftOut
from auditor.intake.addresses import column_number
from auditor.intake.carried import Carrier
from auditor.intake.orders import Order, OrderCount, together
from auditor.intake.regions import MOST_TITLES, is_line, parts
from auditor.intake.sheets import Contradiction, RawRow, Value
from auditor.intake.standing import Standing
from auditor.intake.tables import Found, TableFinder
from auditor.intake.understand import NAMING, Part
from auditor.intake.values import as_text
from auditor.intake.words import normal
from auditor.layouts import Kind

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
    """The rows of a table; what is read, hidden, and left out before a builder sees it is counted.

    Lines among them tell what stands for the rows below. Where another table begins the rows end: `remainder` are then the
    rows from its titles on.
    """

    def __init__(self, found: Found, totals: frozenset[str], finder: TableFinder, standing: Standing) -> None:
        self._found = found
        self._finder = finder
        self._standing = standing
        self._totals = totals
        self._beginnings = frozenset(word[:_BEGINNING] for word in totals)
        self._hears = found.is_read and not found.keys
        self._names = () if found.keys else tuple({letter for part in found.parts for letter in _naming(part)})
        self._twins = [twins for part in found.parts for twins in _twins(part)]
        self._first = min(_letters(found), key=column_number, default="A")
        self.carrier = Carrier(found.sheet.merged, _letters(found), found.blocks)
        self.tally = Tally(found.file, found.sheet.name)
        self._header: Mapping[str, Value] = {}
        self._headings: list[tuple[str, Value]] = []
        self.read = 0
        self.hidden = 0
        self.remainder: Iterator[RawRow] | None = None
        self._counts: list[tuple[str, OrderCount]] = []

    def orders(self) -> dict[str, Order]:
        """In which order the columns with dates write them, by all their rows: complete when these have come to their end."""
        return together({**self._found.orders, **{letter: count.order for letter, count in self._counts}})

    def _count_dates(self) -> None:
        """From here on, look at how the dates are written, as in the rows that were looked at before."""
        dates = sorted({letter for part in self._found.parts for letter in part.dates})
        self._counts = [(letter, OrderCount(self._found.headers.get(letter, ""))) for letter in dates]
        for row in self._found.head:
            for letter, count in self._counts if row.number > self._found.last else ():
                count.see(row.cells.get(letter))

    def __iter__(self) -> Iterator[RawRow]:
        self._pass_by()
        header = next((row for row in self._found.head if row.number == self._found.last and self._found.first), None)
        self._header = {} if header is None else header.cells
        self._headings = [(letter, self._header[letter]) for letter in self._names if letter in self._header]
        for row in self._found.head:
            is_header = self._found.first and self._found.first <= row.number <= self._found.last
            if not is_header and (taken := self._taken(row)) is not None:
                yield taken
        above = next(reversed(self._found.head), None)
        lines: list[RawRow] = []
        is_first = self._hears
        for row in self._found.rest:
            if is_first:
                self._count_dates()
                is_first = False
            if header is not None and above is not None and self._begins(header, row, above, titled=bool(lines)):
                self.remainder = chain(lines, [row], self._found.rest)
                return
            above = row
            for letter, count in self._counts:
                count.see(row.cells.get(letter))
            if len(row.cells) == 1 and is_line(row) and len(lines) < MOST_TITLES:
                lines.append(row)
                continue
            if lines:
                yield from self._all_taken(lines)
                lines = []
            if (taken := self._taken(row)) is not None:
                yield taken
        yield from self._all_taken(lines)

    def _pass_by(self) -> None:
        """The rows above the one in which somebody says that the table begins: read, and left out."""
        for row in self._found.passed:
            self.read += 1
            self.hidden += row.hidden
            self.tally.leave_out("above_header", row)

    def _all_taken(self, rows: Sequence[RawRow]) -> Iterator[RawRow]:
        return filter(None, map(self._taken, rows))

    def _begins(self, header: RawRow, row: RawRow, above: RawRow, *, titled: bool) -> bool:
        """Whether another table begins with this row: only a row that could do so is looked at."""
        cells = row.cells
        anew = False
        for letter, heading in self._headings:
            anew = anew or cells.get(letter) == heading
        if not (titled or anew or row.number > above.number + 1):
            return False
        return (anew or self._finder.heads(row)) and parts(header, row, anew=anew, titled=titled, above=above)

    def _taken(self, row: RawRow) -> RawRow | None:
        """The row as a builder may see it, or nothing where it is left out. Made for a million rows: no more calls than needed."""
        self.read += 1
        self.hidden += row.hidden
        if row.number <= self._found.last:
            self._standing.hear(row, self._first)
            self.tally.leave_out("above_header", row)
            return None
        if reason := self._why_not(row):
            self.tally.leave_out(reason, row)
            return None
        if self._hears and len(row.cells) <= _LEAST_HEADERS and self._standing.hear(row, self._first):
            self.tally.leave_out("line", row)
            return None
        row = self.carrier.carry(row)
        return self._merged(row) if self._twins else row

    def _why_not(self, row: RawRow) -> str:
        if row.cells == self._header:
            return "header_again"
        for letter in self._names:
            value = row.cells.get(letter)
            if (
                isinstance(value, str)
                and value[:_BEGINNING].lower() in self._beginnings
                and self._is_totals(value, row.cells)
            ):
                return "totals"
        return "totals" if self._is_labelled_total(row.cells) else ""

    def _is_labelled_total(self, cells: Mapping[str, Value]) -> bool:
        """Whether the first cell names a total, and nobody stands where a name should: a count, a dash, or nothing."""
        label = next(iter(cells.values()))
        if not self._names or not isinstance(label, str) or label[:_BEGINNING].lower() not in self._beginnings:
            return False
        if normal(label) not in self._totals:
            return False
        named = (cells.get(letter) for letter in self._names)
        return not any(isinstance(each, str) and not normal(each).isdecimal() and normal(each) for each in named)

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


def _letters(found: Found) -> frozenset[str]:
    return frozenset(letter for part in found.parts for letter in part.letters)


def _naming(part: Part) -> Iterator[str]:
    """The columns that name what a row is about, where a row of totals says so."""
    return (letter for field in NAMING if field in part.columns.fields for letter in part.columns.fields[field])


def _twins(part: Part) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The columns with the same header, and whether they must all be filled: two dates of which one is empty differ."""
    dates = {field.name for field in part.columns.layout.fields if field.kind is Kind.DATE}
    for field, letters in part.columns.fields.items():
        if len(letters) > 1:
            yield letters, field in dates
