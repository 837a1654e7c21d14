"""Where the table is, which register it is, and which column is which field."""

import pytest

from auditor.intake.sheets import RawRow
from tests.intake.taken import (
    account_of,
    codes_of,
    problems_of,
    registers_of,
    shown,
    take,
    take_books,
    take_sheets,
)
from tests.tables import book, of_rows, sheet

POLICIES = """
    Titel                           | Versie | Status      | Vastgesteld op
    Meldcode huiselijk geweld       | 2.0    | vastgesteld | 2024-02-01
"""
STAFF = """
    Personeelsnummer | Naam      | Functie | Locatie | Datum in dienst
    101              | A. Bakker | pm'er   | Noord   | 2020-01-01
"""
TRAINING = """
    Personeelsnummer | Scholing | Behaald op
    101              | Meldcode | 2024-05-01
"""
ELEMENTS = """
    Onderdeel | Aanwezig | Vindplaats
    Stap 1    | ja       | blz. 4
"""
OFFICERS = """
    Naam      | Locatie | Aangesteld op
    A. Bakker | Noord   | 2023-01-01
"""
ACTIVITIES = """
    Datum      | Soort       | Onderwerp
    2026-01-10 | teamoverleg | meldcode
"""
AGREEMENTS = """
    Partner      | Overeengekomen op | Evaluatiedatum
    Veilig Thuis | 2024-01-10        | 2027-01-10
"""
CASES = """
    Casusnummer | Datum signaal | Datum consultatie | Datum besluit
    C-1         | 2026-01-10    | 2026-01-12        | 2026-01-20
"""
ACCEPTANCES = """
    Eis    | Reden | Eigenaar | Goedgekeurd door | Tot
    MC-3.2 | later | kwaliteit | bestuur         | 2027-01-01
"""
ACTIONS = """
    Eis    | Actie  | Eigenaar  | Gereed voor
    MC-3.2 | plannen | kwaliteit | 2027-01-01
"""
ORGANISATION = """
    Naam organisatie | De Regenboog
    Sectoren         | dagopvang; bso
"""
USUAL = {
    "organisation": ORGANISATION,
    "policies": POLICIES,
    "elements": ELEMENTS,
    "staff": STAFF,
    "training": TRAINING,
    "officers": OFFICERS,
    "activities": ACTIVITIES,
    "agreements": AGREEMENTS,
    "cases": CASES,
    "acceptances": ACCEPTANCES,
    "actions": ACTIONS,
}


@pytest.mark.parametrize("register", USUAL)
def test_headers_tell_the_register_in_a_sheet_without_a_telling_name(register: str) -> None:
    intake = take({"Blad1": USUAL[register], "Blad2": "x"})
    assert registers_of(intake)["Blad1"] == [register]


def test_headers_weigh_more_than_the_name_of_the_sheet() -> None:
    assert registers_of(take({"Scholing": POLICIES})) == {"Scholing": ["policies"]}


def test_the_name_of_the_sheet_helps_but_does_not_overrule() -> None:
    table = "Partner|Soort|Datum|Overeengekomen op|Evaluatiedatum\nVeilig Thuis|x|2024-01-10|2024-01-10|2027-01-10"
    assert registers_of(take({"Borging": table})) == {"Borging": ["agreements"]}


def test_the_name_of_the_sheet_decides_what_headers_leave_open() -> None:
    table = "Naam|Locatie\nA. Bakker|Noord"
    assert registers_of(take({"Aandachtsfunctionarissen": table})) == {"Aandachtsfunctionarissen": ["officers"]}
    assert registers_of(take({"Personeel": table})) == {"Personeel": ["staff"]}
    assert registers_of(take({"Blad1": table, "Blad2": "x"}))["Blad1"] == [None]


def test_the_name_of_the_file_helps_where_it_has_one_sheet() -> None:
    table = "Naam|Locatie\nA. Bakker|Noord"
    assert registers_of(take({"Blad1": table}, file="2026/Personeel.xlsx")) == {"Blad1": ["staff"]}


def test_weak_headers_alone_make_no_register() -> None:
    intake = take({"Blad1": "Naam|Datum|Omschrijving|Status\nx|2024-01-01|y|z\nx|2024-01-01|y|z\nx|2024-01-01|y|z"})
    assert registers_of(intake) == {"Blad1": [None]}
    assert problems_of(intake) == [("sheet.unrecognised", "")]


