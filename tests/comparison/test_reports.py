"""The whole of each report of a comparison, as last read and approved by a person.

To approve a change, write the files anew and read the difference: `CCHC_WRITE_GOLDEN=1 pytest
tests/comparison`.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from rich.cells import cell_len

from cchc_cli.comparison.comparison import Comparison
from cchc_cli.comparison.records import ComparisonRecord
from cchc_cli.language import Language
from cchc_cli.reports.comparison_formats import COMPARE_FORMATS
from cchc_cli.reports.page import Page

_GOLDEN = Path(__file__).parent / "golden"
_SUFFIXES = {"table": "txt", "json": "json", "markdown": "md"}

MakeComparison = Callable[[Language], Comparison]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", COMPARE_FORMATS)
def test_reports(example_comparison: MakeComparison, name: str, language: Language) -> None:
    text = COMPARE_FORMATS[name](example_comparison(language), language, Page(width=80))
    path = _GOLDEN / f"comparison.{language}.{_SUFFIXES[name]}"
    if os.environ.get("CCHC_WRITE_GOLDEN"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("language", Language)
def test_no_line_is_wider_than_the_page(
    example_comparison: MakeComparison, width: int, language: Language
) -> None:
    text = COMPARE_FORMATS["table"](example_comparison(language), language, Page(width=width))
    assert max(cell_len(line) for line in text.splitlines()) <= width


def test_json_fits_its_schema(example_comparison: MakeComparison) -> None:
    schema = ComparisonRecord.model_json_schema(mode="serialization")
    Draft202012Validator.check_schema(schema)
    written = COMPARE_FORMATS["json"](example_comparison(Language.VI), Language.VI, Page())
    Draft202012Validator(schema).validate(json.loads(written))


def test_what_counts_as_newly_missed_is_neither_known_nor_aspirational(
    example_comparison: MakeComparison,
) -> None:
    found = [verdict.indicator for verdict in example_comparison(Language.EN).new_missed]
    assert found == ["online-dossiers", "came"]
