"""In which order a column writes its dates: day before month, as the Dutch do, or month first, as some exports do. Pure.

One column has one order. Where it is not proven, the day comes first.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from auditor.intake.sheets import Value
from auditor.intake.words import normal

_MONTHS = 12
_LEAST_DUTCH = 3
"""So many days that can only be read month first are asked of a column whose header is not English."""
_ENGLISH = frozenset(
    "date completion completed finished passed until expires expiry expiration valid start end hire enrolled on timestamp".split()
)
_DUTCH = frozenset("datum op tot voor".split())


class Order(StrEnum):
    """How a column's dates are written."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    BOTH = "both"


def order_of(header: str, values: Iterable[Value | None]) -> Order:
    """The order of a column's dates, by all its values together.

    Month first where some value can only be read so and none can only be read day first; in a column without an English
    header it takes several such values. `BOTH`: some can only be read one way and some only the other; days then come first.
    """
    day_first = month_first = 0
    for value in values:
        found = _numbers().match(value.strip()) if isinstance(value, str) else None
        if found is not None:
            day_first += int(found[1]) > _MONTHS
            month_first += int(found[3]) > _MONTHS >= int(found[1])
    if day_first and month_first:
        return Order.BOTH
    words = set(normal(header).split())
    least = 1 if words & _ENGLISH and not words & _DUTCH else _LEAST_DUTCH
    return Order.MONTH_FIRST if month_first >= least else Order.DAY_FIRST


def day_first(value: Value | None) -> Value | None:
    """A value of a column that writes the month first, as one that writes the day first; anything else stays as it is."""
    found = _numbers().match(value.strip()) if isinstance(value, str) else None
    if found is None or int(found[1]) > _MONTHS:
        return value
    return f"{found[3]}{found[2]}{found[1]}{found[2]}{found[4]}"


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2((?:[0-9]{4}|[0-9]{2})(?![0-9]).*)$", re.DOTALL)
