"""Text of strangers in files that a spreadsheet opens: it must never run."""

_SIGNS = ("=", "+", "-", "@")
_INVISIBLE = ("\t", "\r", "\n")


def is_like_a_formula(text: str) -> bool:
    """Whether a spreadsheet might take a text for a formula: its first visible sign begins one, or it begins a new cell."""
    return text.lstrip().startswith(_SIGNS) or text.startswith(_INVISIBLE)
