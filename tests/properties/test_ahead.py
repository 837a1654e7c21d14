"""If nothing is done: the day that is named is the first with a worse verdict, found here by judging day after day."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.ahead.calendar import HORIZON_MONTHS
from auditor.ahead.turns import is_worse
from auditor.api import audit
from auditor.days import add_months
from auditor.evaluate import Judged
from auditor.findings import Finding, Verdict
from auditor.resources import shipped
from tests.ahead.drawn import AS_OF, Drawn, library
from tests.properties.organisations import UNREADABLE, sectors

LAST = add_months(AS_OF, HORIZON_MONTHS)
PEOPLE = ("101", "102", "103", "104")
MONTHS = (0, 3, 12, 24, 36)


def around() -> st.SearchStrategy[str]:
    """A day from three years before the reference date to two years after it, close together; or none; or no day."""
    ages = st.integers(-38, 24).map(lambda n: add_months(AS_OF, n))
    shifted = st.tuples(ages, st.integers(-2, 2)).map(lambda drawn: drawn[0] + timedelta(days=drawn[1]))
    return st.one_of(*[shifted.map(date.isoformat)] * 4, st.sampled_from(("", UNREADABLE)))


def row(*cells: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*cells).map(" | ".join)


def table(head: str, rows: st.SearchStrategy[str], most: int) -> st.SearchStrategy[str]:
    return st.lists(rows, min_size=1, max_size=most).map(lambda drawn: "\n".join((head, *drawn)))


def one_of(*words: str) -> st.SearchStrategy[str]:
    return st.sampled_from(words)


def organisations() -> st.SearchStrategy[dict[str, str]]:
    """Registers with days on both sides of the reference date."""
    meldcode = one_of(
        "Meldcode huiselijk geweld en kindermishandeling", "Meldcode 2024", "Veiligheids- en gezondheidsbeleid"
    )
    status = one_of("vastgesteld", "vastgesteld", "", "concept")
    return st.fixed_dictionaries(
        {
            "Beleidsregister": table(
                "Titel | Status | Vastgesteld op | Geldig vanaf | Laatst herzien | Evaluatiedatum | Voor wie",
                row(meldcode, status, around(), one_of("", ""), around(), around(), one_of("personeel", "")),
                2,
            ),
            "Meldcode-inhoud": table(
                "Onderdeel | Aanwezig | Vindplaats",
                row(one_of("MC-2.1.b", "MC-2.1.g", "MC-2.1.c", "MC-2.2.a"), one_of("ja", "ja", "deels"), one_of("blz. 2", "")),
                4,
            ),
        },
        optional={
            "Organisatie": st.tuples(one_of("ja", "nee", ""), one_of("", "80", "50"), one_of("", "24"), one_of("", "12")).map(
                lambda drawn: "Naam | Ons Huis\nZelfstandige | {}\nEigen norm scholing (%) | {}\n"
                "Eigen geldigheid scholing (maanden) | {}\nEigen evaluatietermijn meldcode (maanden) | {}".format(*drawn)
            ),
            "Personeel": table(
                "Personeelsnummer | Functie | Locatie | Team | Cliëntcontact | In dienst | Uit dienst",
                row(one_of(*PEOPLE), one_of("kok", "Leider", "leider", ""), one_of("Noord", "Oost", ""), one_of("A", "B", ""), one_of("ja", "ja", "nee", ""), around(), around()),
                4,
            ),
            "Scholing": table(
                "Personeelsnummer | Scholing | Behaald op | Geldig tot | Resultaat",
                row(one_of(*PEOPLE), one_of("Meldcode", "Meldcode", "Kindcheck", "Aandachtsfunctionaris", "Meld-, overleg- en aangifteplicht", "Afwegingskader", "Kindermishandeling signaleren", "Gesprek over vermoedens"), around(), around(), one_of("", "behaald", "vrijgesteld")),
                6,
            ),
            "Borging": table(
                "Datum | Activiteit | Onderwerp | Team",
                row(around(), one_of("Casuïstiekbespreking", "Evaluatie", "Reflectie", "Jaarverslag"), one_of("meldcode", "meldcode", "rooster"), one_of("A", "B", "alle teams")),
                4,
            ),
            "Aandachtsfunctionarissen": table(
                "Personeelsnummer | Locatie | Aangesteld op | Tot", row(one_of(*PEOPLE), one_of("Noord", ""), around(), around()), 2
            ),
            "Samenwerking": table(
                "Partner | Soort | Overeengekomen op | Evaluatiedatum",
                row(one_of("Veilig Thuis", "Wijkteam Oost"), one_of("werkafspraken", "gedeelde taal"), around(), around()),
                2,
            ),
            "Stappenregistratie": table(
                "Casus | Datum signaal | Datum consultatie | Datum besluit | Datum weging | Volgende monitoring | Afgesloten op",
                row(one_of("C-1", "C-2"), around(), around(), around(), around(), around(), around()),
                3,
            ),
        },
    )  # fmt: skip


class Days:
    """The verdicts of one organisation on any day."""

    def __init__(self, organisation: Judged) -> None:
        self._organisation = organisation

    @cache  # noqa: B019 -- lives as long as one example
    def on(self, day: date) -> Mapping[str, Verdict]:
        return verdicts(self._organisation.on(day).findings())

    def is_worse(self, requirement: str, day: date, now: Mapping[str, Verdict]) -> bool:
        then = self.on(day).get(requirement, Verdict.NOT_APPLICABLE)
        return is_worse(then, now.get(requirement, Verdict.NOT_APPLICABLE))


def verdicts(findings: tuple[Finding, ...]) -> Mapping[str, Verdict]:
    return {each.requirement: each.judgement.verdict for each in findings}


def near(tables: Mapping[str, str]) -> st.SearchStrategy[date]:
    """A day within two years that has to do with a day in the tables, or any other."""
    typed = {cell.strip() for table in tables.values() for line in table.splitlines() for cell in line.split("|")}
    found = [date.fromisoformat(cell) for cell in sorted(typed) if len(cell) == 10 and cell[:2] == "20"]
    spans = {add_months(day, n) + timedelta(days=later) for day in found for n in MONTHS for later in (-1, 0, 1)}
    within = sorted(day for day in spans if AS_OF < day <= LAST) or [LAST]
    return st.one_of(st.sampled_from(within), st.dates(AS_OF + timedelta(days=1), LAST))


@settings(max_examples=60)
@given(data=st.data(), tables=organisations(), of=sectors())
def test_the_day_that_is_named_is_the_first_with_a_worse_verdict(
    data: st.DataObject, tables: dict[str, str], of: tuple[str, ...]
) -> None:
    case = Drawn(tables, sectors=of)
    now, days = verdicts(case.outcome.findings), Days(case.judged)
    turned = {turn.requirement: turn for turn in case.turns}
    for name, turn in turned.items():
        assert AS_OF < turn.on <= LAST
        assert days.on(turn.on)[name] is turn.verdict
        assert days.is_worse(name, turn.on, now)
        assert not days.is_worse(name, turn.on - timedelta(days=1), now)
    for day in data.draw(st.lists(near(tables), min_size=8, max_size=8)):
        for name in days.on(day):
            if name not in turned or day < turned[name].on:
                assert not days.is_worse(name, day, now), (name, day)


SAMPLES = ("kinderopvang-de-klimboom", "zorggroep-morgenlicht", "wijkteams-waterrijk", "basisscholen-de-waaier")


def test_every_sample_is_looked_at() -> None:
    folders = (each for each in Path(shipped("sample_data")).iterdir() if each.is_dir())
    assert {each.name for each in folders if list(each.glob("*.xlsx"))} == set(SAMPLES)


@pytest.mark.parametrize("sample", SAMPLES)
def test_of_a_whole_organisation_the_day_that_is_named_is_the_first_with_a_worse_verdict(sample: str) -> None:
    judged = audit([f"{shipped('sample_data')}/{sample}"], AS_OF)
    days = Days(Judged(library().checklist, judged.intake.registers, judged.outcome.sectors))
    now, turned = verdicts(judged.outcome.findings), {turn.requirement: turn for turn in judged.outlook.turns}
    assert turned
    for name, turn in turned.items():
        assert days.on(turn.on)[name] is turn.verdict
        assert days.is_worse(name, turn.on, now)
        assert not days.is_worse(name, turn.on - timedelta(days=1), now)
    for later in range(10, (LAST - AS_OF).days, 10):
        day = AS_OF + timedelta(days=later)
        worse = {name for name in days.on(day) if days.is_worse(name, day, now)}
        assert not {name for name in worse if name not in turned or day < turned[name].on}


def test_law_that_begins_is_seen_coming() -> None:
    code = "Titel | Status | Vastgesteld op | Voor wie\nMeldcode | vastgesteld | 2016-02-01 | personeel"
    elements = "Onderdeel | Aanwezig | Vindplaats\nMC-2.1.b | ja | blz. 2\nMC-H.2.2.d | ja | blz. 3"
    case = Drawn({"Beleidsregister": code, "Meldcode-inhoud": elements}, date(2018, 3, 1), ("po",))
    turns = {turn.requirement: (turn.on, turn.now, turn.verdict) for turn in case.turns}
    assert turns["MC-2.1.b"] == (date(2019, 1, 1), Verdict.NOT_APPLICABLE, Verdict.NOT_SHOWN)


PLACED = "Personeelsnummer | Functie | Locatie | Team | In dienst\n101 | kok | Noord | A | 2020-01-01\n{rows}"
SKILLED = "Personeelsnummer | Scholing | Onderwerp | Behaald op\n{rows}"
ALL = "101 | Basis | meldcode; gesprek; afwegingskader; signaleren; aandachtsfunctionaris | 2026-01-10"


@pytest.mark.parametrize(
    ("requirement", "rows", "trained"),
    [
        pytest.param("MC-3.3.b", "102 | | Noord | A | 2026-10-01", (), id="no function"),
        pytest.param("MC-3.3.b", "103 | | Noord | A | 2020-01-01\n102 | | Noord | A | 2026-10-01", ("103",), id="no function, where another without one was trained"),
        pytest.param("MC-3.3.e", "102 | kok | | A | 2026-10-01", (), id="no location"),
    ],
)  # fmt: skip
def test_somebody_who_cannot_be_placed_turns_the_verdict_on_the_first_day_that_counts(
    requirement: str, rows: str, trained: tuple[str, ...]
) -> None:
    assert placed(rows, trained)[requirement] == (date(2027, 1, 1), Verdict.MET, Verdict.NOT_SHOWN)


@pytest.mark.parametrize("requirement", ["MC-5.2", "MC-5.3"])
def test_somebody_without_a_team_turns_the_verdict_on_the_first_day_of_work(requirement: str) -> None:
    turned = placed("102 | kok | Noord | | 2026-12-15", ())[requirement]
    assert turned == (date(2026, 12, 15), Verdict.MET, Verdict.NOT_SHOWN)


def placed(rows: str, trained: tuple[str, ...]) -> dict[str, tuple[date, Verdict, Verdict]]:
    tables = {
        "Beleidsregister": "Titel | Status | Vastgesteld op | Voor wie\nMeldcode | vastgesteld | 2024-02-01 | personeel",
        "Personeel": PLACED.format(rows=rows),
        "Scholing": SKILLED.format(rows="\n".join((ALL, *(ALL.replace("101", each) for each in trained)))),
        "Aandachtsfunctionarissen": "Personeelsnummer | Locatie | Aangesteld op\n101 | Noord | 2024-01-01",
        "Borging": "Datum | Activiteit | Onderwerp | Team\n2026-11-01 | Reflectie | meldcode | A",
    }
    return {turn.requirement: (turn.on, turn.now, turn.verdict) for turn in Drawn(tables, sectors=("wmo",)).turns}
