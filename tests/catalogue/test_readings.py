"""Each reading of the decision's words, as the shipped catalogue says it in data.

Readings about every target at once (A04, A40, A41, A43, A44) are kept by the engine and the registry and
tested there; here only what the catalogue itself must say for them.
"""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.indicator import Indicator
from cchc_cli.catalogue.item import Item, Term
from cchc_cli.catalogue.source import IndicatorKind, Measure, Operator
from cchc_cli.catalogue.target import Target
from cchc_cli.level import Level
from cchc_cli.packaged import packaged_file
from cchc_cli.period import Period

ISSUED = date(2021, 10, 18)
END_OF_2025, END_OF_2030 = date(2025, 12, 31), date(2030, 12, 31)
ANY_AUTHORITY = ("level:province", "level:district", "level:commune")
MINIMUM = re.compile(r"(?i)tối thiểu|ít nhất|trở lên|trên \d")
GENERAL = {"A04", "A33", "A40", "A41", "A43", "A44"}


def all_targets(catalogue: Catalogue) -> Iterator[tuple[Indicator, Target]]:
    for indicator in catalogue.indicators:
        for target in indicator.targets:
            yield indicator, target


def citing(catalogue: Catalogue, *lines: int) -> set[str]:
    """The indicators with a target that cites any of these lines."""
    return {
        indicator.id
        for indicator, target in all_targets(catalogue)
        if any(citation.line in lines for citation in target.citations)
    }


def read_as(catalogue: Catalogue, reading: str) -> set[str]:
    """The indicators with a target marked with a reading."""
    return {indicator.id for indicator, target in all_targets(catalogue) if reading in target.readings}


def targets(catalogue: Catalogue, indicator: str) -> tuple[Target, ...]:
    return catalogue.indicator_by_id[indicator].targets


def only(catalogue: Catalogue, indicator: str) -> Target:
    (target,) = targets(catalogue, indicator)
    return target


def bounds(catalogue: Catalogue, indicator: str) -> list[tuple[date | None, int | None]]:
    found = targets(catalogue, indicator)
    return [(target.due, None if target.bound is None else int(target.bound)) for target in found]


def codes(terms: tuple[Term, ...]) -> list[str]:
    return [term.item for term in terms]


def sides(catalogue: Catalogue, indicator: str) -> tuple[list[str], list[str]]:
    found = catalogue.indicator_by_id[indicator]
    return codes(found.numerator), codes(found.denominator)


def items(catalogue: Catalogue, indicator: str) -> list[Item]:
    return [catalogue.item_by_code[code] for code in catalogue.indicator_by_id[indicator].items]


def beside(catalogue: Catalogue, indicator: str) -> list[tuple[str, list[str], list[str]]]:
    found = catalogue.indicator_by_id[indicator].also
    return [(also.reading, codes(also.numerator), codes(also.denominator)) for also in found]


def test_every_reading_is_on_a_target_or_told_once_for_all(shipped: Catalogue) -> None:
    on_targets = {reading for _, target in all_targets(shipped) for reading in target.readings}
    assert on_targets.isdisjoint(GENERAL)
    assert on_targets | GENERAL == {f"A{number:02}" for number in range(1, 47)}
    header = packaged_file("targets.yaml").read_text(encoding="utf-8").split("programme:")[0]
    assert all(reading in header for reading in GENERAL)


def test_every_reading_is_explained_in_both_languages(shipped: Catalogue) -> None:
    assert [reading for reading, _ in shipped.readings] == [f"A{number:02}" for number in range(1, 47)]
    for reading, text in shipped.readings:
        for words in (text.vi, text.en):
            assert words.strip() == words and words.endswith("."), reading
            assert len(words) > 40, reading
        assert text.vi != text.en, reading


def test_every_reading_used_is_explained(shipped: Catalogue) -> None:
    on_targets = {reading for _, target in all_targets(shipped) for reading in target.readings}
    shown_beside = {also.reading for indicator in shipped.indicators for also in indicator.also}
    assert shown_beside
    assert on_targets | shown_beside <= set(shipped.reading_by_id)


def test_a01_a02_the_ladder_rises_in_points_on_the_floor(shipped: Catalogue) -> None:
    steps = [target.step for target in targets(shipped, "results-digitised") if target.step]
    assert {(int(step.points), step.on_actual, int(step.cap)) for step in steps} == {(20, False, 100)}
    assert read_as(shipped, "A01") == read_as(shipped, "A02") == {"results-digitised"}


