"""What may not be read is dropped at the door, and no name ever stands in a problem or in the account."""

import msgspec
import pytest

from auditor.intake.headers import Headers
from auditor.intake.privacy import is_bsn, may_be_person, may_show
from tests.intake.taken import account_of, codes_of, problems_of, shown, take, words

BSNS = ("123456782", "111222333", "999999990")


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        pytest.param("123456782", True, id="passes the test"),
        pytest.param("1234.56.782", True, id="with dots"),
        pytest.param(123456782, True, id="a number"),
        pytest.param(123456782.0, True, id="a number from a spreadsheet"),
        pytest.param(10000008, True, id="a number that lost its zero"),
        pytest.param("10000008", False, id="eight digits as text"),
        pytest.param("123456783", False, id="fails the test"),
        pytest.param("000000000", False, id="zeros"),
        pytest.param("12345678", False, id="too short"),
        pytest.param("1234567820", False, id="too long"),
        pytest.param("abc456782", False, id="letters"),
        pytest.param(True, False, id="an answer"),
        pytest.param(0.5, False, id="a fraction"),
    ],
)
def test_what_looks_like_a_bsn(value: str | float, is_one: bool) -> None:
    assert is_bsn(value) is is_one


def test_a_column_with_a_forbidden_header_is_dropped_and_reported_without_its_values() -> None:
    intake = take(
        {
            "Personeel": """
            Personeelsnummer | Naam        | BSN       | Geboortedatum | Functie
            101              | Anna Bakker | 123456782 | 1990-01-01    | pm'er
        """
        }
    )
    assert problems_of(intake) == [("privacy.dropped", "C1"), ("privacy.dropped", "D1")]
    assert [str(each.facts["what"]) for each in intake.problems] == [
        "Word(id='dropped.bsn')",
        "Word(id='dropped.birth_date')",
    ]
    assert "123456782" not in everything_of(intake)
    assert "1990" not in everything_of(intake)


def test_a_column_of_bsns_is_dropped_whatever_its_header_says() -> None:
    rows = "\n".join(f"{bsn}|Anna {i}|pm'er" for i, bsn in enumerate(BSNS))
    intake = take({"Personeel": f"Personeelsnummer|Naam|Functie\n{rows}"})
    assert ("privacy.dropped", "A1") in problems_of(intake)
    assert [person.label for person in intake.registers.staff or ()] == ["P-001", "P-002", "P-003"]
    assert not any(bsn in everything_of(intake) for bsn in BSNS)


@pytest.mark.parametrize(
    ("values", "dropped"),
    [
        pytest.param((*BSNS, "1234"), True, id="three of four"),
        pytest.param((*BSNS[:2], "1234"), True, id="two of three"),
        pytest.param((*BSNS[:2], "1234", "1235"), False, id="half of them"),
        pytest.param(BSNS[:2], False, id="only two"),
    ],
)
def test_how_many_bsns_make_a_column_of_bsns(values: tuple[str, ...], dropped: bool) -> None:
    rows = "\n".join(f"{value}|Anna {i}|pm'er" for i, value in enumerate(values))
    assert ("privacy.dropped" in codes_of(take({"Personeel": f"Code|Naam|Functie\n{rows}"}))) is dropped


def test_personnel_numbers_of_nine_digits_are_no_bsns() -> None:
    rows = "\n".join(f"{number}|Anna {number}|pm'er" for number in range(200000000, 200000030))
    intake = take({"Personeel": f"Personeelsnummer|Naam|Functie\n{rows}"})
    assert "privacy.dropped" not in codes_of(intake)


def test_a_register_of_cases_with_the_name_of_a_client_is_read_without_it() -> None:
    intake = take(
        {
            "Stappenregistratie": "Casusnummer|Naam kind|Datum signaal|Datum besluit\nC-1|Kees Klein|2026-01-01|2026-02-01"
        }
    )
    assert ("privacy.dropped", "B1") in problems_of(intake)
    assert "Kees" not in everything_of(intake)
    assert [case.case.value for case in intake.registers.cases or ()] == ["C-1"]


