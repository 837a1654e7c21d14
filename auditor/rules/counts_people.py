"""Shares of the people for whom the code is: who was trained, in time, since the newest code, and not too long ago."""

from collections.abc import Callable, Iterable
from datetime import date

import msgspec

from auditor.days import add_months
from auditor.findings import Judgement, Observation, Verdict
from auditor.registers import Person, Trainings
from auditor.rules.case import Case, repair, seen, verdict
from auditor.rules.norms import Counted, Norm, newcomer_facts, set_by
from auditor.rules.reached import completions, lacking, train
from auditor.rules.scope import excused, measure
from auditor.rules.shapes import Indicator


class Crowd(msgspec.Struct, frozen=True, kw_only=True):
    """The people who count for a share, and their completed trainings on its topics, as numbers in `trainings`."""

    people: tuple[Person, ...]
    trainings: Trainings
    topics: frozenset[str]
    completed: tuple[int, ...]
    left_out: dict[str, object]

    @property
    def reached(self) -> frozenset[int]:
        """Everybody who completed a training on the topics."""
        return frozenset(self.trainings.person[i] for i in self.completed)


def gather(rule: Indicator, case: Case, *, of_people: bool = True) -> Crowd | Judgement:
    """Those who count: in scope, no newcomer, not excused. Without a training register, staff or anybody: not shown.

    Where it is not `of_people` a staff register that is not given is one without people, and nobody is excused: who need
    not become an officer still works somewhere.
    """
    trainings, scope = case.situation.registers.trainings, case.situation.scope
    if trainings is None or not (len(trainings) or trainings.blank):
        return verdict(Verdict.NOT_SHOWN, "no_training", repairs=(repair("give_training"),))
    if scope is None and of_people:
        return verdict(Verdict.NOT_SHOWN, "no_staff_register", repairs=(repair("give_staff"),))
    topics = frozenset(rule.topics)
    completed = tuple(trainings.completed(topics, case.situation.as_of))
    if scope is None:
        return Crowd(people=(), trainings=trainings, topics=topics, completed=completed, left_out={})
    excused_now = excused(trainings, topics) - {trainings.person[i] for i in completed} if of_people else frozenset()
    people = tuple(person for person in scope.population if person.key not in excused_now)
    left_out = {**scope.left_out(excused=len(scope.population) - len(people)), **newcomer_facts(case)}
    if not people:
        return verdict(Verdict.NOT_SHOWN, "nobody_in_scope", more=left_out, repairs=(repair("give_staff"),))
    return Crowd(people=people, trainings=trainings, topics=topics, completed=completed, left_out=left_out)


def trained(rule: Indicator, case: Case, _: Norm) -> Counted | Judgement:
    """Who completed a training on the topics."""
    crowd = gather(rule, case)
    return crowd if isinstance(crowd, Judgement) else _count(crowd, crowd.people, crowd.completed)


def newcomers(rule: Indicator, case: Case, induction: Norm) -> Counted | Judgement:
    """Of those who started at most `rule.months` ago and are no newcomers any more: who was trained within the induction term.

    A training before the start counts too. Without a day of start nobody can be counted, which leaves doubt.
    """
    crowd, as_of = gather(rule, case), case.situation.as_of
    if isinstance(crowd, Judgement):
        return crowd
    starts = {person.key: person.start.value for person in crowd.people}
    recent = [each for each in crowd.people if (day := starts[each.key]) and add_months(day, rule.months) >= as_of]
    unknown = sum(day is None for day in starts.values())
    months = Norm(rule.months, set_by(case))
    facts = {
        "months": months.value,
        "whose_months": months.whose,
        "induction": induction.value,
        "whose_induction": induction.whose,
        "unknown": unknown,
    }
    if not recent:
        return verdict(Verdict.NOT_SHOWN, "no_newcomers", more=facts, repairs=(repair("give_starts"),) * bool(unknown))

    def in_time(i: int) -> bool:
        start, day = starts.get(crowd.trainings.person[i]), crowd.trainings.completed_on[i]
        return start is not None and day is not None and day <= add_months(start, induction.value)

    counted = _count(crowd, recent, filter(in_time, crowd.completed), facts, says="training.late")
    return msgspec.structs.replace(counted, doubtful=any(each.start.is_unreadable for each in crowd.people))


