"""The registry that comes with the program: who exists when in Tiền Giang."""

import json
from collections import Counter
from datetime import date

import pytest

from cchc_cli.level import Level
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.listing import registry_listing
from cchc_cli.registry.registry import Registry

OLD_MAP, NEW_MAP = date(2025, 6, 30), date(2025, 7, 1)
VERTICAL = {"CTHUE", "KBNN", "BHXH", "NHNN", "CAT"}


@pytest.mark.parametrize(
    ("day", "departments", "districts", "communes"),
    [
        (date(2021, 1, 1), 19, 11, 172),
        (date(2021, 12, 31), 19, 11, 172),
        (date(2022, 10, 1), 19, 11, 172),
        (date(2024, 4, 30), 19, 11, 172),
        (date(2024, 5, 1), 19, 11, 170),
        (date(2024, 10, 31), 19, 11, 170),
        (date(2024, 11, 1), 19, 11, 164),
        (date(2025, 2, 28), 19, 11, 164),
        (date(2025, 3, 1), 13, 11, 164),
        (date(2025, 6, 30), 13, 11, 164),
        (date(2025, 7, 1), 13, 0, 102),
        (date(2025, 7, 17), 13, 0, 102),
        (date(2030, 12, 31), 13, 0, 102),
    ],
)
def test_how_many_exist_on_a_day(
    packaged: Registry, day: date, departments: int, districts: int, communes: int
) -> None:
    groups = Counter(agency.group for agency in packaged.agencies if agency.exists_on(day))
    assert groups == Counter(department=departments, vertical=5, district=districts, commune=communes)


def test_of_the_102_communes_57_are_on_the_former_territory_and_only_those_are_pooled(
    packaged: Registry,
) -> None:
    communes = [life for life in on(packaged, NEW_MAP) if life.level is Level.COMMUNE]
    kinds = Counter((life.territory, life.pooled, life.parent) for life in communes)
    assert kinds == {("former", True, None): 57, ("other", False, None): 45}


def test_57_codes_live_on_and_46_of_them_under_another_name(packaged: Registry) -> None:
    before = {life.code: life for life in on(packaged, OLD_MAP) if life.level is Level.COMMUNE}
    after = {life.code: life for life in on(packaged, NEW_MAP) if life.territory == "former"}
    living_on = before.keys() & after.keys()
    assert len(living_on) == 57
    assert sum(before[code].name != after[code].name for code in living_on) == 46
    assert all(code in before[code].successors for code in living_on)


def test_every_commune_of_the_former_province_has_one_successor_on_the_former_territory(
    packaged: Registry,
) -> None:
    communes = [life for life in on(packaged, OLD_MAP) if life.level is Level.COMMUNE]
    heirs = Counter(code for life in communes for code in life.successors)
    former = {life.code for life in on(packaged, NEW_MAP) if life.territory == "former"}
    assert sum(heirs.values()) == len(communes) == 164
    assert heirs.keys() == {code for code in former if code.isdigit()}
    assert min(heirs.values()) == 2


def test_what_two_sources_say_differently_is_noted_beside_the_unit(packaged: Registry) -> None:
    noted = [life for life in on(packaged, OLD_MAP) if life.note and "vietnamadminunits" in life.note.vi]
    assert [life.code for life in noted] == ["28252", "28270", "28437", "28439"]
    assert all("Phường Cao Lãnh (29869)" in life.note.vi for life in noted if life.note)


def test_departments_were_merged_in_march_2025(packaged: Registry) -> None:
    before = {life.code: life for life in on(packaged, date(2025, 2, 28)) if life.group == "department"}
    after = {life.code for life in on(packaged, date(2025, 3, 1)) if life.group == "department"}
    assert {code: before[code].successors for code in before.keys() - after} == {
        "SKHDT": ("STC",),
        "SNNPTNT": ("SNNMT",),
        "STNMT": ("SNNMT",),
        "SGTVT": ("SXD",),
        "STTTT": ("SKHCN",),
        "SLDTBXH": ("SNV", "SGDDT", "SYT", "SNNMT"),
        "SNGV": ("VPUBND",),
    }
    assert after - before.keys() == {"SNNMT"}


def test_a_vertical_agency_keeps_its_code_through_every_reorganisation(packaged: Registry) -> None:
    assert [(life.name.vi, life.valid_from) for life in packaged.lives_by_code["CTHUE"]] == [
        ("Cục Thuế tỉnh", None),
        ("Chi cục Thuế khu vực XVII", date(2025, 3, 1)),
        ("Thuế tỉnh", date(2025, 7, 1)),
    ]


def test_the_province_got_another_name(packaged: Registry) -> None:
    names = [packaged.province_on(day) for day in (OLD_MAP, NEW_MAP)]
    assert [name and name.vi for name in names] == ["Tiền Giang", "Đồng Tháp"]


def on(registry: Registry, day: date) -> list[Agency]:
    return [agency for agency in registry.agencies if agency.exists_on(day)]


