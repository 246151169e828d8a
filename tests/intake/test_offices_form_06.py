"""Whatever an office does to form 06, its rows are added once: never a total too, never one row less.

Known figures of one office are laid out by fields and sections, with rows of totals where offices have them,
under the header of three rows, merged or not.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_cli.intake.intake import Intake
from tests.intake.offices import dotted
from tests.intake.programme import take_in_small
from tests.intake.workbooks import write_workbook

ITEMS = (
    "dossiers-online",
    "dossiers-direct",
    "dossiers-carried-over",
    "dossiers-settled-early",
    "dossiers-settled-on-time",
    "dossiers-settled-late",
    "dossiers-pending-in-time",
    "dossiers-pending-overdue",
)
HEADERS = (
    "STT|Lĩnh vực, công việc giải quyết theo cấp|Số hồ sơ nhận giải quyết||||Số hồ sơ đã giải quyết||||"
    "Số hồ sơ đang giải quyết||",
    "||Tổng số|Trong kỳ||Từ kỳ trước|Tổng số|Trước hạn|Đúng hạn|Quá hạn|Tổng số|Trong hạn|Quá hạn",
    "|||Trực tuyến|Trực tiếp, dịch vụ bưu chính||||||||",
)
MERGED = ("A1:A3", "B1:B3", "C1:F1", "G1:J1", "K1:M1", "C2:C3", "D2:E2")
FIELDS = ("Hội", "Thi đua - khen thưởng", "Đất đai", "Hộ tịch", "Chứng thực", "Tôn giáo", "Y tế", "Giáo dục")
SECTIONS = ("Sở, ban, ngành", "Huyện, thị xã, thành phố", "Xã, phường, thị trấn")
Row: TypeAlias = list[Any]
Figures: TypeAlias = tuple[int, ...]


class Office(NamedTuple):
    """How one office fills the form in."""

    number: Callable[[int], Any]
    merged: bool
    numbering: bool
    cuts: tuple[int, int] | None
    """Where its fields are parted into three sections."""
    heads_have_sums: bool
    sections_end_with_sums: bool
    total: str
    sums: bool
    below: Sequence[Row]


OFFICES = st.builds(
    Office,
    number=st.sampled_from((int, int, str, dotted, lambda number: f"{number}\u00a0")),
    merged=st.booleans(),
    numbering=st.booleans(),
    cuts=st.none() | st.tuples(st.integers(1, 3), st.integers(4, 6)),
    heads_have_sums=st.booleans(),
    sections_end_with_sums=st.booleans(),
    total=st.sampled_from(("", "above", "below")),
    sums=st.booleans(),
    below=st.lists(
        st.sampled_from(
            (
                [],
                [None, "Ghi chú: số liệu tính đến hết kỳ"],
                [None, "NGƯỜI LẬP BIỂU", *[None] * 8, "GIÁM ĐỐC"],
                [None, None, None, "Tiền Giang, ngày 05 tháng 01 năm 2025"],
            )
        ),
        max_size=3,
    ),
)
# No figure is the sum of two others, so that only a total looks like one.
FIGURES = st.lists(
    st.tuples(*[st.integers(1000, 1999)] * len(ITEMS)), min_size=len(FIELDS), max_size=len(FIELDS)
)


def added(rows: Sequence[Figures]) -> Figures:
    return tuple(map(sum, zip(*rows, strict=True)))


def row_of(office: Office, number: Any, words: str, figures: Figures) -> Row:
    said = [office.number(figure) for figure in figures]
    sums = [sum(figures[:3]), sum(figures[3:6]), sum(figures[6:])]
    totals = [office.number(total) if office.sums else None for total in sums]
    return [number, words, totals[0], *said[:3], totals[1], *said[3:6], totals[2], *said[6:]]


def body(office: Office, figures: Sequence[Figures]) -> list[Row]:
    rows: list[Row] = []
    bounds = [0, *office.cuts, len(figures)] if office.cuts else [0, len(figures)]
    for section, (first, last) in enumerate(pairwise(bounds)):
        part = figures[first:last]
        if office.cuts:
            name, number = SECTIONS[section], "I" * (section + 1)
            rows.append(
                row_of(office, number, name, added(part)) if office.heads_have_sums else [number, name]
            )
        rows += [row_of(office, place + 1, FIELDS[place], figures[place]) for place in range(first, last)]
        if office.cuts and office.sections_end_with_sums:
            rows.append(row_of(office, None, "Cộng", added(part)))
    if office.total:
        total = row_of(office, None, "TỔNG CỘNG", added(figures))
        rows = [total, *rows] if office.total == "above" else [*rows, total]
    return rows


def read(folder: Path, office: Office, figures: Sequence[Figures]) -> Intake:
    titles: list[Row] = [
        ["Đơn vị báo cáo: Sở Nội vụ"],
        ["TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"],
        ["(Từ ngày 01/01/2024 đến ngày 31/12/2024)"],
    ]
    numbering = [[f"({number})" for number in range(1, 14)]] if office.numbering else []
    rows = [
        *([word or None for word in row.split("|")] for row in HEADERS),
        *numbering,
        *body(office, figures),
        *office.below,
    ]
    above = len(titles)
    merged = [_moved(block, above) for block in MERGED] if office.merged else []
    sheet = {"rows": [*titles, *rows], "merged": merged}
    return take_in_small(write_workbook(folder / "a.xlsx", {"Biểu 06": sheet}), items=ITEMS)


def _moved(block: str, rows: int) -> str:
    return ":".join(f"{corner[0]}{int(corner[1:]) + rows}" for corner in block.split(":"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("form-06")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(OFFICES, FIGURES)
def test_rows_are_added_once(folder: Path, office: Office, figures: Sequence[Figures]) -> None:
    intake = read(folder, office, figures)
    assert {one.item: int(one.value) for one in intake.observations} == dict(
        zip(ITEMS, added(figures), strict=True)
    )
    assert {one.agency for one in intake.observations} == {"SNV"}
    assert {str(one.period) for one in intake.observations} == {"2024"}
