"""Who is who: nobody disappears from the population, and nobody gets another's training."""

from datetime import date
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.intake.pseudonyms import pseudonyms
from auditor.intake.somebody import StaffRow
from auditor.registers import Contact, Person
from tests.intake.taken import account_of, codes_of, problems_of, registers_of, shown, take, take_books
from tests.tables import book, sheet

STAFF_HEADER = "Personeelsnummer|Naam|Functie|Locatie|Cliëntcontact|Datum in dienst|Datum uit dienst"


def staff(*rows: str, header: str = STAFF_HEADER) -> tuple[Person, ...]:
    return take({"Personeel": "\n".join([header, *rows])}).registers.staff or ()


def test_a_person_keeps_the_cells_of_what_decides_who_counts() -> None:
    (person,) = staff("101|Anna Bakker|pm'er|Noord|ja|2020-03-01|")
    assert (person.label, person.name, person.function, person.location) == ("101", "Anna Bakker", "pm'er", "Noord")
    assert (person.contact.value, person.contact.at.cell) == (Contact.YES, "E2")
    assert (str(person.start.value), person.start.at.cell, person.end.is_empty) == ("2020-03-01", "F2", True)


@pytest.mark.parametrize(
    ("typed", "contact"),
    [
        pytest.param("ja", Contact.YES, id="yes"),
        pytest.param("deels", Contact.YES, id="partly is contact"),
        pytest.param("nee", Contact.NO, id="no"),
        pytest.param("vrijgesteld", Contact.EXEMPT, id="exempt"),
        pytest.param("n.v.t.", Contact.EXEMPT, id="not applicable"),
        pytest.param("", None, id="empty"),
        pytest.param("?", None, id="unknown"),
        pytest.param("soms", None, id="unreadable"),
    ],
)
def test_only_a_clear_word_takes_somebody_out_of_scope(typed: str, contact: Contact | None) -> None:
    (person,) = staff(f"101|Anna Bakker|pm'er|Noord|{typed}|2020-03-01|")
    assert person.contact.value is contact


def test_a_doubtful_contact_is_said_and_an_empty_one_is_not() -> None:
    rows = "101|A|f|l||2020-03-01|\n102|B|f|l|soms|2020-03-01|\n103|C|f|l|?|2020-03-01|"
    intake = take({"Personeel": f"{STAFF_HEADER}\n{rows}"})
    assert problems_of(intake) == [("answer.unreadable", "E3"), ("answer.undecided", "E4")]


def test_a_row_without_name_and_number_is_nobody() -> None:
    intake = take(
        {"Personeel": f"{STAFF_HEADER}\n||pm'er|Noord|ja|2020-03-01|\n101|A. Bakker|pm'er|Noord|ja|2020-03-01|"}
    )
    assert len(intake.registers.staff or ()) == 1
    assert [(each.reason, each.first.cell) for each in account_of(intake, "Personeel").left_out] == [
        ("no_person", "C2")
    ]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        pytest.param("Voornaam|Tussenvoegsel|Achternaam", "Anna|de|Bakker", id="in parts"),
        pytest.param("Voornaam|Tussenvoegsel|Naam", "Anna|de|Bakker", id="the last name is called name"),
        pytest.param("Voornaam|Naam", "Anna|Anna de Bakker", id="the name holds the first name"),
        pytest.param("Naam", "Bakker, Anna de", id="to be sorted"),
        pytest.param("Voorletters|Tussenvoegsel|Achternaam|Voornaam", "A.|de|Bakker|Anna", id="with initials too"),
    ],
)
def test_a_name_in_parts_is_the_name(header: str, row: str) -> None:
    intake = take(
        {
            "Personeel": f"{header}|Functie\n{row}|pm'er",
            "Scholing": "Naam|Scholing|Behaald op\nAnna de Bakker|Meldcode|2024-05-01",
        }
    )
    assert shown(intake) == [("P-001", "Meldcode", "completed", "2024-05-01")]
    assert len(intake.registers.staff or ()) == 1
    assert "person.not_in_staff" not in codes_of(intake)


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        pytest.param("000101", "000101", id="a number"),
        pytest.param("M-12", "M-12", id="a code"),
        pytest.param("a.bakker@regenboog.example", "P-001", id="an address"),
        pytest.param("abakker", "P-001", id="a login"),
        pytest.param("bakker1", "P-001", id="a login with a number"),
        pytest.param("ann1", "P-001", id="a first name with a number"),
        pytest.param("Anna 2", "P-001", id="words"),
        pytest.param("123456782", "P-001", id="a BSN"),
    ],
)
def test_a_label_is_a_number_or_a_code_and_never_tells_the_name(typed: str, label: str) -> None:
    assert [person.label for person in staff(f"{typed}|Ann Bakker|pm'er|Noord|ja|2020-03-01|")] == [label]


