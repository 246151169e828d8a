"""The example workbooks as they stand, read without the program; and a call of the program on them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from cchc_cli.cli.call import Filters, Sources
from cchc_cli.cli.evaluation import evaluate_call
from cchc_cli.language import Language
from cchc_cli.run import Run

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
PUBLISHED = EXAMPLES / "published"
YEARS = range(2021, 2026)


@dataclass(frozen=True)
class Line:
    """One row of a matrix: the agency's code, its period as written, its figures by item."""

    code: str
    period: str
    figures: dict[str, Any]


def matrix(path: Path) -> list[Line]:
    """Every row of the sheet `Số liệu`, whose header begins with `Mã đơn vị`."""
    rows = list(load_workbook(path)["Số liệu"].iter_rows(values_only=True))
    position = next(number for number, row in enumerate(rows) if row[0] == "Mã đơn vị")
    head = [str(cell) for cell in rows[position] if cell is not None]
    stated = next((str(row[1]) for row in rows[:position] if row[0] == "Kỳ báo cáo:"), "")
    lines = []
    for row in rows[position + 1 :]:
        cells = dict(zip(head, row, strict=True))
        code, _, period = (cells.pop(name, stated) for name in ("Mã đơn vị", "Tên đơn vị", "Kỳ báo cáo"))
        figures = {item: value for item, value in cells.items() if value is not None}
        lines.append(Line(str(code), str(period), figures))
    return lines


def of_year(year: int) -> list[Line]:
    """The rows of an illustrative year; a code that two agencies had in it stands in two of them."""
    return matrix(EXAMPLES / "years" / f"{year}.xlsx")


def cells(path: Path) -> dict[str, dict[str, tuple[Any, str]]]:
    """Every cell of a workbook that holds something, with its number format, by sheet and address."""
    return {
        sheet.title: {
            cell.coordinate: (cell.value, cell.number_format)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        }
        for sheet in load_workbook(path)
    }


def evaluated(
    *paths: Path, catalogue: str | None = None, registry: str | None = None, period: str | None = None
) -> Run:
    """What `cchc evaluate` computes; `catalogue` and `registry` are files in `examples/published/`."""
    sources = Sources(
        [str(path) for path in paths],
        targets=str(PUBLISHED / catalogue) if catalogue else str(ROOT / "targets.yaml"),
        agencies=str(PUBLISHED / registry) if registry else str(ROOT / "agencies.yaml"),
    )
    filters = Filters([period] if period else [])
    return evaluate_call(sources, filters, Language.VI).run
