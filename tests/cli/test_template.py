"""`cchc template`: whose forms it makes, where it puts them, and that it never destroys one filled in."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from cchc_cli import form_words
from tests.cli.calls import MET, OWN_FILES, call, write_matrix
from tests.intake.workbooks import write_workbook

REAL = ("--period", "2024")
SMALL = (*OWN_FILES, "--period", "2024")


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_one_agency(capsys: Any, tmp_path: Path) -> None:
    ended = call(capsys, "template", "--agency", "SNV", *REAL, "-o", str(tmp_path / "out" / "forms"))
    assert (ended.code, ended.out) == (0, "")
    assert names(tmp_path / "out" / "forms") == ["SNV - Sở Nội vụ.xlsx"]
    assert "1 biểu mẫu" in ended.err
    assert "Sở Nội vụ.xlsx" in ended.err


def test_a_level(capsys: Any, tmp_path: Path) -> None:
    ended = call(capsys, "template", "--level", "district", *REAL, "-o", str(tmp_path))
    assert ended.code == 0
    assert len(names(tmp_path)) == 11
    assert "816 - Thành phố Gò Công.xlsx" in names(tmp_path)
    assert "Đã lập 11 biểu mẫu" in ended.err


def test_everybody(capsys: Any, tmp_path: Path) -> None:
    ended = call(capsys, "template", "--all", *SMALL, "-o", str(tmp_path), "--lang", "en")
    assert ended.code == 0
    assert names(tmp_path) == ["SNV - Sở Nội vụ.xlsx", "SYT - Sở Y tế.xlsx"]
    assert ended.err.startswith("Forms made: 2 (year 2024)")


def test_one_form_into_a_named_file(capsys: Any, tmp_path: Path) -> None:
    path = tmp_path / "mới" / "biểu.xlsx"
    assert call(capsys, "template", "--agency", "SNV", *SMALL, "-o", str(path)).code == 0
    assert load_workbook(path).sheetnames == [form_words.INFORMATION_SHEET, form_words.FIGURES_SHEET]


def test_the_form_is_vietnamese_whatever_the_language_of_messages(capsys: Any, tmp_path: Path) -> None:
    for language in ("vi", "en"):
        path = str(tmp_path / f"{language}.xlsx")
        assert call(capsys, "template", "--agency", "SNV", *SMALL, "-o", path, "--lang", language).code == 0
    assert (tmp_path / "vi.xlsx").read_bytes() == (tmp_path / "en.xlsx").read_bytes()


def test_quiet_says_nothing(capsys: Any, tmp_path: Path) -> None:
    ended = call(capsys, "template", "--all", *SMALL, "-o", str(tmp_path), "-q")
    assert ended == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--period", "2024", "-o", "x"], "--agency"),
        (["--all", "--level", "commune", "--period", "2024", "-o", "x"], "--all"),
        (["--all", "-o", "x"], "--period"),
        (["--all", "--period", "2024"], "-o"),
        (["--all", "--period", "2035", "-o", "x"], "2021-2030"),
        (["--all", "--period", "hôm qua", "-o", "x"], "hôm qua"),
        (["--agency", "SNVV", "--period", "2024", "-o", "x"], "SNV"),
        (["--level", "district", "--period", "2026", "-o", "x"], "2026"),
        (["--level", "district", "--period", "2024", "-o", "x.xlsx"], "11"),
        (["--agency", "SNV", "--period", "2024", "-o", "x", "--previous", "không-có"], "không-có"),
        (
            ["--agency", "SNV", "--period", "2024-01-01..2024-02-10", "-o", "x", "--previous", "."],
            "--previous",
        ),
    ],
)
def test_wrong_usage(
    capsys: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = call(capsys, "template", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert names(tmp_path) == []


def test_a_form_that_was_filled_in_is_never_replaced(capsys: Any, tmp_path: Path) -> None:
    arguments = ("template", "--all", *SMALL, "-o", str(tmp_path))
    assert call(capsys, *arguments).code == 0
    filled, untouched = tmp_path / "SNV - Sở Nội vụ.xlsx", tmp_path / "SYT - Sở Y tế.xlsx"
    workbook = load_workbook(filled)
    workbook[form_words.FIGURES_SHEET]["D11"] = 5
    workbook.save(filled)
    content = filled.read_bytes()
    untouched.unlink()
    ended = call(capsys, *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert filled.name in ended.err
    assert "--force" in ended.err
    assert filled.read_bytes() == content
    assert not untouched.exists(), "all of them or none"
    assert call(capsys, *arguments, "--force").code == 0
    assert filled.read_bytes() != content
    assert untouched.exists()


def test_made_again_an_empty_form_is_no_obstacle(capsys: Any, tmp_path: Path) -> None:
    arguments = ("template", "--all", *SMALL, "-o", str(tmp_path))
    assert call(capsys, *arguments).code == call(capsys, *arguments).code == 0


def test_a_folder_where_a_form_would_stand_is_refused(capsys: Any, tmp_path: Path) -> None:
    (tmp_path / "SNV - Sở Nội vụ.xlsx").mkdir()
    ended = call(capsys, "template", "--agency", "SNV", *SMALL, "-o", str(tmp_path))
    assert ended.code == 2
    assert "SNV - Sở Nội vụ.xlsx" in ended.err


def test_the_figures_of_the_period_before_are_filled_in(capsys: Any, tmp_path: Path) -> None:
    before = write_matrix(
        tmp_path / "trước.xlsx",
        [("SNV", "2023", 39, 50, 90, 10, 10), ("SNV", "2022", 1, 2, 80, 3, 3), ("SYT", "2023", "x", 50)],
    )
    arguments = ("template", "--all", *SMALL, "-o", str(tmp_path / "out"), "--previous", str(before))
    ended = call(capsys, *arguments)
    assert ended.code == 0
    assert "Cột Kỳ trước (Năm 2023): đã điền số của 2 đơn vị." in ended.err
    assert "1 lỗi phải sửa" in ended.err
    sheet = load_workbook(tmp_path / "out" / "SNV - Sở Nội vụ.xlsx")[form_words.FIGURES_SHEET]
    column = form_words.COLUMNS.index(form_words.LAST_PERIOD) + 1
    shown = {
        sheet.cell(row, len(form_words.COLUMNS)).value: sheet.cell(row, column).value
        for row in range(10, sheet.max_row + 1)
    }
    assert shown["online"] == 39
    assert shown["received"] == 50


def test_workbooks_of_other_periods_fill_nothing_in_and_say_so(capsys: Any, tmp_path: Path) -> None:
    before = write_matrix(tmp_path / "trước.xlsx", [MET[0]])
    ended = call(capsys, "template", "--all", *SMALL, "-o", str(tmp_path / "out"), "--previous", str(before))
    assert ended.code == 0
    assert "không có số liệu kỳ năm 2023 (có: Năm 2024)" in ended.err


def test_who_has_nothing_to_report_is_named_and_gets_no_form(capsys: Any, tmp_path: Path) -> None:
    agencies = tmp_path / "agencies.yaml"
    small = Path(OWN_FILES[3]).read_text("utf-8")
    agencies.write_text(
        small.replace("groups:\n", "groups:\n  school: {level: commune}\n")
        + "  - {code: TH1, name: {vi: Trường 1, en: School 1}, group: school}\n",
        "utf-8",
    )
    arguments = ("--targets", OWN_FILES[1], "--agencies", str(agencies), "--period", "2024")
    ended = call(capsys, "template", "--all", *arguments, "-o", str(tmp_path / "out"))
    assert ended.code == 0
    assert len(names(tmp_path / "out")) == 2
    assert "TH1" in ended.err
    refused = call(capsys, "template", "--agency", "TH1", *arguments, "-o", str(tmp_path / "out"))
    assert refused.code == 2


def test_of_several_named_those_without_a_form_are_said(capsys: Any, tmp_path: Path) -> None:
    named = ("--agency", "SNV", "--agency", "821", "--period", "2026")
    ended = call(capsys, "template", *named, "-o", str(tmp_path))
    assert ended.code == 0
    assert names(tmp_path) == ["SNV - Sở Nội vụ.xlsx"]
    assert "821" in ended.err


def test_what_another_agency_reported_under_the_code_is_not_said_to_be_filled_in(
    capsys: Any, tmp_path: Path
) -> None:
    rows = [["Mã đơn vị", "Kỳ báo cáo", "payments"], ["28249", "2024", 3], ["28252", "2024", 3]]
    last = write_workbook(tmp_path / "last.xlsx", {"Bảng": rows})
    asked = ("--agency", "28249", "--agency", "28252", "--period", "2025", "--previous", str(last))
    ended = call(capsys, "template", *asked, "-o", str(tmp_path / "forms"))
    assert "đã điền số của 1 đơn vị" in ended.err


def test_whose_code_was_another_agencys_earlier_in_the_period(capsys: Any, tmp_path: Path) -> None:
    """The form of a period is the later one's; the earlier one is not passed over in silence."""
    asked = ("--agency", "28300", "--agency", "28303", *REAL)
    ended = call(capsys, "template", *asked, "-o", str(tmp_path))
    assert names(tmp_path) == ["28300 - Phường 1.xlsx", "28303 - Phường 1.xlsx"]
    assert "--period 2024-01-01..2024-04-30: 28300." in ended.err
    ended = call(capsys, "template", "--agency", "28303", *REAL, "-o", str(tmp_path / "một"))
    assert "đơn vị cũ" not in ended.err