def test_a03_communes_keep_95_after_2025(shipped: Catalogue) -> None:
    last = shipped.indicator_by_id["results-digitised"].targets_of(Level.COMMUNE)[-1]
    assert (last.due, last.bound, last.until) == (END_OF_2025, 95, None)


def test_a04_a_target_of_2025_stays_in_force(shipped: Catalogue) -> None:
    of_2025 = [target for _, target in all_targets(shipped) if target.due == END_OF_2025]
    assert of_2025
    assert {target.until for target in of_2025} == {None}


def test_a05_a06_the_words_before_a_number_say_whether_it_is_enough_to_reach_it(shipped: Catalogue) -> None:
    strict = set()
    for indicator, target in all_targets(shipped):
        quotes = " ".join(citation.quote for citation in target.citations)
        above = {int(number) for number in re.findall(r"(?i)\btrên (\d+)%", quotes)}
        if target.bound is not None and indicator.kind is not IndicatorKind.CHANGE:
            assert (target.operator is Operator.ABOVE) == (target.bound in above), indicator.id
        if target.operator is Operator.ABOVE:
            strict.add((indicator.id, int(target.bound or 0)))
    assert strict == {
        ("elected-officials-qualified", 98),
        ("division-heads-international", 30),
        ("public-investment-disbursed", 90),
    }


def test_a05_a06_say_which_words_a_number_stands_with(shipped: Catalogue) -> None:
    for indicator, target in all_targets(shipped):
        quotes = " ".join(citation.quote for citation in target.citations)
        if indicator.id == "service-payroll-reduced-2021":
            continue  # In line 53 one «tối thiểu» holds for both numbers of its sentence.
        assert ("A06" in target.readings) == bool(MINIMUM.search(quotes)), indicator.id
        assert not {"A05", "A06"} <= set(target.readings), indicator.id
        if "A05" in target.readings:
            assert "%" in quotes


def test_a05_a_bare_percentage_below_100_is_read_as_at_least(shipped: Catalogue) -> None:
    bare = [
        (indicator.id, target.readings)
        for indicator, target in all_targets(shipped)
        if target.bound not in (None, 100) and "A06" not in target.readings and target.upper is None
    ]
    assert bare
    assert [indicator for indicator, readings in bare if "A05" not in readings] == []


def test_a07_a_band_is_met_from_its_lower_end(shipped: Catalogue) -> None:
    target = only(shipped, "senior-leaders-international")
    assert (target.operator, target.bound, target.upper) == (Operator.BETWEEN, 25, 35)
    assert read_as(shipped, "A07") == {"senior-leaders-international"}


@pytest.mark.parametrize(
    ("indicator", "baseline", "bound", "due"),
    [
        ("service-units-reduced", 2021, 10, END_OF_2025),
        ("service-payroll-reduced-2021", 2021, 10, END_OF_2025),
        ("service-payroll-reduced-2025", 2025, 10, END_OF_2030),
    ],
)
def test_a08_a09_reductions_are_cumulative_against_one_year(
    shipped: Catalogue, indicator: str, baseline: int, bound: int, due: date
) -> None:
    target = only(shipped, indicator)
    assert (target.level, target.operator, target.bound, target.due) == ("all", Operator.REDUCE, bound, due)
    assert target.baseline is not None
    assert (target.baseline.window, target.baseline.of) == (Period.of_year(baseline), "end")
    assert target.present is None


def test_a09_payroll_is_the_number_assigned_and_entered_once(shipped: Catalogue) -> None:
    for code in ("service-payroll", "administrative-payroll"):
        item = shipped.item_by_code[code]
        assert "được giao" in item.name.vi
        assert item.help is not None and "không phải số có mặt" in item.help.vi
        assert (item.reported_by, item.measure) == (("agency:SNV",), Measure.STOCK)


def test_a10_spending_is_a_mean_of_years_against_a_mean_of_years(shipped: Catalogue) -> None:
    target = only(shipped, "direct-spending-reduced")
    baseline, present = target.baseline, target.present
    assert baseline is not None and present is not None
    assert (baseline.window.start.year, baseline.window.end.year, baseline.of) == (2021, 2025, "mean")
    assert (present.window.start.year, present.window.end.year, present.of) == (2026, 2030, "mean")
    assert (target.bound, target.operator, target.judged) == (15, Operator.REDUCE, "year")
    assert target.due == END_OF_2030


