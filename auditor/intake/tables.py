"""Where in a sheet the table is, which register it holds, and which column is which field.

The headers decide, helped by the sheet's name. A sheet that nothing speaks for holds no register: it is never guessed.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from auditor.intake.account import UnusedColumn
from auditor.intake.addresses import column_number
from auditor.intake.headers import Headers
from auditor.intake.privacy import Dropper, columns_of_bsns
from auditor.intake.sheets import RawRow, RawSheet
from auditor.intake.understand import KEYS_WITHIN, Candidate, Part, SheetNames, Texts, Understander
from auditor.intake.words import clean, normal
from auditor.layouts import Vocabulary

HEAD = 200
"""Rows that are looked at before the first is used: enough to see what a column holds."""
HEADER_WITHIN = 30


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet with what was found in it. Without `parts` no register was recognised.

    `head` are its first rows, `rest` the others, still to be read. `first` and `last` are the numbers of the header's
    first and last row. `headers` are its texts, by letter; `dropped` the columns not to be read, with what each is.
    `keys` is the column of the keys where the sheet is one of keys and values. `rivals` are registers for which the
    sheet speaks as loudly. `left_out`: somebody said to leave the sheet out.
    """

    file: str
    sheet: RawSheet
    head: tuple[RawRow, ...]
    rest: Iterator[RawRow]
    first: int = 0
    last: int = 0
    headers: Mapping[str, str] = {}
    dropped: Mapping[str, str] = {}
    parts: tuple[Part, ...] = ()
    rivals: tuple[str, ...] = ()
    keys: str = ""
    left_out: bool = False

    @property
    def is_read(self) -> bool:
        """Whether its rows can be read as a register."""
        return bool(self.parts) and not any(part.missing for part in self.parts)

    def unused(self) -> tuple[UnusedColumn, ...]:
        """The columns that hold something and are read by none of its registers, from left to right."""
        used = {letter for part in self.parts for letter in part.letters}
        below = {letter for row in self.head if row.number > self.last for letter in row.cells}
        letters = sorted((below | set(self.headers)) - used, key=column_number)
        return tuple(UnusedColumn(letter, self.headers.get(letter, "")) for letter in letters)


class TableFinder:
    """Finds the table in a sheet, with the headers and words of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.headers = Headers(vocabulary)
        self._understander = Understander(vocabulary, self.headers)
        self._dropper = Dropper(vocabulary, self.headers)

    def names_training(self, header: str) -> bool:
        """Whether a header names a training that the code asks for, or might ask for."""
        return self._understander.names_training(header)

    def words_of(self, register: str, field: str) -> frozenset[str]:
        """All words in the headers of a field."""
        fields = self.headers.layouts[register].fields
        return frozenset(
            word for each in fields if each.name == field for text in each.headers for word in normal(text).split()
        )

    def find(self, file: str, sheet: RawSheet, *, only_sheet: bool, only: frozenset[str] = frozenset()) -> Found:
        """What `sheet` holds: where given, only these registers. The file's name helps where it has no other sheet."""
        rows = sheet.rows()
        head = tuple(islice(rows, HEAD))
        found = Found(file=file, sheet=sheet, head=head, rest=rows)
        names = SheetNames(sheet.name, _stem(file) if only_sheet else "", only=only)
        texts = [_texts(row) for row in head[:KEYS_WITHIN]]
        best = self._best(head, texts, names)
        pairs = self._understander.pairs([(row.number, text) for row, text in zip(head, texts, strict=False)], names)
        if pairs is not None and (best is None or pairs.score > best.score):
            return msgspec.structs.replace(found, parts=(pairs.part,), keys=pairs.letter, last=pairs.first - 1)
        return found if best is None else self._settled(found, best)

    def _best(self, head: Sequence[RawRow], texts: Sequence[Texts], names: SheetNames) -> Candidate | None:
        """The best reading of a row as the header: by itself, or together with the row above it."""
        best: Candidate | None = None
        for i in range(min(len(head), HEADER_WITHIN)):
            for candidate in self._at(head, texts, i, names, to_beat=0 if best is None else best.score):
                if best is None or _merit(candidate) > _merit(best):
                    best = candidate
        return best

    def _at(
        self, head: Sequence[RawRow], texts: Sequence[Texts], i: int, names: SheetNames, *, to_beat: float
    ) -> Iterator[Candidate]:
        if self._understander.most(texts[i]) >= to_beat:
            alone = self._understand(texts[i], frozenset(), names.above(texts[:i]))
            if alone is not None:
                yield msgspec.structs.replace(alone, row=i, first=i)
        if i and head[i - 1].number == head[i].number - 1:
            joined = self._understander.joined(texts[i - 1], texts[i])
            both = self._understand(joined, frozenset(), names.above(texts[: i - 1])) if joined else None
            if both is not None:
                yield msgspec.structs.replace(both, row=i, first=i - 1)

    def _settled(self, found: Found, best: Candidate) -> Found:
        """`found` with the registers of the best header row, read again without the columns that hold BSNs."""
        header = found.head[best.row]
        bsns = columns_of_bsns(row for row in found.head if row.number > header.number)
        dropped = self._dropper.columns(best.headers) | dict.fromkeys(sorted(bsns), "bsn")
        if bsns & {letter for part in best.parts for letter in part.letters}:
            again = self._understand(best.headers, bsns, best.names)
            best = msgspec.structs.replace(again or best, parts=again.parts if again else ())
        return msgspec.structs.replace(
            found,
            first=found.head[best.first].number,
            last=header.number,
            headers=best.headers,
            dropped=dropped,
            parts=() if best.rivals else best.parts,
            rivals=tuple(sorted({*best.rivals, *(part.register for part in best.parts)})) if best.rivals else (),
        )

    def _understand(self, texts: Texts, without: frozenset[str], names: SheetNames) -> Candidate | None:
        kept = {a: text for a, text in texts.items() if a not in without and not self._dropper.is_named(text)}
        best = self._understander.best(kept, names)
        return None if best is None else msgspec.structs.replace(best, headers=texts)


def _texts(row: RawRow) -> dict[str, str]:
    return {letter: text for letter, value in row.cells.items() if isinstance(value, str) and (text := clean(value))}


def _merit(candidate: Candidate) -> tuple[float, bool, bool, int]:
    """The best reading: what speaks loudest; then one that can be read; then two header rows for one; then the first."""
    return (candidate.score, candidate.is_whole, candidate.first < candidate.row, -candidate.row)


def _stem(file: str) -> str:
    return file.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
