"""Whom the code is for: who counts on the day, who is left out and why, and who has been reached."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

import msgspec

from auditor.days import add_months
from auditor.findings import Crossing, Measure, Share
from auditor.registers import Contact, Organisation, Person, Trainings, TrainingState

DEFAULT_INDUCTION_MONTHS = 3
_NEW = "newcomers"


def induction_months(organisation: Organisation | None) -> int:
    """For how long somebody is a newcomer: the organisation's own number, else ours. One that cannot be read may be less than ours:
    then nobody is a newcomer.
    """
    if organisation is None or organisation.induction_months.is_empty:
        return DEFAULT_INDUCTION_MONTHS
    return organisation.induction_months.value or 0


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """The staff register on the day: those who count, and how many are left out for which reason.

    `beginners` are the newcomers: they do not count among those who must be trained, but a team of them is a team.
    """

    population: tuple[Person, ...]
    beginners: tuple[Person, ...] = ()
    exempt: int = 0
    without_contact: int = 0
    not_employed: int = 0
    contact_unknown: int = 0

    @property
    def newcomers(self) -> int:
        """How many are too new to count."""
        return len(self.beginners)

    @property
    def in_teams(self) -> tuple[Person, ...]:
        """Those of whom the teams are made up."""
        return (*self.population, *self.beginners)

    @property
    def employed(self) -> int:
        """Everybody in the staff register who is employed on the day, whether they count or not."""
        return len(self.population) + self.newcomers + self.exempt + self.without_contact

    def left_out(self, excused: int) -> dict[str, int]:
        """How many do not count, for which reason; `excused` are left out by what the training register says of them."""
        return {
            "newcomers": self.newcomers,
            "exempt": self.exempt + excused,
            "without_contact": self.without_contact,
            "not_employed": self.not_employed,
        }


def find_scope(staff: Iterable[Person], as_of: date, induction_months: int) -> Scope:
    """Who is in scope on `as_of`, and no newcomer: started at least `induction_months` ago, to the day.

    A start or end that cannot be read, and a contact that is not known, leave nobody out.
    """
    counts: dict[str, int] = defaultdict(int)
    population, beginners = [], []
    for person in staff:
        if why := _left_out(person, as_of, induction_months):
            if why == _NEW:
                beginners.append(person)
            else:
                counts[why] += 1
            continue
        if person.contact.value in {None, Contact.UNKNOWN}:
            counts["contact_unknown"] += 1
        population.append(person)
    return Scope(population=_in_order(population), beginners=_in_order(beginners), **counts)


def _in_order(people: Iterable[Person]) -> tuple[Person, ...]:
    return tuple(sorted(people, key=lambda person: (person.label, person.key)))


def _left_out(person: Person, as_of: date, induction_months: int) -> str:
    start, end = person.start.value, person.end.value
    if (start is not None and start > as_of) or (end is not None and end < as_of):
        return "not_employed"
    if person.contact.value is Contact.NO:
        return "without_contact"
    if person.contact.value is Contact.EXEMPT:
        return "exempt"
    if start is not None and add_months(start, induction_months) > as_of:
        return _NEW
    return ""


def excused(trainings: Trainings, topics: frozenset[str]) -> set[int]:
    """The people of whom all that the register says about `topics` is vrijgesteld or n.v.t."""
    about: dict[int, bool] = {}
    for i in trainings.about(topics):
        person = trainings.person[i]
        about[person] = about.get(person, True) and trainings.state[i] is TrainingState.EXEMPT
    return {person for person, only_exempt in about.items() if only_exempt}


def measure(population: Iterable[Person], reached: Collection[int]) -> Measure:
    """How many of the population are in `reached`, by location, by function and where these cross; one share for those without."""
    people = tuple(population)
    return Measure(
        covered=sum(person.key in reached for person in people),
        population=len(people),
        by_location=_shares({person.key: person.location for person in people}, reached),
        by_function=_shares({person.key: person.function for person in people}, reached),
        crossed=_crossings(people, reached),
    )


def _crossings(people: Iterable[Person], reached: Collection[int]) -> tuple[Crossing, ...]:
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for person in people:
        count = counts[person.location, person.function]
        count[0] += person.key in reached
        count[1] += 1
    if not (any(location for location, _ in counts) and any(function for _, function in counts)):
        return ()
    return tuple(Crossing(*names, *counts[names]) for names in sorted(counts))


def _shares(groups: Mapping[int, str], reached: Collection[int]) -> tuple[Share, ...]:
    if not any(groups.values()):
        return ()
    covered: dict[str, int] = defaultdict(int)
    all_: dict[str, int] = defaultdict(int)
    for key, name in groups.items():
        all_[name] += 1
        covered[name] += key in reached
    return tuple(Share(name, covered[name], all_[name]) for name in sorted(all_))
