"""Second figures in words: what stands beside the value, with the sums behind it."""

from collections.abc import Iterator

from cchc_cli.language import Text
from cchc_cli.reports.outcome import also_text
from cchc_cli.reports.why.node import Node
from cchc_cli.reports.why.pools import member_nodes, sum_nodes
from cchc_cli.reports.why.view import View
from cchc_cli.reports.wording import period_words
from cchc_cli.run import AlsoFigure
from cchc_cli.trace import TracedPool

_TITLE = Text("Số liệu nêu thêm, không dùng để đánh giá", "Second figures, never judged")
_RISES_FROM = Text(
    "Kết quả thực tế năm trước, làm gốc cho mức phải đạt",
    "Last year's actual figure, which the bound rises from",
)


def second_nodes(view: View) -> Iterator[Node]:
    """The second figures that there are, each with its sums and agencies."""
    traced = view.trace.also if view.trace else []
    shown = [
        _second(view, also, traced[position].pool if position < len(traced) else None)
        for position, also in enumerate(view.verdict.also)
        if also.value is not None
    ]
    if shown:
        yield Node(view.say(_TITLE), "", shown)


def rises_from_node(view: View) -> Iterator[Node]:
    """Last year's figure, where the catalogue reads the ladder so that the bound rises from it."""
    if view.trace is None or view.trace.rises_from is None:
        return
    pools = [_pool(view, pool) for pool in view.trace.rises_from.pools]
    yield Node(view.say(_RISES_FROM), "", pools)


def _second(view: View, also: AlsoFigure, pool: TracedPool | None) -> Node:
    words = also_text(also, view.language)
    return Node(words, "", [_pool(view, pool)] if pool is not None and pool.sums else [])


def _pool(view: View, pool: TracedPool) -> Node:
    period = period_words(pool.period, view.language)
    if pool.numerator is None or pool.denominator is None:
        return Node(period)
    words = f"{period}: {view.number(pool.numerator)} / {view.number(pool.denominator)}"
    members = member_nodes(view, pool, view.limits.second_agencies)
    return Node(words, "", [*sum_nodes(view, pool, ""), *members])
