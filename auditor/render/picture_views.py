"""What the page shows of pictures, as records: maps with their numbers, and the timeline. See `auditor.render.views`."""

import msgspec


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the page."""


class Named(View, frozen=True):
    """A name and its value."""

    name: str
    value: str


class HeatHead(View, frozen=True):
    """What a column of a heat map is about; `anchor` where it is a requirement."""

    word: str
    anchor: str


class HeatCell(View, frozen=True):
    """So many of so many, in `words`; `level` picks shape and colour: `none`, `scarce`, `low`, `high`, `all`, or `nobody`."""

    words: str
    level: str
    few: bool


class HeatRow(View, frozen=True):
    """One location, or one team."""

    name: str
    cells: tuple[HeatCell, ...]


class Heat(View, frozen=True):
    """Coverage by location or team and something else, in numbers; `few` if a group is so small that one person changes much.

    `corner` says what the rows are, `legend` what the levels mean.
    """

    title: str
    caption: str
    corner: str
    heads: tuple[HeatHead, ...]
    rows: tuple[HeatRow, ...]
    legend: tuple[Named, ...]
    few: bool
    shown_of: str


class Month(View, frozen=True):
    """A bar of the timeline, from `y` down; `number` is empty where nothing lapses, `year` where it is that of before."""

    x: int
    y: int
    height: int
    number: str
    word: str
    year: str


class Timeline(View, frozen=True):
    """What lapses, month by month; `later` says how much lapses after the last."""

    months: tuple[Month, ...]
    later: str
