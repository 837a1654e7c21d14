"""Where in a sheet the table is, which register it holds, and which column is which field.

The headers decide, helped by the sheet's name. A sheet that nothing speaks for holds no register: it is never guessed.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import islice

import msgspec

from auditor.intake.account import UnusedColumn
from auditor.intake.addresses import column_number
from auditor.intake.carried import is_in_blocks
from auditor.intake.headers import Headers
from auditor.intake.meaning import activity_kind
from auditor.intake.orders import Order, order_of, together
from auditor.intake.privacy import Dropper, columns_of_bsns
from auditor.intake.regions import (
    MOST_BESIDE,
    Columns,
    are_wide,
    beginnings,
    groups_of_columns,
    is_line,
    with_titles,
    within,
)
from auditor.intake.sheets import RawRow, RawSheet, Value
from auditor.intake.understand import (
    KEYS_WITHIN,
    NAMING,
    PEOPLE,
    PLACES,
    Candidate,
    Pairs,
    Part,
    SheetNames,
    Texts,
    Understander,
)
from auditor.intake.values import as_text
from auditor.intake.words import clean, is_year, normal
from auditor.layouts import Vocabulary

HEAD = 200
"""Rows that are looked at before the first is used: enough to see what a column holds."""
HEADER_WITHIN = 30
_LEAST_HEADERS = 2


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet with what was found in it. Without `parts` no register was recognised.

    `head` are its first rows, `rest` the others, still to be read. `first` and `last` are the numbers of the header's
    first and last row. `headers` are its texts, by letter; `dropped` the columns not to be read, with what each is.
    `keys` is the column of the keys where the sheet is one of keys and values. `rivals` are registers for which the
    sheet speaks as loudly. `left_out` is why a sheet is not looked at. `names` is what the sheet and the
    lines above the table are called. A sheet may hold several
    tables: `number` counts them from 0. `place` is the location that the sheet's name gives, or
    somebody (`place_is_given`). `orders` says of columns with
    dates that they are not plainly written with the day first; `blocks` are columns whose value holds until the next one.
    `passed` are rows above `head`, where somebody says that the table begins further down.
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
    left_out: str = ""
    names: SheetNames = SheetNames("")
    number: int = 0
    place: str = ""
    place_is_given: bool = False
    orders: Mapping[str, Order] = {}
    blocks: tuple[str, ...] = ()
    passed: tuple[RawRow, ...] = ()

    @property
    def month_first(self) -> frozenset[str]:
        """The columns whose dates are written with the month first."""
        return frozenset(letter for letter, order in self.orders.items() if order is Order.MONTH_FIRST)

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
        self._vocabulary = vocabulary
        self._status_words = frozenset(normal(word) for each in vocabulary.statuses for word in each.words)
        self._answer_words = frozenset(normal(word) for each in vocabulary.answers for word in each.words) - {""}
        self._totals = tuple(normal(word) for word in vocabulary.totals)

    def names_training(self, header: str) -> bool:
        """Whether a header names a training that the code asks for, or might ask for."""
        return self._understander.names_training(header)

    def words_of(self, register: str, field: str) -> frozenset[str]:
        """All words in the headers of a field."""
        fields = self.headers.layouts[register].fields
        return frozenset(
            word for each in fields if each.name == field for text in each.headers for word in normal(text).split()
        )

    def is_called_by_training(self, sheet: str) -> bool:
        """Whether the name of a sheet is that of a training, ours or another, and of nothing else."""
        return self._understander.is_called_by_training(sheet)

    def find(
        self,
        file: str,
        sheet: RawSheet,
        *,
        only_sheet: bool,
        only: frozenset[str] = frozenset(),
        in_series: bool = False,
    ) -> tuple[Found, ...]:
        """The tables that `sheet` holds, or what it is without any: where given, only of these registers. The file's name helps
        where it has no other sheet; so does that it is one of a series, a sheet for each training.
        """
        rows = sheet.rows()
        head = tuple(islice(rows, HEAD))
        names = SheetNames(sheet.name, _stem(file) if only_sheet else "", only=only, in_series=in_series)
        whole = Found(file=file, sheet=sheet, head=head, rest=rows, names=names)
        found = self._below_each_other(whole)
        groups = groups_of_columns(head)
        if 1 < len(groups) <= MOST_BESIDE and are_wide(groups, head):
            return self._beside_each_other(whole, groups, found) or found
        return found

    def find_next(self, found: Found, rows: Iterator[RawRow]) -> tuple[Found, ...]:
        """The tables further down a sheet, from the titles of one on."""
        head = tuple(islice(rows, HEAD))
        below = Found(
            file=found.file, sheet=found.sheet, head=head, rest=rows, names=found.names, number=found.number + 1
        )
        return self._below_each_other(below)

    def heads(self, row: RawRow) -> bool:
        """Whether a row is one of headings: texts, every one of them a header or a training that we know."""
        strong = 0
        for value in row.cells.values():
            claims = self.headers.claims(value) if isinstance(value, str) else ()
            strong += any(not claim.weak for claim in claims)
            if not claims and not (
                isinstance(value, str) and (self.names_training(value) or self._dropper.is_named(clean(value)))
            ):
                return False
        return len(row.cells) >= _LEAST_HEADERS and (strong > 1 or len(row.cells) > _LEAST_HEADERS)

    def heads_anew(self, header: RawRow, row: RawRow) -> bool:
        """Whether a column that names what a row is about holds its own heading again."""
        return any(
            value == header.cells.get(letter) and isinstance(value, str) and self._names_rows(value)
            for letter, value in row.cells.items()
        )

    def _names_rows(self, header: str) -> bool:
        return any(claim.field in NAMING for claim in self.headers.claims(header))

    def _below_each_other(self, whole: Found) -> tuple[Found, ...]:
        """The tables of a sheet below each other. What is above the first that can be read belongs to it."""
        head = whole.head
        made: list[Found] = []
        begin = 0
        for end in (*beginnings(head, self.heads, self._is_title, self.heads_anew), len(head)):
            is_last = end == len(head)
            number = whole.number + len(made)
            rest = whole.rest if is_last else iter(())
            piece = msgspec.structs.replace(whole, head=head[begin:end], rest=rest, number=number)
            found = self._of_piece(piece, made)
            if made or is_last or any(each.is_read for each in found):
                made += found
                begin = end
        return tuple(made)

    def _of_piece(self, piece: Found, above: Sequence[Found]) -> tuple[Found, ...]:
        """What a piece of a sheet holds. For a second table its own title speaks; the sheet's name does so where its headers
        are those of a table above.
        """
        if not piece.number:
            return self._tables(piece)
        titles = (text for row in piece.head if is_line(row) for text in _texts(row).values())
        own = self._tables(msgspec.structs.replace(piece, names=SheetNames(next(titles, ""), only=piece.names.only)))
        heads = [set(each.headers.values()) for each in above]
        other = () if own[0].is_read else self._tables(piece)
        found = other if other and set(other[-1].headers.values()) in heads else own
        return tuple(msgspec.structs.replace(each, names=piece.names) for each in found)

    def _beside_each_other(self, whole: Found, groups: Sequence[Columns], found: Sequence[Found]) -> tuple[Found, ...]:
        """The tables of a sheet beside each other; none where one reading of the whole uses the columns of all of them."""
        used = {letter for each in found if each.is_read for part in each.parts for letter in part.single}
        made: list[Found] = []
        is_lost, tables = False, 0
        for columns in groups:
            head = tuple(within(iter(whole.head), columns))
            rest = _rest(whole.sheet, columns)
            piece = msgspec.structs.replace(whole, head=head, rest=rest, number=len(made))
            of_group = self._below_each_other(piece)
            letters = {letter for each in of_group if each.is_read for part in each.parts for letter in part.letters}
            is_lost = is_lost or bool(letters - used)
            tables += bool(letters)
            made += of_group
        return tuple(made) if is_lost and tables > 1 else ()

    def _is_title(self, row: RawRow) -> bool:
        return is_line(row) and not any(
            f"{normal(text)} ".startswith(f"{word} ") for text in _texts(row).values() for word in self._totals
        )

    def _tables(self, found: Found) -> tuple[Found, ...]:
        """`found` with what its rows hold: a table, or keys and values, or these above a table."""
        head, names = found.head, found.names
        texts = [_texts(row) for row in head[:KEYS_WITHIN]]
        numbered = [(row.number, text) for row, text in zip(head, texts, strict=False)]
        best = self._best(head, texts, names)
        if best is None or self._is_doubtful(found, best):
            best = self._by_status(head, texts, names) or best
        if best is not None and best.is_whole and not best.rivals:
            begin = with_titles(head, best.first, self._is_title)
            above = self._understander.pairs(numbered[:begin], names)
            if above is not None:
                keys = msgspec.structs.replace(found, head=head[:begin], rest=iter(()))
                below = msgspec.structs.replace(found, head=head[begin:], number=found.number + 1)
                best = msgspec.structs.replace(best, row=best.row - begin, first=best.first - begin)
                return (_of_pairs(keys, above), self._settled(below, best))
        pairs = self._understander.pairs(numbered, names)
        if pairs is not None and (best is None or pairs.score > best.score):
            return (_of_pairs(found, pairs),)
        return (found if best is None else self._settled(found, best),)

    def weighed(self, found: Found) -> Iterator[tuple[int, Candidate]]:
        """The best reading of each row of a sheet as its header, with the row's number, where anything speaks for it."""
        texts = [_texts(row) for row in found.head[:KEYS_WITHIN]]
        for i in range(min(len(found.head), HEADER_WITHIN)):
            best = max(self._at(found.head, texts, i, found.names, to_beat=0), key=_merit, default=None)
            if best is not None:
                yield found.head[i].number, best

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
        if i and head[i - 1].number == head[i].number - 1 and _is_all_text(head[i], texts[i]):
            joined = self._understander.joined(texts[i - 1], texts[i])
            both = self._understand(joined, frozenset(), names.above(texts[: i - 1])) if joined else None
            if both is not None:
                yield msgspec.structs.replace(both, row=i, first=i - 1)

    def _is_doubtful(self, found: Found, best: Candidate) -> bool:
        """Whether a list of activities has none that is one."""
        columns = best.parts[0].columns
        if columns.layout.register != "activities" or not columns.has("kind") or found.names.only:
            return False
        letter = columns.fields["kind"][0]
        kinds = [row.cells[letter] for row in found.head[best.row + 1 :] if letter in row.cells]
        return not any(isinstance(kind, str) and activity_kind(kind, self._vocabulary) for kind in kinds)

    def _by_status(self, head: Sequence[RawRow], texts: Sequence[Texts], names: SheetNames) -> Candidate | None:
        """A row of headers that all have several meanings, of which the values in one column tell which they have here."""
        for i, text in enumerate(texts[:HEADER_WITHIN] if not names.only else ()):
            if len(text) > _LEAST_HEADERS and len(text) == len(head[i].cells):
                below = [row.cells for row in head[i + 1 :]]
                found = self._understander.by_status(text, partial(self._statuses, below))
                if found is not None:
                    return msgspec.structs.replace(found, headers=text, names=names, row=i, first=i)
        return None

    def _statuses(self, rows: Sequence[Mapping[str, Value]], letter: str) -> tuple[bool, bool]:
        """Whether a column holds statuses of documents only, and whether it holds answers only."""
        values = [normal(value) for row in rows if isinstance(value := row.get(letter), str) and normal(value)]
        if not values:
            return (False, False)
        told = {(value in self._status_words, value in self._answer_words) for value in values}
        return (told == {(True, False)}, told == {(False, True)})

    def _settled(self, found: Found, best: Candidate) -> Found:
        """`found` with the registers of the best header row, read again without the columns that hold BSNs."""
        header = found.head[best.row]
        bsns = columns_of_bsns(row for row in found.head if row.number > header.number)
        dropped = self._dropper.columns(best.headers) | dict.fromkeys(sorted(bsns), "bsn")
        if bsns & {letter for part in best.parts for letter in part.letters}:
            again = self._understand(best.headers, bsns, best.names)
            best = msgspec.structs.replace(again or best, parts=again.parts if again else ())
        below = [row.cells for row in found.head if row.number > header.number]
        best = msgspec.structs.replace(best, parts=tuple(_with_numbers(part, below) for part in best.parts))
        settled = msgspec.structs.replace(
            found,
            first=found.head[best.first].number,
            last=header.number,
            headers=best.headers,
            dropped=dropped,
            blocks=_blocks(found, header.number, best),
            parts=() if best.rivals else best.parts,
            rivals=tuple(sorted({*best.rivals, *(part.register for part in best.parts)})) if best.rivals else (),
        )
        return msgspec.structs.replace(settled, orders=orders_of(settled))

    def _understand(self, texts: Texts, without: frozenset[str], names: SheetNames) -> Candidate | None:
        kept = {a: text for a, text in texts.items() if a not in without and not self._dropper.is_named(text)}
        best = self._understander.best(kept, names)
        return None if best is None else msgspec.structs.replace(best, headers=texts)


