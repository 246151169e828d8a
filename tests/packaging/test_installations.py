"""The program works the same from a wheel as from a checkout, and the lock names no host."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from cchc_cli.packaged import packaged_file

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def unpacked_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    target = folder / "unpacked"
    zipfile.ZipFile(wheel).extractall(target)
    return target


def cchc(*arguments: str, path: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(path), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "cchc_cli", *arguments]
    finished = subprocess.run(command, check=True, capture_output=True, env=environment, encoding="utf-8")
    return finished.stdout


@pytest.mark.parametrize("listing", ["targets", "agencies"])
def test_a_wheel_carries_catalogue_and_registry(unpacked_wheel: Path, listing: str) -> None:
    from_wheel = cchc(listing, "list", "-f", "json", path=unpacked_wheel)
    from_checkout = cchc(listing, "list", "-f", "json", path=ROOT / "src")
    assert from_wheel == from_checkout
    assert (unpacked_wheel / "cchc_cli" / "data" / f"{listing}.yaml").exists()


def test_a_checkout_uses_the_files_at_its_top() -> None:
    assert packaged_file("targets.yaml") == ROOT / "targets.yaml"


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_lock_is_hashed_and_names_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    packages = re.findall(r"^[a-z0-9].*==", text, flags=re.M)
    assert len(packages) == len(re.findall(r"^[a-z0-9].*== ?\S+.*\\$", text, flags=re.M))
    assert "://" not in text
