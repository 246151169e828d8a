"""Who has not reported, level by level, and who did after the cut-off."""

from dataclasses import dataclass

from cchc_cli.dossier import AgencyName, Reporting
from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.reports.html.reader import Reader
from cchc_cli.reports.reporting_words import LATE_LETTER
from cchc_cli.standing.words import group_name

MOST = 6
"""Names of a level that stand in sight; the others fold."""


@dataclass(frozen=True, slots=True)
class Names:
    """Some agencies of one level, those outside the pool apart; `folded` are shown on demand."""

    level: str
    count: int
    in_sight: list[str]
    folded: list[str]


@dataclass(frozen=True, slots=True)
class Absent:
    """Who is missing, and who came after the cut-off."""

    missing: list[Names]
    late: list[str]


def absent(reader: Reader, reporting: Reporting | None) -> Absent:
    """Of one period; nobody where nothing is expected."""
    if reporting is None:
        return Absent([], [])
    late = [
        reader.say(LATE_LETTER, agency=reader.text(report.agency.name), day=f"{report.dated:%d/%m/%Y}")
        for report in reporting.late
    ]
    groups: dict[tuple[Level, bool], list[AgencyName]] = {
        (level, pooled): [] for level in Level for pooled in (True, False)
    }
    for agency in reporting.missing:
        groups[agency.level, agency.pooled].append(agency)
    named = ((group_name(*group), agencies) for group, agencies in groups.items() if agencies)
    return Absent([_names(reader, group, agencies) for group, agencies in named], late)


def _names(reader: Reader, group: Text, agencies: list[AgencyName]) -> Names:
    names = [reader.text(agency.name) for agency in agencies]
    return Names(reader.text(group), len(names), names[:MOST], names[MOST:])
