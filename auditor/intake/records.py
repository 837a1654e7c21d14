"""The way in: from workbooks as raw sheets to typed registers, with every problem on the way and an account of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from auditor.evidence import CellRef, Problem, Severity, problem
from auditor.intake.account import FileAccount, SheetAccount, UnusedColumn
from auditor.intake.builders import Builders, records_of
from auditor.intake.cells import Tools
from auditor.intake.known import KnownAs
from auditor.intake.mapping import Mapper, MappingFile
from auditor.intake.oddities import oddities
from auditor.intake.orders import Order
from auditor.intake.organisation import PairRows
from auditor.intake.ours import is_ours
from auditor.intake.pace import Pace
from auditor.intake.placenames import PlaceNames
from auditor.intake.privacy import may_be_person, may_show
from auditor.intake.problems import Problems
from auditor.intake.pseudonyms import pseudonymous
from auditor.intake.registers_people import settle_officers
from auditor.intake.registers_plans import PlanSettler
from auditor.intake.registers_small import settle_owners
from auditor.intake.rows import Rows, Tally
from auditor.intake.said import Speaker
from auditor.intake.sheets import RawBook, RawSheet
from auditor.intake.standing import Lines, Standing
from auditor.intake.suggest import asked
from auditor.intake.tables import Found, TableFinder
from auditor.intake.understand import Part
from auditor.intake.unnamed import Unnamer
from auditor.intake.values import Reader, as_text
from auditor.intake.watch import Watch
from auditor.intake.words import normal
from auditor.layouts import Vocabulary
from auditor.registers import Registers


class Intake(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was understood of the inputs.

    `unrecognised` are training titles that may be about the code after all, with how many rows have them.
    """

    registers: Registers
    problems: tuple[Problem, ...]
    inputs: tuple[FileAccount, ...]
    unrecognised: Mapping[str, int] = {}


def take_in(  # noqa: PLR0913 -- what taking in may be given
    books: Iterable[RawBook],
    vocabulary: Vocabulary,
    known_as: KnownAs,
    mapping: MappingFile | None = None,
    key: bytes = b"",
    *,
    watch: Watch | None = None,
    pace: Pace | None = None,
) -> Intake:
    """Understand all sheets of all books together; the outcome does not depend on their order.

    Every row is read once; twice only where rows further down show that a column of dates was taken to be written in another
    order than it is, or that somebody is named whose name a file or a sheet has. Raises what the readers raise on a file that cannot be read on, and `ChecklistError` where the
    mapping is about a file, sheet or column that there is not. `key` is the secret of the pseudonyms. `watch` is
    told more than an audit needs, `pace` how far it has come.
    """
    in_order = sorted(books, key=lambda book: book.file)
    taking = _Taking(vocabulary, known_as, mapping, key, watch, pace=pace)
    inputs = taking.read(in_order)
    if taking.misread or taking.missed():
        if watch is not None:
            watch.forget()
        orders, names = taking.misread, taking.missed()
        taking = _Taking(vocabulary, known_as, mapping, key, watch, orders, names, pace=pace)
        inputs = taking.read(in_order)
    return taking.settle(inputs)


Column = tuple[str, str, int, str]
"""A column of a table: its file, its sheet, the row of the header, the letter."""


