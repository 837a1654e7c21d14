"""The teams of those who count, by location: two teams of one name at two locations are two teams."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from auditor.evidence import CellRef
from auditor.intake.words import normal
from auditor.registers import Person


class Team(msgspec.Struct, frozen=True, kw_only=True):
    """A team at a location; `label` names the location only where another one has a team of that name."""

    name: str
    location: str
    label: str
    people: tuple[Person, ...]

    @property
    def at(self) -> CellRef:
        """Where the first of its people stands."""
        return min(person.at for person in self.people)

    def is_at(self, location: str) -> bool:
        """Whether the team is at `location`, however it is written."""
        return normal(self.location) == normal(location)


def find_teams(people: Iterable[Person]) -> tuple[Team, ...]:
    """Every team with its people, in the order of the labels; those without a team are in none."""
    groups: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for person in people:
        if person.team:
            groups[person.team, person.location].append(person)
    names = [name for name, _ in groups]
    teams = [
        Team(
            name=name,
            location=location,
            label=name if names.count(name) == 1 or not location else f"{name} ({location})",
            people=tuple(members),
        )
        for (name, location), members in groups.items()
    ]
    return tuple(sorted(teams, key=lambda team: (team.label, team.location)))


def without_team(people: Iterable[Person]) -> tuple[Person, ...]:
    """Those whose team the register does not name."""
    return tuple(person for person in people if not person.team)
