"""Figures that both sides have for the same agency, item and period, and not alike."""

from collections.abc import Collection

from cchc_cli.comparison.comparison import Correction
from cchc_cli.language import Text
from cchc_cli.period import Period
from cchc_cli.registry.registry import Registry
from cchc_cli.run import ObservationRecord, Run


def corrections(
    old: Run,
    new: Run,
    registry: Registry,
    agencies: Collection[str] = (),
    items: Collection[str] | None = None,
) -> tuple[Correction, ...] | None:
    """In the order of the new side, of some agencies and items; None where a side carries no figures."""
    if old.observations is None or new.observations is None:
        return None
    before = {_key(figure): figure for figure in old.observations}
    both = ((before.get(_key(figure)), figure) for figure in new.observations)
    return tuple(
        Correction(earlier, figure, _agency(figure, registry, old, new))
        for earlier, figure in both
        if earlier is not None
        and (earlier.value, earlier.done_on) != (figure.value, figure.done_on)
        and (not agencies or figure.agency in agencies)
        and (items is None or figure.item in items)
    )


def _agency(figure: ObservationRecord, registry: Registry, *runs: Run) -> Text:
    """What the agency was called in the period: another one may bear its code since."""
    life = registry.life_in(figure.agency, Period.parse(figure.period))
    if life is not None:
        return registry.full_name(life)
    names = (run.glossary.agencies.get(figure.agency) for run in runs)
    return next(filter(None, names), Text(figure.agency, figure.agency))


def _key(figure: ObservationRecord) -> tuple[str, str, str]:
    return figure.agency, figure.item, figure.period
