"""What a workbook's zip must be: whole, sound, of modest size, and the same to every program that reads it."""

import io
import struct
import zipfile
import zlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import InputError
from auditor.intake.archive import Archive
from auditor.intake.limits import NORMAL, Limits
from tests.intake.workbooks import zipped

TEXT = b"een twee drie " * 100


def refused(data: bytes, limits: Limits = NORMAL) -> InputError:
    """The error that reading all parts ends in."""
    with pytest.raises(InputError) as caught:
        read_all(data, limits)
    return caught.value


def read_all(data: bytes, limits: Limits = NORMAL) -> dict[str, bytes]:
    archive = Archive(data, limits)
    return {name: archive.read(name) for name in archive.names()}


def limited(**limits: int) -> Limits:
    return msgspec.structs.replace(NORMAL, **limits)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@given(parts=st.dictionaries(st.text("abc/", min_size=1).filter(lambda name: name.strip("/") == name), st.binary()))
def test_what_was_put_in_comes_out(method: int, parts: dict[str, bytes]) -> None:
    assert read_all(zipped(parts, method)) == parts


def test_a_part_comes_in_pieces_of_the_asked_size() -> None:
    pieces = list(Archive(zipped({"a": TEXT * 100}), NORMAL).chunks("a", 1000))
    assert b"".join(pieces) == TEXT * 100
    assert max(map(len, pieces)) <= 1000


def test_names_are_found_as_workbook_programs_find_them() -> None:
    archive = Archive(zipped({"xl\\Workbook.XML": b"x", "/xl/a": b"y", "xl/": b""}), NORMAL)
    assert "XL/workbook.xml" in archive
    assert archive.read("xl/workbook.xml") == b"x"
    assert archive.read("xl/a") == b"y"
    assert archive.names() == ["xl/Workbook.XML", "xl/a"]


def test_a_large_archives_records_are_understood() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a", "w", force_zip64=True) as part:
        part.write(TEXT)
    assert read_all(made.getvalue()) == {"a": TEXT}
    assert read_all(with_large_records(zipped({"a": TEXT}))) == {"a": TEXT}


def with_large_records(data: bytes) -> bytes:
    """The same archive, its directory's place, sizes and counts moved to the records for large archives."""
    end = data.rfind(b"PK\5\6")
    count, size, start = struct.unpack_from("<HLL", data, end + 10)
    at = data.find(b"PK\1\2")
    central = bytearray(data[at : at + size])
    packed, grown, names, header = *struct.unpack_from("<LL", central, 20), central[28], 0
    extra = struct.pack("<HHQQQ", 1, 24, grown, packed, header)
    struct.pack_into("<LL", central, 20, 0xFFFFFFFF, 0xFFFFFFFF)
    struct.pack_into("<H", central, 30, len(extra))
    struct.pack_into("<L", central, 42, 0xFFFFFFFF)
    central[46 + names : 46 + names] = extra
    body = data[:start] + bytes(central)
    record = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, len(central), start)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, len(body), 1)
    return body + record + locator + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)


def changed(data: bytes, sign: bytes, offset: int, value: bytes) -> bytes:
    """The same bytes with `value` at `offset` from the first record that begins with `sign`."""
    at = data.index(sign) + offset
    return data[:at] + value + data[at + len(value) :]


LOCAL, CENTRAL, END = b"PK\3\4", b"PK\1\2", b"PK\5\6"
SOUND = zipped({"a": TEXT, "b": TEXT})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "zip.damaged", id="nothing"),
        pytest.param(b"PK\3\4", "zip.damaged", id="only a beginning"),
        pytest.param(SOUND[:-1], "zip.damaged", id="cut short by a byte"),
        pytest.param(SOUND[: len(SOUND) // 2], "zip.damaged", id="cut in half"),
        pytest.param(changed(SOUND, END, 4, b"\1\0"), "zip.damaged", id="one disk of several"),
        pytest.param(changed(SOUND, END, 8, b"\1\0"), "zip.damaged", id="counts that differ"),
        pytest.param(changed(SOUND, END, 8, b"\3\0\3\0"), "zip.damaged", id="more parts than there are"),
        pytest.param(changed(SOUND, END, 16, b"\xf0\xff\xff\0"), "zip.damaged", id="a directory after the end"),
        pytest.param(
            changed(SOUND, END, 16, b"\xff\xff\xff\xff"), "zip.damaged", id="a large directory that is not there"
        ),
        pytest.param(changed(SOUND, CENTRAL, 0, b"PKxx"), "zip.damaged", id="no directory"),
        pytest.param(changed(SOUND, CENTRAL, 28, b"\xff\xff"), "zip.damaged", id="a name without end"),
        pytest.param(changed(SOUND, CENTRAL, 42, b"\xff\xff\0\0"), "zip.part_damaged", id="a part after the end"),
        pytest.param(changed(SOUND, CENTRAL, 42, b"\1\0"), "zip.part_damaged", id="a part that is not there"),
        pytest.param(changed(SOUND, CENTRAL, 20, b"\x3c\0\0\0"), "zip.overlap", id="a part that runs into the next"),
        pytest.param(changed(SOUND, LOCAL, 30, b"c"), "zip.part_damaged", id="two names for one part"),
        pytest.param(changed(SOUND, LOCAL, 40, b"\xff\xff\xff"), "zip.part_damaged", id="bytes that do not inflate"),
        pytest.param(changed(SOUND, CENTRAL, 16, b"\0\0\0\0"), "zip.part_damaged", id="another checksum"),
        pytest.param(changed(SOUND, CENTRAL, 24, b"\1\0\0\0"), "zip.part_damaged", id="a claim of another size"),
        pytest.param(changed(SOUND, CENTRAL, 20, b"\5\0\0\0"), "zip.part_damaged", id="too few packed bytes"),
        pytest.param(changed(SOUND, CENTRAL, 8, b"\1\0"), "zip.encrypted", id="encrypted"),
        pytest.param(changed(SOUND, CENTRAL, 10, b"\x0c\0"), "zip.unknown_packing", id="packed in another way"),
        pytest.param(
            changed(changed(SOUND, CENTRAL, 46, b"B"), LOCAL, 30, b"B"), "zip.name_twice", id="one name twice"
        ),
    ],
)
def test_an_archive_that_programs_could_read_differently_is_refused(data: bytes, code: str) -> None:
    assert refused(data).says.id == f"error.{code}"


