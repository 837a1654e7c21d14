"""A checklist of one's own: it adds, it never loosens, and what is wrong with it is said with its line or its cell."""

import io
import re
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from auditor.api import audit
from auditor.clausebook import checklist_book
from auditor.clausesheet import COLUMNS, LAYERS, RULES
from auditor.cli.checklist import command
from auditor.cli.demo import SAMPLE_DAY
from auditor.errors import ChecklistError, OutputError, UsageError
from auditor.intake.known import KnownAs
from auditor.library import load_library, load_texts
from auditor.resources import shipped
from auditor.texts import LANGUAGES
from tests.intake import test_ods as opendocument

EXAMPLE = Path(shipped("sample_data")) / "eigen-eisen" / "gemeente-voorbeeld.yaml"
ROW = {
    "Nummer": "GEM-1",
    "Soort eis": "Norm van de toezichthouder",
    "Titel": "Elk jaar casussen besproken",
    "Wat wordt gevraagd": "In de laatste twaalf maanden is een casus besproken.",
    "Vraag": "Wanneer is er een casus besproken?",
    "Advies": "Plan een bespreking per kwartaal.",
    "Sectoren": "Wmo; jeugdhulp",
    "Bron": "Contract voorbeeldgemeente",
    "Artikel": "7.2",
    "Hoe beoordeeld": "activiteit",
    "Woorden": "Casuïstiek",
    "Maanden": 12,
}


