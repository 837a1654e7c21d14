"""The report in a real browser: it can be read, filtered, linked to and printed, by everybody, and it does nothing else."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal
from unicodedata import normalize

import msgspec
import pytest

from auditor.api import audit
from auditor.brandfile import load_brand
from auditor.render.to_html import to_html
from auditor.render.words import plain
from auditor.resources import shipped
from auditor.texts import LANGUAGES
from tests.browser.browsing import opened, small_targets, widths
from tests.form.filling import filled as well_filled
from tests.form.filling import judged as judged_workbook
from tests.form.filling import written
from tests.render.fixtures import DAY, REQUIREMENTS, edition, report
from tests.render.hostile import KEPT, PAYLOADS, filled
from tests.render.test_brand import png
from tests.render.test_brand import written as brand_file

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGES = {lang: to_html(edition(lang=lang)) for lang in LANGUAGES}
PHONE = {"width": 320, "height": 640}
SAMPLES = ("basisscholen-de-waaier", "kinderopvang-de-klimboom", "wijkteams-waterrijk", "zorggroep-morgenlicht")
ORGANISATIONS = (*SAMPLES, "intake, empty", "intake, filled in")
PARTS = ("conclusion", "first", "overview", "soon")


def cards(page: "Page") -> list[str]:
    """The requirements that can be seen, by their anchors."""
    found: list[str] = page.eval_on_selector_all(
        "[data-verdict]", "nodes => nodes.filter(node => node.checkVisibility()).map(node => node.id)"
    )
    return found


# --- for everybody


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "how",
    [
        pytest.param({}, id="light"),
        pytest.param({"color_scheme": "dark"}, id="dark"),
        pytest.param({"viewport": PHONE}, id="phone"),
    ],
)
def test_axe_finds_nothing(browser: "Browser", tmp_path: Path, lang: str, how: dict[str, Any]) -> None:
    with opened(browser, PAGES[lang], tmp_path, **how) as shown:
        assert shown.axe() == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing_on_paper(browser: "Browser", tmp_path: Path, lang: str) -> None:
    with opened(browser, PAGES[lang], tmp_path) as shown:
        shown.page.emulate_media(media="print")
        assert shown.axe() == []


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_nothing_sticks_out_sideways(browser: "Browser", tmp_path: Path, width: int) -> None:
    with opened(browser, PAGES["nl"], tmp_path, viewport={"width": width, "height": 900}) as shown:
        shown.page.click("#fold")
        assert widths(shown.page) == (width, width)


@pytest.mark.parametrize("width", [320, 1440])
def test_what_can_be_clicked_is_large_enough(browser: "Browser", tmp_path: Path, width: int) -> None:
    with opened(browser, PAGES["nl"], tmp_path, viewport={"width": width, "height": 900}) as shown:
        assert small_targets(shown.page) == []


def test_without_a_script_everything_is_there_but_the_filter(browser: "Browser", tmp_path: Path) -> None:
    with opened(browser, PAGES["nl"], tmp_path, java_script_enabled=False) as shown:
        assert not shown.page.is_visible("#filter")
        for each in REQUIREMENTS:
            assert shown.page.is_visible(f"[id='{each.id}']")


@pytest.mark.parametrize("media", ["screen", "print"])
def test_axe_finds_nothing_in_forced_colours_and_every_verdict_keeps_its_shape(
    browser: "Browser", tmp_path: Path, media: Literal["screen", "print"]
) -> None:
    with opened(browser, PAGES["nl"], tmp_path, forced_colors="active") as shown:
        shown.page.emulate_media(media=media)
        assert shown.axe() == []
        shapes = shown.page.locator(".head .verdict .shape")
        assert all(shapes.nth(i).is_visible() for i in range(shapes.count()))


@pytest.mark.parametrize("how", [{}, {"color_scheme": "dark"}, {"viewport": PHONE}], ids=["light", "dark", "phone"])
def test_a_report_in_the_colours_of_a_consultant_can_be_read_by_everybody(
    browser: "Browser", tmp_path: Path, how: dict[str, Any]
) -> None:
    path = brand_file(
        tmp_path, "brand: 1\nname: Advies & Co\nlogo: logo.png\ncolours: {band: '#40104f', accent: '#6a1b80'}\n", png()
    )
    made = msgspec.structs.replace(edition(), brand=load_brand(path))
    with opened(browser, to_html(made), tmp_path, **how) as shown:
        assert shown.page.inner_text(".brand") == "Advies & Co"
        assert shown.page.evaluate("document.querySelector('.brand img').naturalWidth") == 4
        assert shown.axe() == []
        width, wanted = widths(shown.page)
        assert width == wanted


# --- filter and links


def test_the_filter_shows_what_fits_says_how_many_and_stands_in_the_address(browser: "Browser", tmp_path: Path) -> None:
    with opened(browser, PAGES["nl"], tmp_path) as shown:
        page = shown.page
        page.check("[name=verdict][value=not_met]", force=True)
        page.check("[name=verdict][value=not_shown]", force=True)
        page.select_option("[name=layer]", "law")
        expected = [
            each.id for each in REQUIREMENTS if each.verdict in {"not_met", "not_shown"} and each.layer == "law"
        ]
        assert cards(page) == expected
        assert page.inner_text("#shown") == f"{len(expected)} van {len(REQUIREMENTS)} eisen getoond"
        assert page.url.endswith("#?verdict=not_met&verdict=not_shown&layer=law")
        page.click("[type=reset]")
        page.wait_for_function("!location.hash")
        assert len(cards(page)) == len(REQUIREMENTS)


def test_text_is_looked_for_wherever_it_stands(browser: "Browser", tmp_path: Path) -> None:
    with opened(browser, PAGES["nl"], tmp_path) as shown:
        shown.page.fill("[name=text]", "boomhut")
        assert cards(shown.page) == ["MC-3.1"]


def test_a_location_is_a_filter_of_its_own(browser: "Browser", tmp_path: Path) -> None:
    with opened(browser, PAGES["nl"], tmp_path) as shown:
        shown.page.select_option("[name=location]", "BSO De Boomhut")
        assert cards(shown.page) == ["MC-3.1"]
        assert shown.page.url.endswith("#?location=BSO+De+Boomhut")


def test_the_first_page_fits_one_screen(browser: "Browser", tmp_path: Path) -> None:
    with opened(browser, PAGES["nl"], tmp_path) as shown:
        for part in PARTS:
            box = shown.page.locator(f"#{part}").bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= 900, part


@cache
def organisation(name: str, lang: str) -> bytes:
    """The page of an organisation that comes along, or of an intake workbook: empty, or filled in well."""
    if name in SAMPLES:
        return to_html(audit([Path(shipped("sample_data")) / name], DAY).edition(lang))
    with TemporaryDirectory() as folder:
        path = written(Path(folder), "dagopvang", "bso")
        return to_html(judged_workbook(well_filled(path) if name == "intake, filled in" else path).edition(lang))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ORGANISATIONS)
def test_the_first_page_fits_one_screen_and_one_sheet_of_paper(
    browser: "Browser", tmp_path: Path, name: str, lang: str
) -> None:
    with opened(browser, organisation(name, lang), tmp_path) as shown:
        page = shown.page
        for part in PARTS:
            box = page.locator(f"#{part}").bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= 900, part
        sheets = shown.sheets()
        first = "".join(sheets[0].split())
        said = page.locator(".front :is(h2, h3, p:not(.unseen), .windows a, .windows .when)").all_inner_texts()
        assert [text for text in said if "".join(normalize("NFKC", text).split()) not in first] == []
        assert sheets[1].startswith(f"2 / {len(sheets)} {page.inner_text('#pictures-title')}")


def test_an_address_with_a_filter_opens_filtered(browser: "Browser", tmp_path: Path) -> None:
    with opened(browser, PAGES["nl"], tmp_path, "#?verdict=partly_met&text=boomhut") as shown:
        assert cards(shown.page) == ["MC-3.1"]
        assert shown.page.input_value("[name=text]") == "boomhut"


def test_a_link_to_a_requirement_opens_it_whatever_the_filter(browser: "Browser", tmp_path: Path) -> None:
    with opened(browser, PAGES["nl"], tmp_path, "#?verdict=not_met") as shown:
        page = shown.page
        page.evaluate("location.hash = '#MC-1.1'")
        page.wait_for_function("document.getElementById('MC-1.1').querySelector('details').open")
        assert page.is_visible("[id='MC-1.1'] .evidence")
        box = page.locator("[id='MC-1.1']").bounding_box()
        assert 0 <= box["y"] < 900


# --- paper


@pytest.mark.parametrize("lang", LANGUAGES)
def test_paper_holds_every_requirement_to_the_last_cell(browser: "Browser", tmp_path: Path, lang: str) -> None:
    with opened(browser, PAGES[lang], tmp_path, "#?verdict=not_met") as shown:
        text = shown.paper().replace(" ", "")
    for each in REQUIREMENTS:
        assert each.id in text
        assert all(seen.says.replace(" ", "") in text for seen in each.evidence[:50])
    assert "1/" in text


def test_the_first_sheet_of_paper_and_the_next_are_numbered(browser: "Browser", tmp_path: Path) -> None:
    with opened(browser, PAGES["nl"], tmp_path) as shown:
        text = shown.paper()
    assert "1 / " in text
    assert "2 / " in text


# --- what a page may not do


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_text_that_means_harm_does_nothing(browser: "Browser", tmp_path: Path, payload: str, lang: str) -> None:
    kept = KEPT if lang == "nl" else KEPT | {"id"}  # with ids that the checklist knows, and with none
    with opened(browser, to_html(edition(filled(payload, kept), lang=lang)), tmp_path) as shown:
        assert shown.page.locator("script").count() == 1
        shown.page.fill("[name=text]", plain(payload))


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_axe_finds_nothing_in_the_organisations_that_come_along(browser: "Browser", tmp_path: Path, name: str) -> None:
    with opened(browser, organisation(name, "nl"), tmp_path) as shown:
        assert shown.axe() == []


@pytest.mark.parametrize("width", [320, 768])
@pytest.mark.parametrize("name", ORGANISATIONS)
def test_no_organisation_sticks_out_sideways(browser: "Browser", tmp_path: Path, name: str, width: int) -> None:
    with opened(browser, organisation(name, "nl"), tmp_path, viewport={"width": width, "height": 900}) as shown:
        shown.page.click("#fold")
        assert widths(shown.page) == (width, width)


def test_a_result_of_nothing_and_a_report_without_a_gap_can_be_looked_at(browser: "Browser", tmp_path: Path) -> None:
    met = [each for each in REQUIREMENTS if each.verdict == "met"]
    for result in (
        report(requirements=[], problems=[], inputs=[], upcoming=[]),
        report(conclusion="proof", requirements=met),
    ):
        with opened(browser, to_html(edition(result)), tmp_path) as shown:
            assert shown.axe() == []
