"""Which registers a header row stands for, and how much speaks for that."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from auditor.intake.addresses import column_number
from auditor.intake.headers import Claim, Columns, Headers
from auditor.intake.matrix import Course, CourseFinder
from auditor.intake.trained import IDENTITY, lists_people, of_year, with_begin, with_general_columns
from auditor.intake.words import is_year, normal
from auditor.layouts import Kind, Vocabulary

EMPLOYMENT = frozenset({"start_date", "end_date", "client_contact", "employment_type"})
"""Fields that only a register of staff has."""
NAMING = ("person_id", "name", "last_name", "title", "document_id", "element", "partner", "case", "requirement")
"""Fields that name what a row is about."""
PLACES = ("location", "team")
"""Fields that tell where somebody works."""
PEOPLE = ("staff", "training", "officers")
_SPARED = frozenset({("policies", "adopted_on"), *((register, field) for register in PEOPLE for field in IDENTITY)})
"""Required fields without which a table can still be read, or that can stand in for one another."""
_TELL_NOTHING = {"officers": frozenset({*IDENTITY, "location", "until"})}
"""Fields by which a register is not told from any other list of people, or of contracts."""
_NAME_WEIGHT = 1.5
_COURSE_WEIGHT = 1.0
_LEAST_SCORE = 1.0
_BY_STATUS = (
    ("policies", "status", ("title", "adopted_on")),
    ("training", "result", ("training_name", "completed_on")),
)
"""Registers that a column with a status tells apart: the register, the column's field, and the fields that it must have."""
_CLEARLY = 3
KEYS_WITHIN = 60
"""Rows within which the keys of a sheet of keys and values are looked for."""

Texts = Mapping[str, str]
Claims = Mapping[str, Sequence[Claim]]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One register that a header row stands for.

    `courses` are trainings with columns of their own. `title` is the training that the sheet itself names, where no column
    does. `missing` are the fields without which its rows cannot be read. `sure` is false for a list of staff that may be
    no more than the people of a training register.
    """

    columns: Columns
    courses: tuple[Course, ...] = ()
    title: str = ""
    missing: tuple[str, ...] = ()
    sure: bool = True

    @property
    def register(self) -> str:
        """The register's JSON name."""
        return self.columns.layout.register

    @property
    def letters(self) -> frozenset[str]:
        """Every column that it reads."""
        of_fields = {letter for letters in self.columns.fields.values() for letter in letters}
        return frozenset(of_fields | {letter for course in self.courses for letter in course.letters})

    @property
    def dates(self) -> frozenset[str]:
        """The columns where it looks for a day."""
        fields = {field.name for field in self.columns.layout.fields if field.kind is Kind.DATE}
        of_fields = {letter for field, letters in self.columns.fields.items() if field in fields for letter in letters}
        return frozenset(of_fields | {letter for each in self.courses for letter in (each.done, each.until) if letter})

    @property
    def single(self) -> frozenset[str]:
        """The columns that it reads, but for those that share a header with another."""
        shared = {letter for letters in self.columns.fields.values() if len(letters) > 1 for letter in letters}
        return self.letters - shared


