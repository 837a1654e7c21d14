"""`inspect`: how each file is understood; judges nothing."""

from collections.abc import Sequence

import click

from auditor.api import read_mapping, read_registers
from auditor.cli import options
from auditor.cli.inspect_page import InspectPage
from auditor.cli.inspect_repair import Copied, repairs
from auditor.cli.progress import progress
from auditor.cli.screen import say, show
from auditor.errors import UsageError
from auditor.inspection import Inspection, Looked, write_inspection
from auditor.intake.known import KnownAs
from auditor.intake.limits import LARGE, NORMAL
from auditor.intake.mapping import MappingFile
from auditor.intake.read import collect
from auditor.intake.watch import Watch
from auditor.layouts import Library
from auditor.library import load_library, load_texts
from auditor.outputs import check_targets, write_all
from auditor.render import INSPECTION_RENDERERS, inspection_renderer, suffix_of
from auditor.texts import Texts

REPAIR = ".xlsx"


@click.command("inspect", short_help="Hoe de bestanden worden gelezen.")
@click.argument("paths", nargs=-1, required=True, metavar="PAD...")
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="BESTAND",
    help="Bewaar dit ook: als .html of .json, of als .xlsx: een kopie van uw bestand met wat te herstellen is. Mag vaker.",
)
@click.option("--save-mapping", metavar="BESTAND", help="Bewaar een koppelbestand (YAML) om aan te vullen.")
@options.language
@options.mapping
@options.large
@options.force
def command(  # noqa: PLR0913 -- one parameter an option
    paths: Sequence[str],
    outputs: Sequence[str],
    save_mapping: str | None,
    lang: str,
    mapping: str | None,
    *,
    large: bool,
    force: bool,
) -> int:
    """Laat per bestand en blad zien welk register het is, welke kolom wat is, en welke rijen meetellen of niet en waarom."""
    _check_formats(outputs)
    limits = LARGE if large else NORMAL
    found = collect(paths, limits)
    inputs = [*(each.path for each in found), *([mapping] if mapping else [])]
    check_targets([*outputs, *([save_mapping] if save_mapping else [])], force=force, inputs=inputs)
    library, texts = load_library(), load_texts(lang)
    known = KnownAs.of(library.checklist)
    said, watch = read_mapping(mapping, library, known), Watch()
    with progress(lang) as pace:
        intake = read_registers(paths, library, known, said, large=large, watch=watch, pace=pace)
    inspection = write_inspection(Looked(intake, watch, said, library.vocabulary, known), texts)
    say("\n".join(InspectPage(inspection, texts, _width()).lines()))
    files: dict[str, bytes] = {}
    for each in outputs:
        files |= _output(each, inspection, Copied(found, watch, limits), texts)
    if save_mapping:
        files[save_mapping] = _mapping(inspection, said, library, texts)
    write_all(files, force=force, inputs=inputs)
    _tell(outputs, files, texts)
    return 0


def _output(target: str, inspection: Inspection, copied: Copied, texts: Texts) -> dict[str, bytes]:
    if suffix_of(target) != REPAIR:
        return {target: inspection_renderer(suffix_of(target))(inspection, texts)}
    return repairs(target, copied, texts)


def _tell(outputs: Sequence[str], files: dict[str, bytes], texts: Texts) -> None:
    if files or outputs:
        show("")
    for each in files:
        say(texts.word("summary.written", file=each))
    if any(suffix_of(each) == REPAIR for each in outputs) and not any(suffix_of(each) == REPAIR for each in files):
        say(texts.word("repair.nothing"))


def _mapping(inspection: Inspection, used: MappingFile | None, library: Library, texts: Texts) -> bytes:
    from auditor.mappingfile import choices
    from auditor.render.inspect_mapping import inspect_mapping

    return inspect_mapping(inspection, used, choices(library), texts)


def _check_formats(outputs: Sequence[str]) -> None:
    for target in outputs:
        if suffix_of(target) not in {*INSPECTION_RENDERERS, REPAIR}:
            raise UsageError("format", file=target, known=(*INSPECTION_RENDERERS, REPAIR))


def _width() -> int:
    import shutil

    return shutil.get_terminal_size().columns
