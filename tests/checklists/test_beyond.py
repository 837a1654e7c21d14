"""What goes beyond the law: neighbouring duties as the legal source text gives them, and numbers that no law sets."""

import re

import pytest

from auditor.checklist import Layer
from auditor.compile import compile_texts, read_text, yaml_files
from auditor.intake.meaning import is_code
from auditor.intake.phrases import holds_any, prepared, without
from auditor.resources import shipped
from auditor.rules.shapes import Cases, Continuous, Figures, ForAPerson, Held, Indicator, PolicyNamed, Skills, Somebody
from auditor.texts import LANGUAGES
from tests.checklists.shipped_law import NOW, bound, checklist, library, requirement, sources_for

CHILDCARE = ("dagopvang", "bso", "gastouderbureau", "ouderparticipatiecreche")
SECTORS = tuple(each.id for each in checklist().sectors)
AUTHORISED = tuple(each for each in SECTORS if each not in (*CHILDCARE, "gevangenis", "jji", "reclassering", "coa"))

# id: sector to law and article; all sectors that are not named are not bound.
NEIGHBOURS = {
    "NB-1": dict.fromkeys(SECTORS, ("wmo-2015", "5.2.6")),
    "NB-2": {
        "po": ("wpo", "4a"),
        "so": ("wec", "4a"),
        "vo": ("wvo-2020", "3.39"),
        "mbo": ("web", "1.3.8"),
        "ho": ("whw", "1.20"),
    },
    "NB-3": dict.fromkeys(CHILDCARE, ("wko", "1.51b, 1.51c")),
    "NB-4": dict.fromkeys(("zorg", "zorg-solo"), ("wkkgz", "11(1)")),
    "NB-5": dict.fromkeys(("jeugdhulp", "gecertificeerde-instelling"), ("jeugdwet", "4.1.8")),
    "NB-6": {"wmo": ("wmo-2015", "3.4")},
    "NB-7": {"zorg": ("wkkgz", "9(2)")},
    "NB-8": {"po": ("wpo", "4c"), "so": ("wec", "5a"), "vo": ("wvo-2020", "3.40")},
    "NB-9": {
        "dagopvang": ("besluit-kwaliteit-ko", "4(3)b 3°, 4(4)"),
        "bso": ("besluit-kwaliteit-ko", "13(3)b 3°"),
    },
    "NB-10": dict.fromkeys(SECTORS, ("jeugdwet", "7.3.11(4)")),
    "NB-11": dict.fromkeys(AUTHORISED, ("jeugdwet", "7.1.1.1")),
    "NB-12": dict.fromkeys(("jeugdhulp", "gecertificeerde-instelling"), ("jeugdwet", "7.3.8(3)")),
    "NB-13": {"wmo": ("wmo-2015", "5.3.4(1)")},
    "NB-14": dict.fromkeys(("zorg", "zorg-solo"), ("bw-7", "7:454")),
    "NB-15": dict.fromkeys(SECTORS, ("avg", "5, 6, 9, 10, 13, 14, 15")),
    "NB-16": {"jeugdhulp": ("jeugdwet", "4.1.6"), **dict.fromkeys(CHILDCARE, ("wko", "1.50"))},
}
INFORMATION = {"NB-1", *(f"NB-{number}" for number in range(10, 17))}
BEYOND = [each for each in checklist().requirements if each.layer is not Layer.LAW]


def named(requirement_id: str, title: str) -> bool:
    rule = requirement(requirement_id).evidence
    assert isinstance(rule, PolicyNamed)
    return holds_any(without(prepared(title), rule.unless), rule.phrases)


def test_the_neighbouring_duties_are_all_there_and_in_no_other_layer() -> None:
    assert {each.id for each in checklist().requirements if each.layer is Layer.NEIGHBOUR} == set(NEIGHBOURS)
    assert {each.id for each in checklist().requirements if each.id.startswith("NB-")} == set(NEIGHBOURS)


@pytest.mark.parametrize("requirement_id", NEIGHBOURS)
def test_a_neighbouring_duty_binds_whom_its_law_binds(requirement_id: str) -> None:
    entry = requirement(requirement_id)
    first = {code: sources_for(entry, code, NOW)[0] for code in SECTORS if bound(requirement_id, code, NOW)}
    assert {code: (source.law, source.article) for code, source in first.items()} == NEIGHBOURS[requirement_id]


def test_what_no_policy_can_show_only_informs() -> None:
    asked = {each: requirement(each).evidence for each in NEIGHBOURS}
    assert {each for each, rule in asked.items() if rule == ForAPerson(answerable=False)} == INFORMATION
    assert all(isinstance(rule, PolicyNamed) for each, rule in asked.items() if each not in INFORMATION)


