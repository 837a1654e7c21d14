"""How far taking in has come, for whoever looks on from outside while it works."""

from typing import Protocol


class _Counted(Protocol):
    read: int


class Pace:
    """The rows that were read so far. Looking costs the reading nothing: every table counts its rows anyway."""

    def __init__(self) -> None:
        self._done = 0
        self._now: _Counted | None = None

    def begin(self, rows: _Counted) -> None:
        """Another table is about to be read."""
        self._done = self.rows
        self._now = rows

    @property
    def rows(self) -> int:
        """The rows of the tables that were read, and of the one that is being read."""
        return self._done + (self._now.read if self._now is not None else 0)
