"""Any other table, found by its description in YAML; a sheet may hold it several times."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING, NamedTuple

from cchc_cli.intake.files.sheet import Sheet
from cchc_cli.intake.files.xlsx.scan import column_number
from cchc_cli.intake.headers import HEADER_DEPTH
from cchc_cli.intake.layouts.header_paths import HeaderPath, HeaderReader
from cchc_cli.intake.layouts.matching import matcher
from cchc_cli.intake.layouts.where import says
from cchc_cli.intake.page import Page
from cchc_cli.nearness import nearest
from cchc_cli.plain_text import plain, without_tones

if TYPE_CHECKING:
    from cchc_cli.intake.layouts.description import ColumnSource, LayoutSource, WhereSource

_MOST_COLUMNS = 500
_LETTERS_OF_ONE = 4
"""How long a header may be written, of its plain length: letters with their marks apart, and spaces."""
_MOST_LOOKS = 1_000
"""How many rows of a sheet that begin like the table are looked at."""


class MappedTable(NamedTuple):
    """Where a described table stands on its sheet; a column is 0 where the table has none.

    `missing` are headers of figures that it should have; `last_row` is the last that can belong to it.
    """

    layout: "LayoutSource"
    header_row: int
    columns: "dict[int, ColumnSource]"
    agency_column: int
    parent_column: int
    period_column: int
    missing: tuple[str, ...]
    last_row: int = 0
    titles: tuple[range, ...] = ()
    """The rows that may say whose the figures are and for when, the nearest first."""
    is_titled: bool = True
    """Whether something of that kind stands between the table before and this one."""

    @property
    def first_row(self) -> int:
        """The first row below the headers."""
        return self.header_row + self.layout.header_rows

    def continues(self, before: "MappedTable") -> bool:
        """Whether it is the same table, with its headers repeated on a new page."""
        return not self.is_titled and (self.columns, self._owners) == (before.columns, before._owners)

    @property
    def _owners(self) -> tuple[int, int, int]:
        return self.agency_column, self.parent_column, self.period_column


def is_named(page: Page, layout: "LayoutSource") -> bool:
    """Whether the layout may stand on a sheet of this name; one called like its file (.csv) has none."""
    name = plain(page.sheet.title)
    return (
        layout.sheet is None or matcher(layout.sheet)(name) or name == plain(PureWindowsPath(page.path).stem)
    )


def near_name(sheets: Iterable[Sheet], layout: "LayoutSource") -> str | None:
    """The sheet that a layout most likely means where none has its name; None where no name is near."""
    names = {without_tones(sheet.title): sheet.name for sheet in sheets}
    near = (nearest(without_tones(name.replace("*", "")), list(names)) for name in layout.sheet or ())
    return next((names[name] for name in near if name is not None), None)


def find_mapped(page: Page, layout: "LayoutSource") -> list[MappedTable]:
    """Every described table of a sheet, from the top: wherever most of its columns are there."""
    sheet = page.sheet
    if not is_named(page, layout):
        return []
    if not layout.headers:
        return [_at_fixed_place(sheet, layout)]
    found = list(_Search(sheet, layout).tables())
    return list(_bounded(sheet, layout, found)) if found else []


def _at_fixed_place(sheet: Sheet, layout: "LayoutSource") -> MappedTable:
    first = layout.rows.first or 1
    table = _table(layout, first, {})
    return table._replace(last_row=sheet.height, titles=(range(1, first),))


class _Search:
    """Looks through one sheet for the headers of one layout."""

    def __init__(self, sheet: Sheet, layout: "LayoutSource") -> None:
        self._sheet = sheet
        self._layout = layout
        self._tops = {path[0] for header in layout.headers for path in _paths(header)}
        self._longest = _LETTERS_OF_ONE * max(map(len, self._tops))
        self._reader: HeaderReader | None = None
        self._looks = 0

    def tables(self) -> Iterator[MappedTable]:
        """The tables from the top; the first begins near the top of the sheet, or there is none."""
        row, last = 1, min(self._sheet.height, HEADER_DEPTH)
        while (table := self._next(row, last)) is not None:
            yield table
            row, last = table.first_row, self._sheet.height

    def _next(self, first: int, last: int) -> MappedTable | None:
        """The next table that begins in some rows: of neighbouring rows, the one with most columns."""
        for row in range(first, last + 1):
            if self._begins(row):
                near = range(row + 1, min(row + self._layout.header_rows, last + 1))
                looks = [self._look(each) for each in (row, *filter(self._begins, near))]
                best = max(looks, key=lambda table: len(table.columns))
                if _is_there(best):
                    return best
        return None

    def _begins(self, row: int) -> bool:
        """Whether a header of the table's top row stands there, perhaps in a block merged from above."""
        if self._looks >= _MOST_LOOKS:
            return False
        return any(
            isinstance(cell.value, str)
            and len(cell.value) <= self._longest
            and plain(cell.value) in self._tops
            for _, cell in self._sheet.cells(row)
        )

    def _look(self, row: int) -> MappedTable:
        self._looks += 1
        if self._reader is None:
            self._reader = HeaderReader(self._sheet, min(self._sheet.width, _MOST_COLUMNS))
        paths = self._reader.paths(row, row + self._layout.header_rows - 1)
        return _table(self._layout, row, paths)


