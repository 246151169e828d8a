"""The illustrative province must be believable to somebody from the trade."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.item import Item, Term
from cchc_cli.catalogue.load import load_catalogue
from cchc_cli.catalogue.source import ItemKind, Measure
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.load import load_registry
from cchc_cli.registry.registry import Registry
from cchc_cli.run import Run, Status
from tests.examples.reading import EXAMPLES, ROOT, YEARS, Line, evaluated, matrix, of_year

Province = dict[int, dict[Agency, dict[str, Any]]]
END_OF_DISTRICTS = date(2025, 6, 30)
FULL_YEARS = (2021, 2022, 2023, 2024)
RECEIVED = ("dossiers-online", "dossiers-direct")
SETTLED = ("dossiers-settled-early", "dossiers-settled-on-time", "dossiers-settled-late")
PENDING = ("dossiers-pending-in-time", "dossiers-pending-overdue")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(ROOT / "targets.yaml")


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry(ROOT / "agencies.yaml")


@pytest.fixture(scope="module")
def province(registry: Registry) -> Province:
    """The figures of every year, by the first life of the agency and item."""
    return {year: {_agency(registry, line): line.figures for line in of_year(year)} for year in YEARS}


@pytest.fixture(scope="module")
def evaluation() -> Run:
    """All years in one call, so that each has the years before it as its baselines."""
    return evaluated(EXAMPLES / "years", period="all")


def _agency(registry: Registry, line: Line) -> Agency:
    """Whose row it is: the first life of the agency that has the code in its period."""
    life = registry.life_in(line.code, Period.parse(line.period))
    assert life is not None
    return registry.origin(life)


def agencies(registry: Registry, year: int, group: str) -> dict[Agency, Agency]:
    """Who existed in a year: by the first life of the agency the one that counts."""
    period = Period.of_year(year)
    return {registry.origin(life): life for life in registry.during(period) if life.group == group}


def named(registry: Registry, code: str) -> Agency:
    """The first life of an agency that has its code alone."""
    return registry.lives_by_code[code][0]


def total(figures: dict[str, Any], *codes: str) -> Any:
    return sum(figures[code] for code in codes)


def rate(
    year: dict[Agency, dict[str, Any]], part: str, *whole: str, among: set[Agency] | None = None
) -> float:
    """A pooled share in percent over those that report both sides; without those that stand outside."""
    pool = [
        figures
        for agency, figures in year.items()
        if agency.pooled
        and (among is None or agency in among)
        and all(item in figures for item in (part, *whole))
    ]
    return float(100 * sum(total(f, part) for f in pool) / sum(total(f, *whole) for f in pool))


def must_report(registry: Registry, agency: Agency, item: Item, period: Period) -> bool:
    """A stock is asked of who exists on the last day, what stands at the start of who does on the first, a
    level's figure while the level exists, one agency's of whoever took over from it."""
    if not agency.matches(registry.reporters(item.reported_by, period)):
        return False
    if item.level is not None and registry.level_has_ended(item.level, period):
        return False
    if item.measure is Measure.OPENING:
        return registry.origin(agency).first_day <= period.start
    return item.measure is Measure.FLOW or agency.exists_on(period.end)


def test_the_main_workbook_is_the_full_year_2024() -> None:
    lines = matrix(EXAMPLES / "data.xlsx")
    assert lines == of_year(2024)
    assert [line.code for line in lines if line.period != "Năm 2024"] == ["28300"]


def test_a_code_that_went_to_another_agency_stands_there_twice() -> None:
    """Phường 4 until 30/04/2024, Phường 1, into which it and another were merged, since."""
    periods = [line.period for line in of_year(2024) if line.code == "28300"]
    assert periods == ["từ 01/01/2024 đến 30/04/2024", "Năm 2024"]


def test_in_2025_who_ended_with_the_districts_reports_the_half_year_and_who_came_after_the_year(
    registry: Registry,
) -> None:
    ended, others = set(), set()
    for line in of_year(2025):
        life = registry.life_in(line.code, Period.parse(line.period))
        assert life is not None
        if line.period == "6 tháng đầu năm 2025":
            ended.add((line.code, life.valid_until))
        else:
            assert line.period == "Năm 2025"
            others.add((line.code, life.valid_from, life.group))
    assert {day for _, day in ended} == {END_OF_DISTRICTS}
    assert len(ended) == 11 + 164 - 1
    new = [(code, day) for code, day, group in others if group == "commune"]
    assert {day for _, day in new} == {END_OF_DISTRICTS + timedelta(days=1)}
    assert len(new) == 102 - 2
    assert {group for _, _, group in others} == {"department", "vertical", "commune"}


def test_what_a_new_commune_settles_is_what_it_received_and_what_was_pending_with_those_before_it(
    registry: Registry, province: Province
) -> None:
    followed = 0
    for agency, figures in province[2025].items():
        before = [province[2025].get(registry.origin(life)) for life in registry.predecessors(agency)]
        if agency.first_day != date(2025, 7, 1) or not all(before) or not before:
            continue
        handed_over = sum(total(one, *PENDING) for one in before if one)
        assert total(figures, *RECEIVED) + handed_over == total(figures, *SETTLED, *PENDING), agency
        followed += 1
    assert followed > 50


def test_disbursement_is_reported_by_whoever_has_the_plan_now(registry: Registry, province: Province) -> None:
    for year in YEARS:
        reporters = [agency.code for agency, said in province[year].items() if "investment-planned" in said]
        assert reporters == (["SKHDT"] if year < 2025 else ["STC"])


def test_everybody_reports_but_a_few(registry: Registry, province: Province) -> None:
    for year in YEARS:
        known = {registry.origin(agency) for agency in registry.during(Period.of_year(year))}
        silent = known - province[year].keys()
        assert province[year].keys() <= known
        assert 1 <= len(silent) <= 10, (year, silent)


def _at_end_of(year: int, registry: Registry) -> list[Agency]:
    return [agency for agency in registry.agencies if agency.exists_on(date(year, 12, 31))]


def test_agencies_that_ended_in_2024_report_their_flows_and_no_stocks(
    catalogue: Catalogue, registry: Registry, province: Province
) -> None:
    at_end = {agency.code for agency in _at_end_of(2024, registry)}
    ended = {agency for agency in registry.during(Period.of_year(2024)) if agency.code not in at_end}
    assert len(ended & province[2024].keys()) == 8
    for agency in ended:
        measures = {catalogue.item_by_code[item].measure for item in province[2024][agency]}
        assert measures == {Measure.FLOW, Measure.OPENING}
        assert agency not in province[2025]


ASKED_ABOUT = {
    2023: [("jump-from-last-period", "VPUBND")],
    2024: [("overlap-with-predecessor", "28300")],
    2025: [("overlap-with-predecessor", "SNNMT")],
}
"""What a look at two years or agencies has to ask about: a first list of 168, and two that began within the
year and have more than those before them."""


def test_cells_left_empty_are_few_and_each_is_warned_of(
    catalogue: Catalogue, registry: Registry, evaluation: Run
) -> None:
    for year in YEARS:
        path = EXAMPLES / "years" / f"{year}.xlsx"
        empty: set[tuple[str | None, str | None]] = set()
        for line in matrix(path):
            period = Period.parse(line.period)
            agency = registry.life_in(line.code, period)
            assert agency is not None
            for item in catalogue.items:
                if item.code not in line.figures and must_report(registry, agency, item, period):
                    empty.add((line.code, item.code))
        findings = [finding for finding in evaluation.findings if finding.file == str(path)]
        assert 1 <= len(empty) <= 10
        assert empty <= {(finding.agency, finding.item) for finding in findings}
        other = [(finding.code, finding.agency) for finding in findings if finding.code != "value-missing"]
        assert other == ASKED_ABOUT.get(year, [])


def test_nobody_reports_what_it_is_not_asked_for(
    catalogue: Catalogue, registry: Registry, province: Province
) -> None:
    for year in YEARS:
        for agency, figures in province[year].items():
            for item in figures:
                asked = registry.reporters(catalogue.item_by_code[item].reported_by, Period.of_year(year))
                assert agency.matches(asked), (year, agency.code, item)


def test_no_figure_is_a_round_thousand(province: Province) -> None:
    for year, code, item, value in every_figure(province):
        if isinstance(value, int | float) and value >= 1000:
            assert value % 1000, (year, code, item, value)


def every_figure(province: Province) -> Iterator[tuple[int, str, str, Any]]:
    for year, agencies_of_year in province.items():
        for agency, figures in agencies_of_year.items():
            for item, value in figures.items():
                yield year, agency.code, item, value


def test_communes_do_not_share_their_numbers(
    catalogue: Catalogue, registry: Registry, province: Province
) -> None:
    for year in YEARS:
        communes = [
            province[year][code] for code in agencies(registry, year, "commune") if code in province[year]
        ]
        for item in catalogue.items:
            if "level:commune" not in item.reported_by:
                continue
            values = [figures[item.code] for figures in communes if item.code in figures]
            large = sorted(values)[len(values) // 2] >= 1000
            assert len(set(values)) >= (0.8 * len(values) if large else 2), (year, item.code)
            assert not large or max(Counter(values).values()) <= 4, (year, item.code)


def test_no_two_agencies_send_the_same_figures(province: Province) -> None:
    for year in YEARS:
        sent = Counter(
            tuple(sorted((item, str(value)) for item, value in figures.items()))
            for figures in province[year].values()
        )
        assert max(sent.values()) == 1


def test_parts_stay_within_their_wholes_and_balances_hold(catalogue: Catalogue, province: Province) -> None:
    held = 0
    for year in YEARS:
        for code, figures in province[year].items():
            for check in catalogue.checks:
                if any(item not in figures for item in check.items):
                    continue
                left, right = _side(check.left, figures), _side(check.right, figures)
                assert left == right if check.kind == "balance" else left <= right, (year, code, check.id)
                held += 1
    assert held > 5000


def _side(terms: tuple[Term, ...], figures: dict[str, Any]) -> Any:
    return sum(term.sign * figures[term.item] for term in terms)


def test_what_is_pending_at_the_end_of_a_year_is_carried_over_into_the_next(province: Province) -> None:
    followed = 0
    for before, after in pairwise(YEARS):
        for code, figures in province[after].items():
            if "dossiers-carried-over" in figures and code in province[before]:
                assert figures["dossiers-carried-over"] == total(province[before][code], *PENDING), (
                    after,
                    code,
                )
                followed += 1
    assert followed > 700


def test_whoever_ends_settles_everything_before(province: Province) -> None:
    ended = [
        figures
        for figures in province[2024].values()
        if "dossiers-online" in figures and PENDING[0] not in figures
    ]
    assert len(ended) == 8
    for figures in ended:
        assert total(figures, *RECEIVED, "dossiers-carried-over") == total(figures, *SETTLED)


def test_digitised_results_never_get_fewer(province: Province) -> None:
    for before, after in pairwise(YEARS):
        for code, figures in province[after].items():
            earlier = province[before].get(code, {})
            if "results-digitised" in figures and "results-digitised" in earlier:
                assert figures["results-digitised"] >= earlier["results-digitised"], (after, code)


def test_an_agency_keeps_its_size(registry: Registry, province: Province) -> None:
    taking = {code for agency in registry.agencies for code in agency.successors}
    grown = {agency for agency in registry.agencies if agency.code in taking}
    for before, after in pairwise(FULL_YEARS):
        for code, figures in province[after].items():
            whole = code in province[before] and PENDING[0] in figures and code not in grown
            if whole and total(province[before][code], *RECEIVED) > 100:
                growth = total(figures, *RECEIVED) / total(province[before][code], *RECEIVED)
                assert 0.8 <= growth <= 1.25, (after, code, growth)


def test_dossiers_are_of_the_size_usual_at_each_level(registry: Registry, province: Province) -> None:
    for year in FULL_YEARS:
        of_the_year = Period.of_year(year)
        for group, (low, high) in {"commune": (1_500, 10_000), "district": (10_000, 50_000)}.items():
            for code, agency in agencies(registry, year, group).items():
                if code in province[year] and agency.exists_on(of_the_year.end):
                    received = total(province[year][code], *RECEIVED)
                    assert low <= received <= high, (year, code, received)
        departments = [
            total(province[year][code], *RECEIVED)
            for code in agencies(registry, year, "department")
            if code in province[year]
        ]
        assert max(departments) <= 30_000
        assert sum(received < 150 for received in departments) >= 3
        assert sum(departments) > 4 * sum(sorted(departments)[: len(departments) * 3 // 4])
        pooled = sum(departments) + sum(
            total(province[year][code], *RECEIVED)
            for group in ("commune", "district")
            for code in agencies(registry, year, group)
            if code in province[year]
        )
        assert 950_000 <= pooled <= 1_500_000


def test_the_rates_rise_as_they_did_in_the_trade(registry: Registry, province: Province) -> None:
    online = [rate(province[year], "dossiers-online", *RECEIVED) for year in YEARS]
    assert 2 <= online[0] <= 4
    assert 38 <= online[2] <= 60
    assert 40 <= online[3] <= 60
    payments = [rate(province[year], "payments-online", "payments") for year in YEARS]
    assert payments[0] < 3
    assert 30 <= payments[3] <= 60
    digitised = [rate(province[year], "results-digitised", "results-in-force") for year in YEARS]
    assert digitised[0] < 10
    departments = set(agencies(registry, 2024, "department"))
    assert 50 <= rate(province[2024], "results-digitised", "results-in-force", among=departments) <= 80
    for series in (online, payments, digitised):
        assert all(earlier < later for earlier, later in pairwise(series))


def test_dossiers_are_settled_in_time_as_often_as_is_usual(province: Province) -> None:
    for year in YEARS:
        in_time = {}
        for code, figures in province[year].items():
            if "dossiers-settled-late" in figures and total(figures, *RECEIVED) >= 1000:
                late = figures["dossiers-settled-late"] + figures.get("dossiers-pending-overdue", 0)
                in_time[code] = 100 - 100 * late / (total(figures, *SETTLED) + figures.get(PENDING[1], 0))
        assert all(94 <= share <= 99.9 for share in in_time.values()), year
        pooled = sum(in_time.values()) / len(in_time)
        assert 95 <= pooled <= 99.7


def test_the_figures_of_lead_departments_are_of_the_size_usual(
    registry: Registry, province: Province
) -> None:
    for year in YEARS:
        office, home, finance = (province[year][named(registry, code)] for code in ("VPUBND", "SNV", "STC"))
        communes = sum(agency.group == "commune" and agency.pooled for agency in _at_end_of(year, registry))
        assert 1_700 <= office["procedures-in-force"] <= 2_000
        assert 900 <= office["procedures-online"] <= 1_300
        assert 200 <= office["petitions-due"] <= 800
        assert 600 <= home["service-units"] <= 750
        assert 22_000 <= home["service-payroll"] <= 27_000
        assert 2_000 <= home["administrative-payroll"] <= 2_400
        assert home["administrative-bodies-commune"] == communes
        low, high = (18, 23) if year < 2025 else (40, 60)
        assert low <= home["staff-commune"] / communes <= high
        groups = [finance[f"service-units-group-{number}"] for number in (1, 2, 3, 4)]
        assert sum(groups) == home["service-units"]
        assert 6 <= 100 * sum(groups[:2]) / sum(groups) <= 15
        planning = province[year][named(registry, "SKHDT" if year < 2025 else "STC")]
        plan, spent = (planning[f"investment-{what}"] for what in ("planned", "disbursed"))
        assert 4_500_000 <= plan <= 6_500_000
        assert 95 <= 100 * spent / plan <= 99.9


def test_legal_documents_are_many_in_the_province_and_hardly_any_in_a_commune(
    registry: Registry, province: Province
) -> None:
    ranges = {"department": (50, 100), "district": (0, 10), "commune": (0, 2)}
    for year in YEARS:
        for group, (low, high) in ranges.items():
            for code in agencies(registry, year, group):
                due = province[year].get(code, {}).get("legal-documents-to-review", low)
                assert low <= due <= high, (year, code, due)


def test_satisfaction_scores_are_those_of_a_ministry_survey(catalogue: Catalogue, province: Province) -> None:
    scores = {item.code for item in catalogue.items if item.kind is ItemKind.SCORE}
    found = [value for _, _, item, value in every_figure(province) if item in scores]
    assert len(found) >= 20
    assert all(76 <= score <= 87 for score in found)


def test_yes_no_items_are_answered_by_words_or_days_of_the_past(
    catalogue: Catalogue, registry: Registry, province: Province
) -> None:
    answers = {item.code for item in catalogue.items if item.kind is ItemKind.YES_NO}
    kinds = Counter[str]()
    for year, _, item, value in every_figure(province):
        if item in answers:
            assert value in ("có", "không") or value.date() <= date(year, 12, 31), (year, item, value)
            kinds[value if isinstance(value, str) else "day"] += 1
    assert min(kinds[kind] for kind in ("có", "không", "day")) > 10


def test_in_no_year_is_everything_met_or_everything_missed(evaluation: Run) -> None:
    for year in YEARS:
        of_this_year = [verdict for verdict in evaluation.verdicts if verdict.period == str(year)]
        due = [verdict for verdict in of_this_year if verdict.status in (Status.MET, Status.MISSED)]
        met = sum(verdict.status is Status.MET for verdict in due)
        assert 0.2 <= met / len(due) <= 0.8, year
        assert any(verdict.provisional for verdict in of_this_year)
        assert any(not verdict.provisional for verdict in due)


def test_the_forms_repeat_the_main_workbook() -> None:
    run = evaluated(EXAMPLES / "data.xlsx", EXAMPLES / "forms")
    assert run.verdicts == evaluated(EXAMPLES / "data.xlsx").verdicts
    repeated = [finding for finding in run.findings if finding.code == "duplicate-observation"]
    assert len(repeated) == len(list((EXAMPLES / "forms").glob("*.xlsx")))


def test_a_district_sends_its_communes_on_a_sheet() -> None:
    run = evaluated(EXAMPLES / "forms" / "huyen-chau-thanh-2024.xlsx")
    (sent,) = run.inputs
    assert (sent.layout, sent.submitter) == ("form", "821")
    assert sent.agencies == 1 + 23
