"""The form asks exactly what is owed, and filled in it reads back without a word."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from cchc_cli import form_words
from cchc_cli.catalogue.source import Measure
from cchc_cli.language import Language
from cchc_cli.level import Level
from cchc_cli.outgoing.form.content import FormContents
from cchc_cli.outgoing.form.workbook import form_workbook
from cchc_cli.period import Period
from tests.libreoffice import saved_by_libreoffice
from tests.outgoing.filling import column_of, filled, plausible, rows_of
from tests.outgoing.forms import CATALOGUE, REGISTRY, SOME, contents, form, member, read

END_OF_DISTRICTS = date(2025, 6, 30)


def owed(code: str, period: Period) -> set[str]:
    """What an agency must report, worked out anew: flows on any day, what stands at the start on the first,
    everything else on the last."""
    lives = [life for life in REGISTRY.agencies if life.code == code and life.exists_during(period)]
    lives = [life for life in lives if REGISTRY.origin(life) == REGISTRY.origin(lives[-1])]
    codes = set()
    for item in CATALOGUE.items:
        flow = item.measure is Measure.FLOW
        day = period.start if flow or item.measure is Measure.OPENING else period.end
        there = [life for life in lives if flow or life.exists_on(day)]
        if item.measure is Measure.OPENING and lives and REGISTRY.origin(lives[-1]).first_day > day:
            continue
        if item.level is Level.DISTRICT and day > END_OF_DISTRICTS:
            continue
        if any(life.matches(REGISTRY.reporters(item.reported_by, period)) for life in there):
            codes.add(item.code)
    return codes


def asked(workbook: bytes) -> tuple[list[str], dict[str, set[str]]]:
    """The codes of the sheet with the figures, and by commune those with a cell to fill in."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook))
    figures = book.get_sheet_by_name(form_words.FIGURES_SHEET).to_python()
    header = next(row for row, cells in enumerate(figures) if cells[0] == form_words.ROW_NUMBER)
    codes = [str(cells[-1]) for cells in figures[header + 1 :] if cells[-1]]
    if form_words.COMMUNES_SHEET not in book.sheet_names:
        return codes, {}
    communes = load_workbook(io.BytesIO(workbook))[form_words.COMMUNES_SHEET]
    rows = list(communes.iter_rows())
    start = next(number for number, cells in enumerate(rows) if cells[0].value == form_words.AGENCY_CODE)
    heads = [str(cell.value) for cell in rows[start]]
    return codes, {
        str(cells[0].value): {
            head for head, cell in zip(heads, cells, strict=True) if not cell.protection.locked
        }
        for cells in rows[start + 1 :]
    }


def test_the_form_of_every_agency_asks_exactly_what_it_must_report() -> None:
    year = Period.of_year(2024)
    for each in contents("2024").members:
        own, communes = asked(form(each.code))
        assert len(own) == len(set(own))
        assert set(own) == owed(each.code, year), each.code
        for commune, items in communes.items():
            assert items == owed(commune, year), commune


@pytest.mark.parametrize("period", ["2021", "2024", "2024-Q1", "2025-H1", "2025", "2026"])
def test_whoever_owes_something_gets_a_form_for_it_in_every_period(period: str) -> None:
    made, when = contents(period), Period.parse(period)
    codes = {life.code for life in REGISTRY.agencies if life.exists_during(when)}
    assert {each.code for each in made.members} == {code for code in codes if owed(code, when)}
    for each in made.members:
        content = made.of(each)
        assert {item.code for item in content.asked.items} == owed(each.code, when), each.code
        for commune in content.communes:
            assert commune.items == owed(commune.agency.code, when), commune.agency


@pytest.mark.parametrize("period", ["2024", "2024-Q1"])
def test_every_commune_stands_on_the_sheet_of_exactly_one_district(period: str) -> None:
    made = contents(period)
    listed = [
        commune.agency.code
        for each in made.members
        if each.level is Level.DISTRICT
        for commune in made.of(each).communes
    ]
    assert sorted(listed) == sorted(each.code for each in made.members if each.level is Level.COMMUNE)


