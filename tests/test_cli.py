"""What a user types and what comes of it: exit codes, one sentence, nothing half-written."""

import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
from openpyxl import Workbook, load_workbook

from auditor.result import Result

ROOT = Path(__file__).parent.parent
CODE = [
    ["Titel", "Status", "Vastgesteld op", "Voor wie"],
    ["Meldcode huiselijk geweld en kindermishandeling", "vastgesteld", "01-02-2024", "alle medewerkers"],
]


class Run(msgspec.Struct):
    code: int
    out: str
    err: str


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Run]:
    """Run the program in a folder of its own, as a user does."""

    def go(*arguments: str | Path, env: dict[str, str] | None = None) -> Run:
        done = subprocess.run(
            [sys.executable, "-m", "auditor", *map(str, arguments)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **(env or {})},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return Run(done.returncode, done.stdout, done.stderr)

    return go


def workbook(path: Path, **sheets: list[list[str]]) -> Path:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


@pytest.fixture
def code_book(tmp_path: Path) -> Path:
    return workbook(tmp_path / "beleid.xlsx", Beleidsregister=CODE)


def test_the_demo_leaves_a_report_and_says_where(run: Callable[..., Run], tmp_path: Path) -> None:
    done = run("demo")
    assert (done.code, done.err) == (0, "")
    assert (tmp_path / "meldcode-demo" / "meldcode-demo.html").stat().st_size > 10_000
    assert "meldcode-demo.html" in done.out
    again = run("demo", "--lang", "en")
    assert again.code == 0


def test_an_audit_writes_one_report_named_after_the_organisation_and_the_day(
    run: Callable[..., Run], tmp_path: Path, code_book: Path
) -> None:
    done = run("audit", code_book, "--sector", "dagopvang", "--on", "2026-11-22")
    assert (done.code, done.err) == (0, "")
    assert [path.name for path in tmp_path.glob("*.html")] == ["meldcode-rapport-2026-11-22.html"]


def test_the_result_file_validates_and_equal_input_gives_equal_bytes(
    run: Callable[..., Run], tmp_path: Path, code_book: Path
) -> None:
    for name in ("a.json", "b.json"):
        assert run("audit", code_book, "--sector", "po", "--on", "2026-11-22", "-o", name).code == 0
    first = (tmp_path / "a.json").read_bytes()
    assert first == (tmp_path / "b.json").read_bytes()
    result = msgspec.json.decode(first, type=Result)
    assert result.report_format == 1
    assert list(msgspec.json.decode(first)) == [
        "report_format", "tool", "checklists", "as_of", "organisation", "conclusion",
        "totals", "requirements", "problems", "inputs", "upcoming",
    ]  # fmt: skip


def test_the_moment_comes_from_the_environment_only_and_can_be_left_out(
    run: Callable[..., Run], tmp_path: Path, code_book: Path
) -> None:
    common = ("audit", code_book, "--sector", "po", "--on", "2026-11-22", "--force", "-o", "a.json")
    run(*common, env={"SOURCE_DATE_EPOCH": "1700000000"})
    assert '"generated_at": "2023-11-14T22:13:20Z"' in (tmp_path / "a.json").read_text()
    run(*common, "--reproducible", env={"SOURCE_DATE_EPOCH": "1700000000"})
    assert "generated_at" not in (tmp_path / "a.json").read_text()


def test_the_result_names_what_was_written_with_it_by_hash(
    run: Callable[..., Run], tmp_path: Path, code_book: Path
) -> None:
    (tmp_path / "out").mkdir()
    targets = ("out/b.json", "out/a.html", "out/c.csv")
    said = run("audit", code_book, "--sector", "po", "--on", "2026-11-22", *(f"-o{each}" for each in targets))
    assert said.code == 0, said.err
    result = msgspec.json.decode((tmp_path / "out/b.json").read_bytes(), type=Result)
    assert isinstance(result.outputs, list)
    assert [(each.file, each.sha256) for each in result.outputs] == [
        (name, sha256((tmp_path / "out" / name).read_bytes()).hexdigest()) for name in ("a.html", "c.csv")
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        pytest.param(["audit", "nergens.xlsx", "--sector", "po"], 3, "nergens.xlsx", id="no such file"),
        pytest.param(["audit", "leeg.xlsx", "--sector", "po"], 3, "leeg.xlsx", id="an empty workbook"),
        pytest.param(["audit", "zonder.xlsx", "--sector", "po"], 3, "zonder.xlsx", id="a sheet without headers"),
        pytest.param(["audit", "tekst.xlsx", "--sector", "po"], 3, "tekst.xlsx", id="a text file named .xlsx"),
        pytest.param(["audit", "lege-map", "--sector", "po"], 3, "lege-map", id="a folder without workbooks"),
        pytest.param(["audit", "beleid.xlsx", "--sector", "kapper"], 2, "kapper", id="an unknown sector"),
        pytest.param(["audit", "beleid.xlsx"], 2, "--sector", id="no sector at all"),
        pytest.param(
            ["audit", "beleid.xlsx", "--sector", "po", "--on", "22-11-2026"], 2, "22-11-2026", id="a date the other way"
        ),
        pytest.param(
            ["audit", "beleid.xlsx", "--sector", "po", "--on", "2026-02-30"], 2, "2026-02-30", id="no such day"
        ),
        pytest.param(
            ["audit", "beleid.xlsx", "--sector", "po", "-o", "a.pdf"], 2, "a.pdf", id="a format we do not make"
        ),
        pytest.param(
            ["audit", "beleid.xlsx", "--sector", "po", "-o", "er-is-al.html"], 5, "er-is-al.html", id="it exists"
        ),
        pytest.param(["audit", "beleid.xlsx", "--sector", "po", "-o", "weg/a.html"], 5, "weg", id="no such folder"),
        pytest.param(
            ["audit", "beleid.xlsx", "--sector", "po", "--checklist", "stuk.yaml"],
            4,
            "stuk.yaml",
            id="a broken checklist",
        ),
        pytest.param(
            ["audit", "beleid.xlsx", "--sector", "po", "--checklist", "weg.yaml"], 4, "weg.yaml", id="no such checklist"
        ),
        pytest.param(
            ["audit", "beleid.xlsx", "--sector", "po", "--snel"], 2, "--snel", id="an option that is not there"
        ),
        pytest.param(["audit"], 2, "PAD. ", id="nothing to read"),
        pytest.param(["audit", "beleid.xlsx", "--lang", "fr"], 2, "nl, en", id="a language we do not speak"),
        pytest.param(["keur"], 2, "audit", id="a command that is not there"),
        pytest.param(["checklist", "show", "MC-99"], 2, "MC-99", id="a requirement that is not there"),
        pytest.param(["checklist", "validate", "stuk.yaml"], 4, "stuk.yaml", id="a checklist that is not sound"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_nothing_written(
    run: Callable[..., Run], tmp_path: Path, code_book: Path, arguments: list[str], code: int, says: str
) -> None:
    assert code_book.is_file()
    workbook(tmp_path / "leeg.xlsx", Blad1=[])
    workbook(tmp_path / "zonder.xlsx", Blad1=[["appel", "peer"], ["1", "2"]])
    (tmp_path / "tekst.xlsx").write_text("naam;datum\n", encoding="utf-8")
    (tmp_path / "lege-map").mkdir()
    (tmp_path / "er-is-al.html").write_text("vorig rapport", encoding="utf-8")
    (tmp_path / "stuk.yaml").write_text("checklist: x\nrequirements: [", encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    done = run(*arguments)
    assert (done.code, done.out) == (code, ""), done.err
    assert says in done.err
    assert done.err.count("\n") == 1
    assert "Traceback" not in done.err
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_errors_are_in_the_language_of_the_report(run: Callable[..., Run]) -> None:
    assert "bestaat niet" in run("audit", "nergens.xlsx").err
    assert "does not exist" in run("audit", "nergens.xlsx", "--lang", "en").err


@pytest.mark.parametrize(("fail_on", "code"), [("never", 0), ("law", 1), ("any", 1)])
def test_a_script_can_be_told_of_gaps(run: Callable[..., Run], code_book: Path, fail_on: str, code: int) -> None:
    done = run("audit", code_book, "--sector", "po", "-o", "a.html", "--fail-on", fail_on)
    assert (done.code, done.err) == (code, "")


def test_inspect_says_which_column_is_what_and_judges_nothing(run: Callable[..., Run], code_book: Path) -> None:
    done = run("inspect", code_book)
    assert (done.code, done.err) == (0, "")
    assert "Beleidsregister" in done.out
    assert "C   Vastgesteld op → Vastgesteld op" in done.out
    assert "voldaan" not in done.out


def test_the_checklist_is_listed_shown_and_validated(run: Callable[..., Run]) -> None:
    listed = run("checklist", "list", "--on", "2018-12-31", "--sector", "dagopvang").out
    assert "MC-H.2.2.d" in listed
    assert "MC-2.2.d " not in listed
    shown = run("checklist", "show", "mc-2.1.b").out
    assert "wetten.overheid.nl/BWBR0033723" in shown
    assert run("checklist", "validate", ROOT / "checklists" / "meldcode" / "1-having.yaml").code == 0


def test_a_terminal_is_never_steered_by_what_a_file_says(run: Callable[..., Run], tmp_path: Path) -> None:
    path = workbook(tmp_path / "beleid.xlsx", Beleidsregister=CODE)
    odd = path.rename(tmp_path / "beleid\x1b[31m.xlsx")
    assert "\x1b" not in run("inspect", odd).out


def test_with_a_key_people_without_a_number_keep_their_pseudonym(
    run: Callable[..., Run], tmp_path: Path, code_book: Path
) -> None:
    def missing(year: str, *names: str) -> str:
        staff = [["Naam", "Functie"], *([name, "pm'er"] for name in names)]
        training = [["Naam", "Training", "Behaald op"], ["Iemand Anders", "Meldcode", "01-03-2025"]]
        book = workbook(tmp_path / f"{year}.xlsx", Personeel=staff, Scholing=training)
        done = run("audit", code_book, book, "--sector", "bso", "--pseudonym-key", key, "-o", f"{year}.json")
        assert (done.code, done.err) == (0, "")
        text = (tmp_path / f"{year}.json").read_text("utf-8")
        assert not any(name in text for name in names)
        result = msgspec.json.decode(text, type=Result)
        says = [seen.says for each in result.requirements if each.id == "MC-3.1" for seen in each.evidence]
        return " ".join(says)

    key = tmp_path / "sleutel.txt"
    key.write_text("een lange geheime zin\n", "utf-8")
    alone = missing("2025", "Zita Aalberts")
    with_others = missing("2026", "Anna Bakker", "Zita Aalberts", "Bas Zeldenrust")
    pseudonym = next(word for word in alone.replace(":", " ").split() if word.startswith("P-")).strip(".,;")
    assert len(pseudonym) > len("P-001")
    assert pseudonym in with_others


@pytest.mark.parametrize(
    ("key", "says"),
    [pytest.param(None, "niet te lezen", id="no such file"), pytest.param("kort", "te kort", id="too short")],
)
def test_a_key_that_hides_nothing_is_refused(
    run: Callable[..., Run], tmp_path: Path, code_book: Path, key: str | None, says: str
) -> None:
    if key is not None:
        (tmp_path / "sleutel.txt").write_text(key, "utf-8")
    done = run("audit", code_book, "--sector", "bso", "--pseudonym-key", "sleutel.txt", "-o", "a.json")
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert not (tmp_path / "a.json").exists()


def test_a_mapping_says_what_a_column_is_to_audit_and_to_inspect(run: Callable[..., Run], tmp_path: Path) -> None:
    workbook(tmp_path / "beleid.xlsx", Beleidsregister=[["Titel", "Status", "Vastgestelt op", "Voor wie"], CODE[1]])
    mapping = tmp_path / "koppel.yaml"
    rule = "[{sheet: Beleidsregister, register: policies, columns: {Vastgestelt op: adopted_on}}]"
    mapping.write_text(f"mapping: 1\nfiles: [{{file: beleid.xlsx, sheets: {rule}}}]\n", "utf-8")
    arguments = ("beleid.xlsx", "--sector", "dagopvang", "--on", "2026-11-22", "-o", "r.json", "--force")

    def verdict(*more: str) -> str:
        assert run("audit", *arguments, *more).code == 0
        result = msgspec.json.decode((tmp_path / "r.json").read_bytes(), type=Result)
        return next(each.verdict for each in result.requirements if each.id == "MC-1.1")

    assert verdict() == "not_shown"
    assert verdict("--mapping", "koppel.yaml") == "met"
    assert "volgens uw koppelbestand" in run("inspect", "beleid.xlsx", "--mapping", "koppel.yaml").out
    mapping.write_text("mapping: 1\nfiles: [{file: anders.xlsx}]\n", "utf-8")
    refused = run("audit", *arguments, "--mapping", "koppel.yaml")
    assert (refused.code, refused.err.count("\n")) == (4, 1)
    assert "koppel.yaml, regel 2" in refused.err
    assert run("audit", *arguments, "--mapping", "weg.yaml").code == 4


def test_a_mapping_is_never_overwritten(run: Callable[..., Run], tmp_path: Path, code_book: Path) -> None:
    mapping = tmp_path / "koppel.html"
    mapping.write_text("mapping: 1\n", "utf-8")
    done = run("audit", code_book, "--sector", "bso", "--mapping", mapping, "-o", mapping, "--force")
    assert done.code == 5
    assert mapping.read_text("utf-8") == "mapping: 1\n"


def test_before_there_was_a_duty_nothing_is_said_to_be_lacking(run: Callable[..., Run], code_book: Path) -> None:
    before, after = (
        run("audit", code_book, "--sector", "po", "--on", day, "--force") for day in ("2012-11-22", "2014-11-22")
    )
    assert "Op die dag gold nog geen meldcodeplicht" in before.out
    assert "Op die dag" not in after.out


def test_large_files_are_read_when_asked_for_and_that_is_said(
    run: Callable[..., Run], tmp_path: Path, code_book: Path
) -> None:
    done = run("audit", code_book, "--sector", "dagopvang", "--on", "2026-11-22", "--large", "-o", "a.json")
    assert (done.code, done.err) == (0, "")
    result = msgspec.json.decode((tmp_path / "a.json").read_bytes(), type=Result)
    assert [each.code for each in result.problems if each.code.startswith("input.")] == ["input.large"]
    assert "--large" in run("inspect", code_book, "--large").out


# --- init ---


def test_init_makes_a_workbook_that_audit_reads(run: Callable[..., Run], tmp_path: Path) -> None:
    made = run("init", "intake.xlsx", "--sector", "dagopvang", "--sector", "BSO", "--on", "2026-11-22")
    assert (made.code, made.err) == (0, "")
    assert "meldcode-proof audit intake.xlsx" in made.out
    done = run("audit", "intake.xlsx", "--on", "2026-11-22", "-o", "uit.json")
    assert (done.code, done.err) == (0, "")
    judged = msgspec.json.decode((tmp_path / "uit.json").read_bytes(), type=Result)
    assert judged.organisation.sectors == ["dagopvang", "bso"]


def test_init_replaces_nothing_unless_it_is_told_to(run: Callable[..., Run], tmp_path: Path) -> None:
    (tmp_path / "intake.xlsx").write_bytes(b"mijn werk")
    refused = run("init", "intake.xlsx", "--sector", "po")
    assert (refused.code, (tmp_path / "intake.xlsx").read_bytes()) == (5, b"mijn werk")
    assert "--force" in refused.err
    assert run("init", "intake.xlsx", "--sector", "po", "--force").code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(("intake.xls", "--sector", "po"), ".xlsx", id="another kind of file"),
        pytest.param(("intake.xlsx",), "Geef --sector", id="no sector"),
        pytest.param(("intake.xlsx", "--sector", "school"), "school", id="a sector we do not know"),
        pytest.param(("intake.xlsx", "--sector", "po", "--on", "2010-01-01"), "--on", id="before the law"),
    ],
)
def test_init_says_in_one_sentence_what_it_lacks(
    run: Callable[..., Run], tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    done = run("init", *arguments)
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert says in done.err
    assert not list(tmp_path.iterdir())


def test_the_report_and_the_list_say_until_when_they_are_kept(
    run: Callable[..., Run], tmp_path: Path, code_book: Path
) -> None:
    asked = (
        "audit",
        code_book,
        "--sector",
        "bso",
        "--on",
        "2026-11-22",
        "-o",
        "a.html",
        "-o",
        "a.xlsx",
        "-o",
        "a.json",
    )
    assert run(*asked, "--retain-until", "2028-01-01").code == 0
    assert "Bewaren tot en met 1 januari 2028" in (tmp_path / "a.html").read_text("utf-8")
    cells = [cell.value for row in load_workbook(tmp_path / "a.xlsx").worksheets[0].iter_rows() for cell in row]
    assert any("Bewaren tot en met 1 januari 2028" in str(value) for value in cells)
    assert run(*asked, "--force").code == 0
    page = (tmp_path / "a.html").read_text("utf-8")
    assert "Bevat persoonsgegevens" in page
    assert "Bewaren tot" not in page


@pytest.mark.parametrize(
    ("day", "code"),
    [
        pytest.param("2026-11-22", 0, id="the reference date itself"),
        pytest.param("2026-11-21", 2, id="the day before it"),
        pytest.param("1-1-2028", 2, id="no date of ours"),
    ],
)
def test_nothing_is_kept_until_a_day_that_is_past(
    run: Callable[..., Run], code_book: Path, day: str, code: int
) -> None:
    done = run("audit", code_book, "--sector", "bso", "--on", "2026-11-22", "-o", "a.html", "--retain-until", day)
    assert done.code == code
    assert len(done.err.splitlines()) == (1 if code else 0)
