"""Number formats: whether a number is shown as a date, a time of day or a length of time. Pure."""

import re
from collections.abc import Mapping, Sequence
from enum import Enum

from auditor.intake.guard import Effort
from auditor.intake.xlsx.markup import elements


class Shown(Enum):
    """How a cell's number is to be understood."""

    NUMBER = 1
    DAY = 2  # a date, perhaps with a time
    CLOCK = 3  # a time of day
    ELAPSED = 4  # a length of time, which may pass 24 hours


_BUILTIN = (
    dict.fromkeys((*range(14, 18), 22, *range(27, 32), 34, 35, 36, *range(50, 59)), Shown.DAY)
    | dict.fromkeys((18, 19, 20, 21, 32, 33, 45, 47), Shown.CLOCK)
    | {46: Shown.ELAPSED}
)

_MOST_DIGITS = 9  # of the number of a format; Python refuses to convert very long ones
# What a format shows as it stands, or only takes room for: "text", \x, _x, *x, and [colours, conditions and locales].
_LITERAL = r'"[^"]*"?|[\\_*].?|\[(?!h+\]|m+\]|s+\])[^\]]*\]?'


def shown_as(code: str) -> Shown:
    """How a format code shows a number; its first section, for positive numbers, decides."""
    letters = re.sub(_LITERAL, "", code.lower()).partition(";")[0]
    if "[" in letters:
        return Shown.ELAPSED
    if not re.search("[dyhsm]", letters):
        return Shown.NUMBER
    if "d" in letters or "y" in letters or not re.search("[hs]", letters):
        return Shown.DAY
    return Shown.CLOCK


def cell_formats(styles: bytes, part: str, effort: Effort) -> Sequence[Shown]:
    """How each cell style of a workbook shows a number, by the style's index."""
    codes: dict[str, str] = {}
    indexes: list[str] = []
    for parent, name, attributes in elements(styles, part, effort):
        if name == "numFmt" and parent == "numFmts":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "xf" and parent == "cellXfs":
            indexes.append(attributes.get("numFmtId", "0"))
    known = {index: shown_by(index, codes) for index in set(indexes)}
    return [known[index] for index in indexes]


def shown_by(index: str, codes: Mapping[str, str]) -> Shown:
    """How the format with this number shows a number; `codes` are the workbook's own formats."""
    if index in codes:
        return shown_as(codes[index])
    known = index.isascii() and index.isdigit() and len(index) <= _MOST_DIGITS
    return _BUILTIN.get(int(index), Shown.NUMBER) if known else Shown.NUMBER
