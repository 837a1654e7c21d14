"""What somebody says that their sheets, columns and words are: used as said, reported, and never to change what is known."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from auditor.errors import ChecklistError
from auditor.intake.mapping import MappingFile, fits
from auditor.intake.records import Intake, take_in
from auditor.intake.sheets import RawBook
from auditor.library import load_library, load_texts
from auditor.mappingfile import load_mapping
from tests.intake.taken import account_of, codes_of, known, problems_of, registers_of, shown, words
from tests.tables import book, sheet

HR = """
    Overzicht HR |
    |
    Nr. mdw | Wie           | Vestigingsnaam kort | Begonnen   | Wat           | Klaar op   | Oordeel
    001     | Anna de Vries | Oost                | 2020-01-01 | Veilig werken | 2025-02-01 | afgetekend
    002     | Bea Jansen    | West                | 2021-01-01 | Veilig werken | 2025-03-15 | afgetekend
"""
POLICIES = """
    Titel                                           | Status     | Vastgestelt op
    Meldcode huiselijk geweld en kindermishandeling | in gebruik | 2024-02-01
"""
OTHER = """
    Naam | Functie
    x    | y
"""
COLUMNS = """
        columns: {Nr. mdw: person_id, Wie: name, Vestigingsnaam kort: staff.location, Begonnen: start_date,
                  Wat: training_name, Klaar op: completed_on, Oordeel: result}
"""
HR_RULE = f"""
files:
  - file: "personeel 20??.xlsx"
    sheets:
      - sheet: Blad1
        register: [staff, training]{COLUMNS}
