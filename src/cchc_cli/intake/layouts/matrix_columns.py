"""What is said about the columns of a matrix: no items, without a header, or missing for an item."""

from collections.abc import Iterator, Sequence

from cchc_cli import form_words
from cchc_cli.findings.finding import Finding
from cchc_cli.findings.of_identity import COLUMN_OF_ITEM_MISSING
from cchc_cli.findings.of_tables import EXTRA_COLUMN
from cchc_cli.intake.brief import Brief
from cchc_cli.intake.clerk import Clerk
from cchc_cli.intake.files.sheet import Sheet
from cchc_cli.intake.gathering import Slot
from cchc_cli.intake.headers import header_cell, header_text
from cchc_cli.intake.item_words import (
    report_unknown_item,
)
from cchc_cli.intake.layouts.matrix_table import MatrixTable
from cchc_cli.intake.numbers import is_like_a_number
from cchc_cli.intake.page import Page
from cchc_cli.language import Text
from cchc_cli.observation import column_letters
from cchc_cli.plain_text import plain

_KNOWN_OTHERS = frozenset(
    map(
        plain,
        ("TT", "Đơn vị", "Đơn vị báo cáo", "Ghi chú", *form_words.CONSOLIDATED_COLUMNS),
    )
)


def report_headers(page: Page, table: MatrixTable, clerk: Clerk) -> None:
    """Says which headers are no items of the programme: mistyped ones, and columns of the agency's own."""
    for column, text in table.others.items():
        if plain(text) in _KNOWN_OTHERS or column in (table.agency_column, table.period_column):
            continue
        cell = header_cell(page.sheet, table.header_row, column)
        if clerk.vocabulary.is_like_an_item(text):
            report_unknown_item(page, table.header_row, column, cell, clerk)
        else:
            clerk.gathering.report(EXTRA_COLUMN, page.place(table.header_row, column), cell)


def report_headless(page: Page, table: MatrixTable, rows: Sequence[int], clerk: Clerk) -> None:
    """Says where figures stand in columns that nothing heads, or only the header of another."""
    reach = max((len(page.sheet.rows[row - 1]) for row in rows), default=0)
    for column in _headless(page.sheet, table, range(1, reach + 1), clerk.brief):
        row = next((row for row in rows if is_like_a_number(page.sheet.cell(row, column))), None)
        if row is not None:
            letters = column_letters(column)
            name = Text(f"{letters} (không có tiêu đề)", f"{letters} (without a heading)")
            clerk.gathering.report(
                EXTRA_COLUMN, page.place(row, column), page.sheet.cell(row, column), value=name
            )


def _headless(sheet: Sheet, table: MatrixTable, columns: range, brief: Brief) -> Iterator[int]:
    heads = range(table.top_row, table.header_row + 1)
    for column in columns:
        words = {plain(header_text(sheet, head, column)) for head in heads} - {""}
        if column not in table.items and (not words or words & brief.item_by_word.keys()):
            yield column


def report_missing_items(page: Page, table: MatrixTable, slot: Slot, clerk: Clerk) -> None:
    """Says which items the agency of a row must report and the table has no column for."""
    there = {item.code for item in table.items.values()}
    for item in clerk.brief.items_due_from(slot.agency, slot.period).values():
        if item.code not in there:
            clerk.gathering.add(
                Finding(
                    COLUMN_OF_ITEM_MISSING,
                    page.place(slot.row, table.agency_column),
                    agency=slot.agency.code,
                    period=str(slot.period),
                    item=item.code,
                    facts={"name": item.name, "agency_name": slot.agency.name},
                )
            )
