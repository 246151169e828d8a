"""The way to a cluster: its scheduler says who it is before anything else is begun with it."""

import asyncio
import logging
import re
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from pkgutil import resolve_name
from threading import Thread
from typing import Any, TypeVar

from cchc_cli import __version__
from cchc_cli.intake.crew.interrupts import interrupts_held
from cchc_cli.intake.paths import PathError
from cchc_cli.language import Text

_Found = TypeVar("_Found")
_ADDRESS = re.compile(r"(?:(?:tcp|tls)://)?(?:\[[0-9a-fA-F:.]+\]|[\w.-]+):[0-9]{1,5}")
_SECONDS_TO_ANSWER = 5.0
_VERSION = "cchc_cli:__version__"

_NO_ANSWER = Text(
    "--cluster: không có bộ điều phối nào trả lời ở {address}; hãy kiểm tra địa chỉ và xem “dask scheduler” "
    "có đang chạy không",
    "--cluster: no scheduler answers at {address}; check the address, and whether 'dask scheduler' runs",
)
_NO_CERTIFICATES = Text(
    "--cluster: {address} cần chứng chỉ; hãy nêu chứng chỉ trong cấu hình của dask (distributed.comm.tls)",
    "--cluster: {address} needs certificates; name them in the configuration of dask (distributed.comm.tls)",
)
_OTHER_DISTRIBUTED = Text(
    "--cluster: bộ điều phối ở {address} dùng dask.distributed {theirs}, máy này dùng {ours}; hãy cài cùng "
    "một phiên bản trên mọi máy",
    "--cluster: the scheduler at {address} has dask.distributed {theirs}, this machine {ours}; install the "
    "same version on all machines",
)
_OTHER_VERSION = Text(
    "--cluster: ở {machine} là cchc {theirs}, ở máy này là {ours}; hãy cài cùng một phiên bản trên mọi máy",
    "--cluster: {machine} has cchc {theirs}, this machine {ours}; install the same version on all machines",
)
_WITHOUT_PROGRAM = Text(
    "--cluster: ở {machine} không có chương trình này ({why}); hãy cài "
    "“cchc-cli[cluster]” {ours} trên mọi máy",
    "--cluster: {machine} does not have this program ({why}); install "
    "'cchc-cli[cluster]' {ours} on all machines",
)


def is_address(text: str) -> bool:
    """Whether a text can be the address of a scheduler.

    >>> is_address("tcp://10.0.0.5:8786"), is_address("localhost:8786"), is_address("here")
    (True, True, False)
    """
    return bool(_ADDRESS.fullmatch(text))


@contextmanager
def connected(address: str) -> Iterator[Any]:
    """A client of the scheduler at an address, whose machines have our program.

    Raises PathError where no scheduler answers, or the machines have other programs than this one.
    """
    with _unlogged():
        client = _client(address)
        try:
            _check_program(client, address)
            yield client
        finally:
            client.close(timeout=1)


def other_version(machine: str, theirs: str) -> PathError:
    """A machine has another version of our program."""
    return PathError(_OTHER_VERSION.filled(machine=machine, theirs=theirs, ours=__version__))


def no_answer(address: str) -> PathError:
    """Nobody is there, or somebody else."""
    return PathError(_NO_ANSWER.filled(address=address))


def _client(address: str) -> Any:
    """Nothing is begun before it is known who answers: a client that fails to begin stays in the way until
    the call ends. Raises PathError."""
    import distributed

    theirs, ours = _version_there(address), resolve_name("distributed:__version__")
    if theirs != ours:
        raise PathError(_OTHER_DISTRIBUTED.filled(address=address, theirs=theirs, ours=ours))
    client: Any = distributed.Client
    try:
        # The thread that it begins is not the one to be told of Ctrl-C.
        with interrupts_held():
            return client(address, timeout=_SECONDS_TO_ANSWER, set_as_default=False)
    except OSError:
        raise no_answer(address) from None


def _version_there(address: str) -> str:
    """The version of the scheduler's dask.distributed. Raises PathError."""
    import distributed

    security: Any = distributed.Security
    known: dict[str, Any] = security().get_connection_args("client")
    if address.startswith("tls:") and known.get("ssl_context") is None:
        raise PathError(_NO_CERTIFICATES.filled(address=address))
    try:
        kind, version = _aside(lambda: asyncio.run(_presented(address, known)))
    except Exception:
        # Whoever else is there, a page of the dashboard perhaps, answers in all manner of ways.
        raise no_answer(address) from None
    if kind != "Scheduler":
        raise no_answer(address)
    return version


def _aside(work: Callable[[], _Found]) -> _Found:
    """What is found by a thread of its own: here an event loop may be running already, of whoever called.

    Nobody waits for it who is told to end.
    """
    found: Future[_Found] = Future()

    def settle() -> None:
        try:
            found.set_result(work())
        except Exception as error:
            found.set_exception(error)

    with interrupts_held():
        Thread(target=settle, daemon=True).start()
    return found.result()


async def _presented(address: str, known: dict[str, Any]) -> tuple[str, str]:
    """What somebody says to be, and the version of dask.distributed there. `known` are our certificates."""
    import distributed

    rpc: Any = distributed.rpc
    async with asyncio.timeout(_SECONDS_TO_ANSWER), rpc(address, connection_args=known) as there:
        who, versions = await there.identity(), await there.versions()
        return str(who["type"]), str(versions["packages"]["distributed"])


def _check_program(client: Any, address: str) -> None:
    """Raises PathError where the scheduler or a worker has not our program: one that is sent what it cannot
    unpack ends, whoever else it works for."""
    with suppress(OSError):
        _check_version(address, _asked(client.run_on_scheduler))
    for machine, found in client.run(resolve_name, _VERSION, on_error="return").items():
        _check_version(machine, found)


def _asked(run: Callable[..., object]) -> object:
    try:
        return run(resolve_name, _VERSION)
    except (ImportError, AttributeError) as error:
        return error


def _check_version(machine: str, found: object) -> None:
    """`found`: the version of our program there, or what was raised. A worker that is beginning anew says
    nothing yet."""
    if isinstance(found, ImportError | AttributeError):
        raise PathError(_WITHOUT_PROGRAM.filled(machine=machine, why=str(found), ours=__version__))
    if isinstance(found, str) and found != __version__:
        raise other_version(machine, found)


@contextmanager
def _unlogged() -> Iterator[None]:
    """What libraries have to say of a lost connection is for those who look after the cluster."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)