def test_the_whole_province_filled_in_reads_back_without_a_finding(tmp_path: Path) -> None:
    made = contents("2024")
    for each in made.members:
        if each.level is not Level.COMMUNE:
            path = tmp_path / f"{each.code}.xlsx"
            path.write_bytes(filled(form(each.code), CATALOGUE.item_by_code))
    intake = read(tmp_path)
    assert [(finding.code, finding.place) for finding in intake.findings] == []
    said = {(one.agency, one.item): one.value for one in intake.observations}
    assert said.keys() == {
        (each.code, code) for each in made.members for code in owed(each.code, Period.of_year(2024))
    }
    for (agency, code), value in said.items():
        typed = plausible(CATALOGUE.item_by_code[code], agency)
        assert value == (1 if typed == "có" else Decimal(str(typed)))


@pytest.mark.parametrize("period", ["2021", "2024-Q1", "2025-H1", "2025", "2026", "2023-01-01..2023-06-07"])
def test_filled_in_for_any_period_it_reads_back_for_that_period(period: str, tmp_path: Path) -> None:
    made = contents(period)
    codes = [each.code for each in made.members if each.code in SOME]
    for code in codes:
        made_out = filled(form(code, period), CATALOGUE.item_by_code, dated="18/01/2027")
        (tmp_path / f"{code}.xlsx").write_bytes(made_out)
    intake = read(tmp_path)
    assert [(finding.code, finding.place) for finding in intake.findings] == []
    assert {each.submitter for each in intake.submissions} == set(codes)
    assert {one.period for one in intake.observations} == {Period.parse(period)}


def test_filled_in_and_saved_by_libreoffice_it_reads_back_without_a_finding(tmp_path: Path) -> None:
    paths = []
    for code in SOME:
        paths.append(tmp_path / f"{code}.xlsx")
        paths[-1].write_bytes(filled(form(code), CATALOGUE.item_by_code))
    saved = saved_by_libreoffice(paths, tmp_path / "saved")
    before, after = read(*paths), read(*saved)
    assert [(finding.code, finding.place) for finding in after.findings] == []
    assert [(one.key, one.value) for one in after.observations] == [
        (one.key, one.value) for one in before.observations
    ]


