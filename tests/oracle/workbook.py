"""The matrix workbook that carries given figures."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from tests.oracle.figures import Answer, Figure


def write_matrix(figures: Iterable[Figure], path: Path) -> None:
    """One row for each agency and period, one column for each item that has a figure.

    An agency that gives two answers for one item and period gets a second row for the second answer.
    """
    rows: dict[tuple[str, str, int], dict[str, Answer]] = {}
    for figure in figures:
        copy = 0
        while figure.item in rows.setdefault((figure.agency, figure.period, copy), {}):
            copy += 1
        rows[figure.agency, figure.period, copy][figure.item] = figure.answer
    items = sorted({item for row in rows.values() for item in row})
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Tổng hợp")
    sheet.append(["Mã đơn vị", "Kỳ báo cáo", *items])
    for (agency, period, _), row in rows.items():
        sheet.append([agency, period, *(_written(row.get(item)) for item in items)])
    workbook.save(path)


def _written(answer: Answer | None) -> Any:
    """As an officer types it: có, không, a date, a number."""
    if answer is True:
        return "có"
    if answer is False:
        return "không"
    if isinstance(answer, Decimal):
        return float(answer)
    if isinstance(answer, date):
        return answer
    return answer
