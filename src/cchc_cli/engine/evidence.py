"""What the engine is given: figures with their addresses, and the keys whose figures cannot be used."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import Literal

from cchc_cli.level import Level
from cchc_cli.observation import Key, Observation, SetAside, Submission
from cchc_cli.observations import bundled
from cchc_cli.period import Period


@dataclass(frozen=True)
class Evidence:
    """Usable observations (one a key), keys that were reported but cannot be used, and the files behind."""

    observations: Sequence[Observation]
    unusable: frozenset[Key] = frozenset()
    submissions: tuple[Submission, ...] = ()
    replaced: Mapping[Key, tuple[Observation, ...]] = field(default_factory=dict)
    """What gave way to a correction, by the key of the figure that stands."""
    set_aside: Mapping[Key, tuple[SetAside, ...]] = field(default_factory=dict)
    """The cells behind what is unusable."""

    @cached_property
    def reporting(self) -> frozenset[tuple[str, Period]]:
        """Which agencies report for which periods, usable or not."""
        usable = {(bundle.agency, bundle.period) for bundle in bundled(self.observations)}
        return frozenset(usable.union((key.agency, key.period) for key in self.unusable))


class Tracing(StrEnum):
    """Of which verdicts it is kept how they came about."""

    NONE = "none"
    POOLED = "pooled"
    """Of everything but the rows of single agencies, whose cells stand in the verdict."""
    ALL = "all"
    """Of every verdict; the cells behind pooled figures then stand in the verdicts too."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: which periods, which rows beside the official ones, under which conditions.

    `periods` None asks for every period of the call, empty for the default one. `by` adds unofficial rows
    (`level`, `agency`) or leaves only the province's (`province`). `min_coverage` is in percent.
    """

    periods: tuple[Period, ...] | None = ()
    by: frozenset[Literal["province", "level", "agency"]] = frozenset()
    min_coverage: int | Fraction = 0
    levels: frozenset[Level] = field(default_factory=frozenset)
    agencies: frozenset[str] = field(default_factory=frozenset)
    areas: frozenset[str] = field(default_factory=frozenset)
    indicators: frozenset[str] = field(default_factory=frozenset)
    statuses: frozenset[str] = field(default_factory=frozenset)
    tracing: Tracing = Tracing.NONE
    as_of: date | None = None
    """The day on whose map every period is put; None: each on its own."""
