"""Training registers, long and matrix: what a row or a cell shows, and that a doubt is never proof."""

from datetime import datetime

import pytest

from auditor.evidence import Severity
from auditor.intake.sheets import RawRow, Value
from tests.intake.taken import account_of, codes_of, problems_of, registers_of, shown, take, take_books, take_sheets
from tests.tables import book, of_rows, sheet

LONG = "Personeelsnummer|Scholing|Behaald op|Resultaat|Geldig tot en met"


def state_of(completed: str, result: str) -> str:
    (entry,) = shown(take({"Scholing": f"{LONG}\n101|Meldcode|{completed}|{result}|"}))
    return entry[2]


@pytest.mark.parametrize(
    ("completed", "result", "state"),
    [
        pytest.param("2024-05-01", "", "completed", id="a date"),
        pytest.param("2024-05-01", "ja", "completed", id="a date and a yes"),
        pytest.param("2024-05-01", "100%", "completed", id="a date and all of it"),
        pytest.param("1 mei 2024", "behaald", "completed", id="a date in words"),
        pytest.param("ja, 12-03-2025", "", "completed", id="a yes beside a date"),
        pytest.param("behaald op 12 maart 2025", "", "completed", id="a yes before a date in words"),
        pytest.param("12-03-2025 (afgerond)", "", "completed", id="a yes behind a date"),
        pytest.param("x 12-03-2025", "nee", "failed", id="a yes beside a date, and a no"),
        pytest.param("ja, 31-02-2025", "", "unreadable", id="a yes beside a day that there is not"),
        pytest.param("ja, 2025", "", "unreadable", id="a yes beside a year"),
        pytest.param("geldig 12-03-2025", "", "unreadable", id="valid is not completed"),
        pytest.param("ja, t/m 12-03-2025", "", "undated", id="a yes until a day"),
        pytest.param("ja, gepland 12-03-2025", "", "unreadable", id="a yes that is planned"),
        pytest.param("nee, 12-03-2025", "", "failed", id="a no beside a date"),
        pytest.param("gepland 12-03-2025", "", "unreadable", id="planned on a date"),
        pytest.param("12-03-2025 verlopen", "", "unreadable", id="lapsed on a date"),
        pytest.param("ja 12-03-2025 13-04-2025", "", "unreadable", id="a yes beside two dates"),
        pytest.param("", "behaald", "undated", id="a yes without a date"),
        pytest.param("ja", "", "undated", id="a yes in the place of the date"),
        pytest.param("x", "behaald", "undated", id="a cross"),
        pytest.param("n.v.t.", "behaald", "undated", id="a yes, and a date that does not apply"),
        pytest.param("voorjaar", "ja", "unreadable", id="no date"),
        pytest.param("2024", "ja", "unreadable", id="a year is no day"),
        pytest.param("?", "ja", "unreadable", id="an unknown date"),
        pytest.param("#N/B", "ja", "unreadable", id="an error"),
        pytest.param("2024-05-01", "misschien", "unreadable", id="an unreadable result"),
        pytest.param("2024-05-01", "?", "unreadable", id="an unknown result"),
        pytest.param("2024-05-01", "#REF!", "unreadable", id="an error as result"),
        pytest.param("2024-05-01", "nee", "failed", id="a date and a no"),
        pytest.param("2024-05-01", "gezakt", "failed", id="failed"),
        pytest.param("voorjaar", "gezakt", "failed", id="failed on an unreadable day"),
        pytest.param("nee", "", "failed", id="a no in the place of the date"),
        pytest.param("nee", "ja", "failed", id="a no and a yes"),
        pytest.param("2024-05-01", "ingeschreven", "pending", id="enrolled"),
        pytest.param("2024-05-01", "deels", "pending", id="partly"),
        pytest.param("2024-05-01", "80%", "pending", id="not all of it"),
        pytest.param("gepland", "", "pending", id="planned"),
        pytest.param("", "n.v.t.", "exempt", id="exempt"),
        pytest.param("vrijgesteld", "", "exempt", id="exempt in the place of the date"),
        pytest.param("nee", "n.v.t.", "failed", id="exempt and a no"),
    ],
)
def test_what_a_training_row_shows(completed: str, result: str, state: str) -> None:
    assert state_of(completed, result) == state


