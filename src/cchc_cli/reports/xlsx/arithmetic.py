"""The arithmetic of a verdict as formulas that decide exactly as the run did.

Spreadsheets count in doubles, which hold whole numbers exactly and quotients nearly. So a verdict never hangs
on a quotient: 100 times the numerator is held against bound times denominator, decimals made whole first.
Where even that is too large to be exact (amounts of many trillions in single đồng) the comparison is written
only if the two sides are far apart; else the cell holds the run's word and no formula.
"""

from dataclasses import dataclass
from fractions import Fraction

from cchc_cli.record import Number
from cchc_cli.reports.numbers_text import exact
from cchc_cli.reports.xlsx.table import places_of
from cchc_cli.run import Status, Verdict

_MOST_PLACES = 5
_EXACT = 2**48
"""Up to here every spreadsheet tells neighbouring whole numbers apart."""
_HELD = 2**53
"""Up to here a double holds whole numbers."""
_FAR_APART = Fraction(1, 2**42)
_LONGEST_LITERAL = 255
"""Characters that a text within a formula may have."""
_JUDGED = (Status.MET, Status.MISSED)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the figures of one verdict stand."""

    numerator: str
    denominator: str
    value: str
    bound: str
    upper: str
    gap: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What a verdict is measured against: the target in force, else the next one."""

    operator: str
    bound: Number | None
    upper: Number | None
    is_in_force: bool


def asked_of(verdict: Verdict) -> Asked:
    """The bound that gap and shortfall are measured to."""
    if verdict.operator is not None:
        return Asked(verdict.operator, verdict.bound, verdict.upper, is_in_force=True)
    if verdict.next is not None:
        return Asked(verdict.next.operator, verdict.next.bound, verdict.next.upper, is_in_force=False)
    return Asked("", None, None, is_in_force=False)


def value_formula(verdict: Verdict, at: Addresses) -> str | None:
    """A share in percent, or a change in the direction asked for; None where there is no such value."""
    if verdict.value is None or verdict.numerator is None or not verdict.denominator:
        return None
    if verdict.kind == "share":
        return f"=100*{at.numerator}/{at.denominator}"
    if verdict.kind == "change":
        return f"=100*({_moved(verdict, at)})/{at.denominator}"
    return None


def gap_formula(verdict: Verdict, at: Addresses) -> str | None:
    """Value less bound."""
    return None if verdict.gap is None else f"={at.value}-{at.bound}"


def status_formula(verdict: Verdict, at: Addresses, met: str, missed: str) -> str | None:
    """Which of two words holds; None where no comparison decides, or none that is exact in a spreadsheet."""
    asked = asked_of(verdict)
    if verdict.status not in _JUDGED or not asked.is_in_force:
        return None
    if verdict.kind in ("milestone", "duty"):
        holds = f"{at.numerator}={at.denominator}"
        return _choice(holds, met, missed) if _done_by_all(verdict) else None
    if asked.bound is None or verdict.value is None:
        return None
    sides = _sides(verdict, at, asked.bound)
    if sides is None or not sides.is_decidable:
        return None
    holds = f"{sides.left}{'>' if asked.operator == '>' else '>='}{sides.right}"
    if asked.operator == "within" and asked.upper is not None:
        above = _sides(verdict, at, asked.upper, at.upper)
        if above is None or not above.is_decidable:
            return None
        holds = f"AND({holds},{above.left}<={above.right})"
    return _choice(holds, met, missed)


def shortfall_formula(verdict: Verdict, at: Addresses) -> str | None:
    """The least that is missing, in the numerator's unit; None where the run names none."""
    asked = asked_of(verdict)
    if verdict.shortfall is None or asked.bound is None:
        return None
    sides = _sides(verdict, at, asked.bound)
    if sides is None or not sides.is_subtractable:
        return None
    missing = f"({sides.right}-{sides.left})/{sides.unit}"
    if asked.operator == ">":
        return f"=MAX(0,INT({missing})+1)"
    if isinstance(verdict.shortfall, int):
        return f"=MAX(0,ROUNDUP({missing},0))"
    return f"=MAX(0,{missing})"


