"""Sheets that we made ourselves, in somebody's copy: the list of what is to be repaired. They are no register."""

from auditor.intake.sheets import RawSheet

MARK = "Meldcode Proof:"
"""How the first cell of such a sheet begins."""
LIST_NAMES = ("Herstellijst", "Repair list")
"""How its name begins, in each language."""


def is_ours(sheet: RawSheet) -> bool:
    """Whether a sheet is one that we added to a copy: by its name and its first cell."""
    if not sheet.name.startswith(LIST_NAMES):
        return False
    first = next(iter(sheet.rows()), None)
    value = first.cells.get("A") if first is not None and first.number == 1 else None
    return isinstance(value, str) and value.startswith(MARK)
