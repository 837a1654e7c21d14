"""What a cell says: text, an answer, a status, what is present, a whole number. Never a guess."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.intake.sheets import ErrorValue, Uncalculated, Value
from auditor.intake.values import FORMULA, Answer, Reader, as_text, read_number, read_text
from auditor.intake.words import clean
from auditor.registers import PolicyStatus, Present
from tests.intake.shipped_words import reader, vocabulary

SAID: dict[Answer, str] = {
    Answer.YES: """ja|j|y|yes|1|waar|true|x|X|✓|√|v|ok|akkoord|behaald|gehaald|afgerond|voltooid|voltooide|geslaagd|voldoende|
        v (voldoende)|gecertificeerd|bevoegd|bekwaam|aanwezig|present|gevolgd|op schema|geldig|100%|100,0%|100 %|JA|Ja.|“ja”|✔\ufe0f""",
    Answer.NO: """nee|n|no|0|onwaar|false|-|leeg|niet behaald|niet afgerond|gezakt|onvoldoende|verlopen|nooit gekwalificeerd|
        niet gestart|open|te doen|nog volgen|afwezig|achterstallig|ongeldig|ontbreekt|Niet  behaald""",
    Answer.PARTLY: "deels|gedeeltelijk|Deels|partly|ten dele|onvolledig",
    Answer.PENDING: """ingeschreven|aangemeld|gepland|bezig|in behandeling|lopend|gestart|follow-up gepland|Follow up gepland|
        risico|binnenkort|wacht op|80%|0%|99,9%""",
    Answer.EXEMPT: "n.v.t.|nvt|N.V.T|niet van toepassing|vrijgesteld|vrijstelling|geen clientcontact|geen cliëntcontact|n/a",
    Answer.UNKNOWN: "?|onbekend|ntb|n.t.b.|n.b.|#N/B|#N/A|#WAARDE!|#VERW!|volgt|Volgt",
}
SAID_BY_A_VALUE: list[tuple[Answer, Value]] = [
    *((Answer.YES, value) for value in (True, 1, 1.0)),
    *((Answer.NO, value) for value in (False, 0, 0.0)),
]
SAID_BY_A_WORD: list[tuple[Answer, Value]] = [
    (answer, word.strip()) for answer, words in SAID.items() for word in words.split("|")
]


@pytest.mark.parametrize(("answer", "typed"), SAID_BY_A_WORD + SAID_BY_A_VALUE, ids=repr)
def test_every_word_for_an_answer_is_understood(answer: Answer, typed: Value) -> None:
    reading = reader().read_answer(typed)
    assert (reading.value, reading.trouble, reading.note) == (answer, "", "")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        pytest.param("ja, zie map", Answer.YES, id="where to find it"),
        pytest.param("behaald; certificaat in dossier", Answer.YES, id="semicolon"),
        pytest.param("ja (zie map)", Answer.YES, id="in brackets"),
        pytest.param("ja - zie map", Answer.YES, id="dash"),
        pytest.param("ja: bladzijde 3", Answer.YES, id="colon"),
        pytest.param("nee, nog niet", Answer.NO, id="no stays no"),
        pytest.param("n.v.t., werkt op kantoor", Answer.EXEMPT, id="exempt, with its reason"),
        pytest.param("gepland (mei)", Answer.PENDING, id="pending"),
    ],
)
def test_a_word_with_a_remark_is_that_answer_with_a_note(typed: str, answer: Answer) -> None:
    reading = reader().read_answer(typed)
    assert (reading.value, reading.note, reading.facts) == (answer, "answer.with_remark", {"value": typed})


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("ja, deels", id="only a part"),
        pytest.param("ja, maar niet op alle locaties", id="not everywhere"),
        pytest.param("ja (nog niet ondertekend)", id="not yet"),
        pytest.param("ja, behalve in De Kruin", id="an exception"),
        pytest.param("behaald, verlopen", id="lapsed"),
        pytest.param("ja, of toch?", id="in doubt"),
    ],
)
def test_a_yes_that_its_remark_takes_back_is_no_answer(typed: str) -> None:
    assert reader().read_answer(typed).trouble == "answer.unreadable"


@pytest.mark.parametrize(
    "typed",
    [
        *"ja?|x?|ja/nee|j/n|ja*|misschien|8|7,5|-1|–1|120%|-5%|a%|%|ja nee|12-03-2024|ja ja|zie map|☺|nan%".split("|"),
        *(0.8, 2, -1, date(2024, 3, 12), datetime(2024, 3, 12, 6, 21, tzinfo=UTC)),
    ],
    ids=repr,
)
def test_what_is_no_answer_is_not_guessed(typed: Value) -> None:
    reading = reader().read_answer(typed)
    assert (reading.value, reading.trouble, reading.facts) == (None, "answer.unreadable", {"value": reading.typed})


@pytest.mark.parametrize("typed", [None, "", "  ", "\N{NO-BREAK SPACE}\n"], ids=repr)
def test_an_empty_cell_is_no_answer_and_no_trouble(typed: Value | None) -> None:
    for reading in (reader().read_answer(typed), reader().read_present(typed), reader().read_status(typed)):
        assert (reading.value, reading.typed, reading.trouble) == (None, "", "")
    assert (read_text(typed).value, read_number(typed).typed) == (None, "")


@pytest.mark.parametrize(
    ("trouble", "typed", "shown"),
    [
        ("error_cell", ErrorValue("#N/B"), "#N/B"),
        ("error_cell", ErrorValue("#REF!"), "#REF!"),
        pytest.param("error_cell", ErrorValue(" "), "#", id="an error without a name"),
        ("uncalculated", Uncalculated(), FORMULA),
    ],
)
def test_an_error_cell_and_an_uncalculated_formula_are_never_empty(trouble: str, typed: Value, shown: str) -> None:
    read = reader()
    for reading in (
        read.read_text(typed),
        read.read_answer(typed),
        read.read_present(typed),
        read.read_status(typed),
        read.read_number(typed),
        read.read_date(typed),
    ):
        assert (reading.value, reading.typed, reading.trouble) == (None, shown, trouble)
        assert reading.facts == {"value": shown}


def test_true_and_one_are_both_yes_and_keep_their_own_text() -> None:
    fresh = Reader(vocabulary())
    assert [fresh.read_answer(value).typed for value in (1, True, 0, False, 1.0)] == ["1", "WAAR", "0", "ONWAAR", "1"]


@pytest.mark.parametrize(
    ("typed", "present"),
    [
        ("ja", Present.YES),
        ("x", Present.YES),
        ("aanwezig", Present.YES),
        ("nee", Present.NO),
        ("ontbreekt", Present.NO),
        ("-", Present.NO),
        ("deels", Present.PARTLY),
        ("gedeeltelijk", Present.PARTLY),
        ("n.v.t.", Present.NOT_APPLICABLE),
        ("niet van toepassing", Present.NOT_APPLICABLE),
    ],
)
def test_what_an_elements_row_says(typed: str, present: Present) -> None:
    assert reader().read_present(typed).value is present


@pytest.mark.parametrize(
    ("typed", "trouble"),
    [
        ("onbekend", "present.undecided"),
        ("?", "present.undecided"),
        ("in ontwikkeling", "present.undecided"),
        ("gepland", "present.undecided"),
        ("misschien", "answer.unreadable"),
        ("ja/nee", "answer.unreadable"),
    ],
)
def test_an_elements_row_that_is_undecided_says_nothing(typed: str, trouble: str) -> None:
    reading = reader().read_present(typed)
    assert (reading.value, reading.trouble, reading.facts) == (None, trouble, {"value": typed})


STATUSES = {
    PolicyStatus.ADOPTED: [
        "vastgesteld",
        "definitief",
        "actueel",
        "geldig",
        "gepubliceerd",
        "goedgekeurd",
        "van kracht",
    ],
    PolicyStatus.DRAFT: ["concept", "ontwerp", "in ontwikkeling", "in behandeling", "in review", "ter vaststelling"],
    PolicyStatus.WITHDRAWN: "ingetrokken vervallen verlopen vervangen archief gearchiveerd oud".split(),
}


@pytest.mark.parametrize(("status", "typed"), [(s, t) for s, words in STATUSES.items() for t in words])
def test_every_status_is_understood_in_any_case(status: PolicyStatus, typed: str) -> None:
    for text in (typed, typed.title(), typed.upper(), f" {typed}. "):
        assert reader().read_status(text).value is status


@pytest.mark.parametrize(
    "typed", ["in gebruik", "actief", "vastgesteld?", "bijna vastgesteld", "niet vastgesteld", "v2", True, 1, "-"]
)
def test_another_status_is_asked_about(typed: Value) -> None:
    reading = reader().read_status(typed)
    assert (reading.value, reading.trouble, reading.facts) == (None, "status.unknown", {"value": reading.typed})


@pytest.mark.parametrize(
    ("typed", "number", "note"),
    [
        (24, 24, ""),
        (24.0, 24, ""),
        (0, 0, ""),
        (0.0, 0, ""),
        (1.0, 1, ""),
        ("24", 24, ""),
        (" 24 maanden", 24, ""),
        ("24 mnd.", 24, ""),
        ("24,0", 24, ""),
        ("90%", 90, ""),
        ("90 %", 90, ""),
        ("90 procent", 90, ""),
        ("90 percent", 90, ""),
        ("1 maand", 1, ""),
        ("6 months", 6, ""),
        ("3 jr.", 36, "number.years"),
        (0.9, 90, "number.fraction"),
        (0.07, 7, "number.fraction"),
        ("2 jaar", 24, "number.years"),
        ("1 year", 12, "number.years"),
    ],
)
def test_a_whole_number_is_read(typed: Value, number: int, note: str) -> None:
    reading = reader().read_number(typed)
    assert (reading.value, reading.trouble, reading.note) == (number, "", note)
    assert reading.facts == ({"value": reading.typed, "number": number} if note else {})


@pytest.mark.parametrize(
    "typed",
    [
        "veel",
        "24,5",
        24.5,
        -3,
        "-3",
        "1.200",
        "24 weken",
        "ca. 24",
        True,
        date(2024, 1, 1),
        "٣",
        "24 36",
        "%",
        "9" * 5000,
        f"{'9' * 5000} jaar",
    ],
)
def test_what_is_no_whole_number_is_not_guessed(typed: Value) -> None:
    reading = reader().read_number(typed)
    assert (reading.value, reading.trouble, reading.facts) == (None, "number.unreadable", {"value": reading.typed})


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("  twee  woorden\n", "twee woorden"),
        (12, "12"),
        (12.0, "12"),
        (7.5, "7.5"),
        (True, "WAAR"),
        (False, "ONWAAR"),
        (date(2024, 3, 1), "2024-03-01"),
        (datetime(2024, 3, 1, tzinfo=UTC), "2024-03-01"),
        (datetime(2024, 3, 1, 6, 21, tzinfo=UTC), "2024-03-01 06:21"),
        (ErrorValue("#N/A"), "#N/A"),
        (Uncalculated(), "=…"),
    ],
)
def test_a_value_as_text(value: Value | None, text: str) -> None:
    assert as_text(value) == text


def test_text_is_kept_as_it_stands() -> None:
    assert read_text(" Jansen,  A.\t(Anna) ").value == "Jansen, A. (Anna)"
    assert read_text("00008").value == "00008"
    assert read_text("NA").value == "NA"
    assert read_text(8).value == "8"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("cafe\N{COMBINING ACUTE ACCENT}", "café", id="one accent, not two characters"),
        pytest.param("a\N{NO-BREAK SPACE}\N{EM SPACE}b\r\nc", "a b c", id="every white space"),
        pytest.param(" a  b ", "a b", id="plain spaces"),
        pytest.param("a\x00b", "a\N{REPLACEMENT CHARACTER}b", id="control"),
        pytest.param("a\x1fb", "a\N{REPLACEMENT CHARACTER}b", id="separator that Python takes for white space"),
        pytest.param("a\N{RIGHT-TO-LEFT OVERRIDE}b", "a\N{REPLACEMENT CHARACTER}b", id="bidirectional"),
        pytest.param("a\N{ZERO WIDTH SPACE}b", "a\N{REPLACEMENT CHARACTER}b", id="zero width"),
        pytest.param("a\N{SOFT HYPHEN}b", "a\N{REPLACEMENT CHARACTER}b", id="soft hyphen"),
        pytest.param("a\ud800b", "a\N{REPLACEMENT CHARACTER}b", id="half a surrogate pair"),
        pytest.param("=SOM(A1)", "=SOM(A1)", id="what looks like a formula stays text"),
    ],
)
def test_what_does_not_show_becomes_a_mark(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(st.text())
def test_cleaning_twice_changes_nothing_and_leaves_nothing_hidden(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert once == once.strip()
    assert "  " not in once
    assert once.encode().decode() == once


ANY_VALUE = st.one_of(
    st.text(),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.builds(ErrorValue, st.text()),
    st.none(),
)


@given(ANY_VALUE)
def test_no_value_raises_and_trouble_is_never_silent(value: Value | None) -> None:
    read = reader()
    for reading in (
        read.read_text(value),
        read.read_answer(value),
        read.read_present(value),
        read.read_status(value),
        read.read_number(value),
    ):
        assert (reading.value is not None) != bool(reading.trouble) or not reading.typed
        assert reading.typed or (reading.value is None and not reading.trouble)


@given(st.text(alphabet="janeidlsv xvok?*/(),;:-0123456789%", max_size=16))
def test_a_doubtful_sign_never_makes_a_yes(text: str) -> None:
    if reader().read_answer(text).value is Answer.YES:
        assert "?" not in text
        assert (
            "/"
            not in text.split(",", maxsplit=1)[0]
            .split(";", maxsplit=1)[0]
            .split("(", maxsplit=1)[0]
            .split(":", maxsplit=1)[0]
            .split(" - ", maxsplit=1)[0]
        )