def test_a_cover_sheet_is_no_register_and_no_problem() -> None:
    intake = take({"Voorblad": "Kwaliteitshandboek\nversie 2026\nopgesteld door de kwaliteitsmedewerker"})
    assert registers_of(intake) == {"Voorblad": [None]}
    assert problems_of(intake) == []
    assert [(each.reason, each.count) for each in account_of(intake, "Voorblad").left_out] == [("no_register", 3)]


def test_the_table_may_begin_below_titles_and_in_any_column() -> None:
    below = """
        Personeelsoverzicht
        peildatum        | 1-10-2026

        Personeelsnummer | Naam      | Functie
        101              | A. Bakker | pm'er

        102              | C. Dirks  | pm'er
    """
    intake = take_sheets(sheet("Personeel", below, first_column=3))
    account = account_of(intake, "Personeel")
    assert (account.header_row, account.rows_read, account.rows_used) == (4, 4, 2)
    assert account.columns == {"person_id": "C", "name": "D", "function": "E"}
    assert [(each.reason, each.count, each.first.cell) for each in account.left_out] == [("above_header", 2, "C1")]


def test_one_workbook_may_hold_every_register() -> None:
    intake = take(USUAL)
    assert registers_of(intake) == {name: [name] for name in USUAL}
    assert set(intake.registers.given()) == {
        "organisation", "policies", "elements", "staff", "trainings", "officers", "activities", "agreements", "cases",
        "acceptances", "actions",
    }  # fmt: skip


def test_a_register_may_be_spread_over_sheets_and_files() -> None:
    one = book(sheet("Noord", STAFF), sheet("Zuid", STAFF.replace("101", "102")), file="a.xlsx")
    two = book(sheet("West", STAFF.replace("101", "103")), file="b.csv")
    intake = take_books(one, two)
    assert [person.label for person in intake.registers.staff or ()] == ["101", "102", "103"]


def test_english_headers_in_any_case_are_understood() -> None:
    intake = take(
        {
            "Sheet1": "EMPLOYEE NUMBER|Full name|JOB TITLE|Location|Start_date\n7|Ann Lee|nurse|North|2020-01-01",
            "x": "y",
        }
    )
    assert account_of(intake, "Sheet1").columns == {
        "person_id": "A", "name": "B", "function": "C", "location": "D", "start_date": "E",
    }  # fmt: skip


def test_a_header_may_explain_itself_in_brackets() -> None:
    intake = take({"Scholing": "Personeelsnummer (AFAS)|Scholing *|Behaald op (dd-mm-jjjj)\n101|Meldcode|01-05-2024"})
    assert shown(intake) == [("101", "Meldcode", "completed", "2024-05-01")]


def test_of_two_headers_for_one_field_the_better_synonym_is_read() -> None:
    table = "Personeelsnummer|Scholing|Datum gevolgd|Behaald op\n101|Meldcode|2023-01-01|2024-05-01"
    intake = take({"Scholing": table})
    assert shown(intake) == [("101", "Meldcode", "completed", "2024-05-01")]
    assert ("column.rival", "C1") in problems_of(intake)
    assert [(each.letter, each.header) for each in account_of(intake, "Scholing").unused] == [("C", "Datum gevolgd")]


def test_a_strong_header_is_read_before_a_weak_one() -> None:
    intake = take({"Scholing": "Personeelsnummer|Scholing|Datum|Behaald op\n101|Meldcode|2023-01-01|2024-05-01"})
    assert shown(intake) == [("101", "Meldcode", "completed", "2024-05-01")]
    assert codes_of(intake) == set()


def test_a_date_read_by_a_weak_header_is_said() -> None:
    intake = take({"Scholing": "Personeelsnummer|Scholing|Datum\n101|Meldcode|2024-05-01"})
    assert shown(intake) == [("101", "Meldcode", "completed", "2024-05-01")]
    assert problems_of(intake) == [("column.assumed", "C1")]


@pytest.mark.parametrize(
    ("first", "second", "state"),
    [
        pytest.param("2024-05-01", "2024-05-01", "completed", id="the same"),
        pytest.param("2024-05-01", "2021-05-01", "unreadable", id="two days"),
        pytest.param("2024-05-01", "", "unreadable", id="only the first"),
        pytest.param("", "2024-05-01", "unreadable", id="only the second"),
    ],
)
def test_a_header_that_stands_twice_is_read_only_where_both_agree(first: str, second: str, state: str) -> None:
    intake = take({"Scholing": f"Personeelsnummer|Scholing|Behaald op|Behaald op\n101|Meldcode|{first}|{second}"})
    assert [each[2] for each in shown(intake)] == [state]
    assert ("column.twice", "C1") in problems_of(intake)


