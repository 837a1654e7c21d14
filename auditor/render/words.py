"""The page's own words, and the care that foreign text needs before it is shown."""

from collections.abc import Sequence

from auditor.checklist import Checklist, Text
from auditor.evidence import Fact
from auditor.texts import Texts

CELL_LIMIT = 500
SENTENCE_LIMIT = 4000
WORD_LIMIT = 40
UNSHOWABLE = "\N{REPLACEMENT CHARACTER}"


class Say:
    """The words of the page (`page.*` in `templates/texts/`), in one language. Templates call it as `t`."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.lang = texts.lang
        self._said: dict[str, str] = {}

    def __call__(self, word_id: str, /, **facts: Fact) -> str:
        """The words of `page.<word_id>`; an id without words is a defect and raises `KeyError`."""
        return self.texts.word(f"page.{word_id}", **facts) if facts else self.word(f"page.{word_id}")

    def word(self, word_id: str) -> str:
        """The words of an id of any part of `templates/texts/` that needs no facts; looked up once."""
        if word_id not in self._said:
            self._said[word_id] = self.texts.word(word_id)
        return self._said[word_id]

    def of(self, text: Text) -> str:
        """What a checklist says, in the report's language; somebody else's checklist is foreign text too."""
        return plain(text.in_(self.lang))

    def verdict(self, verdict: str) -> str:
        """A verdict in a word or two."""
        return self.word(f"verdict.{verdict}")

    def layer(self, layer: str) -> str:
        """The kind of requirement that a layer is."""
        return self.word(f"layer.{layer}")

    def register(self, register: str) -> str:
        """What people call a register; its own name where there is no word for it."""
        word = f"register.{register}"
        return self.word(word) if word in self.texts else plain(register)

    def field(self, register: str, field: str) -> str:
        """What people call a field of a register; a column of one training is called by its title."""
        word = f"field.{register}.{field}"
        return self.word(word) if word in self.texts else self.cut(field)

    def or_else(self, word_id: str, otherwise: str) -> str:
        """The words of `page.<word_id>`; for a name that somebody's own checklist made up, `otherwise`."""
        return self(word_id) if f"page.{word_id}" in self.texts else plain(otherwise)

    def listed(self, items: Sequence[str]) -> str:
        """Some words as a sentence lists them: `a, b en c`."""
        return self("and").join([part for part in (", ".join(items[:-1]), *items[-1:]) if part])

    def cut(self, text: str, limit: int = CELL_LIMIT) -> str:
        """Foreign text, fit to be shown, and at most `limit` characters of it: whole words, if they are words."""
        shown = plain(text)
        if len(shown) <= limit:
            return shown
        whole_words, _, rest = shown[:limit].rpartition(" ")
        return (whole_words if len(rest) < WORD_LIMIT else shown[:limit]) + self("shortened")

    def brief(self, text: str, limit: int) -> str:
        """The first whole sentences of foreign text that fit in `limit` characters; the first is cut if it does not."""
        shown = plain(text)
        end = shown.rfind(". ", 0, limit) + 1
        return shown if len(shown) <= limit else shown[:end] if end else self.cut(text, limit)


def plain(text: str) -> str:
    """Foreign text without what could hide or reorder the words around it.

    Control, direction and zero-width characters, and half surrogates, become a visible mark; odd spaces become spaces.
    """
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else " " if each.isspace() else UNSHOWABLE for each in text)


def sector_name(checklist: Checklist, code: str, say: Say) -> str:
    """What people call a sector; its code where the checklist does not know it."""
    return next((say.of(sector.name) for sector in checklist.sectors if sector.id == code), plain(code))
