"""The first page: what a director reads, in which order, and what does not stand there."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from cchc_cli.dossier import AgencyName, Dossier, Reporting
from cchc_cli.language import Language, Text
from cchc_cli.level import Level
from cchc_cli.reports.headline import headline
from cchc_cli.run import Asked, Run, Status, Verdict
from tests.reports.html.reading import first_page, text_of, written

MakeVerdict = Callable[..., Verdict]
MakeRun = Callable[..., Run]
MakeDossier = Callable[..., Dossier]
ExampleDossier = Callable[[Language], Dossier]


@pytest.fixture(scope="module")
def page(example_dossier: ExampleDossier) -> str:
    return written(example_dossier(Language.VI))


def test_the_first_page_says_what_a_director_asks(page: str) -> None:
    words = text_of(first_page(page))
    assert "Năm 2024" in words
    assert "hết ngày 15/01/2025" in words
    assert "190/195 đơn vị đã báo cáo" in words
    assert "Tạm tính" in words
    assert "Thay đổi so với năm 2023" in words
    assert "Sở Giáo dục và Đào tạo" in words
    assert "Sở Y tế (văn bản ngày 20/01/2025)" in words


def test_the_headline_is_that_of_every_report(page: str, example_dossier: ExampleDossier) -> None:
    words = text_of(first_page(page))
    for line in headline(example_dossier(Language.VI).run, Language.VI):
        assert line in words


def test_no_hash_no_reading_and_no_code_stands_on_the_first_page(page: str) -> None:
    first = first_page(page)
    assert not re.search(r"\bA\d\d\b", first)
    assert not re.search(r"[0-9a-f]{64}", first)
    assert not re.search(r"\b(SGDDT|SYT|X1|results-digitised|stage-plan)\b", first)


def test_a_missed_target_names_the_units_that_pull_it_down(page: str) -> None:
    words = text_of(first_page(page))
    assert "Huyện Ví Dụ (66,67%)" in words
    assert "Thành phố Minh Họa (90,90%)" not in words


def test_a_missed_milestone_names_who_has_not_done_it(page: str) -> None:
    assert "Chưa hoàn thành: Sở Xây dựng" in text_of(first_page(page))


def test_at_most_seven_missed_targets_are_named_and_the_others_counted(
    make_verdict: MakeVerdict, make_run: MakeRun, make_dossier: MakeDossier
) -> None:
    missed = [
        make_verdict(indicator=f"i{n}", name=Text(f"Chỉ tiêu {n}", f"Target {n}"), **_short_by(n))
        for n in range(1, 11)
    ]
    first = first_page(written(make_dossier(make_run(missed))))
    named = re.findall(r">Chỉ tiêu (\d+)</a> <span class=\"scope\">", first)
    assert named == ["10", "9", "8", "7", "6", "5", "4"]
    assert "… và 3 mục tiêu nữa" in first


def _short_by(points: int) -> dict[str, Any]:
    return {"status": Status.MISSED, "numerator": 50 - points, "denominator": 100}


def test_dated_targets_stand_before_standing_duties(
    make_verdict: MakeVerdict, make_run: MakeRun, make_dossier: MakeDossier
) -> None:
    standing = make_verdict(indicator="a", name=Text("Thường xuyên", "Standing"), due=None, **_short_by(40))
    dated = make_verdict(indicator="b", name=Text("Có hạn", "Dated"), **_short_by(1))
    first = first_page(written(make_dossier(make_run([standing, dated]))))
    assert re.findall(r">([^<]+)</a> <span class=\"scope\">", first) == ["Có hạn", "Thường xuyên"]


def test_everybody_in_and_nothing_provisional_is_final(
    make_verdict: MakeVerdict,
    make_run: MakeRun,
    make_dossier: MakeDossier,
    example_dossier: ExampleDossier,
) -> None:
    (reporting,) = example_dossier(Language.VI).reporting
    complete = type(reporting)("2024", 195, 195, (), ())
    verdict = make_verdict(numerator=60, denominator=100)
    words = text_of(first_page(written(make_dossier(make_run([verdict]), reporting=(complete,)))))
    assert "Chính thức" in words
    assert "Tạm tính" not in words
    assert "Tất cả đơn vị đã báo cáo." in words


def test_what_is_behind_or_leads_to_less_is_at_risk(
    data: dict[str, Any], make_verdict: MakeVerdict, make_run: MakeRun, make_dossier: MakeDossier
) -> None:
    behind = next(row for row in data["verdicts"] if row["indicator"] == "commune-staff-standard")
    ahead = next(row for row in data["verdicts"] if row["indicator"] == "online-dossiers")
    verdicts = [make_verdict(**{**row, "period": "2026"}) for row in (behind, ahead)]
    first = first_page(written(make_dossier(make_run(verdicts))))
    assert "Đến hạn 31/12/2030: 1 mục tiêu có nguy cơ" in first
    assert "Chậm tiến độ (ước tính)" in first
    assert "Hồ sơ nộp trực tuyến" not in first


def test_one_agency_is_spoken_of_in_the_words_of_steering(
    make_verdict: MakeVerdict, make_run: MakeRun, make_dossier: MakeDossier
) -> None:
    scope = {"kind": "agency", "code": "SYT", "name": Text("Sở Y tế", "Health"), "level": "province"}
    verdict = make_verdict(scope=scope, official=False, status=Status.MISSED, numerator=1, denominator=4)
    page = written(make_dossier(make_run([verdict])))
    words = text_of(page)
    assert "Dưới mức của cấp" in words
    assert not re.search(r"Không đạt|Tạm tính|Chính thức(?! )", text_of(first_page(page)))
    assert "không thay thế kết quả chấm Chỉ số cải cách hành chính" in words


def test_one_agency_keeps_its_words_beside_a_figure_that_it_reports_for_all(
    make_verdict: MakeVerdict, make_run: MakeRun, make_dossier: MakeDossier
) -> None:
    scope = {"kind": "agency", "code": "SYT", "name": Text("Sở Y tế", "Health"), "level": "province"}
    own = make_verdict(scope=scope, official=False, status=Status.MET, numerator=3, denominator=4)
    whole = make_verdict(indicator="score", name=Text("Điểm", "Score"), **_short_by(9))
    run = make_run([whole, own], asked=Asked(language=Language.VI, periods=["2024"]))
    first = text_of(first_page(written(make_dossier(run))))
    assert "1 ✗ Không đạt" in first
    assert "1 ✓ Bằng hoặc trên mức của cấp" in first


def test_many_absent_agencies_fold_level_by_level(
    make_verdict: MakeVerdict, make_run: MakeRun, make_dossier: MakeDossier
) -> None:
    communes = [AgencyName(f"X{n}", Text(f"Xã {n}", f"Commune {n}"), Level.COMMUNE) for n in range(1, 10)]
    office = AgencyName("SYT", Text("Sở Y tế", "Health"), Level.PROVINCE)
    police = AgencyName("CAT", Text("Công an tỉnh", "Police"), Level.PROVINCE, pooled=False)
    reporting = Reporting("2024", 21, 10, (*communes, office, police), ())
    run = make_run([make_verdict(numerator=60, denominator=100)])
    words = text_of(first_page(written(make_dossier(run, reporting=(reporting,)))))
    assert "Cấp tỉnh (sở, ban, ngành tỉnh) (1) : Sở Y tế" in words
    assert "Cơ quan Trung ương theo ngành dọc đóng trên địa bàn tỉnh (1) : Công an tỉnh" in words
    assert "Cấp xã (9) : Xã 1; Xã 2; Xã 3; Xã 4; Xã 5; Xã 6" in words
    assert "và 3 đơn vị nữa Xã 7; Xã 8; Xã 9" in words