def test_pseudonyms_are_given_in_the_order_of_the_names() -> None:
    people = staff("|Zoë Zand|f|l|ja||", "|Anna Bakker|f|l|ja||", "P-001|Chris Dirks|f|l|ja||")
    assert {person.name: person.label for person in people} == {
        "Anna Bakker": "P-002",
        "Zoë Zand": "P-003",
        "Chris Dirks": "P-001",
    }


KNOWN_BY = st.lists(st.text(min_size=1), min_size=1, max_size=8)


@given(KNOWN_BY, st.binary(min_size=16), st.sets(st.sampled_from(["P-001", "P-003", "17"])))
def test_everybody_has_a_pseudonym_of_their_own(known_by: list[str], key: bytes, taken: set[str]) -> None:
    for each in (key, b""):
        names = pseudonyms(known_by, frozenset(taken), each)
        assert len({*names, *taken}) == len(known_by) + len(taken)


@given(KNOWN_BY, KNOWN_BY, st.binary(min_size=16), st.binary(min_size=16))
def test_with_a_key_a_pseudonym_is_kept_whoever_else_is_there(
    known_by: list[str], others: list[str], key: bytes, other_key: bytes
) -> None:
    who = known_by[0]
    alone = pseudonyms([who], frozenset(), key)
    assert pseudonyms([who, *others], frozenset(), key)[:1] == alone
    assert (pseudonyms([who], frozenset(), other_key) == alone) == (key == other_key)


def test_two_contracts_of_one_number_are_one_person_from_the_first_start_to_the_last_end() -> None:
    (person,) = staff(
        "101|Anna Bakker|stagiair|Noord|nee|2018-01-01|2019-01-01",
        "0101|A. Bakker|pm'er|Zuid|ja|2019-02-01|2025-12-31",
    )
    assert (str(person.start.value), str(person.end.value)) == ("2018-01-01", "2025-12-31")
    assert (person.contact.value, person.function, person.location) == (Contact.YES, "pm'er", "Zuid")


@pytest.mark.parametrize(
    ("ends", "end"),
    [
        pytest.param(("2020-01-01", ""), None, id="open wins"),
        pytest.param(("2020-01-01", "voorjaar"), None, id="unreadable counts as open"),
        pytest.param(("2020-01-01", "2021-01-01"), "2021-01-01", id="the latest"),
    ],
)
def test_the_end_of_two_contracts(ends: tuple[str, str], end: str | None) -> None:
    (person,) = staff(*(f"101|Anna Bakker|f|l|ja|2018-01-01|{each}" for each in ends))
    assert (str(person.end.value) if person.end.value else None) == end


@pytest.mark.parametrize(
    ("starts", "start"),
    [
        pytest.param(("2020-01-01", ""), None, id="no start"),
        pytest.param(("2020-01-01", "voorjaar"), None, id="an unreadable start counts as none"),
        pytest.param(("2020-01-01", "2019-01-01"), "2019-01-01", id="the earliest"),
    ],
)
def test_the_start_of_two_contracts(starts: tuple[str, str], start: str | None) -> None:
    (person,) = staff(*(f"101|Anna Bakker|f|l|ja|{each}|" for each in starts))
    assert (str(person.start.value) if person.start.value else None) == start


