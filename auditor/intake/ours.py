"""Sheets that we made ourselves and that are no register: the list of what is to be repaired, the table of requirements."""

from auditor.intake.sheets import RawSheet

MARK = "Meldcode Proof:"
"""How the first cell of such a sheet begins."""
LIST_NAMES = ("Herstellijst", "Repair list")
"""How the name of a list of repairs begins, in each language."""
TABLE_NAMES = ("Alle eisen", "All requirements", "Alle cellen", "All cells")
"""How those of the tables of requirements and of cells in an action list begin."""


def is_ours(sheet: RawSheet) -> bool:
    """Whether a sheet is one of these: by its name and its first cell."""
    if not sheet.name.startswith((*LIST_NAMES, *TABLE_NAMES)):
        return False
    first = next(iter(sheet.rows()), None)
    value = first.cells.get("A") if first is not None and first.number == 1 else None
    return isinstance(value, str) and value.startswith(MARK)
