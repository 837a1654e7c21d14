"""Files and sheets that are called by somebody's name: no page, result or terminal shows it, and each stays known."""

import msgspec
import pytest

from auditor.evidence import CellRef, Severity, problem
from auditor.intake.mapping import fits
from auditor.intake.records import take_in
from auditor.intake.watch import Watch
from auditor.render.inspect_mapping import pattern
from tests.intake.taken import codes_of, known, take_books, words
from tests.tables import book, sheet

STAFF = "Personeelsnummer | Naam | Functie\n1 | Anna de Vries | groep\n2 | Bert Noord | groep"
TRAINING = "Personeelsnummer | Scholing | Behaald op\n1 | Meldcode | 03-04-2025"
HR = book(sheet("Personeel", STAFF), file="hr.xlsx")


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("Scholing Anna de Vries.xlsx", "Scholing ….xlsx"),
        ("Scholing - Vries, Anna de - 2025.xlsx", "Scholing - … de - 2025.xlsx"),
        ("scholing_anna_de_vries.csv", "scholing_….csv"),
        ("Anna de Vries/Scholing.xlsx", "…/Scholing.xlsx"),
        ("Vries.xlsx", "….xlsx"),
        ("Scholing A. de Vries.xlsx", "Scholing ….xlsx"),
        ("Scholing Vries, A. de.xlsx", "Scholing …. de.xlsx"),
        ("Scholing A. de Jong.xlsx", "Scholing A. de Jong.xlsx"),
        ("Scholing B Noord.xlsx", "Scholing B Noord.xlsx"),
        ("Scholing 123456782.xlsx", "Scholing ….xlsx"),
        ("Scholing 123456783.xlsx", "Scholing 123456783.xlsx"),
        ("Scholing Noord.xlsx", "Scholing Noord.xlsx"),
        ("Scholing Noord (Anna).xlsx", "Scholing Noord (Anna).xlsx"),
        ("Kinderdagverblijf De Zonnebloem.xlsx", "Kinderdagverblijf De Zonnebloem.xlsx"),
        ("Scholing 2025.xlsx", "Scholing 2025.xlsx"),
    ],
)
def test_a_file_is_shown_without_the_name_of_somebody_in_the_registers(file: str, shown: str) -> None:
    intake = take_books(HR, book(sheet("Scholing", TRAINING), file=file))
    assert [each.file for each in intake.inputs if each.file != "hr.xlsx"] == [shown]
    assert ("privacy.file_name" in codes_of(intake)) is (shown != file)
    assert not any("Vries" in repr(each) for each in intake.problems) or shown == file


def test_two_files_that_would_be_called_the_same_are_told_apart() -> None:
    files = ("Scholing Anna de Vries.xlsx", "Scholing Bert Noord.xlsx")
    intake = take_books(HR, *(book(sheet("Scholing", TRAINING), file=file) for file in files))
    assert [each.file for each in intake.inputs][:2] == ["Scholing ….xlsx", "Scholing … (2).xlsx"]


def test_a_text_file_is_called_alike_as_a_sheet() -> None:
    intake = take_books(HR, book(sheet("Scholing Anna de Vries", TRAINING), file="Scholing Anna de Vries.csv"))
    (account,) = (each for each in intake.inputs if each.file != "hr.xlsx")
    assert (account.file, account.sheets[0].name) == ("Scholing ….csv", "Scholing …")


@pytest.mark.parametrize("person", ["Anna de Vries", "Kees Klein"], ids=["known", "unknown"])
def test_an_archive_of_somebody_stays_an_archive_under_its_number(person: str) -> None:
    intake = take_books(HR, book(sheet("Blad1", "x"), sheet(f"Archief {person}", TRAINING), file="a.xlsx"))
    account = intake.inputs[0].sheets
    assert [(each.name, each.rows_used) for each in account] == [("#2", 0), ("Blad1", 0)]
    assert [each.reason for each in account[0].left_out] == ["past"]


def test_the_training_that_a_sheet_names_is_shown_without_the_name() -> None:
    table = "Personeelsnummer | Behaald op\n1 | 03-04-2025"
    intake = take_books(HR, book(sheet("Scholing meldcode Anna de Vries", table), file="a.xlsx"))
    assert intake.registers.trainings is not None
    assert intake.registers.trainings.titles == ["Scholing meldcode …"]


def test_what_a_reader_said_and_a_filter_are_said_under_the_shown_names() -> None:
    said = problem("csv.encoding_guessed", Severity.NOTE, CellRef("Vries.xlsx", "Anna de Vries"), encoding="x")
    named = msgspec.structs.replace(sheet("Anna de Vries", TRAINING), filtered=True)
    own = book(named, sheet("Blad2", "x"), file="Vries.xlsx")
    intake = take_books(HR, msgspec.structs.replace(own, problems=(said,)))
    places = {(each.at.file, each.at.sheet) for each in intake.problems if each.at.file != "hr.xlsx"}
    assert places == {("….xlsx", ""), ("….xlsx", "#1")}


def test_the_own_name_is_kept_for_the_copy_and_a_saved_mapping_fits_it() -> None:
    watch = Watch()
    take_in([HR, book(sheet("Scholing", TRAINING), file="Scholing Anna de Vries.xlsx")], words(), known(), watch=watch)
    assert watch.files["Scholing ….xlsx"] == "Scholing Anna de Vries.xlsx"
    assert pattern("Scholing … (2).xlsx") == "Scholing *.xlsx"
    assert fits(pattern("Scholing ….xlsx"), "Scholing Anna de Vries.xlsx")


def test_a_name_far_down_is_known_too() -> None:
    rows = "\n".join(
        f"{n} | {'Zoë van Quaedvlieg' if n == 900 else f'Medewerker Naam{n}'} | groep" for n in range(2, 1000)
    )
    staff = book(sheet("Personeel", f"Personeelsnummer | Naam | Functie\n{rows}"), file="hr.xlsx")
    intake = take_books(staff, book(sheet("Scholing", TRAINING), file="Scholing Zoë van Quaedvlieg.xlsx"))
    assert [each.file for each in intake.inputs] == ["Scholing ….xlsx", "hr.xlsx"]
    assert len(intake.registers.staff or ()) == 998


def test_a_file_that_is_really_called_so_keeps_its_name() -> None:
    files = ("Scholing Anna de Vries.xlsx", "Scholing ….xlsx")
    watch = Watch()
    books = [HR, *(book(sheet("Scholing", TRAINING), file=file) for file in files)]
    intake = take_in(books, words(), known(), watch=watch)
    assert {each.file for each in intake.inputs} == {"Scholing … (2).xlsx", "Scholing ….xlsx", "hr.xlsx"}
    assert watch.files["Scholing ….xlsx"] == "Scholing ….xlsx"
