"""Milestones and duties: what agencies attest as done."""

from datetime import date
from pathlib import Path

import pytest

from cchc_cli.level import Level
from cchc_cli.run import Note, Reason, Status
from tests.engine.province import CITE, agency, ask, catalogue, figures, judge, only, registry


def attested(kind: str, target: str) -> str:
    return f"""
  - id: measure
    area: TTHC
    name: {{vi: Kết nối, en: Connect}}
    kind: {kind}
    numerator: [connected]
    targets: [{{{target}, {CITE}}}]
"""


MILESTONE = attested("milestone", "due: 2022-12-31")
DUTY = attested("duty", "every: period")


def test_a_milestone_is_not_due_before_its_day(tmp_path: Path) -> None:
    source = catalogue(tmp_path, MILESTONE)
    one = ask("2021", by=["province"])
    verdict = only(judge(source, figures("2021", connected={"D1": True}), one))
    assert (verdict.status, verdict.numerator, verdict.denominator) == (Status.NOT_DUE, 1, 2)
    assert (verdict.value, verdict.bound, verdict.gap, verdict.shortfall) == (None, None, None, None)


def test_done_stays_done_and_is_dated_by_its_first_yes(tmp_path: Path) -> None:
    source = catalogue(tmp_path, MILESTONE)
    observations = figures("2021", connected={"D1": True, "D2": date(2021, 5, 4)}) + figures(
        "2022", connected={"D1": True, "D2": False}
    )
    verdict = only(judge(source, observations, ask("2022")), scope="province")
    assert (verdict.status, verdict.done_on) == (Status.MET, date(2021, 12, 31))
    assert (verdict.numerator, verdict.denominator, verdict.notes) == (2, 2, [])


def test_done_after_the_due_day_is_met_late(tmp_path: Path) -> None:
    source = catalogue(tmp_path, MILESTONE)
    observations = figures("2023", connected={"D1": date(2022, 3, 1), "D2": date(2023, 2, 1)})
    verdict = only(judge(source, observations, ask("2023")), scope="province")
    assert (verdict.status, verdict.done_on) == (Status.MET, date(2023, 2, 1))
    assert Note.LATE in verdict.notes
    early = judge(source, figures("2023", connected={"D1": date(2022, 3, 1), "D2": True}), ask("2022"))
    assert only(early, scope="province").status is Status.NO_DATA, "what is said later is not known yet"


def test_one_no_is_a_miss_and_a_silence_is_no_data(tmp_path: Path) -> None:
    source = catalogue(tmp_path, MILESTONE)
    only_one = ask("2022", by=["province"])
    verdict = only(judge(source, figures("2022", connected={"D1": False}), only_one))
    assert (verdict.status, verdict.coverage.missing, verdict.provisional) == (Status.MISSED, ["D2"], False)
    verdict = only(judge(source, figures("2022", connected={"D1": True}), only_one))
    assert (verdict.status, verdict.reason) == (Status.NO_DATA, Reason.NOT_SUBMITTED)


def test_a_milestone_asks_the_agencies_of_its_due_day(tmp_path: Path) -> None:
    source = catalogue(tmp_path, MILESTONE)
    observations = figures("2022", connected={"D1": True, "D2": True})
    verdict = only(judge(source, observations, ask("2026")), scope="province")
    assert verdict.status is Status.MET, "the districts of 2022 did it, though none is left in 2026"
    assert verdict.notes == [Note.KEPT_FLOOR]


def test_done_by_a_body_that_was_merged_stays_done_for_the_one_that_is_asked_since(tmp_path: Path) -> None:
    """A went into B, which was there before: B is asked since, and A's answer stands."""
    asked = attested("milestone", "due: 2024-12-31").replace("[connected]", "[sent]")
    merged = registry(
        agency("A", Level.PROVINCE, valid_until=date(2023, 6, 30), successors=("B",)),
        agency("B", Level.PROVINCE),
    )
    source, said = catalogue(tmp_path, asked), figures("2022", sent={"A": True})
    since = figures("2024", sent={"B": False})
    verdict = only(judge(source, said + since, ask("2024"), merged), "province")
    assert (verdict.status, verdict.done_on, verdict.numerator) == (Status.MET, date(2022, 12, 31), 1)
    assert only(judge(source, since, ask("2024"), merged), "province").status is Status.MISSED


