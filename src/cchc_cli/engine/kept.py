"""Baselines kept in the catalogue, where no submission of the call reports them.

Source: model, «Periods», fourth rule: parts that make up the year are a figure of the year.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from cchc_cli.catalogue.catalogue import BaselineFigure, Catalogue
from cchc_cli.engine.cover import cover
from cchc_cli.engine.evidence import Evidence
from cchc_cli.observation import Address, Observation
from cchc_cli.observations import Observations, bundled
from cchc_cli.period import Period
from cchc_cli.registry.registry import Registry
from cchc_cli.roster import Roster

_NOWHERE = Address(file=-1, sheet=-1, row=0, column=0)


def with_baselines(catalogue: Catalogue, registry: Registry, evidence: Evidence) -> Evidence:
    """The evidence, and the kept figures of what nobody reports: neither for the year nor in parts of it."""
    if not catalogue.baselines:
        return evidence
    kept = {(figure.agency, figure.item) for figure in catalogue.baselines}
    reported = _periods_by_figure(evidence, kept)
    rosters = {
        period: Roster(registry, period, ()) for period in {figure.period for figure in catalogue.baselines}
    }
    missing = tuple(
        Observation(figure.agency, figure.item, figure.period, figure.value, _NOWHERE)
        for figure in catalogue.baselines
        if not _is_reported(figure, reported[figure.agency, figure.item], rosters[figure.period])
    )
    return replace(evidence, observations=_together(evidence.observations, missing)) if missing else evidence


def _together(observations: Sequence[Observation], missing: Sequence[Observation]) -> Observations:
    together = Observations(observations)
    together.extend(missing)
    return together


def _periods_by_figure(
    evidence: Evidence, kept: Set[tuple[str, str]]
) -> Mapping[tuple[str, str], set[Period]]:
    """For which periods the kept figures' agencies report them, usable or not."""
    agencies = {agency for agency, _ in kept}
    own = (bundle for bundle in bundled(evidence.observations) if bundle.agency in agencies)
    keys = (one.key for bundle in own for one in bundle.observations)
    reported: dict[tuple[str, str], set[Period]] = defaultdict(set)
    for key in (*evidence.unusable, *keys):
        if (key.agency, key.item) in kept:
            reported[key.agency, key.item].add(key.period)
    return reported


def _is_reported(figure: BaselineFigure, periods: set[Period], roster: Roster) -> bool:
    """Whether what was reported, usable or not, is the kept figure's year or makes it up."""
    position = roster.member_of(figure.agency, figure.period)
    own = frozenset(
        found
        for found in periods
        if figure.period.covers(found) and roster.member_of(figure.agency, found) == position
    )
    if figure.period in own or position is None:
        return figure.period in own
    return cover(own, roster.members[position].days_within(figure.period)) is not None
