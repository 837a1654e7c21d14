"""`checklist`: the requirements as they stand on a day, on screen or in a workbook, and whether a checklist file is sound."""

import os
from collections.abc import Iterator, Sequence
from datetime import date

import click
import msgspec

from auditor.api import chosen_sectors
from auditor.checklist import Checklist, Requirement, is_firm
from auditor.cli import options
from auditor.cli.screen import say
from auditor.cli.typed import reference_date
from auditor.errors import UsageError
from auditor.evidence import Word
from auditor.intake.known import KnownAs
from auditor.library import load_library, load_texts
from auditor.outputs import check_targets, write_all
from auditor.report import natural
from auditor.resources import shipped
from auditor.texts import Texts


@click.group("checklist", short_help="De eisen tonen en controleren.")
def command() -> None:
    """Toont de eisen zoals ze op een dag gelden, en controleert checklistbestanden."""


@command.command("list", short_help="Alle eisen op een dag.")
@options.sector
@options.on
@options.checklists
@options.language
def list_(sectors: Sequence[str], on: str | None, checklists: Sequence[str], lang: str) -> int:
    """Toont de eisen die op de peildatum gelden, met laag en titel; met --sector alleen die voor die sector."""
    day, checklist, texts = reference_date(on), load_library(checklists).checklist, load_texts(lang)
    known = tuple(sector.id for sector in checklist.sectors)
    chosen = checklist.bound(day, chosen_sectors(sectors, KnownAs.of(checklist), checklist) or known)
    shown = [
        (each, bound)
        for each in sorted(checklist.on(day), key=lambda each: natural(each.id))
        if (bound := each.sectors_on(day, chosen)) or not sectors
    ]
    lines = [texts.word("checklist.head", id=checklist.id, version=checklist.version, day=day, n=len(shown))]
    for each, bound in shown:
        layer = texts.show(Word(f"layer.{each.layer_for(bound)}"))
        lines.append(f"{each.id:<12} {layer:<18} {each.title.in_(lang)}")
    say("\n".join(lines))
    return 0


@command.command("show", short_help="Eén eis, heel.")
@click.argument("requirement_id", metavar="ID")
@options.on
@options.checklists
@options.language
def show(requirement_id: str, on: str | None, checklists: Sequence[str], lang: str) -> int:
    """Toont één eis: wat de wet vraagt, voor wie, waar het staat en hoe zeker dat is, en hoe wordt geoordeeld."""
    day, checklist, texts = reference_date(on), load_library(checklists).checklist, load_texts(lang)
    found = next((each for each in checklist.requirements if each.id.casefold() == requirement_id.casefold()), None)
    if found is None:
        raise UsageError("requirement.unknown", id=requirement_id, meant=_nearest(requirement_id, checklist))
    say("\n".join(_whole(found, checklist, day, texts)))
    return 0


def _nearest(requirement_id: str, checklist: Checklist) -> tuple[str, ...]:
    from auditor.intake.suggest import nearest

    return nearest(requirement_id, [each.id for each in checklist.requirements])


@command.command("validate", short_help="Is een checklistbestand in orde?")
@click.argument("files", nargs=-1, required=True, metavar="BESTAND...")
@options.language
def validate(files: Sequence[str], lang: str) -> int:
    """Controleert checklistbestanden (YAML of .xlsx) en noemt bij een fout het bestand en de regel of de cel."""
    texts = load_texts(lang)
    for path in files:
        whole = _is_shipped(path)
        checklist = load_library(() if whole else (path,)).checklist
        n = len(checklist.requirements) if whole else _added(checklist)
        say(texts.word("checklist.sound", file=path, n=n))
    return 0


@command.command("export", short_help="De eisen in een werkmap.")
@click.argument("target", metavar="BESTAND.xlsx")
@options.on
@options.checklists
@options.language
@options.force
def export(target: str, on: str | None, checklists: Sequence[str], lang: str, *, force: bool) -> int:
    """Schrijft de eisen die op de peildatum gelden in een werkmap, met een blad om eigen eisen in te vullen."""
    if not target.casefold().endswith(".xlsx"):
        raise UsageError("format", file=target, known=(".xlsx",))
    check_targets([target], force=force, inputs=checklists)
    from auditor.clausebook import checklist_book

    day, checklist, texts = reference_date(on), load_library(checklists).checklist, load_texts(lang)
    write_all({target: checklist_book(checklist, day, texts)}, force=force, inputs=checklists)
    say(texts.word("checklist.exported", file=target, n=len(checklist.on(day))))
    return 0


def _is_shipped(path: str) -> bool:
    """Whether `path` is part of the shipped checklist, which is checked as a whole."""
    root = os.path.realpath(shipped("checklists"))
    return os.path.realpath(path).startswith(root + os.sep) and os.path.isfile(path)


def _added(checklist: Checklist) -> int:
    return len(checklist.requirements) - len(load_library().checklist.requirements)


def _whole(requirement: Requirement, checklist: Checklist, day: date, texts: Texts) -> Iterator[str]:
    lang = texts.lang
    laws = {law.id: law for law in checklist.laws}
    bound = requirement.sectors_on(day, checklist.bound(day, [sector.id for sector in checklist.sectors]))
    yield f"{requirement.id}  {requirement.title.in_(lang)}"
    yield texts.word(
        "checklist.layer", layer=Word(f"layer.{requirement.layer_for(bound)}"), norm=requirement.norm, sectors=bound
    )
    if not requirement.in_force(day):
        yield texts.word("checklist.not_in_force", day=day)
    for heading, words in (
        ("asks", requirement.asks),
        ("question", requirement.question),
        ("advice", requirement.advice),
    ):
        yield f"{texts.word(f'checklist.{heading}')}: {words.in_(lang)}"
    rule = msgspec.to_builtins(requirement.evidence)["rule"]
    yield f"{texts.word('checklist.how')}: {texts.word(f'how.{rule}')}"
    yield f"{texts.word('checklist.sources')}:"
    lines = []
    for source in requirement.sources:
        law = laws[source.law]
        start = texts.day(source.start) if source.start else "…"
        end = texts.day(source.end) if source.end else "…"
        doubt = "" if is_firm(source.confidence) else f" ({texts.word('checklist.to_verify')})"
        span = f"{start} \N{EN DASH} {end}"
        lines.append(f"  {law.name.in_(lang)} {source.article}; {span}; {source.confidence}{doubt}; {law.link(day)}")
    yield from dict.fromkeys(lines)
