"""Communes that share a name, a row for each: told apart by what stands beside, or not at all."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from cchc_cli.intake.brief import Brief
from cchc_cli.intake.intake import Intake, take_in
from cchc_cli.language import Language
from cchc_cli.packaged import packaged_file
from cchc_cli.registry.load import load_registry
from tests.intake.programme import ITEMS, YEARS
from tests.intake.workbooks import Content, write_workbook

LAYOUT = """\
id: by-commune
name: {{vi: Bảng theo xã, en: Table by commune}}
source: hệ thống
header_rows: 1
columns:
  - {{header: Đã giải quyết, item: settled}}
rows: {{total: Toàn tỉnh}}
agency: {agency}
{parent}
period: {{words: Kỳ báo cáo}}
"""
PERIOD = ["Kỳ báo cáo:", 2023]
OF_MY_THO, OF_GO_CONG = "28261", "28303"
BY_NAME = "{column: Đơn vị}"


@pytest.fixture(scope="module")
def brief() -> Brief:
    return Brief({"settled": ITEMS["settled"]}, (), YEARS, load_registry(packaged_file("agencies.yaml")))


def read(folder: Path, brief: Brief, rows: Content, parent: str, agency: str = BY_NAME) -> Intake:
    layout = folder / "layout.yaml"
    said = f"parent: {parent}" if parent else ""
    layout.write_text(LAYOUT.format(agency=agency, parent=said), encoding="utf-8")
    return take_in([write_workbook(folder / "a.xlsx", {"Phường 1": rows})], brief, str(layout))


def figures(intake: Intake) -> dict[str, int]:
    return {one.agency: int(one.value) for one in intake.observations}


def test_by_the_column_of_their_codes(tmp_path: Path, brief: Brief) -> None:
    rows = [PERIOD, ["Đơn vị", "Đã giải quyết"], [int(OF_MY_THO), 3], [OF_GO_CONG, 5]]
    assert figures(read(tmp_path, brief, rows, "")) == {OF_MY_THO: 3, OF_GO_CONG: 5}


DISTRICTS: list[tuple[str, list[Any]]] = [
    ("written in every row", ["TP. Mỹ Tho", "TP. Mỹ Tho", "Thành phố Gò Công"]),
    ("written once for a block", ["Thành phố Mỹ Tho", None, "Thành phố Gò Công"]),
]


@pytest.mark.parametrize("districts", [rows for _, rows in DISTRICTS], ids=[name for name, _ in DISTRICTS])
@pytest.mark.parametrize("merged", [(), ("A3:A4",)], ids=["apart", "merged"])
def test_by_the_column_of_their_district(
    tmp_path: Path, brief: Brief, districts: Sequence[str | None], merged: Sequence[str]
) -> None:
    named = zip(districts, ("Phường 1", "Phường 2", "Phường 1"), (3, 4, 5), strict=True)
    rows = [PERIOD, ["Huyện", "Đơn vị", "Đã giải quyết"], *map(list, named)]
    intake = read(tmp_path, brief, {"rows": rows, "merged": merged}, "{column: Huyện}")
    assert figures(intake) == {OF_MY_THO: 3, "28264": 4, OF_GO_CONG: 5}


@pytest.mark.parametrize("subtotals", [(None, None), (7, 5)], ids=["bare", "with their sums"])
def test_by_the_row_of_their_district_above(
    tmp_path: Path, brief: Brief, subtotals: tuple[int | None, int | None]
) -> None:
    rows = [
        PERIOD,
        ["STT", "Đơn vị", "Đã giải quyết"],
        ["I", "Thành phố Mỹ Tho", subtotals[0]],
        [1, "Phường 1", 3],
        [2, "Phường 2", 4],
        ["II", "UBND thành phố Gò Công", subtotals[1]],
        [1, "Phường 1", 5],
        [None, "Toàn tỉnh", 12],
    ]
    intake = read(tmp_path, brief, rows, "{separator: true}")
    assert figures(intake) == {OF_MY_THO: 3, "28264": 4, OF_GO_CONG: 5}
    assert intake.findings == ()


@pytest.mark.parametrize("subtotal", [None, 5], ids=["bare", "with its sum"])
def test_never_by_a_district_above_the_one_that_is_misspelt(
    tmp_path: Path, brief: Brief, subtotal: int | None
) -> None:
    rows = [
        PERIOD,
        ["STT", "Đơn vị", "Đã giải quyết"],
        ["I", "Thành phố Mỹ Tho", None],
        [1, "Phường 2", 4],
        ["II", "Thành phố Gò Cong", subtotal],
        [1, "Phường 1", 5],
    ]
    intake = read(tmp_path, brief, rows, "{separator: true}")
    assert figures(intake) == {"28264": 4}
    assert "agency-unknown" in {finding.code for finding in intake.findings}


def test_by_what_the_sheet_says_once(tmp_path: Path, brief: Brief) -> None:
    rows = [PERIOD, ["Trực thuộc:", "Thành phố Gò Công"], ["Đã giải quyết"], [5]]
    intake = read(tmp_path, brief, rows, "{words: Trực thuộc}", agency='{sheet_name: "(Phường .*)"}')
    assert figures(intake) == {OF_GO_CONG: 5}


def test_never_by_their_name_alone(tmp_path: Path, brief: Brief) -> None:
    rows = [
        PERIOD,
        ["Đơn vị", "Đã giải quyết"],
        ["Phường 1", 3],
        ["Khối thành phố"],
        ["Phường 1", 4],
        ["Xã Tân Thuận Bình", 5],
        ["Toàn tỉnh", 12],
    ]
    for parent in ("", "{separator: true}"):
        intake = read(tmp_path, brief, rows, parent)
        assert list(figures(intake).values()) == [5]
        assert [finding.code for finding in intake.findings] == ["agency-unknown", "agency-unknown"]
        message = intake.findings[0].message(Language.VI)
        assert "Phường 1, Thành phố Mỹ Tho (28261)" in message
        assert "Phường 1, Thị xã Gò Công (28303)" in message


def test_a_district_that_contradicts_the_name_settles_nothing(tmp_path: Path, brief: Brief) -> None:
    rows = [PERIOD, ["Huyện", "Đơn vị", "Đã giải quyết"], ["Huyện Cái Bè", "Phường 1", 3]]
    intake = read(tmp_path, brief, rows, "{column: Huyện}")
    assert figures(intake) == {}
    assert [finding.code for finding in intake.findings][:1] == ["agency-unknown"]
