"""A sheet in which the headers that somebody's mapping names are written as what they stand for, so that it is found as any
other; and what was found in it as it was typed. Pure.
"""

from collections.abc import Iterator, Mapping
from itertools import chain, islice, pairwise

import msgspec

from auditor.intake.addresses import column_number
from auditor.intake.sheets import RawRow, RawSheet, Value
from auditor.intake.tables import HEAD, Found, orders_of
from auditor.intake.values import as_text
from auditor.intake.words import normal

_NEAR_THE_TOP = 20
"""Rows within which a header is found by itself."""

Texts = dict[str, str]


class Marked:
    """A sheet with tokens in the place of headers, by their normalised texts.

    `first` is the row that somebody says the header stands in; else it is looked for, however far down. A header may stand
    in two rows: then a key is both its texts, `BHV datum` for `datum` below `BHV`, and the two rows are one.
    """

    def __init__(self, sheet: RawSheet, tokens: Mapping[str, str], first: int | None) -> None:
        self._own = sheet
        self._tokens = tokens
        self._typed: dict[tuple[int, str], Value] = {}
        upper, lower = self._place() if tokens else (0, 0)
        self._first = first or (lower if upper == lower else upper) or 1
        self._upper, self._lower = (upper, lower) if upper < lower else (0, 0)
        self._passed: list[RawRow] = []
        self.sheet = msgspec.structs.replace(sheet, rows=self._rows)

    def _place(self) -> tuple[int, int]:
        """The two rows in which all headers stand, the same one twice where it is one; nothing near the top, where that one
        is found by itself, and nothing where they do not stand together.
        """
        wanted = set(self._tokens)
        above = RawRow(-1, {})
        for i, row in enumerate(self._own.rows()):
            texts = _texts(row)
            if wanted <= {normal(text) for text in texts.values()}:
                return (row.number, row.number) if i >= _NEAR_THE_TOP else (0, 0)
            if above.number == row.number - 1:
                uppers = _texts(above)
                single = {normal(text) for text in (*uppers.values(), *texts.values())}
                both = {normal(text) for text in _joined(uppers, texts).values()}
                if wanted <= single | both and not wanted <= single:
                    return above.number, row.number
            above = row
        return 0, 0

    def _rows(self) -> Iterator[RawRow]:
        rows = self._own.rows()
        self._passed = []
        for row in rows:
            if row.number >= self._first:
                rows = chain((row,), rows)
                break
            self._passed.append(row)
        return chain(self._head(list(islice(rows, HEAD))), rows)

    def _head(self, rows: list[RawRow]) -> Iterator[RawRow]:
        for above, row in pairwise((RawRow(0, {}), *rows)):
            if row.number == self._lower:
                yield self._with_tokens(self._in_one(above, row))
            elif row.number != self._upper:
                yield self._with_tokens(row)

    def _in_one(self, upper: RawRow, lower: RawRow) -> RawRow:
        """Two rows of headers as one, each column with both its texts."""
        texts = _joined(_texts(upper), _texts(lower))
        cells: dict[str, Value] = {letter: texts[letter] for letter in sorted(texts, key=column_number)}
        return RawRow(lower.number, cells, lower.hidden)

    def _with_tokens(self, row: RawRow) -> RawRow:
        cells = dict(row.cells)
        for letter, text in _texts(row).items():
            token = self._tokens.get(normal(text))
            if token is not None:
                self._typed[row.number, letter] = row.cells[letter]
                cells[letter] = token
        return msgspec.structs.replace(row, cells=cells)

    def restored(self, found: Found, registers: frozenset[str]) -> Found:
        """What was found in it, with the texts as typed, and nothing but the registers that were asked for."""
        restored = msgspec.structs.replace(
            found,
            sheet=self._own,
            head=tuple(self._as_typed(row) for row in found.head),
            passed=() if found.number else tuple(self._passed),
            first=self._upper if found.last == self._lower and self._upper else found.first,
            headers={letter: self._text(found, letter, text) for letter, text in found.headers.items()},
            parts=tuple(part for part in found.parts if part.register in registers),
        )
        return msgspec.structs.replace(restored, orders=orders_of(restored))

    def _as_typed(self, row: RawRow) -> RawRow:
        cells = {letter: self._typed.get((row.number, letter), value) for letter, value in row.cells.items()}
        return msgspec.structs.replace(row, cells=cells)

    def _text(self, found: Found, letter: str, text: str) -> str:
        """The header of a column as typed: the lowest text of the header's rows, where that was marked."""
        typed = (self._typed.get((row, letter)) for row in range(found.last, found.first - 1, -1))
        return next((as_text(each) for each in typed if each is not None), text)


def _texts(row: RawRow) -> Texts:
    return {
        a: text for a, value in row.cells.items() if value.__class__ in {str, int, float} and (text := as_text(value))
    }


def _joined(upper: Texts, lower: Texts) -> Texts:
    """What stands in two rows as one: an upper text reaches over the columns to its right that have a lower one."""
    joined: Texts = {}
    above = ""
    for letter in sorted({*upper, *lower}, key=column_number):
        above = upper.get(letter, above if letter in lower else "")
        joined[letter] = " ".join(text for text in (above, lower.get(letter, "")) if text)
    return joined
