"""The checklists, the vocabulary and the words, the fast way: as generated, as long as the YAML has not changed.

Parsing the YAML costs more than a whole audit, so `auditor/compiled/` holds it ready, stamped with the hash of every file
it was made from. A file that differs (somebody edited the law) is never run over: then the YAML itself is read.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

import msgspec

from auditor.hashing import sha256
from auditor.intake.words import remember
from auditor.layouts import Library
from auditor.resources import shipped
from auditor.texts import Texts

T = TypeVar("T")


class _Stamped(msgspec.Struct):
    made_from: dict[str, str]
    content: msgspec.Raw


def load_library(extra: Iterable[str] = ()) -> Library:
    """The shipped checklist and vocabulary, with the checklist files in `extra` added. Raises `ChecklistError`."""
    library = _load("checklists.json", Library, shipped("checklists"), _fresh_library)
    remember(library.normal)
    for path in extra:
        from auditor.clauses import add_checklist

        checklist = add_checklist(library, path, os.path.basename(path))
        library = msgspec.structs.replace(library, checklist=checklist)
    return library


def load_texts(lang: str) -> Texts:
    """The program's words in `lang`, which is one of `auditor.texts.LANGUAGES`."""
    root = os.path.join(shipped("templates"), "texts", lang)
    return Texts(lang, _load(f"{lang}.json", dict[str, str], root, _fresh_texts))


def _load(name: str, shape: type[T], root: str, fresh: Callable[[str], T]) -> T:
    path = os.path.join(os.path.dirname(__file__), "compiled", name)
    try:
        with open(path, "rb") as file:
            stamped = msgspec.json.decode(file.read(), type=_Stamped)
    except (OSError, msgspec.DecodeError):
        return fresh(root)
    if not _unchanged(root, stamped.made_from):
        return fresh(root)
    return msgspec.json.decode(stamped.content, type=shape)


def _unchanged(root: str, made_from: Mapping[str, str]) -> bool:
    """Whether the files below `root` still have the hashes they had; a file that was added to their folders counts."""
    folders = {os.path.dirname(name) for name in made_from}
    there = {
        f"{folder}/{name}" if folder else name
        for folder in folders
        for name in os.listdir(os.path.join(root, folder))
        if name.endswith(".yaml")
    }
    if there != set(made_from):
        return False
    for name, digest in made_from.items():
        with open(os.path.join(root, name), "rb") as file:
            text = file.read().replace(b"\r\n", b"\n").removeprefix(b"\xef\xbb\xbf")
        if sha256(text).hex() != digest:
            return False
    return True


def _fresh_library(root: str) -> Library:
    from auditor.compile import compile_library, yaml_files

    return compile_library(yaml_files(root))


def _fresh_texts(root: str) -> dict[str, str]:
    from auditor.compile import compile_texts, yaml_files

    return compile_texts(yaml_files(root))
