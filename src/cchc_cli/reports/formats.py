"""The report formats by name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from cchc_cli.dossier import Dossier
from cchc_cli.language import Language
from cchc_cli.reports.csv_report import csv_report
from cchc_cli.reports.findings_csv import findings_csv
from cchc_cli.reports.findings_markdown import findings_markdown
from cchc_cli.reports.findings_table import findings_table
from cchc_cli.reports.github import github
from cchc_cli.reports.json_report import json_report
from cchc_cli.reports.junit import junit
from cchc_cli.reports.markdown_report import markdown_report
from cchc_cli.reports.page import Page
from cchc_cli.reports.presentation import Presentation
from cchc_cli.reports.rows.table_schema import columns_document
from cchc_cli.reports.sarif import sarif_report
from cchc_cli.reports.table import table
from cchc_cli.reports.verdicts_github import verdicts_github
from cchc_cli.reports.verdicts_junit import verdicts_junit
from cchc_cli.reports.why.document import why_markdown
from cchc_cli.reports.why.tree import why_tree
from cchc_cli.run import Run


@dataclass(frozen=True, slots=True)
class Format:
    """How a run is written; a byte order mark tells Excel that a file is UTF-8."""

    write: Callable[[Run, Language, Page], str]
    for_people: bool = False
    """Laid out for the terminal at hand; every other format is the same UTF-8 everywhere."""
    byte_order_mark: bool = False


@dataclass(frozen=True, slots=True)
class PaperFormat:
    """How a dossier is written into a file; `extra` is what must be installed beside `cchc-cli` for it."""

    write: Callable[[Dossier, Presentation], bytes]
    extra: str | None = None


@dataclass(frozen=True, slots=True)
class DataFormat:
    """How a run is written into a file that is no text and has nothing beside the verdicts."""

    write: Callable[[Run, Language], bytes]
    extra: str | None = None


FileFormat: TypeAlias = PaperFormat | DataFormat
"""What only a file can hold."""


@dataclass(frozen=True, slots=True)
class Companion:
    """A file that is written beside another and explains it; `suffix` takes the place of the other's own."""

    name: str
    suffix: str
    write: Callable[[Run, Language], str]


def _parquet(run: Run, language: Language) -> bytes:
    from cchc_cli.reports.parquet_report import parquet_report

    return parquet_report(run, language)


def _xlsx(dossier: Dossier, presentation: Presentation) -> bytes:
    from cchc_cli.reports.xlsx.workbook import xlsx_report

    return xlsx_report(dossier, presentation)


def _html(dossier: Dossier, presentation: Presentation) -> bytes:
    from cchc_cli.reports.html.report import html_report

    return html_report(dossier, presentation)


def _docx(dossier: Dossier, presentation: Presentation) -> bytes:
    from cchc_cli.reports.docx.document import docx_report

    return docx_report(dossier, presentation)


FORMATS = {
    "table": Format(table, for_people=True),
    "json": Format(lambda run, language, page: json_report(run)),
    "csv": Format(lambda run, language, page: csv_report(run, language), byte_order_mark=True),
    "markdown": Format(lambda run, language, page: markdown_report(run, language)),
    "junit": Format(lambda run, language, page: verdicts_junit(run, language)),
    "sarif": Format(lambda run, language, page: sarif_report(run, language)),
    "github": Format(lambda run, language, page: verdicts_github(run, language)),
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

COMPANIONS = {"csv": Companion("columns", ".columns.json", lambda run, language: columns_document(language))}
"""What stands beside a file of `evaluate`: the meaning of its columns."""

WHY_FORMATS = {
    "table": Format(why_tree, for_people=True),
    "json": FORMATS["json"],
    "markdown": Format(lambda run, language, page: why_markdown(run, language)),
}
"""For `why`: one figure explained."""

VALIDATE_FORMATS = {
    "table": Format(findings_table, for_people=True),
    "json": FORMATS["json"],
    "csv": Format(lambda run, language, page: findings_csv(run, language), byte_order_mark=True),
    "markdown": Format(lambda run, language, page: findings_markdown(run, language)),
    "junit": Format(lambda run, language, page: junit(run, language)),
    "sarif": Format(lambda run, language, page: sarif_report(run, language)),
    "github": Format(lambda run, language, page: github(run, language)),
}
"""For `validate`: everything that was found, and no verdict."""