class SheetNames(msgspec.Struct, frozen=True):
    """What a sheet is called: its own name; the file's, where it is the only sheet; and the titles above its table.

    `only` are the registers that it is said to be, where somebody says so: then it is no other. `in_series`: it is one of
    several sheets alike, each called by another training.
    """

    sheet: str
    file: str = ""
    titles: tuple[str, ...] = ()
    only: frozenset[str] = frozenset()
    in_series: bool = False

    def above(self, rows: Iterable[Texts]) -> "SheetNames":
        """The same, with the texts of the rows above the header as titles."""
        return msgspec.structs.replace(self, titles=tuple(text for texts in rows for text in texts.values()))

    @property
    def names(self) -> tuple[str, ...]:
        """The sheet's name and the file's."""
        return (self.sheet, self.file) if self.file else (self.sheet,)


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """What a row would be as the header. `rivals` are other registers for which just as much speaks.

    `row` and `first` are where the header's last and first row stand among the rows that were looked at.
    """

    score: float
    parts: tuple[Part, ...]
    headers: Texts = {}
    names: SheetNames = SheetNames("")
    rivals: tuple[str, ...] = ()
    row: int = 0
    first: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether every register in it can be read."""
        return not any(part.missing for part in self.parts)


class Pairs(msgspec.Struct, frozen=True):
    """A sheet of keys and values: the column of the keys, and the row of the first known key."""

    letter: str
    first: int
    score: float
    part: Part


class Understander:
    """Weighs header rows with the headers and words of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary, headers: Headers) -> None:
        self._vocabulary = vocabulary
        self._headers = headers
        self._courses = CourseFinder(headers.layouts["training"], vocabulary)
        self._pairs = tuple(layout.register for layout in vocabulary.layouts if layout.pairs)
        self._others = tuple(
            layout.register
            for layout in vocabulary.layouts
            if not layout.pairs and layout.register not in {"staff", "training"}
        )

    def best(self, texts: Texts, names: SheetNames) -> Candidate | None:
        """What a row would be as the header, by its texts but for the columns that are dropped; nothing speaks: `None`."""
        claims = {letter: found for letter, text in texts.items() if (found := self._claims(text, names))}
        if not any(not claim.weak for found in claims.values() for claim in found):
            return None
        candidates = [each for each in self._candidates(texts, claims, names) if each.score >= _LEAST_SCORE]
        if not candidates:
            return None
        best = max(candidates, key=lambda each: (each.score, each.is_whole))
        rivals = {
            part.register
            for each in candidates
            if each is not best and each.score == best.score and each.is_whole
            for part in each.parts
        }
        return msgspec.structs.replace(best, names=names, rivals=tuple(sorted(rivals)))

    def _claims(self, text: str, names: SheetNames) -> tuple[Claim, ...]:
        claims = self._headers.claims(text)
        return tuple(claim for claim in claims if claim.register in names.only) if names.only else claims

    def by_status(self, texts: Texts, says: Callable[[str], tuple[bool, bool]]) -> Candidate | None:
        """What a row would be as the header where only headers with several meanings stand in it: documents or trainings, as
        its one column with a status says. `says` tells of a column whether all in it are statuses of documents and none is
        an answer, and whether all are answers and none is a status.
        """
        claims = {letter: self._headers.claims(text) for letter, text in texts.items()}
        if not all(claims.values()):
            return None
        found = []
        for i, (register, field, needed) in enumerate(_BY_STATUS):
            columns = self._headers.read(register, claims)
            letters = columns.fields.get(field, ())
            known = all(columns.has(each) for each in needed) and (register not in PEOPLE or columns.has(*IDENTITY))
            if known and len(letters) == 1 and says(letters[0])[i]:
                found.append(Candidate(score=_LEAST_SCORE, parts=(Part(columns=columns),)))
        return found[0] if len(found) == 1 else None

    def most(self, texts: Texts) -> float:
        """No less than the score that a row can have as the header, without weighing it; 0 where nothing speaks for it."""
        claims = [found for text in texts.values() if (found := self._headers.claims(text))]
        strong = sum(any(not claim.weak for claim in found) for found in claims)
        if not strong:
            return 0
        has_people = any(claim.field in IDENTITY for found in claims for claim in found)
        courses = max(len(texts) - len(claims), 1) if has_people else 0
        return 2 * strong + 0.5 * (len(claims) - strong) + 2 * _NAME_WEIGHT + _COURSE_WEIGHT * courses

    def _candidates(self, texts: Texts, claims: Claims, names: SheetNames) -> Iterator[Candidate]:
        claimed = {claim.register for found in claims.values() for claim in found}
        for register in self._others:
            if register in claimed:
                yield from self._table(register, texts, claims, names)
        for register in self._pairs:
            if register not in claimed:
                continue
            columns, named = self._headers.read(register, claims), self._named(register, names)
            if named and len(columns.strong) > 1 and not _missing(columns):
                yield Candidate(score=columns.score + named, parts=(Part(columns=columns),))
        yield from self._people(texts, claims, names)

    def _table(self, register: str, texts: Texts, claims: Claims, names: SheetNames) -> Iterator[Candidate]:
        columns = self._headers.read(register, claims)
        missing = _missing(columns)
        named = self._named(register, names)
        telling = columns.unique | (columns.strong - _TELL_NOTHING.get(register, frozenset()))
        if not columns.strong or not (named or telling) or (missing and not named and len(telling) < _CLEARLY):
            return
        parts = [Part(columns=columns, missing=missing)]
        if register in PEOPLE and not missing:
            parts += self._trainings_beside(texts, claims)
        yield Candidate(score=columns.score + named, parts=tuple(parts))

    def _trainings_beside(self, texts: Texts, claims: Claims) -> Iterator[Part]:
        """A register of officers may show their training in columns of its own."""
        courses = self._courses.find({a: text for a, text in texts.items() if a not in claims}, training_sheet=False)
        if courses:
            yield Part(columns=_identity(self._headers.read("training", claims)), courses=courses)

    def _people(self, texts: Texts, claims: Claims, names: SheetNames) -> Iterator[Candidate]:
        staff, training = (self._headers.read(register, claims) for register in ("staff", "training"))
        if not (staff.has(*IDENTITY) or training.has(*IDENTITY)):
            by_address = self._training_part(texts, claims, training, names) if training.has("email") else None
            if by_address is not None and not by_address.missing and not by_address.courses:
                yield Candidate(score=training.score + self._named("training", names), parts=(by_address,))
                return
            for columns in (staff, training):
                named = self._named(columns.layout.register, names)
                if named and len(columns.strong) > 1:
                    yield Candidate(score=columns.score + named, parts=(Part(columns=columns, missing=("name",)),))
            return
        trained = self._training_part(texts, claims, training, names)
        is_staff = self._is_staff(staff, training, trained, names)
        sure = trained is None or self._is_named("staff", names)
        parts: list[Part] = [Part(columns=staff, sure=sure)] if is_staff else []
        score = staff.score + self._named("staff", names) if is_staff else 0.0
        if trained is not None and (not trained.missing or not is_staff):
            parts.append(trained)
            of_courses = _COURSE_WEIGHT * (len(trained.courses) or bool(trained.title))
            score = max(score, trained.columns.score + of_courses + self._named("training", names))
        if parts:
            yield Candidate(score=score, parts=tuple(parts))

    def _is_staff(self, staff: Columns, training: Columns, trained: Part | None, names: SheetNames) -> bool:
        """Whether the sheet lists the staff: it is called so; or it says when people were employed, a row for each; or it
        says what they do and where, or from when to when, and nothing of training.
        """
        if not staff.has(*IDENTITY):
            return False
        if self._is_named("staff", names):
            return True
        if staff.strong & EMPLOYMENT:
            return "training_name" not in training.strong
        by_day = training.has("completed_on") and self._is_of_training(names.sheet)
        return (
            trained is None
            and not by_day
            and (
                bool(staff.strong & {"function", "location", "team"})
                or (staff.has("start_date") and staff.has("end_date"))
            )
        )

    def _training_part(self, texts: Texts, claims: Claims, training: Columns, names: SheetNames) -> Part | None:
        training = with_begin(texts, training)
        named = self._is_named("training", names)
        titled = training.has("training_name", "topic")
        completes = training.has("completed_on", "result")
        surely = named or bool(training.strong & {"training_name", "topic", "completed_on", "valid_until"})
        if titled and completes and surely:
            return Part(columns=training)
        taken = {
            letter
            for letter, found in claims.items()
            if any(c.register in {"staff", "training"} and not c.weak for c in found)
        }
        title = self._own_title(names)
        free = {a: of_year(text, title) for a, text in texts.items() if a not in taken}
        courses = self._courses.find(free, training_sheet=named)
        if courses:
            return Part(columns=_identity(training), courses=with_general_columns(courses, training))
        of_sheet = title == self._called(names) and training.has("completed_on")
        of_sheet = of_sheet and ("result" in training.strong or (names.in_series and lists_people(texts, claims)))
        if title and ("completed_on" in training.strong or of_sheet or (named and completes)):
            return Part(columns=training, title=title)
        if (named and (titled or completes)) or "training_name" in training.strong:
            return Part(columns=training, missing=("completed_on",) if titled else ("training_name",))
        return None

    def _own_title(self, names: SheetNames) -> str:
        """The training that the sheet is about as a whole: its name is one, or its file's or a title above the table."""
        called = self._called(names)
        if self._courses.is_one_training(called):
            return called
        others = (text for text in (names.file, *names.titles) if text)
        return next((text for text in others if self._courses.is_one_training(text, says_so=True)), "")

    def _called(self, names: SheetNames) -> str:
        """What the sheet is called; by its file, where its own name is what programs call every first sheet."""
        is_nameless = normal(names.sheet).rstrip("0123456789 ") in self._vocabulary.nameless
        return names.file if names.file and is_nameless else names.sheet

    def _is_of_training(self, sheet: str) -> bool:
        return self._courses.is_one_training(sheet) or self._courses.is_nothing_but_training(sheet)

    def is_called_by_training(self, name: str) -> bool:
        """Whether the name of a sheet is that of a training, ours or another, and of nothing else; an office is none."""
        return self._courses.is_nothing_but_training(name)

    def _named(self, register: str, names: SheetNames) -> float:
        if names.only:
            return 2 * _NAME_WEIGHT if register in names.only else 0.0
        return _NAME_WEIGHT * max(self._headers.names(name, register) for name in names.names)

    def _is_named(self, register: str, names: SheetNames) -> bool:
        return self._named(register, names) > 0

    def names_training(self, header: str) -> bool:
        """Whether a header names a training that has a topic of ours, or might have one."""
        return self._courses.names_training(header)

    def joined(self, upper: Texts, lower: Texts) -> dict[str, str]:
        """Two header rows as one: the upper names trainings, over several columns each; the lower says what is in them.

        Empty where the rows do not do so, and where the lower tells of somebody by what it has below the header of a name or a
        number. A text in the upper row reaches to the next one.
        """
        if any(
            letter in lower and not self._heads(lower[letter]) for letter in upper if self._is_identity(upper[letter])
        ):
            return {}
        sub = {letter for letter, text in lower.items() if self._courses.says_role(text) or is_year(text)}
        headers = (*upper.values(), *lower.values())
        if not sub or not any(map(self._is_identity, headers)):
            return {}
        if not any(self._courses.names_training(text) for text in upper.values()):
            return {}
        joined: dict[str, str] = {}
        above = ""
        for letter in sorted({*upper, *lower}, key=column_number):
            above = upper.get(letter, above if letter in sub else "")
            joined[letter] = f"{above} {lower[letter]}".strip() if letter in sub else lower.get(letter, above)
        return joined

    def _is_identity(self, header: str) -> bool:
        return any(claim.field in IDENTITY for claim in self._headers.claims(header))

    def _heads(self, text: str) -> bool:
        """Whether a text in a second header row can be that of a column, and not what a column holds."""
        return bool(self._headers.claims(text)) or self._courses.says_role(text)

    def pairs(self, rows: Sequence[tuple[int, Texts]], names: SheetNames) -> Pairs | None:
        """The keys and values among the first rows (number and texts), if they tell at least two things for sure."""
        best: Pairs | None = None
        for register in names.only & {*self._pairs} if names.only else self._pairs:
            for letter in sorted({a for _, texts in rows for a in texts}, key=column_number):
                found = self._keys(register, letter, rows, names)
                if found is not None and (best is None or found.score > best.score):
                    best = found
        return best

    def _keys(self, register: str, letter: str, rows: Sequence[tuple[int, Texts]], names: SheetNames) -> Pairs | None:
        claims = {str(number): self._headers.claims(texts[letter]) for number, texts in rows if letter in texts}
        if not any(claim.register == register for found in claims.values() for claim in found):
            return None
        columns = self._headers.read(register, claims)
        named = self._named(register, names)
        if len(columns.strong) + bool(named) <= 1:
            return None
        numbers = [int(number) for keys in columns.fields.values() for number in keys]
        return Pairs(letter, min(numbers), columns.score + named, Part(columns=columns))


def _missing(columns: Columns) -> tuple[str, ...]:
    layout = columns.layout
    missing = [
        field.name
        for field in layout.fields
        if field.required and (layout.register, field.name) not in _SPARED and field.name not in columns.fields
    ]
    if layout.register in PEOPLE and not columns.has(*IDENTITY):
        missing.insert(0, "name")
    return tuple(missing)


def _identity(columns: Columns) -> Columns:
    """Only the columns by which a person is known: the others are not about one of several trainings."""
    kept = {field.name for field in columns.layout.fields if field.kind in {"name", "identifier"}} - {
        "certificate",
        "register_no",
    }
    fields = {field: letters for field, letters in columns.fields.items() if field in kept}
    return msgspec.structs.replace(columns, fields=fields)
