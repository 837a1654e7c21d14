"""From the YAML in `checklists/` and `templates/texts/` to types, with every check that needs the whole.

Slow (it parses YAML): the program runs on the generated form in `auditor/compiled/`, which `python -m auditor.compile`
writes and a test holds equal to the YAML. Where a YAML file differs from what was generated, `auditor.library` comes here.
"""

import os
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from auditor.checklist import Checklist, Law, Requirement, Sector
from auditor.errors import ChecklistError
from auditor.inspection import Inspection
from auditor.intake.words import normal
from auditor.layouts import Library, Vocabulary
from auditor.resources import shipped
from auditor.result import Result
from auditor.rules.shapes import (
    Agreed,
    Audience,
    BothSubjects,
    Derived,
    EarlySignals,
    Held,
    Indicator,
    PolicyNamed,
    Reached,
    Skills,
    Somebody,
    Used,
)
from auditor.texts import LANGUAGES
from auditor.yamlfile import YamlFile

MAIN = "meldcode"
_MOST_READ = 1 << 22
"""Signs of a text file; the parser says of a shorter one that it is too long."""


def read_text(path: str) -> str:
    """A text file's content with one kind of line ends, so that a checkout on Windows gives the same hash."""
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return file.read(_MOST_READ).replace("\r\n", "\n").removeprefix("\ufeff")
    except OSError as error:
        raise ChecklistError("checklist.missing", file=os.path.basename(path), detail=error.strerror or "") from None
    except UnicodeDecodeError:
        raise ChecklistError("checklist.not_text", file=os.path.basename(path)) from None


def sha256(text: str) -> str:
    """The hash of a text, in hexadecimal."""
    from hashlib import sha256 as hashed

    return hashed(text.encode()).hexdigest()


def yaml_files(root: str) -> dict[str, str]:
    """Every YAML file below `root`: its name from there, with `/`, to its text; sorted by name."""
    found = {}
    for folder, _, names in os.walk(root):
        for name in names:
            if name.endswith(".yaml"):
                path = os.path.join(folder, name)
                found[os.path.relpath(path, root).replace(os.sep, "/")] = read_text(path)
    return dict(sorted(found.items()))


def fingerprint(texts: Mapping[str, str]) -> str:
    """One hash for many files: their names and contents, in the order of the names."""
    return sha256("".join(f"{name}\n{sha256(text)}\n" for name, text in sorted(texts.items())))


class Frame(msgspec.Struct, frozen=True):
    """What a requirement may refer to: the sectors with their statutes, groups of sectors, and the laws."""

    sectors: tuple[Sector, ...]
    groups: Mapping[str, tuple[str, ...]]
    laws: tuple[Law, ...]


def compile_checklist(texts: Mapping[str, str]) -> Checklist:
    """The shipped checklist from the texts of `checklists/`. Raises `ChecklistError` with file and line."""
    files = {
        name: YamlFile(name, text, shipped=True)
        for name, text in texts.items()
        if not name.startswith(("registers/", "words/"))
    }
    sectors_file, laws_file, head = files["sectors.yaml"], files["laws.yaml"], files[f"{MAIN}/checklist.yaml"]
    frame = Frame(
        sectors=sectors_file.as_(tuple[Sector, ...], sectors_file.data["sectors"], "$.sectors"),
        groups=sectors_file.as_(dict[str, tuple[str, ...]], sectors_file.data["groups"], "$.groups"),
        laws=laws_file.as_(tuple[Law, ...], laws_file.data["laws"], "$.laws"),
    )
    requirements: list[Requirement] = []
    for name, file in files.items():
        if name.startswith(f"{MAIN}/") and file is not head:
            requirements += read_requirements(file, frame, taken=[each.id for each in requirements])
    checklist = Checklist(
        id=head.as_(str, head.data["id"], "$.id"),
        version=head.as_(str, head.data["version"], "$.version"),
        sha256=fingerprint(texts),
        sectors=frame.sectors,
        laws=frame.laws,
        requirements=tuple(requirements),
    )
    check_whole(checklist)
    return checklist


def read_requirements(file: YamlFile, frame: Frame, taken: Iterable[str]) -> list[Requirement]:
    """The requirements of one file; ids in `taken` are refused, so nothing that is shipped can be overwritten."""
    seen = set(taken)
    known_laws = {law.id for law in frame.laws}
    known_sectors = {sector.id for sector in frame.sectors}
    out = []
    data = file.data if isinstance(file.data, dict) else {}
    entries = data.get("requirements")
    if not isinstance(entries, list):
        raise file.error("no_requirements", "$")
    for i, entry in enumerate(entries):
        path = f"$.requirements[{i}]"
        if not isinstance(entry, dict):
            raise file.error("wrong_type", path, key="object", got=type(entry).__name__)
        expanded = {**entry, "sources": _expand_sources(file, path, entry.get("sources", []), frame)}
        requirement = file.as_(Requirement, _expand_sectors(file, path, expanded, frame), path)
        if requirement.id.casefold() in {each.casefold() for each in seen}:
            raise file.error("duplicate_id", f"{path}.id", key=requirement.id)
        for source in requirement.sources:
            if source.law not in known_laws:
                raise file.error("unknown_law", f"{path}.sources", key=source.law)
            for sector in source.sectors:
                if sector not in known_sectors:
                    raise file.error("unknown_sector", f"{path}.sources", key=sector)
        _check_requirement(file, path, requirement, known_sectors)
        seen.add(requirement.id)
        out.append(requirement)
    return out


