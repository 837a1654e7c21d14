"""What a file is, by its content and never by its name. Pure: bytes in, a word out."""

from enum import StrEnum

_SAMPLE = 1 << 16
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEXT_CONTROLS = b"\t\n\v\f\r\x1a\x1b"
_CONTROLS = bytes(each for each in range(32) if each not in _TEXT_CONTROLS)


class Nature(StrEnum):
    """What a file is. `READ` are those that can be read; of the others `error.input.is_<nature>` says what to do."""

    WORKBOOK = "workbook"
    TEXT = "text"
    ZIP = "zip"
    EMPTY = "empty"
    XLS = "xls"
    ANCIENT = "ancient"
    XLSB = "xlsb"
    ODS = "ods"
    FLAT_ODS = "flat_ods"
    PASSWORD = "password"  # noqa: S105 - a kind of file, not a secret
    DOCUMENT = "document"
    NUMBERS = "numbers"
    PDF = "pdf"
    MAIL = "mail"
    HTML = "html"
    OLD_XML = "old_xml"
    XML = "xml"
    PACKED = "packed"
    IMAGE = "image"
    BINARY = "binary"


READ = frozenset(
    {
        Nature.WORKBOOK,
        Nature.TEXT,
        Nature.XLS,
        Nature.XLSB,
        Nature.ODS,
        Nature.FLAT_ODS,
        Nature.HTML,
        Nature.OLD_XML,
    }
)

_SUFFIXES = {
    Nature.WORKBOOK: (".xlsx", ".xlsm", ".xltx", ".xltm"),
    Nature.TEXT: (".csv", ".tsv", ".txt", ".tab"),
    Nature.XLS: (".xls", ".xlt"),
    Nature.XLSB: (".xlsb",),
    Nature.ODS: (".ods", ".ots"),
    Nature.FLAT_ODS: (".fods", ".xml"),
    Nature.HTML: (".html", ".htm", ".xhtml"),
    Nature.OLD_XML: (".xml",),
}

_SIGNS = (
    (b"PK\x03\x04", Nature.ZIP),
    (b"PK\x05\x06", Nature.ZIP),
    (b"%PDF-", Nature.PDF),
    (b"{\\rtf", Nature.DOCUMENT),
    (b"\x1f\x8b", Nature.PACKED),
    (b"BZh", Nature.PACKED),
    (b"7z\xbc\xaf\x27\x1c", Nature.PACKED),
    (b"Rar!\x1a\x07", Nature.PACKED),
    (b"\xfd7zXZ\x00", Nature.PACKED),
    (b"\x89PNG\r\n", Nature.IMAGE),
    (b"\xff\xd8\xff", Nature.IMAGE),
    (b"GIF8", Nature.IMAGE),
    (b"II*\x00", Nature.IMAGE),
    (b"MM\x00*", Nature.IMAGE),
    (b"RIFF", Nature.IMAGE),
    (b"\x09\x00\x04\x00", Nature.ANCIENT),
    (b"\x09\x02\x06\x00", Nature.ANCIENT),
    (b"\x09\x04\x06\x00", Nature.ANCIENT),
)

_PAGE_STARTS = (
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<table",
    "<meta",
    "<style",
    "<div",
    "<tr",
    "<td",
    "<tbody",
)


def nature_of(data: bytes) -> Nature:
    """What these bytes are. `ZIP` is any zip: `package_nature` looks inside."""
    if not data:
        return Nature.EMPTY
    if data.startswith(_OLE2):
        return _ole2_nature(data)
    for sign, nature in _SIGNS:
        if data.startswith(sign):
            return nature
    return _text_nature(data[:_SAMPLE])


def fits_name(nature: Nature, suffix: str) -> bool:
    """Whether a file of this nature may have a name that ends so; one without a suffix says nothing wrong."""
    return not suffix or suffix in _SUFFIXES[nature]


def package_nature(names: list[str], mimetype: bytes) -> Nature:
    """What a zip holds; `ZIP` when it is nothing of the kind.

    `names` are the parts' names, `mimetype` the content of the part of that name, or empty.
    """
    lower = {name.lower() for name in names}
    folders = {name.partition("/")[0] for name in lower}
    if mimetype.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return Nature.ODS
    if "xl/workbook.bin" in lower:
        return Nature.XLSB
    if "xl" in folders or any(name.endswith("workbook.xml") for name in lower):
        return Nature.WORKBOOK
    if mimetype or folders & {"word", "ppt", "visio"}:
        return Nature.DOCUMENT
    if any(name.endswith(".iwa") or name == "index.zip" for name in lower):
        return Nature.NUMBERS
    return Nature.ZIP


def wide_codec_of(data: bytes) -> str:
    """The codec of a text of wide characters: UTF-32 or UTF-16 by its mark, or UTF-16 by where its zero bytes stand; else empty."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    sample = data[: _SAMPLE // 16 * 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd * 3 > len(sample) // 2 > even * 10:
        return "utf-16-le"
    if even * 3 > len(sample) // 2 > odd * 10:
        return "utf-16-be"
    return ""


def _ole2_nature(data: bytes) -> Nature:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return Nature.PASSWORD
    if holds("Workbook") or holds("\x04Book"[1:]):
        return Nature.XLS
    return Nature.DOCUMENT if holds("WordDocument") or holds("PowerPoint Document") else Nature.XLS


def _text_nature(sample: bytes) -> Nature:
    codec = wide_codec_of(sample)
    if not codec:
        controls = len(sample) - len(sample.translate(None, _CONTROLS))
        if 0 in sample or controls * 10 > len(sample):
            return Nature.BINARY
    start = sample.decode(codec or "utf-8", "replace").removeprefix("\ufeff").lstrip().lower()
    if start.startswith(("mime-version:", "from: <saved by")):
        return Nature.MAIL
    return _markup_nature(start)


def _markup_nature(text: str) -> Nature:
    """What a text in small letters is, by the tags with which it begins."""
    start = text
    while start.startswith("<!--") and "-->" in start:
        start = start.partition("-->")[2].lstrip()
    if start.startswith(_PAGE_STARTS) or (start.startswith("<") and not start.startswith("<?") and "<table" in start):
        return Nature.HTML
    if not start.startswith(("<?xml", "<workbook ", "<ss:workbook ", "<office:document ")):
        return Nature.TEXT
    if "urn:schemas-microsoft-com:office:spreadsheet" in start:
        return Nature.OLD_XML
    if "<office:document " in start and "application/vnd.oasis.opendocument.spreadsheet" in start:
        return Nature.FLAT_ODS
    return Nature.HTML if "<html" in start else Nature.XML
