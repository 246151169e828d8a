"""The form that `cchc template` makes: one agency, one period, one row for each data item."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from cchc_cli.findings.finding import Finding
from cchc_cli.findings.of_identity import ITEM_MISSING
from cchc_cli.findings.of_tables import COLUMN_MISSING
from cchc_cli.findings.of_values import FORM_MISSING
from cchc_cli.intake.clerk import Clerk
from cchc_cli.intake.comparisons.explanations import explanation_in
from cchc_cli.intake.files.sheet import Sheet
from cchc_cli.intake.gathering import Explanation, Gathering, Slot
from cchc_cli.intake.item_words import is_counting, is_numbering, report_doubled, report_unknown_item
from cchc_cli.intake.layouts.form_figures import whole_form
from cchc_cli.intake.layouts.form_table import FormTable
from cchc_cli.intake.layouts.nil_ticks import is_tick_row, nil_slots
from cchc_cli.intake.numbers import is_like_a_number
from cchc_cli.intake.page import Page
from cchc_cli.intake.slots import are_blank, report_blank, take
from cchc_cli.intake.totals import is_total
from cchc_cli.observation import Key
from cchc_cli.observations import Line
from cchc_cli.period import Period
from cchc_cli.plain_text import plain
from cchc_cli.registry.agency import Agency

FORM = "form"


def read_form(page: Page, table: FormTable, agency: Agency, period: Period, clerk: Clerk) -> set[str]:
    """Reads the rows of a whole form; returns the codes of the items that it has a row for."""
    brief, gathering = clerk.brief, clerk.gathering
    whole = whole_form(page, table, brief.code_columns, brief.items_due_from(agency, period))
    if whole is not None:
        items, rows, values = whole
        codes = dict(zip(rows, items, strict=True))
        columns = (table.value_column,) * len(rows)
        gathering.put_line(Line(agency.code, period, items, values, page.file, page.index, rows, columns))
        gathering.explanations.extend(_explanations(page, table, codes, agency, period))
        return set(items)
    codes = dict(_codes(page, table, clerk))
    asked = brief.items_in(period)
    explanations = list(_explanations(page, table, codes, agency, period))
    slots = [Slot(page, row, table.value_column, agency, period, asked[code]) for row, code in codes.items()]
    _take_one_by_one(page, table, slots, {explanation.key for explanation in explanations}, gathering)
    gathering.explanations.extend(explanations)
    return set(codes.values())


def _take_one_by_one(
    page: Page, table: FormTable, slots: list[Slot], explained: Collection[Key], gathering: Gathering
) -> None:
    """Reads a form in which something is to be asked about."""
    nil = {slot.row for slot in nil_slots(page, table, slots, gathering)}
    silent = [] if nil else _silent(slots, explained)
    if silent:
        report_blank(gathering, FORM_MISSING, page.place(table.header_row, table.value_column), silent)
    said = {slot.row for slot in silent}
    take(gathering, page, [slot for slot in slots if slot.row not in nil | said])


def _silent(slots: Sequence[Slot], explained: Collection[Key]) -> list[Slot]:
    """Of a form where nothing is filled in, the figures that must be reported and are not explained.

    None where anything is filled in: then each blank is a question of its own.
    """
    if not are_blank(slots):
        return []
    due = [slot for slot in slots if slot.must_be_filled and slot.key not in explained]
    return due if are_blank(due) else []


def _explanations(
    page: Page, table: FormTable, codes: Mapping[int, str], agency: Agency, period: Period
) -> Iterator[Explanation]:
    """What stands beside the figures in words; of cells merged over several rows it is said of each."""
    rows = range(table.header_row + 1, table.last_row + 1)
    said = page.sheet.column(table.explanation_column, rows)
    merged = page.sheet.merged_rows
    for row, code in codes.items():
        if said[row - rows.start] is None and row not in merged:
            continue
        block = page.sheet.merge_at(row, table.explanation_column)
        place = block[:2] if block else (row, table.explanation_column)
        text = explanation_in(page.sheet.cell(*place))
        if text is not None:
            yield Explanation(text, Key(agency.code, code, period))


def report_columns(page: Page, table: FormTable, clerk: Clerk) -> None:
    """Says which columns the form needs and does not have, and which it has twice."""
    report_doubled(page, table.header_row, table.doubled, clerk)
    for name in table.missing:
        clerk.gathering.report(COLUMN_MISSING, page.place(table.header_row), column=name)


def report_missing_items(page: Page, present: set[str], agency: Agency, period: Period, clerk: Clerk) -> None:
    """Says which items the agency must report and the form has no row for."""
    due = clerk.brief.items_due_from(agency, period)
    if due.keys() <= present:
        return
    for item in due.values():
        if item.code not in present:
            clerk.gathering.add(
                Finding(
                    ITEM_MISSING,
                    page.place(),
                    agency=agency.code,
                    period=str(period),
                    item=item.code,
                    facts={"name": item.name},
                )
            )


def _codes(page: Page, table: FormTable, clerk: Clerk) -> Iterator[tuple[int, str]]:
    """The rows of items with their codes; what should be an item and is none is reported on the way.

    A row with neither a code nor a figure is a heading or a note.
    """
    sheet, items = page.sheet, clerk.brief.item_by_word
    rows = range(table.header_row + 1, table.last_row + 1)
    said = zip(sheet.column(table.code_column, rows), sheet.column(table.value_column, rows), strict=True)
    for row, (code, figure) in zip(rows, said, strict=True):
        item = items.get(plain(code)) if isinstance(code, str) else None
        if item is not None:
            yield row, item.code
        elif code is not None or figure is not None or row in sheet.marked_rows:
            _report_no_item(page, table, row, clerk)


def _is_no_item(sheet: Sheet, table: FormTable, row: int) -> bool:
    """Whether a row only numbers the columns, or adds up others: nothing asked for a total."""
    cells = [cell for _, cell in sheet.cells(row)]
    is_first = row == table.header_row + 1
    return any(map(is_total, cells)) or (is_first and is_counting([cell.text for cell in cells]))


def _report_no_item(page: Page, table: FormTable, row: int, clerk: Clerk) -> None:
    """A code that is none, or a row that somebody added: a figure with words beside it and no code."""
    column = table.code_column
    code = page.sheet.cell(row, column)
    if code.is_blank:
        if not _is_added(page, table, row):
            return
        column = table.content_column
    elif is_numbering(code.text):
        return
    if not _is_no_item(page.sheet, table, row):
        report_unknown_item(page, row, column, page.sheet.cell(row, column), clerk)


def _is_added(page: Page, table: FormTable, row: int) -> bool:
    sheet = page.sheet
    is_figure = is_like_a_number(sheet.cell(row, table.value_column))
    return is_figure and not (sheet.is_blank(row, table.content_column) or is_tick_row(page, table, row))
