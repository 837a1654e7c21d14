"""Shares of functions and locations: in which somebody was reached, and which have a trained officer."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from auditor.findings import Judgement, Measure, Observation, Share, Verdict
from auditor.intake.phrases import named_parts, prepared
from auditor.intake.words import normal
from auditor.registers import Officer, Person
from auditor.rules.case import Case, repair, seen, verdict
from auditor.rules.counts_people import Crowd, gather
from auditor.rules.norms import Counted, Norm
from auditor.rules.reached import completions
from auditor.rules.shapes import Indicator
from auditor.rules.used import in_office


def functions(rule: Indicator, case: Case, _: Norm) -> Counted | Judgement:
    """In which functions at least one person was reached.

    Somebody without a function counts for none. Where that is somebody who was not reached, it may be the only one of a
    function, which leaves doubt.
    """
    crowd = gather(rule, case)
    if isinstance(crowd, Judgement):
        return crowd
    groups = _groups((person.function, person) for person in crowd.people)
    if not groups:
        return verdict(Verdict.NOT_SHOWN, "no_functions", repairs=(repair("give_staff"),))
    shares = tuple(
        Share(name, int(any(each.key in crowd.reached for each in people)), 1) for name, people in groups.items()
    )
    lacking = tuple(share.name for share in shares if not share.covered)
    unplaced = tuple(each for each in crowd.people if not each.function)
    doubtful = tuple(each for each in unplaced if each.key not in crowd.reached)
    reached = {each.key for people in groups.values() for each in people} & crowd.reached
    return Counted(
        measure=Measure(covered=len(shares) - len(lacking), population=len(shares), by_function=shares),
        facts={**crowd.left_out, "nobody": lacking, "unplaced": len(unplaced)},
        evidence=completions(crowd.trainings, (i for i in crowd.completed if crowd.trainings.person[i] in reached))
        + tuple(seen("staff", groups[name][0].at, "function_unreached", function=name) for name in lacking)
        + tuple(seen("staff", each.at, "no_function", person=each.label) for each in doubtful),
        repairs=(repair("reach_functions", functions=lacking),) * bool(lacking)
        + (repair("give_functions"),) * bool(doubtful),
        doubtful=bool(doubtful),
    )


def officers(rule: Indicator, case: Case, _: Norm) -> Counted | Judgement:
    """Which locations have an officer in office who completed the officers' training. One without a location, or for all of them, covers all.

    Where the staff register names no locations the organisation is one place. Where it does, somebody without one may work
    at a location without an officer, which leaves doubt unless an officer covers all.
    """
    listed = case.situation.registers.officers
    if not listed:
        return verdict(Verdict.NOT_SHOWN, "no_officers", repairs=(repair("give_officers"),))
    crowd = gather(rule, case, of_people=False)
    if isinstance(crowd, Judgement):
        return crowd
    now = tuple(each for each in listed if in_office(each, case))
    trained = tuple(each for each in now if each.person in crowd.reached)
    here = {place for each in trained for place in _places(each)}
    everywhere = any(each.location.is_empty for each in trained) or not here.isdisjoint(rule.everywhere)
    places = _groups((person.location, person) for person in crowd.people)
    if not places:
        measure = Measure(covered=int(bool(trained)), population=1)
        return _counted(measure, now, crowd, (), ())
    shares = tuple(Share(name, int(everywhere or normal(name) in here), 1) for name in places)
    lacking = tuple(share.name for share in shares if not share.covered)
    measure = Measure(covered=len(shares) - len(lacking), population=len(shares), by_location=shares)
    unplaced = tuple(each for each in crowd.people if not (each.location or everywhere))
    return _counted(measure, now, crowd, tuple((name, places[name][0]) for name in lacking), unplaced)


def _counted(
    measure: Measure,
    now: Iterable[Officer],
    crowd: Crowd,
    lacking: tuple[tuple[str, Person], ...],
    unplaced: tuple[Person, ...],
) -> Counted:
    shown = tuple(_officer(each, crowd) for each in now)
    without = tuple(seen("staff", person.at, "location_without_officer", location=name) for name, person in lacking)
    names = tuple(name for name, _ in lacking)
    return Counted(
        measure=measure,
        facts={"nobody": names, "unplaced": len(unplaced)},
        evidence=tuple(each for some in shown for each in some)
        + without
        + tuple(seen("staff", each.at, "no_location", person=each.label) for each in unplaced),
        repairs=(repair("train_officer", locations=names),) * bool(names)
        + (repair("train_an_officer"),) * (not names and not unplaced)
        + (repair("give_locations"),) * bool(unplaced),
        doubtful=bool(unplaced),
    )


def _officer(officer: Officer, crowd: Crowd) -> tuple[Observation, ...]:
    """The officer's own row, and the trainings that make the officer a trained one."""
    mine = tuple(i for i in crowd.completed if crowd.trainings.person[i] == officer.person)
    says = "officer_trained" if mine else "officer_untrained"
    return (seen("officers", officer.at, says, person=officer.label), *completions(crowd.trainings, mine))


def _places(officer: Officer) -> set[str]:
    """The places that an officer's location names: the whole of it, and each of several."""
    text = officer.location.value or ""
    return {normal(part) for part in (text, *named_parts(prepared(text)))} - {""}


def _groups(named: Iterable[tuple[str, Person]]) -> Mapping[str, tuple[Person, ...]]:
    """The people of each named group, in the order of the names; those without a group are in none."""
    groups: dict[str, list[Person]] = defaultdict(list)
    for name, person in named:
        if name:
            groups[name].append(person)
    return {name: tuple(groups[name]) for name in sorted(groups)}
