"""From a result to the page: what is shown, in which order, in which words."""

from collections.abc import Iterable, Sequence
from datetime import date

from auditor.checklist import Layer
from auditor.findings import Verdict
from auditor.render import account
from auditor.render.cards import DRAWN_EACH, DRAWN_IN_SECTION, REGISTERS, CardMaker, Room, badge, entries_on
from auditor.render.edition import Edition
from auditor.render.front import first_things, layer_counts, windows
from auditor.render.picture_views import Heat, Named
from auditor.render.pictures import heat_of, measures, places_heat, skills_picture, timeline
from auditor.render.urgent import NEEDS_ATTENTION, causes, urgent
from auditor.render.views import Card, ConclusionView, Group, LayerView, Page
from auditor.render.words import Say, plain, sector_name
from auditor.result import Result

LARGE = 1000
LEGAL_REGISTERS = tuple(each for each in REGISTERS if each not in {"agreements", "acceptances", "actions"})


def make_page(edition: Edition, say: Say) -> Page:
    """Everything the report shows of an edition; of its outcome only what the result has no place for: heat maps."""
    result, checklist = edition.result, edition.checklist
    counted = measures(edition.outcome)

    def heat(requirement_id: str, room: Room) -> Heat | None:
        return heat_of(requirement_id, counted.get(requirement_id), room, say)

    maker = CardMaker(checklist, result, heat, say)
    layers = tuple(
        _layer(each, result, maker, say) for each in Layer if any(r.layer == each for r in result.requirements)
    )
    cards = {card.id: card for layer in layers for card in layer.index}
    entries = entries_on(checklist, result.as_of)
    todo = urgent(result, entries)
    first = first_things(causes(todo, entries), cards, say)
    organisation = say.cut(result.organisation.name).strip() or say("nameless")
    day = say.texts.day(result.as_of)
    names = [sector_name(checklist, each, say) for each in result.organisation.sectors]
    other_day, other_sector = account.not_judged(result, checklist, say)
    tool = plain(f"{result.tool.name} {result.tool.version}")
    more = len(todo) - len(first)
    return Page(
        lang=say.lang,
        large=_is_large(result),
        title=say("title", organisation=organisation, day=day),
        organisation=organisation,
        sectors_name=say("sectors", n=len(names)),
        sectors=say.listed(names),
        as_of=day,
        facts=_facts(result, say),
        conclusion=_conclusion(result, say),
        first=first,
        first_intro=say("first.intro" if any(Layer(each.layer) is Layer.LAW for each in todo) else "first.beyond_law"),
        first_more=say("first.more", n=more) if more > 0 else "",
        layer_counts=layer_counts(result, say),
        windows=windows(result, say),
        places_heat=places_heat(result, cards, say),
        skills_heat=skills_picture(counted, say),
        timeline=timeline(result, say),
        places=_places(cards.values()),
        verdicts=tuple(badge(each, say) for each in Verdict),
        layers=layers,
        upcoming=account.upcoming(result, say),
        files=account.files(result, say),
        problems=account.problems(result, say),
        for_a_person=tuple(card for card in cards.values() if card.badge.id == Verdict.FOR_A_PERSON),
        only_law=account.only_law(say),
        other_day=other_day,
        other_day_caption=say("not_judged.other_day_caption", day=day),
        other_sector=other_sector,
        word_lists=account.word_lists(say),
        brand=account.brand(edition, tool, say),
        tool=tool,
        checklists=account.checklists(result),
        generated=plain(result.generated_at) if isinstance(result.generated_at, str) else "",
        personal=_personal(edition, say),
    )


def _is_large(result: Result) -> bool:
    rows = sum(min(len(each.evidence), DRAWN_EACH) for each in result.requirements)
    return rows + len(result.problems) > LARGE


def _layer(layer: Layer, result: Result, maker: CardMaker, say: Say) -> LayerView:
    room = Room()
    judged = [each for each in result.requirements if each.layer == layer]
    cards = [(maker.group(each), maker.card(each, room)) for each in judged]
    applies = [(group, card) for group, card in cards if card.badge.id != Verdict.NOT_APPLICABLE]
    return LayerView(
        id=layer,
        title=say.layer(layer),
        means=say(f"layer_means.{layer}"),
        index=tuple(card for _, card in cards),
        groups=tuple(
            _group(group, [card for name, card in applies if name == group], say)
            for group in dict.fromkeys(name for name, _ in applies)
        ),
        excluded=tuple(card for _, card in cards if card.badge.id == Verdict.NOT_APPLICABLE),
    )


def _group(group: str, cards: Sequence[Card], say: Say) -> Group:
    met = sum(card.badge.id == Verdict.MET for card in cards)
    return Group(
        title=say.or_else(f"group.{group}", group),
        stands=say("pictures.group", met=met, of=len(cards)),
        cards=tuple(cards),
    )


def _places(cards: Iterable[Card]) -> tuple[str, ...]:
    """The locations that were counted by, for the filter."""
    names = {name for card in cards for name in card.places.split("\n")} - {""}
    return tuple(sorted(names)[:DRAWN_IN_SECTION])


def _conclusion(result: Result, say: Say) -> ConclusionView:
    given = {sheet.register for read in result.inputs for sheet in read.sheets if sheet.register}
    names = [say.register(each) for each in LEGAL_REGISTERS if each in given]
    missing = [say.register(each) for each in LEGAL_REGISTERS if each not in given]
    files = len([read for read in result.inputs if any(sheet.register in LEGAL_REGISTERS for sheet in read.sheets)])
    law = [(each, getattr(result.totals.law, each)) for each in (Verdict.MET, *NEEDS_ATTENTION)]
    conclusion = result.conclusion if any(number for _, number in law) else "none"
    return ConclusionView(
        id=conclusion,
        headline=say(f"conclusion.{conclusion}"),
        counted=_counted(law, result.as_of, say),
        means=say(f"conclusion.{conclusion}_means"),
        judged_on=(
            say("conclusion.judged_on", n=len(names), registers=say.listed(names), files=files)
            if names
            else say("conclusion.judged_on_nothing")
        ),
        missing=say("conclusion.missing", registers=say.listed(missing)) if missing else "",
    )


def _counted(law: Sequence[tuple[Verdict, int]], day: date, say: Say) -> str:
    counts = say.listed([say(f"counted.{each}", n=number) for each, number in law if number])
    applicable = sum(number for _, number in law)
    if applicable > 1:
        return say("conclusion.counted", n=applicable, day=day, counts=counts)
    return say("conclusion.counted_one", day=day, counts=counts) if applicable else say("conclusion.counted_none")


def _facts(result: Result, say: Say) -> tuple[Named, ...]:
    given = result.organisation.facts
    return tuple(
        Named(name=say.or_else(f"facts.{name}", name), value=_fact(value, say)) for name, value in given.items()
    )


def _fact(value: bool | int | None, say: Say) -> str:  # noqa: FBT001 -- it is the value shown, not a switch
    if value is None:
        return say("unknown")
    if isinstance(value, bool):
        return say("yes" if value else "no")
    return say.texts.number(value)


def _personal(edition: Edition, say: Say) -> str:
    until = edition.retain_until
    return say("personal_until", day=say.texts.day(until)) if until else say("personal")
