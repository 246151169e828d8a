"""The same forms with a fifth of the figures blank, or written as offices write them in their worst weeks."""

from collections.abc import Iterable, Iterator
from typing import Final

from benchmarks.corpora.package import Cell, Package

EVERY: Final = 5
"""Every fifth figure of the corpus is an odd one."""
TEXTS: Final = ("8,5", "1.234", "-", "KPS", "12 ")
_PERCENT_VALUE = "0.085"


def odd(forms: Iterable[Package]) -> Iterator[Package]:
    """Each form with its share of odd cells; the kinds follow each other."""
    seen = 0
    for form in forms:
        items = form.numbered_items()
        chosen = {
            item: (seen + place) // EVERY
            for place, item in enumerate(items)
            if (seen + place) % EVERY == EVERY - 1
        }
        seen += len(items)
        yield _spoilt(form, chosen)


def _spoilt(package: Package, chosen: dict[str, int]) -> Package:
    package, texts = package.with_more_texts(TEXTS)
    package, style = package.with_percent_style()
    kinds = [*texts, _blank, _error, _formula, _percent(style)]
    return package.with_cells({item: kinds[number % len(kinds)] for item, number in chosen.items()})


def _blank(opening: str) -> str:
    return f"{opening}/>"


def _error(opening: str) -> str:
    return f'{opening} t="e"><v>#DIV/0!</v></c>'


def _formula(opening: str) -> str:
    """A formula that was saved without its result."""
    return f"{opening}><f>1+1</f></c>"


def _percent(style: int) -> Cell:
    def cell(opening: str) -> str:
        address = opening.partition(" s=")[0]
        return f'{address} s="{style}" t="n"><v>{_PERCENT_VALUE}</v></c>'

    return cell
