"""The catalogue's rules between items, for each agency and period."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.catalogue.item import Check, Term
from cchc_cli.intake.comparisons.checks import broken_checks, side_text
from cchc_cli.intake.comparisons.figures import Figures
from cchc_cli.language import Language, Text
from cchc_cli.observation import Address, Observation
from cchc_cli.period import Period
from tests.intake.programme import CHECKS, ITEMS, take_in_small
from tests.intake.workbooks import Rows, write_workbook

YEAR = Period.parse("2024")
PART = Check("p", "part", (Term("settled-in-time", 1),), (Term("settled", 1), Term("pending", -1)), "error")

_VALUES = st.decimals(min_value=0, max_value=10**15, places=6)


def observations(**values: Decimal) -> list[Observation]:
    return [
        Observation("SNV", name.replace("_", "-"), YEAR, value, Address(0, 0, 1, column))
        for column, (name, value) in enumerate(values.items(), start=1)
    ]


@given(_VALUES, _VALUES, _VALUES)
def test_a_part_is_held_against_its_whole_exactly(part: Decimal, whole: Decimal, less: Decimal) -> None:
    found = broken_checks(Figures(observations(settled_in_time=part, settled=whole, pending=less)), [PART])
    assert bool(found) == (Fraction(part) > Fraction(whole) - Fraction(less))


def test_a_check_is_held_only_where_all_its_figures_are_there() -> None:
    assert not broken_checks(Figures(observations(settled_in_time=Decimal(9), settled=Decimal(1))), [PART])


def test_one_figure_may_stand_on_both_sides() -> None:
    check = Check("p", "part", (Term("settled", 1),), (Term("settled", 1), Term("pending", 1)), "error")
    assert not broken_checks(Figures(observations(settled=Decimal(3), pending=Decimal(0))), [check])


def test_the_sides_are_written_with_their_signs() -> None:
    terms = (Term("settled", -1), Term("pending", 1), Term("received", -1))
    assert side_text(terms, ITEMS) == Text(
        "−“Tên của settled” + “Tên của pending” − “Tên của received”",
        "−'name of settled' + 'name of pending' − 'name of received'",
    )


def test_checks_see_what_is_left_after_corrections(tmp_path: Path) -> None:
    rows: Rows = [["Nội dung báo cáo", "Số liệu", "Mã số liệu"]]
    info: Rows = [["Mã đơn vị", "SNV"], ["Kỳ báo cáo", 2024]]
    official = [*rows, ["a", 9, "settled-in-time"], ["b", 8, "settled"]]
    corrected = [*rows, ["a", 8, "settled-in-time"], ["b", None, "settled"]]
    write_workbook(tmp_path / "a.xlsx", {"I": info, "F": official})
    items = ["settled-in-time", "settled"]
    assert take_in_small(tmp_path, items=items, checks=CHECKS[:1]).observations == ()
    write_workbook(tmp_path / "b.xlsx", {"I": [*info, ["Loại báo cáo", "Đính chính"]], "F": corrected})
    values = [one.value for one in take_in_small(tmp_path, items=items, checks=CHECKS[:1]).observations]
    assert values == [8, 8]


_KINDS: tuple[tuple[Literal["part", "balance"], str], ...] = (
    ("part", "part-exceeds-whole"),
    ("balance", "sum-mismatch"),
)
_SEVERITIES: tuple[tuple[Literal["error", "warning"], int], ...] = (("error", 0), ("warning", 2))


@pytest.mark.parametrize(("kind", "code"), _KINDS)
@pytest.mark.parametrize(("severity", "used"), _SEVERITIES)
def test_the_severity_of_a_check_says_whether_its_figures_are_used(
    kind: Literal["part", "balance"],
    code: str,
    severity: Literal["error", "warning"],
    used: int,
    tmp_path: Path,
) -> None:
    rows: Rows = [["Kỳ báo cáo:", 2024], ["Mã đơn vị", "settled-in-time", "settled"], ["SNV", 9, 8]]
    path = write_workbook(tmp_path / "a.xlsx", {"Bảng": rows})
    check = Check("c", kind, (Term("settled-in-time", 1),), (Term("settled", 1),), severity)
    intake = take_in_small(path, items=["settled-in-time", "settled"], checks=[check])
    (finding,) = intake.findings
    assert (finding.code, finding.severity, finding.item) == (code, severity, "settled-in-time")
    assert finding.other_items == ("settled",)
    assert len(intake.observations) == used
    assert len(intake.unusable) == 2 - used
    for language in Language:
        assert finding.message(language) and finding.hint(language)
