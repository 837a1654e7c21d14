"""One sheet: what stands around its rows, whether the fast expressions may read it, and its rows."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from auditor.intake.archive import Archive
from auditor.intake.gathered import letters_of
from auditor.intake.sheets import RawRow
from auditor.intake.xlsx.exact import Surroundings, exact_rows, exact_surroundings, merged_range
from auditor.intake.xlsx.fast import fast_rows
from auditor.intake.xlsx.markup import NotPlainError, has_plain_root
from auditor.intake.xlsx.values import Values

_START = re.compile(rb"<sheetData\s*(/?)>")
_END = b"</sheetData>"
_LONGEST_HEAD = 1 << 22
_ODD_INSIDE = (b"<!", b"<?", b"xmlns")


class Sheet(msgspec.Struct, kw_only=True):
    """A sheet part after its survey.

    `body` is where its rows begin and end in the inflated part when the fast expressions may read them, `kept` the
    inflated part itself when it was small enough to keep.
    """

    archive: Archive
    part: str
    size: int
    kept: bytes | None
    around: Surroundings = msgspec.field(default_factory=Surroundings)
    body: tuple[int, int] | None = None

    def chunks(self) -> Iterable[bytes]:
        """The inflated part, from memory or anew."""
        return self.archive.chunks(self.part) if self.kept is None else (self.kept,)

    def hidden_columns(self) -> frozenset[str]:
        """The letters of the hidden columns."""
        return letters_of(self.around.hidden_columns)

    def merged(self) -> tuple[str, ...]:
        """The merged ranges, `A1:C1`."""
        return tuple(merged_range(each, self.part) for each in self.around.merged)

    def rows(self, values: Values) -> Iterator[RawRow]:
        """A fresh pass over the rows with a value, the fast way as far as it goes and the exact way from there on."""
        given = 0
        if self.body is not None:
            try:
                for row in fast_rows(_cut(self.chunks(), *self.body), values):
                    yield row
                    given += 1
            except NotPlainError:
                pass
            else:
                return
        yield from islice(exact_rows(self.chunks(), values, self.part, self.archive.effort), given, None)


def survey(archive: Archive, part: str, keep: int) -> Sheet:
    """Go through a sheet part once: check it, and find what stands before and after its rows.

    A part of at most `keep` inflated bytes is kept in memory.
    """
    found = _Survey()
    kept: list[bytes] = []
    size = 0
    for chunk in archive.chunks(part):
        found.add(chunk)
        size += len(chunk)
        kept = [*kept, chunk] if size <= keep else []
    sheet = Sheet(archive=archive, part=part, size=size, kept=b"".join(kept) if size <= keep else None)
    if found.is_plain():
        sheet.around = exact_surroundings(found.outside(), part, archive.effort)
        sheet.body = (found.start, found.end)
    else:
        sheet.around = exact_surroundings(sheet.chunks(), part, archive.effort)
    return sheet


def _cut(chunks: Iterable[bytes], start: int, end: int) -> Iterator[bytes]:
    """The bytes from `start` up to `end` of a part that comes in pieces."""
    offset = 0
    for chunk in chunks:
        piece = chunk[max(0, start - offset) : max(0, end - offset)]
        if piece:
            yield piece
        offset += len(chunk)


class _Survey:
    """The pass over one part: its head up to the rows, its tail after them, and whether anything odd stands between."""

    def __init__(self) -> None:
        self.start = -1
        self.end = -1
        self._head = b""
        self._tail: list[bytes] = []
        self._odd = False
        self._window = b""
        self._offset = 0

    def add(self, chunk: bytes) -> None:
        """The next piece of the part."""
        if self.end >= 0:
            self._tail.append(chunk)
            return
        self._window += chunk
        if self.start < 0:
            self._look_for_start()
        if self.end < 0 <= self.start:
            self._look_for_end()

    def is_plain(self) -> bool:
        """Whether the fast expressions may be used on this part."""
        if self._odd or self.end < 0:
            return False
        try:
            return has_plain_root(self._head.decode(), "worksheet")
        except UnicodeDecodeError:
            return False

    def outside(self) -> Iterator[bytes]:
        """The part without its rows: of sound XML it is sound XML too."""
        yield self._head
        yield from self._tail

    def _look_for_start(self) -> None:
        found = _START.search(self._window)
        if found is None:
            self._odd = self._odd or len(self._window) > _LONGEST_HEAD
            if self._odd:
                self._window = b""
            return
        self._head = self._window[: found.end()]
        self.start = found.end()
        self._forget(found.end())
        if found[1]:
            self._end_at(0)

    def _look_for_end(self) -> None:
        at = self._window.find(_END)
        inside = self._window if at < 0 else self._window[:at]
        self._odd = self._odd or any(each in inside for each in _ODD_INSIDE)
        if at < 0:
            self._forget(max(0, len(self._window) - len(_END)))
        else:
            self._end_at(at)

    def _end_at(self, at: int) -> None:
        self.end = self._offset + at
        self._tail.append(self._window[at:])

    def _forget(self, size: int) -> None:
        self._offset += size
        self._window = self._window[size:]