def test_communes_of_each_district_before_and_after_2024(packaged: Registry) -> None:
    def counts(day: date) -> dict[str | None, int]:
        return Counter(
            agency.parent
            for agency in packaged.agencies
            if agency.level is Level.COMMUNE and agency.exists_on(day)
        )

    before = {
        "815": 17, "816": 12, "817": 16, "818": 12, "819": 25, "820": 16,
        "821": 23, "822": 19, "823": 13, "824": 13, "825": 6,
    }  # fmt: skip
    assert counts(date(2021, 1, 1)) == before
    assert counts(date(2024, 11, 1)) == before | {"815": 14, "816": 10, "821": 20}


def test_of_the_former_territory_only_vertical_agencies_stand_outside_the_pools(packaged: Registry) -> None:
    assert {
        agency.code for agency in packaged.agencies if not agency.pooled and agency.territory == "former"
    } == VERTICAL
    assert {agency.code for agency in packaged.agencies if agency.group == "vertical"} == VERTICAL


def test_every_group_has_its_level(packaged: Registry) -> None:
    levels = {(agency.group, agency.level) for agency in packaged.agencies}
    assert levels == {
        ("department", Level.PROVINCE),
        ("vertical", Level.PROVINCE),
        ("district", Level.DISTRICT),
        ("commune", Level.COMMUNE),
    }


def test_go_cong_was_a_town_and_became_a_city(packaged: Registry) -> None:
    town, city = packaged.lives_by_code["816"]
    assert (town.name.vi, town.valid_until) == ("Thị xã Gò Công", date(2024, 4, 30))
    assert (city.name.vi, city.valid_from) == ("Thành phố Gò Công", date(2024, 5, 1))
    assert packaged.life_in("816", Period.parse("2024-Q1")) == town
    assert packaged.life_in("816", Period.parse("2024")) == city
    assert packaged.life_in("816", Period.parse("2025-H1")) == city
    assert packaged.life_in("816", Period.parse("2026")) is None


def test_a_commune_that_became_a_town_and_a_commune_again_keeps_its_code(packaged: Registry) -> None:
    names = [(life.name.vi, life.name.en) for life in packaged.lives_by_code["28471"]]
    commune = "Xã Bình Phú", "Binh Phu Commune"
    assert names == [commune, ("Thị trấn Bình Phú", "Binh Phu Town"), commune]


def test_a_merged_commune_names_who_carries_on(packaged: Registry) -> None:
    merged = packaged.lives_by_code["28531"][0]
    (successor,) = merged.successors
    assert merged.valid_until == date(2024, 10, 31)
    assert packaged.lives_by_code[successor][0].name.vi == "Thị trấn Tân Hiệp"


def test_the_level_of_districts_has_ended_after_june_2025(packaged: Registry) -> None:
    assert packaged.level_has_ended(Level.DISTRICT, Period.parse("2025"))
    assert not packaged.level_has_ended(Level.DISTRICT, Period.parse("2025-H1"))
    assert not packaged.level_has_ended(Level.COMMUNE, Period.parse("2026"))


def test_a_level_that_never_was_has_not_ended() -> None:
    empty = Registry("agencies.yaml", "", ())
    assert empty.last_day_of(Level.DISTRICT) is None
    assert not empty.level_has_ended(Level.DISTRICT, Period.parse("2025"))


def test_the_listing_has_every_life_as_the_contract_says(packaged: Registry) -> None:
    listing = registry_listing(packaged)
    entries = listing["agencies"]
    assert len(entries) == len(packaged.agencies)
    assert [entry for entry in entries if entry["code"] == "816"] == [
        {
            "code": "816",
            "name": {"vi": "Thị xã Gò Công", "en": "Go Cong Town"},
            "short": {"vi": "Thị xã Gò Công", "en": "Go Cong Town"},
            "group": "district",
            "level": "district",
            "parent": None,
            "cluster": None,
            "pooled": True,
            "territory": "former",
            "valid_from": None,
            "valid_until": "2024-04-30",
            "successors": ["816"],
            "note": None,
        },
        {
            "code": "816",
            "name": {"vi": "Thành phố Gò Công", "en": "Go Cong City"},
            "short": {"vi": "Thành phố Gò Công", "en": "Go Cong City"},
            "group": "district",
            "level": "district",
            "parent": None,
            "cluster": None,
            "pooled": True,
            "territory": "former",
            "valid_from": "2024-05-01",
            "valid_until": "2025-06-30",
            "successors": [],
            "note": None,
        },
    ]
    assert json.loads(json.dumps(listing)) == listing


def test_the_listing_of_a_day_has_only_those_of_that_day(packaged: Registry) -> None:
    of_the_day = registry_listing(packaged, NEW_MAP)["agencies"]
    assert len(of_the_day) == 13 + 5 + 102
    assert "district" not in {entry["level"] for entry in of_the_day}
