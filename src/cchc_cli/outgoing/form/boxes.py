"""Where the figures of one agency stand on a sheet: for formulas, and for words that name them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cchc_cli.catalogue.item import Check, Term


@dataclass(frozen=True, slots=True)
class Boxes:
    """`cells` are addresses by item; `marks` say which row or column of the sheet it is, after `word`."""

    cells: Mapping[str, str]
    word: str
    marks: Mapping[str, str]

    def sum(self, terms: Iterable[Term]) -> str:
        """One side of a check as a formula; a blank cell adds nothing.

        >>> Boxes({"a": "D9", "b": "D10"}, "dòng", {}).sum([Term("a", 1), Term("b", -1)])
        'N(D9)-N(D10)'
        """
        return _joined(terms, {code: f"N({cell})" for code, cell in self.cells.items()}, "-")

    def unfilled(self, check: Check) -> str:
        """A condition that holds until every figure of a check is there."""
        cells = [self.cells[code] for code in dict.fromkeys(check.items)]
        return f"COUNT({','.join(cells)})<{len(cells)}"

    def holds(self, check: Check) -> str:
        """A condition that holds where the sums of a check do."""
        sign = "<=" if check.kind == "part" else "="
        return f"{self.sum(check.left)}{sign}{self.sum(check.right)}"

    def stated(self, check: Check) -> str:
        """What a check asks, in words."""
        return f"{self.named(check.left)} {'≤' if check.kind == 'part' else '='} {self.named(check.right)}"

    def named(self, terms: Iterable[Term]) -> str:
        """One side of a check in words.

        >>> Boxes({}, "dòng", {"a": "3", "b": "4"}).named([Term("a", 1), Term("b", 1)])
        'dòng 3+4'
        """
        return f"{self.word} {_joined(terms, self.marks, '−')}"


def _joined(terms: Iterable[Term], texts: Mapping[str, str], minus: str) -> str:
    joined = "".join(f"{minus if term.sign < 0 else '+'}{texts[term.item]}" for term in terms)
    return joined.removeprefix("+")
