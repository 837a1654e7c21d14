"""Whole processes, measured in turn: CPU time (user and system) and peak memory, with the median of several runs."""

import os
import statistics
import time
from collections.abc import Mapping, Sequence

import msgspec

_KIB_A_MIB = 1024


class Figures(msgspec.Struct, frozen=True):
    """The medians of one command: CPU seconds, the peak of its memory in MiB (as Linux counts it), and seconds by the clock."""

    cpu: float
    peak: float
    clock: float


def in_turn(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, Figures]:
    """Run every command `runs` times, one after another and round again, so that a busy moment is shared by all.

    A first round is not counted: it compiles modules and warms the disk. A command that fails is a `RuntimeError`.
    """
    seen: dict[str, list[Figures]] = {name: [] for name in commands}
    for round_ in range(runs + 1):
        for name, command in commands.items():
            figures = _run(name, command)
            if round_:
                seen[name].append(figures)
    return {name: _medians(all_) for name, all_ in seen.items()}


def _medians(seen: Sequence[Figures]) -> Figures:
    return Figures(*(statistics.median(getattr(each, name) for each in seen) for name in Figures.__struct_fields__))


def _run(name: str, command: Sequence[str]) -> Figures:
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    surroundings = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    begin = time.perf_counter()
    process = os.posix_spawn(command[0], list(command), surroundings, file_actions=quiet)
    _, status, used = os.wait4(process, 0)
    if status:
        message = f"{name} failed with status {status}: {' '.join(command)}"
        raise RuntimeError(message)
    return Figures(used.ru_utime + used.ru_stime, used.ru_maxrss / _KIB_A_MIB, time.perf_counter() - begin)
