"""Filling in forms as an office does: figures into the yellow cells, the rest left as it came."""

import io
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from shutil import which
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from cchc_cli import form_words
from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import ItemKind
from tests.omission import omit

Figure = Callable[[Item], Any]


def plausible(item: Item) -> Any:
    """A figure that breaks no rule: every part is as large as its whole, every balance holds."""
    if item.kind is ItemKind.YES_NO:
        return "có"
    if item.kind is ItemKind.SCORE:
        return 85.5
    return _BALANCED.get(item.code, 40)


_BALANCED = {
    "dossiers-online": 60,
    "dossiers-direct": 90,
    "dossiers-carried-over": 50,
}
"""200 received; five times 40 settled or in progress."""


def filled(form: bytes, items: dict[str, Item], figure: Figure = plausible) -> bytes:
    """The form with a figure for each of its items, its communes' too."""
    workbook = load_workbook(io.BytesIO(form))
    for sheet in workbook.worksheets:
        if sheet.title == form_words.FIGURES_SHEET:
            for row, code in _codes(sheet).items():
                sheet.cell(row, _column(sheet, form_words.VALUE)).value = figure(items[code])
        elif sheet.title == form_words.COMMUNES_SHEET:
            _fill_communes(sheet, items, figure)
        else:
            _answer(sheet, form_words.DATED, "18/01/2025")
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def saved_by_libreoffice(paths: list[Path], folder: Path, suffix: str = "xlsx") -> list[Path]:
    """The same workbooks opened, calculated and saved by the real LibreOffice."""
    program = which("soffice") or which("libreoffice")
    if program is None:
        omit("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", suffix, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=240)
    return [folder / f"{path.stem}.{suffix}" for path in paths]


def _codes(sheet: Worksheet) -> dict[int, str]:
    column = _column(sheet, form_words.ITEM_CODE)
    rows = range(_header_row(sheet) + 1, sheet.max_row + 1)
    return {row: str(sheet.cell(row, column).value) for row in rows if sheet.cell(row, column).value}


def _fill_communes(sheet: Worksheet, items: dict[str, Item], figure: Figure) -> None:
    header = next(row for row in range(1, 20) if sheet.cell(row, 1).value == form_words.AGENCY_CODE)
    for row in range(header + 1, sheet.max_row + 1):
        for column in range(3, sheet.max_column + 1):
            if not sheet.cell(row, column).protection.locked:
                sheet.cell(row, column).value = figure(items[str(sheet.cell(header, column).value)])


def _answer(sheet: Worksheet, label: str, value: str) -> None:
    row = next(row for row in range(1, 40) if sheet.cell(row, 1).value == label)
    sheet.cell(row, 2).value = value


def _header_row(sheet: Worksheet) -> int:
    return next(row for row in range(1, 20) if sheet.cell(row, 1).value == form_words.ROW_NUMBER)


def _column(sheet: Worksheet, head: str) -> int:
    row = _header_row(sheet)
    return next(column for column in range(1, sheet.max_column + 1) if sheet.cell(row, column).value == head)


def parts_of(workbook: bytes) -> dict[str, bytes]:
    """The parts of the file by name."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as file:
        return {name: file.read(name) for name in file.namelist()}
