"""The catalogue's rules between items, held for each agency and period."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from operator import itemgetter
from typing import NamedTuple

from cchc_cli.catalogue.item import Check, Item, Term
from cchc_cli.findings.finding import Finding
from cchc_cli.findings.of_comparisons import (
    PART_EXCEEDS_WHOLE,
    PART_TO_EXPLAIN,
    SUM_MISMATCH,
    SUM_NOT_USED,
)
from cchc_cli.intake.comparisons.figures import Figures, OfAgency
from cchc_cli.intake.comparisons.pointing import Pointer
from cchc_cli.intake.gathering import Facts
from cchc_cli.intake.numbers import exact_sum
from cchc_cli.intake.wording import number_text
from cchc_cli.language import Text
from cchc_cli.observation import Key, Observation, SetAside

_KINDS = {
    ("part", "error"): PART_EXCEEDS_WHOLE,
    ("part", "warning"): PART_TO_EXPLAIN,
    ("balance", "error"): SUM_NOT_USED,
    ("balance", "warning"): SUM_MISMATCH,
}


class Broken(NamedTuple):
    """A check that does not hold for one agency and period; both sides as computed."""

    check: Check
    first: Observation
    """The figure that the check names first, for the place of the finding."""
    left: Decimal
    right: Decimal
    figures: tuple[Observation, ...]
    """Those of both sides."""

    @property
    def keys(self) -> tuple[Key, ...]:
        return tuple(figure.key for figure in self.figures)

    @property
    def set_aside(self) -> tuple[SetAside, ...]:
        """Its figures as cells that cannot be used."""
        code = _KINDS[self.check.kind, self.check.severity].code
        return tuple(SetAside(figure.key, figure.address, code, figure.value) for figure in self.figures)

    @property
    def is_binding(self) -> bool:
        """Whether none of its figures can be used."""
        return self.check.severity == "error"


def broken_checks(figures: Figures, checks: Iterable[Check]) -> list[Broken]:
    """The checks that do not hold, in the order of the checks, periods and agencies.

    A check is held only where all its figures are there. Every check sees all figures, so that the order
    of the checks decides nothing.
    """
    numbered = list(enumerate(checks))
    # Agencies of one kind report the same items: which checks can be held is asked once for all of them.
    held: dict[tuple[str, ...], _Held] = {}
    found: list[tuple[int, Broken]] = []
    for period in figures.periods:
        for known in figures.in_period(period).values():
            items = tuple(known.numbers)
            if items not in held:
                held[items] = _held(each for each in numbered if known.numbers.keys() >= set(each[1].items))
            found += [
                (position, _broken(check, known)) for position, check in held[items].broken(known.numbers)
            ]
    return [each for _, each in sorted(found, key=itemgetter(0))]


class _Held(NamedTuple):
    """Numbered checks; most hold one figure against one other."""

    pairs: list[tuple[str, str, tuple[int, Check]]]
    """Each with the items of which the first is at most the second."""
    sums: list[tuple[int, Check]]

    def broken(self, numbers: Mapping[str, Decimal]) -> list[tuple[int, Check]]:
        broken = [check for part, whole, check in self.pairs if numbers[part] > numbers[whole]]
        return [*broken, *(check for check in self.sums if not _holds(check[1], numbers))]


def _held(checks: Iterable[tuple[int, Check]]) -> _Held:
    held = _Held([], [])
    for number, check in checks:
        signs = [term.sign for term in (*check.left, *check.right)]
        if check.kind == "part" and len(check.left) == len(check.right) == 1 and signs == [1, 1]:
            held.pairs.append((check.left[0].item, check.right[0].item, (number, check)))
        else:
            held.sums.append((number, check))
    return held


def broken_finding(broken: Broken, pointer: Pointer) -> Finding:
    """What is said of it, at the figure that the check names first."""
    kind = _KINDS[broken.check.kind, broken.check.severity]
    others = tuple(dict.fromkeys(key.item for key in broken.keys if key.item != broken.first.item))
    finding = pointer.finding(kind, broken.first, sums_text(broken, pointer.items), other_items=others)
    if not broken.is_binding:
        return finding
    return replace(finding, other_places=pointer.elsewhere(broken.first, broken.figures))


def side_text(terms: Sequence[Term], items: Mapping[str, Item]) -> Text:
    """One side of a check in words: the names of its items, joined by their signs."""
    vietnamese, english = "", ""
    for position, term in enumerate(terms):
        sign = (" + " if term.sign > 0 else " − ") if position else ("" if term.sign > 0 else "−")
        name = items[term.item].name
        vietnamese += f"{sign}“{name.vi}”"
        english += f"{sign}'{name.en}'"
    return Text(vietnamese, english)


def sums_text(broken: Broken, items: Mapping[str, Item]) -> Facts:
    """Both sides of a broken check, in words and figures."""
    return {
        "left": side_text(broken.check.left, items),
        "left_sum": number_text(broken.left),
        "right": side_text(broken.check.right, items),
        "right_sum": number_text(broken.right),
    }


def _holds(check: Check, numbers: Mapping[str, Decimal]) -> bool:
    left, right = _sum(check.left, numbers), _sum(check.right, numbers)
    return left <= right if check.kind == "part" else left == right


def _broken(check: Check, known: OfAgency) -> Broken:
    left, right = _sum(check.left, known.numbers), _sum(check.right, known.numbers)
    figures = tuple(known[code] for code in dict.fromkeys(check.items))
    return Broken(check, figures[0], left, right, figures)


def _sum(terms: Sequence[Term], numbers: Mapping[str, Decimal]) -> Decimal:
    if len(terms) == 1 and terms[0].sign > 0:
        return numbers[terms[0].item]
    values = [numbers[item] if sign > 0 else numbers[item].copy_negate() for item, sign in terms]
    return exact_sum(values)
