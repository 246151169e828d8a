"""What is wrong in a file of scenarios is said at its line and column, with the cure, all at once."""

from pathlib import Path

import pytest

from cchc_cli.language import Language
from cchc_cli.scenarios.loading import load_scenarios
from cchc_cli.scenarios.trial import try_all
from cchc_cli.strict_yaml import InvalidFileError
from tests.scenarios.worked import shipped

SOUND = """\
scenarios:
  - title: T
    why: W
    period: 2024
    indicator: procedures-published
    given:
      - {agency: VPUBND, figures: {procedures-in-force: 10, procedures-published: 10}}
    expect:
      - {status: Đạt}
"""


def faults(folder: Path, text: str, language: Language = Language.VI) -> list[str]:
    """What is objected to, each with its line and column, without the name of the file."""
    path = folder / "scenarios.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidFileError) as error:
        try_all(load_scenarios(path, shipped()))
    return [problem.describe(language).removeprefix(f"{path}:") for problem in error.value.problems]


def fault(folder: Path, old: str, new: str) -> str:
    """The one objection to the sound file with a piece of it written differently."""
    assert old in SOUND
    (only,) = faults(folder, SOUND.replace(old, new))
    return only


def test_the_sound_file_has_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "scenarios.yaml"
    path.write_text(SOUND, encoding="utf-8")
    (trial,) = try_all(load_scenarios(path, shipped()))
    assert trial.has_passed


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("why: W", "reading: A99\n    why: W", "3:5: không có cách hiểu “A99”; có phải là “A39”?"),
        ("why: W", "whi: W\n    why: W", "3:5: không có khóa “whi” ở đây; có phải là “why”?"),
        ("2024", "2024-Q5", "4:5: “2024-Q5” không phải kỳ báo cáo"),
        (
            "procedures-published\n",
            "procedures-publishd\n",
            "5:5: không có chỉ tiêu “procedures-publishd”; có phải",
        ),
        ("agency: VPUBND", "agency: VPUBDN", "7:10: không có đơn vị có mã “VPUBDN”; có phải là “VPUBND”?"),
        (
            "agency: VPUBND",
            "agency: level:commune",
            "7:10: năm 2024 không có đơn vị nào thuộc “level:commune”",
        ),
        (
            "procedures-in-force: 10",
            "procedures-inforce: 10",
            "7:36: không có số liệu “procedures-inforce”; có phải",
        ),
        (
            "procedures-in-force: 10",
            "procedures-in-force: 1.5",
            "7:36: “Thủ tục hành chính trong danh mục của tỉnh” ghi 1.5",
        ),
        (
            "procedures-in-force: 10",
            "procedures-in-force: true",
            "7:36: procedures-in-force: hãy ghi có hoặc không",
        ),
        ("procedures-in-force: 10", 'procedures-in-force: "…"', "7:36: chưa có số liệu thì bỏ dòng này"),
        ("figures: {", "period: 2031, figures: {", "7:26: kỳ 2031 nằm ngoài các năm của Chương trình"),
        ("{status: Đạt}", "{period: 2031, status: Đạt}", "9:10: kỳ 2031 nằm ngoài các năm của Chương trình"),
        ("{status: Đạt}", "{coverage: {}}", "9:10: mục này chưa ghi gì; hãy ghi điều phải có, hoặc ghi null"),
        ("{status: Đạt}", "{pace: {start: {}}}", "9:17: mục này chưa ghi gì"),
        ("{status: Đạt}", "{status: Đạtt}", "9:10: không có kết quả “Đạtt”; có phải là “Đạt”?"),
        ("{status: Đạt}", "{reason: không phat sinh}", "9:10: không có lý do “không phat sinh”; có phải là"),
        (
            "{status: Đạt}",
            "{notes: kept-flor}",
            "9:10: không có ghi chú “kept-flor”; có phải là “kept-floor”?",
        ),
        ("{status: Đạt}", "{coverage: hai}", "9:10: coverage: hãy ghi như 2/3"),
        ("{status: Đạt}", "{pace: {state: nhanh}}", "9:17: không có tiến độ “nhanh”"),
        ("{status: Đạt}", "{scope: Toàn tinh, status: Đạt}", "9:10: không có phạm vi"),
        ("{status: Đạt}", "{period: 2024}", "9:9: chưa ghi điều mong đợi"),
        ("{status: Đạt}", "{status: Đạt, valu: 3}", "9:23: không có khóa “valu” ở đây; có phải là “value”?"),
        ("{status: Đạt}", '{value: "3"}', "9:10: “value” phải là số, không đặt trong dấu nháy"),
    ],
)
def test_a_fault_is_said_with_its_place_and_cure(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert fault(tmp_path, old, new).startswith(said)


def test_a_period_is_said_somewhere(tmp_path: Path) -> None:
    found = faults(tmp_path, SOUND.replace("    period: 2024\n", ""))
    assert [one.partition(";")[0] for one in found] == ["6:9: chưa rõ kỳ báo cáo", "8:9: chưa rõ kỳ báo cáo"]


def test_a_figure_nobody_asks_for_is_told_with_those_who_are_asked(tmp_path: Path) -> None:
    found = faults(tmp_path, SOUND.replace("VPUBND", "SYT"))
    assert found[0] == (
        "7:10: đơn vị “SYT” không báo cáo “procedures-in-force” (đơn vị báo cáo: agency:VPUBND); "
        "số ấy không được dùng"
    )
    assert len(found) == 2


def test_a_figure_that_nobody_at_all_is_asked_for_is_told(tmp_path: Path) -> None:
    province = """\
agencies:
  groups: {department: {level: province}}
  agencies:
    - {code: SYT, name: {vi: A, en: A}, group: department}
"""
    text = SOUND.replace("agency: VPUBND, ", "").replace("procedures-in-force: 10, ", "")
    assert faults(tmp_path, province + text) == [
        "11:20: năm 2024 không có đơn vị nào phải báo cáo “procedures-published”; số ấy không được dùng"
    ]


def test_a_scenario_without_expectations_is_none(tmp_path: Path) -> None:
    without = SOUND.partition("    expect")[0]
    assert faults(tmp_path, without) == ["2:5: thiếu khóa “expect”"]
    assert faults(tmp_path, f"{without}    expect: []\n") == ["8:5: “expect” cần ít nhất 1 mục"]


def test_an_expectation_about_no_verdict_says_which_there_are(tmp_path: Path) -> None:
    said = fault(tmp_path, "{status: Đạt}", "{scope: Cấp huyện, status: Đạt}")
    assert said == "9:9: “procedures-published” kỳ 2024 không có kết luận ở phạm vi này; có: Toàn tỉnh"
    ladder = SOUND.replace("procedures-published\n", "results-digitised\n")
    (which,) = faults(tmp_path, ladder)
    assert which.endswith("có nhiều kết luận; hãy ghi scope: Cấp tỉnh, Cấp huyện, Cấp xã")


def test_a_figure_is_given_once(tmp_path: Path) -> None:
    row = "      - {agency: VPUBND, figures: {procedures-in-force: 10"
    again = SOUND.replace(row, f"{row}}}}}\n{row}")
    assert faults(tmp_path, again) == [
        "8:9: “procedures-in-force” của “VPUBND” kỳ 2024 đã có ở trên; hãy bỏ một trong hai"
    ]


def test_two_scenarios_have_two_titles(tmp_path: Path) -> None:
    (said,) = faults(tmp_path, SOUND + SOUND.removeprefix("scenarios:\n"))
    assert said == "10:5: kịch bản “T” đã có ở trên; hãy đặt tên khác"


def test_an_agency_out_of_its_life_is_told(tmp_path: Path) -> None:
    text = SOUND.replace("procedures-published\n", "payments-online\n").replace("2024", "2026")
    figures = "VPUBND, figures: {procedures-in-force: 10, procedures-published: 10}"
    text = text.replace(figures, '"815", figures: {payments: 1}')
    (said,) = faults(tmp_path, text)
    assert said.startswith("7:10: đơn vị “815” không tồn tại vào ngày nào của năm 2026")


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{id: procedures-publishd, unit: x}", "8:12: không có “procedures-publishd” để thay; có phải là"),
        (
            "{id: procedures-published, targets: {2: {bound: 1}}}",
            "8:48: không có mục tiêu thứ “2”; chỉ tiêu này có 1",
        ),
        ("{targets: {1: {bound: 1}}}", "8:11: thiếu khóa “id”: thay mục nào của danh mục?"),
        (
            "{id: procedures-published, targets: {1: 90}}",
            "8:48: mục tiêu thứ “1” phải gồm các khóa cần thay, như {bound: 80}",
        ),
        (
            "{id: procedures-published, targets: {1: {bund: 1}}}",
            "8:52: không có khóa “bund” ở đây; có phải là “bound”?",
        ),
        (
            "{id: procedures-published, denominator: [procedures]}",
            "8:52: không có số liệu báo cáo “procedures”",
        ),
        ("{id: procedures-published, kind: duty}", "8:11: chỉ tiêu loại share cần mẫu số"),
    ],
)
def test_what_is_wrong_with_a_changed_catalogue_stands_in_the_scenario(
    tmp_path: Path, entry: str, said: str
) -> None:
    text = SOUND.replace("    given", f"    instead:\n      indicators:\n        - {entry}\n    given", 1)
    assert faults(tmp_path, text)[0].startswith(said)


