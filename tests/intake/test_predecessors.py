"""A new commune whose figures of a period may hold those of the commune it came from."""

from dataclasses import replace
from decimal import Decimal

import pytest

from cchc_cli.catalogue.source import Measure
from cchc_cli.findings.finding import Finding
from cchc_cli.intake.comparisons.figures import Figures
from cchc_cli.intake.comparisons.pointing import Pointer
from cchc_cli.intake.comparisons.predecessors import predecessor_findings
from cchc_cli.language import Language
from cchc_cli.observation import Address, Observation, Submission
from cchc_cli.period import Period
from cchc_cli.registry.registry import Registry
from tests.intake.programme import REGISTRY, item

ITEMS = {code: item(code) for code in "abc"} | {"held": item("held", measure=Measure.STOCK)}
SUBMISSIONS = [Submission("a.xlsx", "", "matrix", ("Bảng",))]
OLD, NEW = "28501", "28502"
"""28502 took over from 28501 on 01/11/2024."""

Row = tuple[str, str, dict[str, int]]


def findings(
    *rows: Row, registry: Registry = REGISTRY, submissions: list[Submission] = SUBMISSIONS
) -> list[Finding]:
    observations = [
        Observation(agency, code, Period.parse(period), Decimal(value), Address(0, 0, row, column))
        for row, (agency, period, values) in enumerate(rows, start=1)
        for column, (code, value) in enumerate(values.items(), start=3)
    ]
    return list(predecessor_findings(Figures(observations), Pointer(submissions, ITEMS, registry)))


@pytest.mark.parametrize("reported", ["2024", "2024-9M", "2024-Q3", "2024-01-01..2024-10-31"])
def test_a_period_that_began_before_the_agency_may_hold_its_predecessors_figures(reported: str) -> None:
    (finding,) = findings((OLD, reported, {"a": 90, "b": 0}), (NEW, "2024", {"a": 120, "b": 3}))
    assert (finding.agency, finding.period, finding.item) == (NEW, "2024", "a")
    said = finding.message(Language.VI)
    assert "01/11/2024" in said
    assert "Xã Mỹ Thành Bắc" in said


def test_with_less_in_one_figure_it_cannot_hold_them() -> None:
    assert findings((OLD, "2024", {"a": 90, "b": 40}), (NEW, "2024", {"a": 120, "b": 39})) == []


def test_its_own_days_alone_overlap_nothing() -> None:
    own = "2024-11-01..2024-12-31"
    assert findings((OLD, "2024", {"a": 90}), (NEW, own, {"a": 120})) == []
    assert findings((OLD, "2024", {"a": 90}), (NEW, "2025", {"a": 120})) == []


def test_days_outside_the_period_overlap_nothing() -> None:
    assert findings((OLD, "2024-Q3", {"a": 90}), (NEW, "2024-Q4", {"a": 120})) == []
    assert findings((OLD, "2023", {"a": 90}), (NEW, "2024", {"a": 120})) == []
    assert findings((OLD, "2024", {"a": 90}), (NEW, "2024-Q4", {"a": 120})) == []


def test_stocks_and_nils_are_counted_by_nobody_twice() -> None:
    assert findings((OLD, "2024", {"held": 90}), (NEW, "2024", {"held": 90})) == []
    assert findings((OLD, "2024", {"a": 0}), (NEW, "2024", {"a": 0})) == []


def test_of_several_predecessors_the_sum_must_be_in_it() -> None:
    more = replace(_life(OLD), code="28503", name=_life("00412").name)
    registry = replace(REGISTRY, agencies=(*REGISTRY.agencies, more))
    rows = ((OLD, "2024", {"a": 90}), ("28503", "2024", {"a": 50}))
    assert findings(*rows, (NEW, "2024", {"a": 139}), registry=registry) == []
    (finding,) = findings(*rows, (NEW, "2024", {"a": 140}), registry=registry)
    assert "Xã Mỹ Thành Bắc; Xã Tân Phú" in finding.message(Language.VI)


def test_a_commune_that_was_there_before_and_one_that_was_divided_tell_nothing() -> None:
    there = replace(_life(OLD), successors=("00412",))
    divided = replace(_life(OLD), successors=(NEW, "00412"))
    for life in (there, divided):
        others = tuple(agency for agency in REGISTRY.agencies if agency.code != OLD)
        registry = replace(REGISTRY, agencies=(*others, life))
        rows: tuple[Row, ...] = tuple((code, "2024", {"a": 90}) for code in (OLD, NEW, "00412"))
        assert findings(*rows, registry=registry) == []


def test_an_agency_under_an_old_code_is_asked_about_the_earlier_life_of_that_code_too() -> None:
    new = replace(_life(NEW), code=OLD)
    others = tuple(agency for agency in REGISTRY.agencies if agency.code not in (OLD, NEW))
    joined = replace(_life(OLD), code="28503", successors=(OLD,))
    registry = replace(REGISTRY, agencies=(*others, replace(_life(OLD), successors=(OLD,)), joined, new))
    rows = ((OLD, "2024-9M", {"a": 90}), ("28503", "2024-9M", {"a": 50}))
    (finding,) = findings(*rows, (OLD, "2024", {"a": 140}), registry=registry)
    assert (finding.agency, finding.period) == (OLD, "2024")
    assert findings(*rows, (OLD, "2024", {"a": 139}), registry=registry) == []


def test_an_agency_that_says_no_is_not_asked() -> None:
    rows: list[Row] = [(OLD, "2024-9M", {"a": 90}), (NEW, "2024", {"a": 120})]
    (asked,) = findings(*rows)
    assert "chọn “Không” ở ô “Số liệu gồm cả đơn vị cũ”" in asked.hint(Language.VI)
    assert findings(*rows, submissions=[replace(SUBMISSIONS[0], includes_predecessors=False)]) == []


def test_what_an_agency_says_of_its_own_figures_is_told_with_what_follows() -> None:
    said = [replace(SUBMISSIONS[0], includes_predecessors=True)]
    (alone,) = findings((NEW, "2024", {"a": 5, "b": 7, "held": 3}), submissions=said)
    assert alone.code == "overlap-with-predecessor"
    assert "“Tên của a” và 1 số liệu khác tính cả những ngày trước đó" in alone.message(Language.VI)
    assert "vẫn là chưa báo cáo" in alone.message(Language.VI)
    (twice,) = findings((OLD, "2024-9M", {"a": 4}), (NEW, "2024", {"a": 5}), submissions=said)
    assert "bị tính hai lần" in twice.message(Language.VI)
    assert findings((NEW, "2024-11-01..2024-12-31", {"a": 5}), submissions=said) == []


def _life(code: str):  # type: ignore[no-untyped-def]
    return REGISTRY.lives_by_code[code][0]


@pytest.mark.parametrize(
    ("old", "said"), [({"a": 900}, "bị tính hai lần"), ({}, "đơn vị cũ vẫn là chưa báo cáo")]
)
def test_what_an_agency_says_it_includes_is_counted_twice_however_small_it_is(
    old: dict[str, int], said: str
) -> None:
    """Whoever says that the old commune is in its figure of 130 may still have left a part of it out."""
    says_so = replace(SUBMISSIONS[0], includes_predecessors=True)
    rows: list[Row] = [(OLD, "2024-9M", old), (NEW, "2024", {"a": 130})]
    (finding,) = findings(*rows, submissions=[says_so])
    assert (finding.code, finding.agency) == ("overlap-with-predecessor", NEW)
    assert said in finding.message(Language.VI)
