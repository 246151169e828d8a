"""What was read of several files, as it travels between processes: columns of numbers, no texts per row."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from cchc_cli.intake.gathering import Gathering
from cchc_cli.intake.read_count import count_of
from cchc_cli.intake.submission_reading import ReadSubmission
from cchc_cli.observation import Address, Observation, Submission
from cchc_cli.observations import Observations
from cchc_cli.period import Period

_Value = TypeVar("_Value")
_MOST_DIGITS = 18
"""So many fit into eight bytes."""
_SMALL_NUMBERS = 20_000
"""Most figures are small and come again and again; each is kept once."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A submission without its observations, and how many there are."""

    submission: Submission
    gathering: Gathering
    observations: int
    position: int
    """Which of the files of the call it is."""


@dataclass(frozen=True, slots=True)
class Packet:
    """Read submissions; the observations of all of them stand in columns, one row each, in their order.

    `agency`, `item` and `period` are positions in `agencies`, `items` and `periods`. `value` holds whole
    numbers; whatever else a row has stands in `others`.
    """

    read: list[_Read]
    agencies: list[str]
    items: list[str]
    periods: list[Period]
    agency: "array[int]"
    item: "array[int]"
    period: "array[int]"
    value: "array[int]"
    sheet: "array[int]"
    row: "array[int]"
    column: "array[int]"
    others: "dict[int, _Others]"


@dataclass(frozen=True, slots=True)
class _Others:
    """What few rows have: a value that is no whole number of eight bytes, a day, a mark, further rows."""

    value: Decimal
    done_on: date | None
    approximate: bool
    other_rows: tuple[int, ...]


def pack(read: Sequence[ReadSubmission], positions: Sequence[int]) -> Packet:
    """The same read submissions; `positions` are those of their files."""
    observations = [one for each in read for one in each.gathering.observations]
    written = [str(one.value) for one in observations]
    others = {
        row: _others(one)
        for row, (one, text) in enumerate(zip(observations, written, strict=True))
        if not _is_common(one, text)
    }
    agencies, agency = _coded([one.agency for one in observations])
    items, item = _coded([one.item for one in observations])
    periods, period = _coded([one.period for one in observations])
    addresses = [one.address for one in observations]
    return Packet(
        read=[
            _Read(each.submission, _bare(each.gathering), each.count.observations, position)
            for each, position in zip(read, positions, strict=True)
        ],
        agencies=agencies,
        items=items,
        periods=periods,
        agency=agency,
        item=item,
        period=period,
        value=array("q", [0 if row in others else int(text) for row, text in enumerate(written)]),
        sheet=array("I", [address.sheet for address in addresses]),
        row=array("I", [address.row for address in addresses]),
        column=array("I", [address.column for address in addresses]),
        others=others,
    )


def unpack(packet: Packet) -> Iterator[ReadSubmission]:
    """The read submissions, equal to those that were packed."""
    agencies, items, periods = packet.agencies, packet.items, packet.periods
    columns = zip(
        packet.agency,
        packet.item,
        packet.period,
        map(_whole, packet.value),
        zip(packet.sheet, packet.row, packet.column, strict=True),
        strict=True,
    )
    first = 0
    for each in packet.read:
        file, count = each.position, each.observations
        observations = [
            Observation(agencies[agency], items[item], periods[period], value, Address(file, *cell))
            for _, (agency, item, period, value, cell) in zip(range(count), columns, strict=False)
        ]
        _complete(observations, first, packet)
        first += count
        each.gathering.observations.extend(observations)
        yield ReadSubmission(each.submission, each.gathering, count_of(each.gathering))


def _complete(observations: list[Observation], first: int, packet: Packet) -> None:
    """Gives the rows of one file what few rows have; `first` is the packet's row of the first of them."""
    if not packet.others:
        return
    for number, observation in enumerate(observations):
        others = packet.others.get(first + number)
        if others is not None:
            observations[number] = observation._replace(
                value=others.value,
                done_on=others.done_on,
                approximate=others.approximate,
                other_rows=others.other_rows,
            )


def _bare(gathering: Gathering) -> Gathering:
    """All but the observations."""
    return replace(gathering, observations=Observations())


def _coded(values: Sequence[_Value]) -> "tuple[list[_Value], array[int]]":
    """Each value once, in the order in which they come first, and for each row the position of its own."""
    position = {value: number for number, value in enumerate(dict.fromkeys(values))}
    return list(position), array("I", map(position.__getitem__, values))


def _is_common(observation: Observation, written: str) -> bool:
    """Whether a row has nothing but a whole number, `written` without a sign, an exponent or decimals."""
    return (
        len(written) <= _MOST_DIGITS
        and written.isdecimal()
        and observation.done_on is None
        and not observation.approximate
        and not observation.other_rows
    )


def _others(observation: Observation) -> _Others:
    return _Others(observation.value, observation.done_on, observation.approximate, observation.other_rows)


@lru_cache(maxsize=_SMALL_NUMBERS)
def _whole(number: int) -> Decimal:
    return Decimal(number)