@pytest.mark.parametrize(
    ("contacts", "contact"),
    [
        pytest.param(("nee", "ja"), Contact.YES, id="yes wins over no"),
        pytest.param(("nee", ""), None, id="unknown wins over no"),
        pytest.param(("vrijgesteld", "soms"), None, id="unreadable wins over exempt"),
        pytest.param(("nee", "vrijgesteld"), Contact.EXEMPT, id="exempt wins over no"),
    ],
)
def test_the_contact_of_two_contracts_is_the_one_that_leaves_the_person_in(
    contacts: tuple[str, str], contact: Contact | None
) -> None:
    (person,) = staff(*(f"101|Anna Bakker|f|l|{each}|2020-01-01|" for each in contacts))
    assert person.contact.value is contact


@pytest.mark.parametrize(
    ("end", "people"),
    [
        pytest.param("", 2, id="at the same time: two people, of whom one would hide the other"),
        pytest.param("2019-12-31", 1, id="one after the other: somebody whose name changed"),
    ],
)
def test_one_number_with_two_names_is_asked_about(end: str, people: int) -> None:
    rows = f"101|Anna Bakker|f|l|ja|2018-01-01|{end}\n101|Piet Smit|f|l|ja|2020-01-01|"
    intake = take({"Personeel": f"{STAFF_HEADER}\n{rows}"})
    assert len(intake.registers.staff or ()) == people
    assert problems_of(intake) == [("person.names_differ", "B3")]


def test_a_training_under_a_number_that_two_people_share_counts_for_the_one_with_its_name_or_for_neither() -> None:
    staff = f"{STAFF_HEADER}\n101|Anna Bakker|f|l|ja||\n101|Piet Smit|f|l|ja||"
    training = "Personeelsnummer|Naam|Scholing|Behaald op\n101||Meldcode|2024-01-10\n101|Piet Smit|Meldcode|2024-01-10"
    intake = take({"Personeel": staff, "Scholing": training})
    trainings = intake.registers.trainings
    assert trainings is not None
    assert [person.label for person in intake.registers.staff or ()] == ["P-001", "P-002"]
    names = {person.key: person.name for person in intake.registers.staff or ()}
    assert [names.get(key) for key in trainings.person] == [None, "Piet Smit"]


@pytest.mark.parametrize(
    ("rows", "people"),
    [
        pytest.param(
            ("|Anna Bakker|f|l|ja|2018-01-01|2019-01-01", "|Anna Bakker|f|l|ja|2019-01-02|"),
            1,
            id="one contract after another",
        ),
        pytest.param(
            ("|Anna Bakker|f|l|ja|2018-01-01|2019-01-01", "|Anna Bakker|f|l|ja|2019-01-01|"), 1, id="on the same day"
        ),
        pytest.param(
            ("|Anna Bakker|f|l|ja|2018-01-01|2019-01-02", "|Anna Bakker|f|l|ja|2019-01-01|"), 2, id="a day together"
        ),
        pytest.param(
            ("|Anna Bakker|f|l|ja|2018-01-01|", "|Anna Bakker|f|l|ja|2018-01-01|"), 1, id="the same row twice"
        ),
        pytest.param(("|Anna Bakker|f|l|ja|2018-01-01|", "|Anna Bakker|f|k|ja|2018-01-01|"), 2, id="at the same time"),
        pytest.param(("|Anna Bakker|f|l|ja||", "|Anna Bakker|kok|l|ja||"), 2, id="without dates"),
        pytest.param(("101|Anna Bakker|f|l|ja||", "|Anna Bakker|kok|l|ja||"), 2, id="one with a number"),
    ],
)
def test_a_name_that_stands_twice_without_numbers(rows: tuple[str, str], people: int) -> None:
    intake = take({"Personeel": "\n".join([STAFF_HEADER, *rows])})
    assert len(intake.registers.staff or ()) == people
    assert ("person.same_name" in codes_of(intake)) == (people > 1)


