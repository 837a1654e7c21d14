"""An inspection as one HTML page in the style of the report: readable without a script, and it loads nothing."""

from collections.abc import Sequence

from auditor.evidence import Severity
from auditor.inspection import FileLook, Inspection, SheetLook
from auditor.render.assets import make_assets
from auditor.render.cards import place, shown_of
from auditor.render.inspect_words import column_words, sheet_lines, unused_words
from auditor.render.picture_views import Named, View
from auditor.render.sources import STYLE, read_sources
from auditor.render.to_html import render
from auditor.render.views import ProblemGroup, ProblemView
from auditor.render.words import Say, plain
from auditor.result import ProblemOut
from auditor.texts import Texts

PAGE = "inspect.html.j2"
DRAWN = 500


class ColumnLine(View, frozen=True):
    """A column that was read."""

    letter: str
    header: str
    says: str


class SheetPart(View, frozen=True):
    """One sheet; `lines` say what became of its rows and why the header is where it is."""

    name: str
    register: str
    caption: str
    lines: tuple[str, ...]
    columns: tuple[ColumnLine, ...]
    unused: tuple[str, ...]
    shown_of: str


class FilePart(View, frozen=True):
    """One file."""

    name: str
    sheets: tuple[SheetPart, ...]


class InspectPageView(View, frozen=True):
    """The page."""

    lang: str
    tool: str
    files: tuple[FilePart, ...]
    missing: tuple[Named, ...]
    problems: tuple[ProblemGroup, ...]
    hashes: tuple[Named, ...]


def inspect_html(inspection: Inspection, texts: Texts) -> bytes:
    """The page in the language of `texts`. Equal input gives equal bytes."""
    sources = read_sources()
    say = Say(texts)
    given = {"page": _page(inspection, say), "assets": make_assets(sources[STYLE], ""), "t": say}
    return render(given, sources, PAGE).encode()


def _page(inspection: Inspection, say: Say) -> InspectPageView:
    hashes = [(each.file, each.sha256) for each in inspection.inputs]
    if inspection.mapping is not None:
        hashes.append((inspection.mapping.file, inspection.mapping.sha256))
    groups = ((each, [found for found in inspection.problems if found.severity == each]) for each in Severity)
    return InspectPageView(
        lang=say.lang,
        tool=plain(f"{inspection.tool.name} {inspection.tool.version}"),
        files=tuple(_file(each, say) for each in inspection.inputs),
        missing=tuple(Named(name=say.register(each.register), value=each.says) for each in inspection.missing),
        problems=tuple(_group(severity, found, say) for severity, found in groups if found),
        hashes=tuple(Named(name=say.cut(name), value=plain(digest)) for name, digest in hashes),
    )


def _file(file: FileLook, say: Say) -> FilePart:
    return FilePart(name=say.cut(file.file), sheets=tuple(_sheet(each, say) for each in file.sheets))


def _sheet(sheet: SheetLook, say: Say) -> SheetPart:
    name = say.cut(say.texts.word("inspect.hidden", sheet=sheet.name) if sheet.hidden else sheet.name)
    drawn, unused = sheet.columns[:DRAWN], sheet.unused_columns[:DRAWN]
    return SheetPart(
        name=name,
        register=say.register(sheet.register) if sheet.register else say.word("inspect.no_register"),
        caption=say("inputs.columns", sheet=name),
        lines=tuple(say.cut(line) for line in sheet_lines(sheet, say.texts)),
        columns=tuple(
            ColumnLine(
                letter=plain(each.letter), header=say.cut(each.header), says=say.cut(column_words(each, say.texts))
            )
            for each in drawn
        ),
        unused=tuple(say.cut(unused_words(each, say.texts)) for each in unused),
        shown_of=shown_of(len(drawn) + len(unused), len(sheet.columns) + len(sheet.unused_columns), say),
    )


def _group(severity: Severity, found: Sequence[ProblemOut], say: Say) -> ProblemGroup:
    drawn = found[:DRAWN]
    return ProblemGroup(
        id=severity,
        title=say.texts.word(f"inspect.{severity}", n=len(found)),
        means="",
        rows=tuple(
            ProblemView(
                at=place(each.file, each.sheet, each.cell, say),
                message=say.cut(each.message),
                count=say.texts.number(each.count),
            )
            for each in drawn
        ),
        shown_of=shown_of(len(drawn), len(found), say),
    )
