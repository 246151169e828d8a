"""The bound in words: the line of targets it belongs to, rung by rung, and the clause it stands on."""

from collections.abc import Iterator

from cchc_cli.language import Text
from cchc_cli.reports.numbers_text import with_unit
from cchc_cli.reports.requirement import asked, bound_text, unit_text
from cchc_cli.reports.sections import answering, clauses, readings
from cchc_cli.reports.why.node import Node
from cchc_cli.reports.why.view import View
from cchc_cli.trace import TracedTarget

_BOUND = Text("Mức phải đạt: {bound}", "Bound: {bound}")
_LINE = Text("Các mức theo thời gian", "The bounds over time")
_BY = Text("đến {day}", "by {day}")
_FROM = Text("từ {day}", "from {day}")
_UNTIL = Text("hết {day}", "until {day}")
_ALWAYS = Text("mọi kỳ báo cáo", "every period")
_RISE = Text("tăng {points} điểm phần trăm", "a rise of {points} percentage points")
_GROWTH = Text(
    "tăng {percent}%, tức {points} điểm phần trăm", "a rise of {percent}%, which is {points} points"
)
_CAP = Text("không quá {cap}", "at most {cap}")
_IN_FORCE = Text("đang áp dụng", "in force")
CATALOGUE_LINE = Text("danh mục, dòng {line}", "catalogue, line {line}")
_FIXED_BY = Text("theo {name}: {source}", "as in {name}: {source}")
_NOT_FIXED = Text("chưa quy định", "not fixed yet")
_CLAUSE = Text("Căn cứ", "Clause")
_DECLARED = Text("Danh mục chỉ tiêu: {indicator}, dòng {line}", "Catalogue: {indicator}, line {line}")


def target_nodes(view: View) -> Iterator[Node]:
    """What is asked, how it changes over the years, and where the decision says so."""
    bound = ", ".join(asked(view.run, view.verdict, view.language))
    line = [_target(view, target) for target in view.trace.targets] if view.trace else []
    if bound or line:
        yield Node(view.say(_BOUND, bound=bound) if bound else view.say(_LINE), "", line)
    source = list(_source(view))
    if source:
        yield Node(view.say(_CLAUSE), "", source)


def _target(view: View, target: TracedTarget) -> Node:
    unit = unit_text(view.run, view.verdict, view.language)
    words = bound_text(view.verdict.kind, target.operator, target.bound, target.upper, unit, view.language)
    parts = [f"{_when(view, target)}: {words}", *_rise(view, target, unit)]
    fixed = []
    if target.fixed_by is not None:
        source = target.source or view.say(_NOT_FIXED)
        fixed = [Node(view.say(_FIXED_BY, name=target.fixed_by.in_language(view.language), source=source))]
    words = f"{', '.join(parts)} ({view.say(CATALOGUE_LINE, line=target.line)})"
    if target.in_force:
        words += f" ← {view.say(_IN_FORCE)}"
    return Node(words, "bold" if target.in_force else "", fixed)


def _when(view: View, target: TracedTarget) -> str:
    words = [
        view.say(text, day=f"{day:%d/%m/%Y}")
        for text, day in ((_BY, target.due), (_FROM, target.since), (_UNTIL, target.until))
        if day is not None
    ]
    return ", ".join(words) or view.say(_ALWAYS)


def _rise(view: View, target: TracedTarget, unit: str) -> Iterator[str]:
    if target.points is None:
        return
    points = view.number(target.points)
    if target.percent is None:
        yield view.say(_RISE, points=points)
    else:
        yield view.say(_GROWTH, percent=view.number(target.percent), points=points)
    if target.bound is not None and target.bound == target.cap:
        yield view.say(_CAP, cap=with_unit(view.number(target.bound), unit))


def _source(view: View) -> Iterator[Node]:
    """The clauses with their words, who answers for them, and how they are read."""
    run, verdict, language = view.run, view.verdict, view.language
    for clause in clauses(run, [verdict], language):
        yield Node(f"{clause.place}: “{clause.quote}”")
    codes = [*(verdict.reading or "").split(", "), *(also.reading for also in verdict.also)]
    for line in (*answering(run, [verdict], language), *readings(run, dict.fromkeys(codes), language)):
        yield Node(line)
    terms = run.glossary.indicators.get(verdict.indicator)
    if terms is not None and terms.line is not None:
        yield Node(view.say(_DECLARED, indicator=verdict.indicator, line=terms.line))
