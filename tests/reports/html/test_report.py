"""The page as a whole: every target with its evidence, and what it was made from."""

import json
import os
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from cchc_cli.dossier import Dossier
from cchc_cli.language import Language, Text
from cchc_cli.provenance import MARK, read_provenance
from cchc_cli.run import LeftOut, Run, Status, Verdict
from tests.reports.html.reading import first_page, read, script, text_of, written

MakeVerdict = Callable[..., Verdict]
MakeRun = Callable[..., Run]
MakeDossier = Callable[..., Dossier]
ExampleDossier = Callable[[Language], Dossier]

_GOLDEN = Path(__file__).parents[1] / "golden"


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


def test_a_run_without_verdicts_says_so(make_run: MakeRun, make_dossier: MakeDossier) -> None:
    words = text_of(written(make_dossier(make_run([]))))
    assert "Không có kết quả nào để hiện" in words
    assert "Đạt" not in words


def test_every_official_target_stands_in_the_page_without_ascript(
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
    data = json.loads(script(page, "cchc-data"))
    texts = data["texts"]
    cells = [
        (texts[agency], texts[item], texts[file], texts[sheet], cell, value)
        for agency, rows in data["members"]
        for item, file, sheet, cell, value, _ in rows
    ]
    assert ("Huyện Ví Dụ", "kết quả đã số hóa", "817.xlsx", "Số liệu", "D17", "30.000") in cells
    assert len(cells) == len(set(cells))


def test_cells_say_what_they_replaced_and_what_is_lacking(page: str) -> None:
    data = json.loads(script(page, "cchc-data"))
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


def test_agency_rows_fold_into_one_table(page: str) -> None:
    data = json.loads(script(page, "cchc-data"))
    (table,) = data["tables"]
    assert [data["texts"][row[0]] for row in table] == ["Sở Xây dựng", "Sở Nội vụ"]
    assert [data["texts"][row[3]] for row in table] == ["✗ Dưới mức của cấp", "✓ Bằng hoặc trên mức của cấp"]


def test_the_page_carries_what_it_was_made_from(page: str, example_dossier: ExampleDossier) -> None:
    record = read_provenance(script(page, MARK))
    assert record is not None
    assert record.format == "html"
    assert record.asked == example_dossier(Language.VI).run.asked


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


def test_areas_count_the_period_of_the_first_page_only(
    make_verdict: MakeVerdict, make_run: MakeRun, make_dossier: MakeDossier
) -> None:
    verdicts = [make_verdict(period="2023"), make_verdict(period="2024"), make_verdict(period="2024-H1")]
    words = text_of(written(make_dossier(make_run(verdicts)), Language.VI))
    assert "Kết quả theo lĩnh vực: " in words
    assert "✓ Đạt: 1" in words
    assert "✓ Đạt: 3" not in words
