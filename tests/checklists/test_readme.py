"""What checklists/README.md says of keys, rules, groups and codes is what the types and the data say."""

import re
from datetime import date
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from auditor.checklist import FIRM, Base, Excluded, Fact, FactCondition, Law, Layer, Requirement, Sector, Source
from auditor.resources import shipped
from auditor.rules.shapes import AnyRule
from tests.checklists.shipped_law import checklist

FOLDER = Path(shipped("checklists"))
README = (FOLDER / "README.md").read_text("utf-8")
CHANGELOG = (FOLDER / "CHANGELOG.md").read_text("utf-8")
SHAPES: dict[str, type[msgspec.Struct]] = {
    "Law": Law,
    "Sector": Sector,
    "Base": Base,
    "Requirement": Requirement,
    "Source": Source,
    "Condition": FactCondition,
    "Excluded": Excluded,
}
RULES: dict[str, type[msgspec.Struct]] = {rule.__struct_config__.tag: rule for rule in get_args(AnyRule)}


def section(heading: str) -> str:
    """The text under a heading of the third level, up to the next heading."""
    found = re.search(rf"^### {re.escape(heading)}\n(.*?)(?=^##|\Z)", README, re.MULTILINE | re.DOTALL)
    assert found, heading
    return found[1]


def keys(text: str) -> dict[str, bool]:
    """The keys of the table in a text, and whether each is needed."""
    return {key: needed == "yes" for key, needed in re.findall(r"^\| `(\w+)` \| (yes|no) \|", text, re.MULTILINE)}


def fields(shape: type[msgspec.Struct]) -> dict[str, bool]:
    """The fields of a type, and whether each is needed."""
    return {each.encode_name: each.required for each in msgspec.structs.fields(shape)}


@pytest.mark.parametrize("heading", SHAPES)
def test_the_keys_are_those_of_the_type(heading: str) -> None:
    assert keys(section(heading)) == fields(SHAPES[heading])


def test_every_rule_is_documented_and_no_other() -> None:
    assert set(re.findall(r"^### `(\w+)`$", README, re.MULTILINE)) == set(RULES)


@pytest.mark.parametrize("tag", RULES)
def test_a_rule_is_documented_in_its_own_words_with_its_own_keys(tag: str) -> None:
    text = section(f"`{tag}`")
    assert keys(text) == fields(RULES[tag])
    assert " ".join((RULES[tag].__doc__ or "missing").split()) in " ".join(text.split())


def test_every_layer_group_norm_and_fact_is_named() -> None:
    text = section("Requirement") + section("Condition")
    for word in (*Layer, *Fact, *{each.group for each in checklist().requirements}):
        assert f"`{word}`" in text
    for norm in {each.norm for each in checklist().requirements}:
        assert f"`{norm}`" in text


def test_every_confidence_code_in_use_is_explained() -> None:
    explained = set(re.findall(r"^\| `([A-Z]+\d*)` \|", README, re.MULTILINE))
    used = {
        code
        for each in checklist().requirements
        for source in each.sources
        for code in re.findall(r"[A-Z]+\d*", source.confidence)
    }
    assert used | FIRM <= explained


def test_every_file_is_listed() -> None:
    listed = set(re.findall(r"`([\w/-]+\.(?:yaml|md)|\w+/)`", README.split("## How a change is made")[0]))
    there = {path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("meldcode/*.yaml")}
    there |= {path.name for path in FOLDER.iterdir() if path.is_file() and path.name != "README.md"}
    there |= {f"{path.name}/" for path in FOLDER.iterdir() if path.is_dir() and path.name != "meldcode"}
    assert listed == there


def test_the_changelog_has_the_days_on_which_the_law_changed() -> None:
    days = [date.fromisoformat(day) for day in re.findall(r"^## (\d{4}-\d\d-\d\d)$", CHANGELOG, re.MULTILINE)]
    assert days == sorted(days, reverse=True)
    starts = {source.start for each in checklist().requirements for source in each.sources if source.start}
    starts |= {base.start for each in checklist().sectors for base in each.bases if base.start}
    assert set(days) == starts


def test_every_requirement_in_the_changelog_exists() -> None:
    known = {each.id for each in checklist().requirements}
    named = set(re.findall(r"MC-(?:H\.)?[\dA-Z][\w.]*\w", CHANGELOG))
    assert named
    assert named <= known
