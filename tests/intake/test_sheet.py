"""Where the texts of a sheet stand, asked once for all who look for tables and labels."""

from cchc_cli.intake.files.sheet import Range, Sheet, Value
from cchc_cli.intake.headers import rows_with
from cchc_cli.intake.labels import find_labels, near_label
from cchc_cli.plain_text import plain

PERIOD, AGENCY = plain("Kỳ báo cáo"), plain("Mã đơn vị")


def test_words_stand_in_the_order_of_their_cells_however_they_are_written() -> None:
    sheet = Sheet("a", [["KỲ BÁO CÁO", 5], [None, "Kỳ báo cáo"], ["Kỳ  báo cáo", "KỲ BÁO CÁO"]])
    assert sheet.words[PERIOD] == [(1, 1), (2, 2), (3, 1), (3, 2)]
    assert sheet.texts["KỲ BÁO CÁO"] == [(1, 1), (3, 2)]


def test_a_label_is_found_with_and_without_a_colon_whichever_comes_first() -> None:
    colon: list[Value] = ["Kỳ báo cáo: Năm 2024"]
    alone: list[Value] = ["Kỳ báo cáo", "Năm 2023"]
    for rows, said in (([colon, alone], "Năm 2024"), ([alone, colon], "Năm 2023")):
        assert find_labels(Sheet("a", rows), {PERIOD})[PERIOD].text == said
    below = find_labels(Sheet("a", [colon, alone]), {PERIOD}, range(2, 3))
    assert (below[PERIOD].text, below[PERIOD].row) == ("Năm 2023", 2)


def test_a_label_before_another_label_says_nothing() -> None:
    found = find_labels(Sheet("a", [["Mã đơn vị", None, "Kỳ báo cáo", "2024"]]), {PERIOD, AGENCY})
    assert found[AGENCY].cell.is_blank
    assert found[PERIOD].text == "2024"


def test_a_misspelt_label_is_looked_for_in_the_first_cells_only() -> None:
    """A table of numbers above it takes no more time than a sheet of labels does."""
    label, figures = list[Value](["Ky bao cao", "2024"]), list[Value]([1] * 100)
    near = near_label(Sheet("a", [*[figures] * 19, label]), PERIOD, frozenset({PERIOD}))
    assert near is not None
    assert (near.row, near.column) == (20, 1)
    assert near_label(Sheet("a", [*[figures] * 20, label]), PERIOD, frozenset({PERIOD})) is None


def test_a_row_is_headed_by_a_word_in_a_block_merged_down_from_above() -> None:
    sheet = Sheet("a", [["Kỳ báo cáo"], [None], [None], ["Kỳ báo cáo"]], merged=(Range(1, 1, 2, 1),))
    assert rows_with(sheet, {PERIOD}, last_row=4) == [1, 2, 4]
    assert rows_with(sheet, {PERIOD}, last_row=1) == [1]


def test_a_cell_is_blank_only_where_nothing_at_all_stands() -> None:
    sheet = Sheet("a", [[1, None, None]], errors={(1, 2): "#REF!"}, uncached=frozenset({(1, 3)}))
    assert [sheet.is_blank(1, column) for column in range(5)] == [True, False, False, False, True]
