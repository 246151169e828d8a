"""Files that reports go into: refused before any work, written whole or not at all."""

import stat
from pathlib import Path

import pytest

from cchc_cli.cli.destinations import Destination, check_destinations, parse_destinations, write_whole
from cchc_cli.cli.problems import UsageError

FORMATS = ("table", "json", "csv", "markdown")


@pytest.mark.parametrize(
    ("value", "format_name", "path"),
    [
        ("run.json", "json", "run.json"),
        ("out/Kết quả.CSV", "csv", "out/Kết quả.CSV"),
        ("a.md", "markdown", "a.md"),
        ("a.txt", "table", "a.txt"),
        ("json=a.txt", "json", "a.txt"),
        ("table=a=b", "table", "a=b"),
        ("./a=b.csv", "csv", "./a=b.csv"),
    ],
)
def test_the_format_is_said_or_follows_the_suffix(value: str, format_name: str, path: str) -> None:
    assert parse_destinations([value], FORMATS) == [Destination(format_name, Path(path))]


@pytest.mark.parametrize("value", ["a.docx", "a", "html=a.html", "a.csv", ".json"])
def test_a_format_that_is_not_there_is_refused_with_a_list(value: str) -> None:
    formats = ("table", "json", "markdown")
    with pytest.raises(UsageError) as refused:
        parse_destinations([value], formats)
    assert "markdown" in refused.value.text.vi


def _refusal(paths: list[Path], read: list[Path]) -> str:
    with pytest.raises(UsageError) as refused:
        check_destinations([Destination("json", path) for path in paths], read)
    return refused.value.text.vi


def test_what_cannot_be_written_is_refused(tmp_path: Path) -> None:
    data = tmp_path / "data.json"
    data.write_text("x", encoding="utf-8")
    assert "đây là thư mục" in _refusal([tmp_path], [])
    assert "thư mục chứa tệp không tồn tại" in _refusal([tmp_path / "none" / "a.json"], [])
    assert "được nêu hai lần" in _refusal([tmp_path / "a.json", tmp_path / "." / "a.json"], [])
    assert "tệp số liệu đầu vào" in _refusal([tmp_path / "." / "data.json"], [data])
    assert data.read_text(encoding="utf-8") == "x"


def test_a_new_file_and_an_older_one_are_fine(tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    old.write_text("x", encoding="utf-8")
    check_destinations([Destination("json", old), Destination("json", tmp_path / "new.json")], [])


def test_a_file_is_replaced_whole_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("x", encoding="utf-8")
    path.chmod(0o640)
    rights = stat.S_IMODE(path.stat().st_mode)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == rights
    assert [found.name for found in tmp_path.iterdir()] == ["a.json"]


def test_a_file_that_cannot_be_written_leaves_the_old_one_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    path.write_text("x", encoding="utf-8")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(UsageError) as refused:
        write_whole(path, b"new")
    assert "không ghi được" in refused.value.text.vi
    assert path.read_text(encoding="utf-8") == "x"
    assert [found.name for found in tmp_path.iterdir()] == ["a.json"]
