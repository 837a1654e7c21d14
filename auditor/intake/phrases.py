"""Titles, and the phrases by which a vocabulary recognises what they are about. Pure.

A phrase stands in a title as whole words, both normalised. Three signs widen or narrow it:
`meldcode*` is every word that begins so; `gesprek* + zorgen` is both, anywhere; `=kennisneming` is the whole title.

A title may name several things, parted by a comma, `;`, `/`, `+`, `&`, `en`, `met`, `incl.` and the like. What blocks a
phrase blocks it within its own part: "first aid and reporting code" is still about the reporting code.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from auditor.intake.words import normal

_MARK = "¦"
_MARKS = str.maketrans(dict.fromkeys(",;+|\n/", f" {_MARK} "))
_JOINERS = frozenset({"en", "and", "&", "plus", "met", "with", "incl", "inclusief", "including"})


class Title(msgspec.Struct, frozen=True):
    """The words of a title, normalised, and the number of the part that each belongs to."""

    words: tuple[str, ...]
    parts: tuple[int, ...]

    @property
    def text(self) -> str:
        """The words in a row, with a space before and after each."""
        return f" {' '.join(self.words)} "


class _Piece(msgspec.Struct, frozen=True):
    words: tuple[str, ...]
    is_beginning: bool

    def stands_in(self, text: str) -> bool:
        return f" {' '.join(self.words)}{'' if self.is_beginning else ' '}" in text

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
    return Title(tuple(words), tuple(parts))


@lru_cache(maxsize=8192)
def _parsed(phrase: str) -> _Phrase:
    pieces = (piece.strip() for piece in phrase.removeprefix("=").split(" + "))
    return _Phrase(
        tuple(_Piece(tuple(normal(piece).split()), piece.endswith("*")) for piece in pieces), phrase.startswith("=")
    )


def holds(searched: Title, phrase: str) -> bool:
    """Whether the title holds the phrase."""
    parsed, text = _parsed(phrase), searched.text
    if parsed.is_whole:
        return searched.words == parsed.pieces[0].words
    return all(piece.stands_in(text) for piece in parsed.pieces)


def holds_any(searched: Title, phrases: Iterable[str]) -> bool:
    """Whether the title holds one of the phrases."""
    return any(holds(searched, phrase) for phrase in phrases)


def without(searched: Title, phrases: Iterable[str]) -> Title:
    """The title without its parts in which one of the phrases stands, wholly or for a piece."""
    blocked = {
        searched.parts[i]
        for phrase in phrases
        if holds(searched, phrase)
        for piece in _parsed(phrase).pieces
        for span in piece.spans(searched.words)
        for i in span
    }
    if not blocked:
        return searched
    kept = [i for i, part in enumerate(searched.parts) if part not in blocked]
    return Title(tuple(searched.words[i] for i in kept), tuple(searched.parts[i] for i in kept))


def named_parts(searched: Title) -> Iterator[str]:
    """The text of each part, without the joining word at its head."""
    for part in dict.fromkeys(searched.parts):
        words = [word for word, of in zip(searched.words, searched.parts, strict=True) if of == part]
        yield " ".join(words[1:] if words[0] in _JOINERS else words)
