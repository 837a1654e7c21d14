"""All clients through workers: the processes of this machine, or those of a cluster, by one and the same path.

A cluster gives the same executors as the standard library does, so nothing here knows the difference but `local` and
`cluster`. A worker gets the path of a client's folder and gives bytes back; only the caller writes.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import AbstractContextManager, contextmanager

from auditor.errors import UsageError
from auditor.portfolio.clients import Client
from auditor.portfolio.work import Done, Terms, audit_client

_AHEAD = 2
"""Clients handed out for each worker: one at work, one waiting."""
_ADDRESS_SPACE = 3 << 30
"""Bytes of address space that a worker may ask for: one bad file then fails by itself, and not the machine."""
_PATIENCE = "10s"

Workers = Callable[[], AbstractContextManager[tuple[Executor, int]]]
"""Opens an executor, and says how many clients it works on at once."""


def audit_all(clients: Iterable[Client], terms: Terms, workers: Workers, lost: str) -> Iterator[Done]:
    """Every client's outcome, once each, as they come ready.

    When workers die, the clients they were at work on are tried again one by one; one whose worker then dies again has the
    sentence `lost` as its outcome, and the others go on.
    """
    waiting = deque(clients)
    while waiting:
        suspects: list[Client] = []
        with workers() as (executor, size):
            yield from _through(executor, size * _AHEAD, waiting, terms, suspects)
        for client in suspects:
            yield _alone(client, terms, workers, lost)


def _through(
    executor: Executor, most: int, waiting: deque[Client], terms: Terms, suspects: list[Client]
) -> Iterator[Done]:
    """Work through `waiting`, as long as no worker dies; the clients then at work become `suspects`."""
    running: dict[Future[Done], Client] = {}
    while running or (waiting and not suspects):
        while waiting and len(running) < most and not suspects:
            client = waiting.popleft()
            try:
                running[executor.submit(audit_client, client, terms)] = client
            except RuntimeError:  # the executor broke between two clients
                suspects.append(client)
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            client = running.pop(future)
            try:
                done = future.result()
            except Exception:  # noqa: BLE001 -- auditing raises nothing, so it is the worker, however its system says so
                suspects.append(client)
            else:
                yield done


def _alone(client: Client, terms: Terms, workers: Workers, lost: str) -> Done:
    with workers() as (executor, _):
        try:
            return executor.submit(audit_client, client, terms).result()
        except Exception:  # noqa: BLE001 -- as above
            return Done(client=client.name, error=lost)


@contextmanager
def local(size: int) -> Iterator[tuple[Executor, int]]:
    """`size` processes of this machine."""
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(size, initializer=_begin) as executor:
        yield executor, size


def _begin() -> None:
    """A worker lives long, so it collects garbage again; and it may not take all memory."""
    import gc

    gc.enable()
    try:
        import resource
    except ImportError:  # a system without limits
        return
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE, _ADDRESS_SPACE))


@contextmanager
def cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """The workers of the Dask scheduler at `address`; they must see the clients' folders under the same paths.

    Raises `UsageError` where the library is not installed, nothing answers, or no worker is there.
    """
    try:
        from distributed import Client as Cluster
    except ImportError:
        raise UsageError("scheduler.not_installed") from None
    try:
        there = Cluster(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError):
        raise UsageError("scheduler.no_answer", address=address) from None
    with there:
        size = sum(there.nthreads().values())
        if not size:
            raise UsageError("scheduler.no_workers", address=address)
        with there.get_executor(pure=False) as executor:
            yield executor, size
