"""What titles mean. A title that means something else is never taken for ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.intake.meaning import activity_kind, is_about_code, is_code, smells, topics_of
from tests.intake.shipped_words import vocabulary

WORDS = vocabulary()
M, A, K, G, S = "meldcode", "afwegingskader", "kindcheck", "gesprek", "signaleren"
STRUCTURAL, FORMS, OFFICER, STAFF, READ = (
    "structurele_onveiligheid",
    "bijzondere_vormen",
    "aandachtsfunctionaris",
    "medewerkersroute",
    "kennisneming",
)

TRAININGS: dict[str, set[str]] = {
    "Meldcode": {M},
    "Basistraining meldcode": {M},
    "E-learning meldcode": {M},
    "Basistraining/e-learning Meldcode": {M},
    "Meldcodetraining": {M},
    "Werken met de meldcode": {M},
    "Werken met de verbeterde meldcode": {M},
    "werken met een meldcode": {M},
    "Opfriscursus meldcode": {M},
    "Opfris meldcode": {M},
    "Meldcodeproof (Augeo)": {M},
    "Meldcode huiselijk geweld en kindermishandeling": {M},
    "Huiselijk geweld en kindermishandeling": {M},
    "Training HG&KM": {M},
    "Veilig Thuis": {M},
    "Reporting code refresher": {M},
    "MELDCODE 2024": {M},
    "Meldcode: stap 1 t/m 5": {M},
    "Afwegingskader": {A},
    "Meldcode en afwegingskader": {M, A},
    "Afwegingskader kinderopvang": {A},
    "Kindermishandeling signaleren": {M, S},
    "Signaleren van kindermishandeling": {M, S},
    "Huiselijk geweld signaleren": {M, S},
    "Meldcode: signaleren en handelen": {M, S},
    "Kindcheck": {K},
    "Kind-check in de volwassenenzorg": {K},
    "Ouderenmishandeling": {M, FORMS},
    "Elder abuse": {M, FORMS},
    "Training HG/KM": {M},
    "Gesprekken met ouders over zorgen": {G},
    "Gesprekken voeren met ouders over zorgen": {G},
    "Training aandachtsfunctionaris (LVAK)": {OFFICER},
    "Training aandachtsfunctionaris meldcode": {OFFICER, M},
    "Landelijke training aandachtsfunctionarissen": {OFFICER},
    "Acute en structurele onveiligheid": {STRUCTURAL},
    "Eergerelateerd geweld en huwelijksdwang": {FORMS},
    "Vrouwelijke genitale verminking (VGV)": {FORMS},
    "Meld-, overleg- en aangifteplicht": {STAFF},
    "Meld- overleg- en aangifteplicht": {STAFF},
    "Route medewerker": {STAFF},
    "Meldcode route medewerker": {STAFF},
    "Vermoeden van mishandeling door een medewerker": {STAFF},
    "Vermoedens tegen medewerkers: wat nu?": {STAFF},
    "Meldplicht zedenmisdrijf": {STAFF},
    "Meldcode en meld-, overleg- en aangifteplicht": {M, STAFF},
    "Meldcode, incl. meld-, overleg- en aangifteplicht": {M, STAFF},
    "Meldcode gelezen en getekend": {READ},
    "Meldcode gelezen": {READ},
    "Kennisneming meldcode (gelezen en getekend)": {READ},
    "Kennisgenomen van de meldcode": {READ},
    "Leesbevestiging meldcode 2024": {READ},
    "Reporting code read and signed": {READ},
    "BHV en meldcode": {M},
    "Meldcode + EHBO": {M},
    "Meldcode, VOG en huisregels": {M},
    "Kindermishandeling en grensoverschrijdend gedrag signaleren": set(),
}
NOTHING = """
    BHV
    EHBO bij kinderen
    VOG
    VIM melden
    Veilig incidenten melden (VIM)
    MIC melden
    Incident melden
    Agressietraining
    Omgaan met agressie
    Pesten
    Pestprotocol
    Klokkenluidersregeling
    Datalek melden
    Meldcode datalekken
    Meldcode pesten
    Meldcode verzuim
    Veilig thuis: brandpreventie
    Wet zorg en dwang
    Seksueel grensoverschrijdend gedrag cliënten
    SPUTOVAMO
    SPUTOVAMO/ChildCheck instrument
    Afwegingsmodel handhaving
    Meldcode VIN
    Meldcode voertuig
    Meldcode van het voertuig controleren
    Kenteken en meldcode
    RDW meldcode
    Meldcode warmtepomp ISDE
    Isolatie: meldcode KA30327 (RVO)
    Subsidie: meldcode opzoeken
    Gedragscode gelezen en getekend
    Gesprekstechnieken
    Slechtnieuwsgesprek
    Signaleren van ondervoeding
    Vroegsignalering schulden
    Aandachtsfunctionaris pesten
    Aandachtsfunctionaris wondzorg
    Aandachtsfunctionaris dementie
    Langer veilig thuis wonen
    Hygiëne
    Medicatieveiligheid
    Agressie tegen medewerkers
    Kennisneming
    Signaleren
    Gesprek
