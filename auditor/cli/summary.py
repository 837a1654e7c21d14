"""What a command says on the terminal when it is done: the conclusion, the counts, what to do first, and where it all is."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from auditor.cli.screen import Screen, printable
from auditor.evidence import CellRef, Word
from auditor.render.cards import entries_on
from auditor.render.edition import Edition
from auditor.render.urgent import causes, urgent
from auditor.report import place
from auditor.result import ProblemOut, RequirementOut, Result
from auditor.texts import Texts

_FIRST = 3
_FIRST_PROBLEMS = 3
_TABLE_FROM = 76
"""A terminal this wide shows the counts as a table; a narrower one as sentences."""
_BOLD, _GREY, _RED, _GREEN, _YELLOW, _BLUE = "1", "90", "31", "32", "33", "36"
_COLOURS = {"proof": _GREEN, "gaps": _RED}
_OF_VERDICTS = {"not_met": _RED, "partly_met": _YELLOW, "not_shown": _YELLOW, "for_a_person": _BLUE}


def summary(edition: Edition, targets: Sequence[str], screen: Screen) -> str:
    """Everything that is said, in lines no wider than the screen, but for paths and words that are."""
    return "\n".join(_Summary(edition, screen).lines(targets))


class _Summary:
    """Says one thing after another."""

    def __init__(self, edition: Edition, screen: Screen) -> None:
        self._edition = edition
        self._result: Result = edition.result
        self._texts: Texts = edition.texts
        self._screen = screen

    def lines(self, targets: Sequence[str]) -> Iterator[str]:
        result = self._result
        name = printable(result.organisation.name).strip() or self._texts.word("summary.no_name")
        yield from self._text(self._texts.word("summary.head", name=name, day=result.as_of), style=_BOLD)
        concluded = conclusion(result)
        yield from self._text(
            self._texts.word(f"summary.conclusion.{concluded}"), style=_COLOURS.get(concluded, _YELLOW)
        )
        yield ""
        yield from self._counts()
        yield from self._todo()
        yield from self._problems()
        yield from self._read()
        yield ""
        for target in targets:  # a path is never broken, for people copy it
            yield self._screen.style(printable(self._texts.word("summary.written", file=target)), "1")

    def _text(self, text: str, indent: str = "", hang: str = "", *, style: str = "") -> Iterator[str]:
        for line in wrap(
            printable(text).replace("\n", " "),
            self._screen.width,
            initial_indent=indent,
            subsequent_indent=hang or indent,
            break_long_words=False,
            break_on_hyphens=False,
        ):
            yield self._screen.style(line, style)

    def _heading(self, word: str) -> Iterator[str]:
        yield ""
        yield from self._text(self._texts.word(word), style=_BOLD)

    def _counts(self) -> Iterator[str]:
        """How many requirements of each layer have each verdict, side by side; never added up."""
        totals = self._result.totals
        layers = [(name, getattr(totals, name)) for name in type(totals).__struct_fields__]
        rows = [
            (name, {verdict: getattr(counts, verdict) for verdict in type(counts).__struct_fields__})
            for name, counts in layers
        ]
        rows = [(name, counts) for name, counts in rows if any(counts.values())]
        yield from self._table(rows) if self._screen.width >= _TABLE_FROM else self._listed(rows)

    def _listed(self, rows: Sequence[tuple[str, dict[str, int]]]) -> Iterator[str]:
        for name, counts in rows:
            shown = (f"{self._verdict(verdict)} {self._texts.number(n)}" for verdict, n in counts.items() if n)
            yield from self._text(f"{self._texts.show(Word(f'layer.{name}'))}: {', '.join(shown)}", hang="  ")

    def _table(self, rows: Sequence[tuple[str, dict[str, int]]]) -> Iterator[str]:
        used = [verdict for verdict in rows[0][1] if any(counts[verdict] for _, counts in rows)] if rows else []
        heads = [self._texts.word(f"summary.short.{verdict}") for verdict in used]
        names = [self._texts.show(Word(f"layer.{name}")) for name, _ in rows]
        first = max(map(len, names), default=0)
        if rows:
            yield self._screen.style(" " * first + "".join(f"  {head:>{len(head)}}" for head in heads), _GREY)
        for name, (_, counts) in zip(names, rows, strict=True):
            cells = (
                f"  {self._texts.number(counts[verdict]) if counts[verdict] else '-':>{len(head)}}"
                for verdict, head in zip(used, heads, strict=True)
            )
            yield name.ljust(first) + "".join(cells)

    def _verdict(self, verdict: str) -> str:
        return self._texts.show(Word(f"verdict.{verdict}"))

    def _todo(self) -> Iterator[str]:
        """The first things to do, the same ones as on the page, each with what to do and why."""
        entries = entries_on(self._edition.checklist, self._result.as_of)
        todo = urgent(self._result, entries)
        first = causes(todo, entries)[:_FIRST]
        if not first:
            return
        yield from self._heading("summary.first")
        for i, each in enumerate(first, 1):
            yield from self._thing(i, each)
        if len(todo) > len(first):
            yield from self._text(self._texts.word("summary.more", n=len(todo) - len(first)), "  ")

    def _thing(self, number: int, each: RequirementOut) -> Iterator[str]:
        head = f"{number}. {each.id} {each.title} ({self._verdict(each.verdict)})"
        yield from self._text(head, "  ", "     ", style=_OF_VERDICTS.get(each.verdict, ""))
        yield from self._text(each.would_be_met_if or each.advice, "     ")
        yield from self._text(self._texts.word("summary.why", reason=each.reason), "     ")
        if each.action and (each.action.owner or each.action.due):
            due = self._texts.day(each.action.due) if each.action.due else self._texts.word("summary.no_day")
            owner = each.action.owner or self._texts.word("summary.nobody")
            planned = "summary.late" if each.action.state == "overdue" else "summary.planned"
            yield from self._text(self._texts.word(planned, owner=owner, due=due), "     ")

    def _problems(self) -> Iterator[str]:
        """What in the registers asks for attention: how many cells, and the worst of them."""
        order = ("error", "warning")
        serious = [each for each in self._result.problems if each.severity in order]
        if not serious:
            return
        yield ""
        yield from self._text(self._texts.word("summary.problems", n=sum(each.count for each in serious)))
        worst = sorted(serious, key=lambda each: order.index(each.severity))[:_FIRST_PROBLEMS]
        for each in worst:
            yield from self._text(f"- {_at(each)}: {each.message}", "  ", "    ")

    def _read(self) -> Iterator[str]:
        """How much was read, and from which registers."""
        sheets = [sheet for file in self._result.inputs for sheet in file.sheets if sheet.register]
        names = tuple(dict.fromkeys(self._texts.show(Word(f"register.{sheet.register}")) for sheet in sheets))
        yield ""
        said = self._texts.word(
            "summary.read",
            files=len(self._result.inputs),
            rows=sum(sheet.rows_used for sheet in sheets),
            registers=names,
        )
        yield from self._text(said)


def conclusion(result: Result) -> str:
    """The conclusion; `no_law` where on that day no law asked anything of these sectors, so that nothing could be shown."""
    law = result.totals.law
    applies = any(getattr(law, verdict) for verdict in type(law).__struct_fields__ if verdict != "not_applicable")
    return result.conclusion if applies else "no_law"


def _at(problem: ProblemOut) -> str:
    return place(CellRef(problem.file, problem.sheet, problem.cell))
