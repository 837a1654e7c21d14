"""Whose report it is: the name, logo and colours of who hands it over, such as a consultant. Pure; see `auditor.brandfile`."""

import msgspec

LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3, for text
# What the page's own style has under or on these colours; a test holds them equal to it.
GROUNDS = {"accent": "#ebe7db", "band": "#f7f4ea"}


class Logo(msgspec.Struct, frozen=True, kw_only=True):
    """A picture, whole, as an address that loads nothing; width and height in its own pixels."""

    address: str
    width: int
    height: int


class Brand(msgspec.Struct, frozen=True, kw_only=True):
    """Colours are `#rrggbb` or empty: `accent` for links and lines, `band` behind the name of the organisation."""

    name: str
    logo: Logo | None = None
    accent: str = ""
    band: str = ""


def colours(brand: Brand) -> str:
    """The style that puts a brand's colours in place of ours: on a light screen, and the accent on paper too."""
    accent = f"--accent:{brand.accent};" if brand.accent else ""
    band = f"--band:{brand.band};--band-soft:{GROUNDS['band']};" if brand.band else ""
    screen = f"@media screen and (prefers-color-scheme:light){{:root{{{accent}{band}}}}}\n" if accent or band else ""
    return screen + (f"@media print{{:root{{{accent}}}}}\n" if accent else "")


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (`#rrggbb`), as WCAG defines it: 1 to 21."""
    dark, light = sorted((_light(one), _light(other)))
    return (light + 0.05) / (dark + 0.05)


def _light(colour: str) -> float:
    """The relative luminance of a colour, 0 to 1, as WCAG defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]  # noqa: PLR2004
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
