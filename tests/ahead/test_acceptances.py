from datetime import date

import msgspec
import pytest

from auditor.findings import Verdict
from tests.ahead.drawn import AS_OF, CODE, STAFF, Drawn

HEAD = "Eis | Reden | Eigenaar | Goedgekeurd door | Tot"
GOOD = "MC-2.1.b.3 | wacht op de fusie | Anna Bakker | Piet Smit | 2027-06-30"
PARTLY = """
    Onderdeel  | Aanwezig | Vindplaats
    MC-2.1.b.3 | deels    | blz. 2
    MC-2.1.b.2 | ja       | blz. 3
    MC-2.1.g   | nee      |
"""


def drawn(*rows: str, as_of: date = AS_OF) -> Drawn:
    """An organisation of which MC-2.1.b.3, a professional norm, is partly met, with these acceptances."""
    table = "\n".join((HEAD, *rows))
    tables = {"Beleidsregister": CODE, "Meldcode-inhoud": PARTLY, "Personeel": STAFF, "Uitzonderingen": table}
    return Drawn(tables, as_of)


def verdict(case: Drawn, requirement: str) -> Verdict:
    return next(each.judgement.verdict for each in case.outcome.findings if each.requirement == requirement)


def test_an_acceptance_stands_beside_a_verdict_that_stays_what_it_is() -> None:
    case = drawn(GOOD)
    judged = next(each for each in case.result().requirements if each.id == "MC-2.1.b.3")
    assert judged.verdict == "partly_met"
    assert judged.acceptance is not None
    said = judged.acceptance
    assert (said.reason, said.owner, said.approver, said.until) == (
        "wacht op de fusie",
        "101",
        "102",
        date(2027, 6, 30),
    )
    assert (said.sheet, said.cell) == ("Uitzonderingen", "E2")
    assert case.problems == []


def test_no_acceptance_is_said_of_a_requirement_that_no_row_names() -> None:
    assert all(each.acceptance is None for each in drawn(GOOD).result().requirements if each.id != "MC-2.1.b.3")


def test_a_requirement_may_be_named_in_words() -> None:
    case = drawn("Meldnormen | wacht op de fusie | Anna Bakker | Piet Smit | 2027-06-30")
    assert set(case.outlook.acceptances) == {"MC-2.1.b.3"}


def test_a_legal_gap_can_be_planned_and_not_accepted() -> None:
    case = drawn(GOOD.replace("MC-2.1.b.3", "MC-2.1.g"))
    assert case.problems == [("acceptance.law", "A2")]
    assert case.severity("acceptance.law") == "error"
    assert "U kunt een wettelijk gat plannen, niet accepteren." in case.words("acceptance.law")
    assert case.outlook.acceptances == {}
    assert verdict(case, "MC-2.1.g") is Verdict.NOT_MET


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        pytest.param(GOOD.replace("wacht op de fusie", ""), "acceptance.incomplete", "B2", id="no reason"),
        pytest.param(GOOD.replace("wacht op de fusie", "n.v.t."), "acceptance.incomplete", "B2", id="a reason that says nothing"),
        pytest.param(GOOD.replace("wacht op de fusie", "volgt"), "acceptance.incomplete", "B2", id="a reason that is still to come"),
        pytest.param(GOOD.replace("Anna Bakker", ""), "acceptance.incomplete", "C2", id="no owner"),
        pytest.param(GOOD.replace("Piet Smit", "onbekend"), "acceptance.incomplete", "D2", id="no approver"),
        pytest.param(GOOD.replace("2027-06-30", ""), "acceptance.incomplete", "E2", id="no last day"),
        pytest.param(GOOD.replace("2027-06-30", "voorjaar"), "acceptance.no_day", "E2", id="a last day that cannot be read"),
        pytest.param(GOOD.replace("2027-06-30", "31-02-2027"), "acceptance.no_day", "E2", id="a day that does not exist"),
        pytest.param(GOOD.replace("2027-06-30", "onbepaald"), "acceptance.no_day", "E2", id="no end"),
        pytest.param(GOOD.replace("Piet Smit", "Bakker, Anna"), "acceptance.same_person", "D2", id="one person, written twice"),
        pytest.param(GOOD.replace("Piet Smit", "101"), "acceptance.same_person", "D2", id="one person, by number"),
        pytest.param(GOOD.replace("Piet Smit", "dezelfde"), "acceptance.same_person", "D2", id="the same, in a word"),
        pytest.param(GOOD.replace("Piet Smit", "Idem."), "acceptance.same_person", "D2", id="in another word"),
        pytest.param(GOOD.replace("Piet Smit", "zie eigenaar"), "acceptance.same_person", "D2", id="see the owner"),
        pytest.param(GOOD.replace("Piet Smit", "mw. A. Bakker"), "acceptance.same_person", "D2", id="may be one person"),
        pytest.param(GOOD.replace("2027-06-30", "2026-11-21"), "acceptance.expired", "E2", id="ended yesterday"),
    ],
)  # fmt: skip
def test_a_row_that_lacks_something_is_no_acceptance_and_an_error(row: str, code: str, cell: str) -> None:
    case = drawn(row)
    assert case.problems == [(code, cell)]
    assert case.severity(code) == "error"
    assert case.outlook.acceptances == {}
    assert verdict(case, "MC-2.1.b.3") is Verdict.PARTLY_MET


@pytest.mark.parametrize(
    ("as_of", "counts"),
    [
        pytest.param(date(2027, 6, 30), True, id="on its last day"),
        pytest.param(date(2027, 7, 1), False, id="the day after"),
    ],
)
def test_an_acceptance_counts_up_to_and_including_its_last_day(as_of: date, counts: bool) -> None:
    assert bool(drawn(GOOD, as_of=as_of).outlook.acceptances) is counts


