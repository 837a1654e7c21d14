"""What an output is made of: one record, so that a renderer takes what it needs and nothing else changes."""

from datetime import date

import msgspec

from auditor.checklist import Checklist
from auditor.findings import Outcome
from auditor.registers import Registers
from auditor.render.brand import Brand
from auditor.result import Result
from auditor.texts import Texts


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """One judged organisation in one language.

    `result` is all that the result file and the page say in words; `checklist` is the one that was judged by, `texts` the
    language. `outcome` and `registers` are what the result was written from; `None` where an edition is made of a result
    file alone. `brand` is that of who hands it over, ours where there is none. `retain_until` is
    the last day on which the outputs are to be kept. Registers hold people's names: only the action list may show them, and
    a test holds that nothing else does.
    """

    result: Result
    checklist: Checklist
    texts: Texts
    outcome: Outcome | None = None
    registers: Registers | None = None
    brand: Brand | None = None
    retain_until: date | None = None
