"""What the sheets are called, and how one speaks of cells on another."""

from xlsxwriter.utility import xl_rowcol_to_cell

from cchc_cli.language import Text

SUMMARY = Text("Tổng hợp", "Summary")
VERDICTS = Text("Kết quả", "Verdicts")
POOLED = Text("Tính chung", "Pooled")
FIGURES = Text("Số liệu", "Figures")
AGENCIES = Text("Đơn vị", "Agencies")
YEARS = Text("Theo năm", "Years")
CHARTS = Text("Biểu đồ", "Charts")
FINDINGS = Text("Nội dung cần xử lý", "Findings")
CATALOGUE = Text("Danh mục chỉ tiêu", "Targets")
PROVENANCE = Text("Nguồn gốc", "Provenance")


def cell(row: int, column: int, sheet: str = "") -> str:
    """`$H$15`, or `'Số liệu'!$H$15`; row and column count from 0.

    >>> cell(14, 7, "Số liệu")
    "'Số liệu'!$H$15"
    """
    address = xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
    return f"'{sheet}'!{address}" if sheet else address


def column_range(first: int, last: int, column: int, sheet: str = "") -> str:
    """Neighbouring cells of one column.

    >>> column_range(4, 9, 0)
    '$A$5:$A$10'
    """
    return f"{cell(first, column, sheet)}:{cell(last, column)}"


def own_row(row: int, column: int) -> str:
    """A cell named from its own row, so that the row may be sorted.

    >>> own_row(14, 7)
    '$H15'
    """
    return f"{xl_rowcol_to_cell(row, column, col_abs=True)}"
