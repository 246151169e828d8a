"""Any other table, found and read by its description in YAML."""

from collections.abc import Iterable
from dataclasses import dataclass

from cchc_cli.intake.headers import HEADER_DEPTH, header_path, header_words
from cchc_cli.intake.item_words import is_numbering
from cchc_cli.intake.layouts.description import ColumnSource, LayoutSource
from cchc_cli.intake.sheet import Sheet
from cchc_cli.plain_text import plain

_MOST_COLUMNS = 500

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MappedTable:
    """Where a described table stands on its sheet; `missing` are headers that it should have."""

    layout: LayoutSource
    header_row: int
    columns: dict[int, ColumnSource]
    agency_column: int
    period_column: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """The rows that hold figures, and the one that adds them up (0: none)."""

    rows: tuple[int, ...]
    total_row: int


def find_mapped(sheet: Sheet, layout: LayoutSource) -> MappedTable | None:
    """The described table where most of its columns are there; None where the sheet holds none."""
    if layout.sheet and plain(sheet.name) not in map(plain, layout.sheet):
        return None
    tops = {path[0] for column in layout.columns for path in _paths(column.header)}
    found = [
        _table(sheet, row, layout)
        for row in range(1, min(sheet.height, HEADER_DEPTH) + 1)
        if not tops.isdisjoint(header_words(sheet, row).values())
    ]
    best = max(found, key=lambda table: len(table.columns), default=None)
    return best if best and len(best.columns) * 2 > len(layout.columns) else None


def find_body(sheet: Sheet, table: MappedTable) -> Body:
    """The rows below the headers, down to the total, the first row below the table, or the end."""
    said = table.layout.rows
    skip, total, stop = (frozenset(map(plain, words)) for words in (said.skip, said.total, said.stop))
    rows: list[int] = []
    for row in range(table.header_row + table.layout.header_rows, sheet.height + 1):
        words = _row_words(sheet, row)
        labels = {word for column, word in words.items() if column not in table.columns}
        if labels & total:
            return Body(tuple(rows), row)
        if stop.intersection(words.values()):
            break
        figures = [cell for column, cell in sheet.cells(row) if column in table.columns]
        is_numbered = all(is_numbering(cell.text) for cell in figures)
        if figures and not is_numbered and not labels & skip:
            rows.append(row)
    return Body(tuple(rows), 0)


def _table(sheet: Sheet, row: int, layout: LayoutSource) -> MappedTable:
    last_row = row + layout.header_rows - 1
    places: dict[Path, int] = {}
    for column in range(min(sheet.width, _MOST_COLUMNS), 0, -1):
        places[header_path(sheet, row, last_row, column)] = column
    columns = {place: column for column in layout.columns if (place := _find(column.header, places))}
    owners = (layout.agency.column or [], layout.period.column or [])
    wanted = [column.header for column in layout.columns] + [header for header in owners if header]
    return MappedTable(
        layout=layout,
        header_row=row,
        columns=columns,
        agency_column=_find(owners[0], places),
        period_column=_find(owners[1], places),
        missing=tuple(header[0] for header in wanted if not _find(header, places)),
    )


def _find(headers: Iterable[str], places: dict[Path, int]) -> int:
    return next((places[path] for path in _paths(headers) if path in places), 0)


def _paths(headers: Iterable[str]) -> list[Path]:
    return [tuple(plain(text) for text in header.split(">")) for header in headers]


def _row_words(sheet: Sheet, row: int) -> dict[int, str]:
    return {
        column: plain(cell.text).rstrip(" :.")
        for column, cell in sheet.cells(row)
        if isinstance(cell.value, str)
    }
