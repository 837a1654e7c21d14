"""What somebody says in a mapping file that their words mean: the vocabulary with those words added, and notes of their use.

A word that the vocabulary knows already keeps its meaning: `refusals` finds those that a mapping would change.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from auditor.evidence import Cell, CellRef, Fact, Problem, Severity
from auditor.intake.known import DENIALS, KnownAs
from auditor.intake.mapping import MappingData
from auditor.intake.meaning import activity_kind, topics_of
from auditor.intake.phrases import prepared
from auditor.intake.sheets import Value
from auditor.intake.values import Answer, Reader, Reading
from auditor.intake.words import clean, normal
from auditor.layouts import Vocabulary, Words
from auditor.registers import PolicyStatus, Registers, Trainings

T = TypeVar("T")

Refusal = tuple[str, str]
"""A table of the mapping, and the key in it that cannot stand."""


def several(meant: str | tuple[str, ...]) -> tuple[str, ...]:
    """One meaning or several, as several."""
    return (meant,) if isinstance(meant, str) else meant


def with_words(vocabulary: Vocabulary, said: MappingData) -> Vocabulary:
    """The vocabulary with the words of a mapping: each of them means as a whole what is said, and only as a whole."""
    titles = {title: several(topics) for title, topics in said.topics.items()}
    return msgspec.structs.replace(
        vocabulary,
        topics=tuple(
            msgspec.structs.replace(
                topic, phrases=(*topic.phrases, *(_whole(title) for title, of in titles.items() if topic.id in of))
            )
            for topic in vocabulary.topics
        ),
        answers=_added(vocabulary.answers, said.answers, str.lower),
        statuses=_added(vocabulary.statuses, said.statuses, str.lower),
        activities=_added(vocabulary.activities, said.activities, _whole),
    )


def with_names(known: KnownAs, said: MappingData) -> KnownAs:
    """What the checklist's requirements and sectors are called, with the names of a mapping."""
    elements = {normal(words): several(ids) for words, ids in said.elements.items()}
    return msgspec.structs.replace(
        known,
        phrases={**known.phrases, **elements},
        sectors={**known.sectors, **{normal(name): (code,) for name, code in said.sectors.items()}},
    )


def refusals(said: MappingData, vocabulary: Vocabulary, known: KnownAs) -> Iterator[Refusal]:
    """The words that mean something else already, or deny what they would mean."""
    mapped, reader = with_words(vocabulary, said), Reader(vocabulary)

    def topics(title: str) -> bool:
        meant = topics_of("", title, vocabulary) | set(several(said.topics[title]))
        return topics_of("", title, mapped) != meant

    def answers(word: str) -> bool:
        known_as, meant = reader.read_answer(word).value, said.answers[word]
        return known_as not in {None, meant} or "%" in word or (meant == "yes" and _denies(word))

    def statuses(word: str) -> bool:
        known_as, meant = reader.read_status(word).value, said.statuses[word]
        favours = meant == PolicyStatus.ADOPTED
        return known_as not in {None, meant} or (favours and (_denies(word) or reader.not_in_force(word) is not None))

    def activities(word: str) -> bool:
        return _denies(word) or activity_kind(word, vocabulary) not in {"", said.activities[word]}

    def elements(words: str) -> bool:
        ids = known.requirements_of(words)
        return _denies(words) or set(ids) not in (set(), set(several(said.elements[words])))

    def sectors(name: str) -> bool:
        return known.sectors_of(name)[0] not in {(), (said.sectors[name],)}

    for is_refused in (topics, answers, statuses, activities, elements, sectors):
        table = is_refused.__name__
        yield from ((table, word) for word in getattr(said, table) if is_refused(word))


def _denies(words: str) -> bool:
    return bool(DENIALS & set(normal(words).split()))


def _added(known: tuple[Words, ...], said: Mapping[str, str], form: Callable[[str], str]) -> tuple[Words, ...]:
    return tuple(
        msgspec.structs.replace(
            each, words=(*each.words, *(form(word) for word, meant in said.items() if meant == each.id))
        )
        for each in known
    )


def _whole(text: str) -> str:
    return f"={' '.join(prepared(text).words)}"


class MappedReader(Reader):
    """A reader that notes every answer it gives by a mapping."""

    def __init__(self, vocabulary: Vocabulary, said: MappingData) -> None:
        super().__init__(vocabulary)
        self._mapped = frozenset(normal(word) for word in said.answers)

    def read_answer(self, value: Value | None) -> Reading[Answer]:
        """As the vocabulary says, with a note where the mapping gave the meaning."""
        reading = super().read_answer(value)
        if reading.value is None or reading.note or normal(reading.typed) not in self._mapped:
            return reading
        return msgspec.structs.replace(reading, note="mapping.answer", facts={"value": reading.typed})


def notes_of_use(said: MappingData, registers: Registers) -> Iterator[Problem]:
    """Where the words of a mapping stand in the registers: for each one problem, at the first cell, with how many there are."""
    if said.topics and registers.trainings is not None:
        yield from _titles(said, registers.trainings)
    yield from _used("status", said.statuses, [each.status for each in registers.policies or ()])
    yield from _used("activity", said.activities, [each.kind for each in registers.activities or ()])
    yield from _used("element", said.elements, [each.element for each in registers.elements or ()])
    yield from _used("sector", said.sectors, registers.organisation.sectors if registers.organisation else ())


def _titles(said: MappingData, trainings: Trainings) -> Iterator[Problem]:
    """The titles that a mapping gives a topic, with their topics and how many rows have them."""
    wanted = {normal(title): ", ".join(several(topics)) for title, topics in said.topics.items()}
    numbers = {i: title for i, title in enumerate(trainings.titles) if normal(title) in wanted}
    rows = Counter(title for title in trainings.title if title in numbers)
    for number, title in numbers.items():
        if rows[number]:
            at = trainings.at(trainings.title.index(number))
            facts: dict[str, Fact] = {"value": title, "topics": wanted[normal(title)]}
            yield Problem(code="mapping.title", severity=Severity.NOTE, at=at, facts=facts, count=rows[number])


def _used(code: str, words: Iterable[str], cells: Iterable[Cell[T]]) -> Iterator[Problem]:
    wanted = {normal(word) for word in words}
    found: dict[str, list[CellRef]] = {}
    for cell in cells if wanted else ():
        if cell.value is not None and normal(cell.typed) in wanted:
            found.setdefault(clean(cell.typed), []).append(cell.at)
    for typed, at in found.items():
        yield Problem(code=f"mapping.{code}", severity=Severity.NOTE, at=at[0], facts={"value": typed}, count=len(at))
