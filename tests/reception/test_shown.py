"""A standing as people and programs see it: table, JSON, CSV, Markdown, workbook."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from jsonschema import Draft202012Validator

from cchc_cli.language import Language
from cchc_cli.outgoing.standing.workbook import standing_workbook
from cchc_cli.reports import standing_table as table_module
from cchc_cli.reports.page import Page
from cchc_cli.reports.standing_csv import standing_csv
from cchc_cli.reports.standing_formats import FILE_FORMATS, file_content
from cchc_cli.reports.standing_json import standing_json
from cchc_cli.reports.standing_markdown import standing_markdown
from cchc_cli.reports.standing_table import standing_table
from cchc_cli.standing.arrangement import Shortcoming, others, reminders
from cchc_cli.standing.records import Standing
from tests.reception.province import CODES, form, full_form, read, standing

HOSTILE = "@SUM(1+1)<b>|\u202e"


@pytest.fixture
def stood(tmp_path: Path) -> Standing:
    """Everything at once: in time, late, again, with errors, through a district, incomplete, missing."""
    full_form(tmp_path / "SNV.xlsx", "SNV", prepared_by="Người lập", phone="0273 000 000")
    form(tmp_path / "SYT.xlsx", "SYT", {"settled": "nhiều"}, document=HOSTILE, dated=None)
    full_form(tmp_path / "CTHUE.xlsx", "CTHUE", dated=date(2025, 2, 1), document="5/BC")
    form(tmp_path / "821.xlsx", "821", communes=[("28501", 10, 9, 20), ("28504", 8, None, 21)])
    form(tmp_path / "821-2.xlsx", "821", {"settled": 99}, kind="Đính chính", document="8/BC")
    (tmp_path / "hong.xlsx").write_bytes(b"PK\x03\x04")
    return standing(tmp_path)


def test_everybody_is_reminded_once_or_needs_no_reminder(stood: Standing) -> None:
    listed = {
        found.shortcoming: [agency.code for agency in found.agencies] for found in reminders(stood.agencies)
    }
    assert listed == {
        Shortcoming.MISSING: ["28507"],
        Shortcoming.ERRORS: ["SYT"],
        Shortcoming.LATE: ["CTHUE"],
        Shortcoming.INCOMPLETE: ["28504"],
    }
    assert [agency.code for agency in others(stood.agencies)] == ["SNV", "821", "28501"]


def test_whoever_has_only_to_explain_is_reminded_of_it(stood: Standing) -> None:
    whole = next(agency for agency in stood.agencies if agency.code == "SNV")
    asked = whole.model_copy(update={"to_explain": 1})
    assert [found.shortcoming for found in reminders([asked])] == [Shortcoming.UNEXPLAINED]
    assert reminders([whole.model_copy(update={"answered": 1})]) == []


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_table_fits_its_page(stood: Standing, language: Language, width: int) -> None:
    text = standing_table(stood, language, Page(width=width))
    assert max(map(len, text.splitlines())) <= width
    assert "\u202e" not in text


@pytest.mark.parametrize("encoding", ["cp1252", "cp1258", "ascii"])
def test_the_table_can_be_shown_on_any_console(stood: Standing, encoding: str) -> None:
    text = standing_table(stood, Language.VI, Page(encoding=encoding))
    text.encode(encoding)
    assert "?" not in text


def test_the_table_begins_with_the_counts_and_goes_on_with_whom_to_remind(stood: Standing) -> None:
    text = " ".join(standing_table(stood, Language.VI, Page()).split())
    parts = (
        "Tình hình báo cáo: 6/7 đơn vị đã báo cáo; đúng hạn 4, nộp chậm 1, chưa rõ ngày 1, chưa nộp 1, nộp",
        "Có lỗi phải sửa: 1",
        "TỆP CÓ LỖI, CHƯA BIẾT CỦA ĐƠN VỊ NÀO (1)",
        "CẦN NHẮC (4)",
        "Chưa nộp (1)",
        "Có lỗi phải sửa (1)",
        "Nộp chậm (1)",
        "Chưa đủ số liệu (1)",
        "CÁC ĐƠN VỊ KHÁC (3)",
    )
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "Người lập 0273 000 000" in text


def test_the_table_says_what_it_leaves_out(stood: Standing, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "… và" not in standing_table(stood, Language.VI, Page())
    monkeypatch.setattr(table_module, "MOST_OTHERS", 1)
    text = standing_table(stood, Language.VI, Page())
    assert "… và 2 nữa" in text
    assert "-o tinh-hinh.xlsx" in text
    assert "… và" not in standing_table(stood, Language.VI, Page(whole=True))


def test_counts_of_a_deadline_stand_only_where_there_is_one(tmp_path: Path) -> None:
    full_form(tmp_path / "SNV.xlsx", "SNV")
    text = standing_table(standing(tmp_path, deadline=None), Language.VI, Page())
    assert "hạn" not in text.lower()


def test_json_fits_the_schema_and_is_the_same_each_time(stood: Standing) -> None:
    text = standing_json(stood)
    document = json.loads(text)
    assert (
        list(Draft202012Validator(Standing.model_json_schema(mode="serialization")).iter_errors(document))
        == []
    )
    assert text == standing_json(stood)
    assert [agency["code"] for agency in document["agencies"]] == list(CODES)
    by_code = {found["code"] for found in document["findings"]}
    assert {"submission-missing", "submission-late", "submission-undated", "value-not-a-number"} <= by_code


def test_csv_has_a_row_for_everybody(stood: Standing) -> None:
    rows = list(csv.DictReader(io.StringIO(standing_csv(stood, Language.VI), newline="")))
    assert [row["code"] for row in rows] == list(CODES)
    by_code = {row["code"]: row for row in rows}
    assert by_code["CTHUE"]["state"] == "late"
    assert by_code["28501"]["through"] == "821"
    assert by_code["821"]["times"] == "2"
    assert by_code["SYT"]["documents"].startswith("'@SUM")
    assert all(row["state_text"] for row in rows)


def test_markdown_names_everybody_and_escapes(stood: Standing) -> None:
    text = standing_markdown(stood, Language.EN)
    assert all(f"({code})" in text for code in CODES)
    assert "<b>" not in text
    assert "\u202e" not in text
    assert "## To remind (4)" in text


def test_the_workbook_can_be_filtered_and_printed(stood: Standing, tmp_path: Path) -> None:
    content = standing_workbook(stood, Language.VI)
    assert content == standing_workbook(stood, Language.VI)
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    assert workbook.sheetnames == ["Tình hình nộp báo cáo", "Cần nhắc", "Tất cả đơn vị"]
    for sheet in workbook.worksheets[1:]:
        assert sheet.auto_filter.ref
        assert sheet.freeze_panes == "D5"
        assert sheet.print_title_rows == "$4:$4"
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)
    everybody = workbook["Tất cả đơn vị"]
    assert [row[1] for row in everybody.iter_rows(min_row=5, values_only=True)] == list(CODES)
    reminded = workbook["Cần nhắc"]
    assert [row[1] for row in reminded.iter_rows(min_row=5, values_only=True)] == [
        "28507",
        "SYT",
        "CTHUE",
        "28504",
    ]
    colours = {cell.fill.fgColor.rgb for cell in reminded["E"][4:]}
    assert len(colours) == 3


def test_the_workbook_beside_the_reports_is_nobodys_report(stood: Standing, tmp_path: Path) -> None:
    before = read(tmp_path)
    (tmp_path / "tinh-hinh.xlsx").write_bytes(standing_workbook(stood, Language.VI))
    after = read(tmp_path)
    assert after.observations == before.observations
    assert [found.code for found in after.findings] == [found.code for found in before.findings]


@pytest.mark.parametrize("name", FILE_FORMATS)
def test_every_format_makes_a_file(stood: Standing, name: str) -> None:
    content = file_content(name, stood, Language.VI, Page(width=100))
    assert content == file_content(name, stood, Language.VI, Page(width=100))
    assert content.startswith(b"\xef\xbb\xbf") is (name == "csv")


def test_nobody_who_must_report_is_said(tmp_path: Path) -> None:
    full_form(tmp_path / "SNV.xlsx", "SNV")
    nobody = standing(tmp_path, agencies=frozenset({"none"}))
    for text in (
        standing_table(nobody, Language.VI, Page()),
        standing_markdown(nobody, Language.VI),
    ):
        assert "Không có đơn vị nào phải báo cáo" in text
    assert standing_workbook(nobody, Language.VI)
