"""Agencies outside their time: from when to when they existed, and whose code to use instead."""

from collections.abc import Sequence

from cchc_cli.intake.brief import Brief
from cchc_cli.intake.wording import NOTHING
from cchc_cli.language import Text, joined
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency

_MOST_NAMED = 5
_FROM_TO = Text("hoạt động từ {start} đến hết {end}", "existed from {start} to {end}")
_SINCE = Text("hoạt động từ {start}", "has existed since {start}")
_UNTIL = Text("hoạt động đến hết {end}", "existed until {end}")
_INSTEAD = Text(" Kỳ này dùng: {agencies}.", " For this period use: {agencies}.")
_DIVIDED = Text(" Kỳ này việc của đơn vị do: {agencies}.", " In this period its work is done by: {agencies}.")
_MADE_OF = Text(" Kỳ này còn là: {agencies}.", " In this period it was still: {agencies}.")
_NOBODY = Text(
    " Danh mục đơn vị không nêu đơn vị nào tiếp nhận.", " The registry names nobody who took it over."
)


def life_nearest(lives: Sequence[Agency], period: Period) -> Agency:
    """Of a code without a life in the period: the last one before it, else the first after it."""
    ended = [life for life in lives if life.last_day < period.start]
    return ended[-1] if ended else lives[0]


def life_words(agency: Agency) -> Text:
    """From when to when it existed; of one that is always there nobody asks."""
    start = f"{agency.valid_from:%d/%m/%Y}" if agency.valid_from else ""
    end = f"{agency.valid_until:%d/%m/%Y}" if agency.valid_until else ""
    if start and end:
        return _FROM_TO.filled(start=start, end=end)
    return _SINCE.filled(start=start) if start else _UNTIL.filled(end=end)


def instead(agency: Agency, period: Period, brief: Brief) -> Text:
    """Whose code to use for the period in place of one that had ended by then, or had not begun."""
    labels = [brief.names.label(other) for other in brief.registry.heirs(agency, period.end)]
    had_ended = agency.last_day < period.start
    if not labels:
        return _NOBODY if had_ended else NOTHING
    several = _DIVIDED if had_ended else _MADE_OF
    return (_INSTEAD if len(labels) == 1 else several).filled(agencies=_listed(labels))


def _listed(labels: Sequence[Text]) -> Text:
    """Some names, and how many more there are."""
    named = joined(labels[:_MOST_NAMED], "; ")
    rest = len(labels) - _MOST_NAMED
    return named if rest <= 0 else Text(f"{named.vi}; và {rest} đơn vị khác", f"{named.en}; and {rest} more")
