"""`inspect`: how each file is understood; judges nothing."""

from collections.abc import Iterator, Sequence

import click

from auditor.api import read_mapping, read_registers
from auditor.cli import options
from auditor.cli.screen import say
from auditor.evidence import Problem, Word
from auditor.intake.account import FileAccount, SheetAccount
from auditor.intake.known import KnownAs
from auditor.intake.records import Intake
from auditor.library import load_library, load_texts
from auditor.report import place, problem_words
from auditor.texts import Texts


@click.command("inspect", short_help="Hoe de bestanden worden gelezen.")
@click.argument("paths", nargs=-1, required=True, metavar="PAD...")
@options.language
@options.mapping
@options.large
def command(paths: Sequence[str], lang: str, mapping: str | None, *, large: bool) -> int:
    """Laat per bestand en blad zien welk register het is, welke kolom wat is, en welke rijen meetellen of niet en waarom."""
    library = load_library()
    known = KnownAs.of(library.checklist)
    intake = read_registers(paths, library, known, read_mapping(mapping, library, known), large=large)
    say("\n".join(_page(intake, load_texts(lang))))
    return 0


def _page(intake: Intake, texts: Texts) -> Iterator[str]:
    for file in sorted(intake.inputs, key=lambda each: each.file):
        yield from _file(file, texts)
    if intake.problems:
        yield ""
        yield texts.word("inspect.problems")
        for each in intake.problems:
            yield _problem(each, texts)


def _file(file: FileAccount, texts: Texts) -> Iterator[str]:
    yield ""
    yield texts.word("inspect.file", file=file.file, sha256=file.sha256[:12])
    for sheet in file.sheets:
        yield from _sheet(sheet, texts)


def _sheet(sheet: SheetAccount, texts: Texts) -> Iterator[str]:
    hidden = texts.word("inspect.hidden") if sheet.hidden else ""
    if sheet.register is None:
        yield texts.word("inspect.no_register", sheet=sheet.name, rows=sheet.rows_read) + hidden
        return
    yield (
        texts.word(
            "inspect.sheet" if sheet.header_row else "inspect.pairs",
            sheet=sheet.name,
            register=Word(f"register.{sheet.register}"),
            row=sheet.header_row or 0,
            read=sheet.rows_read,
            used=sheet.rows_used,
        )
        + hidden
    )
    for field, letter in sorted(sheet.columns.items(), key=lambda item: (len(item[1]), item[1])):
        yield texts.word("inspect.column", letter=letter, field=_field(sheet.register, field, texts))
    if sheet.unused:
        names = tuple(f"{each.letter} ({each.header})" if each.header else each.letter for each in sheet.unused)
        yield texts.word("inspect.unused", columns=names)
    for each in sheet.left_out:
        yield texts.word("inspect.left_out", n=each.count, why=Word(f"left_out.{each.reason}"), cell=each.first.cell)


def _field(register: str, field: str, texts: Texts) -> str:
    word = f"field.{register}.{field}"
    return texts.word(word) if word in texts else field


def _problem(problem: Problem, texts: Texts) -> str:
    return texts.word(
        "inspect.problem",
        severity=Word(f"severity.{problem.severity}"),
        place=place(problem.at),
        message=problem_words(problem, texts),
        n=problem.count,
    )
