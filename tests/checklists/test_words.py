"""The words of the checklist: both languages, plain and truthful; and the words by which registers name things."""

import re
from collections import defaultdict

import pytest

from auditor.checklist import Layer, Requirement, Text
from auditor.intake.known import KnownAs
from auditor.intake.words import normal
from auditor.rules.shapes import Audience, BothSubjects
from auditor.texts import Texts
from tests.checklists.shipped_law import all_texts, checklist, is_of_the_law, texts

TEXTS = list(all_texts())
KNOWN = KnownAs.of(checklist())
REQUIREMENTS = checklist().requirements

DUTCH = re.compile(
    r"\b(?:het|een|niet|wordt|worden|voor|zijn|uw|bij|als|die|dat|deze|met|naar|geen|ook|wel|zelf|gesprek|stap)\b"
)
ENGLISH = re.compile(r"\b(?:the|and|with|not|your|which|from|this|that|should|they|who)\b", re.IGNORECASE)


@pytest.mark.parametrize(("where", "text"), TEXTS, ids=[where for where, _ in TEXTS])
def test_every_text_is_there_in_both_languages(where: str, text: Text) -> None:
    assert text.nl.strip() == text.nl != "", where
    assert text.en.strip() == text.en != "", where
    assert not DUTCH.search(text.en)
    assert not ENGLISH.search(text.nl)


@pytest.mark.parametrize("entry", REQUIREMENTS, ids=lambda each: each.id)
def test_every_requirement_asks_questions_and_advises_in_whole_sentences(entry: Requirement) -> None:
    for where, text in texts(entry):
        field = where.split(" ", 1)[1]
        for words in (text.nl, text.en):
            if field == "title":
                assert not words.endswith(".")
            elif field == "question":
                assert words.endswith("?") or entry.id == "MC-H.3"
            elif field in {"asks", "advice", "shortfall", "excluded", "condition"}:
                assert words.endswith((".", "?"))


def test_dutch_speaks_to_the_reader_as_u() -> None:
    informal = re.compile(r"\b(?:je|jij|jouw|jullie)\b", re.IGNORECASE)
    assert [where for where, text in TEXTS if informal.search(text.nl)] == []


def test_a_professional_standard_is_never_worded_as_law() -> None:
    as_law = re.compile(
        r"\b(?:wet|wetten|wettelijk\w*|besluit|law|laws|legal\w*|statut\w*|decree|act)\b", re.IGNORECASE
    )
    norms = [each for each in REQUIREMENTS if each.layer == Layer.PROFESSIONAL_NORM]
    assert norms
    assert [
        where for each in norms for where, text in texts(each) if as_law.search(text.nl) or as_law.search(text.en)
    ] == []


def test_a_professional_standard_says_that_it_is_one() -> None:
    for each in REQUIREMENTS:
        is_norm = each.layer == Layer.PROFESSIONAL_NORM
        assert each.asks.nl.startswith("Beroepsnorm:") is is_norm
        assert each.asks.en.startswith("Professional standard:") is is_norm


def test_no_text_of_the_law_sets_hours_a_percentage_or_an_officer() -> None:
    invented = re.compile(r"\d+ ?(?:%|procent|percent|uur|uren|hours?)|jaarlijks|yearly|annual", re.IGNORECASE)
    law = [each for each in REQUIREMENTS if is_of_the_law(each)]
    of_law = [(where, text) for each in law for where, text in texts(each)]
    assert [where for where, text in of_law if invented.search(text.nl) or invented.search(text.en)] == []
    asked = [each.id for each in law if "aandachtsfunctionaris" in each.asks.nl + each.advice.nl]
    assert asked == []


def test_no_text_speaks_of_a_duty_to_report() -> None:
    duty = re.compile(r"meldplicht|verplicht te melden|moet(?:en)? melden|duty to report|must report", re.IGNORECASE)
    assert [where for where, text in TEXTS if duty.search(text.nl) or duty.search(text.en)] == []


# --- the words by which an elements row names a requirement ---


def test_words_are_written_as_they_are_compared() -> None:
    phrases = [phrase for each in REQUIREMENTS for phrase in each.known_as]
    for each in REQUIREMENTS:
        if isinstance(each.evidence, BothSubjects):
            phrases += [phrase for words in each.evidence.subjects.values() for phrase in words]
        if isinstance(each.evidence, Audience):
            phrases += [phrase for words in each.evidence.must_name.values() for phrase in words]
    assert [phrase for phrase in phrases if normal(phrase) != phrase] == []


