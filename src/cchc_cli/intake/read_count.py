"""How much one submission holds, before copies and contradictions are settled."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cchc_cli.intake.gathering import Gathering
from cchc_cli.period import Period


@dataclass(frozen=True, slots=True)
class ReadCount:
    """How much one submission holds, before copies and contradictions are settled."""

    agencies: int
    periods: tuple[Period, ...]
    observations: int
    figures: Mapping[tuple[str, Period], int]
    """How many cells speak of each agency and period, usable or not."""
    said: Mapping[tuple[str, Period], str]
    """A hash of what they say, without their places: the same in a file that was only saved again."""


def count_of(gathering: Gathering) -> ReadCount:
    """What was gathered from one file, counted."""
    observations = gathering.observations
    aside = [one.key for one in gathering.set_aside]
    said: dict[tuple[str, Period], set[str]] = defaultdict(set)
    for one in observations:
        said[one.agency, one.period].add(f"{one.item} {one.value.normalize()} {one.done_on}")
    for key in aside:
        said[key.agency, key.period].add(f"{key.item} unusable")
    keys = [*(one.key for one in observations), *aside]
    return ReadCount(
        agencies=len({observation.agency for observation in observations}),
        periods=tuple(sorted({observation.period for observation in observations})),
        observations=len(observations),
        figures=Counter((key.agency, key.period) for key in keys),
        said={of: _hash(found) for of, found in said.items()},
    )


def _hash(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()
