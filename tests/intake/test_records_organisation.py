"""The organisation's sheet of keys and values."""

import pytest

from auditor.registers import Organisation
from tests.intake.taken import account_of, codes_of, problems_of, registers_of, take, take_books
from tests.tables import book, sheet


def organisation(table: str, name: str = "Organisatie") -> Organisation:
    found = take({name: table}).registers.organisation
    assert found is not None
    return found


def sectors(table: str) -> list[str | None]:
    return [cell.value for cell in organisation(table).sectors]


def test_every_fact_is_read_with_its_cell() -> None:
    found = organisation("""
        Naam organisatie                          | De Regenboog
        KvK-nummer                                | 12345678
        Sectoren                                  | dagopvang
        Volwassen cliënten                        | ja
        Meldingsbevoegd verwijsindex              | nee
        Solistisch werkend                        | nee
        Cliëntgroepen                             | kinderen
        Eigen norm scholing (%)                   | 90
        Eigen geldigheid scholing (maanden)       | 24
        Eigen evaluatietermijn meldcode (maanden) | 36
        Inwerktermijn (maanden)                   | 6
    """)
    assert (found.name.value, found.name.at.cell) == ("De Regenboog", "B1")
    assert (found.adult_clients.value, found.vir_authorised.value, found.solo.value) == (True, False, False)
    assert found.client_groups.value == "kinderen"
    assert (found.training_norm_percent.value, found.training_valid_months.value) == (90, 24)
    assert (found.review_months.value, found.induction_months.value, found.induction_months.at.cell) == (36, 6, "B11")


@pytest.mark.parametrize(
    "table",
    [
        pytest.param("Naam organisatie|De Regenboog\nSector|bso", id="no header"),
        pytest.param("Gegeven|Waarde\nNaam organisatie|De Regenboog\nSector|bso", id="a header"),
        pytest.param("Ons bedrijf\n\nGegeven|Waarde\nNAAM ORGANISATIE:|De Regenboog\nsector:|bso", id="a title too"),
        pytest.param("|Naam organisatie||De Regenboog\n|Sector||bso", id="values further to the right"),
        pytest.param("Sector|bso\nPlaats|Hier\nNaam organisatie|De Regenboog", id="another order"),
        pytest.param("Naam organisatie|Sector\nDe Regenboog|bso", id="as a table"),
    ],
)
def test_keys_and_values_are_found_wherever_they_stand(table: str) -> None:
    found = organisation(table)
    assert (found.name.value, [cell.value for cell in found.sectors]) == ("De Regenboog", ["bso"])


def test_the_sheet_is_told_by_its_keys_too() -> None:
    assert registers_of(take({"Blad1": "Naam instelling|X\nBranche|zorg", "Blad2": "x"}))["Blad1"] == ["organisation"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("dagopvang", ["dagopvang"], id="a code"),
        pytest.param("KO-DAG", ["dagopvang"], id="the code of the law"),
        pytest.param("Buitenschoolse opvang", ["bso"], id="a plain name"),
        pytest.param("dagopvang; bso", ["dagopvang", "bso"], id="a semicolon"),
        pytest.param("dagopvang, bso,", ["dagopvang", "bso"], id="a comma"),
        pytest.param("dagopvang\nbso", ["dagopvang", "bso"], id="a line break"),
        pytest.param("dagopvang en bso", ["dagopvang", "bso"], id="and"),
        pytest.param("dagopvang/bso", ["dagopvang", "bso"], id="a slash"),
        pytest.param("bso; BSO", ["bso"], id="twice the same"),
    ],
)
def test_sectors_may_be_listed_in_one_cell(text: str, codes: list[str]) -> None:
    rows = f"Naam organisatie|De Regenboog\nSectoren|{text}"
    if "\n" in text:
        from auditor.intake.sheets import RawRow
        from tests.intake.taken import take_sheets
        from tests.tables import of_rows

        raw = [RawRow(1, {"A": "Naam organisatie", "B": "X"}), RawRow(2, {"A": "Sectoren", "B": text})]
        found = take_sheets(of_rows("Organisatie", raw)).registers.organisation
        assert found is not None
        assert [cell.value for cell in found.sectors] == codes
    else:
        assert sectors(rows) == codes


