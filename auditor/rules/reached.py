"""MC-3.1, MC-3.4: has everyone in scope completed a training on the subject?"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from msgspec.structs import replace

from auditor.evidence import Problem, Sentence, Severity, problem
from auditor.findings import Judgement, Measure, Observation, Share, Verdict
from auditor.registers import Person, Trainings, TrainingState
from auditor.rules.case import Case, repair, seen, verdict
from auditor.rules.norms import newcomer_facts
from auditor.rules.scope import excused, measure
from auditor.rules.shapes import Reached

_NAMED = 25


def judge(rule: Reached, case: Case) -> Judgement:
    """All of the population reached: `met`; some: `partly_met`; none: `not_met`. Without a training register `not_shown`."""
    trainings = case.situation.registers.trainings
    if trainings is None or not (len(trainings) or trainings.blank):
        return verdict(Verdict.NOT_SHOWN, "no_training", repairs=(repair("give_training"),))
    topics = frozenset(rule.topics)
    completed = tuple(trainings.completed(topics, case.situation.as_of))
    reached = {trainings.person[i] for i in completed}
    evidence = completions(trainings, completed)
    if case.situation.scope is None:
        return _without_staff(case, trainings, reached, evidence)
    scope = case.situation.scope
    excused_now = excused(trainings, topics) - reached
    population = tuple(person for person in scope.population if person.key not in excused_now)
    left_out = {**scope.left_out(excused=len(scope.population) - len(population)), **newcomer_facts(case)}
    if not population:
        return verdict(Verdict.NOT_SHOWN, "nobody_in_scope", more=left_out, repairs=(repair("give_staff"),))
    missing = tuple(person for person in population if person.key not in reached)
    share = measure(population, reached)
    evidence += lacking(missing, trainings, topics)
    if not missing:
        found = verdict(Verdict.MET, "all_reached", evidence=evidence, population=share.population, more=left_out)
    elif share.covered:
        found = verdict(
            Verdict.PARTLY_MET,
            "some_reached",
            evidence=evidence,
            covered=share.covered,
            population=share.population,
            missing=len(missing),
            nobody=_nobody(share),
            more=left_out,
            repairs=train(missing),
        )
    else:
        found = verdict(
            Verdict.NOT_MET,
            "none_reached",
            evidence=evidence,
            population=share.population,
            more=left_out,
            repairs=train(missing),
        )
    return replace(found, measure=share, problems=_doubts(scope.contact_unknown, population))


def _without_staff(
    case: Case, trainings: Trainings, reached: Collection[int], evidence: tuple[Observation, ...]
) -> Judgement:
    if case.situation.solo_sector and len(reached) == 1 and len(set(trainings.person)) == 1:
        return verdict(Verdict.MET, "solo_reached", evidence=evidence)
    if reached:
        return verdict(
            Verdict.PARTLY_MET, "no_staff", evidence=evidence, n=len(reached), repairs=(repair("give_staff"),)
        )
    return verdict(Verdict.NOT_MET, "nobody_trained", repairs=(repair("train_and_record"), repair("give_staff")))


def completions(trainings: Trainings, completed: Iterable[int]) -> tuple[Observation, ...]:
    """One observation per table and column: from the first to the last cell that shows a completion."""
    rows: Mapping[tuple[int, str], list[int]] = defaultdict(list)
    for i in completed:
        rows[trainings.table[i], trainings.column[i]].append(i)
    out = []
    for (_, column), entries in rows.items():
        first, last = min(entries, key=trainings.row.__getitem__), max(entries, key=trainings.row.__getitem__)
        at = trainings.at(first)
        if first != last:
            at = type(at)(at.file, at.sheet, f"{at.cell}:{column}{trainings.row[last]}")
        out.append(seen("training", at, "completions", n=len(entries)))
    return tuple(out)


_FARTHEST_FIRST = (
    TrainingState.FAILED,
    TrainingState.PENDING,
    TrainingState.UNREADABLE,
    TrainingState.UNDATED,
    TrainingState.COMPLETED,
)


def lacking(missing: Iterable[Person], trainings: Trainings, topics: frozenset[str]) -> tuple[Observation, ...]:
    """For everyone not reached: what stands in the training register that comes nearest; else the staff row itself."""
    people = {person.key: person for person in missing}
    nearest: dict[int, int] = {}
    for i in trainings.about(topics):
        key = trainings.person[i]
        if key in people and trainings.state[i] in _FARTHEST_FIRST:
            best = nearest.get(key)
            if best is None or _nearness(trainings, i) > _nearness(trainings, best):
                nearest[key] = i
    return tuple(
        seen("training", trainings.at(nearest[key]), _what(trainings, nearest[key]), person=person.label)
        if key in nearest
        else seen("staff", person.at, "not_trained", person=person.label)
        for key, person in people.items()
    )


def _nearness(trainings: Trainings, i: int) -> tuple[int, str]:
    return _FARTHEST_FIRST.index(trainings.state[i]), str(trainings.completed_on[i] or "")


def _what(trainings: Trainings, i: int) -> str:
    state = trainings.state[i]
    return "training.later" if state is TrainingState.COMPLETED else f"training.{state}"


def _nobody(share: Measure) -> tuple[str, ...]:
    """Functions and locations in which nobody was reached."""
    groups: tuple[Share, ...] = share.by_function + share.by_location
    return tuple(dict.fromkeys(group.name for group in groups if group.name and not group.covered))


def train(missing: tuple[Person, ...]) -> tuple[Sentence, ...]:
    """What would reach those who are missing: the first of them by label, and how many more."""
    named = tuple(person.label for person in missing[:_NAMED])
    more = len(missing) - len(named)
    return (
        repair("train_more", n=len(missing), people=named, more=more)
        if more
        else repair("train", n=len(missing), people=named),
    )


def _doubts(unknown: int, population: tuple[Person, ...]) -> tuple[Problem, ...]:
    if not unknown:
        return ()
    first = min(
        (person.at for person in population if person.contact.value is None or not person.contact.typed), default=None
    )
    return (problem("staff.contact_unknown", Severity.NOTE, first or population[0].at, count=unknown),)
