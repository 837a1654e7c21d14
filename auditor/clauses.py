"""A checklist of one's own: what a consultant, a municipality or the organisation adds to the shipped one.

It can add and never loosen: no name or id that is shipped, no layer of the law, no words that take a row away from a shipped
requirement (`auditor.intake.known`). Written in YAML, or in a workbook (`auditor.clausesheet`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from auditor.checklist import Checklist, Law, Layer, Part, Requirement
from auditor.compile import Frame, check_whole, read_requirements, read_text, sha256
from auditor.intake.known import SHIPPED
from auditor.intake.phrases import LEAST_OF_A_BEGINNING
from auditor.intake.words import normal
from auditor.layouts import Library, Vocabulary
from auditor.rules.shapes import Derived, Held, Indicator
from auditor.yamlfile import YamlFile

_WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_NOT_ONES_OWN = frozenset({Layer.LAW, Layer.NEIGHBOUR})
_KEYS = frozenset({"checklist", "version", "laws", "requirements"})
_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,38}[A-Za-z0-9])?")
_RANGES = {"months": (1, 600), "gap": (1, 600), "percent": (0, 100), "least": (1, 100)}
"""The numbers of rules, each with what it may be; of an activity and an indicator 0 months is no term at all."""
_PHRASES = ("phrases", "unless", "partners", "kinds", "levels")


def add_checklist(library: Library, path: str, name: str) -> Checklist:
    """The checklist of `library` with the requirements of the file at `path`, by the suffix of its `name`.

    Raises `ChecklistError` with file and line, or with sheet and cell.
    """
    if name.casefold().endswith(_WORKBOOKS):
        from auditor.clausesheet import read_clauses

        return _add(library, *read_clauses(path, name, library))
    text = read_text(path)
    return _add(library, YamlFile(name, text), sha256(text))


def _add(library: Library, file: YamlFile, digest: str) -> Checklist:
    """The file has `checklist` (its id), `version`, `requirements` and perhaps `laws`."""
    checklist = library.checklist
    if not isinstance(file.data, dict):
        raise file.error("no_requirements", "$")
    if unknown := set(file.data) - _KEYS:
        key = min(map(str, unknown))
        raise file.error("unknown_key", f"$.{key}", key=key)
    name = _named(file, "checklist")
    if normal(name) in {normal(each) for each in (checklist.id, *(each.id for each in checklist.added))}:
        raise file.error("taken_name", "$.checklist", key=name)
    if not file.data.get("requirements"):
        raise file.error("no_requirements", "$.requirements")
    laws = file.as_(tuple[Law, ...], file.data.get("laws", []), "$.laws")
    for i, law in enumerate(laws):
        if law.id in {each.id for each in checklist.laws}:
            raise file.error("duplicate_id", f"$.laws[{i}]", key=law.id)
    groups = {"all": tuple(sector.id for sector in checklist.sectors)}
    frame = Frame(sectors=checklist.sectors, groups=groups, laws=checklist.laws + laws)
    added = read_requirements(file, frame, taken=[each.id for each in checklist.requirements])
    for i, requirement in enumerate(added):
        _check(file, f"$.requirements[{i}]", requirement, library.vocabulary)
    _check_sources(file, added, checklist.requirements)
    part = Part(id=name, version=_named(file, "version"), sha256=digest)
    together = msgspec.structs.replace(
        checklist, laws=frame.laws, requirements=checklist.requirements + tuple(added), added=(*checklist.added, part)
    )
    check_whole(together)
    return together


def _named(file: YamlFile, key: str) -> str:
    """What the file says under `key`, which must be there and say something."""
    if file.data.get(key) in (None, ""):
        raise file.error("missing_key", f"$.{key}", key=key)
    return file.as_(str, file.data[key], f"$.{key}")


def _check(file: YamlFile, path: str, requirement: Requirement, vocabulary: Vocabulary) -> None:
    """What is asked of a requirement of one's own beyond its shape."""
    if not _ID.fullmatch(requirement.id):
        raise file.error("odd_id", f"{path}.id", key=requirement.id)
    if requirement.id.casefold().startswith(SHIPPED):
        raise file.error("shipped_prefix", f"{path}.id", key=requirement.id)
    if _NOT_ONES_OWN & {requirement.layer, *requirement.layers.values()}:
        raise file.error("law_layer", f"{path}.layer", key=requirement.id)
    if requirement.since is not None and requirement.until is not None and requirement.until < requirement.since:
        raise file.error("ends_before", f"{path}.until", key=requirement.id)
    _check_numbers(file, path, requirement.evidence)
    _check_words(file, path, requirement.evidence, vocabulary)


def _check_numbers(file: YamlFile, path: str, rule: object) -> None:
    for name, (least, most) in _RANGES.items():
        number = getattr(rule, name, None)
        low = 0 if name == "months" and isinstance(rule, Held | Indicator) else least
        if number is not None and not low <= number <= most:
            raise file.error("out_of_range", f"{path}.evidence", key=f"{name}: {number}", got=f"{low}-{most}")


def _check_words(file: YamlFile, path: str, rule: object, vocabulary: Vocabulary) -> None:
    for topic in getattr(rule, "topics", ()):
        if topic not in {each.id for each in vocabulary.topics}:
            raise file.error("unknown_topic", f"{path}.evidence", key=topic)
    kinds = getattr(rule, "kinds", ()) if not hasattr(rule, "partners") else ()
    for kind in kinds:
        if kind not in {each.id for each in vocabulary.activities}:
            raise file.error("unknown_kind", f"{path}.evidence", key=kind)
    for phrase in _phrases(rule, kinds):
        if not _says_something(phrase):
            raise file.error("empty_phrase", f"{path}.evidence", key=phrase)
        if written(phrase) != phrase:
            raise file.error("phrase", f"{path}.evidence", key=phrase, got=written(phrase))


def _check_sources(file: YamlFile, requirements: Sequence[Requirement], shipped: Iterable[Requirement]) -> None:
    """That a requirement is derived from others that are there and not derived themselves."""
    rules = {each.id: each.evidence for each in (*shipped, *requirements)}
    for i, requirement in enumerate(requirements):
        for of in requirement.evidence.of if isinstance(requirement.evidence, Derived) else ():
            if of not in rules or isinstance(rules[of], Derived):
                raise file.error("derived_from", f"$.requirements[{i}].evidence", key=of)


def _phrases(rule: object, kinds: Iterable[str]) -> Iterator[str]:
    for name in _PHRASES:
        yield from (phrase for phrase in getattr(rule, name, ()) if phrase not in kinds)


def _says_something(phrase: str) -> bool:
    """Whether every piece of a phrase has a word, and a beginning of one three letters at least."""
    pieces = [piece.strip() for piece in phrase.removeprefix("=").split(" + ")]
    return all(
        normal(piece)
        and (not piece.endswith("*") or len(piece.removesuffix("*").split(" ")[-1]) >= LEAST_OF_A_BEGINNING)
        for piece in pieces
    )


def written(phrase: str) -> str:
    """A phrase as it is compared: its words normalised, its signs (`=`, ` + `, `*`) as they are."""
    start = "=" if phrase.startswith("=") else ""
    pieces = (piece.strip() for piece in phrase.removeprefix("=").split(" + "))
    return start + " + ".join(normal(piece.removesuffix("*")) + "*" * piece.endswith("*") for piece in pieces)
