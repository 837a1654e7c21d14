"""The sample organisations are lifelike, invented, and always the same."""

import csv
import functools
import io
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from ruamel.yaml import YAML

from auditor.findings import Conclusion, Verdict
from sample_data.make_samples import HERE, ORGANISATIONS, main, read_table

FILES = [(organisation, book.file) for organisation, books in ORGANISATIONS.items() for book in books]
EACH_FILE = pytest.mark.parametrize(("organisation", "file"), FILES)
EACH_ORGANISATION = pytest.mark.parametrize("organisation", list(ORGANISATIONS))
MORE_THAN_NEEDED = {
    "bsn",
    "burgerservicenummer",
    "geboortedatum",
    "adres",
    "postcode",
    "telefoon",
    "mobiel",
    "nationaliteit",
}


@functools.cache
def cells(path: Path) -> dict[tuple[str, str], object]:
    """Everything that stands in a file: (sheet, address) to the value; of a csv, (nothing, line and column)."""
    if path.suffix == ".csv":
        lines = csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig")), delimiter=";")
        return {
            ("", f"{line}:{column}"): text for line, row in enumerate(lines, 1) for column, text in enumerate(row, 1)
        }
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def texts(organisation: str, file: str) -> Iterator[str]:
    return (str(value) for value in cells(HERE / organisation / file).values())


def expected(organisation: str) -> dict[str, dict[str, object]]:
    path = Path(__file__).parent / "golden" / f"expected_{organisation}.yaml"
    found: dict[str, dict[str, object]] = YAML(typ="safe").load(path)
    return found


def passes_the_eleven_test(digits: str) -> bool:
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11 == 0


