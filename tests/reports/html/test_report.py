"""The page: what stands on it, in which order, and what does not."""

import json
import os
import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from cchc_cli.dossier import AgencyName, Dossier, Reporting
from cchc_cli.language import Language, Text
from cchc_cli.level import Level
from cchc_cli.provenance import MARK, read_provenance
from cchc_cli.reports.formats import PAPER_FORMATS
from cchc_cli.reports.headline import headline
from cchc_cli.reports.presentation import Presentation
from cchc_cli.run import Asked, LeftOut, Run, Status, Verdict

MakeVerdict = Callable[..., Verdict]
MakeRun = Callable[..., Run]
MakeDossier = Callable[..., Dossier]
ExampleDossier = Callable[[Language], Dossier]

_GOLDEN = Path(__file__).parents[1] / "golden"


def written(dossier: Dossier, language: Language = Language.VI) -> str:
    return PAPER_FORMATS["html"].write(dossier, Presentation(language)).decode("utf-8")


class _Words(HTMLParser):
    """The words a reader sees, a line for each piece of text; the first page ends where the areas begin."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.headings: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self._hidden += tag in ("script", "style")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        line = " ".join(data.split())
        if line and not self._hidden:
            self.lines.append(line)


def read(page: str) -> _Words:
    parser = _Words()
    parser.feed(page)
    return parser


def first_page(page: str) -> str:
    return page[page.index('class="sheet masthead') : page.index('id="by-area"')]


def text_of(page: str) -> str:
    return " ".join(read(page).lines)


@pytest.fixture(scope="module")
def page(example_dossier: ExampleDossier) -> str:
    return written(example_dossier(Language.VI))


@pytest.mark.parametrize("language", Language)
def test_the_words_of_the_whole_page(example_dossier: ExampleDossier, language: Language) -> None:
    words = "\n".join(read(written(example_dossier(language), language)).lines) + "\n"
    path = _GOLDEN / f"page.{language}.txt"
    if os.environ.get("CCHC_WRITE_GOLDEN"):
        path.write_text(words, encoding="utf-8", newline="\n")
    assert words == path.read_text(encoding="utf-8")


def test_the_same_dossier_gives_the_same_bytes(example_dossier: ExampleDossier) -> None:
    assert written(example_dossier(Language.VI)) == written(example_dossier(Language.VI))


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


def test_a_run_without_verdicts_says_so(make_run: MakeRun, make_dossier: MakeDossier) -> None:
    words = text_of(written(make_dossier(make_run([]))))
    assert "Không có kết quả nào để hiện" in words
    assert "Đạt" not in words


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


def test_every_official_target_stands_in_the_page_without_a_script(
    page: str, example_dossier: ExampleDossier
) -> None:
    words = text_of(page)
    for verdict in example_dossier(Language.VI).run.verdicts:
        if verdict.official:
            assert verdict.name.vi in words
            for citation in verdict.citations:
                assert citation.quote in words


def test_pictures_say_what_they_show(page: str) -> None:
    pictures = re.findall(r'<svg class="(\w+)"[^>]*aria-label="([^"]+)"', page)
    assert {kind for kind, _ in pictures} == {"bullet", "years"}
    years = next(words for kind, words in pictures if kind == "years" and "62,33%" in words)
    assert years == (
        "Qua các kỳ: 2022: 31,77%; 2023: 62,33%; 2024: 79,996%. Mức phải đạt: ≥ 40% đến 31/12/2022; "
        "≥ 60% đến 31/12/2023; ≥ 80% đến 31/12/2024; ≥ 100% đến 31/12/2025."
    )


def test_headings_never_skip_a_level(page: str) -> None:
    levels = [int(heading[1]) for heading in read(page).headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_cells_behind_a_figure_are_carried_once(page: str) -> None:
    data = json.loads(_script(page, "cchc-data"))
    texts = data["texts"]
    cells = [
        (texts[agency], texts[item], texts[file], texts[sheet], cell, value)
        for agency, rows in data["members"]
        for item, file, sheet, cell, value, _ in rows
    ]
    assert ("Huyện Ví Dụ", "kết quả đã số hóa", "817.xlsx", "Số liệu", "D17", "30.000") in cells
    assert len(cells) == len(set(cells))


def test_cells_say_what_they_replaced_and_what_is_lacking(page: str) -> None:
    data = json.loads(_script(page, "cchc-data"))
    texts = data["texts"]
    rows = {
        (texts[agency], texts[item], cell): (value, texts[remark])
        for agency, cells in data["members"]
        for item, _, _, cell, value, remark in cells
    }
    assert rows["Sở Giáo dục và Đào tạo", "hồ sơ nộp trực tuyến", "D17"] == (
        "10.000",
        "thay cho 1.000 ← b.xlsx › Số liệu!D17",
    )
    assert rows["Văn phòng UBND tỉnh", "hồ sơ nộp trực tuyến", ""] == ("–", "để trống")
    assert "không dùng: value-ambiguous" in rows["Sở Nội vụ", "hồ sơ nộp trực tuyến", "D17"][1]


def test_many_absent_agencies_fold_level_by_level(
    make_verdict: MakeVerdict, make_run: MakeRun, make_dossier: MakeDossier
) -> None:
    communes = [AgencyName(f"X{n}", Text(f"Xã {n}", f"Commune {n}"), Level.COMMUNE) for n in range(1, 10)]
    office = AgencyName("SYT", Text("Sở Y tế", "Health"), Level.PROVINCE)
    reporting = Reporting("2024", 20, 10, (*communes, office), ())
    run = make_run([make_verdict(numerator=60, denominator=100)])
    words = text_of(first_page(written(make_dossier(run, reporting=(reporting,)))))
    assert "Cấp tỉnh (1) : Sở Y tế" in words
    assert "Cấp xã (9) : Xã 1; Xã 2; Xã 3; Xã 4; Xã 5; Xã 6" in words
    assert "và 3 đơn vị nữa Xã 7; Xã 8; Xã 9" in words


def test_agency_rows_fold_into_one_table(page: str) -> None:
    data = json.loads(_script(page, "cchc-data"))
    (table,) = data["tables"]
    assert [data["texts"][row[0]] for row in table] == ["Sở Xây dựng", "Sở Nội vụ"]
    assert [data["texts"][row[3]] for row in table] == ["✗ Dưới mức của cấp", "✓ Bằng hoặc trên mức của cấp"]


def test_the_page_carries_what_it_was_made_from(page: str, example_dossier: ExampleDossier) -> None:
    record = read_provenance(_script(page, MARK))
    assert record is not None
    assert record.format == "html"
    assert record.asked == example_dossier(Language.VI).run.asked


def _script(page: str, name: str) -> str:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    return found[1]


def test_rows_that_the_call_leaves_out_are_counted_and_said(
    make_verdict: MakeVerdict, make_run: MakeRun, make_dossier: MakeDossier
) -> None:
    scope = {"kind": "agency", "code": "SYT", "name": Text("Sở Y tế", "Health"), "level": "province"}
    verdicts = [make_verdict(numerator=60, denominator=100)]
    verdicts.append(make_verdict(scope=scope, official=False, numerator=3, denominator=4))
    left_out = [
        LeftOut(indicator="share", period=period, statuses={Status.MET: 5}) for period in ("2024", "2023")
    ]
    page = written(make_dossier(make_run(verdicts, left_out=left_out)))
    assert "còn 10 đơn vị không hiện ở đây (bằng hoặc trên mức của cấp: 10)" in page
    assert "tính vào kết quả chung: 6 dòng; bằng hoặc trên mức của cấp 6" in first_page(page)
