"""Which of many documents is the newest version: by the plain definition, pair by pair, and without comparing all with all."""

from collections.abc import Iterable
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from auditor.registers import Policy
from auditor.rules.codes import Standing, find_codes, unversioned
from tests.intake.taken import take

AS_OF = date(2026, 11, 22)
HEAD = "Documentnummer | Titel | Versie | Vastgesteld op | Status"
ROW = st.tuples(
    st.sampled_from(["", "A", "B"]),
    st.sampled_from(["Meldcode", "Meldcode v2.0", "Meldcode Oost"]),
    st.sampled_from(["", "1", "2"]),
    st.sampled_from(["01-02-2024", "01-02-2025"]),
    st.sampled_from(["vastgesteld", "concept"]),
)


def policies(rows: Iterable[tuple[str, ...]]) -> tuple[Policy, ...]:
    table = "\n".join((HEAD, *(" | ".join(row) for row in rows)))
    return take({"Beleidsregister": table}).registers.policies or ()


def same_document(one: Policy, other: Policy) -> bool:
    numbers = (one.document_id.typed, other.document_id.typed)
    return numbers[0] == numbers[1] if all(numbers) else unversioned(one.title.typed) == unversioned(other.title.typed)


def age(policy: Policy) -> tuple[date | None, str]:
    return (policy.adopted_on.value, policy.version.typed)


def says(policy: Policy) -> tuple[str, ...]:
    return (policy.title.typed, policy.version.typed, policy.adopted_on.typed)


@given(st.lists(ROW, min_size=1, max_size=7))
def test_the_newest_version_of_each_document_is_in_force_once(rows: list[tuple[str, ...]]) -> None:
    found = find_codes(policies(rows), AS_OF)
    candidates = [
        row.policy for row in found.rows if row.standing in {Standing.IN_FORCE, Standing.SUPERSEDED}
    ]  # in the order in which the first of two that say the same is taken
    kept: list[Policy] = []
    for policy in candidates:
        newest = all(age(policy) >= age(other) for other in candidates if same_document(policy, other))
        if newest and not any(same_document(policy, other) and says(policy) == says(other) for other in kept):
            kept.append(policy)
    assert list(found.in_force) == kept


def test_of_thousands_of_documents_each_is_looked_at_once() -> None:
    rows = [("", f"Meldcode {place}", "", "01-02-2024", "vastgesteld") for place in ("Oost", "West")] * 1_000
    found = find_codes(policies(rows), AS_OF)
    assert [policy.title.typed for policy in found.in_force] == ["Meldcode Oost", "Meldcode West"]
    assert len(found.rows) == 2_000
