"""What the report says, and where: for the manager the answer first, for the lawyer everything down to the cell."""

from datetime import date
from itertools import pairwise
from typing import Any

import msgspec
import pytest

from auditor.checklist import Layer
from auditor.findings import Verdict
from auditor.render.to_html import to_html
from auditor.result import (
    EvidenceOut,
    LocationShareOut,
    MeasureOut,
    OrganisationOut,
    ProblemOut,
    RequirementOut,
    Result,
)
from auditor.texts import LANGUAGES
from tests.render.fixtures import CHECKLIST, CODES, HR, PROBLEMS, REQUIREMENTS, TEXTS, edition, judged, report, text
from tests.render.reading import Node, read


def page(lang: str = "nl", **changes: Any) -> Node:  # noqa: ANN401 -- handed on as it is
    """The rich report as a page, with some parts of the result replaced."""
    return read(to_html(edition(report(**changes), lang=lang)))


@pytest.fixture(scope="module")
def rich() -> Node:
    return page()


def change(requirement_id: str, **changes: Any) -> list[RequirementOut]:  # noqa: ANN401 -- handed on as it is
    """The requirements of the rich report, one of them changed."""
    return [msgspec.structs.replace(each, **changes) if each.id == requirement_id else each for each in REQUIREMENTS]


def part(card: Node, label: str) -> str:
    """What stands beside a label of a requirement."""
    (value,) = [
        div.one("dd").words
        for div in card.one("dl", class_="body").every("div")
        if div.one("dt").words.startswith(label)
    ]
    return value


# --- the answer first


def test_the_page_names_organisation_and_day_in_its_title_and_has_one_main_heading(rich: Node) -> None:
    assert rich.one("title").text == "Meldcode-audit: Kinderopvang De Vlinderboom, 22 november 2026"
    assert rich.one("h1").text == "Kinderopvang De Vlinderboom"
    assert rich.one("html")["lang"] == "nl"


def test_an_organisation_without_a_name_is_called_so() -> None:
    nameless = OrganisationOut(name=" ", sectors=[], facts={})
    assert page(organisation=nameless).one("h1").text == "Organisatie zonder naam"


def test_gaps_are_said_with_how_many_of_what_and_judged_on_which_registers(rich: Node) -> None:
    conclusion = rich.one("section", id="conclusion").words
    assert "Er is nog niet aan alle wettelijke eisen voldaan" in conclusion
    assert (
        "Van de 13 wettelijke eisen die op 22 november 2026 voor deze organisatie gelden: 6 voldaan, 2 niet voldaan, "
        "2 deels voldaan, 2 niet aantoonbaar en 1 zelf te beoordelen."
    ) in conclusion
    assert "uit 2 bestanden." in conclusion
    assert "geen juridisch advies en geen garantie bij een inspectie" in conclusion


def test_registers_that_the_law_needs_and_nobody_sent_are_named(rich: Node) -> None:
    missing = rich.one("section", id="conclusion").one("strong").words
    assert missing == "Niet aangeleverd: Aandachtsfunctionarissen en Stappenregistratie."


@pytest.mark.parametrize(
    ("conclusion", "verdict", "says"),
    [
        pytest.param("proof", "met", "Aan alle wettelijke eisen is aantoonbaar voldaan", id="proof"),
        pytest.param("not_shown", "not_shown", "Het is niet aangetoond dat aan de wet is voldaan", id="not shown"),
        pytest.param("gaps", "not_met", "Er is nog niet aan alle wettelijke eisen voldaan", id="gaps"),
    ],
)
def test_each_conclusion_has_its_own_sentence(conclusion: str, verdict: str, says: str) -> None:
    shown = page(conclusion=conclusion, requirements=[judged("MC-1.1", verdict, "")]).one("section", id="conclusion")
    assert shown.one("h2").words == says
    assert "Er geldt op 22 november 2026 één wettelijke eis voor deze organisatie: 1" in shown.words


def test_proof_says_that_practice_was_not_judged() -> None:
    shown = page(conclusion="proof", requirements=[judged("MC-1.1", "met", "")])
    assert "Of de meldcode in de praktijk werkt, is niet beoordeeld." in shown.one("section", id="conclusion").words


