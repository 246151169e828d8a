"""The missed targets on one page."""

from collections.abc import Callable

from cchc_cli.language import Language
from cchc_cli.reports.missed import MOST, missed_lines
from cchc_cli.run import Run, Status, Verdict

MakeVerdict = Callable[..., Verdict]
MakeRun = Callable[..., Run]


def test_only_official_targets_that_are_missed(make_verdict: MakeVerdict, make_run: MakeRun) -> None:
    verdicts = [
        make_verdict(status=Status.MET),
        make_verdict(status=Status.MISSED, aspirational=True),
        make_verdict(status=Status.MISSED, official=False),
        make_verdict(status=Status.MISSED, numerator=79996, denominator=100000, bound=80, shortfall=4),
    ]
    assert missed_lines(make_run(verdicts), Language.VI) == [
        "Tỷ lệ (Toàn tỉnh): 80,00% (chưa đạt: 79,996%); mức phải đạt: ≥ 80%; thiếu 4 so với mức phải đạt"
    ]


def test_a_duty_says_how_many_have_done_it(make_verdict: MakeVerdict, make_run: MakeRun) -> None:
    verdict = make_verdict(
        kind="duty", operator="done", bound=None, due=None, numerator=29, denominator=30, status=Status.MISSED
    )
    assert missed_lines(make_run([verdict]), Language.VI) == ["Tỷ lệ (Toàn tỉnh): đã thực hiện 29/30"]


def test_periods_are_told_apart_and_the_rest_is_counted(make_verdict: MakeVerdict, make_run: MakeRun) -> None:
    verdicts = [make_verdict(status=Status.MISSED, period=period) for period in ("2023", "2024")]
    lines = missed_lines(make_run(verdicts * MOST), Language.EN)
    assert len(lines) == MOST + 1
    assert lines[0].startswith("Share (Whole province, Year 2023): ")
    assert lines[-1] == f"… and {MOST} more in the tables below"
