"""How the figures of a dossier are made of submitted numbers: what the formulas of the workbook follow."""

from collections import Counter
from collections.abc import Iterable, Sequence

from cchc_cli.dossier import Dossier, VerdictKey, row_key
from cchc_cli.record import Number
from cchc_cli.reports.xlsx.figures import FigureKey, SubmittedFigure, SubmittedFigures
from cchc_cli.reports.xlsx.pools import Block, Line, Role, Term, is_number, total
from cchc_cli.run import Cell, IndicatorTerms, Run, ScopeKind, TermRecord, Verdict
from cchc_cli.trace import Trace, TracedAnswer, TracedMember

ATTESTED = ("milestone", "duty")
_NO_TERMS = IndicatorTerms(numerator=[], denominator=[])


class Workings:
    """Figures and pools of a dossier; every verdict finds the blocks that it stands on."""

    def __init__(self, dossier: Dossier) -> None:
        self.run: Run = dossier.run
        self.figures = SubmittedFigures()
        self.blocks: list[Block] = []
        self._of_verdict: dict[VerdictKey, list[Block]] = {}
        self._of_agency: dict[tuple[str, str, Role, str], list[tuple[int, Line]]] = {}
        self._rows = 0
        alone = []
        for verdict in self.run.verdicts:
            trace = dossier.trace(verdict)
            if trace is None:
                alone.append(verdict)
            else:
                self._add_trace(verdict, trace)
        for verdict in alone:
            self._add_agency(verdict)

    def blocks_of(self, verdict: Verdict, role: Role) -> list[Block]:
        """The blocks behind a verdict on more than one agency's row; of a change those of one end."""
        return [block for block in self._of_verdict.get(verdict_key(verdict), ()) if block.role == role]

    def row_of(self, verdict: Verdict, role: Role) -> tuple[int, Line] | None:
        """The line of the agency that a verdict is about, and its row; None where it has none."""
        for row, line in self._of_agency.get((*_about(verdict), role, verdict.scope.code), ()):
            if _is_of(line, verdict, role):
                return row, line
        return None

    def _add_trace(self, verdict: Verdict, trace: Trace) -> None:
        for end in trace.ends:
            for pool in end.pools:
                lines = [self._member(verdict, member) for member in pool.members]
                self._add_block(verdict, end.role, pool.period, lines)
        if trace.answers:
            lines = [self._answer(verdict, answer) for answer in trace.answers]
            self._add_block(verdict, "answers", verdict.period, lines)

    def _add_block(self, verdict: Verdict, role: Role, period: str, lines: Sequence[Line]) -> None:
        if not lines:
            return
        block = Block(verdict_key(verdict), role, period, self._rows, tuple(lines))
        self.blocks.append(block)
        self._of_verdict.setdefault(block.verdict, []).append(block)
        for row, line in enumerate(lines, start=self._rows):
            self._of_agency.setdefault((*_about(verdict), role, line.agency), []).append((row, line))
        self._rows += len(lines)

    def _member(self, verdict: Verdict, member: TracedMember) -> Line:
        figures: dict[str, list[FigureKey]] = {}
        for figure in member.figures:
            for cell in figure.cells:
                submitted = SubmittedFigure(member.agency, member.name, figure.item, cell, is_answer=False)
                figures.setdefault(figure.item, []).append(self.figures.add(submitted))
        if member.numerator is None or member.denominator is None:
            lack = next((figure.lack for figure in member.figures if figure.lack), None)
            return Line(member.agency, member.name, None, None, lack=lack)
        terms = self._terms(verdict)
        return Line(
            member.agency,
            member.name,
            member.numerator,
            member.denominator if terms.denominator else None,
            self._summed(verdict, terms.numerator, figures, member.numerator),
            self._summed(verdict, terms.denominator, figures, member.denominator),
        )

    def _summed(
        self, verdict: Verdict, terms: Iterable[TermRecord], figures: dict[str, list[FigureKey]], sum_: Number
    ) -> tuple[Term, ...]:
        """The numbers that make up a sum; nothing where they do not."""
        found = [Term(term.sign, key) for term in terms for key in figures.get(term.item, ())]
        if not is_number(total([term.sign * self.figures[term.figure].value for term in found]), sum_):
            return ()
        for term in found:
            self.figures.use(term.figure, verdict.indicator)
        return tuple(found)

    def _answer(self, verdict: Verdict, answer: TracedAnswer) -> Line:
        if answer.counted is None:
            return Line(answer.agency, answer.name, None, None, lack="not-submitted")
        item = next((term.item for term in self._terms(verdict).numerator), verdict.indicator)
        cell = answer.cells[answer.counted]
        submitted = SubmittedFigure(answer.agency, answer.name, item, cell, is_answer=True)
        key = self.figures.add(submitted)
        self.figures.use(key, verdict.indicator)
        return Line(answer.agency, answer.name, cell.value, None, (Term(1, key),))

    def _add_agency(self, verdict: Verdict) -> None:
        """A line for an agency that stands in no pool shown, from the cells of its own row."""
        role: Role = "answers" if verdict.kind in ATTESTED else "present"
        if verdict.scope.kind is not ScopeKind.AGENCY or self.row_of(verdict, role) or not verdict.cells:
            return
        if verdict.kind == "change":
            for end, cells, number in _ends(verdict):
                period = verdict.period if end == "present" else self._terms(verdict).baseline or ""
                line = self._own(verdict, cells, period, number, None)
                self._add_block(verdict, end, period, [line])
        elif verdict.kind == "score":
            self._add_block(verdict, role, verdict.period, [self._own_score(verdict)])
        else:
            line = self._own(verdict, verdict.cells, verdict.period, verdict.numerator, verdict.denominator)
            self._add_block(verdict, role, verdict.period, [line])

    def _own_score(self, verdict: Verdict) -> Line:
        return self._own(verdict, verdict.cells, verdict.period, verdict.value, None)

    def _own(
        self,
        verdict: Verdict,
        cells: Sequence[Cell],
        period: str,
        above: Number | None,
        below: Number | None,
    ) -> Line:
        scope, terms, is_answer = verdict.scope, self._terms(verdict), verdict.kind in ATTESTED
        figures: dict[str, list[FigureKey]] = {}
        times = Counter(cell.item for cell in cells)
        for cell in cells:
            # Several cells of one item are shorter periods; which ones, the row does not say.
            known = period if times[cell.item] == 1 else ""
            key = self.figures.add_plain(scope.code, scope.name, known, cell, is_answer)
            figures.setdefault(cell.item, []).append(key)
        numerator = () if above is None else self._summed(verdict, terms.numerator, figures, above)
        denominator = () if below is None else self._summed(verdict, terms.denominator, figures, below)
        return Line(scope.code, scope.name, above, None if is_answer else below, numerator, denominator)

    def _terms(self, verdict: Verdict) -> IndicatorTerms:
        return self.run.glossary.indicators.get(verdict.indicator, _NO_TERMS)


