"""What `inspect` shows and saves: how each file was understood, why, and a mapping that says the same."""

from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from auditor.cli.inspect import command
from auditor.cli.inspect_page import InspectPage
from auditor.inspection import Inspection, SheetLook
from auditor.intake.known import KnownAs
from auditor.library import load_library, load_texts
from auditor.mappingfile import load_mapping
from auditor.resources import shipped

SAMPLES = ["kinderopvang-de-klimboom", "zorggroep-morgenlicht"]
HR = [
    ["Overzicht HR"],
    [],
    ["Nr. mdw", "Medewerker", "Locatie", "Datum in dienst", "Scholing", "Behaald op", "Resultaat", "Salarisschaal"],
    ["001", "Anna de Vries", "Oost", "01-01-2020", "Veilig werken", "01-02-2025", "afgetekend", "5"],
    ["002", "Bea Jansen", "West", "01-01-2021", "Meldcode", "15-03-2025", "behaald", "6"],
]
POLICIES = [
    ["Titel", "Status", "Vastgestelt op", "Voor wie"],
    ["Meldcode huiselijk geweld", "in gebruik", "01-02-2024", "allen"],
]


@pytest.fixture
def registers(tmp_path: Path) -> Path:
    book = Workbook()
    book.remove(book.active)
    for name, rows in {"Medewerkers en scholing": HR, "Beleid": POLICIES, "Leeg": []}.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = tmp_path / "Personeel 2026.xlsx"
    book.save(path)
    return path


def looked_at(folder: Path, *arguments: str | Path) -> Inspection:
    """What `inspect` saves as JSON."""
    target = folder / "inspectie.json"
    done = CliRunner().invoke(command, [*map(str, arguments), "-o", str(target), "--force"], standalone_mode=False)
    assert done.exception is None, done.exception
    return msgspec.json.decode(target.read_bytes(), type=Inspection)


def page_of(inspection: Inspection, width: int = 80, lang: str = "nl") -> str:
    return "\n".join(InspectPage(inspection, load_texts(lang), width).lines())


def _without_why(sheet: SheetLook) -> SheetLook:
    columns = [msgspec.structs.replace(each, by_mapping=False) for each in sheet.columns]
    return msgspec.structs.replace(sheet, chosen=None, columns=columns)


def without_mapping(inspection: Inspection) -> Inspection:
    """The inspection but for what only says that a mapping was used, or what was assumed without one."""
    return msgspec.structs.replace(
        inspection,
        mapping=None,
        problems=[
            each
            for each in inspection.problems
            if not each.code.startswith("mapping.") and each.code != "column.assumed"
        ],
        inputs=[
            msgspec.structs.replace(file, sheets=[_without_why(each) for each in file.sheets])
            for file in inspection.inputs
        ],
    )


def test_every_sheet_says_what_it_is_why_and_what_was_left_out(tmp_path: Path, registers: Path) -> None:
    inspection = looked_at(tmp_path, registers)
    sheets = {(each.name, each.register): each for each in inspection.inputs[0].sheets}
    assert set(sheets) == {
        ("Beleid", "policies"),
        ("Leeg", None),
        ("Medewerkers en scholing", "staff"),
        ("Medewerkers en scholing", "training"),
    }
    training = sheets["Medewerkers en scholing", "training"]
    assert (training.header_row, training.rows_read, training.rows_used) == (3, 3, 2)
    assert [(each.reason, each.count, each.cell) for each in training.left_out] == [("above_header", 1, "A1")]
    assert [(each.letter, each.header, each.field) for each in training.columns] == [
        ("B", "Medewerker", "name"),
        ("C", "Locatie", "location"),
        ("E", "Scholing", "training_name"),
        ("F", "Behaald op", "completed_on"),
        ("G", "Resultaat", "result"),
    ]
    assert training.chosen is not None
    assert training.chosen.score > 5
    perhaps = {each.letter: [p.field for p in each.perhaps] for each in sheets["Beleid", "policies"].unused_columns}
    assert perhaps == {"C": ["adopted_on"]}


def test_rows_read_are_rows_used_and_rows_left_out(tmp_path: Path) -> None:
    for sample in SAMPLES:
        for file in looked_at(tmp_path, Path(shipped("sample_data")) / sample).inputs:
            for each in file.sheets:
                assert each.rows_read == each.rows_used + sum(left.count for left in each.left_out)


def test_the_runner_up_of_the_header_row_is_named(tmp_path: Path) -> None:
    book = Workbook()
    for row in (
        ["Functie", "bij welke", "Locatie"],
        ["Naam", "Functie", "Locatie", "Datum in dienst"],
        ["A. Bakker", "arts", "Oost", "x"],
    ):
        book.active.append(row)
    book.active.title = "Personeel"
    book.save(tmp_path / "p.xlsx")
    (sheet,) = looked_at(tmp_path, tmp_path / "p.xlsx").inputs[0].sheets
    assert sheet.header_row == 2
    assert sheet.chosen is not None
    assert sheet.chosen.runner_up is not None
    assert sheet.chosen.runner_up.row == 1
    assert sheet.chosen.runner_up.registers == ["staff"]
    assert sheet.chosen.runner_up.score < sheet.chosen.score