def _check_requirement(file: YamlFile, path: str, requirement: Requirement, known_sectors: Collection[str]) -> None:
    """What the types cannot hold: sectors that exist wherever one is named, and rules with something to look for."""
    rule = requirement.evidence
    named = {
        *requirement.layers,
        *(sector for each in requirement.excluded for sector in each.sectors),
        *(requirement.condition.presumed if requirement.condition else ()),
        *(rule.must_name if isinstance(rule, Audience) else ()),
    }
    for sector in sorted(named - set(known_sectors)):
        raise file.error("unknown_sector", path, key=sector)
    empty = (
        (isinstance(rule, Reached | Skills | Somebody) and not rule.topics)
        or (isinstance(rule, Used | Held) and not rule.kinds)
        or (isinstance(rule, Indicator) and not rule.topics and rule.counts != "reviewed")
        or (isinstance(rule, PolicyNamed) and not rule.phrases)
        or (isinstance(rule, Agreed) and not (rule.partners or rule.kinds))
        or (isinstance(rule, EarlySignals) and not rule.levels)
        or (isinstance(rule, Derived) and not rule.of)
        or (isinstance(rule, BothSubjects) and not (rule.subjects and all(rule.subjects.values())))
        or (isinstance(rule, Audience) and not all(rule.must_name.values()))
    )
    if empty:
        raise file.error("empty_rule", f"{path}.evidence", key=requirement.id)


def _expand_sources(file: YamlFile, path: str, sources: Any, frame: Frame) -> list[Any]:
    """`{base: having}` becomes a source per statute of every sector; groups (`@childcare`) become sectors."""
    out: list[Any] = []
    for i, source in enumerate(sources if isinstance(sources, list) else []):
        here = f"{path}.sources[{i}]"
        if not isinstance(source, dict) or "base" not in source:
            out.append(_expand_sectors(file, here, source, frame))
            continue
        paragraph = source["base"]
        if set(source) - {"base", "sectors"} or paragraph not in {"having", "knowledge"}:
            raise file.error("unknown_key", here, key=", ".join(map(str, source)))
        wanted = _sectors(file, here, source["sectors"], frame) if "sectors" in source else None
        out += [
            {
                "law": base.law,
                "article": article,
                "sectors": [sector.id],
                "confidence": base.confidence,
                "start": base.start,
                "end": base.end,
                "remark": msgspec.to_builtins(base.remark),
            }
            for sector in frame.sectors
            for base in sector.bases
            if (article := getattr(base, paragraph)) and (wanted is None or sector.id in wanted)
        ]
    return out


def _expand_sectors(file: YamlFile, path: str, part: Any, frame: Frame) -> Any:
    """`part` with groups written out wherever a key lists sectors: `sectors`, `presumed`, in any depth."""
    if isinstance(part, list):
        return [_expand_sectors(file, path, each, frame) for each in part]
    if not isinstance(part, dict):
        return part
    return {
        key: _sectors(file, path, value, frame)
        if key in {"sectors", "presumed"} and isinstance(value, list)
        else _expand_sectors(file, path, value, frame)
        for key, value in part.items()
    }


def _sectors(file: YamlFile, path: str, names: Sequence[Any], frame: Frame) -> list[Any]:
    out: list[Any] = []
    for name in names:
        if isinstance(name, str) and name.startswith("@"):
            if name[1:] not in frame.groups:
                raise file.error("unknown_sector", path, key=name)
            out += frame.groups[name[1:]]
        else:
            out.append(name)
    return list(dict.fromkeys(out))


def check_whole(checklist: Checklist) -> None:
    """What no single file can show: requirements that others lean on exist, and no derived one leans on another."""
    by_id = {each.id: each for each in checklist.requirements}
    for requirement in checklist.requirements:
        for of in requirement.evidence.of if isinstance(requirement.evidence, Derived) else ():
            if of not in by_id:
                raise ChecklistError("checklist.unknown_requirement", key=of, requirement=requirement.id)
            if isinstance(by_id[of].evidence, Derived):
                raise ChecklistError("checklist.derived_twice", key=of, requirement=requirement.id)
        where = getattr(requirement.evidence, "only_where", "")
        if where and where not in by_id:
            raise ChecklistError("checklist.unknown_requirement", key=where, requirement=requirement.id)


