"""How the form asks for an item: in plain words, for which days, with the clause at hand."""

from collections.abc import Iterable
from datetime import date

from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import ItemKind, Measure
from cchc_cli.catalogue.target import Citation
from cchc_cli.language import Language
from cchc_cli.outgoing.form.entry_rules import LONGEST_MESSAGE
from cchc_cli.period import Period
from cchc_cli.visible import visible

YES_NO_UNIT = "có, không hoặc ngày"
_TERRITORY_CHANGES = date(2025, 7, 1)
"""The province's territory is a larger one from this day on. Source: model, «Periods»."""
_FORMER_TERRITORY = f"chỉ tính trên địa bàn tỉnh trước ngày {_TERRITORY_CHANGES:%d/%m/%Y}"
_IN_SHORT = {
    Measure.FLOW: "phát sinh trong kỳ",
    Measure.STOCK: "có đến cuối kỳ",
    Measure.OPENING: "có tại đầu kỳ",
    Measure.PUBLISHED: "đã công bố",
}
_MOST_PLACES = 2


def days_asked(item: Item, life: Period, period: Period) -> str:
    """Which days the figure is about: `life` is from the agency's first to its last day."""
    asked = _days(item, life, period)
    if item.territory == "former" and period.end >= _TERRITORY_CHANGES:
        return f"{asked}; {_FORMER_TERRITORY}"
    return asked


def _days(item: Item, life: Period, period: Period) -> str:
    covered = _covered(item, life, period)
    if item.kind is ItemKind.YES_NO:
        return f"Tính đến ngày {_day(covered.end)}"
    if item.measure is Measure.FLOW:
        to_date = period.is_year_to_date and life.start <= period.start
        arose = "Lũy kế từ đầu năm" if to_date else "Phát sinh trong kỳ"
        return f"{arose}, từ {_day(covered.start)} đến {_day(covered.end)}"
    if item.measure is Measure.STOCK:
        return f"Có đến ngày {_day(covered.end)}"
    if item.measure is Measure.OPENING:
        return f"Có tại đầu kỳ, ngày {_day(covered.start)}"
    return "Theo kết quả đã công bố cho kỳ báo cáo"


def _covered(item: Item, life: Period, period: Period) -> Period:
    """The days of the item's window on which the agency existed; to its last day where it ended within the
    period, for which no later window asks."""
    window = item.days(period)
    start, end = max(window.start, life.start), min(window.end, life.end)
    if life.end <= period.end:
        end = life.end
    if start > end:
        start, end = max(period.start, life.start), min(period.end, life.end)
    return Period.between(start, end)


def days_in_short(item: Item, life: Period, period: Period) -> str:
    """The same where the period stands above the whole table."""
    days = _covered(item, life, period)
    if days == period or item.measure is Measure.PUBLISHED:
        return _IN_SHORT[item.measure]
    if item.measure is Measure.FLOW:
        return f"phát sinh từ {_day(days.start)} đến {_day(days.end)}"
    return f"có tại {_day(days.start)}" if item.measure is Measure.OPENING else f"có đến {_day(days.end)}"


def unit_asked(item: Item) -> str:
    """The unit; for a yes-no item what may be answered."""
    return YES_NO_UNIT if item.kind is ItemKind.YES_NO else item.unit


def help_message(item: Item, citations: Iterable[Citation]) -> str:
    """What the cell says when it is selected: what counts, and where it is asked for; '' for nothing.

    The clause stays whole: of a longer message the explanation is cut.
    """
    clause = _clause(list(citations))
    explained = visible(item.help.vi) if item.help is not None else ""
    room = LONGEST_MESSAGE - len(clause) - 1
    if len(explained) > room:
        explained = f"{explained[: room - 1].rstrip()}…"
    # On one line: a spreadsheet breaks it to the width of its box.
    return " ".join(filter(None, (explained, clause)))


def _clause(citations: list[Citation]) -> str:
    """The places by document, as many as are still read."""
    places: dict[str, list[str]] = {}
    for citation in citations[:_MOST_PLACES]:
        places.setdefault(visible(citation.document), []).append(visible(citation.place))
    more = "; …" if len(citations) > _MOST_PLACES else "."
    cited = "; ".join(f"{document}: {'; '.join(found)}" for document, found in places.items())
    clause = f"Căn cứ {cited}{more}" if cited else ""
    return clause if len(clause) <= LONGEST_MESSAGE else f"{clause[: LONGEST_MESSAGE - 1]}…"


def period_words(period: Period) -> str:
    """The period in words that the reader understands too."""
    return period.in_words(Language.VI)


def period_days(days: Period) -> str:
    """The days that are asked for, for under the words of the period.

    >>> period_days(Period.parse("2024-01-01..2024-10-31"))
    '(từ ngày 01/01/2024 đến ngày 31/10/2024)'
    """
    return f"(từ ngày {_day(days.start)} đến ngày {_day(days.end)})"


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
