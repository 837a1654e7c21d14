"""MC-4: how cases were handled. A code is not held against what happened before it was adopted."""

from collections.abc import Iterable
from datetime import date

from auditor.findings import Judgement, Observation, Verdict
from auditor.registers import Case as Row
from auditor.rules.case import Case, repair, seen, verdict
from auditor.rules.case_steps import STEPS, Looked, State
from auditor.rules.shapes import Cases

_SAYING = tuple(name for name in Row.__struct_fields__ if name not in {"at", "location"})


def judge(rule: Cases, case: Case) -> Judgement:
    """All cases that the step looks at hold: `met`; some: `partly_met`; none: `not_met`; there are none: `not_applicable`.

    Only cases whose signal came on or after the day on which a code in force was adopted are judged; of several codes
    the oldest decides. Older ones are counted. What cannot be read, or has no day of signal, is no proof: `not_shown`.
    """
    codes, as_of = case.situation.codes, case.situation.as_of
    if not case.situation.registers.cases:
        return verdict(Verdict.NOT_SHOWN, "no_cases", repairs=(repair("give_cases"),))
    if not codes.given:
        return verdict(Verdict.NOT_SHOWN, "no_policies", repairs=(repair("give_policies"),))
    adopted = min((code.adopted_on.value for code in codes.in_force if code.adopted_on.value), default=None)
    if adopted is None:
        return verdict(Verdict.NOT_SHOWN, "no_code_for_cases", repairs=(repair("adopt_code"),))
    rows = [row for row in distinct_rows(case.situation.registers.cases) if _exists(row, as_of)]
    return _judge(rule, tuple(STEPS[rule.step](rows, as_of)), adopted)


def distinct_rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Each case once: a row that says the same as another one is that row, typed twice."""
    found: dict[tuple[object, ...], Row] = {}
    for row in rows:
        cells = [getattr(row, name) for name in _SAYING]
        key = tuple([(cell.typed, cell.value) for cell in cells])
        if key not in found or row.at < found[key].at:
            found[key] = row
    return tuple(found.values())


def _exists(row: Row, as_of: date) -> bool:
    return row.signal_date.value is None or row.signal_date.value <= as_of


def _judge(rule: Cases, looked: tuple[Looked, ...], adopted: date) -> Judgement:
    older = [each for each in looked if each.signal.value is not None and each.signal.value < adopted]
    undated = [each for each in looked if each.signal.value is None]
    judged = [each for each in looked if each.signal.value is not None and each.signal.value >= adopted]
    states = [each.state for each in judged]
    held, failed = states.count(State.HOLDS), states.count(State.FAILS)
    unclear = states.count(State.UNCLEAR)
    if failed:
        value = Verdict.PARTLY_MET if held else Verdict.NOT_MET
    elif unclear or undated:
        value = Verdict.NOT_SHOWN
    else:
        value = Verdict.MET if held else Verdict.NOT_APPLICABLE
    says = "no_such_cases" if value is Verdict.NOT_APPLICABLE else f"cases.{rule.step}"
    return verdict(
        value,
        says,
        evidence=(
            *(_saw(rule, each) for each in judged),
            *(_aside("case_before_code", each) for each in older),
            *(_aside("case_undated", each) for each in undated),
        ),
        repairs=(repair(f"cases.{rule.step}"),) if value not in {Verdict.MET, Verdict.NOT_APPLICABLE} else (),
        held=held,
        judged=len(judged),
        failed=failed,
        unclear=unclear + len(undated),
        older=len(older),
        day=adopted,
    )


def _saw(rule: Cases, looked: Looked) -> Observation:
    says = f"cases.{rule.step}.{looked.state}"
    if rule.step == "talked" and looked.state is State.HOLDS and looked.day is None:
        says = "cases.talked.reason"
    if rule.step == "monitored" and looked.state is State.FAILS and looked.day is None:
        says = "cases.monitored.none"
    return seen("cases", looked.at, says, case=looked.row.case.typed, **({"day": looked.day} if looked.day else {}))


def _aside(says: str, looked: Looked) -> Observation:
    facts = {"case": looked.row.case.typed, **({"day": looked.signal.value} if looked.signal.value else {})}
    return seen("cases", looked.signal.at, says, **facts)
