"""Policies, elements, activities, agreements and cases become records of cells."""

import pytest

from auditor.registers import PolicyStatus, Present
from tests.intake.taken import account_of, problems_of, take

CODE = "Meldcode huiselijk geweld en kindermishandeling"


def test_a_policy_keeps_the_cell_of_every_value() -> None:
    (policy,) = (
        take(
            {
                "Beleidsregister": f"""
            Documentnummer | Titel  | Soort    | Versie | Status  | Vastgesteld op | Evaluatiedatum | Voor wie
            KB-007         | {CODE} | protocol | 3.0    | Concept | 14 maart 2024  | 2027-03-14     | iedereen
        """
            }
        ).registers.policies
        or ()
    )
    assert (policy.title.value, policy.title.at.cell, policy.at.cell) == (CODE, "B2", "A2")
    assert (policy.status.value, policy.status.typed) == (PolicyStatus.DRAFT, "Concept")
    assert (str(policy.adopted_on.value), policy.adopted_on.typed, policy.adopted_on.at.cell) == (
        "2024-03-14",
        "14 maart 2024",
        "F2",
    )
    assert (policy.kind.value, policy.version.value, policy.audience.value) == ("protocol", "3.0", "iedereen")
    assert policy.reviewed_on.is_empty
    assert policy.is_code


def test_a_policy_without_a_title_is_left_out_and_one_without_a_date_is_kept() -> None:
    intake = take(
        {"Beleidsregister": f"Titel|Status|Vastgesteld op\n|concept|2024-01-01\n{CODE}|concept|\nBHV-plan|concept|"}
    )
    assert [policy.title.value for policy in intake.registers.policies or ()] == [CODE, "BHV-plan"]
    assert problems_of(intake) == [("rows.left_out", "B2"), ("policy.no_date", "C3")]


def test_what_cannot_be_read_is_a_problem_at_its_cell_and_the_rest_goes_on() -> None:
    table = f"Titel|Status|Vastgesteld op\n{CODE}|Lopend|voorjaar 2024\nBHV-plan|xyz|31-02-2024"
    intake = take({"Beleidsregister": table})
    policies = intake.registers.policies or ()
    assert [policy.adopted_on.is_unreadable for policy in policies] == [True, True]
    assert [(each.code, each.at.cell, each.count, each.facts["value"]) for each in intake.problems] == [
        ("status.unknown", "B2", 2, "Lopend"),
        ("date.unreadable", "C2", 1, "voorjaar 2024"),
        ("date.impossible", "C3", 1, "31-02-2024"),
    ]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        pytest.param("MC-2.2.c.KO", ("MC-2.2.c.KO",), id="an id"),
        pytest.param("mc-2.2.c - gesprek", ("MC-2.2.c",), id="an id in a text"),
        pytest.param("Kindcheck (MC-2.1.g)", ("MC-2.1.g",), id="an id wins over words"),
        pytest.param("Stap 1", ("MC-2.2.a",), id="words"),
        pytest.param("stap 1: in kaart brengen van signalen", ("MC-2.2.a",), id="a leading step"),
        pytest.param("Is er een kindcheck?", ("MC-2.1.f",), id="words in a text"),
    ],
)
def test_an_element_is_known_by_id_or_by_words(typed: str, ids: tuple[str, ...]) -> None:
    (element,) = take({"Meldcode-inhoud": f"Onderdeel|Aanwezig\n{typed}|ja"}).registers.elements or ()
    assert element.requirements == ids


def test_an_element_keeps_the_cell_of_every_value() -> None:
    table = "Onderdeel|Aanwezig|Vindplaats|Document|Toelichting\nStap 1|n.v.t.|blz. 4|KB-007|wij zien geen kinderen"
    (element,) = take({"Meldcode-inhoud": table}).registers.elements or ()
    assert (element.present.value, element.present.at.cell) == (Present.NOT_APPLICABLE, "B2")
    assert (element.place.value, element.document.value, element.reason.value) == (
        "blz. 4",
        "KB-007",
        "wij zien geen kinderen",
    )


def test_an_element_that_we_do_not_know_is_left_out_and_asked_about() -> None:
    intake = take({"Meldcode-inhoud": "Onderdeel|Aanwezig\nTuinplan|ja\nStap 1|ja"})
    assert [(each.code, each.at.cell, each.facts["value"]) for each in intake.problems] == [
        ("element.unknown", "A2", "Tuinplan")
    ]
    assert (account_of(intake, "Meldcode-inhoud").rows_used, len(intake.registers.elements or ())) == (1, 1)


def test_an_element_without_an_answer_is_kept_and_asked_about() -> None:
    intake = take({"Meldcode-inhoud": "Onderdeel|Aanwezig|Vindplaats\nStap 1||blz. 4"})
    (element,) = intake.registers.elements or ()
    assert element.present.is_empty
    assert problems_of(intake) == [("element.no_answer", "B2")]


