"""A training register with a column per training: which headers are trainings, and which columns belong together.

A header may say what its column is about the training: `Meldcode behaald op`, `Meldcode geldig tot`. What is left of it
tells the training; columns with the same rest are one course. The order of the columns plays no part.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

import msgspec

from auditor.intake.meaning import smells, topics_of
from auditor.intake.phrases import holds_any, prepared
from auditor.intake.words import has_phrase, normal
from auditor.layouts import Layout, Vocabulary

ROLES = ("valid_until", "completed_on", "result")
"""What a column of a course may show, the most cautious first: a header with two roles has the first."""
_ONLY_AN_OFFICE = frozenset({"aandachtsfunctionaris"})


_TELLING = 5
"""Letters that a word for training must have to be heard within another word."""


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """One training with columns of its own: letters, empty where there is none.

    `done` holds a date, a yes, a status or a percentage; what `results` say must not contradict it.
    """

    title: str
    done: str
    results: tuple[str, ...] = ()
    until: str = ""

    @property
    def letters(self) -> tuple[str, ...]:
        """Its columns."""
        return tuple(letter for letter in (self.done, *self.results, self.until) if letter)


class CourseFinder:
    """Knows which headers name a training."""

    def __init__(self, training: Layout, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        fields = {field.name: field for field in training.fields}
        self._roles = [
            (
                role,
                sorted(
                    {normal(word) for word in (*fields[role].headers, *fields[role].weak)},
                    key=lambda word: (-len(word), word),
                ),
            )
            for role in ROLES
        ]
        self._role_words = frozenset(word for _, words in self._roles for word in words)
        self._training_words = tuple(normal(word) for word in fields["training_name"].headers)
        self._blockers = tuple(normal(word) for word in vocabulary.not_completion)

    def names_training(self, header: str) -> bool:
        """Whether a header names a training that has a topic of ours, or might have one."""
        return bool(topics_of("", header, self._vocabulary)) or smells(header, self._vocabulary)

    def is_one_training(self, text: str, *, says_so: bool = False) -> bool:
        """Whether a text is the title of a training on one of our topics, and of nothing else; with `says_so` it must have
        a word for training in it.
        """
        words = normal(text)
        told = not says_so or any(word in words for word in self._training_words if len(word) >= _TELLING)
        return told and bool(topics_of("", text, self._vocabulary)) and not self._names_other(text)

    def is_nothing_but_training(self, text: str) -> bool:
        """Whether a text has no other words than those by which trainings are called, ours or another, and a year: `Training
        meldcode 2025` and `BHV`, but not `Meldingen meldcode`, nor an office.
        """
        words = [word for word in normal(text).split() if not word.isdecimal()]
        whole, beginnings = self._own_words
        return (
            bool(words)
            and (self._names_other(text) or self.is_one_training(text))
            and not self.may_be_an_office(text)
            and all(word in whole or word.startswith(beginnings) for word in words)
        )

    @cached_property
    def _own_words(self) -> tuple[frozenset[str], tuple[str, ...]]:
        """The words in the phrases of topics and near misses and in the headers of trainings; and those with which one may
        begin.
        """
        phrases = [phrase for topic in self._vocabulary.topics if not topic.alone for phrase in topic.phrases]
        phrases += self._vocabulary.near_misses
        words = {word.lstrip("=") for phrase in phrases for word in phrase.split()} - {"+"}
        of_trainings = {word for header in self._training_words for word in header.split()}
        return (
            frozenset(word for word in words if not word.endswith("*")) | of_trainings,
            tuple(sorted(word[:-1] for word in words if word.endswith("*"))),
        )

    def _names_other(self, header: str) -> bool:
        return holds_any(prepared(header), self._vocabulary.near_misses)

    def says_role(self, header: str) -> bool:
        """Whether a header by itself is one of the columns that a training may have."""
        words = normal(header)
        return words in self._role_words

    def find(self, headers: Mapping[str, str], *, training_sheet: bool) -> tuple[Course, ...]:
        """The courses among `headers` (letter to text), by title; none if all of them are about other things, such as first
        aid, unless the sheet is a training register.

        On a sheet that is not a training register, a bare header that names an office is no course: a date below it may
        be that of the appointment.
        """
        groups: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for letter, header in headers.items():
            if (self.names_training(header) or self._names_other(header)) and not self._is_blocked(header):
                role, stem = self._role(normal(header))
                if role or training_sheet or not self.may_be_an_office(header):
                    groups[stem or normal(header)][role].append(letter)
        courses = [course for columns in groups.values() for course in _courses(columns, headers)]
        if not training_sheet and not any(self.names_training(course.title) for course in courses):
            return ()
        return tuple(sorted(courses, key=lambda course: (normal(course.title), course.title, course.done)))

    def _is_blocked(self, header: str) -> bool:
        words = normal(header)
        return any(has_phrase(words, word) for word in self._blockers)

    def may_be_an_office(self, header: str) -> bool:
        """Whether a header names an office and nothing that is followed: a day below it may be that of the appointment."""
        words = normal(header)
        only_office = topics_of("", header, self._vocabulary) == _ONLY_AN_OFFICE
        return only_office and not any(has_phrase(words, word) for word in self._training_words)

    def _role(self, words: str) -> tuple[str, str]:
        for role, phrases in self._roles:
            for phrase in phrases:
                if has_phrase(words, phrase):
                    return role, f" {words} ".replace(f" {phrase} ", " ").strip()
        return "", words


def _courses(columns: Mapping[str, list[str]], headers: Mapping[str, str]) -> Iterable[Course]:
    """The columns of one training. Several that may show the completion are courses of their own, each by itself."""
    dated, bare, results, untils = (columns.get(role, []) for role in ("completed_on", "", "result", "valid_until"))
    done, said = (dated, bare + results) if dated else (bare, results) if bare else (results, [])
    until = untils[0] if len(done) == 1 and len(untils) == 1 else ""
    for letter in done:
        yield Course(title=headers[letter], done=letter, results=tuple(sorted(said)), until=until)
