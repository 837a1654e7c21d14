"""Several tables on one sheet, and what stands above rows and holds for them."""

import msgspec
import pytest

from auditor.intake.records import Intake
from auditor.intake.sheets import RawRow
from auditor.registers import PolicyStatus
from tests.intake.taken import account_of, codes_of, registers_of, shown, take, take_books, take_sheets
from tests.tables import book, of_rows, sheet


def test_tables_below_each_other_are_registers_of_their_own() -> None:
    table = """
        Personeel
        Personeelsnummer | Naam      | Functie | In dienst
        1                | A. Bakker | pm'er   | 2020-01-01
        2                | B. Smit   | pm'er   | 2021-01-01

        Scholing
        Personeelsnummer | Cursus    | Behaald op
        1                | Meldcode  | 2024-05-01
    """
    intake = take({"Overzicht": table})
    assert registers_of(intake) == {"Overzicht": ["staff", "training"]}
    assert [person.label for person in intake.registers.staff or ()] == ["1", "2"]
    assert shown(intake) == [("1", "Meldcode", "completed", "2024-05-01")]
    assert [(each.header_row, each.rows_read, each.rows_used) for each in intake.inputs[0].sheets] == [
        (2, 3, 2),
        (7, 2, 1),
    ]


def test_a_table_far_below_another_is_read_too() -> None:
    staff = [RawRow(i, {"A": str(i), "B": "pm'er", "C": "2020-01-01"}) for i in range(2, 302)]
    rows = [
        RawRow(1, {"A": "Personeelsnummer", "B": "Functie", "C": "In dienst"}),
        *staff,
        RawRow(310, {"A": "Scholing"}),
        RawRow(311, {"A": "Personeelsnummer", "B": "Cursus", "C": "Behaald op"}),
        RawRow(312, {"A": "2", "B": "Meldcode", "C": "2024-05-01"}),
    ]
    intake = take_sheets(of_rows("Overzicht", rows))
    assert len(intake.registers.staff or ()) == 300
    assert shown(intake) == [("2", "Meldcode", "completed", "2024-05-01")]


def test_tables_beside_each_other_are_registers_of_their_own() -> None:
    table = """
        Personeelsnummer | Naam      | Functie | In dienst  | | Documenttitel               | Versie | Vastgesteld op
        1                | A. Bakker | pm'er   | 2020-01-01 | | Meldcode huiselijk geweld   | 2      | 2023-01-01
        2                | B. Smit   | pm'er   | 2021-01-01 | |
    """
    intake = take({"Overzicht": table})
    assert registers_of(intake) == {"Overzicht": ["staff", "policies"]}
    assert account_of(intake, "Overzicht", "policies").columns == {"title": "F", "version": "G", "adopted_on": "H"}
    assert account_of(intake, "Overzicht", "policies").rows_read == 1


def test_two_locations_beside_each_other_are_one_register() -> None:
    table = """
        Nr | Naam      | Functie | In dienst  | | Nr | Naam    | Functie | In dienst
        1  | A. Bakker | pm'er   | 2020-01-01 | | 3  | C. Kok  | pm'er   | 2020-01-01
        2  | B. Smit   | pm'er   | 2021-01-01 | |
    """
    intake = take({"Personeel": table})
    assert sorted(person.label for person in intake.registers.staff or ()) == ["1", "2", "3"]


def test_an_empty_column_within_a_table_does_not_part_it() -> None:
    intake = take({"Meldcode-inhoud": "Onderdeel|Aanwezig||Vindplaats|Document\nStap 1|ja||blz. 4|Meldcode"})
    assert registers_of(intake) == {"Meldcode-inhoud": ["elements"]}
    assert [each.place.value for each in intake.registers.elements or ()] == ["blz. 4"]


def test_facts_of_the_organisation_may_stand_above_a_table() -> None:
    table = """
        Naam organisatie | De Regenboog
        Sectoren         | bso

        Documenttitel             | Versie | Vastgesteld op
        Meldcode huiselijk geweld | 2.0    | 2024-02-01
    """
    intake = take({"Blad1": table})
    assert registers_of(intake) == {"Blad1": ["organisation", "policies"]}
    assert intake.registers.organisation is not None
    assert intake.registers.organisation.name.value == "De Regenboog"
    assert len(intake.registers.policies or ()) == 1


@pytest.mark.parametrize("line", ["Locatie: Oost", "Locatie:|Oost", "Vestiging Oost", "LOCATIE : Oost"])
def test_a_line_above_a_block_tells_where_its_people_work(line: str) -> None:
    table = f"Personeelsnummer|Naam|Functie\n{line}\n1|A. Bakker|pm'er\nLocatie: West\n2|B. Smit|pm'er"
    intake = take({"Personeel": table})
    assert [(each.label, each.location) for each in intake.registers.staff or ()] == [("1", "Oost"), ("2", "West")]
    assert ("line", 2) in [(each.reason, each.count) for each in account_of(intake, "Personeel").left_out]


