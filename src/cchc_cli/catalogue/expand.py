"""What the author wrote → what is judged: one target for each level and year."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from cchc_cli.catalogue.catalogue import Area, BaselineFigure, Catalogue, Programme, Ranking
from cchc_cli.catalogue.indicator import Also, Indicator
from cchc_cli.catalogue.item import Check, Item, Jump, Term
from cchc_cli.catalogue.source import (
    COUNTED,
    BaselineSource,
    CatalogueSource,
    CitationSource,
    ExternalSource,
    IndicatorKind,
    IndicatorSource,
    ItemKind,
    ItemSource,
    JumpSource,
    LeadSource,
    Measure,
    Operator,
    PaceSource,
    TargetSource,
    WindowSource,
)
from cchc_cli.catalogue.target import (
    Baseline,
    Citation,
    External,
    Lead,
    Present,
    Rate,
    Step,
    Target,
    TargetLevel,
)
from cchc_cli.catalogue.window import Edge, Window
from cchc_cli.level import ALL_LEVELS
from cchc_cli.period import Period

LineOf: TypeAlias = Callable[..., int]
"""The line of the file at which an entry stands, from its keys and positions."""

_UNITS = {
    IndicatorKind.SHARE: "%",
    IndicatorKind.CHANGE: "%",
    IndicatorKind.SCORE: "điểm",
    IndicatorKind.MILESTONE: "",
    IndicatorKind.DUTY: "",
}


def expand(source: CatalogueSource, file: str, sha256: str, line_of: LineOf) -> Catalogue:
    """The catalogue that a valid source means; `line_of("items", 3)` tells where an entry stands."""
    programme = Programme(
        id=source.programme.id,
        title=source.programme.title,
        document=source.programme.document,
        issued=source.programme.issued,
        years=_years(source.programme.years.since, source.programme.years.until),
    )
    windows = {entry.id: _window(entry) for entry in source.windows}
    areas = tuple(Area(area.id, area.name, _lead(area.lead)) for area in source.areas)
    leads = {area.id: area.lead for area in areas}
    return Catalogue(
        file=file,
        sha256=sha256,
        programme=programme,
        areas=areas,
        indicators=tuple(
            _indicator(entry, programme.document, leads[entry.area], position, line_of)
            for position, entry in enumerate(source.indicators)
        ),
        items=tuple(
            _item(entry, source.jump, windows, line_of("items", i)) for i, entry in enumerate(source.items)
        ),
        checks=tuple(
            Check(entry.id, entry.kind, _terms(entry.left), _terms(entry.right), entry.severity)
            for entry in source.checks
        ),
        baselines=tuple(
            BaselineFigure(
                entry.item,
                entry.agency,
                Period.parse(entry.period),
                entry.value,
                entry.source,
                line_of("baselines", i),
            )
            for i, entry in enumerate(source.baselines)
        ),
        units=tuple(source.units.items()),
        readings=tuple(source.readings.items()),
        windows=tuple(windows.values()),
        ranking=Ranking(source.scorecards.smallest_denominator, source.scorecards.fewest_peers),
    )


def _years(since: int, until: int) -> Period:
    return Period.between(date(since, 1, 1), date(until, 12, 31))


def _terms(texts: Iterable[str]) -> tuple[Term, ...]:
    return tuple(Term.parse(text) for text in texts)


def _lead(source: LeadSource | None) -> Lead | None:
    return Lead(source.agency, source.line) if source else None


def _window(source: WindowSource) -> Window:
    return Window(
        source.id,
        source.name,
        since=Edge(source.since.month, source.since.day) if source.since else None,
        until=Edge(source.until.month, source.until.day) if source.until else None,
        years_only=source.periods == "year",
    )


def _item(source: ItemSource, jump: JumpSource | None, windows: Mapping[str, Window], line: int) -> Item:
    lowest, highest = source.range or (Decimal(0), None)
    return Item(
        code=source.code,
        name=source.name,
        unit=source.unit or ("điểm" if source.kind is ItemKind.SCORE else ""),
        kind=source.kind,
        measure=source.measure,
        lowest=lowest,
        highest=highest,
        level=source.level,
        reported_by=tuple(source.reported_by),
        territory=source.territory,
        window=windows[source.window] if source.window else None,
        help=source.help,
        jump=_jump(source, jump),
        only_rises=_only_rises(source),
        line=line,
    )


def _jump(source: ItemSource, programme: JumpSource | None) -> Jump | None:
    """The item's own factor and threshold, each else the programme's."""
    if source.jump == "none" or source.kind not in COUNTED:
        return None
    said = [each for each in (source.jump, programme) if each is not None]
    factor = next((each.factor for each in said if each.factor is not None), None)
    above = next((each.above for each in said if each.above is not None), None)
    return None if factor is None or above is None else Jump(factor, above)


def _only_rises(source: ItemSource) -> bool:
    if source.only_rises is not None:
        return source.only_rises
    return source.measure is Measure.FLOW and source.kind in COUNTED


def _indicator(
    source: IndicatorSource, document: str, area_lead: Lead | None, position: int, line_of: LineOf
) -> Indicator:
    lead = _lead(source.lead) or area_lead
    targets: list[Target] = []
    rung: list[Target] = []
    for number, entry in enumerate(source.targets):
        expander = _TargetExpander(
            entry, source.kind, document, lead, _target_line(line_of, position, number)
        )
        rung = expander.rungs_above(rung) if entry.rise else expander.targets()
        targets.extend(rung)
    return Indicator(
        id=source.id,
        area=source.area,
        name=source.name,
        unit=source.unit if source.unit is not None else _UNITS[source.kind],
        kind=source.kind,
        numerator=_terms(source.numerator),
        denominator=_terms(source.denominator),
        also=tuple(
            Also(also.reading, also.name, _terms(also.numerator), _terms(also.denominator), also.level)
            for also in source.also
        ),
        targets=tuple(targets),
        line=line_of("indicators", position),
        smallest_denominator=source.smallest_denominator,
    )


def _target_line(line_of: LineOf, indicator: int, target: int) -> int:
    return line_of("indicators", indicator, "targets", target)


class _TargetExpander:
    """One written target, ready to be set for a level and a due date."""

    def __init__(
        self, source: TargetSource, kind: IndicatorKind, document: str, lead: Lead | None, line: int
    ) -> None:
        self.source = source
        self.operator = source.operator or _default_operator(kind)
        self.lead = _lead(source.lead) or lead
        self.citations = tuple(_citation(entry, document) for entry in source.cite)
        self.line = line

    def targets(self) -> list[Target]:
        due = date(self.source.year, 12, 31) if self.source.year else self.source.due
        bounds = self._bounds()
        return [self._target(level, due, bound) for level, bound in bounds.items()]

    def rungs_above(self, foot: list[Target]) -> list[Target]:
        """The rungs of a ladder, level by level, each standing on the one before it."""
        rise = self.source.rise
        if rise is None:
            raise ValueError("a target without a rise has no rungs")
        rungs = []
        for below in {target.level: target for target in foot}.values():
            bound = below.bound
            for year in range(rise.since, rise.until + 1):
                points = rise.points if rise.points is not None else _growth(bound, rise.percent)
                bound = min(rise.cap, (bound or Decimal(0)) + points)
                step = Step(points, rise.percent, on_actual=rise.on == "actual", cap=rise.cap)
                rungs.append(self._target(below.level, date(year, 12, 31), bound, step))
        return rungs

    def _bounds(self) -> dict[TargetLevel, Decimal | None]:
        source = self.source
        levels: tuple[TargetLevel, ...] = tuple(source.level or [ALL_LEVELS])
        if source.bound is None:
            external = source.external.bound if source.external else None
            return dict.fromkeys(levels, external)
        if set(source.bound) == {ALL_LEVELS}:
            return dict.fromkeys(levels, source.bound[ALL_LEVELS])
        return dict(source.bound)

    def _target(
        self, level: TargetLevel, due: date | None, bound: Decimal | None, step: Step | None = None
    ) -> Target:
        source = self.source
        external = _external(source.external)
        return Target(
            level=level,
            due=due,
            since=source.since,
            until=source.until,
            judged=source.judged,
            operator=self.operator,
            bound=bound,
            upper=source.upper,
            baseline=_baseline(source.baseline) or (external.baseline if external else None),
            present=(
                Present(_years(source.present.since, source.present.until), source.present.of)
                if source.present
                else None
            ),
            external=external,
            step=step,
            rate=_rate(source.pace),
            aspirational=source.aspirational,
            readings=tuple(source.reading),
            lead=self.lead,
            citations=self.citations,
            line=self.line,
        )


def _default_operator(kind: IndicatorKind) -> Operator:
    done = kind in (IndicatorKind.MILESTONE, IndicatorKind.DUTY)
    return Operator.DONE if done else Operator.AT_LEAST


def _growth(bound: Decimal | None, percent: Decimal | None) -> Decimal:
    return (bound or Decimal(0)) * (percent or Decimal(0)) / 100


def _citation(source: CitationSource, document: str) -> Citation:
    return Citation(source.document or document, source.place, source.line, source.quote)


def _baseline(source: BaselineSource | None) -> Baseline | None:
    if source is None:
        return None
    since = source.year or source.since
    until = source.year or source.until
    if since is None or until is None:
        return None
    return Baseline(_years(since, until), source.of, source.confirmed)


def _rate(source: PaceSource | None) -> Rate | None:
    return Rate(source.points, source.since, source.start) if source else None


def _external(source: ExternalSource | None) -> External | None:
    if source is None:
        return None
    return External(source.name, source.source, source.bound, _baseline(source.baseline))
