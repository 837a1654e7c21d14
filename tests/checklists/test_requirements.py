"""Every requirement of the legal source text is there, on its layer, for its days, with a source a reader can open."""

import re
from datetime import date, timedelta
from itertools import combinations

import pytest

from auditor.checklist import Layer, Requirement, is_firm
from auditor.rules.shapes import Derived, Reached, Used
from tests.checklists.shipped_law import checklist, edges, is_of_the_law, library, requirement, sources_for

DUTY, DECREE, FRAMEWORK = date(2013, 7, 1), date(2013, 7, 31), date(2019, 1, 1)
BEFORE_FRAMEWORK = date(2018, 12, 31)
LAW, NORM = Layer.LAW, Layer.PROFESSIONAL_NORM

# id: layer, norm, the first and the last day of its own content.
EXPECTED = {
    "MC-1.1": (LAW, "WET", DUTY, None),
    "MC-1.2": (LAW, "WET", DUTY, None),
    "MC-1.3": (LAW, "WET", DUTY, None),
    "MC-1.4": (LAW, "WET", DUTY, None),
    "MC-1.5": (LAW, "WET", None, None),
    "MC-1.6": (LAW, "WET", date(2013, 1, 1), None),
    "MC-2.1.a": (LAW, "AMvB", DECREE, None),
    "MC-2.1.b": (LAW, "AMvB", FRAMEWORK, None),
    "MC-2.1.b.1": (LAW, "AMvB", FRAMEWORK, None),
    "MC-2.1.b.2": (NORM, "BEROEPSNORM", FRAMEWORK, None),
    "MC-2.1.b.3": (NORM, "BEROEPSNORM", FRAMEWORK, None),
    "MC-2.1.c": (LAW, "AMvB", DECREE, None),
    "MC-2.1.c.1": (LAW, "AMvB", DECREE, None),
    "MC-2.1.d": (LAW, "AMvB", DECREE, None),
    "MC-2.1.e": (LAW, "AMvB", DECREE, None),
    "MC-2.1.f": (LAW, "AMvB", DECREE, None),
    "MC-2.1.g": (LAW, "AMvB", DECREE, None),
    "MC-2.2.a": (LAW, "AMvB", DECREE, None),
    "MC-2.2.b": (LAW, "AMvB", DECREE, None),
    "MC-2.2.c": (LAW, "AMvB", DECREE, None),
    "MC-2.2.c.KO": (LAW, "AMvB", DECREE, None),
    "MC-2.2.d": (LAW, "AMvB", FRAMEWORK, None),
    "MC-2.2.e.1": (LAW, "AMvB", FRAMEWORK, None),
    "MC-2.2.e.2": (LAW, "AMvB", FRAMEWORK, None),
    "MC-3.1": (LAW, "WET", DUTY, None),
    "MC-3.2": (LAW, "WET", DUTY, None),
    "MC-3.4": (LAW, "WET", None, None),
    "MC-H.2.2.d": (LAW, "AMvB", DECREE, BEFORE_FRAMEWORK),
    "MC-H.2.2.e": (LAW, "AMvB", DECREE, BEFORE_FRAMEWORK),
    "MC-H.BIG": (LAW, "WET", DUTY, date(2015, 12, 31)),
    "MC-H.3": (LAW, "AMvB", DECREE, date(2014, 12, 31)),
    "MC-H.PSZ": (LAW, "WET", DUTY, date(2017, 12, 31)),
}
REQUIREMENTS = tuple(each for each in checklist().requirements if is_of_the_law(each))
OF_THE_CODE = [each.id for each in REQUIREMENTS if re.match(r"MC-(H\.)?2\.", each.id)]


def test_every_requirement_of_the_law_is_there_once() -> None:
    assert sorted(each.id for each in REQUIREMENTS) == sorted(EXPECTED)


@pytest.mark.parametrize("requirement_id", EXPECTED)
def test_layer_norm_and_days_are_those_of_the_law(requirement_id: str) -> None:
    entry = requirement(requirement_id)
    assert (entry.layer, entry.norm, entry.since, entry.until) == EXPECTED[requirement_id]


