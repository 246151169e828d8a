"""One figure, from the verdict down to its cells and up to its clause, arranged as a tree."""

from cchc_cli.language import Language
from cchc_cli.reports.outcome import missing, reached
from cchc_cli.reports.pace_text import pace_explained
from cchc_cli.reports.why.answers import answer_nodes
from cchc_cli.reports.why.figures import figure_nodes
from cchc_cli.reports.why.node import Node
from cchc_cli.reports.why.parts import holding_back_node
from cchc_cli.reports.why.second import rises_from_node, second_nodes
from cchc_cli.reports.why.targets import target_nodes
from cchc_cli.reports.why.view import Limits, View, by_figure
from cchc_cli.reports.wording import (
    SIGN,
    STYLE,
    days_words,
    map_words,
    note_words,
    period_words,
    status_words,
)
from cchc_cli.run import Run
from cchc_cli.trace import Trace


def explanations(run: Run, language: Language, limits: Limits) -> list[Node]:
    """Every verdict of the run explained, in their order."""
    traces = {_key(trace): trace for trace in run.traces or ()}
    findings = by_figure(run.findings)
    nodes = []
    for verdict in run.verdicts:
        key = (verdict.indicator, verdict.scope.kind.value, verdict.scope.code, verdict.period)
        nodes.append(_explanation(View(run, verdict, traces.get(key), language, limits, findings)))
    return nodes


def _key(trace: Trace) -> tuple[str, str, str, str]:
    return trace.indicator, trace.scope_kind, trace.scope, trace.period


def _explanation(view: View) -> Node:
    verdict, language = view.verdict, view.language
    scope = verdict.scope.name.in_language(language)
    title = f"{verdict.name.in_language(language)}: {scope}, {period_words(verdict.period, language)}"
    title = ". ".join([title, *map_words(view.run, language)])
    children = [
        _outcome(view),
        *figure_nodes(view),
        *holding_back_node(view),
        *answer_nodes(view),
        *second_nodes(view),
        *rises_from_node(view),
        *target_nodes(view),
        *_pace(view),
    ]
    return Node(title, "bold", children)


def _pace(view: View) -> list[Node]:
    """Where the target that comes next should stand by now; nothing where it has no pace."""
    lines = pace_explained(view.run, view.verdict, view.language)
    return [Node(lines[0], "", [Node(line) for line in lines[1:]])] if lines else []


def _days(view: View) -> list[str]:
    """Which days its figures cover, where they are not the calendar's."""
    windows = view.run.glossary.windows.get(view.verdict.indicator, ())
    return [days_words(each, view.language) for each in windows if each.period == view.verdict.period]


def _outcome(view: View) -> Node:
    run, verdict, language = view.run, view.verdict, view.language
    words = f"{SIGN[verdict.status]} {status_words(verdict, language)}"
    lines = [
        *reached(run, verdict, language),
        missing(run, verdict, language),
        *note_words(verdict, language),
        *_days(view),
    ]
    return Node(words, STYLE.get(verdict.status, ""), [Node(line) for line in lines if line])
