"""From judged requirements to what the page shows of each."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import groupby

from auditor.checklist import Checklist, Requirement, is_firm
from auditor.findings import Verdict
from auditor.render.citation import citation
from auditor.render.picture_views import Heat
from auditor.render.plans import plans
from auditor.render.views import (
    Badge,
    Bar,
    Bars,
    Card,
    Evidence,
    EvidenceBlock,
    EvidenceRow,
    MeasureView,
    Place,
    SourceView,
)
from auditor.render.words import SENTENCE_LIMIT, Say, plain, sector_name
from auditor.result import EvidenceOut, MeasureOut, RequirementOut, Result, SourceOut
from auditor.rules.shapes import Indicator

DRAWN_EACH = 50
TODO_LIMIT = 160
DRAWN_IN_SECTION = 500
LAPSES_EACH = 5
PLACES_NAMED = 3
REGISTERS = (
    "organisation",
    "policies",
    "elements",
    "staff",
    "training",
    "officers",
    "activities",
    "agreements",
    "cases",
    "acceptances",
    "actions",
)


_OF_PEOPLE = frozenset({"newcomers", "since_code", "valid", "trained"})
_BY_TEAM = frozenset({"held", "skills"})
"""The rules that count teams where others count locations."""


class Room:
    """How many rows may still be drawn in a section: a browser needs seconds for what nobody reads."""

    def __init__(self, rows: int = DRAWN_IN_SECTION) -> None:
        self._left = rows

    def take(self, wanted: int, at_most: int = DRAWN_IN_SECTION) -> int:
        """How many of `wanted` rows may be drawn; they are then taken from the room."""
        given = min(wanted, at_most, self._left)
        self._left -= given
        return given


def entries_on(checklist: Checklist, day: date) -> dict[str, Requirement]:
    """The checklist's entry of every requirement id: the one in force on `day`, else any."""
    entries = {each.id: each for each in checklist.requirements}
    entries.update((each.id, each) for each in checklist.on(day))
    return entries


def rule_of(entry: Requirement) -> str:
    """The name of the rule by which a requirement is judged, as the checklist writes it."""
    return str(type(entry.evidence).__struct_config__.tag)


def badge(verdict: str, say: Say) -> Badge:
    """A verdict in shape and word."""
    return Badge(id=verdict, word=say.verdict(verdict))


def anchor(requirement_id: str) -> str:
    """The fragment by which a requirement is found; white space, which cannot be in one, becomes a hyphen."""
    return "-".join(plain(requirement_id).split())


def shown_of(shown: int, total: int, say: Say) -> str:
    """How many of the rows are drawn; nothing if all are."""
    return say("shown_of", shown=shown, total=total) if shown < total else ""


def whole(sheet: str, cell: str, say: Say) -> str:
    """What is named instead of a cell where there is none: a whole sheet, or a whole file."""
    return "" if cell else say("evidence.whole_sheet" if sheet else "evidence.whole_file")


def place(file: str, sheet: str, cell: str, say: Say) -> Place:
    """A place in the inputs, fit to be shown."""
    return Place(file=say.cut(file), sheet=say.cut(sheet), cell=say.cut(cell), whole=whole(sheet, cell, say))


