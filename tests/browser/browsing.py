"""A page in a real browser, and what it may not do there: ask for anything, complain, run what it was not given."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import msgspec
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
REQUIRED = "MELDCODE_BROWSER"  # set to `required` where a missing browser is a failure: continuous integration

# WCAG 2.2 at level AA, and what axe knows beyond it as good practice.
AXE = """async () => {
  const found = await axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]});
  return found.violations.map(each => [each.id, ...each.nodes.slice(0, 3).map(node => node.target.join(" "))]);
}"""


class Shown(msgspec.Struct):
    """A page as it stands in the browser; `said` is what went wrong, `asked` the addresses that it asked for."""

    page: Any
    said: list[str]
    asked: list[str]

    def axe(self) -> list[list[str]]:
        """What axe finds, each with the first places; nothing is what it must find."""
        self.page.evaluate(resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
        found: list[list[str]] = self.page.evaluate(AXE)
        return found

    def paper(self) -> str:
        """The text of the page as it is printed, on one line."""
        return " ".join(self.sheets())

    def sheets(self) -> list[str]:
        """The text of every sheet of paper, each on one line."""
        from pypdf import PdfReader

        printed = PdfReader(BytesIO(self.page.pdf(prefer_css_page_size=True, print_background=True)))
        return [" ".join(normalize("NFKC", sheet.extract_text()).split()) for sheet in printed.pages]


def chromium() -> str:
    """Where Chromium is. Skips the test where there is none, or fails it where one was promised."""
    missing = _missing()
    if not missing:
        return next(found for name in NAMES if (found := shutil.which(name)))
    if os.environ.get(REQUIRED) == "required":
        pytest.fail(missing)
    pytest.skip(missing)


def _missing() -> str:
    if not any(shutil.which(name) for name in NAMES):
        return f"no Chromium on this machine ({', '.join(NAMES)}); on Debian: apt-get install chromium"
    try:
        import axe_playwright_python
        import playwright.sync_api
        import pypdf
    except ImportError as error:
        return f"{error.name} is not installed, it comes with the extra dev"
    return "" if all((axe_playwright_python, playwright, pypdf)) else "unreachable"


@contextmanager
def launched() -> Iterator["Browser"]:
    """A browser. It is closed with its own event loop, which no other test may meet."""
    where = chromium()
    from playwright.sync_api import sync_playwright

    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=where, args=["--no-sandbox"] if as_root else [])
        yield browser
        browser.close()


@contextmanager
def opened(browser: "Browser", content: bytes, folder: Path, fragment: str = "", **how: Any) -> Iterator[Shown]:  # noqa: ANN401
    """The page, opened from a file. `how` goes to the browser: `viewport`, `color_scheme`, `java_script_enabled`."""
    path = folder / "report.html"
    path.write_bytes(content)
    context = browser.new_context(**({"viewport": {"width": 1440, "height": 900}} | how))
    context.set_default_timeout(10_000)
    page: Page = context.new_page()
    shown = Shown(page=page, said=[], asked=[])

    def dismiss(dialog: "Dialog") -> None:
        shown.said.append(dialog.message)
        dialog.dismiss()

    page.on("console", lambda message: shown.said.append(message.text))
    page.on("pageerror", lambda error: shown.said.append(str(error)))
    page.on("dialog", dismiss)
    page.on("request", lambda request: shown.asked.append(request.url))
    page.goto(path.as_uri() + fragment)
    try:
        yield shown
    finally:
        context.close()
        own = {path.as_uri(), "data:,"}
        assert [url for url in shown.asked if url.partition("#")[0] not in own] == []
        assert shown.said == []


def widths(page: "Page") -> tuple[int, int]:
    """How wide the window is, and how wide the page would like to be."""
    wide = page.evaluate("[document.documentElement.clientWidth, document.documentElement.scrollWidth]")
    return wide[0], wide[1]


def small_targets(page: "Page") -> list[str]:
    """What can be clicked, is no link in a sentence, and is smaller than 24 by 24."""
    found: str = page.evaluate(
        """() => JSON.stringify([...document.querySelectorAll("a, button, input, select, summary")].filter(each => {
          const box = each.getBoundingClientRect();
          const inline = each.closest("p, dd, td, th, li") && getComputedStyle(each).display === "inline";
          const inLabel = each.closest("label");
          const seen = box.width > 1 && box.height > 1 && each.className !== "skip";
          return seen && !inline && !inLabel && (box.height < 24 || box.width < 24);
        }).map(each => each.outerHTML.slice(0, 90)))"""
    )
    out: list[str] = json.loads(found)
    return out