def test_a_function_a_location_and_a_team_have_one_spelling() -> None:
    rows = "101|leraar|De Eik|Onderbouw\n102|Leraar|de eik|onderbouw\n103|Leraar|De Eik|Onder-bouw\n104|Leraar |De  Eik|Onderbouw"
    intake = take({"Personeel": f"Personeelsnummer|Functie|Locatie|Team\n{rows}"})
    staff = intake.registers.staff or ()
    assert {(each.function, each.location) for each in staff} == {("Leraar", "De Eik")}
    assert [each.team for each in staff] == ["Onderbouw", "Onderbouw", "Onder-bouw", "Onderbouw"]


@pytest.mark.parametrize("typed", ["-", "?", "n.v.t.", "onbekend", "geen", "n.t.b."])
def test_a_word_for_nothing_is_no_function_location_or_team(typed: str) -> None:
    intake = take({"Personeel": f"Personeelsnummer|Functie|Locatie|Team\n101|{typed}|{typed}|{typed}"})
    (person,) = intake.registers.staff or ()
    assert (person.function, person.location, person.team) == ("", "", "")


@pytest.mark.parametrize("typed", ["1", "V", "X", "A", "0", "Open inloop", "Nee"])
def test_a_short_name_is_a_name(typed: str) -> None:
    intake = take({"Personeel": f"Personeelsnummer|Functie|Locatie|Team\n101|kok|{typed}|{typed}"})
    (person,) = intake.registers.staff or ()
    assert (person.location, person.team) == (typed, typed)


def test_somebody_known_by_name_in_another_sheet_is_the_same_person() -> None:
    intake = take(
        {
            "Personeel": "Personeelsnummer|Naam|Functie\n101|Anna Bakker|pm'er",
            "Medewerkers": "Naam|Functie|Locatie\nAnna Bakker|pm'er|Noord",
        }
    )
    (person,) = intake.registers.staff or ()
    assert (person.label, person.location) == ("101", "Noord")


def test_an_error_where_a_number_or_name_should_be_is_a_problem() -> None:
    intake = take({"Personeel": "Personeelsnummer|Naam|Functie\n#N/B|Anna Bakker|kok\n102|#REF!|kok\n#N/B|#N/B|kok"})
    assert [person.label for person in intake.registers.staff or ()] == ["102", "P-001"]
    assert ("error_cell", "A2") in problems_of(intake)
    assert [each.count for each in intake.problems if each.code == "error_cell"] == [4]


def test_a_name_of_two_people_in_another_sheet_is_a_third() -> None:
    intake = take(
        {
            "Personeel": "Personeelsnummer|Naam|Functie\n101|Anna Bakker|pm'er\n102|Anna Bakker|kok",
            "Medewerkers": "Naam|Functie|Locatie\nAnna Bakker|pm'er|Noord",
        }
    )
    assert [person.label for person in intake.registers.staff or ()] == ["P-001", "101", "102"]


def test_a_problem_of_several_cells_points_at_the_first_row() -> None:
    table = "Naam|Functie\nPiet Smit|kok\nPiet Smit|pm'er\nAnna Bakker|kok\nAnna Bakker|pm'er"
    assert [(each.code, each.at.cell, each.count) for each in take({"Personeel": table}).problems] == [
        ("person.same_name", "A2", 2)
    ]


# --- who followed a training ---


def follow(staff_table: str, training_table: str) -> list[tuple[str, str]]:
    """Who has which state."""
    intake = take({"Personeel": staff_table, "Scholing": training_table})
    return [(who, state) for who, _, state, _ in shown(intake)]


@pytest.mark.parametrize("typed", ["101", "0101", "101.0", " 101 "])
def test_a_training_finds_its_person_by_number_however_it_is_typed(typed: str) -> None:
    found = follow(
        "Personeelsnummer|Naam|Functie\n101|Anna Bakker|f",
        f"Personeelsnummer|Scholing|Behaald op\n{typed}|Meldcode|2024-05-01",
    )
    assert found == [("101", "completed")]


@pytest.mark.parametrize("typed", ["Anna Bakker", "BAKKER, Anna", "bakker anna", "Mevr. Anna Bakker"])
def test_a_training_finds_its_person_by_name(typed: str) -> None:
    found = follow(
        "Personeelsnummer|Naam|Functie\n101|Anna Bakker|f",
        f"Naam|Scholing|Behaald op\n{typed}|Meldcode|2024-05-01",
    )
    assert found == [("101", "completed")]


