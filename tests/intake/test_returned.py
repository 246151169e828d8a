"""A workbook that comes back with our sheet in it: the sheet is no table, its explanations are read."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from cchc_cli.intake.returned import ReturnedKey
from tests.intake.programme import take_in_small
from tests.libreoffice import saved_by_libreoffice
from tests.outgoing.returning import SHEET, error_list, explain, full_workbook, marked, matrix, saved, told

WHY = "Chưa có số quyết toán"


@pytest.fixture
def returned(tmp_path: Path) -> Path:
    """A marked workbook with one error and one blank figure."""
    path = matrix(tmp_path / "a.xlsx", ("SNV", "2024", "abc", None, 1))
    return saved(marked(path), tmp_path / "b" / "a.xlsx")


def mend(path: Path) -> None:
    workbook = load_workbook(path)
    workbook[SHEET]["C2"].value = 12
    workbook.save(path)


def test_mended_and_explained_it_reads_clean(returned: Path) -> None:
    mend(returned)
    explain(returned, {"value-missing": WHY})
    intake = take_in_small(returned)
    assert [(one.code, one.explanation, one.is_answered) for one in intake.findings] == [
        ("value-missing", WHY, True)
    ]
    assert not error_list(intake).asks_for_anything
    assert [(one.item, one.value) for one in intake.observations] == [("settled", 12), ("fees-paid", 1)]


def test_saved_by_libreoffice_it_reads_the_same(returned: Path, tmp_path: Path) -> None:
    mend(returned)
    explain(returned, {"value-missing": WHY})
    (path,) = saved_by_libreoffice([returned], tmp_path)
    assert told(take_in_small(path).findings) == told(take_in_small(returned).findings)
    once_more = saved(marked(path), tmp_path / "c.xlsx")
    assert told(take_in_small(once_more).findings) == told(take_in_small(returned).findings)


def test_an_explanation_survives_another_round(returned: Path, tmp_path: Path) -> None:
    explain(returned, {"value-missing": WHY})
    again = saved(marked(returned), tmp_path / "c.xlsx")
    assert [one.explanation for one in take_in_small(again).findings] == [None, WHY]


def test_the_sheet_is_known_under_another_name_and_place(returned: Path) -> None:
    explain(returned, {"value-missing": WHY})
    expected = told(take_in_small(returned).findings)
    workbook = load_workbook(returned)
    workbook.worksheets[0].title = "Giải trình của Sở"
    workbook.move_sheet(workbook.worksheets[0], 1)
    workbook.save(returned)
    assert told(take_in_small(returned).findings) == expected


def test_without_its_keys_the_sheet_is_still_no_table(returned: Path) -> None:
    workbook = load_workbook(returned)
    workbook.worksheets[0].delete_cols(8)
    workbook.save(returned)
    assert [one.code for one in take_in_small(returned).findings] == ["value-not-a-number", "value-missing"]


@pytest.mark.parametrize(
    "key", ["", "|||||||", "value-missing|SNV|năm nào|received|", "=1|2|3|4|5", "x" * 40_000]
)
def test_keys_that_somebody_changed_do_no_harm(returned: Path, key: str) -> None:
    workbook = load_workbook(returned)
    for row in workbook.worksheets[0].iter_rows():
        if isinstance(row[0].value, int):
            row[7].value, row[6].value = key[:32_000], WHY
    workbook.save(returned)
    assert len(take_in_small(returned).findings) == 2
    assert marked(returned).has_content


def test_a_warning_about_a_sheet_can_be_explained(tmp_path: Path) -> None:
    path = matrix(tmp_path / "a.xlsx", ("SNV", "2024", 5, 6, 1))
    workbook = load_workbook(path)
    workbook[SHEET].column_dimensions["C"].hidden = True
    workbook.save(path)
    copy = saved(marked(path), tmp_path / "b.xlsx")
    explain(copy, {"hidden-content": "Cột này không in"})
    assert [one.explanation for one in take_in_small(copy).findings] == ["Cột này không in"]


def test_our_comments_and_colours_are_no_content(tmp_path: Path) -> None:
    original = full_workbook(tmp_path / "a.xlsx")
    (path,) = saved_by_libreoffice([saved(marked(original), tmp_path / "b" / "b.xlsx")], tmp_path)
    assert {one.code for one in take_in_small(path).findings} == {
        one.code for one in take_in_small(original).findings
    }


def test_a_key_holds_whatever_its_parts_are() -> None:
    key = ReturnedKey("code", "a|b", "2024", "", "FF00FF00")
    assert key.text == "code|a b|2024||FF00FF00"
