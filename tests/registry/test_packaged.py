"""The registry that comes with the program: who exists when in Tiền Giang."""

import json
from collections import Counter
from datetime import date

import pytest

from cchc_cli.level import Level
from cchc_cli.period import Period
from cchc_cli.registry.listing import registry_listing
from cchc_cli.registry.registry import Registry

VERTICAL = {"CTHUE", "KBNN", "BHXH", "NHNN", "CAT"}


@pytest.mark.parametrize(
    ("day", "districts", "communes"),
    [
        (date(2021, 1, 1), 11, 172),
        (date(2022, 10, 1), 11, 172),
        (date(2024, 4, 30), 11, 172),
        (date(2024, 5, 1), 11, 170),
        (date(2024, 10, 31), 11, 170),
        (date(2024, 11, 1), 11, 164),
        (date(2025, 6, 30), 11, 164),
        (date(2025, 7, 1), 0, 164),
        (date(2026, 12, 31), 0, 164),
    ],
)
def test_how_many_exist_on_a_day(packaged: Registry, day: date, districts: int, communes: int) -> None:
    groups = Counter(agency.group for agency in packaged.agencies if agency.exists_on(day))
    assert groups == Counter(department=19, vertical=5, district=districts, commune=communes)


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


def test_only_vertical_agencies_stand_outside_the_pools(packaged: Registry) -> None:
    assert {agency.code for agency in packaged.agencies if not agency.pooled} == VERTICAL
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


def test_a_commune_that_became_a_town_keeps_its_code(packaged: Registry) -> None:
    names = [(life.name.vi, life.name.en) for life in packaged.lives_by_code["28471"]]
    assert names == [("Xã Bình Phú", "Binh Phu Commune"), ("Thị trấn Bình Phú", "Binh Phu Town")]


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
            "group": "district",
            "level": "district",
            "parent": None,
            "cluster": None,
            "pooled": True,
            "territory": "former",
            "valid_from": None,
            "valid_until": "2024-04-30",
            "successors": ["816"],
        },
        {
            "code": "816",
            "name": {"vi": "Thành phố Gò Công", "en": "Go Cong City"},
            "group": "district",
            "level": "district",
            "parent": None,
            "cluster": None,
            "pooled": True,
            "territory": "former",
            "valid_from": "2024-05-01",
            "valid_until": "2025-06-30",
            "successors": [],
        },
    ]
    assert json.loads(json.dumps(listing)) == listing


def test_the_listing_of_a_day_has_only_those_of_that_day(packaged: Registry) -> None:
    on = registry_listing(packaged, date(2025, 7, 1))["agencies"]
    assert len(on) == 19 + 5 + 164
    assert "district" not in {entry["level"] for entry in on}
