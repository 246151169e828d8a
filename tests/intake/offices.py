"""How offices lay tables out: titles, other columns, headings and totals among the rows, their spellings."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from hypothesis import strategies as st

from cchc_cli import form_words
from cchc_cli.intake.intake import Intake

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