def orders_of(found: Found) -> dict[str, Order]:
    """The columns with dates whose order is not plainly the day first, by the rows that were looked at."""
    letters = {letter for part in found.parts for letter in part.dates}
    below = [row.cells for row in found.head if row.number > found.last]
    orders = {
        letter: order_of(found.headers.get(letter, ""), (cells.get(letter) for cells in below)) for letter in letters
    }
    return {letter: order for letter, order in sorted(together(orders).items()) if order is not Order.DAY_FIRST}


def _with_numbers(part: Part, rows: Sequence[Mapping[str, Value]]) -> Part:
    """A register of people where the column with the header of a name holds numbers: another may hold the names."""
    fields = part.columns.fields
    if part.register not in PEOPLE or "name" not in fields or "person_id" in fields or len(fields["name"]) > 1:
        return part
    values = [as_text(row[letter]) for letter in fields["name"] for row in rows if letter in row]
    if not values or not all(value.isascii() and value.isdecimal() for value in values):
        return part
    others = part.columns.others.get("name", ())
    named = {"name": others[:1]} if others else {}
    kept = {field: letters for field, letters in fields.items() if field != "name"}
    columns = msgspec.structs.replace(part.columns, fields={"person_id": fields["name"], **named, **kept})
    return msgspec.structs.replace(part, columns=columns)