@pytest.mark.parametrize(
    ("agency", "said"),
    [
        ("SNVV", "danh mục đơn vị không có “agency:SNVV”; có phải là “SNV”?"),
        ("STC", "“STC” không báo cáo “service-units” kỳ 2021; nơi báo cáo: agency:SNV"),
    ],
)
def test_a_baseline_that_nobody_can_have_reported_is_told(tmp_path: Path, agency: str, said: str) -> None:
    entry = f'{{item: service-units, agency: {agency}, period: "2021", value: 1, source: Q}}'
    text = SOUND.replace("    given", f"    instead:\n      baselines:\n        - {entry}\n    given", 1)
    assert faults(tmp_path, text) == [f"8:1: {said}"]


def test_a_small_province_is_checked_as_a_registry(tmp_path: Path) -> None:
    province = """\
agencies:
  groups: {department: {level: province}}
  agencies:
    - {code: VPUBND, name: {vi: A, en: A}, group: departmnt}
"""
    (said,) = faults(tmp_path, province + SOUND)
    assert said == "4:44: không có nhóm “departmnt” trong tệp này; có phải là “department”?"


def test_faults_speak_english_too(tmp_path: Path) -> None:
    (said,) = faults(tmp_path, SOUND.replace("VPUBND", "VPUBDN"), Language.EN)
    assert said == "7:10: there is no agency with the code 'VPUBDN'; did you mean 'VPUBND'?"
