"""The repair workbook: somebody's own workbook, whole, with the cells at fault marked and listed."""

import csv
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from auditor.cli.inspect import command
from auditor.errors import AuditorError
from auditor.inspection import Inspection

LIST = "Herstellijst"
TRAINING = [
    ["Personeelsnummer", "Naam", "Scholing", "Behaald op", "Resultaat"],
    ["001", "Anna de Vries", "Meldcode", "01-02-2025", "behaald"],
    ["002", "Bea Jansen", "Meldcode", "voorjaar", "behaald"],
    ["003", "Cor Smit", "Meldcode", "29-02-2023", "behaald"],
    ["004", "Dirk Haan", "Meldcode", "31-04-2024", "behaald"],
]


def saved(folder: Path, name: str = "scholing.xlsx", change: Callable[[Any], None] = lambda _: None) -> Path:
    book = Workbook()
    book.active.title = "Scholing"
    for row in TRAINING:
        book.active.append(row)
    change(book)
    book.save(folder / name)
    return folder / name


def inspect(*arguments: str | Path) -> str:
    done = CliRunner().invoke(command, [*map(str, arguments), "--force"], standalone_mode=False)
    if done.exception is not None:
        raise done.exception
    return done.output


def repaired(folder: Path, source: Path, name: str = "herstel.xlsx", *more: str) -> Any:  # noqa: ANN401 -- no types
    inspect(source, "-o", folder / name, *more)
    return load_workbook(folder / name)


def seen(folder: Path, source: Path) -> Inspection:
    inspect(source, "-o", folder / "gezien.json")
    return msgspec.json.decode((folder / "gezien.json").read_bytes(), type=Inspection)


def marked(book: Any) -> dict[str, str]:  # noqa: ANN401 -- no types
    """The cells with a comment, by sheet and cell."""
    return {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text
        for sheet in book
        for row in sheet
        for cell in row
        if cell.comment is not None
    }


def listed(book: Any, sheet: str = LIST) -> list[tuple[Any, ...]]:  # noqa: ANN401 -- no types
    return [tuple(cell.value for cell in row) for row in book[sheet].iter_rows(min_row=5)]


def test_every_cell_at_fault_is_marked_and_listed_with_a_link(tmp_path: Path) -> None:
    book = repaired(tmp_path, saved(tmp_path))
    assert book.sheetnames == [LIST, "Scholing"]
    assert set(marked(book)) == {"Scholing!D3", "Scholing!D4", "Scholing!D5"}
    assert "29-02-2023" in marked(book)["Scholing!D4"]
    assert "Verbeter de datum" in marked(book)["Scholing!D4"]
    assert [(sheet, cell, value) for _, _, sheet, cell, value, _, _ in listed(book)] == [
        ("Scholing", "D3", "voorjaar"),
        ("Scholing", "D4", "29-02-2023"),
        ("Scholing", "D5", "31-04-2024"),
    ]
    assert [book[LIST][f"D{row}"].hyperlink.location for row in (5, 6, 7)] == [f"'Scholing'!D{n}" for n in (3, 4, 5)]
    assert book["Scholing"]["D3"].fill.fgColor.rgb == "FFFFF2CC"
    assert book["Scholing"]["D2"].fill.fill_type is None


def test_the_rest_of_the_workbook_stays_as_it_was(tmp_path: Path) -> None:
    def dressed(book: Any) -> None:  # noqa: ANN401 -- no types
        sheet = book.active
        sheet["A1"].font = Font(bold=True, color="FF112233")
        sheet["D3"].font = Font(italic=True)
        sheet["D3"].comment = Comment("vraag het Bea", "HR")
        sheet["B2"].comment = Comment("laat staan", "HR")
        sheet["G1"] = "=1+1"
        sheet.merge_cells("A8:C8")
        sheet.column_dimensions["B"].width = 33
        book.create_sheet("Grafiek's").append(["eigen blad", "=Scholing!A2"])

    book = repaired(tmp_path, saved(tmp_path, change=dressed))
    sheet = book["Scholing"]
    assert (sheet["A1"].font.b, sheet["A1"].font.color.rgb, sheet["D3"].font.i) == (True, "FF112233", True)
    assert sheet["D3"].comment.text.startswith("vraag het Bea")
    assert sheet["B2"].comment.text == "laat staan"
    assert (sheet["G1"].value, sheet.column_dimensions["B"].width) == ("=1+1", 33)
    assert [str(each) for each in sheet.merged_cells.ranges] == ["A8:C8"]
    assert book["Grafiek's"]["B1"].value == "=Scholing!A2"
    own = [[cell.value for cell in row] for row in sheet.iter_rows(max_row=5, max_col=5)]
    assert own == TRAINING


