"""The door of a portfolio: which folders are clients, and a mark by which to tell that nothing of one has changed."""

import os

import msgspec

from auditor.errors import AuditorError, InputError
from auditor.intake.read import collect, content

MAPPING_FILE = "koppelbestand.yaml"
"""A mapping of its own, where a client's folder has one."""


class Client(msgspec.Struct, frozen=True, kw_only=True):
    """One organisation of a portfolio. `mapping` is the path of its mapping file, empty where it has none."""

    name: str
    folder: str
    mapping: str = ""


def find_clients(folder: str, but_not: str = "") -> list[Client]:
    """The sub-folders of `folder`, but for hidden ones and the folder `but_not`, by name; each is a client, also one
    without any workbook.

    Raises `InputError` where `folder` is no folder, cannot be read, or has no sub-folders.
    """
    if not os.path.isdir(folder):
        raise InputError("input.no_folder" if os.path.lexists(folder) else "input.missing", path=folder)
    apart = os.path.realpath(but_not) if but_not else ""
    try:
        with os.scandir(folder) as scan:
            names = sorted(
                each.name
                for each in scan
                if each.is_dir() and not each.name.startswith(".") and os.path.realpath(each.path) != apart
            )
    except OSError:
        raise InputError("input.not_readable", path=folder) from None
    if not names:
        raise InputError("input.no_clients", path=folder)
    return [_client(os.path.join(folder, name), name) for name in names]


def _client(folder: str, name: str) -> Client:
    mapping = os.path.join(folder, MAPPING_FILE)
    return Client(name=name, folder=folder, mapping=mapping if os.path.isfile(mapping) else "")


def mark_of(client: Client, terms: bytes) -> str:
    """A hash of all that decides a client's result: its files by name and content, its mapping, and the `terms`.

    Empty where the files cannot be read: then nothing can be said of it.
    """
    from hashlib import sha256

    whole = sha256(terms)
    try:
        files = [(each.name, each.path) for each in collect([client.folder])]
        if client.mapping:
            files.append((MAPPING_FILE, client.mapping))
        for name, path in files:
            whole.update(f"{len(name)}:{name}:".encode())
            whole.update(sha256(content(path)).digest())
    except AuditorError:
        return ""
    return whole.hexdigest()
