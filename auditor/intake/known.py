"""What an organisation may call a requirement or a sector: the checklist's ids, names and `known_as` words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from auditor.checklist import Checklist
from auditor.intake.words import normal

_TOKEN = re.compile(r"[^\s,;:/()\[\]]+")
_SEPARATORS = re.compile(r"[;,\n\r]+")
_NUMBERED = re.compile(r"(?:stap|step) \d")
_SMALL_WORD = 3
_TYPING_ERRORS = 2
HELD = frozenset("gehouden uitgevoerd doorgegaan geweest plaatsgevonden held".split())
"""Words by which a status says that something took place, beyond a yes."""
DENIALS = frozenset(
    "niet geen zonder ontbreekt ontbreken behalve niets niks not no without missing except nothing".split()
)


SHIPPED = ("mc-", "nb-")
"""How the ids of shipped requirements begin, in lower case; no requirement of one's own may."""


class KnownAs(msgspec.Struct, frozen=True, kw_only=True):
    """Words to requirement ids and sector codes. Ids are found whatever their case; phrases after normalising.

    `own` are the phrases of requirements that somebody added: they are looked for apart, so that none of them takes a row
    away from a shipped requirement. `suggested` are the advice and the questions, as our action list writes them.
    """

    ids: Mapping[str, str]
    phrases: Mapping[str, tuple[str, ...]]
    own: Mapping[str, tuple[str, ...]] = {}
    sectors: Mapping[str, tuple[str, ...]]
    suggested: tuple[str, ...] = ()

    @classmethod
    def of(cls, checklist: Checklist) -> "KnownAs":
        """Everything that `checklist` has words for."""
        phrases: dict[str, list[str]] = defaultdict(list)
        own: dict[str, list[str]] = defaultdict(list)
        for requirement in checklist.requirements:
            kept = phrases if requirement.id.casefold().startswith(SHIPPED) else own
            for words in (requirement.title.nl, requirement.title.en, *requirement.known_as):
                kept[normal(words)].append(requirement.id)
        sectors: dict[str, list[str]] = defaultdict(list)
        for sector in checklist.sectors:
            for words in (sector.id, sector.name.nl, sector.name.en, *sector.known_as):
                sectors[normal(words)].append(sector.id)
        return cls(
            ids={each.id.casefold(): each.id for each in checklist.requirements},
            phrases=_settled(phrases),
            own=_settled(own),
            sectors=_settled(sectors),
            suggested=tuple(
                words
                for requirement in checklist.requirements
                for text in (requirement.advice, requirement.question)
                for words in (text.nl, text.en)
            ),
        )

    def requirements_of(self, text: str) -> tuple[str, ...]:
        """The ids that `text` names, none where it names nothing we know.

        An id anywhere in it wins. Else the whole text is a known phrase; else it holds known phrases as whole words: one
        that leads it and begins with a numbered step (`stap 4`) wins, then the longest, and all of the same length. A text
        that denies something ("the framework is missing") names nothing: a yes beside it would mean the opposite.
        """
        if ids := self._ids_in(text):
            return ids
        words = normal(text)
        return tuple(sorted({*_named(words, self.phrases), *_named(words, self.own)}))

    def nearest(self, text: str) -> str:
        """The one id that `text` all but is, by at most two signs too many, missing or wrong; empty where none or several are."""
        typed = _signs(text)
        signs = {id_: _signs(id_) for id_ in self.ids.values()}
        about_as_long = (id_ for id_, known in signs.items() if abs(len(known) - len(typed)) <= _TYPING_ERRORS)
        far = sorted((_distance(typed, signs[id_]), id_) for id_ in about_as_long)[:2]
        if not far or far[0][0] > _TYPING_ERRORS or len(typed) <= _SMALL_WORD:
            return ""
        return far[0][1] if len(far) == 1 or far[0][0] < far[1][0] else ""

    def _ids_in(self, text: str) -> tuple[str, ...]:
        tokens = (token.strip(".-–—\"'").casefold() for token in _TOKEN.findall(text))
        return tuple(sorted({self.ids[token] for token in tokens if token in self.ids}))

    def sectors_of(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The sector codes that `text` lists, and the parts of it that name no sector we know, both in its order.

        Parts are separated by `;`, `,` or line breaks. A part may name several, with nothing between them but signs and
        words of at most three letters, such as "and"; with any other word it names none.
        """
        whole = self.sectors.get(normal(text))
        if whole:
            return whole, ()
        codes: list[str] = []
        unknown: list[str] = []
        for part in _SEPARATORS.split(text):
            if not part.strip():
                continue
            found = self._sectors_in(normal(part.replace("/", " ")).split())
            codes += found
            if not found:
                unknown.append(part.strip())
        return tuple(dict.fromkeys(codes)), tuple(dict.fromkeys(unknown))

    def _sectors_in(self, words: list[str]) -> list[str]:
        codes: list[str] = []
        longest = max((name.count(" ") + 1 for name in self.sectors), default=0)
        at = 0
        while at < len(words):
            for size in range(longest, 0, -1):
                if found := self.sectors.get(" ".join(words[at : at + size])):
                    codes += found
                    at += size
                    break
            else:
                if len(words[at]) > _SMALL_WORD:
                    return []
                at += 1
        return codes


def _settled(found: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {phrase: tuple(dict.fromkeys(ids)) for phrase, ids in found.items() if phrase}


def _signs(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _distance(one: str, other: str) -> int:
    """How many signs must be added, left out or changed to make one text of the other."""
    row = list(range(len(other) + 1))
    for i, sign in enumerate(one, 1):
        before, row = row, [i]
        for j, with_ in enumerate(other, 1):
            row.append(min(before[j] + 1, row[-1] + 1, before[j - 1] + (sign != with_)))
    return row[-1]


def _named(words: str, phrases: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What normalised text names among `phrases`."""
    if exact := phrases.get(words):
        return exact
    if not phrases or DENIALS & set(words.split()):
        return ()
    found = _phrases_in(words.split(), phrases)
    leading = [phrase for phrase in found if f"{words} ".startswith(f"{phrase} ") and _NUMBERED.match(phrase)]
    found = leading or found
    longest = max(map(len, found), default=0)
    return tuple(id_ for phrase in found if len(phrase) == longest for id_ in phrases[phrase])


def _phrases_in(words: list[str], phrases: Mapping[str, tuple[str, ...]]) -> list[str]:
    most = max(phrase.count(" ") for phrase in phrases) + 1
    runs = (
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(start + most, len(words)) + 1)
    )
    return [run for run in dict.fromkeys(runs) if run in phrases]
