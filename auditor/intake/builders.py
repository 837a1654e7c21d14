"""For each register what makes its records of rows; together they hold everything that was read, until it is settled."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from auditor.intake.cells import Cells, Tools
from auditor.intake.organisation import OrganisationStore, PairRows, TableRows
from auditor.intake.people import People
from auditor.intake.problems import Spot
from auditor.intake.registers_people import OfficerRows, StaffRows
from auditor.intake.registers_plans import AcceptanceRows, ActionRows
from auditor.intake.registers_small import ActivityRows, AgreementRows, CaseRows, ElementRows, PolicyRows
from auditor.intake.sheets import RawRow
from auditor.intake.standing import Standing
from auditor.intake.tables import Found
from auditor.intake.training import LongRows, MatrixRows, Numbers, TrainingStore
from auditor.intake.understand import Part

B = TypeVar("B", bound="Builder")
R_co = TypeVar("R_co", covariant=True)


class Builder(Protocol):
    """What makes something of the rows of one table."""

    def add(self, row: RawRow) -> str:
        """Take a row; why it is left out, or nothing."""


class Making(Protocol[R_co]):
    """A builder that has made records."""

    @property
    def made(self) -> Sequence[R_co]:
        """The records, in the order of the rows."""


def records_of(builders: Sequence[Making[R_co]]) -> tuple[R_co, ...] | None:
    """All records of a register's tables; `None` where it has no table."""
    return tuple(record for builder in builders for record in builder.made) if builders else None


class Builders:
    """The builders of all tables, by register."""

    def __init__(self, tools: Tools, key: bytes = b"") -> None:
        self._tools = tools
        self.people = People(tools.problems, key, tools.vocabulary.roles)
        self.training = TrainingStore(tools, self.people)
        self.organisation = OrganisationStore(tools)
        self.policies: list[PolicyRows] = []
        self.elements: list[ElementRows] = []
        self.officers: list[OfficerRows] = []
        self.activities: list[ActivityRows] = []
        self.agreements: list[AgreementRows] = []
        self.cases: list[CaseRows] = []
        self.acceptances: list[AcceptanceRows] = []
        self.actions: list[ActionRows] = []

    def of(self, found: Found, part: Part, standing: Standing) -> Builder:
        """A builder for the rows of `part`, with what stands above them."""
        spot = Spot(found.file, found.sheet.name, part.register)
        columns = {field: letters[0] for field, letters in part.columns.fields.items()}
        if part.register == "organisation":
            if found.keys:
                return PairRows(spot, part.columns, found.keys, self.organisation)
            return TableRows(spot, columns, self.organisation)
        if part.register == "training":
            if part.courses:
                return MatrixRows(spot, columns, part.courses, found, self.training)
            others = part.columns.others.get("result", ())
            numbers = Numbers.of(found, columns.get("result", ""), self._tools.vocabulary)
            return LongRows(spot, columns, part.title, others, found, self.training, numbers)
        return self._of_cells(part.register, Cells(spot, columns, self._tools, standing, found.month_first))

    def _of_cells(self, register: str, cells: Cells) -> Builder:
        makers: dict[str, Callable[[], Builder]] = {
            "staff": lambda: StaffRows(cells, self.people),
            "officers": lambda: _kept(OfficerRows(cells, self.people), self.officers),
            "policies": lambda: _kept(PolicyRows(cells, self.people), self.policies),
            "elements": lambda: _kept(ElementRows(cells), self.elements),
            "activities": lambda: _kept(ActivityRows(cells), self.activities),
            "agreements": lambda: _kept(AgreementRows(cells), self.agreements),
            "cases": lambda: _kept(CaseRows(cells), self.cases),
            "acceptances": lambda: _kept(AcceptanceRows(cells, self.people), self.acceptances),
            "actions": lambda: _kept(ActionRows(cells, self.people), self.actions),
        }
        return makers[register]()


def _kept(builder: B, among: list[B]) -> B:
    among.append(builder)
    return builder
