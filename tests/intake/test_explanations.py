"""What agencies say about their figures: where it is read, and what it answers."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.findings.finding import Finding, FindingKind, Place
from cchc_cli.findings.of_comparisons import (
    INCLUDES_SUBORDINATES,
    JUMP_FROM_LAST_PERIOD,
    OVERLAP_WITH_PREDECESSOR,
    PERIODS_OVERLAP,
    SAME_FIGURES_AS_ANOTHER,
    SUM_MISMATCH,
)
from cchc_cli.findings.of_values import VALUE_MISSING
from cchc_cli.intake.comparisons.explanations import explained, explanation_in
from cchc_cli.intake.files.sheet import Cell
from cchc_cli.intake.gathering import Explanation
from cchc_cli.observation import Key
from cchc_cli.period import Period
from tests.intake.programme import take_in_small
from tests.intake.workbooks import Rows, write_workbook

YEAR = Period.parse("2024")


@pytest.mark.parametrize(
    "text", ["-", "…", "...", "x", "X", "xx", "x.", "/", "–", "  ", "0", "120", "không", "Không có.", "N/A"]
)
def test_a_sign_or_a_number_is_no_explanation(text: str) -> None:
    assert explanation_in(Cell(text)) is None


@pytest.mark.parametrize("value", [None, 120, 12.5, True, YEAR.end])
def test_only_words_explain(value: object) -> None:
    assert explanation_in(Cell(value)) is None  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["Dịch bệnh", "Do sáp nhập xã", "QĐ 12/2024", "Đúng", "KPS trong quý"])
def test_words_explain(text: str) -> None:
    assert explanation_in(Cell(f" {text}\n")) == text


def test_a_very_long_one_is_cut() -> None:
    said = explanation_in(Cell("Dịch bệnh " * 100_000))
    assert said is not None
    assert said.endswith("…")
    assert len(said) < 1000


@given(st.text())
def test_an_explanation_is_one_line(text: str) -> None:
    said = explanation_in(Cell(text))
    assert said is None or (said == said.strip() and "\n" not in said)


def answered(kind: Finding, *explanations: Explanation) -> str | None:
    (finding,) = explained([kind], explanations)
    assert finding.is_answered == (finding.explanation is not None)
    return finding.explanation


def said(item: str, text: str = "vì dịch", agency: str = "SNV", period: Period = YEAR) -> Explanation:
    return Explanation(text, Key(agency, item, period))


@pytest.mark.parametrize("kind", [VALUE_MISSING, JUMP_FROM_LAST_PERIOD, SUM_MISMATCH])
def test_it_answers_the_warnings_about_its_figure(kind: FindingKind) -> None:
    finding = Finding(
        kind,
        Place("a.xlsx"),
        agency="SNV",
        period="2024",
        item="settled",
        other_items=("pending",),
    )
    assert answered(finding, said("settled")) == "vì dịch"
    assert answered(finding, said("pending")) == "vì dịch"
    assert answered(finding, said("received")) is None
    assert answered(finding, said("settled", agency="SKHCN")) is None
    assert answered(finding, said("settled", period=Period.parse("2023"))) is None


@pytest.mark.parametrize("kind", [INCLUDES_SUBORDINATES, SAME_FIGURES_AS_ANOTHER, OVERLAP_WITH_PREDECESSOR])
def test_a_warning_about_many_figures_is_answered_at_the_one_it_names(kind: FindingKind) -> None:
    finding = Finding(
        kind,
        Place("a.xlsx"),
        agency="SNV",
        period="2024",
        item="settled",
        other_items=("pending",),
    )
    assert answered(finding, said("settled")) == "vì dịch"
    assert answered(finding, said("pending")) is None
    assert answered(finding, said("pending")._replace(code=kind.code)) == "vì dịch"


def test_what_asks_for_nothing_is_not_explained() -> None:
    finding = Finding(PERIODS_OVERLAP, Place("a.xlsx"), agency="SNV", period="2024", item="settled")
    (same,) = explained([finding], [said("settled")])
    assert same.explanation is None


CODES = [
    "settled",
    "received",
    "pending",
    "dossiers-online",
    "dossiers-direct",
    "dossiers-carried-over",
    "dossiers-settled-early",
    "dossiers-settled-on-time",
    "dossiers-settled-late",
]


@pytest.mark.parametrize(("row", "is_answered"), [(0, True), (5, False)])
def test_the_same_figures_as_anothers_are_explained_at_the_first_of_them(
    row: int, is_answered: bool, tmp_path: Path
) -> None:
    values = (200, 231, 31, 80, 140, 11, 150, 45, 5)
    for agency in ("SKHCN", "SNV"):
        rows = [
            [code, value, "Đã rà soát, đúng" if number == row else None, code]
            for number, (code, value) in enumerate(zip(CODES, values, strict=True))
        ]
        sheets: dict[str, Rows] = {
            "Thông tin": [["Mã đơn vị", agency], ["Kỳ báo cáo", 2024]],
            "Số liệu": [["Nội dung báo cáo", "Số liệu", "Giải trình, ghi chú", "Mã số liệu"], *rows],
        }
        write_workbook(tmp_path / f"{agency}.xlsx", sheets)
    (finding,) = take_in_small(tmp_path, items=CODES).findings
    assert finding.kind == SAME_FIGURES_AS_ANOTHER
    assert finding.agency == "SNV"
    assert finding.is_answered == is_answered
