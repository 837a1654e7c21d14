"""A brand file, read strictly: an unknown key, a colour that cannot be read, a logo that is no picture are errors with their line."""

import os
import re
import stat

import msgspec

from auditor.compile import read_text
from auditor.errors import ChecklistError
from auditor.render.brand import GROUNDS, LEAST_CONTRAST, Brand, Logo, contrast
from auditor.yamlfile import YamlFile

FORM = 1
MOST_BYTES = 200_000
MOST_PIXELS = 2_000
LONGEST_NAME = 80
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # the segments of a JPEG that tell its size


class Colours(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The YAML of `colours`."""

    accent: str = ""
    band: str = ""


class BrandData(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The YAML of a brand file. `logo` is a png or jpeg file, named from the folder of the brand file."""

    brand: int
    name: str
    logo: str = ""
    colours: Colours = Colours()


def load_brand(path: str) -> Brand:
    """The brand in the YAML file `path`. Raises `ChecklistError` that says what was found, where, and what to do."""
    file = YamlFile(os.path.basename(path), read_text(path))
    said = file.as_(BrandData, file.data if isinstance(file.data, dict) else {})
    if said.brand != FORM:
        raise _error(file, "form", "brand", key=str(said.brand), known=str(FORM))
    if not said.name.strip() or len(said.name) > LONGEST_NAME:
        raise _error(file, "name", "name", most=LONGEST_NAME)
    return Brand(
        name=said.name.strip(),
        logo=_logo(file, os.path.join(os.path.dirname(path), said.logo)) if said.logo else None,
        accent=_colour(file, "accent", said.colours.accent),
        band=_colour(file, "band", said.colours.band),
    )


def _error(file: YamlFile, code: str, key_path: str, **facts: str | int) -> ChecklistError:
    return ChecklistError(f"brand.{code}", None, file=file.name, line=file.line(f"$.{key_path}"), **facts)


def _colour(file: YamlFile, name: str, typed: str) -> str:
    """The colour, small letters; refused where text in it, or on it, cannot be read by everybody."""
    if not typed:
        return ""
    at = f"colours.{name}"
    if not _COLOUR.fullmatch(typed):
        raise _error(file, "colour", at, key=typed)
    found = contrast(typed, GROUNDS[name])
    if found < LEAST_CONTRAST:
        shown = f"{int(found * 10) / 10:.1f}"
        raise _error(file, f"contrast_{name}", at, key=typed, found=shown, least=str(LEAST_CONTRAST))
    return typed.lower()


def _logo(file: YamlFile, path: str) -> Logo:
    content = _read(file, path)
    kind, size = ("png", _png_size(content)) if content.startswith(_PNG) else ("jpeg", _jpeg_size(content))
    if size is None:
        raise _error(file, "logo_kind", "logo", key=os.path.basename(path))
    if not all(0 < side <= MOST_PIXELS for side in size):
        raise _error(file, "logo_pixels", "logo", key=os.path.basename(path), most=MOST_PIXELS)
    from binascii import b2a_base64

    address = f"data:image/{kind};base64,{b2a_base64(content, newline=False).decode()}"
    return Logo(address=address, width=size[0], height=size[1])


def _read(file: YamlFile, path: str) -> bytes:
    """The bytes of the logo: a plain file, opened without waiting, of at most `MOST_BYTES`."""
    name = os.path.basename(path)
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError):
        raise _error(file, "logo_missing", "logo", key=name) from None
    try:
        content = os.read(handle, MOST_BYTES + 1) if stat.S_ISREG(os.fstat(handle).st_mode) else None
    finally:
        os.close(handle)
    if content is None:
        raise _error(file, "logo_missing", "logo", key=name)
    if len(content) > MOST_BYTES:
        raise _error(file, "logo_size", "logo", key=name, most=MOST_BYTES // 1000)
    return content


def _png_size(content: bytes) -> tuple[int, int] | None:
    """Width and height as the first part of a png tells them, where it ends as a png does."""
    if content[12:16] != b"IHDR" or not content.endswith(b"IEND\xaeB`\x82"):
        return None
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Width and height as the first frame of a jpeg tells them; nothing for what is no jpeg."""
    at = 2
    while content.startswith(_JPEG) and at + 9 < len(content) and content[at] == 0xFF:  # noqa: PLR2004
        kind, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if kind in _FRAMES:
            return int.from_bytes(content[at + 7 : at + 9], "big"), int.from_bytes(content[at + 5 : at + 7], "big")
        at += 2 + length
    return None
