"""What a spreadsheet program computes from our formulas is what we wrote beside them."""

import io
import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from tests.libreoffice import saved_by_libreoffice
from tests.outgoing.consolidating import write
from tests.reception.province import form, read


def _without_results(path: Path, target: Path) -> Path:
    """The same workbook with its formulas and none of their results."""
    changed = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                part, count = re.subn(rb"(</f>)<v>[^<]*</v>", rb"\1", part)
                assert count
            new.writestr(name, part)
    target.write_bytes(changed.getvalue())
    return target


def _totals(path: Path) -> dict[str, Any]:
    """The results of every formula, by cell; a blank one as ''."""
    formulas = openpyxl.load_workbook(path)["Số liệu"]
    results = openpyxl.load_workbook(path, data_only=True)["Số liệu"]
    return {
        cell.coordinate: results[cell.coordinate].value or ""
        for row in formulas.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def test_recalculated_totals_are_those_we_wrote(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    form(folder / "a.xlsx", "SNV", {"settled": 7, "fees-paid": 0.1, "plan-issued": date(2024, 5, 6)})
    form(folder / "b.xlsx", "SYT", {"settled": 8, "fees-paid": 0.2, "plan-issued": "không"})
    form(folder / "c.xlsx", "28501", {"settled": 123_456_789_012, "staff": 20})
    form(folder / "d.xlsx", "28504", {"settled": 3})
    path = write(tmp_path / "tong-hop.xlsx", read(folder))
    written = _totals(path)
    assert {0.3, 15, 1, 123_456_789_030} <= set(written.values())
    bare = _without_results(path, tmp_path / "bare.xlsx")
    (recalculated,) = saved_by_libreoffice([bare], tmp_path / "saved")
    computed = _totals(recalculated)
    assert computed.keys() == written.keys()
    differing = {
        cell: (value, computed[cell])
        for cell, value in written.items()
        if value != computed[cell] and f"{value:.15g}" != f"{computed[cell]:.15g}"
    }
    assert differing == {}


def test_a_total_that_a_spreadsheet_cannot_hold_is_exact_text(tmp_path: Path) -> None:
    form(tmp_path / "a.xlsx", "SNV", {"settled": "12345678901234567"})
    form(tmp_path / "b.xlsx", "SYT", {"settled": 1})
    path = write(tmp_path / "tong-hop.xlsx", read(tmp_path))
    sheet = openpyxl.load_workbook(path)["Số liệu"]
    texts = {cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)}
    assert {"12.345.678.901.234.567", "12.345.678.901.234.568"} <= texts
