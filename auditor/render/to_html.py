"""The gap report as one HTML page: for managers to act on, for lawyers to follow to the cell."""

from collections.abc import Mapping

from auditor.render.assets import make_assets
from auditor.render.brand import colours
from auditor.render.edition import Edition
from auditor.render.page import make_page
from auditor.render.sources import SCRIPT, START, STYLE, fingerprints, read_sources
from auditor.render.words import Say


def to_html(edition: Edition) -> bytes:
    """The report in the language of the edition: one UTF-8 page that loads nothing and needs no script to be read.

    Nothing of the registers themselves is shown, so no name of a person either. Equal input gives equal bytes.
    """
    sources = read_sources()
    return render(given_names(edition, sources), sources).encode()


def given_names(edition: Edition, sources: Mapping[str, str]) -> dict[str, object]:
    """What the templates are given for an edition."""
    say = Say(edition.texts)
    own_colours = colours(edition.brand) if edition.brand else ""
    return {
        "page": make_page(edition, say),
        "assets": make_assets(sources[STYLE], sources[SCRIPT], own_colours),
        "t": say,
    }


def render(given: Mapping[str, object], sources: Mapping[str, str], start: str = START) -> str:
    """The page that begins at `start`: by the compiled templates, or by jinja2 itself where somebody changed one since."""
    from auditor.render.compiled import MADE_FROM

    if fingerprints(sources) == MADE_FROM:
        return render_compiled(given, start)
    return render_by_jinja(given, sources, start)


def render_compiled(given: Mapping[str, object], start: str = START) -> str:
    """The page by the templates as they were compiled."""
    from auditor.render.jinja_run import environment

    return environment.get_template(start).render(given)


def render_by_jinja(given: Mapping[str, object], sources: Mapping[str, str], start: str = START) -> str:
    """The page by jinja2 from the templates as they stand: slower, always right."""
    from auditor.render.build import jinja

    return jinja(sources).get_template(start).render(given)