def test_sectors_may_fill_several_cells_and_rows() -> None:
    found = organisation("Naam organisatie|X\nSectoren|dagopvang|bso\n|po\nSolo|nee\n|vo")
    assert [cell.value for cell in found.sectors] == ["dagopvang", "bso", "po"]
    assert found.solo.value is False


def test_an_unknown_sector_is_an_error_that_names_it() -> None:
    intake = take({"Organisatie": "Naam organisatie|X\nSectoren|bso; ruimtevaart"})
    assert [(each.code, each.severity, each.at.cell, each.facts["value"]) for each in intake.problems] == [
        ("sector.unknown", "error", "B2", "ruimtevaart")
    ]
    assert intake.registers.organisation is not None
    assert [(cell.value, cell.typed) for cell in intake.registers.organisation.sectors] == [
        ("bso", "bso; ruimtevaart"),
        (None, "ruimtevaart"),
    ]


@pytest.mark.parametrize("text", ["zorg voor ouderen", "geen bso", "niet dagopvang"])
def test_a_sector_is_not_heard_in_a_longer_text(text: str) -> None:
    assert sectors(f"Naam organisatie|X\nSectoren|{text}") == [None]


def test_keys_that_are_not_ours_are_left_out_and_counted() -> None:
    intake = take({"Organisatie": "Naam organisatie|X\nSector|bso\nPlaats|Hier\nKvK-nummer|"})
    account = account_of(intake, "Organisatie")
    assert (account.rows_read, account.rows_used, account.header_row) == (4, 2, None)
    assert [(each.reason, each.count) for each in account.left_out] == [("no_value", 1), ("unknown_key", 1)]
    assert account.columns == {"name": "B", "sectors": "B"}


def test_a_fact_that_contradicts_itself_is_unknown() -> None:
    intake = take({"Organisatie": "Naam organisatie|X\nSector|bso\nVolwassen cliënten|ja\nVolwassen cliënten|nee"})
    found = intake.registers.organisation
    assert found is not None
    assert (found.adult_clients.value, found.adult_clients.is_unreadable) == (None, True)
    assert problems_of(intake) == [("organisation.contradiction", "B3")]


def test_sheets_about_the_organisation_complete_each_other() -> None:
    intake = take_books(
        book(sheet("Organisatie", "Naam organisatie|X\nSector|bso"), file="a.xlsx"),
        book(sheet("Profiel", "Naam organisatie|X\nSector|dagopvang\nSolo|ja"), file="b.xlsx"),
    )
    found = intake.registers.organisation
    assert found is not None
    assert [cell.value for cell in found.sectors] == ["bso", "dagopvang"]
    assert found.solo.value is True
    assert codes_of(intake) == set()


@pytest.mark.parametrize(
    ("key", "typed", "code"),
    [
        pytest.param("Volwassen cliënten", "soms", "answer.unreadable", id="neither yes nor no"),
        pytest.param("Volwassen cliënten", "deels", "answer.undecided", id="partly"),
        pytest.param("Solo", "n.v.t.", "answer.undecided", id="exempt"),
        pytest.param("Inwerktermijn (maanden)", "kort", "number.unreadable", id="no number"),
    ],
)
def test_a_fact_that_cannot_be_read_is_unknown_and_said(key: str, typed: str, code: str) -> None:
    intake = take({"Organisatie": f"Naam organisatie|X\nSector|bso\n{key}|{typed}"})
    assert [(each.code, each.at.cell, each.facts["value"]) for each in intake.problems] == [(code, "B3", typed)]
