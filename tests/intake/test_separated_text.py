"""Tables as text: encodings, separators, quotation marks."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.intake.files import separated_text
from cchc_cli.intake.files.limits import Allowance
from cchc_cli.intake.files.reader import read_workbook
from cchc_cli.intake.files.sheet import ERROR, Sheet, normal
from cchc_cli.intake.files.sparse_sheet import SparseSheet
from cchc_cli.intake.files.unreadable import UnreadableError
from cchc_cli.intake.legacy_sheets import with_texts_recovered
from cchc_cli.legacy_text import TCVN3, VNI, LegacyEncoding


def sheet(raw: bytes, suffix: str = ".csv") -> Sheet:
    (only,) = read_workbook(raw, suffix, name="số liệu").sheets
    return only


def rows(raw: bytes) -> list[list[object]]:
    found = sheet(raw)
    return [[cell.value for _, cell in found.cells(row)] for row in range(1, found.height + 1)]


def code(raw: bytes, suffix: str = ".csv") -> str:
    with pytest.raises(UnreadableError) as error:
        sheet(raw, suffix)
    return error.value.kind.code


@pytest.mark.parametrize(
    "text",
    [
        "Đơn vị;Số liệu\nSở Nội vụ;8,5\nVăn phòng;9,25\n",
        # Commas in the texts, more than there are separators.
        "Nội dung, đơn vị tính, kỳ;Số\nĐã giải quyết, đúng hạn, x;1\nĐang giải quyết, trong hạn, x;2\n",
        # A title without separators above, notes below.
        "BÁO CÁO, 2024\n\nĐơn vị;Số liệu\nSở A, B;1\nSở C;2\nSở D;3\nGhi chú, xem trên\n",
        "Đơn vị\tSố\nSở, A;1\t2\nSở, B;1\t3\n",
        'Đơn vị,Số\nSở A,"8,5"\nSở B,"9;1"\n',
        'a,b\n"x;y;z",2\n"x;y;z",3\n',
    ],
)
def test_the_separator_is_the_one_that_most_rows_agree_on(text: str) -> None:
    counts = [len(row) for row in rows(text.encode()) if row]
    assert max(counts) == 2
    assert counts.count(2) >= 2


@pytest.mark.parametrize("said", ["sep=,", '"sep=,"', "SEP=,"])
def test_a_separator_that_is_stated_is_believed(said: str) -> None:
    found = sheet(f"{said}\r\na;1,b;2\r\n".encode())
    assert [found.cell(2, 1).value, found.cell(2, 2).value] == ["a;1", "b;2"]
    assert found.cell(1, 1).is_blank


def test_a_tab_can_be_stated() -> None:
    assert rows(b"sep=\t\na;b\tc\n") == [[], ["a;b", "c"]]


def test_values_stay_as_they_are_written() -> None:
    assert rows(b"=1+1;@x;-2;+3;007;1e5; 45.981 \n") == [["=1+1", "@x", "-2", "+3", "007", "1e5", " 45.981 "]]


def test_an_error_is_one_though_nothing_but_its_name_is_written() -> None:
    found = sheet(b"a;#DIV/0!;Err:502\n1;# N/A;#NAME?\n")
    assert found.errors == {(1, 2): "#DIV/0!", (1, 3): "Err:502", (2, 3): "#NAME?"}
    assert found.cell(2, 2).value == "# N/A"


def test_quoted_cells_may_hold_lines_and_quotation_marks() -> None:
    assert rows('a;"một\nhai";"nói ""thế"""\nb;"x" y;z\n'.encode()) == [
        ["a", "một\nhai", 'nói "thế"'],
        ["b", "x y", "z"],
    ]


