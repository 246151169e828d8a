"""The page as people use it, in a real browser."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cchc_cli.dossier import Dossier
from cchc_cli.language import Language
from cchc_cli.reports.formats import PAPER_FORMATS
from cchc_cli.reports.presentation import Presentation
from cchc_cli.run import Run, Verdict
from tests.browser.conftest import Visit
from tests.reports.hostile import hostile_dossier
from tests.reports.test_sinks import hostile_run

__all__ = ["hostile_run"]

ExampleDossier = Callable[[Language], Dossier]

_A4_WIDTH, _A4_HEIGHT = 184, 271
"""Within the margins, in millimetres."""
_PIXELS = 96 / 25.4


def _write(folder: Path, dossier: Dossier, language: Language = Language.VI) -> Path:
    path = folder / f"{language}.html"
    path.write_bytes(PAPER_FORMATS["html"].write(dossier, Presentation(language)))
    return path


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory, example_dossier: ExampleDossier) -> dict[Language, Path]:
    folder = tmp_path_factory.mktemp("pages")
    return {language: _write(folder, example_dossier(language), language) for language in Language}


@pytest.fixture
def page(visit: Visit, files: dict[Language, Path]) -> Visit:
    visit.open(files[Language.VI])
    return visit


def _shown(visit: Visit) -> int:
    return visit.page.locator(".target:visible").count()


def _found(visit: Visit) -> str:
    return visit.page.locator("#found").inner_text()


def test_it_says_how_many_targets_are_shown(page: Visit) -> None:
    assert _found(page) == f"Đang hiện {_shown(page)}/{_shown(page)} kết quả"


def test_english_pages_speak_english(visit: Visit, files: dict[Language, Path]) -> None:
    visit.open(files[Language.EN])
    assert visit.page.locator("html").get_attribute("lang") == "en"
    assert _found(visit) == f"{_shown(visit)} of {_shown(visit)} verdicts shown"


def test_a_filter_leaves_what_it_names(page: Visit) -> None:
    page.page.locator("#tools [name=status]").select_option("missed")
    statuses = page.page.locator(".target:visible").evaluate_all("all => all.map(one => one.dataset.status)")
    assert set(statuses) == {"missed"}
    assert f"Đang hiện {len(statuses)}/" in _found(page)


def test_filters_narrow_each_other_and_can_be_cleared(page: Visit) -> None:
    before = _found(page)
    page.page.locator("#tools [name=area]").select_option("TTHC")
    page.page.locator("#tools [name=level]").select_option("district")
    assert _shown(page) == 1
    page.page.get_by_role("button", name="Bỏ lọc").click()
    assert _found(page) == before


def test_search_minds_neither_case_nor_accents(page: Visit) -> None:
    page.page.locator("#tools [name=words]").fill("SO HOA ket qua")
    names = page.page.locator(".card:visible h3").all_text_contents()
    assert names == ["Tỷ lệ số hóa kết quả giải quyết TTHC còn hiệu lực"]


def test_a_search_that_finds_nothing_says_so(page: Visit) -> None:
    page.page.locator("#tools [name=words]").fill("zzqx")
    assert page.page.get_by_text("Không có mục tiêu nào khớp").is_visible()
    assert _found(page).startswith("Đang hiện 0/")


def test_sorting_by_gap_puts_the_largest_first_and_goes_back(page: Visit) -> None:
    names = page.page.locator(".card:visible h3")
    as_in_the_programme = names.all_text_contents()
    page.page.locator("#tools [name=sort]").select_option("gap")
    assert names.first.text_content() == "Họp qua hệ thống thông tin"
    page.page.locator("#tools [name=sort]").select_option("name")
    assert names.all_text_contents() != as_in_the_programme
    assert sorted(names.all_text_contents()) == sorted(as_in_the_programme)
    page.page.locator("#tools [name=sort]").select_option("")
    assert names.all_text_contents() == as_in_the_programme


def test_a_missed_target_leads_to_its_card(page: Visit) -> None:
    link = page.page.locator(".missed a").first
    link.click()
    card = page.page.locator(":target")
    assert card.locator("h3").text_content() == link.text_content()
    top = card.evaluate("one => one.getBoundingClientRect().top")
    bottom = page.page.locator("#tools").evaluate("one => one.getBoundingClientRect().bottom")
    assert top >= bottom


def test_cells_are_laid_out_when_they_are_asked_for(page: Visit) -> None:
    district = page.page.locator(".target", has_text="Cấp huyện").first
    assert district.locator("tbody tr").count() == 0
    district.locator("summary").click()
    rows = district.locator("tbody tr").all_inner_texts()
    assert rows[0].split("\t") == [
        "Thành phố Minh Họa",
        "kết quả đã số hóa",
        "49.996",
        "816.xlsx › Số liệu!D17",
    ]
    assert len(rows) == 4


def test_agency_rows_open_sort_and_narrow(page: Visit) -> None:
    table = page.page.locator("details.agencies")
    table.locator("summary").click()
    names = table.locator("tbody th")
    assert names.all_text_contents() == ["Sở Xây dựng", "Sở Nội vụ"]
    table.get_by_role("button", name="Kết quả", exact=True).click()
    assert table.locator("th[aria-sort=ascending]").inner_text().startswith("Kết quả")
    table.get_by_label("Tìm đơn vị").fill("noi vu")
    assert names.all_text_contents() == ["Sở Nội vụ"]
    assert "1/2 dòng khớp" in table.inner_text()


def test_everything_can_be_done_from_the_keyboard(page: Visit) -> None:
    page.page.keyboard.press("Tab")
    assert page.page.evaluate("document.activeElement.className") == "skip"
    summary = page.page.locator("details.clauses summary").first
    summary.focus()
    page.page.keyboard.press("Enter")
    assert page.page.locator("details.clauses").first.get_attribute("open") is not None
    outline = summary.evaluate("one => getComputedStyle(one).outlineStyle")
    assert outline == "solid"


@pytest.mark.parametrize("language", Language)
def test_a_phone_never_scrolls_sideways(
    visit: Visit, files: dict[Language, Path], language: Language
) -> None:
    visit.page.set_viewport_size({"width": 360, "height": 740})
    visit.open(files[language])
    for details in visit.page.locator("details:visible").all():
        details.evaluate("one => { one.open = true; }")
    visit.page.wait_for_function("document.querySelectorAll('details.cells tbody tr').length > 0")
    assert visit.page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("language", Language)
def test_the_first_page_prints_on_one_sheet(
    visit: Visit, files: dict[Language, Path], language: Language
) -> None:
    width, height = int(_A4_WIDTH * _PIXELS), int(_A4_HEIGHT * _PIXELS)
    visit.page.set_viewport_size({"width": width, "height": height})
    visit.open(files[language])
    visit.page.emulate_media(media="print")
    box = visit.page.locator(".first-page").bounding_box()
    assert box is not None
    assert box["height"] <= height
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


def test_print_shows_clauses_and_no_tools(page: Visit) -> None:
    page.page.emulate_media(media="print")
    page.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.page.locator("blockquote:visible").count() == page.page.locator("blockquote").count()
    assert not page.page.locator("#tools").is_visible()
    page.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.page.locator("details.clauses[open]").count() == 0
    assert page.page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_a_script_in_a_name_stays_text(
    visit: Visit,
    tmp_path: Path,
    hostile_run: Run,
    make_verdict: Callable[..., Verdict],
    make_dossier: Callable[..., Dossier],
) -> None:
    visit.open(_write(tmp_path, hostile_dossier(hostile_run, make_verdict, make_dossier)))
    for details in visit.page.locator("details").all():
        details.evaluate("one => { one.open = true; }")
    visit.page.wait_for_function("document.querySelectorAll('details.agencies tbody tr').length > 0")
    visit.page.locator("details.agencies tbody button").first.click()
    assert "<script>alert(1)</script>" in visit.page.locator("details.agencies tbody").first.inner_text()
    assert visit.page.locator("script").count() == 2


def test_without_a_script_every_target_can_be_read(
    visit: Visit, files: dict[Language, Path], example_dossier: ExampleDossier
) -> None:
    browser = visit.page.context.browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(files[Language.VI].as_uri())
    official = [verdict for verdict in example_dossier(Language.VI).run.verdicts if verdict.official]
    assert plain.locator(".target:visible").count() == len(official)
    assert not plain.locator("#tools").is_visible()
    context.close()
