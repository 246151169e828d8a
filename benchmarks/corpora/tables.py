"""Large consolidated tables: a row for each agency and period, a column for each item."""

import csv
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path

import xlsxwriter

from benchmarks.corpora.calendar import five_days
from benchmarks.corpora.reports import province, reports
from cchc_cli import form_words
from cchc_cli.language import Language
from cchc_cli.level import Level
from illustrative.matrix import MARK, matrix_workbook
from illustrative.province import Row, Value
from illustrative.saving import save

_TITLE = "Số liệu minh họa"
_HEADER_ROW = 3
_MADE = datetime(2024, 12, 31)
YEAR = 2024


def write_matrix(path: Path) -> None:
    """The province's agencies of one year and all their items, as the examples have it."""
    whole = province()
    workbook = matrix_workbook(whole.rows(YEAR), whole.catalogue.items, whole.registry, [MARK])
    save(workbook, path, _TITLE)


def write_large_matrix(path: Path, rows: int) -> None:
    """A workbook with so many rows, without any looks: written in one go by XlsxWriter."""
    found = list(islice(_of_communes(), rows))
    _hold_to(len(found), rows)
    items = _items(found)
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_numbers": False}) as workbook:
        workbook.set_properties({"title": _TITLE, "created": _MADE})
        sheet = workbook.add_worksheet(form_words.FIGURES_SHEET)
        sheet.write_string(0, 0, MARK)
        for number, cells in enumerate(_table(found, items), start=_HEADER_ROW):
            for column, cell in enumerate(cells):
                if isinstance(cell, str):
                    sheet.write_string(number, column, cell)
                elif cell is not None:
                    sheet.write_number(number, column, cell)


def write_large_csv(path: Path, figures: int) -> None:
    """A file of separated values with at least so many figures."""
    found: list[Row] = []
    count = 0
    for row in _of_communes():
        found.append(row)
        count += len(row.figures)
        if count >= figures:
            break
    _hold_to(count, figures)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(_table(found, _items(found)))


def _hold_to(made: int, wanted: int) -> None:
    """What is measured is divided by what was asked for: less must not pass for it."""
    if made < wanted:
        raise ValueError(f"only {made} of {wanted} could be made")


def _of_communes() -> Iterator[Row]:
    """Communes only: they are asked for the same items, so that the table is full and not mostly blank."""
    return (row for row in reports(five_days()) if row.of.level is Level.COMMUNE)


def _table(rows: Sequence[Row], items: Sequence[str]) -> Iterator[list[Value | None]]:
    yield [form_words.AGENCY_CODE, form_words.AGENCY_NAME, form_words.PERIOD, *items]
    for row in rows:
        about = [row.of.code, row.of.agency.name.vi, row.of.period.in_words(Language.VI)]
        yield [*about, *(row.figures.get(item) for item in items)]


def _items(rows: Sequence[Row]) -> list[str]:
    """The items of any row, in the catalogue's order."""
    used = {code for row in rows for code in row.figures}
    return [item.code for item in province().catalogue.items if item.code in used]