def test_where_no_legal_requirement_was_judged_nothing_is_concluded_about_the_law() -> None:
    shown = page(conclusion="proof", requirements=[judged("NB-9", "met", "")]).one("section", id="conclusion")
    assert shown.one("h2").words == "Er is geen wettelijke eis beoordeeld"
    assert "aantoonbaar voldaan" not in shown.words


# --- what first


def first(shown: Node) -> list[str]:
    """The requirements to begin with, by their anchors."""
    return [item.one("a")["href"] for item in shown.one("section", id="first").every("li")]


def test_the_first_five_things_are_the_law_worst_first_and_causes_only(rich: Node) -> None:
    # MC-1.3 is not shown either, but only because step 3 is not; so it waits behind its cause.
    assert first(rich) == ["#MC-2.1.c.1", "#MC-3.4", "#MC-2.1.b", "#MC-3.1", "#MC-2.2.c.KO"]
    assert rich.one("p", class_="more").words == "Hierna zijn er nog 5 eisen die aandacht vragen."


def test_after_the_law_come_the_other_layers_with_their_names() -> None:
    others = [each for each in REQUIREMENTS if each.layer != "law"]
    shown = page(requirements=others)
    assert first(shown) == ["#NB-3", "#MC-2.1.b.3", "#MC-2.1.h"]
    assert "Bij de eisen van de wet staat niets open." in shown.one("section", id="first").words
    assert [tag.words for tag in shown.one("section", id="first").every(class_="tag")] == [
        TEXTS["nl"].word(f"layer.{layer}") for layer in ("neighbour", "professional_norm", "good_practice")
    ]


def test_each_first_thing_says_what_to_do() -> None:
    repaired = judged("MC-1.1", "not_met", "", would_be_met_if="Stel de meldcode vast.", advice="Wat wij aanraden.")
    asked = judged("MC-2.2.e.1", "for_a_person", "", advice="Hoe weet u dat?")
    items = page(requirements=[repaired, asked]).one("section", id="first").every("p", class_="advice")
    assert [item.words for item in items] == ["Stel de meldcode vast.", "Hoe weet u dat?"]


def test_what_waits_for_a_code_to_be_adopted_comes_behind_that() -> None:
    adopt = "Stel de meldcode vast."
    requirements = [
        judged("MC-2.1.c.1", "not_met", "Er is geen geldende meldcode.", would_be_met_if=adopt),
        judged("MC-1.1", "not_met", "Er is geen geldende meldcode.", would_be_met_if=adopt),
        judged("MC-3.2", "not_met", "", would_be_met_if="Bespreek de code."),
    ]
    assert first(page(requirements=requirements)) == ["#MC-1.1", "#MC-3.2"]


def test_a_derived_verdict_is_first_where_nothing_else_is_wrong() -> None:
    assert first(page(requirements=[judged("MC-1.3", "not_shown", "")])) == ["#MC-1.3"]


def test_where_all_is_met_there_is_nothing_to_do() -> None:
    shown = page(requirements=[judged("MC-1.1", "met", "")]).one("section", id="first")
    assert "Er is niets te doen" in shown.words


# --- counts


def test_layers_stand_side_by_side_and_are_never_added_up(rich: Node) -> None:
    stand = {
        item.one("p").one("a").words: [count.words for count in item.one("ul").every("li")]
        for item in rich.one("ul", class_="layers").children
        if isinstance(item, Node)
    }
    words = TEXTS["nl"].word
    assert stand == {
        words("layer.law"): [
            "6 voldaan",
            "2 deels voldaan",
            "2 niet voldaan",
            "2 niet aantoonbaar",
            "1 zelf beoordelen",
        ],
        words("layer.neighbour"): ["1 voldaan", "1 zelf beoordelen"],
        words("layer.professional_norm"): ["1 niet aantoonbaar"],
        words("layer.good_practice"): ["1 deels voldaan"],
    }


def test_how_much_could_be_judged_is_said_of_what_applies(rich: Node) -> None:
    law = next(rich.one("ul", class_="layers").every("p"))
    assert law.words == "Wet 10 van 13 beoordeeld 2 niet van toepassing"


def test_a_layer_of_which_nothing_applies_says_so() -> None:
    shown = page(requirements=[judged("MC-2.1.d", "not_applicable", "")])
    assert (
        next(shown.one("ul", class_="layers").every("p")).words == "Wet geen eis van toepassing 1 niet van toepassing"
    )


