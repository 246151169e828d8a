"""The formats of a comparison, by name."""

from collections.abc import Callable

from cchc_cli.comparison.comparison import Comparison
from cchc_cli.comparison.recording import record_of
from cchc_cli.language import Language
from cchc_cli.reports.comparison_markdown import comparison_markdown
from cchc_cli.reports.comparison_table import comparison_table
from cchc_cli.reports.page import Page
from cchc_cli.reports.sinks import json_document

FOR_PEOPLE = "table"
"""Laid out for the terminal at hand; every other format is the same UTF-8 everywhere."""
COMPARE_FORMATS: dict[str, Callable[[Comparison, Language, Page], str]] = {
    FOR_PEOPLE: comparison_table,
    "json": lambda comparison, language, page: json_document(record_of(comparison).model_dump(mode="json")),
    "markdown": lambda comparison, language, page: comparison_markdown(comparison, language),
}
