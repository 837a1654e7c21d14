"""Everything that must hold, in one command: format, style, types, architecture, generated files, tests.

`python tests/check.py` stops at the first step that fails and names it. Arguments go to pytest: `… check.py -k outputs`.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Files that are made from others. When one is behind, the program still runs, but slowly, and so would all tests.
GENERATED = (
    "tests/checklists/test_library.py::test_the_generated_form_equals_what_the_yaml_gives",
    "tests/render/test_engines.py::test_what_is_compiled_is_what_the_templates_say",
)

STEPS = (
    ("format", ("-m", "ruff", "format", "--check", ".")),
    ("style", ("-m", "ruff", "check", ".")),
    ("types", ("-m", "mypy")),
    ("architecture", ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache")),
    ("generated files", ("-m", "pytest", "-q", *GENERATED)),
    ("tests", ("-m", "pytest", "-n", "auto", "-q")),
)


def main(for_pytest: Sequence[str]) -> int:
    """Run the steps; 0 when all hold, else 1."""
    # What is checked must not depend on the machine's language, nor on settings of whoever runs it.
    surroundings = os.environ | {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    for name, command in STEPS:
        print(f"== {name}", flush=True)
        extra = for_pytest if name == "tests" else ()
        done = subprocess.run([sys.executable, *command, *extra], cwd=ROOT, env=surroundings, check=False)
        if done.returncode:
            print(f"== {name} failed", file=sys.stderr, flush=True)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