def test_the_parts_of_a_bar_stand_side_by_side_and_fill_it(rich: Node) -> None:
    for bar in rich.every("svg", class_="parts"):
        spans = [(int(part["x"]), int(part["x"]) + int(part["width"])) for part in bar.every("rect")]
        assert spans[0][0] == 0
        assert spans[-1][1] == 398
        assert all(start - end == 2 for (_, end), (start, _) in pairwise(spans))


def test_every_requirement_is_in_a_strip(rich: Node) -> None:
    links = [link["href"] for index in rich.every("ul", class_="index") for link in index.every("a")]
    assert sorted(links) == sorted(f"#{each.id}" for each in REQUIREMENTS)
    groups = [strip.one("h4").words for strip in rich.every("div", class_="strip")]
    assert groups[:2] == ["De meldcode hebben 3 van 4 voldaan", "Wat er in de meldcode moet staan 1 van 3 voldaan"]


# --- each requirement


def test_every_requirement_can_be_linked_to(rich: Node) -> None:
    ids = [node["id"] for node in rich.every() if node["id"]]
    assert len(ids) == len(set(ids))
    assert {each.id for each in REQUIREMENTS} <= set(ids)
    assert {link["href"][1:] for link in rich.every("a") if link["href"].startswith("#")} <= set(ids)


def test_a_requirement_says_everything_a_lawyer_needs(rich: Node) -> None:
    card = rich.one("article", id="MC-2.1.b")
    assert card.one("h4").words == "De meldcode heeft een afwegingskader"
    assert part(card, "Waarom dit oordeel") == "Het register zegt ja, maar zonder vindplaats."
    assert part(card, "Wordt voldaan als") == "In Meldcode-inhoud C9 staat de bladzijde of paragraaf."
    assert part(card, "Advies").startswith("Zet bij het afwegingskader")
    assert part(card, "Wat de wet vraagt") == "De meldcode heeft een afwegingskader."
    assert part(card, "Hoe beoordeeld") == TEXTS["nl"].word("how.element")
    assert part(card, "Geldt voor") == "dagopvang en buitenschoolse opvang"
    assert card.one(class_="norm").words == "besluit (AMvB)"


def test_a_source_is_cited_linked_and_its_doubt_explained(rich: Node) -> None:
    source = next(rich.one("article", id="MC-2.1.b").one("ul", class_="sources").every("li"))
    assert source.one("a").words == "Besluit kwaliteit kinderopvang, artikel 5, eerste lid, onder b"
    assert source.one("a")["href"] == "https://wetten.overheid.nl/BWBR0039936/2026-11-22"
    assert source.one(class_="unsure").words == "bron te verifiëren"
    assert source.one(class_="why").words == (
        "S26 (date SEC): de wettekst is gelezen in een versie van 2025 of 2026; de datum: gezien bij de overheid of in de "
        "sector, niet in de wettekst zelf. De begindatum is niet in de wettekst zelf gezien."
    )


def test_a_remark_on_a_source_is_that_for_these_sectors() -> None:
    entry = next(each for each in CHECKLIST.requirements if each.id == "MC-2.1.b")
    other = msgspec.structs.replace(entry.sources[0], sectors=("halt",), remark=text("Alleen voor Halt."))
    more = msgspec.structs.replace(entry, sources=(other, *entry.sources))
    others = tuple(each for each in CHECKLIST.requirements if each is not entry)
    checklist = msgspec.structs.replace(CHECKLIST, requirements=(*others, more))
    card = read(to_html(edition(checklist=checklist))).one("article", id="MC-2.1.b")
    assert "De begindatum is niet in de wettekst zelf gezien." in card.words
    assert "Alleen voor Halt." not in card.words


def test_a_firm_source_is_not_called_doubtful(rich: Node) -> None:
    card = rich.one("article", id="MC-1.1")
    assert card.one(class_="sure").words == "bron gelezen"
    assert not list(card.every(class_="unsure"))


def test_only_addresses_of_the_web_become_links() -> None:
    sources = [msgspec.structs.replace(each, url="javascript:alert(1)") for each in REQUIREMENTS[0].sources]
    card = page(requirements=change("MC-1.1", sources=sources)).one("article", id="MC-1.1")
    assert not list(card.one("ul", class_="sources").every("a"))


