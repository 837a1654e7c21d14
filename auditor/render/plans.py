"""What the organisation itself says about a requirement: that it accepts the gap for a while, or what it will do about it."""

from collections.abc import Iterator

from auditor.render.views import PlanView
from auditor.render.words import SENTENCE_LIMIT, Say
from auditor.result import AcceptanceOut, ActionOut, RequirementOut


def plans(judged: RequirementOut, say: Say) -> tuple[PlanView, ...]:
    """The acceptance and the action beside a verdict, each with its cell; neither changes the verdict, which is said."""
    views = []
    if judged.acceptance is not None:
        views.append(_acceptance(judged.acceptance, say))
    if judged.action is not None:
        views.append(_action(judged.action, say))
    return tuple(views)


def _acceptance(row: AcceptanceOut, say: Say) -> PlanView:
    parts = [
        say("plan.until", day=row.until),
        say("plan.reason", text=_ended(row.reason, say)),
        say("plan.owner", who=say.cut(row.owner)),
        say("plan.approver", who=say.cut(row.approver)),
        say("plan.verdict_stays"),
    ]
    return _view(say("plan.acceptance"), " ".join(parts), row, say)


def _action(row: ActionOut, say: Say) -> PlanView:
    says = " ".join(part for part in _about(row, say) if part)
    return _view(say(f"plan.{row.state}"), says, row, say)


def _ended(text: str, say: Say) -> str:
    """What somebody typed, with the sign that ends a sentence."""
    shown = say.cut(text, SENTENCE_LIMIT)
    return shown if shown.endswith((".", "!", "?", "…")) else f"{shown}."


def _view(title: str, says: str, row: AcceptanceOut | ActionOut, say: Say) -> PlanView:
    return PlanView(title=title, says=says, file=say.cut(row.file), sheet=say.cut(row.sheet), cell=say.cut(row.cell))


def _about(row: ActionOut, say: Say) -> Iterator[str]:
    yield _ended(row.action, say) if row.action else ""
    yield say("plan.owner", who=say.cut(row.owner)) if row.owner else ""
    if row.state == "done":
        yield say("plan.done_on", day=row.done_on) if row.done_on else ""
    else:
        yield say("plan.due", day=row.due) if row.due else say("plan.no_due")
    yield say("plan.remark", text=_ended(row.remark, say)) if row.remark else ""
    yield say("plan.progress", done=row.done, n=row.count) if row.count > 1 else ""
