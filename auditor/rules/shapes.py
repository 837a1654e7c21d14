"""The closed vocabulary of evidence rules: their shapes in YAML. How each judges is a module beside this one.

A requirement names exactly one rule, by its tag, under `evidence: {rule: …}`.
"""

from datetime import date
from typing import Literal

import msgspec


class Shape(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="rule"):
    """What a requirement says about its evidence; an unknown key is an error."""


class PolicyInForce(Shape, frozen=True, kw_only=True, tag="policy_in_force"):
    """The policies register holds a code in force on the day (MC-1.1)."""


class Audience(Shape, frozen=True, kw_only=True, tag="audience"):
    """Every code in force says for whom it is; `must_name` gives the words that a sector's audience must contain.

    A text with one of the words in `doubt` ("not", "except") is not taken to name anybody.
    """

    must_name: dict[str, tuple[str, ...]] = {}
    doubt: tuple[str, ...] = ()


class Element(Shape, frozen=True, kw_only=True, tag="element"):
    """The elements register declares what the code holds.

    `conditional`: the law itself says "where applicable", so n.v.t. with a reason is an answer. `solo_meets`: for a
    professional who works alone it is met by the person alone.
    """

    conditional: bool = False
    solo_meets: bool = False


class Derived(Shape, frozen=True, kw_only=True, tag="derived"):
    """The worst of the requirements in `of` that apply, unless the elements register has a row of its own."""

    of: tuple[str, ...]


class BothSubjects(Shape, frozen=True, kw_only=True, tag="both_subjects"):
    """Titles, kinds and scopes of the codes in force together name each of the subjects; else an elements row.

    `subjects` maps a subject's id to the words, normalised, of which one must be named. A text with one of the words in
    `doubt` ("not", "except") is not taken to name a subject.
    """

    subjects: dict[str, tuple[str, ...]]
    doubt: tuple[str, ...] = ()


class Reached(Shape, frozen=True, kw_only=True, tag="reached"):
    """Everyone in scope completed a training on at least one of `topics`."""

    topics: tuple[str, ...]


class Used(Shape, frozen=True, kw_only=True, tag="used"):
    """The code is put to use: an activity of one of `kinds`, or a case, in the `months` up to the day."""

    kinds: tuple[str, ...]
    months: int = 12


class PolicyNamed(Shape, frozen=True, kw_only=True, tag="policy_named"):
    """A document in force whose title or kind, or both in a row, name it; a meldcode never counts. Else a person is asked.

    `phrases` name it, `unless` are phrases that show it is something else (both in the grammar of `words/topics.yaml`).
    `element`: a row of the elements register that names the requirement may show it too; without either it is not shown.
    """

    phrases: tuple[str, ...]
    unless: tuple[str, ...] = ()
    element: bool = False


class Indicator(Shape, frozen=True, kw_only=True, tag="indicator"):
    """A share of people, functions, locations or codes, held against a norm: the organisation's own, else our default.

    `counts` says what is counted: `newcomers` (trained within the induction term), `functions` (somebody reached),
    `since_code` (trained since the newest code), `valid` (the latest training has not lapsed), `officers` (locations with
    a trained officer), `trained` (on the topics), `reviewed` (codes whose review is not due). `topics` are those of the
    trainings that count. `percent` and `months` are our defaults; `not_before` is the first day that counts. With
    `only_where` it is judged only where that requirement applies. A location of an officer that is one of `everywhere`,
    normalised, is every location.
    """

    counts: Literal["newcomers", "functions", "since_code", "valid", "officers", "trained", "reviewed"]
    topics: tuple[str, ...] = ()
    percent: int = 100
    months: int = 0
    not_before: date | None = None
    only_where: str = ""
    everywhere: tuple[str, ...] = ()


class Cases(Shape, frozen=True, kw_only=True, tag="cases"):
    """How the cases of the step register were handled: whether a `step` can be shown in each case that it looks at.

    `consulted` (before the decision), `talked` (before the report, or a reason why not), `weighed` (before the decision),
    `decided` (both decisions), `monitored` (open cases), `accumulated` (two signals or more about one pseudonym). Only
    cases whose signal came on or after the day on which the code in force was adopted are judged.
    """

    step: Literal["consulted", "talked", "weighed", "decided", "monitored", "accumulated"]


class Agreed(Shape, frozen=True, kw_only=True, tag="agreed"):
    """An agreement that holds on the day, and whose review is not past.

    `partners` are phrases for the partner, `kinds` for the kind of agreement; either will do. `element`: a row of the
    elements register that names the requirement may show it too.
    """

    partners: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    element: bool = False


class Held(Shape, frozen=True, kw_only=True, tag="held"):
    """An activity of one of `kinds` was held in the `months` up to the day (0: at any time).

    `per_team`: in every team of the staff register; a team named like one of `all_teams` is every team. `last`: the
    latest activity of those kinds must itself be about the code.
    """

    kinds: tuple[str, ...]
    months: int = 0
    per_team: bool = False
    all_teams: tuple[str, ...] = ()
    last: bool = False


class Continuous(Shape, frozen=True, kw_only=True, tag="continuous"):
    """No more than `gap` months between two activities on the code, nor since the last one, in the last `months`."""

    gap: int = 12
    months: int = 36


class Skills(Shape, frozen=True, kw_only=True, tag="skills"):
    """Every team has somebody who completed a training on each of `topics`: who can do what."""

    topics: tuple[str, ...]


class Somebody(Shape, frozen=True, kw_only=True, tag="somebody"):
    """At least one completed training on one of `topics`, of anybody."""

    topics: tuple[str, ...]


class Owned(Shape, frozen=True, kw_only=True, tag="owned"):
    """Every code in force has an owner, and a next review on the day or after it."""


class EarlySignals(Shape, frozen=True, kw_only=True, tag="early_signals"):
    """The step register holds signs below the level of a suspicion, by one of the phrases in `levels`; else an elements row.

    `unless` are phrases that make a level a suspicion.
    """

    levels: tuple[str, ...]
    unless: tuple[str, ...] = ()


class Figures(Shape, frozen=True, kw_only=True, tag="figures"):
    """The figures of an annual report can be made from the step register; a number below `least` is not shown."""

    least: int = 5


class ForAPerson(Shape, frozen=True, kw_only=True, tag="for_a_person"):
    """No register can show it: the report asks the question.

    `answerable`: a row of the elements register that names it is the answer.
    """

    answerable: bool = True


AnyRule = (
    PolicyInForce
    | Audience
    | Element
    | Derived
    | BothSubjects
    | Reached
    | Used
    | PolicyNamed
    | Indicator
    | Cases
    | Agreed
    | Held
    | Continuous
    | Skills
    | Somebody
    | Owned
    | EarlySignals
    | Figures
    | ForAPerson
)
