"""Meldcode Proof: judges an organisation's registers against the Dutch reporting-code duty, and points at the cells.

`from auditor import audit` is the public function; see `auditor.api`.
"""


def __getattr__(name: str) -> object:
    """`audit` and `Audit`, imported when they are asked for, so that `--help` does not pay for them."""
    if name in {"audit", "Audit"}:
        from auditor import api

        return getattr(api, name)
    raise AttributeError(name)
