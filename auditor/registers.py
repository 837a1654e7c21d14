"""The typed domain: what the organisation's registers say, with the cell behind every value.

A register that was not given is `None` in `Registers`; one that was given without a usable row is empty. Small registers
are records of `Cell`s; staff are records; trainings, which may run into the millions, are columns.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

import msgspec

from auditor.evidence import Cell, CellRef


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a small register; `at` is the row's first used cell."""

    at: CellRef


class Present(StrEnum):
    """What an elements row says: ja, nee, deels, n.v.t."""

    YES = "yes"
    NO = "no"
    PARTLY = "partly"
    NOT_APPLICABLE = "not_applicable"


class PolicyStatus(StrEnum):
    """What a policy's status word means; an unknown word is a cell that could not be read."""

    ADOPTED = "adopted"
    DRAFT = "draft"
    WITHDRAWN = "withdrawn"


class Organisation(msgspec.Struct, frozen=True, kw_only=True):
    """Who is audited. Facts not given are cells without a value."""

    name: Cell[str]
    sectors: tuple[Cell[str], ...] = ()
    adult_clients: Cell[bool]
    vir_authorised: Cell[bool]
    solo: Cell[bool]
    client_groups: Cell[str]
    training_norm_percent: Cell[int]
    training_valid_months: Cell[int]
    review_months: Cell[int]
    induction_months: Cell[int]


class Policy(Record, frozen=True, kw_only=True):
    """A document of the policies register. `is_code`: its kind or title says that it is a meldcode.

    `has_owner`: somebody is named as its owner. Who that is, is not kept, but for the key of the staff record that fits, in
    `owner`, where the document is a meldcode.
    """

    title: Cell[str]
    document_id: Cell[str]
    kind: Cell[str]
    version: Cell[str]
    status: Cell[PolicyStatus]
    adopted_on: Cell[date]
    valid_from: Cell[date]
    review_by: Cell[date]
    reviewed_on: Cell[date]
    scope: Cell[str]
    audience: Cell[str]
    has_owner: Cell[bool]
    owner: int | None
    is_code: bool


class Element(Record, frozen=True, kw_only=True):
    """What the organisation declares about one element of its code.

    `requirements` are the ids that the row names, by id or by words; none where it names nothing we know.
    """

    element: Cell[str]
    requirements: tuple[str, ...]
    present: Cell[Present]
    place: Cell[str]
    document: Cell[str]
    reason: Cell[str]
    checked_on: Cell[date]


class Contact(StrEnum):
    """Whether a person meets clients; `exempt` is marked vrijgesteld or n.v.t."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    EXEMPT = "exempt"


class Person(Record, frozen=True, kw_only=True):
    """One person of the staff register. `label` names the person in results: a person id, or a pseudonym; never a name.

    `key` is the number that trainings and officers use. `function`, `location` and `team` are empty where not given.
    Two contracts of one person are one record: from the earliest start to the latest end.
    """

    key: int
    label: str
    name: str
    function: str
    location: str
    team: str
    contact: Cell[Contact]
    start: Cell[date]
    end: Cell[date]


class TrainingState(StrEnum):
    """What a training row shows: only `completed` is proof."""

    COMPLETED = "completed"
    UNDATED = "undated"
    PENDING = "pending"
    FAILED = "failed"
    EXEMPT = "exempt"
    UNREADABLE = "unreadable"


class SourceTable(msgspec.Struct, frozen=True):
    """One table in one sheet: where it is, and which column holds which field."""

    file: str
    sheet: str
    columns: dict[str, str]

    def at(self, field: str, row: int) -> CellRef:
        """The cell of `field` in `row`; the whole row's first column where the table has no such column."""
        letter = self.columns.get(field) or next(iter(self.columns.values()), "A")
        return CellRef(self.file, self.sheet, f"{letter}{row}")


