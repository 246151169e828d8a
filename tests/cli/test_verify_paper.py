"""`cchc verify` on what `evaluate` writes for people: pages, workbooks, documents."""

import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from cchc_cli.language import Language
from cchc_cli.reports.docx.shipped import shipped_template
from cchc_cli.reports.formats import FILE_FORMATS
from tests.cli.calls import MET, OWN_FILES, Call, call, write_matrix
from tests.libreoffice import saved_by_libreoffice
from tests.zip_parts import parts_of, zipped

_EDITABLE = [name for name in ("xlsx", "docx") if name in FILE_FORMATS]


def report(capsys: Any, folder: Path, name: str, *paths: Path | str, options: tuple[str, ...] = ()) -> Path:
    path = folder / f"báo cáo.{name}"
    ended = call(capsys, "evaluate", *map(str, paths), *OWN_FILES, "-q", "-o", f"{name}={path}", *options)
    assert path.exists(), ended.err
    return path


def verify(capsys: Any, path: Path, *more: Path | str) -> Call:
    return call(capsys, "verify", str(path), *map(str, more), *OWN_FILES)


def in_part(part: str, pattern: str, replacement: str) -> Callable[[bytes], bytes]:
    """A change in one part of a zipped file."""

    def change(raw: bytes) -> bytes:
        parts = parts_of(raw)
        changed, count = re.subn(pattern, replacement, parts[part].decode("utf-8"), count=1)
        assert count, f"{part} has no {pattern}"
        return zipped({**parts, part: changed.encode("utf-8")})

    return change


def in_page(raw: bytes) -> bytes:
    head, mark, body = raw.decode("utf-8").partition("<body")
    assert "85,00%" in body
    return (head + mark + body.replace("85,00%", "86,00%", 1)).encode("utf-8")


def in_some_sheet(raw: bytes) -> bytes:
    """Another figure: 45 dossiers become 46."""
    number = r'(<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?(?: t="n")?>)<v>45</v>'
    for part, content in parts_of(raw).items():
        if part.startswith("xl/worksheets/") and re.search(number, content.decode("utf-8")):
            return in_part(part, number, r"\1<v>46</v>")(raw)
    raise AssertionError("no sheet has the figure")


def in_table(raw: bytes) -> bytes:
    table = pyarrow.parquet.read_table(io.BytesIO(raw))
    rows = [{**row, "value": 86.0 if row["value"] == 85 else row["value"]} for row in table.to_pylist()]
    file = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows, table.schema), file)
    return file.getvalue()


TAMPERING: dict[str, Callable[[bytes], bytes]] = {
    "html": in_page,
    "xlsx": in_some_sheet,
    "docx": in_part("word/document.xml", "85,00", "86,00"),
    "parquet": in_table,
}


@pytest.mark.parametrize("name", FILE_FORMATS)
@pytest.mark.parametrize("options", [(), ("--by", "agency", "--period", "all"), ("--lang", "en")])
def test_a_report_that_holds_is_identical(
    capsys: Any, tmp_path: Path, met: str, name: str, options: tuple[str, ...]
) -> None:
    ended = verify(capsys, report(capsys, tmp_path, name, met, options=options), met)
    assert (ended.code, "GIỐNG HOÀN TOÀN" in ended.out) == (0, True), ended.out


@pytest.mark.parametrize("name", FILE_FORMATS)
def test_one_changed_digit_is_found_and_named(capsys: Any, tmp_path: Path, met: str, name: str) -> None:
    path = report(capsys, tmp_path, name, met)
    path.write_bytes(TAMPERING[name](path.read_bytes()))
    ended = verify(capsys, path, met)
    assert ended.code == 1
    found = re.search(r"trong báo cáo (.*?); tính lại (.*?)\.\s", " ".join(ended.out.split()))
    assert found is not None, ended.out
    reported, remade = found.groups()
    assert reported != remade
    assert ("86,00" in reported and "85,00" in remade) or (reported, remade) in (
        ("46", "45"),
        ("86", "85"),
    )


@pytest.mark.parametrize("name", FILE_FORMATS)
def test_the_workbooks_may_lie_in_another_folder(capsys: Any, tmp_path: Path, missed: str, name: str) -> None:
    path = report(capsys, tmp_path, name, missed)
    elsewhere = tmp_path / "a" / "b"
    elsewhere.mkdir(parents=True)
    Path(missed).rename(elsewhere / Path(missed).name)
    ended = verify(capsys, path, elsewhere)
    assert (ended.code, "GIỐNG HOÀN TOÀN" in ended.out) == (0, True), ended.out


