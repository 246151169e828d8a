"""Who has reported for a period, of those who must: as `cchc status` tells it."""

from datetime import date

from cchc_cli.compilation.call import Call
from cchc_cli.dossier import AgencyName, LateReport, Reporting
from cchc_cli.language import Language
from cchc_cli.period import Period
from cchc_cli.reception.stocktaking import Asked, take_stock
from cchc_cli.standing.records import AgencyStanding, State


def reporting_of(call: Call, period: Period) -> Reporting:
    """The standing of one period; whatever is dated after the cut-off came late and does not count."""
    # The sentences of its findings are not shown, so the language makes no difference.
    asked = Asked(period, cutoff=call.cutoff, agencies=call.question.agencies)
    standing = take_stock(call.catalogue, call.registry, call.intake, asked, Language.VI)
    absent = [agency for agency in standing.agencies if agency.state is State.MISSING]
    late = _late(call, period, {agency.code: agency for agency in absent})
    came_late = {each.agency.code for each in late}
    return Reporting(
        period=str(period),
        expected=standing.total.expected,
        reporting=standing.total.reported,
        missing=tuple(_name(agency) for agency in absent if agency.code not in came_late),
        late=late,
    )


def _late(call: Call, period: Period, absent: dict[str, AgencyStanding]) -> tuple[LateReport, ...]:
    """Of those who are missing, whose own report is there and dated after the cut-off."""
    if call.cutoff is None:
        return ()
    first: dict[str, date] = {}
    for submission in call.intake.submissions:
        code, dated = submission.submitter, submission.dated
        if code is None or code not in absent:
            continue
        if submission.period == period and dated is not None and dated > call.cutoff:
            first[code] = min(dated, first.get(code, dated))
    return tuple(LateReport(_name(absent[code]), day) for code, day in first.items())


def _name(agency: AgencyStanding) -> AgencyName:
    return AgencyName(agency.code, agency.name, agency.level, agency.pooled)
