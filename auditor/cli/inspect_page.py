"""An inspection on a terminal: as wide as that is, plain where it is no terminal."""

import textwrap
from collections.abc import Iterator

import click

from auditor.cli.screen import printable
from auditor.inspection import FileLook, Inspection, SheetLook, register_name
from auditor.render.inspect_words import column_words, sheet_lines, unused_words
from auditor.report import place_of
from auditor.texts import Texts

LEAST_WIDTH, MOST_WIDTH = 40, 110
_SEVERITIES = {"error": "red", "warning": "yellow", "note": "cyan"}


class InspectPage:
    """Writes one inspection, at most `width` signs wide; click leaves colours out where nobody would see them."""

    def __init__(self, inspection: Inspection, texts: Texts, width: int) -> None:
        self._inspection = inspection
        self._texts = texts
        self._width = min(max(width, LEAST_WIDTH), MOST_WIDTH)

    def lines(self) -> Iterator[str]:
        """The page, line by line."""
        for file in self._inspection.inputs:
            yield from self._file(file)
        if self._inspection.missing:
            yield from self._heading("missing")
            for each in self._inspection.missing:
                name = register_name(each.register, self._texts)
                yield from self._wrapped(f"{name}: {each.says}", "  ", "    ")
        yield from self._problems()

    def _heading(self, word: str) -> Iterator[str]:
        yield ""
        yield click.style(self._texts.word(f"inspect.{word}"), bold=True)

    def _file(self, file: FileLook) -> Iterator[str]:
        yield ""
        yield click.style(printable(file.file), bold=True)
        yield f"  sha256 {file.sha256[:12]}…"
        for sheet in file.sheets:
            yield ""
            yield from self._sheet(sheet)

    def _sheet(self, sheet: SheetLook) -> Iterator[str]:
        word = self._texts.word
        name = word("inspect.hidden", sheet=sheet.name) if sheet.hidden else sheet.name
        register = register_name(sheet.register, self._texts) if sheet.register else word("inspect.no_register")
        yield from (
            click.style(line, bold=bool(sheet.register)) for line in self._wrapped(f"{name}: {register}", "  ", "    ")
        )
        for line in sheet_lines(sheet, self._texts):
            yield from self._say(line)
        yield from self._columns(sheet)

    def _columns(self, sheet: SheetLook) -> Iterator[str]:
        headers = [printable(each.header) for each in sheet.columns]
        room = min(max(map(len, headers), default=0), self._width // 3)
        for each, header in zip(sheet.columns, headers, strict=True):
            shown = header if len(header) <= room else f"{header[: room - 1]}…"
            head = f"    {each.letter:<3} {shown:<{room}} → "
            yield from self._wrapped(column_words(each, self._texts), head, " " * min(len(head), self._width // 2))
        if sheet.unused_columns:
            unused = tuple(unused_words(each, self._texts) for each in sheet.unused_columns)
            yield from self._say(self._texts.word("inspect.unused", columns=unused))

    def _problems(self) -> Iterator[str]:
        for severity, colour in _SEVERITIES.items():
            found = [each for each in self._inspection.problems if each.severity == severity]
            if not found:
                continue
            yield ""
            yield click.style(self._texts.word(f"inspect.{severity}", n=len(found)), bold=True, fg=colour)
            for each in found:
                yield from self._wrapped(place_of(each.file, each.sheet, each.cell), "  ", "    ")
                more = f" {self._texts.word('inspect.alike', n=each.count)}" if each.count > 1 else ""
                yield from self._wrapped(f"{each.message}{more}", "    ", "    ")

    def _say(self, text: str, indent: str = "    ") -> Iterator[str]:
        yield from self._wrapped(text, indent, f"{indent}  ")

    def _wrapped(self, text: str, first: str, rest: str) -> Iterator[str]:
        yield from textwrap.wrap(
            printable(text),
            self._width,
            initial_indent=printable(first),
            subsequent_indent=rest,
            break_on_hyphens=False,
        ) or [first.rstrip()]
