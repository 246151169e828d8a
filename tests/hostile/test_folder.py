"""A folder of hostile files: a finding for each, exit code 3, and the good ones are evaluated."""

import json
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from cchc_cli.cli.main import run
from tests.hostile.villains import hermits, villains

GOOD = Path(__file__).parents[2] / "examples" / "forms" / "so-noi-vu-2024.xlsx"
VILLAINS = villains()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    for name, (raw, _) in VILLAINS.items():
        (folder / name).write_bytes(raw)
    (folder / "a folder.xlsx").mkdir()
    (folder / "~$locked.xlsx").write_bytes(b"x")
    (folder / "notes.docx").write_bytes(b"x")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "round.xlsx").symlink_to(folder / "round.xlsx")
    shutil.copy(GOOD, folder / "tốt.xlsx")
    return folder


def test_every_bad_file_has_its_finding_and_the_good_one_is_evaluated(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["evaluate", str(folder), "--period", "2024", "-f", "json", "-q"]) == 3
    document = json.loads(capfd.readouterr().out)
    said: dict[str, set[str]] = defaultdict(set)
    for finding in document["findings"]:
        if finding["severity"] == "error":
            said[Path(finding["file"]).name].add(finding["code"])
    assert said.keys() == {*VILLAINS, "round.xlsx"}
    for name, (_, expected) in VILLAINS.items():
        assert said[name] & expected, (name, said[name])
    used = {Path(read["path"]).name: read["observations"] for read in document["inputs"]}
    assert used["tốt.xlsx"] > 20
    assert sum(used.values()) == used["tốt.xlsx"]
    assert any(verdict["status"] in ("met", "missed") for verdict in document["verdicts"])


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_table_shows_names_as_text(
    folder: Path, capfd: pytest.CaptureFixture[str], language: str
) -> None:
    assert run(["evaluate", str(folder / "names.xlsx"), "--lang", language]) == 3
    out, err = capfd.readouterr()
    for shown in (out, err):
        assert "\u202e" not in shown
        assert "\u2066" not in shown
        assert "Traceback" not in shown
    assert "<script>alert(1)</script>" in out + err


@pytest.mark.parametrize("name", hermits())
def test_monstrous_surroundings_do_not_keep_a_good_row_from_being_read(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / name).write_bytes(hermits()[name]())
    run(["evaluate", str(tmp_path), "-f", "json", "-q"])
    (read,) = json.loads(capfd.readouterr().out)["inputs"]
    assert read["observations"] == 2