def verdict_key(verdict: Verdict) -> VerdictKey:
    """What a verdict is about, with its period."""
    return (*row_key(verdict), verdict.period)


def _about(verdict: Verdict) -> tuple[str, str]:
    return verdict.indicator, verdict.period


def _is_of(line: Line, verdict: Verdict, role: Role) -> bool:
    """Whether a line holds the very numbers of an agency's verdict: its code may be another's too."""
    if role == "baseline":
        return line.numerator == verdict.denominator
    if verdict.kind == "score":
        return line.numerator == verdict.value
    if verdict.kind == "share":
        return (line.numerator, line.denominator) == (verdict.numerator, verdict.denominator)
    return line.numerator == verdict.numerator


def _ends(verdict: Verdict) -> list[tuple[Role, list[Cell], Number]]:
    """The cells of an agency's change, told apart by what they add up to: the present comes first."""
    present, baseline = verdict.numerator, verdict.denominator
    if present is None or baseline is None:
        return []
    cells = verdict.cells
    for cut in range(1, len(cells)):
        first, second = cells[:cut], cells[cut:]
        sums = (total([cell.value for cell in first]), total([cell.value for cell in second]))
        if is_number(sums[0], present) and is_number(sums[1], baseline):
            return [("present", first, present), ("baseline", second, baseline)]
    return []
