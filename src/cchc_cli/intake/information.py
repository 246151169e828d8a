"""What a workbook says of itself: who sent it, for which period, and as what."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cchc_cli import form_words
from cchc_cli.findings.of_values import VALUE_AMBIGUOUS
from cchc_cli.intake.gathering import Gathering
from cchc_cli.intake.labels import Labelled, find_labels
from cchc_cli.intake.numbers import day_in
from cchc_cli.intake.page import Page
from cchc_cli.language import Text
from cchc_cli.observation import SubmissionKind
from cchc_cli.plain_text import plain

AGENCY = plain(form_words.AGENCY_CODE)
PERIOD = plain(form_words.PERIOD)
_KIND = plain(form_words.KIND)
_NUMBER = plain(form_words.NUMBER)
_DOCUMENT = plain(form_words.DOCUMENT)
_DATED = plain(form_words.DATED)
_PREPARED_BY = plain(form_words.PREPARED_BY)
_PHONE = plain(form_words.PHONE)
_WORDS = frozenset(map(plain, form_words.INFORMATION))
_ON_TABLES = frozenset({AGENCY, PERIOD})

_KINDS = {
    plain(form_words.OFFICIAL): SubmissionKind.OFFICIAL,
    plain(form_words.SUPPLEMENT): SubmissionKind.SUPPLEMENT,
    plain(form_words.CORRECTION): SubmissionKind.CORRECTION,
}
_EXPECTED_DAY = Text("một ngày, viết 18/01/2025", "a day, written 18/01/2025")
_EXPECTED_KIND = Text(
    "“Chính thức”, “Bổ sung” hoặc “Đính chính”",
    "'Chính thức' (official), 'Bổ sung' (supplement) or 'Đính chính' (correction)",
)


@dataclass(frozen=True, slots=True)
class Information:
    """The labelled values of a workbook's information sheet; absent where it has none."""

    page: Page | None = None
    agency: Labelled | None = None
    period: Labelled | None = None
    kind: SubmissionKind = SubmissionKind.OFFICIAL
    number: int = 0
    document: str | None = None
    dated: date | None = None
    prepared_by: str | None = None
    phone: str | None = None
    is_of_a_form: bool = False
    """Whether the sheet is the first of a form, and not some table with a label or two."""


def read_information(pages: Iterable[Page], gathering: Gathering) -> Information:
    """The first sheet with labelled values; `pages` are the sheets that hold no table."""
    for page in pages:
        labels = find_labels(page.sheet, _WORDS)
        if AGENCY in labels or PERIOD in labels:
            return Information(
                page=page,
                agency=labels.get(AGENCY),
                period=labels.get(PERIOD),
                kind=_kind(page, labels.get(_KIND), gathering),
                number=_number(labels.get(_NUMBER)),
                document=_text(labels.get(_DOCUMENT)),
                dated=_dated(page, labels.get(_DATED), gathering),
                prepared_by=_text(labels.get(_PREPARED_BY)),
                phone=_text(labels.get(_PHONE)),
                is_of_a_form=_KIND in labels,
            )
    return Information()


def labels_above(page: Page, header_row: int) -> dict[str, Labelled]:
    """Agency and period where they stand above a table, by their words."""
    return find_labels(page.sheet, _ON_TABLES, header_row - 1)


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


def _number(said: Labelled | None) -> int:
    digits = re.search(r"[0-9]{1,4}", said.text) if said else None
    return int(digits[0]) if digits else 0
