"""Which rows of the policies register are a meldcode in force on the day, and why the others are not."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

import msgspec

from auditor.evidence import Cell, CellRef
from auditor.intake.words import normal
from auditor.registers import Policy, PolicyStatus

# `v2.0`, `2.0`, `versie 3`, a date after `d.d.`; not the 18 of a code for adults ("18+"), nor the ages "0-4".
_VERSION = re.compile(
    r"\bd\.? ?d\.? *\d+[-/.]\d+[-/.]\d+|\b(?:v|versie|version|revisie)[. ]*\d+(?:\.\d+)*\b|\b\d+(?:\.\d+)+\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)


class Standing(StrEnum):
    """Where a row that is a meldcode stands on the day."""

    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"
    DRAFT = "draft"
    WITHDRAWN = "withdrawn"
    FUTURE = "future"
    NO_DATE = "no_date"
    UNREADABLE_DATE = "unreadable_date"
    UNKNOWN_STATUS = "unknown_status"


_STATUS_STANDING = {PolicyStatus.DRAFT: Standing.DRAFT, PolicyStatus.WITHDRAWN: Standing.WITHDRAWN}
SURELY_NOT = frozenset({Standing.DRAFT, Standing.WITHDRAWN, Standing.FUTURE})


class CodeRow(msgspec.Struct, frozen=True):
    """A policy row that is a meldcode, where it stands, and the cell that decides it."""

    policy: Policy
    standing: Standing
    at: CellRef


class Codes(msgspec.Struct, frozen=True):
    """All rows that are a meldcode; `in_force` are those that count, one of each document."""

    given: bool
    rows: tuple[CodeRow, ...] = ()

    @property
    def in_force(self) -> tuple[Policy, ...]:
        """The newest version in force of each document, in the order of title."""
        return tuple(row.policy for row in self.rows if row.standing is Standing.IN_FORCE)


def find_codes(policies: Iterable[Policy] | None, as_of: date) -> Codes:
    """The codes of the policies register on `as_of`; a register that is missing or empty was not given."""
    policies = tuple(policies or ())
    rows = sorted((stand(each, as_of) for each in policies if each.is_code), key=stable)
    versions = _Versions(row for row in rows if row.standing is Standing.IN_FORCE)
    return Codes(
        bool(policies),
        tuple(
            msgspec.structs.replace(row, standing=Standing.SUPERSEDED)
            if row.standing is Standing.IN_FORCE and not versions.keeps(row)
            else row
            for row in rows
        ),
    )


class _Versions:
    """Which of the rows in force is the newest version of its document. Two rows are versions of one document by their numbers
    where both have one, else by their titles.
    """

    def __init__(self, in_force: Iterable[CodeRow]) -> None:
        self._newest: dict[tuple[str, str], _Age] = {}
        self._said: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for row in in_force:
            number, title = _document(row.policy)
            groups = (("number", number), ("title", title)) if number else (("title", title), ("titles alone", title))
            for group in groups:
                self._newest[group] = max(_age(row), self._newest.get(group, _NEVER))

    def keeps(self, row: CodeRow) -> bool:
        """Whether no version is newer, and no row that was kept before says just the same. Asked once of each row."""
        number, title = _document(row.policy)
        groups = (("number", number), ("titles alone", title)) if number else (("title", title),)
        if any(self._newest.get(group, _NEVER) > _age(row) for group in groups):
            return False
        numbers = self._said[tuple(getattr(row.policy, field).typed for field in _TOLD)]
        if numbers and (not number or numbers & {number, ""}):
            return False
        numbers.add(number)
        return True


_Age = tuple[date, list[int]]
_NEVER: _Age = (date.min, [-1])
_TOLD = ("audience", "scope", "kind", "reviewed_on", "review_by", "valid_from", "adopted_on", "version", "title")
"""What rows must say alike to be one row twice."""


def stand(policy: Policy, as_of: date) -> CodeRow:
    """Where a policy stands, a meldcode or not. The first thing that keeps it out of force decides; what is sure comes before what cannot be read."""
    status, adopted, valid_from = policy.status, policy.adopted_on, policy.valid_from
    later = next((day for day in (adopted, valid_from) if day.value is not None and day.value > as_of), None)
    unread = next((day for day in (adopted, valid_from) if day.is_unreadable), None)
    if status.value in _STATUS_STANDING:
        return CodeRow(policy, _STATUS_STANDING[status.value], status.at)
    if later is not None:
        return CodeRow(policy, Standing.FUTURE, later.at)
    if status.is_unreadable:
        return CodeRow(policy, Standing.UNKNOWN_STATUS, status.at)
    if unread is not None:
        return CodeRow(policy, Standing.UNREADABLE_DATE, unread.at)
    return CodeRow(policy, Standing.NO_DATE if adopted.is_empty else Standing.IN_FORCE, adopted.at)


def stable(row: CodeRow) -> tuple[str, str, str, date, CellRef]:
    """A key that sorts rows by what they say, and by their place last."""
    policy = row.policy
    return (policy.title.typed, policy.version.typed, row.standing, policy.adopted_on.value or date.min, policy.at)


def _age(row: CodeRow) -> _Age:
    """What tells the newest version: the day of adoption, then the version's numbers. Rows that are equally new both count."""
    version = [int(digits) for digits in re.findall(r"\d+", row.policy.version.typed)]
    return (row.policy.adopted_on.value or date.min, version)


def _document(policy: Policy) -> tuple[str, str]:
    """The number and the title by which a document is known."""
    return normal(policy.document_id.value or ""), unversioned(policy.title.typed)


def unversioned(title: str) -> str:
    """A title without version numbers and years, for comparing."""
    return normal(_VERSION.sub(" ", title)) or normal(title)


def names_document(document: Cell[str], policy: Policy) -> bool:
    """Whether what an elements row calls its document is this very row of the policies register."""
    wanted = normal(document.typed)
    title, version = policy.title.typed, policy.version.typed
    names = {normal(title), normal(policy.document_id.value or "")} - {""}
    if version:
        names |= {normal(f"{title} {word}{version}") for word in ("", "v", "v ", "versie ", "version ")}
    return wanted in names
