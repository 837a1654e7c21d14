"""From files on disk to registers: what spreadsheets hold besides values must not be in the way."""

from datetime import datetime
from pathlib import Path

import msgspec
from openpyxl import Workbook

from auditor.intake.read import collect, read_book
from auditor.intake.records import Intake
from tests.intake.taken import account_of, codes_of, registers_of, shown, take_books
from tests.tables import book, sheet


def take_folder(folder: Path) -> Intake:
    return take_books(*(read_book(found.path, found.name) for found in collect([str(folder)])))


def test_workbooks_and_csv_files_in_a_folder_make_one_set_of_registers(tmp_path: Path) -> None:
    workbook = Workbook()
    staff = workbook.active
    assert staff is not None
    staff.title = "Personeel"
    staff.append(["Personeelsoverzicht per 1 oktober"])
    staff.merge_cells("A1:D1")
    staff.append([])
    staff.append(["Personeelsnummer", "Naam", "Functie", "Datum in dienst"])
    staff.append([101, "Anna Bakker", "pm'er", datetime(2020, 1, 1)])  # noqa: DTZ001 -- a cell has no time zone
    staff.append([102, "Piet Smit", "kok", "1-2-2021"])
    staff.row_dimensions[5].hidden = True
    workbook.save(tmp_path / "hr.xlsx")
    csv = "Naam;Scholing;Behaald op\r\nAnna Bakker;Meldcode;01-05-2024\r\nSmit, Piet;Meldcode;\r\n"
    (tmp_path / "scholing.csv").write_bytes(csv.encode("utf-8-sig"))
    intake = take_folder(tmp_path)
    assert registers_of(intake) == {"Personeel": ["staff"], "scholing": ["training"]}
    assert [str(person.start.value) for person in intake.registers.staff or ()] == ["2020-01-01", "2021-02-01"]
    assert shown(intake) == [("101", "Meldcode", "completed", "2024-05-01")]
    assert account_of(intake, "Personeel").hidden_rows == 1
    assert "rows.hidden" in codes_of(intake)


def test_a_matrix_with_merged_headers_in_two_rows_and_hidden_parts_is_read(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.create_sheet("Verborgen").sheet_state = "hidden"
    matrix = workbook.active
    assert matrix is not None
    matrix.title = "Scholing"
    matrix.append(["Naam", "Meldcode", None, "Kindcheck", None])
    matrix.append([None, "Datum", "Geldig tot", "Datum", "Geldig tot"])
    matrix.merge_cells("A1:A2")
    matrix.merge_cells("B1:C1")
    matrix.merge_cells("D1:E1")
    matrix.append(["Anna Bakker", datetime(2024, 5, 1), datetime(2027, 5, 1), None, None])  # noqa: DTZ001
    matrix.append(["Totaal", 1, None, 0, None])
    matrix.column_dimensions["C"].hidden = True
    workbook.save(tmp_path / "matrix.xlsx")
    intake = take_folder(tmp_path)
    assert [(who, state, day) for who, _, state, day in shown(intake)] == [("P-001", "completed", "2024-05-01")]
    trainings = intake.registers.trainings
    assert trainings is not None
    assert [str(day) for day in trainings.valid_until] == ["2027-05-01"]
    assert trainings.topics[trainings.title[0]] == {"meldcode"}
    account = account_of(intake, "Scholing")
    assert [(each.reason, each.count) for each in account.left_out] == [("totals", 1)]
    assert {"columns.hidden", "sheet.empty"} <= codes_of(intake)


def test_a_file_that_is_given_twice_is_said() -> None:
    one = book(sheet("Personeel", "Personeelsnummer | Functie\n101 | leerkracht"), file="a.xlsx")
    other = msgspec.structs.replace(one, file="b.xlsx")
    intake = take_books(
        one, other, book(sheet("Personeel", "Personeelsnummer | Functie\n101 | leerkracht"), file="c.xlsx")
    )
    said = [(each.at.file, each.facts["other"]) for each in intake.problems if each.code == "input.twice"]
    assert said == [("b.xlsx", "a.xlsx")]
    assert len(intake.registers.staff or ()) == 1
