"""Every client has one outcome, whatever becomes of the workers."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from auditor.portfolio import run
from auditor.portfolio.clients import Client
from auditor.portfolio.run import Workers, audit_all, local
from auditor.portfolio.work import Done, Terms, audit_client

TERMS = Terms(as_of=date(2026, 11, 22))


def clients(count: int) -> list[Client]:
    return [Client(name=f"c{i:02}", folder="") for i in range(count)]


class Inline(Executor):
    """Does the work at once; dies of the clients that are `fatal`, as often as each may kill."""

    def __init__(self, fatal: dict[str, int], seen: list[str]) -> None:
        self.fatal, self.seen, self.dead = fatal, seen, False

    def submit(self, _: Callable[..., Done], /, *args: object, **options: object) -> "Future[Done]":  # type: ignore[override]
        if self.dead:
            raise BrokenExecutor
        assert not options
        client = args[0]
        assert isinstance(client, Client)
        self.seen.append(client.name)
        future: Future[Done] = Future()
        if self.fatal.get(client.name, 0):
            self.fatal[client.name] -= 1
            self.dead = True
            future.set_exception(BrokenExecutor())
        else:
            future.set_result(Done(client=client.name, page=b"page"))
        return future


def workers(fatal: dict[str, int], seen: list[str]) -> Workers:
    @contextmanager
    def opened() -> Iterator[tuple[Executor, int]]:
        yield Inline(fatal, seen), 2

    return opened


def outcomes(count: int, fatal: dict[str, int]) -> list[tuple[str, str]]:
    seen: list[str] = []
    return [(done.client, done.error) for done in audit_all(clients(count), TERMS, workers(fatal, seen), "lost")]


@pytest.mark.parametrize("count", [0, 1, 7])
def test_every_client_has_one_outcome(count: int) -> None:
    assert sorted(outcomes(count, {})) == [(each.name, "") for each in clients(count)]


def test_a_worker_that_died_by_chance_loses_nobody() -> None:
    assert sorted(outcomes(7, {"c03": 1})) == [(each.name, "") for each in clients(7)]


@pytest.mark.parametrize("killers", [("c00",), ("c06",), ("c02", "c03"), tuple(each.name for each in clients(7))])
def test_a_client_that_kills_its_worker_again_is_lost_and_nobody_else(killers: tuple[str, ...]) -> None:
    found = outcomes(7, dict.fromkeys(killers, 9))
    assert sorted(found) == [(each.name, "lost" if each.name in killers else "") for each in clients(7)]


def deadly(client: Client, terms: Terms) -> Done:
    if client.name == "c03":
        os.kill(os.getpid(), signal.SIGKILL)
    return Done(client=client.name, page=terms.lang.encode())


@pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork", reason="what is patched here is not there in a new process"
)
def test_a_process_that_is_killed_fails_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "audit_client", deadly)
    done = list(audit_all(clients(6), TERMS, partial(local, 2), "lost"))
    assert sorted((each.client, each.error) for each in done) == [
        (each.name, "lost" if each.name == "c03" else "") for each in clients(6)
    ]


def test_a_client_without_a_folder_is_told_and_raises_nothing(tmp_path: Path) -> None:
    done = audit_client(Client(name="weg", folder=str(tmp_path / "weg")), TERMS)
    assert done.client == "weg"
    assert "weg" in done.error
    assert (done.page, done.result) == (b"", b"")