def test_no_requirement_repeats_a_phrase() -> None:
    for each in REQUIREMENTS:
        assert len(set(each.known_as)) == len(each.known_as), each.id


STEP_3 = frozenset({"MC-2.2.c", "MC-2.2.c.KO"})
STEP_4 = frozenset({"MC-2.2.d", "MC-H.2.2.d"})
STEP_5 = frozenset({"MC-2.2.e.1", "MC-2.2.e.2", "MC-H.2.2.e"})
SHARED = {
    STEP_3,
    STEP_4,
    STEP_5,
    STEP_5 - {"MC-H.2.2.e"},
    frozenset({"MC-2.1.c", "MC-2.1.c.1"}),
    frozenset({"MC-3.1", "MC-3.2"}),
}


def test_a_phrase_names_several_requirements_only_where_it_truly_does() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for each in REQUIREMENTS:
        for phrase in each.known_as:
            owners[phrase].add(each.id)
    shared = {phrase: frozenset(ids) for phrase, ids in owners.items() if len(ids) > 1}
    assert {phrase: ids for phrase, ids in shared.items() if ids not in SHARED} == {}


@pytest.mark.parametrize("entry", REQUIREMENTS, ids=lambda each: each.id)
def test_a_requirements_own_title_names_it_and_nothing_else(entry: Requirement) -> None:
    for title in (entry.title.nl, entry.title.en):
        assert KNOWN.requirements_of(title) == (entry.id,)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Stappenplan", {"MC-2.1.a"}),
        ("Stappenplan (5 stappen)", {"MC-2.1.a"}),
        ("Stappenplan bij signalen van huiselijk geweld en kindermishandeling", {"MC-2.1.a"}),
        ("Afwegingskader", {"MC-2.1.b"}),
        ("Afwegingskader (bijlage 2)", {"MC-2.1.b"}),
        ("Functies van het afwegingskader", {"MC-2.1.b.1"}),
        ("Drempel voor melden", {"MC-2.1.b.1"}),
        ("Afwegingskader van de eigen beroepsgroep", {"MC-2.1.b.2"}),
        ("Afwegingskader: acute en structurele onveiligheid", {"MC-2.1.b.3"}),
        ("Meldnormen", {"MC-2.1.b.3"}),
        ("Taken en verantwoordelijkheden", {"MC-2.1.c"}),
        ("Verantwoordelijkheden en eindverantwoordelijke", {"MC-2.1.c", "MC-2.1.c.1"}),
        ("Eindverantwoordelijke", {"MC-2.1.c.1"}),
        ("Wie is eindverantwoordelijk voor het doen van een melding?", {"MC-2.1.c.1"}),
        ("Beslisbevoegde", {"MC-2.1.c.1"}),
        ("Bijzondere vormen van geweld (o.a. VGV, huwelijksdwang)", {"MC-2.1.d"}),
        ("Eergerelateerd geweld", {"MC-2.1.d"}),
        ("Verwijsindex risicojongeren (VIR)", {"MC-2.1.e"}),
        ("Kindcheck", {"MC-2.1.f"}),
        ("Kind-check bij intake", {"MC-2.1.f"}),
        ("Privacy en geheimhouding", {"MC-2.1.g"}),
        ("Omgang met vertrouwelijke gegevens / AVG", {"MC-2.1.g"}),
        ("Stap 1", {"MC-2.2.a"}),
        ("Stap 1: signalen van huiselijk geweld en kindermishandeling in kaart brengen", {"MC-2.2.a"}),
        ("Stap 2 - collegiale consultatie en raadplegen Veilig Thuis", {"MC-2.2.b"}),
        ("Letselduiding", set()),
        ("Stap 3", STEP_3),
        ("Stap 3: gesprek met de cliënt", {"MC-2.2.c"}),
        ("Stap 3: gesprek met de leerling en/of ouders", {"MC-2.2.c"}),
        ("Gesprek met de cliënt", {"MC-2.2.c"}),
        ("Gesprek met ouders en kind", {"MC-2.2.c.KO"}),
        ("Stap 4", STEP_4),
        ("Weging", STEP_4),
        ("Stap 4: wegen van het geweld", STEP_4),
        ("Stap 4: afwegingskader toepassen", {"MC-2.2.d"}),
        ("Bij twijfel altijd AMHK raadplegen", {"MC-H.2.2.d"}),
        ("Stap 5", STEP_5),
        ("Stap 5: beslissen", STEP_5),
        ("Stap 5: beslissen over melden en hulp", STEP_5 - {"MC-H.2.2.e"}),
        ("Stap 5: beslissen over een melding", {"MC-2.2.e.1"}),
        ("Stap 5: melden bij Veilig Thuis", {"MC-2.2.e.1"}),
        ("Stap 5: noodzakelijke hulp", {"MC-2.2.e.2"}),
        ("Stap 5: hulp organiseren of melden", {"MC-H.2.2.e"}),
        ("Step 2: consult a colleague", {"MC-2.2.b"}),
        ("Assessment framework", {"MC-2.1.b"}),
        ("Child check", {"MC-2.1.f"}),
        ("Meldcode huiselijk geweld en kindermishandeling", {"MC-1.1"}),
        ("Huiselijk geweld en kindermishandeling", {"MC-1.4"}),
        ("mc-2.2.c.ko", {"MC-2.2.c.KO"}),
        ("Brandveiligheid", set()),
        ("Gegevens Veilig Thuis", set()),
    ],
)
def test_a_row_names_what_it_says(row: str, expected: set[str]) -> None:
    assert set(KNOWN.requirements_of(row)) == expected


