"""An inspection as JSON."""

import msgspec

from auditor.inspection import Inspection
from auditor.texts import Texts


def inspect_json(inspection: Inspection, _texts: Texts) -> bytes:
    """UTF-8, two spaces of indent, keys in the order of the types, one line end at the end."""
    return msgspec.json.format(msgspec.json.encode(inspection), indent=2) + b"\n"
