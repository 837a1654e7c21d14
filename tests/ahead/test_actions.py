from datetime import date

import msgspec
import pytest

from auditor.ahead.actions import Plan
from auditor.findings import Verdict
from tests.ahead.drawn import AS_OF, CODE, STAFF, Drawn

HEAD = "Eis | Actie | Eigenaar | Gereed voor | Gereed op | Opmerking"


def drawn(*rows: str, as_of: date = AS_OF) -> Drawn:
    return Drawn({"Beleidsregister": CODE, "Personeel": STAFF, "Actieplan": "\n".join((HEAD, *rows))}, as_of)


def plan(*rows: str, as_of: date = AS_OF) -> Plan:
    return drawn(*rows, as_of=as_of).outlook.plans["MC-2.1.g"]


@pytest.mark.parametrize(
    ("due", "done_on", "as_of", "state"),
    [
        pytest.param("2026-12-01", "", AS_OF, "open", id="still to come"),
        pytest.param("2026-11-22", "", AS_OF, "open", id="due on the day itself"),
        pytest.param("2026-11-21", "", AS_OF, "overdue", id="due the day before"),
        pytest.param("", "", AS_OF, "open", id="never due"),
        pytest.param("voorjaar", "", AS_OF, "open", id="due on a day that cannot be read"),
        pytest.param("2026-11-01", "2026-11-22", AS_OF, "done", id="done on the day itself"),
        pytest.param("2026-12-01", "2026-11-23", AS_OF, "open", id="done the day after is not done yet"),
        pytest.param("2026-11-01", "2026-11-23", AS_OF, "overdue", id="done the day after, and overdue"),
        pytest.param("2026-11-01", "ja", AS_OF, "overdue", id="a yes without a day is not done"),
        pytest.param("2026-11-01", "2026-11-23", date(2026, 11, 23), "done", id="a day later it is"),
    ],
)
def test_where_an_action_stands(due: str, done_on: str, as_of: date, state: str) -> None:
    assert plan(f"MC-2.1.g | tekst schrijven | 101 | {due} | {done_on} |", as_of=as_of).state == state


def test_of_several_actions_the_open_one_that_is_due_first_is_shown_and_all_are_counted() -> None:
    rows = (
        "MC-2.1.g | bespreken | 101 | 2026-09-01 | 2026-09-01 |",
        "MC-2.1.g | vaststellen | 101 | 2027-02-01 | |",
        "MC-2.1.g | schrijven | 101 | 2026-12-01 | |",
        "MC-2.1.g | ooit | 101 | | |",
    )
    for order in (rows, rows[::-1]):
        found = plan(*order)
        assert (found.first.shown, found.count, found.done) == ("schrijven", 4, 1)


def test_where_all_actions_are_done_the_last_one_is_shown() -> None:
    found = plan(
        "MC-2.1.g | bespreken | 101 | 2026-09-01 | 2026-09-01 |",
        "MC-2.1.g | schrijven | 101 | 2026-09-01 | 2026-10-01 |",
    )
    assert (found.first.shown, found.state, found.done) == ("schrijven", "done", 2)


# --- our own list, read back


TRAIN = "Scholing afronden en de datum vastleggen:"
ADVICE = "Neem het besluit over hulp altijd, ook na een melding. Schrijf het als een eigen besluit naast het melden."

PERSONS = "Spreek vaste personen af, en wat u van elkaar verwacht."


def test_a_line_of_our_list_that_nobody_touched_is_no_action_and_no_problem() -> None:
    case = drawn(
        f"MC-2.2.e.2 | {ADVICE} | | | |",
        f"MC-3.1 | {TRAIN} Jan Jansen (101) | | | |",
        "MC-3.1 | Regelen voor locatie Oost | | | |",
        "NB-1 | Do your staff know that they may inform Veilig Thuis without consent? | | | |",
        "MC-2.1.g | tekst schrijven | | | |",
    )
    assert set(case.outlook.plans) == {"MC-2.1.g"}
    assert case.problems == []
    (account,) = (each for each in case.intake.inputs[0].sheets if each.register == "actions")
    assert [(each.reason, each.count) for each in account.left_out] == [("untouched", 4)]


@pytest.mark.parametrize("filled_in", ["101 | | |", "| 2026-12-01 | |", "| | 2026-11-01 |", "| | | bellen"])
def test_a_line_of_our_list_with_anything_filled_in_is_an_action_and_shown_as_we_wrote_it(filled_in: str) -> None:
    found = drawn(f"MC-2.2.e.2 | {ADVICE.upper()} | {filled_in}").outlook.plans["MC-2.2.e.2"]
    assert (found.first.shown, found.count) == (ADVICE.upper(), 1)


def test_our_advice_is_shown_whole_and_a_name_beside_it_is_not() -> None:
    advice = "Plan per team een reflectie, bijvoorbeeld met de vragen van het Nederlands Jeugdinstituut."
    rows = (
        f"MC-5.2 | {advice} | 101 | | | Kees belt",
        f"MC-5.2 | {advice} Vraag Kees. | 101 | | |",
        f"MC-5.5 | {PERSONS} | 101 | | |",
    )
    shown = sorted(each.shown for each in drawn(*rows).intake.registers.actions or ())
    assert shown == [advice, f"{advice} Vraag ….", PERSONS]


