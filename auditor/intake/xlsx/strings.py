"""The shared texts of a workbook: cells name them by number, so none may be left out or counted twice."""

import re
from collections.abc import Iterable, Iterator

from auditor.intake.archive import Archive
from auditor.intake.guard import Effort
from auditor.intake.xlsx.markup import (
    Attributes,
    NotPlainError,
    damaged,
    elements,
    has_plain_root,
    main_name,
    new_parser,
    parse,
    unescape,
)
from auditor.intake.xlsx.values import text_value

_END = b"</si>"
_TAGS = 4
_LONGEST_TEXT = 1 << 20
_PLAIN_TEXT = r'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>'


def shared_strings(archive: Archive, part: str) -> list[str]:
    """All shared texts in order; of rich text the runs are joined, and how it is pronounced is left out."""
    try:
        return _plain_strings(archive.chunks(part), part, archive.effort)
    except (NotPlainError, UnicodeDecodeError):
        return _exact_strings(archive.chunks(part), part, archive.effort)


def _plain_strings(chunks: Iterable[bytes], part: str, effort: Effort) -> list[str]:
    """The texts of a part that holds nothing but plain items; else `NotPlainError`."""
    find = re.compile(_PLAIN_TEXT).findall
    texts: list[str] = []
    head = rest = b""
    for chunk in chunks:
        whole, closed, rest = (rest + chunk).rpartition(_END)
        block = (whole + closed).decode()
        if block and not head:
            first = block.find("<si")
            head, block = block[:first].encode(), block[first:]
            if not has_plain_root(head.decode(), "sst"):
                raise NotPlainError
        found = find(block)
        if block.count("<") != len(found) * _TAGS or len(rest) > _LONGEST_TEXT:
            raise NotPlainError
        effort.take(len(found))
        texts += [text_value(unescape(raw)) for raw in found]
    elements(head + rest, part, effort)
    return texts


def _exact_strings(chunks: Iterator[bytes], part: str, effort: Effort) -> list[str]:
    texts: list[str] = []
    reader = RichText()
    depth = 0

    def start(name: str, _: Attributes) -> None:
        nonlocal depth
        local = main_name(name)
        depth += 1
        if depth == 1 and local != "sst":
            raise damaged(part)
        if local == "si":
            reader.begin()
        reader.start(local)

    def end(name: str) -> None:
        nonlocal depth
        local = main_name(name)
        depth -= 1
        reader.end(local)
        if local == "si":
            texts.append(text_value(reader.text()))

    parser = new_parser(part)
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = reader.add
    parse(parser, chunks, part, effort)
    return texts


class RichText:
    """Gathers the text of one item as its elements come by: every `t`, but not those of the pronunciation (`rPh`)."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._in_text = False
        self._spoken = 0

    def begin(self) -> None:
        """Start a new text."""
        self._pieces = []
        self._in_text = False
        self._spoken = 0

    def start(self, name: str) -> None:
        """An element begins."""
        if name == "t":
            self._in_text = not self._spoken
        elif name == "rPh":
            self._spoken += 1

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "t":
            self._in_text = False
        elif name == "rPh":
            self._spoken -= 1

    def add(self, text: str) -> None:
        """Characters come by; those outside a text are layout."""
        if self._in_text:
            self._pieces.append(text)

    def text(self) -> str:
        """What was gathered since `begin`."""
        return "".join(self._pieces)