def test_a11_of_those_is_counted_within_the_set_just_named(shipped: Catalogue) -> None:
    provided, eligible = sides(shipped, "procedures-online")
    assert sides(shipped, "procedures-on-national-portal") == (["procedures-on-national-portal"], provided)
    assert eligible != provided
    assert sides(shipped, "payments-online") == (["payments-online"], ["payments"])
    assert "đã triển khai thanh toán trực tuyến" in shipped.item_by_code["payments"].name.vi
    assert citing(shipped, 67, 68, 69, 70) <= read_as(shipped, "A11")


def test_a12_dossiers_online_of_those_received_in_the_period(shipped: Catalogue) -> None:
    received = ["dossiers-online", "dossiers-direct"]
    assert sides(shipped, "dossiers-received-online") == (["dossiers-online"], received)
    assert beside(shipped, "dossiers-received-online") == [
        ("A12", ["dossiers-online"], [*received, "dossiers-carried-over"])
    ]
    assert bounds(shipped, "dossiers-received-online") == [(END_OF_2025, 50), (END_OF_2030, 80)]


def test_a13_levels_3_and_4_are_counted_together(shipped: Catalogue) -> None:
    assert "mức độ 3 và 4" in shipped.item_by_code["procedures-online"].name.vi
    assert "mức độ 3 và 4" in shipped.item_by_code["popular-services"].name.vi
    assert read_as(shipped, "A13") == {
        "procedures-online",
        "procedures-on-national-portal",
        "dossiers-received-online",
        "popular-services-on-national-portal",
    }


@pytest.mark.parametrize(
    ("indicator", "reporter", "line", "asked"),
    [
        ("satisfaction-procedures", "VPUBND", 203, [90, 95]),
        ("satisfaction-land-construction-investment", "VPUBND", 203, [85, 90]),
        ("satisfaction-state-bodies", "SNV", 194, [90, 95]),
        ("satisfaction-health", "SYT", 217, [85, 90]),
        ("satisfaction-education", "SGDDT", 219, [85, 90]),
    ],
)
def test_a14_a15_satisfaction_is_a_published_score_with_one_source(
    shipped: Catalogue, indicator: str, reporter: str, line: int, asked: list[int]
) -> None:
    (score,) = items(shipped, indicator)
    assert (score.measure, score.lowest, score.highest) == (Measure.PUBLISHED, 0, 100)
    assert score.reported_by == (f"agency:{reporter}",)
    assert bounds(shipped, indicator) == list(zip([END_OF_2025, END_OF_2030], asked, strict=True))
    for target in targets(shipped, indicator):
        assert target.lead is not None
        assert (target.lead.agency, target.lead.line) == (reporter, line)
        assert "A14" in target.readings


def test_a16_by_the_rules_means_all_of_them(shipped: Catalogue) -> None:
    found = [target for _, target in all_targets(shipped) if "A16" in target.readings]
    assert {(target.operator, target.bound) for target in found} == {(Operator.AT_LEAST, 100)}
    assert read_as(shipped, "A16") >= citing(shipped, 28, 29, 30, 31, 49, 50, 64)


def test_a17_a_clause_without_a_number_takes_it_from_its_subject_only(shipped: Catalogue) -> None:
    inherited = {
        "bodies-with-proper-leadership",
        "service-units-with-proper-leadership",
        "officials-rated",
        "leadership-appointments-by-position",
    }
    not_inherited = {"digitised-information-reused", "government-data-opened"}
    assert read_as(shipped, "A17") == inherited | not_inherited
    for indicator in inherited:
        assert {target.bound for target in targets(shipped, indicator)} == {100}
    assert {shipped.indicator_by_id[each].kind for each in not_inherited} == {IndicatorKind.MILESTONE}


@pytest.mark.parametrize(
    ("indicator", "by_2025", "by_2030"),
    [
        ("procedures-with-online-payment", 80, 100),
        ("payments-online", 30, 50),
        ("procedures-online", 80, 90),
        ("procedures-on-national-portal", 80, 100),
        ("bodies-with-financial-autonomy", 100, 100),
        ("services-on-several-devices", 80, 100),
        ("inspections-online", 50, 70),
    ],
)
def test_a18_a27_what_2030_repeats_is_one_line_of_two_targets(
    shipped: Catalogue, indicator: str, by_2025: int, by_2030: int
) -> None:
    assert bounds(shipped, indicator) == [(END_OF_2025, by_2025), (END_OF_2030, by_2030)]
    assert ["A18" in target.readings for target in targets(shipped, indicator)] == [False, True]