# --- the words by which an organisation names its sector ---

CODES = {
    "zorg": "ZORG",
    "zorg-solo": "ZORG-SOLO",
    "jeugdhulp": "JEUGD",
    "jeugdhulp-solo": "JEUGD-SOLO",
    "gecertificeerde-instelling": "GI",
    "wmo": "WMO",
    "dagopvang": "KO-DAG",
    "bso": "KO-BSO",
    "gastouderbureau": "KO-GOB",
    "ouderparticipatiecreche": "KO-OPC",
    "po": "PO",
    "so": "SO",
    "vo": "VO",
    "mbo": "MBO",
    "ho": "HO",
    "leerplicht": "LPL",
    "gevangenis": "J-PI",
    "jji": "J-JJI",
    "reclassering": "J-REC",
    "halt": "J-HALT",
    "coa": "COA",
}


@pytest.mark.parametrize("code", CODES)
def test_a_sector_is_known_by_its_code_its_name_and_its_words_alone(code: str) -> None:
    entry = next(each for each in checklist().sectors if each.id == code)
    for words in (code, CODES[code], entry.name.nl, entry.name.en, *entry.known_as):
        assert KNOWN.sectors_of(words) == ((code,), ()), words


@pytest.mark.parametrize(
    "words",
    ["kinderopvang", "onderwijs", "jeugdzorg", "zorgaanbieder", "huisarts", "school", "peuterspeelzaal", "gemeente"],
)
def test_a_word_that_fits_several_sectors_or_none_names_none(words: str) -> None:
    assert KNOWN.sectors_of(words) == ((), (words,))


def test_several_sectors_in_one_cell_are_all_found() -> None:
    assert KNOWN.sectors_of("Kinderdagverblijf, BSO; gastouderbureau") == (("dagopvang", "bso", "gastouderbureau"), ())


# --- subjects ---


@pytest.mark.parametrize(
    ("title", "subjects"),
    [
        ("Meldcode huiselijk geweld en kindermishandeling", {"domestic_violence", "child_abuse"}),
        ("Meldcode HGKM", {"domestic_violence", "child_abuse"}),
        ("Meldcode HG&KM 2024", {"domestic_violence", "child_abuse"}),
        ("Meldcode KHG", {"domestic_violence", "child_abuse"}),
        ("Meldcode kindermishandeling", {"child_abuse"}),
        ("Protocol kindermishandeling en grensoverschrijdend gedrag", {"child_abuse"}),
        ("Meldcode huiselijk geweld", {"domestic_violence"}),
        ("Meldcode 2024", set()),
        ("Domestic violence and child abuse reporting code", {"domestic_violence", "child_abuse"}),
    ],
)
def test_a_title_names_its_subjects(title: str, subjects: set[str]) -> None:
    rule = next(each.evidence for each in REQUIREMENTS if isinstance(each.evidence, BothSubjects))
    text = f" {normal(title.replace('&', ' '))} "
    assert {key for key, words in rule.subjects.items() if any(f" {word} " in text for word in words)} == subjects


@pytest.mark.parametrize(
    ("words", "fact", "sentence"),
    [
        ("Status: {value}.", "n.v.t.", "Status: n.v.t."),
        ("Status: {value}.", "concept", "Status: concept."),
        ("{value}, dus niet.", "n.v.t.", "n.v.t., dus niet."),
        ("{value}", "n.v.t.", "n.v.t."),
    ],
)
def test_a_sentence_ends_in_one_full_stop(words: str, fact: str, sentence: str) -> None:
    assert Texts("nl", {"it": words}).word("it", value=fact) == sentence
