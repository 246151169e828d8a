"""What the user named → the files to read."""

import os
import unicodedata
from pathlib import Path

import pytest

from cchc_cli.intake.paths import NothingToReadError, PathNotFoundError, find_workbooks
from tests.intake.programme import take_in_small


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")


def found(folder: Path, *given: str | Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find_workbooks(given).files]


def test_a_folder_is_searched_to_the_bottom_and_in_one_order(tmp_path: Path) -> None:
    make(tmp_path, "b.xlsx", "a/c.XLSX", "a/b/d.xlsm", "báo cáo (1) cuối cùng.xlsx")
    expected = ["a/b/d.xlsm", "a/c.XLSX", "b.xlsx", "báo cáo (1) cuối cùng.xlsx"]
    assert found(tmp_path, tmp_path) == expected
    assert found(tmp_path, tmp_path / "b.xlsx", tmp_path / "a", tmp_path) == expected


def test_lock_files_and_other_files_are_skipped_and_counted(tmp_path: Path) -> None:
    make(tmp_path, "a.xlsx", "~$a.xlsx", "notes.txt", "công văn.pdf", "b.csv")
    result = find_workbooks([tmp_path])
    assert [path.name for path in result.files] == ["a.xlsx", "b.csv"]
    assert result.skipped == 3


def test_a_folder_named_like_a_workbook_is_a_folder(tmp_path: Path) -> None:
    make(tmp_path, "quý I.xlsx/thật.xlsx")
    assert found(tmp_path, tmp_path) == ["quý I.xlsx/thật.xlsx"]
    assert found(tmp_path, tmp_path / "quý I.xlsx") == ["quý I.xlsx/thật.xlsx"]


def test_a_quoted_glob(tmp_path: Path) -> None:
    make(tmp_path, "2023/a.xlsx", "2024/a.xlsx", "2024/sâu/b.xlsx", "2024/c.txt")
    assert found(tmp_path, f"{tmp_path}/2024/*.xlsx") == ["2024/a.xlsx"]
    assert found(tmp_path, f"{tmp_path}/202?/*.xlsx") == ["2023/a.xlsx", "2024/a.xlsx"]
    assert found(tmp_path, f"{tmp_path}/**/b.xlsx") == ["2024/sâu/b.xlsx"]


def test_a_name_with_brackets_is_that_file(tmp_path: Path) -> None:
    make(tmp_path, "báo cáo [1].xlsx", "báo cáo 1.xlsx")
    assert found(tmp_path, tmp_path / "báo cáo [1].xlsx") == ["báo cáo [1].xlsx"]


@pytest.mark.parametrize(("on_disk", "asked"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_names_match_in_either_unicode_form(tmp_path: Path, on_disk: str, asked: str) -> None:
    make(tmp_path, unicodedata.normalize(on_disk, "Cái Bè/báo cáo.xlsx"))  # type: ignore[arg-type]
    for name in ("Cái Bè/báo cáo.xlsx", "Cái */báo c?o.xlsx", "Cái Bè"):
        path = tmp_path / unicodedata.normalize(asked, name)  # type: ignore[arg-type]
        assert len(find_workbooks([path]).files) == 1


def test_a_folder_below_that_cannot_be_opened_stops_none_of_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "a.xlsx", "khóa/b.xlsx")
    closed, scandir = tmp_path / "khóa", os.scandir

    def guarded(path: str | Path) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "no permission", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert found(tmp_path, tmp_path) == ["a.xlsx", "khóa"]
    with pytest.raises(PathNotFoundError):
        find_workbooks([closed])
    intake = take_in_small(tmp_path)
    assert [Path(one.place.file).name for one in intake.findings if one.place] == ["a.xlsx", "khóa"]
    assert {one.code for one in intake.findings} == {"file-unreadable"}


def test_relative_paths_stay_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "gửi/a.xlsx")
    monkeypatch.chdir(tmp_path)
    assert find_workbooks(["gửi"]).files == (Path("gửi/a.xlsx"),)
    assert find_workbooks(["g*/*.xlsx"]).files == (Path("gửi/a.xlsx"),)


def test_one_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    make(tmp_path, "a.xlsx")
    (tmp_path / "b.xlsx").symlink_to(tmp_path / "a.xlsx")
    assert len(find_workbooks([tmp_path]).files) == 1


@pytest.mark.parametrize("given", ["không có.xlsx", "*.xlsx", "", "a.txt/b.xlsx"])
def test_a_path_that_names_nothing_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    make(tmp_path, "a.txt")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PathNotFoundError) as error:
        find_workbooks([given])
    assert given in error.value.text.vi


def test_paths_without_any_workbook_are_an_error(tmp_path: Path) -> None:
    make(tmp_path, "notes.txt", "~$a.xlsx")
    with pytest.raises(NothingToReadError) as error:
        find_workbooks([tmp_path])
    assert error.value.skipped == 2
