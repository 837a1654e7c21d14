"""What the cells about one training of one person show together: completed on a day, or one of the states that are no proof."""

from datetime import date

import msgspec

from auditor.evidence import Severity
from auditor.intake.cells import flaw_of
from auditor.intake.problems import Flaw
from auditor.intake.sheets import Value
from auditor.intake.values import Answer, Reader, without_zero_day
from auditor.registers import TrainingState

_WORST_FIRST = (TrainingState.FAILED, TrainingState.UNREADABLE, TrainingState.PENDING, TrainingState.EXEMPT)
_NOT_A_YES = {
    Answer.NO: TrainingState.FAILED,
    Answer.PARTLY: TrainingState.PENDING,
    Answer.PENDING: TrainingState.PENDING,
    Answer.EXEMPT: TrainingState.EXEMPT,
    Answer.UNKNOWN: TrainingState.UNREADABLE,
}
_CLEAR = frozenset({Answer.NO, Answer.PARTLY, Answer.PENDING})
UNDATED = Flaw("training.undated", Severity.NOTE)
_UNTIL = ("t/m ", "tot en met ")
"""With these begins the end of a validity, which is no day of completion."""
_YES_WITHOUT_DATE = "date.yes_without_date"


class Shown(msgspec.Struct, frozen=True):
    """A state, the day of a completion, and what is wrong with the date (`of_date`) and the result (`of_result`) cell.

    Without a state all cells are empty.
    """

    state: TrainingState | None
    day: date | None = None
    of_date: Flaw | None = None
    of_result: Flaw | None = None


def show(
    done: Value | None,
    results: tuple[Value, ...],
    reader: Reader,
    doubts: tuple[Value, ...] = (),
    *,
    month_first: bool = False,
) -> Shown:
    """Read the cell of the completion with the filled cells that tell the result. Only a day, with every result a yes or
    none given, is a completion. `doubts` are cells that may be about something else: only a clear answer in them counts,
    and only against a completion. `month_first`: so the column of the completion writes its dates.
    """
    said = [reader.read_answer(value) for value in results]
    told = [each for each in said if each.typed]
    against = {
        TrainingState.UNREADABLE if each.value is None else _NOT_A_YES[each.value]
        for each in told
        if each.value is not Answer.YES
    }
    doubtful = (reader.read_answer(value).value for value in doubts)
    against |= {_NOT_A_YES[answer] for answer in doubtful if answer in _CLEAR}
    of_result = next((flaw for each in told if (flaw := flaw_of(each))), None)
    if of_result is None and any(each.value is Answer.UNKNOWN for each in told):
        of_result = Flaw(
            "answer.undecided", Severity.WARNING, {"value": next(e.typed for e in told if e.value is Answer.UNKNOWN)}
        )
    state, day, of_date = _date_cell(done, reader, month_first=month_first)
    if told and (state is None or (state is TrainingState.EXEMPT and not against)):
        state, of_date = TrainingState.UNDATED, UNDATED
    worst = next((each for each in _WORST_FIRST if each in against or each is state), state)
    if worst is not state:
        day = None
        of_date = of_date if state is TrainingState.UNREADABLE else None
    return Shown(worst, day, of_date, of_result)


def _date_cell(
    done: Value | None, reader: Reader, *, month_first: bool
) -> tuple[TrainingState | None, date | None, Flaw | None]:
    read = reader.read_month_first if month_first else reader.read_date
    reading = without_zero_day(read(done))
    if reading.value is None and isinstance(done, str) and (beside := reader.beside_yes(reading.typed)):
        reading = without_zero_day(read(beside))
    if reading.value is not None and reading.typed.lower().startswith(_UNTIL):
        return TrainingState.UNREADABLE, None, Flaw("date.unreadable", facts={"value": reading.typed})
    if reading.value is not None:
        return TrainingState.COMPLETED, reading.value, flaw_of(reading)
    if not reading.typed:
        return None, None, None
    if reading.trouble == _YES_WITHOUT_DATE:
        return TrainingState.UNDATED, None, UNDATED
    answer = reader.read_answer(done).value
    if answer in {None, Answer.YES, Answer.UNKNOWN}:
        return TrainingState.UNREADABLE, None, flaw_of(reading)
    return _NOT_A_YES[answer], None, None
