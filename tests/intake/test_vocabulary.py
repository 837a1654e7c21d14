"""The vocabulary as data: every word can be reached, means one thing, and is written the way it is compared."""

from collections import Counter, defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.intake.phrases import holds_any, prepared
from auditor.intake.values import Answer
from auditor.intake.words import has_phrase, normal
from auditor.layouts import Field, Kind, Layout
from auditor.registers import PolicyStatus
from tests.intake.shipped_words import vocabulary

WORDS = vocabulary()
LAYOUTS = {layout.register: layout for layout in WORDS.layouts}
FIELDS = [(layout, field) for layout in WORDS.layouts for field in layout.fields]

# The registers and fields that users' files, results and intake workbooks name: they never change their names.
REGISTERS = {
    "organisation": "name sectors kvk adult_clients vir_authorised solo client_groups training_norm_percent "
    "training_valid_months review_months induction_months",
    "policies": "title document_id kind version status adopted_on adopted_by valid_from review_by reviewed_on owner approver "
    "scope audience published_on location_link",
    "elements": "element present place document reason checked_on checked_by",
    "staff": "person_id name first_name initials name_prefix last_name email function location team client_contact "
    "employment_type start_date end_date",
    "training": "person_id name first_name initials name_prefix last_name email training_name topic completed_on valid_until "
    "result provider certificate hours function location",
    "officers": "name person_id location appointed_on until deputy register_no",
    "activities": "date kind topic location team status evidence",
    "agreements": "partner kind agreed_on review_by contact",
    "cases": "case signal_date consult_date vt_advice_date talk_date no_talk_reason weighed_date decision_report decision_help "
    "decided_on report_date next_monitoring closed_on level location",
    "acceptances": "requirement reason owner approver until",
    "actions": "requirement action owner due done_on remark",
}
# Headers that must be understood, as usual registers have them; the first is the one that an intake workbook gets.
USUAL = """
organisation.name = Naam organisatie, Organisatie, Naam
organisation.sectors = Sector, Sectoren
organisation.kvk = KvK-nummer
organisation.adult_clients = Volwassen cliënten, Werkt met volwassen cliënten
organisation.vir_authorised = Meldingsbevoegd verwijsindex, Meldingsbevoegd
organisation.solo = Solistisch werkend, Zelfstandige
organisation.client_groups = Cliëntgroepen, Doelgroepen
organisation.training_norm_percent = Eigen norm scholing (%)
organisation.training_valid_months = Eigen geldigheid scholing (maanden)
organisation.review_months = Eigen evaluatietermijn meldcode (maanden)
organisation.induction_months = Inwerktermijn (maanden)
elements.element = Onderdeel, Element, Eis
elements.present = Aanwezig, Aanwezig ja/nee
elements.place = Vindplaats, Bladzijde, Paragraaf
elements.document = Document, Titel
elements.reason = Toelichting, Reden
elements.checked_on = Gecontroleerd op
elements.checked_by = Gecontroleerd door
officers.name = Naam
officers.person_id = Personeelsnummer
officers.location = Locatie
officers.appointed_on = Aangesteld op, Benoemd op
officers.until = Tot, Tot en met
officers.deputy = Vervanger
officers.register_no = Registratienummer
activities.date = Datum
activities.kind = Soort, Activiteit
activities.topic = Onderwerp
activities.location = Locatie
activities.team = Team
activities.evidence = Bewijs, Vindplaats, Verslag
agreements.partner = Partner, Organisatie
agreements.kind = Soort
agreements.agreed_on = Overeengekomen op, Datum
agreements.review_by = Evaluatiedatum
agreements.contact = Contactpersoon
cases.case = Casus, Casusnummer
cases.signal_date = Datum signaal
cases.consult_date = Datum consultatie
cases.vt_advice_date = Advies Veilig Thuis
cases.talk_date = Datum gesprek
cases.no_talk_reason = Reden geen gesprek
cases.weighed_date = Datum weging
cases.decision_report = Melden ja/nee
cases.decision_help = Hulp ja/nee
cases.decided_on = Datum besluit
cases.report_date = Datum melding
cases.next_monitoring = Volgende monitoring
cases.closed_on = Afgesloten op
cases.location = Locatie
acceptances.requirement = Eis, Onderdeel
acceptances.reason = Reden
acceptances.owner = Eigenaar
acceptances.approver = Goedgekeurd door
acceptances.until = Tot, Geldig tot
actions.requirement = Eis
actions.action = Actie
actions.owner = Eigenaar
actions.due = Gereed voor, Deadline
actions.done_on = Gereed op
actions.remark = Opmerking
"""
AMBIGUOUS = (
    "code|naam|titel|omschrijving|onderwerp|document|categorie|soort|type|status|akkoord|datum|startdatum|einddatum|"
    "ingangsdatum|geldig tot|vervaldatum|cyclus|aantal uren|sector|volgende evaluatie|weging"
).split("|")


def named(field: Field) -> tuple[str, ...]:
    return field.headers + field.weak


