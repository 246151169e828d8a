"""The packaged registry: the year 2024 put on the map of 01/07/2025, held against sums made from its text."""

from collections import defaultdict
from datetime import date, timedelta
from random import Random
from typing import Any

import yaml

from cchc_cli.catalogue.load import load_catalogue
from cchc_cli.engine.evidence import Question
from cchc_cli.packaged import packaged_file
from cchc_cli.period import Period
from cchc_cli.registry.load import load_registry
from cchc_cli.run import Reason, ScopeKind
from cchc_cli.scenarios.ground import narrowed
from tests.engine.province import figures, judge

INDICATOR = "dossiers-received-online"
YEAR = Period.of_year(2024)
NEW_MAP = date(2025, 7, 1)
TOTAL = "province"

Entry = dict[str, Any]


def test_2024_on_the_map_of_july_2025_pools_exactly() -> None:
    text = yaml.safe_load(packaged_file("agencies.yaml").read_text(encoding="utf-8"))
    groups, entries = text["groups"], text["agencies"]
    random = Random(2703)
    expected: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    divided: set[str] = set()
    observations = []
    for entry in entries:
        if not _shares_a_day(entry, YEAR):
            continue
        online, direct = random.randint(0, 500), random.randint(1, 500)
        days = Period.between(max(YEAR.start, _first(entry)), min(YEAR.end, _last(entry)))
        code = entry["code"]
        observations += figures(str(days), dossiers_online={code: online}, dossiers_direct={code: direct})
        heirs = _heirs(entry, entries)
        scopes = []
        if groups[entry["group"]].get("pooled", True):
            levels = {groups[heir["group"]]["level"] for heir in heirs}
            scopes = [TOTAL, *(f"level {level}" for level in levels if len(levels) == 1)]
        if len(heirs) == 1:
            scopes.append(heirs[0]["code"])
        else:
            divided.update(heir["code"] for heir in heirs)
        for scope in scopes:
            expected[scope][0] += online
            expected[scope][1] += online + direct

    catalogue = narrowed(load_catalogue(packaged_file("targets.yaml")), {INDICATOR})
    registry = load_registry(packaged_file("agencies.yaml"))
    question = Question(periods=(YEAR,), by=frozenset({"level", "agency"}), as_of=NEW_MAP)
    verdicts = judge(catalogue, observations, question, registry).verdicts

    found = {_scope(one.scope.kind, one.scope.code): [one.numerator, one.denominator] for one in verdicts}
    whole = {scope: sums for scope, sums in expected.items() if scope not in divided}
    assert {scope: sums for scope, sums in found.items() if scope not in divided} == whole
    rows = {one.scope.code: one for one in verdicts if one.scope.kind is ScopeKind.AGENCY}
    assert divided <= rows.keys()
    assert all(
        rows[code].reason in (Reason.MAP_CHANGED, None) and rows[code].value is None for code in divided
    )


def _scope(kind: ScopeKind, code: str) -> str:
    return f"level {code}" if kind is ScopeKind.LEVEL else code


def _heirs(entry: Entry, entries: list[Entry]) -> list[Entry]:
    """Who carries its work on the new map, from the text: day after day, entry after entry."""
    if _last(entry) >= NEW_MAP:
        return [entry]
    day_after = _last(entry) + timedelta(days=1)
    following = [
        other
        for other in entries
        if other["code"] in entry.get("successors", []) and _first(other) <= day_after <= _last(other)
    ]
    found = {id(heir): heir for other in following for heir in _heirs(other, entries)}
    return list(found.values())


def _shares_a_day(entry: Entry, period: Period) -> bool:
    return bool(_first(entry) <= period.end and period.start <= _last(entry))


def _first(entry: Entry) -> date:
    return date.fromisoformat(str(entry.get("valid_from", date.min)))


def _last(entry: Entry) -> date:
    return date.fromisoformat(str(entry.get("valid_until", date.max)))