"""


@pytest.mark.parametrize(("title", "topics"), TRAININGS.items(), ids=TRAININGS)
def test_what_a_training_is_about(title: str, topics: set[str]) -> None:
    assert topics_of("", title, WORDS) == topics
    assert topics_of("", title.upper(), WORDS) == topics
    assert topics_of("", f"  {title} 2025 ", WORDS) == topics


@pytest.mark.parametrize("title", [line.strip() for line in NOTHING.strip().splitlines()])
def test_near_misses_and_homonyms_are_about_nothing_of_ours(title: str) -> None:
    assert topics_of("", title, WORDS) == frozenset()
    assert topics_of("", title.upper(), WORDS) == frozenset()


@pytest.mark.parametrize(
    "joiner",
    [
        ", ",
        "; ",
        " & ",
        " + ",
        " / ",
        "\n",
        " | ",
        *" en  and  plus  met  with  incl.  inclusief  including ".split("  "),
    ],
)
def test_a_near_miss_takes_nothing_away_from_another_part_of_a_title(joiner: str) -> None:
    assert topics_of("", f"Meldcode {joiner} BHV", WORDS) == {M}
    assert topics_of("", f"BHV {joiner} meldcode", WORDS) == {M}
    assert topics_of("", "BHV meldcode", WORDS) == frozenset()


@pytest.mark.parametrize(
    ("column", "title", "topics"),
    [
        pytest.param("kindcheck", "Meldcode", {K}, id="the column wins"),
        pytest.param("meldcode; kindcheck", "Module 3", {M, K}, id="several"),
        pytest.param("Structurele onveiligheid", "Module 3", {STRUCTURAL}, id="a topic's id, as words"),
        pytest.param("structurele_onveiligheid", "Module 3", {STRUCTURAL}, id="a topic's id, as it is"),
        pytest.param("signaleren", "Module 3", {S}, id="an id that is too plain for a title"),
        pytest.param("kennisneming", "Module 3", {READ}, id="read, by its id"),
        pytest.param("Gesprek en signaleren", "Module 3", {G, S}, id="ids joined by a word"),
        pytest.param("Zorginhoudelijk", "Meldcode", {M}, id="a column that says nothing known"),
        pytest.param("", "Meldcode", {M}, id="an empty column"),
        pytest.param("BHV", "Meldcode op de werkvloer", set(), id="a column that says it is a near miss"),
        pytest.param("meldcode", "Meldcode voertuig", set(), id="a homonym in the title"),
        pytest.param("Voertuig", "Meldcode", set(), id="a homonym in the column"),
        pytest.param("meldcode", "Module 3", {M}, id="a title that says nothing"),
    ],
)
def test_the_topic_column_comes_before_the_title(column: str, title: str, topics: set[str]) -> None:
    assert topics_of(column, title, WORDS) == topics


CODES = """
    Meldcode
    Meldcode huiselijk geweld en kindermishandeling
    Meldcode HGKM
    Meldcode HG&KM
    Meldcode KHG
    Meldcode kindermishandeling
    Meldcode huiselijk geweld
    Meldcode 18+
    Meldcode 2024 v2.0
    Protocol kindermishandeling
    Protocol kindermishandeling en grensoverschrijdend gedrag
    Protocol (vermoeden) kindermishandeling KDV, PSZ en BSO
    Stappenplan kindermishandeling
    Handelingsprotocol huiselijk geweld
    Protocol Veilig Thuis
    Meldcode ouderenmishandeling
    Verbeterde meldcode
    KNMG-meldcode
    Signaleringsprotocol
    Meldcodeprotocol De Klimboom
    Meldcode en meld-, overleg- en aangifteplicht
    Meldcode met bijlagen
    Meldcode met afwegingskader
    Verbeterde meldcode, afwegingskader 2019
    Meldcode (incl. sociale kaart)
    Meldcode + bijlage sociale kaart
    Meldcode (verbeterde versie)
    P 3.4.1 Meldcode v2.0
    Reporting code for domestic violence and child abuse