"""
WORDS = """
topics: {Veilig werken: [meldcode, kindcheck]}
answers: {Afgetekend: yes}
"""

Load = Callable[[str], MappingFile]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """A mapping file with this text; its form is said."""

    def written(text: str) -> MappingFile:
        path = tmp_path / "koppel.yaml"
        path.write_text(f"mapping: 1\n{dedent(text)}", "utf-8")
        return load_mapping(str(path), load_library(), known())

    return written


def personnel(**tables: str) -> RawBook:
    return book(*(sheet(name, table) for name, table in tables.items()), file="Personeel 2026.xlsx")


def take(mapping: MappingFile | None, *books: RawBook) -> Intake:
    return take_in(books, words(), known(), mapping)


def refusal(load: Load, text: str, *books: RawBook) -> tuple[str, str]:
    """The sentence id and the sentence with which a mapping is refused, when it is read or when it is used."""
    with pytest.raises(ChecklistError) as caught:
        take(load(text), *books)
    assert caught.value.exit_code == 4
    return caught.value.says.id, load_texts("nl").say(caught.value.says)


def test_a_sheet_that_says_nothing_by_itself_is_read_as_the_mapping_says(load: Load) -> None:
    assert registers_of(take(None, personnel(Blad1=HR))) == {"Blad1": [None]}
    intake = take(load(HR_RULE + WORDS), personnel(Blad1=HR))
    assert registers_of(intake) == {"Blad1": ["staff", "training"]}
    assert account_of(intake, "Blad1", "training").columns == {
        "person_id": "A",
        "name": "B",
        "training_name": "E",
        "completed_on": "F",
        "result": "G",
    }
    assert shown(intake) == [
        ("001", "Veilig werken", "completed", "2025-02-01"),
        ("002", "Veilig werken", "completed", "2025-03-15"),
    ]
    assert intake.registers.trainings is not None
    assert intake.registers.trainings.topics == [{"meldcode", "kindcheck"}]


def test_what_the_mapping_settled_is_reported_with_its_cell(load: Load) -> None:
    intake = take(load(HR_RULE + WORDS), personnel(Blad1=HR))
    said = [each for each in problems_of(intake) if each[0].startswith("mapping.")]
    assert said == [
        ("mapping.sheet", ""),
        *(("mapping.column", cell) for cell in ("A3", "B3", "C3", "D3", "E3", "F3")),
        ("mapping.title", "F4"),
        ("mapping.column", "G3"),
        ("mapping.answer", "G4"),
        ("mapping.used", ""),
    ]
    counts = {each.code: each.count for each in intake.problems}
    assert (counts["mapping.title"], counts["mapping.answer"]) == (2, 2)
    used = next(each for each in intake.problems if each.code == "mapping.used")
    assert used.at.file == "koppel.yaml"
    assert len(str(used.facts["sha256"])) == 64


def test_a_mapping_that_says_what_is_known_changes_nothing_and_is_not_reported_by_column(load: Load) -> None:
    table = POLICIES.replace("Vastgestelt", "Vastgesteld")
    mapping = load('files: [{file: "*", sheets: [{register: policies, columns: {vastgesteld op: adopted_on}}]}]')
    plain, mapped = take(None, personnel(Beleid=table)), take(mapping, personnel(Beleid=table))
    assert plain.registers.policies == mapped.registers.policies
    assert codes_of(mapped) - codes_of(plain) == {"mapping.used", "mapping.sheet"}


def test_next_years_export_with_its_columns_in_another_order_is_read_too(load: Load) -> None:
    next_year = """
        Oordeel    | Klaar op   | Wat           | Nieuw | Wie           | Begonnen   | Nr. mdw | Vestigingsnaam kort
        afgetekend | 2025-02-01 | Veilig werken | 1     | Anna de Vries | 2020-01-01 | 001     | Oost
    """
    intake = take(load(HR_RULE + WORDS), book(sheet("blad1", next_year), file="HR/Personeel 2027.xlsx"))
    assert shown(intake) == [("001", "Veilig werken", "completed", "2025-02-01")]
    assert account_of(intake, "blad1", "staff").columns["location"] == "H"


def test_a_sheet_can_be_left_out_and_that_is_a_warning(load: Load) -> None:
    mapping = load('files: [{file: "*", sheets: [{sheet: Toe*, leave_out: true}]}]')
    intake = take(mapping, personnel(Toelichting=OTHER))
    assert registers_of(intake) == {"Toelichting": [None]}
    assert [each.reason for each in account_of(intake, "Toelichting").left_out] == ["by_mapping"]
    assert [(each.code, each.severity) for each in intake.problems if each.code == "mapping.left_out"] == [
        ("mapping.left_out", "warning")
    ]
    assert intake.registers.staff is None


def test_the_location_of_a_sheet_can_be_said_where_no_column_gives_it(load: Load) -> None:
    staff = "Naam | Functie | Datum in dienst\nA. Bakker | arts | 2020-01-01"
    with_column = "Naam | Functie | Locatie\nC. Dirks | arts | West"
    mapping = load("files: [{file: '*', sheets: [{sheet: Personeel*, location: De Kruin}]}]")
    intake = take(mapping, personnel(**{"Personeel 1": staff, "Personeel 2": with_column}))
    assert sorted(each.location for each in intake.registers.staff or ()) == ["De Kruin", "West"]
    assert [each[0] for each in problems_of(intake)].count("mapping.location") == 2
    assert "sheet.place" not in codes_of(intake)
    assert {each.location for each in take(None, personnel(Personeel=staff)).registers.staff or ()} == {""}


def test_the_header_can_be_said_to_stand_in_a_row(load: Load) -> None:
    two_headers = """
        Naam     | Functie | Locatie
        voorbeeld | arts   | Oost
        Naam     | Functie | Locatie
        A. Bakker | arts   | Oost
    """
    by_itself = take(None, personnel(Personeel=two_headers))
    assert account_of(by_itself, "Personeel").header_row == 1
    said = "files: [{file: '*', sheets: [{register: staff, header_row: %s}]}]"
    assert account_of(take(load(said % 3), personnel(Personeel=two_headers)), "Personeel").header_row == 3
    assert refusal(load, said % 2, personnel(Personeel=two_headers))[0] == "error.mapping.no_header"
    assert refusal(load, said % 0)[0] == "error.mapping.no_row"


def test_rows_above_the_header_that_was_said_are_read_and_left_out(load: Load) -> None:
    table = "los | x\nlos | y\nNaam | Functie\nA. Bakker | arts"
    said = "files: [{file: '*', sheets: [{register: staff, header_row: 3}]}]"
    account = account_of(take(load(said), personnel(Personeel=table)), "Personeel")
    assert (account.rows_read, account.rows_used) == (3, 1)
    assert [(each.reason, each.count, each.first.cell) for each in account.left_out] == [("above_header", 2, "A1")]


@pytest.mark.parametrize("above", [0, 19, 20, 40, 300], ids=str)
def test_a_table_is_found_by_the_headers_that_were_said_however_far_down_it_begins(load: Load, above: int) -> None:
    rows = [*(f"regel {i} | los" for i in range(above)), "Wie | Wat", "A. Bakker | arts"]
    said = "files: [{file: '*', sheets: [{register: staff, columns: {Wie: name, Wat: function}}]}]"
    intake = take(load(said), personnel(Blad1="\n".join(rows)))
    account = account_of(intake, "Blad1")
    assert [each.name for each in intake.registers.staff or ()] == ["A. Bakker"]
    assert (account.header_row, account.rows_read, account.rows_used) == (above + 1, above + 1, 1)


TWO_ROWS = """
    Overzicht 2026

    Wie |           | Cursus |          |
    nr  | voluit    | titel  | wanneer  | tot
    1   | A. Bakker | Meldcode | 03-04-2025 | 03-04-2028