def test_two_text_columns_with_one_header_fill_each_other() -> None:
    intake = take({"Personeel": "Personeelsnummer|Functie|Functie\n101||pm'er\n102|kok|\n103|kok|pm'er"})
    assert [person.function for person in intake.registers.staff or ()] == ["pm'er", "kok", ""]


@pytest.mark.parametrize(
    ("name", "table", "register", "field"),
    [
        pytest.param(
            "Beleidsregister", "Versie|Status|Vastgesteld op\n1|concept|2024-01-01", "policies", "title", id="title"
        ),
        pytest.param("Meldcode-inhoud", "Onderdeel|Vindplaats\nStap 1|blz. 4", "elements", "present", id="present"),
        pytest.param("Scholing", "Naam|Scholing\nA. Bakker|Meldcode", "training", "completed_on", id="completed_on"),
        pytest.param("Borging", "Soort|Onderwerp\nteamoverleg|meldcode", "activities", "date", id="date"),
        pytest.param("Personeel", "Functie|Datum in dienst\npm'er|2020-01-01", "staff", "name", id="nobody"),
    ],
)
def test_a_register_that_lacks_what_it_needs_is_not_read_and_said(
    name: str, table: str, register: str, field: str
) -> None:
    intake = take({name: table})
    missing = [each for each in intake.problems if each.code == "column.missing"]
    assert [str(each.facts["field"]) for each in missing] == [f"Word(id='field.{register}.{field}')"]
    assert missing[0].severity == "error"
    assert intake.registers.given() == ()
    account = account_of(intake, name)
    assert (account.register, account.rows_read, account.rows_used) == (register, 1, 0)


def test_a_column_that_lacks_is_named_with_the_headers_that_were_recognised() -> None:
    intake = take({"Beleidsregister": "Versie|Mijn kolom|Vastgesteld op\n1|x|2024-01-01"})
    assert [each.facts["found"] for each in intake.problems] == [("Versie", "Vastgesteld op")]


def test_a_register_without_the_date_of_adoption_is_read_and_said() -> None:
    intake = take({"Beleidsregister": "Titel|Versie\nMeldcode|2.0"})
    assert [policy.title.value for policy in intake.registers.policies or ()] == ["Meldcode"]
    assert ("column.missing", "A1") in problems_of(intake)


@pytest.mark.parametrize(
    ("header", "code", "cell"),
    [
        ("Titel|Ingangsdatum|Versie", "column.no_adoption", "B1"),
        ("Titel|Versie|Publicatiedatum", "column.no_adoption", "C1"),
        ("Titel|Versie|Status", "column.missing", "A1"),
    ],
)
def test_a_day_of_entry_or_publication_is_no_adoption(header: str, code: str, cell: str) -> None:
    intake = take({"Beleidsregister": f"{header}\nMeldcode kindermishandeling|2024-01-01|2024-01-01"})
    assert [policy.adopted_on.value for policy in intake.registers.policies or ()] == [None]
    assert (code, cell) in problems_of(intake)


def test_a_sheet_for_each_training_is_read_by_its_name() -> None:
    table = "Naam|Datum|Geslaagd\nA. Bakker|2024-01-01|ja\nB. Smit|2024-01-01|nee"
    intake = take({"Meldcode basis": table, "BHV": table})
    assert [(title, state) for _, title, state, _ in shown(intake)] == [
        ("Meldcode basis", "completed"),
        ("Meldcode basis", "failed"),
    ]
    assert {"training.title_of_sheet", "column.assumed"} <= codes_of(intake)


def test_a_sheet_with_names_and_dates_alone_is_no_proof_whatever_it_is_called() -> None:
    intake = take({"Meldcode": "Naam|Datum\nA. Bakker|2024-01-01", "Blad2": "x"})
    assert intake.registers.trainings is None


def test_a_training_that_nobody_knows_but_smells_of_the_code_is_asked_about() -> None:
    table = """
        Personeelsnummer | Scholing            | Behaald op
        1                | Huiselijk geweld    | 2024-01-01
        2                | BHV                 | 2024-01-01
        3                | Huiselijk geweld    | 2024-01-01
        4                | Meldcode voertuigen | 2024-01-01
    """
    intake = take({"Scholing": table})
    asked = [(each.at.cell, each.count, each.severity, each.facts["value"]) for each in intake.problems]
    assert asked == [("C2", 2, "warning", "Huiselijk geweld")]
    assert intake.unrecognised == {"Huiselijk geweld": 2}


def test_a_sheet_named_as_a_register_without_known_headers_is_said() -> None:
    intake = take({"Scholing": "Wie|Wat|Hoe\nJan|iets|zo"})
    assert [(each.code, each.severity) for each in intake.problems] == [("sheet.no_header", "error")]


