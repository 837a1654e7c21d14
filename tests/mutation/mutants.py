"""Small changes of a module, each of which some test should notice: a `<` that becomes `<=`, a limit that is one more."""

import ast
import copy
from collections.abc import Iterator

import msgspec

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_CALCULATED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_CALLED = {"min": "max", "max": "min", "any": "all", "all": "any"}


class Mutant(msgspec.Struct, frozen=True):
    """One change: the line it is on, and that line's statement before and after."""

    number: int
    line: int
    before: str
    after: str


def count(source: str) -> int:
    """How many mutants a module has."""
    return len(_places(ast.parse(source)))


def mutated(source: str, number: int) -> tuple[ast.Module, Mutant]:
    """The module with one change, and what that is; `number` counts from 0."""
    tree = ast.parse(source)
    place, how = _places(tree)[number]
    before = ast.unparse(place)
    line = getattr(place, "lineno", 0)
    _change(place, how)
    ast.fix_missing_locations(tree)
    return tree, Mutant(number, line, before, ast.unparse(place))


def _places(tree: ast.Module) -> list[tuple[ast.AST, int]]:
    """What can be changed, with which of its parts; annotations and docstrings are left alone."""
    return list(_within(tree))


def _within(node: ast.AST) -> Iterator[tuple[ast.AST, int]]:
    if isinstance(node, ast.Compare):
        yield from ((node, i) for i, each in enumerate(node.ops) if type(each) in _COMPARED)
    elif (
        (isinstance(node, ast.BinOp) and type(node.op) in _CALCULATED)
        or isinstance(node, ast.BoolOp)
        or (isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not))
        or (isinstance(node, ast.Constant) and isinstance(node.value, int))
        or (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _CALLED)
        or isinstance(node, ast.IfExp)
    ):
        yield node, 0
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list", "type_params"}:
            continue
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, ast.AST):
                yield from _within(each)


def _change(node: ast.AST, part: int) -> None:
    if isinstance(node, ast.Compare):
        node.ops[part] = _COMPARED[type(node.ops[part])]()
    elif isinstance(node, ast.BinOp):
        node.op = _CALCULATED[type(node.op)]()
    elif isinstance(node, ast.BoolOp):
        node.op = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
    elif isinstance(node, ast.UnaryOp):
        node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), copy.deepcopy(node.operand))
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        node.value = (not node.value) if isinstance(node.value, bool) else node.value + 1
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        node.func.id = _CALLED[node.func.id]
    elif isinstance(node, ast.IfExp):
        node.body, node.orelse = node.orelse, node.body