def test_evidence_names_register_file_sheet_and_cell(rich: Node) -> None:
    table = rich.one("article", id="MC-2.2.c.KO").one("table", class_="evidence")
    assert table.one("tr", class_="where").words == f"Meldcode-inhoud › {CODES} › Meldcode-inhoud"
    rows = [[cell.words for cell in row.every("td")] for row in table.every("tr") if list(row.every("td"))]
    assert rows == [["B5", "aanwezig: ja"], ["B21", "aanwezig: nee"]]


def test_evidence_about_a_whole_sheet_says_so(rich: Node) -> None:
    table = rich.one("article", id="MC-3.4").one("table", class_="evidence")
    assert table.one(class_="cell").words == "hele blad"


def test_coverage_is_shown_in_all_and_per_location_and_function_the_smallest_first(rich: Node) -> None:
    card = rich.one("article", id="MC-3.1")
    assert (
        card.one("p", class_="measure").words == "41 van 57 bereikt nog niet: 12 bij BSO De Boomhut en 4 bij Het Nest"
    )
    locations, functions = card.every("table", class_="bars")
    assert [row.words for row in locations.one("tbody").every("tr")] == [
        "BSO De Boomhut 0 van 12 0%",
        "Het Nest 17 van 21 80%",
        "De Vlinder 24 van 24 100%",
    ]
    assert [row.one("th").words for row in functions.one("tbody").every("tr")] == [
        "stagiair",
        "niet ingevuld",
        "pedagogisch medewerker",
    ]


@pytest.mark.parametrize(
    ("covered", "population", "width"),
    [
        pytest.param(199, 200, "99", id="nearly all is not all"),
        pytest.param(200, 200, "100", id="all"),
        pytest.param(0, 7, "0", id="nobody"),
        pytest.param(0, 0, "0", id="of nobody"),
        pytest.param(9, 7, "100", id="never wider than the whole"),
    ],
)
def test_a_bar_never_shows_more_than_there_is(covered: int, population: int, width: str) -> None:
    measure = MeasureOut(covered=covered, population=population, by_location=[], by_function=[])
    shown = page(requirements=change("MC-3.1", measure=measure)).one("article", id="MC-3.1").one("p", class_="measure")
    assert shown.one("rect", class_="bar-part")["width"] == width


def test_a_question_for_a_person_is_asked_and_not_called_advice() -> None:
    card = page(requirements=[judged("MC-2.2.e.1", "for_a_person", "", advice="Hoe weet u dat?")]).one("article")
    assert part(card, "Vraag aan u") == "Hoe weet u dat?"
    assert "Advies" not in card.words


def test_what_is_met_is_folded_and_the_rest_is_open(rich: Node) -> None:
    folded = {card["id"] for card in rich.every("article") if list(card.every("details"))}
    assert folded == {each.id for each in REQUIREMENTS if each.verdict == "met"}


def test_what_does_not_apply_stands_in_a_table_with_its_reason(rich: Node) -> None:
    rows = {row["id"]: row.words for row in rich.one("table", class_="excluded").one("tbody").every("tr")}
    assert rows.keys() == {each.id for each in REQUIREMENTS if each.verdict == "not_applicable"}
    assert rows["MC-2.1.f"].endswith("Het Besluit kwaliteit kinderopvang kent geen kindcheck.")


def test_a_requirement_that_the_checklist_does_not_know_is_shown_with_what_there_is() -> None:
    unknown = msgspec.structs.replace(REQUIREMENTS[0], id="EIGEN 7")
    card = page(requirements=[unknown]).one("article", id="EIGEN-7")
    assert part(card, "Waarom dit oordeel") == unknown.reason
    assert "Hoe beoordeeld" not in card.words


def test_the_entry_in_force_on_the_day_is_the_one_that_is_shown() -> None:
    entry = next(each for each in CHECKLIST.requirements if each.id == "MC-1.1")
    older = msgspec.structs.replace(
        entry, until=date(2018, 12, 31), asks=msgspec.structs.replace(entry.asks, nl="Wat vroeger gold.")
    )
    both = msgspec.structs.replace(CHECKLIST, requirements=(*CHECKLIST.requirements, older))
    shown = read(to_html(edition(checklist=both)))
    assert part(shown.one("article", id="MC-1.1"), "Wat de wet vraagt") == entry.asks.nl


# --- how many rows are drawn


def people(n: int) -> list[EvidenceOut]:
    """So many cells of one column."""
    return [
        EvidenceOut(register="staff", file=HR, sheet="Personeel", cell=f"A{i}", says="niet bereikt")
        for i in range(1, n + 1)
    ]


