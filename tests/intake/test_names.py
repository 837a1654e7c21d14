"""When two written names, or two numbers, mean the same person: never by a guess."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.intake.names import full_name, normal_person_id, person_key, person_keys
from auditor.intake.sheets import ErrorValue, Uncalculated, Value

SAME = [
    ("Jansen, A. (Anna) de", "A. de Jansen"),
    ("A. de Jansen", "a. DE jansen"),
    ("Jansen, A. de", "A. de Jansen"),
    ("Berg, Jan van den", "Jan van den Berg"),
    ("van den Berg, Jan", "Jan van den Berg"),
    ("Zoë Çelik", "ZOE CELIK"),
    ("Zoe\N{COMBINING DIAERESIS} Çelik", "Zoë Çelik"),
    ("A.B. Jansen", "A. B. Jansen"),
    ("A B Jansen", "Jansen, A.B."),
    ("Anna Jansen (stagiair)", "Anna Jansen"),
    ("Mw. Anna Jansen", "Anna Jansen"),
    ("dhr. drs. P. Bos", "P. Bos"),
    ("Anna de Vries-Jansen", "Anna de Vries - Jansen"),
    ("Corrie van 't Hof", "Hof, Corrie van ’t"),
    ("Corrie van 't Hof", "Corrie van t Hof"),
    ("Sinéad O'Brien", "Sinead O’Brien"),
    ("Tim O'Brien", "TIM O`BRIEN"),
    ("Kees in 't Veld", "Kees in t Veld"),
    ("Mia op 't Land", "Mia op t Land"),
    ("Bjørn Ångström", "Bjorn Angstrom"),
    ("Strauß, Eva", "Eva STRAUSS"),
    ("  Anna \N{NO-BREAK SPACE} Jansen ", "Anna Jansen"),
    ("McDonald, Ian", "IAN MCDONALD"),
    ("(Anna Jansen)", "Anna Jansen"),
]
DIFFERENT = [
    ("A. Jansen", "B. Jansen"),
    ("Anna Jansen", "A. Jansen"),
    ("A. Jansen", "A.B. Jansen"),
    ("A.B. Jansen", "B.A. Jansen"),
    ("Ab Jansen", "A.B. Jansen"),
    ("A. Jansen", "A. de Jansen"),
    ("Jan van den Berg", "Jan van der Berg"),
    ("Anna Jansen", "Anna Janssen"),
    ("Anna Jansen", "Jansen"),
    ("Anna Jansen 2", "Anna Jansen"),
    ("A. van 't Hof", "A.T. van Hof"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_ways_to_write_a_name_have_one_key(one: str, other: str) -> None:
    assert person_key(one) == person_key(other) != ""


@pytest.mark.parametrize("salutation", "dhr mw mevr mevrouw dr drs prof".split())
def test_a_salutation_is_no_part_of_a_name(salutation: str) -> None:
    assert person_key(f"{salutation.title()}. Anna Jansen") == person_key("Anna Jansen")


@pytest.mark.parametrize("before", "aan bij in onder op over uit van voor".split())
def test_a_t_after_a_preposition_is_an_article_and_no_initial(before: str) -> None:
    assert person_key(f"A. {before} t Hof") == person_key(f"Hof, A. {before} 't") != person_key(f"A.T. {before} Hof")


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_names_that_may_be_two_people_have_two_keys(one: str, other: str) -> None:
    assert person_key(one) != person_key(other)


@pytest.mark.parametrize("text", ["", "  ", "-", "?", "( )", "...", "()"])
def test_what_is_no_name_has_no_key(text: str) -> None:
    assert person_key(text) == ""


def test_a_name_with_its_first_name_in_brackets_has_both_keys() -> None:
    assert person_keys("Jansen, A. (Anna) de") == (person_key("A. de Jansen"), person_key("Anna de Jansen"))


@pytest.mark.parametrize(
    "text", ["Anna Jansen", "A. Jansen", "Anna Jansen (stagiair)", "Anna (A.) Jansen", "A. (B.) Jansen", "(Anna)"]
)
def test_any_other_name_has_one_key(text: str) -> None:
    assert person_keys(text) == (person_key(text),)


NAMES = st.lists(
    st.text(
        alphabet=st.characters(categories=["Lu", "Ll"], max_codepoint=0x17F, exclude_characters="ĿŀŉſĸĲĳ"),
        min_size=2,
        max_size=9,
    ),
    min_size=1,
    max_size=4,
)


@given(NAMES)
def test_a_key_does_not_depend_on_case_or_order(words: list[str]) -> None:
    key = person_key(" ".join(words))
    assert person_key(" ".join(words).upper()) == key
    assert person_key(" ".join(words).lower()) == key
    assert person_key(" ".join(reversed(words))) == key
    assert person_key(f"{words[-1]}, {' '.join(words[:-1])}") == key


@given(st.text(alphabet="bcdfghjklmnpqrsvwxz", min_size=2), st.sampled_from("éèëêàáäâïíóöôúüûçñ"))
def test_a_key_does_not_depend_on_accents(letters: str, accented: str) -> None:
    plain = unicodedata.normalize("NFD", accented)[0]
    assert person_key(f"Jan {letters}{accented}") == person_key(f"Jan {letters}{plain}")


@given(st.text())
def test_no_text_raises_and_a_key_is_its_own_key(text: str) -> None:
    key = person_key(text)
    assert person_keys(text)[0] == key
    assert person_key(key) == key or "'" in key


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Anna", "A.", "de", "Jansen"), "Anna de Jansen"),
        (("", "A.", "de", "Jansen"), "A. de Jansen"),
        (("Anna", "", "", " Jansen "), "Anna Jansen"),
        (("", "", "", ""), ""),
    ],
)
def test_a_name_is_put_together_of_its_parts(parts: tuple[str, str, str, str], name: str) -> None:
    assert full_name(*parts) == name


@pytest.mark.parametrize(
    ("values", "number"),
    [
        (("00008", "8", 8, 8.0, "8.0", " 8 ", "08"), "8"),
        (("000", "0", 0), "0"),
        (("M001", " m001 ", "M001\N{NO-BREAK SPACE}"), "m001"),
        (("a.jansen@voorbeeld.nl", "A.Jansen@Voorbeeld.nl"), "a.jansen@voorbeeld.nl"),
        (("0012-A", "0012-a"), "0012-a"),
    ],
)
def test_a_number_is_the_same_however_a_spreadsheet_kept_it(values: tuple[Value, ...], number: str) -> None:
    assert {normal_person_id(value) for value in values} == {number}


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        " ",
        "-",
        "?",
        "n.v.t.",
        "NVT",
        "onbekend",
        "Extern",
        "stagiair",
        "zzp",
        ErrorValue("#N/B"),
        Uncalculated(),
    ],
    ids=repr,
)
def test_what_many_people_share_is_nobodys_number(value: Value | None) -> None:
    assert normal_person_id(value) == ""


@given(st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.dates()))
def test_a_numbers_key_is_its_own_key(value: Value) -> None:
    key = normal_person_id(value)
    assert normal_person_id(key) == key


@given(st.integers(0, 10**9), st.integers(0, 6))
def test_lost_leading_zeros_make_no_other_person(number: int, zeros: int) -> None:
    assert normal_person_id("0" * zeros + str(number)) == normal_person_id(number) == normal_person_id(float(number))


@pytest.mark.parametrize("short", ["v.d.", "v.d", "v/d", "vd", "V.d.", "v. d."])
@pytest.mark.parametrize("written", ["van de", "van den", "van der"])
def test_a_shortened_prefix_may_be_any_that_it_stands_for(short: str, written: str) -> None:
    assert person_key(f"Kees {written} Heuvel") in person_keys(f"Kees {short} Heuvel")


def test_initials_and_other_words_are_no_shortened_prefix() -> None:
    assert person_keys("A.V. Dijk") == (person_key("A.V. Dijk"),)
    assert person_keys("Ed Vdara") == (person_key("Ed Vdara"),)
