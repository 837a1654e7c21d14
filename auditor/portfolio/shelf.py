"""The folder that a portfolio's outputs stand in, and what a former run left there."""

import os

import msgspec

from auditor.errors import OutputError
from auditor.portfolio.overview import Audited, ClientOut, OverviewOut
from auditor.result import Result

OVERVIEW = "overzicht"
REPORT, RESULT = "rapport.html", "resultaat.json"


class Shelf:
    """The folder `folder`, which need not exist yet."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self._former = self._read()

    def _read(self) -> dict[str, ClientOut] | None:
        """The clients of the former overview by name; nothing where there is none of ours."""
        try:
            with open(self.path(f"{OVERVIEW}.json"), "rb") as file:
                overview = msgspec.json.decode(file.read(), type=OverviewOut)
        except (OSError, msgspec.DecodeError):
            return None
        return {each.client: each for each in overview.clients}

    @property
    def is_ours(self) -> bool:
        """Whether a former run made it, so that its files may be replaced."""
        return self._former is not None

    def check(self, *, force: bool) -> None:
        """Raise `OutputError` where something else stands there that nobody said could go."""
        if self.is_ours or force:
            return
        try:
            taken = bool(os.listdir(self.folder))
        except FileNotFoundError:
            return
        except OSError:
            taken = True
        if taken:
            raise OutputError("output.folder_taken", folder=self.folder)

    def path(self, name: str) -> str:
        """Where a file of this folder stands."""
        return os.path.join(self.folder, name)

    def kept(self, client: str, mark: str) -> Audited | None:
        """What a former run made of this client, if nothing that decides it has changed since and it still stands there."""
        former = (self._former or {}).get(client)
        if former is None or former.error or not mark or former.mark != mark:
            return None
        try:
            with open(self.path(former.result), "rb") as file:
                result = msgspec.json.decode(file.read(), type=Result)
        except (OSError, msgspec.DecodeError):
            return None
        if not os.path.isfile(self.path(former.report)):
            return None
        return Audited(client=client, mark=mark, result=result, report=former.report, result_file=former.result)