def test_an_officer_in_the_block_of_a_location_is_not_one_for_all() -> None:
    intake = take({"Aandachtsfunctionarissen": "Naam|Aangesteld op\nLocatie: Oost\nAnna Bakker|2023-01-01"})
    assert [(each.location.value, each.location.at.cell) for each in intake.registers.officers or ()] == [
        ("Oost", "A2")
    ]


ROW = "1|A. Bakker|Meldcode|2024-05-01"


@pytest.mark.parametrize(
    ("name", "above", "line", "counts"),
    [
        pytest.param("Scholing", "", "", True, id="a register"),
        pytest.param("Scholing planning", "", "", False, id="the sheet is called planning"),
        pytest.param("Planning", "", "", False, id="only planning"),
        pytest.param("Scholing archief", "", "", False, id="archive"),
        pytest.param("Scholing", "Gepland voor 2027", "", False, id="a title above the table"),
        pytest.param("Scholing", "", "Gepland voor 2027:", False, id="a line among the rows"),
        pytest.param("Scholing", "", "Nog te volgen", False, id="a line without a colon"),
        pytest.param("Scholing planning", "", "Gevolgd in 2026:", True, id="a line that says that they were followed"),
        pytest.param("Scholing", "Overzicht gevolgde en geplande scholing", "", True, id="a title that says both"),
        pytest.param("Scholing", "", "Bron: AFAS", True, id="a remark"),
        pytest.param("Scholing", "Legenda: rood is verlopen", "", True, id="a legend"),
        pytest.param("Scholing", "Rood = verlopen", "", True, id="a sign and its meaning"),
        pytest.param("Scholing", "Certificaten verlopen na drie jaar", "", True, id="a sentence"),
        pytest.param("Scholing", "", "Voorbeeld:", False, id="an example"),
        pytest.param("Voorbeeld scholing", "", "", False, id="a sheet of examples"),
        pytest.param("Scholing", "Verlopen certificaten", "", False, id="a heading"),
        pytest.param("Scholing", "Overzicht van alle ingetrokken certificaten 2020", "", False, id="a long heading"),
    ],
)
def test_what_is_planned_or_past_never_counts(name: str, above: str, line: str, counts: bool) -> None:
    rows = [above, "Personeelsnummer|Naam|Scholing|Behaald op", line, ROW]
    intake = take({name: "\n".join(row for row in rows if row), "Blad2": "x"})
    assert shown(intake) == ([("1", "Meldcode", "completed", "2024-05-01")] if counts else [])
    if not counts:
        assert [each.severity for each in intake.problems if "rows.left_out" in each.code][-1] == "warning"


@pytest.mark.parametrize(
    ("table", "status"),
    [
        ("Titel|Vastgesteld op\n{}", None),
        ("Ingetrokken documenten\nTitel|Vastgesteld op\n{}", PolicyStatus.WITHDRAWN),
        ("Titel|Vastgesteld op\nHuisregels|2020-01-01\nIngetrokken documenten\n{}", PolicyStatus.WITHDRAWN),
        ("Titel|Vastgesteld op\nHuisregels|2020-01-01\n\nVervallen:\nTitel|Vastgesteld op\n{}", PolicyStatus.WITHDRAWN),
        ("Concepten\nTitel|Vastgesteld op\n{}", PolicyStatus.DRAFT),
        ("Vervallen beleid\nTitel|Vastgesteld op\nHuisregels|2020-01-01\nActueel beleid\n{}", None),
    ],
)
def test_a_document_among_withdrawn_ones_is_withdrawn(table: str, status: PolicyStatus | None) -> None:
    intake = take({"Documenten": table.format("Meldcode kindermishandeling|2019-01-01")})
    assert [each.status.value for each in intake.registers.policies or ()][-1] is status


def test_a_status_does_not_bring_back_what_stands_in_the_archive() -> None:
    intake = take({"Archief": "Documenttitel|Status|Vastgesteld op\nMeldcode kindermishandeling|definitief|2019-01-01"})
    assert [each.status.value for each in intake.registers.policies or ()] == [PolicyStatus.WITHDRAWN]


def test_staff_in_an_archive_are_still_listed() -> None:
    intake = take({"Archief": "Personeelsnummer|Naam|Functie|In dienst\n1|A. Bakker|kok|2020-01-01"})
    assert len(intake.registers.staff or ()) == 1


@pytest.mark.parametrize(
    "note", ["* cursief = nog niet afgerond", "Bron: AFAS", "Let op dit is niet volledig", "Peildatum 1 mei"]
)
def test_a_remark_below_a_table_is_nobody(note: str) -> None:
    intake = take({"Personeel": f"Naam|Functie\nAnna Bakker|kok\n\n{note}"})
    assert len(intake.registers.staff or ()) == 1


