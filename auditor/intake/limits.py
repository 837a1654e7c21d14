"""How much of a stranger's file is taken in; each limit has its own sentence when it is hit."""

import msgspec

MIB = 1 << 20


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What is refused, and from where on: exactly the limit still passes.

    `inflated_bytes` counts what really comes out of a workbook's compressed parts, all parts together.
    `steps` counts the elements, records and tags of one file that are gone through, whatever they hold: what has no cells takes
    time too.
    `ratio` is how many times a part may grow when it is inflated; it counts only above `ratio_from_bytes`.
    """

    files: int = 500
    run_bytes: int = 512 * MIB
    file_bytes: int = 64 * MIB
    parts: int = 2_000
    inflated_bytes: int = 256 * MIB
    ratio: int = 200
    ratio_from_bytes: int = 64 * MIB
    sheets: int = 1_000
    cells: int = 2_000_000
    steps: int = 10_000_000
    large: bool = False


NORMAL = Limits()
LARGE = Limits(
    run_bytes=2048 * MIB,
    file_bytes=512 * MIB,
    inflated_bytes=4096 * MIB,
    cells=50_000_000,
    steps=500_000_000,
    large=True,
)
"""For honest big files, when the user asks for it; `large` says so, so that it can be told."""