@pytest.mark.parametrize(
    ("header", "values", "states"),
    [
        pytest.param("Voortgang", (100, 99, 1, 0), "completed pending pending pending", id="percentages"),
        pytest.param("Voortgang", (1, 0.99, 0), "completed pending pending", id="parts of one"),
        pytest.param("Voortgang", (1, 1), "completed completed", id="only ones"),
        pytest.param("Voortgang %", ("100", "99,5", "1"), "completed pending pending", id="texts"),
        pytest.param("Voortgang", (101, -1, 100.5), "unreadable unreadable unreadable", id="no percentages"),
        pytest.param("Voortgang", ("ja", "nee", "100%"), "completed failed completed", id="words"),
        pytest.param("Score", ("80%", 80, "100%", "8,5"), "unreadable unreadable completed unreadable", id="marks"),
        pytest.param("Resultaat", (100, 0.8), "unreadable unreadable", id="a number of nothing known"),
    ],
)
def test_what_a_number_beside_a_day_says(header: str, values: tuple[Value, ...], states: str) -> None:
    heads: dict[str, Value] = {"A": "Personeelsnummer", "B": "Scholing", "C": "Behaald op", "D": header}
    rows = [RawRow(1, heads)]
    rows += [
        RawRow(i, {"A": str(i), "B": "Meldcode", "C": datetime(2025, 3, 12), "D": value})  # noqa: DTZ001
        for i, value in enumerate(values, 2)
    ]
    assert [each[2] for each in shown(take_sheets(of_rows("Scholing", rows)))] == states.split()


def test_a_row_that_shows_nothing_is_left_out_and_counted() -> None:
    intake = take({"Scholing": f"{LONG}\n101|Meldcode|||\n102|Meldcode|2024-05-01||"})
    assert intake.registers.trainings is not None
    assert (len(intake.registers.trainings), intake.registers.trainings.blank) == (1, 1)
    assert [(each.reason, each.count) for each in account_of(intake, "Scholing").left_out] == [("no_completion", 1)]


def test_rows_without_a_person_or_a_training_are_left_out_and_counted() -> None:
    intake = take(
        {
            "Scholing": f"{LONG}\n|Meldcode|2024-05-01||\n101||2024-05-01||\n#N/B|Meldcode|2024-05-01||\n102|#REF!|2024-05-01||"
        }
    )
    assert shown(intake) == []
    account = account_of(intake, "Scholing")
    assert [(each.reason, each.count) for each in account.left_out] == [("no_person", 2), ("no_training", 2)]
    assert (account.rows_read, account.rows_used) == (4, 0)
    assert ("error_cell", "B5") in problems_of(intake)


def test_unreadable_cells_of_a_column_are_one_problem_with_the_first_cell_and_how_many() -> None:
    rows = "101|Meldcode|2024-05-01||\n102|Meldcode|voorjaar||\n103|Meldcode|zomer||\n104|Meldcode|31-02-2024||"
    intake = take({"Scholing": f"{LONG}\n{rows}"})
    assert [(each.code, each.severity, each.at.cell, each.count, each.facts["value"]) for each in intake.problems] == [
        ("date.unreadable", "warning", "C3", 2, "voorjaar"),
        ("date.impossible", "warning", "C5", 1, "31-02-2024"),
    ]


def test_undated_trainings_are_noted_where_the_date_should_be() -> None:
    intake = take({"Scholing": f"{LONG}\n101|Meldcode||ja|\n102|Meldcode|x||"})
    assert [(each.code, each.severity, each.at.cell, each.count) for each in intake.problems] == [
        ("training.undated", "note", "C2", 2)
    ]


@pytest.mark.parametrize(
    ("typed", "day", "codes"),
    [
        pytest.param("2027-05-01", "2027-05-01", set(), id="a day"),
        pytest.param("", None, set(), id="empty"),
        pytest.param("3 jaar", "2027-05-01", {"date.period_read"}, id="a period"),
        pytest.param("onbepaald", None, {"date.open_ended"}, id="open-ended"),
        pytest.param("ooit", None, {"date.unreadable"}, id="unreadable"),
    ],
)
def test_until_when_a_training_is_valid(typed: str, day: str | None, codes: set[str]) -> None:
    intake = take({"Scholing": f"{LONG}\n101|Meldcode|2024-05-01||{typed}"})
    assert intake.registers.trainings is not None
    assert [str(each) if each else None for each in intake.registers.trainings.valid_until] == [day]
    assert codes_of(intake) == codes
    assert [each[2] for each in shown(intake)] == ["completed"]


