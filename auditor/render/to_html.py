"""The gap report as one HTML page: for managers to act on, for lawyers to follow to the cell."""

from collections.abc import Mapping

from auditor.checklist import Checklist
from auditor.render.assets import make_assets
from auditor.render.page import make_page
from auditor.render.sources import SCRIPT, START, STYLE, fingerprints, read_sources
from auditor.render.words import Say
from auditor.result import Result
from auditor.texts import Texts


def to_html(result: Result, checklist: Checklist, texts: Texts) -> bytes:
    """The report on `result` in the language of `texts`: one UTF-8 page that loads nothing and needs no script to be read.

    `checklist` is the one that was judged by; it tells what each requirement asks. Equal input gives equal bytes.
    """
    sources = read_sources()
    say = Say(texts)
    given = {
        "page": make_page(result, checklist, say),
        "assets": make_assets(sources[STYLE], sources[SCRIPT]),
        "t": say,
    }
    return render(given, sources).encode()


def render(given: Mapping[str, object], sources: Mapping[str, str]) -> str:
    """The page: by the compiled templates, or by jinja2 itself where somebody changed a template since."""
    from auditor.render.compiled import MADE_FROM

    return render_compiled(given) if fingerprints(sources) == MADE_FROM else render_by_jinja(given, sources)


def render_compiled(given: Mapping[str, object]) -> str:
    """The page by the templates as they were compiled."""
    from auditor.render.jinja_run import environment

    return environment.get_template(START).render(given)


def render_by_jinja(given: Mapping[str, object], sources: Mapping[str, str]) -> str:
    """The page by jinja2 from the templates as they stand: slower, always right."""
    from auditor.render.build import jinja

    return jinja(sources).get_template(START).render(given)
