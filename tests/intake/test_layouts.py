"""Layouts: those that are shipped, those that users write, and naming one."""

from pathlib import Path

import pytest

from cchc_cli.catalogue.load import load_catalogue
from cchc_cli.intake.layouts.choice import UnknownLayoutError
from cchc_cli.intake.layouts.description import LayoutSource
from cchc_cli.intake.layouts.shipped import load_layout, shipped_layouts
from cchc_cli.packaged import packaged_file
from cchc_cli.strict_yaml import InvalidFileError
from tests.intake.corpus import Report
from tests.intake.programme import take_in_small
from tests.intake.workbooks import write_workbook

PORTAL = """\
id: portal-export
name: {vi: Bảng xuất từ cổng, en: Portal export}
source: Cổng dịch vụ công
sheet: Kết xuất
header_rows: 1
columns:
  - {header: [Đã giải quyết, Số đã giải quyết], item: settled}
  - {header: Tiếp nhận, item: received}
  - {header: Cột lạ, item: no-such-item}
rows:
  skip: [Cộng huyện]
  total: Tổng cộng
agency: {column: Đơn vị}
period: {file_name: "kỳ (\\\\d{4}-Q\\\\d)"}
"""


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    path = tmp_path / "portal.yaml"
    path.write_text(PORTAL, encoding="utf-8")
    return path


def test_the_shipped_layouts_can_be_listed() -> None:
    assert [layout.id for layout in shipped_layouts()] == ["form-06"]
    assert all(layout.name.vi and layout.name.en and layout.source for layout in shipped_layouts())


def test_the_shipped_layouts_name_items_of_the_packaged_catalogue() -> None:
    known = load_catalogue(packaged_file("targets.yaml")).item_by_code
    for layout in shipped_layouts():
        for column in layout.columns:
            named = [column.item] if column.item else column.sum_of or []
            assert known.keys() >= set(named)


def test_a_layout_of_the_user_reads_rows_of_many_agencies(tmp_path: Path, portal: Path) -> None:
    write_workbook(
        tmp_path / "xuất kỳ 2024-Q1.xlsx",
        {
            "Kết xuất": [
                ["Kết xuất ngày 01/04/2024"],
                ["STT", "Đơn vị", "Số đã giải quyết", "Tiếp nhận", "Cột lạ"],
                [1, "Phường 1, thành phố Mỹ Tho", 3, 4, 5],
                [2, "Xã Tân Phú", 5, 6, 7],
                [None, "Cộng huyện", 8, 10],
                [3, "Phường 1, TP. Mỹ Tho", 1, 1, 1],
                [4, "Phường 99", 1, 1],
                [None, "Tổng cộng", 9, 11, 13],
            ]
        },
    )
    intake = take_in_small(tmp_path, items=["settled", "received"], layout=str(portal))
    assert Report(intake).as_expected() == {
        "layout": "portal-export",
        "observations": [
            "28249 settled 2024-Q1 = 4 @ Kết xuất!C3",
            "28249 received 2024-Q1 = 5 @ Kết xuất!D3",
            "00412 settled 2024-Q1 = 5 @ Kết xuất!C4",
            "00412 received 2024-Q1 = 6 @ Kết xuất!D4",
        ],
        "findings": ["extra-column @ Kết xuất!E2", "agency-unknown @ Kết xuất!B7"],
    }


def test_a_named_layout_is_the_only_one_looked_for(tmp_path: Path, portal: Path) -> None:
    path = write_workbook(
        tmp_path / "a.xlsx", {"Bảng": [["Kỳ báo cáo:", 2024], ["Mã đơn vị", "settled"], ["SNV", 1]]}
    )
    assert len(take_in_small(path, items=["settled"], layout="matrix").observations) == 1
    for other in ("form", "form-06", str(portal)):
        intake = take_in_small(path, items=["settled"], layout=other)
        assert [finding.code for finding in intake.findings] == ["header-missing"]
        assert intake.observations == ()


def test_a_layout_that_is_not_there_is_answered_by_the_nearest(tmp_path: Path) -> None:
    write_workbook(tmp_path / "a.xlsx", {"A": []})
    with pytest.raises(UnknownLayoutError) as error:
        take_in_small(tmp_path, layout="form-6")
    assert "“form-06”?" in error.value.text.vi
    assert "matrix" in error.value.text.en


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("header_rows: 1", "header_row: 1", "header_rows"),
        ("{column: Đơn vị}", "{column: Đơn vị, cell: B2}", "agency"),
        ("item: settled}", "item: settled, sum_of: [received]}", "columns"),
        ("{header: Tiếp nhận, item: received}", "{header: Tiếp nhận}", "columns"),
    ],
)
def test_an_invalid_layout_says_where(portal: Path, before: str, after: str, words: str) -> None:
    assert before in PORTAL
    portal.write_text(PORTAL.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(InvalidFileError) as error:
        load_layout(portal)
    assert words in " ".join(problem.text.vi for problem in error.value.problems)


def test_the_schema_of_layouts_says_what_each_key_is() -> None:
    schema = LayoutSource.model_json_schema()
    for model in (schema, *(schema["$defs"][name] for name in ("ColumnSource", "RowsSource", "WhereSource"))):
        assert all("description" in described for described in model["properties"].values())
