"""Catalogue and layouts for a terminal: what `cchc targets list|show` and the like print.

The listings are the plain data that `-f json` prints; units are translated by whoever has the catalogue.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text as RichText

from cchc_cli.language import Language, Text
from cchc_cli.period import Period
from cchc_cli.reports.numbers_text import quantity_text
from cchc_cli.reports.page import Page
from cchc_cli.reports.requirement import against, bound_text
from cchc_cli.reports.wording import REASON
from cchc_cli.run import Reason

Listing = dict[str, Any]
UnitIn = Callable[[str], str]

_INDICATOR = Text("Chỉ tiêu", "Indicator")
_TARGETS = Text("Mục tiêu", "Targets")
_LEVELS = {
    "all": Text("Toàn tỉnh", "Whole province"),
    "province": Text("Cấp tỉnh", "Province level"),
    "district": Text("Cấp huyện", "District level"),
    "commune": Text("Cấp xã", "Commune level"),
}
_EVERY = {
    "period": Text("mọi kỳ báo cáo", "every period"),
    "year": Text("hằng năm", "every year"),
}
_FROM = Text("từ {day}", "from {day}")
_UNTIL = Text("đến hết {day}", "until {day}")
_COVERING = Text("theo {window}", "over {window}")
_ALSO = Text("Số liệu nêu kèm", "Second figure")
_NUMERATOR = Text("Tử số", "Numerator")
_DENOMINATOR = Text("Mẫu số", "Denominator")
_FIGURES = Text("Số liệu báo cáo", "Reported figures")
_REPORTED_BY = Text("báo cáo bởi", "reported by")
_LEAD = Text("Chủ trì", "Lead")
_READING = Text("Cách hiểu", "Reading")
_LINE = Text("dòng", "line")
_ASPIRATIONAL = Text("chỉ tiêu phấn đấu", "aspirational")
_PACE = Text("tiến độ {points} điểm trong năm", "a pace of {points} points within the year")
_PACE_FROM = Text("tiến độ {points} điểm mỗi năm từ {year}", "a pace of {points} points a year from {year}")
_PACE_FROM_START = Text(
    "tiến độ {points} điểm mỗi năm từ {year}, bắt đầu từ {start}",
    "a pace of {points} points a year from {year}, starting at {start}",
)
_LAYOUT_COLUMNS = (Text("Mã", "Id"), Text("Bố cục", "Layout"), Text("Số liệu", "Items"))
_EVERY_ITEM = Text("mọi số liệu của danh mục", "every item of the catalogue")


def targets_table(
    listing: Listing, areas: dict[str, Text], unit_in: UnitIn, language: Language, page: Page
) -> str:
    """Every indicator with its targets on one line a level."""
    parts: list[RenderableType] = []
    for area, name in areas.items():
        chosen = [indicator for indicator in listing["indicators"] if indicator["area"] == area]
        if not chosen:
            continue
        parts += ["", page.text(f"{name.in_language(language).upper()} ({area})", "bold underline")]
        parts.append(_indicators(chosen, unit_in, language, page))
    return page.render(*parts)


def target_card(listing: Listing, indicator: Listing, unit_in: UnitIn, language: Language, page: Page) -> str:
    """One indicator: what is divided by what, who reports it, each target with its clause."""
    parts: list[RenderableType] = [
        page.text(_name(indicator, language), "bold"),
        page.text(f"{indicator['id']} ({indicator['area']})", "dim"),
    ]
    parts += _terms(indicator, listing, unit_in, language, page)
    for also in indicator["also"]:
        words = f"{_ALSO.in_language(language)}: {_name(also, language)} ({also['reading']})"
        parts.append(page.text(words))
    for alike in _by_source(indicator["targets"]):
        parts.append("")
        parts += [page.text(line, "bold") for line in _by_level(alike, indicator, unit_in, language)]
        parts += _source(alike[0], language, page)
    return page.render(*parts)


def layouts_table(listing: Listing, language: Language, page: Page) -> str:
    """Every layout with where it comes from and the items that it holds."""
    grid = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in _LAYOUT_COLUMNS:
        grid.add_column(page.text(heading.in_language(language)), overflow="fold")
    for layout in listing["layouts"]:
        name = page.text(_name(layout, language))
        name.append("\n").append_text(page.text(layout["source"], "dim"))
        items = layout["items"]
        held = [_EVERY_ITEM.in_language(language)] if items is None else items
        grid.add_row(page.text(layout["id"]), name, RichText("\n").join(map(page.text, held)))
    return page.render(grid)


def _indicators(
    indicators: Iterable[Listing], unit_in: UnitIn, language: Language, page: Page
) -> RenderableType:
    grid = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0), expand=True)
    grid.add_column(page.text(_INDICATOR.in_language(language)), ratio=1, overflow="fold")
    grid.add_column(page.text(_TARGETS.in_language(language)), ratio=1, overflow="fold")
    for indicator in indicators:
        name = page.text(_name(indicator, language))
        name.append("\n").append_text(page.text(indicator["id"], "dim"))
        lines = _by_level(indicator["targets"], indicator, unit_in, language)
        grid.add_row(name, RichText("\n").join(page.text(line) for line in lines))
    return grid


def _by_level(targets: list[Listing], indicator: Listing, unit_in: UnitIn, language: Language) -> list[str]:
    """One line a level, its targets in their order; the level is left out where there is no other."""
    only_province = {target["level"] for target in indicator["targets"]} == {"all"}
    lines = []
    for level in dict.fromkeys(target["level"] for target in targets):
        name = "" if only_province else f"{_LEVELS[level].in_language(language)}: "
        asked = [
            _short(target, indicator, unit_in, language) for target in targets if target["level"] == level
        ]
        lines.append(name + "; ".join(asked))
    return lines


def _by_source(targets: list[Listing]) -> list[list[Listing]]:
    """Targets that stand on the same clauses, read the same way, together."""
    alike: dict[str, list[Listing]] = {}
    for target in targets:
        alike.setdefault(repr((target["citations"], target["reading"], target["lead"])), []).append(target)
    return list(alike.values())


def _short(target: Listing, indicator: Listing, unit_in: UnitIn, language: Language) -> str:
    times = [_when(target, language), *([_pace(target["pace"], language)] if target["pace"] else [])]
    return f"{_asked(target, indicator, unit_in, language)} ({'; '.join(times)})"


def _asked(target: Listing, indicator: Listing, unit_in: UnitIn, language: Language) -> str:
    words = bound_text(
        indicator["kind"],
        target["operator"],
        target["bound"],
        target["upper"],
        unit_in(indicator["unit"]),
        language,
    )
    if target["baseline"]:
        words += _against(target["baseline"], language)
    return f"{words}, {_ASPIRATIONAL.in_language(language)}" if target["aspirational"] else words


def _against(baseline: Listing, language: Language) -> str:
    """What a change is measured against, and that it is only proposed where it is."""
    window = Period.between(*(date.fromisoformat(baseline[end]) for end in ("from", "until")))
    words = against(window, language)
    if baseline["confirmed"]:
        return words
    return f"{words}, {REASON[Reason.BASELINE_UNCONFIRMED].in_language(language)}"


def _pace(pace: Listing, language: Language) -> str:
    words = _PACE if pace["from"] is None else _PACE_FROM if pace["start"] is None else _PACE_FROM_START
    numbers = {name: quantity_text(pace[name] or 0, language) for name in ("points", "start")}
    return words.in_language(language).format(**numbers, year=pace["from"])


def _when(target: Listing, language: Language) -> str:
    """When it is due or that it always is, and the days it binds where the catalogue limits them."""
    ends = ((_FROM, target["from"]), (_UNTIL, target["until"]))
    limits = [words.in_language(language).format(day=_day(day)) for words, day in ends if day]
    return " ".join([_due(target, language), *limits])


def _due(target: Listing, language: Language) -> str:
    if target["due"] is None:
        return _EVERY[target["judged"]].in_language(language)
    day = _day(target["due"])
    return day.removeprefix("31/12/")


def _day(written: str) -> str:
    return f"{date.fromisoformat(written):%d/%m/%Y}"


def _terms(
    indicator: Listing, listing: Listing, unit_in: UnitIn, language: Language, page: Page
) -> Iterator[RenderableType]:
    items = {item["code"]: item for item in listing["items"]}
    windows = {window["id"]: _name(window, language) for window in listing["windows"]}
    divided = bool(indicator["denominator"])
    sides = [(_NUMERATOR if divided else _FIGURES, indicator["numerator"])]
    sides += [(_DENOMINATOR, indicator["denominator"])] if divided else []
    for title, terms in sides:
        yield page.text(f"{title.in_language(language)}:")
        for term in terms:
            item = items[term["item"]]
            sign = "-" if term["sign"] < 0 else "+"
            unit = f", {unit_in(item['unit'])}" if item["unit"] else ""
            by = f"{_REPORTED_BY.in_language(language)} {', '.join(item['reported_by'])}"
            window = windows.get(item["window"])
            days = f"; {_COVERING.in_language(language).format(window=window)}" if window else ""
            words = f"{sign} {_name(item, language)} ({item['code']}{unit}; {by}{days})"
            yield page.indented(words)


def _source(target: Listing, language: Language, page: Page) -> Iterator[RenderableType]:
    """The clauses of a target, who answers for it, how its words are read."""
    line = _LINE.in_language(language)
    details = [
        f"§ {citation['place']} ({line} {citation['line']}): “{citation['quote']}”"
        for citation in target["citations"]
    ]
    if target["lead"]:
        details.append(f"{_LEAD.in_language(language)}: {target['lead']['agency']}")
    if target["reading"]:
        details.append(f"{_READING.in_language(language)}: {target['reading']}")
    for detail in details:
        yield page.indented(detail)


def _name(entry: Listing, language: Language) -> str:
    return str(entry["name"][language.value])
