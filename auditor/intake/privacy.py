"""What is dropped before anything else, and which typed values may be shown.

Columns of a BSN, a birth date, an address and the like are never read past their header; a column whose values are BSNs
is dropped whatever its header says. What was dropped is reported by column, never by value.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from auditor.intake.headers import Headers
from auditor.intake.sheets import RawRow, Value
from auditor.intake.words import PREFIXES, has_phrase, normal
from auditor.layouts import Vocabulary

_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_LEAST = 3
_LONGEST_SHOWN = 200
_EIGHT_DIGITS = 10_000_000
_ALSO_WITHIN = frozenset({"bsn", "birth_date"})


def is_bsn(value: Value) -> bool:
    """Whether a value is nine digits that pass the eleven-test; a number may have lost a leading zero."""
    digits = _digits(value)
    if len(digits) != len(_WEIGHTS):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return total % 11 == 0 and digits.strip("0") != ""


def _digits(value: Value) -> str:
    if isinstance(value, str):
        if not value[:1].isdigit() or len(value) < len(_WEIGHTS):
            return ""
        digits = value.strip().replace(".", "").replace(" ", "").replace("-", "")
        return digits if digits.isascii() and digits.isdecimal() else ""
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value // 1 or value < _EIGHT_DIGITS:
        return ""
    return str(int(value)).zfill(len(_WEIGHTS))


def columns_of_bsns(rows: Iterable[RawRow]) -> frozenset[str]:
    """The columns where at least two thirds of at least three filled cells are BSNs."""
    rows = tuple(rows)
    passed: dict[str, int] = {}
    for row in rows:
        for letter, value in row.cells.items():
            if (value.__class__ is not str or value[:1].isdigit()) and is_bsn(value):
                passed[letter] = passed.get(letter, 0) + 1
    filled = {letter: sum(letter in row.cells for row in rows) for letter in passed}
    return frozenset(
        letter
        for letter, n in passed.items()
        if n >= _LEAST - 1 and filled[letter] >= _LEAST and 3 * n >= 2 * filled[letter]
    )


class Dropper:
    """Knows the headers of columns that may not be read, and what each is."""

    def __init__(self, vocabulary: Vocabulary, headers: Headers) -> None:
        self._headers = headers
        self._exact = {normal(word): each.id for each in vocabulary.dropped for word in each.words}
        self._within = [(word, id_) for word, id_ in self._exact.items() if id_ in _ALSO_WITHIN]

    def is_named(self, header: str) -> bool:
        """Whether a header by itself names something that may not be read."""
        return normal(header) in self._exact

    def reason(self, header: str) -> str:
        """What makes a column with this header one to drop, such as `bsn`; empty for a column that may be read.

        A BSN or a birth date is told also by a longer header, unless that is the header of a field.
        """
        words = normal(header)
        if found := self._exact.get(words):
            return found
        within = next((id_ for phrase, id_ in self._within if has_phrase(words, phrase)), "")
        return within if within and not self._headers.claims(header) else ""

    def columns(self, headers: Mapping[str, str]) -> dict[str, str]:
        """The letters of the columns to drop, with what each is."""
        return {letter: reason for letter, header in headers.items() if (reason := self.reason(header))}


def may_show(text: str, names: frozenset[str], *, about_people: bool) -> bool:
    """Whether a typed value can be shown without the risk that it is somebody's name or BSN, or a whole story.

    `names` are the words of all names in the registers. In a register about people, a word that begins with a capital and
    has no digit may be of a name that stands in none of them.
    """
    if len(text) > _LONGEST_SHOWN or without_bsns(text) != text:
        return False
    if any(word in names for word in normal(text).split()):
        return False
    return not about_people or not any(
        word[:1].isupper() and not any(sign.isdigit() for sign in word) for word in text.split()
    )


def without_bsns(text: str, mark: str = "") -> str:
    """The text with `mark` in the place of everything that may be a BSN."""
    return _nine_digits().sub(lambda found: mark if is_bsn(found[0]) else found[0], text)


@cache
def _initialled() -> re.Pattern[str]:
    """An initial with its dot and a last name, with prefixes or none between them."""
    return re.compile(r"(?<![\w.])(?:[A-Z]\. ?)+(?:[a-z'’]+ ){0,3}([A-Z][\w'’-]+)")


@cache
def _nine_digits() -> re.Pattern[str]:
    return re.compile(r"(?<![0-9])(?:[0-9][ .-]?){8}[0-9](?![0-9])")


_FEWEST, _MOST = 2, 5


def may_be_person(text: str, names: frozenset[str], known: frozenset[str]) -> bool:
    """Whether the name of a sheet or a column may be somebody's name.

    So it is where every word is one of `names`, the words of names in the registers; and where it is built as names are: two
    to five words with capitals and prefixes, such as `Anna de Vries` and `Vries, A. de`, none of which is one of `known`, the
    words of headers and sheets. A single word that stands in no register is not taken for a name. So it is, too, where
    a last name stands behind an initial, or a BSN; and a text that is too long to be a name may have one in it.
    """
    if _tells_somebody(text, known):
        return True
    words = text.replace(",", " ").replace(".", ". ").split()
    bare = [normal(word) for word in words]
    if not words or any(any(sign.isdigit() for sign in word) for word in words):
        return False
    telling = [word for word in bare if len(word) > 1 and word not in PREFIXES]
    if telling and all(part in names for word in telling for part in word.split()):
        return True
    if not _FEWEST <= len(words) <= _MOST or not telling or words[0].casefold() in PREFIXES:
        return False
    if any(part in known for word in telling for part in word.split()):
        return False
    return all(_is_part_of_name(word) for word in words) and sum(word[:1].isupper() for word in words) >= _FEWEST


def _tells_somebody(text: str, known: frozenset[str]) -> bool:
    """Whether a text is too long to look through, or has a BSN or a last name behind an initial in it."""
    if len(text) > _LONGEST_SHOWN or without_bsns(text) != text:
        return True
    return any(normal(last) not in known for last in _initialled().findall(text))


def _is_part_of_name(word: str) -> bool:
    letters = word.replace("-", "").replace("'", "").replace("’", "").rstrip(".")
    if word.casefold().rstrip(".") in PREFIXES or word.casefold() == "v.d.":
        return True
    return letters.isalpha() and word[:1].isupper() and (len(letters) == 1 or not letters.isupper())