def test_the_copy_is_understood_like_the_original_and_our_list_is_no_register(tmp_path: Path) -> None:
    source = saved(tmp_path)
    before = seen(tmp_path, source)
    repaired(tmp_path, source)
    after = seen(tmp_path, tmp_path / "herstel.xlsx")
    ours = [each for each in after.inputs[0].sheets if each.name == LIST]
    others = [each for each in after.inputs[0].sheets if each.name != LIST]
    assert [(each.register, [left.reason for left in each.left_out]) for each in ours] == [(None, ["ours"])]
    assert others == before.inputs[0].sheets
    told = [(each.code, each.cell, each.count) for each in after.problems]
    assert sorted(told) == sorted(
        [*((each.code, each.cell, each.count) for each in before.problems), ("sheet.ours", "", 1)]
    )


def test_a_repaired_copy_is_marked_anew_and_loses_the_marks_that_are_no_longer_needed(tmp_path: Path) -> None:
    source = saved(tmp_path, change=lambda book: setattr(book.active["D3"], "comment", Comment("van mij", "HR")))
    book = repaired(tmp_path, source)
    book["Scholing"]["D3"] = "01-03-2025"
    book.save(tmp_path / "herstel.xlsx")
    again = repaired(tmp_path, tmp_path / "herstel.xlsx", "weer.xlsx")
    assert again.sheetnames == [LIST, "Scholing"]
    assert marked(again)["Scholing!D3"] == "van mij"
    assert again["Scholing"]["D3"].fill.fill_type is None
    assert set(marked(again)) == {"Scholing!D3", "Scholing!D4", "Scholing!D5"}
    assert len(listed(again)) == 2


def test_stored_results_of_formulas_are_kept(tmp_path: Path) -> None:
    source = saved(
        tmp_path, change=lambda book: book.active.append(["005", "=1+1", "Meldcode", '="a<b"&""', "behaald"])
    )
    out = BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                text = re.sub(rb"(<f>1\+1</f>)<v ?/?>(</v>)?", rb"\1<v>2</v>", text)
                text = re.sub(rb'<c r="D6">(<f>.*?</f>)<v ?/?>(</v>)?', rb'<c r="D6" t="str">\1<v>a&lt;b</v>', text)
            new.writestr(name, text)
    source.write_bytes(out.getvalue())
    book = repaired(tmp_path, source)
    assert (book["Scholing"]["B6"].value, book["Scholing"]["D6"].value) == ("=1+1", '="a<b"&""')
    stored = load_workbook(tmp_path / "herstel.xlsx", data_only=True)["Scholing"]
    assert (stored["B6"].value, stored["D6"].value) == (2, "a<b")


