"""Rows of a described table that say again what others say: a total under any name, a row pasted twice.

They are no parts of the sum. A total is known by its figures where its words are none of the layout's.
"""

from bisect import bisect_right
from collections.abc import Sequence, Set

from cchc_cli.findings.of_comparisons import DUPLICATE_OBSERVATION
from cchc_cli.intake.clerk import Clerk
from cchc_cli.intake.layouts.body import Body, label_cell
from cchc_cli.intake.layouts.matching import is_ordinal, label
from cchc_cli.intake.layouts.sums import can_be_added, known_sum
from cchc_cli.intake.layouts.table_figures import TableFigures
from cchc_cli.intake.sheet import Value
from cchc_cli.language import Text
from cchc_cli.observation import a1
from cchc_cli.plain_text import plain

_FEWEST_PARTS = 2
_FEWEST_COLUMNS = 3
"""In so many columns no row is the sum of others by chance; in fewer its words must say that it is."""
_TOTAL_WORDS = tuple(map(plain, ("Tổng", "Cộng")))
_LONGEST_NAME = 100


def take_out_repeats(figures: TableFigures, clerk: Clerk) -> None:
    """Takes such rows out of those that are added; says which were there twice."""
    if figures.table.layout.adds_rows:
        _take_out_copies(figures, clerk)
        _take_out_totals(figures)


def _take_out_totals(figures: TableFigures) -> None:
    body = figures.body
    _take_out(body, {_total_among(figures, section.rows) for section in body.sections})
    if not body.total_row:
        body.total_row = _total_among(figures, body.rows)
        _take_out(body, {body.total_row})


def _total_among(figures: TableFigures, rows: Sequence[int]) -> int:
    """The last or first of some rows, where it adds up all the others; 0 where neither does."""
    ends = (rows[-1], rows[0]) if len(rows) > _FEWEST_PARTS else ()
    return next((row for row in ends if _adds_up(figures, row, [one for one in rows if one != row])), 0)


def _adds_up(figures: TableFigures, row: int, others: Sequence[int]) -> bool:
    columns, parts = 0, set[int]()
    for column, item in figures.items.items():
        if not can_be_added(item):
            continue
        said, found = figures.figure(row, column, item), [figures.figure(one, column, item) for one in others]
        if any(figure.problem is not None and figure.value is None for figure in (said, *found)):
            return False
        if (said.value or 0) != known_sum(found):
            return False
        columns += bool(said.value)
        parts |= {one for one, figure in zip(others, found, strict=True) if figure.value}
    if len(parts) < _FEWEST_PARTS:
        return False
    words = label(plain(label_cell(figures.page.sheet, figures.table, row)[1].text))
    return columns >= _FEWEST_COLUMNS or words.startswith(_TOTAL_WORDS)


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
        column, cell = label_cell(page.sheet, figures.table, row)
        name = cell.text[:_LONGEST_NAME]
        where = f"{page.path} › {page.sheet.name}!{a1(first, column)}"
        what = Text(f"Dòng “{name}”", f"The row '{name}'")
        clerk.gathering.report(DUPLICATE_OBSERVATION, page.place(row, column), cell, what=what, other=where)
    _take_out(body, copies)


def _content(figures: TableFigures, row: int) -> tuple[tuple[int, Value], ...]:
    """The words and figures of a row but for its numbering; nothing where it has no words, or only zeros."""
    cells = [
        (column, cell.value)
        for column, cell in figures.page.sheet.cells(row)
        if not (column not in figures.table.columns and is_ordinal(plain(cell.text)))
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
