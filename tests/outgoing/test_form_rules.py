"""The form holds back what is wrong while it is filled in, and says so where it cannot."""

import io
import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from cchc_cli import form_words
from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import ItemKind
from cchc_cli.intake.files.reader import read_workbook
from cchc_cli.intake.files.xlsx.exact_reader import ExactReader
from cchc_cli.outgoing.form.live_checks import AGREES, DIFFERS, WRONG
from tests.libreoffice import saved_by_libreoffice
from tests.outgoing.filling import answer, column_of, filled, header_row, plausible, rows_of
from tests.outgoing.forms import CATALOGUE, SOME, contents, form
from tests.zip_parts import part_texts

FUNCTIONS = {"IF", "AND", "OR", "ISNUMBER", "COUNT", "INT", "N", "LEN", "MID", "SUM", "LEFT", "TRIM", "NOT"}
"""Old ones, which Excel and LibreOffice know under the same names."""


def sheets(code: str, period: str = "2024") -> list[Worksheet]:
    return list(load_workbook(io.BytesIO(form(code, period))).worksheets)


def rules(sheet: Worksheet) -> dict[str, DataValidation]:
    """The data validations of a sheet by the cell they begin in."""
    return {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}


def said(workbook: Path) -> dict[str, str]:
    """What the column of checks says, by item."""
    sheet = load_workbook(workbook, data_only=True)[form_words.FIGURES_SHEET]
    column = column_of(form_words.CHECK)
    return {code: str(sheet.cell(row, column).value or "") for code, row in rows_of(sheet).items()}


def calculated(code: str, wrong: dict[str, Any], folder: Path) -> dict[str, str]:
    """What LibreOffice makes of the checks of a form filled in like this."""

    def figure(item: Item, agency: str) -> Any:
        return wrong.get(item.code, plausible(item, agency))

    path = folder / f"{code}.xlsx"
    path.write_bytes(filled(form(code), CATALOGUE.item_by_code, figure))
    (saved,) = saved_by_libreoffice([path], folder / "saved")
    return said(saved)


def test_right_figures_agree(tmp_path: Path) -> None:
    words = calculated("VPUBND", {}, tmp_path)
    assert set(words.values()) == {"", AGREES}
    assert words["dossiers-online"] == words["results-digitised"] == AGREES


def test_wrong_figures_are_named_with_their_rows(tmp_path: Path) -> None:
    wrong = {
        "results-digitised": 99_999,
        "dossiers-online": 7,
        "procedures-with-fees": 99_999,
        "procedures-controlled": 99_999,
        "payments": -1,
        "work-files": 1.5,
        "inspections": "12 cuộc",
        "satisfaction-procedures": 0.855,
        "one-stop-renewed": "rồi",
        "meetings": None,
    }
    words = calculated("VPUBND", wrong, tmp_path)
    sheet = load_workbook(tmp_path / "VPUBND.xlsx")[form_words.FIGURES_SHEET]
    number = {code: sheet.cell(row, 1).value for code, row in rows_of(sheet).items()}
    assert words["results-digitised"] == (
        f"{WRONG}: dòng {number['results-digitised']} > dòng {number['results-in-force']}"
    )
    assert words["dossiers-online"].startswith(f"{DIFFERS}: dòng {number['dossiers-online']}+")
    assert words["procedures-with-fees"] == (
        f"{WRONG}: dòng {number['procedures-with-fees']} > dòng {number['procedures-in-force']}"
    )
    assert words["procedures-controlled"].startswith(WRONG)
    assert words["payments"] == words["work-files"] == words["inspections"] == f"{WRONG}: cần số nguyên"
    assert words["satisfaction-procedures"] == f"{WRONG}: cần điểm số"
    assert words["one-stop-renewed"] == f"{WRONG}: có, không, ngày"
    assert words["meetings"] == words["meetings-in-the-system"] == ""


