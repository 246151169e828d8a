"""What the form says: whose it is, which days it asks for, on what ground; and nothing that acts."""

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from cchc_cli import form_words
from cchc_cli.language import Text
from cchc_cli.outgoing.form.content import FormContents
from cchc_cli.outgoing.form.workbook import form_workbook
from cchc_cli.period import Period
from tests.outgoing.filling import column_of, rows_of
from tests.outgoing.forms import CATALOGUE, REGISTRY, contents, form, member
from tests.zip_parts import part_texts

HOSTILE = '=HYPERLINK("http://x")<script>&\x1b[31m\u202e{=1}</r>'


def question(code: str, item: str, period: str = "2024") -> str:
    """What a form asks for an item."""
    sheet = load_workbook(io.BytesIO(form(code, period)))[form_words.FIGURES_SHEET]
    return str(sheet.cell(rows_of(sheet)[item], column_of(form_words.CONTENT)).value)


def texts(workbook: bytes) -> set[str]:
    """Every text of the figures' sheet above its table."""
    sheet = load_workbook(io.BytesIO(workbook))[form_words.FIGURES_SHEET]
    return {str(cell.value) for row in sheet.iter_rows(max_row=8) for cell in row if cell.value is not None}


@pytest.mark.parametrize(
    ("code", "head"),
    [
        ("SNV", {"ỦY BAN NHÂN DÂN TỈNH TIỀN GIANG", "SỞ NỘI VỤ"}),
        ("CTHUE", {"CỤC THUẾ TỈNH"}),
        ("821", {"ỦY BAN NHÂN DÂN", "HUYỆN CHÂU THÀNH"}),
        ("28249", {"ỦY BAN NHÂN DÂN", "PHƯỜNG 5, THÀNH PHỐ MỸ THO"}),
    ],
)
def test_the_letterhead_is_the_agencys(code: str, head: set[str]) -> None:
    said = texts(form(code))
    assert said >= head | {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"}
    assert said >= {form_words.RULE, "Kỳ báo cáo: Năm 2024", "(từ ngày 01/01/2024 đến ngày 31/12/2024)"}


def test_the_first_sheet_says_who_when_and_what() -> None:
    sheet = load_workbook(io.BytesIO(form("28249", "2024-Q1")))[form_words.INFORMATION_SHEET]
    rows = {str(sheet.cell(row, 1).value): sheet.cell(row, 2).value for row in range(1, sheet.max_row + 1)}
    assert [label for label in rows if label in form_words.INFORMATION] == list(form_words.INFORMATION)
    assert rows[form_words.AGENCY_CODE] == "28249"
    assert rows[form_words.AGENCY_NAME] == "Phường 5, Thành phố Mỹ Tho"
    assert rows[form_words.PERIOD] == "Quý I/2024"
    assert rows[form_words.KIND] == form_words.OFFICIAL
    assert rows[form_words.NUMBER] == 1


def test_the_columns_are_those_of_the_contract() -> None:
    sheet = load_workbook(io.BytesIO(form("28249")))[form_words.FIGURES_SHEET]
    header = [cell.value for cell in sheet[9]]
    assert header == list(form_words.COLUMNS)


def test_each_item_says_which_days_it_is_about() -> None:
    assert question("28249", "payments").endswith("\nPhát sinh trong kỳ, từ 01/01/2024 đến 31/12/2024")
    assert question("28249", "payments", "2024-9M").endswith(
        "\nLũy kế từ đầu năm, từ 01/01/2024 đến 30/09/2024"
    )
    assert question("28249", "results-in-force").endswith("\nCó đến ngày 31/12/2024")
    assert question("28249", "results-in-force", "2024-Q1").endswith("\nCó đến ngày 31/03/2024")
    assert question("821", "yearly-plan-issued").endswith("\nTính đến ngày 31/12/2024")


def test_an_agency_that_ended_in_the_period_is_asked_for_its_own_days() -> None:
    assert question("28546", "payments").endswith("\nPhát sinh trong kỳ, từ 01/01/2024 đến 31/10/2024")
    assert question("28546", "dossiers-online").endswith("\nPhát sinh trong kỳ, từ 15/12/2023 đến 31/10/2024")
    communes = load_workbook(io.BytesIO(form("821")))[form_words.COMMUNES_SHEET]
    names = {str(communes.cell(row, 2).value) for row in range(1, communes.max_row + 1)}
    assert "Xã Dưỡng Điềm (đến 31/10/2024)" in names


@pytest.mark.parametrize(
    ("period", "opening", "days", "last_day"),
    [
        ("2024", "15/12/2023", "Phát sinh trong kỳ, từ 15/12/2023 đến 14/12/2024", "14/12/2024"),
        ("2024-Q1", "15/12/2023", "Phát sinh trong kỳ, từ 15/12/2023 đến 14/03/2024", "14/03/2024"),
        ("2024-H1", "15/12/2023", "Lũy kế từ đầu năm, từ 15/12/2023 đến 14/06/2024", "14/06/2024"),
        ("2024-Q3", "15/06/2024", "Phát sinh trong kỳ, từ 15/06/2024 đến 14/09/2024", "14/09/2024"),
    ],
)
def test_dossiers_are_counted_over_the_window_of_their_form(
    period: str, opening: str, days: str, last_day: str
) -> None:
    asked = {
        "dossiers-carried-over": f"Có tại đầu kỳ, ngày {opening}",
        "dossiers-online": days,
        "dossiers-pending-overdue": f"Có đến ngày {last_day}",
    }
    for item, words in asked.items():
        assert question("28249", item, period).endswith(f"\n{words}")


@pytest.mark.parametrize(
    ("agency", "period", "days"),
    [
        ("28249", "2025-H1", "Lũy kế từ đầu năm, từ 15/12/2024 đến 30/06/2025"),
        ("28249", "2025-Q3", "Phát sinh trong kỳ, từ 01/07/2025 đến 14/09/2025"),
        ("SNNMT", "2025-Q2", "Phát sinh trong kỳ, từ 15/03/2025 đến 14/06/2025"),
        ("CTHUE", "2025-Q2", "Phát sinh trong kỳ, từ 15/03/2025 đến 14/06/2025"),
        ("CTHUE", "2025-Q3", "Phát sinh trong kỳ, từ 15/06/2025 đến 14/09/2025"),
    ],
)
def test_a_window_does_not_reach_over_the_life_of_an_agency(agency: str, period: str, days: str) -> None:
    """Nor does it leave out its last days, for which nobody asks later; a new name is no end."""
    assert question(agency, "dossiers-online", period).endswith(f"\n{days}")


def test_the_communes_of_a_district_are_asked_to_its_last_day() -> None:
    sheet = load_workbook(io.BytesIO(form("816", "2025-H1")))[form_words.COMMUNES_SHEET]
    asked = [str(cell.value) for row in sheet.iter_rows(max_row=8) for cell in row]
    assert any("phát sinh từ 15/12/2024 đến 30/06/2025" in words for words in asked)


def test_an_items_own_window_goes_before_the_period() -> None:
    year = question("SKHDT", "investment-disbursed")
    assert year.endswith("\nPhát sinh trong kỳ, từ 01/01/2024 đến 31/01/2025")
    quarter = question("SKHDT", "investment-disbursed", "2024-Q2")
    assert quarter.endswith("\nPhát sinh trong kỳ, từ 01/04/2024 đến 30/06/2024")


def test_once_the_territory_has_grown_the_former_one_is_asked_for() -> None:
    item = next(
        item
        for item in CATALOGUE.items
        if item.territory == "former" and item.reported_by == ("agency:VPUBND",)
    )
    assert "địa bàn" not in question("VPUBND", item.code, "2025-H1")
    assert question("VPUBND", item.code, "2026").endswith(
        "; chỉ tính trên địa bàn tỉnh trước ngày 01/07/2025"
    )


def test_the_clause_is_in_the_help_and_not_in_the_grid() -> None:
    parts = part_texts(form("28249"))
    assert "Căn cứ 2703/QĐ-UBND: Mục tiêu, khoản 2 điểm b" in parts["xl/worksheets/sheet2.xml"]
    assert "khoản" not in parts["xl/sharedStrings.xml"]


def test_help_and_clause_of_every_item_fit_with_the_clause_whole() -> None:
    for each in contents("2024").members[:40]:
        content = contents("2024").of(each)
        rules = load_workbook(io.BytesIO(form(each.code)))[form_words.FIGURES_SHEET].data_validations
        prompts = {str(rule.sqref): rule.prompt or "" for rule in rules.dataValidation}
        sheet = load_workbook(io.BytesIO(form(each.code)))[form_words.FIGURES_SHEET]
        for code, row in rows_of(sheet).items():
            prompt = prompts[f"D{row}"]
            citations = content.asked.citations[code]
            assert not citations or citations[0].place in prompt
            explained = CATALOGUE.item_by_code[code].help
            assert explained is None or explained.vi[:60] in prompt


def test_names_are_text_whatever_they_hold(tmp_path: object) -> None:
    agencies = tuple(
        replace(each, name=Text(HOSTILE, HOSTILE)) if each.code in ("821", "28546") else each
        for each in REGISTRY.agencies
    )
    made = FormContents(CATALOGUE, replace(REGISTRY, agencies=agencies), Period.of_year(2024))
    for code in ("821", "28546"):
        workbook = form_workbook(made.of(member(made, code)))
        parts = part_texts(workbook)
        assert not any(part.startswith("xl/externalLinks") or "hyperlink" in part for part in parts)
        for name, part in parts.items():
            assert "\x1b" not in part, name
            assert "\u202e" not in part, name
        for sheet in load_workbook(io.BytesIO(workbook)).worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    assert cell.data_type != "f" or str(cell.value).startswith("=IF(")
                    assert cell.hyperlink is None
