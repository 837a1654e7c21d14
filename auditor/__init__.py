"""Meldcode Proof: judges an organisation's registers against the Dutch reporting-code duty, and points at the cells.

`from auditor import audit` is the public function; see `auditor.api`.
"""

from typing import Any


def __getattr__(name: str) -> Any:
    """`audit` and `Audit`, imported when they are asked for, so that `--help` does not pay for them."""
    if name in {"audit", "Audit"}:
        from auditor import api  # noqa: PLC0415

        return getattr(api, name)
    raise AttributeError(name)