def test_a_number_says_more_than_a_name() -> None:
    found = follow(
        "Personeelsnummer|Naam|Functie\n101|Anna Bakker|f\n102|Anna Smit|f",
        "Personeelsnummer|Naam|Scholing|Behaald op\n102|Anna Bakker|Meldcode|2024-05-01",
    )
    assert found == [("102", "completed")]


def test_a_number_of_somebody_else_is_not_overruled_by_the_name() -> None:
    found = follow(
        "Personeelsnummer|Naam|Functie\n101|Anna Bakker|f\n102|Piet Smit|f",
        "Personeelsnummer|Naam|Scholing|Behaald op\n102|Piet Smit|Meldcode|2024-05-01\n999|Anna Bakker|Meldcode|2024-05-01",
    )
    assert found == [("102", "completed"), ("999", "completed")]


def test_numbers_of_another_system_leave_the_name_to_decide() -> None:
    found = follow(
        "Personeelsnummer|Naam|Functie\n101|Anna Bakker|f",
        "Gebruikersnaam|Naam|Scholing|Behaald op\nu77|Anna Bakker|Meldcode|2024-05-01",
    )
    assert found == [("101", "completed")]


def test_an_address_finds_its_person_too() -> None:
    found = follow(
        "Personeelsnummer|Naam|E-mail|Functie\n101|Anna Bakker|a@r.example|f",
        "Gebruikersnaam|Scholing|Behaald op\nA@R.example|Meldcode|2024-05-01",
    )
    assert found == [("101", "completed")]


def test_a_name_that_fits_two_people_counts_for_neither_and_is_a_problem() -> None:
    intake = take(
        {
            "Personeel": "Personeelsnummer|Naam|Functie\n101|Anna Bakker|f\n102|Anna Bakker|f",
            "Scholing": "Naam|Scholing|Behaald op\nAnna Bakker|Meldcode|2024-05-01\nAnna Bakker|Kindcheck|2024-05-01",
        }
    )
    assert [who for who, *_ in shown(intake)] == ["P-001", "P-001"]
    staff_keys = {person.key for person in intake.registers.staff or ()}
    assert intake.registers.trainings is not None
    assert not staff_keys & set(intake.registers.trainings.person)
    assert [(each.code, each.at.cell, each.count) for each in intake.problems] == [("person.ambiguous", "A2", 2)]


def test_somebody_who_is_not_staff_keeps_a_training_that_counts_for_nobody() -> None:
    intake = take(
        {
            "Personeel": "Personeelsnummer|Naam|Functie\n101|Anna Bakker|f",
            "Scholing": "Personeelsnummer|Scholing|Behaald op\n101|Meldcode|2024-05-01\n77|Meldcode|2024-05-01\n77|BHV|2024-05-01",
        }
    )
    assert [who for who, *_ in shown(intake)] == ["101", "77", "77"]
    assert [(each.code, each.severity, each.at.cell, each.count) for each in intake.problems] == [
        ("person.not_in_staff", "note", "A3", 2)
    ]


def test_registers_that_know_people_by_different_things_are_said() -> None:
    intake = take(
        {
            "Personeel": "Personeelsnummer|Functie\n101|f\n102|f",
            "Scholing": "Naam|Scholing|Behaald op\nAnna Bakker|Meldcode|2024-05-01",
        }
    )
    assert [(each.code, each.severity, each.at.sheet) for each in intake.problems] == [
        ("person.no_common_key", "error", "Scholing")
    ]


def test_without_a_staff_register_nobody_is_said_to_lack_from_it() -> None:
    intake = take({"Scholing": "Naam|Scholing|Behaald op\nAnna Bakker|Meldcode|2024-05-01"})
    assert intake.registers.staff is None
    assert codes_of(intake) == set()
    assert shown(intake) == [("P-001", "Meldcode", "completed", "2024-05-01")]


# --- officers ---


