"""What there is to say about a sheet as a whole: dropped and doubtful columns, hidden parts, rows that were left out."""

from collections.abc import Iterable

from auditor.evidence import CellRef, Fact, Problem, Severity, Word
from auditor.intake.account import LeftOut
from auditor.intake.orders import Order
from auditor.intake.problems import Flaw, Problems, field_word, register_word
from auditor.intake.rows import Rows, Tally
from auditor.intake.sheets import RawRow
from auditor.intake.suggest import Guesser, Perhaps
from auditor.intake.tables import HEADER_WITHIN, Found, TableFinder
from auditor.intake.trained import IDENTITY
from auditor.intake.understand import Part
from auditor.intake.words import clean
from auditor.layouts import Kind

_IN_ITS_NATURE = frozenset({"above_header", "header_again", "totals", "line", "unknown_key", "column_missing"})
"""Reasons to leave out a row that are no shortcoming of the row."""
_SAID_ALREADY = frozenset({"above_header", "no_value", "unknown_element", "unknown_requirement", "untouched"})
"""Reasons that are counted, but need no word of their own."""
_MAY_BE_EMPTY = frozenset({"acceptances", "actions"})
"""Registers without a row where nothing is accepted and nothing planned: that is as it should be."""
_LIKE_A_TABLE = 3
_A_ROW = 2
"""Cells in a row, and such rows, from which on it is said that nothing of a sheet was read."""
_INSTEAD = {("policies", "adopted_on"): ("valid_from", "published_on", "reviewed_on")}
"""Days that are no substitute for one that lacks, though they may be taken for it."""
_ORDERS = {
    Order.MONTH_FIRST: ("column.month_first", Severity.NOTE),
    Order.BOTH: ("column.both_orders", Severity.WARNING),
    Order.ASSUMED: ("column.day_assumed", Severity.WARNING),
}
_OF_SHEET = {
    False: ("training.title_of_sheet", Severity.NOTE),
    True: ("training.title_of_series", Severity.WARNING),
}
"""What is said of a sheet about one training, by whether nothing but the sheets beside it says that its people followed it."""
_SPARED_BUT_MISSED = {"policies": ("adopted_on",), "training": ("completed_on",)}