def test_registers_that_are_missing_are_named_with_what_that_means(tmp_path: Path, registers: Path) -> None:
    missing = {each.register for each in looked_at(tmp_path, registers).missing}
    assert missing == {"organisation", "elements", "officers", "activities", "agreements", "cases"}


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_page_fits_the_terminal(tmp_path: Path, registers: Path, width: int, lang: str) -> None:
    inspection = looked_at(tmp_path, registers, Path(shipped("sample_data")) / SAMPLES[0], "--lang", lang)
    lines = page_of(inspection, width, lang).splitlines()
    plain = [
        line.replace("\x1b[1m", "").replace("\x1b[0m", "").split("m")[-1] if "\x1b" in line else line for line in lines
    ]
    assert max(map(len, plain)) <= width


def test_names_are_in_no_page(tmp_path: Path, registers: Path) -> None:
    inspection = looked_at(tmp_path, registers)
    assert "Vries" not in page_of(inspection) + (tmp_path / "inspectie.json").read_text("utf-8")


def test_words_that_are_not_known_are_listed(tmp_path: Path, registers: Path) -> None:
    words = {(each.table, each.value, each.count) for each in looked_at(tmp_path, registers).words}
    assert words == {("answers", "afgetekend", 1), ("statuses", "in gebruik", 1), ("topics", "Veilig werken", 1)}


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("sample", [*SAMPLES, ""])
def test_a_saved_mapping_says_what_was_understood_and_changes_nothing(
    tmp_path: Path, registers: Path, sample: str, lang: str
) -> None:
    paths = Path(shipped("sample_data")) / sample if sample else registers
    saved = tmp_path / "koppel.yaml"
    before = looked_at(tmp_path, paths, "--save-mapping", saved, "--lang", lang)
    after = looked_at(tmp_path, paths, "--mapping", saved, "--lang", lang)
    assert after.mapping is not None
    assert without_mapping(after) == without_mapping(before)


def test_a_saved_mapping_offers_what_was_not_understood(tmp_path: Path, registers: Path) -> None:
    saved = tmp_path / "koppel.yaml"
    looked_at(tmp_path, registers, "--save-mapping", saved)
    text = saved.read_text("utf-8")
    assert '- file: "Personeel 20??.xlsx"' in text
    for remark in (
        '"Vastgestelt op": adopted_on',
        '"in gebruik": betekenis',
        '"Veilig werken": betekenis',
        '- sheet: "Leeg"',
    ):
        assert f"#   {remark}" in text or f"# {remark}" in text
    text = text.replace("register: policies", 'location: "Oost"\n        register: policies')
    edited = (
        text.replace('#   "Vastgestelt op"', '  "Vastgestelt op"')
        .replace("# statuses:", "statuses:")
        .replace('#   "in gebruik": betekenis', '  "in gebruik": adopted')
    )
    saved.write_text(edited, "utf-8")
    after = looked_at(tmp_path, registers, "--mapping", saved)
    assert [each.value for each in after.words if each.table == "statuses"] == []
    again = tmp_path / "weer.yaml"
    looked_at(tmp_path, registers, "--mapping", saved, "--save-mapping", again)
    library = load_library()
    kept = load_mapping(str(again), library, KnownAs.of(library.checklist))
    assert kept.said.statuses == {"in gebruik": "adopted"}
    assert [each.location for each in kept.said.files[0].sheets] == ["Oost", ""]


def test_awkward_names_come_back_as_they_are(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = 'Jan\'s "lijst" #1'
    for row in (['Naam: "x"', "Functie #1", "Datum in dienst"], ["A. Bakker", "arts", "01-01-2020"]):
        book.active.append(row)
    book.save(tmp_path / "Personeel [oud] 2026.xlsx")
    saved = tmp_path / "koppel.yaml"
    looked_at(tmp_path, tmp_path / "Personeel [oud] 2026.xlsx", "--save-mapping", saved)
    assert looked_at(tmp_path, tmp_path / "Personeel [oud] 2026.xlsx", "--mapping", saved).mapping is not None


def test_nothing_is_written_over_an_input_or_in_an_unknown_form(tmp_path: Path, registers: Path) -> None:
    before = registers.read_bytes()
    runner = CliRunner()
    for arguments in (["--save-mapping", str(registers), "--force"], ["-o", str(tmp_path / "a.pdf")]):
        done = runner.invoke(command, [str(registers), *arguments], standalone_mode=False)
        assert done.exception is not None
    assert registers.read_bytes() == before
    assert not (tmp_path / "a.pdf").exists()


def test_somebody_in_the_place_of_a_training_is_no_unknown_word(tmp_path: Path) -> None:
    table = tmp_path / "Scholing.csv"
    table.write_text(
        "Personeelsnummer;Scholing;Behaald op\n1;Xanthippe Zwanikken;01-02-2025\n2;Veilig werken;01-02-2025\n", "utf-8"
    )
    assert [each.value for each in looked_at(tmp_path, table).words] == ["Veilig werken"]
