"""Dossiers of small programmes, documents made of them, and what stands in these."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.table import Table

from cchc_cli.cli.call import Filters, Sources
from cchc_cli.cli.evaluation import evaluate_call
from cchc_cli.dossier import Dossier
from cchc_cli.language import Language
from cchc_cli.reports.docx.document import docx_report
from cchc_cli.reports.docx.package import repacked
from cchc_cli.reports.docx.shipped import shipped_template
from cchc_cli.reports.presentation import Presentation
from tests.cli.calls import OWN_FILES, write_matrix

_, TARGETS, _, AGENCIES = OWN_FILES


def dossier_of(
    paths: Sequence[Path],
    targets: str | None = TARGETS,
    registry: str | None = AGENCIES,
    language: Language = Language.VI,
    cutoff: str | None = None,
    **filters: Any,
) -> Dossier:
    """What `cchc evaluate` would make a report of; the small programme where no other is named."""
    sources = Sources([str(path) for path in paths], targets, registry, cutoff=cutoff)
    dossier = evaluate_call(sources, Filters(**filters), language, with_dossier=True).dossier
    assert dossier is not None
    return dossier


def small_dossier(folder: Path, rows: Sequence[Sequence[Any]], **options: Any) -> Dossier:
    """The small programme on these rows of its matrix."""
    return dossier_of([write_matrix(folder / "data.xlsx", rows)], **options)


def written(dossier: Dossier, language: Language = Language.VI, **office: Any) -> Document:
    """The document as python-docx opens it."""
    return opened(docx_report(dossier, Presentation(language, **office)))


def opened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def lines(document: Document) -> list[str]:
    """Every paragraph outside tables."""
    return [paragraph.text for paragraph in document.paragraphs]


def everything(document: Document) -> str:
    """All text, with that of tables."""
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*lines(document), *cells])


def annex(document: Document) -> Table:
    """The table of the annex."""
    (found,) = [table for table in document.tables if "tblCaption" in table._tbl.tblPr.xml]
    return found


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def template_with(*paragraphs: str) -> bytes:
    """Our Vietnamese template with more paragraphs at its end."""
    document = opened(shipped_template(Language.VI))
    for text in paragraphs:
        document.add_paragraph(text)
    return _saved(document)


def template_of(*paragraphs: str) -> bytes:
    """A template that an office wrote from nothing."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return _saved(document)


def _saved(document: Document) -> bytes:
    content = io.BytesIO()
    document.save(content)
    return repacked(content.getvalue())
