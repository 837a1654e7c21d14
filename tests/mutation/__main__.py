"""Which small changes of the code no test notices: `python -m tests.mutation [MODULE…] [--sample N]`.

Every change is made in memory only and tried in a process of its own, on the tests of its part of the program; the first that
fails catches it. What nothing catches is printed, to be looked at: a test is missing, or the change changes nothing.
"""

import argparse
import importlib.abc
import importlib.util
import os
import random
import resource
import sys
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import CodeType, ModuleType

import pytest

from tests.mutation.mutants import Mutant, count, mutated

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 120
AT_A_TIME = 2
_SURVIVED = 1
_SCENARIOS = ("tests/scenarios", "tests/rules", "tests/properties/test_judgement.py")

SUITES: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = (
    ("auditor/rules/case*.py", (("tests/scenarios", "-k", "cases"), _SCENARIOS)),
    ("auditor/rules/co*.py", (("tests/scenarios", "-k", "indicators or having or borging"), _SCENARIOS)),
    ("auditor/rules/*.py", (("tests/scenarios", "-k", "elements or steps or borging"), _SCENARIOS)),
    ("auditor/evaluate.py", (_SCENARIOS,)),
    ("auditor/days.py", (("tests/rules",), _SCENARIOS)),
    ("auditor/intake/dates.py", (("tests/intake/test_dates.py", "tests/intake/test_values.py"),)),
    ("auditor/intake/written.py", (("tests/intake/test_dates.py", "tests/intake/test_values.py"),)),
    ("auditor/intake/orders.py", (("tests/intake/test_orders.py", "tests/intake/test_dates.py"),)),
    ("auditor/intake/values.py", (("tests/intake/test_values.py", "tests/intake/test_dates.py"),)),
    ("auditor/intake/guard.py", (("tests/intake/test_xlsx.py", "tests/intake/test_xlsx_hostile.py"),)),
    ("auditor/intake/archive.py", (("tests/intake/test_archive.py", "tests/intake/test_xlsx_hostile.py"),)),
    ("auditor/intake/read.py", (("tests/intake/test_read.py", "tests/intake/test_kinds.py", "tests/hostile"),)),
    ("auditor/intake/privacy.py", (("tests/intake/test_privacy.py",), ("tests/intake",))),
    ("auditor/outputs.py", (("tests/test_outputs.py",),)),
    ("auditor/render/jinja_run.py", (("tests/render",),)),
    ("auditor/render/to_csv.py", (("tests/render/test_csv.py",),)),
    ("auditor/workbook/write.py", (("tests/workbook", "tests/render/test_action_list.py"),)),
)


class _Loader(importlib.abc.InspectLoader):
    """Gives one module in its changed form."""

    def __init__(self, code: CodeType, spec: ModuleSpec) -> None:
        self._code, self._spec = code, spec

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002
        return self._code

    def get_source(self, fullname: str) -> str | None:  # noqa: ARG002
        return None

    def is_package(self, fullname: str) -> bool:  # noqa: ARG002
        return self._spec.submodule_search_locations is not None


class _Finder(importlib.abc.MetaPathFinder):
    def __init__(self, name: str, code: CodeType) -> None:
        self._name, self._code = name, code

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002 -- Python calls it so
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        if fullname != self._name:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(fullname)
        assert spec is not None
        spec.loader = _Loader(self._code, spec)
        return spec


def suites_of(module: str) -> tuple[tuple[str, ...], ...]:
    """The tests that should notice a change in a module, the likeliest first."""
    return next((suites for pattern, suites in SUITES if fnmatch(module, pattern)), ())


def is_caught(module: str, number: int) -> bool:
    """Whether a test of its part fails, or anything ends the run. Must be called in a process of its own."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    tree, _ = mutated((ROOT / module).read_text("utf-8"), number)
    name = module.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    sys.meta_path.insert(0, _Finder(name, compile(tree, module, "exec")))
    quiet = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:randomly")
    return any(pytest.main([*suite, *quiet]) != pytest.ExitCode.OK for suite in suites_of(module))


def tried(module: str, number: int) -> int:
    """Start the trial of a change; the number of its process."""
    child = os.fork()
    if not child:
        caught = True
        try:
            caught = is_caught(module, number)
        finally:
            os._exit(0 if caught else _SURVIVED)
    return child


def survivors(every: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """The changes (module and number) that nothing catches, as they are found; two are tried at a time."""
    running: dict[int, tuple[str, int]] = {}
    waiting = list(reversed(every))
    while waiting or running:
        while waiting and len(running) < AT_A_TIME:
            each = waiting.pop()
            running[tried(*each)] = each
        child, status = os.wait()
        each = running.pop(child)
        if os.waitstatus_to_exitcode(status) == _SURVIVED:
            yield each


def main() -> int:
    """Try the changes; 1 where one survived."""
    parser = argparse.ArgumentParser(prog="tests.mutation", description=__doc__)
    parser.add_argument("modules", nargs="*", help="such as auditor/days.py; without any, all that have tests here")
    parser.add_argument("--sample", type=int, default=0, help="so many changes by chance, instead of all")
    asked = parser.parse_args()
    os.chdir(ROOT)
    modules = asked.modules or sorted(
        {str(path.relative_to(ROOT)) for pattern, _ in SUITES for path in ROOT.glob(pattern)}
    )
    every = [(module, i) for module in modules for i in range(count((ROOT / module).read_text("utf-8")))]
    if asked.sample:
        every = random.Random(asked.sample).sample(every, min(asked.sample, len(every)))  # noqa: S311 -- chance, no secret
    lived = 0
    for module, number in survivors(every):
        lived += 1
        print(told(module, mutated((ROOT / module).read_text("utf-8"), number)[1]), flush=True)
    caught = len(every) - lived
    print(f"{caught} of {len(every)} changes were caught ({caught / max(1, len(every)):.1%}); {lived} were not.")
    return int(lived > 0)


def told(module: str, change: Mutant) -> str:
    """A change as it is printed."""
    return f"{module}:{change.line} (#{change.number})\n    {change.before}\n    {change.after}"


if __name__ == "__main__":
    sys.exit(main())
