"""A very small programme to read workbooks for: a score of items, ten agencies."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from cchc_cli.catalogue.item import Check, Item, Jump, Term
from cchc_cli.catalogue.source import ItemKind, Measure
from cchc_cli.catalogue.window import Edge, Window
from cchc_cli.intake.brief import Brief
from cchc_cli.intake.crew.crew import LONE_READER, Crew
from cchc_cli.intake.intake import Intake, take_in
from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry

WINDOWS = (Window("form-06", Text("Biểu 06", "Form 06"), since=Edge(-1, 15), until=Edge(0, 14)),)
YEARS = Period.between(date(2021, 1, 1), date(2030, 12, 31))

_EVERYBODY = ("level:province", "level:district", "level:commune")
_LAST_DAY_OF_DISTRICTS = date(2025, 6, 30)
_BEFORE_MERGER = date(2024, 10, 31)


def item(
    code: str,
    kind: ItemKind = ItemKind.COUNT,
    by: tuple[str, ...] = _EVERYBODY,
    highest: int | None = None,
    measure: Measure = Measure.FLOW,
    jump: Jump | None = None,
    only_rises: bool = False,
) -> Item:
    return Item(
        code=code,
        name=Text(f"Tên của {code}", f"name of {code}"),
        unit="cái",
        kind=kind,
        measure=measure,
        lowest=Decimal(0),
        highest=None if highest is None else Decimal(highest),
        level=None,
        reported_by=by,
        jump=jump,
        only_rises=only_rises,
    )


ITEMS = {
    each.code: each
    for each in (
        item("settled"),
        item("settled-in-time"),
        item("received"),
        item("pending"),
        item("fees-paid", ItemKind.AMOUNT, ("level:province",)),
        item("satisfaction", ItemKind.SCORE, ("agency:VPUBND",), highest=100),
        item("reform-index", ItemKind.SCORE, ("agency:SNV",)),
        item("plan-issued", ItemKind.YES_NO, ("level:province",)),
        item("portal-opened", ItemKind.YES_NO, ("level:province",)),
        item("procedures", by=("agency:VPUBND",)),
        item("dossiers-online"),
        item("dossiers-direct"),
        item("dossiers-carried-over", measure=Measure.OPENING),
        item("dossiers-settled-early"),
        item("dossiers-settled-on-time"),
        item("dossiers-settled-late"),
        item("dossiers-pending-in-time"),
        item("dossiers-pending-overdue", measure=Measure.STOCK),
        item("visits", jump=Jump(Decimal(5), Decimal(100)), only_rises=True),
        item("units-converted", measure=Measure.STOCK, only_rises=True),
    )
}

CHECKS = (
    Check("in-time", "part", (Term("settled-in-time", 1),), (Term("settled", 1),), "error"),
    Check("received", "balance", (Term("received", 1),), (Term("settled", 1), Term("pending", 1)), "warning"),
)


def _agency(
    code: str,
    vi: str,
    group: str,
    level: Level,
    parent: str | None = None,
    since: date | None = None,
    until: date | None = None,
    successor: str | None = None,
) -> Agency:
    name, ended = Text(vi, f"agency {code}"), _LAST_DAY_OF_DISTRICTS if level is Level.DISTRICT else until
    successors = (successor,) if successor else ()
    return Agency(
        code, name, group, level, parent, valid_from=since, valid_until=ended, successors=successors
    )


REGISTRY = Registry(
    file="agencies.yaml",
    sha256="",
    agencies=(
        _agency("VPUBND", "Văn phòng Ủy ban nhân dân tỉnh", "department", Level.PROVINCE),
        _agency("SNV", "Sở Nội vụ", "department", Level.PROVINCE),
        _agency("SKHCN", "Sở Khoa học và Công nghệ", "department", Level.PROVINCE),
        _agency("SLDTBXH", "Sở Lao động - Thương binh và Xã hội", "department", Level.PROVINCE),
        _agency("815", "Thành phố Mỹ Tho", "district", Level.DISTRICT),
        _agency("820", "Huyện Cai Lậy", "district", Level.DISTRICT),
        _agency("28249", "Phường 1", "commune", Level.COMMUNE, "815"),
        _agency("00412", "Xã Tân Phú", "commune", Level.COMMUNE, "820"),
        _agency("28501", "Xã Mỹ Thành Bắc", "commune", Level.COMMUNE, "820", None, _BEFORE_MERGER, "28502"),
        _agency("28502", "Thị trấn Bình Phú", "commune", Level.COMMUNE, "820", date(2024, 11, 1)),
    ),
    province=Text("Tiền Giang", "Tien Giang"),
)


BRIEF = Brief(items=ITEMS, checks=(), years=YEARS, registry=REGISTRY, windows=WINDOWS)


def take_in_small(
    *paths: Path | str,
    items: Iterable[str] = ITEMS,
    checks: Sequence[Check] = (),
    layout: str | None = None,
    as_agency: str | None = None,
    as_period: Period | None = None,
    cutoff: date | None = None,
    today: date | None = None,
    crew: Crew = LONE_READER,
) -> Intake:
    """Reads for the small programme, or a part of it."""
    brief = replace(
        BRIEF,
        items={code: ITEMS[code] for code in items},
        checks=checks,
        as_agency=as_agency,
        as_period=as_period,
        cutoff=cutoff,
        today=today,
    )
    return take_in(paths, brief, layout, crew=crew)