@pytest.mark.parametrize(
    ("there", "drawn", "says"),
    [
        pytest.param(50, 50, "", id="fifty is all"),
        pytest.param(51, 50, "50 van 51 rijen getoond.", id="one more is said"),
        pytest.param(1200, 50, "50 van 1.200 rijen getoond.", id="many"),
    ],
)
def test_fifty_cells_of_a_requirement_are_drawn_and_the_others_counted(there: int, drawn: int, says: str) -> None:
    card = page(requirements=[judged("MC-3.1", "not_met", "", people(there))]).one("article", id="MC-3.1")
    assert len(list(card.every("code", class_="cell"))) == drawn
    assert [note.words[: len(says)] for note in card.every("p", class_="cut-off")] == ([says] if says else [])


def test_a_section_draws_no_more_than_five_hundred_rows() -> None:
    locations = [LocationShareOut(location=f"L{i}", covered=0, population=1) for i in range(60)]
    measure = MeasureOut(covered=0, population=60, by_location=locations, by_function=[])
    law = [
        msgspec.structs.replace(each, evidence=people(60), measure=measure)
        for each in REQUIREMENTS
        if each.layer == "law"
    ]
    section = page(requirements=law).one("section", id="layer-law")
    drawn = sum(
        1 for card in section.every("article") for _ in [*card.every("td", class_="share"), *card.every(class_="cell")]
    )
    assert drawn == 500
    assert "0 van 60 rijen getoond" in section.words


