"""How a cell looks: the few styles that all our workbooks share."""

from datetime import date
from decimal import Decimal

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from cchc_cli.catalogue.item import Item
from cchc_cli.catalogue.source import ItemKind

FACE = "Times New Roman"
TITLE = Font(name=FACE, size=14, bold=True)
WARNING = Font(name=FACE, size=12, bold=True, color="C00000")
BOLD = Font(name=FACE, size=11, bold=True)
PLAIN = Font(name=FACE, size=11)
SMALL = Font(name=FACE, size=9)
FAINT = Font(name=FACE, size=8, color="808080")
HEADING = PatternFill("solid", fgColor="DDEBF7")
SECTION = PatternFill("solid", fgColor="F2F2F2")
_HAIR = Side(style="thin", color="BFBFBF")
GRID = Border(left=_HAIR, right=_HAIR, top=_HAIR, bottom=_HAIR)
WRAPPED = Alignment(wrap_text=True, vertical="center")
LEFT = Alignment(vertical="center", horizontal="left")
CENTRED = Alignment(wrap_text=True, vertical="center", horizontal="center")

_LINE = 15.5

_FORMATS = {ItemKind.COUNT: "#,##0", ItemKind.AMOUNT: "#,##0.0", ItemKind.SCORE: "0.00"}


def write(
    sheet: Worksheet,
    row: int,
    column: int,
    value: str | int | Decimal | date | None,
    font: Font = PLAIN,
    fill: PatternFill | None = None,
    alignment: Alignment | None = None,
    border: Border | None = None,
) -> Cell:
    """One cell with its style."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell), "only the first cell of a merged block can be written"
    cell.value = value
    cell.font = font
    if fill is not None:
        cell.fill = fill
    if alignment is not None:
        cell.alignment = alignment
    if border is not None:
        cell.border = border
    return cell


def write_figure(
    sheet: Worksheet, row: int, column: int, value: int | Decimal | date | str, item: Item
) -> None:
    """The figure of an item, in the number format of its kind."""
    cell = write(sheet, row, column, value, border=GRID)
    if isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"
    elif item.kind in _FORMATS:
        cell.number_format = _FORMATS[item.kind]


def fit_height(sheet: Worksheet, row: int, text: str, width: int) -> None:
    """A row high enough for wrapped text; programs that open the file do not work it out themselves."""
    lines = -(-len(text) // (width - 4))
    sheet.row_dimensions[row].height = _LINE * max(lines, 1)


def print_across_one_page(sheet: Worksheet, landscape: bool) -> None:
    """A4, as wide as the page and as long as it needs."""
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
