"""Two runs with everything that can change between them; all figures are illustrative."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from cchc_cli.comparison.compare import compare
from cchc_cli.comparison.comparison import Comparison, Side
from cchc_cli.language import Language, Text
from cchc_cli.level import Level
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry
from cchc_cli.run import FindingRecord, ObservationRecord, Run, Verdict
from tests.reports.conftest import data, make_run, make_verdict

__all__ = ["data", "example_comparison", "make_run", "make_verdict"]

_TIER = {
    "kind": "level",
    "code": "province",
    "name": {"vi": "Cấp tỉnh", "en": "Province level"},
    "level": "province",
}
_ONLINE = {
    "indicator": "online-dossiers",
    "name": Text("Tỷ lệ hồ sơ trực tuyến", "Dossiers filed online"),
    "denominator": 100,
    "bound": 80,
}
_UNITS = {
    "indicator": "public-units-reduced",
    "area": "TCBM",
    "name": Text("Giảm đơn vị sự nghiệp", "Fewer public service units"),
    "kind": "change",
    "denominator": 1000,
    "operator": "reduce>=",
    "bound": 10,
    "due": date(2025, 12, 31),
}
_ASPIRED = {
    "indicator": "meetings",
    "area": "CQS",
    "name": Text("Họp qua hệ thống", "Meetings online"),
    "aspirational": True,
    "denominator": 10,
}


@pytest.fixture(scope="session")
def example_comparison(
    data: dict[str, Any], make_verdict: Callable[..., Verdict], make_run: Callable[..., Run]
) -> Callable[[Language], Comparison]:
    """Both runs of one period, their findings in a language."""

    def in_language(language: Language) -> Comparison:
        mended, stays = [FindingRecord(**found) for found in data["findings"][language.value]][:2]
        came = stays.model_copy(update={"cell": "D99"})
        old = make_run(
            [
                make_verdict(**_ONLINE, numerator=82, coverage=_coverage(3)),
                make_verdict(**_ONLINE, numerator=70, scope=_TIER, status="missed", due=date(2023, 12, 31)),
                make_verdict(**_UNITS, numerator=930, value=7, status="missed"),
                make_verdict(**_ASPIRED, numerator=4, status="missed"),
                make_verdict(indicator="gone", numerator=1, denominator=2),
            ],
            [mended, stays],
            observations=[_figure("SXD", "online", 20, "lan1.xlsx"), _figure("SNV", "online", 30, "a.xlsx")],
        )
        new = make_run(
            [
                make_verdict(**_ONLINE, numerator=79, status="missed", coverage=_coverage(2, "SYT")),
                make_verdict(**{**_ONLINE, "bound": 85}, numerator=90, scope=_TIER),
                make_verdict(**_UNITS, numerator=899, value=10.1),
                make_verdict(**_ASPIRED, numerator=5),
                make_verdict(indicator="came", numerator=1, denominator=2, status="missed"),
            ],
            [stays, came],
            observations=[_figure("SXD", "online", 17, "lan2.xlsx"), _figure("SNV", "online", 30, "a.xlsx")],
            catalogue_sha256="9" * 64,
        )
        return compare(Side("truoc.json", old, saved=True), Side("nop", new, saved=False), _registry())

    return in_language


def _coverage(reporting: int, *missing: str) -> dict[str, Any]:
    return {"reporting": reporting, "expected": 3, "weight": None, "missing": list(missing)}


def _figure(agency: str, item: str, value: int, file: str) -> ObservationRecord:
    return ObservationRecord(
        agency=agency,
        item=item,
        period="2024",
        value=value,
        done_on=None,
        file=f"nop/{file}",
        sheet="Số liệu",
        cell="D12",
    )


def _registry() -> Registry:
    names = {
        "SNV": Text("Sở Nội vụ", "Department of Home Affairs"),
        "SXD": Text("Sở Xây dựng", "Department of Construction"),
        "SYT": Text("Sở Y tế", "Department of Health"),
    }
    lives = tuple(Agency(code, name, "department", Level.PROVINCE) for code, name in names.items())
    return Registry("agencies.yaml", "1" * 64, lives)
