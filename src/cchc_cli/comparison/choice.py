"""What a comparison is about: the filters of `evaluate`, applied to runs that were saved."""

from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from cchc_cli.level import Level
from cchc_cli.period import Period
from cchc_cli.run import FindingRecord, Run, ScopeKind, Verdict


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked about; empty and None: everything."""

    periods: tuple[Period, ...] | None = None
    levels: frozenset[Level] = field(default_factory=frozenset)
    agencies: frozenset[str] = field(default_factory=frozenset)
    areas: frozenset[str] = field(default_factory=frozenset)
    indicators: frozenset[str] = field(default_factory=frozenset)
    only_province: bool = False

    def of(self, run: Run, rows_of: Run | None = None) -> Run:
        """A saved run with the verdicts asked about.

        Which official rows an agency alone feeds cannot be seen in a run: they are those of `rows_of`, the
        other side, where the engine has chosen them.
        """
        known = {_row(verdict) for verdict in rows_of.verdicts} if rows_of else frozenset()
        return run.model_copy(
            update={"verdicts": [verdict for verdict in run.verdicts if self._shows(verdict, known)]}
        )

    def about(self, findings: Iterable[FindingRecord]) -> list[FindingRecord]:
        """The findings that are, or may be, about the agencies asked about."""
        return [found for found in findings if not self.agencies or found.agency in {None, *self.agencies}]

    def items(self, *runs: Run) -> frozenset[str] | None:
        """The items of the indicators asked about; None: all."""
        if not self.areas and not self.indicators:
            return None
        chosen = {verdict.indicator for run in runs for verdict in run.verdicts}
        terms = [
            run.glossary.indicators[name] for run in runs for name in chosen & set(run.glossary.indicators)
        ]
        return frozenset(term.item for each in terms for term in (*each.numerator, *each.denominator))

    def _shows(self, verdict: Verdict, known: Set[tuple[str, str]]) -> bool:
        return (
            (self.periods is None or Period.parse(verdict.period) in self.periods)
            and (not self.only_province or verdict.scope.kind is ScopeKind.PROVINCE)
            and (not self.levels or verdict.scope.level in self.levels)
            and (not self.areas or verdict.area in self.areas)
            and (not self.indicators or verdict.indicator in self.indicators)
            and (not self.agencies or verdict.scope.code in self.agencies or _row(verdict) in known)
        )


def _row(verdict: Verdict) -> tuple[str, str]:
    return verdict.indicator, verdict.scope.code
