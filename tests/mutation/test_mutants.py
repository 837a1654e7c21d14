import ast

import pytest

from tests.mutation.__main__ import SUITES, suites_of
from tests.mutation.mutants import count, mutated


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a < b", "a <= b"),
        ("a >= b", "a > b"),
        ("a is None", "a is not None"),
        ("a in b", "a not in b"),
        ("a and b", "a or b"),
        ("not a", "not (not a)"),
        ("a + b", "a - b"),
        ("any(a)", "all(a)"),
        ("a if b else c", "c if b else a"),
        ("x = True", "x = False"),
        ("x = 12", "x = 13"),
    ],
)
def test_a_change_is_the_one_that_is_meant(before: str, after: str) -> None:
    assert count(before) == 1
    tree, change = mutated(before, 0)
    assert ast.unparse(tree) == ast.unparse(ast.parse(after))
    assert change.line == 1
    assert change.before != change.after


def test_what_is_only_said_of_types_and_in_docstrings_is_left_alone() -> None:
    assert count('def f(a: "int" = None) -> list[int] | None:\n    "No 1."\n    return a') == 0


def test_each_change_is_another() -> None:
    source = "def f(a, b):\n    return a < b + 1 and a != 3 or not b"
    made = {ast.unparse(mutated(source, i)[0]) for i in range(count(source))}
    assert len(made) == count(source)
    assert ast.unparse(ast.parse(source)) not in made


def test_the_first_suites_that_fit_are_taken() -> None:
    assert suites_of("auditor/rules/cases.py") == SUITES[0][1]
    assert suites_of("auditor/nothing.py") == ()
