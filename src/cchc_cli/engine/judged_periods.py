"""Which periods of a call are judged where none is named: the newest well covered one, or all of them."""

from collections import defaultdict

from cchc_cli.engine.evidence import Evidence
from cchc_cli.period import Period
from cchc_cli.registry.registry import Registry


def default_period(evidence: Evidence) -> Period | None:
    """The newest period with at least half as many reporting agencies as the best covered one.

    None where nothing was reported.
    """
    reporting = _reporting(evidence)
    if not reporting:
        return None
    most = max(len(agencies) for agencies in reporting.values())
    well_covered = [period for period, agencies in reporting.items() if 2 * len(agencies) >= most]
    return max(well_covered, key=lambda period: period.newness)


def periods_of_the_call(evidence: Evidence, registry: Registry) -> tuple[Period, ...]:
    """Every period that was reported, in order.

    Left out are days without a name that are no more than what a longer period of the call holds of the
    lives of those who report them: an agency that ended or began within a year reports these for the year.
    """
    reporting = _reporting(evidence)
    return tuple(
        period
        for period in sorted(reporting)
        if period.name is not None or not _is_a_part(period, reporting, registry)
    )


def _is_a_part(period: Period, reporting: dict[Period, set[str]], registry: Registry) -> bool:
    lives = [registry.life_in(code, period) for code in reporting[period]]
    longer = [other for other in reporting if other != period and other.covers(period)]
    return any(
        all(life is not None and life.life_within(other) == period for life in lives) for other in longer
    )


def _reporting(evidence: Evidence) -> dict[Period, set[str]]:
    """Who reports for each period."""
    reporting: dict[Period, set[str]] = defaultdict(set)
    for agency, period in evidence.reporting:
        reporting[period].add(agency)
    return reporting
