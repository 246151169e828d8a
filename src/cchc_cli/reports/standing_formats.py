"""The formats of who has sent what, by name. What writes one is imported when something is written in it."""

from collections.abc import Callable

from cchc_cli.language import Language
from cchc_cli.reports.page import Page
from cchc_cli.standing.records import Standing


def _table(standing: Standing, language: Language, page: Page) -> str:
    from cchc_cli.reports.standing_table import standing_table

    return standing_table(standing, language, page)


def _json(standing: Standing, language: Language, page: Page) -> str:
    from cchc_cli.reports.standing_json import standing_json

    return standing_json(standing)


def _csv(standing: Standing, language: Language, page: Page) -> str:
    from cchc_cli.reports.standing_csv import standing_csv

    return standing_csv(standing, language)


def _markdown(standing: Standing, language: Language, page: Page) -> str:
    from cchc_cli.reports.standing_markdown import standing_markdown

    return standing_markdown(standing, language)


FOR_PEOPLE = "table"
"""Laid out for the terminal at hand; every other format is the same UTF-8 everywhere."""
PRINTED: dict[str, Callable[[Standing, Language, Page], str]] = {
    FOR_PEOPLE: _table,
    "json": _json,
    "csv": _csv,
    "markdown": _markdown,
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
        from cchc_cli.outgoing.standing.workbook import standing_workbook

        return standing_workbook(standing, language)
    text = PRINTED[name](standing, language, page)
    return (_BYTE_ORDER_MARK.get(name, "") + text).encode("utf-8")
