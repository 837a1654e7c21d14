"""Whether anybody was trained in a subject (MC-5.14)."""

from auditor.findings import Judgement, Verdict
from auditor.rules.case import Case, repair, verdict
from auditor.rules.reached import completions
from auditor.rules.shapes import Somebody


def judge(rule: Somebody, case: Case) -> Judgement:
    """`met` by one completed training on one of the topics, up to the day; else `not_met`; without a register `not_shown`."""
    trainings = case.situation.registers.trainings
    if trainings is None or not (len(trainings) or trainings.blank):
        return verdict(Verdict.NOT_SHOWN, "no_training", repairs=(repair("give_training"),))
    completed = tuple(trainings.completed(frozenset(rule.topics), case.situation.as_of))
    people = len({trainings.person[i] for i in completed})
    if not people:
        return verdict(Verdict.NOT_MET, "nobody_on_topic", repairs=(repair("train_topic"),))
    return verdict(Verdict.MET, "somebody_on_topic", evidence=completions(trainings, completed), n=people)
