"""The short way into `audit`: what is typed in its plain forms is understood here, without click.

Importing click and having it parse takes 30 of the 75 milliseconds that Python, click and msgspec take together, more than
reading a client's workbooks. So `compiled/audit.json` lists the options, made from the click command by
`python tests/reference.py`, and a test holds that what is understood here is what click understands. Anything else (help,
a shortened option, a mistake) is left to click, and so is every sentence about it.
"""

import os
from collections.abc import Iterator, Mapping, Sequence

import msgspec

COMPILED = os.path.join(os.path.dirname(os.path.dirname(__file__)), "compiled", "audit.json")
_EXPANDED = "*?[]~$%"
"""Signs in which click, on Windows only, sees more than one file."""


class Spelling(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One option: the field that it fills, whether it is a flag or may be given more than once, and its choices."""

    field: str
    flag: bool = False
    many: bool = False
    choices: tuple[str, ...] = ()


def understood(arguments: Sequence[str]) -> dict[str, object] | None:
    """The fields that the arguments of `audit` fill; `None` where they are for click to read."""
    if os.name == "nt" and any(sign in argument for argument in arguments for sign in _EXPANDED):
        return None
    try:
        with open(COMPILED, "rb") as file:
            spellings = msgspec.json.decode(file.read(), type=dict[str, Spelling])
    except (OSError, msgspec.MsgspecError):
        return None
    try:
        return _fields(iter(arguments), spellings)
    except _ForClickError:
        return None


class _ForClickError(Exception):
    """Not one of the plain forms."""


def _fields(words: Iterator[str], spellings: Mapping[str, Spelling]) -> dict[str, object]:
    paths: list[str] = []
    fields: dict[str, object] = {}
    for word in words:
        if word.startswith("-"):
            _fill(fields, word, words, spellings)
        else:
            paths.append(word)
    if not all(paths) or not paths:
        raise _ForClickError
    return fields | {"paths": paths}


def _fill(fields: dict[str, object], word: str, words: Iterator[str], spellings: Mapping[str, Spelling]) -> None:
    name, is_joined, value = word.partition("=") if word.startswith("--") else (word, "", "")
    spelling = spellings.get(name)
    if spelling is None or (spelling.flag and is_joined):
        raise _ForClickError
    if spelling.flag:
        fields[spelling.field] = True
        return
    if not is_joined:
        value = next(words, "")
    if not value or value.startswith("-") or (spelling.choices and value not in spelling.choices):
        raise _ForClickError
    if spelling.many:
        of_field = fields.setdefault(spelling.field, [])
        assert isinstance(of_field, list)  # noqa: S101 -- a field has one spelling
        of_field.append(value)
    else:
        fields[spelling.field] = value