"""
NOT_CODES = """
    Meldcode voertuig
    Meldcode VIN
    Meldcodes voertuigen RDW
    Meldcode ISDE
    Overzicht meldcodes warmtepompen
    Afwegingsmodel handhaving
    Afwegingskader
    Meld-, overleg- en aangifteplicht
    Protocol vermoeden misdrijf door medewerker
    Protocol kindermishandeling door een medewerker
    Meldplicht zedenmisdrijf
    PO-protocol seksueel misbruik
    Pestprotocol
    Klokkenluidersregeling
    Meldcode datalekken
    Procedure datalek melden
    Gedragscode
    Procedure veilig incidenten melden (VIM)
    Signaleringsprotocol ondervoeding
    Protocol agressie
    Scholingsplan meldcode
    Implementatieplan meldcode
    Registratieformulier meldcode
    Evaluatie meldcode 2023
    Bijlage bij de meldcode
    Meldcode gelezen en getekend
    Presentatie meldcode
    Wet verplichte meldcode
    Besluit verplichte meldcode
    Afwegingskader bij de meldcode
    Afwegingskader meldcode 2019
    Sociale kaart meldcode
    Stroomschema meldcode
    Meldcode ziekteverzuim
    Privacyreglement
    VOG-beleid
    Beleid meldcode auto's
    Toelichting op de meldcode