def test_an_officer_is_a_member_of_staff_where_one_fits() -> None:
    intake = take(
        {
            "Personeel": "Personeelsnummer|Naam|Functie\n101|Anna Bakker|f",
            "Aandachtsfunctionarissen": "Naam|Locatie|Aangesteld op|Vervanger\nBakker, Anna|Noord|2023-01-01|Piet Smit\nJan Vos||2023-01-01|geen",
        }
    )
    officers = intake.registers.officers or ()
    assert [(each.label, each.person, each.has_deputy) for each in officers] == [
        ("101", 0, True),
        ("P-001", 1, False),
    ]
    assert (officers[0].location.value, str(officers[0].appointed_on.value), officers[0].at.cell) == (
        "Noord",
        "2023-01-01",
        "A2",
    )


def test_an_officer_whose_name_fits_two_people_is_neither() -> None:
    intake = take(
        {
            "Personeel": "Personeelsnummer|Naam|Functie\n101|Anna Bakker|f\n102|Anna Bakker|f",
            "Aandachtsfunctionarissen": "Naam|Locatie|Aangesteld op\nAnna Bakker|Noord|2023-01-01",
        }
    )
    assert [each.person for each in intake.registers.officers or ()] == [None]
    assert problems_of(intake) == [("person.ambiguous", "A2")]


def test_the_register_of_officers_may_show_their_training() -> None:
    intake = take(
        {
            "Aandachtsfunctionarissen": "Naam|Aangesteld op|Training aandachtsfunctionaris\nAnna Bakker|2023-01-01|2022-05-01"
        }
    )
    assert shown(intake) == [("P-001", "Training aandachtsfunctionaris", "completed", "2022-05-01")]
    assert len(intake.registers.officers or ()) == 1


# --- one sheet, two registers; one register, two sheets ---


def test_staff_with_a_column_for_each_training_is_two_registers() -> None:
    table = """
        Personeelsnummer | Naam        | Functie | Datum in dienst | Meldcode   | BHV
        101              | Anna Bakker | pm'er   | 2020-01-01      | 2024-05-01 | 2023-01-01
        102              | Piet Smit   | kok     | 2021-01-01      |            |
    """
    for name in ("Personeel", "Blad1", "Scholing"):
        intake = take({name: table})
        assert [person.label for person in intake.registers.staff or ()] == ["101", "102"], name
        assert shown(intake) == [
            ("101", "BHV", "completed", "2023-01-01"),
            ("101", "Meldcode", "completed", "2024-05-01"),
        ]
        assert {each.register: each.rows_used for file in intake.inputs for each in file.sheets} == {
            "staff": 2,
            "training": 2,
        }


def test_staff_with_a_date_of_completion_is_two_registers() -> None:
    intake = take(
        {
            "Personeel": """
            Personeelsnummer | Functie | Datum in dienst | Scholing | Behaald op
            101              | pm'er   | 2020-01-01      | Meldcode | 2024-05-01
            102              | pm'er   | 2020-01-01      |          |
        """
        }
    )
    assert [person.label for person in intake.registers.staff or ()] == ["101", "102"]
    assert shown(intake) == [("101", "Meldcode", "completed", "2024-05-01")]


def test_a_training_register_does_not_add_people_to_the_staff_register() -> None:
    intake = take(
        {
            "Personeel": "Personeelsnummer|Naam|Functie\n101|Anna Bakker|f",
            "Matrix": "Personeelsnummer|Naam|Datum in dienst|Meldcode\n101|Anna Bakker|2020-01-01|2024-05-01\n55|Oud Lid|2010-01-01|2015-01-01",
        }
    )
    assert [person.label for person in intake.registers.staff or ()] == ["101"]
    assert account_of(intake, "Matrix").register == "training"


def test_an_export_of_trainings_with_the_start_of_the_contract_is_no_staff_register() -> None:
    table = "Personeelsnummer|Datum in dienst|Scholing|Behaald op\n101|2020-01-01|Meldcode|2024-05-01"
    assert registers_of(take({"Export": table, "x": "y"}))["Export"] == ["training"]


