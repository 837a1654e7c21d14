"""SHA-256, without OpenSSL for what is small: loading that library takes longer than an audit hashes."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

_LARGE = 1 << 20
"""Bytes from which OpenSSL's speed outweighs the time that loading it takes."""
_OWN = ("_sha2", "_sha256")
"""Python's own implementation, by the names it has had."""


def sha256(data: bytes) -> bytes:
    """The digest of `data`."""
    digest: bytes = (_of_openssl() if len(data) >= _LARGE else _own())(data).digest()
    return digest


@cache
def _own() -> Callable[[bytes], Any]:
    for name in _OWN:
        try:
            made: Callable[[bytes], Any] = import_module(name).sha256
        except ImportError:
            continue
        return made
    return _of_openssl()


def _of_openssl() -> Callable[[bytes], Any]:
    from hashlib import sha256 as made

    return made