class _Taking:
    """One taking in: builders gather, table by table, until everything is settled together.

    `orders` tells in which order columns write their dates, where the first rows do not show it; `misread` are those of
    which that came to light. `names` are words of names in the names of files and sheets, where the first rows do not show them.
    """

    def __init__(  # noqa: PLR0913, PLR0917 -- what taking in may be given
        self,
        vocabulary: Vocabulary,
        known: KnownAs,
        mapping: MappingFile | None,
        key: bytes,
        watch: Watch | None,
        orders: Mapping[Column, Order] | None = None,
        names: frozenset[str] = frozenset(),
        *,
        pace: Pace | None = None,
    ) -> None:
        self._pace = pace
        self._orders = orders or {}
        self.misread: dict[Column, Order] = {}
        self._watch = watch
        self._problems = watch.problems if watch is not None else Problems()
        self._tools = _tools(vocabulary, known, mapping, self._problems)
        self._finder = TableFinder(self._tools.vocabulary)
        self._mapper = Mapper(mapping, self._finder)
        self._builders = Builders(self._tools, key)
        self._speaker = Speaker(self._problems, self._finder)
        self._known_words = self._finder.headers.words()
        self._lines = Lines(vocabulary, self._finder.headers)
        self._unnamer = Unnamer(self._finder, self._lines, self._problems, self._known_words, names)
        self._totals = frozenset(normal(word) for word in vocabulary.totals)

    def missed(self) -> frozenset[str]:
        """The words of names in the names of files and sheets that were not known when these were shown."""
        return self._unnamer.missed(self._builders.people.identities)

    def read(self, books: Sequence[RawBook]) -> tuple[FileAccount, ...]:
        """Read all books, sorted by name; the account of them."""
        found = [
            self._in_series(
                book, [self._find(book, sheet) for sheet in sorted(book.sheets, key=lambda each: each.name)]
            )
            for book in books
        ]
        self._mapper.check()
        books, found = self._unnamer.shown(books, found, self._builders.people.identities)
        found = self._placed(found)
        sure = any(
            part.sure
            for each in found
            for tables in each
            for table in tables
            if table.is_read
            for part in table.parts
            if part.register == "staff"
        )
        inputs = tuple(
            FileAccount(
                file=book.file,
                sha256=book.sha256,
                sheets=tuple(
                    account
                    for tables in sheets
                    for table in tables
                    for account in self._take_table(table, sure_staff=sure)
                ),
            )
            for book, sheets in zip(books, found, strict=True)
        )
        first: dict[str, str] = {}
        for book in books:
            for each in (*book.problems, *oddities(book)):
                self._problems.give(each)
            other = first.setdefault(book.sha256, book.file)
            if other != book.file:
                self._problems.give(problem("input.twice", Severity.WARNING, CellRef(book.file), other=other))
        return inputs

    def _in_series(self, book: RawBook, found: list[tuple[Found, ...]]) -> list[tuple[Found, ...]]:
        """The tables of a book; where several sheets alike of which nothing was read are each called by another training, they
        are looked at once more, as a sheet for each training.
        """
        alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for i, tables in enumerate(found):
            table = tables[0]
            first = None if table.parts or table.left_out or table.place_is_given else next(iter(table.head), None)
            if first is not None and self._finder.is_called_by_training(table.sheet.name):
                alike[tuple(as_text(value) for value in first.cells.values())].append(i)
        for numbers in alike.values():
            called = {normal(found[i][0].sheet.name).strip("0123456789 ") for i in numbers}
            for i in numbers if len(called) > 1 else ():
                found[i] = self._finder.find(book.file, found[i][0].sheet, only_sheet=False, in_series=True)
        return found

    def _placed(self, found: list[list[tuple[Found, ...]]]) -> list[list[tuple[Found, ...]]]:
        """The tables, with the location that the names of sheets and files tell."""
        tables = [table for sheets in found for each in sheets for table in each]
        names = PlaceNames(self._tools.vocabulary, self._lines).of(tables)
        places = {id(tables[i]): name for i, name in names.items()}
        return [
            [
                tuple(
                    msgspec.structs.replace(table, place=places[id(table)])
                    if id(table) in places and not table.place_is_given
                    else table
                    for table in each
                )
                for each in sheets
            ]
            for sheets in found
        ]

    def _find(self, book: RawBook, sheet: RawSheet) -> tuple[Found, ...]:
        return self._mapper.find(book.file, sheet, only_sheet=sum(not is_ours(each) for each in book.sheets) == 1)

    def _take_table(self, found: Found, *, sure_staff: bool) -> Iterator[SheetAccount]:
        """A table, and those that begin further down its sheet than was looked before."""
        found = self._with_orders(_without_doubtful_staff(found) if sure_staff else found)
        self._speaker.columns(found)
        if self._watch is not None:
            self._watch.table(found, self._finder)
        names = (found.names.sheet, found.names.file)
        standing = Standing(self._lines, found.file, found.sheet.name, names)
        if found.place:
            standing.put(found.place)
        rows = Rows(found, self._totals, self._finder, standing)
        if self._pace is not None:
            self._pace.begin(rows)
        if found.is_read:
            yield from self._read(found, rows, standing)
        else:
            yield self._unread(found, rows)
        if rows.remainder is not None:
            for below in self._finder.find_next(found, rows.remainder):
                yield from self._take_table(below, sure_staff=sure_staff)

    def _with_orders(self, found: Found) -> Found:
        """A table with what is known of how its columns write dates."""
        if not self._orders:
            return found
        known = {
            letter: order
            for (file, sheet, header, letter), order in self._orders.items()
            if (file, sheet, header) == (found.file, found.sheet.name, found.last)
        }
        return msgspec.structs.replace(found, orders={**found.orders, **known})

    def _read(self, found: Found, rows: Rows, standing: Standing) -> Iterator[SheetAccount]:
        builders = [
            (part.register, self._builders.of(found, part, standing), Tally(found.file, found.sheet.name))
            for part in found.parts
        ]
        for row in rows:
            for register, builder, tally in builders:
                if reason := (standing.state and standing.bars(register)) or builder.add(row):
                    tally.leave_out(reason, row)
        for letter, order in rows.orders().items():
            if (order is Order.MONTH_FIRST) is not (letter in found.month_first):
                self.misread[found.file, found.sheet.name, found.last, letter] = order
        self._speaker.rows(found, rows, [tally for _, _, tally in builders])
        for part, (_, builder, tally) in zip(found.parts, builders, strict=True):
            yield _account(
                found, rows, part, tally, builder.columns if isinstance(builder, PairRows) else _columns(part)
            )

    def _unread(self, found: Found, rows: Rows) -> SheetAccount:
        """The account of a table that no register was read from: every row is left out."""
        tally = Tally(found.file, found.sheet.name)
        reason = found.left_out or _why_unread(found)
        for row in rows:
            tally.leave_out(reason, row)
        self._speaker.not_read(found, rows)
        part = found.parts[0] if found.parts else None
        return _account(found, rows, part, tally, _columns(part) if part else {})

    def settle(self, inputs: tuple[FileAccount, ...]) -> Intake:
        """What was read, settled together."""
        builders = self._builders
        trainings = builders.training.trainings
        settled = builders.people.settle(trainings.person)
        trainings.person = [settled.key_of[reference] for reference in trainings.person]
        trainings.labels = settled.labels
        officers = records_of(builders.officers)
        cases = records_of(builders.cases)
        plans = PlanSettler(settled, self._tools)
        registers = Registers(
            organisation=builders.organisation.settle(),
            policies=settle_owners(records_of(builders.policies), settled),
            elements=records_of(builders.elements),
            staff=settled.staff if builders.people.has_staff else None,
            trainings=trainings if builders.training.is_given else None,
            officers=None if officers is None else settle_officers(officers, settled),
            activities=records_of(builders.activities),
            agreements=records_of(builders.agreements),
            cases=None
            if cases is None
            else pseudonymous(cases, self._problems, self._finder.words_of("cases", "case")),
            acceptances=plans.acceptances(records_of(builders.acceptances)),
            actions=plans.actions(records_of(builders.actions)),
        )
        for each in self._mapper.notes(registers):
            self._problems.give(self._unnamer.placed(each))
        builders.training.report_unrecognised()

        def showable(text: str, about_people: bool) -> bool:  # noqa: FBT001 -- as `Problems.settled` asks it
            return may_show(text, settled.name_words, about_people=about_people)

        if self._watch is not None:
            self._watch.settle(
                registers,
                showable,
                lambda title: may_be_person(title, settled.name_words, self._known_words),
                self._unnamer.files,
            )
        problems = self._problems.settled(showable)
        problems = asked(problems, self._tools.vocabulary, self._tools.known)
        return Intake(
            registers=registers,
            problems=problems,
            inputs=tuple(self._without_names(each, settled.name_words) for each in inputs),
            unrecognised=builders.training.unrecognised(),
        )

    def _without_names(self, file: FileAccount, names: frozenset[str]) -> FileAccount:
        """The account of a file, with nobody's name as the header of a column that was not read."""
        sheets = tuple(
            msgspec.structs.replace(
                sheet,
                unused=tuple(
                    UnusedColumn(each.letter, "") if may_be_person(each.header, names, self._known_words) else each
                    for each in sheet.unused
                ),
            )
            for sheet in file.sheets
        )
        return msgspec.structs.replace(file, sheets=sheets)


