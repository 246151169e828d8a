"""Whatever an office does to its form, no figure becomes another one: typed anew, and cut in two."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_cli import form_words
from tests.intake.offices import OFFICES, Grid, Office, check
from tests.intake.programme import take_in_small
from tests.intake.workbooks import write_workbook

FORM_ITEMS = ("received", "settled", "pending", "visits", "units-converted", "dossiers-online")
VALUE_HEADS = st.sampled_from((form_words.VALUE, "Số liệu", "Giá trị"))
FORM_COLUMNS = st.permutations(
    [
        form_words.ROW_NUMBER,
        form_words.CONTENT,
        form_words.UNIT,
        form_words.VALUE,
        form_words.LAST_PERIOD,
        form_words.CHECK,
        form_words.EXPLANATION,
        form_words.ITEM_CODE,
    ]
)
FORM_FIGURES = st.fixed_dictionaries(
    {item: st.integers(0, 99) | st.integers(100, 10**7) for item in FORM_ITEMS}
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("offices")


slowly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def form_sheet(
    office: Office,
    columns: Sequence[str],
    value_head: str,
    figures: Mapping[str, int],
    items: Sequence[str],
) -> Grid:
    """The sheet of figures as somebody has typed it anew; the period before is always another figure."""
    head = [office.word(value_head if column == form_words.VALUE else column) for column in columns]
    rows: Grid = []
    for number, item in enumerate(items, start=1):
        said = {
            form_words.ROW_NUMBER: number,
            form_words.CONTENT: f"Tên của {item}",
            form_words.UNIT: "hồ sơ",
            form_words.VALUE: office.number(figures[item]),
            form_words.LAST_PERIOD: figures[item] + 1,
            form_words.ITEM_CODE: item,
        }
        rows.append([said.get(column) for column in columns])
    for position, kind in enumerate((*office.between, *office.below)):
        extra: list[Any] = [None] * len(columns)
        extra[columns.index(form_words.CONTENT)] = {"blank": None, "heading": "II. Cải cách thể chế"}.get(
            kind, kind
        )
        rows.insert(2 * position + 1, head if kind == "header" else extra)
    numbering = [[f"({number})" for number in range(1, len(columns) + 1)]] if office.numbering else []
    titles: Grid = [["ỦY BAN NHÂN DÂN TỈNH"], [], ["BÁO CÁO SỐ LIỆU"], []]
    grid: Grid = [*titles[: office.above], head, *numbering, *rows, [], ["Người lập biểu"]]
    return [[*[None] * office.left, *row] for row in grid]


@slowly
@given(OFFICES, FORM_COLUMNS, VALUE_HEADS, FORM_FIGURES, st.permutations(FORM_ITEMS), st.booleans())
def test_a_form_typed_anew(
    folder: Path,
    office: Office,
    columns: Sequence[str],
    value_head: str,
    figures: Mapping[str, int],
    items: Sequence[str],
    in_two: bool,
) -> None:
    parts = [items[:3], items[3:]] if in_two else [items]
    sheets: dict[str, Grid] = {
        form_words.INFORMATION_SHEET: [
            [office.word(form_words.AGENCY_CODE), office.code("815")],
            [office.word(form_words.PERIOD), "Năm 2024"],
        ]
    }
    for number, part in enumerate(parts, start=1):
        sheets[f"Số liệu {number}"] = form_sheet(office, columns, value_head, figures, part)
    intake = take_in_small(write_workbook(folder / "a.xlsx", sheets), items=FORM_ITEMS)
    check(intake, {("815", item): figure for item, figure in figures.items()})
    assert len(intake.observations) == len(figures)


@slowly
@given(OFFICES, OFFICES, FORM_COLUMNS, FORM_COLUMNS, FORM_FIGURES, st.permutations(FORM_ITEMS))
def test_a_form_cut_in_two_on_one_sheet(
    folder: Path,
    office: Office,
    other: Office,
    columns: Sequence[str],
    others: Sequence[str],
    figures: Mapping[str, int],
    items: Sequence[str],
) -> None:
    upper = form_sheet(office, columns, form_words.VALUE, figures, items[:3])
    lower = form_sheet(other, others, form_words.VALUE, figures, items[3:])
    sheets: dict[str, Grid] = {
        form_words.INFORMATION_SHEET: [[form_words.AGENCY_CODE, "815"], [form_words.PERIOD, "Năm 2024"]],
        form_words.FIGURES_SHEET: [*upper, [], *lower],
    }
    intake = take_in_small(write_workbook(folder / "a.xlsx", sheets), items=FORM_ITEMS)
    check(intake, {("815", item): figure for item, figure in figures.items()})
    assert len(intake.observations) == len(figures)
