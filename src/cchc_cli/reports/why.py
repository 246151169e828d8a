"""One figure, from the verdict down to its cells and up to its clause: what `cchc why` shows.

The tree is arranged once; `why_tree` lays it out for a terminal, `why_markdown` for a document. Its JSON
is the run itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rich.tree import Tree

from cchc_cli.language import Language, Text
from cchc_cli.reports.evidence_text import Evidence
from cchc_cli.reports.numbers_text import decimal_text, quantity_text, value_of, with_unit
from cchc_cli.reports.outcome import also_texts, missing, reached
from cchc_cli.reports.pace_text import pace_explained
from cchc_cli.reports.page import Page
from cchc_cli.reports.requirement import asked, quantity_unit
from cchc_cli.reports.sections import answering, clauses, readings
from cchc_cli.reports.sinks import markdown
from cchc_cli.reports.wording import SIGN, STYLE, note_words, period_words, status_words
from cchc_cli.run import IndicatorTerms, Number, Run, TermRecord, Verdict

MOST_CELLS = 30
"""Cells of one item shown on a terminal."""

_NUMERATOR = Text("Tử số", "Numerator")
_DENOMINATOR = Text("Mẫu số", "Denominator")
_FIGURES = Text("Số liệu báo cáo", "Reported figures")
_BOUND = Text("Mức phải đạt: {bound}", "Bound: {bound}")
_CLAUSE = Text("Căn cứ", "Clause")
_DECLARED = Text("Danh mục chỉ tiêu: {indicator}, dòng {line}", "Catalogue: {indicator}, line {line}")
_NO_CELLS = Text("Không có ô số liệu nào được dùng", "No cell was used")
_MORE_CELLS = Text(
    "… và {n} ô nữa, xem đủ bằng -f markdown", "… and {n} more cells, -f markdown has them all"
)
_CHANGE = Text(
    "Giá trị: ({minuend} - {subtrahend}) / {baseline} × 100 = {value}",
    "Value: ({minuend} - {subtrahend}) / {baseline} × 100 = {value}",
)
_VALUE = Text(
    "Giá trị: {numerator} / {denominator} × 100 = {value}",
    "Value: {numerator} / {denominator} × 100 = {value}",
)
_SEEN = Text("các ô như trên", "the cells listed above")
_NOTHING = Text("Không có kết quả nào để giải thích.", "There is no verdict to explain.")


@dataclass(frozen=True, slots=True)
class Node:
    """One line of the explanation and what stands under it."""

    words: str
    style: str = ""
    children: list["Node"] = field(default_factory=list)


def why_tree(run: Run, language: Language, page: Page) -> str:
    """The explanation of every verdict of the run, for a terminal."""
    nodes = _nodes(run, language, MOST_CELLS)
    if not nodes:
        return page.render(page.text(_NOTHING.in_language(language)))
    return page.render(*(_branch(node, page) for node in nodes))


def why_markdown(run: Run, language: Language) -> str:
    """The same as nested lists, with every cell."""
    lines = [line for node in _nodes(run, language, None) for line in _items(node, 0)]
    return "\n".join(lines or [_NOTHING.in_language(language)]) + "\n"


def _branch(node: Node, page: Page) -> Tree:
    branch = Tree(page.text(node.words, node.style))
    branch.children = [_branch(child, page) for child in node.children]
    return branch


def _items(node: Node, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}- {markdown(node.words)}"
    for child in node.children:
        yield from _items(child, depth + 1)


def _nodes(run: Run, language: Language, most_cells: int | None) -> list[Node]:
    return [_Explanation(run, verdict, language, most_cells).node() for verdict in run.verdicts]


@dataclass(frozen=True, slots=True)
class _Explanation:
    """One verdict to explain."""

    run: Run
    verdict: Verdict
    language: Language
    most_cells: int | None

    def node(self) -> Node:
        verdict = self.verdict
        scope = verdict.scope.name.in_language(self.language)
        period = period_words(verdict.period, self.language)
        title = f"{verdict.name.in_language(self.language)}: {scope}, {period}"
        return Node(title, "bold", [self._outcome(), *self._figures(), *self._target(), *self._pace()])

    def _outcome(self) -> Node:
        run, verdict, language = self.run, self.verdict, self.language
        words = f"{SIGN[verdict.status]} {status_words(verdict, language)}"
        lines = [*reached(run, verdict, language), missing(run, verdict, language)]
        lines += [*note_words(verdict, language), *also_texts(verdict, language)]
        return Node(words, STYLE.get(verdict.status, ""), [Node(line) for line in lines if line])

    def _pace(self) -> Iterator[Node]:
        lines = pace_explained(self.run, self.verdict, self.language)
        if lines:
            yield Node(lines[0], "", [Node(line) for line in lines[1:]])

    def _figures(self) -> Iterator[Node]:
        evidence = Evidence(self.run, self.verdict, self.language)
        terms = self.run.glossary.indicators.get(self.verdict.indicator)
        if terms is None or not terms.denominator:
            codes = dict.fromkeys(cell.item for cell in self.verdict.cells)
            items = [self._item(evidence, code, self._name(code), seen=False) for code in codes]
            yield Node(_FIGURES.in_language(self.language), "", items or [self._nothing()])
            yield from self._change()
            return
        yield from self._quotient(evidence, terms)

    def _change(self) -> Iterator[Node]:
        """How a change follows from its two ends, in the direction that is asked for."""
        verdict, language = self.verdict, self.language
        value, now, base = value_of(verdict), verdict.numerator, verdict.denominator
        if verdict.kind != "change" or value is None or now is None or base is None:
            return
        operator = verdict.operator or (verdict.next.operator if verdict.next else "")
        minuend, subtrahend = (now, base) if operator.startswith("increase") else (base, now)
        yield Node(
            _CHANGE.in_language(language).format(
                minuend=quantity_text(minuend, language),
                subtrahend=quantity_text(subtrahend, language),
                baseline=quantity_text(base, language),
                value=with_unit(decimal_text(value, 6, language), verdict.unit),
            )
        )

    def _quotient(self, evidence: Evidence, terms: IndicatorTerms) -> Iterator[Node]:
        verdict, language = self.verdict, self.language
        above = {term.item for term in terms.numerator}
        yield self._sum(evidence, _NUMERATOR, verdict.numerator, terms.numerator, set())
        yield self._sum(evidence, _DENOMINATOR, verdict.denominator, terms.denominator, above)
        value = value_of(verdict)
        if value is not None and verdict.numerator is not None and verdict.denominator is not None:
            yield Node(
                _VALUE.in_language(language).format(
                    numerator=quantity_text(verdict.numerator, language),
                    denominator=quantity_text(verdict.denominator, language),
                    value=with_unit(decimal_text(value, 6, language), verdict.unit),
                )
            )

    def _sum(
        self, evidence: Evidence, title: Text, total: Number | None, terms: list[TermRecord], above: set[str]
    ) -> Node:
        words = title.in_language(self.language)
        if total is not None:
            unit = quantity_unit(self.run, self.verdict, self.language)
            words += f": {with_unit(quantity_text(total, self.language), unit)}"
        children = [self._term(evidence, term, term.item in above) for term in terms]
        return Node(words, "", children)

    def _term(self, evidence: Evidence, term: TermRecord, seen: bool) -> Node:
        sign = "-" if term.sign < 0 else "+"
        total = evidence.total(term.item)
        amount = "" if total is None else f": {quantity_text(total, self.language)}"
        return self._item(evidence, term.item, f"{sign} {self._name(term.item)}{amount}", seen)

    def _item(self, evidence: Evidence, code: str, words: str, seen: bool) -> Node:
        lines = evidence.lines(code)
        if seen and lines:
            return Node(words, "", [Node(_SEEN.in_language(self.language), "dim")])
        shown = [Node(line) for line in lines[: self.most_cells]]
        hidden = len(lines) - len(shown)
        if hidden:
            shown.append(Node(_MORE_CELLS.in_language(self.language).format(n=hidden), "yellow"))
        return Node(words, "", shown or [self._nothing()])

    def _nothing(self) -> Node:
        return Node(_NO_CELLS.in_language(self.language), "yellow")

    def _name(self, code: str) -> str:
        item = self.run.glossary.items.get(code)
        return f"{item.name.in_language(self.language)} ({code})" if item else code

    def _target(self) -> Iterator[Node]:
        run, verdict, language = self.run, self.verdict, self.language
        bound = ", ".join(asked(run, verdict, language))
        if bound:
            yield Node(_BOUND.in_language(language).format(bound=bound))
        lines = [f"{clause.place}: “{clause.quote}”" for clause in clauses(run, [verdict], language)]
        lines += answering(run, [verdict], language)
        codes = [*(verdict.reading or "").split(", "), *(also.reading for also in verdict.also)]
        lines += readings(run, dict.fromkeys(codes), language)
        terms = run.glossary.indicators.get(verdict.indicator)
        if terms is not None and terms.line is not None:
            lines.append(_DECLARED.in_language(language).format(indicator=verdict.indicator, line=terms.line))
        if lines:
            yield Node(_CLAUSE.in_language(language), "", [Node(line) for line in lines])
