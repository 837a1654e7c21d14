"""How cells look: a closed list, and the part of a workbook that says so."""

from enum import StrEnum

import msgspec


class Look(StrEnum):
    """What a cell is, and so how it looks."""

    TEXT = "text"
    TITLE = "title"
    NOTE = "note"
    WARNING = "warning"
    HEAD = "head"
    HEAD_INPUT = "head_input"
    EXAMPLE = "example"
    EXAMPLE_DAY = "example_day"
    STRONG = "strong"
    DAY = "day"
    INPUT = "input"
    INPUT_DAY = "input_day"
    PLAIN = "plain"
    LATE_DAY = "late_day"
    CODE = "code"


_DAY_FORMAT, _TEXT_FORMAT = 164, 49


class _Form(msgspec.Struct, frozen=True):
    """Numbers of font, fill and border below, whether long text is wrapped, and the number of its format."""

    font: int = 0
    fill: int = 0
    border: int = 0
    wraps: bool = True
    number: int = 0


_FONTS = (
    '<font><sz val="11"/><color rgb="FF1F2933"/><name val="Calibri"/><family val="2"/></font>',
    '<font><b/><sz val="16"/><color rgb="FF12355B"/><name val="Calibri"/><family val="2"/></font>',
    '<font><sz val="11"/><color rgb="FF52606D"/><name val="Calibri"/><family val="2"/></font>',
    '<font><b/><sz val="11"/><color rgb="FF8A1C1C"/><name val="Calibri"/><family val="2"/></font>',
    '<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font>',
    '<font><i/><sz val="11"/><color rgb="FF6B7785"/><name val="Calibri"/><family val="2"/></font>',
    '<font><b/><sz val="11"/><color rgb="FF1F2933"/><name val="Calibri"/><family val="2"/></font>',
)
_FILLS = (
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FF12355B"/></patternFill></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FF7A4B00"/></patternFill></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFFFF8E6"/></patternFill></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFEEF2F6"/></patternFill></fill>',
)
_LINE = '<{0} style="thin"><color rgb="FFCBD2D9"/></{0}>'
_BORDERS = (
    "<border><left/><right/><top/><bottom/><diagonal/></border>",
    f"<border>{''.join(_LINE.format(side) for side in ('left', 'right', 'top', 'bottom'))}<diagonal/></border>",
)
_FORMS = {
    Look.TEXT: _Form(border=1),
    Look.TITLE: _Form(font=1, wraps=False),
    Look.NOTE: _Form(font=2, wraps=False),
    Look.WARNING: _Form(font=3, wraps=False),
    Look.HEAD: _Form(font=4, fill=2, border=1),
    Look.HEAD_INPUT: _Form(font=4, fill=3, border=1),
    Look.EXAMPLE: _Form(font=5, wraps=False),
    Look.EXAMPLE_DAY: _Form(font=5, wraps=False, number=_DAY_FORMAT),
    Look.STRONG: _Form(font=6, fill=5, border=1),
    Look.DAY: _Form(border=1, number=_DAY_FORMAT),
    Look.INPUT: _Form(fill=4, border=1),
    Look.INPUT_DAY: _Form(fill=4, border=1, number=_DAY_FORMAT),
    Look.PLAIN: _Form(),
    Look.LATE_DAY: _Form(font=3, fill=4, border=1, number=_DAY_FORMAT),
    Look.CODE: _Form(border=1, number=_TEXT_FORMAT),
}
_NUMBER = {look: 1 + 2 * i for i, look in enumerate(Look)}


def number_of(look: Look, *, quoted: bool = False) -> int:
    """The number by which a cell names its look. `quoted`: its text begins with a sign that begins a formula, and must stay
    text when somebody edits it.
    """
    return _NUMBER[look] + quoted


def wraps(look: Look) -> bool:
    """Whether a long text runs on below in its own cell."""
    return _FORMS[look].wraps


def styles(day: str) -> str:
    """The part `xl/styles.xml`, with days shown as `day` says."""
    forms = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' + "".join(
        _form(_FORMS[look], quoted=quoted) for look in Look for quoted in (False, True)
    )
    return (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<numFmts count="1"><numFmt numFmtId="{_DAY_FORMAT}" formatCode="{day}"/></numFmts>'
        f'<fonts count="{len(_FONTS)}">{"".join(_FONTS)}</fonts>'
        f'<fills count="{len(_FILLS)}">{"".join(_FILLS)}</fills>'
        f'<borders count="{len(_BORDERS)}">{"".join(_BORDERS)}</borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{1 + 2 * len(Look)}">{forms}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )


def _form(form: _Form, *, quoted: bool) -> str:
    return (
        f'<xf numFmtId="{form.number}" fontId="{form.font}" fillId="{form.fill}" '
        f'borderId="{form.border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" '
        f'applyAlignment="1"{" quotePrefix=" + chr(34) + "1" + chr(34) if quoted else ""}>'
        f'<alignment vertical="top"{" wrapText=" + chr(34) + "1" + chr(34) if form.wraps else ""}/></xf>'
    )
