"""Workbooks of XML parts (.xlsx, .xlsm): a streaming reader in bounded memory that never loses or shifts a cell.

`workbook` finds the sheets, `sheet` surveys each and gives its rows, `fast` reads the markup that programs really write,
`exact` reads any XML. What `fast` does not know wholly, `exact` reads; both must give the same rows.
"""

from auditor.intake.xlsx.workbook import read_workbook

__all__ = ["read_workbook"]
