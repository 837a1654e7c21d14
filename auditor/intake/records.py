"""The way in: from workbooks as raw sheets to typed registers, with every problem on the way and an account of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from auditor.evidence import Problem
from auditor.intake.account import FileAccount, SheetAccount
from auditor.intake.builders import Builders, records_of
from auditor.intake.cells import Tools
from auditor.intake.known import KnownAs
from auditor.intake.mapping import Mapper, MappingFile
from auditor.intake.oddities import oddities
from auditor.intake.organisation import PairRows
from auditor.intake.privacy import may_show
from auditor.intake.problems import Problems
from auditor.intake.pseudonyms import pseudonymous
from auditor.intake.registers_people import settle_officers
from auditor.intake.registers_plans import PlanSettler
from auditor.intake.rows import Rows, Tally
from auditor.intake.said import Speaker
from auditor.intake.sheets import RawBook, RawSheet
from auditor.intake.suggest import asked
from auditor.intake.tables import Found, TableFinder
from auditor.intake.understand import Part
from auditor.intake.values import Reader
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


def take_in(
    books: Iterable[RawBook],
    vocabulary: Vocabulary,
    known_as: KnownAs,
    mapping: MappingFile | None = None,
    key: bytes = b"",
) -> Intake:
    """Understand all sheets of all books together; the outcome does not depend on their order.

    Every row is read once. Raises what the readers raise on a file that cannot be read on, and `ChecklistError` where the
    mapping is about a file, sheet or column that there is not. `key` is the secret of the pseudonyms.
    """
    return _Taking(vocabulary, known_as, mapping, key).take(sorted(books, key=lambda book: book.file))


class _Taking:
    """One taking in: builders gather, table by table, until everything is settled together."""

    def __init__(self, vocabulary: Vocabulary, known: KnownAs, mapping: MappingFile | None, key: bytes) -> None:
        self._problems = Problems()
        self._tools = _tools(vocabulary, known, mapping, self._problems)
        self._finder = TableFinder(self._tools.vocabulary)
        self._mapper = Mapper(mapping, self._finder)
        self._builders = Builders(self._tools, key)
        self._speaker = Speaker(self._problems, self._finder)
        self._totals = frozenset(normal(word) for word in vocabulary.totals)

    def take(self, books: Sequence[RawBook]) -> Intake:
        """All books, sorted by name."""
        found = [
            [self._find(book, sheet) for sheet in sorted(book.sheets, key=lambda each: each.name)] for book in books
        ]
        self._mapper.check()
        sure = any(
            part.sure
            for each in found
            for sheet in each
            if sheet.is_read
            for part in sheet.parts
            if part.register == "staff"
        )
        inputs = tuple(
            FileAccount(
                file=book.file,
                sha256=book.sha256,
                sheets=tuple(
                    account
                    for sheet in sheets
                    for account in self._take_sheet(_without_doubtful_staff(sheet) if sure else sheet)
                ),
            )
            for book, sheets in zip(books, found, strict=True)
        )
        for book in books:
            for each in (*book.problems, *oddities(book)):
                self._problems.give(each)
        return self._settle(inputs)

    def _find(self, book: RawBook, sheet: RawSheet) -> Found:
        return self._mapper.find(book.file, sheet, only_sheet=len(book.sheets) == 1)

    def _take_sheet(self, found: Found) -> Iterator[SheetAccount]:
        self._speaker.columns(found)
        rows = Rows(found, self._totals, self._finder.headers)
        if not found.is_read:
            yield self._unread(found, rows)
            return
        builders = [(self._builders.of(found, part), Tally(found.file, found.sheet.name)) for part in found.parts]
        for row in rows:
            for builder, tally in builders:
                if reason := builder.add(row):
                    tally.leave_out(reason, row)
        self._speaker.rows(found, rows, [tally for _, tally in builders])
        for part, (builder, tally) in zip(found.parts, builders, strict=True):
            yield _account(
                found, rows, part, tally, builder.columns if isinstance(builder, PairRows) else _columns(part)
            )

    def _unread(self, found: Found, rows: Rows) -> SheetAccount:
        """The account of a sheet that no register was read from: every row is left out."""
        tally = Tally(found.file, found.sheet.name)
        reason = "by_mapping" if found.left_out else "column_missing" if found.parts else "no_register"
        for row in rows:
            tally.leave_out(reason, row)
        self._speaker.not_read(found, rows)
        part = found.parts[0] if found.parts else None
        return _account(found, rows, part, tally, _columns(part) if part else {})

    def _settle(self, inputs: tuple[FileAccount, ...]) -> Intake:
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
            policies=records_of(builders.policies),
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
            self._problems.give(each)
        problems = self._problems.settled(
            lambda text, about_people: may_show(text, settled.name_words, about_people=about_people)
        )
        problems = asked(problems, self._tools.vocabulary, self._tools.known)
        return Intake(
            registers=registers, problems=problems, inputs=inputs, unrecognised=builders.training.unrecognised()
        )


def _tools(vocabulary: Vocabulary, known: KnownAs, mapping: MappingFile | None, problems: Problems) -> Tools:
    if mapping is None:
        return Tools(vocabulary, known, Reader(vocabulary), problems)
    from auditor.intake.mapping_words import MappedReader, with_names, with_words

    widened = with_words(vocabulary, mapping.said)
    return Tools(widened, with_names(known, mapping.said), MappedReader(widened, mapping.said), problems)


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