def test_a19_communes_reach_the_standard_in_two_steps_the_others_in_every_period(shipped: Catalogue) -> None:
    standard = shipped.indicator_by_id["staff-up-to-standard"]
    communes = [(target.due, target.bound) for target in standard.targets_of(Level.COMMUNE)]
    assert communes == [(END_OF_2025, 70), (END_OF_2030, 100)]
    for level in (Level.PROVINCE, Level.DISTRICT):
        (target,) = standard.targets_of(level)
        assert (target.due, target.since, target.bound) == (None, ISSUED, 100)


def test_a20_job_positions_are_judged_for_province_and_districts_and_shown_for_communes(
    shipped: Catalogue,
) -> None:
    positions = shipped.indicator_by_id["bodies-staffed-by-position"]
    assert positions.target_levels == (Level.PROVINCE, Level.DISTRICT)
    (communes,) = positions.also
    assert (communes.reading, communes.level) == ("A20", Level.COMMUNE)
    shown = [shipped.item_by_code[code].level for code in codes((*communes.numerator, *communes.denominator))]
    assert shown == [Level.COMMUNE, Level.COMMUNE]


def test_a21_the_eligible_are_reported_and_their_share_of_all_is_shown(shipped: Catalogue) -> None:
    assert beside(shipped, "procedures-online") == [
        ("A21", ["procedures-eligible-online"], ["procedures-in-force"])
    ]
    assert beside(shipped, "economic-units-converted") == [
        ("A21", ["economic-units-eligible"], ["economic-units"])
    ]


def test_a22_rates_fixed_elsewhere_are_empty(shipped: Catalogue) -> None:
    outside = {indicator.id: target for indicator, target in all_targets(shipped) if target.external}
    assert set(outside) == citing(shipped, 56, 96) == read_as(shipped, "A22")
    assert len(citing(shipped, 56)) == 2
    for target in outside.values():
        assert target.external is not None
        assert (target.bound, target.external.bound, target.baseline) == (None, None, None)


def test_a23_a_baseline_the_text_leaves_open_is_proposed_not_confirmed(shipped: Catalogue) -> None:
    unconfirmed = {
        indicator.id: (target.operator, target.bound, target.baseline.window)
        for indicator, target in all_targets(shipped)
        if target.baseline and not target.baseline.confirmed
    }
    assert unconfirmed == {
        "procedures-reduced": (Operator.REDUCE, 30, Period.of_year(2021)),
        "data-services-increased": (Operator.INCREASE, 30, Period.of_year(2021)),
    }


def test_a24_only_what_the_text_strives_for_is_aspirational(shipped: Catalogue) -> None:
    striving = {indicator.id for indicator, target in all_targets(shipped) if target.aspirational}
    assert striving == read_as(shipped, "A24") == {"meetings-in-the-system"}
    assert bounds(shipped, "meetings-in-the-system") == [(END_OF_2025, 100)]


def test_a25_disbursement_is_judged_every_year_on_the_councils_plan(shipped: Catalogue) -> None:
    target = only(shipped, "public-investment-disbursed")
    assert (target.due, target.judged, target.operator, target.bound) == (None, "year", Operator.ABOVE, 90)
    assert (target.since, target.until) == (date(2021, 1, 1), END_OF_2030)
    assert [citation.line for citation in target.citations] == [78, 82]
    disbursed, planned = items(shipped, "public-investment-disbursed")
    assert "Hội đồng nhân dân tỉnh giao" in planned.name.vi
    assert (disbursed.measure, planned.measure) == (Measure.FLOW, Measure.STOCK)
    for item in (disbursed, planned):
        assert item.reported_by == ("agency:SKHDT",)
        assert str(item.days(Period.of_year(2024))) == "2024-01-01..2025-01-31"


def test_a26_systems_and_databases_are_those_of_the_province(shipped: Catalogue) -> None:
    assert read_as(shipped, "A26") == {"information-systems-connected", "databases-connected"}
    for code in ("information-systems", "databases"):
        assert "tỉnh và địa phương" in shipped.item_by_code[code].name.vi


