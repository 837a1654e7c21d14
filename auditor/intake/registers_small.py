"""Rows of the small registers become records whose every value is a cell.

Each builder's `add` takes a row and says why it is left out, or nothing; what it made stands in `made`.
"""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from auditor.evidence import Cell
from auditor.intake.cells import UNSHOWN, Cells
from auditor.intake.identity import identity_of
from auditor.intake.known import DENIALS, HELD
from auditor.intake.meaning import activity_kind, is_about_code, is_cancelled, is_code, is_put_off, is_undone
from auditor.intake.people import People, Reference, Settled
from auditor.intake.phrases import holds_any, prepared
from auditor.intake.problems import Flaw
from auditor.intake.sheets import RawRow, Value
from auditor.intake.standing import State
from auditor.intake.values import Answer, Reading
from auditor.intake.words import normal
from auditor.registers import Activity, Agreement, Case, Element, Policy, PolicyStatus, Present

_ON_CASES = frozenset({"casuistiek", "reflectie"})
"""Kinds of activity that are about the code when they speak of a case that it is for."""

_LEAST_OF_A_PLACE = 2
"""Letters of a place without a number: `4b` and `IV` are places, `p.` is none."""
_LEAST_OF_A_REASON = 3
"""Letters: fewer are a mark."""
_STATUS_OF = {State.PLANNED: PolicyStatus.DRAFT, State.PAST: PolicyStatus.WITHDRAWN, State.EXAMPLE: PolicyStatus.DRAFT}


class PolicyRows:
    """The policies register. A document without a date is kept: that it is not dated is what it shows.

    The `owner` of what it made is the number of a reference, until `settle_owners` puts the person in its place.
    """

    def __init__(self, cells: Cells, people: People) -> None:
        self.made: list[Policy] = []
        self._cells = cells
        self._people = people
        self._table = people.new_table()

    def add(self, row: RawRow) -> str:
        """Take a row; why it is left out, or nothing."""
        cells = self._cells
        title, kind = cells.text(row, "title"), cells.text(row, "kind")
        if title.value is None:
            return "no_title"
        adopted_on = cells.date(row, "adopted_on")
        code = is_code(title.value, kind.value or "", cells.tools.vocabulary)
        if code and adopted_on.is_empty and "adopted_on" in cells.columns:
            cells.flaw(row, "adopted_on", Flaw("policy.no_date"))
        has_owner = self._has_owner(row)
        self.made.append(
            Policy(
                at=cells.at(row),
                title=title,
                document_id=cells.content(row, "document_id"),
                kind=kind,
                version=cells.text(row, "version"),
                status=self._status(row, title),
                adopted_on=adopted_on,
                valid_from=cells.date(row, "valid_from"),
                review_by=cells.date(row, "review_by"),
                reviewed_on=cells.date(row, "reviewed_on"),
                scope=self._audience(row, "scope"),
                audience=self._audience(row, "audience"),
                has_owner=has_owner,
                owner=self._owner(row) if code and has_owner.value else None,
                is_code=code,
            )
        )
        return ""

    def _has_owner(self, row: RawRow) -> Cell[bool]:
        """Whether somebody is named: any text that says something, but n.v.t. and the like."""
        reader, at = self._cells.tools.reader, self._cells.at(row, "owner")
        value = self._cells.value(row, "owner")
        named = reader.read_content(value)
        if not named.typed:
            return Cell(None, "", at)
        says_who = named.value is not None and normal(named.value) not in self._cells.tools.vocabulary.nobody
        return Cell(says_who and reader.read_answer(value).value is None, UNSHOWN, at)

    def _audience(self, row: RawRow, field: str) -> Cell[str]:
        """For whom it is; a word for nobody says nothing."""
        cell = self._cells.content(row, field)
        says_nobody = normal(cell.value or "") in self._cells.tools.vocabulary.nobody
        return Cell(None, cell.typed, cell.at) if says_nobody else cell

    def _owner(self, row: RawRow) -> int | None:
        identity = identity_of(self._cells.text(row, "owner").value or "")
        if not identity:
            return None
        spot, letter = self._cells.spot, self._cells.columns["owner"]
        return self._people.refer(
            Reference(identity, self._table, spot, letter, row.number, answers=True, staff_only=True)
        )

    def _status(self, row: RawRow, title: Cell[str]) -> Cell[PolicyStatus]:
        """The status; where none is given, what the title or the version says of itself, if that keeps it out of force. What
        stands among drafts or withdrawn documents is one, whatever its status.
        """
        cells = self._cells
        if standing := _STATUS_OF.get(cells.standing.state):
            return Cell(standing, title.typed, title.at)
        status = cells.read(row, "status", cells.tools.reader.read_status)
        if not status.is_empty:
            return status
        for cell in (title, cells.text(row, "version")):
            if (said := cells.tools.reader.not_in_force(cell.value or "")) is not None:
                return Cell(said, cell.typed, cell.at)
        return status


