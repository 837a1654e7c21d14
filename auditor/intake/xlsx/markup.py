"""XML as workbooks have it: what the fast expressions may be used on, and an exact parser for all else."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from auditor.errors import InputError
from auditor.intake.guard import Effort

if TYPE_CHECKING:
    from pyexpat import XMLParserType

TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
MAIN = frozenset({"", TRANSITIONAL, STRICT})

Attributes = dict[str, str]

_SEPARATOR = "|"
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_NAME = r"[A-Za-z_][\w.-]*"
_ATTRIBUTE = rf'\s+({_NAME}(?::{_NAME})?)="([^"<]*)"'
_FORBIDDEN = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_FIRST_PLAIN = 0x20
_LONGEST_TAG = 1 << 22
_KEPT = 8
_SURROGATES = range(0xD800, 0xE000)
_NON_CHARACTERS = (0xFFFE, 0xFFFF)


class NotPlainError(Exception):
    """The fast expressions met markup that they do not know; the exact parser must read it."""


def new_parser(part: str) -> "XMLParserType":
    """An exact parser that gives names as `namespace|name` and refuses a document type; for `feed`."""
    from pyexpat import ParserCreate

    def refuse(*_: object) -> None:
        raise InputError("workbook.doctype", part=part)

    parser = ParserCreate(namespace_separator=_SEPARATOR)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    return parser


def feed(parser: "XMLParserType", chunks: Iterable[bytes], part: str, effort: Effort, each: int = 1) -> Iterator[None]:
    """Parse piece by piece, pausing after each; broken XML is an `InputError`. An element counts for `each` steps.

    So is a tag or a comment that goes on and on: the parser starts anew at its beginning with every piece.
    """
    from pyexpat import ExpatError

    size = 0
    try:
        for chunk in chunks:
            effort.take(each * (chunk.count(b"<") - chunk.count(b"</")))
            parser.Parse(chunk, False)  # noqa: FBT003 - it takes no keywords
            size += len(chunk)
            if size - parser.CurrentByteIndex > _LONGEST_TAG:
                raise damaged(part)
            yield
        parser.Parse(b"", True)  # noqa: FBT003 - it takes no keywords
        yield
    except (ExpatError, LookupError, ValueError):  # broken, an unknown encoding, or one that is no text at all
        raise damaged(part) from None


def parse(parser: "XMLParserType", chunks: Iterable[bytes], part: str, effort: Effort, each: int = 1) -> None:
    """Parse the whole part."""
    for _ in feed(parser, chunks, part, effort, each):
        pass


def elements(data: bytes, part: str, effort: Effort) -> list[tuple[str, str, Attributes]]:
    """Every element of a small part in document order, as (parent's name, name, attributes), without namespaces.

    They are all kept, so each counts for many steps.
    """
    found: list[tuple[str, str, Attributes]] = []
    path = [""]

    def start(name: str, attributes: Attributes) -> None:
        local = local_name(name)
        found.append((path[-1], local, local_attributes(attributes)))
        path.append(local)

    def end(_: str) -> None:
        path.pop()

    parser = new_parser(part)
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parse(parser, (data,), part, effort, _KEPT)
    return found


def local_name(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition(_SEPARATOR)[2]


def local_attributes(attributes: Attributes) -> Attributes:
    """Attributes without namespaces; of two with one name the one without a namespace counts."""
    if not any(_SEPARATOR in name for name in attributes):
        return attributes
    return {local_name(name): value for name, value in attributes.items() if _SEPARATOR in name} | {
        name: value for name, value in attributes.items() if _SEPARATOR not in name
    }


@lru_cache(maxsize=1024)
def main_name(name: str) -> str:
    """The name of a spreadsheet element without its namespace; empty for an element of another vocabulary."""
    namespace, _, local = name.rpartition(_SEPARATOR)
    return local if namespace in MAIN else ""


def has_plain_root(head: str, root: str) -> bool:
    """Whether a part is UTF-8 whose own elements have no prefix; `head` must hold the root's tag, and nothing odd."""
    text = head.removeprefix("\ufeff")
    if text.startswith("<?xml"):
        declaration, _, text = text.partition("?>")
        encoding = declaration.lower().replace("'", '"').partition('encoding="')[2].partition('"')[0]
        if encoding not in {"", "utf-8", "utf8", "us-ascii"}:
            return False
    tag, closed, _ = text.lstrip().partition(">")
    if not closed or not tag.startswith(f"<{root} ") or has_oddity(text):
        return False
    own = re.findall(r'\sxmlns(:\w+)?="([^"]*)"', tag)
    return ("", TRANSITIONAL) in own or ("", STRICT) in own if not _prefixed(own) else False


def _prefixed(declared: list[tuple[str, str]]) -> bool:
    return any(prefix and namespace in MAIN for prefix, namespace in declared)


def has_oddity(text: str) -> bool:
    """Whether there is a comment, a CDATA section, a document type or an instruction, which could hide or fake a tag."""
    return "<!" in text or "<?" in text


def attributes_of(tag: str) -> Attributes:
    """The attributes of a plain tag, without their prefixes; raises `NotPlainError` for what is not well-formed."""
    found = re.findall(_ATTRIBUTE, tag)
    names = [name for name, _ in found]
    if not re.fullmatch(rf"(?:{_ATTRIBUTE})*\s*", tag) or len(set(names)) < len(names):
        raise NotPlainError
    return local_attributes({name.replace(":", _SEPARATOR): unescape(value) for name, value in found})


def unescape(raw: str) -> str:
    """The characters that raw XML text stands for; raises `NotPlainError` for what is not well-formed."""
    if not raw.isprintable():
        if re.search(_FORBIDDEN, raw):
            raise NotPlainError
        raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    if "]]>" in raw:
        raise NotPlainError
    if "&" not in raw:
        return raw
    first, *rest = raw.split("&")
    return first + "".join(map(_replaced, rest))


def _replaced(piece: str) -> str:
    name, closed, after = piece.partition(";")
    if closed and name in _ENTITIES:
        return _ENTITIES[name] + after
    digits, base = (name[2:], 16) if name.startswith("#x") else (name[1:], 10)
    if not (closed and name.startswith("#") and digits.isascii() and digits.isalnum()):
        raise NotPlainError
    try:
        code = int(digits, base)
        if code in _SURROGATES or code in _NON_CHARACTERS or (code < _FIRST_PLAIN and code not in (9, 10, 13)):
            raise NotPlainError
        return chr(code) + after
    except (ValueError, OverflowError):
        raise NotPlainError from None


def is_on(attributes: Attributes, name: str) -> bool:
    """Whether a yes/no attribute says yes."""
    return attributes.get(name, "") in {"1", "true", "on"}


def damaged(part: str) -> InputError:
    """The error for a part that is not what it should be."""
    return InputError("workbook.damaged", part=part)
