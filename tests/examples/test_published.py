"""The really published figures, read and computed again by the program itself."""

import csv
from decimal import ROUND_HALF_UP, Decimal

import pytest

from cchc_cli.catalogue.load import load_catalogue
from cchc_cli.run import Run, Status, Verdict
from tests.examples.reading import PUBLISHED, ROOT, evaluated

CENTRE = PUBLISHED / "form-06-tien-giang-2023.xlsx"
DEPARTMENT = PUBLISHED / "form-06-department-2018.xlsx"
OWN = {"catalogue": "targets-form-06.yaml", "registry": "agencies-form-06.yaml"}


def the(run: Run, indicator: str, period: str | None = None) -> Verdict:
    found = [
        verdict
        for verdict in run.verdicts
        if verdict.indicator == indicator and period in (None, verdict.period)
    ]
    assert len(found) == 1
    return found[0]


def printed(value: float | None, decimals: int = 2) -> str:
    """A rate as a page prints it: half up, with a decimal comma."""
    assert value is not None
    return f"{Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)}".replace(".", ",")


def test_the_centre_received_42_21_percent_online_and_39_84_with_the_carry_over() -> None:
    verdict = the(evaluated(CENTRE, **OWN), "dossiers-received-online")
    assert (verdict.numerator, verdict.denominator) == (18_320, 43_399)
    assert printed(verdict.value) == "42,21"
    assert [(also.reading, printed(also.value)) for also in verdict.also] == [("A12", "39,84")]
    assert "approximation" in verdict.notes


def test_under_the_decision_the_centre_is_one_reporter_not_due_and_no_figure_of_the_province() -> None:
    run = evaluated(CENTRE, registry="agencies-form-06.yaml")
    verdict = the(run, "dossiers-received-online")
    assert (verdict.numerator, verdict.denominator) == (18_320, 43_399)
    assert (printed(verdict.value), printed(verdict.also[0].value)) == ("42,21", "39,84")
    assert verdict.status is Status.NOT_DUE
    assert verdict.next is not None
    assert (verdict.next.bound, str(verdict.next.due)) == (50, "2025-12-31")
    assert (verdict.scope.kind, verdict.scope.code, verdict.official) == ("agency", "TG-PVHCC", False)
    assert (verdict.coverage.reporting, verdict.coverage.expected) == (1, 1)
    assert not [other for other in run.verdicts if other.official and other.coverage.reporting]


def test_the_packaged_registry_knows_no_such_centre() -> None:
    findings = evaluated(CENTRE).findings
    assert [finding.code for finding in findings] == ["agency-unknown"]


def test_what_the_centre_did_not_publish_is_missing_and_not_zero() -> None:
    run = evaluated(CENTRE, **OWN)
    assert {(finding.code, finding.item) for finding in run.findings} == {
        ("value-missing", "dossiers-settled-early"),
        ("value-missing", "dossiers-settled-on-time"),
        ("value-missing", "dossiers-settled-late"),
        ("value-missing", "dossiers-pending-in-time"),
        ("value-missing", "dossiers-pending-overdue"),
    }
    verdict = the(run, "dossiers-in-time")
    assert (verdict.numerator, verdict.denominator, verdict.value) == (None, None, None)
    assert (verdict.coverage.reporting, verdict.coverage.missing) == (0, ["TG-PVHCC"])


def test_the_department_settled_125_of_134_of_them_121_in_time() -> None:
    run = evaluated(DEPARTMENT, **OWN)
    verdict = the(run, "dossiers-in-time")
    assert (verdict.numerator, verdict.denominator) == (121, 125 + 3)
    assert printed(verdict.value) == "94,53"
    assert [(also.reading, printed(also.value, decimals=1)) for also in verdict.also] == [("A46", "96,8")]
    assert {cell.item: cell.value for cell in verdict.cells} == {
        "dossiers-settled-early": 100,
        "dossiers-settled-on-time": 21,
        "dossiers-settled-late": 4,
        "dossiers-pending-overdue": 3,
    }


def test_the_totals_of_the_department_agree_with_their_parts_one_of_them_typed_as_text() -> None:
    run = evaluated(DEPARTMENT, **OWN)
    assert [(finding.code, finding.item) for finding in run.findings] == [
        ("value-missing", "dossiers-online")
    ]
    assert the(run, "dossiers-received-online").value is None


def test_under_the_decision_2018_lies_outside_the_programme() -> None:
    run = evaluated(DEPARTMENT, registry="agencies-form-06.yaml")
    assert [(finding.code, finding.cell) for finding in run.findings] == [("period-outside-programme", "D2")]
    assert run.verdicts == []


