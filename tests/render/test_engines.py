"""Two ways to the same page: the templates as they were compiled, and jinja2 itself."""

import ast
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
import markupsafe
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.findings import Verdict
from auditor.render import build, jinja_run, to_html
from auditor.render.assets import make_assets
from auditor.render.compiled import MADE_FROM
from auditor.render.page import make_page
from auditor.render.sources import SCRIPT, STYLE, fingerprints, read_sources, templates
from auditor.render.words import Say
from auditor.result import OrganisationOut, Result
from auditor.texts import LANGUAGES
from tests.render.fixtures import REQUIREMENTS, TEXTS, edition, judged, report

SOURCES = read_sources()
HOSTILE = "<script>alert(1)</script>{{7*7}}{% raw %}\" onmouseover='x' &amp; </style>"
REPORTS = {
    "rich": report(),
    "nothing": report(
        requirements=[],
        problems=[],
        inputs=[],
        upcoming=[],
        checklists=[],
        organisation=OrganisationOut(name="", sectors=[], facts={}),
    ),
    "proof": report(conclusion="proof", requirements=[judged("MC-1.1", "met", "")]),
    "not shown": report(conclusion="not_shown", requirements=[judged("MC-1.1", "not_shown", "")]),
    "hostile": report(
        organisation=OrganisationOut(name=HOSTILE, sectors=[HOSTILE], facts={HOSTILE: None}),
        requirements=[msgspec.structs.replace(each, title=HOSTILE, reason=HOSTILE) for each in REQUIREMENTS],
    ),
} | {
    f"all {verdict}": report(requirements=[msgspec.structs.replace(each, verdict=verdict) for each in REQUIREMENTS])
    for verdict in Verdict
}


def names(result: Result, lang: str) -> dict[str, object]:
    """What the templates are given for a result."""
    say = Say(TEXTS[lang])
    assets = make_assets(SOURCES[STYLE], SOURCES[SCRIPT])
    return {"page": make_page(edition(result, lang=lang), say), "assets": assets, "t": say}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("result", REPORTS.values(), ids=REPORTS)
def test_both_engines_give_equal_bytes(result: Result, lang: str) -> None:
    given_names = names(result, lang)
    assert to_html.render_compiled(given_names) == to_html.render_by_jinja(given_names, SOURCES)


def test_what_is_compiled_is_what_the_templates_say() -> None:
    there = {path.name: path.read_text(encoding="utf-8") for path in Path(build.FOLDER).glob("*.py")}
    assert there == build.compiled(SOURCES), "renew it: python -m auditor.render.build"


def test_regenerating_writes_what_is_compiled_and_removes_what_is_gone(tmp_path: Path) -> None:
    (tmp_path / "parts_gone.py").write_text("")
    build.regenerate(str(tmp_path))
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == build.compiled(SOURCES)


def test_compiled_templates_use_only_what_our_runtime_has() -> None:
    for name, code in build.compiled(SOURCES).items():
        attributes = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Attribute)]
        used = {each.attr for each in attributes if isinstance(each.value, ast.Name) and each.value.id == "environment"}
        assert used <= {"undefined", "concat", "get_template"}, name


