"""An agency's place among its peers, indicator by indicator, decided on exact values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.measured import exact, value_of
from cchc_cli.run import Verdict
from cchc_cli.scorecards.merit import is_asked, is_attested, merit
from cchc_cli.scorecards.scorecard import Comparability, Place, Unplaced


@dataclass(frozen=True, slots=True)
class Placed:
    """What a row is told of its place: one of the two, and what was asked of it."""

    place: Place | None
    unplaced: Unplaced | None
    comparability: Comparability


@dataclass(frozen=True, slots=True)
class _Figure:
    code: str
    merit: Fraction
    value: Fraction


def smallest_denominator(catalogue: Catalogue, indicator: str) -> Fraction:
    """Below it an agency is not compared: the indicator's own, else the catalogue's."""
    own = catalogue.indicator_by_id[indicator].smallest_denominator
    return Fraction(catalogue.ranking.smallest_denominator if own is None else own)


def places(rows: Sequence[Verdict], smallest: Fraction, fewest: int) -> dict[str, Placed]:
    """The place of each agency of one group of peers on one indicator, by its code.

    Competition ranking: equal figures share a place, and as many places stay free behind it. Who has no
    figure, or a denominator below the smallest, is not compared and does not count among those compared.
    """
    figures = [figure for verdict in rows if (figure := _compared(verdict, smallest)) is not None]
    comparability = Comparability(smallest, fewest, len(figures))
    enough = len(figures) >= fewest
    median = _median([figure.value for figure in figures]) if figures else None
    by_code = {figure.code: figure for figure in figures}
    found: dict[str, Placed] = {}
    for verdict in rows:
        own = by_code.get(verdict.scope.code)
        if own is None or not enough or median is None:
            found[verdict.scope.code] = Placed(None, _why(verdict, own), comparability)
        else:
            found[verdict.scope.code] = Placed(_place(own, figures, median), None, comparability)
    return found


def _place(own: _Figure, figures: Sequence[_Figure], median: Fraction) -> Place:
    better = sum(other.merit > own.merit for other in figures)
    alike = sum(other.merit == own.merit for other in figures)
    return Place(rank=better + 1, of=len(figures), tied=alike - 1, median=median)


def _compared(verdict: Verdict, smallest: Fraction) -> _Figure | None:
    good, value = merit(verdict), value_of(verdict)
    if is_attested(verdict) or not is_asked(verdict) or good is None or value is None:
        return None
    if _is_small(verdict, smallest):
        return None
    return _Figure(verdict.scope.code, good, value)


def _is_small(verdict: Verdict, smallest: Fraction) -> bool:
    """A score has no denominator, and is never too small."""
    return verdict.denominator is not None and exact(verdict.denominator) < smallest


def _why(verdict: Verdict, own: _Figure | None) -> Unplaced:
    if is_attested(verdict) or not is_asked(verdict):
        return Unplaced.NOT_RANKED
    if own is not None:
        return Unplaced.FEW
    if merit(verdict) is None or value_of(verdict) is None:
        return Unplaced.NO_FIGURE
    return Unplaced.SMALL


def _median(values: Iterable[Fraction]) -> Fraction:
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def by_indicator(rows: Iterable[Verdict]) -> Mapping[str, list[Verdict]]:
    """Rows of several agencies by their indicator."""
    found: dict[str, list[Verdict]] = {}
    for verdict in rows:
        found.setdefault(verdict.indicator, []).append(verdict)
    return found
