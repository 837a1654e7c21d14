"""The result file as bytes."""

import msgspec

from auditor.checklist import Checklist
from auditor.result import Result
from auditor.texts import Texts


def to_json(result: Result, _checklist: Checklist, _texts: Texts) -> bytes:
    """UTF-8, two spaces of indent, keys in the order of the types, one line end at the end."""
    return msgspec.json.format(msgspec.json.encode(result), indent=2) + b"\n"
