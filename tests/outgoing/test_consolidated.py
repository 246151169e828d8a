"""The consolidated workbook: it reads back as the same figures, and repeats nothing loudly."""

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import ItemKind
from cchc_cli.intake.brief import Brief
from cchc_cli.intake.intake import take_in
from cchc_cli.language import Language, Text
from cchc_cli.level import Level
from cchc_cli.observation import Address, Observation
from cchc_cli.outgoing.consolidated.content import consolidate, selected
from cchc_cli.outgoing.consolidated.workbook import consolidated_workbook
from cchc_cli.packaged import packaged_file
from cchc_cli.period import Period
from cchc_cli.reception.stocktaking import Asked, take_stock
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.load import load_registry
from cchc_cli.registry.registry import Registry
from tests.intake.programme import YEARS
from tests.intake.workbooks import write_workbook
from tests.outgoing.consolidating import consolidated, intake_of, said, write
from tests.reception.province import (
    CATALOGUE,
    CHECKS,
    CODES,
    ITEMS,
    REGISTRY,
    form,
    full_form,
    matrix,
    read,
)

PERIODS = tuple(map(Period.parse, ("2024", "2024-Q1", "2023", "2023-01-01..2023-06-07")))
HEADER_ROW = 5


def table(path: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """The rows of the matrix by code and name, each by header, with results instead of formulas."""
    sheet = openpyxl.load_workbook(path, data_only=True)["Số liệu"]
    header, *rows = sheet.iter_rows(min_row=HEADER_ROW, values_only=True)
    lines = [dict(zip(map(str, header), row, strict=True)) for row in rows]
    return {(str(line["Mã đơn vị"] or ""), str(line["Tên đơn vị"])): line for line in lines}


def _values(item: Item) -> st.SearchStrategy[tuple[Decimal, date | None]]:
    no_day = st.none()
    match item.kind:
        case ItemKind.COUNT:
            return st.tuples(st.integers(0, 10**17).map(Decimal), no_day)
        case ItemKind.AMOUNT:
            return st.tuples(_decimals(10**12), no_day)
        case ItemKind.SCORE:
            return st.tuples(_decimals(100), no_day)
    days = st.dates(date(1890, 1, 1), date(2024, 3, 31))
    return st.one_of(
        st.tuples(st.just(Decimal(0)), no_day),
        st.tuples(st.just(Decimal(1)), no_day),
        st.tuples(st.just(Decimal(1)), days),
    )


def _decimals(highest: int) -> st.SearchStrategy[Decimal]:
    """Decimals as intake keeps them: no zeros behind the last digit."""
    return st.builds(
        lambda whole, places: _shortest(Decimal(whole).scaleb(-places)),
        st.integers(0, highest),
        st.integers(0, 8),
    )


def _shortest(value: Decimal) -> Decimal:
    whole = value.to_integral_value()
    return Decimal(int(whole)) if value == whole else value.normalize()


@st.composite
def _observations(draw: st.DrawFn) -> list[Observation]:
    possible = [
        (life.code, item, period)
        for life in REGISTRY.agencies
        for item in ITEMS
        for period in PERIODS
        if life.matches(item.reported_by) and life.exists_during(period)
    ]
    chosen = draw(st.lists(st.sampled_from(possible), unique=True, min_size=1, max_size=30))
    figures = [
        (code, item, period, *draw(_values(item)), draw(st.booleans())) for code, item, period in chosen
    ]
    return [
        Observation(code, item.code, period, value, Address(0, 0, row, 1), day, nearly)
        for row, (code, item, period, value, day, nearly) in enumerate(figures, start=1)
        if day is None or day <= period.end
    ]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(observations=_observations())
def test_it_reads_back_as_the_same_figures(tmp_path: Path, observations: list[Observation]) -> None:
    again = read(write(tmp_path / "tong-hop.xlsx", intake_of(observations)))
    broken = {"part-exceeds-whole"}
    readable = [one for one in again.findings if one.code not in broken | {"value-missing"}]
    assert [found.message(Language.EN) for found in readable if found.severity != "info"] == []
    set_aside = {key for found in again.findings if found.code in broken for key in again.unusable}
    assert said(again.observations) == said([one for one in observations if one.key not in set_aside])


def _folder(folder: Path) -> Path:
    """Reports as they come: corrected, incomplete, wrong, through a district, and not at all."""
    folder.mkdir()
    full_form(folder / "SNV.xlsx", "SNV")
    form(
        folder / "SNV-dc.xlsx",
        "SNV",
        {"settled": 120},
        kind="Đính chính",
        document="9/BC",
        dated=date(2025, 2, 3),
    )
    form(
        folder / "SYT.xlsx",
        "SYT",
        {"settled": "nhiều", "settled-in-time": 7, "fees-paid": 0.1, "plan-issued": date(2024, 5, 6)},
    )
    form(folder / "821.xlsx", "821", communes=[("28501", 10, 11, 20), ("28504", 8, None, 21)])
    return folder


def test_everybody_has_a_row_with_what_stands_and_where_it_came_from(tmp_path: Path) -> None:
    path = write(tmp_path / "tong-hop.xlsx", read(_folder(tmp_path / "in")))
    rows = table(path)
    assert [code for code, _ in rows if code] == ["SNV", "SYT", "821", "28501", "28504", "28507", "CTHUE"]
    corrected = rows["SNV", "Sở Nội vụ"]
    assert corrected["settled"] == 120
    assert corrected["Số, ký hiệu văn bản"] == "9/BC; 12/BC-SNV"
    assert corrected["Ngày văn bản"] == "03/02/2025; 10/01/2025"
    wrong = rows["SYT", "Sở Y tế"]
    assert (wrong["settled"], wrong["settled-in-time"], wrong["fees-paid"]) == (None, 7, 0.1)
    assert wrong["plan-issued"].date() == date(2024, 5, 6)
    carried = rows["28501", "Xã Điềm Hy"]
    assert (carried["settled"], carried["staff"], carried["Trực thuộc"]) == (None, 20, "Huyện Châu Thành")
    assert carried["Tình trạng nộp"].startswith("Đã nộp; qua Huyện Châu Thành; 1 lỗi phải sửa")
    assert str(carried["Tệp nguồn"]).endswith("821.xlsx")
    assert rows["28507", "Xã Cũ"]["Tình trạng nộp"] == "Chưa nộp"


def test_totals_are_live_formulas_with_their_results_and_are_never_counted(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for code in CODES:
        full_form(folder / f"{code}.xlsx", code)
    path = write(tmp_path / "tong-hop.xlsx", read(folder))
    results = openpyxl.load_workbook(path, data_only=True)["Số liệu"]
    formulas = openpyxl.load_workbook(path)["Số liệu"]
    names = [str(cell.value) for cell in results["C"]]
    column = next(cell.column for cell in results[HEADER_ROW] if cell.value == "settled")
    totals = [
        (names[row - 1], results.cell(row, 4).value, results.cell(row, column).value)
        for row in range(HEADER_ROW + 1, results.max_row + 1)
        if names[row - 1].startswith("Tổng cộng")
    ]
    assert totals == [
        ("Tổng cộng", "Cấp tỉnh", 200),
        ("Tổng cộng", "Cấp huyện", 100),
        ("Tổng cộng", "Cấp xã", 300),
        ("Tổng cộng", "Cấp tỉnh", 100),
        ("Tổng cộng toàn tỉnh", None, 600),
    ], "vertical agencies are added to nothing"
    assert str(formulas.cell(HEADER_ROW + 3, column).value).startswith("=IF(COUNT(")
    score = next(cell.column for cell in results[HEADER_ROW] if cell.value == "satisfaction")
    assert {results.cell(row, score).value for row in range(HEADER_ROW + 2, results.max_row + 1)} == {None}
    assert said(read(path).observations) == said(read(folder).observations)


def test_beside_the_reports_it_costs_one_info_for_each_file(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "in")
    before = read(folder)
    write(folder / "a-tong-hop.xlsx", before)
    after = read(folder)
    assert said(after.observations) == said(before.observations)
    assert after.unusable == before.unusable
    new = Counter(one.code for one in after.findings) - Counter(one.code for one in before.findings)
    assert set(new) == {"duplicate-observation"}
    assert new["duplicate-observation"] <= len(before.submissions)
    files = [finding.place for finding in after.findings if finding.code == "duplicate-observation"]
    assert all(place is not None and place.row is None for place in files)


def test_the_reports_own_cells_stand_for_the_figures_beside_it(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "in")
    write(folder / "a-tong-hop.xlsx", read(folder))
    after = read(folder)
    cited = {Path(after.submissions[one.address.file].path).name for one in after.observations}
    assert "a-tong-hop.xlsx" not in cited


def test_read_alone_it_says_of_gaps_what_the_reports_say(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    full_form(folder / "a.xlsx", "SNV")
    form(folder / "b.xlsx", "SYT", {"settled": 1, "settled-in-time": 1, "fees-paid": None, "plan-issued": 0})
    alone = read(write(tmp_path / "tong-hop.xlsx", read(folder)))
    gaps = [(one.code, one.agency, one.item) for one in alone.findings]
    assert gaps == [("value-missing", "SYT", "fees-paid")], "who has sent nothing is no gap of this workbook"


def test_shorter_periods_have_rows_of_their_own(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    full_form(folder / "SNV.xlsx", "SNV")
    full_form(folder / "SYT.xlsx", "SYT")
    for quarter in range(1, 5):
        full_form(folder / f"xa-{quarter}.xlsx", "28501", period=f"2024-Q{quarter}")
    intake = read(folder)
    path = write(tmp_path / "tong-hop.xlsx", intake, [Period.parse("2024")])
    assert said(read(path).observations) == said(intake.observations)
    sheet = openpyxl.load_workbook(path)["Số liệu"]
    periods = [cell.value for cell in sheet["F"]][HEADER_ROW:]
    assert {"Năm 2024", "Quý I/2024", "Quý II/2024", "Quý III/2024", "Quý IV/2024"} == set(periods)


def test_a_part_of_a_period_is_left_out_where_the_whole_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    full_form(folder / "a.xlsx", "SNV")
    full_form(folder / "b.xlsx", "SNV", period="2024-Q1")
    full_form(folder / "c.xlsx", "SNV", period="2023")
    intake = read(folder)
    chosen = read(write(tmp_path / "tong-hop.xlsx", intake, [Period.parse("2024")]))
    assert {str(one.period) for one in chosen.observations} == {"2024"}
    everything = read(write(tmp_path / "tat-ca.xlsx", intake))
    assert said(everything.observations) == said(intake.observations)


def test_what_was_explained_is_still_answered_when_it_is_read_alone(tmp_path: Path) -> None:
    figures = {"settled": 100, "settled-in-time": 90, "staff": None}
    explained, silent = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    form(explained, "28501", figures, notes={"staff": "Chưa tổng hợp được"})
    alone = write(tmp_path / "tong-hop.xlsx", read(explained), [Period.parse("2024")])
    assert [(one.code, one.explanation) for one in read(alone).findings if one.item == "staff"] == [
        ("value-missing", "Chưa tổng hợp được")
    ]
    form(silent, "28501", figures)
    (beside,) = (one for one in read(silent, alone).findings if one.item == "staff")
    assert not beside.is_answered


def _as_text(path: Path) -> None:
    """Makes what looks like a formula in the workbook the text that somebody typed."""
    workbook = openpyxl.load_workbook(path)
    for cell in (cell for sheet in workbook for row in sheet.iter_rows() for cell in row):
        if cell.data_type == "f":
            cell.data_type = "s"
    workbook.save(path)


def test_text_from_files_is_never_a_formula(tmp_path: Path) -> None:
    hostile = '=HYPERLINK("http://example.invalid","x")'
    _as_text(
        form(tmp_path / "=1+1.xlsx", "SNV", {"settled": hostile}, document=hostile, prepared_by="<r>x</r>")
    )
    _as_text(form(tmp_path / "b.xlsx", hostile, document="\u202exlsx"))
    matrix(tmp_path / "c.xlsx", ("settled", "@SUM(A1)"), ("SYT", 1, 2))
    path = write(tmp_path / "tong-hop.xlsx", read(tmp_path))
    workbook = openpyxl.load_workbook(path)
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    formulas = {str(cell.value)[:4] for cell in cells if cell.data_type == "f"}
    assert formulas <= {"=IF(", "=COU"}
    assert all(cell.hyperlink is None for cell in cells)
    texts = " ".join(str(cell.value) for cell in cells)
    assert hostile in texts
    assert "\u202e" not in texts
    assert "<r>x</r>" in texts


def test_a_very_long_text_is_cut(tmp_path: Path) -> None:
    form(tmp_path / "a.xlsx", "SNV", {"settled": "x" * 20_000})
    path = write(tmp_path / "tong-hop.xlsx", read(tmp_path))
    cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row]
    assert max(len(str(cell.value)) for cell in cells) < 1000


def test_the_same_figures_give_the_same_bytes(tmp_path: Path) -> None:
    intake = read(_folder(tmp_path / "in"))
    first, second = (consolidated_workbook(consolidated(intake), Language.VI) for _ in range(2))
    assert first == second


def test_findings_and_files_stand_on_sheets_of_their_own(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "in")
    intake = read(folder)
    workbook = openpyxl.load_workbook(write(tmp_path / "tong-hop.xlsx", intake))
    assert workbook.sheetnames == ["Số liệu", "Thông tin", "Nội dung cần xử lý", "Tệp nguồn"]
    found = list(workbook["Nội dung cần xử lý"].iter_rows(min_row=2, values_only=True))
    assert [row[-1] for row in found] == [finding.code for finding in intake.findings]
    assert any("nhiều" in str(row[2]) and str(row[5]).endswith("SYT.xlsx") and row[7] for row in found)
    files = list(workbook["Tệp nguồn"].iter_rows(min_row=2, values_only=True))
    assert [row[1] for row in files] == [submission.path for submission in intake.submissions]
    assert [row[-1] for row in files] == [submission.sha256 for submission in intake.submissions]
    told = " ".join(str(cell.value) for row in workbook["Thông tin"].iter_rows() for cell in row)
    assert "Năm 2024" in told
    assert "1" * 64 in told


@pytest.mark.parametrize("rows", [[], [["Mã đơn vị", "settled"]]])
def test_nothing_usable_still_makes_a_workbook(tmp_path: Path, rows: list[list[str]]) -> None:
    write_workbook(tmp_path / "a.xlsx", {"Bảng": rows})
    path = write(tmp_path / "tong-hop.xlsx", read(tmp_path))
    assert read(path).observations == ()


def test_a_code_that_went_to_a_new_agency_has_one_row_and_two_standings(tmp_path: Path) -> None:
    last = date(2024, 6, 30)
    before = [
        Agency(code, Text(f"Xã {code}", f"Commune {code}"), "commune", Level.COMMUNE, valid_until=last)
        for code in ("28501", "28504")
    ]
    merged = Agency("28501", Text("Xã Mới", "New"), "commune", Level.COMMUNE, valid_from=date(2024, 7, 1))
    lives = (*(replace(life, successors=("28501",)) for life in before), merged)
    registry = Registry("agencies.yaml", "2" * 64, lives)
    year = PERIODS[0]
    brief = Brief(CATALOGUE.item_by_code, CHECKS, YEARS, registry)
    intake = take_in([form(tmp_path / "a.xlsx", "28501")], brief)
    stood = take_stock(CATALOGUE, registry, intake, Asked(year), Language.VI)
    assert [(one.code, one.until, one.state.value) for one in stood.agencies] == [
        ("28501", last, "missing"),
        ("28504", last, "missing"),
        ("28501", None, "received"),
    ]
    made = consolidate(CATALOGUE, registry, intake, intake.observations, {year: stood}, [year])
    lines = [line for block in made.blocks for part in block.parts for line in part.lines]
    assert [(line.code, line.name.vi, line.is_missing) for line in lines] == [
        ("28504", "Xã 28504", True),
        ("28501", "Xã Mới", False),
    ]


def test_a_part_of_a_period_gives_way_to_the_whole_of_the_same_agency_only() -> None:
    """What a code reported before it went to a new agency stands for its own days beside the new one's."""
    registry = load_registry(packaged_file("agencies.yaml"))
    figures = [
        Observation(code, "settled", Period.parse(period), Decimal(1), Address(0, 0, row, 1))
        for row, (code, period) in enumerate(product(("28249", "SNV"), ("2025-H1", "2025")))
    ]
    kept = selected(figures, [Period.parse("2025")], registry)
    assert [(one.agency, str(one.period)) for one in kept] == [
        ("28249", "2025-H1"),
        ("28249", "2025"),
        ("SNV", "2025"),
    ]
