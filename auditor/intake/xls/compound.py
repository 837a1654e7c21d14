"""The file format around an old workbook: streams in a file, as a file system in small. Pure: bytes in, bytes out."""

import struct
from collections.abc import Iterator, Sequence

import msgspec

from auditor.errors import InputError

_SIGN = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_VERSION_AT, _SHIFTS_AT, _PLACES_AT = 26, 30, 48
_HEADER_SIZE = 512
_LISTED_AT, _LISTED = 76, 109
_ENTRY = struct.Struct("<64sHBx3I36xIQ")
_LAST_SECTOR = 0xFFFFFFFA  # from here on a number is no sector but says what there is instead of one
_NOBODY = 0xFFFFFFFF
_STREAM = 2
_SECTOR_SIZES = {9: 512, 12: 4096}
_SMALL = 64


class _Entry(msgspec.Struct, frozen=True):
    """A stream or a folder: its neighbours and first child by number, where it starts, and its size."""

    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class Compound:
    """The streams of one such file. Raises `InputError` for what is damaged; nothing is followed in a circle."""

    def __init__(self, data: bytes) -> None:
        if len(data) < _HEADER_SIZE or not data.startswith(_SIGN):
            raise damaged()
        version, shift, small_shift, first_entry, cutoff, first_small, _, first_list, lists = _header(data)
        if shift not in _SECTOR_SIZES or small_shift != _SMALL.bit_length() - 1:
            raise damaged()
        self._data = data
        self._sector = _SECTOR_SIZES[shift]
        self._cutoff = cutoff
        self._long_sizes = version > 3  # noqa: PLR2004 - the version that has sizes of 64 bits
        self._next = self._table(_listed(data), first_list, lists)
        self._entries = [self._entry(raw) for raw in _cut(self._chain(first_entry), _ENTRY.size)]
        if not self._entries:
            raise damaged()
        root = self._entries[0]
        self._small = memoryview(self._chain(root.start)[: root.size]) if root.start < _LAST_SECTOR else memoryview(b"")
        small_table = self._chain(first_small) if first_small < _LAST_SECTOR else b""
        self._next_small = _numbers(small_table)
        self._top = {entry.name.lower(): entry for entry in self._below(root.child)}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._top

    def stream(self, name: str) -> bytes:
        """A whole stream that stands at the top of the file; an unknown name is a `KeyError`."""
        entry = self._top[name.lower()]
        if entry.kind != _STREAM:
            raise damaged()
        content = self._small_chain(entry.start) if entry.size < self._cutoff else self._chain(entry.start)
        if len(content) < entry.size:
            raise damaged()
        return content[: entry.size]

    def _table(self, listed: Sequence[int], first_list: int, lists: int) -> Sequence[int]:
        """Which sector follows on which; the sectors of this table itself are listed in the header and beyond.

        No sector is listed twice, so that a small file can never fill the memory.
        """
        sectors = [sector for sector in listed if sector < _LAST_SECTOR]
        at, room = first_list, len(self._data) // self._sector
        for _ in range(min(lists, room)):
            if at >= _LAST_SECTOR or len(sectors) > room:
                break
            *more, at = _numbers(self._read(at))
            sectors += [sector for sector in more if sector < _LAST_SECTOR]
        if len(set(sectors)) < len(sectors):
            raise damaged()
        return _numbers(b"".join(map(self._read, sectors)))

    def _read(self, sector: int) -> bytes:
        start = (sector + 1) * self._sector
        piece = self._data[start : start + self._sector]
        if not piece:
            raise damaged()
        return piece.ljust(self._sector, b"\0")  # some programs do not fill the last sector

    def _chain(self, start: int) -> bytes:
        return b"".join(self._read(sector) for sector in _followed(start, self._next))

    def _small_chain(self, start: int) -> bytes:
        pieces = [self._small[at * _SMALL : (at + 1) * _SMALL] for at in _followed(start, self._next_small)]
        return b"".join(pieces)

    def _entry(self, raw: bytes) -> _Entry:
        name, length, kind, left, right, child, start, size = _ENTRY.unpack(raw)
        text = name[: max(0, min(length, len(name)) - 2)].decode("utf-16-le", "replace")
        return _Entry(text, kind, left, right, child, start, size if self._long_sizes else size & 0xFFFFFFFF)

    def _below(self, first: int) -> Iterator[_Entry]:
        """What stands in the folder whose first child this is."""
        waiting, known = [first], {_NOBODY}
        while waiting:
            number = waiting.pop()
            if number in known:
                continue
            known.add(number)
            if number >= len(self._entries):
                raise damaged()
            entry = self._entries[number]
            waiting += [entry.left, entry.right]
            yield entry


def damaged() -> InputError:
    """The error for a file of which the parts do not fit together."""
    return InputError("zip.damaged")


def _header(data: bytes) -> tuple[int, ...]:
    (version,) = struct.unpack_from("<H", data, _VERSION_AT)
    shift, small_shift = struct.unpack_from("<2H", data, _SHIFTS_AT)
    first_entry, _, cutoff, first_small, smalls, first_list, lists = struct.unpack_from("<7I", data, _PLACES_AT)
    return version, shift, small_shift, first_entry, cutoff, first_small, smalls, first_list, lists


def _listed(data: bytes) -> Sequence[int]:
    return struct.unpack_from(f"<{_LISTED}I", data, _LISTED_AT)


def _numbers(raw: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])


def _cut(raw: bytes, size: int) -> Iterator[bytes]:
    return (raw[at : at + size] for at in range(0, len(raw) - size + 1, size))


def _followed(start: int, following: Sequence[int]) -> Iterator[int]:
    """The sectors of a chain, each once: one that comes back is damage, as is one that is not there."""
    at = start
    for _ in range(len(following) + 1):
        if at >= _LAST_SECTOR:
            return
        if at >= len(following):
            raise damaged()
        yield at
        at = following[at]
    raise damaged()
