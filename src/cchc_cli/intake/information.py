"""What a workbook says of itself: who sent it, for which period, and as what."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain, pairwise
from typing import NamedTuple

from cchc_cli import form_words
from cchc_cli.findings.of_values import VALUE_AMBIGUOUS
from cchc_cli.intake.files.sheet import Sheet
from cchc_cli.intake.gathering import Gathering
from cchc_cli.intake.labels import Labelled, find_labels, near_label
from cchc_cli.intake.numbers import day_in, is_yes
from cchc_cli.intake.ordinals import ordinal_in
from cchc_cli.intake.page import Page
from cchc_cli.language import Text
from cchc_cli.observation import SubmissionKind, a1
from cchc_cli.plain_text import plain

AGENCY = plain(form_words.AGENCY_CODE)
NAME = plain(form_words.AGENCY_NAME)
PERIOD = plain(form_words.PERIOD)
_KIND = plain(form_words.KIND)
_NUMBER = plain(form_words.NUMBER)
_DOCUMENT = plain(form_words.DOCUMENT)
_DATED = plain(form_words.DATED)
_PREPARED_BY = plain(form_words.PREPARED_BY)
_PHONE = plain(form_words.PHONE)
_PREDECESSORS = plain(form_words.INCLUDES_PREDECESSORS)
WORDS = frozenset({*map(plain, form_words.INFORMATION), _PREDECESSORS})
_ON_TABLES = frozenset({AGENCY, NAME, PERIOD})
_FEWEST_LABELS = 2
_WITH_A_MEANING = (form_words.KIND, form_words.NUMBER, form_words.DATED, form_words.INCLUDES_PREDECESSORS)
"""What changes how the figures count; who and when are missed by whoever needs them."""

_KINDS = {
    plain(form_words.OFFICIAL): SubmissionKind.OFFICIAL,
    plain(form_words.SUPPLEMENT): SubmissionKind.SUPPLEMENT,
    plain(form_words.CORRECTION): SubmissionKind.CORRECTION,
}
_EXPECTED_DAY = Text("một ngày, viết 18/01/2025", "a day, written 18/01/2025")
_EXPECTED_NUMBER = Text("một số thứ tự, viết 1, 2, 3…", "a number, written 1, 2, 3…")
_EXPECTED_YES_NO = Text("“Có” hoặc “Không”", "'Có' (yes) or 'Không' (no)")
_EXPECTED_KIND = Text(
    "“Chính thức”, “Bổ sung” hoặc “Đính chính”",
    "'Chính thức' (official), 'Bổ sung' (supplement) or 'Đính chính' (correction)",
)


class Information(NamedTuple):
    """The labelled values of a workbook's information sheet; absent where it has none."""

    page: Page | None = None
    agency: Labelled | None = None
    name: Labelled | None = None
    """What stands as the agency's name beside its code."""
    period: Labelled | None = None
    kind: SubmissionKind = SubmissionKind.OFFICIAL
    number: int = 0
    document: str | None = None
    dated: date | None = None
    includes_predecessors: bool | None = None
    """Whether its figures hold those of the agencies that its own took the place of."""
    prepared_by: str | None = None
    phone: str | None = None
    is_of_a_form: bool = False
    """Whether the sheet is the first of a form, and not some table with a label or two."""


def read_information(pages: Iterable[Page], gathering: Gathering) -> Information:
    """The first sheet that says who or when, else the first with several labels of an information sheet.

    `pages` are the sheets that hold no table.
    """
    found = [(page, labels) for page in pages if (labels := find_labels(page.sheet, WORDS))]
    said = ((page, labels) for page, labels in found if AGENCY in labels or PERIOD in labels)
    listed = ((page, labels) for page, labels in found if _is_list(labels))
    page, labels = next(chain(said, listed), (None, {}))
    if page is None:
        return Information()
    _report_near(page, labels, gathering)
    return Information(
        page=page,
        agency=labels.get(AGENCY),
        name=labels.get(NAME),
        period=labels.get(PERIOD),
        kind=_kind(page, labels.get(_KIND), gathering),
        number=_number(page, labels.get(_NUMBER), labels.get(_KIND), gathering),
        document=_text(labels.get(_DOCUMENT)),
        dated=_dated(page, labels.get(_DATED), gathering),
        includes_predecessors=_includes_predecessors(page, labels.get(_PREDECESSORS), gathering),
        prepared_by=_text(labels.get(_PREPARED_BY)),
        phone=_text(labels.get(_PHONE)),
        is_of_a_form=_KIND in labels,
    )


