"""The bundled organisations: what was derived by hand from the meaning of the verdicts, and every byte of the result."""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from auditor.api import Audit, audit
from auditor.cli.demo import SAMPLE_DAY
from auditor.compile import read_text
from auditor.render import renderer
from auditor.resources import shipped
from auditor.yamlfile import YamlFile

HERE = Path(__file__).parent
ORGANISATIONS = (
    "basisscholen-de-waaier",
    "kinderopvang-de-klimboom",
    "wijkteams-waterrijk",
    "zorggroep-morgenlicht",
)


@cache
def judged(organisation: str) -> Audit:
    return audit([Path(shipped("sample_data")) / organisation], SAMPLE_DAY)


@cache
def truth(organisation: str) -> dict[str, Any]:
    name = f"expected_{organisation}.yaml"
    data: dict[str, Any] = YamlFile(name, read_text(str(HERE / name))).data
    return data


def found(organisation: str) -> dict[str, Any]:
    return {each["id"]: each for each in judged(organisation).to_dict()["requirements"]}


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_the_verdicts_are_those_derived_by_hand(organisation: str) -> None:
    requirements = found(organisation)
    beyond = {each: verdict for each, verdict in truth(organisation)["verdicts_beyond"].items() if each in requirements}
    wanted = truth(organisation)["verdicts"] | beyond
    assert {each: requirements[each]["verdict"] for each in wanted} == wanted
    assert judged(organisation).outcome.conclusion == truth(organisation)["conclusion"]


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_the_measures_are_those_counted_by_hand(organisation: str) -> None:
    requirements = found(organisation)
    for each, wanted in truth(organisation)["measures"].items():
        measure = requirements[each]["measure"]
        counted = {
            "covered": measure["covered"],
            "population": measure["population"],
            "by_location": {row["location"]: [row["covered"], row["population"]] for row in measure["by_location"]},
            "by_function": {row["function"]: [row["covered"], row["population"]] for row in measure["by_function"]},
        }
        assert counted == wanted


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_the_evidence_names_the_cells(organisation: str) -> None:
    requirements = found(organisation)
    for each, cells in truth(organisation)["cells"].items():
        if each in requirements:
            seen = [[seen["file"], seen["sheet"], seen["cell"]] for seen in requirements[each]["evidence"]]
            assert [cell for cell in cells if cell not in seen] == [], each


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_cells_that_cannot_be_read_are_problems(organisation: str) -> None:
    problems = judged(organisation).to_dict()["problems"]
    dates = [each for each in problems if each["code"].startswith("date.") or each["code"] == "error_cell"]
    unreadable = truth(organisation)["unreadable"]
    assert sum(each["count"] for each in dates) >= len(unreadable)
    files_and_sheets = {(each["file"], each["sheet"]) for each in problems}
    assert all((file, sheet) in files_and_sheets for file, sheet, _ in unreadable)


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_the_result_file_is_the_golden_one(organisation: str) -> None:
    """Renew it with `meldcode-proof audit sample_data/<organisation> --on 2026-11-22 -o tests/golden/<organisation>.json --force`."""
    wanted = (HERE / f"{organisation}.json").read_bytes()
    got = renderer(".json")(judged(organisation).edition())
    assert msgspec.json.decode(got) == msgspec.json.decode(wanted)
    assert got == wanted


@pytest.mark.parametrize("organisation", ORGANISATIONS)
def test_no_name_of_a_person_is_in_the_result(organisation: str) -> None:
    staff = judged(organisation).intake.registers.staff or ()
    text = msgspec.json.encode(judged(organisation).result()).decode()
    assert staff
    assert [person.name for person in staff if person.name and person.name in text] == []


def test_english_says_the_same_with_other_words() -> None:
    def bones(lang: str) -> list[tuple[str, str, int]]:
        result = judged(ORGANISATIONS[0]).result(lang)
        return [(each.id, each.verdict, len(each.evidence)) for each in result.requirements]

    assert bones("nl") == bones("en")
