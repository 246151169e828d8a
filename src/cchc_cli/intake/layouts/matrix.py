"""The matrix: a row for each agency, a column for each data item, headed by the item's code."""

from collections.abc import Iterator, Set
from itertools import chain

from cchc_cli import form_words
from cchc_cli.findings.of_tables import COLUMN_MISSING
from cchc_cli.findings.of_values import ROW_MISSING
from cchc_cli.intake.brief import Brief
from cchc_cli.intake.clerk import Clerk
from cchc_cli.intake.files.sheet import Sheet
from cchc_cli.intake.gathering import Slot
from cchc_cli.intake.information import AGENCY, WORDS
from cchc_cli.intake.item_words import (
    report_doubled,
)
from cchc_cli.intake.labels import near_label
from cchc_cli.intake.layouts.matrix_columns import report_headers, report_headless, report_missing_items
from cchc_cli.intake.layouts.matrix_table import MatrixTable
from cchc_cli.intake.layouts.owners import Owner
from cchc_cli.intake.layouts.row_owners import RowOwners
from cchc_cli.intake.layouts.whole_rows import WholeRows
from cchc_cli.intake.page import Page
from cchc_cli.intake.slots import are_blank, report_blank, take
from cchc_cli.intake.wording import NOTHING, looks_like
from cchc_cli.period import Period

MATRIX = "matrix"


def read_matrix(
    page: Page, table: MatrixTable, stated: Period | None, clerk: Clerk, *, is_of_form: bool = False
) -> None:
    """Reads every row of a matrix.

    `stated` is the period that stands elsewhere, for a table without a period column. `is_of_form`: it
    belongs to a form, and has a column for whatever its agencies must report.
    """
    if not table.agency_column:
        near = near_label(page.sheet, AGENCY, WORDS, table.header_row)
        suggestion = looks_like(near, form_words.AGENCY_CODE) if near is not None else NOTHING
        place = page.place(table.header_row)
        clerk.gathering.report(COLUMN_MISSING, place, column=form_words.AGENCY_CODE, suggestion=suggestion)
        return
    if table.doubled:
        report_doubled(page, table.top_row, table.doubled, clerk)
        return
    report_headers(page, table, clerk)
    rows: list[int] = []
    take(clerk.gathering, page, chain.from_iterable(_rows(page, table, stated, clerk, rows, is_of_form)))
    report_headless(page, table, rows, clerk)


def _rows(
    page: Page, table: MatrixTable, stated: Period | None, clerk: Clerk, rows: list[int], is_of_form: bool
) -> Iterator[list[Slot]]:
    """The cells of each agency's row, one that is blank altogether left out and reported.

    Each is taken before the next is looked at: a large table never stands in memory as cells. `rows`
    becomes the list of all rows that are an agency's.
    """
    owners, whole = RowOwners(page, table, stated, clerk), WholeRows(page, table.items, clerk.gathering)
    for row in range(table.header_row + 1, table.last_row + 1):
        owner = owners.of(row)
        if owner is None:
            continue
        nearly = _nearly(page.sheet, table, row)
        due = clerk.brief.items_due_from(*owner)
        if not (nearly or is_of_form) and whole.take(row, *owner, due):
            rows.append(row)
            continue
        found = list(_slots(page, table, row, owner, nearly, clerk.brief))
        if found:
            rows.append(row)
        if found and is_of_form:
            report_missing_items(page, table, found[0], clerk)
        if are_blank(found):
            report_blank(clerk.gathering, ROW_MISSING, page.place(row, table.agency_column), found)
        else:
            yield found


def _nearly(sheet: Sheet, table: MatrixTable, row: int) -> set[str]:
    """The items of a row whose figures are only nearly theirs."""
    return set(sheet.cell(row, table.approximate_column).text.replace(";", " ").split())


def _slots(
    page: Page, table: MatrixTable, row: int, owner: Owner, nearly: Set[str], brief: Brief
) -> Iterator[Slot]:
    """The cells of one row: what its owner must report, and whatever else is filled in."""
    agency, period = owner
    items, due = brief.items_in(period), brief.items_due_from(agency, period)
    for column, item in table.items.items():
        known = item.code
        if known in due or not page.sheet.is_blank(row, column):
            yield Slot(page, row, column, agency, period, items[known], known in nearly)
