"""The catalogue as plain data: what `cchc targets list -f json` prints."""

from datetime import date
from decimal import Decimal
from typing import Any

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.indicator import Also, Indicator
from cchc_cli.catalogue.item import Check, Item, Jump, Term
from cchc_cli.catalogue.target import Baseline, External, Present, Rate, Target
from cchc_cli.catalogue.window import Edge, Window
from cchc_cli.language import Text

Listing = dict[str, Any]


def catalogue_listing(catalogue: Catalogue) -> Listing:
    """Indicators with their targets year by year and level by level, items, and checks."""
    return {
        "indicators": [_indicator(indicator) for indicator in catalogue.indicators],
        "items": [_item(item) for item in catalogue.items],
        "checks": [_check(check) for check in catalogue.checks],
        "windows": [_window(window) for window in catalogue.windows],
        "scorecards": {
            "smallest_denominator": number(catalogue.ranking.smallest_denominator),
            "fewest_peers": catalogue.ranking.fewest_peers,
        },
    }


def _indicator(indicator: Indicator) -> Listing:
    return {
        "id": indicator.id,
        "area": indicator.area,
        "name": _text(indicator.name),
        "unit": indicator.unit,
        "kind": indicator.kind.value,
        "numerator": _terms(indicator.numerator),
        "denominator": _terms(indicator.denominator),
        "also": [_also(also) for also in indicator.also],
        "targets": [_target(target) for target in indicator.targets],
        "smallest_denominator": number(indicator.smallest_denominator),
    }


def _target(target: Target) -> Listing:
    return {
        "level": str(target.level),
        "year": target.due.year if target.due else None,
        "due": _iso(target.due),
        "from": _iso(target.since),
        "until": _iso(target.until),
        "judged": target.judged,
        "operator": target.operator.value,
        "bound": number(target.stated_bound),
        "upper": number(target.upper),
        "baseline": _baseline(target.baseline),
        "present": _present(target.present),
        "external": _external(target.external),
        "pace": _rate(target.rate),
        "aspirational": target.aspirational,
        "reading": target.reading,
        "lead": {"agency": target.lead.agency, "line": target.lead.line} if target.lead else None,
        "citations": [
            {
                "document": citation.document,
                "place": citation.place,
                "line": citation.line,
                "quote": citation.quote,
            }
            for citation in target.citations
        ],
    }


def _item(item: Item) -> Listing:
    return {
        "code": item.code,
        "name": _text(item.name),
        "unit": item.unit,
        "kind": item.kind.value,
        "measure": item.measure.value,
        "level": item.level.value if item.level else None,
        "reported_by": list(item.reported_by),
        "jump": _jump(item.jump),
        "only_rises": item.only_rises,
        "window": item.window.id if item.window else None,
    }


def _jump(jump: Jump | None) -> Listing | None:
    return {"factor": number(jump.factor), "above": number(jump.above)} if jump else None


def _check(check: Check) -> Listing:
    return {
        "id": check.id,
        "kind": check.kind,
        "left": _terms(check.left),
        "right": _terms(check.right),
        "severity": check.severity,
    }


def _window(window: Window) -> Listing:
    return {
        "id": window.id,
        "name": _text(window.name),
        "from": _edge(window.since),
        "until": _edge(window.until),
        "periods": "year" if window.years_only else "named",
    }


def _edge(edge: Edge | None) -> Listing | None:
    return {"month": edge.month, "day": edge.day} if edge else None


def _also(also: Also) -> Listing:
    return {
        "reading": also.reading,
        "name": _text(also.name),
        "numerator": _terms(also.numerator),
        "denominator": _terms(also.denominator),
        "level": also.level.value if also.level else None,
    }


def _terms(terms: tuple[Term, ...]) -> list[Listing]:
    return [{"item": term.item, "sign": term.sign} for term in terms]


def _baseline(baseline: Baseline | None) -> Listing | None:
    if baseline is None:
        return None
    window = {"from": _iso(baseline.window.start), "until": _iso(baseline.window.end)}
    return {**window, "of": baseline.of, "confirmed": baseline.confirmed}


def _present(present: Present | None) -> Listing | None:
    if present is None:
        return None
    window = {"from": _iso(present.window.start), "until": _iso(present.window.end)}
    return {**window, "of": present.of}


def _external(external: External | None) -> Listing | None:
    if external is None:
        return None
    return {
        "name": _text(external.name),
        "source": external.source,
        "bound": number(external.bound),
        "baseline": _baseline(external.baseline),
    }


def _rate(rate: Rate | None) -> Listing | None:
    if rate is None:
        return None
    return {"points": number(rate.points), "from": rate.since, "start": number(rate.start)}


def _text(text: Text) -> Listing:
    return {"vi": text.vi, "en": text.en}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def number(value: Decimal | None) -> int | float | None:
    """A decimal as the JSON number nearest to it."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
