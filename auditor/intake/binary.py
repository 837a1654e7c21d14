"""What the binary workbooks (.xls, .xlsb) have in common: how they store numbers and errors."""

import struct
from datetime import date
from math import isfinite
from typing import Final

from auditor.intake.sheets import ErrorValue, Value
from auditor.intake.xlsx.formats import Shown
from auditor.intake.xlsx.values import as_shown

_ERRORS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_DOUBLE = struct.Struct("<d")
_MOST_EXACT = 1 << 53
_IN_HUNDREDTHS, _WHOLE = 1, 2


def error_value(code: int) -> ErrorValue:
    """The error that a code stands for; one that is not known shows as its number."""
    return ErrorValue(_ERRORS.get(code, f"#{code}"))


def number_of(raw: bytes, shown: Shown, epoch: date) -> Value:
    """The number in these eight bytes, as its cell shows it; what is no number is an error."""
    return _as_cell(_DOUBLE.unpack(raw)[0], shown, epoch)


def packed_number(packed: int, shown: Shown, epoch: date) -> Value:
    """The number that is packed in 32 bits: 30 bits of it, and whether it is whole and in hundredths."""
    if packed & _WHOLE:
        whole = packed >> 2
        number: float = whole - (1 << 30) if whole >> 29 else whole
    else:
        number = _DOUBLE.unpack(struct.pack("<Q", (packed & ~3) << 32))[0]
    return _as_cell(number / 100 if packed & _IN_HUNDREDTHS else number, shown, epoch)


def _as_cell(number: float, shown: Shown, epoch: date) -> Value:
    if not isfinite(number):
        return error_value(0x24)
    exact = int(number) if number == int(number) and abs(number) <= _MOST_EXACT else number
    return as_shown(exact, shown, epoch)
