"""The records in the stream of an old workbook, and the texts in them."""

import struct
from collections.abc import Iterator, Sequence

from auditor.errors import InputError

CONTINUE = 0x003C
_HEAD = struct.Struct("<2H")
_WIDE, _SPOKEN, _RICH = 0x01, 0x04, 0x08

Record = tuple[int, bytes]


def records(stream: bytes, at: int = 0) -> Iterator[Record]:
    """The records from this place on, as (type, content); a stream may end in zero bytes."""
    end = len(stream)
    while at + _HEAD.size <= end:
        kind, size = _HEAD.unpack_from(stream, at)
        at += _HEAD.size
        if at + size > end:
            raise broken()
        if not kind and not size and not stream[at : at + 64].strip(b"\0"):
            return
        yield kind, stream[at : at + size]
        at += size


def broken() -> InputError:
    """The error for records that are not what they should be."""
    return InputError("workbook.damaged", part="Workbook")


def unpack(shape: struct.Struct, content: bytes, at: int = 0) -> tuple[int, ...]:
    """The numbers that stand there; a record that is too short is damaged."""
    if at + shape.size > len(content):
        raise broken()
    return shape.unpack_from(content, at)


class Texts:
    """Reads texts, one after another, from a record and those that continue it.

    A text that is cut between two records says anew, at the start of the next, whether its letters take one byte or two.
    """

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._pieces = pieces
        self._piece = 0
        self._at = 0

    def is_at_end(self) -> bool:
        """Whether nothing is left."""
        return self._piece >= len(self._pieces) or (
            self._piece == len(self._pieces) - 1 and self._at >= len(self._pieces[-1])
        )

    def text(self, *, short: bool = False) -> str:
        """The next text; `short` is one whose length takes one byte."""
        length = self._number(1 if short else 2)
        flags = self._number(1)
        runs = self._number(2) if flags & _RICH else 0
        spoken = self._number(4) if flags & _SPOKEN else 0
        text = self._letters(length, wide=bool(flags & _WIDE))
        self._take(runs * 4 + spoken)
        return text

    def _letters(self, length: int, *, wide: bool) -> str:
        found: list[bytes] = []
        while length:
            if self._piece >= len(self._pieces):
                raise broken()
            piece = self._pieces[self._piece]
            size = 2 if wide else 1
            here = min(length, (len(piece) - self._at) // size)
            raw = piece[self._at : self._at + here * size]
            found.append(raw if wide else raw.decode("latin-1").encode("utf-16-le"))
            self._at += here * size
            length -= here
            if length:
                self._piece += 1
                if self._piece >= len(self._pieces) or not self._pieces[self._piece]:
                    raise broken()
                wide = bool(self._pieces[self._piece][0] & _WIDE)
                self._at = 1
        return b"".join(found).decode("utf-16-le", "replace")

    def _number(self, size: int) -> int:
        return int.from_bytes(self._take(size), "little")

    def _take(self, size: int) -> bytes:
        """The next bytes, which may be cut between two records without a word."""
        found: list[bytes] = []
        while size:
            if self._piece >= len(self._pieces):
                raise broken()
            raw = self._pieces[self._piece][self._at : self._at + size]
            found.append(raw)
            size -= len(raw)
            self._at += len(raw)
            if size:
                self._piece += 1
                self._at = 0
        return b"".join(found)
