"""A workbook against the same one made again: cell by cell, whichever program saved it."""

import re

import pytest

from cchc_cli.intake.files.archive import inflated_parts
from cchc_cli.provenance import InputHash
from cchc_cli.verification.formulas import canonical
from cchc_cli.verification.workbooks import compare_workbooks, made_from
from tests.verification.files import Row, workbook
from tests.zip_parts import parts_of, zipped

ROWS: list[Row] = [("Chỉ tiêu", "Tử số", "Mẫu số", "Kết quả"), ("Hồ sơ trực tuyến", 85, 100, "=B2/C2")]
RESULTS = {"D2": 0.85}
SHEET = "xl/worksheets/sheet1.xml"


def difference(reported: bytes, remade: bytes) -> str | None:
    found = compare_workbooks(inflated_parts(reported), inflated_parts(remade))
    return found.text.vi if found else None


def edited(raw: bytes, part: str, pattern: str, replacement: str) -> bytes:
    parts = parts_of(raw)
    changed, count = re.subn(pattern, replacement, parts[part].decode())
    assert count == 1
    return zipped({**parts, part: changed.encode()})


REMADE = workbook({"Kết quả": ROWS}, RESULTS)


def test_the_same_cells_are_no_difference() -> None:
    assert difference(workbook({"Kết quả": ROWS}, RESULTS), REMADE) is None


def test_a_changed_digit_is_named_with_its_cell_and_row() -> None:
    changed = edited(REMADE, SHEET, "<v>85</v>", "<v>86</v>")
    assert difference(changed, REMADE) == "Kết quả!B2 (“Hồ sơ trực tuyến”): trong báo cáo 86; tính lại 85"


def test_a_changed_result_of_a_formula_is_found() -> None:
    changed = edited(REMADE, SHEET, "<v>0.85</v>", "<v>0.86</v>")
    assert difference(changed, REMADE) == "Kết quả!D2 (“Hồ sơ trực tuyến”): trong báo cáo 0,86; tính lại 0,85"


def test_results_that_another_program_added_up_in_its_own_order_are_the_same() -> None:
    recalculated = edited(REMADE, SHEET, "<v>0.85</v>", "<v>0.850000000000000033</v>")
    assert difference(recalculated, REMADE) is None


def test_formulas_whose_results_were_not_kept_are_the_same_formulas() -> None:
    assert difference(edited(REMADE, SHEET, "<v>0.85</v>", ""), REMADE) is None


def test_a_number_typed_over_a_formula_is_a_difference() -> None:
    typed = edited(REMADE, SHEET, "<f>B2/C2</f>", "")
    found = difference(typed, REMADE)
    assert found == (
        "Kết quả!D2 (“Hồ sơ trực tuyến”): trong báo cáo 0,85, gõ thẳng, không có công thức; "
        "tính lại công thức “=B2/C2”"
    )


def test_another_formula_with_the_same_result_is_a_difference() -> None:
    other = edited(REMADE, SHEET, "<f>B2/C2</f>", "<f>B2/C2+0</f>")
    assert "công thức “=B2/C2+0”" in str(difference(other, REMADE))


def test_a_changed_text_a_lost_row_and_a_lost_sheet_are_found() -> None:
    two = workbook({"Kết quả": ROWS, "Nguồn": [("a.xlsx",)]}, RESULTS)
    assert difference(REMADE, two) == "trang “Nguồn”: trong báo cáo không có; tính lại có"
    assert difference(two, REMADE) == "trang “Nguồn”: trong báo cáo có; tính lại không có"
    assert difference(workbook({"Kết quả": ROWS[:1]}), REMADE) == (
        "Kết quả!A2: trong báo cáo không có; tính lại “Hồ sơ trực tuyến”"
    )
    spoken = workbook({"Kết quả": [("Chỉ tiêu", "Tử", "Mẫu số", "Kết quả"), ROWS[1]]}, RESULTS)
    assert difference(spoken, REMADE) == "Kết quả!B1 (“Chỉ tiêu”): trong báo cáo “Tử”; tính lại “Tử số”"


def test_percentages_are_told_as_they_are_shown() -> None:
    old, new = (workbook({"Kết quả": [("Tỷ lệ", share)]}) for share in (0.6381, 0.638))
    assert difference(old, new) == "Kết quả!B1 (“Tỷ lệ”): trong báo cáo 63,81%; tính lại 63,80%"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SUM('Nguon'!B2:B3)", "sum( Nguon!B2:B3 )"),
        ("_xlfn.CONCAT(B2,TRUE)", "CONCAT(B2,TRUE())"),
        ("IF(B2>0,\"a  b\",'Kết quả'!$B$2)", "IF(B2>0,\"a  b\",'KẾT QUẢ'!$B$2)"),
    ],
)
def test_a_formula_is_the_same_however_it_is_written(one: str, other: str) -> None:
    assert canonical(one, (2, 4)) == canonical(other, (2, 4))


@pytest.mark.parametrize("other", ["B2+C3", "B2-C2", "$B2+C2", 'B2&"c2"', "LOG10(C2)", "Nguon!B2+C2"])
def test_a_formula_that_means_something_else_is_another_one(other: str) -> None:
    assert canonical("B2+C2", (2, 4)) != canonical(other, (2, 4))


def test_a_formula_shared_by_many_cells_is_the_formula_of_each() -> None:
    rows: list[Row] = [(1, 2, f"=A{row}/B{row}") for row in (1, 2, 3)]
    single = workbook({"Kết quả": rows})
    shared = edited(single, SHEET, "<f>A1/B1</f>", '<f t="shared" ref="C1:C3" si="0">A1/B1</f>')
    for row in (2, 3):
        shared = edited(shared, SHEET, f"<f>A{row}/B{row}</f>", '<f t="shared" si="0"/>')
    assert difference(shared, single) is None


def test_what_it_was_made_from_stands_beside_its_mark_and_is_no_difference() -> None:
    old, new = (workbook({"Nguồn": [("cchc-provenance", record)]}) for record in ('{"a": 1}', '{"a": 2}'))
    assert made_from(inflated_parts(old)) == ('{"a": 1}', [])
    assert made_from(inflated_parts(REMADE)) == (None, [])
    assert difference(old, new) is None


def test_the_workbooks_that_are_listed_beside_the_record_are_read() -> None:
    digest = "0123456789abcdef" * 4
    rows: list[Row] = [("Danh mục", "", digest), ("cchc-provenance", "{}"), ("Tệp 1", "a.xlsx", digest)]
    found = made_from(inflated_parts(workbook({"Nguồn": rows})))
    assert found == ("{}", [InputHash(path="a.xlsx", sha256=digest)])


def test_a_number_format_that_paints_another_figure_over_the_value_is_found() -> None:
    old, new = (workbook({"Kết quả": [("Tỷ lệ", 0.6381)]}) for _ in range(2))
    painted = edited(old, "xl/styles.xml", 'formatCode="0.00%"', 'formatCode="&quot;95,00%&quot;"')
    assert difference(painted, new) == (
        'định dạng số tự hiện chữ số, che giá trị của ô: trong báo cáo “"95,00%"”; tính lại không có'
    )
