"""An inspection as a mapping file to edit: what was understood as it stands, what was not as remarks to complete."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from auditor.inspection import FileLook, Inspection, SheetLook, WordOut
from auditor.intake.cells import UNSHOWN
from auditor.intake.mapping import WORD_TABLES, MappingFile, fits
from auditor.intake.words import normal
from auditor.texts import Texts

MOST_WORDS = 100
"""Words of one kind that are listed; how many more there are is said."""


def inspect_mapping(
    inspection: Inspection, used: MappingFile | None, choices: Mapping[str, Sequence[str]], texts: Texts
) -> bytes:
    """A mapping file as UTF-8. Used as it stands it changes nothing. `used` is the mapping that was used before, whose words
    are kept; `choices` are for each kind of word what one may mean.
    """
    lines = [*_remarks(texts.word("mapping_file.head").split("\n")), "mapping: 1", "", "files:"]
    for file in inspection.inputs:
        lines += _file(file, used, texts)
    for table in WORD_TABLES:
        lines += _words(table, inspection.words, used, choices.get(table, ()), texts)
    return ("\n".join(lines) + "\n").encode()


def _file(file: FileLook, used: MappingFile | None, texts: Texts) -> Iterator[str]:
    by_name: dict[str, list[SheetLook]] = {}
    for sheet in file.sheets:
        by_name.setdefault(sheet.name, []).append(sheet)
    read = {name: sheets for name, sheets in by_name.items() if _is_read(sheets) and not name.startswith("#")}
    yield f"  - file: {_quoted(pattern(file.file))}"
    if read:
        yield "    sheets:"
    for name, sheets in by_name.items():
        if name in read:
            yield from _sheet(name, sheets, texts)
            if location := _location(used, file.file, name):
                yield f"        location: {_quoted(location)}"
        else:
            yield from _remarks([texts.word("mapping_file.not_read"), f"- sheet: {_quoted(name)}"], "      ")
            yield from _remarks(["  leave_out: true"], "      ")


def _is_read(sheets: Sequence[SheetLook]) -> bool:
    return any(sheet.register for sheet in sheets) or any(
        each.reason == "by_mapping" for sheet in sheets for each in sheet.left_out
    )


def _location(used: MappingFile | None, file: str, sheet: str) -> str:
    """The location that the mapping which was used gives a sheet."""
    rules = (
        rule
        for of_file in (used.said.files if used is not None else ())
        if fits(of_file.file, file)
        for rule in of_file.sheets
        if fits(rule.sheet, sheet)
    )
    return next((rule.location for rule in rules), "")


def _sheet(name: str, sheets: Sequence[SheetLook], texts: Texts) -> Iterator[str]:
    registers = list(dict.fromkeys(sheet.register for sheet in sheets if sheet.register))
    yield f"      - sheet: {_quoted(name)}"
    if not registers:
        yield "        leave_out: true"
        return
    several = f"[{', '.join(registers)}]"
    yield f"        register: {registers[0] if len(registers) == 1 else several}"
    first = sheets[0]
    if first.header_row:
        yield from _remarks([texts.word("mapping_file.header_row", row=first.header_row)], "        ")
    columns = _columns(sheets, texts)
    if columns:
        yield "        columns:"
    for header, (field, says) in columns.items():
        yield f"          {_quoted(header)}: {field}  # {says}"
    yield from _unused(sheets, texts)


def _columns(sheets: Sequence[SheetLook], texts: Texts) -> dict[str, tuple[str, str]]:
    """The fields by their header, as far as a mapping can say it: a header that means one thing."""
    columns: dict[str, tuple[str, str]] = {}
    meant: dict[str, set[str]] = {}
    for sheet in sheets:
        for each in sheet.columns if not sheet.pairs else ():
            if f"field.{sheet.register}.{each.field}" in texts and normal(each.header):
                meant.setdefault(normal(each.header), set()).add(each.field)
                columns.setdefault(each.header, (each.field, each.says))
    firsts = {normal(header): header for header in reversed(columns)}
    return {h: field for h, field in columns.items() if len(meant[normal(h)]) == 1 and firsts[normal(h)] == h}


def _unused(sheets: Sequence[SheetLook], texts: Texts) -> Iterator[str]:
    """The columns that no register of the sheet reads, with the fields they may be."""
    used = {each.letter for sheet in sheets for each in sheet.columns}
    unused = {each.letter: each for sheet in sheets for each in sheet.unused_columns if each.letter not in used}
    for each in unused.values():
        if not each.header:
            continue
        field = each.perhaps[0].field if each.perhaps else texts.word("mapping_file.field")
        asks = texts.word("suggest.meant", meant=tuple(p.says for p in each.perhaps)) if each.perhaps else ""
        says = " ".join(part for part in (texts.word("mapping_file.unused"), asks) if part)
        yield from _remarks([f"  {_quoted(each.header)}: {field}  # {says}"], "        ")


def _words(
    table: str, words: Sequence[WordOut], used: MappingFile | None, choices: Sequence[str], texts: Texts
) -> Iterator[str]:
    said: Mapping[str, object] = getattr(used.said, table) if used is not None else {}
    unknown = [each for each in words if each.table == table]
    if not said and not unknown:
        return
    yield ""
    yield from _remarks(
        [texts.word(f"mapping_file.{table}"), texts.word("mapping_file.choose", choices=tuple(choices))]
    )
    yield f"{table}:" if said else f"# {table}:"
    for word, meant in said.items():
        yield f"  {_quoted(word)}: {msgspec.json.encode(meant).decode()}"
    for each in unknown[:MOST_WORDS]:
        near = f" {texts.word('suggest.meant', meant=tuple(each.perhaps))}" if each.perhaps else ""
        says = f"{texts.word('mapping_file.cells', n=each.count)}{near}"
        yield from _remarks([f"  {_quoted(each.value)}: {texts.word('mapping_file.meaning')}  # {says}"])
    if len(unknown) > MOST_WORDS:
        yield from _remarks([texts.word("mapping_file.more", n=len(unknown) - MOST_WORDS)])


def pattern(file: str) -> str:
    """A file's name with every year in it left open, so that next year's export fits too.

    >>> pattern("HR/Personeel 2026.xlsx")
    'HR/Personeel 20??.xlsx'
    """
    import re

    plain = re.sub(r"([*?\[])", r"[\1]", file)
    plain = re.sub(rf"{UNSHOWN}(?: \([0-9]+\))?", "*", plain)
    return re.sub(r"(?<!\d)20\d\d(?!\d)", "20??", plain)


def _remarks(lines: Iterable[str], indent: str = "") -> Iterator[str]:
    for line in lines:
        yield f"{indent}# {line}".rstrip()


def _quoted(text: str) -> str:
    """A text as YAML writes it in double quotes, on one line; JSON's way is YAML's too."""
    escaped = {each: f"\\u{ord(each):04x}" for each in text if not each.isprintable() and ord(each) < 1 << 16}
    return msgspec.json.encode(text).decode().translate({ord(each): code for each, code in escaped.items()})