def test_a_neighbouring_duty_says_how_sure_we_are() -> None:
    known = re.compile(r"(?:S26|S15|X26|GK)(?:/(?:S26|S15|X26))*(?: \(date (?:SEC|GK|INF)\))?")
    sources = [source for each in NEIGHBOURS for source in requirement(each).sources]
    assert [source for source in sources if not known.fullmatch(source.confidence)] == []
    undated = [source.remark for source in sources if source.start is None]
    assert all(remark is not None and "niet vastgesteld" in remark.nl for remark in undated)


@pytest.mark.parametrize(
    ("title", "duty"),
    [
        ("Werkwijze meld-, overleg- en aangifteplicht", "NB-3"),
        ("Protocol vermoeden tegen een medewerker", "NB-3"),
        ("Protocol seksueel misbruik", "NB-2"),
        ("Procedure calamiteiten en geweld in de zorgrelatie", "NB-4"),
        ("Melden van calamiteiten en geweld aan de toezichthouder", "NB-6"),
        ("Procedure veilig incidenten melden (VIM)", "NB-7"),
        ("Sociaal veiligheidsplan 2025-2029", "NB-8"),
        ("Beleid veiligheid en gezondheid", "NB-9"),
    ],
)
def test_a_title_names_a_neighbouring_duty_and_no_code(title: str, duty: str) -> None:
    assert named(duty, title)
    assert not is_code(title, "Protocol", library().vocabulary)


@pytest.mark.parametrize(
    ("title", "duty"),
    [
        ("Calamiteitenplan en ontruiming", "NB-4"),
        ("BHV: procedure calamiteiten", "NB-4"),
        ("Pestprotocol", "NB-8"),
        ("Informatieveiligheid", "NB-8"),
        ("Procedure beveiligingsincidenten en datalekken", "NB-7"),
        ("Klokkenluidersregeling", "NB-2"),
        ("Pedagogisch beleidsplan", "NB-9"),
    ],
)
def test_a_title_that_comes_near_names_nothing(title: str, duty: str) -> None:
    assert not named(duty, title)


INDICATORS = {
    "MC-3.3.a": ("newcomers", 12),
    "MC-3.3.b": ("functions", 0),
    "MC-3.3.c": ("since_code", 0),
    "MC-3.3.d": ("valid", 36),
    "MC-3.3.e": ("officers", 0),
    "MC-3.3.f": ("trained", 0),
    "MC-3.3.g": ("reviewed", 24),
}


@pytest.mark.parametrize("requirement_id", INDICATORS)
def test_an_indicator_counts_by_our_defaults(requirement_id: str) -> None:
    entry = requirement(requirement_id)
    assert isinstance(entry.evidence, Indicator)
    assert (entry.evidence.counts, entry.evidence.months) == INDICATORS[requirement_id]
    assert (entry.layer, entry.norm, entry.evidence.percent) == (Layer.GOOD_PRACTICE, "GOOD-PRACTICE", 100)


def test_there_are_no_other_indicators() -> None:
    assert {each.id for each in BEYOND if isinstance(each.evidence, Indicator)} == set(INDICATORS)


def test_every_number_of_an_indicator_says_whose_it_is() -> None:
    for lang in LANGUAGES:
        every = compile_texts(yaml_files(f"{shipped('templates')}/texts/{lang}"))
        words = {key: sentence for key, sentence in every.items() if key.startswith("reason.share.")}
        assert set(words) == {f"reason.share.{counts}" for counts, _ in INDICATORS.values()}
        for sentence in words.values():
            assert "{norm}% ({whose})" in sentence
            for number in ("months", "induction"):
                assert f"{{{number}}}" not in sentence or f"({{whose_{number}}})" in sentence


NUMBERS = re.compile(r"\{(?:months|gap|term|induction|norm|least)\}")
WHOSE = {"nl": re.compile(r"\{whose|\bon(?:s|ze)\b"), "en": re.compile(r"\{whose|\bour\b")}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_threshold_says_whose_it_is(lang: str) -> None:
    every = compile_texts(yaml_files(f"{shipped('templates')}/texts/{lang}"))
    kinds = ("reason.", "repair.", "coming.", "problem.xray.", "seen.")
    held_to = {key: text for key, text in every.items() if key.startswith(kinds) and NUMBERS.search(str(text))}
    assert len(held_to) > 20
    assert [key for key, text in held_to.items() if not WHOSE[lang].search(str(text))] == []