def test_a28_two_portals_are_two_milestones(shipped: Catalogue) -> None:
    assert only(shipped, "provincial-portal-connected").due == date(2022, 12, 31)
    assert only(shipped, "one-stop-system-connected").due == END_OF_2025
    assert read_as(shipped, "A28") == {"provincial-portal-connected", "one-stop-system-connected"}


def test_a29_reports_are_due_in_every_period_judged_or_ad_hoc(shipped: Catalogue) -> None:
    assert read_as(shipped, "A29") == {"progress-report-sent", "summary-report-sent"}
    for indicator in read_as(shipped, "A29"):
        target = only(shipped, indicator)
        assert (target.due, target.judged) == (None, "period")
        assert shipped.indicator_by_id[indicator].kind is IndicatorKind.DUTY


def test_a30_thirty_calendar_days_after_the_day_of_issue(shipped: Catalogue) -> None:
    target = only(shipped, "stage-plan-sent")
    assert target.due is not None
    assert (shipped.programme.issued, (target.due - shipped.programme.issued).days) == (ISSUED, 30)


def test_a31_a32_what_is_counted_is_said_to_whoever_counts(shipped: Catalogue) -> None:
    circulated = shipped.item_by_code["dossiers-circulated"]
    occasions = shipped.item_by_code["occasions-with-information-held"]
    assert circulated.help is not None and "hai cơ quan trở lên" in circulated.help.vi
    assert occasions.unit == "lượt"
    assert occasions.help is not None and "không theo số người" in occasions.help.vi


def test_a33_by_a_year_is_by_its_last_day(shipped: Catalogue) -> None:
    days = {(target.due.month, target.due.day) for _, target in all_targets(shipped) if target.due}
    assert days == {(12, 31), (11, 17)}


def test_a34_undated_hundreds_bind_every_period_from_the_day_of_issue(shipped: Catalogue) -> None:
    undated = [(indicator, target) for indicator, target in all_targets(shipped) if target.due is None]
    assert {
        target.since for indicator, target in undated if indicator.id != "public-investment-disbursed"
    } == {ISSUED}
    assert {target.bound for _, target in undated if "A34" in target.readings} == {100}
    repeated = {"bodies-staffed-by-position": (61, 72), "service-units-staffed-by-position": (62, 73)}
    for indicator, lines in repeated.items():
        for target in targets(shipped, indicator):
            assert (target.due, target.bound) == (END_OF_2030, 100)
            assert tuple(citation.line for citation in target.citations) == lines


def test_a34_rating_is_one_target_judged_by_year(shipped: Catalogue) -> None:
    target = only(shipped, "officials-rated")
    assert (target.judged, target.due, target.bound) == ("year", None, 100)
    assert [citation.line for citation in target.citations] == [61, 63]


def test_a35_iso_is_for_bodies_obliged_and_shown_for_all(shipped: Catalogue) -> None:
    assert sides(shipped, "bodies-applying-iso") == (["iso-obliged-applying"], ["iso-obliged"])
    assert beside(shipped, "bodies-applying-iso") == [
        ("A35", ["iso-obliged-applying", "iso-not-obliged-applying"], ["iso-obliged", "iso-not-obliged"])
    ]


def test_a36_two_targets_for_portal_integration_both_hold(shipped: Catalogue) -> None:
    assert read_as(shipped, "A36") == {"procedures-on-national-portal", "popular-services-on-national-portal"}
    assert bounds(shipped, "popular-services-on-national-portal") == [(END_OF_2025, 100)]


def test_a37_flows_are_counted_in_the_period(shipped: Catalogue) -> None:
    still_open = {"dossiers-pending-overdue"}
    for indicator in read_as(shipped, "A37"):
        measures = {item.measure for item in items(shipped, indicator) if item.code not in still_open}
        assert measures == {Measure.FLOW}, indicator


def test_a38_self_financing_are_groups_1_and_2(shipped: Catalogue) -> None:
    groups = [f"service-units-group-{number}" for number in (1, 2, 3, 4)]
    assert sides(shipped, "service-units-self-financing") == (groups[:2], groups)
    assert bounds(shipped, "service-units-self-financing") == [(END_OF_2025, 20)]


def test_a39_two_payroll_targets_for_2030_are_judged_apart(shipped: Catalogue) -> None:
    assert read_as(shipped, "A39") == {"budget-paid-workers-reduced", "service-payroll-reduced-2025"}


