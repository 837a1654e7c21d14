import pytest

from tests.ahead.drawn import CODE, Drawn

STAFF = """
    Personeelsnummer | Naam        | Functie        | In dienst  | Uit dienst
    101              | Anna Bakker | Directeur      | 2020-01-01 | {end}
    102              | Piet Smit   | groepsleider   | 2020-01-01 |
"""
TRAINING = """
    Personeelsnummer | Scholing                       | Behaald op
    101              | Training aandachtsfunctionaris | {day}
    102              | Meldcode                       | 2026-03-02
"""
OFFICERS = "Naam | Aangesteld op | Tot | Vervanger\nAnna Bakker | 2022-01-01 | {until} | {deputy}"
FINAL = "Onderdeel | Aanwezig | Vindplaats | Toelichting\nMC-2.1.c.1 | ja | blz. 2 | {says}"


def questions(
    end: str = "",
    day: str = "2026-01-10",
    until: str = "",
    deputy: str = "Piet Smit",
    says: str = "de locatiemanager beslist",
    **more: str,
) -> list[tuple[str, str]]:
    tables = {
        "Beleidsregister": CODE,
        "Meldcode-inhoud": FINAL.format(says=says),
        "Personeel": STAFF.format(end=end),
        "Scholing": TRAINING.format(day=day),
        "Aandachtsfunctionarissen": OFFICERS.format(until=until, deputy=deputy),
    }
    return Drawn(tables | more).problems


def test_an_officer_who_is_there_and_trained_is_no_question() -> None:
    assert questions() == []


@pytest.mark.parametrize(
    ("end", "asks"),
    [
        pytest.param("2026-11-22", False, id="leaves today"),
        pytest.param("2026-11-21", True, id="left yesterday"),
        pytest.param("", False, id="stays"),
    ],
)
def test_an_officer_who_left_is_a_question(end: str, asks: bool) -> None:
    assert questions(end=end) == ([("xray.officer_left", "A2")] if asks else [])


def test_an_officer_whose_term_ended_may_leave() -> None:
    assert questions(end="2026-11-01", until="2026-11-01") == []


@pytest.mark.parametrize(
    "day",
    [pytest.param("", id="undated"), pytest.param("2026-11-23", id="tomorrow"), pytest.param("gepland", id="planned")],
)
def test_an_officer_without_the_training_is_a_question(day: str) -> None:
    assert ("xray.officer_untrained", "A2") in questions(day=day)


def test_an_officer_who_is_in_no_staff_register_is_known_by_name() -> None:
    officers = "Naam | Aangesteld op\nKees de Boer | 2022-01-01"
    training = "Naam | Scholing | Behaald op\n{} | Training aandachtsfunctionaris | 2026-01-10"
    drawn = [
        Drawn({"Aandachtsfunctionarissen": officers, "Scholing": training.format(name)}).problems
        for name in ("Kees de Boer", "Karin Post")
    ]
    assert drawn == [[], [("xray.officer_untrained", "A2")]]


@pytest.mark.parametrize(
    ("says", "deputy", "asks"),
    [
        pytest.param("de directeur beslist", "", True, id="decides, without a deputy"),
        pytest.param("de directeur beslist", "Piet Smit", False, id="with a deputy"),
        pytest.param("de locatiemanager beslist", "", False, id="another function decides"),
    ],
)
def test_an_officer_who_decides_without_a_deputy_is_a_question(says: str, deputy: str, asks: bool) -> None:
    assert questions(says=says, deputy=deputy) == ([("xray.officer_decides", "A2")] if asks else [])


@pytest.mark.parametrize(
    ("done_on", "asks"),
    [pytest.param("", True, id="still open"), pytest.param("2026-11-22", False, id="done")],
)
def test_an_owner_who_left_is_a_question_while_the_action_is_open(done_on: str, asks: bool) -> None:
    plan = f"Eis | Actie | Eigenaar | Gereed op\nMC-2.1.g | schrijven | Anna Bakker | {done_on}"
    found = questions(end="2026-10-01", until="2026-10-01", Actieplan=plan)
    assert found == ([("xray.owner_left", "C2")] if asks else [])


def test_an_owner_of_an_acceptance_who_left_is_a_question() -> None:
    table = "Eis | Reden | Eigenaar | Goedgekeurd door | Tot\nMC-2.1.b.3 | wacht op de fusie | 101 | 102 | 2027-06-30"
    found = questions(end="2026-10-01", until="2026-10-01", Uitzonderingen=table)
    assert found == [("xray.owner_left", "C2")]


OWNED = """
    Titel                                           | Status   | Vastgesteld op | Voor wie  | Eigenaar
    Meldcode huiselijk geweld en kindermishandeling | {status} | 2024-02-01     | personeel | {owner}
    Huisregels                                      |          | 2024-02-01     | personeel | Anna Bakker
"""


@pytest.mark.parametrize(
    ("end", "owner", "status", "asks"),
    [
        pytest.param("2026-11-21", "Anna Bakker", "vastgesteld", True, id="left yesterday"),
        pytest.param("2026-11-21", "101", "", True, id="by number"),
        pytest.param("2026-11-21", "Bakker, Anna", "concept", True, id="of a draft"),
        pytest.param("2026-11-22", "Anna Bakker", "vastgesteld", False, id="leaves today"),
        pytest.param("2026-11-21", "Piet Smit", "vastgesteld", False, id="somebody who stays"),
        pytest.param("2026-11-21", "Directeur", "vastgesteld", False, id="a function"),
        pytest.param("2026-11-21", "Kees de Boer", "vastgesteld", False, id="nobody we know"),
        pytest.param("2026-11-21", "Anna Bakker", "vervallen", False, id="of a code that was withdrawn"),
        pytest.param("2026-11-21", "n.v.t.", "vastgesteld", False, id="no owner"),
    ],
)
def test_an_owner_of_the_code_who_left_is_a_question(end: str, owner: str, status: str, asks: bool) -> None:
    found = questions(end=end, until="2026-10-01", Beleidsregister=OWNED.format(owner=owner, status=status))
    assert found == ([("xray.owner_left", "E2")] if asks else [])


def test_a_result_tells_an_owner_by_number_and_never_by_name() -> None:
    tables = {
        "Beleidsregister": OWNED.format(owner="Anna Bakker", status=""),
        "Personeel": STAFF.format(end="2026-10-01"),
    }
    result = Drawn(tables).result()
    said = [each.message for each in result.problems if each.code == "xray.owner_left"]
    assert said == ["Eigenaar 101 is volgens het personeelsregister uit dienst. Wie neemt dit over?"]


def test_an_end_of_employment_that_cannot_be_read_is_a_question_for_the_person_counts() -> None:
    assert questions(end="binnenkort") == [("xray.end_unread", "E2")]
