"""A strict zip reader: it believes the bytes, not the headers, and refuses what two programs could read in two ways.

It reads from memory, touches no file, and imports nothing heavy. Names are looked up as workbook programs do: without
regard to case, and with `/` between folders.
"""

import struct
import zlib
from collections.abc import Iterator

import msgspec

from auditor.errors import InputError
from auditor.intake.guard import Effort
from auditor.intake.limits import Limits

_END = struct.Struct("<4s4H2LH")
_END_64_LOCATOR = struct.Struct("<4sLQL")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")

_MAX_COMMENT = 0xFFFF
_MANY = 0xFFFF
_LARGE = 0xFFFFFFFF
_ZIP64_EXTRA = 0x0001
_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 0x0001 | 0x0040
_UTF8_NAME = 0x0800

_STEP_IN = 1 << 16
STEP = 1 << 18


class _Entry(msgspec.Struct):
    """One part: where its packed bytes stand, and what the directory says they become."""

    name: str
    method: int
    crc: int
    packed: int
    size: int
    header: int
    start: int = 0


class Archive:
    """The parts of one zip file by name; opening it checks the whole directory, reading a part checks its content.

    Raises `InputError` for a damaged or encrypted file, one name twice, an unknown way of packing, parts that overlap,
    more parts than `limits.parts`, and when more bytes come out than `limits` allow.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._data = data
        self._limits = limits
        self.effort = Effort(limits)
        self._entries: dict[str, _Entry] = {}
        self._inflated: dict[str, int] = {}
        start, size, count = _directory(data)
        if count > limits.parts:
            raise InputError("zip.too_many_parts", limit=limits.parts)
        for entry in _entries(data, start, size, count):
            key = entry.name.lower()
            if key in self._entries:
                raise InputError("zip.name_twice", part=entry.name)
            self._entries[key] = entry
        _locate(data, start, list(self._entries.values()))

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def names(self) -> list[str]:
        """The names of all parts, as they are written, in the order of the directory."""
        return [entry.name for entry in self._entries.values()]

    def read(self, name: str) -> bytes:
        """A whole part; an unknown name is a `KeyError`."""
        return b"".join(self.chunks(name))

    def chunks(self, name: str, step: int = STEP) -> Iterator[bytes]:
        """A part in pieces of at most `step` bytes; whether it was whole and sound is known only after the last."""
        entry = self._entries[name.lower()]
        packed = memoryview(self._data)[entry.start : entry.start + entry.packed]
        pieces = _inflate(packed, step) if entry.method == _DEFLATED else _slices(packed, step)
        size = crc = 0
        try:
            for piece in pieces:
                size += len(piece)
                self._count(entry, size)
                crc = zlib.crc32(piece, crc)
                yield piece
        except zlib.error:
            raise _damaged(entry.name) from None
        if size != entry.size or crc != entry.crc:
            raise _damaged(entry.name)

    def _count(self, entry: _Entry, size: int) -> None:
        """Hold what came out of the parts against the limits; a part that is read again is counted once."""
        limits = self._limits
        if size > self._inflated.get(entry.name, 0):
            self._inflated[entry.name] = size
            if sum(self._inflated.values()) > limits.inflated_bytes:
                raise InputError("zip.too_large", limit=limits.inflated_bytes >> 20)
        if size > limits.ratio_from_bytes and size > limits.ratio * entry.packed:
            raise InputError("zip.grows_too_much", part=entry.name, limit=limits.ratio)


def _directory(data: bytes) -> tuple[int, int, int]:
    """Where the directory of parts starts, how long it is, and how many parts it names."""
    at = data.rfind(b"PK\5\6", max(0, len(data) - _MAX_COMMENT - _END.size))
    if at < 0 or at + _END.size > len(data):
        raise _damaged()
    _, disk, first_disk, here, count, size, start, _ = _END.unpack_from(data, at)
    if _MANY in (here, count) or _LARGE in (size, start):
        at, start, size, here, count = _directory_64(data, at, (start, size, here, count))
    if disk or first_disk or here != count or start + size > at:
        raise _damaged()
    return start, size, count


def _directory_64(data: bytes, end: int, plain: tuple[int, int, int, int]) -> tuple[int, int, int, int, int]:
    """The same for a file with the record for large archives, where there is one."""
    locator = end - _END_64_LOCATOR.size
    if locator < 0 or data[locator : locator + 4] != b"PK\6\7":
        return end, *plain
    _, _, at, _ = _END_64_LOCATOR.unpack_from(data, locator)
    if at + _END_64.size > locator or data[at : at + 4] != b"PK\6\6":
        raise _damaged()
    here, count, size, start = _END_64.unpack_from(data, at)[-4:]
    return at, start, size, here, count


def _entries(data: bytes, start: int, size: int, count: int) -> Iterator[_Entry]:
    """Every part that the directory names, folders left out."""
    end = start + size
    for _ in range(count):
        if start + _CENTRAL.size > end:
            raise _damaged()
        fields = _CENTRAL.unpack_from(data, start)
        sign, flags, method, (crc, packed, grown) = fields[0], fields[3], fields[4], fields[7:10]
        name_size, extra_size, comment_size, header = *fields[10:13], fields[16]
        at = start + _CENTRAL.size
        start = at + name_size + extra_size + comment_size
        if sign != b"PK\1\2" or start > end:
            raise _damaged()
        name = _name(data[at : at + name_size], flags)
        extra = data[at + name_size : at + name_size + extra_size]
        grown, packed, header = _large_fields(extra, [grown, packed, header])
        if flags & _ENCRYPTED:
            raise InputError("zip.encrypted")
        if method not in (_STORED, _DEFLATED):
            raise InputError("zip.unknown_packing", part=name)
        if not name.endswith("/"):
            yield _Entry(name, method, crc, packed, grown, header)


def _name(raw: bytes, flags: int) -> str:
    text = raw.decode("utf-8" if flags & _UTF8_NAME else "cp437", "replace")
    return text.replace("\\", "/").removeprefix("/")


def _large_fields(extra: bytes, fields: list[int]) -> list[int]:
    """Fill in the sizes and the place that did not fit in 32 bits; the extra field has them in this order."""
    missing = [index for index, field in enumerate(fields) if field == _LARGE]
    at = 0
    while missing and at + 4 <= len(extra):
        kind, size = struct.unpack_from("<2H", extra, at)
        body = extra[at + 4 : at + 4 + size]
        if kind == _ZIP64_EXTRA and len(body) >= 8 * len(missing):
            for index, field in zip(missing, struct.unpack_from(f"<{len(missing)}Q", body), strict=True):
                fields[index] = field
            break
        at += 4 + size
    return fields


def _locate(data: bytes, directory: int, entries: list[_Entry]) -> None:
    """Find where the bytes of each part start; each must lie before the next one and before the directory."""
    entries.sort(key=lambda entry: entry.header)
    free_from = 0
    for entry in entries:
        if entry.header < free_from:
            raise InputError("zip.overlap", part=entry.name)
        at = entry.header + _LOCAL.size
        if at > directory:
            raise _damaged(entry.name)
        sign, _, flags, *_, name_size, extra_size = _LOCAL.unpack_from(data, entry.header)
        entry.start = at + name_size + extra_size
        free_from = entry.start + entry.packed
        if sign != b"PK\3\4" or _name(data[at : at + name_size], flags) != entry.name or free_from > directory:
            raise _damaged(entry.name)


def _slices(data: memoryview, step: int) -> Iterator[bytes]:
    for at in range(0, len(data), step):
        yield bytes(data[at : at + step])


def _inflate(packed: memoryview, step: int) -> Iterator[bytes]:
    """Inflate a little at a time, so that a small file can never fill the memory."""
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    for part in _slices(packed, _STEP_IN):
        rest = part
        while rest and not stream.eof:
            yield stream.decompress(rest, step)
            rest = stream.unconsumed_tail
    while not stream.eof:
        piece = stream.decompress(b"", step)
        if not piece:
            raise zlib.error
        yield piece
    if stream.unused_data:
        raise zlib.error


def _damaged(part: str = "") -> InputError:
    return InputError("zip.part_damaged", part=part) if part else InputError("zip.damaged")