def _blocks(found: Found, header: int, best: Candidate) -> tuple[str, ...]:
    """The columns of a location or a team that have it in the first row of each block only."""
    letters = {part.columns.fields[place][0] for part in best.parts for place in PLACES if part.columns.has(place)}
    below = [row.cells for row in found.head if row.number > header] if letters else []
    return tuple(sorted(letter for letter in letters if is_in_blocks(letter, below)))


def _of_pairs(found: Found, pairs: Pairs) -> Found:
    return msgspec.structs.replace(found, parts=(pairs.part,), keys=pairs.letter, last=pairs.first - 1)


def _rest(sheet: RawSheet, columns: Columns) -> Iterator[RawRow]:
    """The rows below the head, with only these columns."""
    yield from within(islice(sheet.rows(), HEAD, None), columns)


def _texts(row: RawRow) -> dict[str, str]:
    return {
        letter: text
        for letter, value in row.cells.items()
        if (isinstance(value, str) and (text := clean(value)))
        or (value.__class__ in {int, float} and is_year(text := as_text(value)))
    }


def _is_all_text(row: RawRow, texts: Texts) -> bool:
    """Whether a row has nothing but texts and years: another number or a day is what a column holds, not what heads it."""
    return all(letter in texts or isinstance(value, str) for letter, value in row.cells.items())


def _merit(candidate: Candidate) -> tuple[float, bool, bool, int]:
    """The best reading: what speaks loudest; then one that can be read; then two header rows for one; then the first."""
    return (candidate.score, candidate.is_whole, candidate.first < candidate.row, -candidate.row)


def _stem(file: str) -> str:
    return file.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
