"""The script that writes the communes: from two snapshots of the official list comes the file as it is."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cchc_cli.level import Level
from cchc_cli.packaged import packaged_file
from cchc_cli.registry.registry import Registry

SCRIPT = Path(__file__).parents[2] / "scripts" / "make_agencies.py"


def rows_on(registry: Registry, day: date) -> list[dict[str, Any]]:
    """The communes of a day as a snapshot has them."""
    alive = {agency.code: agency for agency in registry.agencies if agency.exists_on(day)}
    return [
        {
            "province_code": 82,
            "district_code": int(commune.parent),
            "district_name": alive[commune.parent].name.vi,
            "ward_code": int(commune.code),
            "ward_name": commune.name.vi,
        }
        for commune in alive.values()
        if commune.level is Level.COMMUNE and commune.parent
    ]


def snapshot(folder: Path, rows: list[dict[str, Any]]) -> Path:
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "flat-divisions.json").write_text(json.dumps(rows), encoding="utf-8")
    return folder


def run(before: Path, after: Path, registry: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), str(before), str(after), "--registry", str(registry)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "agencies.yaml"
    path.write_bytes(packaged_file("agencies.yaml").read_bytes())
    return path


def test_the_packaged_communes_are_what_the_script_writes(
    packaged: Registry, copy: Path, tmp_path: Path
) -> None:
    before = snapshot(tmp_path / "before", rows_on(packaged, date(2021, 1, 1)))
    after = snapshot(tmp_path / "after", rows_on(packaged, date(2024, 11, 1)))
    written = copy.read_text(encoding="utf-8")
    copy.write_text(written.replace('"28249"', '"99999"'), encoding="utf-8")
    done = run(before, after, copy)
    assert (done.returncode, done.stderr) == (0, "")
    assert copy.read_text(encoding="utf-8") == written


def test_a_change_without_a_resolution_stops_the_script(
    packaged: Registry, copy: Path, tmp_path: Path
) -> None:
    rows = rows_on(packaged, date(2024, 11, 1))
    before = snapshot(tmp_path / "before", rows_on(packaged, date(2021, 1, 1)))
    after = snapshot(tmp_path / "after", [row for row in rows if row["ward_code"] != 28249])
    done = run(before, after, copy)
    assert done.returncode == 1
    assert "28249" in done.stderr
    assert copy.read_bytes() == packaged_file("agencies.yaml").read_bytes()
