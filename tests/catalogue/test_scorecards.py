"""When agencies are given places on scorecards: data of the catalogue, refused where it says nothing."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from cchc_cli.catalogue.catalogue import Catalogue, Ranking
from cchc_cli.catalogue.lint import lint
from cchc_cli.catalogue.listing import catalogue_listing
from cchc_cli.language import Language
from tests.catalogue.test_lint import CITE, DONE, TOTAL, text
from tests.catalogue.test_load import GOOD, complaints

TARGET = f"{{year: 2025, bound: 80, {CITE}}}"


def test_the_shipped_catalogue_names_the_numbers_that_are_ours(shipped: Catalogue) -> None:
    assert shipped.ranking == Ranking(Decimal(30), 3)
    own = {
        indicator.id: indicator.smallest_denominator
        for indicator in shipped.indicators
        if indicator.smallest_denominator is not None
    }
    assert own == dict.fromkeys(
        ("law-enforcement-tasks-completed", "inspections-online", "meetings-in-the-system"), Decimal(10)
    )
    listing = catalogue_listing(shipped)
    assert listing["scorecards"] == {"smallest_denominator": 30, "fewest_peers": 3}


def test_a_catalogue_that_is_silent_has_numbers_all_the_same(written: Callable[[str], Catalogue]) -> None:
    assert written(text(TARGET)).ranking == Ranking(Decimal(30), 3)


def test_a_catalogue_sets_its_own(written: Callable[[str], Catalogue]) -> None:
    catalogue = written(text(TARGET) + "scorecards: {smallest_denominator: 50, fewest_peers: 5}\n")
    assert catalogue.ranking == Ranking(Decimal(50), 5)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("{smallest: 30}", "there is no key 'smallest' here"),
        ("{smallest_denominator: 0}", "'smallest_denominator' must be 1 or more"),
        ("{fewest_peers: 1}", "'fewest_peers' must be 2 or more"),
        ("{fewest_peers: 2.5}", "fewest_peers"),
    ],
)
def test_settings_that_cannot_be_are_refused_where_they_stand(
    tmp_path: Path, settings: str, said: str
) -> None:
    found = complaints(tmp_path, f"{GOOD}scorecards: {settings}\n")
    assert any(said in line for line in found), found


def test_what_has_no_denominator_has_no_smallest_one(tmp_path: Path) -> None:
    duty = """
indicators:
  - {id: duty, area: TTHC, name: {vi: a, en: b}, kind: duty, numerator: [x], smallest_denominator: 5,
     targets: [{every: period, cite: {line: 1, place: a, quote: "80%"}}]}
"""
    found = complaints(tmp_path, GOOD.replace("\nindicators:\n", duty, 1))
    assert any("this indicator has no denominator" in line for line in found), found


def test_what_one_agency_alone_reports_is_compared_with_nobody(written: Callable[[str], Catalogue]) -> None:
    alone = tuple(entry.replace("level:commune", "agency:SNV") for entry in (DONE, TOTAL))
    source = text(TARGET, items=alone).replace(
        "    kind: share\n", "    kind: share\n    smallest_denominator: 5\n"
    )
    said = [problem.text.in_language(Language.EN) for problem in lint(written(source))]
    assert any("compared with nobody" in line for line in said), said
