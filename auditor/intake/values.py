"""From one raw cell to a typed value: text, date, yes or no, whole number. Never a guess.

Each reader takes the raw value and gives a `Reading`: a value; nothing typed; or a value that could not be read, with the
code of the problem (`problem.<code>` in `templates/texts/`) and facts that say what was found and expected.
"""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import Generic, TypeVar

import msgspec

from auditor.evidence import Fact
from auditor.intake.dates import day_in_range, find_day, find_day_of_number
from auditor.intake.orders import day_first
from auditor.intake.sheets import Contradiction, ErrorValue, Uncalculated, Value
from auditor.intake.words import clean, has_phrase, normal
from auditor.intake.written import Found
from auditor.layouts import Vocabulary, Words
from auditor.registers import PolicyStatus, Present

T = TypeVar("T")
S = TypeVar("S", bound=StrEnum)


class Reading(msgspec.Struct, Generic[T], frozen=True):
    """What a cell gave. `typed` is its text, empty for an empty cell; `trouble` is a problem code when unreadable.

    A value may come with a `note`: it was read, but by an assumption that the reader must know.
    """

    value: T | None = None
    typed: str = ""
    trouble: str = ""
    note: str = ""
    facts: dict[str, Fact] = {}


class Answer(StrEnum):
    """What a yes/no cell says. An empty cell is no answer, an unknown word is trouble."""

    YES = "yes"
    NO = "no"
    PARTLY = "partly"
    PENDING = "pending"
    EXEMPT = "exempt"
    UNKNOWN = "unknown"


_ZERO_DAYS = frozenset({date(1900, 1, 1), date(1904, 1, 1), date(1970, 1, 1)})
"""The days from which computers count: what an export writes where there is no day at all."""
FORMULA = "=…"
NAMELESS_ERROR = "#"
_MONTHS_A_YEAR = 12
_WHOLE = 100  # percent
_MANY = 65_536


def as_text(value: Value | None) -> str:
    """A value as text: numbers without `.0`, days as ISO, errors as they show; empty for an empty cell."""
    if value is None:
        return ""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value) if isinstance(value, int) else _special_text(value)


def _special_text(value: date | ErrorValue | Uncalculated) -> str:
    if isinstance(value, datetime):
        at = value.time().isoformat("minutes")
        return value.date().isoformat() + ("" if at == "00:00" else f" {at}")
    if isinstance(value, date):
        return value.isoformat()
    return clean(value.shows) or NAMELESS_ERROR if isinstance(value, ErrorValue) else FORMULA


def read_text(value: Value | None) -> Reading[str]:
    """The text of a cell; an error cell and a formula without a stored result are trouble."""
    if isinstance(value, str):
        text = clean(value)
        return Reading(text or None, text)
    text = as_text(value)
    trouble = _no_content(value)
    return Reading(typed=text, trouble=trouble, facts={"value": text}) if trouble else Reading(text or None, text)


def _no_content(value: Value | None) -> str:
    if isinstance(value, str | date):
        return ""
    if isinstance(value, ErrorValue):
        return "contradicting_columns" if isinstance(value, Contradiction) else "error_cell"
    return "uncalculated" if isinstance(value, Uncalculated) else ""


def without_zero_day(reading: Reading[date]) -> Reading[date]:
    """A day on which something happened; the day from which a computer counts is none."""
    if reading.value in _ZERO_DAYS:
        return _trouble("date.zero_day", reading.typed)
    return reading


_NO_NAME = frozenset({Answer.UNKNOWN, Answer.EXEMPT})