class Speaker:
    """Reports on one sheet after another."""

    def __init__(self, problems: Problems, finder: TableFinder) -> None:
        self._problems = problems
        self._finder = finder
        self._guesser = Guesser(finder.headers)

    def _say(self, found: Found, code: str, severity: Severity, cell: str = "", /, **facts: Fact) -> None:
        self._problems.sheet(Flaw(code, severity, dict(facts)), CellRef(found.file, found.sheet.name, cell))

    def rows(self, found: Found, rows: Rows, tallies: Iterable[Tally]) -> None:
        """What became of the rows of a sheet that was read."""
        self._hidden(found, rows.hidden)
        for letter, count in sorted(rows.carrier.count.items()):
            facts: dict[str, Fact] = {"header": found.headers.get(letter, letter)}
            at = CellRef(found.file, found.sheet.name, f"{letter}{found.last}")
            self._problems.give(Problem(code="column.carried", severity=Severity.NOTE, at=at, facts=facts, count=count))
        for letter, order in rows.orders().items() if not found.keys else ():
            if order in _ORDERS:
                code, severity = _ORDERS[order]
                self._say(found, code, severity, f"{letter}{found.last}", header=found.headers.get(letter, letter))
        for tally in (rows.tally, *tallies):
            self._left_out(tally.reasons())
        if rows.read == rows.tally.count and found.parts[0].register not in _MAY_BE_EMPTY:
            self._say(found, "sheet.no_rows", Severity.WARNING, register=register_word(found.parts[0].register))

    def _hidden(self, found: Found, hidden_rows: int) -> None:
        """A hidden sheet, hidden rows and hidden columns are read like any other; that is said."""
        if found.sheet.hidden and not found.number:
            self._say(found, "sheet.hidden", Severity.NOTE)
        if hidden_rows:
            self._say(found, "rows.hidden", Severity.NOTE, n=hidden_rows)
        letters = {letter for part in found.parts for letter in part.letters} & found.sheet.hidden_columns
        if letters and not found.keys:
            self._say(found, "columns.hidden", Severity.NOTE, columns=tuple(sorted(letters)))

    def _left_out(self, reasons: Iterable[LeftOut]) -> None:
        """How many rows were left out, and why; a row that lacks something is a warning."""
        for each in reasons:
            if each.reason in _SAID_ALREADY:
                continue
            severity = Severity.NOTE if each.reason in _IN_ITS_NATURE else Severity.WARNING
            facts: dict[str, Fact] = {"reason": Word(f"left_out.{each.reason}")}
            self._problems.sheet(Flaw("rows.left_out", severity, facts, each.count), each.first)

    def not_read(self, found: Found, rows: Rows) -> None:
        """A sheet from which no register was read; a lacking column was said with the columns."""
        named = self._finder.headers.registers_named(found.sheet.name)
        if found.left_out == "ours":
            self._say(found, "sheet.ours", Severity.NOTE)
        if found.left_out:
            return
        if found.parts:
            self._hidden(found, rows.hidden)
        elif found.rivals:
            self._say(found, "sheet.ambiguous", Severity.WARNING, registers=tuple(map(register_word, found.rivals)))
        elif not rows.read:
            self._say(found, "sheet.empty", Severity.NOTE)
        elif register := self._turned(found):
            self._say(found, "sheet.turned", Severity.ERROR, register=register_word(register))
        elif self._is_one_column(found):
            self._say(found, "sheet.one_column", Severity.ERROR)
        elif named:
            self._say(found, "sheet.no_header", Severity.ERROR, register=register_word(named[0]))
            self._perhaps_header(found, named[0])
        elif sum(len(row.cells) >= _A_ROW for row in found.head) >= _A_ROW:
            self._unrecognised(found)

    def _unrecognised(self, found: Found) -> None:
        """A sheet with rows that nothing else could be said of."""
        name = found.sheet.name
        head = found.head[:HEADER_WITHIN]
        if self._finder.names_training(name) and (
            self._finder.is_called_by_training(name) or any(map(self._has_names, head))
        ):
            self._say(found, "sheet.training_unread", Severity.WARNING)
            return
        if any(map(self._names_people, head)):
            self._say(found, "sheet.people_unread", Severity.WARNING)
            return
        meant = tuple(map(register_word, self._guesser.registers(found.sheet.name)))
        self._say(found, "sheet.unrecognised", Severity.NOTE, **({"meant": meant} if meant else {}))

    def _has_names(self, row: RawRow) -> bool:
        """Whether a row has the header of a number or a name."""
        texts = [value for value in row.cells.values() if isinstance(value, str)]
        return any(claim.field in IDENTITY for text in texts for claim in self._finder.headers.claims(text))

    def _names_people(self, row: RawRow) -> bool:
        """Whether a row heads a list of people: by a header that only people have, or by a name beside an address."""
        texts = [value for value in row.cells.values() if isinstance(value, str)]
        claims = [claim for text in texts for claim in self._finder.headers.claims(text) if claim.register == "staff"]
        has_address = any(claim.field == "email" for claim in claims)
        return len(texts) >= _A_ROW and any(
            claim.field in IDENTITY and (has_address or not claim.weak) for claim in claims
        )

    def _turned(self, found: Found) -> str:
        """The register of which a sheet has the headers below each other, in its first column; empty for none."""
        fields: dict[str, set[str]] = {}
        for row in found.head:
            text = next(iter(row.cells.values()), None)
            for claim in self._finder.headers.claims(text) if isinstance(text, str) and len(row.cells) > 1 else ():
                if not claim.weak:
                    fields.setdefault(claim.register, set()).add(claim.field)
        most = max(fields, key=lambda register: (len(fields[register]), register), default="")
        return most if most and len(fields[most]) >= _LIKE_A_TABLE else ""

    def _is_one_column(self, found: Found) -> bool:
        """Whether all columns of a text file stand in the first one: headers of ours with the same sign between them."""
        text = next((value for row in found.head[:1] if len(row.cells) == 1 for value in row.cells.values()), None)
        parts = max((text.split(sign) for sign in ";,\t|"), key=len) if isinstance(text, str) else []
        return len(parts) >= _LIKE_A_TABLE and all(self._finder.headers.claims(part.strip(' "')) for part in parts)

    def columns(self, found: Found) -> None:
        """Everything about the columns of a sheet that holds a register."""
        for letter, what in sorted(found.dropped.items()):
            self._say(found, "privacy.dropped", Severity.WARNING, f"{letter}{found.last}", what=Word(f"dropped.{what}"))
        if found.keys:
            return
        for part in found.parts:
            self._missing(found, part)
            if found.is_read:
                self._doubtful(found, part)
        self._perhaps(found)
        self._unread_trainings(found)

    def _perhaps(self, found: Found) -> None:
        """Columns that were not read and may be meant for a field that has none."""
        for letter, fields in self._guesser.columns(found).items():
            facts: dict[str, Fact] = {"header": found.headers[letter], "meant": _words(fields)}
            self._say(found, "column.perhaps", Severity.WARNING, f"{letter}{found.last}", **facts)

    def _perhaps_header(self, found: Found, register: str) -> None:
        """The row that may be the header of a sheet in which none was found: each text that is only nearly known."""
        number, meant = self._guesser.header_row(found, register)
        row = next((row for row in found.head if row.number == number), None)
        for letter, fields in meant.items() if row is not None else ():
            header = clean(str(row.cells[letter])) if row is not None else ""
            if not any(each.register == register for each in self._finder.headers.claims(header)):
                facts: dict[str, Fact] = {"header": header, "meant": _words(fields)}
                self._say(found, "column.perhaps", Severity.WARNING, f"{letter}{number}", **facts)

    def _missing(self, found: Found, part: Part) -> None:
        register = part.register
        spared = _SPARED_BUT_MISSED.get(register, ()) if not part.courses else ()
        letters = sorted({letters[0] for letters in part.columns.fields.values()})
        headers = tuple(found.headers[letter] for letter in letters if letter in found.headers)
        for field in dict.fromkeys((*part.missing, *(each for each in spared if not part.columns.has(each)))):
            instead = [a for each in _INSTEAD.get((register, field), ()) for a in part.columns.fields.get(each, ())]
            if instead:
                named = tuple(found.headers[letter] for letter in instead)
                self._say(found, "column.no_adoption", Severity.ERROR, f"{instead[0]}{found.last}", headers=named)
                continue
            facts: dict[str, Fact] = {
                "field": field_word(register, field),
                "register": register_word(register),
                "found": headers,
            }
            self._say(found, "column.missing", Severity.ERROR, f"{letters[0] if letters else 'A'}{found.last}", **facts)

    def _doubtful(self, found: Found, part: Part) -> None:
        columns, register = part.columns, part.register
        is_named = self._finder.headers.names(found.sheet.name, register) > 0
        kinds = {Kind.DATE} if is_named else {*Kind} - {Kind.NAME}
        telling = {field.name for field in columns.layout.fields if field.kind in kinds}
        for field, letters in sorted(columns.fields.items()):
            word, cell = field_word(register, field), f"{letters[0]}{found.last}"
            if len(letters) > 1:
                self._say(found, "column.twice", Severity.WARNING, cell, field=word, columns=letters)
            elif field in telling and field not in columns.strong:
                self._say(found, "column.assumed", Severity.NOTE, cell, field=word, header=found.headers[letters[0]])
        for letter in columns.rivals:
            self._say(found, "column.rival", Severity.NOTE, f"{letter}{found.last}", header=found.headers[letter])
        if found.place and not found.place_is_given:
            self._say(found, "sheet.place", Severity.NOTE, value=found.place)
        if part.title:
            code, severity = _OF_SHEET[found.names.in_series]
            self._say(found, code, severity, title=part.title)

    def _unread_trainings(self, found: Found) -> None:
        """Columns about a training that were not read as such: nobody should think that they were."""
        if not found.is_read or not {"staff", "training", "officers"} & {part.register for part in found.parts}:
            return
        for column in found.unused():
            if column.letter not in found.dropped and self._is_about_training(column.header):
                at = f"{column.letter}{found.last}"
                self._say(found, "column.training_unread", Severity.NOTE, at, header=column.header)

    def _is_about_training(self, header: str) -> bool:
        claims = self._finder.headers.claims(header)
        dates = any((each.register, each.field, each.weak) == ("training", "completed_on", False) for each in claims)
        return dates or self._finder.names_training(header)


def _words(fields: Iterable[Perhaps]) -> tuple[Word, ...]:
    return tuple(field_word(each.register, each.field) for each in fields)
