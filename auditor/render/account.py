"""The report's account of itself: what was read, what was left out, what was not judged, what its words mean."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from auditor.checklist import Checklist, Layer, Requirement
from auditor.evidence import Severity
from auditor.findings import Verdict
from auditor.render.cards import DRAWN_IN_SECTION, Room, anchor, badge, place, shown_of
from auditor.render.edition import Edition
from auditor.render.views import (
    BrandView,
    ChecklistView,
    ColumnRow,
    FileView,
    Left,
    Meaning,
    ProblemGroup,
    ProblemView,
    SheetView,
    UpcomingView,
    WordList,
)
from auditor.render.words import Say, plain, sector_name
from auditor.result import InputOut, ProblemOut, Result, SheetOut, UpcomingOut

T = TypeVar("T")

CONFIDENCE_CODES = ("S26", "X26", "S15", "SEC", "GK", "INF", "DOUBT")
NUMBERS = ("requirements", "covered", "share", "rows", "count", "as_of")


def files(result: Result, say: Say) -> tuple[FileView, ...]:
    """What was read of every file, sheet by sheet and column by column; the sheets and columns drawn are limited."""
    room = Room()
    return tuple(_file(each, room, say) for each in result.inputs)


def _file(read: InputOut, room: Room, say: Say) -> FileView:
    drawn = read.sheets[: room.take(len(read.sheets))]
    name = say.cut(read.file)
    return FileView(
        name=name,
        caption=say("inputs.caption", file=name),
        sha256=plain(read.sha256),
        sheets=tuple(_sheet(each, room, say) for each in drawn),
        shown_of=shown_of(len(drawn), len(read.sheets), say),
    )


def _sheet(sheet: SheetOut, room: Room, say: Say) -> SheetView:
    name = say.cut(sheet.name)
    number = say.texts.number
    columns = sorted(sheet.columns.items(), key=lambda column: (len(column[1]), column[1]))
    drawn = columns[: room.take(len(columns))]
    unused = sheet.unused_columns[: room.take(len(sheet.unused_columns))]
    return SheetView(
        name=name,
        hidden=sheet.hidden,
        register=say.register(sheet.register) if sheet.register else "",
        header_row=number(sheet.header_row) if sheet.header_row else "",
        read=number(sheet.rows_read),
        used=number(sheet.rows_used),
        left_out=number(sheet.rows_read - sheet.rows_used),
        columns_title=say("inputs.columns", sheet=name),
        columns=tuple(
            ColumnRow(column=say.cut(at), field=say.field(sheet.register or "", field)) for field, at in drawn
        ),
        unused=tuple(say.cut(each) for each in unused),
        shown_of=shown_of(len(drawn) + len(unused), len(columns) + len(sheet.unused_columns), say),
    )


def problems(result: Result, say: Say) -> tuple[ProblemGroup, ...]:
    """The problems by severity, the most serious first; a severity without problems is left out."""
    room = Room()
    grouped = ((each, [problem for problem in result.problems if problem.severity == each]) for each in Severity)
    return tuple(_problem_group(severity, found, room, say) for severity, found in grouped if found)


def _problem_group(severity: Severity, found: Sequence[ProblemOut], room: Room, say: Say) -> ProblemGroup:
    drawn = found[: room.take(len(found))]
    return ProblemGroup(
        id=severity,
        title=say(f"problems.{severity}"),
        means=say(f"problems.{severity}_means"),
        rows=tuple(
            ProblemView(
                at=place(each.file, each.sheet, each.cell, say),
                message=say.cut(each.message),
                count=say.texts.number(each.count),
            )
            for each in drawn
        ),
        shown_of=shown_of(len(drawn), len(found), say),
    )


def upcoming(result: Result, say: Say) -> tuple[UpcomingView, ...]:
    """What lapses after the reference date, soonest first, no more than a section can hold."""
    return tuple(lapse(each, say) for each in sorted(result.upcoming, key=lambda each: each.on)[:DRAWN_IN_SECTION])


def lapse(each: UpcomingOut, say: Say) -> UpcomingView:
    """One thing that lapses."""
    return UpcomingView(
        on=say.texts.day(each.on),
        what=say.cut(each.what),
        requirement=plain(each.requirement),
        anchor=anchor(each.requirement),
        count=say.texts.number(each.count),
    )


def not_judged(result: Result, checklist: Checklist, say: Say) -> tuple[tuple[Left, ...], tuple[Left, ...]]:
    """The checklist's requirements that were not judged: those of another day, and those of other sectors."""
    judged = {each.id for each in result.requirements}
    own = set(result.organisation.sectors)
    other_day, other_sector = [], []
    for each in checklist.requirements:
        if each.id in judged:
            continue
        binds = any(own & set(source.sectors) for source in each.sources)
        if binds and (not each.in_force(result.as_of) or not each.sectors_on(result.as_of, own)):
            other_day.append(_left(each, _which_day(each, own, result.as_of, say), say))
        else:
            sectors = dict.fromkeys(sector for source in each.sources for sector in source.sectors)
            names = [sector_name(checklist, sector, say) for sector in sectors]
            other_sector.append(_left(each, say.listed(names) or say("not_judged.no_sector"), say))
    return tuple(other_day[:DRAWN_IN_SECTION]), tuple(other_sector[:DRAWN_IN_SECTION])