def since_code(rule: Indicator, case: Case, _: Norm) -> Counted | Judgement:
    """Who was trained on or after the day on which the newest code in force was adopted, and not before `rule.not_before`."""
    codes = case.situation.codes
    if not codes.given:
        return verdict(Verdict.NOT_SHOWN, "no_policies", repairs=(repair("give_policies"),))
    newest = max((code.adopted_on.value for code in codes.in_force if code.adopted_on.value), default=None)
    if newest is None:
        return verdict(Verdict.NOT_SHOWN, "no_code_in_force", repairs=(repair("adopt_code"),))
    crowd = gather(rule, case)
    if isinstance(crowd, Judgement):
        return crowd
    first = max(newest, rule.not_before or newest)
    return _count(crowd, crowd.people, _on(crowd, lambda _, day: day >= first), {"day": first}, says="training.before")


def valid(rule: Indicator, case: Case, months: Norm) -> Counted | Judgement:
    """Whose latest training is still valid: up to and including its own last day, else that many months after completion."""
    crowd, as_of = gather(rule, case), case.situation.as_of
    if isinstance(crowd, Judgement):
        return crowd
    latest: dict[int, date] = {}
    for i in crowd.completed:
        day, person = crowd.trainings.completed_on[i], crowd.trainings.person[i]
        if day is not None:
            latest[person] = max(day, latest.get(person, day))

    def holds(i: int, day: date) -> bool:
        if day != latest[crowd.trainings.person[i]]:
            return False
        return (crowd.trainings.valid_until[i] or add_months(day, months.value)) >= as_of

    facts = {"months": months.value, "whose_months": months.whose}
    return _count(crowd, crowd.people, _on(crowd, holds), facts, says="training.lapsed")


def _on(crowd: Crowd, holds: Callable[[int, date], bool]) -> list[int]:
    return [i for i in crowd.completed if (day := crowd.trainings.completed_on[i]) is not None and holds(i, day)]


def _count(
    crowd: Crowd,
    people: Iterable[Person],
    good: Iterable[int],
    facts: dict[str, object] | None = None,
    says: str = "",
) -> Counted:
    """The share of `people` with one of the trainings in `good`; of the others what comes nearest, by `says`."""
    population = tuple(people)
    keys = {person.key for person in population}
    shown = tuple(i for i in good if crowd.trainings.person[i] in keys)
    covered = {crowd.trainings.person[i] for i in shown}
    missing = tuple(person for person in population if person.key not in covered)
    return Counted(
        measure=measure(population, covered),
        facts={**crowd.left_out, **(facts or {})},
        evidence=completions(crowd.trainings, shown) + _short(crowd, missing, says),
        repairs=train(missing),
    )


def _short(crowd: Crowd, missing: tuple[Person, ...], says: str) -> tuple[Observation, ...]:
    """Of everybody who is missing: the latest training that does not count, else what stands nearest to one."""
    people = {person.key: person for person in missing}
    latest: dict[int, int] = {}
    for i in crowd.completed:
        person = crowd.trainings.person[i]
        if person in people and (person not in latest or _later(crowd.trainings, i, latest[person])):
            latest[person] = i
    seen_of = tuple(
        seen("training", crowd.trainings.at(i), says, person=people[key].label, day=crowd.trainings.completed_on[i])
        for key, i in latest.items()
    )
    return seen_of + lacking((each for each in missing if each.key not in latest), crowd.trainings, crowd.topics)


def _later(trainings: Trainings, one: int, other: int) -> bool:
    return (trainings.completed_on[one] or date.min) > (trainings.completed_on[other] or date.min)
