"""By what a row of a register knows a person: number, e-mail address, name. None of it is shown, but for a number."""

from collections.abc import Hashable, Iterable, Mapping, Sequence

import msgspec

from auditor.intake.names import full_name, normal_person_id, person_keys
from auditor.intake.privacy import is_bsn
from auditor.intake.sheets import ErrorValue, RawRow, Uncalculated, Value
from auditor.intake.values import as_text, read_text
from auditor.intake.words import normal

_FIELDS = ("person_id", "email", "name", "first_name", "initials", "name_prefix", "last_name")
_MAX_LETTERS = 4
_MAX_LENGTH = 20
_LEAST_NAME_WORD = 3
_LONGEST = 300


class Identity(msgspec.Struct, frozen=True):
    """By what a row knows a person: keys to compare by, and what was typed. Never shown, but for a number."""

    number: str = ""
    email: str = ""
    names: tuple[str, ...] = ()
    typed_number: str = ""
    typed_name: str = ""

    def __bool__(self) -> bool:
        return bool(self.number or self.email or self.names)


class IdentityReader:
    """Reads who a row is about from the columns of one table."""

    def __init__(self, columns: Mapping[str, str], known: dict[Hashable, Identity] | None = None) -> None:
        """`known` is what several readers remember together: most people stand in more than one register."""
        self.letters = tuple(columns.get(field, "") for field in _FIELDS)
        self._given = tuple(letter for letter in self.letters if letter)
        self._fields = tuple(field for field in _FIELDS if columns.get(field))
        self._known = {} if known is None else known

    @property
    def first_letter(self) -> str:
        """The column that is pointed at when something is wrong with a person."""
        return next((letter for letter in (*self.letters[2:], *self.letters) if letter), "A")

    def values(self, row: RawRow) -> tuple[Value | None, ...]:
        """The raw values that `read` reads: the same values are the same person."""
        get = row.cells.get
        return tuple([get(letter) for letter in self._given])

    def unreadable(self, values: Sequence[Value | None]) -> tuple[tuple[str, str], ...]:
        """The letters of the cells that show an error or hold a formula without a result, each with the problem's code."""
        odd = [pair for pair in zip(self._given, values, strict=True) if pair[1].__class__ is not str]
        return tuple([(letter, trouble) for letter, value in odd if (trouble := read_text(value).trouble)])

    def read(self, values: Sequence[Value | None]) -> Identity:
        """Who the values mean; nobody where they are empty or errors."""
        key = (self._fields, *[(value.__class__, value) for value in values])  # True is 1, but another cell
        identity = self._known.get(key)
        if identity is None:
            identity = self._known[key] = self._read(values)
        return identity

    def _read(self, values: Sequence[Value | None]) -> Identity:
        found = dict(zip(self._given, values, strict=True))
        number, email, name, first, initials, prefix, last = [_text(found.get(letter)) for letter in self.letters]
        whole, other = name, ""
        if (
            name
            and not last
            and (first or initials)
            and not set(normal(first or initials).split()) <= set(normal(name).split())
        ):
            name, last = "", name
        if not name:
            whole = full_name(first, initials, prefix, last) if last else ""
            other = full_name("", initials, prefix, last) if last and first and initials else ""
        names = [key for text in (whole, other) if text for key in person_keys(text) if key]
        return Identity(
            number=normal_person_id(found.get(self.letters[0])),
            email=email.casefold(),
            names=tuple(dict.fromkeys(names)),
            typed_number=number,
            typed_name=whole,
        )


def _text(value: Value | None) -> str:
    """The text of a part of somebody's identity; of a text longer than any name only its beginning."""
    return "" if value is None or isinstance(value, ErrorValue | Uncalculated) else as_text(value)[:_LONGEST]


def is_code_like(text: str, names: Iterable[str] = ()) -> bool:
    """Whether a text can only be a number or a code: it has digits, few letters, no spaces, and nothing of a name."""
    letters = "".join(sign for sign in text if sign.isalpha()).lower()
    if not text or len(text) > _MAX_LENGTH or len(letters) > _MAX_LETTERS or not any(sign.isdigit() for sign in text):
        return False
    if "@" in text or any(sign.isspace() for sign in text) or is_bsn(text):
        return False
    words = {word for name in names for word in name.replace(".", " ").split()}
    return not letters or len(letters) < _LEAST_NAME_WORD or letters not in words


def identity_of(text: str) -> Identity:
    """By what a single cell knows somebody: a number or a code, an e-mail address, or a name."""
    if "@" in text:
        return Identity(email=text.casefold())
    number = normal_person_id(text) if is_code_like(text) else ""
    names = tuple(key for key in person_keys(text) if key)
    return Identity(number=number, names=names, typed_number=text if number else "", typed_name=text)


def name_words(names: Iterable[str]) -> frozenset[str]:
    """The words of names, as they are compared, that could tell somebody: three letters or more."""
    return frozenset(
        word for name in names for word in normal(name).split() if len(word) >= _LEAST_NAME_WORD and word.isalpha()
    )
