"""Who has not reported, level by level, and who did after the cut-off."""

from dataclasses import dataclass

from cchc_cli.dossier import AgencyName, Reporting
from cchc_cli.level import Level
from cchc_cli.reports.html.reader import Reader
from cchc_cli.reports.reporting_words import LATE_LETTER
from cchc_cli.standing.words import LEVEL

MOST = 6
"""Names of a level that stand in sight; the others fold."""


@dataclass(frozen=True, slots=True)
class Names:
    """Some agencies of one level; `folded` are shown on demand."""

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
    by_level = {level: [agency for agency in reporting.missing if agency.level is level] for level in Level}
    return Absent([_names(reader, level, found) for level, found in by_level.items() if found], late)


def _names(reader: Reader, level: Level, agencies: list[AgencyName]) -> Names:
    names = [reader.text(agency.name) for agency in agencies]
    return Names(reader.text(LEVEL[level]), len(names), names[:MOST], names[MOST:])
