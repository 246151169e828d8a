"""Figures that changed between two runs, each under the name that its agency bore then."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from cchc_cli.comparison.corrections import corrections
from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry
from cchc_cli.run import ObservationRecord, Run

REGISTRY = Registry(
    "agencies.yaml",
    "0" * 64,
    (
        Agency("A", Text("Phường 5", "Ward 5"), "commune", Level.COMMUNE, valid_until=date(2025, 6, 30)),
        Agency("A", Text("Phường Mới", "New Ward"), "commune", Level.COMMUNE, valid_from=date(2025, 7, 1)),
    ),
)


def figure(agency: str, period: str, value: int) -> ObservationRecord:
    where: dict[str, Any] = {"file": "a.xlsx", "sheet": "Số liệu", "cell": "D12", "done_on": None}
    return ObservationRecord(agency=agency, item="online", period=period, value=value, **where)


@pytest.mark.parametrize(
    ("agency", "period", "name"),
    [
        ("A", "2024", "Phường 5"),
        ("A", "2025", "Phường Mới"),
        ("SNV", "2024", "Sở Nội vụ"),
        ("?", "2024", "?"),
    ],
)
def test_an_agency_is_named_as_in_the_period(
    make_run: Callable[..., Run], agency: str, period: str, name: str
) -> None:
    """One that the registry doesn't know is named as its run names it."""
    old, new = (make_run([], [], observations=[figure(agency, period, value)]) for value in (1, 2))
    assert "SNV" in new.glossary.agencies
    found = corrections(old, new, REGISTRY)
    assert found is not None
    assert [(each.agency.vi, each.old.value, each.new.value) for each in found] == [(name, 1, 2)]
