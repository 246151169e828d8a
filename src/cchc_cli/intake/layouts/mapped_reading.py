"""The figures of a described table: whose they are, row by row."""

from collections.abc import Sequence

from cchc_cli.findings.of_tables import COLUMN_MISSING, EXTRA_COLUMN, EXTRA_ROW
from cchc_cli.intake.clerk import Clerk
from cchc_cli.intake.files.sheet import Cell
from cchc_cli.intake.information import Information
from cchc_cli.intake.layouts.body import Body, Names, find_bodies, label_cell
from cchc_cli.intake.layouts.mapped import MappedTable
from cchc_cli.intake.layouts.owners import Owner, Owners
from cchc_cli.intake.layouts.repeated_rows import take_out_repeats
from cchc_cli.intake.layouts.sum_checks import check_sums
from cchc_cli.intake.layouts.sums import Group, take_group
from cchc_cli.intake.layouts.table_figures import TableFigures
from cchc_cli.intake.page import Page
from cchc_cli.intake.slots import report_hidden

_MOST_NAMED = 5


def read_mapped(page: Page, tables: Sequence[MappedTable], clerk: Clerk, information: Information) -> None:
    """Reads every figure of the described tables of one sheet."""
    for table, body in find_bodies(page.sheet, tables, _names(page, tables[0], clerk)):
        _report_columns(page, table, clerk)
        figures = TableFigures(page, table, body, clerk)
        take_out_repeats(figures, clerk)
        groups = _groups(table, body, Owners(page, table, body, clerk, information))
        figures.report_merged(clerk)
        for group in groups:
            take_group(figures, group, clerk.gathering)
        check_sums(figures, groups, clerk.gathering)
        _report_hidden(page, table, body, clerk)
        _report_below(page, body, clerk)


def _names(page: Page, table: MappedTable, clerk: Clerk) -> Names:
    """Which agency a row names where rows are the heads of others: the layout says what they may name."""
    layout, names, agencies = table.layout, clerk.brief.names, clerk.brief.registry.agencies
    if not layout.separates_agencies and not layout.separates_parents:
        return lambda row: None
    parents = {agency.parent for agency in agencies}
    heads = [agency for agency in agencies if layout.separates_agencies or agency.code in parents]
    codes, is_misspelt = {agency.code for agency in heads}, names.misspellings_of(heads)

    def named(row: int) -> str | None:
        written = page.sheet.cell(row, table.agency_column).text
        text = written or label_cell(page.sheet, table, row)[1].text
        known = {agency.code for agency in names.known(text)}
        if not known and is_misspelt(text):
            return text
        code = known.pop() if len(known) == 1 else None
        return code if code in codes else None

    return named


def _groups(table: MappedTable, body: Body, owners: Owners) -> list[Group]:
    """The rows by their owner, in the order of their first rows; rows without an owner are left out.

    Where rows are not added, each is a group of its own. A total that stands alone is the only row, where
    its owner stands elsewhere.
    """
    agency = table.layout.agency
    is_alone = body.total_row > 0 and not (agency is not None and agency.is_by_row)
    rows = body.rows or [body.total_row] * is_alone
    found = list(owners.of(rows))
    if not table.layout.adds_rows:
        return [_group(owner, [row], body) for row, owner in found]
    by_owner: dict[Owner, list[int]] = {}
    for row, owner in found:
        by_owner.setdefault(owner, []).append(row)
    is_whole = len(by_owner) == 1 and len(found) == len(rows)
    return [_group(owner, rows, body, has_total=is_whole) for owner, rows in by_owner.items()]


def _group(owner: Owner, rows: Sequence[int], body: Body, *, has_total: bool = False) -> Group:
    total = body.total_row if has_total or body.total_row in rows else 0
    return Group(*owner, tuple(row for row in rows if row != body.total_row), total)


def _report_hidden(page: Page, table: MappedTable, body: Body, clerk: Clerk) -> None:
    used = ((row, column) for row in body.rows for column in table.columns)
    hidden = [place for place in used if page.sheet.is_hidden(*place)]
    report_hidden(clerk.gathering, page, [place for place in hidden if not page.sheet.cell(*place).is_blank])


def _report_below(page: Page, body: Body, clerk: Clerk) -> None:
    """Says once which rows with figures stand below the total."""
    if body.below:
        rest = len(body.below) - _MOST_NAMED
        named = ", ".join(map(str, body.below[:_MOST_NAMED])) + (", …" if rest > 0 else "")
        clerk.gathering.report(EXTRA_ROW, page.place(body.below[0]), rows=named)


def _report_columns(page: Page, table: MappedTable, clerk: Clerk) -> None:
    """Says which columns are not there, and which hold items that the programme does not ask for."""
    for title in (*table.missing, *_missing_owners(table, clerk)):
        clerk.gathering.report(COLUMN_MISSING, page.place(table.header_row), column=title)
    for column, source in table.columns.items():
        if source.item is not None and source.item not in clerk.brief.items:
            place = page.place(max(table.first_row - 1, 1), column)
            clerk.gathering.report(EXTRA_COLUMN, place, Cell(source.title))


def _missing_owners(table: MappedTable, clerk: Clerk) -> list[str]:
    layout, is_given = table.layout, clerk.brief.as_period is not None
    columns = [
        (layout.agency, table.agency_column),
        (layout.parent, table.parent_column),
        (None if is_given else layout.period, table.period_column),
    ]
    return [where.column[0] for where, column in columns if where and where.column and not column]
