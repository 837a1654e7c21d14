"""What must not grow with the registers is counted here; how long it takes is measured by `python -m tests.bench`."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from auditor import api
from auditor.ahead.outlook import Outlook
from auditor.evaluate import evaluate
from auditor.intake.known import KnownAs
from auditor.intake.sheets import RawRow
from auditor.intake.xlsx import fast, sheet
from auditor.intake.xlsx.values import Values
from auditor.library import load_library
from auditor.render import render_all
from auditor.render.cards import DRAWN_IN_SECTION
from auditor.result import Result
from tests.bench.registers import AS_OF, people, write_csv, write_workbook


def judged(path: Path) -> api.Audit:
    """The registers judged on the day itself, without the look ahead."""
    library = load_library()
    intake = api.read_registers([path], library, KnownAs.of(library.checklist))
    outcome = evaluate(library.checklist, intake.registers, AS_OF, ("dagopvang",))
    return api.Audit(outcome, Outlook(), intake, library)


def shown(result: Result) -> list[tuple[object, ...]]:
    return [(each.id, each.verdict, each.reason, each.measure) for each in result.requirements]


def test_the_same_registers_get_the_same_verdicts_in_every_form(tmp_path: Path) -> None:
    shared = judged(write_workbook(tmp_path / "shared.xlsx", 400, shared=True)).result()
    inline = judged(write_workbook(tmp_path / "inline.xlsx", 400, shared=False)).result()
    separate = judged(write_csv(tmp_path / "csv", 400)).result()
    assert shown(shared) == shown(inline) == shown(separate)
    reached = next(each.measure for each in shared.requirements if each.id == "MC-3.1")
    assert reached is not None
    assert 0 < reached.covered < people(400)


@pytest.mark.parametrize("shared", [True, False])
def test_the_same_registers_are_the_same_bytes(tmp_path: Path, *, shared: bool) -> None:
    one = write_workbook(tmp_path / "one.xlsx", 50, shared=shared)
    assert one.read_bytes() == write_workbook(tmp_path / "two.xlsx", 50, shared=shared).read_bytes()


def test_every_row_of_every_sheet_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers: list[tuple[int, int]] = []

    def counted(body: Iterable[bytes], values: Values) -> Iterator[RawRow]:
        passed = len({number for number, _ in numbers})
        for row in fast.fast_rows(body, values):
            numbers.append((passed, row.number))
            yield row

    monkeypatch.setattr(sheet, "fast_rows", counted)
    judged(write_workbook(tmp_path / "registers.xlsx", 1_000, shared=True))
    sheets = 2 + 2 + (people(1_000) + 1) + (1_000 + 1)  # organisation, policies, staff, trainings
    assert len(numbers) == sheets


def test_the_page_hardly_grows_with_the_number_of_people(tmp_path: Path) -> None:
    """Three times the people: what is drawn of them is capped, and counted."""

    def page(rows: int) -> str:
        edition = judged(write_workbook(tmp_path / f"{rows}.xlsx", rows, shared=True)).edition("nl")
        return render_all(edition, ["a.html"])["a.html"].decode()

    few, many = page(3_000), page(9_000)
    assert many.count("<svg") < 1.1 * few.count("<svg")
    assert len(many) < 1.1 * len(few)
    assert len(many.encode()) < 2_000_000
    for section in many.split("<section ")[1:]:
        assert section.count("<tr>") - section.count("<thead><tr>") <= DRAWN_IN_SECTION, section[:60]
