"""`cchc targets`, `agencies`, `schema`, `init`."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cchc_cli.annex.shipped import ANNEX_FILE
from cchc_cli.language import Language
from cchc_cli.packaged import packaged_file
from cchc_cli.reports.docx.shipped import template_file
from cchc_cli.strict_yaml import read_document
from tests.cli.calls import OWN_FILES, call

TARGETS, AGENCIES = OWN_FILES[:2], OWN_FILES[2:]


def test_targets_as_json_and_as_a_table(capsys: Any) -> None:
    document = json.loads(call(capsys, "targets", "list", *TARGETS, "-f", "json").out)
    assert [entry["id"] for entry in document["indicators"]] == ["online", "content", "meetings"]
    assert set(document) == {"indicators", "items", "checks", "windows", "scorecards"}
    table = call(capsys, "targets", "list", *TARGETS, "--area", "tthc").out
    assert "≥ 80% (2024)" in table
    assert "Họp qua hệ thống" not in table
    assert "Satisfaction" in call(capsys, "targets", "list", *TARGETS, "--lang", "en").out


def test_one_target_in_full(capsys: Any) -> None:
    ended = call(capsys, "targets", "show", "online", *TARGETS)
    assert ended.code == 0
    assert "§ điểm b (dòng 38): “tối thiểu 80%”" in ended.out
    assert "Hồ sơ tiếp nhận (received, hồ sơ; báo cáo bởi level:province)" in ended.out
    assert json.loads(call(capsys, "targets", "show", "online", *TARGETS, "-f", "json").out)["id"] == "online"


@pytest.mark.parametrize(
    ("indicator", "language", "words"),
    [
        ("service-units-reduced", "vi", "giảm ≥ 10% so với năm 2021 (2025)"),
        ("direct-spending-reduced", "en", "reduced by ≥ 15% against the years 2021 - 2025 (2030)"),
        ("procedures-reduced", "vi", "giảm ≥ 30% so với năm 2021, số liệu gốc chưa được xác nhận (2030)"),
        ("procedures-published", "vi", "≥ 100% (mọi kỳ báo cáo từ 18/10/2021)"),
        ("public-investment-disbursed", "vi", "> 90% (hằng năm từ 01/01/2021 đến hết 31/12/2030)"),
        ("public-investment-disbursed", "vi", "báo cáo bởi agency:SKHDT; theo năm ngân sách)"),
        ("bodies-applying-iso", "vi", "Số liệu nêu kèm: Tính trên tất cả cơ quan hành chính (A35)"),
        ("stage-plan-sent", "vi", "hoàn thành (17/11/2021)"),
    ],
)
def test_a_card_says_what_a_verdict_will_depend_on(
    capsys: Any, indicator: str, language: str, words: str
) -> None:
    shown = call(capsys, "targets", "show", indicator, "--lang", language).out
    assert words in " ".join(shown.split())


@pytest.mark.parametrize(
    ("pace", "words"),
    [
        ("pace: {points: 4, from: 2022}", "(2024; tiến độ 4 điểm mỗi năm từ 2022)"),
        ("pace: {points: 4, from: 2022, start: 70.5}", "từ 2022, bắt đầu từ 70,5)"),
    ],
)
def test_a_declared_pace_stands_beside_its_target(capsys: Any, tmp_path: Path, pace: str, words: str) -> None:
    text = Path(TARGETS[1]).read_text(encoding="utf-8").replace("bound: 80", f"bound: 80, {pace}")
    path = tmp_path / "targets.yaml"
    path.write_text(text, encoding="utf-8")
    shown = call(capsys, "targets", "show", "online", "--targets", str(path))
    assert words in " ".join(shown.out.split())
    listed = json.loads(call(capsys, "targets", "list", "--targets", str(path), "-f", "json").out)
    assert listed["indicators"][0]["targets"][0]["pace"]["points"] == 4
    assert listed["indicators"][1]["targets"][0]["pace"] is None


def test_lint_of_what_is_sound(capsys: Any) -> None:
    assert call(capsys, "targets", "lint", *TARGETS) == (0, "Không có mâu thuẫn nào.\n", "")
    assert call(capsys, "agencies", "lint", *AGENCIES, "--lang", "en") == (0, "No contradictions.\n", "")


def test_lint_of_what_is_not(capsys: Any, tmp_path: Path) -> None:
    text = Path(TARGETS[1]).read_text(encoding="utf-8").replace("bound: 85", "bound: 185")
    path = tmp_path / "targets.yaml"
    path.write_text(text, encoding="utf-8")
    ended = call(capsys, "targets", "lint", "--targets", str(path))
    assert ended.code == 4
    assert ended.out.startswith(f"{path}:")


def test_lint_names_agencies_that_the_registry_does_not_know(capsys: Any, tmp_path: Path) -> None:
    assert call(capsys, "targets", "lint", *TARGETS, *AGENCIES).code == 0
    named = Path(TARGETS[1]).read_text(encoding="utf-8").replace("agency:SNV", "agency:SNVV")
    path = tmp_path / "targets.yaml"
    path.write_text(named, encoding="utf-8")
    ended = call(capsys, "targets", "lint", "--targets", str(path), *AGENCIES)
    assert ended.code == 4
    assert "có phải là “agency:SNV”?" in ended.out


def test_coverage_names_what_no_target_carries(capsys: Any, tmp_path: Path) -> None:
    lines = [""] * 40
    lines[37], lines[38] = "- Đạt tối thiểu 80% hồ sơ", "- 15% khác"
    decision = tmp_path / "decision.txt"
    decision.write_text("\n".join(lines), encoding="utf-8")
    ended = call(capsys, "targets", "lint", *TARGETS, "--coverage", str(decision))
    assert ended.code == 4
    assert "dòng 38: online | - Đạt tối thiểu 80% hồ sơ" in ended.out
    assert "dòng 39: CHƯA CÓ CHỈ TIÊU" in ended.out
    assert "dòng 39, ký tự 3: tỷ lệ 15% chưa có mục tiêu nào thể hiện" in ended.out
    decision.write_text("\n".join(lines[:38]), encoding="utf-8")
    assert call(capsys, "targets", "lint", *TARGETS, "--coverage", str(decision)).code == 0
    decision.write_bytes(b"\xff\xfe\x00")
    assert call(capsys, "targets", "lint", *TARGETS, "--coverage", str(decision)).code == 2


def test_agencies_of_a_day(capsys: Any) -> None:
    document = json.loads(call(capsys, "agencies", "list", *AGENCIES, "-f", "json").out)
    assert [entry["code"] for entry in document["agencies"]] == ["SNV", "SYT"]
    packaged = json.loads(call(capsys, "agencies", "list", "--on", "2025-07-01", "-f", "json").out)
    assert "district" not in {entry["level"] for entry in packaged["agencies"]}
    table = call(capsys, "agencies", "list", *AGENCIES).out
    assert "Sở Nội vụ" in table
    assert "2 dòng" in table


def test_the_table_of_agencies_says_what_each_became(capsys: Any) -> None:
    """Under its name, also where the one that follows is not of that day."""
    table = call(capsys, "agencies", "list", "--on", "2025-02-28", "--lang", "vi").out
    lines = [" ".join(line.split()) for line in table.splitlines()]
    ended = lines.index("SKHDT Sở Kế hoạch và Đầu tư Cấp tỉnh 28/02/2025")
    assert lines[ended + 1] == "→ Sở Tài chính (STC)"
    divided = next(number for number, line in enumerate(lines) if line.startswith("SLDTBXH"))
    assert [line for line in lines[divided : divided + 9] if line.endswith("(SGDDT)")]
    renamed = lines.index("CTHUE Cục Thuế tỉnh Cấp tỉnh 28/02/2025")
    assert lines[renamed + 1] == "→ Chi cục Thuế khu vực XVII"
    assert not any(line.startswith("SNNMT ") for line in lines)


@pytest.mark.parametrize(
    "name", ["run", "status", "compare", "targets", "agencies", "layout", "annex", "scenarios"]
)
def test_schemas_are_schemas(capsys: Any, name: str) -> None:
    ended = call(capsys, "schema", name)
    assert ended.code == 0
    Draft202012Validator.check_schema(json.loads(ended.out))


SHIPPED = {
    "targets": [packaged_file("targets.yaml")],
    "agencies": [packaged_file("agencies.yaml")],
    "annex": [ANNEX_FILE],
    "scenarios": sorted((Path(__file__).parents[1] / "scenarios").glob("*.yaml")),
}


@pytest.mark.parametrize(
    ("name", "path"), [(name, path) for name, paths in SHIPPED.items() for path in paths]
)
def test_an_editor_with_the_schema_finds_nothing_wrong_in_what_is_shipped(
    capsys: Any, name: str, path: Path
) -> None:
    document = read_document(path).data
    schema = json.loads(call(capsys, "schema", name).out)
    complaints = [error.json_path for error in Draft202012Validator(schema).iter_errors(document)]
    assert complaints == []


def test_init_copies_and_never_overwrites(capsys: Any, tmp_path: Path) -> None:
    folder = tmp_path / "Danh mục" / "2025"
    ended = call(capsys, "init", str(folder))
    assert ended.code == 0
    originals = {
        **{name: packaged_file(name) for name in ("targets.yaml", "agencies.yaml")},
        "annex.yaml": ANNEX_FILE,
        "report-template.docx": template_file(Language.VI),
    }
    for name, original in originals.items():
        assert (folder / name).read_bytes() == original.read_bytes()
        assert str(folder / name) in ended.out
    assert "cchc evaluate PATH --targets" in ended.err
    (folder / "targets.yaml").unlink()
    (folder / "agencies.yaml").write_text("mine", encoding="utf-8")
    again = call(capsys, "init", str(folder))
    assert again.code == 2
    assert not (folder / "targets.yaml").exists()
    assert (folder / "agencies.yaml").read_text(encoding="utf-8") == "mine"
    assert call(capsys, "init", str(folder / "agencies.yaml" / "x")).code == 2
    assert call(capsys, "init", str(tmp_path / ("n" * 300))).code == 2
