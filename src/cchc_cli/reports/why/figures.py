"""A figure in words: its value, the sums it is made of, and the pools at its ends."""

from collections.abc import Iterator

from cchc_cli.language import Text
from cchc_cli.period import Period
from cchc_cli.record import Number
from cchc_cli.reports.numbers_text import decimal_text, value_of, with_unit
from cchc_cli.reports.requirement import asked_operator, quantity_unit, unit_text, window_words
from cchc_cli.reports.why.node import Node
from cchc_cli.reports.why.pools import member_nodes, sum_nodes
from cchc_cli.reports.why.view import View
from cchc_cli.reports.wording import period_words
from cchc_cli.trace import TracedEnd, TracedPool

_VALUE = Text("Giá trị: {formula} = {value}", "Value: {formula} = {value}")
_END = {
    "present": Text("Số liệu hiện tại: {words}", "Present figure: {words}"),
    "baseline": Text("Số liệu gốc: {words}", "Baseline: {words}"),
}
_OF = {
    "sum": Text("cộng các năm của {window}", "the sum over {window}"),
    "mean": Text("bình quân mỗi năm của {window}", "the yearly mean of {window}"),
}
_NO_FIGURE = Text("chưa có số liệu", "no figure")
_NO_TOTAL = Text("chưa tính được", "cannot be worked out yet")
_NO_BASELINE = Text("chưa quy định", "not fixed yet")
_PLACES = 6


def figure_nodes(view: View) -> Iterator[Node]:
    """How the value follows, then the agencies behind it."""
    trace = view.trace
    if trace is None:
        return
    if view.verdict.kind == "change":
        yield from _value(view, _change_formula(view))
        yield from (_end(view, end) for end in trace.ends)
        return
    parts = {(part.agency, part.numerator, part.denominator): part for part in trace.parts}
    for end in trace.ends:
        for pool in end.pools:
            if view.verdict.kind == "share":
                yield from _value(view, _share_formula(view, pool))
                yield from sum_nodes(view, pool, quantity_unit(view.run, view.verdict, view.language))
            yield from member_nodes(view, pool, view.limits.agencies, parts)


def _value(view: View, formula: str) -> Iterator[Node]:
    value = value_of(view.verdict)
    if value is not None and formula:
        unit = unit_text(view.run, view.verdict, view.language)
        shown = with_unit(decimal_text(value, _PLACES, view.language), unit)
        yield Node(view.say(_VALUE, formula=formula, value=shown))


def _share_formula(view: View, pool: TracedPool) -> str:
    if pool.numerator is None or pool.denominator is None:
        return ""
    return f"{view.number(pool.numerator)} / {view.number(pool.denominator)} × 100"


def _change_formula(view: View) -> str:
    """In the direction that is asked for."""
    now, base = view.verdict.numerator, view.verdict.denominator
    if now is None or base is None:
        return ""
    rises = asked_operator(view.verdict).startswith("increase")
    minuend, subtrahend = (now, base) if rises else (base, now)
    return f"({view.number(minuend)} - {view.number(subtrahend)}) / {view.number(base)} × 100"


def _end(view: View, end: TracedEnd) -> Node:
    """One end of a change, year by year where it has several."""
    if not end.pools:
        nothing = f"{_of(view, end)}: {view.say(_NO_FIGURE)}" if end.window else view.say(_NO_BASELINE)
        return Node(view.say(_END[end.role], words=nothing), "yellow")
    unit = quantity_unit(view.run, view.verdict, view.language)
    total = view.say(_NO_TOTAL) if end.figure is None else with_unit(view.number(end.figure), unit)
    if end.of in ("period", "end"):
        children = member_nodes(view, end.pools[0], view.limits.agencies)
    else:
        total = f"{_added(view, end)} = {total}" if end.figure is not None else total
        children = [_year(view, pool) for pool in end.pools]
    return Node(view.say(_END[end.role], words=f"{_of(view, end)}: {total}"), "", children)


def _added(view: View, end: TracedEnd) -> str:
    """The sum of the years, divided by their number for a mean."""
    years = [view.number(pool.numerator) for pool in end.pools if pool.numerator is not None]
    return f"({' + '.join(years)}) / {len(years)}" if end.of == "mean" else " + ".join(years)


def _year(view: View, pool: TracedPool) -> Node:
    total = _total(view, pool.numerator)
    return Node(
        f"{_period(view, pool.period)}: {total}",
        "yellow" if pool.numerator is None else "",
        member_nodes(view, pool, view.limits.agencies) if pool.members else [],
    )


def _total(view: View, numerator: Number | None) -> str:
    return view.say(_NO_FIGURE) if numerator is None else view.number(numerator)


def _period(view: View, period: str) -> str:
    return period_words(period, view.language)


def _of(view: View, end: TracedEnd) -> str:
    """Which days an end is about, and what is made of them."""
    if end.of in ("period", "end"):
        return _period(view, end.pools[-1].period)
    window = window_words(Period.parse(end.window), view.language) if end.window else ""
    return view.say(_OF[end.of], window=window)