def claims(layout: Layout) -> dict[str, set[str]]:
    """Normalised header to the fields that claim it."""
    found: dict[str, set[str]] = defaultdict(set)
    for field in layout.fields:
        for header in named(field):
            found[normal(header)].add(field.name)
    return found


@pytest.mark.parametrize("register", REGISTERS)
def test_a_register_has_the_fields_that_everybody_leans_on(register: str) -> None:
    assert [field.name for field in LAYOUTS[register].fields] == REGISTERS[register].split()


def test_there_are_no_other_registers() -> None:
    assert set(LAYOUTS) == set(REGISTERS)
    assert [name for name, layout in LAYOUTS.items() if layout.pairs] == ["organisation"]


@pytest.mark.parametrize("line", USUAL.strip().splitlines())
def test_a_usual_header_is_understood_and_the_first_is_ours(line: str) -> None:
    where, _, headers = line.partition(" = ")
    register, _, name = where.partition(".")
    field = next(each for each in LAYOUTS[register].fields if each.name == name)
    usual = headers.split(", ")
    assert field.headers[0] == usual[0]
    assert set(usual) <= set(field.headers)


@pytest.mark.parametrize(
    ("layout", "field"), FIELDS, ids=lambda each: getattr(each, "register", getattr(each, "name", ""))
)
def test_every_synonym_means_one_field_of_its_register_in_any_case(layout: Layout, field: Field) -> None:
    claimed = claims(layout)
    squeezed = {normal(header).replace(" ", "") for header in named(field)}
    others = {normal(h).replace(" ", "") for each in layout.fields if each is not field for h in named(each)}
    assert not squeezed & others
    for header in named(field):
        assert normal(header)
        for typed in (
            header.upper(),
            header.lower(),
            f" {header}* ",
            header.replace(" ", "\n"),
            f"{header} (dd-mm-jjjj)",
        ):
            assert claimed[normal(typed)] == {field.name}, typed


@pytest.mark.parametrize(
    ("layout", "field"), FIELDS, ids=lambda each: getattr(each, "register", getattr(each, "name", ""))
)
def test_every_field_has_dutch_and_english_headers_and_none_twice(layout: Layout, field: Field) -> None:
    assert len(field.headers) >= 2, layout.register
    strong, weak = Counter(map(normal, field.headers)), Counter(map(normal, field.weak))
    assert not set(strong) & set(weak)
    assert [header for header, n in (strong + weak).items() if n > 1] == []


def test_an_ambiguous_header_is_weak_where_no_usual_register_has_it() -> None:
    usual = {
        (line.partition(".")[0], normal(header))
        for line in USUAL.strip().splitlines()
        for header in line.partition(" = ")[2].split(", ")
    }
    large = {"policies", "staff", "training", "cases"}
    strong = [
        (layout.register, header)
        for layout, field in FIELDS
        for header in field.headers
        if layout.register in large and normal(header) in AMBIGUOUS and (layout.register, normal(header)) not in usual
    ]
    assert strong == []


def test_no_header_is_both_wanted_and_dropped() -> None:
    dropped = {normal(word) for each in WORDS.dropped for word in each.words}
    assert [(layout.register, h) for layout, field in FIELDS for h in named(field) if normal(h) in dropped] == []
    assert {each.id for each in WORDS.dropped} == {"bsn", "birth_date", "client_name", "absence", "address", "phone"}


def test_enrolment_planning_and_start_are_no_completion() -> None:
    claimed = claims(LAYOUTS["training"])
    for header in (
        "Inschrijfdatum",
        "Datum inschrijving",
        "Aangemeld op",
        "Geplande datum",
        "Gepland op",
        "Startdatum",
        "Gestart op",
    ):
        assert "completed_on" not in claimed.get(normal(header), ())


def test_a_sheet_name_means_one_register() -> None:
    names = Counter(normal(name) for layout in WORDS.layouts for name in layout.sheet_names)
    assert [name for name, n in names.items() if n > 1] == []


@pytest.mark.parametrize("kind", [Kind.DATE, Kind.ANSWER])
def test_fields_are_read_as_what_they_are(kind: Kind) -> None:
    of_kind = {f"{layout.register}.{field.name}" for layout, field in FIELDS if field.kind is kind}
    if kind is Kind.DATE:
        assert {name for name in of_kind if name.split(".")[0] == "staff"} == {"staff.start_date", "staff.end_date"}
        assert "training.completed_on" in of_kind
    else:
        assert {"elements.present", "staff.client_contact", "training.result", "organisation.solo"} <= of_kind


PHRASES = {
    "near_misses": WORDS.near_misses,
    "homonyms": WORDS.homonyms,
    "smells": WORDS.smells,
    "code_titles": WORDS.code_titles,
    "not_code_titles": WORDS.not_code_titles,
    "subjects": WORDS.subjects,
    **{f"topics.{topic.id}": topic.phrases for topic in WORDS.topics},
    **{f"topics.{topic.id}.unless": topic.unless for topic in WORDS.topics},
    **{f"activities.{each.id}": each.words for each in WORDS.activities},
}