class Reader:
    """Reads cells with the words of a vocabulary; every distinct value is read once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._answers = _Meanings(vocabulary.answers, Answer)
        self._statuses = _Meanings(vocabulary.statuses, PolicyStatus)
        self._outside = tuple(
            (normal(word), PolicyStatus(each.id))
            for each in vocabulary.statuses
            for word in each.words
            if each.id != PolicyStatus.ADOPTED
        )
        self._unsaid = vocabulary.unsaid
        self._nothing = frozenset(("", *vocabulary.unsaid))
        self._no_place = (*vocabulary.unsaid, *vocabulary.no_place)
        self._dated_yes = tuple(sorted(vocabulary.dated_yes, key=lambda word: (-len(word), word)))
        self._days: dict[Value | None, Reading[date]] = {None: Reading()}
        self._month_first: dict[Value | None, Reading[date]] = {None: Reading()}
        self._said: dict[Value | None, Reading[Answer]] = {None: Reading()}

    def read_text(self, value: Value | None) -> Reading[str]:
        """See `read_text`."""
        return read_text(value)

    def read_content(self, value: Value | None) -> Reading[str]:
        """A text that says something: not `-`, `?`, a yes, a no or an n.v.t., nor one that is still to come."""
        return self._content(value, self._unsaid)

    def read_said(self, value: Value | None) -> Reading[str]:
        """A text that says something of its own, though it may begin like one that does not (`volgt na de fusie`)."""
        said = read_text(value)
        if said.value is not None and (normal(said.value) in self._nothing or self._answers.of(said.value) is not None):
            return _trouble("text.says_nothing", said.typed)
        return said

    def names_nothing(self, text: str) -> bool:
        """Whether a text where a function, a location or a team should stand only says that there is none, or that it is not known."""
        words = normal(text)
        return words in self._nothing or words in self._no_place or self._answers.of(text) in _NO_NAME

    def read_place(self, value: Value | None) -> Reading[str]:
        """A page or a section; a number is a page, and a word that only says that there is a place, or none, is no place."""
        return self._content(value, self._no_place)

    def _content(self, value: Value | None, empty_beginnings: tuple[str, ...]) -> Reading[str]:
        said = read_text(value)
        if said.value is None:
            return said
        words = normal(said.value)
        is_page = words.isdecimal() and words.strip("0") != ""
        answers = self._answers.of(said.value) is not None and not is_page
        begins = any(f"{words} ".startswith(f"{beginning} ") for beginning in empty_beginnings)
        if not words or answers or begins or said.value.endswith("?"):
            return _trouble("text.says_nothing", said.typed)
        return said

    def read_date(self, value: Value | None) -> Reading[date]:
        """The day that a cell means; see `auditor.intake.dates` for the forms and the troubles.

        `-` is an empty cell. A yes-word is `date.yes_without_date`; unknown is `date.unknown`; exempt is
        `date.not_applicable`; anything else is `date.unreadable`.
        """
        if value.__class__ is bool:  # equal to 1 or 0, but another cell
            return self._date(value)
        return self._days.get(value) or _kept(self._days, value, self._date(value))

    def read_month_first(self, value: Value | None) -> Reading[date]:
        """As `read_date`, in a column that writes the month before the day: `03/14/2025` is 14 March.

        A real date there is not believed where its day and month can be exchanged: a spreadsheet program that reads the day
        first makes dates of such texts, but for those it cannot read, and so turns day and month about.
        """
        if isinstance(value, date) and value.day != value.month and value.day <= _MONTHS_A_YEAR:
            return _trouble("date.turned", as_text(value))
        found = self._month_first.get(value)
        if found is None or value.__class__ is bool:
            reading = self._date(day_first(value))
            typed = as_text(value)
            facts = reading.facts | ({"value": typed} if "value" in reading.facts else {})
            found = msgspec.structs.replace(reading, typed=typed if reading.typed else "", facts=facts)
            return found if value.__class__ is bool else _kept(self._month_first, value, found)
        return found

    def beside_yes(self, text: str) -> str:
        """What stands beside a word for having completed something: `12-03-2025` of `ja, 12-03-2025` and of `12-03-2025 (behaald)`;
        empty where it does not begin with a digit.
        """
        words = f" {text.lower().translate(_PARTED)} "
        for yes in self._dated_yes if len(words) == len(text) + 2 else ():
            if words.startswith(f" {yes} "):
                rest = text[len(yes) :]
            elif words.rstrip().endswith(f" {yes}"):
                rest = text[: len(words.rstrip()) - 1 - len(yes)]
            else:
                continue
            if (day := rest.strip(_ASIDE))[:1].isdigit():
                return day
        return ""

    def read_answer(self, value: Value | None) -> Reading[Answer]:
        """What a cell answers. `-` and `leeg` are a no; 100% is a yes, a lower percentage is pending.

        A known word with a remark (`ja, zie map`) is that answer, with a note; a yes whose remark takes it back is
        unreadable.
        """
        if value.__class__ is bool:  # equal to 1 or 0, but another cell
            return self._answer(value)
        return self._said.get(value) or _kept(self._said, value, self._answer(value))

    def read_present(self, value: Value | None) -> Reading[Present]:
        """What an elements row says; pending and unknown are unreadable here."""
        said = self.read_answer(value)
        if said.value is None:
            return Reading(typed=said.typed, trouble=said.trouble, facts=said.facts)
        present = _PRESENT.get(said.value)
        if present is None:
            return Reading(typed=said.typed, trouble="present.undecided", facts={"value": said.typed})
        return Reading(present, said.typed, note=said.note, facts=said.facts)

    def read_status(self, value: Value | None) -> Reading[PolicyStatus]:
        """What a policy's status says; a word that is not in the vocabulary is `status.unknown`."""
        said = read_text(value)
        if said.value is None:
            return Reading(typed=said.typed, trouble=said.trouble, facts=said.facts)
        status = self._statuses.of(said.value)
        return Reading(status, said.typed) if status else _trouble("status.unknown", said.typed)

    def not_in_force(self, text: str) -> PolicyStatus | None:
        """Draft or withdrawn, where a title or version says so in one of its words."""
        words = normal(text)
        return next((status for word, status in self._outside if has_phrase(words, word)), None)

    def read_number(self, value: Value | None) -> Reading[int]:
        """See `read_number`."""
        return read_number(value)

    def read_months(self, value: Value | None) -> Reading[int]:
        """A number of months: never a share or a percentage."""
        reading = read_number(value)
        if reading.note == "number.fraction" or "%" in reading.typed:
            return _trouble("number.unreadable", reading.typed)
        return reading

    def _date(self, value: Value | None) -> Reading[date]:
        text = as_text(value)
        if trouble := _no_content(value):
            return _trouble(trouble, text)
        found = _found(value, text)
        if found is None:
            return self._word_for_date(text)
        if found.day and not found.note:
            return Reading(found.day, text)
        facts: dict[str, Fact] = {"value": text}
        return Reading(found.day, text, found.trouble, found.note, facts | ({"day": found.day} if found.day else {}))

    def _word_for_date(self, text: str) -> Reading[date]:
        if not text or text.lower() in _BLANK:
            return Reading()
        said = self._word(text).value
        return _trouble(_NO_DATE.get(said, "date.unreadable") if said else "date.unreadable", text)

    def _answer(self, value: Value | None) -> Reading[Answer]:
        text = as_text(value)
        if trouble := _no_content(value):
            return _trouble(trouble, text)
        return self._word(text) if text else Reading()

    def _word(self, text: str) -> Reading[Answer]:
        word = self._answers.of(text)
        if word is not None:
            return Reading(word, text)
        if text.endswith("%"):
            return _percentage(text)
        return self._with_remark(text)

    def _with_remark(self, text: str) -> Reading[Answer]:
        for mark in (",", ";", "(", ":", " - "):
            head, found, remark = text.partition(mark)
            word = self._answers.of(head.strip()) if found else None
            if word is not None and not (word is Answer.YES and self._takes_back(remark)):
                return Reading(word, text, note="answer.with_remark", facts={"value": text})
        return _trouble("answer.unreadable", text)

    def _takes_back(self, remark: str) -> bool:
        words = normal(remark).split()
        return "?" in remark or any(
            word in self._unsaid or (self._answers.of(word) or Answer.YES) is not Answer.YES
            for word in words
            if len(word) > 1
        )


