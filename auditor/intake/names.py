"""Persons' names and numbers as keys to compare by. A key is never shown."""

import re
from functools import cache

import msgspec

from auditor.intake.sheets import ErrorValue, Uncalculated, Value
from auditor.intake.values import as_text
from auditor.intake.words import normal

_SALUTATIONS = frozenset({"dhr", "mw", "mevr", "mevrouw", "dr", "drs", "prof"})
_BEFORE_ARTICLE = frozenset({"aan", "bij", "in", "onder", "op", "over", "uit", "van", "voor"})
SHARED_WORDS = frozenset("van der den de ten ter te het 't la le el al von zu voor op aan in bij uit over".split())
"""Words of a name that many people share."""
# Where a register has a number for employees only, this stands in its place for the others: it is nobody's number.
_NO_NUMBER = frozenset(
    "nvt|n v t|geen|onbekend|volgt|ntb|n t b|n b|nieuw|extern|externe|inhuur|zzp|zzper|stagiair|stagiaire|vrijwilliger|"
    "uitzendkracht|flex|n a|na|none|no|unknown|tbd|external|volunteer|intern|temp".split("|")
)
_WRITTEN_OUT = ("van de", "van den", "van der")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘`´ʼ", "'"))


class _Name(msgspec.Struct, frozen=True):
    words: tuple[str, ...]
    initials: str

    def key(self) -> str:
        return " ".join((*sorted(self.words), self.initials)).strip()


def person_key(text: str) -> str:
    """The name as it is compared: without case, accents, order, salutation, and what stands in brackets.

    `Jansen, A. (Anna) de` and `A. de Jansen` have the same key. Nothing is guessed: `Anna Jansen`, `A. Jansen` and
    `A.B. Jansen` have three different keys. Text without a letter or digit has the empty key, which is nobody's.
    """
    key = _read(_brackets().sub(" ", text)).key() if "(" in text else ""
    return key or _read(text).key()


def person_keys(text: str) -> tuple[str, ...]:
    """Every key that the text itself gives, the `person_key` first.

    `Jansen, A. (Anna) de` says that A. and Anna are one person, so it has the keys of `A. de Jansen` and of
    `Anna de Jansen`. `v.d.` has the keys of all that it may stand for.
    """
    first = person_key(text)
    if _shortened().search(text):
        written = (person_key(_shortened().sub(f" {prefix} ", text)) for prefix in _WRITTEN_OUT)
        return tuple(dict.fromkeys((first, *written)))
    if "(" not in text:
        return (first,)
    outside = _read(_brackets().sub(" ", text))
    inside = _read(" ".join(_brackets().findall(text)))
    if not (outside.initials and outside.words and inside.words) or inside.initials:
        return (first,)
    return (first, _Name((*inside.words, *outside.words), "").key())


def may_be_one(one: str, other: str) -> bool:
    """Whether two names may be one person's: `A. Bakker` and `Anna Bakker`, or `Bakker` and `A. Bakker`.

    The one with fewer words has none that the other lacks, at least one is more than a prefix, and its initial, if it has
    any, is that of a word or an initial of the other.
    """
    few, many = sorted((_read(_brackets().sub(" ", text)) for text in (one, other)), key=lambda name: len(name.words))
    if not set(few.words) <= set(many.words) or not set(few.words) - SHARED_WORDS:
        return False
    rest = [word[0] for word in many.words if word not in few.words] + list(many.initials[:1])
    return not few.initials or not rest or few.initials[0] in rest


def full_name(first: str, initials: str, prefix: str, last: str) -> str:
    """One name of its parts: the first name, or else the initials; the prefix; the last name."""
    return " ".join(part for part in (first.strip() or initials.strip(), prefix.strip(), last.strip()) if part)


def normal_person_id(value: Value | None) -> str:
    """A person's number as it is compared: text without outer spaces, case, `.0`, or the leading zeros of a number.

    `00008`, `8` and `8.0` are the same person. Empty for what is nobody's number: an empty cell, an error, text without
    letter or digit, and words such as `n.v.t.` or `extern`, which many people share.
    """
    if value is None or isinstance(value, ErrorValue | Uncalculated):
        return ""
    text = as_text(value).lower()
    digits = text.removesuffix(".0")
    if digits.isascii() and digits.isdecimal():
        return digits.lstrip("0") or "0"
    if text.isascii() and text.isalnum() and not text.isalpha():
        return text  # letters and digits, as most numbers are: no word of `_NO_NUMBER` has a digit
    return text if any(char.isalnum() for char in text) and normal(text) not in _NO_NUMBER else ""


def _read(text: str) -> _Name:
    """The words of a name, and its initials in their order: `de`, `jansen`, and `a.b.`."""
    words: list[str] = []
    initials = before = ""
    if not text.isascii() or "'" in text or "`" in text:
        text = _inner_apostrophe().sub("", text.translate(_APOSTROPHES).casefold())
    for word in normal(text.lower()).split():
        if word == "t" and before in _BEFORE_ARTICLE:
            words.append("'t")
        elif len(word) == 1 and word.isalpha():
            initials += f"{word}."
        elif word not in _SALUTATIONS:
            words.append(word)
        before = word
    return _Name(tuple(words), initials)


@cache
def _inner_apostrophe() -> re.Pattern[str]:
    return re.compile(r"(?<=\w)'(?=\w)")


@cache
def _shortened() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)[vV](?:\. ?|/)?[dD](?:\.|(?!\w))")


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(r"\([^()]*\)")
