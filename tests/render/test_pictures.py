"""Heat maps and the timeline: every colour has its number, what is not drawn is counted."""

from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from auditor.api import audit
from auditor.findings import Crossing, Skill
from auditor.render.cards import Room
from auditor.render.page import make_page
from auditor.render.picture_views import Heat
from auditor.render.pictures import MOST_COLUMNS, MOST_ROWS, crossed_heat, measures, skills_heat, timeline
from auditor.render.to_html import to_html
from auditor.render.words import Say
from auditor.resources import shipped
from auditor.result import LocationShareOut, MeasureOut, Result, UpcomingOut
from auditor.texts import LANGUAGES
from tests.render.fixtures import DAY, TEXTS, edition, judged, report
from tests.render.reading import read

SAY = Say(TEXTS["nl"])


def drawn(heat: Heat | None) -> dict[str, list[str]]:
    """The rows of a heat map: name to the numbers in its cells."""
    assert heat is not None
    return {row.name: [cell.words for cell in row.cells] for row in heat.rows}


def crossed(*rows: tuple[str, str, int, int], room: Room | None = None) -> Heat:
    return crossed_heat("MC-3.1", [Crossing(*row) for row in rows], room or Room(), SAY)


# --- location by function


def test_locations_and_functions_cross_the_smallest_share_first_and_all_together() -> None:
    heat = crossed(("Oost", "leraar", 4, 4), ("Oost", "stagiair", 0, 2), ("West", "leraar", 1, 5))
    assert [head.word for head in heat.heads] == ["leraar", "stagiair", "Samen"]
    assert drawn(heat) == {"West": ["1/5", "", "1/5"], "Oost": ["4/4", "0/2", "4/6"], "Samen": ["5/9", "0/2", "5/11"]}


def test_who_has_no_location_or_function_is_counted_as_such() -> None:
    heat = crossed(("", "leraar", 1, 1), ("Oost", "", 0, 1))
    assert [head.word for head in heat.heads] == ["niet ingevuld", "leraar", "Samen"]
    assert drawn(heat)["niet ingevuld"] == ["", "1/1", "1/1"]


def test_many_functions_are_added_to_one_column_so_that_nobody_is_lost() -> None:
    rows = [("Oost", f"functie {i}", 1, 20 - i) for i in range(12)]
    heat = crossed(*rows)
    assert len(heat.heads) == MOST_COLUMNS + 2
    assert heat.heads[-2].word == "5 andere functies"
    assert drawn(heat)["Oost"][-2:] == ["5/55", f"12/{sum(20 - i for i in range(12))}"]


def test_many_locations_are_counted_where_they_are_not_drawn() -> None:
    heat = crossed(*((f"locatie {i:02}", "leraar", 0, 1) for i in range(MOST_ROWS + 1)))
    assert len(heat.rows) == MOST_ROWS + 1
    assert heat.shown_of.startswith(f"{MOST_ROWS} van {MOST_ROWS + 1} ")
    assert drawn(heat)["Samen"] == [f"0/{MOST_ROWS + 1}"] * 2


@pytest.mark.parametrize(
    ("covered", "population", "level"),
    [
        pytest.param(0, 9, "none", id="nobody"),
        pytest.param(1, 900, "scarce", id="hardly anybody"),
        pytest.param(49, 100, "scarce", id="just under half"),
        pytest.param(50, 100, "low", id="half"),
        pytest.param(80, 100, "high", id="four in five"),
        pytest.param(999, 1000, "high", id="all but one"),
        pytest.param(9, 9, "all", id="everybody"),
    ],
)
def test_a_colour_is_that_of_its_share(covered: int, population: int, level: str) -> None:
    assert crossed(("Oost", "leraar", covered, population)).rows[0].cells[0].level == level


@pytest.mark.parametrize(("population", "few"), [(4, True), (5, False)])
def test_a_group_of_fewer_than_five_is_marked(population: int, few: bool) -> None:
    heat = crossed(("Oost", "leraar", 1, population))
    assert heat.rows[0].cells[0].few is few
    assert heat.few is few


@pytest.mark.parametrize("sample", ["kinderopvang-de-klimboom", "zorggroep-morgenlicht"])
def test_what_crosses_adds_up_to_what_the_result_says(sample: str) -> None:
    made = audit([Path(shipped("sample_data")) / sample], DAY).edition()
    counted = {each.id: each.measure for each in made.result.requirements if each.measure}
    found = {each: measure.crossed for each, measure in measures(made.outcome).items() if measure.crossed}
    assert "MC-3.1" in found
    for requirement, crossed_there in found.items():
        by_location: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for each in crossed_there:
            by_location[each.location][0] += each.covered
            by_location[each.location][1] += each.population
        assert by_location == {
            share.location: [share.covered, share.population] for share in counted[requirement].by_location
        }


def test_a_result_alone_has_no_crossings() -> None:
    assert measures(None) == {}


# --- team by topic