def _found(value: Value | None, text: str) -> Found | None:
    if isinstance(value, datetime):
        return day_in_range(value.date())
    if isinstance(value, date):
        return day_in_range(value)
    if isinstance(value, int | float):
        return find_day_of_number(value)
    return find_day(text)


def _assumed(note: str, number: int, text: str) -> Reading[int]:
    return Reading(number, text, note=note, facts={"value": text, "number": number})


def _percentage(text: str) -> Reading[Answer]:
    try:
        share = float(text[:-1].replace(",", "."))
    except ValueError:
        share = -1
    if not 0 <= share <= _WHOLE:
        return _trouble("answer.unreadable", text)
    return Reading(Answer.YES if share == _WHOLE else Answer.PENDING, text)


def read_number(value: Value | None) -> Reading[int]:
    """A whole number of zero or more; a period is in months, a share in percent.

    `24`, `24 maanden` and `2 jaar` are 24 (the last one with a note), `90%` is 90; a fraction is read as a share of
    a percent cell (0.9 is 90), with a note.
    """
    text = as_text(value)
    if not text:
        return Reading()
    if trouble := _no_content(value):
        return _trouble(trouble, text)
    if isinstance(value, float) and 0 < value < 1:
        return _assumed("number.fraction", round(value * _WHOLE), text)
    digits, _, unit = text.replace("%", " %").partition(" ")
    digits = digits.removesuffix(",0").removesuffix(".0")
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS) or isinstance(value, bool | date):
        return _trouble("number.unreadable", text)
    unit = unit.strip().rstrip(".").lower()
    if unit in _YEARS:
        return _assumed("number.years", int(digits) * _MONTHS_A_YEAR, text)
    return Reading(int(digits), text) if unit in _UNITS else _trouble("number.unreadable", text)


