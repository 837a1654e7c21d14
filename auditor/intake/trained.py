"""What a header row says of trainings beyond the names of its columns: a year, the day from which a certificate holds, one day
for the one training of a sheet. Pure.
"""

from collections.abc import Mapping, Sequence

import msgspec

from auditor.intake.headers import Claim, Columns
from auditor.intake.matrix import Course
from auditor.intake.words import is_year, normal

IDENTITY = ("person_id", "name", "last_name")
"""Fields of which one is enough to know a person by."""
_CERTIFICATES = frozenset(
    {"certificaattype", "certificaat type", "type certificaat", "soort certificaat", "certificate type"}
)
_BEGINS = frozenset({"begindatum", "startdatum", "begin date", "start date"})


def lists_people(texts: Mapping[str, str], claims: Mapping[str, Sequence[Claim]]) -> bool:
    """Whether a table holds people, a day for each, and at most what else is known of people and their training."""
    return all(
        any(
            each.register in {"staff", "training"}
            and (not each.weak or each.field in IDENTITY or each.field == "completed_on")
            for each in claims.get(letter, ())
        )
        for letter in texts
    )


def of_year(header: str, title: str) -> str:
    """The header of a column; below a title that is a training's, a year is that training in that year."""
    return f"{title} {header}" if title and is_year(header) else header


def with_begin(texts: Mapping[str, str], training: Columns) -> Columns:
    """The columns of a list of certificates: the day from which one holds is the day on which it was got."""
    titles = training.fields.get("training_name", ())
    begins = tuple(letter for letter, text in texts.items() if normal(text) in _BEGINS)
    if len(begins) != 1 or training.has("completed_on") or not {normal(texts[a]) for a in titles} & _CERTIFICATES:
        return training
    return msgspec.structs.replace(training, fields={**training.fields, "completed_on": begins})


def with_general_columns(courses: tuple[Course, ...], training: Columns) -> tuple[Course, ...]:
    """A sheet about one training may date it in a column with a general header."""
    if len(courses) != 1:
        return courses
    course = courses[0]
    general = {
        field: training.fields[field][0]
        for field in ("completed_on", "result", "valid_until")
        if field in training.strong and len(training.fields[field]) == 1
    }
    until = course.until or general.get("valid_until", "")
    results = course.results + ((general["result"],) if "result" in general else ())
    if "completed_on" not in general:
        return (msgspec.structs.replace(course, results=results, until=until),)
    return (
        msgspec.structs.replace(
            course, done=general["completed_on"], results=tuple(sorted({*results, course.done})), until=until
        ),
    )
