"""The names behind the codes of a run: what indicators, items and agencies are called."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.indicator import Indicator
from cchc_cli.catalogue.item import Term
from cchc_cli.language import Language, Text
from cchc_cli.observation import Observation, Submission
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry
from cchc_cli.run import FindingRecord, Glossary, IndicatorTerms, ItemName, TermRecord, Verdict, WindowDays
from cchc_cli.trace import Trace, agencies_of


@dataclass(frozen=True, slots=True)
class Named:
    """Everything in a run that speaks of agencies and items."""

    registry: Registry
    verdicts: Sequence[Verdict]
    submissions: Sequence[Submission]
    findings: Sequence[FindingRecord]
    observations: Sequence[Observation]
    traces: Sequence[Trace] = ()

    @property
    def items(self) -> list[str]:
        traced = [found.item for trace in self.traces for also in trace.also for found in also.pool.sums]
        found = [finding.item for finding in self.findings if finding.item]
        return [*traced, *found, *(observation.item for observation in self.observations)]

    def agency_names(self) -> dict[str, Text]:
        """Every agency under the name it bore in the newest period that it is named for.

        What was judged comes before what was only read: a code may be another agency's in a later year.
        """
        newest = {**_newest(self._read()), **_newest(self._judged())}
        lives = {code: self._life(code, period) for code, period in newest.items()}
        return {code: self.registry.full_name(life) for code, life in lives.items() if life is not None}

    def _life(self, code: str, period: Period | None) -> Agency | None:
        life = self.registry.life_in(code, period) if period else None
        return life or self.registry.latest(code)

    def _judged(self) -> Iterator[tuple[str, Period | None]]:
        for verdict in self.verdicts:
            for code in _agencies_of(verdict):
                yield code, Period.parse(verdict.period)
        for trace in self.traces:
            yield from ((code, Period.parse(days)) for code, days in agencies_of(trace))

    def _read(self) -> Iterator[tuple[str, Period | None]]:
        yield from ((observation.agency, observation.period) for observation in self.observations)
        for submission in self.submissions:
            if submission.submitter:
                yield submission.submitter, submission.period
        for agency, days in dict.fromkeys((finding.agency, finding.period) for finding in self.findings):
            if agency:
                yield agency, Period.parse(days) if days else None


def _newest(named: Iterable[tuple[str, Period | None]]) -> dict[str, Period | None]:
    newest: dict[str, Period | None] = {}
    for code, period in named:
        known = newest.get(code)
        newest[code] = max(period, known) if period and known else period or known
    return newest


def glossary(catalogue: Catalogue, named: Named) -> Glossary:
    """The names of all that a run speaks of."""
    periods: dict[str, dict[str, None]] = {}
    for verdict in named.verdicts:
        periods.setdefault(verdict.indicator, {})[verdict.period] = None
    chosen = [catalogue.indicator_by_id[code] for code in periods]
    items = dict.fromkeys([*(code for indicator in chosen for code in indicator.items), *named.items])
    used = {reading for verdict in named.verdicts for reading in _readings_of(verdict)}
    return Glossary(
        areas={area.id: area.name for area in catalogue.areas},
        indicators={indicator.id: _indicator_terms(indicator) for indicator in chosen},
        items={code: _item_name(catalogue, code) for code in items},
        readings={reading: text for reading, text in catalogue.reading_by_id.items() if reading in used},
        agencies=named.agency_names(),
        windows={
            indicator.id: days
            for indicator in chosen
            if (days := list(_windows(catalogue, indicator, periods[indicator.id])))
        },
    )


def _windows(catalogue: Catalogue, indicator: Indicator, periods: Iterable[str]) -> Iterator[WindowDays]:
    """The windows of an indicator's items in its periods, each once."""
    used = [catalogue.item_by_code[code].window for code in indicator.items]
    for window in dict.fromkeys(filter(None, used)):
        for period in periods:
            days = window.days(Period.parse(period))
            if str(days) != period:
                yield WindowDays(period=period, first_day=days.start, last_day=days.end, name=window.name)


def _indicator_terms(indicator: Indicator) -> IndicatorTerms:
    windows = [target.baseline.window for target in indicator.targets if target.baseline]
    return IndicatorTerms(
        numerator=_terms(indicator.numerator),
        denominator=_terms(indicator.denominator),
        baseline=str(windows[0]) if windows else None,
        line=indicator.line,
    )


def _agencies_of(verdict: Verdict) -> list[str]:
    lead = [verdict.lead.agency] if verdict.lead else []
    return [*lead, *verdict.coverage.missing]


def _readings_of(verdict: Verdict) -> list[str]:
    used = verdict.reading.split(", ") if verdict.reading else []
    return [*used, *(also.reading for also in verdict.also)]


def _item_name(catalogue: Catalogue, code: str) -> ItemName:
    item = catalogue.item_by_code[code]
    unit = Text(item.unit, catalogue.unit_in(Language.EN, item.unit))
    return ItemName(name=item.name, unit=unit)


def _terms(terms: tuple[Term, ...]) -> list[TermRecord]:
    return [TermRecord(item=term.item, sign=term.sign) for term in terms]
