"""Which rows of the policies register are a meldcode in force on the day, and why the others are not."""

import re
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
    in_force = [row for row in rows if row.standing is Standing.IN_FORCE]
    kept: list[CodeRow] = []
    for row in in_force:
        rivals = [other for other in in_force if _same_document(row.policy, other.policy)]
        newest = max(_age(other) for other in rivals)
        if _age(row) == newest and not any(_twins(row.policy, other.policy) for other in kept):
            kept.append(row)
    return Codes(
        bool(policies),
        tuple(
            msgspec.structs.replace(row, standing=Standing.SUPERSEDED) if row in in_force and row not in kept else row
            for row in rows
        ),
    )


def _twins(one: Policy, other: Policy) -> bool:
    """Whether two rows say the same of the same document, so that one of them is enough."""
    fields = ("audience", "scope", "kind", "reviewed_on", "review_by", "valid_from", "adopted_on", "version", "title")
    return _same_document(one, other) and all(getattr(one, name).typed == getattr(other, name).typed for name in fields)


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


def _age(row: CodeRow) -> tuple[date, list[int]]:
    """What tells the newest version: the day of adoption, then the version's numbers. Rows that are equally new both count."""
    version = [int(digits) for digits in re.findall(r"\d+", row.policy.version.typed)]
    return (row.policy.adopted_on.value or date.min, version)


def _same_document(one: Policy, other: Policy) -> bool:
    """Whether two rows are versions of one document: by their numbers where both have one, else by their titles."""
    ids = [normal(each.document_id.value or "") for each in (one, other)]
    return ids[0] == ids[1] if all(ids) else unversioned(one.title.typed) == unversioned(other.title.typed)


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
