"""An overview to bytes; `OVERVIEWS` lists what is made of it."""

from collections.abc import Callable, Mapping
from typing import Final

import msgspec

from auditor.checklist import Checklist
from auditor.portfolio.overview import OverviewOut
from auditor.portfolio.page import make_overview_page
from auditor.portfolio.to_sheets import to_workbook
from auditor.render.assets import make_assets
from auditor.render.sources import STYLE, read_sources
from auditor.render.to_html import render
from auditor.render.words import Say
from auditor.texts import Texts

_START = "overview.html.j2"
_OWN_STYLE = "overview.css"


def to_page(overview: OverviewOut, checklist: Checklist, texts: Texts) -> bytes:
    """The overview as one HTML page, which loads nothing and runs nothing; it links to the reports beside it."""
    sources = read_sources()
    say = Say(texts)
    given = {
        "page": make_overview_page(overview, checklist, say),
        "assets": make_assets(f"{sources[STYLE]}\n{sources[_OWN_STYLE]}", ""),
        "t": say,
    }
    return render(given, sources, _START).encode()


def to_result(overview: OverviewOut, checklist: Checklist, texts: Texts) -> bytes:  # noqa: ARG001 -- all three are alike
    """The overview as JSON: what a next run, or another program, reads."""
    return msgspec.json.format(msgspec.json.encode(overview), indent=2) + b"\n"


OVERVIEWS: Final[Mapping[str, Callable[[OverviewOut, Checklist, Texts], bytes]]] = {
    ".html": to_page,
    ".xlsx": to_workbook,
    ".json": to_result,
}
