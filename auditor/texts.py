"""Sentence ids to words. Pure: it is given the words, the language picks among them.

A sentence may hold `{fact}`, and `{fact|one|many}` for the word that fits a number: `{n} {n|medewerker|medewerkers}`.
Dates and numbers are written the way of the language; a tuple of facts is joined with commas, an empty one is `word.none`; a `Word` is looked up.
"""

import re
from collections.abc import Mapping
from datetime import date

from auditor.evidence import Fact, Sentence, Word

LANGUAGES = ("nl", "en")

_HOLE = re.compile(r"\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}")
_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}


class Texts:
    """The program's words in one language; an id without words is a defect and raises `KeyError`."""

    def __init__(self, lang: str, words: Mapping[str, str]) -> None:
        self.lang = lang
        self._words = words

    def __contains__(self, sentence_id: str) -> bool:
        return sentence_id in self._words

    def say(self, what: Sentence) -> str:
        """The sentence in words."""
        return self.fill(what.id, what.facts)

    def word(self, sentence_id: str, /, **facts: Fact) -> str:
        """The words of an id, with facts given by name."""
        return self.fill(sentence_id, facts)

    def fill(self, sentence_id: str, facts: Mapping[str, Fact]) -> str:
        """The words of an id with its facts filled in; a fact that the words name must be given.

        A fact that ends in a full stop, such as `n.v.t.`, gives up its own to the one of the sentence.
        """
        words = self._words[sentence_id]
        if "{" not in words:
            return words

        def hole(match: re.Match[str]) -> str:
            fact = facts[match[1]]
            if match[2] is None:
                shown = self.show(fact)
                return shown[:-1] if shown.endswith(".") and words.startswith(".", match.end()) else shown
            return match[2] if fact == 1 else match[3]

        return _HOLE.sub(hole, words)

    def show(self, fact: Fact) -> str:
        """One fact in words."""
        if isinstance(fact, Word):
            return self._words[fact.id]
        if isinstance(fact, str):
            return fact
        if isinstance(fact, date):
            return self.day(fact)
        if isinstance(fact, int):
            return self.number(fact)
        return ", ".join(self.show(each) for each in fact) or self._words["word.none"]

    def number(self, n: int) -> str:
        """A whole number with the language's thousands separator."""
        return f"{n:,}".replace(",", ".") if self.lang == "nl" else f"{n:,}"

    def day(self, day: date) -> str:
        """A day in full: `3 april 2024`."""
        return f"{day.day} {_MONTHS[self.lang][day.month - 1]} {day.year}"