def _tools(vocabulary: Vocabulary, known: KnownAs, mapping: MappingFile | None, problems: Problems) -> Tools:
    if mapping is None:
        return Tools(vocabulary, known, Reader(vocabulary), problems)
    from auditor.intake.mapping_words import MappedReader, with_names, with_words

    widened = with_words(vocabulary, mapping.said)
    return Tools(widened, with_names(known, mapping.said), MappedReader(widened, mapping.said), problems)


def _why_unread(found: Found) -> str:
    return "column_missing" if found.parts else "second_table" if found.number else "no_register"


def _without_doubtful_staff(found: Found) -> Found:
    """A training register that might list the staff does not do so where a register of staff was given."""
    parts = tuple(part for part in found.parts if part.register != "staff" or part.sure)
    return msgspec.structs.replace(found, parts=parts) if parts else found


def _account(found: Found, rows: Rows, part: Part | None, tally: Tally, columns: dict[str, str]) -> SheetAccount:
    left_out = rows.tally.count + tally.count
    return SheetAccount(
        name=found.sheet.name,
        register=part.register if part else None,
        header_row=found.last if found.first else None,
        rows_read=rows.read,
        rows_used=rows.read - left_out,
        left_out=(*rows.tally.reasons(), *tally.reasons()),
        columns=columns,
        unused=found.unused() if found.is_read and not found.keys else (),
        hidden=found.sheet.hidden,
        hidden_rows=rows.hidden,
    )


def _columns(part: Part) -> dict[str, str]:
    """The letters by field, in the register's order; then those of trainings with columns of their own, by title."""
    order = [field.name for field in part.columns.layout.fields]
    columns = {field: part.columns.fields[field][0] for field in order if field in part.columns.fields}
    for course in part.courses:
        title = course.title if course.title not in columns else f"{course.title} ({course.done})"
        columns[title] = course.done
        columns |= {f"{title} / result ({letter})": letter for letter in course.results}
        columns |= {f"{title} / valid_until": course.until} if course.until else {}
    return columns
