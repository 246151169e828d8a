"""The whole of each report, as last read and approved by a person.

To approve a change, write the files anew and read the difference: `CCHC_WRITE_GOLDEN=1 pytest tests/reports`.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc_cli.language import Language
from cchc_cli.reports.formats import FORMATS, VALIDATE_FORMATS, WHY_FORMATS
from cchc_cli.reports.page import Page
from cchc_cli.reports.rows.table_schema import columns_document
from cchc_cli.run import Run

_GOLDEN = Path(__file__).parent / "golden"
_SUFFIXES = {
    "table": "txt",
    "json": "json",
    "csv": "csv",
    "markdown": "md",
    "junit": "xml",
    "github": "github.txt",
}


def _compare(name: str, text: str) -> None:
    path = _GOLDEN / name
    lines = text.replace("\r\n", "\n")
    if os.environ.get("CCHC_WRITE_GOLDEN"):
        path.write_text(lines, encoding="utf-8", newline="\n")
    assert lines == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", [name for name in FORMATS if name in _SUFFIXES])
def test_evaluation(example_run: Callable[[Language], Run], name: str, language: Language) -> None:
    text = FORMATS[name].write(example_run(language), language, Page(width=80))
    _compare(f"evaluation.{language}.{_SUFFIXES[name]}", text)


def test_evaluation_on_a_console_without_our_letters(example_run: Callable[[Language], Run]) -> None:
    page = Page(width=80, encoding="ascii")
    text = FORMATS["table"].write(example_run(Language.VI), Language.VI, page)
    _compare("evaluation.vi.ascii.txt", text)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ["table", "markdown"])
def test_explanation(traced_run: Run, name: str, language: Language) -> None:
    text = WHY_FORMATS[name].write(traced_run, language, Page(width=80))
    _compare(f"explanation.{language}.{_SUFFIXES[name]}", text)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ["table", "csv", "markdown", "junit", "github"])
def test_validation(checked_run: Callable[[Language], Run], name: str, language: Language) -> None:
    text = VALIDATE_FORMATS[name].write(checked_run(language), language, Page(width=80))
    _compare(f"validation.{language}.{_SUFFIXES[name]}", text)


@pytest.mark.parametrize("language", Language)
def test_meaning_of_the_columns(language: Language) -> None:
    _compare(f"evaluation.{language}.columns.json", columns_document(language))
