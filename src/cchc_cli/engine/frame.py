"""Observations → one pandas frame, the only form in which the engine looks at figures."""

from dataclasses import dataclass

import pandas as pd

from cchc_cli.engine.exact import exact
from cchc_cli.observation import Observation
from cchc_cli.period import Period


@dataclass(frozen=True)
class Figures:
    """All usable figures of a call.

    `frame` has one row an observation, in its order: `agency` and `item` (codes), `period` (position in
    `periods`), `value` (exact numbers, dtype object).
    """

    observations: tuple[Observation, ...]
    periods: tuple[Period, ...]
    frame: pd.DataFrame

    @classmethod
    def of(cls, observations: tuple[Observation, ...]) -> "Figures":
        periods = tuple(sorted({observation.period for observation in observations}))
        position = {period: number for number, period in enumerate(periods)}
        frame = pd.DataFrame(
            {
                "agency": pd.Series([observation.agency for observation in observations], dtype=object),
                "item": pd.Series([observation.item for observation in observations], dtype=object),
                "period": pd.Series([position[o.period] for o in observations], dtype="int64"),
                "value": pd.Series([exact(o.value) for o in observations], dtype=object),
            }
        )
        return cls(observations, periods, frame)
