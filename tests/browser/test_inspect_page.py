"""The page of an inspection in a real browser: axe finds nothing, nothing sticks out, nothing is asked for."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from auditor.library import load_texts
from auditor.render.inspect_html import inspect_html
from auditor.texts import LANGUAGES
from tests.browser.browsing import opened, widths
from tests.render.test_inspect_html import sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGES = {lang: inspect_html(sample(lang), load_texts(lang)) for lang in LANGUAGES}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "how",
    [
        pytest.param({}, id="light"),
        pytest.param({"color_scheme": "dark"}, id="dark"),
        pytest.param({"viewport": {"width": 320, "height": 640}}, id="phone"),
    ],
)
def test_axe_finds_nothing(browser: "Browser", tmp_path: Path, lang: str, how: dict[str, Any]) -> None:
    with opened(browser, PAGES[lang], tmp_path, **how) as shown:
        assert shown.axe() == []


@pytest.mark.parametrize("width", [320, 1440])
def test_nothing_sticks_out_sideways(browser: "Browser", tmp_path: Path, width: int) -> None:
    with opened(browser, PAGES["nl"], tmp_path, viewport={"width": width, "height": 900}) as shown:
        assert widths(shown.page) == (width, width)
