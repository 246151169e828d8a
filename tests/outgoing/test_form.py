"""The form: it asks exactly what is owed, and filled in it reads back without a word."""

import io
import re
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cchc_cli import form_words
from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.load import load_catalogue
from cchc_cli.intake.brief import Brief
from cchc_cli.intake.intake import Intake, take_in
from cchc_cli.level import Level
from cchc_cli.outgoing.form_content import FormContents
from cchc_cli.outgoing.form_workbook import form_workbook
from cchc_cli.outgoing.live_checks import AGREES, DIFFERS, EXCEEDS
from cchc_cli.packaged import packaged_file
from cchc_cli.period import Period
from cchc_cli.registry.load import load_registry
from cchc_cli.registry.registry import Registry
from cchc_cli.roster import Member
from tests.outgoing.filling import filled, parts_of, plausible, saved_by_libreoffice

CATALOGUE: Catalogue = load_catalogue(packaged_file("targets.yaml"))
REGISTRY: Registry = load_registry(packaged_file("agencies.yaml"))
PERIODS = ["2021", "2024", "2024-Q1", "2025-H1", "2025"]
SOME = ["SNV", "VPUBND", "STC", "821", "28249"]


def contents(period: str) -> FormContents:
    return FormContents(CATALOGUE, REGISTRY, Period.parse(period))


def member(of: FormContents, code: str) -> Member:
    return next(each for each in of.members if each.code == code)


def form(code: str, period: str = "2024") -> bytes:
    made = contents(period)
    return form_workbook(made.of(member(made, code)))


def read(*paths: Path) -> Intake:
    brief = Brief(CATALOGUE.item_by_code, CATALOGUE.checks, CATALOGUE.programme.years, REGISTRY)
    return take_in(paths, brief)


@pytest.mark.parametrize("period", PERIODS)
def test_a_form_asks_exactly_what_its_agency_must_report(period: str, tmp_path: Path) -> None:
    made = contents(period)
    for each in made.members[:: max(1, len(made.members) // 12)]:
        path = tmp_path / f"{each.code}.xlsx"
        path.write_bytes(filled(form_workbook(made.of(each)), CATALOGUE.item_by_code))
        intake = read(path)
        own = {one.item for one in intake.observations if one.agency == each.code}
        assert own == {item.code for item in made.items_of(each)}, each.code
        assert {one.period for one in intake.observations} == {Period.parse(period)}


@pytest.mark.parametrize("code", SOME)
def test_filled_in_it_reads_back_without_a_finding(code: str, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(filled(form(code), CATALOGUE.item_by_code))
    intake = read(path)
    assert [finding.code for finding in intake.findings] == []
    assert intake.submissions[0].submitter == code


def test_filled_in_and_saved_by_libreoffice_it_reads_back_without_a_finding(tmp_path: Path) -> None:
    paths = []
    for code in SOME:
        paths.append(tmp_path / f"{code}.xlsx")
        paths[-1].write_bytes(filled(form(code), CATALOGUE.item_by_code))
    saved = saved_by_libreoffice(paths, tmp_path / "saved")
    before, after = read(*paths), read(*saved)
    assert [finding.code for finding in after.findings] == []
    assert [(one.key, one.value) for one in after.observations] == [
        (one.key, one.value) for one in before.observations
    ]


def test_the_column_of_checks_says_what_agrees_and_what_does_not(tmp_path: Path) -> None:
    wrong = {"results-digitised": 41, "dossiers-online": 61}

    def figure(item: Item) -> object:
        return wrong.get(item.code, plausible(item))

    path = tmp_path / "SNV.xlsx"
    path.write_bytes(filled(form("SNV"), CATALOGUE.item_by_code, figure))
    (saved,) = saved_by_libreoffice([path], tmp_path / "saved")
    sheet = load_workbook(saved, data_only=True)[form_words.FIGURES_SHEET]
    column = form_words.COLUMNS.index(form_words.CHECK) + 1
    said = {
        str(sheet.cell(row, len(form_words.COLUMNS)).value): str(sheet.cell(row, column).value or "")
        for row in range(9, sheet.max_row + 1)
    }
    assert said["results-digitised"].startswith(EXCEEDS)
    assert said["dossiers-online"].startswith(DIFFERS)
    assert {text for text in said.values() if text} >= {AGREES}
    assert sum(text not in ("", AGREES) for text in said.values()) == 2


def test_only_the_cells_to_fill_in_are_unlocked() -> None:
    workbook = load_workbook(io.BytesIO(form("28249")))
    sheet = workbook[form_words.FIGURES_SHEET]
    assert all(each.protection.sheet for each in workbook.worksheets)
    value = form_words.COLUMNS.index(form_words.VALUE) + 1
    code = len(form_words.COLUMNS)
    for row in range(9, sheet.max_row + 1):
        is_item = sheet.cell(row, code).value is not None
        is_tick = sheet.cell(row, 2).value == form_words.NIL_IN_PERIOD
        assert sheet.cell(row, value).protection.locked is not (is_item or is_tick)
        assert sheet.cell(row, 2).protection.locked


def test_excel_accepts_every_rule() -> None:
    """The limits of Excel, beyond which it calls a workbook damaged."""
    for code in SOME:
        for sheet in load_workbook(io.BytesIO(form(code))).worksheets:
            for rule in sheet.data_validations.dataValidation:
                assert len(rule.formula1 or "") <= 255
                assert len(rule.prompt or "") <= 255
                assert len(rule.error or "") <= 255
                assert len(rule.promptTitle or "") <= 32


def test_the_clause_is_in_the_help_and_not_in_the_grid() -> None:
    parts = parts_of(form("28249"))
    rules = parts["xl/worksheets/sheet2.xml"].decode("utf-8")
    assert "Căn cứ: " in rules
    assert "khoản" not in parts["xl/sharedStrings.xml"].decode("utf-8")


def test_a_district_carries_its_communes(tmp_path: Path) -> None:
    path = tmp_path / "huyện.xlsx"
    path.write_bytes(filled(form("821"), CATALOGUE.item_by_code))
    reported = {one.agency for one in read(path).observations}
    of_period = contents("2024")
    communes = {
        each.code
        for each in of_period.members
        if each.level is Level.COMMUNE and any(life.parent == "821" for life in each.lives)
    }
    assert reported == communes | {"821"}
    assert len(communes) > 10


def test_no_form_for_a_level_that_has_ended() -> None:
    levels = {each.level for each in contents("2026").members}
    assert Level.DISTRICT not in levels
    assert Level.PROVINCE in levels


def test_last_period_is_filled_in_and_locked() -> None:
    made = FormContents(CATALOGUE, REGISTRY, Period.parse("2024"), {("28249", "dossiers-online"): Decimal(7)})
    sheet = load_workbook(io.BytesIO(form_workbook(made.of(member(made, "28249")))))[form_words.FIGURES_SHEET]
    column = form_words.COLUMNS.index(form_words.LAST_PERIOD) + 1
    row = next(row for row in range(9, 80) if sheet.cell(row, 9).value == "dossiers-online")
    assert sheet.cell(row, column).value == 7
    assert sheet.cell(row, column).protection.locked


def test_the_same_form_has_the_same_bytes() -> None:
    assert form("821") == form("821")


def test_names_are_text_whatever_they_hold() -> None:
    parts = parts_of(form("28249"))
    formulas = re.findall(rb"<f>(.*?)</f>", parts["xl/worksheets/sheet2.xml"])
    assert formulas
    assert all(formula.startswith(b"IF(COUNT(") for formula in formulas)
