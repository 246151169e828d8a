"""Tables of the templates: rows that repeat, headings that stand on every page, rows that stay whole."""

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Length
from docx.table import Table, _Cell, _Row

from cchc_cli.language import Language, Text
from docx_template.look import ANNEX_WIDTH

Column = tuple[Text, str, int]
"""Heading, what stands below it, and its share of the width in percent."""


def repeating_table(
    document: Document, columns: Sequence[Column], loop: str, width: Length, language: Language
) -> Table:
    """A table with one row for each thing that a loop goes through: `row in area.rows`."""
    table = _ruled(document, 4, len(columns))
    heading, before, body, after = table.rows
    for position, (title, field, _) in enumerate(columns):
        write(heading.cells[position], title.in_language(language), bold=True, centred=True)
        write(body.cells[position], field)
    write(before.cells[0], f"{{%tr for {loop} %}}")
    write(after.cells[0], "{%tr endfor %}")
    _repeat(heading)
    for row in table.rows:
        _keep_whole(row)
    _fix(table, [Length(int(width) * share // 100) for _, _, share in columns])
    return table


def annex_table(document: Document) -> Table:
    """The table whose columns come from the annex file; a row is a heading or has a cell a column."""
    table = _ruled(document, 8, 3)
    rows = table.rows
    _across(rows[0], "{{ column.title }}", "column in annex.columns", bold=True)
    write(rows[1].cells[0], "{%tr for row in annex.rows %}")
    write(rows[2].cells[0], "{%tr if row.is_heading %}")
    single = rows[3].cells[0].merge(rows[3].cells[2])
    write(single, "{% colspan annex.columns|length %}{{ row.heading }}", bold=True, style="Small")
    single.paragraphs[0].paragraph_format.keep_with_next = True
    write(rows[4].cells[0], "{%tr else %}")
    _across(rows[5], "{{ cell }}", "cell in row.cells")
    write(rows[6].cells[0], "{%tr endif %}")
    write(rows[7].cells[0], "{%tr endfor %}")
    _repeat(rows[0])
    for row in table.rows:
        _keep_whole(row)
    third = Length(int(ANNEX_WIDTH) // 3)
    _fix(table, [third, third, third])
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), "annex")
    table._tbl.tblPr.append(caption)
    return table


def write(
    cell: _Cell, text: str, bold: bool = False, centred: bool = False, style: str = "Table Text"
) -> None:
    """One paragraph in a cell."""
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    paragraph.add_run(text).bold = bold or None
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def plain_table(document: Document, widths: Sequence[Length]) -> Sequence[_Cell]:
    """The cells of a table of one row without lines, for what stands side by side on one page."""
    table: Table = document.add_table(1, len(widths))
    _fix(table, widths)
    _keep_whole(table.rows[0])
    return table.rows[0].cells


def _ruled(document: Document, rows: int, columns: int) -> Table:
    table: Table = document.add_table(rows, columns)
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _narrow_margins(table)
    return table


def _narrow_margins(table: Table) -> None:
    """One millimetre left and right of what stands in a cell."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "57")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is not None:
        look.addprevious(margins)


def _across(row: _Row, field: str, loop: str, bold: bool = False) -> None:
    before, body, after = row.cells
    write(before, f"{{%tc for {loop} %}}", style="Small")
    write(body, field, bold, centred=bold, style="Small")
    write(after, "{%tc endfor %}", style="Small")


def _fix(table: Table, widths: Sequence[Length]) -> None:
    """The columns keep their widths, whatever stands in them."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _repeat(row: _Row) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))


def _keep_whole(row: _Row) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.insert(0, OxmlElement("w:cantSplit"))
