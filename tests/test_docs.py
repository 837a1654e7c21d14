"""What the documents say is what the program does."""

import re
from pathlib import Path

import pytest

from auditor.cli.group import group
from auditor.findings import Verdict
from auditor.library import load_library, load_texts
from auditor.render import RENDERERS
from auditor.version import VERSION
from tests import reference

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DOCUMENTS = sorted(
    path
    for path in (
        *ROOT.glob("*.md"),
        *(found for part in ("auditor", "checklists", "tests") for found in (ROOT / part).rglob("*.md")),
    )
)


def blocks(language: str) -> list[str]:
    return [text.strip() for tongue, text in FENCED.findall(README) if tongue == language]


def test_the_first_two_blocks_are_the_two_commands() -> None:
    assert [tongue for tongue, _ in FENCED.findall(README)][:2] == ["sh", "sh"]
    run, check = blocks("sh")[:2]
    assert run.endswith("meldcode-proof demo")
    assert check.endswith("tests/check.py")


def test_continuous_integration_runs_the_second_command_as_it_stands() -> None:
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert lines[-1] == blocks("sh")[1]
    assert "set -euo pipefail" in lines


def test_windows_has_the_same_two_commands() -> None:
    def parts(command: str) -> list[str]:
        """The arguments, without what the two systems write otherwise."""
        neutral = command.replace("\\", "/").replace("Scripts/", "bin/").replace("py -3", "python3")
        return re.findall(r"[\w./\"\[\]-]+", re.sub(r"; if \(\$\?\) \{|\}|&&", " ", neutral))

    assert [parts(each) for each in blocks("powershell")] == [parts(each) for each in blocks("sh")[:2]]


def test_the_commands_in_the_readme_are_those_of_the_program() -> None:
    assert reference.standing() == reference.reference(), "run: python tests/reference.py"


def test_the_newest_entry_of_the_changelog_is_this_version() -> None:
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest is not None
    assert newest[1] == VERSION


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_document_points_only_at_what_exists(document: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", document.read_text("utf-8"))
    gone = [link for link in links if "://" not in link and not (document.parent / link).exists()]
    assert not gone


@pytest.mark.parametrize("english", ["Usage:", "Options:", "Commands:", "Show ", "COMMAND", "[OPTIONS]", "[default:"])
def test_help_is_dutch_throughout(english: str) -> None:
    assert english not in reference.reference()


MANUAL = (ROOT / "README.nl.md").read_text("utf-8")
TYPED = re.findall(
    r"meldcode-proof (\w+)([^`\n]*)$", "\n".join(text for _, text in FENCED.findall(MANUAL)), re.MULTILINE
)


@pytest.mark.parametrize(("command", "arguments"), TYPED)
def test_what_the_manual_lets_people_type_exists(command: str, arguments: str) -> None:
    said = next(text for name, text in reference.helps(group, "meldcode-proof") if name.endswith(f" {command}"))
    options = re.findall(r"(?<!\S)--?[a-z][a-z-]*", arguments)
    assert [option for option in options if option not in said] == []
    suffixes = {f".{name.rpartition('.')[2]}" for name in re.findall(r"-o (\S+)", arguments)}
    assert suffixes <= set(RENDERERS)


def test_the_manual_goes_from_an_empty_workbook_to_a_report_and_back() -> None:
    assert [command for command, _ in TYPED] == ["demo", "init", "audit", "audit", "audit", "inspect"]


def test_the_manual_names_every_sector_and_every_verdict() -> None:
    library = load_library()
    assert [each.id for each in library.checklist.sectors if f"`{each.id}`" not in MANUAL] == []
    words = load_texts("nl")
    assert [verdict for verdict in Verdict if f"| {words.word(f'verdict.{verdict}')} |" not in MANUAL] == []
