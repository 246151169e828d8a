"""The same table in every file type that an office sends gives the same figures and findings."""

import csv
import io
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import xlrd
from python_calamine import CalamineWorkbook

from cchc_cli.intake.files.file_type import FileType, file_type
from cchc_cli.intake.files.reader import read_workbook
from cchc_cli.intake.files.sheet import normal
from cchc_cli.intake.files.unreadable import UnreadableError
from tests.hostile.bases import BASES, SOURCES, STORED
from tests.intake.as_binary import as_binary
from tests.intake.corpus import ONLY_FILE, Quirk, Report, quirks
from tests.libreoffice import saved_by_libreoffice

QUIRKS = quirks()

_CALCULATED: dict[str, str | None] = {
    "formula-without-value @ Bảng!B2": "cell-error @ Bảng!B2",
    "formula-without-value @ Bảng!A3": "cell-error @ Bảng!A3",
}
CHANGED: dict[tuple[str, str], dict[str, str | None]] = {
    # It calculates what was never calculated; here from an error.
    ("errors-and-formulas", "xls"): {
        "formula-without-value received @ Bảng!C3": "cell-error received @ Bảng!C3",
    },
    ("errors-and-formulas", "ods"): {
        "formula-without-value received @ Bảng!C3": "cell-error received @ Bảng!C3",
    },
    ("formulas-for-whose-and-when", "xls"): _CALCULATED,
    ("formulas-for-whose-and-when", "ods"): _CALCULATED,
    # In an .xlsb file, every formula has a result.
    ("errors-and-formulas", "xlsb"): {
        "formula-without-value received @ Bảng!C3": "cell-error received @ Bảng!C3",
    },
    ("formulas-for-whose-and-when", "xlsb"): _CALCULATED,
    # An .xls sheet ends at IV65536.
    ("hidden", "xls"): {"hidden-content @ Hàng cột ẩn!XFD1048576": None},
}
"""What is found otherwise in a file that was converted, by quirk and file type."""

MARKS_OF_THE_CODE_PAGE = "\u0300\u0301\u0303\u0309\u0323"
"""The tones, which code page 1258 has apart from their vowels."""


def in_code_page(text: str) -> bytes:
    """A text in code page 1258: letters whole where it has them, else their tones behind them."""
    written = []
    for letter in unicodedata.normalize("NFC", text):
        marks = ""
        if len(letter.encode("cp1258", "ignore")) == 0:
            apart = unicodedata.normalize("NFD", letter)
            marks = "".join(mark for mark in apart if mark in MARKS_OF_THE_CODE_PAGE)
            letter = unicodedata.normalize("NFC", "".join(each for each in apart if each not in marks))
        written.append((letter + marks).encode("cp1258"))
    return b"".join(written)


