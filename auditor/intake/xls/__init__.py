"""Old Excel workbooks (.xls, from Excel 5 to 2003): streams in one file, and records in a stream.

Read here and not by a library: errors, hidden rows and cells far away must all be told, and no file may ask for more
memory than it has cells.
"""

from auditor.intake.xls.workbook import read_old_workbook

__all__ = ["read_old_workbook"]
