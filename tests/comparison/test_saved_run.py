"""A saved run is read back whole, whatever a later version has added; anything else is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from cchc_cli.pace import Next, NoPace, Pace, PaceMethod
from cchc_cli.run import Run
from cchc_cli.saved_run import SavedRunError, read_run
from tests.cli.calls import MISSED, OWN_FILES, call, write_matrix


@pytest.fixture
def saved(capsys: Any, tmp_path: Path) -> dict[str, Any]:
    """The document of a run with verdicts, a finding and observations."""
    rows = [MISSED[0], ("SYT", "2024", -1, 50, None, None, None)]
    workbook = write_matrix(tmp_path / "a.xlsx", rows)
    ended = call(capsys, "evaluate", str(workbook), *OWN_FILES, "--with", "observations", "-f", "json")
    document: dict[str, Any] = json.loads(ended.out)
    assert document["verdicts"] and document["findings"] and document["observations"]
    return document


def _read(document: dict[str, Any]) -> Run:
    return read_run(json.dumps(document).encode("utf-8"))


def test_it_is_the_run_that_was_saved(saved: dict[str, Any]) -> None:
    assert _read(saved) == Run.model_validate(saved)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_editors_may_have_changed_its_encoding(saved: dict[str, Any], encoding: str) -> None:
    assert read_run(json.dumps(saved, ensure_ascii=False).encode(encoding)) == _read(saved)


def test_what_a_later_version_added_is_of_no_account(saved: dict[str, Any]) -> None:
    known = _read(saved)
    saved["colour"] = "red"
    saved["verdicts"][0]["weather"] = {"sky": "grey"}
    saved["verdicts"][0]["name"]["fr"] = "Taux"
    saved["verdicts"][0]["scope"]["mayor"] = None
    saved["findings"][0]["again"] = [1]
    assert _read(saved) == known


def test_that_holds_for_a_pace_and_for_none(saved: dict[str, Any]) -> None:
    pace = Pace(
        to=Next(bound=80, operator=">=", due=None),
        method=PaceMethod.LINE,
        start=None,
        expected=None,
        floor=None,
        actual=50,
        difference=None,
        state=None,
        needed_per_year=None,
        reached_early=False,
        projected=None,
        ladder_end=None,
    )
    for verdict, known in zip(saved["verdicts"], [pace, NoPace()], strict=False):
        verdict["pace"] = {**known.model_dump(mode="json"), "weather": "grey"}
    saved["verdicts"][0]["pace"]["to"]["by"] = "train"
    first, second, *_ = _read(saved).verdicts
    assert (first.pace, second.pace) == (pace, NoPace())


@pytest.mark.parametrize(
    ("place", "value", "named"),
    [
        (("verdicts", 0, "status"), "passed", "verdicts.0.status"),
        (("verdicts", 0, "value"), "nhiều", "verdicts.0.value"),
        (("verdicts", 0, "period"), "năm ngoái", "verdicts.0.period"),
        (("observations", 1, "period"), "0202", "observations.1.period"),
        (("findings", 0, "period"), "Quý 5", "findings.0.period"),
        (("verdicts",), None, "thiếu danh sách findings, verdicts"),
        (("glossary",), [], "glossary"),
        (("schema_version",), "2", "phiên bản cchc khác"),
    ],
)
def test_what_cannot_be_read_is_named(
    saved: dict[str, Any], place: tuple[str | int, ...], value: Any, named: str
) -> None:
    *above, field = place
    part: Any = saved
    for step in above:
        part = part[step]
    part[field] = value
    with pytest.raises(SavedRunError) as refused:
        _read(saved)
    assert named in refused.value.text.vi
    assert refused.value.text.en


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999", "-1e308", "9" * 5000])
def test_a_number_that_is_none_is_no_json(saved: dict[str, Any], number: str) -> None:
    saved["verdicts"][0]["value"] = "here"
    with pytest.raises(SavedRunError) as refused:
        read_run(json.dumps(saved).replace('"here"', number).encode("utf-8"))
    assert "không phải tệp JSON" in refused.value.text.vi