def compile_vocabulary(texts: Mapping[str, str]) -> Vocabulary:
    """The vocabulary of intake from the texts of `checklists/registers/` and `checklists/words/`."""
    data: dict[str, Any] = {"layouts": []}
    for name, text in texts.items():
        if name.startswith("registers/"):
            data["layouts"].append(YamlFile(name, text, shipped=True).data)
        elif name.startswith("words/"):
            data |= YamlFile(name, text, shipped=True).data
    try:
        return msgspec.convert(data, Vocabulary, strict=True)
    except msgspec.ValidationError as error:
        raise ChecklistError(
            "checklist.refused", file="registers, words", line=1, path="$", detail=str(error)
        ) from None


def compile_library(texts: Mapping[str, str]) -> Library:
    """Checklist and vocabulary from the texts of `checklists/`."""
    checklist, vocabulary = compile_checklist(texts), compile_vocabulary(texts)
    ordinary = tuple(sorted({*vocabulary.ordinary, *_ordinary(checklist)}))
    vocabulary = msgspec.structs.replace(vocabulary, ordinary=ordinary)
    words = {word: normal(word) for word in sorted({*_compared(checklist), *_compared_words(vocabulary)})}
    return Library(checklist=checklist, vocabulary=vocabulary, normal=words)


def _ordinary(checklist: Checklist) -> Iterable[str]:
    """The words that the checklist itself writes without a capital: nobody's name."""
    for requirement in checklist.requirements:
        for text in (requirement.title, requirement.asks, requirement.question, requirement.advice):
            for word in f"{text.nl} {text.en}".split():
                if word.islower():
                    yield from normal(word).split()


def _compared(checklist: Checklist) -> Iterable[str]:
    for requirement in checklist.requirements:
        yield from (requirement.title.nl, requirement.title.en, *requirement.known_as)
    for sector in checklist.sectors:
        yield from (sector.id, sector.name.nl, sector.name.en, *sector.known_as)


def _compared_words(vocabulary: Vocabulary) -> Iterable[str]:
    for layout in vocabulary.layouts:
        yield from (*layout.sheet_names, *layout.bare_names)
        for field in layout.fields:
            yield from (*field.headers, *field.weak)
    for words in (*vocabulary.answers, *vocabulary.statuses, *vocabulary.dropped, *vocabulary.activities):
        yield from words.words


def compile_texts(texts: Mapping[str, str]) -> dict[str, str]:
    """The words of one language: nested keys joined with dots; a sentence that stands twice is refused."""
    words: dict[str, str] = {}
    for name, text in texts.items():
        for key, sentence in _flat(YamlFile(name, text, shipped=True).data or {}, ""):
            if key in words:
                raise ChecklistError("checklist.duplicate_id", file=name, line=1, path=key, key=key)
            words[key] = sentence
    return words


def _flat(node: Any, prefix: str) -> Iterable[tuple[str, str]]:
    for key, value in node.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value).rstrip("\n")


def holes(sentence: str) -> frozenset[str]:
    """The facts that a sentence names."""
    return frozenset(re.findall(r"\{(\w+)", sentence))


def generated() -> dict[str, bytes]:
    """What `auditor/compiled/` must hold: file name to bytes."""
    texts = yaml_files(shipped("checklists"))
    out = {"checklists.json": _packed(texts, compile_library(texts))}
    for lang in LANGUAGES:
        words = yaml_files(os.path.join(shipped("templates"), "texts", lang))
        out[f"{lang}.json"] = _packed(words, compile_texts(words))
    out["result.schema.json"] = _pretty(result_schema())
    out["inspection.schema.json"] = _pretty(inspection_schema())
    return out


def result_schema() -> dict[str, Any]:
    """The JSON Schema of the result file, made from its types."""
    schema = msgspec.json.schema(Result)
    title = "Meldcode Proof: result of an audit, report_format 1"
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **schema}


def inspection_schema() -> dict[str, Any]:
    """The JSON Schema of what `inspect` writes, made from its types."""
    schema = msgspec.json.schema(Inspection)
    title = "Meldcode Proof: how files were understood, inspect_format 1"
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **schema}


def _packed(texts: Mapping[str, str], content: object) -> bytes:
    stamp = {name: sha256(text) for name, text in texts.items()}
    return _pretty({"made_from": stamp, "content": content})


def _pretty(content: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n"


def main() -> None:
    """Write `auditor/compiled/` anew."""
    folder = os.path.join(os.path.dirname(__file__), "compiled")
    os.makedirs(folder, exist_ok=True)
    for name, content in generated().items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)


if __name__ == "__main__":
    main()
