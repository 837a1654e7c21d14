"""The intake workbook: what it asks, and what comes of it when it is filled in, or not."""

import shutil
import subprocess
from datetime import date
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest

from auditor.checklist import Checklist
from auditor.form.asked import asked
from auditor.form.book import FIELDS, HEAD, make_form
from auditor.form.entries import heading
from auditor.intake.headers import Headers
from auditor.intake.meaning import activity_kind, topics_of
from auditor.layouts import Kind
from auditor.library import load_texts
from auditor.texts import LANGUAGES
from auditor.workbook.write import to_bytes
from tests.form.filling import DAY, LIBRARY, SECTORS, Filler, filled, judged, order, written

LAYOUTS = {layout.register: layout for layout in LIBRARY.vocabulary.layouts}
HEADERS = Headers(LIBRARY.vocabulary)
SOFFICE = shutil.which("soffice")


def problems(path: Path) -> list[tuple[str, str, str]]:
    """Everything that is said of the workbook, down to the smallest note and question."""
    made = judged(path)
    return [(each.code, each.at.sheet, each.at.cell) for each in made.intake.problems + made.outlook.problems]


def law(path: Path) -> dict[str, str]:
    """The verdicts on requirements of law that are not met, of those that apply."""
    result = judged(path).result()
    fine = {"met", "not_applicable"}
    return {each.id: each.verdict for each in result.requirements if each.layer == "law" and each.verdict not in fine}


# --- filled in ---


@pytest.mark.parametrize("sector", SECTORS)
def test_filled_in_well_it_is_proof_without_a_problem(tmp_path: Path, sector: str) -> None:
    path = filled(written(tmp_path, sector))
    assert problems(path) == []
    assert law(path) == ({"MC-1.6": "for_a_person"} if law(path).get("MC-1.6") == "for_a_person" else {})
    assert judged(path).result().conclusion == ("not_shown" if law(path) else "proof")


