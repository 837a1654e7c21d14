"""What `portfolio` says on the terminal when it is done."""

from collections import Counter
from collections.abc import Sequence

from auditor.portfolio.overview import OverviewOut
from auditor.portfolio.page import conclusion_of
from auditor.texts import Texts

_FIRST = 3


def portfolio_summary(overview: OverviewOut, anew: int, targets: Sequence[str], texts: Texts) -> str:
    """How many stand how, what failed and why, the gaps that most share, and where the files are."""
    lines = [texts.word("portfolio.head", n=len(overview.clients), day=overview.as_of, anew=anew)]
    counts = Counter(map(conclusion_of, overview.clients))
    lines += [
        f"  {texts.word(f'page.portfolio.conclusions.{conclusion}')}: {texts.number(counts[conclusion])}"
        for conclusion in ("proof", "gaps", "not_shown", "failed")
        if counts[conclusion]
    ]
    if failed := [each for each in overview.clients if each.error]:
        lines += ["", texts.word("portfolio.failed_head"), *(f"  {each.client}: {each.error}" for each in failed)]
    if gaps := [each for each in overview.gaps if each.layer == "law"][:_FIRST]:
        lines += ["", texts.word("portfolio.gaps_head")]
        lines += [
            "  "
            + texts.word(
                "portfolio.gap", requirement=gap.requirement, title=gap.title, n=len(gap.clients), of=gap.applies
            )
            for gap in gaps
        ]
    lines += ["", *(texts.word("portfolio.written", file=target) for target in targets)]
    return "\n".join(lines)