def settle_owners(policies: Sequence[Policy] | None, settled: Settled) -> tuple[Policy, ...] | None:
    """The policies with the key of the staff record of their owner, where one fits."""
    if policies is None:
        return None
    return tuple(
        each
        if each.owner is None
        else replace(each, owner=settled.key_of[each.owner] if settled.is_staff[each.owner] else None)
        for each in policies
    )


class ElementRows:
    """What the organisation declares about its code, requirement by requirement. A row without an answer is kept: it may
    stand beside one with an answer.
    """

    def __init__(self, cells: Cells) -> None:
        self.made: list[Element] = []
        self._cells = cells

    def add(self, row: RawRow) -> str:
        """Take a row; why it is left out, or nothing."""
        cells = self._cells
        element, present = cells.text(row, "element"), cells.read(row, "present", cells.tools.reader.read_present)
        if element.value is None:
            return "no_element"
        requirements = cells.tools.known.requirements_of(element.value)
        if not requirements:
            cells.flaw(row, "element", Flaw("element.unknown", facts={"value": element.value}))
            return "unknown_element"
        if present.is_empty:
            cells.flaw(row, "present", Flaw("element.no_answer"))
        reason = cells.content(row, "reason")
        if present.value is Present.YES and holds_any(prepared(reason.typed), cells.tools.vocabulary.taken_back):
            cells.flaw(row, "present", Flaw("present.taken_back"))
            present = Cell(None, present.typed, present.at)
        self.made.append(
            Element(
                at=cells.at(row),
                element=element,
                requirements=requirements,
                present=present,
                place=cells.read(row, "place", self._place),
                document=cells.text(row, "document"),
                reason=reason,
                checked_on=cells.date(row, "checked_on"),
            )
        )
        return ""

    def _place(self, value: Value | None) -> Reading[str]:
        """Where it stands: no text that says that it does not, or not yet; and none without a number and with hardly a letter."""
        said = self._cells.tools.reader.read_place(value)
        text = said.value or ""
        has_number = any(sign in text for sign in "123456789")
        says_nothing = not has_number and sum(map(str.isalpha, text)) < _LEAST_OF_A_PLACE
        vocabulary, words = self._cells.tools.vocabulary, prepared(text)
        says_nothing = says_nothing or holds_any(words, vocabulary.taken_back) or holds_any(words, vocabulary.gone)
        if text and says_nothing:
            return Reading(typed=said.typed, trouble="text.says_nothing", facts={"value": said.typed})
        return said


class ActivityRows:
    """What was done with the code. The register is about the code, so a row is, unless its topic says something else."""

    def __init__(self, cells: Cells) -> None:
        self.made: list[Activity] = []
        self._cells = cells

    def add(self, row: RawRow) -> str:
        """Take a row; why it is left out, or nothing."""
        cells = self._cells
        day, kind, topic = cells.date(row, "date"), cells.text(row, "kind"), cells.text(row, "topic")
        if day.is_empty:
            return "no_date"
        if kind.is_empty:
            return "no_kind"
        if self._is_undone(row):
            return "undone"
        known = activity_kind(kind.value or "", cells.tools.vocabulary)
        if not known and kind.value:
            cells.flaw(row, "kind", Flaw("activity.unknown_kind", facts={"value": kind.value}))
        self.made.append(
            Activity(
                at=cells.at(row),
                date=day,
                kind=Cell(known or None, kind.typed, kind.at),
                about_code=self._is_about_code(row, known, topic),
                says_topic=not topic.is_empty or is_about_code(kind.value or "", cells.tools.vocabulary),
                location=cells.plain(row, "location"),
                team=cells.plain(row, "team"),
                evidence=self._evidence(row),
            )
        )
        return ""

    def _evidence(self, row: RawRow) -> Cell[str]:
        """What is kept of it; a text that says nothing is none, and no problem either."""
        said = self._cells.tools.reader.read_content(self._cells.value(row, "evidence"))
        return Cell(said.value, said.typed, self._cells.at(row, "evidence"))

    def _is_undone(self, row: RawRow) -> bool:
        """Whether the row says itself that nothing took place ("geen teamoverleg"), or not yet ("teamoverleg (gepland)"), or
        has a status that is no yes.
        """
        cells = self._cells
        kind = cells.plain(row, "kind")
        if set(normal(kind).split()) & DENIALS or cells.tools.reader.not_in_force(kind) is PolicyStatus.DRAFT:
            return True
        vocabulary = cells.tools.vocabulary
        status = cells.plain(row, "status")
        if status and normal(status) not in HELD and cells.tools.reader.read_answer(status).value is not Answer.YES:
            return True
        return (
            is_undone(kind, vocabulary)
            or is_put_off(cells.plain(row, "topic"), vocabulary)
            or is_cancelled(cells.plain(row, "evidence"), vocabulary)
        )

    def _is_about_code(self, row: RawRow, known: str, topic: Cell[str]) -> bool:
        vocabulary = self._cells.tools.vocabulary
        if topic.is_empty:
            kind = self._cells.plain(row, "kind")
            if normal(kind) in vocabulary.bare_activities:
                self._cells.flaw(row, "kind", Flaw("activity.no_topic", facts={"value": kind}))
                return False
            return bool(known) or is_about_code(kind, vocabulary)
        words = normal(topic.value or "").split()
        is_doubt = len(words) == 1 and topic.typed.endswith("?")
        if topic.value is None or is_doubt or set(words) & DENIALS:
            return False
        is_case = known in _ON_CASES and holds_any(prepared(topic.value), vocabulary.case_topics)
        return is_case or is_about_code(topic.value, vocabulary)


