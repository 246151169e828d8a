"""The verdicts of the newest period counted by area and status, as the headline counts them."""

from collections import Counter

from cchc_cli.dossier import Dossier
from cchc_cli.reports.wording import periods_shown, status_texts
from cchc_cli.reports.xlsx.words import (
    ASPIRATIONAL_ROW,
    COUNTED,
    STEERING,
    STEERING_ASPIRATIONAL,
)
from cchc_cli.run import Status

ORDER = (
    Status.MET,
    Status.MISSED,
    Status.NOT_DUE,
    Status.NO_DATA,
    Status.NOT_EVALUABLE,
    Status.INCONCLUSIVE,
    Status.NOT_APPLICABLE,
)


class Counted:
    """Official verdicts, or all where none is official; aspirational ones apart."""

    def __init__(self, dossier: Dossier) -> None:
        verdicts, period = dossier.run.verdicts, dossier.period
        official = [verdict for verdict in verdicts if verdict.official]
        self.kind = COUNTED if official else STEERING
        self.aspirational_kind = ASPIRATIONAL_ROW if official else STEERING_ASPIRATIONAL
        self.words = status_texts(official=bool(official))
        self.periods = periods_shown(dossier.run)
        shown = official or verdicts
        firm = [verdict for verdict in shown if not verdict.aspirational]
        striven = [verdict for verdict in shown if verdict.aspirational]
        self.areas = list(dict.fromkeys(verdict.area for verdict in shown))
        there = {verdict.status for verdict in firm}
        self.statuses = [status for status in ORDER if status in there]
        self.has_aspirational = bool(striven)
        self.aspirational = Counter(verdict.area for verdict in striven if verdict.period == period)
        self._counts = Counter((verdict.area, verdict.status) for verdict in firm if verdict.period == period)

    def number(self, area: str, status: Status) -> int:
        """How many of one area stand so."""
        return self._counts[area, status]
