"""Titles, and the phrases by which a vocabulary recognises what they are about. Pure.

A phrase stands in a title as whole words. It is written as it is compared: normalised (a test holds the vocabulary to that).
Three signs widen or narrow it: `meldcode*` is every word that begins so (three letters at least); `gesprek* + zorgen` is both,
anywhere; `=kennisneming` is the whole title.

A title may name several things, parted by a comma, `;`, `/`, `+`, `&`, `en`, `met`, `incl.` and the like. What blocks a
phrase blocks it within its own part: "first aid and reporting code" is still about the reporting code.
"""

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from auditor.intake.words import normal

_MARK = "¦"
_MARKS = str.maketrans(dict.fromkeys(",;+|\n/", f" {_MARK} "))
_JOINERS = frozenset({"en", "and", "&", "plus", "met", "with", "incl", "inclusief", "including"})
LEAST_OF_A_BEGINNING = 3
"""Letters of `word*`; phrases are found again by as many."""


class Title(msgspec.Struct, frozen=True):
    """The words of a title, normalised, and the number of the part that each belongs to.

    `text` is the words in a row, with a space before and after each; `keys` are the first letters of the words.
    """

    words: tuple[str, ...]
    parts: tuple[int, ...]
    text: str
    keys: frozenset[str]


class _Piece(msgspec.Struct, frozen=True):
    words: tuple[str, ...]
    is_beginning: bool
    text: str

    def spans(self, words: tuple[str, ...]) -> Iterator[range]:
        size = len(self.words)
        for start in range(len(words) - size + 1):
            found = words[start : start + size]
            if found == self.words or (self.is_beginning and self._begins(found)):
                yield range(start, start + size)

    def _begins(self, found: tuple[str, ...]) -> bool:
        return found[:-1] == self.words[:-1] and found[-1].startswith(self.words[-1])


class _Phrase(msgspec.Struct, frozen=True):
    pieces: tuple[_Piece, ...]
    is_whole: bool

    def stands_in(self, title: Title) -> bool:
        if self.is_whole:
            return title.words == self.pieces[0].words
        return all(piece.text in title.text for piece in self.pieces)


@lru_cache(maxsize=8192)
def prepared(text: str) -> Title:
    """A text ready to be searched for phrases."""
    words: list[str] = []
    parts: list[int] = []
    part = 0
    for word in normal(text.translate(_MARKS)).split():
        part += word == _MARK or word in _JOINERS
        if word != _MARK:
            words.append(word)
            parts.append(part)
    return _title(words, parts)


def _title(words: list[str], parts: list[int]) -> Title:
    return Title(
        tuple(words), tuple(parts), f" {' '.join(words)} ", frozenset([word[:LEAST_OF_A_BEGINNING] for word in words])
    )


def holds_any(searched: Title, phrases: tuple[str, ...]) -> bool:
    """Whether the title holds one of the phrases."""
    index = _index(phrases)
    if index.keys().isdisjoint(searched.keys):
        return False
    return next(_held(searched, phrases), None) is not None


def without(searched: Title, phrases: tuple[str, ...]) -> Title:
    """The title without its parts in which one of the phrases stands, wholly or for a piece."""
    blocked = {
        searched.parts[i]
        for phrase in _held(searched, phrases)
        for piece in phrase.pieces
        for span in piece.spans(searched.words)
        for i in span
    }
    if not blocked:
        return searched
    kept = [i for i, part in enumerate(searched.parts) if part not in blocked]
    return _title([searched.words[i] for i in kept], [searched.parts[i] for i in kept])


def named_parts(searched: Title) -> Iterator[str]:
    """The text of each part, without the joining word at its head."""
    for part in dict.fromkeys(searched.parts):
        words = [word for word, of in zip(searched.words, searched.parts, strict=True) if of == part]
        yield " ".join(words[1:] if words[0] in _JOINERS else words)


def _held(searched: Title, phrases: tuple[str, ...]) -> Iterator[_Phrase]:
    """The phrases that stand in the title: only those that begin like one of its words are looked at."""
    index = _index(phrases)
    for key in searched.keys:
        for phrase in index.get(key, ()):
            parsed = _PARSED.get(phrase) or _parsed(phrase)
            if parsed.stands_in(searched):
                yield parsed


_INDEXES: dict[int, tuple[tuple[str, ...], dict[str, list[str]]]] = {}
_PARSED: dict[str, _Phrase] = {}
_REMEMBERED = 4096


def _index(phrases: tuple[str, ...]) -> dict[str, list[str]]:
    """The phrases by the first letters of their first word.

    They are a vocabulary's and known again by being the same object: to compare hundreds of words with those asked for
    before would take longer than the search itself.
    """
    known = _INDEXES.get(id(phrases))
    if known is not None:
        return known[1]
    index: dict[str, list[str]] = {}
    for phrase in phrases:
        key = phrase.removeprefix("=").partition(" ")[0][:LEAST_OF_A_BEGINNING]
        if key in index:
            index[key].append(phrase)
        else:
            index[key] = [phrase]
    if len(_INDEXES) >= _REMEMBERED:
        _INDEXES.clear()
    _INDEXES[id(phrases)] = (phrases, index)
    return index


def _parsed(phrase: str) -> _Phrase:
    pieces = tuple([_piece(piece) for piece in phrase.removeprefix("=").split(" + ")])
    if len(_PARSED) >= _REMEMBERED:
        _PARSED.clear()
    parsed = _PARSED[phrase] = _Phrase(pieces, phrase.startswith("="))
    return parsed


def _piece(text: str) -> _Piece:
    words = text.removesuffix("*")
    return _Piece(tuple(words.split()), text.endswith("*"), f" {words}" if text.endswith("*") else f" {words} ")