def test_foreign_text_never_becomes_a_formula(tmp_path: Path) -> None:
    rows = [["Casusnummer", "Datum signaal"], ["=1+1", "@SUM(A1)"], ["C-2", '=HYPERLINK("x")']]
    with (tmp_path / "=zaken.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    book = repaired(tmp_path, tmp_path / "=zaken.csv")
    cells = [cell for sheet in book for row in sheet for cell in row if isinstance(cell.value, str)]
    assert {cell.value for cell in cells} >= {"=1+1", "@SUM(A1)", '=HYPERLINK("x")'}
    assert {cell.data_type for cell in cells} == {"s"}


def test_a_csv_is_copied_by_its_values_and_understood_the_same(tmp_path: Path) -> None:
    text = "\ufeff" + "\r\n".join(";".join(row) for row in TRAINING)
    (tmp_path / "Scholing 2026.csv").write_text(text, "utf-8")
    before = seen(tmp_path, tmp_path / "Scholing 2026.csv")
    book = repaired(tmp_path, tmp_path / "Scholing 2026.csv")
    assert "Alleen de waarden" in book[LIST]["A3"].value
    after = seen(tmp_path, tmp_path / "herstel.xlsx")
    told = [(each.code, each.cell, each.count) for each in after.problems if each.code != "sheet.ours"]
    assert told == [(each.code, each.cell, each.count) for each in before.problems]


def test_a_workbook_that_cannot_be_copied_whole_is_copied_by_its_values(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = saved(tmp_path)

    def stumbles(*_: object, **__: object) -> None:
        raise ValueError

    with monkeypatch.context() as patched:
        patched.setattr("openpyxl.load_workbook", stumbles)
        inspect(source, "-o", tmp_path / "herstel.xlsx")
    book = load_workbook(tmp_path / "herstel.xlsx")
    assert set(marked(book)) == {"Scholing!D3", "Scholing!D4", "Scholing!D5"}
    assert "Alleen de waarden" in book[LIST]["A3"].value


def test_a_mark_in_a_merged_range_stands_at_its_first_cell(tmp_path: Path) -> None:
    book = repaired(tmp_path, saved(tmp_path, change=lambda book: book.active.merge_cells("D3:D4")))
    assert "Scholing!D3" in marked(book)


def test_several_files_have_a_copy_each_and_only_where_there_is_something_to_repair(tmp_path: Path) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    saved(folder, "een.xlsx")
    saved(folder, "twee.xlsx")

    def whole(book: Any) -> None:  # noqa: ANN401 -- no types
        book.active.delete_rows(3, 3)

    saved(folder, "drie.xlsx", change=whole)
    output = inspect(folder, "-o", tmp_path / "herstel.xlsx")
    assert {path.name for path in tmp_path.glob("*.xlsx")} == {"herstel - een.xlsx", "herstel - twee.xlsx"}
    assert output.count("Geschreven") == 2
    only = tmp_path / "goed"
    only.mkdir()
    saved(only, "a.xlsx", change=whole)

    def other(book: Any) -> None:  # noqa: ANN401 -- no types
        whole(book)
        book.properties.title = "another file, for a file that is given twice is something to repair"

    saved(only, "b.xlsx", change=other)
    assert "niets om te herstellen" in inspect(only, "-o", tmp_path / "leeg.xlsx")
    assert not list(tmp_path.glob("leeg*"))


def test_equal_input_gives_equal_bytes_and_the_input_stays(tmp_path: Path) -> None:
    source = saved(tmp_path)
    before = source.read_bytes()
    repaired(tmp_path, source, "a.xlsx")
    repaired(tmp_path, source, "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    with pytest.raises(AuditorError):
        inspect(tmp_path, "-o", source)
    assert source.read_bytes() == before


def test_the_copy_speaks_english_too(tmp_path: Path) -> None:
    book = repaired(tmp_path, saved(tmp_path), "herstel.xlsx", "--lang", "en")
    assert book.sheetnames[0] == "Repair list"
    assert "This day does not exist" in marked(book)["Scholing!D4"]


def test_somebodys_own_sheet_of_that_name_stays(tmp_path: Path) -> None:
    def own(book: Any) -> None:  # noqa: ANN401 -- no types
        book.create_sheet(LIST).append(["mijn lijst"])
        book.active["D3"].fill = PatternFill("solid", fgColor="FF00FF00")

    book = repaired(tmp_path, saved(tmp_path, change=own))
    assert book.sheetnames == [f"{LIST} 2", "Scholing", LIST]
    assert book[LIST]["A1"].value == "mijn lijst"
