"""The script that writes the communes: from public lists of the units comes the file as it is."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.registry.public_lists import PublicLists

from cchc_cli.packaged import packaged_file
from cchc_cli.registry.registry import Registry

SCRIPT = Path(__file__).parents[2] / "scripts" / "make_agencies.py"


def run(sources: Path, registry: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), str(sources), "--registry", str(registry)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "agencies.yaml"
    path.write_bytes(packaged_file("agencies.yaml").read_bytes())
    return path


@pytest.fixture
def lists(packaged: Registry) -> PublicLists:
    return PublicLists(packaged)


def stopped(lists: PublicLists, copy: Path) -> str:
    """What the script says when it stops; nothing is written then."""
    before = copy.read_bytes()
    done = run(lists.write(copy.parent / "sources"), copy)
    assert done.returncode == 1
    assert copy.read_bytes() == before
    return done.stderr


def test_the_packaged_communes_are_what_the_script_writes(lists: PublicLists, copy: Path) -> None:
    written = copy.read_text(encoding="utf-8")
    copy.write_text(written.replace('"28249"', '"99999"'), encoding="utf-8")
    done = run(lists.write(copy.parent / "sources"), copy)
    assert (done.returncode, done.stderr) == (0, "")
    assert copy.read_text(encoding="utf-8") == written


def test_a_change_without_a_resolution_stops_the_script(lists: PublicLists, copy: Path) -> None:
    lists.after = [row for row in lists.after if row["ward_code"] != 28249]
    assert "28249" in stopped(lists, copy)


def test_mappings_that_contradict_each_other_stop_the_script(lists: PublicLists, copy: Path) -> None:
    lists.converter["28252"] = "28261"
    assert (
        "28252 Phường 4, Thành phố Mỹ Tho: vietnamadminunits has ['28249', '29869'],"
        " vietnam-address-converter ['28261']"
    ) in stopped(lists, copy)


def test_a_commune_divided_where_nobody_decided_stops_the_script(lists: PublicLists, copy: Path) -> None:
    lists.units["28360"] = ["28360", "28366"]
    assert "28360 Thị trấn Cái Bè, Huyện Cái Bè" in stopped(lists, copy)
