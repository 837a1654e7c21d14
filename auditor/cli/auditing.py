"""What `audit` does once it is known what was asked for; it imports no click, for a short run would wait for that most."""

import os
import re
import unicodedata
from collections.abc import Sequence

import msgspec

from auditor.api import audit
from auditor.cli.progress import progress
from auditor.cli.screen import screen, show
from auditor.cli.summary import summary
from auditor.cli.typed import last_day, reference_date, secret_key
from auditor.errors import UsageError
from auditor.outputs import check_targets, write_all
from auditor.render import RENDERERS, render_all, suffix_of
from auditor.render.edition import Edition
from auditor.result import Result

_FAILED = 1
_EPOCH_DIGITS = 11  # up to the year 5138


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked for: the values of the command's arguments and options, by their names."""

    paths: tuple[str, ...]
    sectors: tuple[str, ...] = ()
    on: str | None = None
    outputs: tuple[str, ...] = ()
    lang: str = "nl"
    mapping: str | None = None
    checklists: tuple[str, ...] = ()
    fail_on: str = "never"
    key_file: str | None = None
    large: bool = False
    brand: str | None = None
    retain_until: str | None = None
    force: bool = False
    reproducible: bool = False


def run(asked: Request) -> int:
    """The whole job: read, judge, write, and say so. Gives the exit code 0, or 1 where `--fail-on` is met."""
    _check_formats(asked.outputs)
    inputs = [*asked.paths, *(each for each in (asked.mapping, asked.key_file, asked.brand) if each)]
    check_targets(asked.outputs, force=asked.force, inputs=inputs)
    as_of = reference_date(asked.on)
    retain_until = last_day(asked.retain_until, as_of)
    with progress(asked.lang) as pace:
        judged = audit(
            asked.paths,
            as_of,
            asked.sectors,
            mapping=asked.mapping,
            checklists=asked.checklists,
            pseudonym_key=secret_key(asked.key_file),
            large=asked.large,
            pace=pace,
        )
        edition = _branded(_stamped(judged.edition(asked.lang), reproducible=asked.reproducible), asked.brand)
        edition = msgspec.structs.replace(edition, retain_until=retain_until)
        targets = list(asked.outputs) or [default_name(edition.result)]
        write_all(render_all(edition, targets), force=asked.force, inputs=inputs)
    show(summary(edition, targets, screen()))
    return _FAILED if fails(edition.result, asked.fail_on) else 0


def _branded(edition: Edition, path: str | None) -> Edition:
    """With the brand of the file `path`, where one is given."""
    if path is None:
        return edition
    from auditor.brandfile import load_brand

    return msgspec.structs.replace(edition, brand=load_brand(path))


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


def _check_formats(outputs: Sequence[str]) -> None:
    for target in outputs:
        if suffix_of(target) not in RENDERERS:
            raise UsageError("format", file=target, known=tuple(RENDERERS))


def _stamped(edition: Edition, *, reproducible: bool) -> Edition:
    """With `generated_at`, where SOURCE_DATE_EPOCH gives it; the clock is never asked, so equal input gives equal bytes."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if reproducible or not (epoch.isascii() and epoch.isdigit() and len(epoch) <= _EPOCH_DIGITS):
        return edition
    from datetime import UTC, datetime

    moment = datetime.fromtimestamp(int(epoch), UTC).isoformat().replace("+00:00", "Z")
    return msgspec.structs.replace(edition, result=msgspec.structs.replace(edition.result, generated_at=moment))