@pytest.mark.parametrize("requirement_id", OF_THE_CODE)
def test_what_the_code_must_hold_is_good_practice_for_halt(requirement_id: str) -> None:
    entry = requirement(requirement_id)
    assert entry.layers == {"halt": Layer.GOOD_PRACTICE}
    named = bool(sources_for(entry, "halt")) or any("halt" in each.sectors for each in entry.excluded)
    assert named is (requirement_id != "MC-2.2.c.KO")
    assert all(source.confidence == "INF" for source in sources_for(entry, "halt") if entry.layer == LAW)


def test_no_other_requirement_changes_its_layer() -> None:
    assert [each.id for each in REQUIREMENTS if each.layers and each.id not in OF_THE_CODE] == []


@pytest.mark.parametrize("entry", REQUIREMENTS, ids=lambda each: each.id)
def test_every_source_says_how_sure_we_are(entry: Requirement) -> None:
    known = re.compile(r"(?:S26|S15|X26|SEC|GK|INF|DOUBT)(?:/(?:S26|S15|X26|SEC|GK|INF|DOUBT))*"
                       r"(?: \(date (?:SEC|GK|INF|DOUBT)\))?")  # fmt: skip
    for source in entry.sources:
        assert known.fullmatch(source.confidence), source


def test_a_source_of_law_has_an_article() -> None:
    assert [(each.id, source.law) for each in REQUIREMENTS if each.layer == LAW for source in each.sources
            if not re.match(r"\d", source.article)] == []  # fmt: skip


def test_a_source_in_the_official_database_has_an_article_and_other_documents_have_none() -> None:
    numbered = {law.id for law in checklist().laws if law.bwb}
    documents = {source.law for each in REQUIREMENTS if each.layer == NORM for source in each.sources}
    assert documents
    assert not documents & numbered
    assert all(not source.article for each in REQUIREMENTS if each.layer == NORM for source in each.sources)


def test_every_requirement_has_a_source() -> None:
    assert [each.id for each in REQUIREMENTS if not each.sources] == []


def test_only_what_asks_nothing_of_our_sectors_names_no_sector() -> None:
    assert [each.id for each in REQUIREMENTS if not any(source.sectors for source in each.sources)] == [
        "MC-H.3",
        "MC-H.PSZ",
    ]


def test_every_law_is_cited_or_stands_in_a_remark() -> None:
    used = {source.law for each in checklist().requirements for source in each.sources}
    used |= {base.law for sector in checklist().sectors for base in sector.bases}
    only_in_remarks = {"wpg", "bvt"}
    assert {law.id for law in checklist().laws} - used == only_in_remarks


def test_a_number_in_the_official_database_looks_like_one_and_stands_once() -> None:
    numbers = [law.bwb for law in checklist().laws if law.bwb]
    assert all(re.fullmatch(r"BWBR\d{7}", number) for number in numbers)
    assert len(set(numbers)) == len(numbers)


def test_spans_end_after_they_start() -> None:
    spans = [(source.start, source.end) for each in REQUIREMENTS for source in each.sources]
    assert [span for span in spans if span[0] and span[1] and span[1] < span[0]] == []


@pytest.mark.parametrize("requirement_id", EXPECTED)
def test_no_article_is_cited_twice_for_a_sector_on_one_day(requirement_id: str) -> None:
    entry = requirement(requirement_id)
    for sector in checklist().sectors:
        for one, other in combinations(sources_for(entry, sector.id), 2):
            if (one.law, one.article) == (other.law, other.article):
                first, last = sorted((one, other), key=lambda each: each.start or date.min)
                assert first.end is not None, (sector.id, one.article)
                assert first.end < (last.start or date.min), (sector.id, one.article)


@pytest.mark.parametrize("requirement_id", EXPECTED)
def test_a_requirement_never_lapses_and_revives_for_a_sector(requirement_id: str) -> None:
    entry = requirement(requirement_id)
    for sector in checklist().sectors:
        sources = sources_for(entry, sector.id)
        days = [date(2013, 1, 1), *edges((each.start, each.end) for each in sources)]
        held = "".join("x" if any(each.holds(day) for each in sources) else "." for day in days)
        assert re.fullmatch(r"\.*x*\.*", held), (sector.id, held)


@pytest.mark.parametrize(
    "requirement_id", [each for each in EXPECTED if each not in ("MC-1.5", "MC-3.4", "MC-1.2", "MC-1.3")]
)
def test_the_first_source_begins_with_the_content(requirement_id: str) -> None:
    entry = requirement(requirement_id)
    starts = [source.start for source in entry.sources if source.start]
    assert min(starts) == (
        entry.since if requirement_id not in ("MC-1.1", "MC-1.4", "MC-3.1", "MC-3.2") else date(2013, 1, 1)
    )


