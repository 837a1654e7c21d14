"""Workbooks that we write: what they hold (`parts`), how they look (`looks`), and their bytes (`write`).

SpreadsheetML is written directly: an action list of 100,000 lines takes seconds so, and a minute by a general library.
"""
