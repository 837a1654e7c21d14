"""What a command says when it is done: worth reading at every width, and never able to steer a terminal."""

import re

import msgspec
import pytest

from auditor.cli.screen import Screen, screen
from auditor.cli.summary import summary
from auditor.render.action_lines import lines
from auditor.render.to_html import to_html
from auditor.render.words import Say
from auditor.result import OrganisationOut
from auditor.texts import LANGUAGES
from tests.render.fixtures import TEXTS, edition, judged, report
from tests.render.reading import read
from tests.render.test_front import action, measure

WIDTHS = (40, 80, 120)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_screen(width: int, lang: str) -> None:
    said = summary(edition(lang=lang), ["a.html"], Screen(width))
    assert [line for line in said.split("\n") if len(line) > width] == []


def test_it_says_the_conclusion_what_to_do_first_and_why_and_where_the_files_are() -> None:
    said = summary(edition(), ["map/rapport.html"], Screen(120))
    assert said.startswith("Kinderopvang De Vlinderboom, peildatum 22 november 2026\nEr zijn gaten")
    assert "  1. MC-2.1.c.1 De functie met het laatste woord" in said
    assert "     Waarom: Het register zegt dat dit niet in de meldcode staat." in said
    assert "Scholing › F132: ‘voorjaar’ is geen datum" in said
    assert "Gelezen: 2 bestanden, " in said
    assert said.endswith("Geschreven: map/rapport.html")


def test_a_path_is_never_broken() -> None:
    path = "een map met spaties/" * 5 + "rapport.html"
    assert f"Geschreven: {path}" in summary(edition(), [path], Screen(40)).split("\n")


def test_a_narrow_screen_gets_sentences_and_a_wide_one_a_table() -> None:
    assert [line[:12] for line in summary(edition(), [], Screen(60)).split("\n") if line.startswith("Wet")] == [
        "Wet: voldaan"
    ]
    wide = summary(edition(), [], Screen(80)).split("\n")
    heads = next(line for line in wide if "n.v.t." in line and "deels" in line)
    law = next(line for line in wide if line.startswith("Wet "))
    assert len(heads) == len(law)


def test_where_nothing_is_to_be_done_nothing_is_said_of_it() -> None:
    fine = report(requirements=[judged("MC-1.1", "met", "x")], problems=[], conclusion="proof")
    assert "Eerst doen" not in summary(edition(fine), [], Screen())
    assert "Let op" not in summary(edition(fine), [], Screen())


def test_what_only_informs_comes_after_all_that_can_be_done_and_what_touches_most_before_the_rest() -> None:
    requirements = [
        judged("NB-9", "for_a_person", "x"),
        judged("NB-3", "for_a_person", "x"),
        judged("MC-2.1.h", "not_met", "x"),
        judged("MC-3.1", "partly_met", "x", measure=measure(Oost=2)),
        judged("MC-3.4", "partly_met", "x", measure=measure(Oost=5)),
    ]
    said = summary(edition(report(requirements=requirements)), [], Screen(120))
    assert named(said) == ["MC-3.4", "MC-3.1", "NB-3"]
    page = read(to_html(edition(report(requirements=requirements))))
    links = [item.one("a")["href"] for item in page.one("section", id="first").every("li")]
    assert links == ["#MC-3.4", "#MC-3.1", "#NB-3", "#MC-2.1.h", "#NB-9"]
    listed = [line.requirement for line in lines(edition(report(requirements=requirements)), Say(TEXTS["nl"]))]
    assert listed == ["MC-3.4", "MC-3.1", "NB-3", "MC-2.1.h", "NB-9"]


def named(said: str) -> list[str]:
    """The requirements under the heading of what to do first."""
    return re.findall(r"^  \d\. (\S+)", said, re.MULTILINE)


@pytest.mark.parametrize(
    ("state", "says"),
    [
        ("open", "Gepland: Bestuurder, 1 maart 2027"),
        ("overdue", "Te laat: Bestuurder, moest klaar zijn op 1 maart 2027"),
    ],
)
def test_who_does_it_by_when_is_said_and_that_it_is_late(state: str, says: str) -> None:
    planned = action(owner="Bestuurder", state=state)
    said = summary(edition(report(requirements=[judged("MC-2.1.b", "not_met", "x", action=planned)])), [], Screen(120))
    assert f"     {says}" in said.split("\n")


def test_colours_are_there_only_where_they_may_be() -> None:
    assert "\x1b" not in summary(edition(), ["a.html"], Screen(80))
    coloured = summary(edition(), ["a.html"], Screen(80, colour=True))
    assert "\x1b[31mEr zijn gaten" in coloured


def test_foreign_text_cannot_steer_the_terminal() -> None:
    hostile = report(
        organisation=OrganisationOut(name="\x1b]0;weg\x07Zorg\u202e", sectors=[], facts={}),
        requirements=[msgspec.structs.replace(judged("MC-1.1", "not_met", "\x1b[2J"), title="\x1b[8m")],
    )
    said = summary(edition(hostile), ["\x1b[2J.html"], Screen(80))
    assert [sign for sign in said if not sign.isprintable() and sign != "\n"] == []


@pytest.mark.parametrize(
    ("columns", "width"),
    [("100", 100), ("10", 36), ("9999", 120), ("", 80), ("breed", 80), ("9" * 40, 80), ("0", 80)],
)
def test_the_width_is_what_the_environment_says_within_reason(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert screen() == Screen(width, colour=False)


@pytest.mark.parametrize(
    ("variable", "value", "coloured"), [("NO_COLOR", "", True), ("NO_COLOR", "1", False), ("TERM", "dumb", False)]
)
def test_a_terminal_shows_colours_unless_it_is_told_not_to(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, *, coloured: bool
) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

        def fileno(self) -> int:
            raise OSError

    monkeypatch.setattr("sys.stdout", Terminal())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("WT_SESSION", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv(variable, value)
    assert screen().colour is coloured