def test_the_order_of_files_and_sheets_makes_no_difference() -> None:
    one = book(sheet("Personeel", "Personeelsnummer|Naam|Functie\n101|Anna Bakker|f"), file="a.xlsx")
    two = book(sheet("Scholing", "Naam|Scholing|Behaald op\nAnna Bakker|Meldcode|2024-05-01"), file="b.xlsx")
    there, back = take_books(one, two), take_books(two, one)
    assert there.registers.staff == back.registers.staff
    assert (there.problems, there.inputs) == (back.problems, back.inputs)


@pytest.mark.parametrize(
    ("typed", "counts"),
    [
        pytest.param("1 | Bert Smit", False, id="somebody else's name"),
        pytest.param("1 | Anna de Vries", True, id="a married name"),
        pytest.param("1 | Annie Bakker", True, id="a pet name"),
        pytest.param("1 | Bakker, A.", True, id="initials"),
        pytest.param("1 | A.B.", True, id="initials alone"),
        pytest.param("1 |", True, id="no name"),
        pytest.param("1 | B. van den Smit", False, id="nothing in common but a prefix"),
    ],
)
def test_a_number_beside_the_name_of_somebody_else_counts_for_nobody(typed: str, counts: bool) -> None:
    staff = "Personeelsnummer | Naam | Functie\n1 | Anna van den Bakker | groep\n2 | Bert Smit | groep"
    training = f"Personeelsnummer | Naam | Scholing | Behaald op\n{typed} | Meldcode | 2026-01-10"
    intake = take({"Personeel": staff, "Scholing": training})
    who = {person.key: person.label for person in intake.registers.staff or ()}
    trainings = intake.registers.trainings
    assert trainings is not None
    assert who.get(trainings.person[0]) == ("1" if counts else None)
    assert list(who.values()) == ["1", "2"]
    assert (("person.contradicted", "B2") in problems_of(intake)) is not counts


def test_an_officer_with_the_number_of_somebody_else_is_nobody_of_the_staff() -> None:
    staff = "Personeelsnummer | Naam | Functie\n1 | Anna Bakker | groep\n2 | Bert Smit | groep"
    officers = "Personeelsnummer | Naam | Aangesteld op\n1 | Bert Smit | 2026-01-10"
    (officer,) = take({"Personeel": staff, "Aandachtsfunctionarissen": officers}).registers.officers or ()
    assert officer.person is None


@pytest.mark.parametrize(
    ("typed", "day", "codes"),
    [
        ("nee", None, set()),
        ("ja", None, {"date.left_undated"}),
        ("12-03-2025", date(2025, 3, 12), set()),
        ("onbepaald", None, {"date.open_ended"}),
        ("voorjaar", None, {"date.unreadable"}),
    ],
)
def test_a_column_may_say_whether_somebody_left_and_only_a_day_takes_somebody_out(
    typed: str, day: date | None, codes: set[str]
) -> None:
    intake = take({"Personeel": f"Personeelsnummer | Functie | Uit dienst\n101 | leerkracht | {typed}"})
    (person,) = intake.registers.staff or ()
    assert (person.end.value, codes_of(intake)) == (day, codes)


@pytest.mark.parametrize(
    ("number", "name", "place"),
    [
        pytest.param("0", "Naam{i} Achter{i}", "Oost", id="one number for everybody"),
        pytest.param("", "Anna Bakker", "Plaats {i}", id="one name without a number"),
        pytest.param("7", "Anna Bakker", "Plaats {i}", id="one person in many places"),
    ],
)
def test_what_is_compared_does_not_grow_with_the_square_of_the_people(number: str, name: str, place: str) -> None:
    def compared(n: int) -> int:
        rows = "\n".join(f"{number} | {name} | leerkracht | {place}".replace("{i}", str(i)) for i in range(n))
        with patch.object(StaffRow, "is_apart_from", autospec=True, side_effect=StaffRow.is_apart_from) as asked:
            take({"Personeel": f"Personeelsnummer | Naam | Functie | Locatie\n{rows}"})
        return asked.call_count

    assert compared(400) <= 2 * compared(200) + 50 * 50
