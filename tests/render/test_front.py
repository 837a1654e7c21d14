"""The first page: what is to be done first, by whom, and what lapses soon."""

from datetime import date, timedelta
from typing import Any

import pytest

from auditor.render.to_html import to_html
from auditor.result import AcceptanceOut, ActionOut, LocationShareOut, MeasureOut, UpcomingOut
from tests.render.fixtures import DAY, edition, judged, report
from tests.render.reading import Node, read


def page(lang: str = "nl", **changes: Any) -> Node:  # noqa: ANN401 -- handed on as it is
    return read(to_html(edition(report(**changes), lang=lang)))


def first(shown: Node) -> list[Node]:
    """The things to do first."""
    return list(shown.one("section", id="first").every("li"))


def measure(**left: int) -> MeasureOut:
    """A measure of ten people in each of these locations, of whom so many are not reached."""
    shares = [LocationShareOut(location=name, covered=10 - number, population=10) for name, number in left.items()]
    return MeasureOut(
        covered=sum(share.covered for share in shares),
        population=10 * len(shares),
        by_location=shares,
        by_function=[],
    )


def action(**more: Any) -> ActionOut:  # noqa: ANN401 -- handed on as it is
    given: dict[str, Any] = {
        "action": "Scholing plannen",
        "owner": "P0012",
        "due": date(2027, 3, 1),
        "done_on": None,
        "remark": "",
        "state": "open",
        "count": 1,
        "done": 0,
        "file": "a.xlsx",
        "sheet": "Acties",
        "cell": "B2",
    }
    return ActionOut(**given | more)


def test_of_equal_verdicts_what_touches_most_comes_first_and_the_code_touches_everybody() -> None:
    requirements = [
        judged("MC-3.1", "partly_met", "", measure=measure(Oost=2)),
        judged("MC-3.4", "partly_met", "", measure=measure(Oost=5)),
        judged("MC-2.1.b", "partly_met", ""),
    ]
    links = [item.one("a")["href"] for item in first(page(requirements=requirements))]
    assert links == ["#MC-2.1.b", "#MC-3.4", "#MC-3.1"]


def test_people_are_counted_where_they_are_and_the_smaller_places_together() -> None:
    requirements = [
        judged("MC-3.1", "partly_met", "", measure=measure(Oost=3, West=5, Noord=1, Zuid=1, Kern=4, Rand=0))
    ]
    (item,) = first(page(requirements=requirements))
    assert (
        item.one("p", class_="advice").words
        == "Bereik nog 14 van de 60 mensen: 5 bij West, 4 bij Kern, 3 bij Oost en 2 op 2 andere plekken."
    )


def test_a_single_place_is_not_named() -> None:
    requirements = [judged("MC-3.1", "partly_met", "", measure=measure(Oost=3))]
    (item,) = first(page(requirements=requirements))
    assert item.one("p", class_="advice").words == "Bereik nog 3 van de 10 mensen."


def test_why_is_said_in_whole_sentences() -> None:
    reason = "Het register zegt nee. " + "Dit is een veel langere zin die er niet meer bij past, " * 3
    (item,) = first(page(requirements=[judged("MC-2.1.b", "not_met", reason)]))
    assert item.one("p", class_="why").words == "Het register zegt nee."


@pytest.mark.parametrize(
    ("plan", "says"),
    [
        pytest.param({}, "P0012, gereed voor 1 maart 2027", id="who and when"),
        pytest.param({"owner": ""}, "gereed voor 1 maart 2027", id="when"),
        pytest.param({"due": None}, "P0012, zonder datum", id="who"),
        pytest.param(
            {"state": "overdue", "due": DAY - timedelta(days=1)},
            "P0012, te laat: moest klaar zijn op 21 november 2026",
            id="late",
        ),
        pytest.param(
            {"state": "done"}, "de actie is gereed, maar de registers laten het nog niet zien", id="done, yet not shown"
        ),
    ],
)
def test_who_does_it_by_when_is_said(plan: dict[str, Any], says: str) -> None:
    (item,) = first(page(requirements=[judged("MC-2.1.b", "not_met", "Nee.", action=action(**plan))]))
    assert item.one(class_="who").words == f"Wie en wanneer: {says}"


@pytest.mark.parametrize("plan", [None, action(owner="", due=None)], ids=["no action", "an empty one"])
def test_who_and_when_is_left_out_where_nobody_says(plan: ActionOut | None) -> None:
    (item,) = first(page(requirements=[judged("MC-2.1.b", "not_met", "Nee.", action=plan)]))
    assert not list(item.every(class_="who"))


def test_what_is_accepted_is_still_to_be_done_and_says_until_when() -> None:
    accepted = AcceptanceOut(
        reason="x", owner="P1", approver="P2", until=date(2027, 1, 1), file="a", sheet="b", cell="E2"
    )
    (item,) = first(page(requirements=[judged("MC-2.1.h", "not_met", "Nee.", acceptance=accepted)]))
    assert item.one(class_="who").words.endswith("geaccepteerd tot en met 1 januari 2027")


# --- what lapses soon


def lapsing(*days: int) -> list[UpcomingOut]:
    """Something that lapses so many days after the reference date."""
    return [UpcomingOut(on=DAY + timedelta(days=n), what=f"na {n} dagen", requirement="MC-3.1", count=1) for n in days]


def windows(shown: Node) -> list[list[str]]:
    boxes = [box for box in shown.one("section", id="soon").every("div") if not box["class"]]
    return [[item.words.partition(" dagen")[0] for item in box.every("li")] for box in boxes]


def test_what_lapses_stands_in_the_thirty_days_of_its_day_up_to_and_including_the_last() -> None:
    assert windows(page(upcoming=lapsing(30, 31, 90, 91))) == [
        ["na 30"],
        ["na 31"],
        ["na 90"],
    ]


def test_more_than_one_is_counted_and_an_empty_window_says_nothing_lapses() -> None:
    shown = page(upcoming=lapsing(1, 2, 3, 4, 70))
    assert windows(shown) == [["na 1"], ["niets"], ["na 70"]]
    assert shown.one("section", id="soon").one("p", class_="more").words == "en nog 3"


@pytest.mark.parametrize("days", [(), (91,)], ids=["nothing at all", "only later"])
def test_where_nothing_lapses_soon_that_is_said_of_the_registers_only(days: tuple[int, ...]) -> None:
    shown = page(upcoming=lapsing(*days)).one("section", id="soon")
    assert shown.one("p").words.startswith("Uit de registers blijkt niets dat binnen 90 dagen")


def test_a_requirement_says_what_happens_if_nothing_is_done() -> None:
    card = page(upcoming=lapsing(40, 3)).one("article", id="MC-3.1")
    assert [item.words for item in card.one("div", class_="lapses").every("li")] == [
        "Op 25 november 2026: na 3 dagen",
        "Op 1 januari 2027: na 40 dagen",
    ]
