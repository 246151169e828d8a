"""Numerator, denominator and coverage of a verdict as sums over the lines of its pools."""

from collections.abc import Sequence
from fractions import Fraction

from cchc_cli.record import Number
from cchc_cli.reports.xlsx.pooled_sheet import DENOMINATOR, NUMERATOR, span, spot
from cchc_cli.reports.xlsx.pools import Block, Line, Role, is_number, total
from cchc_cli.reports.xlsx.table import Live
from cchc_cli.reports.xlsx.workings import ATTESTED, Workings
from cchc_cli.run import ScopeKind, Verdict


class Sums:
    """Finds the formulas; a number that the lines do not make up stays a plain number."""

    def __init__(self, workings: Workings, sheet: str) -> None:
        self._workings = workings
        self._sheet = sheet

    def numerator(self, verdict: Verdict) -> Live | Number | None:
        """What is reached; of a change the present figure."""
        role: Role = "answers" if verdict.kind in ATTESTED else "present"
        return self._number(verdict, verdict.numerator, role, NUMERATOR)

    def denominator(self, verdict: Verdict) -> Live | Number | None:
        """What it is a part of; of a change the baseline, of milestones and duties how many are asked."""
        if verdict.kind == "change":
            return self._number(verdict, verdict.denominator, "baseline", NUMERATOR)
        if verdict.kind in ATTESTED:
            return self._count(verdict, verdict.denominator, "ROWS", "answers")
        return self._number(verdict, verdict.denominator, "present", DENOMINATOR)

    def score(self, verdict: Verdict) -> Live | Number | None:
        """The published score."""
        return self._number(verdict, verdict.value, "present", NUMERATOR)

    def reporting(self, verdict: Verdict) -> Live | Number:
        """How many agencies have reported."""
        found = self._count(verdict, verdict.coverage.reporting, "COUNT", _role(verdict))
        return verdict.coverage.reporting if found is None else found

    def expected(self, verdict: Verdict) -> Live | Number:
        """How many must report."""
        found = self._count(verdict, verdict.coverage.expected, "ROWS", _role(verdict))
        return verdict.coverage.expected if found is None else found

    def _number(
        self, verdict: Verdict, number: Number | None, role: Role, column: int
    ) -> Live | Number | None:
        if number is None:
            return None
        if verdict.scope.kind is ScopeKind.AGENCY:
            found = self._workings.row_of(verdict, role)
            if found is None or _of(found[1], column) != number:
                return number
            return Live(f"={spot(found[0], column, self._sheet)}", number)
        blocks = self._workings.blocks_of(verdict, role)
        return self._added(blocks, number, column)

    def _added(self, blocks: Sequence[Block], number: Number, column: int) -> Live | Number:
        """The sum over all blocks, or its yearly mean."""
        values = [_of(line, column) for block in blocks for line in block.lines]
        found = Fraction(total([value for value in values if value is not None]))
        spans = ",".join(span(block, column, self._sheet) for block in blocks)
        if not blocks:
            return number
        if is_number(found, number):
            return Live(f"=SUM({spans})", number)
        if is_number(found / len(blocks), number):
            return Live(f"=SUM({spans})/{len(blocks)}", number)
        return number

    def _count(
        self, verdict: Verdict, number: Number | None, function: str, role: Role
    ) -> Live | Number | None:
        blocks = self._workings.blocks_of(verdict, role)
        if number is None or len(blocks) != 1 or verdict.scope.kind is ScopeKind.AGENCY:
            return number
        block = blocks[0]
        counted = block.reporting if function == "COUNT" else len(block.lines)
        if counted != number:
            return number
        return Live(f"={function}({span(block, NUMERATOR, self._sheet)})", number)


def _role(verdict: Verdict) -> Role:
    return "answers" if verdict.kind in ATTESTED else "present"


def _of(line: Line, column: int) -> Number | None:
    return line.numerator if column == NUMERATOR else line.denominator