def test_the_historic_steps_end_the_day_before_the_present_ones_begin() -> None:
    for old, new in (("MC-H.2.2.d", "MC-2.2.d"), ("MC-H.2.2.e", "MC-2.2.e.1"), ("MC-H.2.2.e", "MC-2.2.e.2")):
        until, since = requirement(old).until, requirement(new).since
        assert until is not None
        assert since == until + timedelta(days=1)


def test_derived_requirements_take_the_steps_and_nothing_else() -> None:
    derived = {each.id: each.evidence.of for each in REQUIREMENTS if isinstance(each.evidence, Derived)}
    steps = {each.id for each in REQUIREMENTS if each.group == "steps"}
    assert {key: set(of) for key, of in derived.items()} == {"MC-1.3": steps, "MC-2.1.a": steps}


def test_topics_and_kinds_are_those_that_intake_knows() -> None:
    topics = {topic.id for topic in library().vocabulary.topics}
    kinds = {kind.id for kind in library().vocabulary.activities}
    for each in REQUIREMENTS:
        if isinstance(each.evidence, Reached):
            assert set(each.evidence.topics) <= topics
        if isinstance(each.evidence, Used):
            assert set(each.evidence.kinds) <= kinds
            assert each.evidence.months == 12


@pytest.mark.parametrize(
    ("requirement_id", "sector", "day", "firm"),
    [
        pytest.param("MC-1.1", "po", date(2026, 11, 22), True, id="read in a current text"),
        pytest.param("MC-1.1", "zorg", date(2026, 11, 22), False, id="its first day is from a secondary source"),
        pytest.param("MC-1.1", "jji", date(2026, 11, 22), False, id="read in an old text only"),
        pytest.param("MC-1.1", "mbo", date(2026, 11, 22), False, id="its number confirmed, its text old"),
        pytest.param("MC-1.1", "vo", date(2026, 11, 22), False, id="its first day is general knowledge"),
        pytest.param("MC-1.1", "zorg", date(2014, 6, 1), False, id="a lapsed base"),
        pytest.param("MC-H.BIG", "zorg-solo", date(2014, 6, 1), False, id="the end of article 40a is in doubt"),
        pytest.param("MC-2.1.a", "zorg", date(2026, 11, 22), True, id="the decree as it stands"),
        pytest.param("MC-2.1.a", "zorg", date(2019, 6, 1), False, id="the text of 2019 was not seen"),
        pytest.param("MC-2.1.b", "zorg", date(2026, 11, 22), False, id="the framework's first day is secondary"),
        pytest.param("MC-2.1.c", "dagopvang", date(2026, 11, 22), True, id="the childcare decree as it stands"),
        pytest.param("MC-2.1.c", "dagopvang", date(2018, 6, 1), False, id="childcare in 2018"),
        pytest.param("MC-2.1.c", "gastouderbureau", date(2026, 6, 30), False, id="agencies before article 22"),
        pytest.param("MC-2.1.c", "gastouderbureau", date(2026, 7, 1), False, id="the first day of article 22"),
        pytest.param("MC-2.1.c", "ouderparticipatiecreche", date(2026, 11, 22), False, id="no list of their own"),
        pytest.param("MC-2.1.b.3", "zorg", date(2026, 11, 22), False, id="a professional standard"),
    ],
)
def test_doubt_is_kept(requirement_id: str, sector: str, day: date, firm: bool) -> None:
    sources = sources_for(requirement(requirement_id), sector, day)
    assert sources
    assert all(is_firm(each.confidence) for each in sources) is firm


def test_a_first_day_that_was_not_established_is_said() -> None:
    undated = [(each.id, source) for each in REQUIREMENTS for source in each.sources if source.start is None]
    assert {key for key, _ in undated} == {
        "MC-1.1",
        "MC-1.2",
        "MC-1.3",
        "MC-1.4",
        "MC-1.5",
        "MC-3.1",
        "MC-3.2",
        "MC-3.4",
    }
    for _, source in undated:
        assert source.remark is not None
        assert "niet vastgesteld" in source.remark.nl
        assert "not established" in source.remark.en
