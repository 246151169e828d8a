"""The real map: what was reported for 2024, put on the map of 01/07/2025, adds up to the last dossier.

The sums are made here from `cchc agencies list -f json` and made-up figures, without the engine's help.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from cchc_cli.engine.evaluate import Evaluation
from cchc_cli.observation import Observation
from cchc_cli.packaged import packaged_file
from cchc_cli.registry.listing import registry_listing
from cchc_cli.registry.load import load_registry
from cchc_cli.run import Reason, ScopeKind
from tests.engine.province import CITE, ask, catalogue, figures, judge, share

MAP = date(2025, 7, 1)
YEAR = (date(2024, 1, 1), date(2024, 12, 31))

Life = dict[str, Any]


class Listed:
    """The lives of the listing, and what each reports for its days of the year."""

    def __init__(self, listing: dict[str, Any]) -> None:
        self.lives: list[Life] = listing["agencies"]
        self.reporting = [life for life in self.lives if _first(life) <= YEAR[1] and _last(life) >= YEAR[0]]
        random = Random(2024)
        self.figures = [(random.randint(0, 999), random.randint(1000, 2000)) for _ in self.reporting]

    def observations(self) -> Iterator[Observation]:
        for life, (done, whole) in zip(self.reporting, self.figures, strict=True):
            period = f"{max(_first(life), YEAR[0])}..{min(_last(life), YEAR[1])}"
            yield from figures(period, done={life["code"]: done}, all={life["code"]: whole})

    def carriers(self, life: Life) -> list[Life]:
        """Those of the map's day that go on with what a life did, step by step."""
        if _last(life) >= MAP:
            return [life]
        day = _last(life) + timedelta(days=1)
        next_lives = [
            other
            for other in self.lives
            if other["code"] in life["successors"] and _first(other) <= day <= _last(other)
        ]
        found = {id(carrier): carrier for other in next_lives for carrier in self.carriers(other)}
        return list(found.values())


def _first(life: Life) -> date:
    return date.fromisoformat(life["valid_from"] or "0001-01-01")


def _last(life: Life) -> date:
    return date.fromisoformat(life["valid_until"] or "9999-12-31")


@pytest.fixture(scope="module")
def listed() -> Listed:
    return Listed(registry_listing(load_registry(packaged_file("agencies.yaml"))))


@pytest.fixture(scope="module")
def judged(listed: Listed, tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    source = catalogue(tmp_path_factory.mktemp("map"), share(f"      - {{every: period, bound: 50, {CITE}}}"))
    registry = load_registry(packaged_file("agencies.yaml"))
    return judge(source, listed.observations(), ask("2024", by=["level", "agency"], as_of=MAP), registry)


def _rows(judged: Evaluation, kind: ScopeKind) -> dict[str, tuple[Any, Any]]:
    return {
        verdict.scope.code: (verdict.numerator, verdict.denominator)
        for verdict in judged.verdicts
        if verdict.scope.kind is kind
    }


def test_the_province_has_every_figure(listed: Listed, judged: Evaluation) -> None:
    pooled = [figure for life, figure in zip(listed.reporting, listed.figures, strict=True) if life["pooled"]]
    total = (sum(done for done, _ in pooled), sum(whole for _, whole in pooled))
    assert _rows(judged, ScopeKind.PROVINCE) == {"province": total}
    assert all(not verdict.coverage.missing for verdict in judged.verdicts)


def test_every_agency_of_the_map_has_those_of_its_parts(listed: Listed, judged: Evaluation) -> None:
    sums: dict[str, Counter[str]] = {}
    divided: set[str] = set()
    for life, (done, whole) in zip(listed.reporting, listed.figures, strict=True):
        carriers = listed.carriers(life)
        for carrier in carriers:
            sums.setdefault(carrier["code"], Counter()).update(done=done, all=whole)
        if len(carriers) > 1:
            divided |= {carrier["code"] for carrier in carriers}
    expected = {code: (found["done"], found["all"]) for code, found in sums.items() if code not in divided}
    rows = _rows(judged, ScopeKind.AGENCY)
    assert {code: row for code, row in rows.items() if code not in divided} == expected
    withheld = {verdict.scope.code for verdict in judged.verdicts if verdict.reason is Reason.MAP_CHANGED}
    assert withheld == divided


def test_the_levels_have_their_pooled_agencies_and_the_districts_none(
    listed: Listed, judged: Evaluation
) -> None:
    sums: dict[str, Counter[str]] = {}
    for life, (done, whole) in zip(listed.reporting, listed.figures, strict=True):
        levels = {carrier["level"] for carrier in listed.carriers(life) if carrier["pooled"]}
        if life["pooled"] and len(levels) == 1:
            sums.setdefault(levels.pop(), Counter()).update(done=done, all=whole)
    assert sums.keys() == {"province", "commune"}
    assert _rows(judged, ScopeKind.LEVEL) == {
        level: (found["done"], found["all"]) for level, found in sums.items()
    }