_MOST_DIGITS = 9  # of a number in a register; Python refuses to convert very long ones
_UNITS = frozenset({"", "%", "procent", "percent", "maanden", "maand", "mnd", "months", "month"})
_YEARS = frozenset({"jaar", "jaren", "jr", "year", "years"})
_ASIDE = " ,;:()-"
"""What may stand between a word and the day beside it."""
_PARTED = str.maketrans(dict.fromkeys(_ASIDE, " "))
_BLANK = frozenset({"-", "--", "–", "—", "leeg"})
_PRESENT = {
    Answer.YES: Present.YES,
    Answer.NO: Present.NO,
    Answer.PARTLY: Present.PARTLY,
    Answer.EXEMPT: Present.NOT_APPLICABLE,
}
_NO_DATE = {
    Answer.YES: "date.yes_without_date",
    Answer.UNKNOWN: "date.unknown",
    Answer.EXEMPT: "date.not_applicable",
}


class _Meanings(Generic[S]):
    """Words to what they mean; the vocabulary has them in lower case. Most cells hold a word just as it stands there."""

    def __init__(self, meanings: Iterable[Words], kind: type[S]) -> None:
        self._as_written = {word: kind(each.id) for each in meanings for word in each.words}

    def of(self, text: str) -> S | None:
        """What the text means as a whole; `None` for an unknown or an empty one."""
        return self._as_written.get(text.lower()) or self._comparables.get(_comparable(text))

    @cached_property
    def _comparables(self) -> dict[str, S]:
        return {key: meaning for word, meaning in self._as_written.items() if (key := _comparable(word))}


def _comparable(text: str) -> str:
    """The word without accents and punctuation; empty where a sign or digit in it might mean something."""
    return "" if any(char in "?*/()[]" or char.isdigit() for char in text) else normal(text)


def _kept(memory: dict[Value | None, Reading[T]], value: Value | None, reading: Reading[T]) -> Reading[T]:
    if len(memory) < _MANY:
        memory[value] = reading
    return reading


def _trouble(code: str, text: str) -> Reading[T]:
    return Reading(typed=text, trouble=code, facts={"value": text})