@pytest.mark.parametrize(
    ("kind", "topic", "about"),
    [
        pytest.param("teamoverleg", "meldcode", True, id="the topic says so"),
        pytest.param("teamoverleg", "rooster", False, id="the topic says something else"),
        pytest.param("teamoverleg", "", True, id="no topic: the register is about the code"),
        pytest.param("casuïstiek", "een kind met blauwe plekken", True, id="a case"),
        pytest.param("casuïstiek", "BHV", False, id="a case about something else"),
        pytest.param("evaluatie", "vakantierooster", False, id="an evaluation of something else"),
        pytest.param("evaluatie van de meldcode", "", True, id="the kind says so"),
        pytest.param("borrel", "", False, id="an unknown kind, and no topic"),
        pytest.param("borrel", "kindcheck", True, id="an unknown kind about the code"),
    ],
)
def test_an_activity_is_about_the_code_unless_its_topic_says_otherwise(kind: str, topic: str, about: bool) -> None:
    (activity,) = take({"Borging": f"Datum|Soort|Onderwerp\n2026-01-10|{kind}|{topic}"}).registers.activities or ()
    assert activity.about_code is about


def test_a_kind_of_activity_that_we_do_not_know_is_asked_about() -> None:
    intake = take({"Borging": "Datum|Soort\n2026-01-10|Borrel\n2026-01-11|Casuïstiekbespreking"})
    assert [activity.kind.value for activity in intake.registers.activities or ()] == [None, "casuistiek"]
    assert [(each.code, each.at.cell, each.facts["value"]) for each in intake.problems] == [
        ("activity.unknown_kind", "B2", "Borrel")
    ]


def test_an_activity_without_a_date_or_a_kind_is_left_out_and_one_with_an_unreadable_date_kept() -> None:
    intake = take({"Borging": "Datum|Soort\n|teamoverleg\n2026-01-10|\nvoorjaar|teamoverleg"})
    assert [activity.date.is_unreadable for activity in intake.registers.activities or ()] == [True]
    assert [(each.reason, each.count) for each in account_of(intake, "Borging").left_out] == [
        ("no_date", 1),
        ("no_kind", 1),
    ]


def test_an_agreement_is_with_a_partner() -> None:
    table = "Organisatie|Soort|Overeengekomen op|Evaluatiedatum|Contactpersoon\nVeilig Thuis|afspraak|2024-01-10|2027-01-10|Jan Jansen\n|x|2024-01-10||"
    intake = take({"Samenwerking": table})
    (agreement,) = intake.registers.agreements or ()
    assert (agreement.partner.value, str(agreement.review_by.value)) == ("Veilig Thuis", "2027-01-10")
    assert account_of(intake, "Samenwerking").rows_used == 1


CASES = "Casusnummer|Datum signaal|Datum consultatie|Datum gesprek|Reden geen gesprek|Melden ja/nee|Hulp ja/nee|Datum besluit"


def test_a_case_keeps_its_steps() -> None:
    (case,) = (
        take({"Stappenregistratie": f"{CASES}\nC-1|2026-01-10|2026-01-12|||ja|nee|2026-01-20"}).registers.cases or ()
    )
    assert (case.case.value, str(case.signal_date.value), str(case.decided_on.value)) == (
        "C-1",
        "2026-01-10",
        "2026-01-20",
    )
    assert (case.decision_report.value, case.decision_help.value) == (True, False)
    assert case.talk_date.is_empty
    assert case.no_talk_reason.is_empty


@pytest.mark.parametrize(
    ("typed", "recorded"),
    [
        pytest.param("onveilig voor het kind", True, id="a reason"),
        pytest.param("-", False, id="a dash"),
        pytest.param("n.v.t.", False, id="not applicable"),
        pytest.param("?", False, id="unknown"),
    ],
)
def test_only_a_text_that_says_something_is_a_reason_for_no_talk(typed: str, recorded: bool) -> None:
    (case,) = take({"Stappenregistratie": f"{CASES}\nC-1|2026-01-10|||{typed}|ja|nee|2026-01-20"}).registers.cases or ()
    assert case.no_talk_reason.value is recorded
    assert typed not in case.no_talk_reason.typed or typed == "…"


def test_a_decision_that_is_neither_yes_nor_no_is_no_decision() -> None:
    intake = take({"Stappenregistratie": f"{CASES}\nC-1|2026-01-10||||gepland|deels|2026-01-20"})
    (case,) = intake.registers.cases or ()
    assert (case.decision_report.value, case.decision_help.value) == (None, None)
    assert problems_of(intake) == [("answer.undecided", "F2"), ("answer.undecided", "G2")]
