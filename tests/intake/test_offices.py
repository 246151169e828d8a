"""Whatever an office does to a table, no figure becomes another one, or somebody else's.

Tables with known figures are laid out as offices lay them out: titles, blank rows and columns, numbering,
headings and totals among the rows, columns in another order, headers and numbers spelt in their ways, one
table cut into several. What is read is a part of what was there, and what is not read has been asked about.
"""

import csv
import io
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_cli import form_words
from cchc_cli.intake.intake import Intake
from tests.intake.programme import take_in_small
from tests.intake.workbooks import write_workbook

AGENCIES = {
    "VPUBND": "Văn phòng Ủy ban nhân dân tỉnh",
    "SNV": "Sở Nội vụ",
    "SLDTBXH": "Sở Lao động - Thương binh và Xã hội",
    "815": "Thành phố Mỹ Tho",
    "28249": "Phường 1",
    "00412": "Xã Tân Phú",
}
ITEMS = ("received", "settled", "pending", "visits")
Grid: TypeAlias = list[list[Any]]
Truth: TypeAlias = dict[tuple[str, str], int]
Spelling: TypeAlias = Callable[[str], str]


def dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


NUMBERS: tuple[Callable[[int], Any], ...] = (
    int,
    int,
    str,
    float,
    dotted,
    lambda number: f" {number}\u00a0",
    lambda number: dotted(number).replace(".", "\u202f"),
)
WORDS: tuple[Spelling, ...] = (
    str,
    str,
    str.upper,
    lambda text: f" {text} ",
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: text.replace(" ", "\n"),
    lambda text: text.replace(" ", "\u00a0"),
)


class Office(NamedTuple):
    """How one office lays a table out."""

    above: int
    left: int
    columns: Sequence[str]
    number: Callable[[int], Any]
    word: Spelling
    code: Callable[[str], Any]
    numbering: bool
    between: Sequence[str]
    below: Sequence[str]


CODES: tuple[Callable[[str], Any], ...] = (
    str,
    str,
    str.lower,
    lambda code: int(code) if code.isdigit() else code,
    lambda code: f" {code}\u00a0",
    lambda code: AGENCIES[code],
)
BETWEEN = ("blank", "heading", "subtotal", "header", "note")
BELOW = ("total", "note", "signature", "blank", "total of province")

OFFICES = st.builds(
    Office,
    above=st.integers(0, 4),
    left=st.integers(0, 2),
    columns=st.permutations([*ITEMS, form_words.AGENCY_CODE, form_words.AGENCY_NAME, "STT", "Ghi chú"]),
    number=st.sampled_from(NUMBERS),
    word=st.sampled_from(WORDS),
    code=st.sampled_from(CODES),
    numbering=st.booleans(),
    between=st.lists(st.sampled_from(BETWEEN), max_size=3),
    below=st.lists(st.sampled_from(BELOW), max_size=3),
)
TRUTHS = st.fixed_dictionaries(
    {(agency, item): st.integers(0, 99) | st.integers(100, 10**7) for agency in AGENCIES for item in ITEMS}
)


def laid_out(office: Office, agencies: Sequence[str], truth: Truth, columns: Sequence[str]) -> Grid:
    """One table: its header, a row for each agency, and whatever the office puts among and below them."""
    header = [office.word(column) for column in columns]
    rows = [_row(office, number, code, truth, columns) for number, code in enumerate(agencies, start=1)]
    for position, kind in enumerate(office.between):
        rows.insert(min(2 * position + 1, len(rows)), _extra(kind, agencies, truth, columns, header))
    rows += [_extra(kind, agencies, truth, columns, header) for kind in office.below]
    numbering = [[f"({number})" for number in range(1, len(columns) + 1)]] if office.numbering else []
    return [header, *numbering, *rows]


def _row(office: Office, number: int, code: str, truth: Truth, columns: Sequence[str]) -> list[Any]:
    said = {
        form_words.AGENCY_CODE: office.code(code),
        form_words.AGENCY_NAME: AGENCIES[code],
        "STT": number,
        "Ghi chú": "đã đối chiếu",
    }
    return [said[column] if column in said else office.number(truth[code, column]) for column in columns]


def _extra(
    kind: str, agencies: Sequence[str], truth: Truth, columns: Sequence[str], header: list[Any]
) -> list[Any]:
    if kind == "header":
        return header
    words = {
        "blank": "",
        "heading": "II. Sở, ban, ngành",
        "subtotal": "Cộng",
        "total": "Tổng cộng",
        "total of province": "TỔNG CỘNG TOÀN TỈNH:",
        "note": "Ghi chú: số liệu tính đến ngày 31/12/2024",
        "signature": "Người lập biểu",
    }
    where = columns.index(form_words.AGENCY_NAME)
    row: list[Any] = [None] * len(columns)
    row[where] = words[kind] or None
    if "otal" in kind:
        for place, column in enumerate(columns):
            if column in ITEMS:
                row[place] = sum(truth[code, column] for code in agencies)
    return row


