"""`cchc validate` from workbooks to findings, reports and exit code."""

import csv
import io
import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cchc_cli.cli import format_names
from cchc_cli.reports.formats import VALIDATE_FORMATS
from cchc_cli.run import Run
from tests.cli.calls import HEADER, OWN_FILES, Call, call, loaded_by, start, write_matrix
from tests.intake.workbooks import write_workbook

SNV = ("SNV", "2024", 45, 50, 90, 10, 10)
SYT = ("SYT", "2024", 40, 50, None, None, None)


def validate(capsys: Any, *arguments: str) -> Call:
    return call(capsys, "validate", *OWN_FILES, *arguments)


def findings(ended: Call) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(ended.out)["findings"]
    return found


def write_form(path: Path, agency: str, values: dict[str, Any], note: str | None = None) -> str:
    """A form of 2024; the note stands beside every figure."""
    information = [("Mã đơn vị", agency), ("Kỳ báo cáo", "2024")]
    rows = [(code, value, note, code) for code, value in values.items()]
    head = ("Nội dung báo cáo", "Số liệu kỳ báo cáo", "Giải trình, ghi chú", "Mã số liệu")
    write_workbook(path, {"Thông tin": information, "Số liệu": [head, *rows]})
    return str(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A clean file, one with two errors, one with a blank to be explained, one that is none."""
    folder = tmp_path / "nộp"
    folder.mkdir()
    write_matrix(folder / "a sạch.xlsx", [SNV])
    write_matrix(folder / "b lỗi.xlsx", [("SYT", "2023", -40, "50 hồ sơ", None, None, None)])
    write_form(folder / "c trống.xlsx", "SYT", {"online": 40, "received": None})
    (folder / "d hỏng.xlsx").write_bytes(b"PK\x03\x04")
    return folder


def test_clean_submissions_end_with_0(capsys: Any, met: str) -> None:
    ended = validate(capsys, met)
    assert ended.code == 0
    assert "Không có nội dung cần xử lý" in ended.out
    assert "Mã thoát 0: không có báo cáo nào phải sửa." in ended.err


def test_everything_wrong_is_said_with_cell_and_cure(capsys: Any, folder: Path) -> None:
    ended = validate(capsys, str(folder))
    assert ended.code == 3
    text = " ".join(ended.out.split())
    assert (
        "Đã kiểm tra 4 tệp: 2 tệp có lỗi phải sửa, 1 tệp cần giải trình, 1 tệp không phải xử lý gì." in text
    )
    assert "Lỗi phải sửa: 3; Cần giải trình: 1" in text
    assert "b lỗi.xlsx › Số liệu!C2: “Hồ sơ trực tuyến” ghi -40; cần số không âm." in text
    assert "“Hồ sơ tiếp nhận” ghi “50 hồ sơ”; cần một số" in text
    assert "Cách xử lý: Chỉ nhập số." in text
    assert "Mã thoát 3: có báo cáo số liệu phải sửa." in ended.err


def test_the_table_stays_within_80_columns(capsys: Any, folder: Path) -> None:
    for language in ("vi", "en"):
        ended = validate(capsys, str(folder), "--lang", language)
        assert max(map(len, ended.out.splitlines())) <= 80


def test_both_languages(capsys: Any, folder: Path) -> None:
    ended = validate(capsys, str(folder), "--lang", "en")
    assert "Files checked: 4 (2 to mend, 1 to explain, 1 with nothing to do)." in ended.out
    assert "Exit code 3: submissions must be mended." in ended.err
    assert "Lỗi phải sửa" not in ended.out


def test_nothing_usable_is_3_whatever_fails(capsys: Any, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"")
    ended = validate(capsys, str(tmp_path), "--fail-on", "never")
    assert ended.code == 3
    assert "không có số liệu nào dùng được" in ended.err


@pytest.mark.parametrize(
    ("fail_on", "code"), [(None, 0), ("invalid", 0), ("warning", 3), ("never", 0), ("invalid,warning", 3)]
)
def test_what_counts_can_be_chosen(capsys: Any, tmp_path: Path, fail_on: str | None, code: int) -> None:
    form = write_form(tmp_path / "a.xlsx", "SYT", {"online": 40, "received": None})
    chosen = ["--fail-on", fail_on] if fail_on else []
    assert validate(capsys, form, *chosen).code == code


def test_a_warning_that_was_explained_fails_nothing(capsys: Any, tmp_path: Path) -> None:
    form = write_form(tmp_path / "a.xlsx", "SYT", {"online": 40, "received": None}, "chờ phần mềm mới")
    ended = validate(capsys, form, "--fail-on", "warning")
    assert ended.code == 0
    assert "Đã giải trình: 1" in ended.out
    assert "Đơn vị giải trình: “chờ phần mềm mới”" in ended.out
    assert "Cần giải trình" not in ended.out


def test_the_formats_named_are_those_there_are() -> None:
    assert tuple(VALIDATE_FORMATS) == format_names.VALIDATE_FORMAT_NAMES


def test_json_is_a_run_without_verdicts(capsys: Any, folder: Path) -> None:
    document = json.loads(validate(capsys, str(folder), "-f", "json").out)
    assert list(Draft202012Validator(Run.model_json_schema(mode="serialization")).iter_errors(document)) == []
    assert document["verdicts"] == []
    assert {read["findings"] for read in document["inputs"]} == {0, 1, 2}
    assert sum(read["findings"] for read in document["inputs"]) == len(document["findings"])
    assert document["glossary"]["agencies"]["SYT"]["vi"] == "Sở Y tế"
    assert document["glossary"]["items"]["received"]["name"]["vi"] == "Hồ sơ tiếp nhận"


def test_evaluate_finds_the_same(capsys: Any, folder: Path) -> None:
    checked = findings(validate(capsys, str(folder), "-f", "json"))
    assert checked == findings(call(capsys, "evaluate", *OWN_FILES, str(folder), "-f", "json"))


def test_files_get_the_format_of_their_suffix_and_everything(
    capsys: Any, folder: Path, tmp_path: Path
) -> None:
    names = ("r.txt", "r.json", "r.csv", "r.md", "r.xml", "r.sarif", "github=r.github")
    wanted = [part for name in names for part in ("-o", name.replace("r.", f"{tmp_path}/r."))]
    ended = validate(capsys, str(folder), *wanted)
    assert "Đã ghi: " in ended.err
    files = {path.suffix: path.read_text(encoding="utf-8-sig") for path in tmp_path.glob("r.*")}
    assert len(json.loads(files[".json"])["findings"]) == 4
    assert len(list(csv.DictReader(io.StringIO(files[".csv"])))) == 4
    assert ElementTree.fromstring(files[".xml"]).get("tests") == "5"
    assert len(json.loads(files[".sarif"])["runs"][0]["results"]) == 4
    assert len(files[".github"].splitlines()) == 5
    assert files[".md"].startswith("# Kiểm tra báo cáo số liệu")
    assert (tmp_path / "r.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_file_has_everything_and_the_terminal_says_what_it_leaves_out(capsys: Any, tmp_path: Path) -> None:
    rows = [("SNV", f"{year}-Q{quarter}", -1) for year in (2023, 2024) for quarter in (1, 2, 3, 4)]
    many = write_matrix(tmp_path / "a.xlsx", rows)
    ended = validate(capsys, str(many), "-o", str(tmp_path / "a.txt"))
    assert "… và 3 nội dung nữa cùng loại" in ended.out
    assert "Bảng không hiện hết; xem đủ bằng -o ket-qua.txt" in ended.out
    whole = (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert whole.count("ghi -1; cần số không âm") == 8
    assert "không hiện hết" not in whole


def test_a_filter_shows_what_is_about_an_agency_and_what_may_be(capsys: Any, folder: Path) -> None:
    ended = validate(capsys, str(folder), "--agency", "SNV", "-f", "json")
    assert ended.code == 3
    assert [Path(found["file"]).name for found in findings(ended)] == ["d hỏng.xlsx"]
    shown = findings(validate(capsys, str(folder), "--agency", "SYT", "--period", "2023", "-f", "json"))
    assert [found["code"] for found in shown] == ["value-negative", "value-not-a-number", "file-unreadable"]


def test_nothing_about_the_agency_asked_for_is_no_success(capsys: Any, met: str) -> None:
    ended = validate(capsys, met, "--agency", "SYT", "--period", "2023", "--fail-on", "never")
    assert ended.code == 3
    assert "Không có tệp nào về đơn vị, kỳ đã chọn." in ended.out


def test_only_what_is_new_counts_against_a_baseline(capsys: Any, folder: Path, tmp_path: Path) -> None:
    known = tmp_path / "known.json"
    validate(capsys, str(folder), "-o", str(known))
    again = validate(capsys, str(folder), "--baseline", str(known))
    assert again.code == 0
    assert f"So với {known}: 4 nội dung đã biết không nêu lại" in again.err
    assert "Đã biết, không nêu lại: 4" in again.out
    assert "Mã thoát 0: không có nội dung mới nào phải sửa." in again.err
    (folder / "b lỗi.xlsx").rename(folder / "b lỗi (1).xlsx")
    write_matrix(folder / "e mới.xlsx", [("SNV", "2023", 45, -50, 90, 10, 10)])
    ended = validate(capsys, str(folder), "--baseline", str(known), "-f", "json")
    assert ended.code == 3
    assert [(found["agency"], found["code"]) for found in findings(ended)] == [("SNV", "value-negative")]


def test_a_run_of_evaluate_is_a_baseline_too(capsys: Any, folder: Path, tmp_path: Path) -> None:
    known = str(tmp_path / "known.json")
    call(capsys, "evaluate", *OWN_FILES, str(folder), "-o", known)
    assert findings(validate(capsys, str(folder), "--baseline", known, "-f", "json")) == []


def test_a_baseline_that_is_none_is_wrong_usage(capsys: Any, met: str, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text("[]", encoding="utf-8")
    ended = validate(capsys, met, "--baseline", str(other))
    assert (ended.code, ended.out) == (2, "")
    assert "không phải kết quả đã lưu bằng -f json" in ended.err
    assert "không tìm thấy tệp" in validate(capsys, met, "--baseline", str(tmp_path / "none.json")).err
    assert validate(capsys, met, "--baseline", str(tmp_path)).code == 2


def test_a_baseline_is_not_overwritten_by_what_it_hides(capsys: Any, met: str, tmp_path: Path) -> None:
    known = tmp_path / "known.json"
    validate(capsys, met, "-o", str(known))
    before = known.read_bytes()
    ended = validate(capsys, met, "--baseline", str(known), "-o", str(known))
    assert ended.code == 2
    assert "không ghi đè" in ended.err
    assert known.read_bytes() == before


@pytest.mark.parametrize("option", [["--contact", "Phòng CCHC, 0273"], ["--return-by", "20/01/2025"]])
def test_what_only_marked_workbooks_can_say_needs_them(capsys: Any, met: str, option: list[str]) -> None:
    ended = validate(capsys, met, *option)
    assert ended.code == 2
    assert f"{option[0]} chỉ dùng cùng với --annotate" in ended.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--fail-on", "missed"], "--fail-on: không có “missed”"),
        (["-f", "junitt"], "có phải là “junit”?"),
        (["-o", "out.html"], "dạng là một trong: table, json, csv, markdown, junit, sarif, github"),
        (["--agency", "SYTE"], "có phải là “SYT”?"),
        (["--period", "quý 5"], "không phải kỳ báo cáo"),
        (["--annotate", "out", "--return-by", "hôm nay"], "--return-by: “hôm nay” không phải ngày"),
    ],
)
def test_slips_are_told_in_a_sentence(capsys: Any, met: str, arguments: list[str], words: str) -> None:
    ended = validate(capsys, met, *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert words in ended.err
    assert len(ended.err.splitlines()) == 1


def test_quiet_leaves_out_the_closing_summary(capsys: Any, met: str) -> None:
    assert validate(capsys, met, "-q").err == ""


@pytest.mark.parametrize(
    ("chosen", "encoding"),
    [
        *(("table", encoding) for encoding in ("cp1252", "cp1258", "ascii")),
        *((chosen, "ascii") for chosen in VALIDATE_FORMATS if chosen != "table"),
    ],
)
def test_no_code_page_stops_the_report(folder: Path, chosen: str, encoding: str) -> None:
    ended = start("validate", *OWN_FILES, str(folder), "-f", chosen, PYTHONIOENCODING=encoding)
    assert ended.returncode == 3
    assert b"Traceback" not in ended.stderr
    text = ended.stdout.decode(encoding if chosen == "table" else "utf-8")
    assert "value-negative" in text


def test_the_same_files_give_the_same_bytes(capsys: Any, folder: Path) -> None:
    for chosen in VALIDATE_FORMATS:
        first, second = (validate(capsys, str(folder), "-f", chosen).out for _ in range(2))
        assert first == second


def test_reading_and_reporting_clean_files_loads_nothing_heavy(met: str) -> None:
    calls = [["validate", met, *OWN_FILES, "-f", chosen] for chosen in VALIDATE_FORMATS]
    loaded = loaded_by(*calls)
    assert "cchc_cli.intake.intake" in loaded
    assert loaded.isdisjoint({"pandas", "numpy", "openpyxl", "xlsxwriter", "xlrd", "jinja2"})
    unneeded = {"engine.evaluate", "dossier", "saved_run", "baseline", "reports.sarif"}
    assert loaded_by(calls[0]).isdisjoint({f"cchc_cli.{name}" for name in unneeded})


def test_the_column_that_is_read_is_the_one_of_the_header(capsys: Any, tmp_path: Path) -> None:
    path = write_matrix(tmp_path / "a.xlsx", [("SNV", "2024", 1, "x", 90, 10, 10)])
    (found,) = findings(validate(capsys, str(path), "-f", "json"))
    assert (found["item"], found["cell"]) == (HEADER[3], "D2")
