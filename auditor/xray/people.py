"""What is odd about who is who: officers and owners who left, officers without training, leavers who may be counted."""

from collections.abc import Iterator
from datetime import date

from auditor.evidence import Problem, Severity, problem
from auditor.intake.words import has_phrase, normal
from auditor.registers import Named, Officer, Person, PolicyStatus, Registers

OFFICERS_TOPIC = "aandachtsfunctionaris"
FINAL_DECISION = "MC-2.1.c.1"
"""The requirement that the code names who finally decides on reporting."""


def odd_people(registers: Registers, as_of: date) -> Iterator[Problem]:
    """Questions about officers in office on `as_of`, about owners of a meldcode and of what is open then, and about who is listed."""
    staff = {each.key: each for each in registers.staff or ()}
    for officer in registers.officers or ():
        if _in_office(officer, as_of):
            yield from _officer(
                officer, staff.get(officer.person if officer.person is not None else -1), registers, as_of
            )
    for owner in _owners(registers, as_of):
        person = staff.get(owner.person) if owner.person is not None else None
        if person is not None and _left(person, as_of):
            yield problem("xray.owner_left", Severity.NOTE, owner.cell.at, person=owner.label)
    for policy in registers.policies or ():
        person = staff.get(policy.owner) if policy.owner is not None else None
        if person is not None and _left(person, as_of) and policy.status.value is not PolicyStatus.WITHDRAWN:
            yield problem("xray.owner_left", Severity.NOTE, policy.has_owner.at, person=person.label)
    unread = [each for each in staff.values() if each.end.is_unreadable]
    if unread:
        yield problem("xray.end_unread", Severity.NOTE, min(each.end.at for each in unread), count=len(unread))


def _in_office(officer: Officer, as_of: date) -> bool:
    appointed, until = officer.appointed_on.value, officer.until.value
    return (appointed is None or appointed <= as_of) and (until is None or until >= as_of)


def _left(person: Person, as_of: date) -> bool:
    return person.end.value is not None and person.end.value < as_of


def _officer(officer: Officer, person: Person | None, registers: Registers, as_of: date) -> Iterator[Problem]:
    if person is not None and _left(person, as_of):
        left = person.end.value
        yield problem("xray.officer_left", Severity.WARNING, officer.at, person=officer.label, day=left)
    if registers.trainings is not None and not _is_trained(officer, registers, as_of):
        yield problem("xray.officer_untrained", Severity.NOTE, officer.at, person=officer.label)
    if person is not None and not officer.has_deputy and _decides(person, registers):
        yield problem("xray.officer_decides", Severity.NOTE, officer.at, person=officer.label)


def _is_trained(officer: Officer, registers: Registers, as_of: date) -> bool:
    """Whether the officer, known by the number or by the pseudonym, completed the training for officers."""
    trainings = registers.trainings
    if trainings is None:
        return False
    trained = {trainings.person[i] for i in trainings.completed(frozenset({OFFICERS_TOPIC}), as_of)}
    return officer.person in trained or any(trainings.labels.get(key) == officer.label for key in trained)


def _decides(person: Person, registers: Registers) -> bool:
    """Whether the elements register names the person's function where it says who finally decides."""
    function = normal(person.function)
    texts = [
        normal(cell.value)
        for row in registers.elements or ()
        if FINAL_DECISION in row.requirements
        for cell in (row.place, row.reason)
        if cell.value
    ]
    return any(has_phrase(text, function) for text in texts)


def _owners(registers: Registers, as_of: date) -> Iterator[Named]:
    """The owners of actions that are not done, and those of acceptances that have not ended."""
    for action in registers.actions or ():
        if action.done_on.value is None or action.done_on.value > as_of:
            yield action.owner
    for acceptance in registers.acceptances or ():
        if acceptance.until.value is not None and acceptance.until.value >= as_of:
            yield acceptance.owner
