from auditor.evaluate import evaluate
from auditor.evidence import Severity
from auditor.findings import Outcome
from tests.ahead.drawn import AS_OF, CODE, STAFF, Drawn, library

ODD = {
    "Beleidsregister": CODE,
    "Personeel": STAFF,
    "Scholing": "Personeelsnummer | Scholing | Behaald op\n"
    + "\n".join(f"{n} | Meldcode | {'2019-01-01' if n == 101 else '2027-01-01'}" for n in (101, 102)),
    "Borging": "Datum | Activiteit | Onderwerp\n2024-01-10 | teamoverleg | meldcode",
}


def test_questions_are_asked_beside_the_verdicts_and_change_none() -> None:
    drawn = Drawn(ODD)
    assert {code for code, _ in drawn.problems} == {
        "xray.before_employment",
        "xray.old",
        "xray.old_trainings",
        "xray.training_later",
    }
    judged: Outcome = evaluate(library().checklist, drawn.intake.registers, AS_OF, ("dagopvang",))
    assert judged == drawn.outcome


def test_every_question_is_a_question_with_a_cell() -> None:
    drawn = Drawn(ODD)
    asked = [each for each in drawn.outlook.problems if each.code.startswith("xray.")]
    assert all(each.at.cell and each.severity is Severity.NOTE for each in asked)
    assert all(drawn.words(each.code).endswith("?") for each in asked)
