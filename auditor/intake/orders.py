"""In which order a column writes its dates: day before month, as the Dutch do, or month first, as some exports do. Pure.

One column has one order. Where it is not proven, the day comes first.
"""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache

from auditor.intake.sheets import Value
from auditor.intake.words import normal

_MONTHS = 12
_LEAST_DUTCH = 3
"""So many days that can only be read month first are asked of a column whose header is not English."""
_REMEMBERED = 16384
_NOTHING, _DAY_FIRST, _MONTH_FIRST, _EITHER = range(4)
_ENGLISH = frozenset(
    "date completion completed finished passed until expires expiry expiration valid start end hire enrolled on timestamp".split()
)
_DUTCH = frozenset("datum op tot voor".split())


class Order(StrEnum):
    """How a column's dates are written."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    BOTH = "both"
    ASSUMED = "assumed"


class OrderCount:
    """Counts in one column the values that can only be read with the day first, those only with the month first, and those
    that are another day either way.
    """

    def __init__(self, header: str) -> None:
        words = set(normal(header).split())
        self._is_english = bool(words & _ENGLISH) and not words & _DUTCH
        self._kinds: dict[str, int] = {}
        self._count = [0, 0, 0, 0]

    def see(self, value: Value | None) -> None:
        """Take the next value of the column; their order plays no part."""
        if value.__class__ is not str:
            return
        text = str(value)
        kind = self._kinds.get(text)
        if kind is None:
            kind = _kind(text)
            if len(self._kinds) < _REMEMBERED:
                self._kinds[text] = kind
        self._count[kind] += 1

    @property
    def order(self) -> Order:
        """The order of the dates, by all values together.

        Month first where some value can only be read so and none can only be read day first; in a column without an English
        header it takes several such values. `BOTH`: some can only be read one way and some only the other; days then come
        first. `ASSUMED`: so they do, under an English header, though nothing proves it.
        """
        _, day_first, month_first, either = self._count
        if day_first and month_first:
            return Order.BOTH
        if month_first >= (1 if self._is_english else _LEAST_DUTCH):
            return Order.MONTH_FIRST
        return Order.ASSUMED if self._is_english and either and not day_first else Order.DAY_FIRST


def _kind(text: str) -> int:
    found = _numbers().match(text.strip())
    if found is None:
        return _NOTHING
    first, second = int(found[1]), int(found[3])
    if first > _MONTHS:
        return _DAY_FIRST
    return _MONTH_FIRST if second > _MONTHS else _EITHER if first != second else _NOTHING


def order_of(header: str, values: Iterable[Value | None]) -> Order:
    """The order of a column's dates, by all its values together; see `OrderCount`."""
    count = OrderCount(header)
    for value in values:
        count.see(value)
    return count.order


def together(orders: Mapping[str, Order]) -> dict[str, Order]:
    """The orders of the columns of one table, by letter: one system wrote them, so a column under an English header that
    proves nothing follows one that has the month first.
    """
    if Order.MONTH_FIRST not in orders.values():
        return dict(orders)
    return {letter: Order.MONTH_FIRST if order is Order.ASSUMED else order for letter, order in orders.items()}


def day_first(value: Value | None) -> Value | None:
    """A value of a column that writes the month first, as one that writes the day first; anything else stays as it is."""
    found = _numbers().match(value.strip()) if isinstance(value, str) else None
    if found is None or int(found[1]) > _MONTHS:
        return value
    return f"{found[3]}{found[2]}{found[1]}{found[2]}{found[4]}"


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2((?:[0-9]{4}|[0-9]{2})(?![0-9]).*)$", re.DOTALL)
