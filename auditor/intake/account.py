"""The account of what was read: per sheet the register, where its header stands, and what became of every row.

Rows read are the filled rows but for the header itself; rows read = rows used + rows left out, each with a reason
(`left_out.<reason>` in `templates/texts/`).
"""

import msgspec

from auditor.evidence import CellRef


class LeftOut(msgspec.Struct, frozen=True):
    """So many rows were not used, for one reason; `first` is where the first of them begins."""

    reason: str
    count: int
    first: CellRef


class UnusedColumn(msgspec.Struct, frozen=True):
    """A column that nothing was read from. `header` is its text as typed; a dropped column shows no more than that."""

    letter: str
    header: str


class SheetAccount(msgspec.Struct, frozen=True, kw_only=True):
    """How one sheet was understood; a sheet that holds two registers has one account for each.

    `columns` maps a field to the letter of its column; a training that has columns of its own is a field `training: …`
    with its title. Letters under a register that was not understood are left out, for headers may then be anything.
    """

    name: str
    register: str | None
    header_row: int | None
    rows_read: int
    rows_used: int
    left_out: tuple[LeftOut, ...] = ()
    columns: dict[str, str] = {}
    unused: tuple[UnusedColumn, ...] = ()
    hidden: bool = False
    hidden_rows: int = 0


class FileAccount(msgspec.Struct, frozen=True, kw_only=True):
    """One file: its name inside the given path, the hash of its bytes, and its sheets by name."""

    file: str
    sha256: str
    sheets: tuple[SheetAccount, ...]