def test_lines_may_end_as_on_any_system() -> None:
    assert rows(b"a;b\rc;d\r") == rows(b"a;b\nc;d") == rows(b"a;b\r\nc;d\r\n") == [["a", "b"], ["c", "d"]]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b'a;b\n"c;d\ne;f\n', "quotation"),
        (b"a;" + b"x" * 200_000, "too long"),
        (codecs.BOM_UTF8 + b"a;b\xff\n", "damaged"),
        (codecs.BOM_UTF16_LE + b"a", "damaged"),
        ("a;\x00b".encode("utf-16"), "damaged"),
        ("Sở Nội vụ;1\nSở Tài chính;ế".encode()[:-1], "damaged"),
        (b"a;b\x00\n", "damaged"),
        (b"a;b\n\xd2\xff;\x81\n", "encoding"),
    ],
)
def test_what_is_no_such_text_is_named(raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError) as error:
        sheet(raw)
    assert error.value.kind.code == "file-unreadable"
    assert reason in getattr(error.value.facts["reason"], "en", "")


def test_a_letter_at_the_end_in_the_code_page_of_vietnamese_is_no_cut_utf_8() -> None:
    assert rows(b"a;b\nc;S\xf4") == [["a", "b"], ["c", "Sô"]]


@pytest.mark.parametrize(("encoding", "in_doubt"), [(TCVN3, "Céng"), (VNI, "Noäi vuï")])
def test_text_of_the_fonts_before_unicode_is_told_from_the_code_page(
    encoding: LegacyEncoding, in_doubt: str
) -> None:
    """Excel saves it with the letters that the computer takes it for; in code page 1258 it is noise."""
    text = f"Mã đơn vị;Nội dung báo cáo;Số liệu\nSNV;Đã giải quyết trước hạn;5\n{in_doubt};;\n"
    stored = encoding.encoded(text.replace(in_doubt, "")).replace("\n;;", f"\n{in_doubt};;")
    assert rows(stored.encode("cp1252")) == rows(stored.encode("utf-8"))
    (recovered,) = with_texts_recovered([sheet(stored.encode("cp1252"))])
    assert recovered.rows[1] == ["SNV", "Đã giải quyết trước hạn", "5"]
    assert rows(b"Ma\xde \xf0\xf5n vi\xf2;S\xf4\xec\nS\xf5\xd2 N\xf4\xf2i vu\xf2;1\n") == [
        ["Mã đơn vị", "Số"],
        ["Sở Nội vụ", "1"],
    ]


def test_text_of_many_megabytes_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(separated_text, "MAXIMUM_TEXT_BYTES", 10)
    assert code(b"a;b\nc;d\ne;f\n") == "file-too-large"


@pytest.mark.parametrize(
    ("raw", "suffix", "expected"),
    [
        (b"a\tb\n1\t2\n", ".xls", 2),
        (b"a;b\n1;2\n", ".xlsx", 2),
        (codecs.BOM_UTF16_LE + "a\tb\n1\t2\n".encode("utf-16-le"), ".xls", 2),
    ],
)
def test_a_table_as_text_under_another_name_is_read(raw: bytes, suffix: str, expected: int) -> None:
    assert sheet(raw, suffix).width == expected


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"\xef\xbb\xbf\r\n<TABLE border=1><tr><td>1", "HTML"),
        ("<html><body>x".encode("utf-16"), "HTML"),
        (b"<!-- x --><table><tr><td>a;b", "HTML"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related;", "HTML"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "XML"),
        (b"%PDF-1.7;\x00", "damaged or no"),
    ],
)
def test_what_only_looks_like_a_workbook_is_named(raw: bytes, words: str) -> None:
    with pytest.raises(UnreadableError) as error:
        read_workbook(raw, ".xls")
    assert words in getattr(error.value.facts["reason"], "en", "")


def test_markup_further_down_in_a_table_is_text() -> None:
    assert rows(b"a;b\n<table>;<html>\n") == [["a", "b"], ["<table>", "<html>"]]


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from(("", " ", "a", "12", "#N/A", "Err:502", "#1")), max_size=5)))
def test_a_row_taken_as_a_whole_is_the_one_put_cell_by_cell(rows: list[list[str]]) -> None:
    texts = separated_text.Texts()
    whole, by_cell = (SparseSheet("a", Allowance()) for _ in range(2))
    for number, row in enumerate(rows, start=1):
        separated_text.put_texts(whole, number, row, texts)
        for column, value in enumerate(row, start=1):
            if ERROR.fullmatch(value):
                by_cell.put_error(number, column, value)
            elif normal(value) is not None:
                by_cell.put(number, column, value)
    assert whole.finished() == by_cell.finished()
