"""The law as data: requirements, their sources, whom they bind and on which days.

Pure: it knows no file. `auditor.library` makes a `Checklist` of the YAML in `checklists/`; `Checklist.on` picks what is
in force on a day for an organisation's sectors.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

import msgspec

from auditor.rules.shapes import AnyRule


class Layer(StrEnum):
    """Who asks it. Only `law` decides the conclusion; no two layers are ever added up."""

    LAW = "law"
    NEIGHBOUR = "neighbour"
    PROFESSIONAL_NORM = "professional_norm"
    SUPERVISOR_NORM = "supervisor_norm"
    OWN_NORM = "own_norm"
    GOOD_PRACTICE = "good_practice"


class Data(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something written in YAML by a person: an unknown key is an error, never ignored."""


class Text(Data, frozen=True, kw_only=True):
    """The same words in both languages; reviewed together with the law they explain."""

    nl: str
    en: str

    def in_(self, lang: str) -> str:
        """The words in `lang`, which is `nl` or `en`."""
        return self.en if lang == "en" else self.nl


class Span(Data, frozen=True, kw_only=True):
    """Days on which something is in force: both days included, an empty end is open.

    An empty `start` means that the first day was not established; it then counts as in force on every earlier day that
    the sector's own duty covers.
    """

    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Whether `day` lies in the span; both its first and its last day do."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


class Law(Data, frozen=True, kw_only=True):
    """A law or other source that is cited: `bwb` is its number in the official database, empty where it has none."""

    id: str
    name: Text
    bwb: str = ""
    url: str = ""

    def link(self, day: date) -> str:
        """The official text as it stood on `day`; for a source outside the database its own address, or nothing."""
        return f"https://wetten.overheid.nl/{self.bwb}/{day.isoformat()}" if self.bwb else self.url


class Source(Data, frozen=True, kw_only=True):
    """Where a requirement stands for some sectors: law, article, days, and how sure we are of it.

    `article` is in the notation of the legal source text, such as `2(1)b` or `2(2)e 1°`. `confidence` keeps the codes of the legal
    source text (`S26`, `S15`, `X26`, `SEC`, `GK`, `INF`, `DOUBT`), possibly two: `S26 (date SEC)`, `S26/S15`.
    """

    law: str
    article: str
    sectors: tuple[str, ...]
    confidence: str
    start: date | None = None
    end: date | None = None
    remark: Text | None = None

    def holds(self, day: date) -> bool:
        """Whether the source is in force on `day`; both its first and its last day count."""
        return Span(start=self.start, end=self.end).holds(day)


FIRM = frozenset({"S26", "X26"})


def is_firm(confidence: str) -> bool:
    """Whether nothing about a source is left to verify: every code in it is one of `FIRM`."""
    codes = confidence.replace("/", " ").replace("(", " ").replace(")", " ").replace("date", " ").split()
    return bool(codes) and all(code in FIRM for code in codes)


class Fact(StrEnum):
    """What the organisation sheet may say about the organisation, and a requirement may depend on."""

    ADULT_CLIENTS = "adult_clients"
    VIR_AUTHORISED = "vir_authorised"


class FactCondition(Data, frozen=True, kw_only=True):
    """A requirement that binds only where a fact holds.

    `no` makes it not applicable, with `reason_no`. Unknown: for the sectors in `presumed` it is judged as if the fact
    holds; for the others it is judged if the elements register names it, and asked of a person if not.
    """

    fact: Fact
    reason_no: Text
    presumed: tuple[str, ...] = ()


class Excluded(Data, frozen=True, kw_only=True):
    """Sectors that the law excludes: `not_applicable`, with the reason."""

    sectors: tuple[str, ...]
    reason: Text


class Requirement(Data, frozen=True, kw_only=True):
    """One thing that is asked, with everything a reader needs to check it.

    `since` and `until` are the first and last day of its own legal content, whatever article carries it for a sector;
    a code adopted (and last reviewed) before `since` cannot hold it. `layers` overrides `layer` for some sectors.
    """

    id: str
    layer: Layer
    norm: str
    group: str
    title: Text
    asks: Text
    question: Text
    advice: Text
    sources: tuple[Source, ...]
    evidence: AnyRule
    known_as: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    layers: dict[str, Layer] = {}
    excluded: tuple[Excluded, ...] = ()
    condition: FactCondition | None = None
    shortfall: Text | None = None

    def sectors_on(self, day: date, sectors: Iterable[str]) -> tuple[str, ...]:
        """Which of `sectors` this binds on `day`: those with a source in force that are not excluded."""
        out = {sector for each in self.excluded for sector in each.sectors}
        return tuple(
            sector
            for sector in sectors
            if sector not in out and any(sector in source.sectors and source.holds(day) for source in self.sources)
        )

    def in_force(self, day: date) -> bool:
        """Whether any source holds on `day`, and `day` lies between `since` and `until`."""
        return Span(start=self.since, end=self.until).holds(day) and any(source.holds(day) for source in self.sources)

    def layer_for(self, sectors: Iterable[str]) -> Layer:
        """The strictest layer among the sectors it binds: law wins."""
        layers = {self.layers.get(sector, self.layer) for sector in sectors} or {self.layer}
        return next(layer for layer in Layer if layer in layers)


class Base(Data, frozen=True, kw_only=True):
    """The statute that lays the duty on a sector: its paragraphs for having, knowing, and the elements."""

    law: str
    having: str
    confidence: str
    knowledge: str = ""
    start: date | None = None
    end: date | None = None
    remark: Text | None = None

    def holds(self, day: date) -> bool:
        """Whether the duty rests on this statute on `day`."""
        return Span(start=self.start, end=self.end).holds(day)


class Sector(Data, frozen=True, kw_only=True):
    """Who is bound: the code of the command line, its names, and the statutes that bind it, one after another."""

    id: str
    name: Text
    known_as: tuple[str, ...]
    bases: tuple[Base, ...]
    supervisor: Text
    solo: bool = False


class Part(Data, frozen=True, kw_only=True):
    """A checklist that somebody added to the shipped one."""

    id: str
    version: str
    sha256: str


class Checklist(Data, frozen=True, kw_only=True):
    """The shipped checklist with what was added to it: requirements, and the sectors and laws they name."""

    id: str
    version: str
    sha256: str
    sectors: tuple[Sector, ...]
    laws: tuple[Law, ...]
    requirements: tuple[Requirement, ...]
    added: tuple[Part, ...] = ()

    def on(self, day: date) -> tuple[Requirement, ...]:
        """The requirements in force on `day`, in the checklist's order."""
        return tuple(each for each in self.requirements if each.in_force(day))

    def bound(self, day: date, sectors: Iterable[str]) -> tuple[str, ...]:
        """Which of `sectors` a statute binds on `day`, in the checklist's order."""
        wanted = set(sectors)
        return tuple(
            sector.id
            for sector in self.sectors
            if sector.id in wanted and any(base.holds(day) for base in sector.bases)
        )
