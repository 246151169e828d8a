"""How much one submission holds, before copies and contradictions are settled."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from cchc_cli.intake.gathering import Gathering
from cchc_cli.observations import bundled
from cchc_cli.period import Period


@dataclass(frozen=True)
class ReadCount:
    """How much one submission holds, before copies and contradictions are settled."""

    agencies: int
    periods: tuple[Period, ...]
    observations: int
    figures: Mapping[tuple[str, Period], int]
    """How many cells speak of each agency and period, usable or not."""
    gathering: Gathering = field(default_factory=Gathering, repr=False)
    """What was counted."""

    @cached_property
    def said(self) -> Mapping[tuple[str, Period], str]:
        """By agency and period a hash of what the cells say, without their places: the same in a file that
        was only saved again."""
        said: dict[tuple[str, Period], set[str]] = defaultdict(set)
        for one in self.gathering.observations:
            said[one.agency, one.period].add(f"{one.item} {one.value.normalize()} {one.done_on}")
        for aside in self.gathering.set_aside:
            said[aside.key.agency, aside.key.period].add(f"{aside.key.item} unusable")
        return {of: _hash(found) for of, found in said.items()}


def count_of(gathering: Gathering) -> ReadCount:
    """What was gathered from one file, counted."""
    figures: Counter[tuple[str, Period]] = Counter()
    for bundle in bundled(gathering.observations):
        figures[bundle.agency, bundle.period] += len(bundle.items)
    agencies, periods = {agency for agency, _ in figures}, {period for _, period in figures}
    figures.update((aside.key.agency, aside.key.period) for aside in gathering.set_aside)
    return ReadCount(
        agencies=len(agencies),
        periods=tuple(sorted(periods)),
        observations=len(gathering.observations),
        figures=figures,
        gathering=gathering,
    )


def _hash(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()
