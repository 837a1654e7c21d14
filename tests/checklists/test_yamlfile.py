"""YAML of strangers: a parsed file or one sentence with its line, whatever stands in it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import ChecklistError
from auditor.library import load_texts
from auditor.report import error_words
from auditor.yamlfile import YamlFile

LETTERS = "abcdefghijklm"
BOMB = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in pairwise(LETTERS)
)


def refused(text: str) -> tuple[str, object]:
    with pytest.raises(ChecklistError) as caught:
        YamlFile("eigen.yaml", text)
    for lang in ("nl", "en"):
        assert "eigen.yaml" in error_words(caught.value, load_texts(lang))
    assert caught.value.exit_code == 4
    return caught.value.says.id, caught.value.says.facts["line"]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        pytest.param(BOMB, "too_much", 1, id="repetition of repetition"),
        pytest.param("x: 1\na: &a {<<: *a}\n", "yaml", 1, id="something merged into itself"),
        pytest.param("x: 1\ny: " + "[" * 20_000, "too_deep", 2, id="deep brackets"),
        pytest.param("\n".join(" " * i + "a:" for i in range(40)), "too_deep", 31, id="deep keys"),
        pytest.param("x: 1\nsince: 2026-02-30\n", "no_value", 2, id="a day that there is not"),
        pytest.param("since: 2026-13-01\n", "no_value", 1, id="a month that there is not"),
        pytest.param("since: 2026-02-30T10:00:00\n", "no_value", 1, id="such a day with a time"),
        pytest.param(f"x: {'9' * 10_000}\n", "no_value", 1, id="a number without end"),
        pytest.param(f"x: 0x{'f' * 10_000}\n", "no_value", 1, id="the same in another notation"),
        pytest.param(f"x: '{'a' * (1 << 20)}'\n", "too_long", 1, id="a long file"),
        pytest.param("x: [1\n", "yaml", 2, id="not closed"),
    ],
)
def test_what_nobody_writes_is_refused_by_its_line(text: str, code: str, line: int) -> None:
    found, at = refused(text)
    assert (found, at) == (f"error.checklist.{code}", line)


def test_a_day_a_quoted_day_and_a_part_that_is_repeated_are_read() -> None:
    file = YamlFile("eigen.yaml", "since: 2028-02-29\ntext: '2026-02-30'\na: &a [1, x]\nb: *a\n")
    assert {key: str(value) for key, value in file.data.items()} == {
        "since": "2028-02-29",
        "text": "2026-02-30",
        "a": "[1, 'x']",
        "b": "[1, 'x']",
    }


PIECES = st.sampled_from(
    [":", " ", "\n", "- ", "[", "]", "{", "}", "&a ", "*a", "<<", "!!", "!!float ", "|", ">", "'", '"', "#", "?", "%", "\t",
     "a", "1", "0x", "1:60", ".inf", "~", "2026-02-30", "1e999", "\N{BYTE ORDER MARK}", "\0", "é"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=30))
def test_any_text_is_a_file_or_one_sentence(text: str) -> None:
    said = ""
    try:
        YamlFile("eigen.yaml", text).lines()
    except ChecklistError as error:
        said = error_words(error, load_texts("nl"))
    assert said == "" or said.startswith("eigen.yaml")
