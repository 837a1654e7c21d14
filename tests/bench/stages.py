"""One audit up to a stage, so that stages are told apart by subtraction: `python -m tests.bench.stages STAGE PATH`."""

import os
import sys
from collections.abc import Iterator

from auditor import api
from auditor.ahead.outlook import look_ahead
from auditor.evaluate import evaluate
from auditor.intake.known import KnownAs
from auditor.library import load_library
from auditor.render import render_all
from tests.bench.registers import AS_OF

STAGES = ("start-up", "intake", "judgement", "rendering")


def stages(path: str) -> Iterator[str]:
    """The name of every stage when it is done."""
    library = load_library()
    known = KnownAs.of(library.checklist)
    yield "start-up"
    intake = api.read_registers([path], library, known, large=True)
    yield "intake"
    outcome = evaluate(library.checklist, intake.registers, AS_OF, ("dagopvang",))
    judged = api.Audit(outcome, look_ahead(library.checklist, outcome, intake.registers), intake, library)
    yield "judgement"
    render_all(judged.edition("nl"), ["a.html", "a.json"])
    yield "rendering"


if __name__ == "__main__":
    for stage in stages(sys.argv[2]):
        if stage == sys.argv[1]:
            os._exit(0)  # what Python tidies up at its end is part of no stage
