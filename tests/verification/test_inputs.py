"""Which file stands for which workbook of a report."""

from pathlib import Path

from cchc_cli.provenance import InputHash
from cchc_cli.verification.inputs import pair


def reported(**hashes: str) -> list[InputHash]:
    return [InputHash(path=f"cũ/{name}.xlsx", sha256=sha256) for name, sha256 in hashes.items()]


def files(**hashes: str) -> dict[Path, str]:
    return {Path("mới", f"{name}.xlsx"): sha256 for name, sha256 in hashes.items()}


def test_the_same_content_bears_the_name_of_the_report_wherever_it_lies() -> None:
    found = pair(reported(a="1", b="2"), files(y="1", x="2"))
    assert [*found.known_as.items()] == [
        (Path("mới/y.xlsx"), "cũ/a.xlsx"),
        (Path("mới/x.xlsx"), "cũ/b.xlsx"),
    ]
    assert not (found.changed or found.missing or found.extra)


def test_a_file_with_another_content_stands_for_the_one_called_like_it() -> None:
    found = pair(reported(a="1", b="2"), files(a="1", b="3"))
    assert found.changed == (("cũ/b.xlsx", Path("mới/b.xlsx")),)
    assert found.known_as[Path("mới/b.xlsx")] == "cũ/b.xlsx"


def test_missing_and_extra_files_are_told_apart() -> None:
    found = pair(reported(a="1", b="2"), files(a="1", c="3"))
    assert (found.missing, found.extra) == (("cũ/b.xlsx",), (Path("mới/c.xlsx"),))
    assert found.known_as[Path("mới/c.xlsx")] == "mới/c.xlsx"


def test_copies_of_one_file_keep_their_own_names() -> None:
    old = [InputHash(path="2023/x.xlsx", sha256="1"), InputHash(path="2024/x.xlsx", sha256="1")]
    found = pair(old, {Path("k/2024/x.xlsx"): "1", Path("k/2023/x.xlsx"): "1"})
    assert found.known_as == {Path("k/2023/x.xlsx"): "2023/x.xlsx", Path("k/2024/x.xlsx"): "2024/x.xlsx"}


def test_no_two_files_bear_one_name() -> None:
    old = [InputHash(path="a.xlsx", sha256="1")]
    found = pair(old, {Path("a.xlsx"): "2", Path("b.xlsx"): "1"})
    assert found.known_as == {Path("b.xlsx"): "a.xlsx", Path("a.xlsx"): "a.xlsx (2)"}
    assert found.extra == (Path("a.xlsx"),)


def test_a_path_of_another_system_is_read_as_one() -> None:
    old = [InputHash(path="C:\\Số liệu\\SNV.XLSX", sha256="1")]
    assert pair(old, {Path("k/snv.xlsx"): "2"}).changed == (("C:\\Số liệu\\SNV.XLSX", Path("k/snv.xlsx")),)
