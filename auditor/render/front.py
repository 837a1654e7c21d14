"""The first page: what to do first and why, how each layer stands, and what lapses within three months."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from auditor.checklist import Layer
from auditor.findings import Verdict
from auditor.render.account import lapse
from auditor.render.cards import badge, lacking
from auditor.render.views import Card, Count, FirstThing, LayerCount, Segment, Window
from auditor.render.words import Say, plain
from auditor.result import ActionOut, CountsOut, RequirementOut, Result

FIRST_THINGS = 5
WHY_LIMIT = 110
WINDOW_DAYS = 30
IN_WINDOW = 1
BAR_WIDTH = 400
_JUDGED = (Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_MET)
_APPLIES = (*_JUDGED, Verdict.NOT_SHOWN, Verdict.FOR_A_PERSON)


def first_things(first: Sequence[RequirementOut], cards: Mapping[str, Card], say: Say) -> tuple[FirstThing, ...]:
    """Each with what to do, why, and who does it by when."""
    return tuple(_first_thing(each, cards[plain(each.id)], say) for each in first[:FIRST_THINGS])


def _first_thing(judged: RequirementOut, card: Card, say: Say) -> FirstThing:
    people = lacking(judged.measure, say) if judged.measure and card.counts_people else ""
    return FirstThing(
        card=card,
        todo=people or card.todo,
        why="" if people else say.brief(judged.reason, WHY_LIMIT),
        who=_who(judged, say),
    )


def _who(judged: RequirementOut, say: Say) -> str:
    """Who does it by when, or until when it is accepted; nothing where the registers do not say."""
    if judged.action is not None:
        return _planned(judged.action, say)
    return say("first.accepted", day=judged.acceptance.until) if judged.acceptance else ""


def _planned(action: ActionOut, say: Say) -> str:
    who = say.cut(action.owner)
    if action.state == "done":
        return say("first.done")
    if action.due is None:
        return say("first.no_day", who=who) if who else ""
    form = "late" if action.state == "overdue" else "by"
    return say(f"first.{form}", who=who, day=action.due) if who else say(f"first.{form}_somebody", day=action.due)


def layer_counts(result: Result, say: Say) -> tuple[LayerCount, ...]:
    """How each layer of the result stands: counts beside each other, never added up over layers."""
    there = {each.layer for each in result.requirements}
    return tuple(_layer_count(each, getattr(result.totals, each), say) for each in Layer if each in there)


def _layer_count(layer: Layer, counts: CountsOut, say: Say) -> LayerCount:
    numbers = {each: int(getattr(counts, each)) for each in Verdict}
    applies = sum(numbers[each] for each in _APPLIES)
    judged = sum(numbers[each] for each in _JUDGED)
    excluded = numbers[Verdict.NOT_APPLICABLE]
    return LayerCount(
        id=layer,
        title=say.layer(layer),
        judged=say("judged", n=judged, of=applies) if applies else say("judged_none"),
        excluded=say("excluded", n=excluded) if excluded else "",
        counts=tuple(Count(badge=badge(each, say), number=numbers[each]) for each in _APPLIES if numbers[each]),
        segments=_segments([(each, numbers[each]) for each in _APPLIES if numbers[each]]),
    )


def _segments(numbers: Sequence[tuple[Verdict, int]]) -> tuple[Segment, ...]:
    """The parts of a bar of `BAR_WIDTH`, side by side, each as wide as its share."""
    total = sum(number for _, number in numbers)
    out, before = [], 0
    for verdict, number in numbers:
        start, end = BAR_WIDTH * before // total, BAR_WIDTH * (before + number) // total
        out.append(Segment(id=verdict, x=start, width=max(1, end - start - 2)))
        before += number
    return tuple(out)


def windows(result: Result, say: Say) -> tuple[Window, ...]:
    """What lapses in the first, second and third thirty days after the reference date; none where nothing does."""
    spans = [
        (name, result.as_of + timedelta(days=WINDOW_DAYS * i), result.as_of + timedelta(days=WINDOW_DAYS * (i + 1)))
        for i, name in enumerate(("d30", "d60", "d90"))
    ]
    found = tuple(_window(name, after, until, result, say) for name, after, until in spans)
    return found if any(each.items for each in found) else ()


def _window(name: str, after: date, until: date, result: Result, say: Say) -> Window:
    items = sorted((each for each in result.upcoming if after < each.on <= until), key=lambda each: each.on)
    more = len(items) - IN_WINDOW
    return Window(
        title=say(f"soon.{name}"),
        items=tuple(lapse(each, say) for each in items[:IN_WINDOW]),
        more=say("soon.more", n=more) if more > 0 else "",
    )