def test_a_header_without_rows_gives_an_empty_register() -> None:
    intake = take({"Beleidsregister": "Titel|Status|Vastgesteld op"})
    assert intake.registers.policies == ()
    assert problems_of(intake) == [("sheet.no_rows", "")]


def test_rows_read_are_rows_used_and_rows_left_out() -> None:
    table = """
        Overzicht
        Titel      | Versie | Vastgesteld op
        Meldcode   | 2.0    | 2024-02-01
                   | 1.0    | 2024-02-01
        Titel      | Versie | Vastgesteld op
        Protocol X | 1.0    | 2024-02-01
        Totaal     | 2      |
    """
    account = account_of(take({"Beleidsregister": table}), "Beleidsregister")
    assert (account.rows_read, account.rows_used) == (6, 2)
    assert [(each.reason, each.count, each.first.cell) for each in account.left_out] == [
        ("above_header", 1, "A1"),
        ("header_again", 1, "A5"),
        ("totals", 1, "A7"),
        ("no_title", 1, "B4"),
    ]


@pytest.mark.parametrize("word", ["Totaal", "TOTAAL:", "Subtotaal", "Gemiddelde", "Total"])
def test_a_row_of_totals_is_nobody(word: str) -> None:
    intake = take({"Personeel": f"Naam|Functie\nA. Bakker|pm'er\n{word}|1"})
    assert len(intake.registers.staff or ()) == 1


def test_hidden_sheets_and_rows_are_read_counted_and_mentioned() -> None:
    rows = [RawRow(1, {"A": "Naam", "B": "Functie"}), RawRow(2, {"A": "A. Bakker", "B": "kok"}, hidden=True)]
    intake = take_sheets(of_rows("Personeel", rows, hidden=True))
    account = account_of(intake, "Personeel")
    assert (account.hidden, account.hidden_rows, account.rows_used) == (True, 1, 1)
    assert codes_of(intake) == {"sheet.hidden", "rows.hidden"}


def test_an_empty_sheet_is_said() -> None:
    assert problems_of(take({"Personeel": ""})) == [("sheet.empty", "")]


def test_a_header_that_only_one_register_has_tells_it() -> None:
    intake = take({"Blad1": "Locatie|Aandachtsfunctionaris\nNoord|Anna Bakker", "Blad2": "x"})
    assert registers_of(intake)["Blad1"] == ["officers"]


def test_a_table_below_another_is_read_as_its_own_register() -> None:
    table = """
        Naam      | Functie
        A. Bakker | kok

        C. Dirks  | kok

        Naam      | Locatie | Aangesteld op
        A. Bakker | Noord   | 2023-01-01
    """
    intake = take({"Personeel": table})
    assert len(intake.registers.staff or ()) == 2
    assert [each.location.value for each in intake.registers.officers or ()] == ["Noord"]
    assert registers_of(intake) == {"Personeel": ["staff", "officers"]}


def test_a_second_table_that_nobody_knows_is_left_out_and_said() -> None:
    table = """
        Naam      | Functie
        A. Bakker | kok
        C. Dirks  | kok
        Naam      | Lievelingskleur
        A. Bakker | blauw
    """
    intake = take({"Personeel": table})
    assert len(intake.registers.staff or ()) == 2
    below = intake.inputs[0].sheets[1]
    assert [(each.reason, each.count, each.first.cell) for each in below.left_out] == [("second_table", 2, "A4")]


@pytest.mark.parametrize("header", ["Behaaldatum", "behaal datum", "behaalDatum", "BEHAAL-DATUM", "Behaaldatum:"])
def test_a_header_may_be_written_as_one_word_or_as_two(header: str) -> None:
    intake = take({"Scholing": f"Personeelsnummer|Scholing|{header}\n101|Meldcode|2024-05-01"})
    assert account_of(intake, "Scholing").columns["completed_on"] == "C"


def test_a_row_of_headers_straight_below_other_rows_is_a_row() -> None:
    intake = take({"Beleidsregister": "Documenttitel|Documenttype\nMeldcode|protocol\nProtocol|Procedure"})
    assert [policy.title.value for policy in intake.registers.policies or ()] == ["Meldcode", "Protocol"]


def test_a_row_that_heads_its_columns_anew_begins_another_table_even_with_other_headings() -> None:
    rows = "101||Meldcode|2026-01-10\n102||Meldcode|2026-01-11"
    sheet = f"Personeelsnummer|Naam|Scholing|Behaald op\nPersoneelsnummer|Naam|Nog te plannen scholing|Datum gepland\n{rows}"
    intake = take({"Scholing": sheet})
    assert intake.registers.trainings is not None
    assert len(intake.registers.trainings) == 0


