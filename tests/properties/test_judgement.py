"""What holds for every set of registers: order is nothing, what cannot be read is no proof, and time revives nothing."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from auditor.findings import Outcome, Verdict
from tests.properties.organisations import (
    AS_OF,
    PEOPLE,
    TRAINING,
    UNREADABLE,
    Sheets,
    Table,
    days,
    organisations,
    sectors,
    trainings,
)
from tests.scenarios.scenario import Scenario, judge

LATER = AS_OF + timedelta(days=200)
RANK = {Verdict.NOT_SHOWN: 0, Verdict.NOT_MET: 0, Verdict.FOR_A_PERSON: 0, Verdict.PARTLY_MET: 1, Verdict.MET: 2}

# The columns whose cells are themselves the proof. In the others an empty cell has a meaning of its own (no status is in
# force, no end date is open), so emptying them would say something else rather than less.
PROOF = {
    "Beleidsregister": ("Vastgesteld op",),
    "Meldcode-inhoud": ("Vindplaats",),
    "Scholing": ("Behaald op",),
    "Borging": ("Datum",),
    "Stappenregistratie": ("Datum signaal",),
}
READ = {
    "Beleidsregister": ("Status", "Vastgesteld op"),
    "Meldcode-inhoud": ("Aanwezig",),
    "Scholing": ("Behaald op", "Resultaat"),
    "Borging": ("Datum",),
    "Stappenregistratie": ("Datum signaal",),
    "Aandachtsfunctionarissen": ("Aangesteld op", "Tot en met"),
}


def judged(sheets: Sheets, of: tuple[str, ...], as_of: date = AS_OF) -> Outcome:
    drawn = Scenario(title="", case="", sectors=of, as_of=as_of, conclusion="", sheets=sheets, expected=(), problems=())
    return judge(drawn)[0]


def verdicts(outcome: Outcome, layer: str = "") -> Mapping[str, Verdict]:
    return {each.requirement: each.judgement.verdict for each in outcome.findings if layer in {"", each.layer}}


def is_better(verdict: Verdict, was: Verdict) -> bool:
    """Whether a verdict became met, partly met or not applicable from something else, or met from partly met."""
    if verdict is was:
        return False
    return verdict is Verdict.NOT_APPLICABLE or RANK[verdict] > RANK.get(was, len(RANK))


def shuffled(sheets: Sheets, chance: Random) -> Sheets:
    names = chance.sample(list(sheets), len(sheets))
    return {name: [sheets[name][0], *chance.sample(sheets[name][1:], len(sheets[name]) - 1)] for name in names}


@given(organisations(LATER), sectors(), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_sheets_changes_nothing_but_cells(
    sheets: Sheets, of: tuple[str, ...], chance: Random
) -> None:
    one, other = judged(sheets, of), judged(shuffled(sheets, chance), of)
    assert other.conclusion is one.conclusion
    assert other.totals == one.totals
    for found, moved in zip(one.findings, other.findings, strict=True):
        assert (moved.requirement, moved.layer, moved.sectors) == (found.requirement, found.layer, found.sectors)
        assert moved.judgement.verdict is found.judgement.verdict
        assert moved.judgement.reason == found.judgement.reason
        assert moved.judgement.measure == found.judgement.measure
        assert len(moved.judgement.evidence) == len(found.judgement.evidence)


@given(organisations(LATER), sectors())
def test_saying_a_thing_twice_says_it_once(sheets: Sheets, of: tuple[str, ...]) -> None:
    twice = {name: [rows[0], *(row for row in rows[1:] for _ in range(2))] for name, rows in sheets.items()}
    assert verdicts(judged(twice, of)) == verdicts(judged(sheets, of))


@pytest.mark.parametrize(("columns", "instead"), [(READ, UNREADABLE), (PROOF, "")], ids=["unreadable", "empty"])
@given(data=st.data(), sheets=organisations(LATER), of=sectors())
def test_a_cell_that_says_less_never_turns_a_legal_verdict_better(
    columns: Mapping[str, tuple[str, ...]], instead: str, data: st.DataObject, sheets: Sheets, of: tuple[str, ...]
) -> None:
    cells = [
        (name, row, sheets[name][0].index(column))
        for name in columns.keys() & sheets.keys()
        for column in columns[name]
        for row in range(1, len(sheets[name]))
    ]
    assume(cells)
    name, row, column = data.draw(st.sampled_from(sorted(cells)))
    before = verdicts(judged(sheets, of), "law")
    sheets[name][row][column] = instead
    after = verdicts(judged(sheets, of), "law")
    assert [each for each, verdict in after.items() if is_better(verdict, before[each])] == []


@given(organisations(LATER), sectors(), st.lists(trainings(days(LATER)), min_size=1, max_size=3))
def test_more_training_never_makes_knowledge_worse(sheets: Sheets, of: tuple[str, ...], more: Table) -> None:
    sheets["Personeel"] = [["Personeelsnummer"], *([person] for person in PEOPLE)]
    before = verdicts(judged(sheets, of))
    after = verdicts(judged({**sheets, "Scholing": [*sheets.get("Scholing", [TRAINING]), *more]}, of))
    assert RANK[after["MC-3.1"]] >= RANK[before["MC-3.1"]]


@given(organisations(AS_OF), sectors(), st.integers(1, 1500))
def test_use_that_has_become_old_never_becomes_recent_again(sheets: Sheets, of: tuple[str, ...], later: int) -> None:
    now, then = (verdicts(judged(sheets, of, day)) for day in (AS_OF, AS_OF + timedelta(days=later)))
    assert not is_better(then["MC-3.2"], now["MC-3.2"])


@given(organisations(AS_OF), sectors(), st.integers(1, 1500))
def test_time_alone_changes_nothing_about_the_code(sheets: Sheets, of: tuple[str, ...], later: int) -> None:
    now, then = (verdicts(judged(sheets, of, day), "law") for day in (AS_OF, AS_OF + timedelta(days=later)))
    about = [each for each in now if each.startswith(("MC-1", "MC-2"))]
    assert [then[each] for each in about] == [now[each] for each in about]
