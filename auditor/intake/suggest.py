"""What somebody probably meant: the known word that a misspelt one is nearest to. Only ever a question, never an answer.

Two texts are near when fewer than one in five letters differ; two letters that changed places count as one, and spaces,
the order of the words, accents and capitals do not count. Or the known words stand in what was typed and are most of it.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from auditor.evidence import Fact, Problem
from auditor.intake.headers import Headers
from auditor.intake.known import KnownAs
from auditor.intake.tables import Found
from auditor.intake.watch import UNKNOWN
from auditor.intake.words import has_phrase, normal
from auditor.layouts import Vocabulary

_LEAST_LETTERS = 3
_CERTAIN_LETTERS = 6
_MOST = 3
_MAY_DIFFER = 0.18
_LOOSELY = 2
_HEADERS_WITHIN = 10
_LONGEST = 40
_MOST_LETTERS = 120
"""A longer text is a remark: it is near to no known word, and comparing it with all of them would take long."""
_MOST_OF_IT = 0.6
_ALIKE = 0.55


def nearest(typed: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known texts that `typed` is probably meant to be, the nearest first, at most three; only those equally near.

    A text of fewer than three letters is near to nothing, one of fewer than six only to one with the same letters; one of
    more than `_MOST_LETTERS` signs is near to nothing either.
    """
    words = normal(typed) if len(typed) <= _MOST_LETTERS else ""
    letters = words.replace(" ", "")
    if len(letters) < _LEAST_LETTERS:
        return ()
    found: dict[str, int] = {}
    alike: dict[str, str] = {}
    for each in known:
        alike.setdefault(normal(each).replace(" ", ""), each)
    for compact, each in alike.items():
        if abs(len(compact) - len(letters)) > _may_differ(compact, letters) and compact not in letters:
            continue
        distance = _distance(words, normal(each))
        if distance is not None:
            found[each] = distance
    best = min(found.values(), default=0)
    return tuple(sorted(each for each, distance in found.items() if distance == best)[:_MOST])


def _distance(typed: str, known: str) -> int | None:
    """How many letters differ; `None` for words that are not near."""
    if not known or len(known) < _LEAST_LETTERS:
        return None
    if has_phrase(typed, known) and len(known) >= _CERTAIN_LETTERS and len(known) >= _MOST_OF_IT * len(typed):
        return _LOOSELY
    return min((d for d in (_edits(*pair) for pair in _forms(typed, known)) if d is not None), default=None)


def _forms(typed: str, known: str) -> Iterator[tuple[str, str]]:
    """The two as they stand, and with their words in one order; without spaces."""
    yield typed.replace(" ", ""), known.replace(" ", "")
    if " " in typed and " " in known:
        yield "".join(sorted(typed.split())), "".join(sorted(known.split()))


def _edits(typed: str, known: str) -> int | None:
    most = _may_differ(typed, known)
    if abs(len(typed) - len(known)) > most or not _are_alike(typed, known):
        return None
    if min(len(typed), len(known)) < _CERTAIN_LETTERS and sorted(typed) != sorted(known):
        return None
    from rapidfuzz.distance import (
        OSA,
    )  # only when there is something to compare: importing it costs a fifth of an audit

    distance = OSA.distance(typed, known, score_cutoff=most)
    return distance if 0 < distance <= most or typed == known else None


def _may_differ(typed: str, known: str) -> int:
    return max(1, int(_MAY_DIFFER * max(len(typed), len(known))))


def _are_alike(typed: str, known: str) -> bool:
    """Whether two texts share enough pairs of letters, or all letters, to be worth comparing."""
    pairs = {typed[i : i + 2] for i in range(len(typed) - 1)}
    others = {known[i : i + 2] for i in range(len(known) - 1)}
    return sorted(typed) == sorted(known) or len(pairs & others) >= _ALIKE * max(len(pairs), len(others))


class Perhaps(msgspec.Struct, frozen=True, order=True):
    """A field that a column may be meant for."""

    register: str
    field: str


