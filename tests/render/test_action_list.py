"""The action list: what must be done, filled in by a person, and read back by the next audit."""

import io
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from auditor.api import Audit, audit
from auditor.evidence import Severity
from auditor.intake.ours import TABLE_NAMES
from auditor.render.to_xlsx import HEAD, REGISTER, head, to_xlsx
from auditor.render.words import Say
from auditor.texts import LANGUAGES
from tests.form.filling import DAY, LIBRARY, Filler, filled, written
from tests.render.fixtures import TEXTS, edition, judged, report

SOFFICE = shutil.which("soffice")
Rows = list[dict[str, Any]]


def rows_of(content: bytes, lang: str = "nl") -> Rows:
    """The lines of a list, by heading."""
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    heads = [cell.value for cell in sheet[HEAD]]
    assert sheet.title == {"nl": "Actieplan", "en": "Action plan"}[lang]
    return [
        dict(zip(heads, (cell.value for cell in row), strict=True))
        for row in sheet.iter_rows(min_row=HEAD + 1)
        if row[0].value
    ]


def with_gaps(where: Path) -> Path:
    """Two of four people of Oost and West are not trained, and the code lacks an element."""
    path = filled(written(where, "po"))
    filler = Filler(path)
    staff, training, elements = (filler.book[name] for name in ("Personeel", "Scholing", "Meldcode-inhoud"))
    for row in training.iter_rows(min_row=HEAD + 1):
        if row[0].value in {"3", "4"}:
            for cell in row:
                cell.value = None
    staff[f"D{HEAD + 4}"].value = "West"
    for row in elements.iter_rows(min_row=HEAD + 1):
        if str(row[0].value).startswith("MC-2.1.b "):
            row[2].value, row[3].value = "nee", None
    return filler.save()


def list_of(*paths: Path, lang: str = "nl", on: date = DAY) -> tuple[Audit, bytes]:
    made = audit(paths, on)
    return made, to_xlsx(made.edition(lang))


