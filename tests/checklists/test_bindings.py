"""Whom the law binds to what, on which day: the matrix of sectors, and days in the past."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from tests.checklists.shipped_law import NOW, binding, bound, checklist, cited, requirement, sector

SECTORS = (
    "zorg zorg-solo jeugdhulp jeugdhulp-solo gecertificeerde-instelling wmo dagopvang bso gastouderbureau "
    "ouderparticipatiecreche po so vo mbo ho leerplicht gevangenis jji reclassering halt coa"
).split()
CHILDCARE = {"dagopvang", "bso", "gastouderbureau", "ouderparticipatiecreche"}


def test_the_sectors_are_those_of_the_command_line_in_order() -> None:
    assert [each.id for each in checklist().sectors] == SECTORS


def test_only_two_sectors_are_for_people_who_work_alone() -> None:
    assert [each.id for each in checklist().sectors if each.solo] == ["zorg-solo", "jeugdhulp-solo"]


# --- the statutes ---

STATUTES = {
    "zorg": ("wkkgz", "8(1)", "8(2)"),
    "zorg-solo": ("wkkgz", "8(1)", "8(2)"),
    "jeugdhulp": ("jeugdwet", "4.1.7(1)", "4.1.7(3)"),
    "jeugdhulp-solo": ("jeugdwet", "4.1.7(1)", None),
    "gecertificeerde-instelling": ("jeugdwet", "4.1.7(1)", "4.1.7(3)"),
    "wmo": ("wmo-2015", "3.3(1)", "3.3(2)"),
    "dagopvang": ("wko", "1.51a(1)", "1.51a(4)"),
    "bso": ("wko", "1.51a(1)", "1.51a(4)"),
    "gastouderbureau": ("wko", "1.51a(1)", "1.51a(4)"),
    "ouderparticipatiecreche": ("wko", "1.60c(1)", "1.51a(4)"),
    "po": ("wpo", "4b(1)", "4b(4)"),
    "so": ("wec", "5(1)", "5(4)"),
    "vo": ("wvo-2020", "3.41(1)", "3.41(4)"),
    "mbo": ("web", "1.3.9(1)", "1.3.9(4)"),
    "ho": ("whw", "1.21(1)", "1.21(4)"),
    "leerplicht": ("leerplichtwet", "16(4)e", "16(8)"),
    "gevangenis": ("pbw", "5b(1)", "5b(4)"),
    "jji": ("bjj", "5a(1)", "5a(4)"),
    "reclassering": ("reclasseringsregeling", "3(1)", "3(4)"),
    "halt": ("regeling-halt", "24(1)", "24(5)"),
    "coa": ("wet-coa", "9a(1)", "9a(4)"),
}
NUMBERS = {
    "wkkgz": "BWBR0037173",
    "jeugdwet": "BWBR0034925",
    "wmo-2015": "BWBR0035362",
    "wko": "BWBR0017017",
    "wpo": "BWBR0003420",
    "wec": "BWBR0003549",
    "wvo-2020": "BWBR0044212",
    "web": "BWBR0007625",
    "whw": "BWBR0005682",
    "leerplichtwet": "BWBR0002628",
    "pbw": "BWBR0009709",
    "bjj": "BWBR0011756",
    "reclasseringsregeling": "BWBR0007120",
    "regeling-halt": "BWBR0032680",
    "wet-coa": "BWBR0006685",
    "besluit-meldcode": "BWBR0033723",
    "besluit-kwaliteit-ko": "BWBR0039936",
    "besluit-kwaliteit-ko-psz": "BWBR0031621",
    "besluit-jeugdwet": "BWBR0035779",
    "kwaliteitswet-zorg": "BWBR0007850",
    "wvo": "BWBR0002399",
}


@pytest.mark.parametrize("code", SECTORS)
def test_each_sector_rests_on_its_own_statute(code: str) -> None:
    law, having, knowledge = STATUTES[code]
    assert cited("MC-1.1", code, NOW) == [(law, having)]
    assert cited("MC-3.1", code, NOW) == cited("MC-3.2", code, NOW) == ([(law, knowledge)] if knowledge else [])


def test_numbers_in_the_official_database_are_those_of_the_law() -> None:
    assert {law.id: law.bwb for law in checklist().laws if law.bwb} == NUMBERS


@pytest.mark.parametrize(
    ("code", "day", "law", "article"),
    [
        ("zorg", "2013-07-01", "kwaliteitswet-zorg", "3a"),
        ("zorg", "2015-12-31", "kwaliteitswet-zorg", "3a"),
        ("zorg", "2016-01-01", "wkkgz", "8(1)"),
        ("zorg-solo", "2016-01-01", "wkkgz", "8(1)"),
        ("wmo", "2014-12-31", "wmo-2007", "10b, 21f"),
        ("wmo", "2015-01-01", "wmo-2015", "3.3(1)"),
        ("jeugdhulp", "2014-12-31", "wjz", "13b, 25a"),
        ("jeugdhulp", "2015-01-01", "jeugdwet", "4.1.7(1)"),
        ("vo", "2022-07-31", "wvo", "3a"),
        ("vo", "2022-08-01", "wvo-2020", "3.41(1)"),
        ("reclassering", "2013-07-31", "reclasseringsregeling", "3(1)"),
    ],
)
def test_a_lapsed_statute_gives_way_to_its_successor(code: str, day: str, law: str, article: str) -> None:
    assert cited("MC-1.1", code, date.fromisoformat(day)) == [(law, article)]


@pytest.mark.parametrize("code", SECTORS)
def test_having_a_code_is_asked_on_every_day_that_a_statute_asks_it(code: str) -> None:
    first_day = {"reclassering": date(2013, 7, 31), "jeugdhulp-solo": date(2015, 1, 1), "zorg-solo": date(2016, 1, 1)}
    day = first_day.get(code, date(2013, 7, 1))
    assert not bound("MC-1.1", code, day - timedelta(days=1))
    bases = sector(code).bases
    for base, following in pairwise(bases):
        assert base.end is not None
        assert following.start == base.end + timedelta(days=1)
    assert bases[-1].end is None
    changes = [day, *(base.start for base in bases if base.start and base.start > day), date(2040, 1, 1)]
    assert all(bound("MC-1.1", code, change) and bound("MC-1.1", code, change - timedelta(days=change != day))
               for change in changes)  # fmt: skip


# --- what the code must hold ---


@pytest.mark.parametrize(
    ("requirement_id", "code", "day", "expected"),
    [
        ("MC-2.1.a", "zorg", "2018-12-31", [("besluit-meldcode", "2(1)a")]),
        ("MC-2.1.b", "zorg", "2018-12-31", []),
        ("MC-2.1.b", "zorg", "2019-01-01", [("besluit-meldcode", "2(1)b")]),
        ("MC-2.1.b.1", "po", "2026-11-22", [("besluit-meldcode", "2(1)b")]),
        ("MC-2.1.c", "zorg", "2018-12-31", [("besluit-meldcode", "2(1)b")]),
        ("MC-2.1.c", "zorg", "2019-01-01", [("besluit-meldcode", "2(1)c")]),
        ("MC-2.1.c.1", "zorg", "2020-10-01", [("besluit-meldcode", "2(1)c")]),
        ("MC-2.1.d", "zorg", "2018-12-31", [("besluit-meldcode", "2(1)c")]),
        ("MC-2.1.d", "zorg", "2026-11-22", [("besluit-meldcode", "2(1)d")]),
        ("MC-2.1.f", "zorg", "2018-12-31", [("besluit-meldcode", "2(1)e")]),
        ("MC-2.1.f", "zorg", "2026-11-22", [("besluit-meldcode", "2(1)f")]),
        ("MC-2.1.g", "zorg", "2018-12-31", [("besluit-meldcode", "2(1)f")]),
        ("MC-2.1.g", "zorg", "2026-11-22", [("besluit-meldcode", "2(1)g")]),
        ("MC-2.2.d", "zorg", "2026-11-22", [("besluit-meldcode", "2(2)d")]),
        ("MC-2.2.e.1", "zorg", "2026-11-22", [("besluit-meldcode", "2(2)e 1°")]),
        ("MC-2.2.e.2", "zorg", "2026-11-22", [("besluit-meldcode", "2(2)e 2°")]),
        ("MC-2.1.c", "dagopvang", "2017-12-31", [("besluit-kwaliteit-ko-psz", "2a(1)b")]),
        ("MC-2.1.c", "dagopvang", "2018-06-01", [("besluit-kwaliteit-ko", "5(1)")]),
        ("MC-2.1.c", "dagopvang", "2026-11-22", [("besluit-kwaliteit-ko", "5(1)c")]),
        ("MC-2.1.g", "dagopvang", "2017-12-31", [("besluit-kwaliteit-ko-psz", "2a(1)d")]),
        ("MC-2.1.g", "bso", "2026-11-22", [("besluit-kwaliteit-ko", "14(1)e")]),
        ("MC-2.1.b", "bso", "2019-01-01", [("besluit-kwaliteit-ko", "14(1)b")]),
        ("MC-2.1.b", "bso", "2018-12-31", []),
        ("MC-2.1.d", "gastouderbureau", "2018-12-31", [("besluit-kwaliteit-ko-psz", "8(1)c")]),
        ("MC-2.1.d", "gastouderbureau", "2026-06-30", [("besluit-kwaliteit-ko-psz", "8(1)")]),
        ("MC-2.1.d", "gastouderbureau", "2026-07-01", [("besluit-kwaliteit-ko", "22(1)d")]),
        ("MC-2.1.b", "gastouderbureau", "2018-12-31", []),
        ("MC-2.1.b", "gastouderbureau", "2019-01-01", [("besluit-kwaliteit-ko-psz", "8(1)")]),
        ("MC-2.2.c.KO", "bso", "2026-11-22", [("besluit-kwaliteit-ko", "14(2)c")]),
        ("MC-2.2.c.KO", "dagopvang", "2014-06-01", [("besluit-kwaliteit-ko-psz", "2a(2)c")]),
        ("MC-2.2.e.2", "gastouderbureau", "2026-11-22", [("besluit-kwaliteit-ko", "22(2)e 2°")]),
        ("MC-H.2.2.d", "gastouderbureau", "2018-12-31", [("besluit-kwaliteit-ko-psz", "8(2)d")]),
        ("MC-H.2.2.e", "dagopvang", "2017-12-31", [("besluit-kwaliteit-ko-psz", "2a(2)e")]),
        ("MC-H.2.2.e", "dagopvang", "2018-01-01", [("besluit-kwaliteit-ko", "5(2)e")]),
        ("MC-2.1.a", "ouderparticipatiecreche", "2026-11-22", [("besluit-kwaliteit-ko", "5(1)a")]),
        ("MC-2.1.g", "ouderparticipatiecreche", "2014-06-01", [("besluit-kwaliteit-ko-psz", "2a(1)d")]),
        ("MC-1.5", "gastouderbureau", "2026-11-22", [("wko", "1.56b(1)")]),
        ("MC-1.6", "halt", "2026-11-22", [("regeling-halt", "24(2)")]),
        ("MC-1.3", "reclassering", "2026-11-22", [("reclasseringsregeling", "3(5)")]),
        ("MC-1.3", "jeugdhulp", "2026-11-22", [("jeugdwet", "4.1.7(1)"), ("jeugdwet", "4.1.7(2)")]),
        ("MC-3.4", "bso", "2026-11-22", [("wko", "1.51b(5), 1.51c(3)")]),
        ("MC-H.BIG", "zorg-solo", "2015-12-31", [("wet-big", "40a")]),
    ],
)
def test_the_article_is_the_one_of_that_day(
    requirement_id: str, code: str, day: str, expected: list[tuple[str, str]]
) -> None:
    assert cited(requirement_id, code, date.fromisoformat(day)) == expected


@pytest.mark.parametrize("code", sorted(CHILDCARE))
@pytest.mark.parametrize("day", ["2014-06-01", "2018-06-01", "2019-06-01", "2026-06-30", "2026-11-22"])
def test_the_general_decree_never_binds_childcare(code: str, day: str) -> None:
    for each in checklist().requirements:
        assert "besluit-meldcode" not in {law for law, _ in cited(each.id, code, date.fromisoformat(day))}


# --- the matrix: sector by conditional item, on a day in 2026 ---

JUDGE, PRESUMED, IF_AUTHORISED, NEVER = "to be judged", "presumed", "if authorised", "never"
MATRIX = [
    # sector, step 3, special forms, referral index, child check, knowledge duty, staff-offence route
    ("zorg", "client", True, IF_AUTHORISED, PRESUMED, True, False),
    ("zorg-solo", "client", True, IF_AUTHORISED, PRESUMED, True, False),
    ("jeugdhulp", "client", True, IF_AUTHORISED, JUDGE, True, False),
    ("jeugdhulp-solo", "client", True, IF_AUTHORISED, JUDGE, False, False),
    ("gecertificeerde-instelling", "client", True, IF_AUTHORISED, JUDGE, True, False),
    ("wmo", "client", True, IF_AUTHORISED, PRESUMED, True, False),
    ("dagopvang", "parents", True, NEVER, NEVER, True, True),
    ("bso", "parents", True, NEVER, NEVER, True, True),
    ("gastouderbureau", "parents", True, NEVER, NEVER, True, True),
    ("ouderparticipatiecreche", "parents", True, NEVER, NEVER, True, True),
    ("po", "client", True, IF_AUTHORISED, JUDGE, True, False),
    ("so", "client", True, IF_AUTHORISED, JUDGE, True, False),
    ("vo", "client", True, IF_AUTHORISED, JUDGE, True, False),
    ("mbo", "client", True, IF_AUTHORISED, JUDGE, True, False),
    ("ho", "client", True, IF_AUTHORISED, JUDGE, True, False),
    ("leerplicht", "client", True, IF_AUTHORISED, JUDGE, True, False),
    ("gevangenis", "client", True, NEVER, PRESUMED, True, False),
    ("jji", "client", True, NEVER, JUDGE, True, False),
    ("reclassering", "client", True, NEVER, PRESUMED, True, False),
    ("halt", "client", True, NEVER, NEVER, True, False),
    ("coa", "client", True, NEVER, PRESUMED, True, False),
]


def conditional(requirement_id: str, code: str) -> str:
    """How a requirement with a fact stands for a sector whose fact is unknown."""
    entry = requirement(requirement_id)
    if not bound(requirement_id, code, NOW):
        assert any(code in each.sectors for each in entry.excluded), "left out without a reason"
        return NEVER
    assert entry.condition is not None
    if requirement_id == "MC-2.1.e":
        assert entry.condition.presumed == ()
        return IF_AUTHORISED
    return PRESUMED if code in entry.condition.presumed else JUDGE


@pytest.mark.parametrize("row", MATRIX, ids=[row[0] for row in MATRIX])
def test_the_matrix_of_sectors_and_conditional_items(row: tuple[str, str, bool, str, str, bool, bool]) -> None:
    code = row[0]
    seen = (
        code,
        {(True, False): "client", (False, True): "parents"}[
            bound("MC-2.2.c", code, NOW), bound("MC-2.2.c.KO", code, NOW)
        ],
        bound("MC-2.1.d", code, NOW),
        conditional("MC-2.1.e", code),
        conditional("MC-2.1.f", code),
        bound("MC-3.1", code, NOW) and bound("MC-3.2", code, NOW),
        bound("MC-3.4", code, NOW),
    )
    assert seen == row


def test_the_matrix_has_every_sector() -> None:
    assert [row[0] for row in MATRIX] == SECTORS


def test_who_works_alone_in_youth_care_is_told_why_the_knowledge_duty_is_not_for_them() -> None:
    for requirement_id in ("MC-3.1", "MC-3.2"):
        assert [each.sectors for each in requirement(requirement_id).excluded] == [("jeugdhulp-solo",)]


def test_the_article_says_for_whom_the_code_is_except_in_care_youth_care_and_social_support() -> None:
    silent = {"zorg", "zorg-solo", "jeugdhulp", "jeugdhulp-solo", "gecertificeerde-instelling", "wmo"}
    assert {code for code in SECTORS if not bound("MC-1.2", code, NOW)} == silent


# --- days in the past ---

HAVING = {"MC-1.1", "MC-1.3", "MC-1.4"}
KNOWLEDGE = {"MC-3.1", "MC-3.2"}
ELEMENTS = {"MC-2.1.a", "MC-2.1.c", "MC-2.1.c.1", "MC-2.1.d", "MC-2.1.g", "MC-2.2.a", "MC-2.2.b"}
OLD = ELEMENTS | {"MC-H.2.2.d", "MC-H.2.2.e"}
NEW = ELEMENTS | {
    "MC-2.1.b", "MC-2.1.b.1", "MC-2.1.b.2", "MC-2.1.b.3", "MC-2.2.d", "MC-2.2.e.1", "MC-2.2.e.2",
}  # fmt: skip
CLIENT, PARENTS = {"MC-2.2.c"}, {"MC-2.2.c.KO"}
CHILD_CHECK, INDEX = {"MC-2.1.f"}, {"MC-2.1.e"}
IN_GENERAL = CLIENT | CHILD_CHECK | INDEX
CHILDCARE_HAVING = HAVING | {"MC-1.2"} | KNOWLEDGE | {"MC-3.4"}

PAST: dict[str, dict[str, set[str]]] = {
    "2014-06-01": {
        "zorg": HAVING | KNOWLEDGE | OLD | IN_GENERAL,
        "zorg-solo": {"MC-H.BIG", "MC-1.4"} | OLD | IN_GENERAL,
        "jeugdhulp": HAVING | KNOWLEDGE | OLD | IN_GENERAL,
        "jeugdhulp-solo": set(),
        "wmo": HAVING | KNOWLEDGE | OLD | IN_GENERAL,
        "dagopvang": CHILDCARE_HAVING | OLD | PARENTS,
        "gastouderbureau": CHILDCARE_HAVING | {"MC-1.5"} | OLD | PARENTS,
        "ouderparticipatiecreche": CHILDCARE_HAVING | OLD | PARENTS,
        "vo": HAVING | {"MC-1.2"} | KNOWLEDGE | OLD | IN_GENERAL,
        "coa": HAVING | {"MC-1.2"} | KNOWLEDGE | OLD | CLIENT | CHILD_CHECK,
        "halt": HAVING | {"MC-1.2", "MC-1.6"} | KNOWLEDGE | OLD | CLIENT,
    },
    "2016-06-01": {
        "zorg": HAVING | KNOWLEDGE | OLD | IN_GENERAL,
        "zorg-solo": HAVING | KNOWLEDGE | OLD | IN_GENERAL,
        "jeugdhulp-solo": HAVING | OLD | IN_GENERAL,
        "bso": CHILDCARE_HAVING | OLD | PARENTS,
        "reclassering": HAVING | {"MC-1.2"} | KNOWLEDGE | OLD | CLIENT | CHILD_CHECK,
    },
    "2018-12-31": {
        "wmo": HAVING | KNOWLEDGE | OLD | IN_GENERAL,
        "bso": CHILDCARE_HAVING | OLD | PARENTS,
        "gastouderbureau": CHILDCARE_HAVING | {"MC-1.5"} | OLD | PARENTS,
        "ouderparticipatiecreche": CHILDCARE_HAVING | OLD | PARENTS,
        "halt": HAVING | {"MC-1.2", "MC-1.6"} | KNOWLEDGE | OLD | CLIENT,
    },
    "2019-01-01": {
        "wmo": HAVING | KNOWLEDGE | NEW | IN_GENERAL,
        "po": HAVING | {"MC-1.2"} | KNOWLEDGE | NEW | IN_GENERAL,
        "bso": CHILDCARE_HAVING | NEW | PARENTS,
        "gastouderbureau": CHILDCARE_HAVING | {"MC-1.5"} | NEW | PARENTS,
        "ouderparticipatiecreche": CHILDCARE_HAVING | NEW | PARENTS,
        "halt": HAVING | {"MC-1.2", "MC-1.6"} | KNOWLEDGE | NEW | CLIENT,
    },
    "2013-06-30": {"zorg": set(), "dagopvang": set(), "po": set()},
    "2013-07-01": {
        "zorg": HAVING | KNOWLEDGE,
        "reclassering": set(),
        "bso": CHILDCARE_HAVING,
    },
    "2013-07-31": {
        "zorg": HAVING | KNOWLEDGE | OLD | IN_GENERAL,
        "reclassering": HAVING | {"MC-1.2"} | KNOWLEDGE | OLD | CLIENT | CHILD_CHECK,
    },
}


@pytest.mark.parametrize(("day", "code"), [(day, code) for day, expected in PAST.items() for code in expected])
def test_what_bound_a_sector_on_a_day_in_the_past(day: str, code: str) -> None:
    assert binding(code, date.fromisoformat(day)) == PAST[day][code]


@pytest.mark.parametrize("day", ["2013-08-01", "2014-12-31", "2017-12-31", "2018-01-01", "2026-11-22"])
def test_what_is_only_told_binds_nobody(day: str) -> None:
    for code in SECTORS:
        assert not {"MC-H.3", "MC-H.PSZ"} & binding(code, date.fromisoformat(day))
