"""Our own sheet in a workbook that comes again: never a table, but what its agency explains there counts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from cchc_cli import form_words
from cchc_cli.findings.finding import Finding, Severity
from cchc_cli.intake.comparisons.explanations import explanation_in
from cchc_cli.intake.files.sheet import Place, Sheet
from cchc_cli.intake.files.xlsx.scan import column_number
from cchc_cli.intake.gathering import Explanation, Gathering
from cchc_cli.observation import Key, a1
from cchc_cli.period import Period
from cchc_cli.plain_text import plain

KEY_SIGN = "|"
"""Stands between the parts of a row's key."""
_SHEET = plain(form_words.RETURN_SHEET)
_TITLE = plain(form_words.RETURN_TITLE)
_COLUMNS = tuple(map(plain, form_words.RETURN_COLUMNS))
_CELL, _EXPLANATION, _KEY = map(
    plain, (form_words.RETURN_CELL, form_words.RETURN_EXPLANATION, form_words.RETURN_KEY)
)
_FINDINGS = plain(form_words.FINDINGS_SHEET)
_FOUND = tuple(
    map(
        plain,
        (form_words.FOUND_CODE, form_words.FOUND_AGENCY, form_words.FOUND_ITEM, form_words.FOUND_PERIOD),
    )
)
_FINDINGS_HEADS = {*_FOUND, _EXPLANATION}
_TITLE_ROWS, _TITLE_COLUMNS, _HEADER_ROWS = 5, 3, 60
_PARTS = 5
_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class ReturnedKey(NamedTuple):
    """What a row of our sheet was about; '' where the finding was about no agency, period or item."""

    code: str
    agency: str
    period: str
    item: str
    fill: str = ""
    """What the marked cell had behind its text before, as the marking wrote it."""

    @property
    def text(self) -> str:
        """The key as the sheet holds it."""
        return KEY_SIGN.join(part.replace(KEY_SIGN, " ") for part in self)


class ReturnedRow(NamedTuple):
    """One row of our sheet as it came back; `where` is what it says of the place."""

    key: ReturnedKey
    where: str
    explanation: str | None

    @property
    def cell(self) -> tuple[str, Place] | None:
        """Sheet and cell that the row is about, where it is about one."""
        sheet, _, address = self.where.rpartition("!")
        match = _ADDRESS.fullmatch(address)
        return (sheet, (int(match[2]), column_number(match[1].encode("ascii")))) if sheet and match else None


def is_returned(sheet: Sheet) -> bool:
    """Whether it is the sheet that we put first into a workbook that went back to its agency."""
    if plain(sheet.name).startswith(_SHEET) and _header(sheet):
        return True
    titles = sheet.words.get(_TITLE, ())
    return any(row <= _TITLE_ROWS and column <= _TITLE_COLUMNS for row, column in titles)


def returned_rows(sheet: Sheet) -> Iterator[ReturnedRow]:
    """The rows of our sheet that still have their keys."""
    header, columns = _header(sheet) or (sheet.height, {})
    for row in range(header + 1, sheet.height + 1):
        parts = sheet.cell(row, columns[_KEY]).text.split(KEY_SIGN)
        if len(parts) == _PARTS:
            # The names of sheets may begin with a space.
            where = sheet.cell(row, columns.get(_CELL, 0)).value
            said = explanation_in(sheet.cell(row, columns[_EXPLANATION]))
            yield ReturnedRow(ReturnedKey(*parts), str(where or ""), said)


def take_explanations(sheets: Iterable[Sheet], gathering: Gathering) -> None:
    """Notes what an agency explains on our sheet, each explanation for the one finding of its row."""
    rows = [row for sheet in sheets for row in returned_rows(sheet) if row.explanation is not None]
    for row in rows:
        key = _key(row)
        if key is not None:
            gathering.explanations.append(Explanation(row.explanation or "", key, row.key.code))
        else:
            _answer(row, gathering.findings)


def take_consolidated(sheets: Iterable[Sheet], path: str, gathering: Gathering) -> None:
    """Notes what agencies had explained when a consolidated workbook was made, for what is in it again."""
    for sheet in sheets:
        heads = {plain(cell.text): column for column, cell in sheet.cells(1)}
        if plain(sheet.name) != _FINDINGS or not heads.keys() >= _FINDINGS_HEADS:
            continue
        for row in range(2, sheet.height + 1):
            said = explanation_in(sheet.cell(row, heads[_EXPLANATION]))
            code, *about = (sheet.cell(row, heads[word]).text for word in _FOUND)
            key = _key_of(*about)
            if said is not None and key is not None:
                gathering.explanations.append(Explanation(said, key, code, path))


def _header(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    """The row with the heads of the table, and the column of each."""
    for number, row in enumerate(sheet.rows[:_HEADER_ROWS], start=1):
        words = {plain(text): column for column, text in enumerate(row, start=1) if isinstance(text, str)}
        if _EXPLANATION in words and _KEY in words:
            return number, {word: words[word] for word in _COLUMNS if word in words}
    return None


def _key(row: ReturnedRow) -> Key | None:
    """The figure that a row is about; None where it is about none."""
    return _key_of(row.key.agency, row.key.item, row.key.period)


def _key_of(agency: str, item: str, period: str) -> Key | None:
    if not (agency and item):
        return None
    try:
        return Key(agency, item, Period.parse(period))
    except ValueError:
        return None


def _answer(row: ReturnedRow, findings: list[Finding]) -> None:
    """Puts an explanation beside the finding of its kind that is about no figure.

    Cells move while a workbook is mended: a finding that is the only one of its kind is meant wherever it
    stands.
    """
    alike = [
        position
        for position, finding in enumerate(findings)
        if finding.code == row.key.code and finding.item is None and finding.severity is Severity.WARNING
    ]
    there = [position for position in alike if _where(findings[position]) == row.where]
    for position in there or (alike if len(alike) == 1 else []):
        findings[position] = replace(findings[position], explanation=row.explanation)


def _where(finding: Finding) -> str:
    return where_text(finding.place.sheet, finding.place.row, finding.place.column) if finding.place else ""


def where_text(sheet: str | None, row: int | None, column: int | None) -> str:
    """A place as our sheet names it, in the words of officers."""
    if sheet is None:
        return "Cả tệp"
    if not row:
        return f"Trang “{sheet}”"
    return f"{sheet}!{a1(row, column)}" if column else f"Trang “{sheet}”, dòng {row}"