def test_a_training_points_at_its_date_or_at_what_stands_for_it() -> None:
    trainings = take({"Scholing": f"{LONG}\n101|Meldcode|2024-05-01||"}).registers.trainings
    assert trainings is not None
    assert trainings.at(0).cell == "C2"
    without = take({"Scholing": "Personeelsnummer|Scholing|Resultaat\n101|Meldcode|ja"}).registers.trainings
    assert without is not None
    assert without.at(0).cell == "C2"


def test_a_register_without_dates_is_read_as_undated_and_its_lack_said() -> None:
    intake = take({"Scholing": "Personeelsnummer|Scholing|Resultaat\n101|Meldcode|ja"})
    assert [each[2] for each in shown(intake)] == ["undated"]
    assert ("column.missing", "A1") in problems_of(intake)


def test_the_topic_names_the_training_where_no_title_does() -> None:
    intake = take({"Scholing": "Personeelsnummer|Thema|Behaald op\n101|Kindcheck|2024-05-01"})
    trainings = intake.registers.trainings
    assert trainings is not None
    assert (trainings.titles, trainings.topics) == (["Kindcheck"], [frozenset({"kindcheck"})])


def test_one_title_with_two_topics_is_two_trainings() -> None:
    table = (
        "Personeelsnummer|Scholing|Thema|Behaald op\n101|E-learning|meldcode|2024-05-01\n101|E-learning|BHV|2024-05-02"
    )
    trainings = take({"Scholing": table}).registers.trainings
    assert trainings is not None
    assert trainings.titles == ["E-learning", "E-learning"]
    assert trainings.topics == [frozenset({"meldcode"}), frozenset()]


def test_a_sheet_may_itself_name_the_training() -> None:
    intake = take({"Scholing meldcode": "Personeelsnummer|Behaald op\n101|2024-05-01"})
    assert shown(intake) == [("101", "Scholing meldcode", "completed", "2024-05-01")]
    assert problems_of(intake) == [("training.title_of_sheet", "")]


def test_a_list_with_a_date_in_a_sheet_called_after_the_code_is_no_training_register() -> None:
    assert registers_of(take({"Meldcode": "Naam|Datum\nAnna|2024-05-01"})) == {"Meldcode": [None]}


def test_only_a_completed_training_has_a_day() -> None:
    intake = take({"Scholing": f"{LONG}\n101|Meldcode|2024-05-01|gezakt|\n102|Meldcode|2024-05-01|gepland|"})
    assert intake.registers.trainings is not None
    assert intake.registers.trainings.completed_on == [None, None]


def test_the_title_above_the_table_may_name_the_training() -> None:
    intake = take({"Scholing": "Basistraining meldcode 2024\n\nPersoneelsnummer|Behaald op\n101|2024-05-01"})
    assert shown(intake) == [("101", "Basistraining meldcode 2024", "completed", "2024-05-01")]


def test_a_register_of_which_nobody_knows_the_training_is_not_read() -> None:
    intake = take({"Scholing": "Personeelsnummer|Behaald op\n101|2024-05-01"})
    assert intake.registers.trainings is None
    assert [str(each.facts["field"]) for each in intake.problems] == ["Word(id='field.training.training_name')"]


def test_titles_that_may_be_about_the_code_are_handed_over() -> None:
    rows = "101|Sociale veiligheid|2024-05-01||\n102|Sociale veiligheid|2024-05-01||\n101|Meldcode|2024-05-01||\n101|BHV|2024-05-01||"
    assert take({"Scholing": f"{LONG}\n{rows}"}).unrecognised == {"Sociale veiligheid": 2}


# --- matrix ---


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        pytest.param("2024-05-01", "completed", id="a date"),
        pytest.param("1-5-24", "completed", id="a date as text"),
        pytest.param("x", "undated", id="a cross"),
        pytest.param("ja", "undated", id="a yes"),
        pytest.param("100%", "undated", id="all of it"),
        pytest.param("nee", "failed", id="a no"),
        pytest.param("gepland", "pending", id="planned"),
        pytest.param("50%", "pending", id="half of it"),
        pytest.param("n.v.t.", "exempt", id="exempt"),
        pytest.param("volgt", "unreadable", id="unknown"),
        pytest.param("onzin", "unreadable", id="unreadable"),
        pytest.param("#N/B", "unreadable", id="an error"),
    ],
)
def test_what_a_cell_of_a_matrix_shows(typed: str, state: str) -> None:
    intake = take({"Scholing": f"Naam|Meldcode|BHV\nAnna Bakker|{typed}|2020-01-01"})
    assert [each[2] for each in shown(intake) if each[1] == "Meldcode"] == [state]


