"""Whatever an office does to a table, no figure becomes another one, or somebody else's.

Tables with known figures are laid out as offices lay them out: titles, blank rows and columns, numbering,
headings and totals among the rows, columns in another order, headers and numbers spelt in their ways, one
table cut into several. What is read is a part of what was there, and what is not read has been asked about.
"""

import csv
import io
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_cli import form_words
from tests.intake.offices import (
    AGENCIES,
    ITEMS,
    OFFICES,
    TRUTHS,
    Grid,
    Office,
    Truth,
    check,
    check_periods,
    laid_out,
    placed,
)
from tests.intake.programme import take_in_small
from tests.intake.workbooks import write_workbook


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("offices")


slowly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@slowly
@given(OFFICES, TRUTHS)
def test_one_table(folder: Path, office: Office, truth: Truth) -> None:
    table = laid_out(office, list(AGENCIES), truth, office.columns)
    intake = take_in_small(write_workbook(folder / "a.xlsx", {"Bảng": placed(office, table)}))
    check(intake, truth)
    assert {(one.agency, one.item): one.value for one in intake.observations} == {
        key: Decimal(value) for key, value in truth.items()
    }


@slowly
@given(OFFICES, TRUTHS, st.integers(1, len(ITEMS) - 1), st.integers(0, 2))
def test_two_tables_beside_each_other(folder: Path, office: Office, truth: Truth, cut: int, gap: int) -> None:
    parts = [
        [column for column in office.columns if column not in left] for left in (ITEMS[:cut], ITEMS[cut:])
    ]
    first, second = (laid_out(office, list(AGENCIES), truth, part) for part in parts)
    beside = [[*left, *[None] * gap, *right] for left, right in zip(first, second, strict=True)]
    check(take_in_small(write_workbook(folder / "a.xlsx", {"Bảng": placed(office, beside)})), truth)


@slowly
@given(OFFICES, TRUTHS, st.sampled_from(";,\t"), st.sampled_from(("utf-8-sig", "utf-8", "utf-16", "cp1258")))
def test_a_table_saved_as_text(
    folder: Path, office: Office, truth: Truth, separator: str, encoding: str
) -> None:
    table = laid_out(office, list(AGENCIES), truth, office.columns)
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(
        [int(cell) if isinstance(cell, float) else cell for cell in row] for row in placed(office, table)
    )
    path = folder / "a.csv"
    path.write_bytes(as_typed(text.getvalue(), encoding))
    intake = take_in_small(path)
    check(intake, truth)
    assert len(intake.observations) == len(truth)


def as_typed(text: str, encoding: str) -> bytes:
    """Code page 1258 has letters with their marks and tones behind them; what it lacks becomes a space."""
    if encoding != "cp1258":
        return text.encode(encoding)
    letters = unicodedata.normalize("NFC", text).replace("\u202f", "\u00a0")
    return b"".join(_in_1258(letter) for letter in letters)


def _in_1258(letter: str) -> bytes:
    for form in (letter, unicodedata.normalize("NFD", letter)):
        for tone in "\u0300\u0301\u0303\u0309\u0323":
            if tone in form:
                return (unicodedata.normalize("NFC", form.replace(tone, "")) + tone).encode("cp1258")
        try:
            return form.encode("cp1258")
        except UnicodeEncodeError:
            continue
    return b" "


HEADERS = st.sampled_from([*ITEMS, form_words.AGENCY_CODE])
MISTAKES = st.sampled_from(["", "xx", "Mã ĐV", "setled"])


@slowly
@given(OFFICES, OFFICES, TRUTHS, HEADERS, MISTAKES)
def test_a_second_table_with_a_header_that_nobody_knows(
    folder: Path, office: Office, other: Office, truth: Truth, header: str, mistake: str
) -> None:
    agencies = list(AGENCIES)
    first = laid_out(office, agencies[:3], truth, office.columns)
    second = laid_out(other, agencies[3:], truth, other.columns)
    head = second[0]
    for row in second:
        if row is head:
            row[other.columns.index(header)] = mistake
    check(take_in_small(write_workbook(folder / "a.xlsx", {"Bảng": placed(office, first, second)})), truth)


@slowly
@given(OFFICES, OFFICES, TRUTHS, st.integers(1, len(AGENCIES) - 1), st.booleans())
def test_a_table_cut_in_two(
    folder: Path, office: Office, other: Office, truth: Truth, cut: int, on_one_sheet: bool
) -> None:
    agencies = list(AGENCIES)
    tables = [
        laid_out(style, part, truth, style.columns)
        for style, part in ((office, agencies[:cut]), (other, agencies[cut:]))
    ]
    sheets = (
        {"Bảng": placed(office, *tables)}
        if on_one_sheet
        else {"Một": placed(office, tables[0]), "Hai": placed(other, tables[1])}
    )
    check(take_in_small(write_workbook(folder / "a.xlsx", sheets)), truth)


@slowly
@given(OFFICES, OFFICES, TRUTHS, TRUTHS, st.booleans(), st.booleans())
def test_tables_of_two_periods(
    folder: Path, office: Office, other: Office, now: Truth, before: Truth, one_sheet: bool, colon: bool
) -> None:
    label = "Kỳ báo cáo: Năm 2023" if colon else "Kỳ báo cáo: 2023"
    upper = placed(office, laid_out(office, list(AGENCIES), now, office.columns))
    lower = placed(other, laid_out(other, list(AGENCIES), before, other.columns), label=label)
    sheets = {"Bảng": [*upper, [], *lower]} if one_sheet else {"Một": upper, "Hai": lower}
    intake = take_in_small(write_workbook(folder / "a.xlsx", sheets))
    check_periods(intake, {"2024": now, "2023": before})
    assert len(intake.observations) == 2 * len(now)


@slowly
@given(OFFICES, TRUTHS, TRUTHS, st.permutations(range(2 * len(AGENCIES))))
def test_a_column_of_periods(
    folder: Path, office: Office, now: Truth, before: Truth, order: Sequence[int]
) -> None:
    tables = [laid_out(office, list(AGENCIES), truth, office.columns) for truth in (now, before)]
    rows = [
        [*row, period]
        for table, period in zip(tables, ("Năm 2024", 2023), strict=True)
        for row in table[1 + office.numbering :]
        if row[office.columns.index("STT")] in range(1, len(AGENCIES) + 1)
    ]
    head = [*tables[0][0], office.word(form_words.PERIOD)]
    grid: Grid = [[], head, *(rows[position] for position in order)]
    intake = take_in_small(write_workbook(folder / "a.xlsx", {"Bảng": grid}))
    check_periods(intake, {"2024": now, "2023": before})
    assert len(intake.observations) == 2 * len(now)
