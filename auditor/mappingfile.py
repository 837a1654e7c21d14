"""A mapping file, read strictly: whatever it says wrongly, or would change that is known, is an error with its line."""

from collections.abc import Iterable, Mapping

from auditor.compile import read_text, sha256
from auditor.intake.headers import Headers
from auditor.intake.known import KnownAs
from auditor.intake.mapping import MappingData, MappingFile, SheetRule
from auditor.intake.mapping_words import refusals, several
from auditor.intake.privacy import Dropper
from auditor.intake.values import Answer
from auditor.intake.words import has_phrase, normal
from auditor.layouts import Library, Vocabulary
from auditor.registers import PolicyStatus
from auditor.yamlfile import YamlFile

FORM = 1
_COMPLETION = frozenset({"completed_on", "result"})
Path = tuple[str | int, ...]


def load_mapping(path: str, library: Library, known: KnownAs) -> MappingFile:
    """The mapping in the YAML file `path`. Raises `ChecklistError` that says what was found, where, and what may stand there."""
    text = read_text(path)
    file = YamlFile(path.replace("\\", "/").rpartition("/")[2], text)
    said = file.as_(MappingData, file.data if isinstance(file.data, dict) else {})
    mapping = MappingFile(name=file.name, sha256=sha256(text), said=said, lines=file.lines())
    if said.mapping != FORM:
        raise mapping.error("form", ("mapping",), key=str(said.mapping), known=(str(FORM),))
    _check_rules(mapping, library.vocabulary)
    _check_words(mapping, library, known)
    return mapping


def _check_rules(mapping: MappingFile, vocabulary: Vocabulary) -> None:
    headers = Headers(vocabulary)
    dropper = Dropper(vocabulary, headers)
    for i, file in enumerate(mapping.said.files):
        for j, rule in enumerate(file.sheets):
            at: Path = ("files", i, "sheets", j)
            _check_registers(mapping, rule, at, headers)
            fields = _fields(rule, headers)
            _refuse_twice(mapping, (*at, "columns"), rule.columns)
            for header, field in rule.columns.items():
                here = (*at, "columns", header)
                if field not in fields:
                    raise mapping.error("unknown_field", here, key=field, known=tuple(sorted(fields)))
                if dropper.reason(header):
                    raise mapping.error("private", here, key=header)
                _check_meaning(mapping, here, header, _Meant(headers, vocabulary, rule.registers, field))


def _check_registers(mapping: MappingFile, rule: SheetRule, at: Path, headers: Headers) -> None:
    for register in rule.registers:
        if register not in headers.layouts:
            raise mapping.error("unknown_register", (*at, "register"), key=register, known=tuple(headers.layouts))
    if rule.leave_out and (rule.registers or rule.columns or rule.header_row is not None or rule.location):
        raise mapping.error("left_out_and_read", (*at, "leave_out"))
    if not rule.registers and (rule.columns or rule.header_row is not None):
        raise mapping.error("no_register", at, known=tuple(headers.layouts))
    if rule.header_row is not None and rule.header_row < 1:
        raise mapping.error("no_row", (*at, "header_row"), key=str(rule.header_row))


def _fields(rule: SheetRule, headers: Headers) -> set[str]:
    """The fields that a column may be, also with the register before it: `training.completed_on`."""
    names = {(register, field.name) for register in rule.registers for field in headers.layouts[register].fields}
    several_registers = len(rule.registers) > 1
    return {name for _, name in names} | {f"{each}.{name}" for each, name in names if several_registers}


class _Meant:
    """What a column is said to be, against what its header is known to mean."""

    def __init__(self, headers: Headers, vocabulary: Vocabulary, registers: tuple[str, ...], field: str) -> None:
        self._headers = headers
        self._vocabulary = vocabulary
        self._registers = registers
        self.field = field.rpartition(".")[2]

    def contradicts(self, header: str) -> str:
        """The field that a header surely is in one of the registers, when it is not this one; else nothing."""
        sure = {
            claim.field
            for claim in self._headers.claims(header)
            if claim.register in self._registers and not claim.weak
        }
        return "" if not sure or self.field in sure else min(sure)

    def is_no_completion(self, header: str) -> bool:
        """Whether a header says that its column is about a plan, a term or the like, and would show a completion."""
        if self.field not in _COMPLETION or any(each.field == self.field for each in self._headers.claims(header)):
            return False
        return any(has_phrase(normal(header), normal(word)) for word in self._vocabulary.not_completion)


def _check_meaning(mapping: MappingFile, at: Path, header: str, meant: _Meant) -> None:
    if known := meant.contradicts(header):
        raise mapping.error("known_column", at, key=header, field=meant.field, known=(known,))
    if meant.is_no_completion(header):
        raise mapping.error("no_completion", at, key=header)


def choices(library: Library) -> dict[str, tuple[str, ...]]:
    """What a word may mean, for each part of a mapping that gives words a meaning."""
    vocabulary = library.vocabulary
    return {
        "topics": tuple(each.id for each in vocabulary.topics),
        "answers": tuple(each.value for each in Answer),
        "statuses": tuple(each.value for each in PolicyStatus),
        "activities": tuple(each.id for each in vocabulary.activities),
        "elements": tuple(each.id for each in library.checklist.requirements),
        "sectors": tuple(each.id for each in library.checklist.sectors),
    }


def _check_words(mapping: MappingFile, library: Library, known: KnownAs) -> None:
    for table, allowed in choices(library).items():
        words: Mapping[str, str | tuple[str, ...]] = getattr(mapping.said, table)
        _refuse_twice(mapping, (table,), words)
        for word, meant in words.items():
            for each in several(meant) or ("",):
                if each not in allowed:
                    raise mapping.error("unknown_meaning", (table, word), key=each, known=allowed)
    for table, word in refusals(mapping.said, library.vocabulary, known):
        raise mapping.error("known_word", (table, word), key=word)


def _refuse_twice(mapping: MappingFile, at: Path, words: Iterable[str]) -> None:
    """Two keys that are the same when they are compared, or one that is nothing then."""
    seen: set[str] = set()
    for word in words:
        if normal(word) in seen or not normal(word):
            raise mapping.error("key_twice", (*at, word), key=word)
        seen.add(normal(word))
