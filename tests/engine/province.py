"""A very small province to judge: six agencies, a handful of items, figures written in one line."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.load import load_catalogue
from cchc_cli.engine.evaluate import Evaluation, evaluate
from cchc_cli.engine.evidence import Evidence, Question
from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.observation import Address, Key, Observation, Submission
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry
from cchc_cli.run import Verdict

HEAD = """
programme:
  {id: test, title: {vi: Thử, en: Test}, document: 1/QĐ, issued: 2021-10-18, years: {from: 2021, until: 2030}}
areas: [{id: TTHC, name: {vi: Thủ tục, en: Procedures}}]
"""

EVERYBODY = "[level:province, level:district, level:commune]"


def _item(code: str, kind: str, measure: str, reported_by: str, more: str = "") -> str:
    return (
        f"  - {{code: {code}, name: {{vi: {code}, en: {code}}}, unit: cái, kind: {kind}, "
        f"measure: {measure}, reported_by: {reported_by}{more}}}"
    )


ITEMS = "\n".join(
    [
        "items:",
        _item("done", "count", "flow", EVERYBODY),
        _item("all", "count", "flow", EVERYBODY),
        _item("open", "count", "stock", EVERYBODY),
        _item("units", "count", "stock", "agency:A", ", territory: former"),
        _item("spent", "amount", "flow", "agency:A"),
        _item("plan", "amount", "flow", "agency:A"),
        _item("bodies-province", "count", "stock", "agency:A", ", level: province"),
        _item("bodies-district", "count", "stock", "agency:A", ", level: district"),
        _item("right-province", "count", "stock", "agency:A", ", level: province"),
        _item("right-district", "count", "stock", "agency:A", ", level: district"),
        _item("content", "score", "published", "agency:A", ", range: [0, 100]"),
        _item("connected", "yes-no", "stock", "level:district"),
        _item("sent", "yes-no", "stock", "agency:A"),
    ]
)

CITE = 'cite: {line: 1, place: điểm a, quote: "x"}'


def agency(code: str, level: Level, **facts: object) -> Agency:
    return Agency(code, Text(f"Đơn vị {code}", f"Agency {code}"), group=level.value, level=level, **facts)  # type: ignore[arg-type]


DISTRICTS_END = date(2025, 6, 30)

AGENCIES = (
    agency("A", Level.PROVINCE),
    agency("V", Level.PROVINCE, pooled=False),
    agency("D1", Level.DISTRICT, valid_until=DISTRICTS_END),
    agency("D2", Level.DISTRICT, valid_until=DISTRICTS_END),
    agency("C1", Level.COMMUNE, parent="D1"),
    agency("C2", Level.COMMUNE, parent="D2"),
)

POOLED = ("A", "D1", "D2", "C1", "C2")


def registry(*agencies: Agency) -> Registry:
    return Registry("agencies.yaml", "0" * 64, agencies or AGENCIES)


def catalogue(folder: Path, indicators: str, more: str = "") -> Catalogue:
    """A catalogue with the items above and these indicators (YAML list entries)."""
    path = folder / "targets.yaml"
    path.write_text(f"{HEAD}\nindicators:\n{indicators}\n{ITEMS}\n{more}", encoding="utf-8")
    return load_catalogue(path)


def share(targets: str, numerator: str = "done", denominator: str = "all", more: str = "") -> str:
    return f"""
  - id: measure
    area: TTHC
    name: {{vi: Tỷ lệ, en: Share}}
    kind: share
    numerator: [{numerator}]
    denominator: [{denominator}]
    {more}
    targets:
{targets}
"""


def figures(period: str, **by_item: Mapping[str, object]) -> list[Observation]:
    """`figures("2024", done={"A": 8}, all={"A": 10})`; a date or bool answers a yes-no item."""
    return [
        _figure(agency_code, item.replace("_", "-"), period, value)
        for item, values in by_item.items()
        for agency_code, value in values.items()
    ]


def _figure(agency_code: str, item: str, period: str, value: object) -> Observation:
    done_on = value if isinstance(value, date) else None
    number = Decimal(1) if done_on else Decimal(str(int(value) if isinstance(value, bool) else value))
    return Observation(agency_code, item, Period.parse(period), number, Address(0, 0, 2, 3), done_on)


def judge(
    source: Catalogue,
    observations: Iterable[Observation],
    question: Question | None = None,
    agencies: Registry | None = None,
    unusable: Iterable[Key] = (),
) -> Evaluation:
    submission = Submission("data.xlsx", "0" * 64, "matrix", ("Số liệu",))
    evidence = Evidence(tuple(observations), frozenset(unusable), (submission,))
    return evaluate(source, agencies or registry(), evidence, question or Question())


def ask(*periods: str, by: Iterable[str] = (), **facts: object) -> Question:
    return Question(periods=tuple(map(Period.parse, periods)), by=frozenset(by), **facts)  # type: ignore[arg-type]


def only(evaluation: Evaluation, scope: str | None = None, indicator: str | None = None) -> Verdict:
    """The one verdict of a scope; fails where there are several or none."""
    found = [
        verdict
        for verdict in evaluation.verdicts
        if scope in (None, verdict.scope.code) and indicator in (None, verdict.indicator)
    ]
    assert len(found) == 1, [(v.indicator, v.scope.code, v.period) for v in evaluation.verdicts]
    return found[0]
