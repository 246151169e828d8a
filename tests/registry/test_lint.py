"""Contradictions between dates and names that `lint` finds in a registry that loads."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cchc_cli.language import Language
from cchc_cli.registry.lint import lint
from cchc_cli.registry.load import load_registry
from cchc_cli.registry.registry import Registry

Write = Callable[..., Path]

MY_THO = 'code: "815", name: {vi: Thành phố Mỹ Tho, en: My Tho City}, group: district'
CAI_BE = 'code: "819", name: {vi: Huyện Cái Bè, en: Cai Be District}, group: district'
WARD = 'code: "28261", name: {vi: Phường 1, en: Ward 1}, group: commune, parent: "815"'
THIRD = 'code: "28267", name: {vi: Phường 8, en: Ward 8}, group: commune, parent: "815"'
OTHER = 'code: "28264", name: {vi: Phường 2, en: Ward 2}, group: commune, parent: "815"'


def lint_of(path: Path, language: Language = Language.EN) -> list[str]:
    problems = lint(load_registry(path))
    return [problem.describe(language).removeprefix(f"{path}:") for problem in problems]


def test_the_packaged_registry_has_nothing_to_object_to(packaged: Registry) -> None:
    assert lint(packaged) == []


def test_a_parent_must_live_while_its_child_does(write: Write) -> None:
    path = write(MY_THO + ', valid_until: 2024-04-30, successors: ["819"]', CAI_BE, WARD)
    assert lint_of(path) == [
        "10:1: the parent '815' of '28261' does not exist on 2024-05-01; correct parent or the dates"
    ]
    assert lint_of(path, Language.VI) == [
        "10:1: đơn vị cấp trên “815” của “28261” không tồn tại ngày 01/05/2024; hãy sửa parent hoặc các ngày"
    ]


def test_a_child_older_than_its_parent_is_an_orphan_from_its_start(write: Write) -> None:
    path = write(MY_THO + ", valid_from: 2022-01-01", WARD)
    assert lint_of(path) == [
        "9:1: the parent '815' of '28261' does not exist at its start; correct parent or the dates"
    ]
    assert lint_of(path, Language.VI) == [
        "9:1: đơn vị cấp trên “815” của “28261” không tồn tại từ đầu; hãy sửa parent hoặc các ngày"
    ]


def test_two_lives_of_the_parent_cover_one_child_when_no_day_lies_between(write: Write) -> None:
    earlier = MY_THO + ', valid_until: 2024-04-30, successors: ["815"]'
    assert lint_of(write(earlier, MY_THO + ", valid_from: 2024-05-01", WARD)) == []
    between = CAI_BE + ", valid_from: 2024-05-01"
    instead = earlier.replace('["815"]', '["819"]')
    assert lint_of(write(instead, MY_THO + ", valid_from: 2024-05-03", WARD, between)) == [
        "10:1: the parent '815' of '28261' does not exist on 2024-05-01; correct parent or the dates"
    ]


def test_a_child_may_outlive_a_level_that_ends_as_a_whole(write: Write) -> None:
    ended = ", valid_until: 2025-06-30"
    assert lint_of(write(MY_THO + ended, CAI_BE + ended, WARD)) == []
    later = WARD + ", valid_from: 2025-07-01"
    assert lint_of(write(MY_THO + ended, later)) == []


def test_a_parent_stands_at_a_higher_level(write: Write) -> None:
    path = write(MY_THO, OTHER, WARD.replace('parent: "815"', 'parent: "28264"'))
    assert lint_of(path) == [
        "10:1: the parent '28264' of '28261' does not stand at a higher level; correct parent"
    ]
    assert lint_of(path, Language.VI) == [
        "10:1: đơn vị cấp trên “28264” của “28261” không thuộc cấp cao hơn; hãy sửa parent"
    ]


def test_a_successor_exists_on_the_day_after(write: Write) -> None:
    merged = WARD + ', valid_until: 2024-10-31, successors: ["28264"]'
    assert lint_of(write(MY_THO, merged, OTHER)) == []
    path = write(MY_THO, merged, OTHER + ", valid_from: 2024-11-02")
    assert lint_of(path) == [
        "9:1: the successor '28264' of '28261' does not exist on 2024-11-01; correct successors or the dates"
    ]
    assert lint_of(path, Language.VI) == [
        "9:1: đơn vị tiếp nhận “28264” của “28261” không tồn tại ngày 01/11/2024;"
        " hãy sửa successors hoặc các ngày"
    ]


def test_a_code_may_follow_itself_under_another_name(write: Write) -> None:
    renamed = WARD.replace("Phường 1", "Phường Một")
    first = WARD + ', valid_until: 2024-04-30, successors: ["28261"]'
    assert lint_of(write(MY_THO, first, renamed + ", valid_from: 2024-05-01")) == []


@pytest.mark.parametrize("end", ["", ", valid_until: 9999-12-31"])
def test_successors_need_an_end(write: Write, end: str) -> None:
    path = write(MY_THO, WARD + end + ', successors: ["28264"]', OTHER)
    assert lint_of(path) == ["9:1: '28261' has successors but no valid_until; give its last day"]
    assert lint_of(path, Language.VI) == [
        "9:1: “28261” có đơn vị tiếp nhận nhưng chưa có valid_until; hãy ghi ngày kết thúc"
    ]


def test_successors_in_a_circle_are_found(write: Write) -> None:
    ended = ", valid_until: 2024-10-31, "
    path = write(MY_THO, WARD + ended + 'successors: ["28264"]', OTHER + ended + 'successors: ["28261"]')
    assert lint_of(path) == [
        "9:1: the successors go round in a circle: 28261 → 28264 → 28261; '28261' ends on 2024-10-31, name"
        " one that exists on the day after",
        "10:1: the successors go round in a circle: 28264 → 28261 → 28264; '28264' ends on 2024-10-31, name"
        " one that exists on the day after",
    ]
    assert lint_of(path, Language.VI)[0] == (
        "9:1: đơn vị tiếp nhận đi vòng tròn: 28261 → 28264 → 28261; “28261” kết thúc ngày 31/10/2024, hãy ghi"
        " đơn vị tồn tại ngày hôm sau"
    )


def test_a_successor_that_had_ended_before_is_a_step_backwards(write: Write) -> None:
    earlier = OTHER + ', valid_until: 2024-04-30, successors: ["28261"]'
    path = write(MY_THO, WARD + ', valid_until: 2024-10-31, successors: ["28264"]', earlier, THIRD)
    assert [text.split(";")[0] for text in lint_of(path)] == [
        "9:1: the successors go round in a circle: 28261 → 28264 → 28261"
    ]
    elsewhere = write(
        MY_THO,
        WARD + ', valid_until: 2024-10-31, successors: ["28264"]',
        earlier.replace('["28261"]', '["28267"]'),
        THIRD,
    )
    assert lint_of(elsewhere) == [
        "9:1: the successor '28264' (line 10) ended on 2024-04-30 already, not after '28261'; name one that"
        " exists on 2024-11-01"
    ]
    assert lint_of(elsewhere, Language.VI) == [
        "9:1: đơn vị tiếp nhận “28264” (dòng 10) đã kết thúc ngày 30/04/2024, không sau “28261”; hãy ghi"
        " đơn vị tồn tại ngày 01/11/2024"
    ]


def test_to_and_fro_in_the_course_of_time_is_no_circle(write: Write) -> None:
    path = write(
        MY_THO,
        WARD + ', valid_until: 2024-04-30, successors: ["28264"]',
        OTHER + ', valid_until: 2024-10-31, successors: ["28261"]',
        WARD + ", valid_from: 2024-11-01",
    )
    assert lint_of(path) == []


def test_a_code_that_is_back_after_days_without_anybody_is_a_gap(write: Write) -> None:
    back = WARD.replace("Phường 1", "Phường Một") + ", valid_from: 2024-05-03"
    for successors in ("", ', successors: ["28261"]'):
        path = write(MY_THO, WARD + ", valid_until: 2024-04-30" + successors, back)
        assert lint_of(path) == [
            "10:1: the code '28261' ends on 2024-04-30 (line 9) and is back from 2024-05-03, with nobody on"
            " the days between; correct the dates, or name in successors who carried on"
        ]
    assert lint_of(path, Language.VI) == [
        "10:1: mã “28261” kết thúc ngày 30/04/2024 (dòng 9) rồi có lại từ ngày 03/05/2024, ở giữa không có"
        " đơn vị nào; hãy sửa các ngày, hoặc ghi đơn vị tiếp nhận vào successors"
    ]


def test_a_code_may_come_back_for_another_agency_where_somebody_carried_on(write: Write) -> None:
    back = WARD.replace("Phường 1", "Phường Một") + ", valid_from: 2024-05-03"
    ended = WARD + ', valid_until: 2024-04-30, successors: ["28264"]'
    assert lint_of(write(MY_THO, ended, back, OTHER)) == []


def test_whoever_ends_while_its_level_lives_on_leaves_its_work_to_somebody(write: Write) -> None:
    ended = WARD + ", valid_until: 2024-10-31"
    path = write(MY_THO, ended, OTHER)
    assert lint_of(path) == [
        "9:1: '28261' ends on 2024-10-31 and nobody carries its work on, though its level lives on; give its"
        " successors"
    ]
    assert lint_of(path, Language.VI) == [
        "9:1: “28261” kết thúc ngày 31/10/2024 mà không ghi đơn vị tiếp nhận, trong khi cấp của nó vẫn còn;"
        " hãy ghi successors"
    ]
    goes_on = write(MY_THO, ended, WARD.replace("Phường 1", "Phường Một") + ", valid_from: 2024-11-01")
    assert lint_of(goes_on) == [
        "9:1: '28261' ends on 2024-10-31 and nobody carries its work on, though its level lives on; give its"
        " successors ('28261' itself if line 10 is still the same agency)"
    ]


def test_with_its_level_an_agency_may_end_without_anybody(write: Write) -> None:
    assert lint_of(write(MY_THO + ", valid_until: 2025-06-30", CAI_BE + ", valid_until: 2025-06-30")) == []


def test_an_agency_is_not_merged_into_itself(write: Write) -> None:
    path = write(MY_THO, WARD + ', valid_until: 2024-10-31, successors: ["28261"]', OTHER)
    assert lint_of(path) == [
        "9:1: '28261' is its own successor, but no line of this code begins on 2024-11-01; add that line, or"
        " name another successor"
    ]
    assert lint_of(path, Language.VI) == [
        "9:1: “28261” ghi chính nó là đơn vị tiếp nhận nhưng không có dòng nào của mã này từ ngày 01/11/2024;"
        " hãy thêm dòng ấy, hoặc ghi đơn vị tiếp nhận khác"
    ]


def test_a_name_is_not_repeated_within_one_parent_at_one_time(write: Write) -> None:
    namesake = OTHER.replace("Phường 2", "PHƯỜNG  1")
    path = write(MY_THO, WARD, namesake)
    assert lint_of(path) == [
        "10:1: the name 'PHƯỜNG  1' is that of '28261' (line 9) too, under the same parent and at the same"
        " time; correct the name or the dates"
    ]
    assert lint_of(path, Language.VI) == [
        "10:1: tên “PHƯỜNG  1” trùng với mã “28261” (dòng 9) trong cùng đơn vị cấp trên và cùng thời gian;"
        " hãy sửa tên hoặc các ngày"
    ]


def test_a_name_may_return_at_another_time_or_under_another_parent(write: Write) -> None:
    namesake = OTHER.replace("Phường 2", "Phường 1")
    ended = WARD + ', valid_until: 2024-04-30, successors: ["28264"]'
    later = write(MY_THO, ended, namesake + ", valid_from: 2024-05-01")
    assert lint_of(later) == []
    assert lint_of(write(MY_THO, CAI_BE, WARD, namesake.replace("815", "819"))) == []
