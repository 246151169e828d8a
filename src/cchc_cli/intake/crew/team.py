"""Several readers at once: workers of an executor, on this machine or on others.

Whoever reads first, what comes out is in the order of the files. A worker that dies costs nothing but its
errand: this is read again file by file, and the file that ends its reader is named.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import AbstractContextManager
from queue import Empty, SimpleQueue
from typing import Protocol

from cchc_cli.intake.crew.crew import given_up
from cchc_cli.intake.crew.errand import Errand, alone, make_errands, run_errand
from cchc_cli.intake.crew.interrupts import interrupts_held
from cchc_cli.intake.crew.packet import Packet, unpack
from cchc_cli.intake.submission_reading import Orders, ReadSubmission, SubmittedFile
from cchc_cli.unswept import unswept

_AHEAD = 2
"""Errands for each worker at a time: it never stands idle, and few are lost with one that dies."""
_SECONDS_BETWEEN_LOOKS = 2.0


class Hands(Protocol):
    """Workers who are there."""

    @property
    def executor(self) -> Executor:
        """Takes errands."""

    @property
    def count(self) -> int:
        """How many work at once, as things stand: others may come while we are at it."""

    def look(self) -> None:
        """Asked while everybody waits. Raises PathError where nobody is left who could read."""


class Workplace(Protocol):
    """Where workers are got."""

    @property
    def deaths(self) -> tuple[type[BaseException], ...]:
        """What an errand raises whose worker died, or had not memory enough."""

    @property
    def chances(self) -> int:
        """How often a file that is read alone may end its worker: once may be an accident."""

    @property
    def is_afar(self) -> bool:
        """Whether they may run on other machines."""

    def hire(self, most: int | None = None) -> AbstractContextManager[Hands]:
        """Workers, `most` at once where that is given; whatever happens, none of ours is left behind."""


_Task = tuple[int, Errand]
"""An errand, and the number by which whoever sends it knows it."""


def _nothing() -> None:
    """What most calls have to do while others read."""


class Team:
    """A crew of several workers; `meanwhile` is done here, once, when all of them have something to read."""

    def __init__(self, workplace: Workplace, meanwhile: Callable[[], object] = _nothing) -> None:
        self._place = workplace
        self._meanwhile = meanwhile

    def read(self, files: Sequence[SubmittedFile], orders: Orders) -> Generator[ReadSubmission, None, None]:
        """One submission for each file, in the order of the files."""
        place = self._place
        waiting = deque(enumerate(make_errands(files, orders, is_afar=place.is_afar)))
        line = _Line()
        while waiting:
            lost: list[_Task] = []
            with place.hire() as hands, unswept():
                for number, packet in self._work(hands, waiting, lost):
                    yield from line.put(number, unpack(packet))
            for number, errand in lost:
                yield from line.put(number, self._read_alone(errand))

    def _work(self, hands: Hands, waiting: deque[_Task], lost: list[_Task]) -> Iterator[tuple[int, Packet]]:
        """What the errands bring, as they end. After a death none is sent any more; those that it has undone
        are in `lost` when the others have ended."""
        running: dict[Future[Packet], _Task] = {}
        ended: SimpleQueue[Future[Packet]] = SimpleQueue()
        while running or (waiting and not lost):
            most = _AHEAD * hands.count
            while waiting and not lost and len(running) < most:
                task = waiting.popleft()
                try:
                    running[_sent(hands.executor, task[1], ended)] = task
                except self._place.deaths:
                    lost.append(task)
            self._do_meanwhile()
            if running:
                future = _next(ended, hands)
                task, packet = running.pop(future), self._brought(future)
                if packet is None:
                    lost.append(task)
                else:
                    yield task[0], packet

    def _do_meanwhile(self) -> None:
        meanwhile, self._meanwhile = self._meanwhile, _nothing
        meanwhile()

    def _brought(self, future: Future[Packet]) -> Packet | None:
        """What an errand brings; None where its worker died, or had not memory enough."""
        try:
            with interrupts_held():
                return future.result()
        except self._place.deaths:
            return None

    def _read_alone(self, errand: Errand) -> Iterator[ReadSubmission]:
        """File by file, one at a time: whose worker dies now, and again, is the cause."""
        waiting = deque((1, single) for single in alone(errand))
        while waiting:
            lost: list[_Task] = []
            with self._place.hire(1) as hands:
                while waiting and not lost:
                    one = deque([waiting.popleft()])
                    for _, packet in self._work(hands, one, lost):
                        yield from unpack(packet)
            for deaths, single in lost:
                if deaths < self._place.chances:
                    waiting.appendleft((deaths + 1, single))
                else:
                    yield given_up(single.files[0])


def _sent(executor: Executor, errand: Errand, ended: SimpleQueue[Future[Packet]]) -> Future[Packet]:
    """An errand under way, which `ended` gets when it is over."""
    with interrupts_held():
        future = executor.submit(run_errand, errand)
        future.add_done_callback(ended.put)
    return future


def _next(ended: SimpleQueue[Future[Packet]], hands: Hands) -> Future[Packet]:
    """The errand that ends next. Whoever waits here holds nothing that workers wait for."""
    while True:
        try:
            return ended.get(timeout=_SECONDS_BETWEEN_LOOKS)
        except Empty:
            hands.look()


class _Line:
    """Puts what ends in any order into the order of its numbers."""

    def __init__(self) -> None:
        self._next = 0
        self._early: dict[int, Iterator[ReadSubmission]] = {}

    def put(self, number: int, read: Iterator[ReadSubmission]) -> Iterator[ReadSubmission]:
        """All that is next in line now."""
        self._early[number] = read
        while self._next in self._early:
            yield from self._early.pop(self._next)
            self._next += 1
