"""Text with separators (.csv, .tsv) to one raw sheet: its encoding and separator are found, every value stays text."""

import codecs
import io
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from auditor.errors import InputError
from auditor.evidence import CellRef
from auditor.intake.addresses import MAX_COLUMN, column_letters
from auditor.intake.encoding import encoding_notes, encoding_of
from auditor.intake.guard import Effort, guarded
from auditor.intake.limits import MIB, Limits
from auditor.intake.sheets import RawBook, RawRow, RawSheet, Seen, Value

if TYPE_CHECKING:
    from _csv import Reader

_SEPARATORS = ";,\t|"
_SAMPLE_RECORDS = 50
_NEARLY_AS_EVEN = 0.8
_LONGEST_LINE = 8 * MIB


class _Text(msgspec.Struct, frozen=True):
    """A text that can be read from the start again and again, without ever being decoded as a whole."""

    data: bytes
    codec: str
    separator: str = ""
    declared: bool = False

    def lines(self) -> Iterator[str]:
        """The lines, with their ends as they are; a line `sep=` that declares the separator is left out."""
        wrapper = io.TextIOWrapper(io.BytesIO(self.data), encoding=self.codec, newline="")
        return islice(_bounded(wrapper), 1 if self.declared else 0, None)


def read_delimited(data: bytes, file: str, sha256: str, limits: Limits) -> RawBook:
    """A csv as a book of one sheet, named after the file; a guessed encoding is noted.

    The number of a row is the place of its record, blank ones counted, as a spreadsheet program shows it. Raises
    `InputError` for a text in no known encoding; the rows do so for a quote that is not closed well.
    """
    name = file.rpartition("/")[2]
    sheet = name.rpartition(".")[0] or name
    codec = encoding_of(data)
    text = _with_separator(_Text(data, codec))

    seen = Seen()

    def rows() -> Iterator[RawRow]:
        return guarded(_rows(text, Effort(limits)), CellRef(file, sheet), limits, seen)

    return RawBook(
        file=file,
        sha256=sha256,
        sheets=(RawSheet(name=sheet, rows=rows, seen=seen),),
        problems=encoding_notes(codec, file),
    )


def is_table(data: bytes) -> bool:
    """Whether a text is plainly a table: two records or more, nearly all with equally many fields; or it says so itself."""
    text = _with_separator(_Text(data, encoding_of(data)))
    sample = codecs.getincrementaldecoder(text.codec)().decode(data[:MIB])
    share, _ = _evenness(sample, text.separator)
    return text.declared or (share >= _NEARLY_AS_EVEN and len(_sample_records(sample, text.separator)) > 1)


def _with_separator(text: _Text) -> _Text:
    """The same text with its separator: the one that it declares itself, or the one that splits it most evenly."""
    decoder = codecs.getincrementaldecoder(text.codec)()
    sample = decoder.decode(text.data[:MIB])
    first = sample.partition("\n")[0].strip("\r\"'")
    if first.lower().startswith("sep=") and len(first) == len("sep=;"):
        return _Text(text.data, text.codec, first[-1], declared=True)
    return _Text(text.data, text.codec, _most_even(sample))


def _most_even(sample: str) -> str:
    """The separator by which most records have equally many fields; of those nearly as even, the one with most fields."""
    scores = {separator: _evenness(sample, separator) for separator in _SEPARATORS}
    best = max(share for share, _ in scores.values())
    if not best:
        return _SEPARATORS[0]
    even = [separator for separator, (share, _) in scores.items() if share >= best * _NEARLY_AS_EVEN]
    return max(even, key=lambda separator: scores[separator][1])


def _evenness(sample: str, separator: str) -> tuple[float, int]:
    """Which share of the first records has the usual number of fields, and that number; (0, 0) if it splits nothing."""
    records = _sample_records(sample, separator)
    widths = [len(record) for record in records if len(record) > 1]
    if not widths:
        return 0, 0
    usual = max(sorted(set(widths)), key=widths.count)
    return widths.count(usual) / len(records), usual


def _sample_records(sample: str, separator: str) -> list[list[str]]:
    from _csv import Error

    records: list[list[str]] = []
    try:
        for record in islice(_reader(io.StringIO(sample, newline=""), separator, strict=False), _SAMPLE_RECORDS):
            records.append(record)  # noqa: PERF402 - what came before an error must be kept
    except Error:
        pass
    return records


def _reader(lines: Iterable[str], separator: str, *, strict: bool) -> "Reader":
    from _csv import reader

    return reader(lines, delimiter=separator, quotechar='"', doublequote=True, strict=strict)


def _bounded(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if len(line) > _LONGEST_LINE:
            raise InputError("csv.line_too_long", limit=_LONGEST_LINE // MIB)
        yield line


def _rows(text: _Text, effort: Effort) -> Iterator[RawRow]:
    letters = [column_letters(number) for number in range(1, 27)]
    for number, record in enumerate(_records(text), start=1):
        if len(record) > len(letters):
            if len(record) > MAX_COLUMN:
                raise InputError("csv.too_wide", limit=MAX_COLUMN)
            letters += [column_letters(column) for column in range(len(letters) + 1, len(record) + 1)]
        cells: dict[str, Value] = {column: value for column, value in zip(letters, record, strict=False) if value}
        if cells:
            yield RawRow(number, cells)
        else:
            effort.take(1)


def _records(text: _Text) -> Iterator[list[str]]:
    """All records; an error names the line where the broken one begins."""
    from _csv import Error, field_size_limit

    reader = _reader(text.lines(), text.separator, strict=True)
    line = 0
    try:
        for record in reader:
            line = reader.line_num
            yield record
    except Error as error:
        first = line + 1 + text.declared
        if "field larger" in str(error):
            raise InputError("csv.field_too_long", line=first, limit=field_size_limit()) from None
        raise InputError("csv.quote_open", line=first) from None
