"""Who has sent what: in time, late, again, through whom, or not at all."""

import os
from datetime import date
from pathlib import Path

import pytest

from cchc_cli.language import Language
from cchc_cli.level import Level
from cchc_cli.standing.records import State
from cchc_cli.standing.words import state_words
from tests.reception.province import CODES, DEADLINE, form, full_form, matrix, of, standing


def test_everybody_who_must_report_is_there_in_the_order_of_the_registry(tmp_path: Path) -> None:
    form(tmp_path / "a.xlsx", "SNV")
    stood = standing(tmp_path)
    assert tuple(agency.code for agency in stood.agencies) == CODES
    assert [agency.code for agency in stood.agencies if agency.state is State.MISSING] == [*CODES[1:]]


@pytest.mark.parametrize(
    ("dated", "state"),
    [
        (date(2025, 1, 19), State.ON_TIME),
        (DEADLINE, State.ON_TIME),
        (date(2025, 1, 21), State.LATE),
        ("21/01/2025", State.LATE),
        (None, State.UNDATED),
    ],
)
def test_the_day_of_the_letter_decides(tmp_path: Path, dated: date | str | None, state: State) -> None:
    form(tmp_path / "a.xlsx", "SNV", dated=dated)
    stood = standing(tmp_path)
    assert of(stood, "SNV").state is state
    expected = {State.LATE: "submission-late", State.UNDATED: "submission-undated"}.get(state)
    said = {found.code for found in stood.findings} & {"submission-late", "submission-undated"}
    assert said == ({expected} if expected else set())


def test_the_date_of_the_file_decides_nothing(tmp_path: Path) -> None:
    path = form(tmp_path / "a.xlsx", "SNV", dated=date(2025, 1, 10))
    os.utime(path, (4_000_000_000, 4_000_000_000))
    assert of(standing(tmp_path), "SNV").state is State.ON_TIME


def test_without_a_deadline_nobody_is_late(tmp_path: Path) -> None:
    form(tmp_path / "a.xlsx", "SNV", dated=date(2025, 6, 1))
    form(tmp_path / "b.xlsx", "SYT", dated=None)
    stood = standing(tmp_path, deadline=None)
    assert {of(stood, code).state for code in ("SNV", "SYT")} == {State.RECEIVED}
    assert {found.code for found in stood.findings} & {"submission-late", "submission-undated"} == set()


def test_a_correction_after_the_deadline_is_sent_again_and_not_late(tmp_path: Path) -> None:
    form(tmp_path / "a.xlsx", "SNV", document="1/BC")
    form(
        tmp_path / "b.xlsx",
        "SNV",
        {"settled": 101},
        kind="Đính chính",
        document="9/BC",
        dated=date(2025, 2, 3),
    )
    agency = of(standing(tmp_path), "SNV")
    assert (agency.state, agency.times, agency.dated) == (State.ON_TIME, 2, date(2025, 1, 10))
    assert [(sent.kind, sent.document) for sent in agency.sent] == [
        ("official", "1/BC"),
        ("correction", "9/BC"),
    ]
    assert state_words(agency, Language.VI) == "Đúng hạn; nộp 2 lần"


def test_a_supplement_and_a_second_official_report_are_sent_again(tmp_path: Path) -> None:
    form(tmp_path / "a.xlsx", "SNV", dated=date(2025, 3, 1))
    form(tmp_path / "b.xlsx", "SNV", {"settled-in-time": 90}, kind="Bổ sung", dated=date(2025, 1, 5))
    form(tmp_path / "c.xlsx", "SNV", document="2/BC")
    agency = of(standing(tmp_path), "SNV")
    assert (agency.times, agency.state) == (3, State.ON_TIME)


def test_the_same_workbook_twice_is_one(tmp_path: Path) -> None:
    path = form(tmp_path / "a.xlsx", "SNV")
    (tmp_path / "a (1).xlsx").write_bytes(path.read_bytes())
    agency = of(standing(tmp_path), "SNV")
    assert (agency.times, len(agency.sent)) == (1, 2)
    assert sum(sent.counts for sent in agency.sent) == 1


def test_a_workbook_that_was_only_saved_again_is_one(tmp_path: Path) -> None:
    form(tmp_path / "a.xlsx", "SNV", communes=[("28501", 1, 1, 2)])
    form(tmp_path / "a luu lai.xlsx", "SNV", prepared_by="Nguyễn Văn Minh Họa", communes=[("28501", 2, 1, 2)])
    stood = standing(tmp_path)
    assert (of(stood, "SNV").times, of(stood, "28501").times) == (1, 2)


