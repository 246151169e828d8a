"""Files that reports go into: refused before any work, written whole or not at all."""

import errno
import os
import stat
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cchc_cli.cli.destinations import Destination, check_destinations, parse_destinations
from cchc_cli.cli.extras import MODULES_OF_EXTRA, check_extra
from cchc_cli.cli.problems import UsageError
from cchc_cli.cli.writing import write_all, write_whole
from tests.cli.calls import OWN_FILES, call

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


def test_a_folder_is_told_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused:
        parse_destinations([str(tmp_path)], FORMATS)
    assert "đây là thư mục" in refused.value.text.vi


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


def _failing(names: set[str], error: OSError) -> Callable[..., Any]:
    """`Path.replace`, but not onto files of these names."""
    replace = Path.replace

    def fail_on_some(self: Path, target: Path) -> Path:
        if Path(target).name in names:
            raise error
        return replace(self, target)

    return fail_on_some


def _names_in(folder: Path) -> list[str]:
    return sorted(found.name for found in folder.iterdir())


def test_on_a_full_disk_no_file_of_several_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "a.json"
    old.write_bytes(b"old")
    write_bytes = Path.write_bytes

    def full(self: Path, content: bytes) -> int:
        write_bytes(self, content[:1])
        if "c.csv" in self.name:
            raise OSError(errno.ENOSPC, "No space left on device")
        return len(content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(UsageError) as refused:
        write_all([(old, b"new"), (tmp_path / "b.md", b"new"), (tmp_path / "c.csv", b"new")])
    assert refused.value.text.vi == (
        f"không ghi được tệp {tmp_path / 'c.csv'}: ổ đĩa đã đầy; chưa ghi tệp nào, các tệp đã có vẫn như cũ"
    )
    assert _names_in(tmp_path) == ["a.json"]
    assert old.read_bytes() == b"old"


def test_where_the_third_cannot_take_its_place_it_is_said_which_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / name for name in ("a.json", "b.md", "c.csv")]
    monkeypatch.setattr(
        Path, "replace", _failing({"c.csv"}, PermissionError(errno.EACCES, "Permission denied"))
    )
    with pytest.raises(UsageError) as refused:
        write_all([(path, b"new") for path in paths])
    assert f"these are written: {paths[0]}, {paths[1]}" in refused.value.text.en
    assert _names_in(tmp_path) == ["a.json", "b.md"]


def test_a_link_stays_a_link_to_the_file_that_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "real.json", tmp_path / "link.json"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_an_input_is_refused_however_it_is_spelled(tmp_path: Path) -> None:
    data, link, twin = (tmp_path / name for name in ("data.json", "link.json", "twin.json"))
    data.write_bytes(b"x")
    link.symlink_to(data)
    twin.hardlink_to(data)
    for path in (link, twin, tmp_path / "none" / ".." / "data.json"):
        assert "tệp số liệu đầu vào" in _refusal([path], [data])
    assert data.read_bytes() == b"x"


def test_one_name_in_two_unicode_forms_is_named_twice(tmp_path: Path) -> None:
    composed, decomposed = "k\u1ebft qu\u1ea3.json", "ke\u0302\u0301t qua\u0309.json"
    assert "được nêu hai lần" in _refusal([tmp_path / composed, tmp_path / decomposed], [])


@pytest.mark.parametrize("owner", ["~$rows.xlsx", ".~lock.rows.xlsx#"])
def test_a_workbook_that_somebody_has_open_is_refused(tmp_path: Path, owner: str) -> None:
    rows = tmp_path / "rows.xlsx"
    (tmp_path / owner).write_bytes(b"")
    check_destinations([Destination("xlsx", rows)], [])
    rows.write_bytes(b"old")
    refusal = _refusal([rows], [])
    assert "đang mở trong Excel?" in refusal
    assert owner in refusal
    assert _names_in(tmp_path) == sorted([owner, "rows.xlsx"])


def test_a_file_that_is_locked_is_refused_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows does it: the file of another program cannot be opened for changing."""
    locked = tmp_path / "rows.xlsx"
    locked.write_bytes(b"old")
    opened = Path.open

    def refuse(self: Path, mode: str = "r", *rest: Any) -> Any:
        if self == locked and mode == "r+b":
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(self, mode, *rest)

    monkeypatch.setattr(Path, "open", refuse)
    assert "không có quyền ghi" in _refusal([locked], [])
    assert locked.read_bytes() == b"old"


def test_trying_leaves_no_trace(tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    old.write_bytes(b"x")
    os.utime(old, (1, 1))
    check_destinations([Destination("json", old), Destination("json", tmp_path / "new.json")], [])
    assert _names_in(tmp_path) == ["old.json"]
    assert old.stat().st_mtime == 1


def test_a_name_too_long_is_refused(tmp_path: Path) -> None:
    refusal = _refusal([tmp_path / f"{'a' * 300}.json"], [])
    assert os.name == "nt" or "tên tệp quá dài" in refusal


@pytest.mark.skipif(os.name == "nt", reason="there are no devices among the files of Windows")
def test_a_device_is_no_place_for_a_report() -> None:
    assert "không phải tệp thường" in _refusal([Path("/dev/null")], [])
    assert not Path("/dev/null").is_file()


def test_what_cannot_be_written_is_said_before_anything_is_read(
    capsys: Any, met: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        pytest.fail("a workbook was read")

    monkeypatch.setattr("cchc_cli.cli.evaluation.read_submissions", never)
    monkeypatch.setattr("cchc_cli.cli.evaluation.open_ground", never)
    for output in (tmp_path, tmp_path / "none" / "a.json", Path(f"xlsx={met}"), Path(f"json={met}")):
        ended = call(capsys, "evaluate", met, *OWN_FILES, "-o", str(output))
        assert (ended.code, ended.out) == (2, "")


def test_every_extra_is_one_of_the_package() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    assert set(MODULES_OF_EXTRA) == set(project["optional-dependencies"])


def test_a_format_whose_library_is_missing_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cchc_cli.cli.extras.find_spec", lambda name: None)
    check_extra("--output", "html", None)
    with pytest.raises(UsageError) as refused:
        check_extra("--output", "parquet", "parquet")
    assert 'pip install "cchc-cli[parquet]"' in refused.value.text.vi


@pytest.mark.parametrize("error", [ModuleNotFoundError, ImportError, ValueError])
def test_a_library_that_cannot_be_looked_for_is_missing(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def refuse(name: str) -> None:
        raise error(name)

    monkeypatch.setattr("cchc_cli.cli.extras.find_spec", refuse)
    with pytest.raises(UsageError, match="cluster"):
        check_extra("--cluster", "dask.distributed", "cluster")
