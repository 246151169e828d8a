"""Who holds a pooled figure back: what it would be without an agency."""

from collections.abc import Iterator

from cchc_cli.language import Text
from cchc_cli.reports.holding_back import held_back_by
from cchc_cli.reports.numbers_text import bound_of, decimal_text, exact, telling_text, with_unit
from cchc_cli.reports.requirement import unit_text
from cchc_cli.reports.why.node import Node, limited
from cchc_cli.reports.why.view import View
from cchc_cli.trace import TracedPart

HOLDING_BACK = Text("Đơn vị làm giảm kết quả chung", "Agencies that hold the figure back")
_WITHOUT = Text("Nếu không có {agency} thì đạt {value}", "Without {agency} it would reach {value}")
_MEETS = Text("bằng hoặc trên mức phải đạt", "at or above the bound")
_OWN = Text("đơn vị này {value}", "its own figure is {value}")


def holding_back_node(view: View) -> Iterator[Node]:
    """The agencies without which the figure would be better, those that matter most first."""
    if view.trace is None:
        return
    ranked = [_part(view, part) for part in held_back_by(view.verdict, view.trace)]
    if ranked:
        yield Node(view.say(HOLDING_BACK), "", limited(ranked, view.limits.holding_back, view.language))


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
