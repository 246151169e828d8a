"""What a layout that loads may still get wrong: words, headers and places that contradict each other."""

from collections.abc import Collection, Iterator

from cchc_cli.intake.files.xlsx.scan import column_number
from cchc_cli.intake.layouts import lint_texts as texts
from cchc_cli.intake.layouts.description import ColumnSource, LayoutSource, WhereSource
from cchc_cli.intake.layouts.matching import matcher
from cchc_cli.language import Text
from cchc_cli.plain_text import plain
from cchc_cli.strict_yaml import Document, Location, Problem

_Found = Iterator[tuple[Location, Text]]

_LAST_COLUMN, _LAST_ROW = 500, 20_000
"""As far as a sheet is ever read."""
_KINDS_OF_ROWS = ("skip", "section", "total", "stop")


def lint(
    layout: LayoutSource, document: Document, items: Collection[str], taken: Collection[str] = ()
) -> list[Problem]:
    """Every contradiction in a loaded layout, by line.

    `items` are the codes of the programme, `taken` the ids of other layouts.
    """
    found = [
        *_ids(layout, taken),
        *_unknown_items(layout, items),
        *_doubled_items(layout),
        *_doubled_places(layout),
        *_sums(layout, items),
        *_headers(layout),
        *_out_of_reach(layout),
        *_rows(layout),
    ]
    problems = [Problem(document.file, document.mark(location), text) for location, text in found]
    return sorted(problems, key=lambda problem: (problem.mark.line, problem.mark.column, problem.text.en))


def _ids(layout: LayoutSource, taken: Collection[str]) -> _Found:
    if layout.id in taken:
        yield ("id",), texts.id_taken(layout.id)


def _unknown_items(layout: LayoutSource, items: Collection[str]) -> _Found:
    for position, column in enumerate(layout.columns):
        if column.item is not None and column.item not in items:
            yield ("columns", position, "item"), texts.unknown_item(column.item, items)
        for index, code in enumerate(column.sum_of or ()):
            if code not in items:
                yield ("columns", position, "sum_of", index), texts.unknown_item(code, items)


def _doubled_items(layout: LayoutSource) -> _Found:
    holders: dict[str, str] = {}
    for position, column in enumerate(layout.columns):
        if column.item in holders:
            yield ("columns", position, "item"), texts.same_item(column.item, holders[column.item])
        elif column.item is not None:
            holders[column.item] = column.title
    if not holders:
        yield ("columns",), texts.NO_ITEMS


def _doubled_places(layout: LayoutSource) -> _Found:
    """Places that two columns claim, or that one claims where the agency or the period stands."""
    taken: dict[str, str] = {}
    for location, place in _columns(layout):
        spellings = dict.fromkeys(_spellings(place))
        for spelling in spellings:
            if spelling in taken:
                yield location, texts.same_place(spelling, taken[spelling])
        title = place.title if isinstance(place, ColumnSource) else str(location[0])
        taken |= {spelling: taken.get(spelling, title) for spelling in spellings}


def _sums(layout: LayoutSource, items: Collection[str]) -> _Found:
    held = {column.item for column in layout.columns}
    for position, column in enumerate(layout.columns):
        for index, code in enumerate(column.sum_of or ()):
            if code in items and code not in held:
                yield ("columns", position, "sum_of", index), texts.part_without_column(column.title, code)


def _headers(layout: LayoutSource) -> _Found:
    """Paths that no header can have."""
    for location, place in _columns(layout):
        for spelling in _headers_of(place):
            steps = [plain(step) for step in spelling.split(">")]
            if not all(steps):
                yield location, texts.empty_step(spelling)
            elif layout.header_rows < len(steps):
                yield location, texts.too_deep(spelling, len(steps), layout.header_rows)


def _out_of_reach(layout: LayoutSource) -> _Found:
    """Cells, columns and rows where nothing is ever read."""
    for location, place in _columns(layout):
        if place.letter is not None and _number(place.letter) > _LAST_COLUMN:
            yield location, texts.out_of_reach(place.letter)
    for name, where in _places(layout).items():
        letters = where.cell.rstrip("0123456789") if where.cell else "A"
        row = int(where.cell[len(letters) :]) if where.cell else 1
        if _number(letters) > _LAST_COLUMN or row > _LAST_ROW:
            yield (name, "cell"), texts.out_of_reach(str(where.cell))
    if layout.rows.first is not None and layout.rows.first > _LAST_ROW:
        yield ("rows", "first"), texts.out_of_reach(str(layout.rows.first))


def _rows(layout: LayoutSource) -> _Found:
    """Words that make a row two things at once."""
    words: dict[str, list[str]] = {kind: getattr(layout.rows, kind) for kind in _KINDS_OF_ROWS}
    for position, kind in enumerate(_KINDS_OF_ROWS):
        for other in _KINDS_OF_ROWS[:position]:
            belongs = matcher(words[other])
            for index, word in enumerate(words[kind]):
                others = map(plain, words[other])
                if belongs(plain(word)) or any(map(matcher([word]), others)):
                    yield ("rows", kind, index), texts.two_kinds_of_row(word, kind, other)


def _places(layout: LayoutSource) -> dict[str, WhereSource]:
    named = {
        "agency": layout.agency,
        "parent": layout.parent,
        "period": layout.period,
        "submitter": layout.submitter,
    }
    return {name: where for name, where in named.items() if where is not None}


def _columns(layout: LayoutSource) -> Iterator[tuple[Location, ColumnSource | WhereSource]]:
    """Everything that is found by a header or a letter, with where the layout says so."""
    for position, column in enumerate(layout.columns):
        yield ("columns", position, "letter" if column.letter else "header"), column
    for name, where in _places(layout).items():
        if where.letter or where.column:
            yield (name, "letter" if where.letter else "column"), where


def _headers_of(place: ColumnSource | WhereSource) -> list[str]:
    return (place.header if isinstance(place, ColumnSource) else place.column) or []


def _spellings(place: ColumnSource | WhereSource) -> list[str]:
    """What a column is found by, as it is compared."""
    if place.letter is not None:
        return [place.letter]
    return [" > ".join(plain(step) for step in spelling.split(">")) for spelling in _headers_of(place)]


def _number(letters: str) -> int:
    return column_number(letters.encode("ascii"))
