"""What stands above rows and holds for all of them: where they belong, and that they are planned only, or past.

It stands in the sheet's name, in the titles above a table, or in a line among its rows ("Locatie: Oost", "Gepland voor
2027:"). Planned and withdrawn things never count: what nobody did yet, or what no longer holds, is no proof.
"""

from enum import StrEnum

import msgspec

from auditor.evidence import CellRef
from auditor.intake.headers import Headers
from auditor.intake.phrases import holds_any, prepared
from auditor.intake.regions import is_line
from auditor.intake.sheets import RawRow, Value
from auditor.intake.understand import NAMING, PLACES
from auditor.intake.words import clean, normal
from auditor.layouts import Vocabulary

_MOST_WORDS = 7
_FEW_WORDS = 4
_ALL = frozenset({"alle", "all", "diverse", "divers", "overige", "geen", "onbekend"})
"""With these begins what stands in the place of a location, and is none."""
_MOST_CELLS = 2
_KEEPS_COUNTING = frozenset({"organisation", "staff", "cases", "policies"})
"""Registers whose rows say something even so: who is listed is not left out, and a policy is judged by its status."""


class State(StrEnum):
    """Whether rows hold: now, not yet, no longer, or as an example only."""

    CURRENT = ""
    PLANNED = "planned"
    PAST = "past"
    EXAMPLE = "example"


class Place(msgspec.Struct, frozen=True):
    """A location or a team, and where it was read."""

    name: str
    at: CellRef


class Lines:
    """Reads lines: with the words of a vocabulary and the headers of the registers."""

    def __init__(self, vocabulary: Vocabulary, headers: Headers) -> None:
        self._headers = headers
        self._words = vocabulary
        self._notes = tuple(normal(word) for word in vocabulary.notes)

    def state(self, text: str) -> State | None:
        """What a name, a title or a line says of the rows below it; `None` where it says nothing, or both.

        A remark that begins as one, or explains a sign (`rood = verlopen`), says nothing of the rows; nor does a sentence.
        """
        title = prepared(text)
        if len(title.words) > _MOST_WORDS or "=" in text or self._begins_as_note(text):
            return None
        is_short = len(title.words) <= _FEW_WORDS
        words = self._words
        phrases = (
            (State.PLANNED, words.planned_in_short if is_short else words.planned),
            (State.PAST, words.past_in_short if is_short else words.past),
            (State.EXAMPLE, words.examples),
            (State.CURRENT, words.current),
        )
        told = [state for state, of_state in phrases if holds_any(title, of_state)]
        return told[0] if len(told) == 1 else None

    def place(self, text: str) -> tuple[str, str] | None:
        """The field (`location` or `team`) and the name that a line gives, such as `Locatie: Oost` or `Team Noord`."""
        key, colon, name = (part.strip() for part in text.partition(":"))
        if not colon:
            key, _, name = (part.strip() for part in text.partition(" "))
        field = self._place_field(key)
        if not field or not any(char.isalnum() for char in name) or normal(name).split()[0] in _ALL:
            return None
        return field, name if colon or any(char.isalpha() for char in name) else text

    def _place_field(self, key: str) -> str:
        claims = self._headers.claims(key) if key else ()
        return next((each.field for each in claims if each.field in PLACES and not each.weak), "")

    def is_note(self, text: str) -> bool:
        """Whether a line is a heading or a remark and no row: it ends in a colon, begins as remarks do, or gives a value to a
        key that is a header of ours, but for one that names what a row is about.
        """
        if text.endswith(":") or self._begins_as_note(text):
            return True
        claims = self._headers.claims(text.partition(":")[0].strip()) if ":" in text else ()
        return bool(claims) and not any(claim.field in NAMING for claim in claims)

    def _begins_as_note(self, text: str) -> bool:
        words = f"{normal(text)} "
        return text.startswith("*") or any(words.startswith(f"{word} ") for word in self._notes)


class Standing:
    """What holds for the rows of one table, from line to line.

    `names` are the sheet's and, where it is the only sheet, the file's. A file may be called an example and be none.
    """

    def __init__(self, lines: Lines, file: str, sheet: str, names: tuple[str, ...]) -> None:
        self._lines = lines
        self._file = file
        self._sheet = sheet
        told = (lines.state(name) for name in names if name)
        state = next((state for state in told if state is not None), State.CURRENT)
        is_file = len([name for name in names if name]) > 1
        self.state = State.CURRENT if state is State.EXAMPLE and is_file else state
        self.places: dict[str, Place] = {}

    def put(self, place: str) -> None:
        """The location that the sheet's name gives."""
        self.places.setdefault("location", Place(place, CellRef(self._file, self._sheet)))

    def hear(self, row: RawRow, first: str) -> bool:
        """Take note of a row that is a line; whether it is one, and so no row of the register.

        `first` is the first column of the table: a single word elsewhere is a cell of a row. Rows stay planned or past until
        a line says otherwise.
        """
        if len(row.cells) > _MOST_CELLS:
            return False
        letter, text = next(iter(row.cells.items()))
        line = _line(list(row.cells.values())) if isinstance(text, str) else ""
        if not line:
            return False
        if place := self._lines.place(line):
            self.places[place[0]] = Place(place[1], CellRef(self._file, self._sheet, f"{letter}{row.number}"))
            return True
        if not is_line(row):
            return False
        state = self._lines.state(line)
        if state is not None and (letter == first or " " in line):
            self.state = state
            return True
        return self._lines.is_note(line)

    def bars(self, register: str) -> str:
        """Why no row of this register counts here; empty where they do."""
        return "" if register in _KEEPS_COUNTING else self.state.value


def _line(values: list[Value]) -> str:
    """The text of a line: one text, or a key that ends in a colon and the value beside it."""
    texts = [clean(value) for value in values if isinstance(value, str)]
    if len(texts) != len(values) or (len(texts) > 1 and not texts[0].endswith(":")):
        return ""
    return " ".join(texts)
