"""A report in the colours of who hands it over: whole, readable by everybody, and never anything but a name, a picture and colours."""

import os
import struct
import zlib
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.brandfile import LONGEST_NAME, MOST_BYTES, load_brand
from auditor.errors import ChecklistError
from auditor.library import load_texts
from auditor.render.brand import GROUNDS, LEAST_CONTRAST, Brand, Logo, colours, contrast
from auditor.render.sources import STYLE, read_sources
from auditor.render.to_html import given_names, render_by_jinja, render_compiled, to_html
from auditor.texts import LANGUAGES
from tests.render.fixtures import edition
from tests.render.hostile import PAYLOADS
from tests.render.reading import Node, read


def png(width: int = 4, height: int = 2) -> bytes:
    """A grey picture."""

    def part(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", rows) + part(b"IEND", b"")


JPEG = bytes.fromhex(
    "ffd8 ffe0 0010 4a46494600010100000100010000 ffc0 000b 08 0010 0020 01 011100 ffd9".replace(" ", "")
)


def written(folder: Path, text: str, logo: bytes | None = None) -> str:
    """A brand file, and its logo beside it."""
    if logo is not None:
        (folder / "logo.png").write_bytes(logo)
    path = folder / "huisstijl.yaml"
    path.write_text(text, "utf-8")
    return str(path)


def said(path: str, lang: str = "nl") -> str:
    """What the user reads of a brand file that is refused."""
    with pytest.raises(ChecklistError) as caught:
        load_brand(path)
    assert caught.value.exit_code == 4
    return load_texts(lang).say(caught.value.says)


def page(brand: Brand) -> Node:
    return read(to_html(msgspec.structs.replace(edition(), brand=brand)))


# --- the file


def test_a_brand_is_a_name_a_logo_and_colours(tmp_path: Path) -> None:
    text = "brand: 1\nname: Bureau Zeker\nlogo: logo.png\ncolours: {accent: '#0A4D8C', band: '#102A43'}\n"
    brand = load_brand(written(tmp_path, text, png()))
    assert (brand.name, brand.accent, brand.band) == ("Bureau Zeker", "#0a4d8c", "#102a43")
    assert brand.logo is not None
    assert (brand.logo.width, brand.logo.height) == (4, 2)
    assert brand.logo.address.startswith("data:image/png;base64,iVBOR")


def test_a_name_is_enough(tmp_path: Path) -> None:
    assert load_brand(written(tmp_path, "brand: 1\nname: Bureau Zeker\n")) == Brand(name="Bureau Zeker")


def test_a_jpeg_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    brand = load_brand(written(tmp_path, "brand: 1\nname: x\nlogo: logo.png\n", JPEG))
    assert brand.logo is not None
    assert brand.logo.address.startswith("data:image/jpeg;base64,")
    assert (brand.logo.width, brand.logo.height) == (32, 16)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("brand: 2\nname: x\n", "huisstijl.yaml, regel 1", id="another form"),
        pytest.param("name: x\n", "‘brand’", id="no form"),
        pytest.param("brand: 1\n", "‘name’", id="no name"),
        pytest.param("brand: 1\nname: ' '\n", "regel 2", id="an empty name"),
        pytest.param(f"brand: 1\nname: {'x' * (LONGEST_NAME + 1)}\n", "regel 2", id="a long name"),
        pytest.param("brand: 1\nname: x\ncolor: blue\n", "‘color’", id="an unknown key"),
        pytest.param("brand: 1\nname: x\nname: y\n", "regel 3", id="a key twice"),
        pytest.param("brand: 1\nname: x\ncolours:\n  accent: blue\n", "regel 4: ‘blue’", id="no colour"),
        pytest.param("brand: 1\nname: x\ncolours:\n  accent: '#fff'\n", "regel 4: ‘#fff’", id="a short colour"),
        pytest.param("brand: 1\nname: x\ncolours:\n  accent: '#999999'\n", "2.3", id="too light"),
        pytest.param("brand: 1\nname: x\ncolours:\n  band: '#eeeeee'\n", "1.0", id="white on light"),
        pytest.param("brand: 1\nname: x\nlogo: other.png\n", "‘other.png’", id="no such logo"),
        pytest.param("brand: 1\nname: x\nlogo: .\n", "regel 3", id="a folder"),
        pytest.param("- a\n", "‘brand’", id="a list"),
        pytest.param("", "‘brand’", id="nothing"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_line(tmp_path: Path, text: str, says: str, lang: str) -> None:
    sentence = said(written(tmp_path, text), lang)
    assert (says if lang == "nl" else says.replace("regel", "line")) in sentence


@pytest.mark.parametrize(
    "logo",
    [
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'/>", id="svg may hold a script"),
        pytest.param(b"GIF89a", id="gif"),
        pytest.param(png()[:-1], id="cut off"),
        pytest.param(b"", id="empty"),
        pytest.param(JPEG[:20], id="jpeg cut off"),
        pytest.param(png(4000, 1), id="too wide"),
        pytest.param(png(0, 1), id="of no width"),
        pytest.param(png() + b"\0" * MOST_BYTES, id="too many bytes"),
    ],
)
def test_a_logo_that_is_no_whole_picture_of_sensible_size_is_refused(tmp_path: Path, logo: bytes) -> None:
    assert "logo.png" in said(written(tmp_path, "brand: 1\nname: x\nlogo: logo.png\n", logo))


@given(st.binary(max_size=60))
def test_any_bytes_are_a_picture_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("logo")
    for start in (b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"):
        path = written(folder, "brand: 1\nname: x\nlogo: logo.png\n", start + content)
        try:
            brand = load_brand(path)
        except ChecklistError:
            continue
        assert brand.logo is not None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "logo.png")
    assert "logo.png" in said(written(tmp_path, "brand: 1\nname: x\nlogo: logo.png\n"))


# --- the colours


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.478), ("#abcdef", "#abcdef", 1.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.001)
    assert contrast(other, one) == contrast(one, other)


def test_the_grounds_are_those_of_the_page() -> None:
    light = read_sources()[STYLE].partition("@media")[0]
    assert f"--faint: {GROUNDS['accent']};" in light
    assert f"--band-ink: {GROUNDS['band']};" in light
    assert all(
        contrast(GROUNDS["accent"], "#000000") <= contrast(ground, "#000000") for ground in ("#f5f3ec", "#fffefb")
    )


def test_a_colour_just_dark_enough_is_taken(tmp_path: Path) -> None:
    shades = [f"#{i:02x}{i:02x}{i:02x}" for i in range(256)]
    darkest_refused = next(shade for shade in shades if contrast(shade, GROUNDS["accent"]) < LEAST_CONTRAST)
    lightest_taken = shades[shades.index(darkest_refused) - 1]
    text = "brand: 1\nname: x\ncolours: {accent: '%s'}\n"
    assert load_brand(written(tmp_path, text % lightest_taken)).accent == lightest_taken
    assert darkest_refused in said(written(tmp_path, text % darkest_refused))


def test_dark_screens_keep_our_colours_and_paper_has_no_band() -> None:
    style = colours(Brand(name="x", accent="#0a4d8c", band="#102a43"))
    screen, paper = style.splitlines()
    assert screen.startswith("@media screen and (prefers-color-scheme:light)")
    assert "#102a43" in screen
    assert paper == "@media print{:root{--accent:#0a4d8c;}}"
    assert not colours(Brand(name="x"))


# --- the page


def test_the_page_carries_the_name_and_the_logo_and_says_with_what_it_was_made() -> None:
    logo = Logo(address="data:image/png;base64,AAAA", width=40, height=20)
    shown = page(Brand(name="Bureau Zeker", logo=logo))
    assert shown.one("img")["src"] == logo.address
    assert shown.one("img")["alt"] == ""
    assert shown.one("header").one(class_="brand").words == "Bureau Zeker"
    assert "Opgesteld door Bureau Zeker, met meldcode-proof 0.1.0." in shown.one("footer").words


def test_without_a_brand_it_is_ours() -> None:
    shown = read(to_html(edition()))
    assert shown.one("header").one(class_="brand").words == "Meldcode Proof"
    assert not list(shown.every("img"))


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_a_name_that_means_harm_stays_a_name(payload: str) -> None:
    assert list(page(Brand(name=payload)).shape()) == list(page(Brand(name="x")).shape())


def test_both_engines_show_a_brand_alike() -> None:
    sources = read_sources()
    branded = msgspec.structs.replace(edition(), brand=Brand(name="<b>", accent="#0a4d8c"))
    names = given_names(branded, sources)
    assert render_compiled(names) == render_by_jinja(names, sources)