def _table(layout: "LayoutSource", row: int, paths: dict[int, HeaderPath]) -> MappedTable:
    places: dict[HeaderPath, list[int]] = {}
    for column, path in sorted(paths.items()):
        places.setdefault(path, []).append(column)
    columns = {
        place: column
        for column in layout.columns
        for place in _columns_of(column.header, column.letter, places)
    }
    there = {id(column) for column in columns.values()}
    missing = tuple(column.title for column in layout.columns if id(column) not in there)
    return MappedTable(
        layout=layout,
        header_row=row,
        columns=dict(sorted(columns.items())),
        agency_column=_owner(layout.agency, places),
        parent_column=_owner(layout.parent, places),
        period_column=_owner(layout.period, places),
        missing=missing,
    )


def _owner(where: "WhereSource | None", places: dict[HeaderPath, list[int]]) -> int:
    found = _columns_of(where.column, where.letter, places) if where is not None else []
    return found[0] if found else 0


def _columns_of(
    header: list[str] | None, letter: str | None, places: dict[HeaderPath, list[int]]
) -> list[int]:
    """The columns that a header stands above: more than one where it is not clear which is meant."""
    if letter is not None:
        return [column_number(letter.encode("ascii"))]
    return sorted({column for path in _paths(header or ()) for column in places.get(path, ())})


def _is_there(table: MappedTable) -> bool:
    wanted = [column for column in table.layout.columns if column.header]
    if not wanted:
        return table.agency_column > 0 or table.period_column > 0
    found = [column for column in table.columns.values() if column.header]
    return len(found) * 2 > len(wanted)


def _bounded(sheet: Sheet, layout: "LayoutSource", found: list[MappedTable]) -> Iterator[MappedTable]:
    """The same tables, each with its last row and with the rows that may be its title."""
    places = (layout.agency, layout.parent, layout.period, layout.submitter)
    starts = [1, *(_title_row(sheet, layout, one, other) for one, other in pairwise(found))]
    ends = [*(start - 1 for start in starts[1:]), sheet.height]
    saying: dict[int, range] = {}
    for table, start, end in zip(found, starts, ends, strict=True):
        title = range(start, table.header_row)
        for number, where in enumerate(places):
            if where is not None and any(says(sheet, row, where) for row in title):
                saying[number] = title
        titles = sorted({title, *saying.values()}, key=lambda rows: rows.start, reverse=True)
        is_titled = table is found[0] or bool(title)
        yield table._replace(last_row=end, titles=tuple(titles), is_titled=is_titled)


def _title_row(sheet: Sheet, layout: "LayoutSource", before: MappedTable, table: MappedTable) -> int:
    """The first row below a table that says whose the next one is or for when, or else its header row."""
    places = [where for where in (layout.agency, layout.parent, layout.period) if where and where.words]
    between = range(before.first_row, table.header_row)
    return next(
        (row for row in between if any(says(sheet, row, where) for where in places)), table.header_row
    )


def _paths(header: Iterable[str]) -> list[HeaderPath]:
    return [tuple(plain(text) for text in spelling.split(">")) for spelling in header]