"""


@pytest.mark.parametrize(
    "title",
    [
        "Meldcode (geannuleerd)",
        "Meldcode (gepland)",
        "Meldcode, niet afgerond",
        "Niet gevolgd: meldcode",
        "Meldcode (no-show)",
        "Meldcode n.v.t.",
        "Vrijstelling meldcode",
        "Uitnodiging training meldcode",
        "Meldcode / geannuleerd",
    ],
)
def test_a_training_that_did_not_take_place_is_about_nothing(title: str) -> None:
    assert topics_of("", title, WORDS) == frozenset()
    assert smells(title, WORDS)


@pytest.mark.parametrize("title", [line.strip() for line in CODES.strip().splitlines()])
def test_titles_that_are_a_code(title: str) -> None:
    assert is_code(title, "", WORDS)
    assert is_code(title.upper(), "Protocol", WORDS)


@pytest.mark.parametrize("title", [line.strip() for line in NOT_CODES.strip().splitlines()])
def test_titles_that_are_no_code(title: str) -> None:
    assert not is_code(title, "", WORDS)
    assert not is_code(title.upper(), "Protocol", WORDS)


@pytest.mark.parametrize(
    ("title", "kind", "expected"),
    [
        pytest.param("Handelen bij zorgen", "Meldcode", True, id="by its kind alone"),
        pytest.param("Kindermishandeling", "Protocol", True, id="kind and title together"),
        pytest.param("Veilig Thuis", "Protocol", True, id="together, the other way to name it"),
        pytest.param("Kindermishandeling", "Beleid", False, id="a subject is not a code"),
        pytest.param("Meldcode", "Formulier", False, id="a form about the code"),
        pytest.param("Meldcode", "Training", False, id="a training about the code"),
        pytest.param("Afwegingsmodel", "Meldcode", False, id="the title says that it is something else"),
        pytest.param("Protocol vermoeden misdrijf door medewerker", "Meldcode", False, id="the second duty"),
        pytest.param("Overzicht wagenpark", "Meldcode", False, id="a homonym in the title"),
        pytest.param("Meldcode", "Voertuigen", False, id="a homonym in the kind"),
        pytest.param("", "", False, id="nothing"),
    ],
)
def test_the_kind_counts_beside_the_title(title: str, kind: str, *, expected: bool) -> None:
    assert is_code(title, kind, WORDS) is expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Teamoverleg", "teamoverleg"),
        ("team-overleg", "teamoverleg"),
        ("Werkoverleg locatie Oost", "teamoverleg"),
        ("Casuïstiek", "casuistiek"),
        ("Casuïstiekbespreking", "casuistiek"),
        ("Casusbespreking in teamoverleg", "casuistiek"),
        ("Evaluatie", "evaluatie"),
        ("Evaluatie in teamoverleg", "evaluatie"),
        ("Communicatie", "communicatie"),
        ("Nieuwsbrief", "communicatie"),
        ("Reflectie", "reflectie"),
        ("Reflectiebijeenkomst", "reflectie"),
        ("Jaarverslag", "jaarverslag"),
        ("Jaarverslag 2025: evaluatie", "jaarverslag"),
        ("Team meeting", "teamoverleg"),
        ("Borrel", ""),
        ("", ""),
    ],
)
def test_the_kind_of_an_activity(text: str, kind: str) -> None:
    assert activity_kind(text, WORDS) == kind


def test_the_kinds_are_those_that_the_checklist_names() -> None:
    named = {"casuistiek", "teamoverleg", "evaluatie", "reflectie", "communicatie", "jaarverslag"}
    assert {each.id for each in WORDS.activities} == named


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Meldcode", True),
        ("Evaluatie meldcode", True),
        ("Vernieuwde meldcode besproken", True),
        ("Signalen van kindermishandeling", True),
        ("Huiselijk geweld: casus", True),
        ("Afwegingskader", True),
        ("Kindcheck bij de intake", True),
        ("Meldcode en BHV", True),
        ("BHV", False),
        ("Pesten", False),
        ("Meldcode voertuigen", False),
        ("Meld-, overleg- en aangifteplicht", False),
        ("Vermoeden van kindermishandeling door een medewerker", False),
        ("Roosters", False),
        ("", False),
    ],
)
def test_whether_an_activity_is_about_the_code(text: str, *, about: bool) -> None:
    assert is_about_code(text, WORDS) is about


@pytest.mark.parametrize(
    ("title", "asks"),
    [
        ("The Next Page", True),
        ("Augeo Academy module 2", True),
        ("Training kindermishandeling", True),
        ("Partnergeweld", True),
        ("Meldcode", False),
        ("BHV", False),
        ("Tillift", False),
    ],
)
def test_an_unknown_title_with_a_word_of_ours_is_worth_a_question(title: str, *, asks: bool) -> None:
    assert smells(title, WORDS) is asks


@given(st.text(), st.text())
def test_no_text_raises(one: str, other: str) -> None:
    assert topics_of(one, other, WORDS) <= {topic.id for topic in WORDS.topics}
    assert is_code(one, other, WORDS) in {True, False}
    assert activity_kind(one, WORDS) in {"", *(each.id for each in WORDS.activities)}
    assert is_about_code(one, WORDS) in {True, False}
    assert smells(one, WORDS) in {True, False}


PHRASES = st.sampled_from(sorted({*TRAININGS, *(line.strip() for line in NOTHING.strip().splitlines())}))


@given(PHRASES, st.sampled_from(["voertuig", "kenteken", "RDW", "ISDE", "warmtepomp"]))
def test_a_homonym_beside_any_title_leaves_nothing(title: str, homonym: str) -> None:
    assert topics_of("", f"{title} {homonym}", WORDS) == frozenset()
    assert not is_code(f"{title}, {homonym}", "", WORDS)


@given(PHRASES, PHRASES)
def test_another_subject_beside_it_takes_the_meldcode_away_only_as_homonym_or_as_reading(one: str, other: str) -> None:
    together = topics_of("", f"{one}, meldcode, {other}", WORDS)
    if together and not together & {READ, STAFF}:
        assert together >= {M}