def test_an_empty_cell_of_a_matrix_is_no_training_and_its_row_is_used() -> None:
    intake = take({"Scholing": "Naam|Meldcode|Kindcheck\nAnna Bakker||\nPiet Smit|2024-05-01|-"})
    assert shown(intake) == [("P-002", "Meldcode", "completed", "2024-05-01")]
    assert account_of(intake, "Scholing").rows_used == 2
    assert intake.registers.trainings is not None
    assert intake.registers.trainings.blank == 1


def test_a_matrix_accounts_for_its_columns() -> None:
    account = account_of(
        take({"Matrix": "Naam|Team|Meldcode|Tillift\nAnna Bakker|A|2024-05-01|2023-01-01", "x": "y"}), "Matrix"
    )
    assert account.columns == {"name": "A", "Meldcode": "C"}
    assert [(each.letter, each.header) for each in account.unused] == [("B", "Team"), ("D", "Tillift")]


@pytest.mark.parametrize(
    "header",
    [
        "Meldcode geldig tot",
        "Vervaldatum meldcode",
        "Meldcode gepland op",
        "Inschrijfdatum meldcode",
        "Meldcode verplicht",
    ],
)
def test_a_date_that_is_no_completion_is_never_read_as_one(header: str) -> None:
    intake = take({"Scholing": f"Naam|{header}|Kindcheck\nAnna Bakker|2024-05-01|2023-01-01"})
    assert [each[1] for each in shown(intake)] == ["Kindcheck"]
    assert ("column.training_unread", "B1") in problems_of(intake)


def test_columns_about_one_training_are_read_together_in_any_order() -> None:
    for header, row in (
        ("Naam|Meldcode behaald op|Meldcode geldig tot|Meldcode resultaat", "Anna|2024-05-01|2027-05-01|ja"),
        ("Meldcode resultaat|Meldcode geldig tot|Naam|Meldcode behaald op", "ja|2027-05-01|Anna|2024-05-01"),
    ):
        intake = take({"Scholing": f"{header}\n{row}"})
        assert shown(intake) == [("P-001", "Meldcode behaald op", "completed", "2024-05-01")]
        assert intake.registers.trainings is not None
        assert [str(day) for day in intake.registers.trainings.valid_until] == ["2027-05-01"]


def test_a_result_beside_the_date_must_not_contradict_it() -> None:
    intake = take(
        {"Scholing": "Naam|Meldcode behaald op|Meldcode resultaat\nAnna|2024-05-01|gezakt\nPiet|2024-05-01|behaald"}
    )
    assert [(who, state) for who, _, state, _ in shown(intake)] == [("P-001", "failed"), ("P-002", "completed")]


def test_a_general_date_column_dates_the_only_training_of_a_sheet() -> None:
    intake = take(
        {"Personeel": "Naam|Functie|Meldcode|Behaald op\nAnna|pm'er|ja|2024-05-01\nPiet|pm'er|nee|2024-05-01"}
    )
    assert [(who, state) for who, _, state, _ in shown(intake)] == [("P-001", "completed"), ("P-002", "failed")]


def test_headers_in_two_rows_name_the_training_above_and_the_column_below() -> None:
    table = """
        Scholingsoverzicht
        Naam | Meldcode   |            | Kindcheck  |
             | Behaald op | Geldig tot | Behaald op | Geldig tot
        Anna | 2024-05-01 | 2027-05-01 | 2023-02-01 | 2026-02-01
        Piet |            | 2027-05-01 |            |
    """
    intake = take_sheets(sheet("Scholing", table))
    assert [each[0:1] + each[2:] for each in shown(intake)] == [
        ("P-001", "completed", "2023-02-01"),
        ("P-001", "completed", "2024-05-01"),
    ]
    assert intake.registers.trainings is not None
    assert sorted(str(day) for day in intake.registers.trainings.valid_until) == ["2026-02-01", "2027-05-01"]
    assert (account_of(intake, "Scholing").header_row, account_of(intake, "Scholing").rows_read) == (3, 3)