def test_five_hundred_problems_are_drawn_and_the_others_counted() -> None:
    many = [
        ProblemOut(code="x", severity="warning", file=HR, sheet="Scholing", cell=f"A{i}", message="?", count=1)
        for i in range(1, 500)
    ]
    section = page(problems=[*PROBLEMS, *many]).one("section", id="problems")
    errors, warnings, notes = ([*table.every("td")] for table in section.every("table"))
    assert [len(errors) // 3, len(warnings) // 3, len(notes) // 3] == [2, 498, 0]
    assert [note.words.split(".")[0] for note in section.every("p", class_="cut-off")] == [
        "498 van 500 rijen getoond",
        "0 van 1 rijen getoond",
    ]


@pytest.mark.parametrize(("problems", "large"), [(909, ""), (910, "large")], ids=["no", "yes"])
def test_a_large_page_is_laid_out_bit_by_bit(problems: int, large: str) -> None:
    few = judged("MC-1.1", "not_met", "", people(50)), judged("MC-1.2", "not_met", "", people(41))
    assert page(requirements=list(few), problems=[PROBLEMS[0]] * problems).one("main")["class"] == large


# --- the account


def test_what_was_read_is_accounted_for_to_the_row(rich: Node) -> None:
    rows = [
        [cell.words for cell in row.every()]
        for row in rich.one("section", id="inputs").every("tr")
        if list(row.every("td"))
    ]
    plain = {row[0]: row[-5:] for row in rows}
    assert plain["Scholing"] == ["Scholing", "5", "251", "246", "5"]
    assert plain["Organisatie"] == ["Organisatie", "", "6", "6", "0"]
    hidden = next(row for row in rows if row[0].startswith("Kladblok"))
    assert hidden[0] == "Kladblok verborgen blad"
    assert hidden[-4:] == ["", "38", "0", "38"]
    assert "niet gebruikt" in hidden


def test_every_column_is_said_with_what_it_was_read_as_and_those_left_out(rich: Node) -> None:
    columns = {fold.one("summary").words: fold for fold in rich.one("section", id="inputs").every("details")}
    training = columns["Kolommen van Scholing"]
    field = TEXTS["nl"].word("field.training.completed_on")
    assert f"F {field}" in [item.words for item in training.every("li")]
    assert training.one("ul", class_="unused").words == "Kostenplaats"
    assert "Alle kolommen zijn gebruikt." in columns["Kolommen van Meldcode-inhoud"].words


def test_problems_are_grouped_the_most_serious_first_each_at_its_cell(rich: Node) -> None:
    section = rich.one("section", id="problems")
    assert [heading.words for heading in section.every("h3")] == ["Fouten", "Waarschuwingen", "Opmerkingen"]
    tables = [[row.words for row in table.one("tbody").every("tr")] for table in section.every("table")]
    assert tables[0] == [
        f"{HR} › Scholing F132 {PROBLEMS[0].message} 4",
        f"{CODES} › Meldcode-inhoud B21 {PROBLEMS[1].message} 1",
    ]
    assert tables[1][0].startswith(f"{HR} › Personeel hele blad")


def test_without_problems_that_is_said() -> None:
    assert "Er viel niets op" in page(problems=[]).one("section", id="problems").words


def test_what_was_not_judged_is_said_with_the_reason(rich: Node) -> None:
    section = rich.one("section", id="not-judged")
    rows = {row.one("th").words: row.words for row in section.every("tr") if list(row.every("td"))}
    assert rows.keys() == {"MC-H.2.2.e", "MC-1.6"}
    assert rows["MC-H.2.2.e"].endswith("gold tot en met 31 december 2018")
    assert rows["MC-1.6"].endswith("Halt")
    assert "veranderen haar niet" in section.words
    assert [link["href"] for link in section.every("a")] == ["#MC-2.2.e.1", "#NB-3"]


def test_what_is_in_force_later_is_said_with_its_first_day() -> None:
    section = page(as_of=date(2018, 6, 1), requirements=[]).one("section", id="not-judged")
    rows = {row.one("th").words: row.words for row in section.every("tr") if list(row.every("td"))}
    assert rows["MC-2.1.b"].endswith("geldt vanaf 1 januari 2019")
    assert rows["MC-2.2.e.1"].endswith("geldt vanaf 1 januari 2019")


def test_every_word_of_the_page_is_explained(rich: Node) -> None:
    explained = {term.words for term in rich.one("section", id="words").every("dt")}
    words = TEXTS["nl"].word
    assert {words(f"verdict.{each}") for each in Verdict} <= explained
    assert {words(f"layer.{each}") for each in Layer} <= explained
    assert {"S26", "X26", "S15", "SEC", "GK", "INF", "DOUBT"} <= explained


def test_provenance_names_every_input_and_checklist_by_its_hash(rich: Node) -> None:
    section = rich.one("section", id="provenance")
    assert [code.text for code in section.every("code", class_="hash")] == ["3f" * 32, "a9" * 32, "b5" * 32]
    assert "meldcode-proof 0.1.0" in section.words
    assert "geen juridisch advies" in section.words


def test_when_it_was_made_is_said_only_where_the_result_does() -> None:
    assert "Gemaakt op" not in page().one("section", id="provenance").words
    assert (
        "Gemaakt op 2026-11-22T10:00:00Z"
        in page(generated_at="2026-11-22T10:00:00Z").one("section", id="provenance").words
    )


def test_facts_are_shown_as_given_and_unknown_as_unknown(rich: Node) -> None:
    facts = [fact.words for fact in rich.one("section", id="provenance").one("dl").every("div")]
    assert "Werkt met volwassen cliënten nee" in facts
    assert "Meldingsbevoegd voor de verwijsindex niet opgegeven" in facts
    assert "Eigen norm voor scholing (%) 90" in facts


def test_what_lapses_soon_is_listed_soonest_first_or_left_out() -> None:
    late_first = list(reversed(report().upcoming))
    section = page(upcoming=late_first).one("section", id="upcoming")
    days = [row.one("th").words for row in section.one("tbody").every("tr")]
    assert days == ["31 december 2026", "1 februari 2027"]
    assert not list(page(upcoming=[]).every(id="upcoming"))


# --- both languages, every size


def result_of_nothing() -> Result:
    """A result of which every list is empty."""
    empty = OrganisationOut(name="", sectors=[], facts={})
    return report(requirements=[], problems=[], inputs=[], upcoming=[], checklists=[], organisation=empty)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_result_of_nothing_is_a_page_too(lang: str) -> None:
    read(to_html(edition(result_of_nothing(), lang=lang)))


def test_english_is_english_throughout() -> None:
    shown = page("en")
    assert shown.one("html")["lang"] == "en"
    assert shown.one("section", id="conclusion").one("h2").words == "Not every legal requirement is met yet"
    card = shown.one("article", id="MC-2.1.b")
    assert next(card.one("ul", class_="sources").every("a")).words == "Besluit kwaliteit kinderopvang, art. 5(1)(b)"
    assert part(card, "Applies to") == "day care and out-of-school care"


def test_equal_input_gives_equal_bytes() -> None:
    assert to_html(edition()) == to_html(edition())
