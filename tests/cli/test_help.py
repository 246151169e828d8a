"""Help: complete, in the reader's language, quick, and silent about what is not built."""

from collections.abc import Iterator
from typing import Any

import pytest
import typer

from cchc_cli.cli import format_names, texts
from cchc_cli.cli.destinations import FORMAT_BY_SUFFIX
from cchc_cli.cli.help_page import Group, option_help
from cchc_cli.cli.main import app
from cchc_cli.language import Language
from cchc_cli.reports.comparison_formats import COMPARE_FORMATS
from cchc_cli.reports.formats import FILE_FORMATS, FORMATS, WHY_FORMATS
from tests.cli.calls import call, loaded_by

_PROMISED = (
    *("evaluate", "validate", "template", "status", "consolidate", "scorecard", "compare", "why"),
    *("freeze", "verify", "explain", "targets", "agencies", "layouts", "test", "schema", "init"),
)


def _commands() -> Iterator[tuple[str, Any]]:
    """Every command and group by what stands behind `cchc` to call it."""
    waiting = [("", typer.main.get_command(app))]
    while waiting:
        path, command = waiting.pop()
        yield path, command
        group: Any = command
        if isinstance(command, Group):
            names = group.list_commands(None)
            waiting += [(f"{path} {name}".strip(), group.get_command(None, name)) for name in names]


_BY_PATH = dict(_commands())


def test_every_command_has_its_texts_and_no_text_is_left_over() -> None:
    assert set(_BY_PATH) == {"", *texts.COMMANDS}


@pytest.mark.parametrize("path", _BY_PATH)
def test_every_parameter_has_its_text(path: str) -> None:
    for parameter in _BY_PATH[path].params:
        known = texts.ARGUMENTS if parameter.param_type_name == "argument" else None
        text = known[parameter.name] if known else option_help(path, parameter.name)
        assert text.vi != text.en


@pytest.mark.parametrize("path", _BY_PATH)
@pytest.mark.parametrize("language", Language)
def test_help_is_there_for_every_command(capsys: Any, path: str, language: Language) -> None:
    ended = call(capsys, *path.split(), "--help", "--lang", language.value)
    assert (ended.code, ended.err) == (0, "")
    text = " ".join(ended.out.split())
    assert text.startswith(texts.USAGE.in_language(language).strip())
    assert texts.COMMANDS.get(path, texts.PROGRAM).in_language(language) in text
    assert max(map(len, ended.out.splitlines())) <= 80
    for parameter in _BY_PATH[path].params:
        if parameter.param_type_name == "option":
            assert max(parameter.opts, key=len) in text


@pytest.mark.parametrize("command", ["evaluate", "why", "compare", "validate"])
@pytest.mark.parametrize("language", Language)
def test_the_suffixes_in_the_help_are_of_formats_that_there_are(command: str, language: Language) -> None:
    output, formats = (option_help(command, name).in_language(language) for name in ("output", "format_name"))
    for suffix, name in FORMAT_BY_SUFFIX.items():
        if suffix not in (".markdown", ".htm"):
            assert (suffix in output) == (name in formats), (name, output)


def test_the_environment_chooses_the_language_of_help(capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CCHC_LANG", "en")
    assert call(capsys, "evaluate", "--help").out.startswith("Usage: cchc evaluate [OPTIONS] PATH...")


def test_every_command_that_is_promised_is_in_the_help(capsys: Any) -> None:
    listed = call(capsys, "--help").out
    for name in _PROMISED:
        assert f"  {name} " in listed


def test_the_formats_named_are_those_there_are() -> None:
    assert tuple(FORMATS) == format_names.FORMAT_NAMES
    assert tuple(FILE_FORMATS) == format_names.FILE_FORMAT_NAMES
    assert tuple(WHY_FORMATS) == format_names.WHY_FORMAT_NAMES
    assert tuple(COMPARE_FORMATS) == format_names.COMPARE_FORMAT_NAMES


def test_the_exit_codes_stand_in_the_help_of_the_program(capsys: Any) -> None:
    out = call(capsys, "--help", "--lang", "en").out
    for code, text in texts.EXIT_CODES:
        assert f"  {code}" in out
        assert text.en in out


_HEAVY = {
    "pandas",
    "numpy",
    "openpyxl",
    "python_calamine",
    "yaml",
    "cchc_cli.run",
    "cchc_cli.catalogue.source",
}
_OF_COMMANDS = {"pydantic", "rich", "rich.table", "jinja2", "xlsxwriter", "cchc_cli.cli.evaluate"}


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (["--help"], _HEAVY | _OF_COMMANDS),
        (["--version"], _HEAVY | _OF_COMMANDS),
        ([], {"pandas", "openpyxl", "python_calamine", "rich.table", "jinja2"}),
        (["evaluate", "--help"], _HEAVY | {"cchc_cli.cli.validate"}),
    ],
    ids=["help", "version", "nothing", "help-of-a-command"],
)
def test_help_imports_nothing_heavy(arguments: list[str], absent: set[str]) -> None:
    loaded = loaded_by(arguments)
    assert "cchc_cli.cli.main" in loaded
    assert loaded.isdisjoint(absent)