class CardMaker:
    """Makes the cards of one report."""

    def __init__(
        self, checklist: Checklist, result: Result, heats: Callable[[str, Room], Heat | None], say: Say
    ) -> None:
        self._entries: Mapping[str, Requirement] = entries_on(checklist, result.as_of)
        self._heats = heats
        self._lapses: dict[str, list[str]] = defaultdict(list)
        for each in sorted(result.upcoming, key=lambda each: each.on):
            if each.requirement and len(self._lapses[each.requirement]) < LAPSES_EACH:
                self._lapses[each.requirement].append(say("lapses_on", day=each.on, what=say.cut(each.what)))
        self._laws = {law.id: say.of(law.name) for law in checklist.laws}
        self._checklist = checklist
        self._say = say
        self._cited: dict[str, str] = {}
        self._meant: dict[str, str] = {}
        self._bound: dict[tuple[str, ...], str] = {}

    def card(self, judged: RequirementOut, room: Room) -> Card:
        """One requirement with everything a reader needs to check it; its rows are taken from `room`."""
        say, entry = self._say, self._entries.get(judged.id)
        verdict, advice = Verdict(judged.verdict), say.cut(judged.advice, SENTENCE_LIMIT)
        asked = verdict is Verdict.FOR_A_PERSON
        return Card(
            id=plain(judged.id),
            anchor=anchor(judged.id),
            title=say.cut(judged.title),
            layer=judged.layer,
            layer_name=say.layer(judged.layer),
            badge=badge(verdict, say),
            folded=verdict is Verdict.MET,
            norm=say.or_else(f"norm.{entry.norm}", entry.norm) if entry else "",
            asks=say.of(entry.asks) if entry else "",
            question=advice if asked else "",
            sources=tuple(self._source(each, judged, entry) for each in judged.sources),
            sectors=self._sectors(tuple(judged.sectors)),
            reason=say.cut(judged.reason, SENTENCE_LIMIT),
            how=say.word(f"how.{rule_of(entry)}") if entry else "",
            evidence=self._evidence(judged.evidence, room),
            measure=self._measure(judged.id, judged.measure, entry, room) if judged.measure else None,
            repair=say.cut(judged.would_be_met_if, SENTENCE_LIMIT),
            advice="" if asked else advice,
            plans=plans(judged, say),
            todo=say.brief(judged.would_be_met_if or judged.advice, TODO_LIMIT),
            places="\n".join(say.cut(each.location) for each in judged.measure.by_location)
            if judged.measure and not counts_by_team(entry)
            else "",
            counts_people=counts_people(entry),
            lapses=tuple(self._lapses.get(judged.id, ())),
        )

    def group(self, judged: RequirementOut) -> str:
        """The checklist's group of a requirement; empty where the checklist does not know it."""
        entry = self._entries.get(judged.id)
        return entry.group if entry else ""

    def _sectors(self, codes: tuple[str, ...]) -> str:
        if codes not in self._bound:
            self._bound[codes] = self._say.listed([sector_name(self._checklist, code, self._say) for code in codes])
        return self._bound[codes]

    def _source(self, source: SourceOut, judged: RequirementOut, entry: Requirement | None) -> SourceView:
        say = self._say
        remarks = [
            say.of(each.remark)
            for each in (entry.sources if entry else ())
            if each.remark
            and each.article == source.article
            and each.confidence == source.confidence
            and source.law in {each.law, self._laws.get(each.law)}
            and not set(each.sectors).isdisjoint(judged.sectors)
        ]
        if source.article not in self._cited:
            self._cited[source.article] = citation(source.article, say)
        if source.confidence not in self._meant:
            self._meant[source.confidence] = confidence_meaning(source.confidence, say)
        return SourceView(
            cited=", ".join(part for part in (plain(source.law), self._cited[source.article]) if part),
            url=source.url if source.url.startswith("https://") else "",
            firm=is_firm(source.confidence),
            codes=plain(source.confidence),
            meaning=self._meant[source.confidence],
            remark=remarks[0] if remarks else "",
        )

    def _evidence(self, seen: Sequence[EvidenceOut], room: Room) -> Evidence:
        say = self._say
        drawn = seen[: room.take(len(seen), DRAWN_EACH)]
        blocks = tuple(
            EvidenceBlock(
                register=say.register(register),
                at=place(file, sheet, "", say),
                rows=tuple(
                    EvidenceRow(cell=say.cut(each.cell), whole=whole(sheet, each.cell, say), says=say.cut(each.says))
                    for each in rows
                ),
            )
            for (register, file, sheet), rows in groupby(drawn, lambda each: (each.register, each.file, each.sheet))
        )
        cut = say("seen_of", shown=len(drawn), total=len(seen)) if len(drawn) < len(seen) else ""
        return Evidence(blocks=blocks, shown_of=cut)

    def _measure(self, requirement_id: str, measure: MeasureOut, entry: Requirement | None, room: Room) -> MeasureView:
        place = "team" if counts_by_team(entry) else "location"
        heat = self._heats(requirement_id, room)
        by_place = [] if heat and place == "team" else measure.by_location  # the map of the teams says more
        parts = (
            (place, [(each.location, each.covered, each.population) for each in by_place]),
            ("function", [(each.function, each.covered, each.population) for each in measure.by_function]),
        )
        return MeasureView(
            total=self._say(
                "measure.total" if counts_people(entry) else "measure.total_other",
                covered=measure.covered,
                population=measure.population,
            ),
            lacking=self._say("lacking.short", places=places) if (places := lacking_at(measure, self._say)) else "",
            bar=self._bar("", measure.covered, measure.population),
            parts=tuple(self._bars(part, shares, room) for part, shares in parts if shares),
            heat=heat,
        )

    def _bars(self, part: str, shares: list[tuple[str, int, int]], room: Room) -> Bars:
        say = self._say
        drawn = sorted(shares, key=lambda share: (percent(*share[1:]), share[0]))[: room.take(len(shares), DRAWN_EACH)]
        return Bars(
            caption=say(f"measure.by_{part}"),
            head=say(f"measure.{part}"),
            rows=tuple(self._bar(*each) for each in drawn),
            shown_of=shown_of(len(drawn), len(shares), say),
        )

    def _bar(self, name: str, covered: int, population: int) -> Bar:
        say = self._say
        return Bar(
            name=say.cut(name) or say("measure.unnamed"),
            of=say("measure.of", covered=covered, population=population),
            percent=percent(covered, population),
        )


