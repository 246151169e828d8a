"""The report formats by name. What writes a format is imported when something is written in it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from cchc_cli.language import Language
from cchc_cli.reports.page import Page
from cchc_cli.reports.presentation import Presentation
from cchc_cli.run import Run

if TYPE_CHECKING:
    from cchc_cli.dossier import Dossier


class Format(NamedTuple):
    """How a run is written; a byte order mark tells Excel that a file is UTF-8."""

    write: Callable[[Run, Language, Page], str]
    for_people: bool = False
    """Laid out for the terminal at hand; every other format is the same UTF-8 everywhere."""
    byte_order_mark: bool = False


class PaperFormat(NamedTuple):
    """How a dossier is written into a file; `extra` is what must be installed beside `cchc-cli` for it."""

    write: "Callable[[Dossier, Presentation], bytes]"
    extra: str | None = None


class DataFormat(NamedTuple):
    """How a run is written into a file that is no text and has nothing beside the verdicts."""

    write: Callable[[Run, Language], bytes]
    extra: str | None = None


FileFormat: TypeAlias = PaperFormat | DataFormat
"""What only a file can hold."""


class Companion(NamedTuple):
    """A file that is written beside another and explains it; `suffix` takes the place of the other's own."""

    name: str
    suffix: str
    write: Callable[[Run, Language], str]


def _table(run: Run, language: Language, page: Page) -> str:
    from cchc_cli.reports.table import table

    return table(run, language, page)


def _json(run: Run, language: Language, page: Page) -> str:
    from cchc_cli.reports.json_report import json_report

    return json_report(run)


def _csv(run: Run, language: Language, page: Page) -> str:
    from cchc_cli.reports.csv_report import csv_report

    return csv_report(run, language)


def _markdown(run: Run, language: Language, page: Page) -> str:
    from cchc_cli.reports.markdown_report import markdown_report

    return markdown_report(run, language)


def _junit(run: Run, language: Language, page: Page) -> str:
    from cchc_cli.reports.verdicts_junit import verdicts_junit

    return verdicts_junit(run, language)


def _sarif(run: Run, language: Language, page: Page) -> str:
    from cchc_cli.reports.sarif import sarif_report

    return sarif_report(run, language)


def _github(run: Run, language: Language, page: Page) -> str:
    from cchc_cli.reports.verdicts_github import verdicts_github

    return verdicts_github(run, language)


def _why_tree(run: Run, language: Language, page: Page) -> str:
    from cchc_cli.reports.why.tree import why_tree

    return why_tree(run, language, page)


def _why_markdown(run: Run, language: Language, page: Page) -> str:
    from cchc_cli.reports.why.document import why_markdown

    return why_markdown(run, language)


def _findings_table(run: Run, language: Language, page: Page) -> str:
    from cchc_cli.reports.findings_table import findings_table

    return findings_table(run, language, page)


def _findings_csv(run: Run, language: Language, page: Page) -> str:
    from cchc_cli.reports.findings_csv import findings_csv

    return findings_csv(run, language)


def _findings_markdown(run: Run, language: Language, page: Page) -> str:
    from cchc_cli.reports.findings_markdown import findings_markdown

    return findings_markdown(run, language)


def _findings_junit(run: Run, language: Language, page: Page) -> str:
    from cchc_cli.reports.junit import junit

    return junit(run, language)


def _findings_github(run: Run, language: Language, page: Page) -> str:
    from cchc_cli.reports.github import github

    return github(run, language)


def _columns(run: Run, language: Language) -> str:
    from cchc_cli.reports.rows.table_schema import columns_document

    return columns_document(language)


def _parquet(run: Run, language: Language) -> bytes:
    from cchc_cli.reports.parquet_report import parquet_report

    return parquet_report(run, language)


def _xlsx(dossier: "Dossier", presentation: Presentation) -> bytes:
    from cchc_cli.reports.xlsx.workbook import xlsx_report

    return xlsx_report(dossier, presentation)


def _html(dossier: "Dossier", presentation: Presentation) -> bytes:
    from cchc_cli.reports.html.report import html_report

    return html_report(dossier, presentation)


def _docx(dossier: "Dossier", presentation: Presentation) -> bytes:
    from cchc_cli.reports.docx.document import docx_report

    return docx_report(dossier, presentation)


FORMATS = {
    "table": Format(_table, for_people=True),
    "json": Format(_json),
    "csv": Format(_csv, byte_order_mark=True),
    "markdown": Format(_markdown),
    "junit": Format(_junit),
    "sarif": Format(_sarif),
    "github": Format(_github),
}
"""For `evaluate`: every verdict of a run."""

PAPER_FORMATS: dict[str, PaperFormat] = {
    "html": PaperFormat(_html),
    "xlsx": PaperFormat(_xlsx),
    "docx": PaperFormat(_docx, extra="docx"),
}
"""For files of `evaluate` only: every verdict, with who has reported, what was before, and the cells."""

DATA_FORMATS: dict[str, DataFormat] = {"parquet": DataFormat(_parquet, extra="parquet")}
"""For files of `evaluate` only: the verdicts as data."""

FILE_FORMATS: dict[str, FileFormat] = {**PAPER_FORMATS, **DATA_FORMATS}

COMPANIONS = {"csv": Companion("columns", ".columns.json", _columns)}
"""What stands beside a file of `evaluate`: the meaning of its columns."""

WHY_FORMATS = {
    "table": Format(_why_tree, for_people=True),
    "json": FORMATS["json"],
    "markdown": Format(_why_markdown),
}
"""For `why`: one figure explained."""

VALIDATE_FORMATS = {
    "table": Format(_findings_table, for_people=True),
    "json": FORMATS["json"],
    "csv": Format(_findings_csv, byte_order_mark=True),
    "markdown": Format(_findings_markdown),
    "junit": Format(_findings_junit),
    "sarif": Format(_sarif),
    "github": Format(_findings_github),
}
"""For `validate`: everything that was found, and no verdict."""