@pytest.mark.parametrize("where", PHRASES)
def test_a_phrase_is_written_as_it_is_compared_and_stands_in_its_own_words(where: str) -> None:
    for phrase in PHRASES[where]:
        pieces = phrase.removeprefix("=").split(" + ")
        for piece in pieces:
            assert normal(piece.removesuffix("*")) == piece.removesuffix("*"), phrase
            assert not piece.endswith("*") or len(piece.split()[-1]) > 3, phrase
        assert len(pieces[0].split()[0].removesuffix("*")) >= 3 or not pieces[0].split()[0].endswith("*"), phrase
        assert holds_any(prepared(" ".join(piece.removesuffix("*") for piece in pieces)), (phrase,)), phrase


@pytest.mark.parametrize("where", PHRASES)
def test_no_phrase_stands_twice(where: str) -> None:
    assert [phrase for phrase, n in Counter(PHRASES[where]).items() if n > 1] == []


def test_answers_and_statuses_are_those_that_the_program_knows() -> None:
    assert {each.id for each in WORDS.answers} == set(Answer)
    assert {each.id for each in WORDS.statuses} == set(PolicyStatus)


@pytest.mark.parametrize("meanings", [WORDS.answers, WORDS.statuses], ids=["answers", "statuses"])
def test_a_word_has_one_meaning_and_stands_in_lower_case(meanings: tuple[object, ...]) -> None:
    words = Counter(word for each in meanings for word in getattr(each, "words", ()))
    assert [word for word, n in words.items() if n > 1] == []
    assert [word for word in words if word != word.lower()] == []


def test_the_topics_are_those_of_the_judgement() -> None:
    assert {topic.id for topic in WORDS.topics} == {
        "meldcode",
        "afwegingskader",
        "kindcheck",
        "gesprek",
        "signaleren",
        "structurele_onveiligheid",
        "bijzondere_vormen",
        "aandachtsfunctionaris",
        "medewerkersroute",
        "kennisneming",
    }


@pytest.mark.parametrize(
    ("typed", "compared"),
    [
        pytest.param("Datum behaald*", "datum behaald", id="footnote"),
        pytest.param("Datum\nbehaald", "datum behaald", id="line break"),
        pytest.param("Datum\N{NO-BREAK SPACE}behaald", "datum behaald", id="no-break space"),
        pytest.param("DATUM BEHAALD", "datum behaald", id="capitals"),
        pytest.param("Datum behaald (dd-mm-jjjj)", "datum behaald", id="format hint"),
        pytest.param("Datum behaald (dd/mm/yyyy):", "datum behaald", id="English hint"),
        pytest.param("Datum (jjjj)", "datum", id="year hint"),
        pytest.param("Aanwezig (ja/nee)", "aanwezig", id="answer hint"),
        pytest.param("datumInDienst", "datum in dienst", id="camel case"),
        pytest.param("LearningActivityTitle", "learning activity title", id="more camel case"),
        pytest.param("CliëntContact", "client contact", id="camel case with an accent"),
        pytest.param("Datum (jjjj-mm-dd)", "datum", id="ISO hint"),
        pytest.param("øłđðæœþıß", "olddaeoethiss", id="every letter that does not decompose"),
        pytest.param("eLearning", "elearning", id="no camel"),
        pytest.param("Cliëntcontact", "clientcontact", id="accent"),
        pytest.param("pers.nr.", "pers nr", id="dots"),
        pytest.param("datum_in-dienst", "datum in dienst", id="underscore and hyphen"),
        pytest.param("Functie / rol", "functie rol", id="slash"),
        pytest.param("V&VN punten", "v & vn punten", id="ampersand"),
        pytest.param("Eigen norm scholing (%)", "eigen norm scholing %", id="percent"),
        pytest.param("Meldcode 18+", "meldcode 18+", id="plus"),
        pytest.param("ﬁnanciën", "financien", id="ligature"),
        pytest.param("Zero\N{ZERO WIDTH SPACE}width", "zerowidth", id="zero width"),
        pytest.param("Straße, Łódź", "strasse lodz", id="letters that do not decompose"),
        pytest.param("(...)", "", id="nothing left"),
    ],
)
def test_texts_are_compared_without_what_does_not_matter(typed: str, compared: str) -> None:
    assert normal(typed) == compared


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normal(text)
    assert normal(once) == once
    assert once == " ".join(once.split())


@given(st.text(alphabet="aAbBéÉëüñ çÇ-_./()*jJmdD&%", max_size=20))
def test_normalising_ignores_case_where_no_camel_is(text: str) -> None:
    assert normal(text.lower()) == normal(text.upper())


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("werken met de meldcode", "meldcode", True),
        ("meldcode", "meldcode", True),
        ("meldcodes", "meldcode", False),
        ("basismeldcode", "meldcode", False),
        ("meldcode kort", "meldcode", True),
        ("huiselijk geweld en meer", "huiselijk geweld", True),
        ("huiselijk en geweld", "huiselijk geweld", False),
        ("meldcode", "", False),
        ("", "", False),
    ],
)
def test_a_phrase_is_found_as_whole_words(text: str, phrase: str, *, found: bool) -> None:
    assert has_phrase(text, phrase) is found
