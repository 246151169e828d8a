"""The tick of a whole area: which figures it makes nil, and which never."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_cli import form_words
from cchc_cli.intake.intake import Intake
from cchc_cli.language import Language
from tests.intake.programme import take_in_small
from tests.intake.workbooks import Rows, write_workbook

HEAD = ["STT", "Nội dung báo cáo", "Số liệu", "Mã số liệu"]
TICK = form_words.NIL_IN_PERIOD
ITEMS = [
    "settled",
    "fees-paid",
    "dossiers-carried-over",
    "dossiers-pending-overdue",
    "plan-issued",
    "reform-index",
    "procedures",
]


def read(path: Path, *rows: Sequence[object]) -> Intake:
    sheets: dict[str, Rows] = {
        "Thông tin": [["Mã đơn vị", "SNV"], ["Kỳ báo cáo", 2024]],
        "Số liệu": [HEAD, [None, "Lĩnh vực"], *rows],
    }
    return take_in_small(write_workbook(path / "a.xlsx", sheets), items=ITEMS)


def area(value: object = None) -> list[list[object]]:
    return [[1, code, value if code == "settled" else None, code] for code in ITEMS]


@pytest.mark.parametrize("tick", ["x", "X", "✓", "v", "có", "Có", 1, "1", "yes", "TRUE", True])
def test_a_tick_makes_blank_flows_nil_and_nothing_else(tick: object, tmp_path: Path) -> None:
    intake = read(tmp_path, [None, TICK, tick], *area())
    assert {(one.item, one.value) for one in intake.observations} == {("settled", 0), ("fees-paid", 0)}
    codes = [finding.code for finding in intake.findings]
    assert codes.count("nil-reported") == 1
    assert {finding.item for finding in intake.findings if finding.code == "value-missing"} == {
        "dossiers-carried-over",
        "dossiers-pending-overdue",
        "plan-issued",
        "reform-index",
    }


def test_the_finding_says_which_area_and_how_many_figures(tmp_path: Path) -> None:
    (nil,) = (
        one for one in read(tmp_path, [None, TICK, "x"], *area()).findings if one.code == "nil-reported"
    )
    assert (nil.agency, nil.period, nil.item) == ("SNV", "2024", None)
    assert nil.place is not None
    assert nil.place.cell == "C3"
    for words in ("Lĩnh vực", "2 số liệu"):
        assert words in nil.message(Language.VI)


@pytest.mark.parametrize("tick", [None, "không", 0, "0", "no", False, "…"])
def test_no_tick_says_nothing(tick: object, tmp_path: Path) -> None:
    intake = read(tmp_path, [None, TICK, tick], *area())
    assert not intake.observations
    assert [finding.code for finding in intake.findings] == ["file-without-values"]


@pytest.mark.parametrize("tick", ["?", "-", "xx", 2, "#N/A", "có số liệu"])
def test_what_may_be_a_tick_or_not_is_asked_about(tick: object, tmp_path: Path) -> None:
    intake = read(tmp_path, [None, TICK, tick], *area())
    assert not intake.observations
    assert "value-ambiguous" in {finding.code for finding in intake.findings}


@pytest.mark.parametrize("value", [7, "7", "…", "12 hồ sơ", "8,5", -1])
def test_a_tick_over_something_that_arose_counts_for_nothing(value: object, tmp_path: Path) -> None:
    intake = read(tmp_path, [None, TICK, "x"], *area(value))
    assert all(one.value for one in intake.observations)
    ambiguous = [finding for finding in intake.findings if finding.code == "value-ambiguous"]
    assert [finding.place.cell for finding in ambiguous if finding.place] == ["C3"]
    assert "fees-paid" in {finding.item for finding in intake.findings if finding.code == "value-missing"}


@pytest.mark.parametrize("value", [0, "0", "-", "KPS"])
def test_a_nil_written_out_agrees_with_the_tick(value: object, tmp_path: Path) -> None:
    intake = read(tmp_path, [None, TICK, "x"], *area(value))
    assert {one.item for one in intake.observations} == {"settled", "fees-paid"}


def test_a_tick_reaches_to_the_next_heading(tmp_path: Path) -> None:
    first, second = [1, "a", None, "settled"], [2, "b", None, "fees-paid"]
    between: Sequence[object]
    for between in ([None, "Lĩnh vực khác"], ["II. LĨNH VỰC KHÁC"], [None, TICK, None]):
        intake = read(tmp_path, [None, TICK, "x"], first, between, second)
        assert [one.item for one in intake.observations] == ["settled"]
    for between in ([], [None, None, None], [None, "Dòng tự thêm", 5]):
        intake = read(tmp_path, [None, TICK, "x"], first, between, second)
        assert [one.item for one in intake.observations] == ["settled", "fees-paid"]


_CELLS = st.sampled_from((None, "x", "không", "?", 1, 0, 7, TICK, "Lĩnh vực", "settled", "fees-paid", "…"))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(_CELLS, max_size=4), max_size=7))
def test_a_figure_that_is_written_is_never_replaced(tmp_path: Path, rows: list[list[object]]) -> None:
    intake = read(tmp_path, *rows)
    written = {
        (number, row[3]): row[2] for number, row in enumerate(rows, start=3) if len(row) == 4 and row[2] == 7
    }
    for one in intake.observations:
        if (one.address.row, one.item) in written:
            assert one.value == 7