@pytest.mark.parametrize(
    ("typed", "shown_as"),
    [
        pytest.param("C-2026-01", "C-2026-01", id="a number"),
        pytest.param("casus 12", "casus 12", id="a number with a word of the header"),
        pytest.param("A", "A", id="a letter"),
        pytest.param("Casus B", "Casus B", id="a letter with a word of the header"),
        pytest.param("Kees Klein", "C-001", id="a name"),
        pytest.param("fam. Klein", "C-001", id="a family"),
        pytest.param("Klein 2", "C-001", id="a name with a number"),
        pytest.param("0612345678", "C-001", id="a telephone number"),
        pytest.param("06-12 34 56 78", "C-001", id="a telephone number in parts"),
        pytest.param("12-05-2015", "C-001", id="a birth date"),
        pytest.param("1234AB 12", "C-001", id="an address"),
        pytest.param("2026-014", "2026-014", id="a year and a number"),
        pytest.param("20260014", "20260014", id="a long number"),
    ],
)
def test_a_case_is_called_by_a_pseudonym(typed: str, shown_as: str) -> None:
    intake = take({"Stappenregistratie": f"Casus|Datum signaal|Datum besluit\n{typed}|2026-01-01|2026-02-01"})
    (case,) = intake.registers.cases or ()
    assert (case.case.value, case.case.typed) == (shown_as, shown_as)
    assert ("case.name" in codes_of(intake)) == (typed != shown_as)


def test_one_text_is_one_case() -> None:
    table = "Casus|Datum signaal|Datum besluit\nZ. Zand|2026-01-01|\nKlein|2026-01-02|\nz zand|2026-01-03|"
    intake = take({"Stappenregistratie": table})
    assert [case.case.value for case in intake.registers.cases or ()] == ["C-002", "C-001", "C-002"]


@pytest.mark.parametrize(
    ("typed", "is_shown"),
    [
        pytest.param("voorjaar", True, id="a word"),
        pytest.param("ergens in 2024", True, id="with a year"),
        pytest.param("Voorjaar", False, id="a word that may be a name"),
        pytest.param("Piet Smit", False, id="a name"),
        pytest.param("bakker", False, id="a name that stands in the register"),
        pytest.param("Bakker 2024", False, id="that name with a year"),
        pytest.param("14-03-2016 Ludo Pannekoek", False, id="a day and a name"),
        pytest.param("Q3-2025", True, id="a quarter"),
        pytest.param("123456782", False, id="a BSN"),
        pytest.param("bsn 1234.56.782, 2024", False, id="a BSN among words"),
        pytest.param("123456783", True, id="a number that is no BSN"),
        pytest.param("9123456782", True, id="a longer number"),
        pytest.param("x" * 200, True, id="as long as may be"),
        pytest.param("x" * 201, False, id="a whole story"),
    ],
)
def test_a_typed_value_is_shown_only_if_it_can_be_no_name(typed: str, is_shown: bool) -> None:
    assert may_show(typed, frozenset({"anna", "bakker"}), about_people=True) is is_shown


def test_a_shifted_row_does_not_show_a_name() -> None:
    table = "Personeelsnummer|Naam|Scholing|Behaald op|Geldig t/m\n101|Anna Bakker|Meldcode|Piet Smit|anna bakker"
    intake = take({"Scholing": table, "Personeel": "Naam|Functie|Datum in dienst\nAnna Bakker|kok|Jan Vos"})
    assert codes_of(intake) >= {"date.unreadable"}
    assert not any(name in everything_of(intake) for name in ("Smit", "anna bakker", "Vos"))