@pytest.mark.parametrize("pair", [*list(pairwise(SECTORS))[::5], ("dagopvang", "bso", "gastouderbureau")], ids="+".join)
def test_several_sectors_fit_in_one_workbook(tmp_path: Path, pair: tuple[str, ...]) -> None:
    path = filled(written(tmp_path, *pair))
    assert judged(path).result().organisation.sectors == [each for each in SECTORS if each in pair]
    assert (problems(path), law(path)) == ([], {})


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_libreoffice_may_save_it(tmp_path: Path, suffix: str) -> None:
    path = filled(written(tmp_path, "dagopvang", "bso"))
    where = tmp_path / "opnieuw"
    home = f"-env:UserInstallation=file://{tmp_path}/profiel"
    subprocess.run(
        [str(SOFFICE), home, "--headless", "--convert-to", suffix, "--outdir", str(where), str(path)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    again = where / f"intake.{suffix}"
    assert (problems(again), law(again)) == ([], {})


def test_one_answer_less_is_one_verdict_less(tmp_path: Path) -> None:
    filler = Filler(filled(written(tmp_path, "po")))
    page = filler.book["Meldcode-inhoud"]
    row = next(cell.row for cell in page["A"] if str(cell.value).startswith("MC-2.1.b "))
    page[f"C{row}"].value, page[f"D{row}"].value = "nee", None
    path = filler.save()
    assert "not_met" in law(path)["MC-2.1.b"]
    assert judged(path).result().conclusion == "gaps"


# --- empty ---


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("sector", SECTORS)
def test_empty_it_says_what_to_fill_in_and_meets_nothing(tmp_path: Path, sector: str, lang: str) -> None:
    result = judged(written(tmp_path, sector, lang=lang)).result(lang)
    assert result.organisation.sectors == [sector]
    assert result.conclusion != "proof"
    assert [each.id for each in result.requirements if each.verdict in {"met", "partly_met"}] == []
    assert all(each.advice for each in result.requirements if each.verdict == "not_shown")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sheet_is_read_as_its_register_with_every_column(tmp_path: Path, lang: str) -> None:
    inputs = judged(written(tmp_path, "zorg", "po", lang=lang)).intake.inputs
    read = {sheet.register: set(sheet.columns) for sheet in inputs[0].sheets if sheet.register}
    assert {name: read.get(name) for name in FIELDS} == {name: set(fields.split()) for name, fields in FIELDS.items()}
    assert {"organisation", "elements"} <= set(read)


def test_no_row_of_the_empty_workbook_counts_but_the_questions(tmp_path: Path) -> None:
    inputs = judged(written(tmp_path, "zorg")).intake.inputs
    used = {sheet.register: sheet.rows_used for sheet in inputs[0].sheets if sheet.rows_used}
    assert used.pop("elements") == len(asked(order("zorg")))
    assert used == {"organisation": 1}


# --- what it asks ---


@pytest.mark.parametrize("sector", SECTORS)
def test_there_is_a_row_for_every_question_that_binds_the_sector(tmp_path: Path, sector: str) -> None:
    page = openpyxl.load_workbook(written(tmp_path, sector))["Meldcode-inhoud"]
    rows = [str(row[0].value).split(" ")[0] for row in page.iter_rows(min_row=HEAD + 1)]
    assert rows == [each.id for each in asked(order(sector))]
    assert all(row[1].value for row in page.iter_rows(min_row=HEAD + 1))


def test_another_checklist_makes_another_workbook() -> None:
    import msgspec

    checklist: Checklist = LIBRARY.checklist
    extra = msgspec.structs.replace(asked(order("po"))[0], id="EIGEN-1")
    grown = msgspec.structs.replace(checklist, requirements=(*checklist.requirements, extra))
    wider = msgspec.structs.replace(order("po"), library=msgspec.structs.replace(LIBRARY, checklist=grown))
    assert [each.id for each in asked(wider)] == [*(each.id for each in asked(order("po"))), "EIGEN-1"]


def test_not_applicable_is_offered_only_where_the_law_knows_it() -> None:
    page = openpyxl.load_workbook(__import__("io").BytesIO(to_bytes(make_form(order("zorg")))))["Meldcode-inhoud"]
    offered = {
        str(page[f"A{cell.min_row}"].value).split(" ")[0]: "n.v.t." in rule.formula1
        for rule in page.data_validations.dataValidation
        if rule.type == "list" and "ja" in str(rule.formula1)
        for cell in rule.sqref.ranges
    }
    assert {id_ for id_, has in offered.items() if has} >= {"MC-2.1.d", "MC-2.1.e", "MC-2.1.f"}
    assert not offered["MC-2.1.b"]


def test_facts_are_asked_only_where_something_depends_on_them() -> None:
    def keys(sector: str) -> set[object]:
        sheet = make_form(order(sector)).sheets[1]
        return {row[0].value for row in sheet.rows}  # type: ignore[union-attr]

    assert "Volwassen cliënten" in keys("zorg")
    assert "Volwassen cliënten" not in keys("dagopvang")


# --- words ---


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("register", ["organisation", "elements", *FIELDS])
def test_headings_and_sheet_names_are_understood(register: str, lang: str) -> None:
    texts = load_texts(lang)
    assert HEADERS.names(texts.word(f"register.{register}"), register) == 2
    for field in LAYOUTS[register].fields:
        if register in FIELDS and field.name not in FIELDS[register].split():
            continue
        claims = [each for each in HEADERS.claims(heading(register, field, texts)) if each.register == register]
        assert field.name in {each.field for each in claims}, field.name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_words_to_choose_from_are_understood(lang: str) -> None:
    texts, vocabulary = load_texts(lang), LIBRARY.vocabulary
    for topic in vocabulary.topics:
        assert topics_of(texts.word(f"form.topic.{topic.id}"), "", vocabulary) == {topic.id}
    for kind in vocabulary.activities:
        assert activity_kind(texts.word(f"activity.{kind.id}"), vocabulary) == kind.id
    for status in vocabulary.statuses:
        assert texts.word(f"form.status.{status.id}") in status.words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_explanation_is_cut_where_the_cell_shows_it(lang: str) -> None:
    for sheet in make_form(order(*SECTORS, lang=lang)).sheets:
        assert [each.says for each in sheet.entries if len(each.says) > 255] == []


def test_columns_of_dates_take_days_only() -> None:
    book = make_form(order("zorg"))
    for register in FIELDS:
        sheet = next(each for each in book.sheets if each.name == load_texts("nl").word(f"register.{register}"))
        days = [f for f in LAYOUTS[register].fields if f.kind is Kind.DATE and f.name in FIELDS[register].split()]
        assert sum(type(entry.rule).__name__ == "DayOnly" for entry in sheet.entries) == len(days)


def test_equal_orders_give_equal_bytes() -> None:
    assert to_bytes(make_form(order("zorg"))) == to_bytes(make_form(order("zorg")))


def test_before_the_law_nothing_is_asked() -> None:
    assert asked(order("zorg", day=date(2010, 1, 1))) == ()
    assert DAY.year == 2026