def typed(content: bytes, where: Path, requirement: str, who: str = "", **cells: object) -> Path:
    """The list with cells typed into the first line of a requirement, or into that of somebody."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    heads = {cell.value: cell.column for cell in sheet[HEAD]}
    for row in sheet.iter_rows(min_row=HEAD + 1):
        if row[0].value == requirement and who in str(row[heads["Om wie het gaat"] - 1].value or ""):
            for name, value in cells.items():
                row[heads[name.replace("_", " ")] - 1].value = value
            break
    path = where / "acties.xlsx"
    book.save(path)
    return path


# --- what stands in it ---


def test_the_law_comes_first_and_the_worst_verdict_before_the_others(tmp_path: Path) -> None:
    _, content = list_of(with_gaps(tmp_path))
    found = rows_of(content)
    assert (found[0]["Eis"], found[0]["Oordeel"], found[0]["Soort eis"]) == ("MC-2.1.b", "niet voldaan", "Wet")
    kinds = [row["Soort eis"] for row in found]
    assert kinds == sorted(kinds, key=lambda kind: kind != "Wet")


def test_what_is_derived_or_in_order_is_not_in_it(tmp_path: Path) -> None:
    made, content = list_of(with_gaps(tmp_path))
    verdicts = {each.id: each.verdict for each in made.result().requirements}
    assert not [row["Eis"] for row in rows_of(content) if verdicts[row["Eis"]] in {"met", "not_applicable"}]
    assert "MC-2.1.a" not in {row["Eis"] for row in rows_of(content)}


def test_there_is_a_line_for_everybody_who_must_be_trained_by_name_and_location(tmp_path: Path) -> None:
    _, content = list_of(with_gaps(tmp_path))
    people = [row for row in rows_of(content) if row["Eis"] == "MC-3.1" and row["Om wie het gaat"]]
    assert [(row["Om wie het gaat"], row["Locatie"], row["Functie"]) for row in people] == [
        ("Medewerker Nummer3 (3)", "Oost", "begeleider"),
        ("Medewerker Nummer4 (4)", "West", "begeleider"),
    ]
    assert people[0]["Waar (bestand › blad › cel)"] == "intake.xlsx › Personeel › A8"


def test_it_says_that_it_holds_personal_data(tmp_path: Path) -> None:
    _, content = list_of(with_gaps(tmp_path))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert "persoonsgegevens" in sheet["A2"].value
    assert "persoonsgegevens" in str(sheet.oddFooter.left.text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_may_be_typed_and_how_it_prints(tmp_path: Path, lang: str) -> None:
    _, content = list_of(with_gaps(tmp_path), lang=lang)
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    rules = [each.type for each in sheet.data_validations.dataValidation]
    assert sorted(filter(None, rules)) == ["date", "date", "list"]
    assert (sheet.freeze_panes, sheet.print_title_rows) == (f"B{HEAD + 1}", f"${HEAD}:${HEAD}")
    assert sheet.auto_filter.ref.startswith(f"A{HEAD}:O")


def test_foreign_text_never_becomes_a_formula() -> None:
    hostile = report(requirements=[judged("MC-2.1.b", "not_met", "=1+1", advice='=HYPERLINK("http://x")')])
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(edition(hostile))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=")]
    assert len(cells) == 4
    assert all((cell.data_type, cell.quotePrefix) == ("s", True) for cell in cells)


def test_where_nothing_is_to_be_done_it_says_so(tmp_path: Path) -> None:
    nothing = report(requirements=[judged("MC-1.1", "met", "x")])
    content = to_xlsx(edition(nothing))
    assert rows_of(content) == []
    assert "niets te doen" in openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]["A3"].value
    assert tmp_path.exists()


def test_a_result_file_alone_makes_a_list_without_names() -> None:
    assert len(rows_of(to_xlsx(edition()))) >= 8


# --- read back ---


def test_an_empty_list_is_read_back_without_a_problem(tmp_path: Path) -> None:
    path = with_gaps(tmp_path)
    _, content = list_of(path)
    again = tmp_path / "acties.xlsx"
    again.write_bytes(content)
    made, _ = list_of(path, again)
    of_list = [each for each in made.intake.problems if each.at.file == "acties.xlsx"]
    assert [each.code for each in of_list if each.severity is not Severity.NOTE] == []
    read = {
        sheet.name: (sheet.register, sorted(sheet.columns))
        for file in made.intake.inputs
        if file.file == "acties.xlsx"
        for sheet in file.sheets
    }
    assert read["Actieplan"] == ("actions", sorted(REGISTER))
    assert {register for name, (register, _) in read.items() if name != "Actieplan"} == {None}


def test_what_was_filled_in_is_shown_by_the_next_audit_and_stands_in_the_next_list(tmp_path: Path) -> None:
    path = with_gaps(tmp_path)
    _, content = list_of(path)
    plan = typed(
        content,
        tmp_path,
        "MC-2.1.b",
        Eigenaar="directeur",
        Gereed_voor=date(2026, 10, 1),
        Opmerking="offerte is binnen",
    )
    made, next_ = list_of(path, plan)
    action = next(each.action for each in made.result().requirements if each.id == "MC-2.1.b")
    assert action is not None
    assert (action.owner, action.due, action.state) == ("directeur", date(2026, 10, 1), "overdue")
    row = rows_of(next_)[0]
    assert (row["Eis"], row["Eigenaar"], row["Gereed voor"].date(), row["Opmerking"]) == (
        "MC-2.1.b", "directeur", date(2026, 10, 1), "offerte is binnen",
    )  # fmt: skip


def test_a_second_list_has_no_more_lines_than_the_first(tmp_path: Path) -> None:
    path = with_gaps(tmp_path)
    _, first = list_of(path)
    plan = typed(first, tmp_path, "MC-2.1.b", Eigenaar="directeur")
    _, second = list_of(path, plan)
    assert [row["Actie"] for row in rows_of(second)] == [row["Actie"] for row in rows_of(first)]
    (tmp_path / "acties.xlsx").write_bytes(second)
    _, third = list_of(path, plan)
    assert rows_of(third) == rows_of(second)


def test_an_action_about_somebody_stays_with_that_person(tmp_path: Path) -> None:
    path = with_gaps(tmp_path)
    _, content = list_of(path)
    plan = typed(content, tmp_path, "MC-3.1", who="Nummer4", Eigenaar="teamleider")
    _, next_ = list_of(path, plan)
    owners = {row["Om wie het gaat"]: row["Eigenaar"] for row in rows_of(next_) if row["Eis"] == "MC-3.1"}
    assert owners["Medewerker Nummer4 (4)"] == "teamleider"
    assert owners["Medewerker Nummer3 (3)"] is None


def test_nobody_is_asked_to_do_what_was_done(tmp_path: Path) -> None:
    path = with_gaps(tmp_path)
    _, content = list_of(path)
    plan = typed(content, tmp_path, "MC-3.1", who="Nummer4", Eigenaar="teamleider")
    filler = Filler(path)
    page = filler.book["Scholing"]
    empty = next(row[0].row for row in page.iter_rows(min_row=HEAD + 1) if not row[0].value)
    for column, value in {"A": "4", "C": "Basisscholing meldcode", "E": date(2026, 11, 1)}.items():
        page[f"{column}{empty}"].value = value
    filler.save()
    _, next_ = list_of(path, plan)
    assert "Nummer4" not in str([row for row in rows_of(next_) if row["Eis"] == "MC-3.1"])


def test_the_organisations_own_words_and_actions_are_kept_until_they_are_done(tmp_path: Path) -> None:
    path = with_gaps(tmp_path)
    filler = Filler(path)
    filler.rows("Actieplan", [
        {"Eis": "MC-2.1.b", "Actie": "Kader laten schrijven door bureau X", "Gereed voor": date(2026, 12, 1)},
        {"Eis": "MC-2.1.b", "Actie": "Kader bespreken in het MT"},
        {"Eis": "MC-2.1.b", "Actie": "Offerte vragen", "Gereed op": date(2026, 9, 1)},
        {"Eis": "MC-1.1", "Actie": "Meldcode herdrukken"},
    ])  # fmt: skip
    _, content = list_of(filler.save())
    kept = [(row["Eis"], row["Actie"]) for row in rows_of(content)]
    assert kept[:2] == [("MC-2.1.b", "Kader laten schrijven door bureau X"), ("MC-2.1.b", "Kader bespreken in het MT")]
    assert kept[-1] == ("MC-1.1", "Meldcode herdrukken")
    assert "Offerte vragen" not in [action for _, action in kept]


def test_what_is_late_comes_before_what_is_not_among_equals(tmp_path: Path) -> None:
    path = with_gaps(tmp_path)
    filler = Filler(path)
    page = filler.book["Meldcode-inhoud"]
    for row in page.iter_rows(min_row=HEAD + 1):
        if str(row[0].value).startswith("MC-2.2.b "):
            row[2].value, row[3].value = "nee", None
    filler.rows("Actieplan", [{"Eis": "MC-2.2.b", "Actie": "Stap 2 schrijven", "Gereed voor": date(2026, 11, 21)}])
    _, content = list_of(filler.save())
    assert [row["Eis"] for row in rows_of(content)][:2] == ["MC-2.2.b", "MC-2.1.b"]


def test_names_stay_in_the_list(tmp_path: Path) -> None:
    path = with_gaps(tmp_path)
    _, content = list_of(path)
    plan = typed(content, tmp_path, "MC-3.1", who="Nummer4", Eigenaar="Medewerker Nummer2")
    made, next_ = list_of(path, plan)
    assert "Nummer2" in str(rows_of(next_))
    assert "Nummer" not in str(made.to_dict())


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_may_save_it(tmp_path: Path) -> None:
    path = with_gaps(tmp_path)
    _, content = list_of(path)
    plan = typed(content, tmp_path, "MC-2.1.b", Eigenaar="directeur", Gereed_voor=date(2027, 1, 15))
    where = tmp_path / "opnieuw"
    home = f"-env:UserInstallation=file://{tmp_path}/profiel"
    subprocess.run(
        [str(SOFFICE), home, "--headless", "--convert-to", "xlsx", "--outdir", str(where), str(plan)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    before, after = list_of(path, plan)[0].result(), list_of(path, where / "acties.xlsx")[0].result()
    assert [each.action for each in after.requirements] == [each.action for each in before.requirements]


def test_the_headings_are_those_of_the_register() -> None:
    for lang in LANGUAGES:
        say = Say(TEXTS[lang])
        assert [head(name, say) for name in REGISTER] == [say.word(f"field.actions.{name}") for name in REGISTER]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_untouched_list_is_no_plan_and_asks_for_nothing(tmp_path: Path, lang: str) -> None:
    path = with_gaps(tmp_path)
    before, content = list_of(path, lang=lang)
    again = tmp_path / "acties.xlsx"
    again.write_bytes(content)
    made, _ = list_of(path, again)
    assert not [each.id for each in made.result().requirements if each.action]
    said = {(each.code, each.at.sheet) for each in made.intake.problems if each.at.file == "acties.xlsx"}
    ours = {"nl": ("Alle eisen", "Alle cellen"), "en": ("All requirements", "All cells")}[lang]
    assert said == {("sheet.ours", name) for name in ours}
    assert not [each for each in before.intake.problems if each.code == "sheet.ours"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_intake_knows_how_our_lines_begin_and_what_our_table_is_called(lang: str) -> None:
    texts = TEXTS[lang]
    begins = (texts.word("list.train", who="").strip(), texts.word("list.place", location="").strip())
    assert set(begins) <= set(LIBRARY.vocabulary.suggested)
    assert texts.word("list.table").startswith(TABLE_NAMES)
    assert texts.word("list.cells.sheet").startswith(TABLE_NAMES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_cell_that_was_seen_stands_in_the_list(tmp_path: Path, lang: str) -> None:
    made, content = list_of(with_gaps(tmp_path), lang=lang)
    name = TEXTS[lang].word("list.cells.sheet")
    rows = list(openpyxl.load_workbook(io.BytesIO(content))[name].iter_rows(min_row=3, values_only=True))
    seen = [(each.id, at.file, at.sheet, at.cell) for each in made.result(lang).requirements for at in each.evidence]
    assert [(row[0], row[3], row[4], row[5] or "") for row in rows] == seen
    assert len(seen) > 10
