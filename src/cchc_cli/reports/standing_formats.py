"""The formats of who has sent what, by name."""

from collections.abc import Callable

from cchc_cli.language import Language
from cchc_cli.outgoing.standing.workbook import standing_workbook
from cchc_cli.reports.page import Page
from cchc_cli.reports.standing_csv import standing_csv
from cchc_cli.reports.standing_json import standing_json
from cchc_cli.reports.standing_markdown import standing_markdown
from cchc_cli.reports.standing_table import standing_table
from cchc_cli.standing.records import Standing

FOR_PEOPLE = "table"
"""Laid out for the terminal at hand; every other format is the same UTF-8 everywhere."""
PRINTED: dict[str, Callable[[Standing, Language, Page], str]] = {
    FOR_PEOPLE: standing_table,
    "json": lambda standing, language, page: standing_json(standing),
    "csv": lambda standing, language, page: standing_csv(standing, language),
    "markdown": lambda standing, language, page: standing_markdown(standing, language),
}
"""What stdout can get."""
WORKBOOK = "xlsx"
FILE_FORMATS = (*PRINTED, WORKBOOK)
"""What a file can hold."""
_BYTE_ORDER_MARK = {"csv": "\ufeff"}
"""It tells Excel that a file is UTF-8."""


def file_content(name: str, standing: Standing, language: Language, page: Page) -> bytes:
    """The content of a file in one of the formats."""
    if name == WORKBOOK:
        return standing_workbook(standing, language)
    text = PRINTED[name](standing, language, page)
    return (_BYTE_ORDER_MARK.get(name, "") + text).encode("utf-8")
