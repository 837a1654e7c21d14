"""The result file as bytes."""

import msgspec

from auditor.render.edition import Edition


def to_json(edition: Edition) -> bytes:
    """Nothing but the result: UTF-8, two spaces of indent, keys in the order of the types, one line end at the end."""
    return msgspec.json.format(msgspec.json.encode(edition.result), indent=2) + b"\n"