def test_names_stand_in_no_problem_and_no_account() -> None:
    intake = take(
        {
            "Personeel": "Naam|Functie|Cliëntcontact|Leidinggevende\nAnna Bakker|kok|soms|Piet Smit\nTotaal|1||",
            "Scholing": "Naam|Scholing|Behaald op|Docent\nAnna Bakker|Meldcode|ooit|Jan Vos\nKees Klein|Meldcode|2024-05-01|Jan Vos",
            "Aandachtsfunctionarissen": "Naam|Vervanger|Aangesteld op\nKees Klein|Anna Bakker|ooit",
        }
    )
    said = msgspec.json.encode((intake.problems, intake.inputs)).decode()
    assert not any(name in said for name in ("Anna", "Bakker", "Piet", "Smit", "Vos", "Kees", "Klein"))
    assert {who for who, *_ in shown(intake)} == {"P-001", "P-002"}


def test_headers_of_a_sheet_that_is_not_understood_are_not_shown() -> None:
    intake = take({"Overzicht": "Scholing|Anna Bakker|Piet Smit\nMeldcode|2024-05-01|2024-05-02"})
    assert "Bakker" not in everything_of(intake)
    assert account_of(intake, "Overzicht").unused == ()


def everything_of(intake: object) -> str:
    """All that intake hands over, but for the names that it keeps for matching."""
    kept = msgspec.to_builtins(intake, str_keys=True, enc_hook=vars)
    for person in kept["registers"].get("staff") or ():
        person.pop("name")
    return str(kept)


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("Anna de Vries", True),
        ("Vries, A. de", True),
        ("A. Bakker", True),
        ("A.B. Bakker", True),
        ("Anna Bakker", True),
        ("Kees van den Heuvel-Smit", True),
        ("Bakker", True),
        ("bakker", True),
        ("opm. X. Zwanikken", True),
        ("blad van J. de Boer, 2025", True),
        ("123456782", True),
        ("bsn 1234.56.782", True),
        ("123456783", False),
        ("v. Scholing", False),
        ("Versie 2.0 Scholing", False),
        ("Jansen", False),
        ("Scholing", False),
        ("Team Noord", False),
        ("Locatie Oost", False),
        ("De Regenboog", False),
        ("Blad1", False),
        ("Extra kolom", False),
        ("BHV EHBO", False),
        ("", False),
    ],
)
def test_what_may_be_the_name_of_a_person(text: str, is_name: bool) -> None:
    assert may_be_person(text, frozenset({"anna", "bakker"}), Headers(words()).words()) is is_name


TRAINING = "Personeelsnummer|Scholing|Behaald op|Anna de Vries\n1|Meldcode|2024-01-01|x"


def test_a_sheet_that_is_called_by_a_name_is_shown_by_its_number() -> None:
    intake = take({"Blad1": "x", "Anna de Vries": TRAINING})
    assert [each.name for each in intake.inputs[0].sheets] == ["#2", "Blad1"]
    assert ("privacy.sheet_name", "") in problems_of(intake)
    assert intake.registers.trainings is not None
    assert intake.registers.trainings.at(0).sheet == "#2"


def test_a_sheet_called_by_a_last_name_is_known_by_the_staff() -> None:
    staff = "Naam|Functie|In dienst\nPetra Jansen|kok|2020-01-01"
    intake = take({"Personeel": staff, "Jansen": "Personeelsnummer|Scholing|Behaald op\n1|Meldcode|2024-01-01"})
    assert {each.name for each in intake.inputs[0].sheets} == {"#2", "Personeel"}


def test_the_header_of_an_unused_column_shows_no_name() -> None:
    account = take({"Scholing": TRAINING}).inputs[0].sheets[0]
    assert [(each.letter, each.header) for each in account.unused] == [("D", "")]


@pytest.mark.parametrize(
    ("header", "dropped"),
    [("Telefoon (werk)", True), ("Mobiel", True), ("06-nummer", True), ("Telefoniste", False), ("Mobiel team", False)],
)
def test_a_column_of_telephone_numbers_is_dropped_and_reported(header: str, dropped: bool) -> None:
    intake = take({"Personeel": f"Personeelsnummer|Functie|{header}\n101|pm'er|06-12345678"})
    assert (("privacy.dropped", "C1") in problems_of(intake)) is dropped
    assert "12345678" not in everything_of(intake)
