"""The catalogue's rules between items, held for each agency and period."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from cchc_cli.catalogue.item import Check, Item, Term
from cchc_cli.intake.numbers import exact_sum
from cchc_cli.intake.wording import number_text
from cchc_cli.language import Text
from cchc_cli.observation import Key, Observation
from cchc_cli.period import Period


class Broken(NamedTuple):
    """A check that does not hold for one agency and period; both sides as computed."""

    check: Check
    first: Observation
    """The figure that the check names first, for the place of the finding."""
    left: Decimal
    right: Decimal
    keys: tuple[Key, ...]
    """The figures of both sides."""


def broken_checks(observations: Sequence[Observation], checks: Iterable[Check]) -> list[Broken]:
    """The checks that do not hold, in the order of the checks and of the observations.

    A check is held only where all its figures are there. Every check sees all figures, so that the order
    of the checks decides nothing.
    """
    figures: dict[tuple[str, Period], dict[str, Observation]] = {}
    for observation in observations:
        figures.setdefault((observation.agency, observation.period), {})[observation.item] = observation
    return [
        broken
        for check in checks
        for known in figures.values()
        if (broken := _hold(check, known)) is not None
    ]


def side_text(terms: Sequence[Term], items: Mapping[str, Item]) -> Text:
    """One side of a check in words: the names of its items, joined by their signs."""
    vietnamese, english = "", ""
    for position, term in enumerate(terms):
        sign = (" + " if term.sign > 0 else " − ") if position else ("" if term.sign > 0 else "−")
        name = items[term.item].name
        vietnamese += f"{sign}“{name.vi}”"
        english += f"{sign}'{name.en}'"
    return Text(vietnamese, english)


def sums_text(broken: Broken, items: Mapping[str, Item]) -> dict[str, str | Text]:
    """Both sides of a broken check, in words and figures."""
    return {
        "left": side_text(broken.check.left, items),
        "left_sum": number_text(broken.left),
        "right": side_text(broken.check.right, items),
        "right_sum": number_text(broken.right),
    }


def _hold(check: Check, known: Mapping[str, Observation]) -> Broken | None:
    if any(code not in known for code in check.items):
        return None
    left, right = _sum(check.left, known), _sum(check.right, known)
    if left == right or (check.kind == "part" and left < right):
        return None
    keys = tuple(dict.fromkeys(known[code].key for code in check.items))
    return Broken(check, known[check.items[0]], left, right, keys)


def _sum(terms: Sequence[Term], known: Mapping[str, Observation]) -> Decimal:
    values = ((known[term.item].value, term.sign) for term in terms)
    return exact_sum(value if sign > 0 else value.copy_negate() for value, sign in values)
