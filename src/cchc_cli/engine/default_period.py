"""Which period is evaluated when none is asked for."""

from cchc_cli.engine.evidence import Evidence
from cchc_cli.period import Period


def default_period(evidence: Evidence) -> Period | None:
    """The newest period with at least half as many reporting agencies as the best covered one.

    None where nothing was reported.
    """
    reporting: dict[Period, set[str]] = {}
    for key in evidence.reported:
        reporting.setdefault(key.period, set()).add(key.agency)
    if not reporting:
        return None
    most = max(len(agencies) for agencies in reporting.values())
    well_covered = [period for period, agencies in reporting.items() if 2 * len(agencies) >= most]
    return max(well_covered, key=newness)


def newness(period: Period) -> tuple[int, int]:
    """By end; of two that end on one day the longer is newer."""
    return period.end.toordinal(), -period.start.toordinal()
