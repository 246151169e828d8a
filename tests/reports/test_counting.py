"""Which rows a report speaks of: the same in every report, and the same that decide the exit code."""

from collections.abc import Callable
from typing import Any

import pytest

from cchc_cli.dossier import Reporting
from cchc_cli.language import Language
from cchc_cli.reports.counting import (
    is_about_one_agency,
    is_counted,
    is_final,
    is_for_steering,
    leading,
)
from cchc_cli.run import Asked, Run, Verdict

MakeVerdict = Callable[..., Verdict]
MakeRun = Callable[..., Run]


def agency(code: str) -> dict[str, Any]:
    name = {"vi": code, "en": code}
    return {"scope": {"kind": "agency", "code": code, "name": name, "level": "province"}, "official": False}


def asked(**narrowed: Any) -> Asked:
    return Asked(language=Language.VI, periods=["2024"], **narrowed)


@pytest.mark.parametrize(
    ("agencies", "narrowed", "expected"),
    [
        ([], {}, ["official"]),
        (["SNV"], {"agencies": ["SNV"]}, ["official", "SNV"]),
        (["SNV", "SYT"], {"agencies": ["SNV", "SYT"]}, ["official"]),
        (["SNV", "SYT"], {"by": ["agency"]}, ["official"]),
        (["SNV"], {"agencies": ["SNV"], "by": ["agency"]}, ["official"]),
    ],
)
def test_official_rows_lead_and_one_agencys_own_beside_them(
    make_verdict: MakeVerdict,
    make_run: MakeRun,
    agencies: list[str],
    narrowed: dict[str, Any],
    expected: list[str],
) -> None:
    verdicts = [make_verdict(), *(make_verdict(**agency(code)) for code in agencies)]
    run = make_run(verdicts, asked=asked(**narrowed))
    led = leading(run)
    assert ["official" if verdict.official else verdict.scope.code for verdict in led] == expected
    assert led == [verdict for verdict in run.verdicts if is_counted(verdict, is_about_one_agency(run))]
    assert is_for_steering(run) is any(not verdict.official for verdict in led)


def test_where_nothing_is_official_all_rows_lead(make_verdict: MakeVerdict, make_run: MakeRun) -> None:
    verdicts = [make_verdict(**agency(code)) for code in ("SNV", "SYT")]
    run = make_run(verdicts, asked=asked(agencies=["SNV", "SYT"]))
    assert leading(run) == verdicts
    assert is_for_steering(run)


@pytest.mark.parametrize(
    ("reporting", "provisional", "final"), [(2, False, True), (1, False, False), (2, True, False)]
)
def test_figures_are_final_once_everybody_reported_and_nothing_waits(
    make_verdict: MakeVerdict, reporting: int, provisional: bool, final: bool
) -> None:
    counted = Reporting("2024", expected=2, reporting=reporting, missing=(), late=())
    assert is_final([counted], [make_verdict(provisional=provisional)]) is final
