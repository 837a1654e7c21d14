"""One browser for the tests of a module."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.browsing import launched

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with launched() as started:
        yield started
