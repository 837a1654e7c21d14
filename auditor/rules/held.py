"""Whether something was done with the code: an evaluation, a reflection in every team, an annual report (MC-5.2, 5.10, 5.12)."""

from datetime import date

from msgspec.structs import replace

from auditor.days import within_months
from auditor.evidence import Word
from auditor.findings import Judgement, Measure, Observation, Share, Verdict
from auditor.intake.phrases import named_parts, prepared
from auditor.intake.words import normal
from auditor.registers import Activity
from auditor.rules.case import Case, repair, seen, verdict
from auditor.rules.norms import set_by
from auditor.rules.shapes import Held
from auditor.rules.teams import Team, find_teams, without_team


def judge(rule: Held, case: Case) -> Judgement:
    """`met` by an activity in time; only older ones: `partly_met`; none: `not_met`; no register, or no readable day: `not_shown`."""
    listed = case.situation.registers.activities
    if not listed:
        return verdict(Verdict.NOT_SHOWN, "no_activities", repairs=(repair("give_activities"),))
    of_kind = tuple(each for each in listed if each.kind.value in rule.kinds)
    if rule.per_team:
        return _per_team(rule, tuple(each for each in of_kind if each.about_code), case)
    if rule.last:
        return _last(rule, of_kind, case)
    return _once(rule, tuple(each for each in of_kind if each.about_code), case)


def _once(rule: Held, activities: tuple[Activity, ...], case: Case) -> Judgement:
    as_of = case.situation.as_of
    past = [each for each in activities if each.date.value is not None and each.date.value <= as_of]
    recent = [each for each in past if each.date.value is not None and _in_time(rule, each.date.value, as_of)]
    facts = {"kinds": _kinds(rule), "months": rule.months, "whose": set_by(case)}
    repairs = (repair("hold", kinds=_kinds(rule)),)
    if recent:
        return verdict(Verdict.MET, "held", evidence=tuple(map(_saw, recent)), n=len(recent), more=facts)
    if past:
        last = max(each.date.value for each in past if each.date.value is not None)
        evidence = tuple(map(_saw, past))
        return verdict(Verdict.PARTLY_MET, "held_long_ago", evidence=evidence, day=last, repairs=repairs, more=facts)
    undated = _undated(activities)
    if undated:
        says = "held_undated" if rule.months else "held_undated_ever"
        return verdict(Verdict.NOT_SHOWN, says, evidence=undated, repairs=repairs, more=facts)
    says = "not_held" if rule.months else "not_held_ever"
    return verdict(Verdict.NOT_MET, says, repairs=repairs, more=facts)


def _last(rule: Held, activities: tuple[Activity, ...], case: Case) -> Judgement:
    """The latest of them, whatever it is about; on one day one about the code will do. What it is about must be said."""
    as_of = case.situation.as_of
    past = [each for each in activities if each.date.value is not None and each.date.value <= as_of]
    last = max((each.date.value for each in past if each.date.value is not None), default=None)
    if last is None:
        return _once(rule, activities, case)
    latest = [each for each in past if each.date.value == last]
    about = tuple(each for each in latest if each.about_code and each.says_topic)
    facts = {"kinds": _kinds(rule), "day": last}
    if about:
        return verdict(Verdict.MET, "last_about", evidence=tuple(map(_saw, about)), more=facts)
    evidence = tuple(map(_saw, latest))
    if not any(each.says_topic for each in latest):
        return verdict(Verdict.NOT_SHOWN, "last_unsaid", evidence=evidence, repairs=(repair("say_topic"),), more=facts)
    return verdict(Verdict.NOT_MET, "last_not_about", evidence=evidence, repairs=(repair("say_in_last"),), more=facts)


def _per_team(rule: Held, activities: tuple[Activity, ...], case: Case) -> Judgement:
    """In how many of the teams one was held in time.

    Somebody without a team may be of one that the register does not name: then that every named team held one is no proof,
    unless one was held for all teams.
    """
    scope, as_of = case.situation.scope, case.situation.as_of
    teams = find_teams(scope.in_teams) if scope is not None else ()
    if scope is None or not teams:
        says = "no_staff_register" if scope is None else "no_teams"
        return verdict(Verdict.NOT_SHOWN, says, repairs=(repair("give_teams"),))
    recent = [each for each in activities if each.date.value is not None and _in_time(rule, each.date.value, as_of)]
    by_team = [(team, tuple(each for each in recent if _is_of(each, team, teams, rule))) for team in teams]
    lacking = tuple(team for team, held in by_team if not held)
    covered = len(teams) - len(lacking)
    value = Verdict.MET if not lacking else Verdict.PARTLY_MET if covered else Verdict.NOT_MET
    undated = _undated(activities)
    unplaced = without_team(scope.in_teams)
    doubtful = () if any(_is_for_all(each, rule) for each in recent) else unplaced
    if (not covered and undated) or (not lacking and doubtful):
        value = Verdict.NOT_SHOWN
    judged = verdict(
        value,
        "held_per_team",
        evidence=tuple(
            seen("activities", each.date.at, "team_held", team=team.label, day=each.date.value)
            for team, held in by_team
            for each in held
        )
        + tuple(seen("staff", team.at, "team_without", team=team.label) for team in lacking)
        + tuple(seen("staff", each.at, "no_team", person=each.label) for each in doubtful)
        + undated,
        repairs=(repair("hold_per_team", teams=tuple(team.label for team in lacking)),) * bool(lacking)
        + (repair("give_teams"),) * bool(doubtful),
        covered=covered,
        population=len(teams),
        kinds=_kinds(rule),
        months=rule.months,
        whose=set_by(case),
        nobody=tuple(team.label for team in lacking),
        unplaced=len(unplaced),
    )
    shares = tuple(Share(team.label, int(bool(held)), 1) for team, held in by_team)
    return replace(judged, measure=Measure(covered=covered, population=len(teams), by_location=shares))


def _is_of(activity: Activity, team: Team, teams: tuple[Team, ...], rule: Held) -> bool:
    """Whether an activity was that team's. A team's name that two locations have needs the location."""
    named = _named(activity)
    here = not activity.location or team.is_at(activity.location) or not team.location
    if named & set(rule.all_teams):
        return here
    alone = sum(normal(other.name) == normal(team.name) for other in teams) == 1
    return normal(team.name) in named and here and (alone or bool(activity.location))


def _is_for_all(activity: Activity, rule: Held) -> bool:
    """Whether an activity was for all teams, wherever they are."""
    return not activity.location and bool(_named(activity) & set(rule.all_teams))


def _named(activity: Activity) -> set[str]:
    """What an activity's team names: the whole of it, and each of several."""
    return {normal(part) for part in (activity.team, *named_parts(prepared(activity.team)))}


def _in_time(rule: Held, day: date, as_of: date) -> bool:
    return day <= as_of and (not rule.months or within_months(day, rule.months, as_of))


def _undated(activities: tuple[Activity, ...]) -> tuple[Observation, ...]:
    return tuple(seen("activities", each.date.at, "undated_activity") for each in activities if each.date.is_unreadable)


def _saw(activity: Activity) -> Observation:
    kind = Word(f"activity.{activity.kind.value}")
    return seen("activities", activity.date.at, "activity", day=activity.date.value, kind=kind)


def _kinds(rule: Held) -> tuple[Word, ...]:
    return tuple(Word(f"activity.{kind}") for kind in rule.kinds)
