"""The cells of a trace: where a figure stands, and the submission it came in."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, TypeAlias

from cchc_cli.catalogue.catalogue import BaselineFigure
from cchc_cli.engine.cells import place_of
from cchc_cli.engine.exact import exact, shown, shown_or_none
from cchc_cli.engine.ledger import Ledger
from cchc_cli.observation import Address, Key, Observation, SetAside, a1
from cchc_cli.period import Period
from cchc_cli.trace import TracedCell

IsAsked: TypeAlias = Callable[[Period], bool]
"""Whether a figure reported for a period is one that is asked about."""


class CellTracer:
    """Observations and cells set aside, as records."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def used(self, rows: Iterable[int]) -> list[TracedCell]:
        """The cells of these observations, each with what it replaced."""
        return [self._with_replaced(self._ledger.evidence.observations[row]) for row in rows]

    def set_aside(self, agency: str, item: str, is_asked: IsAsked) -> list[TracedCell]:
        """The cells that speak of a figure and cannot be used."""
        found = self._unusable.get((agency, item), ())
        return [self._unused(aside) for aside in found if is_asked(aside.key.period)]

    def pieces(self, agency: str, item: str, is_asked: IsAsked) -> list[TracedCell]:
        """The usable figures, oldest first."""
        found = [one for one in self._used.get((agency, item), ()) if is_asked(one.period)]
        return [self._with_replaced(one) for one in sorted(found, key=_period_of)]

    def has_sent(self, agency: str, is_asked: IsAsked) -> bool:
        """Whether the agency has reported anything, usable or not."""
        return any(is_asked(reported) for reported in self._reported.get(agency, ()))

    @cached_property
    def _kept(self) -> dict[Key, BaselineFigure]:
        kept = self._ledger.catalogue.baselines
        return {Key(figure.agency, figure.item, figure.period): figure for figure in kept}

    @cached_property
    def _used(self) -> dict[tuple[str, str], list[Observation]]:
        used: dict[tuple[str, str], list[Observation]] = defaultdict(list)
        for observation in self._ledger.evidence.observations:
            used[observation.agency, observation.item].append(observation)
        return used

    @cached_property
    def _unusable(self) -> dict[tuple[str, str], list[SetAside]]:
        unusable: dict[tuple[str, str], list[SetAside]] = defaultdict(list)
        for key, cells in self._ledger.evidence.set_aside.items():
            unusable[key.agency, key.item].extend(cells)
        return unusable

    @cached_property
    def _reported(self) -> dict[str, set[Period]]:
        reported: dict[str, set[Period]] = defaultdict(set)
        for agency, period in self._ledger.evidence.reporting:
            reported[agency].add(period)
        return reported

    def _with_replaced(self, observation: Observation) -> TracedCell:
        replaced = self._ledger.evidence.replaced.get(observation.key, ())
        return self._figure(observation, replaced=[self._figure(old) for old in replaced])

    def _figure(self, observation: Observation, **facts: Any) -> TracedCell:
        column = observation.address.column
        return self._cell(
            observation.key,
            observation.address,
            value=shown(exact(observation.value)),
            done_on=observation.done_on,
            approximate=observation.approximate,
            added=[a1(row, column) for row in observation.other_rows],
            **facts,
        )

    def _unused(self, aside: SetAside) -> TracedCell:
        return self._cell(aside.key, aside.address, value=shown_or_none(aside.value), code=aside.code)

    def _cell(self, key: Key, address: Address, **facts: Any) -> TracedCell:
        file, sheet, cell = place_of(self._ledger, address)
        if cell is None:
            kept = self._kept[key]
            source: dict[str, Any] = {"report": "kept", "document": kept.source, "line": kept.line}
        else:
            submission = self._ledger.evidence.submissions[address.file]
            source = {
                "report": submission.kind.value,
                "number": submission.number or None,
                "document": submission.document,
                "dated": submission.dated,
                "submitter": submission.submitter,
            }
        return TracedCell(period=str(key.period), file=file, sheet=sheet, cell=cell, **source, **facts)


def _period_of(observation: Observation) -> Period:
    return observation.period