class Trainings:
    """The training register, as columns of equal length: entry i of each list is about the same training.

    A training's title is held once, in `titles`, with the topics it is about. `person` is a `Person.key`, or a number
    that no staff record has. `column` is the letter of the cell that shows the completion. `blank` counts rows that name a
    person and show nothing of any training: with them alone the register is not empty, it shows that nobody was trained.
    """

    def __init__(self) -> None:
        self.tables: list[SourceTable] = []
        self.titles: list[str] = []
        self.topics: list[frozenset[str]] = []
        self.labels: dict[int, str] = {}
        self.table: list[int] = []
        self.row: list[int] = []
        self.column: list[str] = []
        self.person: list[int] = []
        self.title: list[int] = []
        self.state: list[TrainingState] = []
        self.completed_on: list[date | None] = []
        self.valid_until: list[date | None] = []
        self.blank = 0
        self._about: dict[frozenset[str], tuple[int, list[int]]] = {}

    def __len__(self) -> int:
        return len(self.row)

    def at(self, i: int) -> CellRef:
        """The cell that shows training `i` was completed, or would show it."""
        table = self.tables[self.table[i]]
        return CellRef(table.file, table.sheet, f"{self.column[i]}{self.row[i]}")

    def about(self, topics: frozenset[str]) -> list[int]:
        """The trainings on any of `topics`, in their order; looked for once, for many rules ask of a register that may be long."""
        found = self._about.get(topics)
        if found is None or found[0] != len(self):
            wanted = {i for i, has in enumerate(self.topics) if has & topics}
            found = self._about[topics] = (len(self), [i for i, title in enumerate(self.title) if title in wanted])
        return found[1]

    def completed(self, topics: frozenset[str], as_of: date) -> Iterator[int]:
        """The trainings on any of `topics` that were completed on or before `as_of`."""
        for i in self.about(topics):
            if self.state[i] is TrainingState.COMPLETED:
                day = self.completed_on[i]
                if day is not None and day <= as_of:
                    yield i


class Officer(Record, frozen=True, kw_only=True):
    """An aandachtsfunctionaris. `person` is the number that staff and trainings use; nobody where a name fits two people."""

    label: str
    person: int | None
    location: Cell[str]
    appointed_on: Cell[date]
    until: Cell[date]
    has_deputy: bool


class Activity(Record, frozen=True, kw_only=True):
    """Something that was done with the code; `kind` is one of the checklist's kinds where the word is known.

    `says_topic`: what it was about is said, and not only understood from where it stands. `evidence` is what is said to be kept of
    it; it is not shown.
    """

    date: Cell[date]
    kind: Cell[str]
    about_code: bool
    says_topic: bool
    location: str
    team: str
    evidence: Cell[str]


class Agreement(Record, frozen=True, kw_only=True):
    """An agreement with a partner."""

    partner: Cell[str]
    kind: Cell[str]
    agreed_on: Cell[date]
    review_by: Cell[date]


class Case(Record, frozen=True, kw_only=True):
    """One row of the step register, by pseudonym only. `level` is how serious the signal is, in the organisation's words."""

    case: Cell[str]
    signal_date: Cell[date]
    consult_date: Cell[date]
    vt_advice_date: Cell[date]
    talk_date: Cell[date]
    no_talk_reason: Cell[bool]
    weighed_date: Cell[date]
    decision_report: Cell[bool]
    decision_help: Cell[bool]
    decided_on: Cell[date]
    report_date: Cell[date]
    next_monitoring: Cell[date]
    closed_on: Cell[date]
    level: Cell[str]
    location: str


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who answers for something. `cell` may hold a name, and is for the action list alone.

    `label` may be shown: a person id, a pseudonym, or a function; it is empty where the cell is. `person` is the key of a
    staff record, where one fits.
    """

    cell: Cell[str]
    label: str
    person: int | None


class Acceptance(Record, frozen=True, kw_only=True):
    """A gap that somebody accepts for a while. `requirements` are the ids that the row names, at least one.

    `same_person`: owner and approver are one person, or may be. `shown` is the reason without what may be a name.
    """

    requirement: Cell[str]
    requirements: tuple[str, ...]
    reason: Cell[str]
    shown: str
    owner: Named
    approver: Named
    same_person: bool
    until: Cell[date]


class Action(Record, frozen=True, kw_only=True):
    """What somebody will do about a gap. `requirements` are the ids that the row names, at least one.

    `shown` and `shown_remark` are the action and the remark without what may be a name.
    """

    requirement: Cell[str]
    requirements: tuple[str, ...]
    action: Cell[str]
    shown: str
    owner: Named
    due: Cell[date]
    done_on: Cell[date]
    remark: Cell[str]
    shown_remark: str


class Registers(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was read. `None`: no sheet of that kind was given; empty: given, without a usable row."""

    organisation: Organisation | None = None
    policies: tuple[Policy, ...] | None = None
    elements: tuple[Element, ...] | None = None
    staff: tuple[Person, ...] | None = None
    trainings: Trainings | None = None
    officers: tuple[Officer, ...] | None = None
    activities: tuple[Activity, ...] | None = None
    agreements: tuple[Agreement, ...] | None = None
    cases: tuple[Case, ...] | None = None
    acceptances: tuple[Acceptance, ...] | None = None
    actions: tuple[Action, ...] | None = None

    def given(self) -> Sequence[str]:
        """The names of the registers that were given, in the order of this class."""
        return tuple(name for name in self.__struct_fields__ if getattr(self, name) is not None)
