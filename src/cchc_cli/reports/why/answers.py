"""Who has answered yes or no to a milestone or duty, when, and in which document."""

from collections.abc import Iterator

from cchc_cli.language import Text
from cchc_cli.reports.holding_back import by_urgency
from cchc_cli.reports.why.cells import answer_workbooks
from cchc_cli.reports.why.node import Node, limited
from cchc_cli.reports.why.view import View
from cchc_cli.reports.wording import period_words
from cchc_cli.trace import TracedAnswer, TracedCell

_DONE = Text("{agency}: có, ngày {day}", "{agency}: yes, on {day}")
_NO = Text("{agency}: không ({period})", "{agency}: no ({period})")
_SILENT = Text("{agency}: chưa trả lời", "{agency}: no answer yet")
_UNREADABLE = Text("{agency}: câu trả lời không dùng được", "{agency}: an answer that cannot be used")
_ANSWERS = Text("Trả lời của {n} đơn vị: {question}", "Agencies asked: {n}. {question}")
_REPEATED = Text("báo như vậy trong {n} báo cáo khác", "other submissions that say the same: {n}")


def answer_nodes(view: View) -> Iterator[Node]:
    """Every expected agency: those that said no or nothing first, then the latest to have done it."""
    trace = view.trace
    if trace is None or not trace.answers:
        return
    answers = by_urgency(trace)
    shown = limited([_answer(view, one) for one in answers], view.limits.agencies, view.language)
    yield Node(view.say(_ANSWERS, n=len(answers), question=view.item(_item(view))), "", shown)


def _cells(view: View, answer: TracedAnswer) -> list[Node]:
    """The workbooks of its answers; on a terminal those that only repeat the one that counts are left out."""
    decided = None if answer.counted is None else answer.cells[answer.counted]
    shown = [
        cell
        for cell in answer.cells
        if not view.limits.without_repeats or cell is decided or not _repeats(cell, decided)
    ]
    nodes = answer_workbooks(view, answer.agency, _item(view), shown)
    hidden = len(answer.cells) - len(shown)
    return [*nodes, Node(view.say(_REPEATED, n=hidden), "dim")] if hidden else nodes


def _item(view: View) -> str:
    """The yes-no item that a milestone or duty asks for."""
    return view.run.glossary.indicators[view.verdict.indicator].numerator[0].item


def _repeats(cell: TracedCell, decided: TracedCell | None) -> bool:
    return decided is not None and (cell.value, cell.done_on) == (decided.value, decided.done_on)


def _answer(view: View, answer: TracedAnswer) -> Node:
    name, cells = answer.name.in_language(view.language), _cells(view, answer)
    if answer.done_on is not None:
        return Node(view.say(_DONE, agency=name, day=f"{answer.done_on:%d/%m/%Y}"), "", cells)
    if answer.counted is None:
        words = _UNREADABLE if answer.cells else _SILENT
        return Node(view.say(words, agency=name), "yellow", cells)
    period = period_words(answer.cells[answer.counted].period, view.language)
    return Node(view.say(_NO, agency=name, period=period), "yellow", cells)
