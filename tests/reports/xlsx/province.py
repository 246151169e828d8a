"""A small province whose targets ask for every kind of comparison, judged by the real engine."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from cchc_cli.cli.call import Filters, Sources
from cchc_cli.cli.evaluation import evaluate_call
from cchc_cli.dossier import Dossier
from cchc_cli.language import Language

HERE = Path(__file__).parent

ITEMS = (
    "online", "received", "late", "content", "autonomous", "units", "payroll", "revenue", "disbursed", "plan",
    "planned",
)  # fmt: skip
NARROWLY_MISSED: dict[tuple[str, str], dict[str, Any]] = {
    ("SNV", "2023"): {
        "online": 30_000, "received": 40_000, "late": 10, "payroll": 1000, "revenue": 1234.5, "planned": "có",
    },
    ("SNV", "2024"): {
        "online": 39_996, "received": 50_000, "late": 1000, "content": 84.996, "autonomous": 9, "units": 40,
        "payroll": 901, "revenue": 1388.7, "disbursed": 4_499_999_999_999, "plan": 5_000_000_000_000,
        "planned": "có",
    },
    ("SYT", "2024"): {
        "online": 40_000, "received": 50_000, "late": 1000, "disbursed": 2.5, "plan": 3.1, "planned": "không",
    },
}  # fmt: skip
"""Two of three departments; every target of theirs is met or missed by next to nothing."""


def judged(
    folder: Path,
    figures: Mapping[tuple[str, str], Mapping[str, Any]],
    language: Language = Language.VI,
    **wanted: list[str],
) -> Dossier:
    """The dossier of a matrix with these figures by agency and period."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Số liệu"
    sheet.append(["Mã đơn vị", "Kỳ báo cáo", *ITEMS])
    for (agency, period), values in figures.items():
        sheet.append([agency, period, *(values.get(item) for item in ITEMS)])
    path = folder / "số liệu.xlsx"
    workbook.save(path)
    targets, agencies = str(HERE / "targets.yaml"), str(HERE / "agencies.yaml")
    filters: dict[str, Any] = {"periods": ["2024"], **wanted}
    sources = Sources([str(path)], targets, agencies, None, None, None, None)
    dossier = evaluate_call(sources, Filters(**filters), language, with_dossier=True).dossier
    assert dossier is not None
    return dossier
