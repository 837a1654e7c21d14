"""The short way into `audit` understands what click would, or leaves it to click."""

from pathlib import Path

import click
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.cli import quick
from auditor.cli.audit import command
from auditor.cli.auditing import Request
from auditor.cli.group import group
from tests import reference

WORDS = [
    *(name for option in command.params for name in option.opts if name.startswith("-")),
    *(
        "map",
        "a.xlsx",
        "a.html",
        "2026-11-22",
        "bso",
        "nl",
        "en",
        "law",
        "LAW",
        "",
        "-",
        "--",
        "--help",
        "-h",
        "--lan",
        "-f",
    ),
    *(
        "-oa.html",
        "-o=a.html",
        "--output=a.html",
        "--lang=en",
        "--lang=",
        "--force=ja",
        "--fail-on=any",
        "--on=-1",
        "--=",
    ),
]


def by_click(arguments: list[str]) -> Request:
    above = click.Context(group, info_name="meldcode-proof", **group.context_settings)
    return msgspec.convert(command.make_context("audit", list(arguments), parent=above).params, Request)


@pytest.mark.parametrize(
    "typed",
    [
        "map",
        "map -o a.html",
        "a.xlsx b.xlsx --sector bso --sector dagopvang",
        "map --on 2026-11-22 --lang=en --force --reproducible",
        "map --output a.html --output=a.json --fail-on law",
        "--lang nl map --lang en",
    ],
)
def test_what_people_type_is_understood_as_click_does(typed: str) -> None:
    fields = quick.understood(typed.split())
    assert fields is not None
    assert msgspec.convert(fields, Request) == by_click(typed.split())


@pytest.mark.parametrize(
    "typed",
    ["", "--help", "map --lan en", "map --lang de", "map --force=ja", "map -oa.html", "map -o", "-- map", "map --nee"],
)
def test_what_is_not_plain_is_left_to_click(typed: str) -> None:
    assert quick.understood(typed.split()) is None


@given(st.lists(st.sampled_from(WORDS), max_size=7))
def test_nothing_is_understood_otherwise_than_by_click(arguments: list[str]) -> None:
    fields = quick.understood(arguments)
    if fields is not None:
        assert msgspec.convert(fields, Request) == by_click(arguments)


def test_a_value_like_an_option_is_left_to_click() -> None:
    assert quick.understood(["map", "-o", "--force"]) is None


def test_without_the_compiled_list_everything_is_left_to_click(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick, "COMPILED", str(tmp_path / "audit.json"))
    assert quick.understood(["map"]) is None


def test_the_compiled_list_is_that_of_the_command() -> None:
    assert Path(quick.COMPILED).read_bytes() == reference.spellings(), "run: python tests/reference.py"
    kinds = {type(option.type) for option in command.params}
    assert kinds <= {type(click.STRING), type(click.BOOL), click.Choice}
    assert all(option.nargs == 1 and not option.secondary_opts for option in command.params if option.name != "paths")
