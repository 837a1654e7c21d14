r"""How a lawyer cites an article: `2(1)b` becomes `artikel 2, eerste lid, onder b`, or `art. 2(1)(b)` in English.

The checklist notes an article as `[prefix ]number[(paragraph)…][letter][ n°]`, several separated by commas, or a range of
articles as `number-number`.
"""

import re

from auditor.render.words import Say, plain

_ARTICLE = re.compile(
    r"(?:(?P<prefix>[A-Z]{2,}) )?(?P<article>\d+[a-z]*(?:[.:]\d+[a-z]*)*)"
    r"(?:\((?P<first>\d+)\)(?:(?P<join>-|, ?)\((?P<last>\d+)\))?)?(?P<point>[a-z])?(?: (?P<subpoint>\d+)°)?"
)
_RANGE = re.compile(r"(\d[\w.]*)-(\d[\w.]*)")
_BETWEEN = re.compile(r", (?!\()")


def citation(article: str, say: Say) -> str:
    """`article` the way the report's language cites it; a notation that is not understood stays as it is."""
    cited = [_cite(part, say) for part in _BETWEEN.split(article)] if article else []
    return plain(article) if None in cited else ", ".join(part for part in cited if part)


def _cite(part: str, say: Say) -> str | None:
    if run := _RANGE.fullmatch(part):
        return say("article.range", first=run[1], last=run[2])
    match = _ARTICLE.fullmatch(part)
    if match is None or not all(n is None or f"page.ordinal.{n}" in say.texts for n in match.group("first", "last")):
        return None
    prefix, article, first, join, last, point, subpoint = match.groups()
    words = say("article.within", prefix=prefix, article=article) if prefix else say("article.whole", article=article)
    if last:
        form = "article.paragraphs" if join == "-" else "article.both_paragraphs"
        words += say(form, first=say(f"ordinal.{first}"), last=say(f"ordinal.{last}"))
    elif first:
        words += say("article.paragraph", lid=say(f"ordinal.{first}"))
    words += say("article.point", point=point) if point else ""
    return words + (say("article.subpoint", point=subpoint) if subpoint else "")