def test_the_small_catalogue_quotes_the_decision_as_the_whole_one_does() -> None:
    whole = load_catalogue(ROOT / "targets.yaml").indicator_by_id
    for indicator in load_catalogue(PUBLISHED / "targets-form-06.yaml").indicators:
        quoted = {cite.quote for target in whole[indicator.id].targets for cite in target.citations}
        assert {cite.quote for target in indicator.targets for cite in target.citations} <= quoted


def rows(name: str) -> list[dict[str, str]]:
    with (PUBLISHED / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


RATIOS = {row["id"]: row for row in rows("published-ratios.csv")}
PERIODS = {
    "vp-2109": "2021-09-01..2021-09-30",
    "vp-21q3": "2021-Q3",
    "vp-2018": "2018-01-22..2018-12-10",
}
WHERE = {
    **{f"{start}-ontime": ("in-time-of-due", period) for start, period in PERIODS.items()},
    **{f"{start}-late": ("late-of-due", PERIODS[start]) for start in ("vp-2109", "vp-21q3")},
    **{f"{start}-returned": ("returned-of-due", PERIODS[start]) for start in ("vp-2109", "vp-21q3")},
    "vp-2018-khcn-ontime": ("in-time-of-settled", "2018"),
    "vp-2018-khcn-late": ("late-of-settled-or-overdue", "2018"),
    "tg-pvhcc-0623": ("online-of-received", "2023-01-01..2023-06-07"),
    "tg-gd-0623": ("schools-cashless", "2023-H1"),
    "tg-dtc-q1-23": ("investment-disbursed", "2023-Q1"),
}
"""By the row's id: the indicator that computes it again, and the period."""
NOT_RECOMPUTED = {"tg-dtc-q1-23": "its denominator was not published, the rate only as “trên 26%”"}
NOT_PRINTED = {"tg-pvhcc-0623", "tg-gd-0623"}


@pytest.fixture(scope="module")
def recomputed() -> Run:
    return evaluated(
        PUBLISHED / "ratios.xlsx",
        catalogue="targets-ratios.yaml",
        registry="agencies-ratios.yaml",
        period="all",
    )


def test_every_published_row_is_looked_at() -> None:
    assert WHERE.keys() == RATIOS.keys()


@pytest.mark.parametrize("row", sorted(RATIOS.keys() - NOT_RECOMPUTED.keys() - NOT_PRINTED))
def test_a_printed_rate_comes_out_again(recomputed: Run, row: str) -> None:
    text = RATIOS[row]["published_text"].removesuffix("%").replace(".", ",")
    verdict = the(recomputed, *WHERE[row])
    assert printed(verdict.value, decimals=len(text.partition(",")[2])) == text
    assert f"{verdict.numerator:,}".replace(",", ".") == RATIOS[row]["numerator"]
    assert f"{verdict.denominator:,}".replace(",", ".") == RATIOS[row]["denominator"]


@pytest.mark.parametrize("row", sorted(NOT_PRINTED))
def test_a_rate_that_was_not_printed_is_the_one_computed_beside_it(recomputed: Run, row: str) -> None:
    assert RATIOS[row]["published_text"] == ""
    expected = Decimal(RATIOS[row]["recomputed_pct"]).quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert printed(the(recomputed, *WHERE[row]).value) == f"{expected}".replace(".", ",")


@pytest.mark.parametrize(("row", "why"), NOT_RECOMPUTED.items())
def test_a_row_without_its_denominator_gives_no_rate(recomputed: Run, row: str, why: str) -> None:
    assert RATIOS[row]["denominator"] == "?", why
    verdict = the(recomputed, *WHERE[row])
    assert (verdict.value, verdict.coverage.missing) == (None, ["TG-DTC"])


def test_late_and_in_time_of_the_department_exceed_100_because_their_denominators_differ(
    recomputed: Run,
) -> None:
    in_time = the(recomputed, *WHERE["vp-2018-khcn-ontime"])
    late = the(recomputed, *WHERE["vp-2018-khcn-late"])
    assert in_time.value is not None
    assert late.value is not None
    assert (in_time.denominator, late.denominator) == (125, 128)
    assert in_time.value + late.value > 100


def test_every_score_of_the_index_is_read_those_above_100_too() -> None:
    run = evaluated(
        PUBLISHED / "index-2020.xlsx", catalogue="targets-index.yaml", registry="agencies-index.yaml"
    )
    scores = [(row["agency"], row["score"]) for row in rows("index-2020-published.csv")]
    assert [(verdict.name.vi, printed(verdict.value)) for verdict in run.verdicts] == scores
    assert ("Cục Thuế tỉnh", "102,50") in scores
    assert run.findings == []
    assert {verdict.status for verdict in run.verdicts} == {Status.NOT_EVALUABLE}
