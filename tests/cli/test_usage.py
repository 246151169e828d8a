"""Wrong usage: exit code 2 and one sentence in the reader's language that says what to do."""

from pathlib import Path
from typing import Any

import pytest

from cchc_cli.cli import evaluate as evaluate_module
from tests.cli.calls import MET, OWN_FILES, call, write_matrix


@pytest.mark.parametrize(
    ("arguments", "vi", "en"),
    [
        (["evalute"], "không có lệnh “evalute”; có phải là “evaluate”?", "did you mean 'evaluate'?"),
        (
            ["frobnicate"],
            "các lệnh: agencies, compare, consolidate, ",
            "commands: agencies, compare, consolidate, ",
        ),
        (["targets", "lst"], "có phải là “list”?", "did you mean 'list'?"),
        (["evaluate"], "thiếu tham số PATH...", "PATH... is missing"),
        (["why"], "thiếu tham số INDICATOR", "INDICATOR is missing"),
        (
            ["evaluate", "x", "--perio", "1"],
            "không có tùy chọn --perio",
            "did you mean --as-period or --period?",
        ),
        (["evaluate", "x", "-Z"], "không có tùy chọn -Z", "there is no option -Z"),
        (["evaluate", "x", "--period"], "tùy chọn --period thiếu giá trị", "option --period needs a value"),
        (["evaluate", "x", "--quiet=1"], "không có giá trị đi kèm", "option --quiet takes no value"),
        (["schema", "run", "more"], "thừa tham số: more", "unexpected argument: more"),
        (["schema", "runn"], "có phải là “run”?", "did you mean 'run'?"),
        (["--lang", "fr", "evaluate", "x"], "không có ngôn ngữ “fr”", "không có ngôn ngữ “fr”"),
        (["targets", "list", "-f", "csv"], "có thể dùng: table, json", "choose from table, json"),
        (["targets", "show", "onlin"], "có phải là “online”?", "did you mean 'online'?"),
        (["targets", "show", "zzz"], "có thể dùng: online, content", "choose from online, content"),
        (["targets", "list", "--area", "TTH"], "có phải là “TTHC”?", "did you mean 'TTHC'?"),
        (
            ["targets", "lint", "--coverage", "none.txt"],
            "không tìm thấy tệp none.txt",
            "there is no file none.txt",
        ),
        (["agencies", "list", "--on", "31.12.24"], "“31.12.24” không phải ngày", "is no date"),
    ],
)
def test_a_sentence_for_every_slip(
    capsys: Any, monkeypatch: pytest.MonkeyPatch, arguments: list[str], vi: str, en: str
) -> None:
    monkeypatch.setenv("CCHC_TARGETS", OWN_FILES[1])
    for language, words in (("vi", vi), ("en", en)):
        ended = call(capsys, "--lang", language, *arguments)
        assert ended.code == 2
        assert ended.out == ""
        assert words in ended.err
        assert len(ended.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--period", "quý 5"], "“quý 5” không phải kỳ báo cáo; hãy viết 2024, 2024-Q1"),
        (["--as-period", "x"], "--as-period: “x” không phải kỳ báo cáo"),
        (["--level", "provinc"], "có phải là “province”?"),
        (["--agency", "SYTE"], "--agency: không có “SYTE”; có phải là “SYT”?"),
        (["--area", "tccc"], "--area: không có “tccc”"),
        (["--indicator", "onlne"], "có phải là “online”?"),
        (["--status", "passed"], "--status: không có “passed”"),
        (["--by", "commune"], "--by: không có “commune”"),
        (["--min-coverage", "120"], "“120” không phải tỷ lệ từ 0 đến 100"),
        (["--min-coverage", "nhiều"], "“nhiều” không phải tỷ lệ"),
        (["--min-coverage", "nan"], "“nan” không phải tỷ lệ"),
        (["--period", "0202"], "“0202” không phải kỳ báo cáo"),
        (["--period", "9999-01-01..9999-02-01"], "không phải kỳ báo cáo"),
        (["--with", "cells"], "có thể dùng: observations"),
        (["--fail-on", "mised"], "có phải là “missed”?"),
        (["--fail-on", "newly-missed"], "--fail-on: không có “newly-missed”"),
        (["--fail-on", "never,missed"], "never không đi cùng giá trị khác"),
        (["-f", "hmtl"], "có thể dùng: table, json, csv, markdown"),
        (["-o", "out.odt"], "dạng là một trong: table, json, csv, markdown"),
        (["-o", "pdf=out.pdf"], "có thể dùng: table, json, csv, markdown"),
        (["--layout", "forn"], "có phải là “form”?"),
        (["--targets", "none.yaml"], "--targets: không tìm thấy tệp none.yaml"),
        (["--agencies", "."], "--agencies: không đọc được tệp ."),
        (["--cutoff", "hôm qua"], "“hôm qua” không phải ngày"),
    ],
)
def test_option_values_that_mean_nothing(capsys: Any, met: str, arguments: list[str], words: str) -> None:
    ended = call(capsys, "evaluate", met, *OWN_FILES, *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert words in ended.err


def test_where_there_is_much_to_choose_from_the_list_is_named(capsys: Any) -> None:
    assert "(xem: cchc targets list)" in call(capsys, "targets", "show", "zzz").err


def test_paths_that_are_not_there_or_hold_nothing(capsys: Any, tmp_path: Path) -> None:
    missing = str(tmp_path / "không có.xlsx")
    assert call(capsys, "evaluate", missing).err == f"không thấy tệp hoặc thư mục: {missing}\n"
    assert call(capsys, "evaluate", missing).code == 2
    (tmp_path / "notes.docx").write_text("x", encoding="utf-8")
    ended = call(capsys, "evaluate", str(tmp_path), "--lang", "en")
    assert (ended.code, ended.err) == (2, "there is no workbook to read (1 other files skipped)\n")


def test_a_report_never_overwrites_what_the_call_reads(capsys: Any, met: str) -> None:
    before = Path(met).read_bytes()
    ended = call(capsys, "evaluate", met, *OWN_FILES, "-o", f"json={met}")
    assert ended.code == 2
    assert "tệp số liệu đầu vào" in ended.err
    assert Path(met).read_bytes() == before
    assert call(capsys, "evaluate", met, *OWN_FILES, "-o", f"json={OWN_FILES[1]}").code == 2


def test_names_from_the_command_line_cannot_steer_the_terminal(capsys: Any) -> None:
    ended = call(capsys, "evaluate", "\x1b[31m\u202enone.xlsx")
    assert ended.code == 2
    assert ended.err == "không thấy tệp hoặc thư mục: \\x1b[31m\\u202enone.xlsx\n"


def test_without_a_command_the_help_is_shown(capsys: Any) -> None:
    ended = call(capsys)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("Cách dùng: cchc [TÙY CHỌN] LỆNH ...")


@pytest.mark.parametrize(("language", "words"), [("vi", "lỗi của chính nó"), ("en", "a defect of its own")])
def test_a_defect_asks_to_be_reported_and_hides_its_traceback(
    capsys: Any, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    def broken(*arguments: object) -> int:
        raise ZeroDivisionError("x")

    monkeypatch.setattr(evaluate_module, "_evaluate", broken)
    ended = call(capsys, "evaluate", "x", "--lang", language)
    assert (ended.code, ended.out) == (70, "")
    assert words in ended.err
    assert len(ended.err.splitlines()) == 1
    debugged = call(capsys, "evaluate", "x", "--debug")
    assert debugged.code == 70
    assert "Traceback (most recent call last):" in debugged.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("evaluate", "{}"),
        ("why", "online", "{}"),
        ("status", "{}"),
        ("validate", "{}"),
        ("consolidate", "{}", "-o", "{}.out.xlsx"),
        ("template", "--all", "-o", "{}.forms"),
    ],
)
def test_a_period_outside_the_programme_is_refused(
    capsys: Any, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """Nothing is judged there: not even what was done before, as a level that is kept."""
    path = write_matrix(tmp_path / "a.xlsx", MET)
    given = [argument.format(path) for argument in arguments]
    ended = call(capsys, *given, *OWN_FILES, "--period", "2031")
    assert (ended.code, ended.out) == (2, "")
    assert "năm 2031 nằm ngoài các năm của chương trình (2021-2030)" in ended.err


def test_the_days_of_a_data_window_are_its_period_here_too(capsys: Any, tmp_path: Path) -> None:
    """As in a submission: a form made for these days is read as the form of the year."""
    days = ("--period", "từ 15/12/2023 đến 14/12/2024")
    ended = call(capsys, "template", "--agency", "SNV", *days, "-o", str(tmp_path / "a.xlsx"))
    assert (ended.code, "(Năm 2024)" in ended.err) == (0, True)
