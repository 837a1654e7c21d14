"""What openpyxl leaves undone in a workbook that it saves: the stored results of formulas, and bytes that depend on the clock."""

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

_CELL = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)>(<f[^>]*>[^<]*</f>|<f[^>]*/>)<v ?/?>(?:</v>)?</c>')
_TYPE = re.compile(r' t="\w+"')
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_NO_DAY = (1980, 1, 1, 0, 0, 0)


def finished(data: bytes, names: Sequence[str], cached: Mapping[tuple[str, str], Any]) -> bytes:
    """The workbook with the results of its formulas (by sheet and cell), and without the moment at which it was made.

    `names` are its sheets in their order, which is that of its parts.
    """
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", content)
            sheet = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name)
            if sheet and cached:
                content = _with_results(content.decode(), names[int(sheet[1]) - 1], cached).encode()
            entry = ZipInfo(name, _NO_DAY)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, content)
    return out.getvalue()


def _with_results(text: str, sheet: str, cached: Mapping[tuple[str, str], Any]) -> str:
    def filled(match: re.Match[str]) -> str:
        cell = cached.get((sheet, match[1]))
        if cell is None:
            return match[0]
        kind, value = _stored(cell)
        attributes = _TYPE.sub("", match[2]) + (f' t="{kind}"' if kind else "")
        return f'<c r="{match[1]}"{attributes}>{match[3]}<v>{value}</v></c>'

    return _CELL.sub(filled, text)


def _stored(cell: Any) -> tuple[str, str]:  # noqa: ANN401 -- openpyxl has no types
    """The type and the text of a result, as a workbook stores them; a day is stored as its number."""
    from html import escape

    from openpyxl.utils.datetime import to_excel

    if cell.is_date:
        return "", repr(to_excel(cell.value, cell.parent.parent.epoch))
    kinds = {"b": "b", "e": "e", "s": "str", "inlineStr": "str"}
    value = int(cell.value) if cell.data_type == "b" else cell.value
    return kinds.get(cell.data_type, ""), escape(str(value), quote=False)
