"""In which encoding a text stands: by the mark at its start, by what it declares, or by what fits every byte."""

import codecs

from auditor.errors import InputError
from auditor.evidence import CellRef, Problem, Severity, problem
from auditor.intake.limits import MIB
from auditor.intake.nature import wide_codec_of

_GUESSED = {"cp1252": "Windows-1252", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
# What a page may declare; pages that say Latin-1 are read as Windows-1252, as every browser does.
_DECLARED = {"utf-8": "utf-8", "utf8": "utf-8"} | dict.fromkeys(
    ("windows-1252", "iso-8859-1", "iso-8859-15", "latin1", "us-ascii"), "cp1252"
)


def encoding_of(data: bytes, declared: str = "") -> str:
    """The codec that fits every byte: by the mark at the start, as `declared`, UTF-8, UTF-16 by its zero bytes, Windows-1252.

    Raises `InputError` when none of them does.
    """
    if data.startswith(codecs.BOM_UTF8):
        candidates = ["utf-8-sig"]
    elif wide := wide_codec_of(data):
        candidates = [wide]
    else:
        candidates = [_DECLARED.get(declared.lower(), "utf-8"), "utf-8", "cp1252"]
    for codec in candidates:
        if _fits(data, codec):
            return codec
    raise InputError("csv.encoding_unknown")


def encoding_notes(codec: str, file: str) -> tuple[Problem, ...]:
    """What the reader must know of an encoding that the file does not name itself, and that is not UTF-8."""
    if codec not in _GUESSED:
        return ()
    return (problem("csv.encoding_guessed", Severity.NOTE, CellRef(file), encoding=_GUESSED[codec]),)


def decoded(data: bytes, file: str, declared: str = "") -> tuple[str, tuple[Problem, ...]]:
    """The whole text, and a note where its encoding was neither declared nor UTF-8."""
    codec = encoding_of(data, declared)
    notes = () if codec == _DECLARED.get(declared.lower()) else encoding_notes(codec, file)
    return data.decode(codec), notes


def _fits(data: bytes, codec: str) -> bool:
    decoder = codecs.getincrementaldecoder(codec)()
    try:
        for at in range(0, len(data), MIB):
            decoder.decode(data[at : at + MIB])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
