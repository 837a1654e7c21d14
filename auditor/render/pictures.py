"""Pictures where people would rather look, each with its numbers: strips, heat maps, and what lapses month by month."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from auditor.evidence import Word
from auditor.findings import Crossing, Measure, Outcome, Skill
from auditor.render.cards import Room, anchor, percent, shown_of
from auditor.render.picture_views import Heat, HeatCell, HeatHead, HeatRow, Month, Named, Timeline
from auditor.render.views import Card
from auditor.render.words import Say, plain
from auditor.result import Result

MOST_ROWS = 40
MOST_COLUMNS = 7
FEW = 5
MONTHS = 12
BAR_HEIGHT = 60


class Tally(msgspec.Struct):
    """So many of so many, adding up."""

    covered: int = 0
    population: int = 0

    def add(self, covered: int, population: int) -> None:
        """Count these too."""
        self.covered += covered
        self.population += population


Grid = Mapping[str, Mapping[str, Tally]]


def measures(outcome: Outcome | None) -> dict[str, Measure]:
    """What of every requirement was counted, also that for which the result has no place."""
    if outcome is None:
        return {}
    return {each.requirement: each.judgement.measure for each in outcome.findings if each.judgement.measure}


def heat_of(requirement_id: str, measure: Measure | None, room: Room, say: Say) -> Heat | None:
    """The map of one requirement: of the skills of teams, or of locations and functions; nothing where these do not cross."""
    if measure is None:
        return None
    if measure.skills:
        return skills_heat(requirement_id, measure.skills, room, say)
    return crossed_heat(requirement_id, measure.crossed, room, say) if measure.crossed else None


def skills_heat(requirement_id: str, skills: Sequence[Skill], room: Room, say: Say) -> Heat:
    """Who can do what: team by topic, how many of its people were trained; the team that lacks most first."""
    topics = list(dict.fromkeys(each.topic for each in skills))
    grid: dict[str, dict[str, Skill]] = defaultdict(dict)
    for each in skills:
        grid[each.team][each.topic] = each
    names = sorted(grid, key=lambda name: (sum(bool(each.able) for each in grid[name].values()), name))
    drawn = names[: room.take(len(names), MOST_ROWS)]
    return Heat(
        title=say("pictures.skills"),
        caption=say("pictures.skills_caption", id=plain(requirement_id)),
        corner=say("measure.team"),
        heads=tuple(HeatHead(word=say.texts.show(Word(f"topic.{each}")), anchor="") for each in topics),
        rows=tuple(
            HeatRow(name=say.cut(name), cells=tuple(_skill(grid[name][each], say) for each in topics)) for name in drawn
        ),
        legend=(
            Named(name="none", value=say("pictures.legend_none")),
            Named(name="all", value=say("pictures.legend_somebody")),
        ),
        few=False,
        shown_of=shown_of(len(drawn), len(names), say),
    )


def skills_picture(counted: Mapping[str, Measure], say: Say) -> Heat | None:
    """The map of the skills of teams as it stands among the pictures: with a caption that stands nowhere else."""
    for requirement, measure in counted.items():
        if measure.skills:
            heat = skills_heat(requirement, measure.skills, Room(), say)
            return msgspec.structs.replace(heat, caption=say("pictures.skills_about", id=plain(requirement)))
    return None


def _skill(skill: Skill, say: Say) -> HeatCell:
    words = say("pictures.share", covered=skill.able, population=skill.people)
    return HeatCell(words=words, level="all" if skill.able else "none", few=False)


def crossed_heat(requirement_id: str, crossed: Sequence[Crossing], room: Room, say: Say) -> Heat:
    """Coverage, location by function: the largest functions, the others as one, the smallest share first."""
    sizes: dict[str, int] = defaultdict(int)
    for each in crossed:
        sizes[each.function] += each.population
    functions = sorted(sizes, key=lambda name: (-sizes[name], name))
    own = functions if len(functions) <= MOST_COLUMNS + 1 else functions[:MOST_COLUMNS]
    others = len(functions) - len(own)
    grid: dict[str, dict[str, Tally]] = defaultdict(lambda: defaultdict(Tally))
    for each in crossed:
        column = each.function if each.function in own else _OTHERS
        for name in (column, _ALL):
            grid[each.location][name].add(each.covered, each.population)
            grid[_ALL][name].add(each.covered, each.population)
    columns = [*own, *([_OTHERS] if others else []), _ALL]
    words = {_OTHERS: say("pictures.other_functions", n=others), _ALL: say("pictures.all")}
    heads = tuple(
        HeatHead(word=words.get(each) or say.cut(each) or say("measure.unnamed"), anchor="") for each in columns
    )
    rows, few, drawn_of = _rows(grid, columns, room, say)
    caption = say("pictures.crossed_caption", id=plain(requirement_id))
    return _shares(say("pictures.crossed"), caption, heads, (rows, few, drawn_of), say)


_OTHERS, _ALL = "\0others", "\0all"  # no register can hold these: control characters are marks by then


def places_heat(result: Result, cards: Mapping[str, Card], say: Say) -> Heat | None:
    """Location by requirement, for the requirements that count people by location; nothing where none does."""
    counted = [each for each in result.requirements if cards[plain(each.id)].places.strip()][: MOST_COLUMNS + 1]
    if not counted:
        return None
    grid: dict[str, dict[str, Tally]] = defaultdict(lambda: defaultdict(Tally))
    for each in counted:
        for share in each.measure.by_location if each.measure else ():
            grid[share.location][each.id].add(share.covered, share.population)
    heads = tuple(HeatHead(word=say.cut(each.title), anchor=anchor(each.id)) for each in counted)
    rows, few, drawn_of = _rows(grid, [each.id for each in counted], Room(), say)
    return _shares(say("pictures.places_title"), say("pictures.places_caption"), heads, (rows, few, drawn_of), say)


Drawn = tuple[tuple[HeatRow, ...], bool, str]


def _shares(title: str, caption: str, heads: tuple[HeatHead, ...], drawn: Drawn, say: Say) -> Heat:
    """A map in which every cell is so many of so many, by location."""
    rows, few, drawn_of = drawn
    return Heat(
        title=title,
        caption=caption,
        corner=say("measure.location"),
        heads=heads,
        rows=rows,
        legend=(
            Named(name="none", value=say("pictures.legend_none")),
            Named(name="low", value=say("pictures.legend_low")),
            Named(name="all", value=say("pictures.legend_all")),
        ),
        few=few,
        shown_of=drawn_of,
    )


def _rows(grid: Grid, columns: Sequence[str], room: Room, say: Say) -> Drawn:
    """The rows, the smallest share in the last column first and all together last; whether a group is small; what is left out."""

    def worst_first(name: str) -> tuple[int, str]:
        last = grid[name].get(columns[-1], Tally())
        return percent(last.covered, last.population), name

    names = sorted((name for name in grid if name != _ALL), key=worst_first)
    together = [_ALL][: room.take(1)] if _ALL in grid else []
    drawn = names[: room.take(len(names), MOST_ROWS)]
    named = [(say.cut(name) or say("measure.unnamed"), grid[name]) for name in drawn]
    named += [(say("pictures.all"), grid[each]) for each in together]
    rows = tuple(HeatRow(name=name, cells=tuple(_cell(row.get(each), say) for each in columns)) for name, row in named)
    return rows, any(cell.few for row in rows for cell in row.cells), shown_of(len(drawn), len(names), say)


def _cell(tally: Tally | None, say: Say) -> HeatCell:
    if tally is None or not tally.population:
        return HeatCell(words="", level="nobody", few=False)
    share = percent(tally.covered, tally.population)
    level = "all" if share == 100 else "high" if share >= 80 else "low" if share >= 50 else "scarce"  # noqa: PLR2004
    return HeatCell(
        words=say("pictures.share", covered=tally.covered, population=tally.population),
        level=level if tally.covered else "none",
        few=tally.population < FEW,
    )


def timeline(result: Result, say: Say) -> Timeline | None:
    """What lapses in each of the twelve months from that of the reference date; nothing where nothing does."""
    first = result.as_of.year * 12 + result.as_of.month - 1
    counts: dict[int, int] = defaultdict(int)
    for each in result.upcoming:
        counts[min(MONTHS, _month(each.on) - first)] += each.count
    highest = max((number for month, number in counts.items() if month < MONTHS), default=0)
    if not highest:
        return None
    later = counts.get(MONTHS, 0)
    return Timeline(
        months=tuple(_bar(first + i, i, counts.get(i, 0), highest, say) for i in range(MONTHS)),
        later=say("pictures.later", n=later) if later else "",
    )


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _bar(month: int, place: int, number: int, highest: int, say: Say) -> Month:
    height = -(-BAR_HEIGHT * number // highest)
    return Month(
        x=place * 40,
        y=BAR_HEIGHT + 14 - height,
        height=height,
        number=say.texts.number(number) if number else "",
        word=say(f"month.{month % 12 + 1}"),
        year=str(month // 12) if place == 0 or month % 12 == 0 else "",
    )