@pytest.mark.parametrize("name", FILE_FORMATS)
def test_a_changed_workbook_is_told(capsys: Any, tmp_path: Path, met: str, name: str) -> None:
    path = report(capsys, tmp_path, name, met)
    write_matrix(Path(met), [("SNV", "2024", 44, 50, 90, 10, 10), *MET[1:]])
    ended = verify(capsys, path, met)
    assert ended.code == 1
    assert "Nguồn đã khác" in ended.out and "Chỗ khác đầu tiên" in ended.out


@pytest.mark.parametrize("name", FILE_FORMATS)
def test_a_report_is_computed_again_from_a_frozen_folder(
    capsys: Any, tmp_path: Path, met: str, name: str
) -> None:
    path = report(capsys, tmp_path, name, met)
    call(capsys, "freeze", met, *OWN_FILES, "-o", str(tmp_path / "k"))
    ended = call(capsys, "verify", str(path), str(tmp_path / "k"))
    assert (ended.code, "GIỐNG HOÀN TOÀN" in ended.out) == (0, True), ended.out


@pytest.mark.parametrize("name", _EDITABLE)
def test_a_report_that_an_office_program_saved_still_holds(
    capsys: Any, tmp_path: Path, met: str, name: str
) -> None:
    path = report(capsys, tmp_path, name, met)
    original = path.read_bytes()
    folder = tmp_path / "lưu lại"
    folder.mkdir()
    (again,) = saved_by_libreoffice([path], folder, name)
    assert again.read_bytes() != original
    ended = verify(capsys, again, met)
    assert (ended.code, "GIỐNG VỀ NỘI DUNG" in ended.out) == (0, True), ended.out
    again.write_bytes(TAMPERING[name](again.read_bytes()))
    ended = verify(capsys, again, met)
    assert (ended.code, "Chỗ khác đầu tiên" in ended.out) == (1, True), ended.out


@pytest.mark.parametrize("name", FILE_FORMATS)
def test_figures_are_the_same_in_every_format(capsys: Any, tmp_path: Path, met: str, name: str) -> None:
    path = report(capsys, tmp_path, name, met, options=("-o", str(tmp_path / "run.json")))
    assert verify(capsys, path, met).code == verify(capsys, tmp_path / "run.json", met).code == 0
    assert json.loads((tmp_path / "run.json").read_bytes())["verdicts"][0]["value"] == 85


def test_an_offices_own_template_and_annex_must_be_the_same(capsys: Any, tmp_path: Path, met: str) -> None:
    template, annex = tmp_path / "mẫu.docx", tmp_path / "phụ lục.yaml"
    template.write_bytes(shipped_template(Language.EN))
    annex.write_text("columns: [name, result]\nrows:\n  - indicator: online\n", "utf-8")
    options = ("--docx-template", str(template), "--docx-annex", str(annex))
    path = report(capsys, tmp_path, "docx", met, options=options)
    ended = verify(capsys, path, met)
    assert (ended.code, "--docx-template" in ended.err) == (2, True)
    assert verify(capsys, path, met, *options[:2]).code == 2
    ended = verify(capsys, path, met, *options)
    assert (ended.code, "GIỐNG HOÀN TOÀN" in ended.out) == (0, True), ended.out
    annex.write_text(annex.read_text("utf-8").replace("result", "target"), "utf-8")
    ended = verify(capsys, path, met, *options)
    assert (ended.code, "tệp phụ lục không phải" in ended.out) == (1, True)


@pytest.mark.parametrize("name", ["xlsx", "csv"])
def test_reports_that_lie_among_the_workbooks_change_nothing(
    capsys: Any, tmp_path: Path, met: str, name: str
) -> None:
    folder = tmp_path / "số liệu"
    folder.mkdir()
    shutil.copy(met, folder)
    page = report(capsys, tmp_path, "html", str(folder))
    report(capsys, folder, name, str(folder))
    ended = verify(capsys, page, str(folder))
    assert (ended.code, "GIỐNG HOÀN TOÀN" in ended.out) == (0, True), ended.out
