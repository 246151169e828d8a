"""How the form asks for an item: in plain words, for which days, with the clause at hand."""

from datetime import date

from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import ItemKind, Measure
from cchc_cli.period import Period

YES_NO_UNIT = "có/không hoặc ngày"
_MOST_SOURCES = 2


def days_asked(item: Item, period: Period) -> str:
    """Which days the figure is about: those of the period, its last, or the item's own window."""
    if item.window is not None:
        return item.window.vi
    if item.kind is ItemKind.YES_NO:
        return f"Tính đến ngày {_day(period.end)}; ghi có, không hoặc ngày hoàn thành"
    if item.measure is Measure.FLOW:
        return f"Phát sinh từ {_day(period.start)} đến {_day(period.end)}"
    if item.measure is Measure.STOCK:
        return f"Có đến ngày {_day(period.end)}"
    return "Theo kết quả đã công bố cho kỳ báo cáo"


def unit_asked(item: Item) -> str:
    """The unit; for a yes-no item what may be answered."""
    return YES_NO_UNIT if item.kind is ItemKind.YES_NO else item.unit


def help_lines(item: Item, sources: tuple[str, ...]) -> list[str]:
    """What the cell says when it is selected: what counts, and where the decision asks for it."""
    lines = [item.help.vi] if item.help is not None else []
    if sources:
        more = "…" if len(sources) > _MOST_SOURCES else ""
        lines.append(f"Căn cứ: {'; '.join(sources[:_MOST_SOURCES])}{more}.")
    return lines


def period_line(period: Period, in_words: str) -> str:
    """The period with its days, for under a title; not in the words of a label, which would be read."""
    return f"{in_words} (từ ngày {_day(period.start)} đến ngày {_day(period.end)})"


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