def placed(office: Office, *tables: Grid, label: str = "Kỳ báo cáo: Năm 2024") -> Grid:
    """Tables below each other on one sheet, with a title above the first."""
    titles: Grid = [["ỦY BAN NHÂN DÂN TỈNH"], [], ["BÁO CÁO SỐ LIỆU"], ["Đơn vị tính: hồ sơ"]]
    grid: Grid = [*titles[: office.above], [label]]
    for table in tables:
        grid += [[], *table]
    return [[*[None] * office.left, *row] for row in grid]


def check(intake: Intake, truth: Truth, period: str = "2024") -> None:
    """No figure that was not there; and of every figure that is not read, a word."""
    read = {(one.agency, one.item): one.value for one in intake.observations if str(one.period) == period}
    assert {key: value for key, value in read.items() if truth.get(key) != value} == {}
    assert read.keys() == truth.keys() or intake.findings


def check_periods(intake: Intake, by_period: Mapping[str, Truth]) -> None:
    assert {str(one.period) for one in intake.observations} <= by_period.keys()
    for period, truth in by_period.items():
        check(intake, truth, period)


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


FORM_ITEMS = ("received", "settled", "pending", "visits", "units-converted", "dossiers-online")
VALUE_HEADS = st.sampled_from((form_words.VALUE, "Số liệu", "Giá trị"))
FORM_COLUMNS = st.permutations(
    [
        form_words.ROW_NUMBER,
        form_words.CONTENT,
        form_words.UNIT,
        form_words.VALUE,
        form_words.LAST_PERIOD,
        form_words.CHECK,
        form_words.EXPLANATION,
        form_words.ITEM_CODE,
    ]
)
FORM_FIGURES = st.fixed_dictionaries(
    {item: st.integers(0, 99) | st.integers(100, 10**7) for item in FORM_ITEMS}
)


def form_sheet(
    office: Office,
    columns: Sequence[str],
    value_head: str,
    figures: Mapping[str, int],
    items: Sequence[str],
) -> Grid:
    """The sheet of figures as somebody has typed it anew; the period before is always another figure."""
    head = [office.word(value_head if column == form_words.VALUE else column) for column in columns]
    rows: Grid = []
    for number, item in enumerate(items, start=1):
        said = {
            form_words.ROW_NUMBER: number,
            form_words.CONTENT: f"Tên của {item}",
            form_words.UNIT: "hồ sơ",
            form_words.VALUE: office.number(figures[item]),
            form_words.LAST_PERIOD: figures[item] + 1,
            form_words.ITEM_CODE: item,
        }
        rows.append([said.get(column) for column in columns])
    for position, kind in enumerate((*office.between, *office.below)):
        extra: list[Any] = [None] * len(columns)
        extra[columns.index(form_words.CONTENT)] = {"blank": None, "heading": "II. Cải cách thể chế"}.get(
            kind, kind
        )
        rows.insert(2 * position + 1, head if kind == "header" else extra)
    numbering = [[f"({number})" for number in range(1, len(columns) + 1)]] if office.numbering else []
    titles: Grid = [["ỦY BAN NHÂN DÂN TỈNH"], [], ["BÁO CÁO SỐ LIỆU"], []]
    grid: Grid = [*titles[: office.above], head, *numbering, *rows, [], ["Người lập biểu"]]
    return [[*[None] * office.left, *row] for row in grid]


@slowly
@given(OFFICES, FORM_COLUMNS, VALUE_HEADS, FORM_FIGURES, st.permutations(FORM_ITEMS), st.booleans())
def test_a_form_typed_anew(
    folder: Path,
    office: Office,
    columns: Sequence[str],
    value_head: str,
    figures: Mapping[str, int],
    items: Sequence[str],
    in_two: bool,
) -> None:
    parts = [items[:3], items[3:]] if in_two else [items]
    sheets: dict[str, Grid] = {
        form_words.INFORMATION_SHEET: [
            [office.word(form_words.AGENCY_CODE), office.code("815")],
            [office.word(form_words.PERIOD), "Năm 2024"],
        ]
    }
    for number, part in enumerate(parts, start=1):
        sheets[f"Số liệu {number}"] = form_sheet(office, columns, value_head, figures, part)
    intake = take_in_small(write_workbook(folder / "a.xlsx", sheets), items=FORM_ITEMS)
    check(intake, {("815", item): figure for item, figure in figures.items()})
    assert len(intake.observations) == len(figures)


@slowly
@given(OFFICES, OFFICES, FORM_COLUMNS, FORM_COLUMNS, FORM_FIGURES, st.permutations(FORM_ITEMS))
def test_a_form_cut_in_two_on_one_sheet(
    folder: Path,
    office: Office,
    other: Office,
    columns: Sequence[str],
    others: Sequence[str],
    figures: Mapping[str, int],
    items: Sequence[str],
) -> None:
    upper = form_sheet(office, columns, form_words.VALUE, figures, items[:3])
    lower = form_sheet(other, others, form_words.VALUE, figures, items[3:])
    sheets: dict[str, Grid] = {
        form_words.INFORMATION_SHEET: [[form_words.AGENCY_CODE, "815"], [form_words.PERIOD, "Năm 2024"]],
        form_words.FIGURES_SHEET: [*upper, [], *lower],
    }
    intake = take_in_small(write_workbook(folder / "a.xlsx", sheets), items=FORM_ITEMS)
    check(intake, {("815", item): figure for item, figure in figures.items()})
    assert len(intake.observations) == len(figures)