def counts_people(entry: Requirement | None) -> bool:
    """Whether what a requirement counts are people."""
    if entry is None:
        return False
    return rule_of(entry) == "reached" or (
        isinstance(entry.evidence, Indicator) and entry.evidence.counts in _OF_PEOPLE
    )


def counts_by_team(entry: Requirement | None) -> bool:
    """Whether what a requirement counts by are teams, where others have locations."""
    return entry is not None and rule_of(entry) in _BY_TEAM


def lacking(measure: MeasureOut, say: Say) -> str:
    """How many people are still to be reached, and where most of them are; nothing where all are."""
    left = measure.population - measure.covered
    if left <= 0:
        return ""
    if places := lacking_at(measure, say):
        return say("lacking.people", n=left, of=measure.population, places=places)
    return say("lacking.people_all", n=left, of=measure.population)


def lacking_at(measure: MeasureOut, say: Say) -> str:
    """Where those who are not covered are, the largest numbers first: in which locations, else in which functions."""
    shares = [(each.location, each.population - each.covered) for each in measure.by_location]
    if len(shares) <= 1:
        shares = [(each.function, each.population - each.covered) for each in measure.by_function]
    left = sorted(((name, number) for name, number in shares if number > 0), key=lambda share: (-share[1], share[0]))
    named = [
        say("lacking.at", n=number, place=say.cut(name) or say("measure.unnamed"))
        for name, number in left[:PLACES_NAMED]
    ]
    if others := left[PLACES_NAMED:]:
        named.append(say("lacking.others", n=sum(number for _, number in others), places=len(others)))
    return say.listed(named)


def percent(covered: int, population: int) -> int:
    """`covered` in whole per cents of `population`, rounded down and within 0 to 100; of nobody it is 0."""
    return max(0, min(100, 100 * covered // population)) if population > 0 else 0


def confidence_meaning(confidence: str, say: Say) -> str:
    """What the codes of a source's confidence mean: `S26 (date SEC)` is two codes, the second about the date."""
    meanings, about_date = [], False
    for code in confidence.replace("/", " ").replace("(", " ").replace(")", " ").split():
        if code == "date":
            about_date = True
            continue
        known = f"page.confidence.{code}" in say.texts
        what = say(f"confidence.{code}") if known else say("source.unknown_code", code=plain(code))
        meanings.append(say("source.the_date", what=what) if about_date else what)
    return "; ".join(dict.fromkeys(meanings))
