"""`cchc explain`: one code, or all of them."""

import json
from typing import Any

import pytest

from cchc_cli.cli import format_names
from cchc_cli.findings.kinds import KINDS
from cchc_cli.language import Language
from tests.cli.calls import call, python, start


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", KINDS)
def test_every_code_is_explained_in_both_languages(capsys: Any, code: str, language: Language) -> None:
    ended = call(capsys, "explain", code, "--lang", language.value)
    assert (ended.code, ended.err) == (0, "")
    text = " ".join(ended.out.split())
    kind = KINDS[code]
    for words in (kind.title, kind.meaning, kind.hint, kind.example.found, kind.example.mended):
        assert " ".join(words.in_language(language).split()) in text
    assert max(map(len, ended.out.splitlines())) <= 80


def test_severity_and_what_follows_from_it(capsys: Any) -> None:
    error = call(capsys, "explain", "value-negative").out
    assert "Lỗi phải sửa. Số liệu có lỗi không được dùng cho đến khi sửa" in " ".join(error.split())
    assert "Lưu ý. Để biết; không phải làm gì." in call(capsys, "explain", "nil-reported").out


def test_without_a_code_all_are_listed(capsys: Any) -> None:
    ended = call(capsys, "explain")
    assert ended.code == 0
    assert max(map(len, ended.out.splitlines())) <= 80
    for code in KINDS:
        assert f"\n{code} " in ended.out


@pytest.mark.parametrize("language", Language)
def test_json_has_both_languages(capsys: Any, language: Language) -> None:
    listed = json.loads(call(capsys, "explain", "-f", "json", "--lang", language.value).out)
    assert [each["code"] for each in listed["codes"]] == list(KINDS)
    one = json.loads(call(capsys, "explain", "cell-error", "-f", "json").out)
    assert one in listed["codes"]
    assert one["example"]["found"] == {"vi": "#DIV/0!", "en": "#DIV/0!"}
    assert one["severity"] == "error"


def test_markdown_is_a_section_or_the_page(capsys: Any) -> None:
    one = call(capsys, "explain", "cell-error", "-f", "markdown").out
    assert one.startswith("# cell-error\n")
    page = call(capsys, "explain", "-f", "markdown").out
    assert page.count("\n## ") == len(KINDS)


@pytest.mark.parametrize(
    ("arguments", "vi", "en"),
    [
        (["value-negativ"], "có phải là “value-negative”?", "did you mean 'value-negative'?"),
        (["zzz"], "CODE: không có “zzz” (xem: cchc explain)", "there is no 'zzz' (see: cchc explain)"),
        (
            ["cell-error", "-f", "csv"],
            "có thể dùng: table, markdown, json",
            "choose from table, markdown, json",
        ),
        (["cell-error", "more"], "thừa tham số: more", "unexpected argument: more"),
    ],
)
def test_slips_are_told_in_a_sentence(capsys: Any, arguments: list[str], vi: str, en: str) -> None:
    for language, words in (("vi", vi), ("en", en)):
        ended = call(capsys, "explain", *arguments, "--lang", language)
        assert (ended.code, ended.out) == (2, "")
        assert words in ended.err


def test_case_and_blanks_make_no_difference(capsys: Any) -> None:
    assert call(capsys, "explain", " Cell-Error ").out == call(capsys, "explain", "cell-error").out


def test_the_formats_named_are_those_there_are(capsys: Any) -> None:
    for name in format_names.EXPLAIN_FORMAT_NAMES:
        assert call(capsys, "explain", "cell-error", "-f", name).code == 0


@pytest.mark.parametrize("encoding", ["cp1252", "cp1258", "ascii"])
def test_no_code_page_stops_it(encoding: str) -> None:
    for arguments in (["explain"], ["explain", "value-ambiguous"]):
        ended = start(*arguments, PYTHONIOENCODING=encoding)
        assert ended.returncode == 0
        assert "value-ambiguous" in ended.stdout.decode(encoding)


def test_it_loads_nothing_heavy() -> None:
    called = "from cchc_cli.cli.main import run; run(['explain', 'cell-error'])"
    code = f"import sys; {called}; print('|', *sys.modules)"
    loaded = set(python(code).rpartition("|")[2].split())
    assert loaded.isdisjoint({"pandas", "numpy", "openpyxl", "python_calamine", "yaml"})