"""
TWO_ROW_RULE = """
files:
  - file: '*'
    sheets:
      - register: training
        columns: {Wie nr: person_id, Wie voluit: name, Cursus titel: training_name, Cursus wanneer: completed_on,
                  Cursus tot: valid_until}
"""


@pytest.mark.parametrize("above", [0, 250])
def test_a_column_below_a_heading_is_called_by_both(load: Load, above: int) -> None:
    assert take(None, personnel(Blad1=TWO_ROWS)).registers.trainings is None
    rows = [*(f"regel {i} | los" for i in range(above)), *TWO_ROWS.strip("\n").splitlines()]
    intake = take(load(TWO_ROW_RULE), personnel(Blad1="\n".join(rows)))
    assert shown(intake) == [("1", "Meldcode", "completed", "2025-04-03")]
    account = account_of(intake, "Blad1")
    assert account.columns == {
        "person_id": "A",
        "name": "B",
        "training_name": "C",
        "completed_on": "D",
        "valid_until": "E",
    }
    assert (account.header_row, account.rows_used) == (above + 4, 1)
    notes = [(code, cell) for code, cell in problems_of(intake) if code == "mapping.column"]
    assert notes == [("mapping.column", f"{letter}{above + 4}") for letter in "ABCDE"]


def test_a_header_of_two_rows_that_is_not_there_is_refused(load: Load) -> None:
    text = TWO_ROW_RULE.replace("Cursus tot", "Cursus einde")
    assert refusal(load, text, personnel(Blad1=TWO_ROWS))[0] == "error.mapping.no_column"


def test_keys_of_the_organisation_are_columns_too(load: Load) -> None:
    table = """
        Wij heten | De Regenboog
        Branche   | kdv
    """
    mapping = load("""
        files: [{file: "*", sheets: [{register: organisation, columns: {Wij heten: name, Branche: sectors}}]}]
        sectors: {peuterclub: bso}
    """)
    intake = take(mapping, personnel(Blad1=table.replace("kdv", "peuterclub")))
    assert intake.registers.organisation is not None
    assert intake.registers.organisation.name.value == "De Regenboog"
    assert [each.value for each in intake.registers.organisation.sectors] == ["bso"]
    assert ("mapping.column", "A1") in problems_of(intake)
    assert ("mapping.sector", "B2") in problems_of(intake)


def test_words_of_statuses_activities_and_elements_mean_what_is_said(load: Load) -> None:
    mapping = load("""
        statuses: {in gebruik: adopted}
        activities: {koffie met casus: casuistiek}
        elements: {blok 7: MC-2.1.b}
    """)
    tables = {
        "Beleidsregister": POLICIES.replace("Vastgestelt", "Vastgesteld"),
        "Borging": "Datum | Soort\n2026-01-10 | Koffie met casus",
        "Meldcode-inhoud": "Onderdeel | Aanwezig | Vindplaats\nBlok 7 | ja | blz. 4",
    }
    registers = take(mapping, personnel(**tables)).registers
    assert registers.policies is not None
    assert [each.status.value for each in registers.policies] == ["adopted"]
    assert registers.activities is not None
    assert [each.kind.value for each in registers.activities] == ["casuistiek"]
    assert registers.elements is not None
    assert [each.requirements for each in registers.elements] == [("MC-2.1.b",)]
    unmapped = take(None, personnel(**tables)).registers
    assert unmapped.policies is not None
    assert [each.status.value for each in unmapped.policies] == [None]
    assert unmapped.elements == ()


def test_a_title_is_mapped_as_a_whole_and_no_other_title_with_it(load: Load) -> None:
    table = """
        Personeelsnummer | Scholing        | Behaald op
        1                | basis           | 2025-01-01
        2                | basis excel     | 2025-01-01
    """
    intake = take(load("topics: {Basis: meldcode}"), personnel(Scholing=table))
    assert intake.registers.trainings is not None
    assert intake.registers.trainings.topics == [{"meldcode"}, set()]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("answers: {nee: yes}", "known_word", id="a no stays a no"),
        pytest.param("answers: {gepland: yes}", "known_word", id="planned is not done"),
        pytest.param("answers: {nog niet gehaald: yes}", "known_word", id="a denial is no yes"),
        pytest.param("answers: {80%: yes}", "known_word", id="less than all"),
        pytest.param("answers: {afgetekend: ja}", "unknown_meaning", id="not a meaning"),
        pytest.param("statuses: {concept: adopted}", "known_word", id="a draft stays a draft"),
        pytest.param("statuses: {nieuw concept: adopted}", "known_word", id="a word for a draft in it"),
        pytest.param("topics: {BHV herhaling: meldcode}", "known_word", id="first aid stays first aid"),
        pytest.param("topics: {Meldcode voertuigen RDW: meldcode}", "known_word", id="another meldcode"),
        pytest.param("topics: {Veilig werken: veiligheid}", "unknown_meaning", id="no such topic"),
        pytest.param("topics: {Veilig werken: []}", "unknown_meaning", id="no topic at all"),
        pytest.param("elements: {geen kindcheck: MC-2.1.f}", "known_word", id="an element that is denied"),
        pytest.param("elements: {stap 4: MC-2.1.f}", "known_word", id="another element"),
        pytest.param("elements: {blok 7: MC-9.9}", "unknown_meaning", id="no such requirement"),
        pytest.param("sectors: {bso: po}", "known_word", id="another sector"),
        pytest.param("activities: {teamoverleg: evaluatie}", "known_word", id="another activity"),
        pytest.param("answers: {Afgetekend: yes, afgetekend: yes}", "key_twice", id="twice in other letters"),
    ],
)
def test_no_word_is_given_a_meaning_against_what_it_says(load: Load, text: str, code: str) -> None:
    assert refusal(load, text)[0] == f"error.mapping.{code}"


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        pytest.param("register: scholing", "unknown_register", id="register"),
        pytest.param("register: training, columns: {Klaar op: klaar}", "unknown_field", id="field"),
        pytest.param("register: training, columns: {Klaar op: adopted_on}", "unknown_field", id="of another register"),
        pytest.param("columns: {Klaar op: completed_on}", "no_register", id="columns of what"),
        pytest.param("leave_out: true, register: staff", "left_out_and_read", id="left out and read"),
        pytest.param("leave_out: true, location: Oost", "left_out_and_read", id="left out and placed"),
        pytest.param("register: training, columns: {BSN: person_id}", "private", id="a BSN"),
        pytest.param("register: staff, columns: {Geboortedatum: start_date}", "private", id="a birth date"),
        pytest.param("register: training, columns: {Verloopdatum: completed_on}", "known_column", id="an expiry date"),
        pytest.param("register: training, columns: {Resultaat: provider}", "known_column", id="a result out of sight"),
        pytest.param("register: training, columns: {Gepland op: completed_on}", "no_completion", id="a plan"),
        pytest.param("register: training, columns: {klaar op: result, Klaar op.: result}", "key_twice", id="twice"),
    ],
)
def test_no_column_is_given_a_meaning_against_what_it_says(load: Load, rule: str, code: str) -> None:
    assert refusal(load, f"files: [{{file: '*', sheets: [{{{rule}}}]}}]")[0] == f"error.mapping.{code}"


@pytest.mark.parametrize(
    ("text", "code", "line", "names"),
    [
        pytest.param(
            HR_RULE.replace("personeel", "salaris"), "no_file", "regel 4", "Personeel 2026.xlsx", id="no such file"
        ),
        pytest.param(HR_RULE.replace("Blad1", "Blad9"), "no_sheet", "regel 6", "Blad1", id="no such sheet"),
        pytest.param(HR_RULE.replace("Oordeel", "Uitslag"), "no_column", "regel 9", "Oordeel", id="no such column"),
    ],
)
def test_what_no_input_has_is_refused_with_its_line_and_the_names_there_are(
    load: Load, text: str, code: str, line: str, names: str
) -> None:
    found, sentence = refusal(load, text, personnel(Blad1=HR))
    assert found == f"error.mapping.{code}"
    assert f"koppel.yaml, {line}:" in sentence
    assert names in sentence


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("colums: {}", "checklist.unknown_key", id="unknown key"),
        pytest.param("files: [{file: a, sheets: [{sheeet: b}]}]", "checklist.unknown_key", id="unknown key deeper"),
        pytest.param("answers: {a: yes}\nanswers: {b: yes}", "checklist.yaml", id="the same key twice"),
        pytest.param("answers: {1: yes}", "checklist.wrong_type", id="a number for a word"),
        pytest.param("files: {", "checklist.yaml", id="no YAML"),
    ],
)
def test_a_mapping_is_read_strictly(load: Load, text: str, code: str) -> None:
    assert refusal(load, text)[0] == f"error.{code}"


def test_a_mapping_of_another_form_or_of_none_is_refused(tmp_path: Path) -> None:
    for text, code in (("mapping: 2", "error.mapping.form"), ("- a", "error.checklist.missing_key")):
        path = tmp_path / "k.yaml"
        path.write_text(text, "utf-8")
        with pytest.raises(ChecklistError) as caught:
            load_mapping(str(path), load_library(), known())
        assert caught.value.says.id == code


@pytest.mark.parametrize(
    ("pattern", "name", "is_so"),
    [
        ("Personeel 20??.xlsx", "HR/personeel 2027.xlsx", True),
        ("HR/*.xlsx", "HR/Personeel.xlsx", True),
        ("Personeel [oud].xlsx", "Personeel [oud].xlsx", True),
        ("Personeel 20??.xlsx", "Personeel 20271.xlsx", False),
        ("Personeel", "Personeel.xlsx", False),
    ],
)
def test_which_names_a_pattern_stands_for(pattern: str, name: str, is_so: bool) -> None:
    assert fits(pattern, name) is is_so