class Guesser:
    """Guesses what unread columns and sheets may be meant for."""

    def __init__(self, headers: Headers) -> None:
        self._headers = headers

    def columns(self, found: Found) -> dict[str, tuple[Perhaps, ...]]:
        """The unread columns of a table by their letter, each with the fields of its registers that it may be meant for: not
        those that a column with a sure header gives.
        """
        sure = {(part.register, field) for part in found.parts for field in part.columns.strong}
        registers = dict.fromkeys(part.register for part in found.parts)
        wanted = [
            (Perhaps(register, field.name), (*field.headers, *field.weak))
            for register in registers
            for field in self._headers.layouts[register].fields
            if (register, field.name) not in sure
        ]
        known = {letter for part in found.parts for letter in part.columns.rivals} | {*found.dropped}
        texts = {each.letter: each.header for each in found.unused() if each.letter not in known}
        return self._meant(texts, wanted) if wanted else {}

    def header_row(self, found: Found, register: str) -> tuple[int, dict[str, tuple[Perhaps, ...]]]:
        """For a sheet that is called like a register: the row that is most like its header, and the fields that the texts in
        it may be meant for, by letter. No row: 0.
        """
        layout = self._headers.layouts[register]
        wanted = [(Perhaps(register, field.name), (*field.headers, *field.weak)) for field in layout.fields]
        best: tuple[int, dict[str, tuple[Perhaps, ...]]] = (0, {})
        for row in found.head[:_HEADERS_WITHIN]:
            texts = {a: value for a, value in row.cells.items() if isinstance(value, str) and len(value) <= _LONGEST}
            meant = self._meant(texts, wanted)
            best = (row.number, meant) if len(meant) > max(len(best[1]), 1) else best
        return best

    def heads(self, texts: Mapping[str, str]) -> dict[str, tuple[Perhaps, ...]]:
        """The texts of a row, by letter, that are headers of a register or nearly so, each with the fields it may be."""
        wanted = [
            (Perhaps(register, field.name), (*field.headers, *field.weak))
            for register, layout in self._headers.layouts.items()
            for field in layout.fields
        ]
        return self._meant(texts, wanted)

    def registers(self, sheet: str) -> tuple[str, ...]:
        """The registers that a sheet's name may be meant for."""
        names = {name: register for register, layout in self._headers.layouts.items() for name in layout.sheet_names}
        return tuple(sorted({names[each] for each in nearest(sheet, names)}))

    def _meant(
        self, texts: Mapping[str, str], wanted: Iterable[tuple[Perhaps, tuple[str, ...]]]
    ) -> dict[str, tuple[Perhaps, ...]]:
        fields: dict[str, list[Perhaps]] = {}
        for perhaps, headers in wanted:
            for header in headers:
                fields.setdefault(header, []).append(perhaps)
        meant = {}
        for letter, text in texts.items():
            near = {perhaps for header in nearest(text, fields) for perhaps in fields[header]}
            if near:
                meant[letter] = tuple(sorted(near))[:_MOST]
        return meant


class Meanings:
    """The words that cells may be meant to hold."""

    def __init__(self, vocabulary: Vocabulary, known: KnownAs) -> None:
        self._words = {
            "statuses": [word for each in vocabulary.statuses for word in each.words],
            "answers": [word for each in vocabulary.answers for word in each.words],
            "activities": [
                word.strip("=*") for each in vocabulary.activities for word in each.words if "+" not in word
            ],
            "elements": [*known.phrases, *known.own],
            "sectors": list(known.sectors),
        }

    def near(self, table: str, value: str) -> tuple[str, ...]:
        """The known words of a table of a mapping that a value may be meant to be."""
        return nearest(value, self._words.get(table, ()))

    def asked(self, problem: Problem) -> Problem:
        """The problem, with the known words that its value may be meant to be as its fact `meant`, if there are any."""
        kind, value = UNKNOWN.get(problem.code), problem.facts.get("value")
        if kind is None or not isinstance(value, str):  # a value that is not shown is a word of ours
            return problem
        near = self.near(kind, value)
        facts: Mapping[str, Fact] = {**problem.facts, "meant": near}
        return msgspec.structs.replace(problem, facts=facts) if near else problem


def asked(problems: Iterable[Problem], vocabulary: Vocabulary, known: KnownAs) -> tuple[Problem, ...]:
    """The problems, those about a word that is not known with the question whether another was meant."""
    found = tuple(problems)
    if not any(each.code in UNKNOWN for each in found):
        return found
    meanings = Meanings(vocabulary, known)
    return tuple(meanings.asked(each) for each in found)