def test_the_skills_of_teams_are_a_grid_of_teams_and_topics_with_their_numbers() -> None:
    skills = [
        Skill("Oost", "gesprek", 2, 4), Skill("Oost", "afwegingskader", 1, 4), Skill("Oost", "signaleren", 4, 4),
        Skill("West", "gesprek", 0, 7), Skill("West", "afwegingskader", 3, 7), Skill("West", "signaleren", 0, 7),
    ]  # fmt: skip
    heat = skills_heat("MC-5.3", skills, Room(), SAY)
    assert (heat.corner, [head.word for head in heat.heads]) == ("Team", ["gesprek", "afwegingskader", "signaleren"])
    assert drawn(heat) == {"West": ["0/7", "3/7", "0/7"], "Oost": ["2/4", "1/4", "4/4"]}
    assert [[cell.level for cell in row.cells] for row in heat.rows] == [["none", "all", "none"], ["all"] * 3]
    assert [(key.name, key.value) for key in heat.legend] == [("none", "niemand"), ("all", "ten minste één")]


def test_many_teams_are_counted_where_they_are_not_drawn() -> None:
    heat = skills_heat("MC-5.3", [Skill(f"team {i:02}", "gesprek", 0, 1) for i in range(MOST_ROWS + 1)], Room(), SAY)
    assert len(heat.rows) == MOST_ROWS
    assert heat.shown_of.startswith(f"{MOST_ROWS} van {MOST_ROWS + 1} ")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_map_of_skills_stands_at_its_requirement_and_with_the_pictures_instead_of_bars(lang: str) -> None:
    made = audit([Path(shipped("sample_data")) / "wijkteams-waterrijk"], DAY).edition(lang)
    page = read(to_html(made))
    there = [page.one("section", id="pictures"), page.one("article", id="MC-5.3")]
    for part in there:
        table = next(each for each in part.every("table", class_="heat") if "MC-5.3" in each.one("caption").words)
        assert len(list(table.one("thead").every("th"))) == 1 + 3
        assert all("/" in cell.words for cell in table.one("tbody").every("td"))
        with_somebody = [cell for cell in table.one("tbody").every("td") if not cell.words.startswith("0/")]
        counted = next(each.measure for each in made.result.requirements if each.id == "MC-5.3")
        assert counted is not None
        assert len(with_somebody) == counted.covered
    assert not list(there[1].every("table", class_="bars"))


# --- location by requirement


def counted(id_: str, **shares: tuple[int, int]) -> Any:  # noqa: ANN401 -- as judged gives it
    rows = [LocationShareOut(location=name, covered=a, population=b) for name, (a, b) in shares.items()]
    return judged(id_, "partly_met", "", measure=MeasureOut(covered=0, population=1, by_location=rows, by_function=[]))


def by_place(result: Result) -> Heat | None:
    return make_page(edition(result), SAY).places_heat


def test_requirements_stand_beside_each_other_by_location() -> None:
    heat = by_place(report(requirements=[counted("MC-3.1", Oost=(1, 2), West=(3, 3)), counted("MC-3.4", Oost=(2, 2))]))
    assert heat is not None
    assert [head.anchor for head in heat.heads] == ["MC-3.1", "MC-3.4"]
    assert drawn(heat) == {"West": ["3/3", ""], "Oost": ["1/2", "2/2"]}


def test_without_locations_there_is_no_map() -> None:
    assert by_place(report(requirements=[counted("MC-3.1"), judged("MC-1.1", "met", "")])) is None


# --- the timeline


def lapsing(day: date, count: int = 1) -> UpcomingOut:
    return UpcomingOut(on=day, what="?", requirement="", count=count)


def test_each_month_adds_up_what_lapses_in_it_and_the_rest_comes_later() -> None:
    line = timeline(
        report(upcoming=[lapsing(date(2026, 11, 30)), lapsing(date(2027, 1, 1), 3), lapsing(date(2027, 1, 31), 2), lapsing(date(2027, 10, 31)), lapsing(date(2027, 11, 1), 7)]),
        SAY,
    )  # fmt: skip
    assert line is not None
    assert [month.number for month in line.months] == ["1", "", "5", *[""] * 8, "1"]
    assert [month.word for month in line.months][:3] == ["nov", "dec", "jan"]
    assert [month.year for month in line.months] == ["2026", "", "2027", *[""] * 9]
    assert line.later == "Na deze twaalf maanden verlopen er nog 7."


def test_the_highest_bar_is_as_high_as_a_bar_gets_and_the_smallest_can_be_seen() -> None:
    line = timeline(report(upcoming=[lapsing(DAY, 1000), lapsing(date(2027, 2, 1), 1)]), SAY)
    assert line is not None
    assert [month.height for month in line.months if month.number] == [60, 1]


@pytest.mark.parametrize("upcoming", [[], [lapsing(date(2028, 1, 1))]], ids=["nothing", "only later"])
def test_where_nothing_lapses_within_a_year_there_is_no_line(upcoming: list[UpcomingOut]) -> None:
    assert timeline(report(upcoming=upcoming), SAY) is None