def test_an_action_in_two_files_counts_once_and_is_done_where_one_of_them_says_so() -> None:
    first = f"{HEAD}\nMC-2.1.g | Tekst schrijven | 101 | 2026-09-01 | |\nMC-2.1.g | lezen | 101 | | |"
    later = f"{HEAD}\nMC-2.1.g | tekst  schrijven | 101 | 2026-09-01 | 2026-11-20 |"
    for one, other in ((first, later), (later, first)):
        sheets = {"Beleidsregister": CODE, "Personeel": STAFF, "Actieplan": one}
        found = Drawn(sheets, AS_OF, second={"Actieplan": other}).outlook.plans["MC-2.1.g"]
        assert (found.first.shown, found.count, found.done) == ("lezen", 2, 1)


def test_an_action_in_two_files_is_due_on_the_first_of_both_days() -> None:
    sheets = {"Beleidsregister": CODE, "Actieplan": f"{HEAD}\nMC-2.1.g | schrijven | 101 | 2026-12-01 | |"}
    twin = {"Actieplan": f"{HEAD}\nMC-2.1.g | schrijven | 101 | 2026-10-01 | |"}
    found = Drawn(sheets, AS_OF, second=twin).outlook.plans["MC-2.1.g"]
    assert (found.count, found.state) == (1, "overdue")


@pytest.mark.parametrize(("owner", "count", "done"), [("101", 1, 1), ("102", 2, 1), ("", 2, 1)])
def test_what_two_people_will_do_is_two_actions_though_they_write_the_same(owner: str, count: int, done: int) -> None:
    sheets = {
        "Beleidsregister": CODE,
        "Personeel": STAFF,
        "Actieplan": f"{HEAD}\nMC-2.1.g | bespreken | 101 | | 2026-11-01 |",
    }
    other = {"Actieplan": f"{HEAD}\nMC-2.1.g | bespreken | {owner} | 2026-10-01 | |"}
    found = Drawn(sheets, AS_OF, second=other).outlook.plans["MC-2.1.g"]
    assert (found.count, found.done) == (count, done)


@pytest.mark.parametrize(("text", "count"), [("scholen", 2), ("", 2)])
def test_rows_of_one_file_are_actions_by_themselves(text: str, count: int) -> None:
    assert plan(f"MC-2.1.g | {text} | 101 | | |", f"MC-2.1.g | {text} | 102 | | |").count == count


def test_an_action_that_is_done_changes_no_verdict() -> None:
    done = drawn("MC-2.1.g | opgenomen in de code | 101 | 2026-09-01 | 2026-09-01 |").outcome
    assert done == Drawn({"Beleidsregister": CODE, "Personeel": STAFF}).outcome
    verdicts = {each.requirement: each.judgement.verdict for each in done.findings}
    assert verdicts["MC-2.1.g"] is Verdict.NOT_SHOWN


def test_done_after_the_reference_date_is_said() -> None:
    assert drawn("MC-2.1.g | schrijven | 101 | | 2026-12-01 |").problems == [("action.done_later", "E2")]


def test_an_action_on_an_unknown_requirement_is_an_error() -> None:
    case = drawn("ISO-9001 | schrijven | 101 | 2026-12-01 | |")
    assert case.problems == [("requirement.unknown", "A2")]
    assert case.outlook.plans == {}


def test_an_action_on_what_is_not_asked_here_is_a_note() -> None:
    assert drawn("MC-H.2.2.d | schrijven | 101 | 2026-12-01 | |").problems == [("action.not_judged", "A2")]


def test_a_row_with_nothing_but_a_requirement_is_no_action() -> None:
    case = drawn("MC-2.1.g | | | | |", "MC-2.1.c | schrijven | | | |")
    assert set(case.outlook.plans) == {"MC-2.1.c"}
    (account,) = (each for each in case.intake.inputs[0].sheets if each.register == "actions")
    assert [(each.reason, each.count) for each in account.left_out] == [("no_action", 1)]


def test_nobody_is_named_but_in_the_register_itself() -> None:
    case = drawn("MC-2.1.g | Belt met Kees de Boer over Veilig Thuis | Kees de Boer | 2026-12-01 | | Piet weet meer")
    shown = msgspec.json.encode(case.result()).decode()
    for hidden in ("Kees", "Boer", "Piet"):
        assert hidden not in shown
    (action,) = case.intake.registers.actions or ()
    assert (action.owner.cell.value, action.owner.label) == ("Kees de Boer", "P-001")
    assert action.action.value == "Belt met Kees de Boer over Veilig Thuis"
    assert action.shown == "… met … de … over Veilig Thuis"


def test_owners_outside_the_staff_register_are_nobodys_problem() -> None:
    case = drawn("MC-2.1.g | schrijven | Kees de Boer | 2026-12-01 | |", "MC-2.1.c | schrijven | MT | | |")
    assert not [each for each in case.intake.problems if each.code.startswith("person.")]
    labels = [each.owner.label for each in case.intake.registers.actions or ()]
    assert labels == ["P-001", "MT"]
