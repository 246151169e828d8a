"""Observations → one pandas frame of codes, in which the engine looks for figures."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

import pandas as pd

from cchc_cli.observation import Observation
from cchc_cli.period import Period

_Word = TypeVar("_Word", bound=Hashable)


@dataclass(frozen=True)
class Figures:
    """All usable figures of a call.

    `frame` has one row an observation, in its order, and only numbers: `row` is the position of the
    observation; `agency`, `item` and `period` those of its words in the lists beside the frame. Values stay
    where they are, exact, and are asked for by row.
    """

    observations: tuple[Observation, ...]
    agencies: tuple[str, ...]
    items: tuple[str, ...]
    periods: tuple[Period, ...]
    """In order of time."""
    frame: pd.DataFrame

    @classmethod
    def of(cls, observations: tuple[Observation, ...]) -> "Figures":
        agencies = tuple(dict.fromkeys(observation.agency for observation in observations))
        items = tuple(dict.fromkeys(observation.item for observation in observations))
        periods = tuple(sorted({observation.period for observation in observations}))
        agency, item, period = _positions(agencies), _positions(items), _positions(periods)
        frame = pd.DataFrame(
            {
                "row": pd.RangeIndex(len(observations)).astype("int32"),
                "agency": pd.Series([agency[one.agency] for one in observations], dtype="int32"),
                "item": pd.Series([item[one.item] for one in observations], dtype="int32"),
                "period": pd.Series([period[one.period] for one in observations], dtype="int32"),
            }
        )
        return cls(observations, agencies, items, periods, frame)


def _positions(words: Iterable[_Word]) -> dict[_Word, int]:
    return {word: position for position, word in enumerate(words)}
