"""From one raw cell to a typed value: text, date, yes or no, whole number. Never a guess.

Each reader takes the raw value and gives a `Reading`: a value; nothing typed; or a value that could not be read, with the
code of the problem (`problem.<code>` in `templates/texts/`) and facts that say what was found and expected.
"""

from enum import StrEnum
from typing import Generic, TypeVar

import msgspec

from auditor.evidence import Fact

T = TypeVar("T")


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
