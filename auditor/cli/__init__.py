"""The command line: click only, one module a command, imported when it is called.

Help is in Dutch, for those who type it read Dutch; everything a command says comes from `templates/texts/`. The only
place that catches errors and turns them into one sentence and an exit code.
"""

import gc

# One short run makes no cyclic garbage worth looking for; looking costs a tenth of an audit, most of it in the imports.
gc.disable()

import sys  # noqa: E402
from collections.abc import Sequence  # noqa: E402
from typing import Final  # noqa: E402

COMMANDS: Final = {
    "demo": "Keurt de voorbeeldorganisatie en maakt haar rapport.",
    "init": "Maakt een werkmap om in te vullen.",
    "audit": "Keurt registers en maakt het rapport.",
    "inspect": "Laat zien hoe bestanden worden gelezen; oordeelt niet.",
    "portfolio": "Keurt veel organisaties tegelijk, een map per organisatie.",
    "checklist": "Toont en controleert de eisen.",
}


def main() -> None:
    """Run, and leave with the exit code of the contract; never with a traceback."""
    from auditor.cli.screen import steady

    steady()
    if len(sys.argv) == 1:
        sys.argv.append("--help")
    try:
        code = _run(sys.argv[1:])
    except BrokenPipeError:  # who read along has left, as `| head` does
        from auditor.cli.screen import hush

        code = hush()
    except Exception as error:  # noqa: BLE001 -- the one place that turns any error into a sentence
        from auditor.cli.failure import explain

        code = explain(error, sys.argv[1:])
    except KeyboardInterrupt:
        from auditor.cli.failure import explain

        code = explain(KeyboardInterrupt(), sys.argv[1:])
    gc.freeze()  # what the system takes back at the end anyway is not taken apart first
    sys.exit(code if isinstance(code, int) else 0)


def _run(arguments: Sequence[str]) -> object:
    """The command that was typed: an audit in its plain form by the short way, everything else by click's."""
    if arguments[0] == "audit":
        from auditor.cli.quick import understood

        fields = understood(arguments[1:])
        if fields is not None:
            from msgspec import convert

            from auditor.cli.auditing import Request, run

            return run(convert(fields, Request))
    from auditor.cli.group import group

    try:
        return group(standalone_mode=False)
    except OSError as error:
        if error.filename is None:  # no room for what click itself shows, such as the help
            raise BrokenPipeError from error
        raise
