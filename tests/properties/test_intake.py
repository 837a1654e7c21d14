"""Laws of taking in: order plays no part, every row is accounted for, and a doubt never helps."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from auditor.evidence import CellRef
from auditor.intake.addresses import column_letters
from auditor.intake.records import Intake
from auditor.intake.sheets import RawBook, RawRow
from auditor.registers import Contact, TrainingState
from tests.intake.taken import shown, take_books
from tests.tables import book, of_rows, value

Table = list[list[str]]

DATES = [
    "2024-05-01",
    "1-3-24",
    "12 dec 2018",
    "",
    "voorjaar",
    "2023",
    "x",
    "gepland",
    "#N/B",
    "31-02-2024",
    "3 jaar",
    "-",
]
ANSWERS = ["ja", "nee", "", "deels", "n.v.t.", "?", "soms", "x", "100%", "#REF!"]
NAMES = ["Anna Bakker", "Bakker, Anna", "Piet Smit", "", "Jan de Vos", "Vos, J. (Jan) de", "P. Smit"]
NUMBERS = ["101", "0101", "102", "", "103", "M-7", "a@r.example"]
TITLES = ["Meldcode", "BHV", "Kindcheck", "", "Sociale veiligheid", "Totaal"]
JUNK = "onleesbaar"

STAFF = ["Personeelsnummer", "Naam", "Functie", "Locatie", "Cliëntcontact", "Datum in dienst", "Datum uit dienst"]
TRAINING = ["Personeelsnummer", "Naam", "Scholing", "Behaald op", "Resultaat", "Geldig tot en met"]
MATRIX = ["Personeelsnummer", "Naam", "Meldcode", "Kindcheck", "BHV"]
POLICIES = ["Titel", "Versie", "Status", "Vastgesteld op", "Voor wie"]
ELEMENTS = ["Onderdeel", "Aanwezig", "Vindplaats"]
ACTIVITIES = ["Datum", "Soort", "Onderwerp", "Team"]
CASES = ["Casus", "Datum signaal", "Datum gesprek", "Reden geen gesprek", "Datum besluit", "Melden ja/nee"]


def rows(*columns: list[str]) -> st.SearchStrategy[Table]:
    """Tables of up to six rows."""
    return st.lists(st.tuples(*(st.sampled_from(column) for column in columns)).map(list), max_size=6)


# A location may stand in the first row of its block only: rows without one do depend on their order.
STAFF_ROWS = rows(NUMBERS, NAMES, ["kok", ""], ["Noord", "Zuid"], ANSWERS, DATES, DATES)
TRAINING_ROWS = rows(NUMBERS, NAMES, TITLES, DATES, ANSWERS, DATES)
WORKBOOKS = st.fixed_dictionaries(
    {
        "Personeel": STAFF_ROWS.map(lambda found: [STAFF, *found]),
        "Scholing": TRAINING_ROWS.map(lambda found: [TRAINING, *found]),
        "Matrix": rows(NUMBERS, NAMES, DATES, ANSWERS, DATES).map(lambda found: [MATRIX, *found]),
        "Beleidsregister": rows(
            ["Meldcode huiselijk geweld", "BHV-plan", ""],
            ["1.0", "2.0"],
            ["concept", "Lopend", ""],
            DATES,
            ["allen", ""],
        ).map(lambda found: [POLICIES, *found]),
        "Meldcode-inhoud": rows(["Stap 1", "MC-2.1.g", "Tuin", ""], ANSWERS, ["blz. 4", ""]).map(
            lambda found: [ELEMENTS, *found]
        ),
        "Borging": rows(DATES, ["teamoverleg", "borrel", ""], ["meldcode", "rooster", ""], ["A", ""]).map(
            lambda found: [ACTIVITIES, *found]
        ),
        "Stappenregistratie": rows(["C-1", "C-2", "Kees Klein", ""], DATES, DATES, ["ziek", ""], DATES, ANSWERS).map(
            lambda found: [CASES, *found]
        ),
    }
)


def workbook(tables: Mapping[str, Table], file: str = "registers.xlsx") -> RawBook:
    return book(*(of_rows(name, raw(table)) for name, table in tables.items()), file=file)


def raw(table: Table) -> list[RawRow]:
    return [
        RawRow(number, {column_letters(i): value(text) for i, text in enumerate(row, 1) if text})
        for number, row in enumerate(table, 1)
    ]


def meaning(intake: Intake) -> dict[str, Any]:
    """All that was understood, without where it stood or in which order."""
    registers = intake.registers
    return {
        "given": registers.given(),
        "registers": {
            name: in_any_order(getattr(registers, name)) for name in registers.given() if name != "trainings"
        },
        "trainings": Counter(entry[:3] for entry in shown(intake)),
        "days": Counter(registers.trainings.completed_on) if registers.trainings else None,
        "problems": sorted(
            (each.code, each.at.sheet, str(each.facts.get("field")), each.count) for each in intake.problems
        ),
        "accounts": sorted(
            (
                each.name,
                each.register or "",
                each.rows_read,
                each.rows_used,
                *((left.reason, left.count) for left in each.left_out),
            )
            for file in intake.inputs
            for each in file.sheets
        ),
        "unrecognised": intake.unrecognised,
    }


def in_any_order(register: object) -> list[str]:
    bare = placeless(register)
    return sorted(map(str, bare)) if isinstance(bare, tuple) else [str(bare)]


def placeless(thing: object) -> object:
    """A record without its addresses and numbers."""
    if isinstance(thing, tuple):
        return tuple(placeless(each) for each in thing)
    if isinstance(thing, CellRef):
        return ""
    if isinstance(thing, msgspec.Struct):
        return {
            name: placeless(getattr(thing, name)) for name in thing.__struct_fields__ if name not in {"key", "person"}
        }
    return thing


@given(tables=WORKBOOKS, data=st.data())
def test_the_order_of_rows_columns_sheets_and_files_changes_nothing(
    tables: dict[str, Table], data: st.DataObject
) -> None:
    moved = {name: shuffled(tables[name], data) for name in data.draw(st.permutations(sorted(tables)))}
    assert meaning(take_books(workbook(tables))) == meaning(take_books(workbook(moved)))


def shuffled(table: Table, data: st.DataObject) -> Table:
    """The same table with its rows and columns in another order."""
    order = data.draw(st.permutations(range(len(table[0]))))
    return [[row[i] for i in order] for row in (table[0], *data.draw(st.permutations(table[1:])))]


@given(tables=WORKBOOKS, data=st.data())
def test_a_workbook_may_be_cut_into_files(tables: dict[str, Table], data: st.DataObject) -> None:
    own = {name: data.draw(st.sampled_from(["a.xlsx", "b.xlsx"])) for name in tables}
    books = [
        workbook({name: tables[name] for name in tables if own[name] == file}, file) for file in ("b.xlsx", "a.xlsx")
    ]
    assert meaning(take_books(*books)) == meaning(take_books(workbook(tables)))


@given(WORKBOOKS)
def test_every_row_is_used_or_left_out_with_a_reason(tables: dict[str, Table]) -> None:
    for file in take_books(workbook(tables)).inputs:
        for account in file.sheets:
            filled = sum(any(row) for row in tables[account.name][1:])
            assert account.rows_read == filled
            assert account.rows_used + sum(each.count for each in account.left_out) == account.rows_read


@given(rows=TRAINING_ROWS.filter(bool), data=st.data())
def test_an_unreadable_cell_never_adds_a_completed_training(rows: Table, data: st.DataObject) -> None:
    row, column = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(2, len(TRAINING) - 1))
    spoilt = [list(each) for each in rows]
    spoilt[row][column] = JUNK
    before, after = (completed(take_books(workbook({"Scholing": [TRAINING, *each]}))) for each in (rows, spoilt))
    if column == TRAINING.index("Scholing"):  # another title is another training, and none of ours
        assert after[JUNK] <= 1
        after[JUNK] = 0
    assert after <= before


def completed(intake: Intake) -> Counter[str]:
    return Counter(title for _, title, state, _ in shown(intake) if state == TrainingState.COMPLETED.value)


@given(rows=STAFF_ROWS.filter(bool), data=st.data())
def test_an_unreadable_cell_never_takes_anybody_out_of_the_population(rows: Table, data: st.DataObject) -> None:
    row, column = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(2, len(STAFF) - 1))
    spoilt = [list(each) for each in rows]
    spoilt[row][column] = JUNK
    before, after = (population([STAFF, *each]) for each in (rows, spoilt))
    assert after >= before


def population(staff: Table) -> int:
    """How many people count on a day."""
    on = date(2024, 6, 1)
    people = take_books(workbook({"Personeel": staff})).registers.staff or ()
    return sum(
        person.contact.value not in {Contact.NO, Contact.EXEMPT}
        and (person.start.value is None or person.start.value <= on)
        and (person.end.value is None or person.end.value >= on)
        for person in people
    )


@given(
    st.lists(
        st.lists(st.sampled_from([*NAMES, *DATES, *ANSWERS, *STAFF, *TRAINING, *POLICIES]), max_size=6), max_size=8
    )
)
def test_whatever_a_sheet_holds_it_is_taken_in_and_accounted_for(table: Table) -> None:
    intake = take_books(workbook({"Blad1": table}))
    for account in intake.inputs[0].sheets:
        assert account.rows_read >= account.rows_used >= 0