def test_a_tick_beside_a_figure_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    workbook = load_workbook(io.BytesIO(filled(form("28249"), CATALOGUE.item_by_code)))
    sheet = workbook[form_words.FIGURES_SHEET]
    ticks = [
        row
        for row in range(1, sheet.max_row + 1)
        if sheet.cell(row, column_of(form_words.CONTENT)).value == form_words.NIL_IN_PERIOD
    ]
    for row in ticks[:2]:
        sheet.cell(row, column_of(form_words.VALUE)).value = "x"
    for code, row in rows_of(sheet).items():
        if ticks[0] < row < ticks[1]:
            sheet.cell(row, column_of(form_words.VALUE)).value = None
            assert code
    workbook.save(path)
    (saved,) = saved_by_libreoffice([path], tmp_path / "saved")
    shown = load_workbook(saved, data_only=True)[form_words.FIGURES_SHEET]
    column = column_of(form_words.CHECK)
    assert [shown.cell(row, column).value or "" for row in ticks[:3]] == [
        AGREES,
        f"{WRONG}: có số phát sinh",
        "",
    ]


def test_yes_no_cells_take_every_answer_and_a_day(tmp_path: Path) -> None:
    codes = [item.code for item in CATALOGUE.items if item.kind is ItemKind.YES_NO]
    own = [code for code in codes if code in rows_of(sheets("VPUBND")[1])]
    answers = ["có", "Không", "x", "1", "31/12/2024", "0", 1]
    words = calculated("VPUBND", dict(zip(own, answers, strict=False)), tmp_path)
    assert {words[code] for code in own} == {""}


@pytest.mark.parametrize("period", ["2024", "2026"])
def test_excel_accepts_every_rule(period: str) -> None:
    """The limits of Excel, beyond which it calls a workbook damaged."""
    for each in contents(period).members[:30]:
        for sheet in sheets(each.code, period):
            for rule in sheet.data_validations.dataValidation:
                assert len(rule.formula1 or "") <= 255
                assert len(rule.prompt or "") <= 255
                assert len(rule.error or "") <= 255
                assert len(rule.promptTitle or "") <= 32
                assert len(rule.errorTitle or "") <= 32
            assert len(sheet.title) <= 31


def test_formulas_use_only_functions_that_every_program_knows() -> None:
    for code in SOME:
        for name, part in part_texts(form(code)).items():
            if name.startswith("xl/worksheets/"):
                formulas = re.findall(r"<(?:f|formula1?)>(.*?)</", part)
                texts = [re.sub(r"&quot;.*?&quot;|\".*?\"", "", formula) for formula in formulas]
                assert {word for text in texts for word in re.findall(r"([A-Z.]+)\(", text)} <= FUNCTIONS


def test_every_formula_has_a_value_before_anything_calculates_it() -> None:
    for code in SOME:
        part = part_texts(form(code))["xl/worksheets/sheet2.xml"]
        cells = re.findall(r"<c [^>]*>(<f>.*?</f>)(.*?)</c>", part)
        assert cells
        assert {value for _, value in cells} == {"<v></v>"}


@pytest.mark.parametrize("code", SOME)
def test_nothing_in_the_sheets_keeps_them_from_being_read_the_fast_way(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ExactReader, "sheet", None)
    assert len(read_workbook(form(code), ".xlsx").sheets) > 1


@pytest.mark.parametrize("code", SOME)
def test_only_the_cells_to_fill_in_are_unlocked(code: str) -> None:
    information, figures, *_ = sheets(code)
    assert all(sheet.protection.sheet and sheet.protection.password is None for sheet in sheets(code))
    items = set(rows_of(figures).values())
    free = {column_of(name) for name in (form_words.VALUE, form_words.EXPLANATION, form_words.EVIDENCE)}
    for row in range(1, figures.max_row + 1):
        is_tick = figures.cell(row, column_of(form_words.CONTENT)).value == form_words.NIL_IN_PERIOD
        unlocked = {cell.column for cell in figures[row] if not cell.protection.locked}
        assert unlocked == (free if row in items else {column_of(form_words.VALUE)} if is_tick else set())
    for label in form_words.INFORMATION:
        known = label in (form_words.AGENCY_CODE, form_words.AGENCY_NAME, form_words.PERIOD)
        assert information.cell(header_row(information, label), 2).protection.locked is known
        assert answer(information, label)


def test_locked_sheets_let_columns_and_rows_be_resized_but_no_number_format_be_changed() -> None:
    for sheet in sheets("821"):
        assert (sheet.protection.formatColumns, sheet.protection.formatRows) == (False, False)
        assert sheet.protection.formatCells


