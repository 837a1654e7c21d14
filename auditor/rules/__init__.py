"""The evidence rules: the closed vocabulary in which a requirement says how it is judged."""

from auditor.rules.shapes import AnyRule

__all__ = ["AnyRule"]
