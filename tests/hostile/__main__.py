"""The hostile files, and any others, through the real command: `python -m tests.hostile [FILE or FOLDER…]`.

Each file is looked at by `inspect` in a process of its own with at most 1 GiB of memory and 30 seconds of work. It must end in a
page (exit code 0) or in one sentence (3), never in a traceback, and may show no cell of a file that is refused. With
`--fuzz N` also N files made from the hostile ones by changing some of their bytes.
"""

import argparse
import io
import random
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import msgspec

from tests.hostile.inputs import CANARY, HOSTILE

ROOT = Path(__file__).resolve().parents[2]
_WITHIN = 0.8
_PIECES = (
    b"<", b">", b"/>", b'"', b"&", b"&#0;", b"&#x110000;", b"<c>", b"</row>", b"<row r='1'>", b"<v>1e999</v>", b"-1", b"99999999999999999999",
    b"NaN", b"\x00", b"\xff\xfe", b"=1+1", b"31-02-2024", b"2024-13-45", b";", b"\n", b"xml:space", b" t='s'", b" s='9999'", b"XFE1048577",
)  # fmt: skip
SECONDS, MEMORY = 30, 1 << 30
PATIENCE = 10  # a busy machine may need so many times as long for it
READ, REFUSED = 0, 3


class Ended(msgspec.Struct):
    """How a run ended: in words, and whether it may."""

    how: str
    fine: bool
    sentence: str = ""


def bounded() -> None:
    """At most so much memory and work, in this process and those it starts."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def looked_at(path: Path) -> Ended:
    """What `inspect` makes of a file."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "auditor", "inspect", str(path)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=SECONDS * PATIENCE,
            preexec_fn=bounded,
        )
    except subprocess.TimeoutExpired:
        return Ended("too slow", fine=False)
    lines = done.stderr.strip().splitlines()
    if done.returncode == READ and not lines:
        return Ended("read", fine=True)
    one = len(lines) == 1 and "Traceback" not in done.stderr
    if done.returncode == REFUSED and one and CANARY not in done.stderr and not _is_internal(done.stderr):
        return Ended("refused", fine=True, sentence=lines[0])
    return Ended(f"exit {done.returncode}", fine=False, sentence=done.stderr[-300:])


def _is_internal(sentence: str) -> bool:
    """Whether the program says that it made a mistake of its own."""
    return "Error (" in sentence or "interne fout" in sentence.lower()


def made(folder: Path, fuzzed: int) -> Iterator[Path]:
    """The hostile files, and those made from them."""
    for each in HOSTILE:
        path = folder / each.name
        path.write_bytes(each.make())
        yield path
    chance = random.Random(4711)  # noqa: S311 - the same at every run
    for number in range(fuzzed):
        each = chance.choice(HOSTILE)
        path = folder / f"{number}-{each.name}"
        path.write_bytes(changed(each.make()[: 1 << 20], chance))
        yield path


def changed(data: bytes, chance: random.Random) -> bytes:
    """The same file with something changed by chance; mostly within a part of a workbook, which is packed soundly again."""
    if data.startswith(b"PK") and chance.random() < _WITHIN:
        try:
            with ZipFile(io.BytesIO(data)) as packed:
                parts = {name: packed.read(name) for name in packed.namelist()}
        except Exception:  # noqa: BLE001 -- many of them were made so that they cannot be unpacked
            return _with_changes(data, chance)
        name = chance.choice(sorted(parts) or [""])
        into = io.BytesIO()
        with ZipFile(into, "w", ZIP_DEFLATED) as packed:
            for each, content in parts.items():
                packed.writestr(each, _with_changes(content, chance) if each == name else content)
        return into.getvalue()
    return _with_changes(data, chance)


def _with_changes(data: bytes, chance: random.Random) -> bytes:
    """Bytes that became others, stretches that are gone or come twice, and pieces of markup and numbers where they do not belong."""
    made = bytearray(data)
    for _ in range(chance.randrange(1, 12)):
        at = chance.randrange(len(made) + 1)
        length = chance.randrange(1, 40)
        match chance.randrange(4):
            case 0 if at < len(made):
                made[at] = chance.randrange(256)
            case 1:
                del made[at : at + length]
            case 2:
                made[at:at] = made[at : at + length]
            case _:
                made[at:at] = chance.choice(_PIECES)
    return bytes(made)


def files(given: list[str]) -> Iterator[Path]:
    """The files in these paths and their sub-folders."""
    for path in map(Path, given):
        yield from sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]


def main() -> int:
    """Look at everything, and say what ended badly."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile")
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--fuzz", type=int, default=0, metavar="N")
    arguments = parser.parse_args()
    counts: Counter[str] = Counter()
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        for path in files(arguments.paths) if arguments.paths else made(Path(folder), arguments.fuzz):
            ended = looked_at(path)
            counts[ended.how] += 1
            if not ended.fine:
                bad += 1
                print(f"{path}: {ended.how} {ended.sentence}")
    print(", ".join(f"{count} {how}" for how, count in sorted(counts.items())))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