def test_a_report_is_made_without_importing_jinja2() -> None:
    code = (
        "import sys; from tests.render.fixtures import *; from auditor.render.to_html import to_html;"
        "to_html(edition());"
        "print({'jinja2', 'markupsafe', 'json', 'logging', 'html'} & set(sys.modules))"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == "set()"


def test_unchanged_templates_run_as_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(to_html, "render_compiled", lambda *_: "compiled")
    assert to_html.render({}, SOURCES) == "compiled"
    assert fingerprints(SOURCES) == MADE_FROM


@pytest.mark.parametrize("name", templates(SOURCES))
def test_a_template_that_somebody_changed_is_what_is_shown(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(to_html, "render_by_jinja", lambda *_: "jinja2")
    assert to_html.render({}, SOURCES | {name: SOURCES[name] + "<!-- mine -->"}) == "jinja2"


def test_a_changed_template_shows_in_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = SOURCES | {"report.html.j2": SOURCES["report.html.j2"].replace("</body>", "<p>mine</p></body>")}
    monkeypatch.setattr(to_html, "read_sources", lambda: mine)
    assert b"<p>mine</p></body>" in to_html.to_html(edition())


# --- the runtime


@given(st.text() | st.integers() | st.none() | st.booleans())
def test_escaping_equals_that_of_markupsafe(value: object) -> None:
    assert jinja_run.escape(value) == str(markupsafe.escape(value))


def test_markup_is_not_escaped_again_by_either_engine() -> None:
    markup = jinja_run.Markup("<b>")
    assert jinja_run.escape(markup) == "<b>"
    assert str(markupsafe.escape(markup)) == "<b>"


def by_us(sources: Mapping[str, str], given_names: Mapping[str, Any]) -> str:
    """The template `t.html.j2` of `sources` by our runtime."""
    environment = jinja_run.Environment()
    for name, code in build.compiled(sources).items():
        if name != "__init__.py":
            scope: dict[str, Any] = {}
            exec(compile(code, name, "exec"), scope)  # noqa: S102 -- generated code is what is tested here
            scope["environment"] = environment
            environment.templates[name.replace(".py", ".html.j2")] = jinja_run.Template(scope["root"])
    return environment.get_template("t.html.j2").render(given_names)


def by_jinja(sources: Mapping[str, str], given_names: Mapping[str, Any]) -> str:
    """The template `t.html.j2` of `sources` by jinja2."""
    return build.jinja(sources).get_template("t.html.j2").render(given_names)


MACROS = {"m.html.j2": "{% macro a(x, y='<y>') %}[{{ x }}{{ y }}]{% endmacro %}"}


@pytest.mark.parametrize(
    ("template", "shows"),
    [
        pytest.param("{{ a }}", "&lt;a&gt;", id="expression"),
        pytest.param('<p title="{{ q }}">', '<p title="&#34;&#39;">', id="attribute"),
        pytest.param("{% if a and not none %}yes{% elif q %}-{% else %}no{% endif %}", "yes", id="if"),
        pytest.param("{% for each in list %}{{ each }},{% endfor %}", "1,2,", id="for"),
        pytest.param("{% import 'm.html.j2' as m %}{{ m.a(a) }}", "[&lt;a&gt;&lt;y&gt;]", id="macro"),
        pytest.param("{% import 'm.html.j2' as m %}{{ m.a(a, 1) }}", "[&lt;a&gt;1]", id="macro with both"),
        pytest.param("{% for each in list %}{% include 'i.html.j2' %}{% endfor %}", "(1)(2)", id="include in a loop"),
        pytest.param("{{ call('x', n=2) }}", "x2", id="call by name"),
    ],
)
def test_our_runtime_does_what_jinja2_does(template: str, shows: str) -> None:
    sources = {"t.html.j2": template, "i.html.j2": "({{ each }})", **MACROS}
    given_names = {"a": "<a>", "q": "\"'", "none": None, "list": [1, 2], "call": lambda x, n: f"{x}{n}"}
    assert by_us(sources, given_names) == by_jinja(sources, given_names) == shows


@pytest.mark.parametrize(
    "template",
    [
        pytest.param("{{ nothing }}", id="name"),
        pytest.param("{{ say.nothing }}", id="attribute"),
        pytest.param("{% if nothing %}{% endif %}", id="in a condition"),
        pytest.param("{% for each in nothing %}{% endfor %}", id="in a loop"),
        pytest.param("{% import 'm.html.j2' as m %}{{ m.nothing() }}", id="macro"),
        pytest.param("{% import 'm.html.j2' as m %}{{ m.a() }}", id="argument"),
        pytest.param("{% import 'm.html.j2' as m %}{{ m.a(1, 2, 3) }}", id="one argument too many"),
    ],
)
def test_what_does_not_exist_is_an_error_in_both_engines(template: str) -> None:
    sources, given_names = {"t.html.j2": template, **MACROS}, {"say": Say(TEXTS["nl"])}
    with pytest.raises((jinja_run.UndefinedError, AttributeError, TypeError)):
        by_us(sources, given_names)
    with pytest.raises((jinja2.UndefinedError, TypeError)):
        by_jinja(sources, given_names)


def test_a_jinja2_that_writes_its_code_in_another_way_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jinja2.Environment, "compile", lambda *_, **__: "import something\n")
    with pytest.raises(RuntimeError, match="imports in another way"):
        build.compiled(SOURCES)
