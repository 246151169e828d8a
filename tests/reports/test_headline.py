"""The headline counts as `terms.md` groups."""

from collections.abc import Callable
from datetime import date
from typing import Any

from cchc_cli.language import Language
from cchc_cli.reports.headline import headline
from cchc_cli.run import Note, Run, Status, Verdict

MakeVerdict = Callable[..., Verdict]
MakeRun = Callable[..., Run]

_FLOOR: dict[str, Any] = {"notes": [Note.KEPT_FLOOR], "due": date(2020, 12, 31)}
_STANDING: dict[str, Any] = {"due": None, "bound": 100}


def test_every_group_is_counted_apart(make_verdict: MakeVerdict, make_run: MakeRun) -> None:
    counts: list[tuple[int, dict[str, Any]]] = [
        (29, {"status": Status.MET}),
        (9, {"status": Status.MISSED}),
        (41, {"status": Status.NOT_DUE, "operator": None, "bound": None, "due": None}),
        (12, {"status": Status.NOT_EVALUABLE}),
        (40, {"status": Status.MET, **_FLOOR}),
        (8, {"status": Status.MISSED, **_FLOOR}),
        (3, {"status": Status.NO_DATA}),
    ]
    verdicts = [make_verdict(**facts) for number, facts in counts for _ in range(number)]
    assert headline(make_run(verdicts), Language.VI) == [
        "Đã đến hạn: 38 mục tiêu; đạt 29, không đạt 9. Chưa đến hạn 41. Chưa đủ cơ sở 12. "
        "Duy trì mức các năm trước: 48; đạt 40, không đạt 8. Chưa có số liệu 3."
    ]


def test_undated_duties_stand_in_their_own_block(make_verdict: MakeVerdict, make_run: MakeRun) -> None:
    verdicts = [
        make_verdict(status=Status.MET),
        make_verdict(status=Status.MET, **_STANDING),
        make_verdict(status=Status.MISSED, **_STANDING),
        make_verdict(status=Status.MISSED, due=None, bound=None, operator="done", kind="duty"),
        make_verdict(status=Status.NO_DATA, **_STANDING),
        make_verdict(status=Status.MET, due=None, bound=90, operator=">", judged="year"),
    ]
    assert headline(make_run(verdicts), Language.VI) == [
        "Đã đến hạn: 2 mục tiêu; đạt 2, không đạt 0.",
        "Yêu cầu thường xuyên 100%: 4 mục tiêu; đạt 1, không đạt 2. Chưa có số liệu 1.",
    ]


def test_a_duty_that_is_not_in_force_yet_belongs_to_its_block(
    make_verdict: MakeVerdict, make_run: MakeRun
) -> None:
    following = {"bound": 100, "operator": ">=", "due": None}
    verdict = make_verdict(status=Status.NOT_DUE, operator=None, bound=None, due=None, next=following)
    assert headline(make_run([verdict]), Language.VI) == [
        "Yêu cầu thường xuyên 100%: 1 mục tiêu; đạt 0, không đạt 0. Chưa đến hạn 1."
    ]


def test_aspirational_and_steering_rows_are_never_among_the_due(
    make_verdict: MakeVerdict, make_run: MakeRun
) -> None:
    verdicts = [
        make_verdict(status=Status.MET),
        make_verdict(status=Status.MISSED, aspirational=True),
        make_verdict(status=Status.MISSED, official=False),
    ]
    assert headline(make_run(verdicts), Language.EN) == [
        "Due targets: 1; met 1, missed 0.",
        "Aspirational: 1; met 0.",
        "For steering, outside the counts above: 1; at or above the level's bound 0, below it 1.",
    ]


def test_rows_of_agencies_alone_have_no_word_of_met(make_verdict: MakeVerdict, make_run: MakeRun) -> None:
    lines = headline(make_run([make_verdict(status=Status.MET, official=False)]), Language.VI)
    assert lines == [
        "Phục vụ điều hành, không tính vào kết quả chung: 1 dòng; bằng hoặc trên mức của cấp 1, "
        "dưới mức của cấp 0."
    ]


def test_aspirational_rows_for_steering_are_counted_apart_as_in_the_summary(
    make_verdict: MakeVerdict, make_run: MakeRun
) -> None:
    verdicts = [
        make_verdict(status=Status.MISSED, official=False),
        make_verdict(status=Status.MISSED, official=False, aspirational=True),
    ]
    assert headline(make_run(verdicts), Language.VI) == [
        "Phục vụ điều hành, không tính vào kết quả chung: 1 dòng; bằng hoặc trên mức của cấp 0, "
        "dưới mức của cấp 1.",
        "Chỉ tiêu phấn đấu, phục vụ điều hành: 1 dòng; bằng hoặc trên mức của cấp 0.",
    ]


def test_each_of_several_periods_has_its_own_counts(make_verdict: MakeVerdict, make_run: MakeRun) -> None:
    verdicts = [make_verdict(period="2023"), make_verdict(period="2024", status=Status.MISSED)]
    assert headline(make_run(verdicts), Language.VI) == [
        "Năm 2023: Đã đến hạn: 1 mục tiêu; đạt 1, không đạt 0.",
        "Năm 2024: Đã đến hạn: 1 mục tiêu; đạt 0, không đạt 1.",
    ]


def test_figures_of_one_agency_are_said_to_be_no_figures_of_the_province(
    make_verdict: MakeVerdict, make_run: MakeRun
) -> None:
    scopes = [
        {"kind": "agency", "code": code, "name": {"vi": name, "en": name}, "level": "province"}
        for code, name in (("SYT", "Sở Y tế"), ("SNV", "Sở Nội vụ"))
    ]
    one, other = (make_verdict(status=Status.NOT_DUE, official=False, scope=scope) for scope in scopes)
    assert headline(make_run([one]), Language.VI) == [
        "Phục vụ điều hành, không tính vào kết quả chung: 1 dòng; bằng hoặc trên mức của cấp 0, "
        "dưới mức của cấp 0. Chưa đến hạn 1.",
        "Sở Y tế: số liệu của riêng một đơn vị báo cáo, không phải số liệu toàn tỉnh.",
    ]
    assert len(headline(make_run([one, other]), Language.VI)) == 1


def test_that_there_was_nothing_to_judge_on_comes_first(make_verdict: MakeVerdict, make_run: MakeRun) -> None:
    waiting = [make_verdict(status=Status.NO_DATA)]
    first, *rest = headline(make_run(waiting, has_figures=False), Language.EN)
    assert first == "No figure is there for the periods evaluated."
    assert rest == headline(make_run(waiting), Language.EN)
    assert headline(make_run([], inputs=[]), Language.VI) == ["Không có số liệu nào dùng được."]
