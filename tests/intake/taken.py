"""Takes drawn registers in, with the shipped vocabulary and checklist."""

from functools import cache

from auditor.intake.account import SheetAccount
from auditor.intake.known import KnownAs
from auditor.intake.records import Intake, take_in
from auditor.intake.sheets import RawBook, RawSheet
from auditor.layouts import Vocabulary
from auditor.library import load_library
from auditor.registers import Trainings
from tests.tables import book, sheet


@cache
def known() -> KnownAs:
    """What the shipped checklist calls its requirements and sectors."""
    return KnownAs.of(load_library().checklist)


@cache
def words() -> Vocabulary:
    """The shipped vocabulary."""
    return load_library().vocabulary


def take(tables: dict[str, str], file: str = "registers.xlsx") -> Intake:
    """Take in a workbook of drawn tables, by sheet name."""
    return take_books(book(*(sheet(name, table) for name, table in tables.items()), file=file))


def take_sheets(*sheets: RawSheet) -> Intake:
    """Take in a workbook of sheets."""
    return take_books(book(*sheets))


def take_books(*books: RawBook) -> Intake:
    """Take in workbooks."""
    return take_in(books, words(), known())


def problems_of(intake: Intake) -> list[tuple[str, str]]:
    """The problems, by code and cell."""
    return [(problem.code, problem.at.cell) for problem in intake.problems]


def codes_of(intake: Intake) -> set[str]:
    """The codes of the problems."""
    return {problem.code for problem in intake.problems}


def account_of(intake: Intake, name: str, register: str | None = None) -> SheetAccount:
    """The account of a sheet; of one of its registers, where it holds several."""
    accounts = [each for file in intake.inputs for each in file.sheets if each.name == name]
    return next(each for each in accounts if register is None or each.register == register)


def registers_of(intake: Intake) -> dict[str, list[str | None]]:
    """The registers that were found in each sheet."""
    found: dict[str, list[str | None]] = {}
    for file in intake.inputs:
        for each in file.sheets:
            found.setdefault(each.name, []).append(each.register)
    return found


def shown(intake: Intake) -> list[tuple[str, str, str, str]]:
    """Every entry of the training register: who, what, in which state, on which day or in which cell."""
    trainings = intake.registers.trainings
    assert trainings is not None
    return sorted(_entry(intake, trainings, i) for i in range(len(trainings)))


def _entry(intake: Intake, trainings: Trainings, i: int) -> tuple[str, str, str, str]:
    labels = {person.key: person.label for person in intake.registers.staff or ()} | trainings.labels
    day = trainings.completed_on[i]
    return (
        labels[trainings.person[i]],
        trainings.titles[trainings.title[i]],
        trainings.state[i].value,
        day.isoformat() if day else trainings.at(i).cell,
    )
