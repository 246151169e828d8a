"""`cchc freeze`: everything that the figures of a period come from, in one folder that checks itself."""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calls import MET, MISSED, OWN_FILES, Call, call, write_matrix
from tests.cli.test_compare import corrected


def freeze(capsys: Any, folder: Path, *paths: Path | str, options: tuple[str, ...] = ()) -> Call:
    return call(capsys, "freeze", *map(str, paths), *OWN_FILES, "-o", str(folder), *options)


def below(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def province(tmp_path: Path) -> Path:
    folder = tmp_path / "Số liệu"
    (folder / "sở").mkdir(parents=True)
    write_matrix(folder / "sở" / "SNV.xlsx", MET[:1])
    write_matrix(folder / "SYT.xlsx", MET[1:])
    (folder / "ghi chú.txt").write_text("không phải số liệu", "utf-8")
    return folder


def test_inputs_catalogue_registry_and_run_are_kept(capsys: Any, tmp_path: Path, province: Path) -> None:
    kept = tmp_path / "lưu" / "2024"
    ended = freeze(capsys, kept, province)
    assert ended.code == 0
    found = below(kept)
    assert sorted(found) == [
        "README.txt",
        "SHA256SUMS",
        "agencies.yaml",
        "freeze.json",
        "inputs/SYT.xlsx",
        "inputs/sở/SNV.xlsx",
        "run.json",
        "targets.yaml",
    ]
    assert found["inputs/SYT.xlsx"] == (province / "SYT.xlsx").read_bytes()
    assert found["targets.yaml"] == Path(OWN_FILES[1]).read_bytes()
    run = json.loads(found["run.json"])
    assert [read["path"] for read in run["inputs"]] == ["inputs/SYT.xlsx", "inputs/sở/SNV.xlsx"]
    assert run["observations"], "a comparison tells corrected figures from them"
    assert hashlib.sha256(found["freeze.json"]).hexdigest() in ended.out
    assert "NĂM 2024" in found["README.txt"].decode().upper()


def test_the_sums_are_those_of_every_file(capsys: Any, tmp_path: Path, province: Path) -> None:
    kept = tmp_path / "k"
    freeze(capsys, kept, province)
    found = below(kept)
    lines = found.pop("SHA256SUMS").decode().splitlines()
    sums = {name: sha256 for sha256, name in (line.split("  ", 1) for line in lines)}
    assert sums == {name: hashlib.sha256(content).hexdigest() for name, content in found.items()}
    listed = {file["path"]: file["sha256"] for file in json.loads(found.pop("freeze.json"))["files"]}
    assert listed == {name: sums[name] for name in found}


def test_the_same_figures_give_the_same_bytes(capsys: Any, tmp_path: Path, province: Path) -> None:
    freeze(capsys, tmp_path / "a", province)
    freeze(capsys, tmp_path / "b", province)
    assert below(tmp_path / "a") == below(tmp_path / "b")


def test_the_run_is_what_evaluate_makes_within_the_folder(
    capsys: Any, tmp_path: Path, province: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    freeze(capsys, tmp_path / "a", province)
    monkeypatch.chdir(tmp_path / "a")
    files = ("--targets", "targets.yaml", "--agencies", "agencies.yaml")
    call(capsys, "evaluate", "inputs", *files, "--with", "observations", "-q", "-o", "../again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "a" / "run.json").read_bytes()


def test_a_folder_checks_itself(capsys: Any, tmp_path: Path, province: Path) -> None:
    kept = tmp_path / "k"
    freeze(capsys, kept, province)
    ended = call(capsys, "verify", str(kept))
    assert (ended.code, "GIỐNG HOÀN TOÀN" in ended.out) == (0, True)
    assert hashlib.sha256((kept / "freeze.json").read_bytes()).hexdigest() in ended.out


@pytest.mark.parametrize("name", ["inputs/SYT.xlsx", "targets.yaml", "run.json", "freeze.json", "README.txt"])
def test_a_file_that_was_changed_is_named(capsys: Any, tmp_path: Path, province: Path, name: str) -> None:
    kept = tmp_path / "k"
    freeze(capsys, kept, province)
    (kept / name).write_bytes((kept / name).read_bytes() + b"\n")
    ended = call(capsys, "verify", str(kept))
    assert ended.code == 1
    assert f"tệp đã bị sửa: {name}" in " ".join(ended.out.split())


@pytest.mark.parametrize("name", ["targets.yaml", "run.json"])
def test_a_file_that_cannot_be_read_any_more_is_named_too(
    capsys: Any, tmp_path: Path, province: Path, name: str
) -> None:
    kept = tmp_path / "k"
    freeze(capsys, kept, province)
    (kept / name).write_bytes(b"{: [")
    ended = call(capsys, "verify", str(kept))
    assert ended.code == 1
    assert f"tệp đã bị sửa: {name}" in " ".join(ended.out.split())
    assert "KHÔNG TÍNH LẠI ĐƯỢC" in ended.out


def test_missing_and_strange_workbooks_are_named(capsys: Any, tmp_path: Path, province: Path) -> None:
    kept = tmp_path / "k"
    freeze(capsys, kept, province)
    (kept / "inputs" / "SYT.xlsx").rename(kept / "inputs" / "lạ.xlsx")
    (kept / "inputs" / "~$SYT.xlsx").write_bytes(b"lock")
    (kept / "SHA256SUMS").unlink()
    text = " ".join(call(capsys, "verify", str(kept)).out.split())
    assert "tệp đã mất: inputs/SYT.xlsx" in text and "tệp đã mất: SHA256SUMS" in text
    assert "tệp lạ, không có khi lưu: inputs/lạ.xlsx" in text
    assert "~$" not in text


def test_a_report_is_computed_again_from_a_folder(capsys: Any, tmp_path: Path, province: Path) -> None:
    report, kept = tmp_path / "r.json", tmp_path / "k"
    call(capsys, "evaluate", str(province), *OWN_FILES, "-q", "-o", str(report))
    freeze(capsys, kept, province)
    ended = call(capsys, "verify", str(report), str(kept))
    assert (ended.code, "GIỐNG HOÀN TOÀN" in ended.out) == (0, True)
    write_matrix(kept / "inputs" / "SYT.xlsx", [("SYT", "2024", 30, 50, None, None, None)])
    ended = call(capsys, "verify", str(report), str(kept))
    text = " ".join(ended.out.split())
    assert ended.code == 1
    assert "tệp đã bị sửa: inputs/SYT.xlsx" in text
    assert "trong báo cáo 85; tính lại 75" in text


def test_two_folders_are_compared(capsys: Any, tmp_path: Path, met: str) -> None:
    old, new = tmp_path / "cũ", tmp_path / "mới"
    freeze(capsys, old, met)
    freeze(capsys, new, corrected(tmp_path / "sửa", met, online=30))
    ended = call(capsys, "compare", str(old), str(new), *OWN_FILES, "-f", "json")
    found = json.loads(ended.out)
    assert [change["flip"] for change in found["changes"]] == ["worse"]
    assert [(c["old"]["value"], c["new"]["value"]) for c in found["corrections"]] == [(45, 30)]
    (new / "run.json").write_bytes(b"{}")
    ended = call(capsys, "compare", str(old), str(new), *OWN_FILES)
    assert (ended.code, "tệp đã bị sửa: run.json" in ended.err) == (2, True)


def test_other_commands_read_the_workbooks_of_a_folder(capsys: Any, tmp_path: Path, met: str) -> None:
    freeze(capsys, tmp_path / "k", met)
    ended = call(capsys, "evaluate", str(tmp_path / "k"), *OWN_FILES)
    assert (ended.code, "Đã đọc 1 tệp, bỏ qua 6 tệp" in ended.err) == (0, True)
    assert call(capsys, "validate", str(tmp_path / "k"), *OWN_FILES).code == 0


def test_names_that_two_folders_share_are_told_apart(capsys: Any, tmp_path: Path) -> None:
    for year, rows in (("2023", MET), ("2024", MISSED)):
        for folder in (tmp_path / year / "d", tmp_path / f"{year} b" / "D"):
            folder.mkdir(parents=True)
            write_matrix(folder / "x.xlsx", rows)
    kept = tmp_path / "k"
    freeze(capsys, kept, tmp_path / "2023" / "d", tmp_path / "2024" / "d", tmp_path / "2024 b" / "D")
    names = sorted(name for name in below(kept) if name.startswith("inputs/"))
    assert names == ["inputs/D/x (2).xlsx", "inputs/d/x (3).xlsx", "inputs/d/x.xlsx"] or len(names) == 3
    assert len({name.casefold() for name in names}) == 3
    assert call(capsys, "verify", str(kept)).code == 0


def test_a_layout_is_kept(capsys: Any, tmp_path: Path, met: str) -> None:
    freeze(capsys, tmp_path / "k", met, options=("--layout", "matrix"))
    assert call(capsys, "verify", str(tmp_path / "k")).code == 0
    assert not (tmp_path / "k" / "layout.yaml").exists()


def test_a_folder_that_would_be_read_next_time_is_refused(
    capsys: Any, tmp_path: Path, province: Path
) -> None:
    before = below(tmp_path)
    for folder, paths in (
        (province / "k", [province]),
        (province / "sở" / "k", [province]),
        (province, [province / "SYT.xlsx"]),
        (tmp_path / "k", [f"{tmp_path}/**/*.xlsx"]),
        (province / "ghi chú.txt", [province]),
    ):
        ended = freeze(capsys, folder, *paths)
        assert (ended.code, "--output" in ended.err) == (2, True), (folder, ended)
    assert below(tmp_path) == before
    assert call(capsys, "freeze", str(province), *OWN_FILES).code == 2


def test_nothing_half_written_is_left(capsys: Any, tmp_path: Path, province: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("x: [", "utf-8")
    kept = tmp_path / "k"
    ended = call(capsys, "freeze", str(province), "--targets", str(broken), "-o", str(kept))
    assert ended.code == 4
    assert freeze(capsys, kept, province, options=("--period", "1999")).code == 2
    assert freeze(capsys, kept, province, options=("--cutoff", "x")).code == 2
    assert not kept.exists()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_an_empty_folder_is_taken_and_a_full_one_never(capsys: Any, tmp_path: Path, province: Path) -> None:
    kept = tmp_path / "k"
    kept.mkdir()
    assert freeze(capsys, kept, province).code == 0
    before = below(kept)
    assert freeze(capsys, kept, province).code == 2
    assert below(kept) == before


@pytest.mark.parametrize("path", ["../báo cáo.json", "/etc/passwd", "C:x", "a\\..\\..\\b", "a\0b"])
def test_a_record_that_leads_outside_is_refused(
    capsys: Any, tmp_path: Path, province: Path, path: str
) -> None:
    kept = tmp_path / "k"
    freeze(capsys, kept, province)
    record = json.loads((kept / "freeze.json").read_text("utf-8"))
    record["files"][0]["path"] = path
    (kept / "freeze.json").write_text(json.dumps(record), "utf-8")
    ended = call(capsys, "verify", str(kept))
    assert (ended.code, "freeze.json" in ended.err) == (2, True)


def test_sums_that_say_something_else_are_a_changed_file(capsys: Any, tmp_path: Path, province: Path) -> None:
    kept = tmp_path / "k"
    freeze(capsys, kept, province)
    whole = (kept / "SHA256SUMS").read_text("utf-8")
    for other in ("", "x\n", whole.replace("inputs/", "anderswo/"), whole[64:]):
        (kept / "SHA256SUMS").write_text(other, "utf-8")
        ended = call(capsys, "verify", str(kept))
        assert (ended.code, "tệp đã bị sửa: SHA256SUMS" in " ".join(ended.out.split())) == (1, True)


def test_a_folder_whose_inputs_are_gone_is_told_file_by_file(
    capsys: Any, tmp_path: Path, province: Path
) -> None:
    kept = tmp_path / "k"
    freeze(capsys, kept, province)
    shutil.rmtree(kept / "inputs")
    ended = call(capsys, "verify", str(kept))
    assert ended.code == 1
    assert "tệp đã mất: inputs/SYT.xlsx" in " ".join(ended.out.split())


@pytest.mark.parametrize("command", ["freeze", "scorecard", "verify"])
def test_a_name_that_no_folder_can_have_is_refused(capsys: Any, met: str, command: str) -> None:
    name = "n" * 300
    arguments = (met, name) if command == "verify" else (met, "-o", name)
    ended = call(capsys, command, *arguments, *OWN_FILES)
    assert (ended.code, len(ended.err.splitlines())) == (2, 1)


def test_nothing_usable_is_kept_and_said(capsys: Any, tmp_path: Path) -> None:
    path = write_matrix(tmp_path / "x.xlsx", [("SNV", "2024", -1, -1, None, None, None)])
    ended = freeze(capsys, tmp_path / "k", path)
    assert ended.code == 3
    assert call(capsys, "verify", str(tmp_path / "k")).code == 0