def _left(entry: Requirement, why: str, say: Say) -> Left:
    return Left(id=plain(entry.id), title=say.of(entry.title), why=why)


def _which_day(entry: Requirement, sectors: set[str], day: date, say: Say) -> str:
    spans = [(each.start, each.end) for each in entry.sources if sectors & set(each.sectors)]
    starts = [entry.since] if entry.since else [start for start, _ in spans if start and start > day]
    ends = [entry.until] if entry.until else [end for _, end in spans if end and end < day]
    if starts and min(starts) > day:
        return say("not_judged.from_day", day=min(starts))
    if ends and max(ends) < day:
        return say("not_judged.until_day", day=max(ends))
    return say("not_judged.no_source_day")


def only_law(say: Say) -> str:
    """Which kinds of requirements decide the conclusion, and which do not."""
    others = say.listed([say.layer(each) for each in Layer if each is not Layer.LAW])
    return say("not_judged.layers", law=say.layer(Layer.LAW), others=others)


def word_lists(say: Say) -> tuple[WordList, ...]:
    """Every word and number of the report with what it means."""
    verdicts = [
        Meaning(word=say.verdict(each), means=say(f"verdict_means.{each}"), badge=badge(each, say)) for each in Verdict
    ]
    layers = [Meaning(word=say.layer(each), means=say(f"layer_means.{each}")) for each in Layer]
    codes = [Meaning(word=each, means=say(f"confidence.{each}")) for each in CONFIDENCE_CODES]
    numbers = [Meaning(word=say(f"words.{each}"), means=say(f"words.{each}_means")) for each in NUMBERS]
    return (
        WordList(title=say("words.verdicts"), intro="", words=tuple(verdicts)),
        WordList(title=say("words.layers"), intro="", words=tuple(layers)),
        WordList(title=say("words.numbers"), intro="", words=tuple(numbers)),
        WordList(title=say("words.sources"), intro=say("words.sources_intro"), words=tuple(codes)),
    )


def brand(edition: Edition, tool: str, say: Say) -> BrandView | None:
    """Who hands the report over, and with what it was made."""
    if edition.brand is None:
        return None
    name, logo = say.cut(edition.brand.name), edition.brand.logo
    return BrandView(
        name=name,
        made_by=say("made_by", name=name, tool=tool),
        logo=logo.address if logo else "",
        width=logo.width if logo else 0,
        height=logo.height if logo else 0,
    )


def checklists(result: Result) -> tuple[ChecklistView, ...]:
    """The checklists that were judged by."""
    return tuple(
        ChecklistView(id=plain(each.id), version=plain(each.version), sha256=plain(each.sha256))
        for each in result.checklists
    )