SPELLED = {
    "nl": re.compile(r"\b(?:twaalf|\d+) maanden\b|\b\d+ ?%"),
    "en": re.compile(r"\b(?:twelve|\d+) months\b|\b\d+ ?%"),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_asked_says_whose_term_it_names(lang: str) -> None:
    asked = {
        each.id: each.asks.in_(lang) for each in checklist().requirements if SPELLED[lang].search(each.asks.in_(lang))
    }
    assert set(asked) == {"MC-5.2", "MC-5.10", "MC-5.13"}
    assert [key for key, text in asked.items() if not WHOSE[lang].search(text)] == []


def test_nothing_beyond_the_law_has_a_source_in_the_law() -> None:
    numbered = {law.id for law in checklist().laws if law.bwb}
    beyond = [each for each in BEYOND if each.layer is not Layer.NEIGHBOUR]
    assert [each.id for each in beyond for source in each.sources if source.law in numbered] == []


CASES = dict(
    zip(
        (f"MC-4.{number}" for number in range(1, 7)),
        ("consulted", "talked", "weighed", "decided", "monitored", "accumulated"),
        strict=True,
    )
)


def test_each_step_of_a_case_is_a_professional_standard() -> None:
    cases = {each.id: each for each in BEYOND if isinstance(each.evidence, Cases)}
    assert {key: getattr(each.evidence, "step", "") for key, each in cases.items()} == CASES
    assert {(each.layer, each.norm) for each in cases.values()} == {(Layer.PROFESSIONAL_NORM, "BEROEPSNORM")}


def test_embedding_is_good_practice_by_our_terms() -> None:
    embedding = [each for each in BEYOND if each.id.startswith("MC-5.")]
    assert [each.id for each in embedding] == [f"MC-5.{number}" for number in range(1, 16)]
    assert {(each.layer, each.norm) for each in embedding} == {(Layer.GOOD_PRACTICE, "GOOD-PRACTICE")}
    rules = {each.id: each.evidence for each in embedding}
    assert rules["MC-5.3"] == Skills(topics=("gesprek", "afwegingskader", "signaleren"))
    assert rules["MC-5.10"] == Held(kinds=("evaluatie",), months=24)
    assert rules["MC-5.12"] == Held(kinds=("jaarverslag",), last=True)
    assert rules["MC-5.13"] == Continuous(gap=12, months=36)
    assert rules["MC-5.14"] == Somebody(topics=("structurele_onveiligheid",))
    assert rules["MC-5.15"] == Figures(least=5)
    reflection = rules["MC-5.2"]
    assert isinstance(reflection, Held)
    assert (reflection.kinds, reflection.months, reflection.per_team) == (("reflectie",), 12, True)


def test_a_small_number_is_worded_as_the_limit_that_hides_it() -> None:
    least = requirement("MC-5.15").evidence
    assert isinstance(least, Figures)
    for lang in LANGUAGES:
        words = compile_texts(yaml_files(f"{shipped('templates')}/texts/{lang}"))
        assert str(least.least) in words["figure.few"]


def test_topics_and_kinds_beyond_the_law_are_those_that_intake_knows() -> None:
    topics = {topic.id for topic in library().vocabulary.topics}
    kinds = {kind.id for kind in library().vocabulary.activities}
    for each in BEYOND:
        assert set(getattr(each.evidence, "topics", ())) <= topics
        if isinstance(each.evidence, Held):
            assert set(each.evidence.kinds) <= kinds


def test_every_topic_and_kind_has_a_word() -> None:
    for lang in LANGUAGES:
        words = compile_texts(yaml_files(f"{shipped('templates')}/texts/{lang}"))
        assert [topic.id for topic in library().vocabulary.topics if f"topic.{topic.id}" not in words] == []
        assert [kind.id for kind in library().vocabulary.activities if f"activity.{kind.id}" not in words] == []


def test_what_the_field_names_is_checked_by_requirements_that_exist() -> None:
    text = read_text(f"{shipped('checklists')}/README.md")
    table = text.split("## What the field names")[1].split("## ")[0]
    named = set(re.findall(r"MC-[\d.]+(?:[a-h]\b(?:\.\d)?)?", table))
    known = {each.id for each in checklist().requirements}
    assert len(named) > 20
    assert {each.rstrip(".") for each in named} - known - {"MC-2.2.e"} == set()
    assert {f"MC-5.{number}" for number in range(1, 16)} - named == {"MC-5.10", "MC-5.11", "MC-5.12"}
