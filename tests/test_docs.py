"""What the documents say is what the program does."""

import re
from pathlib import Path

import pytest

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
