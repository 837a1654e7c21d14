"""What an organisation may call a requirement or a sector."""

import pytest

from auditor.intake.known import KnownAs
from tests.intake.taken import known

MADE_UP = KnownAs(
    ids={"mc-1.1": "MC-1.1", "mc-2.2.c": "MC-2.2.c", "mc-2.2.c.ko": "MC-2.2.c.KO", "mc-2.2.d": "MC-2.2.d"},
    phrases={
        "stap 3": ("MC-2.2.c", "MC-2.2.c.KO"),
        "stap 4": ("MC-2.2.d",),
        "weging": ("MC-2.2.d",),
        "meldcode": ("MC-1.1",),
        "gesprek met ouders": ("MC-2.2.c.KO",),
    },
    sectors={"dagopvang": ("dagopvang",), "bso": ("bso",), "kinderopvang": ("dagopvang", "bso")},
)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        pytest.param("MC-2.2.c.KO", ("MC-2.2.c.KO",), id="an id"),
        pytest.param("mc-2.2.C", ("MC-2.2.c",), id="an id in another case"),
        pytest.param("stap 4 (MC-2.2.c).", ("MC-2.2.c",), id="an id wins over words"),
        pytest.param("MC-2.2.c/MC-2.2.d", ("MC-2.2.c", "MC-2.2.d"), id="two ids"),
        pytest.param("MC-2.2.c.KOX", (), id="nearly an id"),
        pytest.param("STAP 3", ("MC-2.2.c", "MC-2.2.c.KO"), id="a phrase of two requirements"),
        pytest.param("Stap 4: gesprek met ouders", ("MC-2.2.d",), id="a leading step wins over a longer phrase"),
        pytest.param("het gesprek met ouders over de meldcode", ("MC-2.2.c.KO",), id="the longest phrase"),
        pytest.param("de weging", ("MC-2.2.d",), id="a phrase in a text"),
        pytest.param("overweging", (), id="part of a word"),
        pytest.param("stap 42", (), id="part of a number"),
        pytest.param("tuin", (), id="nothing that we know"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_which_requirements_a_text_names(text: str, ids: tuple[str, ...]) -> None:
    assert MADE_UP.requirements_of(text) == ids


@pytest.mark.parametrize(
    ("text", "codes", "unknown"),
    [
        pytest.param("bso", ("bso",), (), id="one"),
        pytest.param("Kinderopvang", ("dagopvang", "bso"), (), id="a name of two"),
        pytest.param("bso; dagopvang;", ("bso", "dagopvang"), (), id="several"),
        pytest.param("bso + dagopvang", ("bso", "dagopvang"), (), id="joined by a sign"),
        pytest.param("dagopvang en bso", ("dagopvang", "bso"), (), id="joined by a small word"),
        pytest.param("bso, Ruimtevaart", ("bso",), ("Ruimtevaart",), id="one of them unknown"),
        pytest.param("geen bso", (), ("geen bso",), id="more than a name"),
        pytest.param("", (), (), id="nothing"),
    ],
)
def test_which_sectors_a_text_lists(text: str, codes: tuple[str, ...], unknown: tuple[str, ...]) -> None:
    assert MADE_UP.sectors_of(text) == (codes, unknown)


LONG = 10_000


@pytest.mark.parametrize("text", ["x" * 100_000, "de " * LONG, "MC-2.2.c" * LONG])
def test_a_long_text_is_nearly_no_requirement_and_names_none(text: str) -> None:
    assert (MADE_UP.requirements_of(text), MADE_UP.nearest(text)) == ((), "")


def test_a_long_list_of_small_words_names_the_sectors_in_it() -> None:
    assert MADE_UP.sectors_of("en " * LONG + "bso") == (("bso",), ())


def test_every_id_and_every_sector_of_the_checklist_is_known_by_itself() -> None:
    shipped = known()
    assert all(shipped.requirements_of(each) == (each,) for each in shipped.ids.values())
    codes = {code for found in shipped.sectors.values() for code in found}
    assert all(shipped.sectors_of(code) == ((code,), ()) for code in codes)