def test_an_office_in_the_staff_register_is_no_training() -> None:
    table = "Naam|Functie|Aandachtsfunctionaris\nAnna|pm'er|2023-01-01"
    assert registers_of(take({"Personeel": table})) == {"Personeel": ["staff"]}
    assert ("column.training_unread", "C1") in problems_of(take({"Personeel": table}))
    assert registers_of(take({"Scholing": table})) == {"Scholing": ["training"]}
    trained = "Naam|Functie|Training aandachtsfunctionaris\nAnna|pm'er|2023-01-01"
    assert registers_of(take({"Personeel": trained})) == {"Personeel": ["staff", "training"]}


def test_a_staff_register_with_first_aid_only_is_no_training_register() -> None:
    assert registers_of(take({"Personeel": "Naam|Functie|BHV\nAnna|pm'er|2023-01-01"})) == {"Personeel": ["staff"]}


@pytest.mark.parametrize(
    ("status", "state"),
    [
        pytest.param("gepland", "pending", id="planned"),
        pytest.param("nee", "failed", id="a no"),
        pytest.param("actief", "completed", id="about something else"),
        pytest.param("", "completed", id="empty"),
    ],
)
def test_a_second_column_about_the_result_can_only_take_a_completion_back(status: str, state: str) -> None:
    table = f"Personeelsnummer|Scholing|Behaald op|Resultaat|Status\n101|Meldcode|2024-05-01||{status}"
    assert [each[2] for each in shown(take({"Scholing": table}))] == [state]


@pytest.mark.parametrize(
    ("sheet_name", "title", "found"),
    [
        pytest.param("Kindcheck", "", "Kindcheck", id="the sheet is called after the training"),
        pytest.param("Scholing", "Basistraining meldcode", "Basistraining meldcode", id="a title that says so"),
        pytest.param("Scholing", "Meldcode jaaroverzicht", None, id="a title about something else"),
        pytest.param("Scholing", "Scholing meldcode en BHV", None, id="a title of several trainings"),
    ],
)
def test_only_a_title_of_one_training_names_the_training_of_a_sheet(
    sheet_name: str, title: str, found: str | None
) -> None:
    trainings = take({sheet_name: f"{title}\n\nPersoneelsnummer|Behaald op\n101|2024-05-01"}).registers.trainings
    assert (trainings.titles if trainings else None) == ([found] if found else None)


def test_a_date_of_completion_of_no_known_training_is_said() -> None:
    intake = take({"Personeel": "Personeelsnummer|Functie|Datum in dienst|Behaald op\n101|kok|2020-01-01|2024-05-01"})
    assert intake.registers.trainings is None
    assert problems_of(intake) == [("column.training_unread", "D1")]


STAFF = "Personeelsnummer | Naam | Functie\n1 | Anna Bakker | groep\n2 | Bert Smit | groep"


def entries(tables: dict[str, str]) -> list[tuple[str, str, str, str]]:
    intake = take({"Personeel": STAFF, **tables})
    return [] if intake.registers.trainings is None else shown(intake)


@pytest.mark.parametrize(
    ("sheet", "header"),
    [
        pytest.param("Scholing", "Naam | Meldcode 2024 | Meldcode 2025", id="a training and a year"),
        pytest.param("Meldcode", "Naam | 2024 | 2025", id="years below the sheet's name"),
        pytest.param("Training meldcode", "Naam | 2023/2024 | 2024-2025", id="school years"),
        pytest.param("Scholing", "Naam | Meldcode | Meldcode\n | 2024 | 2025", id="years below a heading"),
    ],
)
def test_a_column_for_each_year_is_a_training_and_a_year_is_never_a_day(sheet: str, header: str) -> None:
    found = entries({sheet: f"{header}\nAnna Bakker | x | 03-04-2025\nBert Smit | 2024 | 04-04-2025"})
    assert [(who, state) for who, _, state, _ in found] == [
        ("1", "undated"), ("1", "completed"), ("2", "unreadable"), ("2", "completed"),
    ]  # fmt: skip
    assert [day for _, _, state, day in found if state == "completed"] == ["2025-04-03", "2025-04-04"]


