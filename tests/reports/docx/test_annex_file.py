"""The annex file: which rows and columns, in which order, under which names."""

from pathlib import Path
from typing import Any

import pytest

from cchc_cli.annex.load import load_annex, shipped_annex
from cchc_cli.annex.source import AnnexSource, Column
from cchc_cli.language import Language
from cchc_cli.strict_yaml import InvalidFileError
from tests.cli.calls import MISSED, OWN_FILES, call, write_matrix
from tests.reports.docx.documents import annex, lines, rows, small_dossier, written

KNOWN = ("online", "content", "meetings")
AREAS = ("TTHC", "CQS")


def load(folder: Path, text: str) -> AnnexSource:
    path = folder / "annex.yaml"
    path.write_text(text, encoding="utf-8")
    return load_annex(path, KNOWN, AREAS)


def problems(folder: Path, text: str) -> list[str]:
    """What is objected to, without the path of the file."""
    with pytest.raises(InvalidFileError) as raised:
        load(folder, text)
    return [each.describe(Language.EN).removeprefix(f"{folder}/") for each in raised.value.problems]


def test_ours_has_every_column_and_every_area() -> None:
    ours = shipped_annex()
    assert [column.column for column in ours.columns] == list(Column)
    assert [row.area for row in ours.rows] == ["*"]


def test_the_office_chooses_rows_columns_numbers_and_names(tmp_path: Path) -> None:
    chosen = load(
        tmp_path,
        """
columns: [number, {column: name, title: Tên, width: 40}, result]
rows:
  - heading: {vi: Nhóm A, en: Group A}
  - {indicator: content, number: "1.a", name: Hài lòng}
  - area: TTHC
    number: B
""",
    )
    document = written(small_dossier(tmp_path, MISSED), annex=chosen)
    assert rows(annex(document)) == [
        ["STT", "Tên", "Kết quả"],
        ["Nhóm A"] * 3,
        ["1.a", "Hài lòng\nToàn tỉnh", "90,00 điểm"],
        ["B. Thủ tục hành chính"] * 3,
        ["1", "Tỷ lệ hồ sơ trực tuyến\nToàn tỉnh", "79,00%"],
    ]
    assert "Không nêu trong phụ lục: 1 chỉ tiêu (Họp qua hệ thống)." in lines(document)


def test_what_was_not_judged_is_said_and_takes_no_number(tmp_path: Path) -> None:
    chosen = load(tmp_path, "columns: [number, name]\nrows: [{indicator: meetings}, {indicator: online}]\n")
    document = written(small_dossier(tmp_path, MISSED, areas=["TTHC"]), annex=chosen)
    assert rows(annex(document))[1:] == [["1", "Tỷ lệ hồ sơ trực tuyến\nToàn tỉnh"]]
    assert "Tệp phụ lục có nêu nhưng lần này không đánh giá: 1 chỉ tiêu (meetings)." in lines(document)


def test_the_widths_are_those_of_the_file(tmp_path: Path) -> None:
    chosen = load(
        tmp_path,
        'columns: [{column: name, width: 3}, {column: result, width: 1}]\nrows: [{area: "*"}]\n',
    )
    table = annex(written(small_dossier(tmp_path, MISSED), annex=chosen))
    first, second = (cell.width or 0 for cell in table.rows[-1].cells)
    assert first / second == pytest.approx(3, rel=0.01)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- indicator: onlin", "6:5: there is no indicator 'onlin'; did you mean 'online'?"),
        ("- area: TTH", "6:5: there is no area 'TTH'; did you mean 'TTHC'?"),
        ("- indicator: nowhere-near", "6:5: there is no indicator 'nowhere-near' (see: cchc targets list)"),
        ("- area: '*'\n  - area: '*'", "7:5: the area '*' stands above already; remove one"),
        ("- {heading: A, indicator: online}", "exactly one of the keys heading, indicator, area"),
        ("- {area: TTHC, name: A}", "'name' goes with 'indicator' only"),
        ("- {indicatr: online}", "there is no key 'indicatr' here; did you mean 'indicator'?"),
    ],
)
def test_a_row_that_cannot_be_is_told_with_its_place(tmp_path: Path, text: str, expected: str) -> None:
    told = problems(tmp_path, f"# a\n# b\n# c\ncolumns: [name]\nrows:\n  {text}\n")
    assert any(expected in each for each in told), told


@pytest.mark.parametrize(
    ("columns", "expected"),
    [("[nam]", "did you mean 'name'?"), ("[name, name]", "the column 'name' stands above already")],
)
def test_a_column_that_cannot_be_is_told_too(tmp_path: Path, columns: str, expected: str) -> None:
    assert expected in problems(tmp_path, f"columns: {columns}\nrows: [{{area: '*'}}]\n")[0]


def test_a_mistake_ends_with_4_and_what_is_left_out_is_said(capsys: Any, tmp_path: Path) -> None:
    data, target = str(write_matrix(tmp_path / "data.xlsx", MISSED)), str(tmp_path / "a.docx")
    own = tmp_path / "annex.yaml"
    arguments = ("evaluate", *OWN_FILES, data, "-o", target, "--docx-annex", str(own), "--lang", "en")
    own.write_text("columns: [name]\nrows:\n  - indicator: onlin\n", encoding="utf-8")
    wrong = call(capsys, *arguments)
    assert wrong.code == 4
    assert f"{own}:3:5: there is no indicator 'onlin'; did you mean 'online'?" in wrong.err
    assert not Path(target).exists()
    own.write_text("columns: [name]\nrows:\n  - indicator: online\n", encoding="utf-8")
    right = call(capsys, *arguments)
    assert right.code == 1
    assert "leaves out: 2 (content, meetings)." in " ".join(right.err.split())
