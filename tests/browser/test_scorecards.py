"""Scorecards in a real browser: on a phone, on paper, and the page that leads to them."""

from pathlib import Path

import pytest

from cchc_cli.language import Language
from cchc_cli.reports.scorecard.edition import edition_of
from cchc_cli.reports.scorecard.files import INDEX, card_files, contents
from cchc_cli.reports.scorecard.index_page import index_page
from tests.browser.conftest import Visit
from tests.scorecards.example import HOSTILE, example

_CARD = "C2-don-vi-c2.html"
_A4_HEIGHT_IN_PIXELS = 1123


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    """A folder of cards with their index."""
    edition = edition_of(example(tmp_path), Language.VI)
    files = card_files(edition.scorecards.cards)
    folder = tmp_path / "cards"
    folder.mkdir()
    for file in files:
        for name, content in contents(edition, file, ["html"]).items():
            (folder / name).write_bytes(content)
    (folder / INDEX).write_bytes(index_page(edition, files, ["html"]))
    return folder


def test_a_card_says_who_where_and_what_to_do(visit: Visit, cards: Path) -> None:
    visit.open(cards / _CARD)
    page = visit.page
    assert page.locator("h1").inner_text() == "Đơn vị C2"
    assert page.locator(".rank").first.inner_text() == "1/6"
    assert "Thêm 80 cái" in page.locator(".moves").inner_text()
    assert page.get_by_text("Tài liệu phục vụ điều hành", exact=False).count() == 1
    assert "Đạt" not in page.locator("main").inner_text().split("\n")


def test_a_card_fits_a_phone(visit: Visit, cards: Path) -> None:
    visit.page.set_viewport_size({"width": 360, "height": 740})
    visit.open(cards / _CARD)
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert visit.page.locator(".rows thead").bounding_box()["width"] <= 1  # type: ignore[index]


def test_a_card_is_printed_on_a_sheet_or_two(visit: Visit, cards: Path) -> None:
    visit.page.set_viewport_size({"width": 703, "height": _A4_HEIGHT_IN_PIXELS})
    visit.page.emulate_media(media="print")
    visit.open(cards / _CARD)
    assert visit.page.evaluate("document.documentElement.scrollHeight") < 2 * _A4_HEIGHT_IN_PIXELS
    assert not visit.page.locator(".back").is_visible()


def test_the_index_finds_without_tones_and_by_district(visit: Visit, cards: Path) -> None:
    visit.open(cards / INDEX)
    page = visit.page
    shown = page.locator("tr[data-found-by]:visible")
    everybody = shown.count()
    page.get_by_label("Tìm đơn vị").fill("DON VI c2")
    assert shown.all_inner_texts()[0].startswith("Đơn vị C2")
    assert shown.count() == 1
    page.get_by_label("Tìm đơn vị").fill("")
    page.get_by_label("Đơn vị cấp trên").select_option("Đơn vị D2")
    assert shown.count() == 4
    page.get_by_label("Đơn vị cấp trên").select_option("Tất cả")
    page.get_by_label("Tìm đơn vị").fill("không có ai")
    assert shown.count() == 0
    assert page.get_by_text("Không có phiếu nào.").is_visible()
    page.get_by_label("Tìm đơn vị").fill("")
    assert shown.count() == everybody
    page.get_by_role("link", name="Đơn vị C2").click()
    assert page.locator("h1").inner_text() == "Đơn vị C2"


def test_a_script_in_a_name_stays_text(visit: Visit, cards: Path) -> None:
    (path,) = cards.glob("C1-*.html")
    visit.open(path)
    assert visit.page.locator("h1").inner_text() == HOSTILE.replace("\u202e", "\\u202e")
    visit.open(cards / INDEX)
    assert "<script>alert(1)</script>" in visit.page.locator("main").inner_text()
