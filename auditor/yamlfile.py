"""YAML as people write it, read strictly: duplicate and unknown keys, wrong types and unquoted numbers are refused by line.

The only module that knows YAML. It is imported when a file must be read anew: see `auditor.library` for the fast way.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from io import StringIO
from typing import Any, TypeVar

import msgspec

from auditor.errors import ChecklistError

T = TypeVar("T")

_LONGEST = 1 << 20
_DEEPEST = 30
_MOST_NODES = 100_000
_LONGEST_NUMBER = 40
_SHOWN = 40
_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])")
_WHERE = re.compile(r"^(?P<what>.*?)(?: - at `(?P<path>[^`]*)`)?$", re.DOTALL)
_STEP = re.compile(r"\[(\d+)\]|\.([\w-]+)|\[\.\.\.\]")
_KINDS = (
    ("unknown_key", re.compile(r"Object contains unknown field `(?P<key>[^`]*)`")),
    ("missing_key", re.compile(r"Object missing required field `(?P<key>[^`]*)`")),
    ("not_a_choice", re.compile(r"Invalid (?:enum )?value (?P<key>'[^']*')")),
    ("wrong_type", re.compile(r"Expected `(?P<key>[^`]*)`, got `(?P<got>[^`]*)`")),
)


class YamlFile:
    """One parsed file: its plain data, and on which line each part of it stands."""

    def __init__(self, name: str, text: str, *, shipped: bool = False) -> None:
        """Parse `text`; `name` is what errors call the file. Raises `ChecklistError` with the line.

        Of a file that is not `shipped` the size, the depth, and what its repeated parts come to are bounded.
        """
        from ruamel.yaml import YAML
        from ruamel.yaml.error import MarkedYAMLError, YAMLError

        self.name = name
        try:
            if not shipped:
                self._bound(text, YAML(typ="rt", pure=True).parse(StringIO(text[: _LONGEST + 1])))
            self._tree = YAML(typ="rt", pure=True).load(StringIO(text))
            self.data: Any = _Plain().of(self._tree)
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            problem = " ".join(str(error.problem or error.context or "").split())
            raise ChecklistError(
                "checklist.yaml", file=name, line=mark.line + 1 if mark else 1, detail=problem
            ) from None
        except YAMLError as error:
            raise ChecklistError("checklist.yaml", file=name, line=1, detail=str(error)[:200]) from None
        except _TooMuchError:
            raise ChecklistError("checklist.too_much", file=name, line=1, most=_MOST_NODES) from None
        except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
            # what the library makes of text that is YAML and yet nothing it can build
            raise ChecklistError("checklist.yaml", file=name, line=1, detail=type(error).__name__) from None

    def _bound(self, text: str, events: Iterable[Any]) -> None:
        """Refuse by the line what is too long or too deep to be written by somebody, and days and numbers that there are not."""
        if len(text) > _LONGEST:
            raise ChecklistError("checklist.too_long", file=self.name, line=1, most=_LONGEST >> 20)
        depth = 0
        for event in events:
            kind = type(event).__name__
            depth += kind in {"MappingStartEvent", "SequenceStartEvent"}
            depth -= kind in {"MappingEndEvent", "SequenceEndEvent"}
            line = event.start_mark.line + 1
            if depth > _DEEPEST:
                raise ChecklistError("checklist.too_deep", file=self.name, line=line, most=_DEEPEST)
            if kind == "ScalarEvent" and event.style is None and _is_nothing(event.value):
                raise ChecklistError("checklist.no_value", file=self.name, line=line, key=event.value[:_SHOWN])

    def line(self, path: str) -> int:
        """The line (from 1) of the deepest part of `path` (`$.requirements[2].sources`) that exists."""
        node, line = self._tree, 1
        for match in _STEP.finditer(path):
            key: int | str = int(match[1]) if match[1] else match[2]
            try:
                line = node.lc.item(key)[0] + 1 if isinstance(key, int) else node.lc.key(key)[0] + 1
                node = node[key]
            except (AttributeError, KeyError, IndexError, TypeError):
                break
        return line

    def lines(self) -> dict[tuple[str | int, ...], int]:
        """The line (from 1) of every key and item, by the keys that lead to it."""
        return dict(_lines(self._tree, ()))

    def as_(self, shape: type[T], data: Any = None, path: str = "$") -> T:
        """The file's data (or a part of it, standing at `path`) in a shape; `ChecklistError` names line and key."""
        try:
            return msgspec.convert(self.data if data is None else data, shape, strict=True)
        except msgspec.ValidationError as error:
            raise self.refused(str(error), path) from None

    def refused(self, message: str, path: str) -> ChecklistError:
        """The error for what msgspec said of the part at `path`."""
        match = _WHERE.match(message)
        what = match["what"] if match else message
        at = path + (match["path"][1:] if match and match["path"] else "")
        for code, pattern in _KINDS:
            if found := pattern.search(what):
                got = found.groupdict().get("got", "")
                return self.error(code, at, key=found["key"].strip("'"), got=got)
        return self.error("refused", at, detail=what)

    def error(self, code: str, path: str, *, key: str = "", got: str = "", detail: str = "") -> ChecklistError:
        """An error about the part at `path`."""
        line = self.line(path)
        return ChecklistError(
            f"checklist.{code}", file=self.name, line=line, path=path, key=key, got=got, detail=detail
        )


class _TooMuchError(Exception):
    """The repeated parts of a file come to more than anybody writes."""


def _is_nothing(text: str) -> bool:
    """Whether a bare scalar looks like a day that there is not, or is a number that nobody can mean."""
    if len(text) > _LONGEST_NUMBER and text.lstrip("+-").replace("_", "").isalnum() and text.lstrip("+-")[:1].isdigit():
        return True
    found = _DAY.match(text)
    if found is None:
        return False
    try:
        date(*map(int, found.groups()))
    except ValueError:
        return True
    return False


def _lines(node: Any, at: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], int]]:
    is_map = isinstance(node, dict)
    parts = list(node.items()) if is_map else list(enumerate(node)) if isinstance(node, list) else []
    for key, value in parts:
        here = (*at, _scalar(key))
        yield here, (node.lc.key(key) if is_map else node.lc.item(key))[0] + 1
        yield from _lines(value, here)


class _Plain:
    """Makes plain dicts, lists and scalars, without the parser's own types."""

    def __init__(self) -> None:
        self._left = _MOST_NODES

    def of(self, node: Any) -> Any:
        """The plain form of a node; `_TooMuchError` where it comes to more than `_MOST_NODES`."""
        self._left -= 1
        if self._left < 0:
            raise _TooMuchError
        if isinstance(node, dict):
            return {_scalar(key): self.of(value) for key, value in node.items()}
        if isinstance(node, list):
            return [self.of(value) for value in node]
        return _scalar(node)


def _scalar(node: Any) -> Any:
    if isinstance(node, bool) or node is None:
        return node
    for kind in (str, int, float):
        if isinstance(node, kind):
            return kind(node)
    return node