@pytest.mark.parametrize(
    ("table", "registers"),
    [
        pytest.param(
            "Nummer|Titel|Soort|Status|Datum\nD-1|Meldcode kindermishandeling|beleid|vastgesteld|2024-01-01",
            ["policies"],
            id="statuses of documents",
        ),
        pytest.param(
            "Code|Naam|Titel|Status|Datum\n1|A. Bakker|Meldcode|behaald|2024-01-01", ["training"], id="answers"
        ),
        pytest.param("Naam|Titel|Status|Datum\nA. Bakker|Meldcode|geldig|2024-01-01", [None], id="a word of both"),
        pytest.param("Naam|Titel|Status|Datum\nA. Bakker|Meldcode||2024-01-01", [None], id="nothing in it"),
        pytest.param("Naam|Titel|Datum\nA. Bakker|Meldcode|2024-01-01", [None], id="no such column"),
        pytest.param("Datum|Soort|Onderwerp\n2026-01-10|borrel|zomer", ["activities"], id="activities all the same"),
    ],
)
def test_headers_with_several_meanings_are_decided_by_what_stands_below(
    table: str, registers: list[str | None]
) -> None:
    assert registers_of(take({"Blad1": table, "Blad2": "x"}))["Blad1"] == registers


def test_a_header_with_several_meanings_is_never_read_in_silence() -> None:
    table = "Nummer|Titel|Soort|Status|Datum\nD-1|Meldcode kindermishandeling|beleid|vastgesteld|2024-01-01"
    assumed = [cell for code, cell in problems_of(take({"Blad1": table})) if code == "column.assumed"]
    assert assumed == ["A1", "B1", "C1", "D1", "E1"]


def test_a_turned_table_is_said_and_not_read() -> None:
    intake = take(
        {"Scholing": "Medewerker|A. Bakker|B. Smit\nPersoneelsnummer|1|2\nScholing|Meldcode|Meldcode\nBehaald op|x|x"}
    )
    assert intake.registers.given() == ()
    assert problems_of(intake) == [("sheet.turned", "")]


def test_a_text_file_in_one_column_is_said() -> None:
    intake = take({"Blad1": "Naam;Functie;In dienst\nA. Bakker;kok;01-01-2020"})
    assert problems_of(intake) == [("sheet.one_column", "")]


def test_a_column_of_numbers_under_the_header_of_a_name_are_numbers_of_people() -> None:
    table = "Medewerker|Naam medewerker|Cursus|Einddatum\n101|A. Bakker|Meldcode|2024-01-02"
    intake = take({"Cursusdeelname": table, "Personeel": STAFF})
    columns = account_of(intake, "Cursusdeelname").columns
    assert (columns["person_id"], columns["name"]) == ("A", "B")
    assert shown(intake) == [("101", "Meldcode", "completed", "2024-01-02")]


def test_one_name_among_the_numbers_leaves_them_names() -> None:
    intake = take({"Scholing": "Medewerker|Cursus|Behaald op\n101|Meldcode|2024-01-02\nA. Bakker|Meldcode|2024-01-02"})
    assert "person_id" not in account_of(intake, "Scholing").columns


@pytest.mark.parametrize(
    ("header", "read"),
    [
        ("Certificaattype|Medewerker|Certificaatnummer|Begindatum|Vervaldatum", "completed"),
        ("Cursus|Medewerker|Certificaatnummer|Begindatum|Vervaldatum", ""),
        ("Certificaattype|Medewerker|Startdatum|Begindatum|Vervaldatum", ""),
    ],
)
def test_a_certificate_was_got_on_the_day_from_which_it_holds(header: str, read: str) -> None:
    intake = take({"Certificaten": f"{header}\nMeldcode|A. Bakker|2024-01-01|2024-01-01|"})
    assert [state for _, _, state, _ in (shown(intake) if intake.registers.trainings else ())] == (
        [read] if read else []
    )
    assert ("column.assumed" in codes_of(intake)) == bool(read)


@pytest.mark.parametrize(
    ("header", "register"),
    [("nr | Omschrijving | Tot", None), ("Naam | Locatie | Tot", None), ("Naam | Aangesteld op | Tot", "officers")],
)
def test_a_list_with_an_end_is_no_register_of_officers(header: str, register: str | None) -> None:
    assert registers_of(take({"Blad1": f"{header}\n1 | x | 2027-01-01"}))["Blad1"] == [register]
