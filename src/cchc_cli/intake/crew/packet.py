"""What was read of several files, as it travels between processes: columns of numbers, no text a figure."""

from array import array
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple, TypeVar

from cchc_cli.intake.gathering import Gathering
from cchc_cli.intake.read_count import count_of
from cchc_cli.intake.submission_reading import ReadSubmission
from cchc_cli.observation import Observation, Submission
from cchc_cli.observations import Bundle, Line, Observations, Several
from cchc_cli.period import Period

_Value = TypeVar("_Value", bound=Hashable)
_MOST_DIGITS = 18
"""So many fit into eight bytes."""
_SMALL_NUMBERS = 20_000
"""Most figures are small and come again and again; each is kept once."""


class _Read(NamedTuple):
    """A submission without its observations, and how these stand together."""

    submission: Submission
    gathering: Gathering
    bundles: int
    others: dict[int, list[Observation]]
    """The bundles that are no lines, by their numbers: of each observation something else may be known."""


@dataclass(frozen=True, slots=True)
class Packet:
    """Read submissions; the lines of figures of all of them stand in columns, in their order.

    `agency`, `period`, `heading`, `rows` and `columns` have a number for each line: a position in `agencies`,
    in `periods`, among the lists of items in `headings`, among the rows or columns of cells in `cells`.
    `values` has a number for each figure; whatever is no whole number of eight bytes stands in `exact`.
    """

    read: list[_Read]
    agencies: list[str]
    periods: list[Period]
    headings: list[tuple[str, ...]]
    cells: list[tuple[int, ...]]
    agency: "array[int]"
    period: "array[int]"
    heading: "array[int]"
    file: "array[int]"
    sheet: "array[int]"
    rows: "array[int]"
    columns: "array[int]"
    values: "array[int]"
    exact: dict[int, Decimal]


def pack(read: Sequence[ReadSubmission]) -> Packet:
    """The same read submissions."""
    found = [list(each.gathering.observations.bundles()) for each in read]
    lines = [bundle for bundles in found for bundle in bundles if isinstance(bundle, Line)]
    figures = list(chain.from_iterable(line.values for line in lines))
    written = list(map(str, figures))
    exact = {place: figures[place] for place, text in enumerate(written) if not _is_small(text)}
    agencies, agency = _coded([line.agency for line in lines])
    periods, period = _coded([line.period for line in lines])
    headings, heading = _coded([line.items for line in lines])
    cells, places = _coded([*(line.rows for line in lines), *(line.columns for line in lines)])
    return Packet(
        read=[
            _Read(each.submission, _bare(each.gathering), len(bundles), _others(bundles))
            for each, bundles in zip(read, found, strict=True)
        ],
        agencies=agencies,
        periods=periods,
        headings=headings,
        cells=cells,
        agency=agency,
        period=period,
        heading=heading,
        file=array("I", [line.file for line in lines]),
        sheet=array("I", [line.sheet for line in lines]),
        rows=places[: len(lines)],
        columns=places[len(lines) :],
        values=array("q", [0 if place in exact else int(text) for place, text in enumerate(written)]),
        exact=exact,
    )


def unpack(packet: Packet) -> Iterator[ReadSubmission]:
    """The read submissions, equal to those that were packed; to be asked once, for they take over what it
    holds."""
    values = list(map(_whole, packet.values))
    for place, value in packet.exact.items():
        values[place] = value
    lines = _lines(packet, iter(values))
    for submission, gathering, count, others in packet.read:
        for number in range(count):
            if number in others:
                gathering.observations.extend(others[number])
            else:
                gathering.observations.put(next(lines))
        yield ReadSubmission(submission, gathering, count_of(gathering))


def _lines(packet: Packet, values: Iterator[Decimal]) -> Iterator[Line]:
    """All lines, one after the other."""
    agencies, periods, headings, cells = packet.agencies, packet.periods, packet.headings, packet.cells
    columns = (
        packet.agency,
        packet.period,
        packet.heading,
        packet.file,
        packet.sheet,
        packet.rows,
        packet.columns,
    )
    for agency, period, heading, file, sheet, row, column in zip(*columns, strict=True):
        items = headings[heading]
        figures = tuple(islice(values, len(items)))
        yield Line(agencies[agency], periods[period], items, figures, file, sheet, cells[row], cells[column])


def _others(bundles: Sequence[Bundle]) -> dict[int, list[Observation]]:
    return {
        number: bundle.observations for number, bundle in enumerate(bundles) if isinstance(bundle, Several)
    }


def _bare(gathering: Gathering) -> Gathering:
    """All but the observations."""
    return replace(gathering, observations=Observations())


def _coded(values: Sequence[_Value]) -> "tuple[list[_Value], array[int]]":
    """Each value once, in the order in which they come first, and for each place the position of its own."""
    position = {value: number for number, value in enumerate(dict.fromkeys(values))}
    return list(position), array("I", map(position.__getitem__, values))


def _is_small(written: str) -> bool:
    """Whether a figure is a whole number of eight bytes, written without a sign, an exponent or decimals."""
    return len(written) <= _MOST_DIGITS and written.isdecimal()


@lru_cache(maxsize=_SMALL_NUMBERS)
def _whole(number: int) -> Decimal:
    return Decimal(number)