def test_how_many_items_are_in_and_what_is_wrong(tmp_path: Path) -> None:
    full_form(tmp_path / "a.xlsx", "SNV")
    form(tmp_path / "b.xlsx", "SYT", {"settled": "nhiều", "settled-in-time": 90, "plan-issued": "có"})
    form(
        tmp_path / "c.xlsx",
        "28501",
        {"settled": 5, "settled-in-time": 5, "staff": None},
        notes={"staff": "Chưa tổng hợp được"},
    )
    stood = standing(tmp_path)
    whole, wrong, explained = (of(stood, code) for code in ("SNV", "SYT", "28501"))
    assert (whole.items_in, whole.items_due, whole.is_complete) == (6, 6, True)
    assert (wrong.items_in, wrong.items_due, wrong.errors) == (2, 4, 1)
    assert wrong.to_explain == 1, "the form has no row for an item"
    assert (explained.items_in, explained.items_due) == (2, 3)
    assert (explained.to_explain, explained.answered) == (0, 1)
    assert (stood.total.with_errors, stood.total.to_explain, stood.total.complete) == (1, 1, 1)


def test_a_part_larger_than_its_whole_is_an_error_of_its_agency(tmp_path: Path) -> None:
    form(tmp_path / "a.xlsx", "28504", {"settled": 5, "settled-in-time": 6, "staff": 20})
    agency = of(standing(tmp_path), "28504")
    assert (agency.errors, agency.items_in, agency.state) == (1, 1, State.ON_TIME)


def test_communes_report_through_their_district(tmp_path: Path) -> None:
    rows = [("28501", 10, 9, 20), ("28504", 8, 8, 21)]
    form(tmp_path / "a.xlsx", "821", communes=rows, dated=date(2025, 1, 25), document="7/BC")
    stood = standing(tmp_path)
    carried = of(stood, "28501")
    assert (carried.state, carried.items_in, carried.dated) == (State.LATE, 3, date(2025, 1, 25))
    assert [(sent.own, sent.through, sent.figures) for sent in carried.sent] == [(False, "821", 3)]
    assert state_words(carried, Language.VI) == "Nộp chậm; qua Huyện Châu Thành"
    assert of(stood, "28507").state is State.MISSING


def test_its_own_report_goes_before_what_others_carry(tmp_path: Path) -> None:
    form(tmp_path / "a.xlsx", "821", communes=[("28501", 10, 9, 20)], dated=date(2025, 2, 1))
    full_form(tmp_path / "b.xlsx", "28501", dated=date(2025, 1, 9))
    agency = of(standing(tmp_path), "28501")
    assert (agency.state, agency.times) == (State.ON_TIME, 1)
    assert [sent.own for sent in agency.sent if sent.counts] == [True]


def test_a_matrix_that_nobody_signed_carries_too_and_is_undated_once(tmp_path: Path) -> None:
    matrix(tmp_path / "a.xlsx", ("settled", "staff"), ("SNV", 1, 2), ("28501", 3, 4), ("SYT", None, None))
    stood = standing(tmp_path)
    assert of(stood, "SNV").state is State.UNDATED
    assert state_words(of(stood, "28501"), Language.VI) == "Đã nộp, chưa rõ ngày; qua tệp tổng hợp"
    assert of(stood, "SYT").state is State.MISSING
    assert [found.code for found in stood.findings].count("submission-undated") == 1


def test_a_report_without_any_figure_has_come(tmp_path: Path) -> None:
    form(tmp_path / "a.xlsx", "SNV", {"settled": None})
    agency = of(standing(tmp_path), "SNV")
    assert (agency.state, agency.items_in) == (State.ON_TIME, 0)
    assert agency.errors >= 1


def test_another_period_does_not_count(tmp_path: Path) -> None:
    form(tmp_path / "a.xlsx", "SNV", {"settled": "nhiều"}, period="2023")
    stood = standing(tmp_path)
    assert (of(stood, "SNV").state, of(stood, "SNV").sent) == (State.MISSING, [])
    assert {found.code for found in stood.findings} == {"submission-missing"}
    assert stood.unplaced == []


def _quarters(folder: Path, *numbers: int, late: int = 0) -> None:
    for number in numbers:
        dated = date(2025, 2, 1) if number == late else date(2025, 1, 1)
        full_form(folder / f"{number}.xlsx", "28501", period=f"2024-Q{number}", dated=dated)


def test_shorter_periods_that_cover_the_whole_count(tmp_path: Path) -> None:
    _quarters(tmp_path, 1, 2, 3, 4)
    agency = of(standing(tmp_path), "28501")
    assert (agency.state, agency.items_in, agency.times) == (State.ON_TIME, 3, 1)
    assert agency.shorter_periods == ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]
    assert "ghép từ Quý I/2024" in state_words(agency, Language.VI)


