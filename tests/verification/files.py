"""Small reports made by hand: a workbook, a document, a page, each as its file would be."""

import io
from collections.abc import Iterable, Mapping, Sequence

import xlsxwriter

from tests.zip_parts import zipped

Row = Sequence[str | float]

_DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{body}</w:body></w:document>'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def workbook(sheets: Mapping[str, Iterable[Row]], results: Mapping[str, float] | None = None) -> bytes:
    """A workbook; texts that begin with "=" are formulas, `results` what they come to by their cell."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    percent = book.add_format({"num_format": "0.00%"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                if isinstance(value, str) and value.startswith("="):
                    cell = f"{chr(ord('A') + column)}{row + 1}"
                    sheet.write_formula(row, column, value, None, (results or {}).get(cell, 0))
                else:
                    sheet.write(
                        row, column, value, percent if isinstance(value, float) and value < 1 else None
                    )
    book.close()
    return file.getvalue()


def document(body: str, **edges: str) -> bytes:
    """A document of this body, as Word's own XML; `edges` are headers and footers."""
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": _DOCUMENT.format(body=body),
        **{f"word/{name}.xml": _DOCUMENT.format(body=text) for name, text in edges.items()},
    }
    return zipped({name: text.encode() for name, text in parts.items()})


def paragraph(*runs: str, style: str = "") -> str:
    """A paragraph of runs."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{''.join(f'<w:r><w:t>{run}</w:t></w:r>' for run in runs)}</w:p>"


def table(*rows: Sequence[str]) -> str:
    """A table of texts."""
    cells = ("".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
