"""What is looked up once for all rows of a matrix is what each row says by itself."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from cchc_cli.intake.brief import Brief
from cchc_cli.intake.intake import Intake, take_in
from cchc_cli.intake.layouts.owners import Owner
from cchc_cli.intake.layouts.row_owners import RowOwners
from cchc_cli.packaged import packaged_file
from cchc_cli.registry.load import load_registry
from tests.intake.programme import ITEMS, YEARS
from tests.intake.workbooks import write_workbook

HEAD = ["Mã đơn vị", "Tên đơn vị", "Kỳ báo cáo", "settled", "received", "pending"]
REGISTRY = load_registry(packaged_file("agencies.yaml"))
CODES = ("settled", "received", "pending")
SEVERAL = [code for code, lives in REGISTRY.lives_by_code.items() if len(lives) > 1]
WRITTEN: Sequence[tuple[object, object]] = (
    ("SNV", "Sở Nội vụ"),
    ("SNV", None),
    ("SNV", "Sở Tư pháp"),
    ("Sở Nội vụ", None),
    (28249, "Phường 5"),
    ("28249", "Phường 5"),
    ("28249", "Phường 4"),
    ("Phường 1", None),
    ("STTTT", "Sở Thông tin và Truyền thông"),
    ("SKHDT", None),
    ("Tổng cộng", None),
    ("SNV", "Tổng cộng"),
    ("KHÔNG CÓ", "Sở Nội vụ"),
    (None, "Sở Nội vụ"),
    *((code, None) for code in SEVERAL[:3]),
    *((code, life.name.vi) for code in SEVERAL[:3] for life in REGISTRY.lives_by_code[code]),
)
PERIODS = ("Năm 2024", "2025-Q4", "Quý I/2025", 2024, "2031", "năm nào đó", None)


def read(path: Path) -> Intake:
    return take_in([path], Brief({code: ITEMS[code] for code in CODES}, (), YEARS, REGISTRY), "matrix")


def said(path: Path) -> tuple[object, ...]:
    intake = read(path)
    return intake.observations, intake.findings, intake.unusable, intake.set_aside


def test_rows_say_the_same_where_nothing_is_remembered_of_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owners = [(*written, period) for period in PERIODS for written in WRITTEN] * 2
    rows = [[*owner, number, 2, 3] for number, owner in enumerate(owners)]
    path = write_workbook(tmp_path / "a.xlsx", {"Bảng": [HEAD, *rows]})
    remembered = said(path)
    assert remembered[0]
    found = {each.code for each in read(path).findings}
    assert found >= {"agency-mismatch", "agency-not-active", "agency-unknown"}
    alone = RowOwners.of

    def of_one(self: RowOwners, row: int) -> Owner | None:
        return alone(RowOwners(self._page, self._table, self._stated, self._clerk), row)

    monkeypatch.setattr(RowOwners, "of", of_one)
    assert said(path) == remembered
