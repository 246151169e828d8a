"""Two runs in, everything that differs out."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from cchc_cli.baseline import what_is_new
from cchc_cli.comparison.agencies import reorganised, reporting_changes
from cchc_cli.comparison.choice import Choice
from cchc_cli.comparison.comparison import (
    AgencyChange,
    Comparison,
    FindingsChange,
    Pair,
    PeriodPair,
    Remark,
    Side,
)
from cchc_cli.comparison.corrections import corrections
from cchc_cli.comparison.matching import IsSame, match_periods, match_verdicts
from cchc_cli.period import Period
from cchc_cli.registry.registry import Registry
from cchc_cli.run import Run, ScopeKind, Status, Verdict

EVERYTHING = Choice()


def compare(old: Side, new: Side, registry: Registry, choice: Choice = EVERYTHING) -> Comparison:
    """What changed from the old run to the new one, of what is asked about.

    Verdicts stand against each other by indicator, scope and period; where no period is on both sides, by
    indicator and scope of the newest period of each; not where a code went to another agency in between.
    What became of agencies is read from the registry, for the last days of the newest periods compared.
    """
    periods = match_periods(old.run.verdicts, new.run.verdicts)
    pairs, only_old, only_new = match_verdicts(
        old.run.verdicts, new.run.verdicts, periods, _same_agencies(registry, old.run, new.run)
    )
    one_agency = is_about_one_agency(new.run)
    only_old = [verdict for verdict in only_old if verdict.official or one_agency]
    only_new = [verdict for verdict in only_new if verdict.official or one_agency]
    stopped, started = reporting_changes(registry, pairs)
    items = choice.items(old.run, new.run)
    return Comparison(
        old=old,
        new=new,
        about_one_agency=one_agency,
        periods=periods,
        remarks=tuple(_remarks(old.run, new.run, periods)),
        pairs=tuple(pairs),
        only_old=tuple(only_old),
        only_new=tuple(only_new),
        new_missed=tuple(_new_missed(pairs, only_new, one_agency)),
        reorganised=_reorganised(registry, _days(old.run, new.run, periods), choice),
        stopped=stopped,
        started=started,
        corrections=corrections(old.run, new.run, registry, choice.agencies, items),
        findings=_findings(old.run, new.run, periods, choice),
    )


def is_about_one_agency(run: Run) -> bool:
    """Whether the rows beside the official ones are one agency's own."""
    rows = {(verdict.scope.kind, verdict.scope.code) for verdict in run.verdicts if not verdict.official}
    return len(rows) == 1 and rows.pop()[0] is ScopeKind.AGENCY


def _same_agencies(registry: Registry, old: Run, new: Run) -> IsSame:
    """An agency's row is of the agency that its code means on the map of its run, else of its period."""

    def is_same(before: Verdict, after: Verdict) -> bool:
        maps = (_map_of(run, verdict) for run, verdict in ((old, before), (new, after)))
        return after.scope.kind is not ScopeKind.AGENCY or registry.is_one_agency(after.scope.code, *maps)

    return is_same


def _map_of(run: Run, verdict: Verdict) -> Period:
    return Period.between(run.as_of, run.as_of) if run.as_of else Period.parse(verdict.period)


def _new_missed(pairs: Iterable[Pair], only_new: Iterable[Verdict], one_agency: bool) -> Iterator[Verdict]:
    worse = (pair.new for pair in pairs if pair.flip is not None)
    for verdict in (*worse, *only_new):
        if verdict.status is Status.MISSED and not verdict.aspirational and (verdict.official or one_agency):
            yield verdict


def _remarks(old: Run, new: Run, periods: Sequence[PeriodPair]) -> Iterator[Remark]:
    apart = _are_apart(periods)
    holds = {
        Remark.NO_VERDICTS_OLD: not old.verdicts,
        Remark.NO_VERDICTS_NEW: not new.verdicts,
        Remark.OTHER_PERIODS: apart,
        Remark.OTHER_MAP: old.as_of != new.as_of,
        Remark.OTHER_CATALOGUE: old.catalogue_sha256 != new.catalogue_sha256,
        Remark.OTHER_AGENCIES: old.agencies_sha256 != new.agencies_sha256,
        Remark.NO_OBSERVATIONS_OLD: old.observations is None and not apart,
        Remark.NO_OBSERVATIONS_NEW: new.observations is None and not apart,
    }
    return (remark for remark, is_so in holds.items() if is_so)


def _are_apart(periods: Iterable[PeriodPair]) -> bool:
    return any(pair.is_apart for pair in periods)


def _days(old: Run, new: Run, periods: Sequence[PeriodPair]) -> tuple[date, date] | None:
    """The days on whose maps the newest periods compared stand."""
    days = [
        (old.as_of or Period.parse(pair.old).end, new.as_of or Period.parse(pair.new).end)
        for pair in periods
        if pair.old is not None and pair.new is not None
    ]
    return days[-1] if days else None


def _reorganised(
    registry: Registry, days: tuple[date, date] | None, choice: Choice
) -> tuple[AgencyChange, ...]:
    if days is None:
        return ()
    return tuple(
        change
        for change in reorganised(registry, *days)
        if not choice.agencies
        or choice.agencies & {agency.code for agency in (*change.before, *change.after)}
    )


def _findings(old: Run, new: Run, periods: Sequence[PeriodPair], choice: Choice) -> FindingsChange | None:
    if _are_apart(periods):
        return None
    before, after = choice.about(old.findings), choice.about(new.findings)
    return FindingsChange(new=tuple(what_is_new(after, before)), fixed=tuple(what_is_new(before, after)))
