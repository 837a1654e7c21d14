"""Nothing that stands in somebody's registers, or in somebody's checklist, can become markup, a script or a request."""

import base64
import hashlib
import re
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from auditor.checklist import Checklist
from auditor.render.assets import make_assets
from auditor.render.sources import SCRIPT, STYLE, read_sources, templates
from auditor.render.to_html import to_html
from auditor.render.words import CELL_LIMIT, Say, plain
from auditor.result import Result
from tests.render.fixtures import CHECKLIST, TEXTS, edition, report
from tests.render.hostile import KEPT, PAYLOADS, filled
from tests.render.reading import Node, read

SOURCES = read_sources()


def page(result: Result, checklist: Checklist = CHECKLIST) -> Node:
    """The result as a page."""
    return read(to_html(edition(result, checklist)))


def markup(result: Result, checklist: Checklist = CHECKLIST) -> list[str]:
    """Every element of the page with its attributes' names."""
    return list(page(result, checklist).shape())


PLAIN = markup(filled("x"))
PLAIN_KNOWN = markup(filled("x", KEPT | {"id"}))


def test_the_report_to_fill_has_text_in_every_kind_of_place() -> None:
    assert page(filled("~mark~")).text.count("~mark~") > 200


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_text_stays_text_wherever_it_stands(payload: str) -> None:
    shown = page(filled(payload))
    assert list(shown.shape()) == PLAIN
    assert plain(payload) in shown.text
    assert markup(filled(payload, KEPT | {"id"})) == PLAIN_KNOWN


@given(st.text(min_size=1, max_size=30))
def test_any_text_stays_text_wherever_it_stands(text: str) -> None:
    assume(plain(text).strip())
    shown = page(filled(text))
    assert list(shown.shape()) == PLAIN
    assert plain(text) in shown.text


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_text_of_a_checklist_stays_text(payload: str) -> None:
    data = msgspec.to_builtins(CHECKLIST)
    hostile, harmless = (msgspec.convert(_in_texts(data, words), Checklist) for words in (payload, "x"))
    shown = page(report(), hostile)
    assert list(shown.shape()) == markup(report(), harmless)
    assert plain(payload) in shown.text


def _in_texts(node: Any, text: str) -> Any:  # noqa: ANN401 -- any part of a checklist
    if isinstance(node, dict):
        if node.keys() == {"nl", "en"}:
            return dict.fromkeys(node, text)
        return {key: text if key in {"norm", "group"} else _in_texts(value, text) for key, value in node.items()}
    return [_in_texts(each, text) for each in node] if isinstance(node, list | tuple) else node


# --- foreign text before it is shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        pytest.param("Café ‘De Tuin’ 3–4", "Café ‘De Tuin’ 3–4", id="people's text"),
        pytest.param("\u202egnp.exe", "\N{REPLACEMENT CHARACTER}gnp.exe", id="direction"),
        pytest.param("a\u200bb", "a\N{REPLACEMENT CHARACTER}b", id="zero width"),
        pytest.param("a\x00b", "a\N{REPLACEMENT CHARACTER}b", id="control"),
        pytest.param("\ud800", "\N{REPLACEMENT CHARACTER}", id="half a character"),
        pytest.param("a\u00a0b\nc\td", "a b c d", id="odd spaces and lines"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_what_hides_or_reorders_text_is_made_visible(typed: str, shown: str) -> None:
    assert plain(typed) == shown


@given(st.text())
def test_what_is_shown_can_always_be_written_and_never_hides(text: str) -> None:
    assert plain(text).isprintable()
    plain(text).encode()
    assert len(plain(text)) == len(text)


def test_long_text_is_cut_and_says_so() -> None:
    say = Say(TEXTS["nl"])
    assert say.cut("a" * CELL_LIMIT) == "a" * CELL_LIMIT
    assert say.cut("a" * (CELL_LIMIT + 1)) == "a" * CELL_LIMIT + " … (ingekort)"
    assert say.cut("heel veel woorden", 12) == "heel veel … (ingekort)"


# --- what the page may do


def test_the_policy_stands_first_and_allows_this_style_and_this_script_only() -> None:
    shown = page(report())
    first = next(shown.one("head").every())
    assert first["http-equiv"] == "Content-Security-Policy"
    style, script = (_hash(_content(shown, name)) for name in ("style", "script"))
    assert first["content"] == (
        f"default-src 'none'; script-src '{script}'; style-src '{style}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert [meta["content"] for meta in shown.every("meta") if meta["name"] == "referrer"] == ["no-referrer"]


def _content(shown: Node, name: str) -> str:
    return "".join(str(child) for child in shown.one(name).children)


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def test_no_element_carries_style_handlers_or_an_address_to_load() -> None:
    for node in page(report()).every():
        assert "style" not in node.attributes
        assert not [name for name in node.attributes if name.startswith("on")]
        assert not {"src", "srcset", "action", "formaction", "data", "xlink:href"} & node.attributes.keys()
        if node.name == "link":
            assert node["href"] == "data:,"
        elif node["href"]:
            assert node["href"].startswith(("#", "https://wetten.overheid.nl/", "https://www.huiselijkgeweld.nl/"))


def test_style_and_script_load_nothing() -> None:
    assert not re.search(r"url\(|@import|@font-face", SOURCES[STYLE])
    assert not re.search(r"fetch|XMLHttpRequest|import\b|WebSocket|innerHTML|eval\b|document\.write", SOURCES[SCRIPT])


def test_no_template_switches_escaping_off() -> None:
    for name, text in templates(SOURCES).items():
        assert not re.search(r"\|\s*safe|autoescape|\bMarkup\b", text), name


@pytest.mark.parametrize(("style", "script"), [("</style>", ""), ("", "'</SCRIPT '")], ids=["style", "script"])
def test_a_style_or_script_that_would_end_its_own_element_is_refused(style: str, script: str) -> None:
    with pytest.raises(ValueError, match="</s"):
        make_assets(style, script)


@pytest.mark.parametrize("template", templates(SOURCES))
def test_every_attribute_in_a_template_is_quoted(template: str) -> None:
    text = re.sub(r"\{[{%#].*?[}%#]\}", "", SOURCES[template], flags=re.DOTALL)
    assert "=" not in re.sub(r"=\"[^\"]*\"", "", " ".join(re.findall(r"<[^>]*>", text)))