def labels_above(page: Page, titles: Iterable[range]) -> dict[str, Labelled]:
    """Agency and period where they stand above a table, by their words.

    `titles` are the rows that may say it, the nearest first; what is left blank there says nothing.
    """
    found: dict[str, Labelled] = {}
    for rows in titles:
        for word, said in find_labels(page.sheet, _ON_TABLES, rows).items():
            if word not in found or found[word].cell.is_blank:
                found[word] = said
    return found


def stacked(sheet: Sheet, headers: Sequence[range]) -> list[tuple[tuple[range, ...], int]]:
    """The titles and the last row of each table on a sheet, from the top; `headers` are their own rows.

    Its titles are the rows that may say whose a table is and for when, the nearest first: those right above
    it, and for what is not said there those above the tables before.
    """
    first = range(1, headers[0].start)
    saying = dict.fromkeys(_ON_TABLES, first)
    found: list[tuple[tuple[range, ...], int]] = [((first,), sheet.height)]
    for before, header in pairwise(headers):
        between = range(before.stop, header.start)
        labels = find_labels(sheet, _ON_TABLES, between)
        saying |= {word: between for word, said in labels.items() if not said.cell.is_blank}
        end = min((said.row for said in labels.values()), default=between.stop)
        found[-1] = (found[-1][0], end - 1)
        titles = sorted(set(saying.values()), key=lambda rows: rows.start, reverse=True)
        found.append((tuple(titles), sheet.height))
    return found


def answer_on_predecessors(page: Page, row: int, column: int, gathering: Gathering) -> bool | None:
    """A blank says nothing; nor does what nobody understands, which is reported."""
    cell = page.sheet.cell(row, column)
    if cell.is_blank:
        return None
    answer = is_yes(cell)
    if answer is None:
        name = Text(form_words.INCLUDES_PREDECESSORS, f"{form_words.INCLUDES_PREDECESSORS} (of predecessors)")
        gathering.report(VALUE_AMBIGUOUS, page.place(row, column), cell, name=name, expected=_EXPECTED_YES_NO)
    return answer


def _kind(page: Page, said: Labelled | None, gathering: Gathering) -> SubmissionKind:
    if said is None or said.cell.is_blank:
        return SubmissionKind.OFFICIAL
    word = plain(said.text)
    for start, kind in _KINDS.items():
        if word.startswith(start):
            return kind
    place = page.place(said.row, said.column)
    name = Text("Loại báo cáo", "Loại báo cáo (kind of report)")
    gathering.report(VALUE_AMBIGUOUS, place, said.cell, name=name, expected=_EXPECTED_KIND)
    return SubmissionKind.OFFICIAL


def _text(said: Labelled | None) -> str | None:
    return said.text or None if said else None


def _dated(page: Page, said: Labelled | None, gathering: Gathering) -> date | None:
    if said is None or said.cell.is_blank:
        return None
    day = day_in(said.cell)
    if day is None:
        name = Text(form_words.DATED, f"{form_words.DATED} (day of the letter)")
        place = page.place(said.row, said.column)
        gathering.report(VALUE_AMBIGUOUS, place, said.cell, name=name, expected=_EXPECTED_DAY)
    return day


def _number(page: Page, said: Labelled | None, kind: Labelled | None, gathering: Gathering) -> int:
    """What `Lần` says, or else what stands behind the kind ("Đính chính lần 2"); 0 where nothing does."""
    if said is None or said.cell.is_blank:
        return (ordinal_in(kind.cell) if kind is not None else None) or 0
    number = ordinal_in(said.cell)
    if number is None:
        name = Text(form_words.NUMBER, f"{form_words.NUMBER} (number of the correction)")
        place = page.place(said.row, said.column)
        gathering.report(VALUE_AMBIGUOUS, place, said.cell, name=name, expected=_EXPECTED_NUMBER)
    return number or 0


def _includes_predecessors(page: Page, said: Labelled | None, gathering: Gathering) -> bool | None:
    return answer_on_predecessors(page, said.row, said.column, gathering) if said is not None else None


def _is_list(labels: dict[str, Labelled]) -> bool:
    """Whether several labels stand below each other: an information sheet, whatever became of the others."""
    return len({said.row for said in labels.values()}) >= _FEWEST_LABELS


def _report_near(page: Page, labels: dict[str, Labelled], gathering: Gathering) -> None:
    """Says where a label that changes how the figures count is nearly, but not quite, before its value."""
    for word in _WITH_A_MEANING:
        near = None if plain(word) in labels else near_label(page.sheet, plain(word), WORDS)
        if near is not None and any(column > near.column for column, _ in page.sheet.cells(near.row)):
            name = Text(f"Ô {a1(near.row, near.column)}", f"Cell {a1(near.row, near.column)}")
            place, expected = page.place(near.row, near.column), Text(f"“{word}”", f"'{word}'")
            gathering.report(VALUE_AMBIGUOUS, place, near.cell, name=name, expected=expected)
