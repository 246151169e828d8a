"""Rows of a described table that say again what others say: a total under any name, a row pasted twice.

They are no parts of the sum. A total is known by its figures where its words are none of the layout's.
"""

from bisect import bisect_right
from collections.abc import Sequence, Set
from decimal import Decimal

from cchc_cli.findings.of_comparisons import DUPLICATE_OBSERVATION
from cchc_cli.intake.clerk import Clerk
from cchc_cli.intake.files.sheet import Value
from cchc_cli.intake.layouts.body import Body, label_cell
from cchc_cli.intake.layouts.matching import is_ordinal, label
from cchc_cli.intake.layouts.sums import can_be_added, known_sum
from cchc_cli.intake.layouts.table_figures import TableFigures
from cchc_cli.language import Text
from cchc_cli.observation import a1
from cchc_cli.plain_text import plain

_FEWEST_PARTS = 2
_FEWEST_COLUMNS = 3
_OF_SOME_SIZE = Decimal(10)
"""Figures of this size in so many columns are no sums of others by chance."""
_TOTAL_WORDS = ("tổng", "cộng")
_OTHER_WORDS = ("tổng hợp", "cộng đồng", "cộng tác")
_LONGEST_NAME = 100
_OTHERS = Text("các dòng khác cộng lại", "the sum of the other rows")


def take_out_repeats(figures: TableFigures, clerk: Clerk) -> None:
    """Takes such rows out of those that are added; says which were there twice."""
    if figures.table.layout.adds_rows:
        _take_out_copies(figures, clerk)
        _take_out_totals(figures, clerk)


def _take_out_totals(figures: TableFigures, clerk: Clerk) -> None:
    body = figures.body
    _take_out(body, {_total_among(figures, section.rows, clerk) for section in body.sections})
    if not body.total_row:
        body.total_row = _total_among(figures, body.rows, clerk)
        _take_out(body, {body.total_row})


def _total_among(figures: TableFigures, rows: Sequence[int], clerk: Clerk) -> int:
    """The last or first of some rows, where it adds up all the others; 0 where neither does."""
    for row in (rows[-1], rows[0]) if len(rows) > _FEWEST_PARTS else ():
        sums = _sums_in(figures, row, [one for one in rows if one != row])
        if not sums:
            continue
        if _is_called_total(figures, row):
            return row
        if sum(value >= _OF_SOME_SIZE for value in sums) >= _FEWEST_COLUMNS:
            _report_copy(figures, row, _OTHERS, clerk)
            return row
    return 0


def _sums_in(figures: TableFigures, row: int, others: Sequence[int]) -> list[Decimal]:
    """The figures of a row, where each of them adds up those of the others, two at least; else none."""
    sums, parts = [], set[int]()
    for column, item in figures.items.items():
        if not can_be_added(item):
            continue
        said, found = figures.figure(row, column, item), [figures.figure(one, column, item) for one in others]
        is_wrong = any(figure.problem is not None and figure.value is None for figure in (said, *found))
        if is_wrong or (said.value or 0) != known_sum(found):
            return []
        sums.append(said.value or Decimal(0))
        parts |= {one for one, figure in zip(others, found, strict=True) if figure.value}
    return sums if len(parts) >= _FEWEST_PARTS else []


def _is_called_total(figures: TableFigures, row: int) -> bool:
    words = label(plain(label_cell(figures.page.sheet, figures.table, row)[1].text))
    return words.startswith(_TOTAL_WORDS) and not words.startswith(_OTHER_WORDS)


def _take_out_copies(figures: TableFigures, clerk: Clerk) -> None:
    """Of rows with the same words and figures in one part of the table the first is used."""
    body, page = figures.body, figures.page
    heads = sorted({*body.separators, *(section.row for section in body.sections)})
    seen: dict[tuple[object, ...], int] = {}
    copies: set[int] = set()
    for row in body.rows:
        content = _content(figures, row)
        first = seen.setdefault((bisect_right(heads, row), *content), row) if content else row
        if first == row:
            continue
        copies.add(row)
        column = label_cell(page.sheet, figures.table, row)[0]
        where = f"{page.path} › {page.sheet.name}!{a1(first, column)}"
        _report_copy(figures, row, Text(where, where), clerk)
    _take_out(body, copies)


def _report_copy(figures: TableFigures, row: int, other: Text, clerk: Clerk) -> None:
    column, cell = label_cell(figures.page.sheet, figures.table, row)
    name = cell.text[:_LONGEST_NAME]
    what = Text(f"Dòng “{name}”", f"The row '{name}'")
    place = figures.page.place(row, column or None)
    clerk.gathering.report(DUPLICATE_OBSERVATION, place, cell, what=what, other=other)


def _content(figures: TableFigures, row: int) -> tuple[tuple[int, Value], ...]:
    """The words and figures of a row but for its numbering; nothing where it has no words, or only zeros."""
    table = figures.table
    telling = {*table.columns, table.agency_column, table.parent_column, table.period_column}
    cells = [
        (column, cell.value)
        for column, cell in figures.page.sheet.cells(row)
        if column in telling or not is_ordinal(plain(cell.text))
    ]
    has_words = label_cell(figures.page.sheet, figures.table, row)[0] > 0
    has_figures = any(
        figures.figure(row, column, item).value
        for column, item in figures.items.items()
        if can_be_added(item)
    )
    return tuple(cells) if has_words and has_figures else ()


def _take_out(body: Body, rows: Set[int]) -> None:
    for among in (body.rows, *(section.rows for section in body.sections)):
        among[:] = [row for row in among if row not in rows]
