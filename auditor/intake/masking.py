"""Texts about acceptances and actions, without what may be somebody's name; and functions, which may be shown as typed."""

from collections.abc import Iterable

import msgspec

from auditor.intake.cells import UNSHOWN
from auditor.intake.identity import is_code_like
from auditor.intake.names import SHARED_WORDS
from auditor.intake.privacy import is_bsn
from auditor.intake.words import normal

_LONG_NUMBER = 7
_AROUND = ".,:;!?()[]{}<>\"'‘’“”„«»…/-–—"


class Masker(msgspec.Struct, frozen=True):
    """What decides which words may be shown: the words of all `names`, of `roles`, and those that are `ordinary`."""

    names: frozenset[str]
    roles: frozenset[str]
    ordinary: frozenset[str]

    def masked(self, text: str) -> str:
        """The text in which every word that may be of a name, a number or an address of somebody is `UNSHOWN`.

        Such a word stands in the name of somebody in a register; or it begins with a capital and is neither ordinary nor a
        role; or it is an e-mail address, or has more than `_LONG_NUMBER` digits. Words so left out that follow one another
        are one mark.
        """
        shown: list[str] = []
        for word in text.split():
            kept = word if self._may_show(word) else UNSHOWN + _end(word)
            if shown and kept.startswith(UNSHOWN) and shown[-1] == UNSHOWN:
                shown[-1] = kept
            else:
                shown.append(kept)
        return " ".join(shown)

    def _may_show(self, word: str) -> bool:
        parts = normal(word).split()
        if "@" in word or sum(sign.isdigit() for sign in word) > _LONG_NUMBER or is_bsn(word):
            return False
        if any(part in self.names and part not in SHARED_WORDS for part in parts):
            return False
        bare = word.strip(_AROUND)
        if not any(sign.isupper() for sign in bare) or is_code_like(bare):
            return True
        return all(part in self.ordinary or part in self.roles or part.isdecimal() for part in parts)


def is_role(text: str, roles: frozenset[str], names: Iterable[str] = ()) -> bool:
    """Whether a text names somebody by function alone: it has words, all of `roles`, and none of a name."""
    words = normal(text).split()
    taken = {word for name in names for word in normal(name).split()} - SHARED_WORDS
    return bool(set(words) - SHARED_WORDS) and all(word in roles and word not in taken for word in words)


def _end(word: str) -> str:
    """The sign that ends a sentence or a part of it, if the word has one."""
    return word[-1] if word[-1] in ".,:;!?)" else ""