def workbook(tmp_path: Path, *rows: dict[str, object], sheet: str = "Eigen eisen", without: str = "") -> Path:
    """A workbook with a title, the headers, and these rows."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    headers = [column.nl for column in COLUMNS if column.nl != without]
    page.append(["Eigen eisen van een voorbeeldgemeente"])
    page.append(headers)
    for row in rows:
        page.append([row.get(header) for header in headers])
    path = tmp_path / "gemeente.xlsx"
    data = io.BytesIO()
    book.save(data)
    path.write_bytes(data.getvalue())
    return path


def said(error: ChecklistError) -> str:
    """What the user reads; the other language must have words too."""
    for lang in LANGUAGES:
        load_texts(lang).say(error.says)
    return load_texts("nl").say(error.says)


def test_the_example_that_comes_along_is_sound() -> None:
    checklist = load_library([str(EXAMPLE)]).checklist
    own = [each for each in checklist.requirements if not each.id.startswith(("MC-", "NB-"))]
    assert [(each.id, str(each.layer)) for each in own] == [
        ("GEM-1", "supervisor_norm"),
        ("GEM-2", "supervisor_norm"),
        ("GEM-3", "own_norm"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        pytest.param(
            "checklist: gemeente-voorbeeld", "checklist: meldcode", "taken_name", 10, id="the shipped one's name"
        ),
        pytest.param(
            "checklist: gemeente-voorbeeld", "checklist: Meldcode", "taken_name", 10, id="in another spelling"
        ),
        pytest.param("checklist: gemeente-voorbeeld", "checklist:", "missing_key", 10, id="no name"),
        pytest.param('version: "2026.1"', "", "missing_key", 1, id="no version"),
        pytest.param('version: "2026.1"', 'version: ""', "missing_key", 11, id="an empty version"),
        pytest.param('version: "2026.1"', "version: 2026.1", "wrong_type", 11, id="a version that is a number"),
        pytest.param("id: GEM-1", "id: MC-9.1", "shipped_prefix", 18, id="a number like a shipped one"),
        pytest.param("id: GEM-1", "id: nb-99", "shipped_prefix", 18, id="however it is written"),
        pytest.param("id: GEM-1", "id: MC-1.1", "duplicate_id", 18, id="a number that exists"),
        pytest.param("id: GEM-1", 'id: " MC-3.1"', "odd_id", 18, id="a space before it"),
        pytest.param("id: GEM-1", 'id: ""', "odd_id", 18, id="no number"),
        pytest.param(
            "id: GEM-1", "id: \N{CYRILLIC CAPITAL LETTER EM}C-3.1", "odd_id", 18, id="a letter that looks the same"
        ),
        pytest.param("id: GEM-1", f"id: {'G' * 41}", "odd_id", 18, id="a long number"),
        pytest.param(
            "months: 12",
            "months: -12",
            "out_of_range",
            30,
            id="months that there are not",
        ),
        pytest.param("months: 12", "months: 601", "out_of_range", 30, id="half a century"),
        pytest.param("[scholingsplan*, opleidingsplan*]", '["*"]', "empty_phrase", 43, id="a phrase that fits all"),
        pytest.param("[scholingsplan*, opleidingsplan*]", '["op*"]', "empty_phrase", 43, id="hardly a beginning"),
        pytest.param("[scholingsplan*, opleidingsplan*]", '["plan + "]', "empty_phrase", 43, id="half a phrase"),
        pytest.param("{rule: element}", "{rule: derived, of: [GEM-9]}", "derived_from", 57, id="derived from nothing"),
        pytest.param(
            "{rule: element}",
            "{rule: indicator, counts: trained, topics: [meldcode], percent: 500}",
            "out_of_range",
            57,
            id="five times everybody",
        ),
        pytest.param(
            "id: GEM-1",
            "id: GEM-1\n    since: 2026-02-01\n    until: 2026-01-31",
            "ends_before",
            20,
            id="ends before it begins",
        ),
        pytest.param("layer: supervisor_norm", "layer: neighbour", "law_layer", 19, id="another legal duty"),
        pytest.param("kinds: [casuistiek]", "kinds: [feest]", "unknown_kind", 30, id="an activity we do not know"),
        pytest.param(
            "[scholingsplan*, opleidingsplan*]", "[Scholingsplan]", "phrase", 43, id="a phrase with a capital"
        ),
        pytest.param("[scholingsplan*, opleidingsplan*]", "[]", "empty_rule", 43, id="nothing to look for"),
        pytest.param("{rule: element}", "{rule: reached, topics: [judo]}", "unknown_topic", 57, id="an unknown topic"),
    ],
)
def test_what_a_checklist_may_not_do_is_said_with_its_line(
    tmp_path: Path, old: str, new: str, code: str, line: int
) -> None:
    path = tmp_path / "gemeente.yaml"
    text = EXAMPLE.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ChecklistError) as raised:
        load_library([str(path)])
    assert raised.value.says.id == f"error.checklist.{code}"
    assert raised.value.says.facts["line"] == line
    assert f"gemeente.yaml, regel {line}" in said(raised.value)


def test_a_checklist_that_asks_nothing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "leeg.yaml"
    path.write_text('checklist: leeg\nversion: "1"\nrequirements: []\n', encoding="utf-8")
    with pytest.raises(ChecklistError) as raised:
        load_library([str(path)])
    assert (raised.value.says.id, raised.value.says.facts["line"]) == ("error.checklist.no_requirements", 3)


def test_two_checklists_of_one_name_are_refused(tmp_path: Path) -> None:
    text = (
        EXAMPLE.read_text(encoding="utf-8").replace("contract-voorbeeld", "contract-anders").replace("GEM-", "ANDERS-")
    )
    (tmp_path / "anders.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ChecklistError) as raised:
        load_library([str(EXAMPLE), str(tmp_path / "anders.yaml")])
    assert raised.value.says.id == "error.checklist.taken_name"
    assert "anders.yaml, regel 10" in said(raised.value)


def test_a_workbook_that_is_called_like_the_shipped_checklist_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path, ROW).rename(tmp_path / "Meldcode.xlsx")
    with pytest.raises(ChecklistError) as raised:
        load_library([str(path)])
    assert raised.value.says.id == "error.clauses.taken_name"
    assert "Geef het bestand een andere naam" in said(raised.value)


def test_every_file_that_the_example_names_exists() -> None:
    named = re.findall(r"[\w-]+\.(?:xlsx|yaml|csv)", EXAMPLE.read_text(encoding="utf-8"))
    made = {"eigen-eisen.xlsx"}
    assert {each for each in named if each not in made} == {path.name for path in EXAMPLE.parent.iterdir()}


def test_words_of_ones_own_take_no_row_away_from_a_shipped_requirement(tmp_path: Path) -> None:
    path = tmp_path / "gemeente.yaml"
    text = EXAMPLE.read_text(encoding="utf-8")
    path.write_text(text.replace("known_as: [weekend,", "known_as: [stap 4 wegen van het geweld,"), encoding="utf-8")
    shipped_alone, together = (KnownAs.of(load_library(extra).checklist) for extra in ((), (str(path),)))
    row = "Stap 4: wegen van het geweld"
    assert shipped_alone.requirements_of(row) == ("MC-2.2.d", "MC-H.2.2.d")
    assert together.requirements_of(row) == ("GEM-3", "MC-2.2.d", "MC-H.2.2.d")


def test_a_checklist_of_ones_own_changes_no_other_verdict() -> None:
    sample = Path(shipped("sample_data")) / "zorggroep-morgenlicht"
    alone, together = (audit([sample], SAMPLE_DAY, checklists=extra).to_dict() for extra in ((), (str(EXAMPLE),)))
    verdicts = {each["id"]: each["verdict"] for each in together["requirements"]}
    assert {each["id"]: each["verdict"] for each in alone["requirements"]}.items() <= verdicts.items()
    assert {each: verdicts[each] for each in ("GEM-1", "GEM-2", "GEM-3")} == {
        "GEM-1": "partly_met",
        "GEM-2": "for_a_person",
        "GEM-3": "not_shown",
    }
    assert together["conclusion"] == alone["conclusion"]
    reasons = {each["id"]: each["reason"] for each in together["requirements"]}
    assert "12 maanden geleden (norm van wie toezicht houdt of opdracht geeft)" in reasons["GEM-1"]


# --- in a workbook ---


def test_a_row_of_a_workbook_is_a_requirement(tmp_path: Path) -> None:
    checklist = load_library([str(workbook(tmp_path, ROW))]).checklist
    own = checklist.requirements[-1]
    wanted = next(each for each in load_library([str(EXAMPLE)]).checklist.requirements if each.id == "GEM-1")
    assert (own.id, own.layer, own.evidence) == (wanted.id, wanted.layer, wanted.evidence)
    assert own.sources[0].sectors == ("jeugdhulp", "wmo") or own.sources[0].sectors == ("wmo", "jeugdhulp")
    assert own.sources[0].article == "7.2"
    assert (own.title.nl, own.title.en) == (ROW["Titel"], ROW["Titel"])
    assert checklist.added[0].id == "gemeente"
    assert len(checklist.added[0].sha256) == 64


@pytest.mark.parametrize(
    ("rule", "words", "shape"),
    [
        ("vraag", "", {"rule": "for_a_person"}),
        ("onderdeel van de meldcode", "", {"rule": "element"}),
        ("document", "Scholingsplan; opleidingsplan", {"rule": "policy_named", "phrases": ["scholingsplan", "opleidingsplan"]}),
        ("scholing", "Meldcode, structurele onveiligheid", {"rule": "reached", "topics": ["meldcode", "structurele_onveiligheid"]}),
        ("afspraak", "GGD", {"rule": "agreed", "partners": ["ggd"]}),
        ("Question", "", {"rule": "for_a_person"}),
    ],
)  # fmt: skip
def test_how_a_row_may_be_judged(tmp_path: Path, rule: str, words: str, shape: dict[str, object]) -> None:
    import msgspec

    row = {**ROW, "Hoe beoordeeld": rule, "Woorden": words, "Maanden": None}
    own = load_library([str(workbook(tmp_path, row))]).checklist.requirements[-1]
    assert msgspec.convert(shape, type(own.evidence)) == own.evidence


@pytest.mark.parametrize(
    ("change", "code", "cell"),
    [
        pytest.param({"Titel": None}, "missing", "C3", id="a title is missing"),
        pytest.param({"Nummer": "MC-1.1"}, "duplicate_id", "A3", id="a number that exists"),
        pytest.param({"Nummer": "NB-17"}, "shipped_prefix", "A3", id="a number like a shipped one"),
        pytest.param({"Soort eis": "wet"}, "unknown_layer", "B3", id="no kind of requirement"),
        pytest.param({"Soort eis": "law"}, "law_layer", "B3", id="a law of one's own"),
        pytest.param({"Sectoren": "circus"}, "unknown_sector", "G3", id="an unknown sector"),
        pytest.param({"Hoe beoordeeld": "gevoel"}, "unknown_rule", "J3", id="an unknown rule"),
        pytest.param({"Woorden": "feest"}, "unknown_kind", "J3", id="an unknown activity"),
        pytest.param({"Woorden": None}, "empty_rule", "J3", id="nothing to look for"),
        pytest.param({"Maanden": "vaak"}, "wrong_type", "L3", id="no number of months"),
        pytest.param({"Geldt vanaf": "voorjaar"}, "wrong_type", "N3", id="no day"),
        pytest.param({"Nummer": "GEM 1"}, "odd_id", "A3", id="a space in a number"),
        pytest.param({"Maanden": 999}, "out_of_range", "J3", id="months for a lifetime"),
    ],
)
def test_what_is_wrong_with_a_row_is_said_with_its_cell(
    tmp_path: Path, change: dict[str, object], code: str, cell: str
) -> None:
    with pytest.raises(ChecklistError) as raised:
        load_library([str(workbook(tmp_path, {**ROW, **change}))])
    assert (raised.value.says.id, raised.value.says.facts["cell"]) == (f"error.clauses.{code}", cell)
    assert f"gemeente.xlsx, blad Eigen eisen, cel {cell}" in said(raised.value)


def test_a_sector_that_is_not_known_is_told_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(ChecklistError) as raised:
        load_library([str(workbook(tmp_path, {**ROW, "Sectoren": "wmo; circus"}))])
    assert "de sector ‘circus’ kennen wij niet. Kies uit: alle, zorg," in said(raised.value)


def test_a_workbook_that_another_program_saved_in_its_own_format_is_read(tmp_path: Path) -> None:
    lines = (ROW.keys(), ROW.values())
    rows = "".join(opendocument.row(*(opendocument.cell(str(each)) for each in line)) for line in lines)
    (tmp_path / "gemeente.ods").write_bytes(opendocument.ods(opendocument.table(rows, name="Eigen eisen")))
    read, wanted = (load_library([str(path)]) for path in (tmp_path / "gemeente.ods", workbook(tmp_path, ROW)))
    assert read.checklist.requirements[-1].evidence == wanted.checklist.requirements[-1].evidence


def test_a_workbook_without_the_sheet_a_column_or_a_row_says_so(tmp_path: Path) -> None:
    for path, code in (
        (workbook(tmp_path, ROW, sheet="Iets anders"), "no_sheet"),
        (workbook(tmp_path, ROW, without="Bron"), "no_column"),
        (workbook(tmp_path), "no_rows"),
    ):
        with pytest.raises(ChecklistError) as raised:
            load_library([str(workbook(tmp_path, ROW, sheet="Iets anders")) if code == "no_sheet" else str(path)])
        assert raised.value.says.id.startswith("error.clauses.")
        assert said(raised.value)


def test_twice_the_same_number_in_a_sheet_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ChecklistError) as raised:
        load_library([str(workbook(tmp_path, ROW, ROW))])
    assert (raised.value.says.id, raised.value.says.facts["cell"]) == ("error.clauses.duplicate_id", "A4")


# --- out of the program, and back ---


@pytest.mark.parametrize(("lang", "sheet"), [("nl", "Eigen eisen"), ("en", "Own requirements")])
def test_an_exported_workbook_can_be_filled_in_and_read_back(tmp_path: Path, lang: str, sheet: str) -> None:
    data = checklist_book(load_library().checklist, SAMPLE_DAY, load_texts(lang))
    assert data == checklist_book(load_library().checklist, SAMPLE_DAY, load_texts(lang))
    book = load_workbook(io.BytesIO(data))
    page = book[sheet]
    headers = [cell.value for cell in page[3]]
    names = {"nl": [column.nl for column in COLUMNS], "en": [column.en for column in COLUMNS]}
    assert headers == names[lang]
    filled = {column.en if lang == "en" else column.nl: ROW.get(column.nl) for column in COLUMNS}
    for column, header in enumerate(headers, 1):
        page.cell(4, column, filled[str(header)])
    book.save(tmp_path / "eigen.xlsx")
    assert load_library([str(tmp_path / "eigen.xlsx")]).checklist.requirements[-1].id == "GEM-1"


def test_an_exported_workbook_shows_every_requirement_in_force() -> None:
    checklist = load_library().checklist
    book = load_workbook(io.BytesIO(checklist_book(checklist, SAMPLE_DAY, load_texts("nl"))), read_only=True)
    rows = list(book["Eisen"].iter_rows(min_row=2, values_only=True))
    assert {row[0] for row in rows} == {each.id for each in checklist.on(SAMPLE_DAY)}
    assert all(all(row[:6]) for row in rows)


def test_every_choice_of_a_drop_down_is_one_that_is_read() -> None:
    for lang in LANGUAGES:
        data = checklist_book(load_library().checklist, SAMPLE_DAY, load_texts(lang))
        page = load_workbook(io.BytesIO(data)).worksheets[0]
        choices = [str(each.formula1).strip('"').split(",") for each in page.data_validations.dataValidation]
        assert [set(each) <= known for each, known in zip(choices, (set(LAYERS), set(RULES)), strict=True)] == [
            True,
            True,
        ]
        assert [len(each) for each in choices] in ([4, 6], [5, 6])


def test_export_writes_a_workbook_and_nothing_else(tmp_path: Path) -> None:
    target = str(tmp_path / "eisen.xlsx")
    assert command.main(["export", target, "--on", "2026-11-22"], standalone_mode=False) == 0
    assert Path(target).exists()
    for wrong in (target, str(tmp_path / "eisen.pdf")):
        with pytest.raises((OutputError, UsageError)):
            command.main(["export", wrong], standalone_mode=False)
