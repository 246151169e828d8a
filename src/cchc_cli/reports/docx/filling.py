"""A template and what it may name → the bytes of a document."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import datetime

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt, RGBColor, Twips
from docx.table import Table
from docxtpl import DocxTemplate

from cchc_cli.provenance import MARK
from cchc_cli.reports.docx.environment import environment
from cchc_cli.reports.docx.fields import Report
from cchc_cli.reports.docx.package import repacked
from cchc_cli.reports.sinks import xml

ANNEX_TABLE = "annex"
"""The alternative text (title) of the table whose columns get the widths of the annex file."""
_MADE = datetime(2021, 10, 18)
"""Stands for the moment of saving, which must not change the bytes."""
_LONGEST_TITLE = 255
_SMALL, _GREY = Pt(6), RGBColor(0x80, 0x80, 0x80)


def filled(template: bytes, report: Report, widths: Sequence[float], title: str) -> bytes:
    """The document; `widths` are the shares of the annex's columns."""
    filling = DocxTemplate(io.BytesIO(template))
    context = {field.name: getattr(report, field.name) for field in fields(report)}
    filling.render(context, environment(), autoescape=True)
    document: Document = filling.docx
    for table in document.tables:
        if _alternative_title(table) == ANNEX_TABLE:
            _set_widths(table, widths)
    _put_widths_first(document)
    _carry(document, report.provenance)
    _say_what_it_is(document, title)
    content = io.BytesIO()
    document.save(content)
    return repacked(content.getvalue())


def _alternative_title(table: Table) -> str:
    caption = table._tbl.tblPr.find(qn("w:tblCaption"))
    return "" if caption is None else str(caption.get(qn("w:val"), ""))


def _set_widths(table: Table, shares: Sequence[float]) -> None:
    grid = table._tbl.tblGrid
    total = sum(int(column.get(qn("w:w"), "0")) for column in grid)
    for column in list(grid):
        grid.remove(column)
    widths = [round(total * share) for share in shares]
    for width in widths:
        column = OxmlElement("w:gridCol")
        column.set(qn("w:w"), str(width))
        grid.append(column)
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, _spanned(row.tc_lst, widths), strict=True):
            cell.width = Twips(width)


def _spanned(cells: Sequence[object], widths: Sequence[int]) -> Iterator[int]:
    position = 0
    for cell in cells:
        span = int(getattr(cell, "grid_span", 1))
        yield sum(widths[position : position + span])
        position += span


def _put_widths_first(document: Document) -> None:
    """The order that the format demands; `colspan` puts its mark before the width of the cell."""
    for properties in document.element.body.iter(qn("w:tcPr")):
        width, span = properties.find(qn("w:tcW")), properties.find(qn("w:gridSpan"))
        if width is not None and span is not None:
            width.addnext(span)


def _carry(document: Document, provenance: str) -> None:
    """The line of `cchc verify` at the end, where the template has no place for it."""
    if not provenance or any(paragraph.text.startswith(f"{MARK}:") for paragraph in document.paragraphs):
        return
    font = document.add_paragraph().add_run(xml(provenance)).font
    font.size, font.color.rgb = _SMALL, _GREY


def _say_what_it_is(document: Document, title: str) -> None:
    properties = document.core_properties
    properties.title = xml(title)[:_LONGEST_TITLE]
    properties.author = properties.last_modified_by = "cchc"
    properties.created = properties.modified = _MADE
    properties.revision = 1
