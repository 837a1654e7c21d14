"""Who can do what: the skills of every team, and whether anybody was trained in a subject (MC-5.3)."""

from collections import defaultdict
from collections.abc import Mapping

from msgspec.structs import replace

from auditor.evidence import Word
from auditor.findings import Judgement, Measure, Observation, Share, Skill, Verdict
from auditor.registers import Trainings
from auditor.rules.case import Case, repair, seen, verdict
from auditor.rules.reached import completions
from auditor.rules.shapes import Skills
from auditor.rules.teams import Team, find_teams, without_team


def judge(rule: Skills, case: Case) -> Judgement:
    """`met` where every team has somebody for each topic; `partly_met` for some of it; `not_met` for none of it.

    The measure counts the pairs of a team and a topic; where others have locations, it has the teams. Beside it stands how
    many people of each team can do what. Somebody without a team may be of one that the register does not name, so that
    every named team is then no proof.
    """
    trainings, scope = case.situation.registers.trainings, case.situation.scope
    if trainings is None or not (len(trainings) or trainings.blank):
        return verdict(Verdict.NOT_SHOWN, "no_training", repairs=(repair("give_training"),))
    teams = find_teams(scope.in_teams) if scope is not None else ()
    if scope is None or not teams:
        says = "no_staff_register" if scope is None else "no_teams"
        return verdict(Verdict.NOT_SHOWN, says, repairs=(repair("give_teams"),))
    able = {topic: _completed(topic, trainings, case) for topic in rule.topics}
    filled = [(team, topic, _of(team, able[topic])) for team in teams for topic in rule.topics]
    covered = sum(bool(who) for _, _, who in filled)
    evidence = tuple(each for team, topic, who in filled for each in _saw(team, topic, who, trainings))
    names = tuple(dict.fromkeys(team.label for team, _, who in filled if not who))
    unplaced = without_team(scope.in_teams)
    complete = Verdict.NOT_SHOWN if unplaced else Verdict.MET
    judged = verdict(
        complete if not names else Verdict.PARTLY_MET if covered else Verdict.NOT_MET,
        "skills",
        evidence=evidence + tuple(seen("staff", each.at, "no_team", person=each.label) for each in unplaced),
        repairs=(repair("train_teams", teams=names),) * bool(names) + (repair("give_teams"),) * bool(unplaced),
        complete=len(teams) - len(names),
        teams=len(teams),
        topics=tuple(Word(f"topic.{topic}") for topic in rule.topics),
        nobody=names,
        unplaced=len(unplaced),
    )
    shares = (
        Share(team.label, sum(bool(who) for other, _, who in filled if other is team), len(rule.topics))
        for team in teams
    )
    skills = tuple(Skill(team.label, topic, _people(who, trainings), len(team.people)) for team, topic, who in filled)
    measure = Measure(covered=covered, population=len(filled), by_location=tuple(shares), skills=skills)
    return replace(judged, measure=measure)


def _completed(topic: str, trainings: Trainings, case: Case) -> Mapping[int, list[int]]:
    """The completed trainings on a topic, by person."""
    completed: dict[int, list[int]] = defaultdict(list)
    for i in trainings.completed(frozenset({topic}), case.situation.as_of):
        completed[trainings.person[i]].append(i)
    return completed


def _of(team: Team, completed: Mapping[int, list[int]]) -> tuple[int, ...]:
    return tuple(sorted(i for person in team.people for i in completed.get(person.key, ())))


def _people(who: tuple[int, ...], trainings: Trainings) -> int:
    """How many people these trainings are of."""
    return len({trainings.person[i] for i in who})


def _saw(team: Team, topic: str, who: tuple[int, ...], trainings: Trainings) -> tuple[Observation, ...]:
    word = Word(f"topic.{topic}")
    if not who:
        return (seen("staff", team.at, "skill_missing", team=team.label, topic=word),)
    n = _people(who, trainings)
    return tuple(
        replace(each, says=seen("training", each.at, "skill", team=team.label, topic=word, n=n).says)
        for each in completions(trainings, who)
    )
