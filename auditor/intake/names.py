"""Persons' names and numbers as keys to compare by. A key is never shown."""

import re
from functools import cache

from auditor.intake.sheets import ErrorValue, Uncalculated, Value
from auditor.intake.values import as_text
from auditor.intake.words import normal

_SALUTATIONS = frozenset({"dhr", "mw", "mevr", "mevrouw", "dr", "drs", "prof"})
_BEFORE_ARTICLE = frozenset({"aan", "bij", "in", "onder", "op", "over", "uit", "van", "voor"})
_QUOTES = str.maketrans(dict.fromkeys("’‘`´ʼ", "'"))


def person_key(text: str) -> str:
    """The name as it is compared: without case, accents, order, salutation, and what stands in brackets.

    `Jansen, A. (Anna) de` and `A. de Jansen` have the same key. Nothing is guessed: `Anna Jansen`, `A. Jansen` and
    `A.B. Jansen` have three different keys. Text without a letter or digit has the empty key, which is nobody's.
    """
    return _key(_brackets().sub(" ", text)) or _key(text)


def person_keys(text: str) -> tuple[str, ...]:
    """Every key that the text itself gives, the `person_key` first.

    `Jansen, A. (Anna) de` says that A. and Anna are one person, so it has the keys of `A. de Jansen` and of
    `Anna de Jansen`.
    """
    first = person_key(text)
    inside = _inside().search(text)
    if inside is None:
        return (first,)
    outside = _brackets().sub(" ", text)
    bare, swapped = _initials().subn(" ", outside)
    other = _key(f"{inside[1]} {bare}")
    return (first, other) if swapped and other != first else (first,)


def full_name(first: str, initials: str, prefix: str, last: str) -> str:
    """One name of its parts: the first name, or else the initials; the prefix; the last name."""
    return " ".join(part for part in (first.strip() or initials.strip(), prefix.strip(), last.strip()) if part)


def normal_person_id(value: Value | None) -> str:
    """A person's number as it is compared: text without outer spaces, case, `.0`, or the leading zeros of a number.

    `00008`, `8` and `8.0` are the same person. Empty for an empty cell, an error, and text without letter or digit.
    """
    if value is None or isinstance(value, ErrorValue | Uncalculated):
        return ""
    text = as_text(value).lower()
    if text.endswith(".0") and text[:-2].isdecimal():
        text = text[:-2]
    if text.isascii() and text.isdecimal():
        return text.lstrip("0") or "0"
    return text if any(char.isalnum() for char in text) else ""


def _key(text: str) -> str:
    names: list[str] = []
    initials = ""
    before = ""
    for word in _words(text):
        if word == "t" and before in _BEFORE_ARTICLE:
            names.append("'t")
        elif len(word) == 1 and word.isalpha():
            initials += f"{word}."
        elif word not in _SALUTATIONS:
            names.append(word)
        before = word
    return " ".join(sorted(names) + [initials] * bool(initials))


def _words(text: str) -> list[str]:
    joined = _apostrophe().sub("", text.translate(_QUOTES).lower())
    return [word.replace(" ", "") for word in normal(joined).replace("&", " ").split()]


@cache
def _apostrophe() -> re.Pattern[str]:
    return re.compile(r"(?<=\w)'(?=\w)")


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(r"\([^()]*\)")


@cache
def _inside() -> re.Pattern[str]:
    return re.compile(r"\(([^()]+)\)")


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(r"\b(?:[^\W\d_]\.\s*)+(?!\w)|\b[^\W\d_]\b(?!')")
