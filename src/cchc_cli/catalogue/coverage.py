"""Whether the catalogue carries the whole decision: every bullet, and every figure in percent.

The decision's text stays outside the repository; whoever has it passes its lines. Line numbers count from 1.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.indicator import Indicator
from cchc_cli.catalogue.target import Target

OBJECTIVES = range(20, 103)
"""The lines of the decision that hold its objectives."""

_PERCENT = re.compile(r"(\d+(?:,\d+)?)\s*%")
_BULLETS = ("-", "+")
_WIDTH_OF_OPENING = 80


class Passage(NamedTuple):
    """A bullet or heading of the objectives, with the indicators that cite its line.

    `opening` is how its text begins. A heading only introduces the bullets below it and asks for nothing.
    """

    line: int
    is_heading: bool
    opening: str
    indicators: tuple[str, ...]

    @property
    def is_carried(self) -> bool:
        return self.is_heading or bool(self.indicators)


class Figure(NamedTuple):
    """A figure in percent as it stands in the decision, with the indicators that carry it.

    `position` counts characters of its line from 0. An indicator carries the figure where a target quotes
    the very place it stands at and has it as its bound, its upper limit, or the step or cap of its ladder.
    """

    line: int
    position: int
    percent: Decimal
    indicators: tuple[str, ...]

    @property
    def is_carried(self) -> bool:
        return bool(self.indicators)


def passages(catalogue: Catalogue, decision: Sequence[str]) -> tuple[Passage, ...]:
    """Every bullet and heading of the objectives, in the order of the text."""
    return tuple(
        Passage(
            line=line,
            is_heading=_is_heading(text),
            opening=text.strip()[:_WIDTH_OF_OPENING],
            indicators=_citing(catalogue, line),
        )
        for line, text in enumerate(decision, start=1)
        if line in OBJECTIVES and text.strip()
    )


def figures(catalogue: Catalogue, decision: Sequence[str]) -> tuple[Figure, ...]:
    """Every figure in percent of the whole decision, in the order of the text."""
    return tuple(
        Figure(
            line=line,
            position=match.start(),
            percent=(percent := Decimal(match[1].replace(",", "."))),
            indicators=_carrying(catalogue, line, text, match.start(), percent),
        )
        for line, text in enumerate(decision, start=1)
        for match in _PERCENT.finditer(text)
    )


def _is_heading(text: str) -> bool:
    return not text.startswith(_BULLETS) or text.rstrip().endswith(":")


def _citing(catalogue: Catalogue, line: int) -> tuple[str, ...]:
    citing = (
        indicator.id
        for indicator, target in _targets(catalogue)
        if any(cited == line for cited, _ in _quotes(catalogue, target))
    )
    return tuple(dict.fromkeys(citing))


def _carrying(catalogue: Catalogue, line: int, text: str, position: int, percent: Decimal) -> tuple[str, ...]:
    carrying = (
        indicator.id
        for indicator, target in _targets(catalogue)
        if percent in _numbers(target)
        and any(
            cited == line and _quote_covers(quote, text, position)
            for cited, quote in _quotes(catalogue, target)
        )
    )
    return tuple(dict.fromkeys(carrying))


def _targets(catalogue: Catalogue) -> Iterator[tuple[Indicator, Target]]:
    for indicator in catalogue.indicators:
        for target in indicator.targets:
            yield indicator, target


def _quotes(catalogue: Catalogue, target: Target) -> Iterator[tuple[int, str]]:
    """Line and words of the citations from the programme's own document."""
    for citation in target.citations:
        if citation.document == catalogue.programme.document:
            yield citation.line, citation.quote


def _numbers(target: Target) -> set[Decimal | None]:
    step = target.step
    ladder = {step.points if step.percent is None else step.percent, step.cap} if step else set()
    return {target.bound, target.upper, *ladder} - {None}


def _quote_covers(quote: str, text: str, position: int) -> bool:
    starts = (match.start() for match in re.finditer(re.escape(quote), text))
    return any(start <= position < start + len(quote) for start in starts)
