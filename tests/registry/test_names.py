"""Agencies are found as people write them, and never guessed."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.packaged import packaged_file
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.load import load_registry
from cchc_cli.registry.names import AgencyNames
from cchc_cli.registry.registry import Registry

REGISTRY = load_registry(packaged_file("agencies.yaml"))
NAMES = AgencyNames(REGISTRY)

Spelling = Callable[[str], str]
SPELLINGS: tuple[Spelling, ...] = (
    str,
    str.upper,
    str.lower,
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: text.replace(" ", "\u00a0 "),
    lambda text: text.replace(" - ", " – "),
    lambda text: text.replace("Hòa", "Hoà").replace("Thủy", "Thuỷ"),
    lambda text: f"  UBND {text} ",
    lambda text: f"Ủy ban nhân dân {text}",
    lambda text: f"{text} tỉnh Tiền Giang",
    lambda text: f"{text}, tỉnh Tiền Giang",
    lambda text: f"{text} - Tiền Giang",
)


def code_of(text: str, parent: str | None = None, period: str | None = None) -> str | None:
    agency = NAMES.find(text, parent, Period.parse(period) if period else None).agency
    return agency.code if agency else None


def day_of(agency: Agency) -> Period:
    """One day on which the agency existed."""
    day = agency.valid_until or agency.valid_from or Period.parse("2024").end
    return Period.between(day, day)


@settings(deadline=None)
@given(st.sampled_from(REGISTRY.agencies), st.sampled_from(SPELLINGS), st.sampled_from(SPELLINGS))
def test_every_agency_is_found_by_name_and_parent_however_spelt(
    agency: Agency, spell: Spelling, spell_parent: Spelling
) -> None:
    parent = REGISTRY.life_in(agency.parent, day_of(agency)) if agency.parent else None
    match = NAMES.find(
        spell(agency.name.vi), spell_parent(parent.name.vi) if parent else None, day_of(agency)
    )
    assert match.agency == agency


@settings(deadline=None)
@given(st.sampled_from(REGISTRY.agencies), st.sampled_from([" {} ", "{}"]))
def test_every_agency_is_found_by_code(agency: Agency, spelling: str) -> None:
    match = NAMES.find(spelling.format(agency.code.lower()), period=day_of(agency))
    assert match.agency == agency


@settings(deadline=None)
@given(st.text())
def test_anything_may_be_asked(text: str) -> None:
    match = NAMES.find(text, text)
    assert not (match.agencies and match.near)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("UBND huyện Cái Bè", "819"),
        ("UBND TP. Mỹ Tho", "815"),
        ("UBND TX Cai Lậy", "817"),
        ("H. Cai Lậy", "820"),
        ("Phường 1, thành phố Mỹ Tho", "28261"),
        ("UBND Phường 01 - TP Mỹ Tho, tỉnh Tiền Giang", "28261"),
        ("P. 1 thuộc thị xã Cai Lậy", "28435"),
        ("xã Tân Phú huyện Tân Phú Đông", "28693"),
        ("TT. Tân Hiệp, H. Châu Thành", "28519"),
        ("Văn phòng UBND tỉnh Tiền Giang", "VPUBND"),
        ("Sở Lao động – Thương binh và Xã hội", "SLDTBXH"),
        ("Kho bạc Nhà nước Tiền Giang", "KBNN"),
        ("Cục Thuế tỉnh Tiền Giang", "CTHUE"),
    ],
)
def test_how_officials_write(text: str, code: str) -> None:
    assert code_of(text) == code


def test_a_name_that_several_have_is_ambiguous_without_its_parent() -> None:
    match = NAMES.find("Phường 1", period=Period.parse("2023"))
    assert match.agency is None
    assert [agency.code for agency in match.agencies] == ["28261", "28303", "28435"]
    assert [NAMES.label(agency).vi for agency in match.agencies] == [
        "Phường 1, Thành phố Mỹ Tho (28261)",
        "Phường 1, Thị xã Gò Công (28303)",
        "Phường 1, Thị xã Cai Lậy (28435)",
    ]
    assert code_of("Phường 1", "Thị xã Cai Lậy") == "28435"
    assert code_of("Phường 1", "815") == "28261"


@pytest.mark.parametrize("text", [", ".join(["Xã Tân Phú"] * 20), "a-" * 140, "a, " * 90, "a," * 100_000])
def test_a_name_of_many_parts_is_nobody(text: str) -> None:
    """However its parts are taken together: trying them all would never end."""
    assert NAMES.find(text) == NAMES.find(text, text)
    assert NAMES.find(text).agencies == ()


def test_a_district_and_a_town_of_one_name_are_two() -> None:
    assert code_of("Huyện Cai Lậy") == "820"
    assert code_of("Thị xã Cai Lậy") == "817"
    assert NAMES.find("Cai Lậy").agencies == ()


def test_a_wrong_parent_finds_nobody() -> None:
    assert NAMES.find("Xã Tân Phú", "Huyện Cái Bè").agencies == ()
    assert NAMES.find("Xã Tân Phú", "Huyện Không Có").agencies == ()


def test_the_period_says_which_life_is_meant() -> None:
    assert code_of("Phường 1", "Thành phố Gò Công", "2023") == "28303"
    assert code_of("Phường 1", "Thành phố Gò Công", "2024") == "28300"
    assert code_of("Phường 1", "Thị xã Gò Công", "2025-Q1") == "28300"
    match = NAMES.find("816", period=Period.parse("2024-Q1"))
    assert match.agency is not None
    assert match.agency.name.vi == "Thị xã Gò Công"


def test_a_known_agency_that_has_ended_is_still_named() -> None:
    period = Period.parse("2025")
    agency = NAMES.find("Xã Tân Lý Tây", period=period).agency
    assert agency is not None
    assert agency.code == "28531"
    assert not agency.exists_during(period)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Huyen Cai Be", "Huyện Cái Bè (819)"),
        ("Sở Nội vu", "Sở Nội vụ (SNV)"),
        ("VP UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh (VPUBND)"),
        ("SVHTDL", "Sở Văn hóa, Thể thao và Du lịch (SVHTTDL)"),
        ("Phuong 1, My Tho", "Phường 1, Thành phố Mỹ Tho (28261)"),
    ],
)
def test_a_misspelt_name_is_answered_by_the_nearest(text: str, label: str) -> None:
    match = NAMES.find(text, period=Period.parse("2024"))
    assert match.agencies == ()
    assert len(match.near) <= 3
    assert NAMES.label(match.near[0]).vi == label


def test_a_suggestion_exists_in_the_period_and_a_label_speaks_both_languages() -> None:
    near = NAMES.find("Huyen Cai Be", period=Period.parse("2026")).near
    assert "819" not in {agency.code for agency in near}
    ward = NAMES.find("28261", period=Period.parse("2024")).agency
    assert ward is not None
    assert NAMES.label(ward).en == "Ward 1, My Tho City (28261)"


def test_a_code_that_lives_on_under_another_name_is_told_apart_by_the_period() -> None:
    names = [NAMES.find("28249", period=Period.parse(period)).agency for period in ("2025-H1", "2025")]
    assert [name and name.name.vi for name in names] == ["Phường 5", "Phường Đạo Thạnh"]


def test_the_province_may_stand_behind_a_name_as_it_was_called_then_or_is_now() -> None:
    assert code_of("Sở Nội vụ tỉnh Tiền Giang") == "SNV"
    assert code_of("Sở Nội vụ tỉnh Đồng Tháp") == "SNV"


@pytest.mark.parametrize("text", ["", " ", "UBND", "UBND tỉnh", "Sở Nội vụ tỉnh Long An", "xyz"])
def test_what_is_nobodys_name_finds_nobody(text: str) -> None:
    assert NAMES.find(text).agencies == ()


def test_namesakes_are_told_apart_by_their_parents(packaged: Registry) -> None:
    ward = packaged.life_in("28249", Period.parse("2024"))
    assert ward is not None
    assert packaged.full_name(ward).vi == "Phường 5, Thành phố Mỹ Tho"
    office = packaged.latest("SNV")
    assert office is not None
    assert packaged.full_name(office) == office.name
