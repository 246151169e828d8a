"""What stands in `examples/` is what the script makes, the same every time, and small enough for git."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.examples.reading import EXAMPLES, ROOT, YEARS, cells, evaluated

SCRIPT = ROOT / "scripts" / "make_examples.py"
TYPED_BY_HAND = {"form-06-tien-giang-2023.xlsx", "form-06-department-2018.xlsx"}
MADE = sorted(
    path.relative_to(EXAMPLES) for path in EXAMPLES.rglob("*.xlsx") if path.name not in TYPED_BY_HAND
)
LARGEST = 150 * 1024


def make(*options: str | Path) -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *map(str, options)], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("examples")
    make("--into", folder)
    return folder


def test_every_workbook_in_the_repository_is_what_the_script_makes(fresh: Path) -> None:
    assert sorted(path.relative_to(fresh) for path in fresh.rglob("*.xlsx")) == MADE
    for path in MADE:
        assert cells(EXAMPLES / path) == cells(fresh / path), path
    written = "published/targets-index.yaml"
    assert (EXAMPLES / written).read_bytes() == (fresh / written).read_bytes()


def test_made_twice_the_files_have_the_same_bytes(fresh: Path, tmp_path: Path) -> None:
    make("--into", tmp_path)
    for path in MADE:
        assert (fresh / path).read_bytes() == (tmp_path / path).read_bytes(), path


def test_there_is_a_workbook_for_the_main_job_some_forms_an_export_and_one_for_each_year() -> None:
    assert {path.as_posix() for path in MADE if path.parts[0] != "published"} == {
        "data.xlsx",
        "forms/so-noi-vu-2024.xlsx",
        "forms/van-phong-ubnd-tinh-2024.xlsx",
        "forms/huyen-chau-thanh-2024.xlsx",
        "forms/phuong-5-my-tho-2024.xlsx",
        "layouts/ket-xuat-cap-xa-2024.xlsx",
        *(f"years/{year}.xlsx" for year in YEARS),
    }


def test_no_example_is_too_large_for_git() -> None:
    for path in EXAMPLES.rglob("*"):
        assert path.is_dir() or path.stat().st_size <= LARGEST, path


def test_illustrative_workbooks_say_on_every_sheet_that_they_are() -> None:
    for path in MADE:
        marked = [
            any("SỐ LIỆU MINH HỌA" in str(value) for value, _ in sheet.values())
            for sheet in cells(EXAMPLES / path).values()
        ]
        assert all(marked) if path.parts[0] != "published" else not any(marked), path


@pytest.mark.slow
def test_the_whole_province_form_by_form_gives_the_verdicts_of_the_matrix(tmp_path: Path) -> None:
    make("--into", tmp_path / "examples", "--full", tmp_path / "full", "--years", "2024")
    forms = list((tmp_path / "full" / "2024").glob("*.xlsx"))
    assert 190 <= len(forms) <= 215
    by_form, by_matrix = evaluated(*forms), evaluated(EXAMPLES / "data.xlsx")
    assert [verdict.value for verdict in by_form.verdicts] == [
        verdict.value for verdict in by_matrix.verdicts
    ]
    assert by_form.summary == by_matrix.summary