def test_each_cell_to_fill_in_says_in_vietnamese_what_it_takes() -> None:
    _, figures, communes = sheets("821")
    own = rules(figures)
    for row in rows_of(figures).values():
        rule = own[f"D{row}"]
        assert rule.showErrorMessage and rule.showInputMessage
        assert rule.promptTitle and rule.promptTitle.startswith("Nhập")
        assert rule.prompt and "None" not in rule.prompt
        assert rule.error and rule.error.startswith("Cần")
    carried_over = own[f"D{rows_of(figures)['dossiers-carried-over']}"]
    assert (carried_over.prompt or "").startswith("Để đối chiếu: dòng ")
    first = header_row(communes, form_words.AGENCY_CODE) + 1
    below = rules(communes)
    for column in range(3, communes.max_column + 1):
        rule = below[communes.cell(first, column).coordinate]
        assert str(rule.sqref).endswith(str(communes.max_row))
        assert rule.error and rule.error.startswith("Cần")


def test_a_part_may_not_be_typed_larger_than_its_whole() -> None:
    _, figures, communes = sheets("821")
    row = rows_of(figures)
    part, whole = f"D{row['results-digitised']}", f"D{row['results-in-force']}"
    for cell in (part, whole):
        rule = rules(figures)[cell]
        assert rule.type == "custom" and not rule.allowBlank
        assert f"N({part})<=N({whole})" in (rule.formula1 or "")
        assert (rule.formula1 or "").endswith(f'{cell}="")')
    row_of_codes = communes[header_row(communes, form_words.AGENCY_CODE)]
    heads = {str(cell.value): get_column_letter(column) for column, cell in enumerate(row_of_codes, start=1)}
    first = header_row(communes, form_words.AGENCY_CODE) + 1
    part, whole = heads["results-digitised"], heads["results-in-force"]
    rule = rules(communes)[f"{part}{first}"]
    assert f"N(${part}{first})<=N(${whole}{first})" in (rule.formula1 or "")
    assert f"cột {part} ≤ cột {whole}" in (rule.error or "")


def test_what_may_be_typed_is_what_reads_back(tmp_path: Path) -> None:
    """The rules calculated by LibreOffice: they let right figures and blanks pass, and hold back the rest."""
    wrong = {
        "results-digitised": 99_999,
        "work-files": 1.5,
        "inspections": "KPS",
        "payments": -1,
        "satisfaction-procedures": 0.855,
        "one-stop-renewed": "31/12",
    }
    right = {
        "provincial-portal-connected": "31/12/2024",
        "satisfaction-state-bodies": 100,
        "meetings": 0,
        "meetings-in-the-system": 0,
    }
    blank = ("results-in-force", "payments-online", "work-files-online", "inspections-online")

    def figure(item: Item, agency: str) -> Any:
        return None if item.code in blank else {**wrong, **right}.get(item.code, plausible(item, agency))

    workbook = load_workbook(io.BytesIO(filled(form("VPUBND"), CATALOGUE.item_by_code, figure)))
    sheet = workbook[form_words.FIGURES_SHEET]
    own, rows = rules(sheet), rows_of(sheet)
    for row in rows.values():
        rule = own[f"D{row}"]
        if rule.type == "custom":
            sheet.cell(row, 12).value = f"={rule.formula1}"
    workbook.save(tmp_path / "form.xlsx")
    (saved,) = saved_by_libreoffice([tmp_path / "form.xlsx"], tmp_path / "saved")
    shown = load_workbook(saved, data_only=True)[form_words.FIGURES_SHEET]
    passed = {
        code: shown.cell(row, 12).value for code, row in rows.items() if own[f"D{row}"].type == "custom"
    }
    # Its whole is blank, so that nothing speaks against it yet.
    assert passed.pop("results-digitised")
    assert {code for code, is_right in passed.items() if not is_right} == wrong.keys() - {"results-digitised"}
    assert own[f"D{rows['dossiers-carried-over']}"].type == "whole"


def test_kind_number_and_day_of_the_letter_are_held_to_what_they_can_be() -> None:
    information = sheets("28249")[0]
    own = rules(information)
    kind = own[f"B{header_row(information, form_words.KIND)}"]
    assert kind.formula1 == '"Chính thức,Bổ sung,Đính chính"'
    assert own[f"B{header_row(information, form_words.NUMBER)}"].type == "whole"
    assert "ISNUMBER" in (own[f"B{header_row(information, form_words.DATED)}"].formula1 or "")