def places(intake: Intake) -> list[tuple[str, str]]:
    """Who works where."""
    return sorted((each.label, each.location) for each in intake.registers.staff or ())


STAFF = "Personeelsnummer|Naam|Functie|In dienst"


def test_a_merged_cell_holds_for_all_its_rows() -> None:
    rows = [
        RawRow(1, {"A": "Locatie", "B": "Personeelsnummer", "C": "Functie"}),
        RawRow(2, {"A": "Oost", "B": "1", "C": "kok"}),
        RawRow(3, {"B": "2", "C": "kok"}),
        RawRow(4, {"B": "3", "C": "kok"}),
    ]
    intake = take_sheets(msgspec.structs.replace(of_rows("Personeel", rows), merged=("A2:A3", "A1:C1")))
    assert places(intake) == [("1", "Oost"), ("2", "Oost"), ("3", "")]
    assert [(each.at.cell, each.count) for each in intake.problems if each.code == "column.carried"] == [("A1", 1)]


@pytest.mark.parametrize(
    ("locations", "read"),
    [
        pytest.param(["Oost", "", "West", ""], ["Oost", "Oost", "West", "West"], id="each stands once"),
        pytest.param(["Oost", "", "West", "Oost"], ["Oost", "", "West", "Oost"], id="one stands twice"),
        pytest.param(["", "Oost", "", "West"], ["", "Oost", "", "West"], id="the first row has none"),
        pytest.param(["Oost", "", "", ""], ["Oost", "", "", ""], id="only one"),
        pytest.param(["Oost", "West", "Noord", ""], ["Oost", "West", "Noord", ""], id="hardly any is empty"),
    ],
)
def test_a_location_in_the_first_row_of_a_block_holds_for_the_block(locations: list[str], read: list[str]) -> None:
    rows = "\n".join(f"{place}|{i}|kok" for i, place in enumerate(locations, 1))
    assert [place for _, place in places(take({"Personeel": f"Locatie|Personeelsnummer|Functie\n{rows}"}))] == read


@pytest.mark.parametrize(
    ("first", "second", "read"),
    [
        ("Personeel Oost", "Personeel West", ["Oost", "West"]),
        ("Oost", "West", ["Oost", "West"]),
        ("Locatie Oost", "Vestiging West", ["Oost", "West"]),
        ("Personeel 2025", "Personeel 2026", ["", ""]),
        ("Vast personeel", "Flexpool", ["", ""]),
        ("Blad1", "Blad2", ["", ""]),
        ("Personeel Oost", "Personeel", ["", ""]),
        ("De Beukenhof", "Personeel Het Kompas", ["De Beukenhof", "Het Kompas"]),
        ("Overzicht van het personeel", "Overzicht van de medewerkers", ["", ""]),
    ],
)
def test_the_name_of_a_sheet_tells_the_location_where_no_column_does(first: str, second: str, read: list[str]) -> None:
    intake = take({first: f"{STAFF}\n1|A. Bakker|kok|2020-01-01", second: f"{STAFF}\n2|B. Smit|kok|2020-01-01"})
    assert [place for _, place in places(intake)] == read
    assert ("sheet.place" in codes_of(intake)) == any(read)


def test_the_names_of_files_tell_the_locations_too() -> None:
    books = [
        book(sheet("Sheet1", f"{STAFF}\n{i}|A. Bakker|kok|2020-01-01"), file=f"personeel_{place}.xlsx")
        for i, place in ((1, "Oost"), (2, "West"))
    ]
    assert places(take_books(*books)) == [("1", "Oost"), ("2", "West")]


def test_a_column_with_locations_goes_before_the_names_of_sheets() -> None:
    header = "Personeelsnummer|Functie|Locatie|In dienst"
    intake = take({"Oost": f"{header}\n1|kok|Noord|2020-01-01", "West": f"{header}\n2|kok|Zuid|2020-01-01"})
    assert places(intake) == [("1", "Noord"), ("2", "Zuid")]


def test_a_document_with_a_colon_in_its_title_is_a_row() -> None:
    intake = take({"Beleidsregister": "Titel|Vastgesteld op\nProtocol: kindermishandeling"})
    assert [each.title.value for each in intake.registers.policies or ()] == ["Protocol: kindermishandeling"]


def test_a_line_for_all_locations_is_no_location() -> None:
    intake = take({"Personeel": "Personeelsnummer|Naam|Functie\nLocatie: alle locaties\n1|A. Bakker|kok"})
    assert places(intake) == [("1", "")]


def test_a_file_that_is_called_an_example_counts() -> None:
    rows = f"Personeelsnummer|Naam|Scholing|Behaald op\n{ROW}"
    intake = take_books(book(sheet("voorbeeld", rows), file="voorbeeld.csv"))
    assert shown(intake) == [("1", "Meldcode", "completed", "2024-05-01")]
