"""Who holds a pooled figure back: what it would be without an agency."""

from collections.abc import Iterator

from cchc_cli.language import Text
from cchc_cli.reports.numbers_text import bound_of, decimal_text, exact, telling_text, value_of, with_unit
from cchc_cli.reports.requirement import unit_text
from cchc_cli.reports.why.node import Node, limited
from cchc_cli.reports.why.view import View
from cchc_cli.run import Verdict
from cchc_cli.trace import Trace, TracedPart

HOLDING_BACK = Text("Đơn vị làm giảm kết quả chung", "Agencies that hold the figure back")
_WITHOUT = Text("Nếu không có {agency} thì đạt {value}", "Without {agency} it would reach {value}")
_MEETS = Text("bằng hoặc trên mức phải đạt", "at or above the bound")
_OWN = Text("đơn vị này {value}", "its own figure is {value}")


def holding_back_node(view: View) -> Iterator[Node]:
    """The agencies without which the figure would be better, those that matter most first."""
    ranked = [_part(view, part) for part in holding_back(view.verdict, view.trace)]
    if ranked:
        yield Node(view.say(HOLDING_BACK), "", limited(ranked, view.limits.holding_back, view.language))


def holding_back(verdict: Verdict, trace: Trace | None) -> list[TracedPart]:
    """The agencies without which the figure would be better, those that matter most first."""
    value = value_of(verdict)
    if trace is None or value is None:
        return []
    better = [
        (exact(part.without), part)
        for part in trace.parts
        if part.without is not None and exact(part.without) > value
    ]
    return [part for _, part in sorted(better, key=lambda pair: pair[0], reverse=True)]


def _part(view: View, part: TracedPart) -> Node:
    unit = unit_text(view.run, view.verdict, view.language)
    without = telling_text(exact(part.without or 0), bound_of(view.verdict), unit, view.language)
    words = [view.say(_WITHOUT, agency=part.name.in_language(view.language), value=without)]
    if part.without_meets:
        words.append(view.say(_MEETS))
    if part.value is not None:
        own = with_unit(decimal_text(exact(part.value), 2, view.language), unit)
        words.append(view.say(_OWN, value=own))
    return Node("; ".join(words))