def test_a_sheet_of_years_that_names_no_training_is_not_read_and_said() -> None:
    intake = take({"Personeel": STAFF, "Scholing": "Naam | 2024 | 2025\nAnna Bakker | x | 03-04-2025"})
    assert intake.registers.trainings is None
    assert "sheet.no_header" in codes_of(intake)


@pytest.mark.parametrize(
    ("names", "header", "read"),
    [
        pytest.param(("Meldcode 2025", "BHV 2025"), "Naam | Datum", ("Meldcode 2025",), id="ours and another"),
        pytest.param(("Meldcode", "Kindcheck"), "Naam | Datum", ("Kindcheck", "Meldcode"), id="two of ours"),
        pytest.param(("Meldcode", "EHBO"), "Naam | Functie | Datum", ("Meldcode",), id="with what is known of people"),
        pytest.param(("Meldcode 2024", "Meldcode 2025"), "Naam | Datum", (), id="one name in two years"),
        pytest.param(("Meldcode", "Klachten"), "Naam | Datum", (), id="a sheet of something else"),
        pytest.param(("Meldcode", "BHV"), "Naam | Datum | Besluit", (), id="a list of something else"),
        pytest.param(("Meldingen meldcode", "BHV"), "Naam | Datum", (), id="reports"),
        pytest.param(("Meldcode gelezen", "BHV"), "Naam | Datum", (), id="what was read"),
        pytest.param(("Afwezig meldcode", "BHV"), "Naam | Datum", (), id="who was absent"),
        pytest.param(("Meldcode gepland", "BHV"), "Naam | Datum", (), id="what is planned"),
        pytest.param(("Aandachtsfunctionaris", "BHV"), "Naam | Datum", (), id="an office"),
    ],
)
def test_sheets_alike_that_are_called_by_trainings_list_who_followed_them(
    names: tuple[str, ...], header: str, read: tuple[str, ...]
) -> None:
    row = " | ".join(
        ["Anna Bakker", *["03-04-2025" if each.strip() == "Datum" else "x" for each in header.split("|")[1:]]]
    )
    found = entries(dict.fromkeys(names, f"{header}\n{row}"))
    ours = [entry for entry in found if not entry[1].startswith(("BHV", "EHBO"))]
    assert ours == [("1", name, "completed", "2025-04-03") for name in read]


def test_that_the_days_of_a_series_are_taken_for_completions_is_a_warning() -> None:
    table = "Naam | Datum\nAnna Bakker | 03-04-2025"
    found = [
        each for each in take({"Meldcode": table, "BHV": table}).problems if each.code == "training.title_of_series"
    ]
    assert {(each.severity, each.at.sheet) for each in found} >= {(Severity.WARNING, "Meldcode")}


def test_a_sheet_of_another_shape_is_none_of_a_series() -> None:
    found = entries(
        {"Meldcode": "Naam | Datum\nAnna Bakker | 03-04-2025", "BHV": "Datum | Naam\n03-04-2025 | Anna Bakker"}
    )
    assert found == []


def test_a_list_with_days_that_is_called_by_a_training_is_no_register_of_staff() -> None:
    intake = take({"Meldcode 2025": "Naam | Functie | Datum\nAnna Bakker | groep | 03-04-2025"})
    assert (intake.registers.staff, intake.registers.trainings) == (None, None)
    assert codes_of(intake) == {"sheet.training_unread"}


@pytest.mark.parametrize(("name", "is_read"), [("Blad1", True), ("Sheet 2", True), ("Lijst", False)])
def test_the_only_sheet_of_a_file_is_called_by_the_file_where_it_has_no_name_of_its_own(
    name: str, is_read: bool
) -> None:
    table = "Naam | Datum | Geslaagd\nAnna Bakker | 03-04-2025 | ja"
    intake = take_books(book(sheet(name, table), file="Meldcode basis.xlsx"))
    assert (intake.registers.trainings is not None) is is_read


@pytest.mark.parametrize(
    ("name", "code"),
    [("Meldcode", "sheet.training_unread"), ("BHV", "sheet.unrecognised"), ("Lijst", "sheet.unrecognised")],
)
def test_only_of_a_training_of_ours_it_is_said_how_its_sheet_can_be_read(name: str, code: str) -> None:
    assert codes_of(take({"Personeel": STAFF, name: "Naam | Datum\nAnna Bakker | 03-04-2025"})) == {code}