def test_the_last_part_decides_whether_the_whole_is_late(tmp_path: Path) -> None:
    _quarters(tmp_path, 1, 2, 3, 4, late=4)
    agency = of(standing(tmp_path), "28501")
    assert (agency.state, agency.dated) == (State.LATE, date(2025, 2, 1))


def test_shorter_periods_with_a_gap_are_named_and_missing(tmp_path: Path) -> None:
    _quarters(tmp_path, 1, 3)
    agency = of(standing(tmp_path), "28501")
    assert (agency.state, agency.items_in, agency.times) == (State.MISSING, 0, 0)
    assert state_words(agency, Language.VI) == "Chưa nộp; mới có Quý I/2024, Quý III/2024"


def test_the_days_an_agency_existed_are_its_whole_period(tmp_path: Path) -> None:
    form(tmp_path / "a.xlsx", "28507", period="2024-01-01..2024-10-31", dated=date(2024, 11, 5))
    agency = of(standing(tmp_path), "28507")
    assert (agency.state, agency.shorter_periods) == (State.ON_TIME, [])
    assert (agency.items_in, agency.items_due) == (2, 2), "a stock is asked of whoever exists at the end"


def test_what_is_dated_after_the_cutoff_has_not_come(tmp_path: Path) -> None:
    form(tmp_path / "a.xlsx", "SNV", dated=date(2025, 2, 1))
    form(tmp_path / "b.xlsx", "SYT", dated=date(2025, 1, 31))
    stood = standing(tmp_path, cutoff=date(2025, 1, 31))
    assert (of(stood, "SNV").state, of(stood, "SYT").state) == (State.MISSING, State.LATE)


def test_errors_that_are_nobodys_are_shown_with_their_workbook(tmp_path: Path) -> None:
    form(tmp_path / "a.xlsx", "99999")
    form(tmp_path / "b.xlsx", "SNV", period="Quý 7")
    (tmp_path / "c.xlsx").write_bytes(b"PK\x03\x04 nothing")
    full_form(tmp_path / "d.xlsx", "SYT")
    stood = standing(tmp_path)
    assert [(Path(file.file).name, file.submitter, file.errors) for file in stood.unplaced] == [
        ("a.xlsx", None, 1),
        ("b.xlsx", "SNV", 1),
        ("c.xlsx", None, 1),
    ]
    assert of(stood, "SNV").state is State.MISSING
    assert {"agency-unknown", "period-unknown", "file-unreadable"} <= {one.code for one in stood.findings}


def test_counts_by_level_and_by_district(tmp_path: Path) -> None:
    full_form(tmp_path / "a.xlsx", "SNV")
    full_form(tmp_path / "b.xlsx", "CTHUE", dated=date(2025, 2, 1))
    full_form(tmp_path / "c.xlsx", "28501")
    stood = standing(tmp_path)
    assert [
        (group.level, group.pooled, group.counts.reported, group.counts.expected, group.counts.late)
        for group in stood.groups
    ] == [
        (Level.PROVINCE, True, 1, 2, 0),
        (Level.DISTRICT, True, 0, 1, 0),
        (Level.COMMUNE, True, 1, 3, 0),
        (Level.PROVINCE, False, 1, 1, 1),
    ]
    (district,) = stood.districts
    assert (district.parent, district.name.vi) == ("821", "Huyện Châu Thành")
    assert (district.counts.reported, district.counts.missing) == (1, 2)
    total = stood.total
    assert total.reported + total.missing == total.expected == len(stood.agencies)
    assert total.on_time + total.late + total.undated == total.reported


def test_filters_choose_who_is_shown_and_counted(tmp_path: Path) -> None:
    form(tmp_path / "a.xlsx", "SNV", {"settled": "nhiều"})
    communes = standing(tmp_path, levels=frozenset({Level.COMMUNE}))
    assert {agency.level for agency in communes.agencies} == {Level.COMMUNE}
    assert "value-not-a-number" not in {found.code for found in communes.findings}
    one = standing(tmp_path, agencies=frozenset({"SNV"}))
    assert (one.total.expected, one.total.with_errors) == (1, 1)


def test_status_agrees_with_what_a_whole_folder_says(tmp_path: Path) -> None:
    for code in CODES:
        full_form(tmp_path / f"{code}.xlsx", code)
    stood = standing(tmp_path)
    assert (stood.total.complete, stood.total.on_time, stood.findings) == (7, 7, [])
