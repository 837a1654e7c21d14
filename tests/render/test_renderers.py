"""What holds for every output, whatever its suffix."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from auditor.api import audit
from auditor.render import RENDERERS, renderer
from auditor.render.edition import Edition
from auditor.resources import shipped
from auditor.texts import LANGUAGES

WITH_NAMES = frozenset({".xlsx"})  # the outputs that are meant to name people
LEAST = 4  # a shorter word of a name is part of too many other words to look for
SAMPLES = sorted({path.parent for path in Path(shipped("sample_data")).glob("*/*.xlsx")})


@cache
def edition(sample: Path, lang: str) -> Edition:
    return audit([sample], date(2026, 11, 22)).edition(lang)


def last_names(made: Edition) -> set[str]:
    staff = (made.registers.staff if made.registers else None) or ()
    return {word for person in staff for word in person.name.split()[-1:] if len(word) >= LEAST}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("suffix", sorted(RENDERERS.keys() - WITH_NAMES))
def test_no_output_but_the_action_list_names_anybody(suffix: str, sample: Path, lang: str) -> None:
    made = edition(sample, lang)
    assert last_names(made), "a sample without names shows nothing"
    shown = set(re.findall(r"\w+", renderer(suffix)(made).decode()))  # whole words: Noor is no part of Noord
    assert sorted(last_names(made) & shown) == []


@pytest.mark.parametrize("suffix", sorted(RENDERERS))
def test_equal_input_gives_equal_bytes(suffix: str) -> None:
    assert renderer(suffix)(edition(SAMPLES[0], "nl")) == renderer(suffix)(edition(SAMPLES[0], "nl"))