def test_of_an_attendance_list_of_a_training_of_ours_it_is_said_how_it_can_be_read() -> None:
    table = "Naam | Handtekening\nAnna Bakker | x\nBert Smit | x"
    found = codes_of(take({"Personeel": STAFF, "Presentielijst meldcode": table}))
    assert found == {"sheet.training_unread"}
    assert codes_of(take({"Personeel": STAFF, "Presentielijst meldcode": table.replace("Naam", "Zaal")})) == {
        "sheet.unrecognised"
    }


@pytest.mark.parametrize(
    ("heads", "code"),
    [
        ("Medewerkernr | Naam | Startdatum", "sheet.people_unread"),
        ("Naam | Geboorteplaats | E-mail", "sheet.people_unread"),
        ("Artikelnr | Naam | Startdatum", "sheet.unrecognised"),
    ],
)
def test_of_a_sheet_that_lists_people_and_is_no_register_it_is_said_that_they_do_not_count(
    heads: str, code: str
) -> None:
    table = f"{heads}\n107 | Bea Visser | 03-04-2025\n108 | Cas Mol | 03-04-2025"
    assert code in codes_of(take({"Personeel": STAFF, "Lijst": table}))


@pytest.mark.parametrize(
    ("heads", "staff"),
    [
        ("Medewerkernr | Naam | Startdatum | Einddatum", 3),
        ("Naam | Startdatum | Einddatum", 3),
        ("Naam | Scholing | Startdatum | Einddatum", 1),
        ("Medewerkernr | Naam | Startdatum", 1),
    ],
)
def test_a_second_list_with_from_when_to_when_people_are_there_is_staff(heads: str, staff: int) -> None:
    """The people of an agency or a pool count, though nothing is said of what they do: to overlook them would be in favour."""
    cells = {
        "Medewerkernr": "{n}",
        "Naam": "{name}",
        "Scholing": "BHV",
        "Startdatum": "01-02-2024",
        "Einddatum": "01-01-2027",
    }
    rows = "\n".join(
        " | ".join(cells[head].format(n=n, name=name) for head in heads.split(" | "))
        for n, name in ((201, "Cas Mol"), (202, "Dora Vos"))
    )
    first = "Personeelsnummer | Naam | Functie\n101 | Anna Bakker | leerkracht"
    intake = take({"Personeel": first, "Pool": f"{heads}\n{rows}"})
    assert len(intake.registers.staff or ()) == staff


@pytest.mark.parametrize(
    ("name", "staff"),
    [
        ("Vrijwilligers", 2),
        ("Stagiairs 2026", 2),
        ("Uitzendkrachten", 2),
        ("Rooster vrijwilligers", 1),
        ("Vrijwilligersbeleid", 1),
        ("Lijst", 1),
    ],
)
def test_a_sheet_called_by_people_who_work_there_and_nothing_else_is_staff(name: str, staff: int) -> None:
    first = "Personeelsnummer | Naam | Functie\n101 | Anna Bakker | leerkracht"
    intake = take({"Personeel": first, name: "Naam | Telefoon | E-mail\nCas Mol | 06 | c@mol.nl"})
    assert len(intake.registers.staff or ()) == staff


@pytest.mark.parametrize(
    "first",
    [
        pytest.param({"A": 107, "B": datetime(2020, 1, 1), "C": 2024, "D": 2023}, id="numbers and a day"),  # noqa: DTZ001
        pytest.param({"A": 107, "C": 2024, "D": 2023}, id="only numbers"),
        pytest.param({"A": "107", "B": "1-1-2020", "C": "2024", "D": "2023"}, id="texts"),
        pytest.param({"A": "107", "C": "behaald", "D": "behaald"}, id="what a second header row may say too"),
    ],
)
def test_somebody_whose_row_looks_like_a_second_header_row_is_not_lost(first: dict[str, Value]) -> None:
    header: dict[str, Value] = dict(zip("ABCD", ("Personeelsnummer", "In dienst", "Meldcode", "BHV"), strict=True))
    rows = [RawRow(1, header), RawRow(2, first), RawRow(3, {"A": "108", "C": "03-04-2025"})]
    intake = take_sheets(of_rows("Personeel", rows))
    assert [each.at.cell for each in intake.registers.staff or ()] == ["A2", "A3"]
