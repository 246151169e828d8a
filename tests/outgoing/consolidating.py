"""The small province's reports put into one workbook."""

from collections.abc import Sequence
from pathlib import Path

from cchc_cli.engine.assemble import finding_record
from cchc_cli.intake.intake import Intake
from cchc_cli.intake.read_count import ReadCount
from cchc_cli.language import Language
from cchc_cli.observation import Observation, Submission
from cchc_cli.observations import Observations
from cchc_cli.outgoing.consolidated.content import consolidate, selected, well_covered
from cchc_cli.outgoing.consolidated.workbook import Consolidated, consolidated_workbook
from cchc_cli.period import Period
from cchc_cli.reception.stocktaking import Asked, take_stock
from tests.reception.province import CATALOGUE, REGISTRY

Said = tuple[str, str, str, str, str, bool]
"""What makes two observations the same: agency, item, period, value, day, and whether it is approximate."""


def consolidated(intake: Intake, periods: Sequence[Period] | None = None) -> Consolidated:
    """What `cchc consolidate` makes of what was read."""
    observations = selected(intake.observations, periods, REGISTRY)
    listed = well_covered(observations) if periods is None else periods
    standings = {
        period: take_stock(CATALOGUE, REGISTRY, intake, Asked(period), Language.VI)
        for period in sorted({one.period for one in observations} | set(listed))
    }
    return Consolidated(
        catalogue=CATALOGUE,
        registry=REGISTRY,
        intake=intake,
        consolidation=consolidate(CATALOGUE, REGISTRY, intake, observations, standings, listed),
        standings=standings,
        listed=listed,
        findings=[finding_record(finding, Language.VI) for finding in intake.findings],
    )


def write(path: Path, intake: Intake, periods: Sequence[Period] | None = None) -> Path:
    """The workbook as a file."""
    path.write_bytes(consolidated_workbook(consolidated(intake, periods), Language.VI))
    return path


def intake_of(observations: Sequence[Observation]) -> Intake:
    """As if one workbook had held exactly these figures."""
    submission = Submission("nguồn.xlsx", "3" * 64, "matrix", ("Bảng",))
    read = ReadCount(agencies=0, periods=(), observations=len(observations), figures={})
    return Intake((submission,), Observations(observations), frozenset(), (), (), (read,), 0)


def said(observations: Sequence[Observation]) -> list[Said]:
    """The observations without their addresses, in one order."""
    return sorted(
        (one.agency, one.item, str(one.period), f"{one.value:f}", str(one.done_on), one.approximate)
        for one in observations
    )
