"""A small province that reports: two departments, a vertical agency, a district with its communes."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from cchc_cli import form_words
from cchc_cli.catalogue.catalogue import Area, Catalogue, Programme
from cchc_cli.catalogue.item import Check, Item, Term
from cchc_cli.catalogue.source import ItemKind, Measure
from cchc_cli.intake.brief import Brief
from cchc_cli.intake.intake import Intake, take_in
from cchc_cli.language import Language, Text
from cchc_cli.level import Level
from cchc_cli.period import Period
from cchc_cli.reception.stocktaking import Asked, take_stock
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry
from cchc_cli.standing.records import AgencyStanding, Standing
from tests.intake.programme import YEARS, item
from tests.intake.workbooks import write_workbook

YEAR = Period.parse("2024")
DEADLINE = date(2025, 1, 20)
_EVERYBODY = ("group:department", "level:district", "level:commune")

SETTLED = item("settled", by=(*_EVERYBODY, "group:vertical"))
IN_TIME = item("settled-in-time", by=_EVERYBODY)
FEES = item("fees-paid", ItemKind.AMOUNT, by=("group:department",))
SCORE = item("satisfaction", ItemKind.SCORE, by=("agency:SNV",), highest=100)
PLAN = item("plan-issued", ItemKind.YES_NO, by=("group:department",))
STAFF = Item(
    code="staff",
    name=Text("Biên chế", "staff"),
    unit="người",
    kind=ItemKind.COUNT,
    measure=Measure.STOCK,
    lowest=SETTLED.lowest,
    highest=None,
    level=None,
    reported_by=("agency:SNV", "level:commune"),
)
ITEMS = (SETTLED, IN_TIME, FEES, SCORE, PLAN, STAFF)
CHECKS = (Check("in-time", "part", (Term("settled-in-time", 1),), (Term("settled", 1),), "error"),)
CATALOGUE = Catalogue(
    file="targets.yaml",
    sha256="1" * 64,
    programme=Programme(
        "small", Text("Chương trình nhỏ", "Small programme"), "1/QĐ", date(2021, 10, 18), YEARS
    ),
    areas=(Area("TTHC", Text("Thủ tục hành chính", "Procedures"), None),),
    indicators=(),
    items=ITEMS,
    checks=CHECKS,
    baselines=(),
    units=(),
    readings=(),
)


def _agency(code: str, vi: str, group: str, level: Level, **changes: Any) -> Agency:
    return Agency(code, Text(vi, f"agency {code}"), group, level, **changes)


REGISTRY = Registry(
    file="agencies.yaml",
    sha256="2" * 64,
    agencies=(
        _agency("SNV", "Sở Nội vụ", "department", Level.PROVINCE),
        _agency("SYT", "Sở Y tế", "department", Level.PROVINCE),
        _agency("CTHUE", "Cục Thuế tỉnh", "vertical", Level.PROVINCE, pooled=False),
        _agency("821", "Huyện Châu Thành", "district", Level.DISTRICT),
        _agency("28501", "Xã Điềm Hy", "commune", Level.COMMUNE, parent="821"),
        _agency("28504", "Xã Long An", "commune", Level.COMMUNE, parent="821"),
        _agency("28507", "Xã Cũ", "commune", Level.COMMUNE, parent="821", valid_until=date(2024, 10, 31)),
    ),
)
CODES = tuple(agency.code for agency in REGISTRY.agencies)
FIGURES: Mapping[str, Any] = {"settled": 100, "settled-in-time": 90}
"""What everybody can report."""


def form(
    path: Path,
    agency: str,
    figures: Mapping[str, Any] = FIGURES,
    *,
    period: str = "2024",
    dated: Any = date(2025, 1, 10),
    communes: Sequence[Sequence[Any]] = (),
    notes: Mapping[str, str] | None = None,
    **information: Any,
) -> Path:
    """A form as an agency sends it; `communes` are the rows of its third sheet, headed by code and items."""
    about = {
        form_words.AGENCY_CODE: agency,
        form_words.PERIOD: period,
        form_words.KIND: information.get("kind", form_words.OFFICIAL),
        form_words.NUMBER: information.get("number", 1),
        form_words.DOCUMENT: information.get("document", f"12/BC-{agency}"),
        form_words.DATED: dated,
        form_words.PREPARED_BY: information.get("prepared_by"),
        form_words.PHONE: information.get("phone"),
    }
    said = notes or {}
    rows = [(code, value, said.get(code), code) for code, value in figures.items()]
    head = (form_words.CONTENT, form_words.VALUE, form_words.EXPLANATION, form_words.ITEM_CODE)
    sheets: dict[str, Any] = {
        form_words.INFORMATION_SHEET: list(about.items()),
        form_words.FIGURES_SHEET: [head, *rows],
    }
    if communes:
        head_of_communes = (form_words.AGENCY_CODE, *(each.code for each in (SETTLED, IN_TIME, STAFF)))
        sheets[form_words.COMMUNES_SHEET] = [head_of_communes, *communes]
    return write_workbook(path, sheets)


def matrix(path: Path, header: Sequence[str], *rows: Sequence[Any], period: str = "2024") -> Path:
    """A matrix that nobody signed."""
    head = (form_words.AGENCY_CODE, *header)
    return write_workbook(path, {"Bảng": [(f"{form_words.PERIOD}:", period), head, *rows]})


def full_form(path: Path, agency: str, **changes: Any) -> Path:
    """A form with a figure for every item that the agency must report."""
    every = {
        "settled": 100,
        "settled-in-time": 90,
        "fees-paid": 12.5,
        "satisfaction": 85.5,
        "plan-issued": "có",
        "staff": 20,
    }
    life = next(life for life in REGISTRY.agencies if life.code == agency)
    asked = {each.code for each in ITEMS if life.matches(each.reported_by)}
    return form(path, agency, {code: value for code, value in every.items() if code in asked}, **changes)


def read(*paths: Path, cutoff: date | None = None) -> Intake:
    """What the small province reads."""
    brief = Brief(CATALOGUE.item_by_code, CHECKS, YEARS, REGISTRY, cutoff=cutoff)
    return take_in(paths, brief)


def standing(*paths: Path, deadline: date | None = DEADLINE, period: str = "2024", **asked: Any) -> Standing:
    """Who has sent what, of everything below the paths."""
    intake = read(*paths, cutoff=asked.get("cutoff"))
    question = Asked(Period.parse(period), deadline, **asked)
    return take_stock(CATALOGUE, REGISTRY, intake, question, Language.VI)


def of(stood: Standing, code: str) -> AgencyStanding:
    """The standing of one agency."""
    return next(agency for agency in stood.agencies if agency.code == code)