def test_a_reason_may_begin_like_one_that_is_still_to_come() -> None:
    assert drawn(GOOD.replace("wacht op de fusie", "volgt na de fusie")).problems == []


@pytest.mark.parametrize(
    ("owner", "approver"),
    [
        pytest.param("Anna Bakker", "B. Bakker", id="another initial"),
        pytest.param("kwaliteitsfunctionaris", "Directeur", id="two functions"),
        pytest.param("Anna Bakker", "bestuurder", id="a person and a function"),
    ],
)
def test_two_people_are_two(owner: str, approver: str) -> None:
    assert drawn(f"MC-2.1.b.3 | wacht op de fusie | {owner} | {approver} | 2027-06-30").problems == []


@pytest.mark.parametrize(
    ("owner", "approver"),
    [
        pytest.param("101", "Bakker, A.", id="a number and a name with an initial"),
        pytest.param("Bakker, A.", "101", id="the other way round"),
        pytest.param("101", "Bakker", id="a number and a last name"),
        pytest.param("101", "a.bakker@example.org", id="a number and an address that is in no register"),
        pytest.param("Anna Bakker", "de groepsleider", id="a name and the function that she has"),
        pytest.param("locatiemanager", "102", id="a function, and the number of who has it"),
    ],
)
def test_one_person_is_found_through_the_staff_register(owner: str, approver: str) -> None:
    case = drawn(f"MC-2.1.b.3 | wacht op de fusie | {owner} | {approver} | 2027-06-30")
    assert case.problems == [("acceptance.same_person", "D2")]
    assert case.outlook.acceptances == {}


@pytest.mark.parametrize(
    ("owner", "approver"),
    [("101", "102"), ("101", "Smit, P."), ("101", "C. Bakker"), ("101", "locatiemanager")],
)
def test_of_two_people_in_the_staff_register_each_is_the_other_one(owner: str, approver: str) -> None:
    assert drawn(f"MC-2.1.b.3 | wacht op de fusie | {owner} | {approver} | 2027-06-30").problems == []


def test_one_function_written_twice_is_one() -> None:
    case = drawn("MC-2.1.b.3 | wacht op de fusie | de Directeur | De directeur | 2027-06-30")
    assert case.problems == [("acceptance.same_person", "D2")]


def test_every_unknown_requirement_is_an_error_in_its_own_cell() -> None:
    case = drawn(GOOD.replace("MC-2.1.b.3", "ISO-9001"), GOOD, GOOD.replace("MC-2.1.b.3", "tuinplan 2026"))
    assert case.problems == [("requirement.unknown", "A2"), ("requirement.unknown", "A4")]
    assert case.severity("requirement.unknown") == "error"
    assert "ISO-9001" in case.words("requirement.unknown")


def test_an_id_with_a_typing_error_is_not_taken_for_another_but_that_one_is_named() -> None:
    case = drawn(GOOD.replace("MC-2.1.b.3", "MC 2.1 b.33"))
    assert case.problems == [("requirement.unknown_nearest", "A2")]
    assert "Bedoelt u MC-2.1.b.3?" in case.words("requirement.unknown_nearest")
    assert case.outlook.acceptances == {}


def test_of_two_acceptances_the_one_that_ends_first_counts_and_that_is_said() -> None:
    later = GOOD.replace("2027-06-30", "2027-12-31")
    for rows in ((GOOD, later), (later, GOOD)):
        case = drawn(*rows)
        assert case.outlook.acceptances["MC-2.1.b.3"].until.value == date(2027, 6, 30)
        assert [code for code, _ in case.problems] == ["acceptance.twice"]


def test_beside_an_expired_acceptance_the_valid_one_counts() -> None:
    case = drawn(GOOD.replace("2027-06-30", "2025-12-31"), GOOD)
    assert case.outlook.acceptances["MC-2.1.b.3"].until.value == date(2027, 6, 30)
    assert case.problems == [("acceptance.expired", "E2")]


def test_a_row_typed_twice_is_one_acceptance() -> None:
    assert drawn(GOOD, GOOD).problems == []


def test_an_acceptance_where_there_is_no_gap_is_a_note() -> None:
    case = drawn(GOOD.replace("MC-2.1.b.3", "MC-2.1.b.2"))
    assert verdict(case, "MC-2.1.b.2") is Verdict.MET
    assert case.problems == [("acceptance.no_gap", "A2")]
    assert case.severity("acceptance.no_gap") == "note"


def test_an_acceptance_of_what_is_not_asked_here_is_a_warning() -> None:
    case = drawn(GOOD.replace("MC-2.1.b.3", "MC-H.2.2.d"))
    assert case.problems == [("acceptance.not_judged", "A2")]
    assert case.severity("acceptance.not_judged") == "warning"


def test_people_are_shown_by_number_or_pseudonym_and_functions_as_typed() -> None:
    case = drawn(
        GOOD,
        "MC-2.1.b.2 | Anna wacht op Fatima Yılmaz (0612345678, f@x.nl) en de Meldcode | Fatima Yılmaz | Locatiemanager Oost | 2027-06-30",
    )
    shown = msgspec.json.encode(case.result()).decode()
    for hidden in ("Anna", "Bakker", "Piet", "Smit", "Fatima", "Yılmaz", "0612345678", "f@x.nl"):
        assert hidden not in shown
    acceptance = next(each.acceptance for each in case.result().requirements if each.id == "MC-2.1.b.2")
    assert acceptance is not None
    assert acceptance.reason == "… wacht op …, …) en de Meldcode"
    assert (acceptance.owner, acceptance.approver) == ("P-001", "Locatiemanager Oost")
