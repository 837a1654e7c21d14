"""`audit`: registers in, gap report out."""

import os
import re
import unicodedata
from collections.abc import Sequence

import click
import msgspec

from auditor.api import audit
from auditor.cli import options
from auditor.cli.summary import summary
from auditor.errors import UsageError
from auditor.outputs import check_targets, write_all
from auditor.render import RENDERERS, renderer
from auditor.render.edition import Edition
from auditor.result import Result

_FAILED = 1
_EPOCH_DIGITS = 11  # up to the year 5138


@click.command("audit", short_help="Registers in, rapport uit.")
@click.argument("paths", nargs=-1, required=True, metavar="PAD...")
@options.sector
@options.on
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="BESTAND",
    help="Waar het rapport komt; .html of .json. Mag vaker. Anders één .html in deze map.",
)
@options.language
@options.mapping
@options.checklists
@click.option(
    "--fail-on",
    type=click.Choice(["never", "law", "any"]),
    default="never",
    show_default=True,
    help="Sluit af met code 1: law als de wet niet aantoonbaar voldaan is, any als enige eis dat niet is.",
)
@options.pseudonym_key
@options.force
@click.option("--reproducible", is_flag=True, help="Laat het tijdstip uit SOURCE_DATE_EPOCH weg.")
def command(  # noqa: PLR0913, PLR0917 -- one parameter an option
    paths: Sequence[str],
    sectors: Sequence[str],
    on: str | None,
    outputs: Sequence[str],
    lang: str,
    mapping: str | None,
    checklists: Sequence[str],
    fail_on: str,
    key_file: str | None,
    *,
    force: bool,
    reproducible: bool,
) -> int:
    """Keurt de registers in PAD (bestanden of mappen) en maakt het rapport."""
    _check_formats(outputs)
    inputs = [*paths, *(each for each in (mapping, key_file) if each)]
    check_targets(outputs, force=force, inputs=inputs)
    day = options.reference_date(on)
    key = options.secret_key(key_file)
    judged = audit(paths, day, sectors, mapping=mapping, checklists=checklists, pseudonym_key=key)
    edition = _stamped(judged.edition(lang), reproducible=reproducible)
    targets = list(outputs) or [default_name(edition.result)]
    write_all(render(edition, targets), force=force, inputs=inputs)
    click.echo(summary(edition.result, targets, edition.texts))
    return _FAILED if fails(edition.result, fail_on) else 0


def render(edition: Edition, targets: Sequence[str]) -> dict[str, bytes]:
    """Every output in memory, by its path; nothing is written yet."""
    return {target: renderer(_suffix(target))(edition) for target in targets}


def fails(result: Result, fail_on: str) -> bool:
    """Whether `--fail-on` is met. `law`: the conclusion is not `proof`; `any`: a requirement that applies is not met."""
    if fail_on == "law":
        return result.conclusion != "proof"
    fine = {"met", "not_applicable"}
    return fail_on == "any" and (
        result.conclusion != "proof" or any(each.verdict not in fine for each in result.requirements)
    )


def default_name(result: Result) -> str:
    """`meldcode-rapport-<organisation>-<day>.html`, of plain letters and digits."""
    plain = unicodedata.normalize("NFKD", result.organisation.name).encode("ascii", "ignore").decode().lower()
    parts = ["meldcode-rapport", *re.findall(r"[a-z0-9]+", plain)[:6], result.as_of.isoformat()]
    return "-".join(parts) + ".html"


def _suffix(target: str) -> str:
    return os.path.splitext(target)[1].lower()


def _check_formats(outputs: Sequence[str]) -> None:
    for target in outputs:
        if _suffix(target) not in RENDERERS:
            raise UsageError("format", file=target, known=tuple(RENDERERS))


def _stamped(edition: Edition, *, reproducible: bool) -> Edition:
    """With `generated_at`, where SOURCE_DATE_EPOCH gives it; the clock is never asked, so equal input gives equal bytes."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if reproducible or not (epoch.isascii() and epoch.isdigit() and len(epoch) <= _EPOCH_DIGITS):
        return edition
    from datetime import UTC, datetime

    moment = datetime.fromtimestamp(int(epoch), UTC).isoformat().replace("+00:00", "Z")
    return msgspec.structs.replace(edition, result=msgspec.structs.replace(edition.result, generated_at=moment))