@pytest.fixture(scope="module")
def made_anew(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    main(folder)
    return folder


@pytest.fixture(scope="module")
def made_again(made_anew: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(f"{made_anew.name}-again")
    main(folder)
    return folder


@EACH_FILE
def test_the_committed_files_are_what_the_script_makes(organisation: str, file: str, made_anew: Path) -> None:
    assert cells(HERE / organisation / file) == cells(made_anew / organisation / file)


@EACH_FILE
def test_making_them_twice_gives_the_same_bytes(
    organisation: str, file: str, made_anew: Path, made_again: Path
) -> None:
    assert (made_again / organisation / file).read_bytes() == (made_anew / organisation / file).read_bytes()


def test_the_folders_hold_nothing_else() -> None:
    assert sorted(FILES) == sorted(
        (path.parent.name, path.name) for organisation in ORGANISATIONS for path in (HERE / organisation).iterdir()
    )


def test_every_table_is_shown_on_a_sheet() -> None:
    shown = {(name, sheet.table) for name, books in ORGANISATIONS.items() for book in books for sheet in book.sheets}
    assert {(path.parent.name, path.stem) for path in (HERE / "tables").glob("*/*.txt")} == {
        (name, table) for name, table in shown if table
    }


def test_a_table_with_a_short_row_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tables" / "x").mkdir(parents=True)
    (tmp_path / "tables" / "x" / "y.txt").write_text("a | b\nc\n", "utf-8")
    monkeypatch.setattr("sample_data.make_samples.HERE", tmp_path)
    with pytest.raises(ValueError, match="line 2: 1 cells, expected 2"):
        read_table("x", "y")


@EACH_FILE
def test_every_file_stays_small(organisation: str, file: str) -> None:
    assert (HERE / organisation / file).stat().st_size < 60_000


def test_the_samples_stay_small() -> None:
    assert sum(path.stat().st_size for path in HERE.rglob("*") if path.is_file() and path.suffix != ".pyc") < 500_000


@EACH_FILE
def test_no_cell_holds_a_citizen_service_number(organisation: str, file: str) -> None:
    numbers = [digits for text in texts(organisation, file) for digits in re.findall(r"(?<!\d)\d{8,9}(?!\d)", text)]
    assert [digits for digits in numbers if int(digits) and passes_the_eleven_test(digits.zfill(9))] == []


@EACH_FILE
def test_no_column_asks_for_more_than_is_needed(organisation: str, file: str) -> None:
    assert {text.lower() for text in texts(organisation, file)} & MORE_THAN_NEEDED == set()


@EACH_FILE
def test_addresses_are_nobodys(organisation: str, file: str) -> None:
    assert [text for text in texts(organisation, file) if "@" in text and not text.endswith(".example")] == []


@EACH_ORGANISATION
def test_the_organisation_says_that_it_is_invented(organisation: str) -> None:
    name = str(expected(organisation)["organisation"])
    assert "fictief" in name
    assert any(name in texts(organisation, book.file) for book in ORGANISATIONS[organisation])


@pytest.mark.parametrize(
    ("file", "sheet", "cell", "typed"),
    [
        pytest.param("Personeel en scholing 2026.xlsx", "Personeel", "A5", "000101", id="leading zeros are text"),
        pytest.param("Personeel en scholing 2026.xlsx", "Personeel", "I5", datetime(2012, 3, 1), id="a real date"),  # noqa: DTZ001
        pytest.param("Personeel en scholing 2026.xlsx", "Personeel", "I16", "1-3-24", id="a date as text"),
        pytest.param(
            "Personeel en scholing 2026.xlsx", "Scholing", "H140", "31-04-2025", id="a day that does not exist"
        ),
        pytest.param("Personeel en scholing 2026.xlsx", "Scholing", "H196", "#N/A", id="an error cell"),
    ],
)
def test_the_hr_export_has_its_quirks(file: str, sheet: str, cell: str, typed: object) -> None:
    assert cells(HERE / "kinderopvang-de-klimboom" / file)[sheet, cell] == typed


def test_the_error_cell_is_a_real_one() -> None:
    sheet = load_workbook(HERE / "kinderopvang-de-klimboom" / "Personeel en scholing 2026.xlsx")["Scholing"]
    assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "e"] == ["H196"]


def test_the_csv_is_as_a_dutch_spreadsheet_program_saves_it() -> None:
    saved = (HERE / "kinderopvang-de-klimboom" / "Stappenregistratie.csv").read_bytes()
    assert saved.startswith(b"\xef\xbb\xbfCasus;Datum signaal;")
    assert saved.count(b"\n") == saved.count(b"\r\n") == 12


def test_the_other_organisation_hides_a_column_and_merges_titles() -> None:
    book = load_workbook(HERE / "zorggroep-morgenlicht" / "Morgenlicht meldcode-audit.xlsx")
    assert book["Medewerkers"].column_dimensions["F"].hidden
    assert {str(merged) for merged in book["Opleidingen"].merged_cells.ranges} >= {"A1:K1", "C4:F4"}


@EACH_ORGANISATION
def test_the_expected_verdicts_are_verdicts_and_add_up(organisation: str) -> None:
    truth = expected(organisation)
    verdicts = [*truth["verdicts"].values(), *truth["verdicts_beyond"].values()]
    assert {str(verdict) for verdict in verdicts} <= set(Verdict)
    beyond_law = {"MC-2.1.b.2", "MC-2.1.b.3"}
    law = [str(verdict) for requirement, verdict in truth["verdicts"].items() if requirement not in beyond_law]
    assert truth["law_totals"] == {str(verdict): law.count(verdict) for verdict in Verdict}
    assert str(truth["conclusion"]) == Conclusion.GAPS


def test_together_they_show_every_verdict() -> None:
    seen = {
        str(verdict)
        for each in ORGANISATIONS
        for part in ("verdicts", "verdicts_beyond")
        for verdict in expected(each)[part].values()
    }
    assert seen == set(Verdict)


@EACH_ORGANISATION
@pytest.mark.parametrize("by", ["by_location", "by_function"])
def test_the_expected_shares_add_up(organisation: str, by: str) -> None:
    for measure in expected(organisation)["measures"].values():
        assert isinstance(measure, dict)
        shares = measure[by].values()
        assert [measure["covered"], measure["population"]] == [sum(column) for column in zip(*shares, strict=True)]


@EACH_ORGANISATION
def test_every_cell_the_truth_names_is_filled(organisation: str) -> None:
    truth = expected(organisation)
    named = [place for places in truth["cells"].values() for place in places] + list(truth["unreadable"])  # type: ignore[attr-defined]
    assert [place for place in named if (place[1], place[2]) not in cells(HERE / organisation / place[0])] == []
