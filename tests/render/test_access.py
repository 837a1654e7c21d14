"""The page is for everybody: read aloud, by keyboard, enlarged, in the dark, on paper."""

import re
from itertools import pairwise

import pytest

from auditor.render.sources import STYLE, read_sources
from auditor.render.to_html import to_html
from auditor.texts import LANGUAGES
from tests.render.fixtures import edition
from tests.render.reading import Node, read

CSS = read_sources()[STYLE]


@pytest.fixture(scope="module", params=LANGUAGES)
def rich(request: pytest.FixtureRequest) -> Node:
    return read(to_html(edition(lang=request.param)))


def test_headings_never_skip_a_level(rich: Node) -> None:
    levels = [int(node.name[1]) for node in rich.every() if re.fullmatch("h[1-6]", node.name)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_there_is_one_of_each_landmark_and_a_way_past_them(rich: Node) -> None:
    for landmark in ("main", "nav", "header", "footer"):
        rich.one(landmark)
    first_link = next(rich.every("a"))
    assert first_link["class"] == "skip"
    assert rich.one(id=first_link["href"][1:]).name == "section"


def test_every_section_and_article_is_named_by_its_heading(rich: Node) -> None:
    for node in [*rich.every("section"), *rich.every("article"), *rich.every("nav")]:
        assert rich.one(id=node["aria-labelledby"]).words


def test_every_table_has_a_name_and_every_header_cell_a_scope(rich: Node) -> None:
    for table in rich.every("table"):
        assert list(table.every("caption")) or table["aria-label"]
        assert all(cell["scope"] in {"col", "row", "rowgroup"} for cell in table.every("th"))
        table.one("thead").one("tr")


def test_what_scrolls_sideways_can_be_reached_and_is_named(rich: Node) -> None:
    for box in rich.every(class_="scroll"):
        assert box["tabindex"] == "0"
        assert box["role"] == "region"
        assert box["aria-label"] or rich.one(id=box["aria-labelledby"]).words


def test_every_verdict_is_a_word_beside_a_shape_of_its_own(rich: Node) -> None:
    shapes = {
        symbol["id"]: [str(sorted(part.attributes.items())) for part in symbol.every()]
        for symbol in rich.every("symbol")
    }
    verdicts = {use["href"][1:] for badge in rich.every(class_="verdict") for use in badge.every("use")}
    assert len(verdicts) == 6
    assert len({tuple(shapes[verdict]) for verdict in verdicts}) == 6
    assert all(badge.words for badge in rich.every(class_="verdict"))


def test_pictures_are_not_read_aloud(rich: Node) -> None:
    assert all(picture["aria-hidden"] == "true" for picture in rich.every("svg"))


def test_every_field_has_a_label(rich: Node) -> None:
    labelled = [node for label in rich.every("label") for node in label.every()]
    assert all(field in labelled for field in [*rich.every("input"), *rich.every("select")])
    assert all(button.words for button in rich.every("button"))


def test_without_a_script_nothing_is_hidden_but_the_filter(rich: Node) -> None:
    assert [node["id"] for node in rich.every() if "hidden" in node.attributes] == ["filter"]


def test_what_the_filter_shows_is_said_aloud(rich: Node) -> None:
    assert rich.one(id="shown")["role"] == "status"
    assert {"%n", "%m"} <= set(rich.one(id="shown")["data-words"].split())


# --- colours

BLOCK = re.compile(r"--([\w-]+): (#[0-9a-f]{3,6})\b")
LIGHT = dict(BLOCK.findall(CSS[: CSS.index("@media")]))
DARK = LIGHT | dict(BLOCK.findall(CSS[CSS.index("prefers-color-scheme: dark") : CSS.index("*, *::before")]))
PRINT = LIGHT | dict(BLOCK.findall(CSS[CSS.index("@media print") :]))
ON = {
    "paper": ("ink", "soft", "accent", "met", "partly", "not", "unshown", "person", "excluded"),
    "sheet": ("ink", "soft", "accent", "met", "partly", "not", "unshown", "person", "excluded"),
    "faint": ("ink", "soft"),
    "band": ("band-ink", "band-soft"),
    **{f"{verdict}-tint": (verdict,) for verdict in ("met", "partly", "not", "unshown", "person", "excluded")},
}


def light_of(colour: str) -> float:
    """The relative luminance of a colour, as WCAG defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, as WCAG defines it: 1 to 21."""
    dark, light = sorted((light_of(one), light_of(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
@pytest.mark.parametrize(("ground", "text"), [(ground, text) for ground, texts in ON.items() for text in texts])
def test_text_stands_out_from_what_is_behind_it(colours: dict[str, str], ground: str, text: str) -> None:
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "sheet", "faint"])
def test_where_the_focus_is_can_be_seen(colours: dict[str, str], ground: str) -> None:
    assert contrast(colours["focus"], colours[ground]) >= 3


def test_each_mode_names_every_colour_anew() -> None:
    dark = {name for name, _ in BLOCK.findall(CSS[CSS.index("prefers-color-scheme: dark") : CSS.index("*, *::before")])}
    assert dark == LIGHT.keys()


# --- paper

PAPER = CSS[CSS.index("@media print") :]


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param(
            r"details::details-content \{ content-visibility: visible; block-size: auto;", id="folds are open"
        ),
        pytest.param(r"thead \{ display: table-header-group; \}", id="heads are repeated"),
        pytest.param(r"tr,[^{]*\{ break-inside: avoid; \}", id="rows are not split"),
        pytest.param(r"\.scroll \{ overflow: visible; \}", id="nothing is cut off at the side"),
        pytest.param(r'a\[href\^="https"\]::after \{ content: " \(" attr\(href\) "\)"', id="addresses are written out"),
    ],
)
def test_paper_shows_everything(rule: str) -> None:
    assert re.search(rule, PAPER)


def test_a_filter_hides_nothing_on_paper() -> None:
    before = CSS[: CSS.index(".filtered-out")]
    assert before.rstrip().endswith("@media screen {")
    assert CSS.count(".filtered-out") == 1


def test_paper_is_a4() -> None:
    assert "@page { size: A4;" in CSS
