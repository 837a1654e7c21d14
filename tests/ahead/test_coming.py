"""What is coming: each thing that lapses, on its day, with the requirement to which it belongs, and nothing that has been."""

from datetime import date, timedelta

import pytest

from auditor.library import load_texts
from tests.ahead.drawn import AS_OF, CODE, STAFF, Drawn

TOMORROW = AS_OF + timedelta(days=1)


def coming(tables: dict[str, str], sectors: tuple[str, ...] = ("dagopvang",), *, turns: bool = False) -> set[str]:
    """Each entry as `day requirement sentence-id`; those about turns only where they are asked for."""
    case = Drawn({"Beleidsregister": CODE, **tables}, sectors=sectors)
    return {
        f"{each.on} {each.requirement} {each.what.id.removeprefix('coming.')}".replace("  ", " ")
        for each in case.outlook.coming
        if turns or "turn" not in each.what.id
    }


def agreements(*rows: str) -> dict[str, str]:
    return {"Samenwerking": "\n".join(("Partner | Soort | Overeengekomen op | Evaluatiedatum", *rows))}


@pytest.mark.parametrize(
    ("row", "requirement"),
    [
        ("Veilig Thuis Midden | werkafspraken", "MC-5.4"),
        ("CJG Oost | werkafspraken", "MC-5.5"),
        ("Ketenpartners | Gedeelde taal", "MC-5.6"),
        ("GGD | werkafspraken", ""),
    ],
)
def test_the_review_of_an_agreement_is_of_the_requirement_that_asks_for_it(row: str, requirement: str) -> None:
    found = coming(agreements(f"{row} | 2025-01-01 | {TOMORROW}"))
    assert found == {f"{TOMORROW} {requirement} agreement".replace("  ", " ")}


def test_an_agreement_that_two_requirements_ask_for_is_named_with_both() -> None:
    found = coming(agreements(f"Veilig Thuis Midden | Gedeelde taal | 2025-01-01 | {TOMORROW}"))
    assert found == {f"{TOMORROW} MC-5.4 agreement", f"{TOMORROW} MC-5.6 agreement"}


def test_a_review_of_today_or_before_is_not_coming() -> None:
    assert coming(agreements(f"Veilig Thuis | x | 2025-01-01 | {AS_OF}", "CJG | x | 2025-01-01 | 2026-01-01")) == set()


TRAINED = "Personeelsnummer | Scholing | Behaald op | Geldig tot\n{}"
CASES = "Casus | Datum signaal | Volgende monitoring | Afgesloten op\n{}"
OFFICER = "Naam | Aangesteld op | Tot en met\nAnna Bakker | 2024-01-01 | {}"
LATE = "2026-10-01"
"""A start so late that somebody is a newcomer until 1 January."""


@pytest.mark.parametrize(
    ("tables", "entry"),
    [
        pytest.param({"Personeel": STAFF, "Scholing": TRAINED.format("101 | Meldcode | 2024-01-10 |")}, "2027-01-10 MC-3.3.d training_at", id="a training, after our 36 months"),
        pytest.param({"Personeel": STAFF, "Scholing": TRAINED.format("101 | Meldcode | 2024-01-10 | 2026-12-31")}, "2026-12-31 MC-3.3.d training_at", id="a training with a last day of its own"),
        pytest.param({"Personeel": STAFF.replace("Oost    | 2020-01-01", f"Oost | {LATE}"), "Scholing": TRAINED.format("101 | Meldcode | 2020-01-10 |")}, "2027-01-01 MC-3.1 newcomer_at", id="a newcomer who begins to count"),
        pytest.param({"Aandachtsfunctionarissen": OFFICER.format("2026-12-31")}, "2026-12-31 MC-3.3.e officer", id="an officer's last day"),
        pytest.param({"Stappenregistratie": CASES.format("C-1 | 2026-11-01 | 2026-12-01 |")}, "2026-12-01 MC-4.5 monitoring", id="the next monitoring"),
        pytest.param({"Beleidsregister": CODE.replace("Voor wie", "Voor wie | Evaluatiedatum").replace("personeel", "personeel | 2027-01-31")}, "2027-01-31 MC-3.3.g review", id="a code's review"),
        pytest.param({"Uitzonderingen": "Eis | Reden | Eigenaar | Goedgekeurd door | Geldig tot\nMC-5.1 | fusie | Anna Bakker | Piet Smit | 2027-06-30"}, "2027-06-30 MC-5.1 acceptance", id="an acceptance's last day"),
        pytest.param({"Actieplan": "Eis | Actie | Eigenaar | Deadline | Gereed op\nMC-2.1.g | tekst aanvullen | Anna Bakker | 2027-02-01 |"}, "2027-02-01 MC-2.1.g action", id="an action"),
    ],
)  # fmt: skip
def test_what_lapses_is_named_on_its_day_with_its_requirement(tables: dict[str, str], entry: str) -> None:
    assert entry in coming(tables)


@pytest.mark.parametrize(
    "tables",
    [
        pytest.param({"Stappenregistratie": CASES.format("C-1 | 2026-11-01 | 2026-12-01 | 2026-11-22")}, id="a case that is closed"),
        pytest.param({"Actieplan": "Eis | Actie | Eigenaar | Deadline | Gereed op\nMC-2.1.g | tekst aanvullen | Anna Bakker | 2027-02-01 | 2026-11-22"}, id="an action that is done"),
        pytest.param({"Uitzonderingen": "Eis | Reden | Eigenaar | Goedgekeurd door | Geldig tot\nMC-5.1 | fusie | Anna Bakker | Anna Bakker | 2027-06-30"}, id="an acceptance that does not count"),
        pytest.param({"Aandachtsfunctionarissen": OFFICER.format("2026-11-22")}, id="an officer whose last day is today"),
    ],
)  # fmt: skip
def test_what_is_over_is_not_coming(tables: dict[str, str]) -> None:
    days = {each.split()[1] for each in coming(tables)}
    assert not days & {"MC-4.5", "MC-2.1.g", "MC-5.1", "MC-3.3.e"}


def test_the_day_after_a_review_is_past_the_verdict_turns() -> None:
    found = coming(agreements(f"Veilig Thuis | x | 2025-01-01 | {date(2027, 5, 1)}"), turns=True)
    assert "2027-05-02 MC-5.4 turn" in found
    assert "2027-05-01 MC-5.4 agreement" in found


def test_every_entry_has_words_in_both_languages() -> None:
    case = Drawn({"Beleidsregister": CODE, **agreements(f"Veilig Thuis Midden | x | 2025-01-01 | {TOMORROW}")})
    (entry,) = [each for each in case.outlook.coming if each.requirement == "MC-5.4" and "turn" not in each.what.id]
    assert {lang: load_texts(lang).say(entry.what) for lang in ("nl", "en")} == {
        "nl": "Evaluatiedatum van de afspraak met Veilig Thuis Midden.",
        "en": "Review date of the agreement with Veilig Thuis Midden.",
    }
