"""Observations → one pandas frame of codes, in which the engine looks for figures."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, chain
from typing import TypeVar

import numpy as np
import pandas as pd

from cchc_cli.observation import Observation
from cchc_cli.observations import Bundle, Line, bundled
from cchc_cli.period import Period

_Word = TypeVar("_Word", bound=Hashable)


@dataclass(frozen=True)
class Figures:
    """All usable figures of a call.

    `frame` has one row an observation, in its order, and only numbers: `row` is the position of the
    observation; `agency`, `item` and `period` those of its words in the lists beside the frame. Values stand
    beside it, exact, and are asked for by row.
    """

    observations: Sequence[Observation]
    values: Sequence[Decimal]
    """Those of the observations."""
    agencies: tuple[str, ...]
    items: tuple[str, ...]
    periods: tuple[Period, ...]
    """In order of time."""
    frame: pd.DataFrame
    approximate: frozenset[int]
    """The rows of those that are only nearly their item's."""

    @classmethod
    def of(cls, observations: Sequence[Observation]) -> "Figures":
        bundles = list(bundled(observations))
        sizes = [len(bundle.values) for bundle in bundles]
        headed = [bundle.items for bundle in bundles]
        agencies = tuple(dict.fromkeys(bundle.agency for bundle in bundles))
        items = tuple(dict.fromkeys(chain.from_iterable(dict.fromkeys(headed))))
        periods = tuple(sorted({bundle.period for bundle in bundles}))
        agency, item, period = _positions(agencies), _positions(items), _positions(periods)
        # Rows of a table name the same items: each such list is looked up once.
        coded = {named: np.array([item[code] for code in named], dtype="int32") for named in set(headed)}
        frame = pd.DataFrame(
            {
                "row": pd.RangeIndex(sum(sizes)).astype("int32"),
                "agency": np.repeat(_codes(agency[bundle.agency] for bundle in bundles), sizes),
                "item": np.concatenate([_codes(()), *map(coded.__getitem__, headed)]),
                "period": np.repeat(_codes(period[bundle.period] for bundle in bundles), sizes),
            }
        )
        values = list(chain.from_iterable(bundle.values for bundle in bundles))
        starts = accumulate(sizes, initial=0)
        nearly = frozenset(chain.from_iterable(map(_approximate, bundles, starts)))
        return cls(observations, values, agencies, items, periods, frame, nearly)

    def periods_of(self, rows: Sequence[int]) -> list[Period]:
        """The periods of some observations, each once, in the order of the rows."""
        positions = self.frame["period"].to_numpy()[list(rows)].tolist()
        return [self.periods[position] for position in dict.fromkeys(positions)]


def _approximate(bundle: Bundle, start: int) -> Iterable[int]:
    if isinstance(bundle, Line):
        return ()
    return [row for row, one in enumerate(bundle.observations, start) if one.approximate]


def _codes(numbers: Iterable[int]) -> "np.ndarray[tuple[int], np.dtype[np.int32]]":
    return np.fromiter(numbers, dtype=np.int32)


def _positions(words: Iterable[_Word]) -> dict[_Word, int]:
    return {word: position for position, word in enumerate(words)}
