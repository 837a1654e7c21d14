"""Text as we keep it, and text as we compare it. Pure."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

PREFIXES = frozenset("de den der het van von ter ten te in op aan bij la le el al du da di dos 't v.d.".split())
"""Words that stand before the last name of people, in lower case."""
_SHOWN = "\N{REPLACEMENT CHARACTER}"
_BREAKS = "\t\n\r\v\f\x85"
_SIGNS = "._-*/\\:;,()[]{}<>|?!\"'`´‘’‚“”„«»‐‑‒–—―…•·"
_ASCII = {n: " " if n < ord(" ") or chr(n) in _SIGNS else chr(n).lower() for n in range(128)}
_TABLE = str.maketrans(_ASCII | dict.fromkeys(_SIGNS + _BREAKS, " ") | {"&": " & "})
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"})


def clean(text: str) -> str:
    """The text that we keep of a cell: NFC, outer spaces gone, inner white space one space.

    A control, bidirectional or zero-width character, and half a surrogate pair, becomes a visible mark: it is never
    silently lost, and never reaches a page or a terminal.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split()) if "  " in text else text.strip()
    return _cleaned(text) if len(text) <= _LONG else _cleaned_long(text)


def _cleaned(text: str) -> str:
    if text:
        text = unicodedata.normalize("NFC", text)
        if not text.isprintable():
            text = "".join(_SHOWN if _is_invisible(char) else char for char in text)
    return " ".join(text.split()) if "  " in text or not text.isprintable() else text.strip()


@lru_cache(maxsize=8)
def _cleaned_long(text: str) -> str:
    """As `_cleaned`; a workbook may store a long text once and show it in a million cells."""
    return _cleaned(text)


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf", "Cs"} and char not in _BREAKS


_NORMAL: dict[str, str] = {}
_REMEMBERED = 16384
_LONG = 1024
"""Signs of a text from which on the last few are remembered, not thousands."""
_LONGEST = 1 << 15
"""Signs of a text that are compared: as many as a cell of a workbook may hold. One sign may stand for eighteen."""


def remember(known: Mapping[str, str]) -> None:
    """Texts whose `normal` was found before, so that the words of a vocabulary are not normalised at every start."""
    _NORMAL.update(known)


def normal(text: str) -> str:
    """The text by which headers, sheet names, titles and words are compared; idempotent. Of a very long text its beginning.

    Lower case, without accents; camelCase is split; punctuation and line breaks are spaces; a format hint in brackets,
    such as `(dd-mm-jjjj)` or `(ja/nee)`, is gone; `&` stands alone, `%` and `+` stay.
    """
    found = _NORMAL.get(text)
    if found is None:
        if len(text) > _LONG:
            return _normal_long(text)
        found = _normal(text)
        if len(_NORMAL) < _REMEMBERED:
            _NORMAL[text] = found
    return found


@lru_cache(maxsize=8)
def _normal_long(text: str) -> str:
    return _normal(text[:_LONGEST])


def _normal(text: str) -> str:
    if text.isascii():
        return _spaced(text)
    while (once := _spaced(_without_accents(unicodedata.normalize("NFKC", text)))[:_LONGEST].strip()) != text:
        text = once
    return text


def _spaced(text: str) -> str:
    if not (text.islower() or text[1:].islower() or text.isupper()):
        text = _camel().sub(" ", text)
    if text.replace(" ", "").isalnum() and "  " not in text:  # most headers: half the time
        return text.strip().lower()
    if "(" in text:
        text = _hint().sub(" ", text.lower())
    return " ".join(text.translate(_TABLE).split())


def _without_accents(text: str) -> str:
    """Lower case, without accents, and without what does not show."""
    bare = unicodedata.normalize("NFKD", _camel().sub(" ", text).lower().translate(_PLAIN))
    return "".join(char for char in bare if unicodedata.category(char) not in {"Mn", "Cf", "Cs"})


@cache
def _camel() -> re.Pattern[str]:
    return re.compile(r"(?<=[A-Za-z][a-z])(?=[A-Z][a-z])")


@cache
def _hint() -> re.Pattern[str]:
    day, year = r"(?:d{1,2}|m{1,2})", r"(?:j{2,4}|y{2,4})"
    return re.compile(
        rf"\(\s*(?:{day}[-/. ]?{day}[-/. ]?{year}|{year}(?:[-/. ]?{day}[-/. ]?{day})?"
        r"|ja\s*/\s*nee|j\s*/\s*n|yes\s*/\s*no|y\s*/\s*n)\s*\)"
    )


def has_phrase(normal_text: str, normal_phrase: str) -> bool:
    """Whether the phrase stands in the text as whole words, both normalised; an empty phrase stands nowhere."""
    return bool(normal_phrase) and f" {normal_phrase} " in f" {normal_text} "


def is_year(text: str) -> bool:
    """Whether a text is nothing but a year or a school year: `2024`, `2024/2025`, `2024-25`."""
    return text[:2] in {"19", "20"} and _year().fullmatch(text) is not None


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"(?:19|20)[0-9]{2}(?:\s?[-/]\s?(?:20)?[0-9]{2})?")