def test_a_duty_carries_nothing_over(tmp_path: Path) -> None:
    source = catalogue(tmp_path, DUTY)
    observations = figures("2022", connected={"D1": True, "D2": True}) + figures(
        "2023", connected={"D1": True}
    )
    assert only(judge(source, observations, ask("2022")), scope="province").status is Status.MET
    verdict = only(judge(source, observations, ask("2023")), scope="province")
    assert (verdict.status, verdict.numerator, verdict.denominator) == (Status.NO_DATA, 1, 2)


def test_agencies_have_rows_of_their_own(tmp_path: Path) -> None:
    source = catalogue(tmp_path, DUTY)
    observations = figures("2022", connected={"D1": True, "D2": False})
    evaluation = judge(source, observations, ask("2022", by=["agency"]))
    found = {v.scope.code: (v.status, v.numerator, v.denominator) for v in evaluation.verdicts}
    assert found == {
        "province": (Status.MISSED, 1, 2),
        "D1": (Status.MET, 1, 1),
        "D2": (Status.MISSED, 0, 1),
    }


def test_a_report_for_a_period_may_be_sent_after_it(tmp_path: Path) -> None:
    sent = {"D1": date(2024, 1, 5), "D2": date(2024, 1, 9)}
    verdict = only(judge(catalogue(tmp_path, DUTY), figures("2023", connected=sent), ask("2023")), "province")
    assert (verdict.status, verdict.done_on) == (Status.MET, date(2024, 1, 9))


def test_a_duty_of_a_year_takes_the_answer_of_its_last_quarter(tmp_path: Path) -> None:
    source = catalogue(tmp_path, DUTY)
    answers = [True, True, True, False]
    observations = [
        found
        for quarter, answer in enumerate(answers, start=1)
        for found in figures(f"2023-Q{quarter}", connected={"D1": answer, "D2": True})
    ]
    verdict = only(judge(source, observations, ask("2023")), "province")
    assert (verdict.status, verdict.numerator, verdict.denominator) == (Status.MISSED, 1, 2)


def test_a_milestone_is_the_affair_of_those_who_were_there_when_it_was_due(tmp_path: Path) -> None:
    """Not of a unit that came later, nor of another one that bears the code of one that did it."""
    end = date(2023, 12, 31)
    districts = (
        agency("A", Level.PROVINCE),
        agency("D1", Level.DISTRICT, valid_until=end, successors=("D1",)),
        agency("D2", Level.DISTRICT, valid_until=end, successors=("D1",)),
        agency("D1", Level.DISTRICT, valid_from=date(2024, 1, 1)),
        agency("D3", Level.DISTRICT),
        agency("D4", Level.DISTRICT, valid_from=date(2024, 1, 1)),
    )
    done = figures("2022", connected={"D1": True, "D2": True, "D3": True})
    source, question = catalogue(tmp_path, MILESTONE), ask("2022", "2024", by=["agency"])
    evaluation = judge(source, done, question, registry(*districts))
    rows = [one for one in evaluation.verdicts if not one.official]
    assert [(one.period, one.scope.code) for one in rows] == [
        ("2022", "D1"),
        ("2022", "D2"),
        ("2022", "D3"),
        ("2024", "D3"),
    ]
    assert {one.status for one in rows} == {Status.MET}


@pytest.mark.parametrize(("year", "status"), [("2020", Status.NOT_EVALUABLE), ("2022", Status.NOT_DUE)])
def test_a_row_that_cannot_be_divided_is_shown_also_before_the_day(
    tmp_path: Path, year: str, status: Status
) -> None:
    last, first = date(2020, 12, 31), date(2021, 1, 1)
    districts = (
        agency("D1", Level.DISTRICT, valid_until=last, successors=("D2", "D3")),
        agency("D2", Level.DISTRICT, valid_from=first),
        agency("D3", Level.DISTRICT, valid_from=first),
        agency("D4", Level.DISTRICT),
    )
    source = catalogue(tmp_path, MILESTONE.replace("2022", year))
    question = ask("2020", by=["agency"], as_of=first)
    reported = figures("2020", connected={"D1": True, "D4": True})
    rows = judge(source, reported, question, registry(*districts)).verdicts
    assert [(one.scope.code, one.status) for one in rows if one.scope.code in ("D2", "D3")] == [
        ("D2", status),
        ("D3", status),
    ]
