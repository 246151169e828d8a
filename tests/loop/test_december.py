"""An office's December: forms out, workbooks in, marked workbooks back, mended, counted, put together."""

import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from cchc_cli import form_words
from cchc_cli.catalogue.load import load_catalogue
from cchc_cli.packaged import packaged_file
from tests.cli.calls import call
from tests.libreoffice import saved_by_libreoffice
from tests.outgoing.filling import filled

AGENCIES = ["SNV", "VPUBND", "821"]
PERIOD = ["--period", "2024"]
REASON = "Chưa thống kê xong, sẽ báo cáo bổ sung"
WRONG: dict[str, Any] = {"dossiers-online": -5, "work-files": "120 hồ sơ", "payments": None}


def findings(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    ended = call(capsys, "validate", *arguments, "-f", "json", "-q")
    return ended.code, json.loads(ended.out)["findings"]


def evaluated(capsys: pytest.CaptureFixture[str], path: Path) -> list[tuple[Any, ...]]:
    document = json.loads(call(capsys, "evaluate", str(path), *PERIOD, "-f", "json", "-q").out)
    return [
        (each["indicator"], each["scope"]["code"], each["status"], each["numerator"], each["denominator"])
        for each in document["verdicts"]
    ]


def figures(sheet: Worksheet) -> dict[str, Any]:
    """The cells of a form's figures by item."""
    header = next(row for row in range(1, 20) if sheet.cell(row, 1).value == form_words.ROW_NUMBER)
    value, code = (form_words.COLUMNS.index(name) + 1 for name in (form_words.VALUE, form_words.ITEM_CODE))
    rows = range(header + 1, sheet.max_row + 1)
    return {str(sheet.cell(row, code).value): sheet.cell(row, value) for row in rows}


def change(path: Path, values: dict[str, Any]) -> None:
    workbook = load_workbook(path)
    cells = figures(workbook[form_words.FIGURES_SHEET])
    for item, value in values.items():
        cells[item].value = value
    workbook.save(path)


def explain_everything(path: Path) -> None:
    """Writes a reason into each row of the list of errors."""
    workbook = load_workbook(path)
    sheet = workbook[form_words.RETURN_SHEET]
    head = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Giải trình của đơn vị")
    for row in range(head.row + 1, sheet.max_row + 1):
        if isinstance(sheet.cell(row, 1).value, int):
            sheet.cell(row, head.column).value = REASON
    workbook.save(path)


def test_the_whole_loop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    forms, returned, marked = tmp_path / "biểu", tmp_path / "nộp", tmp_path / "trả"
    asked = [part for code in AGENCIES for part in ("--agency", code)]
    assert call(capsys, "template", *asked, *PERIOD, "-o", str(forms), "-q").code == 0
    items = load_catalogue(packaged_file("targets.yaml")).item_by_code
    for path in forms.iterdir():
        path.write_bytes(filled(path.read_bytes(), items))
    saved_by_libreoffice(sorted(forms.iterdir()), returned)
    shutil.rmtree(returned / "profile")
    assert findings(capsys, str(returned)) == (0, [])

    (home,) = returned.glob("SNV*")
    right = {
        item: cell.value for item, cell in figures(load_workbook(home)[form_words.FIGURES_SHEET]).items()
    }
    change(home, WRONG)
    code, said = findings(capsys, str(returned), "--annotate", str(marked))
    assert code == 3
    assert sorted(each["code"] for each in said) == ["value-missing", "value-negative", "value-not-a-number"]
    (back,) = marked.iterdir()

    change(back, {item: right[item] for item in ("dossiers-online", "work-files")})
    explain_everything(back)
    home.unlink()
    shutil.move(back, returned)
    code, said = findings(capsys, str(returned), "--fail-on", "invalid,warning")
    assert (code, [(each["code"], each["explanation"]) for each in said]) == (0, [("value-missing", REASON)])

    status = call(capsys, "status", str(returned), *PERIOD, "--deadline", "2025-01-20", "-f", "json", "-q")
    states = Counter(each["state"] for each in json.loads(status.out)["agencies"])
    together = tmp_path / "tổng hợp.xlsx"
    assert call(capsys, "consolidate", str(returned), "-o", str(together), "-q").code == 0
    alone = evaluated(capsys, returned)
    assert alone == evaluated(capsys, together)
    shutil.copy(together, returned)
    _, beside = findings(capsys, str(returned))
    assert Counter(each["code"] for each in beside) == {"value-missing": 1, "duplicate-observation": 3}
    reported = {each["agency"] for each in observed(capsys, together)}
    assert states["on_time"] == len(reported)
    assert set(AGENCIES) <= reported


def observed(capsys: pytest.CaptureFixture[str], path: Path) -> list[dict[str, Any]]:
    ended = call(capsys, "evaluate", str(path), *PERIOD, "-f", "json", "-q", "--with", "observations")
    observations: list[dict[str, Any]] = json.loads(ended.out)["observations"]
    return observations