def test_sent_back_empty_it_says_so_once(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(form("28249"))
    (finding,) = read(path).findings
    assert (finding.code, finding.agency, finding.period) == ("file-without-values", "28249", "2024")
    assert f" {len(owed('28249', Period.of_year(2024)))} số liệu" in finding.message(Language.VI)


def test_the_sheet_with_the_figures_says_its_period_itself(tmp_path: Path) -> None:
    """Officers copy one sheet into a workbook of their own."""
    workbook = load_workbook(io.BytesIO(filled(form("28249"), CATALOGUE.item_by_code)))
    information = workbook[form_words.INFORMATION_SHEET]
    for row in range(1, information.max_row + 1):
        if information.cell(row, 1).value == form_words.PERIOD:
            information.cell(row, 1).value = information.cell(row, 2).value = None
    workbook.save(tmp_path / "form.xlsx")
    intake = read(tmp_path / "form.xlsx")
    assert intake.findings == ()
    assert {one.period for one in intake.observations} == {Period.of_year(2024)}


def test_a_tick_makes_the_blank_flows_of_its_area_nil(tmp_path: Path) -> None:
    content = contents("2024").of(member(contents("2024"), "28249"))
    area = next(
        section for section in content.asked.sections if "TTHC" not in section.area.vi and section.can_be_nil
    )
    ticked = {item.code for item in area.items}
    workbook = load_workbook(
        io.BytesIO(
            filled(
                form("28249"),
                CATALOGUE.item_by_code,
                lambda item, agency: None if item.code in ticked else plausible(item, agency),
            )
        )
    )
    sheet = workbook[form_words.FIGURES_SHEET]
    heading = next(
        row
        for row in range(1, sheet.max_row)
        if sheet.cell(row, column_of(form_words.CONTENT)).value == area.area.vi
    )
    assert sheet.cell(heading + 1, column_of(form_words.CONTENT)).value == form_words.NIL_IN_PERIOD
    sheet.cell(heading + 1, column_of(form_words.VALUE)).value = "x"
    workbook.save(tmp_path / "form.xlsx")
    intake = read(tmp_path / "form.xlsx")
    assert [finding.code for finding in intake.findings] == ["nil-reported"]
    nil = {one.item for one in intake.observations if one.value == 0}
    assert nil == {item.code for item in area.items if item.arises}


def test_only_areas_in_which_something_arises_have_a_tick() -> None:
    for code in SOME:
        content = contents("2024").of(member(contents("2024"), code))
        sheet = load_workbook(io.BytesIO(form(code)))[form_words.FIGURES_SHEET]
        words = [
            str(sheet.cell(row, column_of(form_words.CONTENT)).value) for row in range(1, sheet.max_row + 1)
        ]
        for section in content.asked.sections:
            following = words[words.index(section.area.vi) + 1]
            arises = any(item.arises for item in section.items)
            assert (following == form_words.NIL_IN_PERIOD) is arises


def test_no_form_for_a_level_that_has_ended() -> None:
    assert {each.level for each in contents("2026").members} == {Level.PROVINCE, Level.COMMUNE}


def test_of_a_code_with_two_lives_only_the_later_gets_a_form() -> None:
    """What the code sends for the period is the later life's."""
    district = next(each for each in REGISTRY.agencies if each.code == "820")
    last = replace(district, valid_until=date(2024, 6, 30), successors=("820",))
    new = replace(district, level=Level.COMMUNE, group="commune", valid_from=date(2024, 7, 1))
    others = tuple(each for each in REGISTRY.agencies if each.code != "820")
    registry = replace(REGISTRY, agencies=(*others, last, new))
    made = FormContents(CATALOGUE, registry, Period.of_year(2024))
    assert [each.level for each in made.members if each.code == "820"] == [Level.COMMUNE]
    earlier = FormContents(CATALOGUE, registry, Period.parse("2024-H1"))
    assert [each.level for each in earlier.members if each.code == "820"] == [Level.DISTRICT]


def test_last_period_is_filled_in_for_the_same_agency_only() -> None:
    before = {("28249", "dossiers-online"): Decimal(7), ("28252", "dossiers-direct"): Decimal(8)}
    made = FormContents(CATALOGUE, REGISTRY, Period.parse("2024"), before)
    workbook = load_workbook(io.BytesIO(form_workbook(made.of(member(made, "28249")))))
    sheet = workbook[form_words.FIGURES_SHEET]
    column = column_of(form_words.LAST_PERIOD)
    shown = {code: sheet.cell(row, column).value for code, row in rows_of(sheet).items()}
    assert {code: value for code, value in shown.items() if value is not None} == {"dossiers-online": 7}


def test_a_merged_commune_is_asked_whether_its_figures_hold_those_of_its_predecessors(tmp_path: Path) -> None:
    """28300 took the place of two communes on 01/05/2024, one of them under the same code."""
    sheet = load_workbook(io.BytesIO(form("28300")))[form_words.INFORMATION_SHEET]
    text = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)
    assert form_words.INCLUDES_PREDECESSORS in text
    assert "Chỉ điền phần phát sinh (từ ngày 01/05/2024 đến ngày 31/12/2024)" in text
    path = tmp_path / "28300.xlsx"
    assert "Chọn “Không” ở ô “Số liệu gồm cả đơn vị cũ” khi đã điền như vậy." in text
    for answer, expected in (("Có", True), ("Không", False), ("", None)):
        path.write_bytes(filled(form("28300"), CATALOGUE.item_by_code, includes_predecessors=answer))
        assert [each.includes_predecessors for each in read(path).submissions] == [expected]
    other = load_workbook(io.BytesIO(form("28249")))[form_words.INFORMATION_SHEET]
    assert form_words.INCLUDES_PREDECESSORS not in {row[0].value for row in other.iter_rows()}


def test_the_same_form_has_the_same_bytes() -> None:
    made = contents("2024")
    again = FormContents(CATALOGUE, REGISTRY, Period.parse("2024"))
    for code in ("821", "SNV"):
        assert form_workbook(made.of(member(made, code))) == form_workbook(again.of(member(again, code)))
