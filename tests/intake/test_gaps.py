"""A blank is said once, by whom it concerns, and only where the figure is nowhere else."""

from pathlib import Path

from cchc_cli.intake.intake import Intake
from tests.intake.programme import take_in_small
from tests.intake.workbooks import Rows, write_workbook

HEAD = [["Kỳ báo cáo:", 2024], ["Mã đơn vị", "settled", "received"]]


def _read(folder: Path, **files: Rows) -> Intake:
    for name, rows in files.items():
        write_workbook(folder / f"{name}.xlsx", {"Bảng": [*HEAD, *rows]})
    return take_in_small(folder, items=["settled", "received"])


def _gaps(intake: Intake) -> list[tuple[str, str | None]]:
    return [
        (Path(found.place.file).stem, found.item)
        for found in intake.findings
        if found.code == "value-missing" and found.place is not None
    ]


def test_the_agencys_own_workbook_says_it(tmp_path: Path) -> None:
    both = [["SNV", 1, None], ["SKHCN", 2, 3]]
    assert _gaps(_read(tmp_path, a=both, b=[["SNV", 1, None]])) == [("b", "received")]


def test_of_two_workbooks_of_its_own_the_first(tmp_path: Path) -> None:
    row = ["SNV", 1, None]
    assert _gaps(_read(tmp_path, a=[row], b=[row])) == [("a", "received")]


def test_no_gap_where_the_figure_stands_elsewhere_usable_or_not(tmp_path: Path) -> None:
    both = [["SNV", 1, None], ["SKHCN", None, 3]]
    intake = _read(tmp_path, a=both, b=[["SNV", 1, "nhiều"]], c=[["SKHCN", 2, 3]])
    assert _gaps(intake) == []
    assert {found.code for found in intake.findings} >= {"value-not-a-number"}