def test_a40_levels_are_bound_only_where_the_text_names_them(shipped: Catalogue) -> None:
    by_level = {
        indicator.id: indicator.target_levels
        for indicator in shipped.indicators
        if indicator.target_levels != ("all",)
    }
    two, three = (Level.PROVINCE, Level.DISTRICT), tuple(Level)
    assert by_level == {
        "results-digitised": three,
        "bodies-reorganised": two,
        "bodies-with-proper-leadership": two,
        "bodies-staffed-by-position": two,
        "staff-up-to-standard": three,
        "commune-staff-graduates": (Level.COMMUNE,),
        "work-files-online": three,
    }


@pytest.mark.parametrize(
    ("year", "asked"),
    [
        (2025, {"province": 90, "district": 80, "commune": 60}),
        (2030, {"province": 100, "district": 90, "commune": 70}),
    ],
)
def test_a40_work_files_by_level(shipped: Catalogue, year: int, asked: dict[str, int]) -> None:
    found = {
        str(target.level): target.bound
        for target in targets(shipped, "work-files-online")
        if target.due == date(year, 12, 31)
    }
    assert found == asked


def test_a42_procedures_are_counted_once_by_the_provinces_office(shipped: Catalogue) -> None:
    procedures = [item for item in shipped.items if item.unit == "thủ tục"]
    assert {item.reported_by for item in procedures} == {("agency:VPUBND",)}
    counting = {
        indicator.id
        for indicator in shipped.indicators
        if indicator.kind is IndicatorKind.SHARE
        and any(item.unit == "thủ tục" for item in items(shipped, indicator.id))
    }
    assert counting == read_as(shipped, "A42")
    assert counting <= citing(shipped, 28, 29, 37, 38, 39, 44, 45)


def test_a43_vertical_agencies_report_dossiers_and_nothing_of_the_provinces_own(shipped: Catalogue) -> None:
    asked_of_verticals = [item for item in shipped.items if "level:province" in item.reported_by]
    assert {item.reported_by for item in asked_of_verticals} == {ANY_AUTHORITY}
    assert {item.unit for item in asked_of_verticals} == {"hồ sơ", "kết quả", "giao dịch", "lượt"}


def test_a44_items_of_changes_are_of_the_former_territory(shipped: Catalogue) -> None:
    feeding = {
        code
        for indicator in shipped.indicators
        if indicator.kind is IndicatorKind.CHANGE
        for code in indicator.items
    }
    assert feeding == {item.code for item in shipped.items if item.territory == "former"}


def test_a45_online_service_keeps_both_names(shipped: Catalogue) -> None:
    assert read_as(shipped, "A45") == citing(shipped, 89, 98) | {
        "procedures-online",
        "procedures-on-national-portal",
        "dossiers-received-online",
        "popular-services-on-national-portal",
    }
    for code in ("dossiers-online", "procedures-online"):
        help_text = shipped.item_by_code[code].help
        assert help_text is not None and "quy chiếu theo Nghị định 42/2022" in help_text.vi
    assert "mức độ 4 (toàn trình)" in shipped.item_by_code["full-services"].name.vi


def test_a46_in_time_is_held_against_settled_and_overdue(shipped: Catalogue) -> None:
    in_time = ["dossiers-settled-early", "dossiers-settled-on-time"]
    settled = [*in_time, "dossiers-settled-late"]
    assert sides(shipped, "dossiers-in-time") == (in_time, [*settled, "dossiers-pending-overdue"])
    assert beside(shipped, "dossiers-in-time") == [
        ("A46", in_time, settled),
        ("A46", in_time, ["dossiers-online", "dossiers-direct", "dossiers-carried-over"]),
    ]


def test_what_stands_outside_the_objectives(shipped: Catalogue) -> None:
    target = only(shipped, "documents-exchanged-electronically")
    assert (target.due, target.bound, target.citations[0].line) == (END_OF_2030, 100, 153)
    dated = {
        indicator: (only(shipped, indicator).due, only(shipped, indicator).citations[0].line)
        for indicator in ("provincial-portal-connected", "stage-plan-sent", "midterm-review-held")
    }
    assert dated == {
        "provincial-portal-connected": (date(2022, 12, 31), 121),
        "stage-plan-sent": (date(2021, 11, 17), 181),
        "midterm-review-held": (END_OF_2025, 196),
    }
