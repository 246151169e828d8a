"""Whatever stands in a workbook: it is read or it is answered, never a crash."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_cli.findings.finding import Severity
from cchc_cli.language import Language
from tests.intake.programme import CHECKS, take_in_small
from tests.intake.workbooks import Content, write_workbook

WORDS = (
    "Mã đơn vị", "Kỳ báo cáo", "Kỳ báo cáo:", "Loại báo cáo", "Đính chính", "Lần", "STT", "Tổng cộng",
    "Nội dung báo cáo", "Số liệu", "Giá trị", "Mã số liệu", "settled", "received", "satisfaction",
    "plan-issued", "setled", "SNV", "VPUBND", "815", "2024", "Quý I/2024", "có", "x", "-", "…", "#DIV/0!",
    "=A1", "12,5", "(1)",
    "Đơn vị báo cáo: Sở Nội vụ", "(Từ ngày 01/01/2024 đến ngày 31/12/2024)", "Số hồ sơ nhận giải quyết",
    "Số hồ sơ đã giải quyết", "Trong kỳ", "Tổng số", "Trực tuyến", "Quá hạn", "Đúng hạn", "Trong hạn",
)  # fmt: skip

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
)
CELLS = (
    st.none()
    | st.sampled_from(WORDS)
    | st.integers(-10, 10**16)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.dates(date(1990, 1, 1), date(2099, 1, 1))
    | st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
    )
)
Grid: TypeAlias = list[list[Any]]
ROWS: st.SearchStrategy[Grid] = st.lists(st.lists(CELLS, max_size=6), max_size=10)
BLOCKS = st.lists(st.sampled_from(("A1:B1", "A2:A3", "B2:C4", "A5:F5", "C1:C2")), unique=True, max_size=2)

MATRIX_HEAD = [["Kỳ báo cáo:", "2024"], ["Mã đơn vị", "settled", "received", "plan-issued", "satisfaction"]]
FORM_HEAD = [["Nội dung báo cáo", "Số liệu", "Mã số liệu"]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(([], MATRIX_HEAD, FORM_HEAD)), ROWS, ROWS, BLOCKS)
def test_any_content_is_read_or_answered(
    folder: Path,
    head: Sequence[Sequence[str]],
    rows: list[list[Any]],
    others: list[list[Any]],
    merged: list[str],
) -> None:
    sheets: dict[str, Content] = {"Một": {"rows": [*head, *rows], "merged": merged}, "Hai": others}
    intake = take_in_small(write_workbook(folder / "a.xlsx", sheets), checks=CHECKS)
    assert intake.observations or any(one.severity is Severity.ERROR for one in intake.findings)
    assert intake.unusable.isdisjoint(one.key for one in intake.observations)
    assert len({one.key for one in intake.observations}) == len(intake.observations)
    for finding in intake.findings:
        assert all(finding.message(language) and finding.hint(language) for language in Language)
