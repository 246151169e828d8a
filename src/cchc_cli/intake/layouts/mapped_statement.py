"""What a workbook with described tables says of itself: who sent it, and for which period."""

from collections.abc import Iterable, Sequence

from cchc_cli.intake.clerk import Clerk, is_period
from cchc_cli.intake.files.sheet import Cell
from cchc_cli.intake.layouts.mapped import MappedTable
from cchc_cli.intake.layouts.where import stated, stated_period
from cchc_cli.intake.page import Page
from cchc_cli.period import Period

Mapped = Sequence[tuple[Page, Sequence[MappedTable]]]


def submitter_of(mapped: Mapped, clerk: Clerk) -> str | None:
    """The code of the agency that sent the workbook, where all its tables say the same or it was given."""
    said = {_submitter(page, table, clerk) for page, table in _each(mapped)}
    return said.pop() if len(said) == 1 else None


def periods_of(mapped: Mapped, clerk: Clerk) -> set[Period]:
    """The periods that tables state for the one agency that sent them; those with many agencies state none.

    Whoever sends the figures of others has not thereby sent his own for the period.
    """
    own = ((page, table) for page, table in _each(mapped) if not _has_many(table))
    return {period for page, table in own if (period := _period(page, table, clerk)) is not None}


def _each(mapped: Mapped) -> Iterable[tuple[Page, MappedTable]]:
    return ((page, table) for page, tables in mapped for table in tables)


def _has_many(table: MappedTable) -> bool:
    """Whether the agencies of a table are others than the one that sends it."""
    layout = table.layout
    return layout.submitter is not None or (layout.agency is not None and layout.agency.is_by_row)


def _submitter(page: Page, table: MappedTable, clerk: Clerk) -> str | None:
    where = table.layout.submitter if _has_many(table) else table.layout.agency
    said = stated(page, where, table.titles) if where is not None and not where.is_by_row else None
    given = clerk.brief.as_agency
    for cell in (said.cell if said else Cell(), Cell(given)):
        agency = None if cell.is_blank else clerk.match(cell).agency
        if agency is not None:
            return agency.code
    return None


def _period(page: Page, table: MappedTable, clerk: Clerk) -> Period | None:
    said = stated_period(page, table.layout.period, table.titles)
    if said is None or not is_period(said.cell):
        return clerk.brief.as_period
    return clerk.brief.period_meant(Period.parse(said.text))