def test_two_parts_on_the_same_bytes_are_refused() -> None:
    second = SOUND.rindex(CENTRAL)
    same_place = SOUND[: second + 42] + b"\0\0\0\0" + SOUND[second + 46 :]
    assert refused(same_place).says.id == "error.zip.overlap"


def test_a_part_that_runs_into_the_directory_is_refused() -> None:
    second = SOUND.rindex(CENTRAL)
    packed = struct.unpack_from("<L", SOUND, second + 20)[0]
    longer = SOUND[: second + 20] + struct.pack("<L", packed + 1) + SOUND[second + 24 :]
    assert refused(longer).says.id == "error.zip.part_damaged"


def test_bytes_after_a_part_are_no_part_of_it() -> None:
    stored = zlib.compress(b"een", wbits=-15) + b"meer"
    data = zipped({"a": stored}, zipfile.ZIP_STORED)
    data = changed(data, CENTRAL, 10, b"\x08\0")
    data = changed(data, CENTRAL, 16, struct.pack("<L", zlib.crc32(b"een")))
    assert refused(changed(data, CENTRAL, 24, b"\3\0\0\0")).says.id == "error.zip.part_damaged"
    sound = changed(changed(data, CENTRAL, 24, b"\3\0\0\0"), CENTRAL, 20, struct.pack("<L", len(stored) - 4))
    assert read_all(sound) == {"a": b"een"}


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        pytest.param({"parts": 2, "inflated_bytes": 2 * len(TEXT)}, "", id="exactly the limits pass"),
        pytest.param({"parts": 1}, "zip.too_many_parts", id="a part too many"),
        pytest.param({"inflated_bytes": 2 * len(TEXT) - 1}, "zip.too_large", id="a byte too many"),
        pytest.param({"ratio": 2, "ratio_from_bytes": len(TEXT) - 1}, "zip.grows_too_much", id="it grows too much"),
        pytest.param({"ratio": 2, "ratio_from_bytes": len(TEXT)}, "", id="small parts may grow"),
        pytest.param({"ratio": 99, "ratio_from_bytes": 0}, "", id="it grows no more than it may"),
    ],
)
def test_what_comes_out_has_limits(limits: dict[str, int], code: str) -> None:
    if not code:
        assert read_all(SOUND, limited(**limits)) == {"a": TEXT, "b": TEXT}
    else:
        assert refused(SOUND, limited(**limits)).says.id == f"error.{code}"


def test_a_part_that_is_read_again_counts_once() -> None:
    archive = Archive(SOUND, limited(inflated_bytes=2 * len(TEXT)))
    assert [archive.read(name) for name in "aabba"] == [TEXT] * 5


def test_what_comes_out_is_counted_and_not_what_the_header_claims() -> None:
    lying = changed(SOUND, CENTRAL, 24, b"\1\0\0\0")
    assert refused(lying, limited(inflated_bytes=len(TEXT) - 1)).says.id == "error.zip.too_large"


@given(st.integers(0, len(SOUND) - 1), st.binary(min_size=1, max_size=4))
def test_any_change_of_bytes_ends_in_the_same_parts_or_one_error(at: int, change: bytes) -> None:
    data = SOUND[:at] + change + SOUND[at + len(change) :]
    assert outcome(data) in ([TEXT, TEXT], "error.zip")


def outcome(data: bytes) -> list[bytes] | str:
    try:
        return list(read_all(data).values())
    except InputError as error:
        return error.says.id[: len("error.zip")]