def as_text(rows: Iterable[Iterable[object]], separator: str, encoding: str) -> bytes:
    file = io.StringIO()
    csv.writer(file, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return in_code_page(file.getvalue()) if encoding == "cp1258" else file.getvalue().encode(encoding)


def plain_rows(quirk: Quirk) -> tuple[str, list[list[Any]]] | None:
    """Name and rows of the only sheet, where it holds nothing that text cannot."""
    if "files" in quirk.data or len(quirk.data["sheets"]) != 1:
        return None
    ((name, content),) = quirk.data["sheets"].items()
    rows = content if isinstance(content, list) else content["rows"]
    if rows is not content and content.keys() != {"rows"}:
        return None
    values = [value for row in rows for value in row]
    is_plain = all(value is None or type(value) in (str, int) for value in values)
    is_calculated = any(str(value).startswith(("=", "#")) for value in values)
    return (name, rows) if any(values) and is_plain and not is_calculated else None


TEXTUAL = [quirk for quirk in QUIRKS if plain_rows(quirk)]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
@pytest.mark.parametrize("quirk", TEXTUAL, ids=lambda quirk: quirk.name)
def test_a_quirk_reads_the_same_as_text(quirk: Quirk, encoding: str, separator: str, tmp_path: Path) -> None:
    sheet = plain_rows(quirk)
    assert sheet is not None
    name, rows = sheet
    try:
        raw = as_text(rows, separator, encoding)
    except UnicodeEncodeError:
        assert encoding == "cp1258"
        return
    path = tmp_path / f"{name}.csv"
    path.write_bytes(raw)
    assert Report(quirk.take_in([path])).as_expected() == quirk.data["expect"]


def test_some_quirks_are_read_as_text() -> None:
    assert len(TEXTUAL) >= 10


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_the_corpus_reads_the_same_as(suffix: str, tmp_path: Path) -> None:
    originals = {
        path.rename(tmp_path / f"{quirk.name}--{path.name}"): quirk.name
        for quirk in QUIRKS
        for path in quirk.write(tmp_path / quirk.name)
    }
    converted = saved_by_libreoffice(list(originals), tmp_path / suffix, suffix)
    for quirk in QUIRKS:
        files = [path for path in converted if path.name.startswith(f"{quirk.name}--")]
        assert said(quirk, files) == expected(quirk, suffix), quirk.name


@pytest.mark.parametrize("quirk", QUIRKS, ids=lambda quirk: quirk.name)
def test_a_quirk_reads_the_same_as_a_binary_workbook(quirk: Quirk, tmp_path: Path) -> None:
    (tmp_path / "xlsb").mkdir()
    converted = []
    for path in quirk.write(tmp_path):
        converted.append(tmp_path / "xlsb" / f"{quirk.name}--{path.stem}.xlsb")
        converted[-1].write_bytes(as_binary(path.read_bytes()))
    assert said(quirk, converted) == expected(quirk, "xlsb")


@pytest.mark.parametrize("quirk", QUIRKS, ids=lambda quirk: quirk.name)
def test_an_independent_reader_of_binary_workbooks_sees_the_same(quirk: Quirk, tmp_path: Path) -> None:
    """Which holds our writer and our reader of them to the format, not only to each other."""
    for path in quirk.write(tmp_path):
        raw = as_binary(path.read_bytes())
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        for ours in read_workbook(raw, ".xlsb").sheets:
            if not ours.far:
                # One far cell would end its process.
                theirs = book.get_sheet_by_name(ours.name).to_python(skip_empty_area=False)
                for row, values in enumerate(theirs, start=1):
                    held = [ours.cell(row, column).value for column in range(1, len(values) + 1)]
                    assert held == [normal(value) for value in values]


def expected(quirk: Quirk, suffix: str) -> object:
    """What the corpus says of a quirk, as far as the file type can hold it."""
    as_written = quirk.data["expect"]
    changes = CHANGED.get((quirk.name, suffix))
    if changes is None:
        return as_written
    assert changes.keys() <= set(as_written["findings"])
    found = [changes.get(line, line) for line in as_written["findings"]]
    return as_written | {"findings": [line for line in found if line]}


def said(quirk: Quirk, converted: list[Path]) -> object:
    """The report of the converted files, under the names they had before."""
    folder = converted[0].parent / quirk.name
    folder.mkdir()
    names = {Path(name).stem: name for name in quirk.data.get("files") or {ONLY_FILE: None}}
    files = [path.rename(folder / path.name.removeprefix(f"{quirk.name}--")) for path in converted]
    assert {path.stem for path in files} == set(names)
    report = Report(quirk.take_in(files)).as_expected()
    return renamed(report, {path.name: names[path.stem] for path in files})


def renamed(report: object, names: dict[str, str]) -> object:
    if isinstance(report, dict):
        return {key: renamed(value, names) for key, value in report.items()}
    if isinstance(report, list):
        return [renamed(value, names) for value in report]
    if isinstance(report, str):
        for now, before in names.items():
            report = report.replace(now, before)
    return report


@pytest.mark.parametrize(("suffix", "raw"), BASES, ids=[f"{n}{base[0]}" for n, base in enumerate(BASES)])
def test_content_decides_what_a_file_is(suffix: str, raw: bytes) -> None:
    expected = FileType(suffix.removeprefix("."))
    assert file_type(raw, suffix) is expected
    if expected is not FileType.CSV:
        assert file_type(raw, ".docx") is expected


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.name)
def test_every_file_type_holds_the_same_cells(path: Path) -> None:
    """But for the one formula that was never calculated: who saved the others calculated or dropped it."""
    original = read_workbook(SOURCES[path.stem], ".xlsx").sheets
    stored = read_workbook(path.read_bytes(), path.suffix).sheets
    for one, other in zip(original, stored, strict=True):
        for row in range(1, max(one.height, other.height) + 1):
            known = [(column, cell) for column, cell in one.cells(row) if not cell.uncached]
            columns = {column for column, _ in known}
            assert [(column, cell) for column, cell in other.cells(row) if column in columns] == known
        assert (one.name, one.hidden, one.hidden_rows, one.merged) == (
            other.name,
            other.hidden,
            other.hidden_rows,
            other.merged,
        )


@pytest.mark.parametrize(
    "raw", [b"PK\x03\x04", b"PK\x03\x04" + bytes(100), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_what_has_lost_its_content_has_no_type(raw: bytes) -> None:
    with pytest.raises(UnreadableError):
        file_type(raw, ".xlsx")


@pytest.mark.parametrize(
    "path", [path for path in STORED if path.suffix == ".xls"], ids=lambda path: path.name
)
def test_an_independent_reader_of_old_workbooks_sees_the_same(path: Path) -> None:
    raw = path.read_bytes()
    book = xlrd.open_workbook(file_contents=raw, formatting_info=True)
    for ours, theirs in zip(read_workbook(raw, ".xls").sheets, book.sheets(), strict=True):
        assert (ours.name, ours.hidden) == (theirs.name, theirs.visibility != 0)
        for row in range(theirs.nrows):
            seen = [normal(cell.value) for cell in theirs.row(row)]
            held = [ours.cell(row + 1, column + 1).value for column in range(theirs.ncols)]
            assert held == seen
