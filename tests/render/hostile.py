"""Texts that mean harm, and a report with one of them in every place where text can stand."""

from collections.abc import Callable
from typing import Any

import msgspec

import auditor.result
from auditor.result import Result
from tests.render.fixtures import report

PAYLOADS = {
    "script": "<script>alert(1)</script>",
    "end of a style": "</style><script>alert(1)</script>",
    "end of a script": "</script><img src=x onerror=alert(1)>",
    "attribute": '" onmouseover="alert(1)" x=\'',
    "attribute, single": "' onfocus='alert(1)' autofocus='",
    "template": "{{7*7}}{% include 'x' %}{# #}${7*7}#{7*7}",
    "entity": "&lt;script&gt;&#x3c;b&#62;",
    "comment": "<!-- --><!--",
    "svg": "<svg/onload=alert(1)>",
    "address": "javascript:alert(1)",
    "formula": '=HYPERLINK("http://example.org")',
    "direction": "\u202egnp.exe\u202c \u2066x\u2069",
    "control": "a\x00b\x1b[31m\x7f",
    "nothing": "\ufeff\u200b",
    "half a character": "\ud800",
    "lines": "a\r\nb\u2028c\u2029d",
}
FIELDS = frozenset(field for each in vars(auditor.result).values() for field in getattr(each, "__struct_fields__", ()))
KEPT = frozenset({"report_format", "as_of", "conclusion", "layer", "verdict", "severity", "on", "url"})


def replaced(node: Any, change: Callable[[str], str], kept: frozenset[str]) -> Any:  # noqa: ANN401 -- any part of a result
    """The same data, every text in it changed but for the keys in `kept`."""
    if isinstance(node, str):
        return change(node)
    if isinstance(node, list):
        return [replaced(each, change, kept) for each in node]
    if isinstance(node, dict):
        return {
            (change(key) if key not in FIELDS else key): value if key in kept else replaced(value, change, kept)
            for key, value in node.items()
        }
    return node


def filled(text: str, kept: frozenset[str] = KEPT) -> Result:
    """The rich report with `text` in every place where text can stand."""
    data = replaced(msgspec.to_builtins(report()), lambda _: text, kept)
    return msgspec.convert(data, Result)