class AgreementRows:
    """Agreements with partners. Who the contact is, is not read."""

    def __init__(self, cells: Cells) -> None:
        self.made: list[Agreement] = []
        self._cells = cells

    def add(self, row: RawRow) -> str:
        """Take a row; why it is left out, or nothing."""
        cells = self._cells
        partner = cells.text(row, "partner")
        if partner.value is None:
            return "no_partner"
        kind = cells.text(row, "kind")
        of_kind = cells.tools.reader.not_in_force(kind.value or "")
        if of_kind is not None or self._is_none(partner.value) or self._is_none(kind.value or ""):
            return "undone"
        self.made.append(
            Agreement(
                at=cells.at(row),
                partner=partner,
                kind=kind,
                agreed_on=cells.date(row, "agreed_on"),
                review_by=cells.date(row, "review_by"),
            )
        )
        return ""

    def _is_none(self, text: str) -> bool:
        """Whether a text says that there is no agreement, not yet, or not any more."""
        vocabulary = self._cells.tools.vocabulary
        return (
            normal(text).partition(" ")[0] in DENIALS
            or is_undone(text, vocabulary)
            or holds_any(prepared(text), vocabulary.ended)
        )


class CaseRows:
    """The step register, by pseudonym. Why there was no talk is not kept, only whether a reason stands there."""

    def __init__(self, cells: Cells) -> None:
        self.made: list[Case] = []
        self._cells = cells

    def add(self, row: RawRow) -> str:
        """Take a row; why it is left out, or nothing."""
        cells = self._cells
        case = cells.text(row, "case")
        if case.value is None or set(normal(case.value).split()) & DENIALS:
            return "no_case"
        if holds_any(prepared(case.value), cells.tools.vocabulary.examples):
            return "example"
        self.made.append(
            Case(
                at=cells.at(row),
                case=case,
                signal_date=cells.date(row, "signal_date"),
                consult_date=self._step(row, "consult_date"),
                vt_advice_date=self._step(row, "vt_advice_date"),
                talk_date=self._step(row, "talk_date"),
                no_talk_reason=self._reason(row),
                weighed_date=self._step(row, "weighed_date"),
                decision_report=cells.decision(row, "decision_report"),
                decision_help=cells.decision(row, "decision_help"),
                decided_on=self._step(row, "decided_on"),
                report_date=self._step(row, "report_date"),
                next_monitoring=self._step(row, "next_monitoring"),
                closed_on=self._step(row, "closed_on"),
                level=cells.text(row, "level"),
                location=cells.plain(row, "location"),
            )
        )
        return ""

    def _step(self, row: RawRow, field: str) -> Cell[date]:
        """The day of a step; a no in so many words says that it was not taken."""
        cells = self._cells
        day_of = cells.day_of(field)

        def read(value: Value | None) -> Reading[date]:
            reading = day_of(value)
            is_no = reading.value is None and normal(reading.typed) in cells.tools.vocabulary.plain_no
            return Reading() if is_no else reading

        return cells.read(row, field, read)

    def _reason(self, row: RawRow) -> Cell[bool]:
        """Whether a reason is recorded: any words but those that say that there is none, or only fill the cell."""
        said = self._cells.tools.reader.read_content(self._cells.value(row, "no_talk_reason"))
        at = self._cells.at(row, "no_talk_reason")
        if not said.typed or said.trouble in {"error_cell", "uncalculated"}:
            return Cell(None, said.typed, at)
        words = normal(said.value or "")
        fills = any(f"{words} ".startswith(f"{none} ") for none in self._cells.tools.vocabulary.no_reason)
        return Cell(sum(sign.isalpha() for sign in words) >= _LEAST_OF_A_REASON and not fills, UNSHOWN, at)
