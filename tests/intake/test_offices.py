"""Whatever an office does to a table, no figure becomes another one, or somebody else's.

Tables with known figures are laid out as offices lay them out: titles, blank rows and columns, numbering,
headings and totals among the rows, columns in another order, headers and numbers spelt in their ways, one
table cut into several. What is read is a part of what was there, and what is not read has been asked about.
"""

import unicodedata
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_cli import form_words
from cchc_cli.findings.finding import Severity
from cchc_cli.intake.intake import Intake
from tests.intake.programme import take_in_small
from tests.intake.workbooks import write_workbook

AGENCIES = {
    "VPUBND": "Văn phòng Ủy ban nhân dân tỉnh",
    "SNV": "Sở Nội vụ",
    "SLDTBXH": "Sở Lao động - Thương binh và Xã hội",
    "815": "Thành phố Mỹ Tho",
    "28249": "Phường 1",
    "28502": "Thị trấn Bình Phú",
}
ITEMS = ("received", "settled", "pending", "visits")
MEANT = {"period": "2024"}
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


def placed(office: Office, *tables: Grid) -> Grid:
    """Tables below each other on one sheet, with a title above the first."""
    titles: Grid = [["ỦY BAN NHÂN DÂN TỈNH"], [], ["BÁO CÁO SỐ LIỆU"], ["Đơn vị tính: hồ sơ"]]
    grid: Grid = [*titles[: office.above], ["Kỳ báo cáo: Năm 2024"]]
    for table in tables:
        grid += [[], *table]
    return [[*[None] * office.left, *row] for row in grid]


def check(intake: Intake, truth: Truth) -> None:
    """No figure that was not there; and of every figure that is not read, a word."""
    read = {(one.agency, one.item): one.value for one in intake.observations}
    assert {str(one.period) for one in intake.observations} <= {"2024"}
    assert {key: value for key, value in read.items() if truth.get(key) != value} == {}
    if read.keys() != truth.keys():
        asked = {Severity.ERROR, Severity.WARNING}
        assert any(finding.severity in asked for finding in intake.findings)


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
