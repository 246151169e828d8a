"""One figure said more than once: copies are used once, corrections replace, contradictions are set aside."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from cchc_cli.findings.of_comparisons import CONFLICTING_OBSERVATION
from cchc_cli.findings.of_submissions import SUBMISSION_SUPERSEDED
from cchc_cli.observation import Address, Key, Observation, SetAside, Submission, SubmissionKind
from cchc_cli.observations import Bundle, Observations, bundled, in_order_of_cells
from cchc_cli.period import Period

_place = attrgetter("address")
_FIRST = 1
"""What has no number is the first of its kind: beside another first it contradicts or repeats it."""


class Pair(NamedTuple):
    """Two observations of one key: the one that is used, and another."""

    used: Observation
    other: Observation


@dataclass
class Reconciled:
    """What remains, and what was decided on the way, in the order of the keys' first cells."""

    observations: Observations = field(default_factory=Observations)
    unusable: set[Key] = field(default_factory=set)
    copies: list[Pair] = field(default_factory=list)
    superseded: list[Pair] = field(default_factory=list)
    conflicts: list[list[Observation]] = field(default_factory=list)
    """Observations of one key that contradict each other; none of them is used."""
    set_aside: list[SetAside] = field(default_factory=list)
    """Every cell that speaks of an unusable key, with what set it aside."""


class _Attempt(NamedTuple):
    """One cell that speaks of a key: a figure, or what cannot be used as one."""

    address: Address
    observation: Observation | None = None
    aside: SetAside | None = None


def reconcile(
    observations: Iterable[Observation], set_aside: Sequence[SetAside], submissions: Sequence[Submission]
) -> Reconciled:
    """Leaves at most one observation for each key.

    Official figures that contradict each other cancel out. A correction replaces what it fills, the one
    with the highest `Lần` last; a supplement, the lowest first, only fills blanks. File dates tell nothing.
    """
    bundles = list(bundled(observations))
    disputed = _disputed(bundles, set_aside)
    attempts: dict[Key, list[_Attempt]] = defaultdict(list)
    result = Reconciled()
    for bundle in bundles:
        items = disputed.get((bundle.agency, bundle.period))
        if items is None:
            result.observations.put(bundle)
            continue
        for observation in bundle.observations:
            if observation.item in items:
                attempts[observation.key].append(_Attempt(observation.address, observation))
            else:
                result.observations.append(observation)
    for aside in set_aside:
        attempts[aside.key].append(_Attempt(aside.address, aside=aside))
    for key, found in attempts.items():
        _settle(key, found, submissions, result)
    result.observations = in_order_of_cells(result.observations.bundles())
    return result


def _disputed(bundles: Sequence[Bundle], set_aside: Sequence[SetAside]) -> dict[tuple[str, Period], set[str]]:
    """By agency and period the items that more than one cell speaks of, or one that cannot be used.

    Nearly all figures are said once, and nothing more is to be done with them.
    """
    said: dict[tuple[str, Period], list[str]] = defaultdict(list)
    for bundle in bundles:
        said[bundle.agency, bundle.period].extend(bundle.items)
    disputed: dict[tuple[str, Period], set[str]] = defaultdict(set)
    for of, items in said.items():
        if len(items) > len(set(items)):
            disputed[of].update(item for item, count in Counter(items).items() if count > 1)
    for aside in set_aside:
        disputed[aside.key.agency, aside.key.period].add(aside.key.item)
    return dict(disputed)


def _settle(key: Key, found: list[_Attempt], submissions: Sequence[Submission], result: Reconciled) -> None:
    """Takes the ranks from the strongest down; the first that says anything decides."""
    decided: Observation | None = None
    is_decided = False
    for rank in _ranked(found, submissions):
        said = [attempt.observation for attempt in rank if attempt.observation is not None]
        if is_decided:
            _follow(decided, said, result)
        elif said:
            decided, is_decided = _agree(said, submissions, result), True
        elif submissions[rank[0].address.file].kind is SubmissionKind.CORRECTION:
            # It says that what was sent is wrong, but not legibly what is right.
            is_decided = True
    if decided is None:
        result.unusable.add(key)
        contradicted = bool(result.conflicts) and result.conflicts[-1][0].key == key
        kind = CONFLICTING_OBSERVATION if contradicted else SUBMISSION_SUPERSEDED
        result.set_aside.extend(_unused(found, kind.code))
    else:
        result.observations.append(decided)


def _unused(found: Iterable[_Attempt], code: str) -> Iterator[SetAside]:
    """The cells of a key without a usable figure; `code` is why those are not used that have one."""
    for attempt in found:
        if attempt.observation is not None:
            yield SetAside(attempt.observation.key, attempt.address, code, attempt.observation.value)
        elif attempt.aside is not None:
            yield attempt.aside


def _ranked(found: list[_Attempt], submissions: Sequence[Submission]) -> list[list[_Attempt]]:
    """The attempts by the kind and number of their submissions, the strongest first."""
    ranks: dict[tuple[int, int], list[_Attempt]] = defaultdict(list)
    for attempt in found:
        ranks[_strength(submissions[attempt.address.file])].append(attempt)
    return [ranks[strength] for strength in sorted(ranks)]


def _strength(submission: Submission) -> tuple[int, int]:
    match submission.kind:
        case SubmissionKind.CORRECTION:
            return 0, -max(submission.number, _FIRST)
        case SubmissionKind.OFFICIAL:
            return 1, 0
    return 2, max(submission.number, _FIRST)


def _agree(
    said: list[Observation], submissions: Sequence[Submission], result: Reconciled
) -> Observation | None:
    """The one that stands for all of a rank; None where they contradict each other."""
    # A plain yes means the period's last day, so it contradicts an earlier date.
    if len({(observation.value, observation.done_on) for observation in said}) > 1:
        result.conflicts.append(sorted(said, key=_place))
        return None
    used, *others = sorted(said, key=lambda observation: _preference(observation, submissions))
    result.copies.extend(Pair(used, other) for other in others)
    return used


def _follow(decided: Observation | None, said: list[Observation], result: Reconciled) -> None:
    """What a weaker rank says beside the decision."""
    if decided is None:
        return
    for other in sorted(said, key=_place):
        is_copy = other.value == decided.value and other.done_on == decided.done_on
        (result.copies if is_copy else result.superseded).append(Pair(decided, other))


def _preference(observation: Observation, submissions: Sequence[Submission]) -> tuple[bool, int, Address]:
    """Rather the item itself, and rather the agency's own workbook than one that repeats it."""
    submitter = submissions[observation.address.file].submitter
    distance = 0 if submitter == observation.agency else 1 if submitter is not None else 2
    return observation.approximate, distance, observation.address
