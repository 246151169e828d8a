"""The first page: everything that one who reads nothing else should know."""

from dataclasses import dataclass

from cchc_cli.dossier import Reporting
from cchc_cli.language import Text
from cchc_cli.pace import Pace
from cchc_cli.reports.counting import is_final
from cchc_cli.reports.headline import headline
from cchc_cli.reports.html.absent import Absent, absent
from cchc_cli.reports.html.changes import Changes, changes
from cchc_cli.reports.html.counts import Count, counts
from cchc_cli.reports.html.missed_targets import MissedTargets, missed_targets
from cchc_cli.reports.html.outlook import DueDate, outlook
from cchc_cli.reports.html.reader import Reader
from cchc_cli.reports.reporting_words import END_OF_DAY, REPORTED
from cchc_cli.reports.wording import map_words

_NOT_ASKED = Text("không có đơn vị nào phải báo cáo", "nobody has to report")
_NO_CUTOFF = Text("không đặt; tính mọi báo cáo đã nhận", "none set; everything received counts")
_PROVISIONAL = Text("Tạm tính", "Provisional")
_FINAL = Text("Chính thức", "Final")


@dataclass(frozen=True, slots=True)
class DirectorsPage:
    """No hash, no reading and no code stands on it."""

    programme: str
    period: str
    other_periods: list[str]
    """What the pages behind it show too."""
    remarks: list[str]
    cutoff: str
    reported: str
    is_final: bool
    standing: str
    """Provisional or final; nothing in a run for steering."""
    tiles: list[Count]
    headline: list[str]
    missed: MissedTargets
    outlook: list[DueDate]
    has_pace: bool
    """Whether the pace of any target can be told."""
    changes: Changes
    absent: Absent | None
    """None in a run for steering: it is not about who reports."""


def directors_page(reader: Reader) -> DirectorsPage:
    """Of the newest period judged."""
    run, period = reader.run, reader.dossier.period
    newest = [verdict for verdict in run.verdicts if verdict.period == period]
    left_out = [rows for rows in run.left_out if rows.period == period]
    shown = run.model_copy(update={"verdicts": newest, "left_out": left_out})
    others = dict.fromkeys(verdict.period for verdict in run.verdicts if verdict.period != period)
    reporting = next((one for one in reader.dossier.reporting if one.period == period), None)
    final = reporting is not None and is_final([reporting], reader.newest())
    cutoff = run.asked.cutoff if run.asked else None
    return DirectorsPage(
        programme=reader.text(run.programme.title),
        period=reader.period(period) if period else "–",
        other_periods=[reader.period(other) for other in others],
        remarks=map_words(run, reader.language),
        cutoff=reader.say(END_OF_DAY, day=f"{cutoff:%d/%m/%Y}") if cutoff else reader.say(_NO_CUTOFF),
        reported=_reported(reader, reporting),
        is_final=final,
        standing="" if reader.is_for_steering else reader.say(_FINAL if final else _PROVISIONAL),
        tiles=counts(reader, reader.leading(), left_out if reader.is_for_steering else ()),
        headline=headline(shown, reader.language) if newest else [],
        missed=missed_targets(reader),
        outlook=outlook(reader),
        has_pace=any(isinstance(verdict.pace, Pace) for verdict in reader.leading()),
        changes=changes(reader),
        absent=None if reader.is_for_steering else absent(reader, reporting),
    )


def _reported(reader: Reader, reporting: Reporting | None) -> str:
    if reporting is None or not reporting.expected:
        return reader.say(_NOT_ASKED)
    n, expected = reader.number(reporting.reporting), reader.number(reporting.expected)
    return reader.say(REPORTED, n=n, all=expected)
