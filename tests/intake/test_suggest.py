"""What was probably meant: a question where something nearly fits, silence where nothing does; never an answer."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from auditor.intake.headers import Headers
from auditor.intake.suggest import Guesser, nearest
from auditor.intake.words import normal
from auditor.library import load_texts
from auditor.report import problem_words
from tests.intake.taken import codes_of, problems_of, take, words

GUESSER = Guesser(Headers(words()))
HEADERS = sorted({header for layout in words().layouts for field in layout.fields for header in field.headers})


def fields(header: str) -> set[str]:
    """The fields, of any register, that a header may be meant for."""
    return {each.field for each in GUESSER.heads({"A": header}).get("A", ())}


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Vastgestelt op", "adopted_on"),
        ("Vastgesteld opp", "adopted_on"),
        ("op vastgesteld", "adopted_on"),
        ("Goedkeurd op", "adopted_on"),
        ("Behaalt op", "completed_on"),
        ("Behaald o p", "completed_on"),
        ("Datum behaalt", "completed_on"),
        ("Behaald op datum", "completed_on"),
        ("Vervaldatm", "until"),
        ("Personeelsnumer", "person_id"),
        ("Prsoneelsnummer", "person_id"),
        ("Medewekrer", "name"),
        ("Funktie", "function"),
        ("Lokatie", "location"),
        ("Datum indients", "start_date"),
        ("Scholign", "training_name"),
        ("Evaluatedatum", "review_by"),
        ("Aangesteldop", "appointed_on"),
        ("Datum sgnaal", "signal_date"),
    ],
)
def test_a_misspelt_header_is_asked_about(header: str, field: str) -> None:
    assert field in fields(header)


@pytest.mark.parametrize(
    "header",
    (
        "fte|deeltijdfactor|dtf|parttime %|contracturen|leidinggevende|manager|teamleider|teammanager|directeur|salarisschaal"
        "|trede|iban|telefoon|mobiel|bijzonderheden|notitie|memo|cursuscode|modulecode|productcode|verplicht|vereist|norm"
        "|leervorm|werkvorm|auteur|opsteller|schrijver|instemming|or|mr|gmr|cliëntenraad|oudercommissie|evaluatiefrequentie"
        "|herzieningstermijn|vog|geslacht|nationaliteit|rooster|budget|kosten|factuur|klas|leerjaar|groepsgrootte|werkweek"
        "|weekdag|maand|jaar|kwartaal|functieschaal|bedrijf|dossier|kenteken|meldcode|op|datum van"
    ).split("|"),
)
def test_a_header_of_something_else_is_not_asked_about(header: str) -> None:
    assert fields(header) == set()


@given(
    header=st.sampled_from([each for each in HEADERS if len(normal(each).replace(" ", "")) >= 9]),
    at=st.integers(0, 100),
)
def test_a_header_with_two_letters_changed_places_is_asked_about(header: str, at: int) -> None:
    words_of = normal(header)
    i = 1 + at % (len(words_of) - 2)
    swapped = words_of[:i] + words_of[i + 1] + words_of[i] + words_of[i + 2 :]
    assume(swapped != words_of)
    assert normal(header).replace(" ", "") in {each.replace(" ", "") for each in map(normal, nearest(swapped, HEADERS))}


@given(st.text(max_size=30))
def test_every_text_is_nearest_to_known_words_only(text: str) -> None:
    assert set(nearest(text, HEADERS)) <= set(HEADERS)


def test_short_words_are_near_only_with_the_same_letters() -> None:
    assert nearest("bos", ["bso", "po"]) == ("bso",)
    assert nearest("bsa", ["bso"]) == ()
    assert nearest("op", ["po", "op"]) == ()


@pytest.mark.parametrize(
    ("table", "cell"),
    [
        pytest.param(
            "Documenttitel | Status | Vastgestelt op\nMeldcode | vastgesteld | 2024-02-01",
            "C1",
            id="beside known headers",
        ),
        pytest.param(
            "Titel | Status | Vastgestelt op\nMeldcode | vastgesteld | 2024-02-01", "C1", id="no header known"
        ),
    ],
)
def test_an_unread_column_asks_whether_a_missing_one_was_meant_and_is_not_read(table: str, cell: str) -> None:
    intake = take({"Beleidsregister": table})
    assert ("column.perhaps", cell) in problems_of(intake)
    said = next(each for each in intake.problems if each.code == "column.perhaps")
    assert problem_words(said, load_texts("nl")).endswith(" Bedoelt u Vastgesteld op?")
    assert problem_words(said, load_texts("en")).endswith(" Did you mean Adopted on?")
    assert all(each.adopted_on.is_empty for each in intake.registers.policies or ())


def test_a_column_whose_field_is_there_already_is_not_asked_about() -> None:
    table = "Titel | Vastgesteld op | Vastgestelt op\nMeldcode | 2024-02-01 | 2024-02-01"
    assert "column.perhaps" not in codes_of(take({"Beleidsregister": table}))


@pytest.mark.parametrize(
    ("sheet", "table", "code", "question"),
    [
        pytest.param(
            "Beleidsregister",
            "Titel | Status | Vastgesteld op\nMeldcode | vastgesteldt | 2024-02-01",
            "status.unknown",
            "vastgesteld",
            id="status",
        ),
        pytest.param(
            "Borging", "Datum | Soort\n2026-01-10 | teamoverlge", "activity.unknown_kind", "teamoverleg", id="activity"
        ),
        pytest.param(
            "Meldcode-inhoud", "Onderdeel | Aanwezig\nKindchekc | ja", "element.unknown", "kindcheck", id="element"
        ),
        pytest.param(
            "Meldcode-inhoud",
            "Onderdeel | Aanwezig\nKindcheck | gedeeltelijkk",
            "answer.unreadable",
            "gedeeltelijk",
            id="answer",
        ),
        pytest.param(
            "Organisatie", "Naam organisatie | A\nSectoren | dagopvnag", "sector.unknown", "dagopvang", id="sector"
        ),
        pytest.param("Personeell", "a | b | c\nd | e | f\ng | h | i", "sheet.unrecognised", "Personeel", id="sheet"),
    ],
)
def test_a_word_that_is_nearly_known_is_asked_about(sheet: str, table: str, code: str, question: str) -> None:
    said = next(each for each in take({sheet: table}).problems if each.code == code)
    assert problem_words(said, load_texts("nl")).endswith(f" Bedoelt u {question}?")


@pytest.mark.parametrize("word", ["in gebruik", "zie map 3", "Anna de Vries"])
def test_a_word_that_is_near_to_nothing_is_not_asked_about(word: str) -> None:
    table = f"Titel | Status | Vastgesteld op\nMeldcode | {word} | 2024-02-01"
    said = next(each for each in take({"Beleidsregister": table}).problems if each.code == "status.unknown")
    assert "meant" not in said.facts


def test_a_long_remark_is_near_to_nothing() -> None:
    assert nearest("m" * 121, ["m" * 121]) == ()
    assert nearest("m" * 120, ["m" * 120]) == ("m" * 120,)


def test_a_known_header_that_another_column_has_is_not_asked_about() -> None:
    table = "Personeelsnummer|Kwalificatie|Kwalificatiestatus|Geldigheidsstatus\n1|Meldcode|Op schema|Geldig"
    codes = [code for code, cell in problems_of(take({"Scholing": table})) if cell == "D1"]
    assert codes == ["column.rival"]