@dataclass(frozen=True, slots=True)
class _Sides:
    """A comparison of whole numbers: reached on the left, asked on the right, `unit` times too large."""

    left: str
    right: str
    unit: int
    reached: Fraction
    needed: Fraction
    is_whole: bool

    @property
    def is_exact(self) -> bool:
        return self.is_whole and max(abs(self.reached), abs(self.needed)) < _EXACT

    @property
    def is_far_apart(self) -> bool:
        return abs(self.reached - self.needed) > max(abs(self.reached), abs(self.needed)) * _FAR_APART

    @property
    def is_decidable(self) -> bool:
        return self.is_exact or self.is_far_apart

    @property
    def is_subtractable(self) -> bool:
        """Whether the difference is exact; spreadsheets take one that is nearly nothing for nothing."""
        held = self.is_whole and max(abs(self.reached), abs(self.needed)) < _HELD
        return self.is_exact or (held and self.is_far_apart)


def _sides(verdict: Verdict, at: Addresses, bound: Number, bound_at: str = "") -> _Sides | None:
    bound_at = bound_at or at.bound
    if verdict.kind == "score" and verdict.value is not None:
        return _score_sides(at, verdict.value, bound, bound_at)
    if verdict.numerator is None or not verdict.denominator:
        return None
    places = max(places_of(verdict.numerator), places_of(verdict.denominator))
    decimals = places_of(bound)
    is_whole = places <= _MOST_PLACES and decimals <= _MOST_PLACES
    if not is_whole:
        places = decimals = 0
    scale, finer = 10**places, 10**decimals
    above = _whole(_moved(verdict, at) if verdict.kind == "change" else at.numerator, places)
    left = f"{100 * finer}*{above if verdict.kind != 'change' or places else f'({above})'}"
    right = f"{_whole(bound_at, decimals)}*{_whole(at.denominator, places)}"
    reached = exact(verdict.numerator)
    if verdict.kind == "change":
        reached -= exact(verdict.denominator)
        reached = -reached if _is_reduction(verdict) else reached
    unit = 100 * finer * scale
    needed = exact(bound) * finer * exact(verdict.denominator) * scale
    return _Sides(left, right, unit, reached * unit, needed, is_whole)


def _score_sides(at: Addresses, value: Number, bound: Number, bound_at: str) -> _Sides:
    places = max(places_of(value), places_of(bound))
    scale = 10**places
    return _Sides(
        _whole(at.value, places),
        _whole(bound_at, places),
        scale,
        exact(value) * scale,
        exact(bound) * scale,
        places <= _MOST_PLACES,
    )


def _whole(address: str, places: int) -> str:
    """A number with its decimals made whole."""
    if not places:
        return address
    return f"ROUND({10**places}*{f'({address})' if '-' in address else address},0)"


def _moved(verdict: Verdict, at: Addresses) -> str:
    """How far a figure moved from its baseline in the direction asked for."""
    if _is_reduction(verdict):
        return f"{at.denominator}-{at.numerator}"
    return f"{at.numerator}-{at.denominator}"


def _is_reduction(verdict: Verdict) -> bool:
    """The direction asked for; where nothing is asked any more, the one that gives the run's value."""
    operator = asked_of(verdict).operator
    if operator or verdict.value is None or verdict.numerator is None or verdict.denominator is None:
        return not operator.startswith("increase")
    return (verdict.value > 0) == (verdict.numerator < verdict.denominator)


def _done_by_all(verdict: Verdict) -> bool:
    """Whether done by all means met and anything else missed, as it does unless an answer is missing."""
    return (verdict.numerator == verdict.denominator) == (verdict.status is Status.MET)


def _choice(holds: str, met: str, missed: str) -> str:
    return f"=IF({holds},{quoted(met)},{quoted(missed)})"


def quoted(text: str) -> str:
    """A text within a formula, where nothing in it may be unseen."""
    return '"' + text.replace('"', '""') + '"'


def looked_for(text: str) -> str | None:
    """The same where a formula looks a text up; None where it is too long for a formula.

    >>> looked_for("a*")
    '"a~*"'
    """
    literal = "".join(f"~{letter}" if letter in "~*?" else letter for letter in text)
    return quoted(literal) if len(literal) <= _LONGEST_LITERAL else None
