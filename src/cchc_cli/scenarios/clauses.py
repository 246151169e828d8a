"""Which clauses of the decision, and which readings, no scenario of a call covers."""

from collections.abc import Iterable
from dataclasses import dataclass

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.scenarios.trial import Trial


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause that an indicator's targets stand on."""

    indicator: str
    document: str
    line: int
    place: str
    quote: str


def uncovered_clauses(catalogue: Catalogue, trials: Iterable[Trial]) -> list[Clause]:
    """The clauses that no verdict of a scenario cites, in the order of the decision.

    A scenario that shows another reading (`instead`) covers nothing: it is about another catalogue.
    """
    covered = {
        Clause(outcome.verdict.indicator, cited.document, cited.line, cited.place, cited.quote)
        for trial in trials
        if not trial.scenario.is_changed
        for outcome in trial.outcomes
        for cited in outcome.verdict.citations
    }
    clauses = dict.fromkeys(
        Clause(indicator.id, cited.document, cited.line, cited.place, cited.quote)
        for indicator in catalogue.indicators
        for target in indicator.targets
        for cited in target.citations
    )
    return sorted((found for found in clauses if found not in covered), key=_by_place)


def unshown_readings(catalogue: Catalogue, trials: Iterable[Trial]) -> list[str]:
    """The readings of the catalogue that no scenario names."""
    shown = {reading for trial in trials for reading in trial.scenario.readings}
    return [reading for reading, _ in catalogue.readings if reading not in shown]


def _by_place(clause: Clause) -> tuple[str, int]:
    return clause.document, clause.line
