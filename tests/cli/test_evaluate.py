"""`cchc evaluate` from workbook to verdict, report and exit code."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cchc_cli.run import Run
from tests.cli.calls import MET, MISSED, OWN_FILES, Call, call, loaded_by, write_matrix


def evaluate(capsys: Any, *arguments: str) -> Call:
    return call(capsys, "evaluate", *OWN_FILES, *arguments)


def verdicts(ended: Call) -> dict[tuple[str, str], dict[str, Any]]:
    """Verdicts of a JSON on stdout, by indicator and scope."""
    document = json.loads(ended.out)
    return {(found["indicator"], found["scope"]["code"]): found for found in document["verdicts"]}


def test_met_ends_with_0_and_missed_with_1(capsys: Any, met: str, missed: str) -> None:
    fine, failed = evaluate(capsys, met), evaluate(capsys, missed)
    assert (fine.code, failed.code) == (0, 1)
    assert "✓ Đạt" in fine.out
    assert "79,00%" in failed.out
    assert "thiếu 1 hồ sơ so với mức phải đạt" in " ".join(failed.out.split())
    assert "Mã thoát 1: có mục tiêu không đạt." in failed.err


def test_both_languages(capsys: Any, missed: str) -> None:
    ended = evaluate(capsys, missed, "--lang", "en")
    assert "Due targets: 2; met 1, missed 1." in ended.out
    assert "Exit code 1: a target is missed." in ended.err
    assert "Không đạt" not in ended.out


@pytest.mark.parametrize(
    ("fail_on", "code"), [("missed", 1), ("invalid", 0), ("never", 0), ("no-data,missed", 1), ("MISSED", 1)]
)
def test_what_counts_is_chosen(capsys: Any, missed: str, fail_on: str, code: int) -> None:
    assert evaluate(capsys, missed, "--fail-on", fail_on).code == code


def test_an_error_wins_over_a_miss_and_the_rest_is_evaluated(capsys: Any, tmp_path: Path) -> None:
    rows = [("SNV", "2024", 39, 50, "cao", 10, 10), ("SYT", "2024", 40, 50, None, None, None)]
    ended = evaluate(capsys, str(write_matrix(tmp_path / "a.xlsx", rows)), "-f", "json")
    assert ended.code == 3
    found = verdicts(ended)
    assert found["online", "province"]["status"] == "missed"
    assert (found["content", "province"]["status"], found["content", "province"]["reason"]) == (
        "no_data",
        "unusable",
    )
    assert "a.xlsx › Số liệu!E2" in ended.err
    assert "Mã thoát 3" in ended.err


def test_nothing_usable_is_3_even_where_nothing_counts(capsys: Any, tmp_path: Path) -> None:
    path = str(write_matrix(tmp_path / "a.xlsx", []))
    ended = evaluate(capsys, path, "--fail-on", "never")
    assert ended.code == 3
    assert "không có số liệu nào dùng được" in ended.err


def test_a_period_without_any_figure_is_3(capsys: Any, met: str) -> None:
    ended = evaluate(capsys, met, "--period", "2022")
    assert ended.code == 3
    assert "không có số liệu nào của kỳ được đánh giá" in ended.err


def test_an_invalid_catalogue_is_4_with_every_place(capsys: Any, met: str, tmp_path: Path) -> None:
    broken = tmp_path / "targets.yaml"
    text = Path(OWN_FILES[1]).read_text(encoding="utf-8")
    broken.write_text(text.replace("kind: score", "kind: scor").replace("areas:", "arias:"), encoding="utf-8")
    ended = call(capsys, "evaluate", met, "--targets", str(broken))
    assert (ended.code, ended.out) == (4, "")
    lines = ended.err.splitlines()
    assert len(lines) >= 2
    assert all(line.startswith(f"{broken}:") for line in lines)
    assert any("có phải là “score”?" in line for line in lines)


def test_a_table_loads_only_what_it_needs(missed: str) -> None:
    loaded = loaded_by(["evaluate", missed, *OWN_FILES])
    assert "cchc_cli.reports.table" in loaded
    assert loaded.isdisjoint({"jinja2", "xlsxwriter", "openpyxl", "docx"})
    unneeded = {"dossier", "comparison", "standing", "saved_run", "reports.csv_report", "reports.why"}
    assert loaded.isdisjoint({f"cchc_cli.{name}" for name in unneeded})


def test_json_fits_the_schema_the_program_prints(capsys: Any, missed: str) -> None:
    schema = json.loads(call(capsys, "schema", "run").out)
    for arguments in ([], ["--with", "observations"], ["--by", "agency"]):
        document = json.loads(evaluate(capsys, missed, "-f", "json", *arguments).out)
        assert list(Draft202012Validator(schema).iter_errors(document)) == []


def test_observations_come_with_their_cells_when_asked(capsys: Any, met: str) -> None:
    document = json.loads(evaluate(capsys, met, "-f", "json", "--with", "observations").out)
    first = document["observations"][0]
    assert (first["agency"], first["item"], first["value"], first["cell"]) == ("SNV", "online", 45, "C2")
    assert "observations" not in json.loads(evaluate(capsys, met, "-f", "json").out)


def test_rows_of_agencies_are_added_and_never_count(capsys: Any, tmp_path: Path) -> None:
    rows = [("SNV", "2024", 50, 50, 90, 10, 10), ("SYT", "2024", 35, 50, None, None, None)]
    path = str(write_matrix(tmp_path / "a.xlsx", rows))
    ended = evaluate(capsys, path, "--by", "agency", "-f", "json")
    assert ended.code == 0
    assert verdicts(ended)["online", "SYT"]["status"] == "missed"
    table = evaluate(capsys, path, "--by", "agency").out
    assert "✗ Dưới mức của cấp" in " ".join(table.split())
    assert evaluate(capsys, path, "--agency", "SYT").code == 1
    assert evaluate(capsys, path, "--agency", "syt", "--status", "met").code == 0


def test_filters_choose_what_is_shown_and_what_counts(capsys: Any, missed: str) -> None:
    assert evaluate(capsys, missed, "--area", "cqs").code == 0
    assert evaluate(capsys, missed, "--indicator", "content").code == 0
    assert evaluate(capsys, missed, "--status", "no-data").code == 0
    shown = verdicts(evaluate(capsys, missed, "--status", "missed", "-f", "json"))
    assert set(shown) == {("online", "province")}


def test_periods_are_chosen_and_the_others_named(capsys: Any, tmp_path: Path) -> None:
    earlier = [(code, "2023", *figures) for code, _, *figures in MISSED]
    path = str(write_matrix(tmp_path / "a.xlsx", [*MET, *earlier]))
    newest = evaluate(capsys, path)
    assert "Kỳ được đánh giá: Năm 2024." in newest.err
    assert "Các kỳ khác có số liệu: Năm 2023 (chọn bằng --period)." in newest.err
    document = json.loads(evaluate(capsys, path, "--period", "all", "-f", "json").out)
    assert {found["period"] for found in document["verdicts"]} == {"2023", "2024"}
    document = json.loads(evaluate(capsys, path, "--period", "Năm 2023", "-f", "json").out)
    assert {found["period"] for found in document["verdicts"]} == {"2023"}


def test_least_coverage_takes_a_percent_sign_and_a_comma(capsys: Any, tmp_path: Path) -> None:
    path = str(write_matrix(tmp_path / "a.xlsx", MET[:1]))
    for written in ("60", "60%", "60,0"):
        found = verdicts(evaluate(capsys, path, "--min-coverage", written, "--by", "province", "-f", "json"))
        assert found["online", "province"]["reason"] == "below-min-coverage"


def test_files_are_written_beside_what_stdout_gets(capsys: Any, met: str, tmp_path: Path) -> None:
    json_file, csv_file, page = tmp_path / "run.json", tmp_path / "Kết quả.csv", tmp_path / "a.txt"
    outputs = ["-o", str(json_file), "-o", str(csv_file), "-o", f"markdown={page}"]
    ended = evaluate(capsys, met, "-f", "json", *outputs)
    assert ended.code == 0
    assert json_file.read_text(encoding="utf-8") == ended.out
    assert Run.model_validate_json(json_file.read_bytes()).summary.met == 2
    assert csv_file.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(csv_file.read_text(encoding="utf-8-sig"), newline="")))
    assert [row["status"] for row in rows] == ["met", "met", "met"]
    assert page.read_text(encoding="utf-8").startswith("# Chương trình nhỏ\n")
    for path in (json_file, csv_file, page):
        assert f"Đã ghi: {path}.\n" in ended.err


def test_csv_on_stdout_has_no_byte_order_mark(capsys: Any, met: str) -> None:
    assert evaluate(capsys, met, "-f", "csv").out.startswith("indicator,area,")


def test_payload_is_alone_on_stdout_and_quiet_silences_the_summary(capsys: Any, missed: str) -> None:
    loud = evaluate(capsys, missed, "-f", "json")
    quiet = evaluate(capsys, missed, "-f", "json", "-q")
    assert loud.out == quiet.out
    assert loud.err != ""
    assert (quiet.code, quiet.err) == (1, "")


def test_the_same_input_gives_the_same_bytes(capsys: Any, tmp_path: Path) -> None:
    first = write_matrix(tmp_path / "a.xlsx", MISSED[:1])
    second = write_matrix(tmp_path / "b.xlsx", MISSED[1:])
    outs = {
        evaluate(capsys, *map(str, paths), "-f", "json").out
        for paths in ((first, second), (second, first), (tmp_path,))
    }
    assert len(outs) == 1


def test_catalogue_and_registry_come_from_the_environment_too(
    capsys: Any, met: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CCHC_TARGETS", OWN_FILES[1])
    monkeypatch.setenv("CCHC_AGENCIES", OWN_FILES[3])
    ended = call(capsys, "evaluate", met, "-f", "json")
    assert json.loads(ended.out)["programme"]["id"] == "small"


def test_files_that_are_no_spreadsheets_are_counted(capsys: Any, met: str) -> None:
    folder = Path(met).parent
    (folder / "~$met.xlsx").write_bytes(b"x")
    (folder / "ghi chú.docx").write_bytes(b"x")
    assert "Đã đọc 1 tệp, bỏ qua 2 tệp không phải bảng tính; 2 đơn vị có số liệu." in (
        evaluate(capsys, str(folder)).err
    )
