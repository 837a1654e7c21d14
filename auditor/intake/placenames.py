"""Where no column tells the location and there is a sheet or a file for each, its name does: `Personeel Oost`. Pure."""

import re
from collections import defaultdict
from collections.abc import Sequence

from auditor.intake.standing import Lines
from auditor.intake.tables import Found
from auditor.intake.words import normal
from auditor.layouts import Vocabulary

_OF_PLACES = frozenset({"staff", "officers", "activities"})
_SIGNS = re.compile(r"[\s_\-–—.,()]+")


class PlaceNames:
    """Reads locations from the names of sheets and files."""

    def __init__(self, vocabulary: Vocabulary, lines: Lines) -> None:
        self._lines = lines
        names = (word for layout in vocabulary.layouts for name in layout.sheet_names for word in normal(name).split())
        self._others = frozenset(names) | {normal(word) for word in vocabulary.not_places}
        self._articles = frozenset(map(normal, vocabulary.articles))

    def of(self, tables: Sequence[Found]) -> dict[int, str]:
        """The location of each table that has none in a column, by its place among `tables`.

        A name says so itself (`Locatie Oost`), or what is left of the names of two tables of one register differs.
        """
        said: dict[int, str] = {}
        left: dict[str, dict[int, str]] = defaultdict(dict)
        for i, found in enumerate(tables):
            registers = {part.register for part in found.parts if found.is_read} & _OF_PLACES
            if not registers or found.keys or any(part.columns.has("location") for part in found.parts):
                continue
            explicit = self._lines.place(found.names.sheet)
            if explicit and explicit[0] == "location":
                said[i] = explicit[1]
            elif name := self._rest(found.names.sheet) or self._rest(found.names.file):
                left[min(registers)][i] = name
        for names in left.values():
            if len({normal(name) for name in names.values()}) > 1:
                said |= names
        return said

    def _rest(self, name: str) -> str:
        """What is left of a name without the words for registers, the numbers, and words that are no place.

        An article stays before a word that stays: the school is called De Beukenhof everywhere else too.
        """
        words = [word for word in _SIGNS.split(name) if word and not word.isdecimal()]
        kept = [normal(word) not in self._others for word in words]
        opens = [
            normal(word) in self._articles and after for word, after in zip(words, [*kept[1:], False], strict=False)
        ]
        return " ".join(word for word, stays, article in zip(words, kept, opens, strict=True) if stays or article)
