"""Which column is which field: a header row against the layouts of the registers.

The outcome depends on what the headers say, never on the order of the columns.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from auditor.intake.words import PREFIXES, has_phrase, normal
from auditor.layouts import Field, Layout, Vocabulary

_NEAR = 1000
"""Added to the rank of a header that is only nearly a synonym."""
_REMEMBERED = 4096
_UNIQUE = 2.0
"""How much a header speaks for a register that no other register has."""


class Claim(msgspec.Struct, frozen=True, order=True):
    """One layout's say on a header: the field it means there. A lower `rank` is a better synonym."""

    weak: bool
    rank: int
    field: str
    register: str


class Columns(msgspec.Struct, frozen=True, kw_only=True):
    """How one layout reads a header row.

    `fields` maps a field to its columns: several only where their headers are the same. `strong` are the fields that an
    unambiguous header gave. `rivals` are columns with an unambiguous header whose field another, better header has;
    `others` are all columns that might be a field which another column is. `unique` are fields that no other register has
    that header for. `score` tells how much the headers speak for this register.
    """

    layout: Layout
    fields: dict[str, tuple[str, ...]]
    strong: frozenset[str]
    unique: frozenset[str]
    rivals: tuple[str, ...]
    others: dict[str, tuple[str, ...]]
    score: float

    def has(self, *fields: str) -> bool:
        """Whether any of `fields` has a column."""
        return any(field in self.fields for field in fields)


class Headers:
    """All headers and sheet names of a vocabulary, ready to be looked up."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.layouts = {layout.register: layout for layout in vocabulary.layouts}
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        for layout in vocabulary.layouts:
            for field in layout.fields:
                self._learn(layout, field)
        self._found: dict[str, tuple[Claim, ...]] = {}
        self._joined: dict[str, list[Claim]] = {}
        for words, claims in self._claims.items():
            self._joined.setdefault(words.replace(" ", ""), claims)
        self._fits: dict[str, dict[str, float]] = {}
        self._names: list[tuple[str, str]] = [
            (normal(name), layout.register) for layout in vocabulary.layouts for name in layout.sheet_names
        ]
        self._bare_names: dict[str, str] = {
            normal(name): layout.register for layout in vocabulary.layouts for name in layout.bare_names
        }

    def _learn(self, layout: Layout, field: Field) -> None:
        for weak, headers in ((False, field.headers), (True, field.weak)):
            for rank, header in enumerate(headers):
                claim = Claim(weak, rank, field.name, layout.register)
                claims = self._claims[normal(header)]
                if not any((each.register, each.field) == (layout.register, field.name) for each in claims):
                    claims.append(claim)

    def teach(self, header: str, claims: Iterable[Claim]) -> None:
        """Let a header mean what somebody says that it means."""
        self._claims[normal(header)] = list(claims)

    def claims(self, header: str) -> tuple[Claim, ...]:
        """What a header may mean, in any register; if nothing, then what it means without a part in brackets, or written
        as one word.
        """
        found = self._found.get(header)
        if found is None:
            found = self._found[header] = self._find(header)
            if len(self._found) > _REMEMBERED:
                self._found.clear()
        return found

    def _find(self, header: str) -> tuple[Claim, ...]:
        words = normal(header)
        if found := self._claims.get(words):
            return tuple(found)
        near = self._claims.get(normal(header.partition("(")[0])) if "(" in header else None
        near = near or self._joined.get(words.replace(" ", ""), [])
        return tuple(msgspec.structs.replace(claim, rank=claim.rank + _NEAR) for claim in near)

    def words(self) -> frozenset[str]:
        """The words in the headers and sheet names of the registers, but for those that stand in names of people too."""
        headers = {word for text in self._claims for word in text.split()}
        return frozenset(headers | {word for name, _ in self._names for word in name.split()}) - PREFIXES

    def names(self, sheet: str, register: str) -> float:
        """How well a sheet's name fits a register: 2 for one of its names, 1 for one among other words, else 0."""
        fits = self._fits.get(sheet)
        if fits is None:
            fits = self._fits[sheet] = {}
            words = normal(sheet)
            if register_so_called := self._bare_names.get(words.strip("0123456789 ")):
                fits[register_so_called] = 2.0
            for name, of in self._names:
                if has_phrase(words, name):
                    fits[of] = max(fits.get(of, 0.0), 2.0 if words == name else 1.0)
        return fits.get(register, 0.0)

    def registers_named(self, sheet: str) -> tuple[str, ...]:
        """The registers that have exactly this sheet name."""
        return tuple(register for register in self.layouts if self.names(sheet, register) > 1)

    def read(self, register: str, claims: Mapping[str, Sequence[Claim]]) -> Columns:
        """The columns of a header row, given as letter to what its header may mean, as the fields of `register`."""
        offers = sorted(
            (claim.weak, claim.rank, claim.field, letter)
            for letter, every in claims.items()
            for claim in every
            if claim.register == register
        )
        strong = [(rank, field, letter) for weak, rank, field, letter in offers if not weak]
        taken = {letter for _, _, letter in strong}
        fields = _best(strong)
        weak_offers = [(rank, field, letter) for weak, rank, field, letter in offers if weak]
        fields |= _best(_best_columns([offer for offer in weak_offers if offer[1] not in fields]))
        used = {letter for letters in fields.values() for letter in letters}
        return Columns(
            layout=self.layouts[register],
            fields=fields,
            strong=frozenset(field for _, field, _ in strong),
            unique=frozenset(
                field for _, field, a in strong if a in used and weight(claims[a], register, weak=False) == _UNIQUE
            ),
            rivals=tuple(sorted(taken - used)),
            others=_others([(field, letter) for _, _, field, letter in offers if letter not in used]),
            score=sum(
                weight(claims[letters[0]], register, weak=letters[0] not in taken) for letters in fields.values()
            ),
        )


def _best(offers: Iterable[tuple[int, str, str]]) -> dict[str, tuple[str, ...]]:
    """For each field the columns with its best synonym; several where the same header stands more than once."""
    best: dict[str, tuple[int, tuple[str, ...]]] = {}
    for rank, field, letter in sorted(offers):
        known = best.get(field)
        if known is None or known[0] == rank:
            best[field] = (rank, (*(known[1] if known else ()), letter))
    return {field: letters for field, (_, letters) in best.items()}


def _best_columns(offers: Iterable[tuple[int, str, str]]) -> list[tuple[int, str, str]]:
    """Weak headers: every column goes to the field for which its header is the better synonym."""
    best: dict[str, tuple[int, str, str]] = {}
    for offer in sorted(offers):
        best.setdefault(offer[2], offer)
    return list(best.values())


def _others(offers: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    others: dict[str, tuple[str, ...]] = {}
    for field, letter in sorted(offers):
        others[field] = (*others.get(field, ()), letter)
    return others


def weight(claims: Iterable[Claim], register: str, *, weak: bool) -> float:
    """How much a header speaks for `register`: less for every other register that uses it, little if it is weak."""
    users = {claim.register for claim in claims if not claim.weak} | {register}
    return (0.5 if weak else _UNIQUE) / len(users)
