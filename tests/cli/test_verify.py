"""`cchc verify`: a report computed again from what it was made from."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calls import MET, OWN_FILES, Call, call, write_matrix
from tests.intake.workbooks import write_workbook

FINDINGS = [("SNV", "2024", 45, 50, -90, 10, 11), ("SYT", "2024", "8,5", 50, None, None, None)]
"""With wrong cells, so that findings name their files."""


def saved(capsys: Any, folder: Path, *paths: str, options: tuple[str, ...] = ()) -> Path:
    report = folder / "báo cáo.json"
    call(capsys, "evaluate", *paths, *OWN_FILES, "-q", "-o", str(report), *options)
    return report


def verify(capsys: Any, report: Path | str, *more: str) -> Call:
    return call(capsys, "verify", str(report), *more, *OWN_FILES)


def changed(report: Path, change: Any) -> Path:
    """The report with something changed in it by hand."""
    document = json.loads(report.read_text("utf-8"))
    change(document)
    report.write_text(json.dumps(document, ensure_ascii=False, indent=2), "utf-8")
    return report


@pytest.fixture
def province(tmp_path: Path) -> Path:
    """A folder with two workbooks, one of which has wrong cells."""
    folder = tmp_path / "Kỳ 2024"
    folder.mkdir()
    write_matrix(folder / "a.xlsx", FINDINGS[:1])
    write_matrix(folder / "b.xlsx", FINDINGS[1:])
    return folder


def unfolded(text: str) -> str:
    """Without any blank: lines are folded within a path that is long, as those of a test may be."""
    return "".join(text.split())


def test_a_report_that_holds_is_identical(capsys: Any, tmp_path: Path, province: Path) -> None:
    ended = verify(capsys, saved(capsys, tmp_path, str(province)), str(province))
    assert ended.code == 0
    assert "GIỐNG HOÀN TOÀN" in ended.out
    assert "JSON, do cchc" in ended.out and "năm 2024; 2 tệp số liệu" in ended.out
    assert "Mã thoát 0: báo cáo đúng với số liệu." in ended.err


def test_the_workbooks_may_lie_elsewhere_under_other_names(
    capsys: Any, tmp_path: Path, province: Path
) -> None:
    report = saved(capsys, tmp_path, str(province))
    assert "Kỳ 2024" in report.read_text("utf-8"), "findings name files"
    elsewhere = tmp_path / "kiểm tra" / "chép"
    elsewhere.mkdir(parents=True)
    (province / "a.xlsx").rename(elsewhere / "z.xlsx")
    (province / "b.xlsx").rename(elsewhere / "b.xlsx")
    assert "GIỐNG HOÀN TOÀN" in verify(capsys, report, str(elsewhere)).out


def test_a_changed_figure_is_named_with_what_it_is_of(capsys: Any, tmp_path: Path, met: str) -> None:
    def change(document: Any) -> None:
        document["verdicts"][0]["value"] = 86

    ended = verify(capsys, changed(saved(capsys, tmp_path, met), change), met)
    assert ended.code == 1
    text = " ".join(ended.out.split())
    assert "Chỗ khác đầu tiên: Tỷ lệ hồ sơ trực tuyến; " in text
    assert "năm 2024; kết quả (verdicts[0].value): trong báo cáo 86; tính lại 85." in text
    assert "Nguồn đã khác" not in text


def test_a_changed_verdict_is_told_in_words(capsys: Any, tmp_path: Path, missed: str) -> None:
    def change(document: Any) -> None:
        document["verdicts"][0]["status"] = "met"

    ended = verify(capsys, changed(saved(capsys, tmp_path, missed), change), missed)
    assert "(verdicts[0].status): trong báo cáo Đạt; tính lại Không đạt" in " ".join(ended.out.split())


def test_verdicts_and_findings_that_were_taken_out_are_found(
    capsys: Any, tmp_path: Path, province: Path
) -> None:
    report = saved(capsys, tmp_path, str(province))
    original = report.read_bytes()
    ended = verify(capsys, changed(report, lambda document: document["verdicts"].pop(1)), str(province))
    assert "trong báo cáo không có; tính lại Chưa có số liệu" in " ".join(ended.out.split())
    report.write_bytes(original)
    ended = verify(capsys, changed(report, lambda document: document["findings"].pop()), str(province))
    assert "nội dung cần xử lý (findings): trong báo cáo không có" in " ".join(ended.out.split())
    report.write_bytes(original)
    ended = verify(capsys, changed(report, lambda document: document["verdicts"].reverse()), str(province))
    assert "thứ tự các kết quả (verdicts[0])" in " ".join(ended.out.split())


def test_json_that_was_laid_out_anew_has_the_same_content(capsys: Any, tmp_path: Path, met: str) -> None:
    ended = verify(capsys, changed(saved(capsys, tmp_path, met), lambda document: None), met)
    report = json.loads((tmp_path / "báo cáo.json").read_text("utf-8"))
    (tmp_path / "báo cáo.json").write_text(json.dumps(report), "utf-8")
    ended = verify(capsys, tmp_path / "báo cáo.json", met)
    assert (ended.code, "GIỐNG VỀ NỘI DUNG" in ended.out) == (0, True)


def test_a_changed_workbook_is_named_and_what_it_changes(capsys: Any, tmp_path: Path, met: str) -> None:
    report = saved(capsys, tmp_path, met)
    write_matrix(Path(met), [("SNV", "2024", 44, 50, 90, 10, 10), *MET[1:]])
    ended = verify(capsys, report, met)
    assert ended.code == 1
    assert unfolded(f"Nguồn đã khác: tệp số liệu đã bị sửa: {met}.") in unfolded(ended.out)
    assert unfolded("trong báo cáo 85; tính lại 84") in unfolded(ended.out)


def test_missing_and_extra_workbooks_are_named(capsys: Any, tmp_path: Path, province: Path) -> None:
    report = saved(capsys, tmp_path, str(province))
    (province / "a.xlsx").unlink()
    write_matrix(province / "mới.xlsx", [("SYT", "2023", 1, 2, None, None, None)])
    text = unfolded(verify(capsys, report, str(province)).out)
    assert unfolded(f"thiếu tệp số liệu: {province / 'a.xlsx'}.") in text
    assert unfolded(f"tệp số liệu không có trong báo cáo: {province / 'mới.xlsx'}.") in text


def test_the_same_figures_from_another_catalogue_are_not_confirmed(
    capsys: Any, tmp_path: Path, met: str
) -> None:
    report = saved(capsys, tmp_path, met)
    other = tmp_path / "other.yaml"
    other.write_text(Path(OWN_FILES[1]).read_text("utf-8") + "# one more line\n", "utf-8")
    ended = call(capsys, "verify", str(report), met, "--targets", str(other), *OWN_FILES[2:])
    text = " ".join(ended.out.split())
    assert ended.code == 1
    assert "Nguồn đã khác: danh mục chỉ tiêu không phải tệp mà báo cáo đã dùng" in text
    assert "KHÔNG XÁC NHẬN ĐƯỢC" in text and "Chỗ khác đầu tiên" not in text


@pytest.mark.parametrize(
    "options",
    [
        ("--by", "agency", "--by", "level"),
        ("--agency", "SNV"),
        ("--indicator", "online", "--status", "met"),
        ("--min-coverage", "90.5"),
        ("--period", "all"),
        ("--period", "2024-Q1"),
        ("--as-of", "2024-12-31"),
        ("--cutoff", "2025-01-20"),
        ("--with", "observations"),
        ("--lang", "en"),
        ("--by", "agency", "--sort", "gap", "--top", "1"),
    ],
)
def test_the_same_question_is_asked_again(
    capsys: Any, tmp_path: Path, province: Path, options: tuple[str, ...]
) -> None:
    ended = verify(capsys, saved(capsys, tmp_path, str(province), options=options), str(province))
    assert (ended.code, ended.out.count("GIỐNG HOÀN TOÀN")) == (0, 1)


def test_the_answer_of_why_is_computed_again_too(capsys: Any, tmp_path: Path, met: str) -> None:
    report = tmp_path / "why.json"
    call(capsys, "why", "online", met, *OWN_FILES, "-o", str(report))
    assert "GIỐNG HOÀN TOÀN" in verify(capsys, report, met).out


def test_findings_that_a_baseline_knows_need_the_baseline(
    capsys: Any, tmp_path: Path, province: Path
) -> None:
    baseline = tmp_path / "baseline.json"
    call(capsys, "evaluate", str(province / "a.xlsx"), *OWN_FILES, "-q", "-o", str(baseline))
    report = saved(capsys, tmp_path, str(province), options=("--baseline", str(baseline)))
    ended = verify(capsys, report, str(province))
    assert (ended.code, "--baseline" in ended.err) == (2, True)
    assert verify(capsys, report, str(province), "--baseline", str(baseline)).code == 0
    assert verify(capsys, report, str(province), "--baseline", str(report)).code == 2


def test_a_layout_of_ones_own_must_be_the_same(capsys: Any, tmp_path: Path) -> None:
    layout = tmp_path / "mine.yaml"
    layout.write_text(
        "id: mine\nname: {vi: Bảng, en: Table}\nsource: minh họa\nheader_rows: 1\n"
        "columns:\n  - {header: Trực tuyến, item: online}\n  - {header: Tiếp nhận, item: received}\n"
        "agency: {column: Mã}\n",
        "utf-8",
    )
    table = tmp_path / "table.xlsx"
    write_workbook(table, {"Bảng": [("Mã", "Trực tuyến", "Tiếp nhận"), ("SNV", 45, 50), ("SYT", 40, 50)]})
    options = ("--layout", str(layout), "--as-period", "2024")
    report = saved(capsys, tmp_path, str(table), options=options)
    if not report.exists():
        pytest.fail(call(capsys, "evaluate", str(table), *OWN_FILES, *options).err)
    assert verify(capsys, report, str(table)).code == 2
    assert verify(capsys, report, str(table), "--layout", str(layout)).code == 0
    layout.write_text(layout.read_text("utf-8") + "# changed\n", "utf-8")
    ended = verify(capsys, report, str(table), "--layout", str(layout))
    assert (ended.code, "tệp bố cục không phải" in ended.out) == (1, True)


def test_another_version_is_a_remark_and_no_failure(capsys: Any, tmp_path: Path, met: str) -> None:
    def change(document: Any) -> None:
        document["tool"]["version"] = "0.0.1"

    report = changed(saved(capsys, tmp_path, met), change)
    ended = verify(capsys, report, met)
    assert (ended.code, "báo cáo do cchc 0.0.1 lập" in ended.out) == (0, True)


def test_the_message_follows_the_reader_and_the_report_its_own_language(
    capsys: Any, tmp_path: Path, province: Path
) -> None:
    report = saved(capsys, tmp_path, str(province), options=("--lang", "vi"))
    ended = verify(capsys, report, str(province), "--lang", "en")
    assert (ended.code, "IDENTICAL, byte for byte" in ended.out) == (0, True)


def test_a_finding_that_depends_on_the_day_of_the_call_is_found_again_on_another(
    capsys: Any, tmp_path: Path, met: str
) -> None:
    early = str(write_matrix(tmp_path / "early.xlsx", [("SNV", "2030", 1, 2, None, None, None)]))

    report = saved(capsys, tmp_path, met, early)
    asked = json.loads(report.read_bytes())["asked"]
    assert asked["today"] is not None
    assert "GIỐNG HOÀN TOÀN" in verify(capsys, report, met, early).out

    def change(document: Any) -> None:
        said = json.dumps(document, ensure_ascii=False)
        day = date.fromisoformat(asked["today"])
        written = said.replace(f"{day:%d/%m/%Y}", "01/02/2025").replace(asked["today"], "2025-02-01")
        document.clear()
        document.update(json.loads(written))

    ended = verify(capsys, changed(report, change), met, early)
    assert (ended.code, "Chỗ khác" in ended.out) == (0, False), ended.out


def test_the_day_is_no_part_of_a_report_that_does_not_depend_on_it(
    capsys: Any, tmp_path: Path, met: str
) -> None:
    assert json.loads(saved(capsys, tmp_path, met).read_bytes())["asked"]["today"] is None


NO_REPORTS = {
    "empty": b"",
    "text": b"STT;A\n1;2\n",
    "broken JSON": b'{"verdicts": [',
    "other JSON": b'{"verdicts": []}',
    "deep JSON": b'{"findings": ' + b"[" * 100_000,
    "page": b"<!doctype html><title>x</title>",
    "page with a broken record": b'<script id="cchc-provenance">{"format": 1}</script>',
    "page with a deep record": b'<script id="cchc-provenance">' + b"[" * 100_000 + b"</script>",
    "no zip": b"PK\x03\x04 and nothing more",
    "csv": "\ufeffchỉ tiêu,kết quả\n".encode(),
}


@pytest.mark.parametrize("content", NO_REPORTS.values(), ids=list(NO_REPORTS))
def test_what_is_no_report_of_ours_is_said_so(capsys: Any, tmp_path: Path, met: str, content: bytes) -> None:
    report = tmp_path / "report"
    report.write_bytes(content)
    ended = verify(capsys, report, met)
    assert (ended.code, ended.out) == (2, "")
    assert str(report) in ended.err
    assert len(ended.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("min_coverage", "1/0"),
        ("min_coverage", "nhiều"),
        ("min_coverage", "1e999999999"),
        ("agencies", ["KHÔNG-CÓ"]),
        ("indicators", ["x"]),
        ("periods", ["2024-99"]),
        ("periods", ["all"]),
        ("by", ["all"]),
        ("layout", "/etc/passwd"),
        ("layout", "form-07"),
        ("as_period", "x"),
        ("sort", "x"),
        ("top", 0),
        ("top", -5),
        ("cutoff", "9999-12-31"),
        ("layout_sha256", "x"),
        ("statuses", ["x"]),
        ("levels", ["x"]),
        ("areas", ["x"]),
    ],
)
def test_a_question_that_nobody_could_ask_is_refused(
    capsys: Any, tmp_path: Path, met: str, key: str, value: Any
) -> None:
    def change(document: Any) -> None:
        document["asked"][key] = value

    ended = verify(capsys, changed(saved(capsys, tmp_path, met), change), met)
    assert ended.code in (2, 4)
    assert ended.out == ""


def test_wrong_usage(capsys: Any, tmp_path: Path, met: str) -> None:
    report = saved(capsys, tmp_path, met)
    assert verify(capsys, report).code == 2
    assert verify(capsys, tmp_path / "nowhere.json", met).code == 2
    assert verify(capsys, tmp_path, met).code == 2
    assert verify(capsys, report, str(tmp_path / "nowhere")).code == 2


def test_what_was_only_checked_was_asked_nothing(capsys: Any, tmp_path: Path, met: str) -> None:
    report = tmp_path / "checked.json"
    call(capsys, "validate", met, *OWN_FILES, "-o", str(report))
    ended = verify(capsys, report, met)
    assert (ended.code, "không ghi câu hỏi" in ended.err) == (2, True)
