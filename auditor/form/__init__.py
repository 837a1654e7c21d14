"""The intake workbook: every register as a sheet to fill in, made from the checklist. Pure.

What it asks follows from the requirements that bind the chosen sectors on the day; its headings are those of the registers'
layouts. So a new requirement, column or answer is in it without a change here. `book.make_form` makes it.
"""
