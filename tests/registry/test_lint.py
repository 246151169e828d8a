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
OTHER = 'code: "28264", name: {vi: Phường 2, en: Ward 2}, group: commune, parent: "815"'


def lint_of(path: Path, language: Language = Language.EN) -> list[str]:
    problems = lint(load_registry(path))
    return [problem.describe(language).removeprefix(f"{path}:") for problem in problems]


def test_the_packaged_registry_has_nothing_to_object_to(packaged: Registry) -> None:
    assert lint(packaged) == []


def test_a_parent_must_live_while_its_child_does(write: Write) -> None:
    path = write(MY_THO + ", valid_until: 2024-04-30", CAI_BE, WARD)
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
    earlier = MY_THO + ", valid_until: 2024-04-30"
    assert lint_of(write(earlier, MY_THO + ", valid_from: 2024-05-01", WARD)) == []
    assert lint_of(write(earlier, MY_THO + ", valid_from: 2024-05-03", WARD)) == [
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
        "9:1: đơn vị kế thừa “28264” của “28261” không tồn tại ngày 01/11/2024;"
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
        "9:1: “28261” có đơn vị kế thừa nhưng chưa có valid_until; hãy ghi ngày kết thúc"
    ]


def test_successors_in_a_circle_are_found(write: Write) -> None:
    ended = ", valid_until: 2024-10-31, "
    path = write(MY_THO, WARD + ended + 'successors: ["28264"]', OTHER + ended + 'successors: ["28261"]')
    assert [text.split(";")[0] for text in lint_of(path)] == [
        "9:1: the successor '28264' of '28261' does not exist on 2024-11-01",
        "10:1: the successor '28261' of '28264' does not exist on 2024-11-01",
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
    later = write(MY_THO, WARD + ", valid_until: 2024-04-30", namesake + ", valid_from: 2024-05-01")
    assert lint_of(later) == []
    assert lint_of(write(MY_THO, CAI_BE, WARD, namesake.replace("815", "819"))) == []
